//! How much one table may hold → counted down before any of it is kept.
//!
//! A few bytes can stand for a million long cells, and a file of a gigabyte can be one cell. Whoever
//! reads a table asks here first, whatever its format. It knows no file.

use super::rows::Rows;
use super::{Sheet, Value};
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use std::collections::BTreeMap;

const MEGABYTE: u64 = 1024 * 1024;

/// The largest file that is opened. A list of all villages of the country has one megabyte.
pub(crate) const FILE_BYTES: u64 = 64 * MEGABYTE;
/// The most cells of one table, counted to the last one of each row: sixty for each of the 14,000
/// villages, in some 100 MB of memory.
pub(crate) const CELLS: u64 = 1_000_000;
/// The most cells of a rectangle around all that a sheet holds, where a library allocates it whole.
/// A stray cell at the end of an old workbook of thirty columns (65,536 rows) still fits.
pub(crate) const RECTANGLE: u64 = 2 * CELLS;
/// The most cells of a budget as text, whose rows are never kept: the place, year, phase, direction,
/// code, source and note of some two million figures.
pub(crate) const CELLS_OF_TEXT: u64 = 16 * CELLS;
/// The most memory that the figures of all budgets take, and what finds them, in bytes: those of 18,970
/// places, the villages among them, in five years, three phases and fourteen codes.
pub(crate) const FIGURE_BYTES: u64 = 512 * MEGABYTE;
/// The most text of all cells together, in bytes: ten characters of Khmer in each of a million.
pub(crate) const TEXT_BYTES: u64 = 32 * MEGABYTE;
/// The longest text of a cell. No spreadsheet program writes a longer one.
pub(crate) const CELL_CHARACTERS: usize = 32_767;
/// More bytes than these are more characters than that.
pub(crate) const CELL_BYTES: u64 = 4 * CELL_CHARACTERS as u64;
/// The widest row that is kept; Excel itself ends at 16,384.
pub(crate) const COLUMNS: u32 = 1024;

/// What a table has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excess {
    Cells,
    Text,
    /// One text that is too long.
    Cell,
    /// A column that is too far to the right.
    Column,
    /// More figures than there is memory for.
    Figures,
}

impl Excess {
    /// The problem, at the cell where there began to be too much, or at the file.
    pub fn problem(self, place: Place) -> Diagnostic {
        match self {
            Excess::Cells => diagnostic!(codes::data::MANY_CELLS, place, cells = CELLS),
            Excess::Text => diagnostic!(
                codes::data::MUCH_TEXT,
                place,
                megabytes = TEXT_BYTES / MEGABYTE
            ),
            Excess::Cell => {
                diagnostic!(codes::data::LONG_CELL, place, characters = CELL_CHARACTERS)
            }
            Excess::Column => diagnostic!(codes::data::FAR_CELL, place, columns = COLUMNS),
            Excess::Figures => diagnostic!(
                codes::data::MANY_FIGURES,
                place,
                megabytes = FIGURE_BYTES / MEGABYTE
            ),
        }
    }
}

/// The problem of a file that is too large to be opened.
pub(crate) fn large_file(path: &str, bytes: u64) -> Option<Diagnostic> {
    (bytes > FILE_BYTES).then(|| {
        diagnostic!(
            codes::data::LARGE_FILE,
            Place::file(path),
            megabytes = FILE_BYTES / MEGABYTE
        )
    })
}

/// What the tables of a campaign hold together. One may take its room, and many small ones.
#[derive(Debug, Default)]
pub(crate) struct Together {
    cells: u64,
    text: u64,
}

impl Together {
    const TABLES: u64 = 2;

    /// Takes a table in; the problem if with it there are too many cells, or too much text.
    pub fn take(&mut self, sheet: &Sheet) -> Result<(), Diagnostic> {
        let (most_cells, most_text) = (Self::TABLES * CELLS, Self::TABLES * TEXT_BYTES);
        let (cells, text) = match &sheet.rows {
            Rows::Kept(rows) => {
                let texts = rows.iter().flat_map(|row| &row.cells);
                let text = texts.map(|value| value.text().len() as u64).sum::<u64>();
                ((rows.len() * sheet.headers.len()) as u64, text)
            }
            Rows::Written(written) => (0, written.text.len() as u64),
        };
        let (cells, text) = (self.cells + cells, self.text + text);
        if cells > most_cells || text > most_text {
            return Err(diagnostic!(
                codes::data::MANY_TABLES,
                Place::file(&*sheet.path),
                cells = most_cells,
                megabytes = most_text / MEGABYTE
            ));
        }
        (self.cells, self.text) = (cells, text);
        Ok(())
    }
}

/// What is left of the memory of all figures.
#[derive(Debug)]
pub(crate) struct FigureRoom {
    bytes: u64,
}

