//! What became of the cells, the rows and the columns of a table's file: the closing line of a dataset.

use super::{Contents, TableCell};
use std::collections::HashSet;
use std::hash::Hash;

/// Complete when the table is loaded. Each cell of the file that holds something is counted in one of
/// [`CellCounts`], and in no other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    pub cells: CellCounts,
    pub rows: RowCounts,
    pub columns: ColumnNames,
    pub figures: FigureCounts,
    pub totals: TotalCounts,
}

/// How many cells hold something, by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellCounts {
    /// Titles and notes above the names of the columns, and these names.
    pub heading: u64,
    pub read: u64,
    /// Their text is declared to mean that nothing is known.
    pub missing: u64,
    /// In columns that are left out by declaration, or beside the declared range.
    pub left_out: u64,
    /// In rows that are left out by declaration.
    pub skipped: u64,
    /// In columns that nothing is made of.
    pub unused: u64,
    /// In rows and columns that cannot be read, which a message says.
    pub told: u64,
    /// The cells of the rows and columns that are read in which nothing stands.
    pub blank: u64,
}

impl Account {
    /// What became of the cells of two sheets that are one table.
    pub(crate) fn and(self, other: Account) -> Account {
        let mut columns = self.columns;
        each_once(&mut columns.used, other.columns.used);
        each_once(&mut columns.left_out, other.columns.left_out);
        each_once(&mut columns.unused, other.columns.unused);
        let (one, two) = (self.cells, other.cells);
        let (rows, other_rows) = (self.rows, other.rows);
        Account {
            cells: CellCounts {
                heading: one.heading + two.heading,
                read: one.read + two.read,
                missing: one.missing + two.missing,
                left_out: one.left_out + two.left_out,
                skipped: one.skipped + two.skipped,
                unused: one.unused + two.unused,
                told: one.told + two.told,
                blank: one.blank + two.blank,
            },
            rows: RowCounts {
                read: rows.read + other_rows.read,
                skipped: rows.skipped + other_rows.skipped,
                told: rows.told + other_rows.told,
            },
            columns,
            ..self
        }
    }
}

/// Adds what is not there yet.
fn each_once<T: Eq + Hash + Clone>(all: &mut Vec<T>, also: Vec<T>) {
    let mut known: HashSet<T> = all.iter().cloned().collect();
    let also = also.into_iter();
    all.extend(also.filter(|one| known.insert(one.clone())));
}

impl CellCounts {
    /// All cells that hold something.
    pub fn filled(&self) -> u64 {
        let Self {
            heading,
            read,
            missing,
            left_out,
            skipped,
            unused,
            told,
            blank: _,
        } = *self;
        heading + read + missing + left_out + skipped + unused + told
    }
}

/// The rows under the names of the columns that hold something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowCounts {
    pub read: u64,
    /// By declaration.
    pub skipped: u64,
    /// They cannot be read, which a message says.
    pub told: u64,
}

/// The columns by their names in the file, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnNames {
    pub used: Vec<UsedColumn>,
    /// By declaration.
    pub left_out: Vec<NamedColumn>,
    pub unused: Vec<NamedColumn>,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NamedColumn {
    /// `C`
    pub letters: String,
    /// Its name in the file; empty if it has none.
    pub header: String,
}

/// A column that something is made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UsedColumn {
    /// `C`
    pub letters: String,
    /// Its name in the file.
    pub header: String,
    /// Our name of it, such as `code` or `2025 approved`.
    pub read_as: String,
}

/// The numbers of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FigureCounts {
    pub known: u64,
    /// A blank is not known, and never zero.
    pub unknown: u64,
}

/// The sums that a table states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TotalCounts {
    /// Compared with the sum of their parts.
    pub checked: u64,
    /// The sum itself is blank.
    pub blank: u64,
    /// A part of it is blank.
    pub blank_part: u64,
    /// None of its parts stands in the table.
    pub no_part: u64,
}

impl TotalCounts {
    pub fn unchecked(&self) -> u64 {
        self.blank + self.blank_part + self.no_part
    }
}

impl FigureCounts {
    pub(crate) fn of(contents: &Contents) -> FigureCounts {
        let mut counts = FigureCounts::default();
        let mut count = |is_known: bool| match is_known {
            true => counts.known += 1,
            false => counts.unknown += 1,
        };
        match contents {
            Contents::Budget(budget) => {
                let lines = budget.lines.iter();
                lines.for_each(|line| count(line.amount.is_some()));
            }
            Contents::Places(places) => {
                let known = places.iter().filter(|place| place.population.is_some());
                known.for_each(|_| count(true));
            }
            Contents::Table(table) => {
                let columns = table.columns.iter().enumerate();
                let columns = columns.filter(|(_, column)| column.holds.is_number());
                let columns: Vec<usize> = columns.map(|(number, _)| number).collect();
                for row in &table.rows {
                    for column in &columns {
                        count(matches!(row.cells[*column], TableCell::Number(_)));
                    }
                }
            }
            Contents::Categories(_) => {}
        }
        counts
    }
}
