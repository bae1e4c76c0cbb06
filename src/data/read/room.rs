//! How much one table may hold → counted down before any of it is kept.
//!
//! A few bytes can stand for a million long cells, and a file of a gigabyte can be one cell. Whoever
//! reads a table asks here first, whatever its format. It knows no file.

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
        let cells = self.cells + (sheet.rows.len() * sheet.headers.len()) as u64;
        let texts = sheet.rows.iter().flat_map(|row| &row.cells);
        let text = self.text + texts.map(|value| value.text().len() as u64).sum::<u64>();
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

/// What is left of the room of one table.
#[derive(Debug)]
pub(crate) struct Room {
    cells: u64,
    text: u64,
}

impl Default for Room {
    fn default() -> Room {
        Room {
            cells: CELLS,
            text: TEXT_BYTES,
        }
    }
}

impl Room {
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
