//! What is left out of a table and what it holds, counted where it happens: each cell that holds
//! something once.

use super::rows::{Extent, Standing};
use super::sheet::{Row, Sheet};
use super::{Grid, Value};
use crate::data::model::{
    Account, CellCounts, ColumnNames, NamedColumn, RowCounts, UsedColumn, column_letters,
};
use std::collections::BTreeMap;

/// The counts of one sheet.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    cells: CellCounts,
    rows: RowCounts,
    left_out: Vec<NamedColumn>,
    /// By column, the cells of the rows of the table that hold something.
    filled: Vec<u64>,
    /// The same of those whose text means that nothing is known.
    missing: Vec<u64>,
}

impl Tally {
    /// Counts what of a row stands outside the declared part of its file, and its heading.
    pub fn outside(
        &mut self,
        table: &Extent,
        row: u32,
        cells: usize,
        filled: impl Iterator<Item = bool>,
    ) {
        let kept = table.kept(cells);
        if row <= table.header_row {
            self.cells.heading += count(filled);
        } else if row > table.last_row || table.skipped.contains(&row) {
            self.skip_cells(count(filled));
        } else if kept.len() < cells {
            let beside = filled.enumerate();
            let beside = beside.filter(|(column, _)| !kept.contains(column));
            self.cells.left_out += count(beside.map(|(_, is_filled)| is_filled));
        }
    }

    /// Counts what stands in a row within the declared part.
    pub fn within(&mut self, standing: Standing, filled: impl Iterator<Item = bool>) {
        match standing {
            Standing::None => {}
            Standing::Row => {
                self.rows.read += 1;
                for (column, is_filled) in filled.enumerate() {
                    if is_filled {
                        add(&mut self.filled, column);
                    }
                }
            }
            Standing::Outside { .. } | Standing::Ragged { .. } => {
                self.rows.told += 1;
                self.cells.told += count(filled);
            }
        }
    }

    /// Counts a row of the table as one that cannot be read, which is told.
    pub fn is_told(&mut self, row: &Row) {
        self.rows.read -= 1;
        self.rows.told += 1;
        for (column, _) in row
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| **cell != Value::Empty)
        {
            self.filled[column] -= 1;
            self.cells.told += 1;
        }
    }

    /// Counts a row that is left out by declaration.
    pub fn skip(&mut self, row: &Row) {
        self.skip_cells(count(row.cells.iter().map(|cell| *cell != Value::Empty)));
    }

    fn skip_cells(&mut self, cells: u64) {
        self.rows.skipped += u64::from(cells > 0);
        self.cells.skipped += cells;
    }

    /// Counts a cell of the table that is left out by declaration.
    pub fn leave_out_cell(&mut self, column: usize) {
        self.filled[column] -= 1;
        self.cells.left_out += 1;
    }

    /// Counts a cell of the table whose text means that nothing is known.
    pub fn is_missing(&mut self, column: usize) {
        add(&mut self.missing, column);
    }
}

impl Sheet {
    /// Takes its name from a column that is left out by declaration.
    pub(super) fn leave_out(&mut self, column: usize) {
        let letters = column_letters(self.column(column));
        let Some(header) = self.headers.get_mut(column) else {
            return;
        };
        let header = std::mem::take(header);
        self.tally.left_out.push(NamedColumn { letters, header });
    }

    /// Empties the cell of a column that is left out by declaration.
    pub(super) fn empty(&mut self, row: &mut Row, column: usize) {
        let value = std::mem::take(&mut row.cells[column]);
        let is_below = row.number > self.header_row;
        self.tally.cells.left_out += u64::from(is_below && value != Value::Empty);
    }
}

impl Grid {
    /// What became of the cells; by their numbers, the columns that something is made of, and what.
    pub fn account(&self, used: &BTreeMap<usize, String>) -> Account {
        let tally = &self.sheet.tally;
        let mut account = Account {
            cells: tally.cells,
            rows: tally.rows,
            columns: ColumnNames {
                left_out: tally.left_out.clone(),
                ..ColumnNames::default()
            },
            ..Account::default()
        };
        let of = |counts: &[u64], column| counts.get(column).copied().unwrap_or(0);
        let cells = &mut account.cells;
        let in_file = self.sheet.headers.len() - self.sheet.made_from.len();
        for (column, header) in self.sheet.headers.iter().enumerate().take(in_file) {
            let filled = of(&tally.filled, column);
            let missing = of(&tally.missing, column);
            if let Some(read_as) = used.get(&column) {
                cells.read += filled - missing;
                cells.missing += missing;
                // A row that was told later on may be counted in both.
                cells.blank += tally.rows.read.saturating_sub(filled);
                account.columns.used.push(UsedColumn {
                    letters: column_letters(self.sheet.column(column)),
                    header: header.clone(),
                    read_as: read_as.clone(),
                });
            } else if header.is_empty() {
                cells.told += filled;
            } else {
                cells.unused += filled;
                account.columns.unused.push(NamedColumn {
                    letters: column_letters(self.sheet.column(column)),
                    header: header.clone(),
                });
            }
        }
        account
    }
}

fn count(filled: impl Iterator<Item = bool>) -> u64 {
    filled.map(u64::from).sum()
}

fn add(counts: &mut Vec<u64>, column: usize) {
    if column >= counts.len() {
        counts.resize(column + 1, 0);
    }
    counts[column] += 1;
}
