//! Where a figure stands in its file, and the names of cells.

use crate::diagnostic::Place;
use std::fmt;
use std::sync::Arc;

/// Where a figure was read: the cell as a spreadsheet names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPlace {
    pub path: Arc<str>,
    pub sheet: Option<Arc<str>>,
    /// Counted from 1, as spreadsheets do.
    pub row: u32,
    /// Counted from 0.
    pub column: u32,
}

impl CellPlace {
    /// The cell of the same row that lies so many columns to the right.
    pub(crate) fn at_column(&self, columns: usize) -> CellPlace {
        let columns = u32::try_from(columns).unwrap_or(0);
        CellPlace {
            column: self.column + columns,
            ..self.clone()
        }
    }

    /// The place for a message; `key` says what the row is about.
    pub fn place(&self, key: Option<String>) -> Place {
        Place::Cell {
            path: self.path.to_string(),
            sheet: self.sheet.as_deref().map(str::to_owned),
            cell: self.to_string(),
            key,
        }
    }
}

impl fmt::Display for CellPlace {
    /// `F14`
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", column_letters(self.column), self.row)
    }
}

/// `A` for 0, `Z` for 25, `AA` for 26.
pub(crate) fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = (rest - 1) % 26;
        letters.push(b'A' + u8::try_from(letter).expect("less than 26"));
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    String::from_utf8(letters).expect("letters are ASCII")
}

/// `F14` → its column from 0 and its row from 1.
pub(crate) fn parse_cell(text: &str) -> Option<(u32, u32)> {
    let (letters, digits) = split_cell(text);
    let row: u32 = digits.parse().ok()?;
    Some((parse_column(letters)?, row)).filter(|_| row > 0)
}

/// The letters that a name of a cell begins with, and the rest.
pub(crate) fn split_cell(text: &str) -> (&str, &str) {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    text.split_at(letters)
}

/// 0 for `A`, 26 for `AA`; a column has three letters at most.
pub(crate) fn parse_column(letters: &str) -> Option<u32> {
    if !matches!(letters.len(), 1..=3) {
        return None;
    }
    let number = letters.bytes().try_fold(0, |column, letter| {
        let is_letter = letter.is_ascii_alphabetic();
        is_letter.then(|| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    Some(number? - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        let named: Vec<String> = [0, 25, 26, 51, 52, 701, 702]
            .into_iter()
            .map(column_letters)
            .collect();
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