impl Default for FigureRoom {
    fn default() -> FigureRoom {
        FigureRoom::of(FIGURE_BYTES)
    }
}

impl FigureRoom {
    pub fn of(bytes: u64) -> FigureRoom {
        FigureRoom { bytes }
    }

    /// How many figures of so many bytes there is room for.
    pub fn left_for(&self, bytes: usize) -> usize {
        usize::try_from(self.bytes).unwrap_or(usize::MAX) / bytes
    }

    pub fn take(&mut self, bytes: usize) -> Result<(), Excess> {
        let left = self.bytes.checked_sub(bytes as u64);
        self.bytes = left.ok_or(Excess::Figures)?;
        Ok(())
    }
}

/// What is left of the room of one table.
#[derive(Debug)]
pub(crate) struct Room {
    most_cells: u64,
    cells: u64,
    text: u64,
}

impl Default for Room {
    fn default() -> Room {
        Room::of(CELLS, TEXT_BYTES)
    }
}

impl Room {
    /// Of a text whose rows are not kept.
    pub fn of_text() -> Room {
        Room::of(CELLS_OF_TEXT, FILE_BYTES)
    }

    fn of(cells: u64, text: u64) -> Room {
        Room {
            most_cells: cells,
            cells,
            text,
        }
    }

    /// The most delimiters of a text, those in its cells too.
    pub fn delimiters(&self) -> u64 {
        self.most_cells.max(4 * CELLS)
    }

    /// The problem of more cells than there is room for.
    pub fn too_many_cells(&self, place: Place) -> Diagnostic {
        diagnostic!(codes::data::MANY_CELLS, place, cells = self.most_cells)
    }

    /// Takes the room of so many cells.
    pub fn cells(&mut self, cells: u64) -> Result<(), Excess> {
        self.cells = self.cells.checked_sub(cells).ok_or(Excess::Cells)?;
        Ok(())
    }

    /// Takes the room of a text.
    pub fn text(&mut self, text: &str) -> Result<(), Excess> {
        let bytes = text.len() as u64;
        if bytes > CELL_CHARACTERS as u64
            && (bytes > CELL_BYTES || text.chars().count() > CELL_CHARACTERS)
        {
            return Err(Excess::Cell);
        }
        self.text = self.text.checked_sub(bytes).ok_or(Excess::Text)?;
        Ok(())
    }
}

/// The cells of a sheet that hold something: rows counted from 0, each to its last cell.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    rows: BTreeMap<u32, Vec<Value>>,
    room: Room,
}

impl Cells {
    /// Keeps a cell, if there is room for it and the blanks before it.
    pub fn keep(&mut self, row: u32, column: u32, value: Value) -> Result<(), Excess> {
        if value == Value::Empty {
            return Ok(());
        }
        self.room.text(value.text())?;
        if column >= COLUMNS {
            return Err(Excess::Column);
        }
        let cells = self.rows.entry(row).or_default();
        let column = column as usize;
        if column >= cells.len() {
            self.room.cells((column + 1 - cells.len()) as u64)?;
            cells.resize(column + 1, Value::Empty);
        }
        cells[column] = value;
        Ok(())
    }

    /// A row, to its last cell that holds something.
    pub fn row(&self, row: u32) -> &[Value] {
        self.rows.get(&row).map_or(&[], Vec::as_slice)
    }

    /// Whether something stands there.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        let value = self.row(row).get(column as usize);
        value.is_some_and(|value| *value != Value::Empty)
    }

    /// The rows that hold something, from the first.
    pub fn into_rows(self) -> impl Iterator<Item = (u32, Vec<Value>)> {
        self.rows.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tally::Tally;
    use super::*;
    use crate::diagnostic::MessageLanguage;

    #[test]
    fn texts_whose_rows_are_not_kept_take_the_room_of_their_text() {
        let mut together = Together::default();
        let mut take = |path: &str, megabytes: usize| {
            let text = "1,2\n".repeat((MEGABYTE as usize / 4) * megabytes);
            together.take(&Sheet {
                path: path.into(),
                name: None,
                header_row: 1,
                above: Vec::new(),
                first_column: 0,
                headers: vec!["a".to_owned(), "b".to_owned()],
                rows: Rows::written(text, b','.into(), 0),
                tally: Tally::default(),
                merged: Vec::new(),
                formats: super::super::number_format::Formats::default(),
                made_from: Vec::new(),
            })
        };
        assert!(take("data/a.csv", 60).is_ok());
        let problem = take("data/b.csv", 5).expect_err("it is too much");
        assert_eq!(
            problem.message(MessageLanguage::English),
            "with this table, the tables of the campaign have more than 2000000 cells or 64 MB of text"
        );
        assert!(take("data/c.csv", 4).is_ok());
    }
}
