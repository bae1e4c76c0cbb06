//! The cells that figures were read from → how readers of a page, and of paper, look them up.

use super::wording::Wording;
use crate::data::{CellPlace, CellRange, CellRanges};
use crate::theme::words;

/// Cells, by their file and sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Cells {
    tables: Vec<CellsOfTable>,
    /// How many there are besides.
    more: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct CellsOfTable {
    path: String,
    sheet: Option<String>,
    /// The first of each range, and the last if there are several.
    ranges: Vec<(String, Option<String>)>,
}

impl Cells {
    /// Cells of figures; those that stand below each other as one range.
    pub(super) fn of(cells: CellRanges) -> Cells {
        let CellRanges { ranges, more } = cells.told();
        let mut told = Cells {
            tables: Vec::new(),
            more,
        };
        for CellRange { first, last_row } in &ranges {
            let last = (*last_row > first.row).then(|| CellPlace {
                row: *last_row,
                ..first.clone()
            });
            let range = (first.to_string(), last.map(|last| last.to_string()));
            told.of_table(&first.path, first.sheet.as_deref())
                .push(range);
        }
        told
    }

    pub(super) fn of_cell(cell: CellPlace) -> Cells {
        let mut ranges = CellRanges::default();
        ranges.add(cell);
        Cells::of(ranges)
    }

    /// A file, of which no cell is named.
    pub(super) fn of_file(path: &str) -> Cells {
        let mut told = Cells::default();
        told.of_table(path, None);
        told
    }

    /// Takes other cells in, each once.
    pub fn extend(&mut self, other: &Cells) {
        for table in &other.tables {
            let own = self.of_table(&table.path, table.sheet.as_deref());
            for range in &table.ranges {
                if !own.contains(range) {
                    own.push(range.clone());
                }
            }
        }
        self.more = self.more.saturating_add(other.more);
    }

    fn of_table(&mut self, path: &str, sheet: Option<&str>) -> &mut Vec<(String, Option<String>)> {
        let is_same =
            |table: &CellsOfTable| (&*table.path, table.sheet.as_deref()) == (path, sheet);
        let known = self.tables.iter().position(is_same);
        let at = known.unwrap_or(self.tables.len());
        if known.is_none() {
            self.tables.push(CellsOfTable {
                path: path.to_owned(),
                sheet: sheet.map(str::to_owned),
                ranges: Vec::new(),
            });
        }
        &mut self.tables[at].ranges
    }

    /// `data/budget.xlsx › 2025 › F14–F20`
    pub fn on_a_page(&self, words: Wording<'_>) -> String {
        self.told(words, "", " › ", "–")
    }

    /// As a spreadsheet names them, and no longer than it must be: `budget.xlsx › 2025, F14:F20`
    pub fn on_paper(&self, words: Wording<'_>) -> String {
        self.told(words, "data/", ", ", ":")
    }

    fn told(&self, words: Wording<'_>, folder: &str, before: &str, to: &str) -> String {
        let tables = self.tables.iter().map(|table| {
            let path = table.path.strip_prefix(folder).unwrap_or(&table.path);
            let sheet = table.sheet.as_deref();
            let file: Vec<&str> = std::iter::once(path).chain(sheet).collect();
            let ranges = table.ranges.iter().map(|(first, last)| match last {
                Some(last) => format!("{first}{to}{last}"),
                None => first.clone(),
            });
            let ranges: Vec<String> = ranges.collect();
            match ranges.is_empty() {
                true => file.join(" › "),
                false => [file.join(" › "), ranges.join(", ")].join(before),
            }
        });
        let told = tables.collect::<Vec<_>>().join("; ");
        match self.more {
            0 => told,
            more => {
                let more = words.language.number_style().digits(more as u64);
                words.say(&words::MORE_CELLS, &[&told, &more])
            }
        }
    }
}
