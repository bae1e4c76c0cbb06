//! A table as it stands in its file: rows of raw cells → [`Sheet`], a header and the rows under it.
//!
//! It knows where each cell stands (`F14`), but not what the columns mean.

use super::declaration::Declaration;
use super::findings::Findings;
use super::room::{CELLS, Excess};
use super::values::{clean_label, text};
use crate::diagnostic::{Place, codes, diagnostic};
use crate::khmer::legacy;
use crate::spelling;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// What one cell holds, before anybody asks what it means.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Value {
    #[default]
    Empty,
    Text(String),
    /// A workbook's number, exact to the fifteen digits that spreadsheets keep.
    Number(Decimal),
    /// A date, as `2025-01-31`.
    Date(String),
    Truth(bool),
    /// A spreadsheet error such as `#REF!`.
    Error(String),
    /// A formula whose result was not saved with the file.
    Unsaved(String),
}

impl Value {
    /// The text that it takes memory for.
    pub fn text(&self) -> &str {
        match self {
            Value::Text(text) | Value::Date(text) | Value::Error(text) | Value::Unsaved(text) => {
                text
            }
            Value::Empty | Value::Number(_) | Value::Truth(_) => "",
        }
    }
}

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
pub(super) fn column_letters(column: u32) -> String {
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

/// A header and the rows under it.
#[derive(Debug)]
pub(super) struct Sheet {
    pub path: Arc<str>,
    pub name: Option<Arc<str>>,
    pub header_row: u32,
    pub first_column: u32,
    /// Cleaned of invisible characters and surrounding space.
    pub headers: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub(super) struct Row {
    pub number: u32,
    /// As many as there are headers.
    pub cells: Vec<Value>,
}

impl Sheet {
    pub fn cell_place(&self, row: u32, column: usize) -> CellPlace {
        CellPlace {
            path: self.path.clone(),
            sheet: self.name.clone(),
            row,
            column: self.first_column + u32::try_from(column).unwrap_or(u32::MAX - 1),
        }
    }
}

impl Sheet {
    /// Reports the cells, headers too, whose Khmer is no proper Khmer.
    pub fn check_spelling(&self, findings: &mut Findings) {
        let headers = self.headers.iter().enumerate();
        for (column, header) in headers {
            self.check_cell(self.header_row, column, header, findings);
        }
        for row in &self.rows {
            for (column, value) in row.cells.iter().enumerate() {
                if let Value::Text(text) = value {
                    self.check_cell(row.number, column, text, findings);
                }
            }
        }
    }

    fn check_cell(&self, row: u32, column: usize, text: &str, findings: &mut Findings) {
        let (text, _) = clean_label(text);
        if legacy::is_clean(&text) {
            return;
        }
        let place = self.cell_place(row, column).place(None);
        for problem in spelling::problems(&text, |_| place.clone()) {
            findings.push(problem);
        }
    }
}

/// The rows of a file before anybody knows which of them is the header.
#[derive(Debug)]
pub(super) struct RawRows {
    pub path: Arc<str>,
    pub sheet: Option<Arc<str>>,
    pub rows: Vec<Row>,
    /// Merged cells: first row and column, last row and column; rows from 1, columns from 0.
    pub merged: Vec<((u32, u32), (u32, u32))>,
    /// Whether a row shorter than the header is a mistake: so in a CSV file, not in a workbook.
    pub rows_have_a_length: bool,
}

/// Finds the header and the rows under it, as the declaration says where they are.
pub(super) fn from_rows(
    raw: RawRows,
    declaration: &Declaration,
    required: &[&str],
    findings: &mut Findings,
) -> Option<Sheet> {
    let window = declaration.window();
    let header_row = match (declaration.header_row, &window) {
        (Some(row), _) => row,
        (None, Some(window)) => window.first_row,
        (None, None) => 1,
    };
    let first_column = window.as_ref().map_or(0, |window| window.first_column);
    let last_column = window.as_ref().map(|window| window.last_column);
    let last_row = window.as_ref().map_or(u32::MAX, |window| window.last_row);
    let kept = |cells: usize| {
        let end = last_column.map_or(cells, |last| (last as usize + 1).min(cells));
        (first_column as usize).min(end)..end
    };
    let mut sheet = Sheet {
        path: raw.path.clone(),
        name: raw.sheet.clone(),
        header_row,
        first_column,
        headers: Vec::new(),
        rows: Vec::new(),
    };
    let merged_header = raw.merged.iter().find(|((top, left), (bottom, right))| {
        *top <= header_row
            && header_row <= *bottom
            && *right >= first_column
            && last_column.is_none_or(|last| *left <= last)
    });
    if let Some(((top, left), (bottom, right))) = merged_header {
        let range = format!(
            "{}{top}:{}{bottom}",
            column_letters(*left),
            column_letters(*right)
        );
        let cell = CellPlace {
            path: raw.path.clone(),
            sheet: raw.sheet.clone(),
            row: *top,
            column: *left,
        };
        findings.push(diagnostic!(
            codes::data::MERGED_HEADER,
            cell.place(None),
            range = range,
            toml = &findings.toml
        ));
        return None;
    }
    let header = raw.rows.iter().find(|row| row.number == header_row);
    sheet.headers = header.map_or_else(Vec::new, |row| {
        header_texts(&row.cells[kept(row.cells.len())])
    });
    while sheet.headers.last().is_some_and(String::is_empty) {
        sheet.headers.pop();
    }
    if sheet.headers.is_empty() {
        let place = sheet.cell_place(header_row, 0).place(None);
        findings.push(diagnostic!(
            codes::data::NO_HEADER,
            place,
            row = header_row,
            toml = &findings.toml
        ));
        return None;
    }
    if let Some(found) = header_elsewhere(&raw.rows, &sheet, required, declaration) {
        let place = sheet.cell_place(header_row, 0).place(None);
        findings.push(diagnostic!(
            codes::data::HEADER_BELOW,
            place,
            row = header_row,
            found = found,
            toml = &findings.toml
        ));
        return None;
    }
    // Each row is made as long as the header.
    let cells = (raw.rows.len() as u64).saturating_mul(sheet.headers.len() as u64);
    if cells > CELLS {
        let place = sheet.cell_place(header_row, 0).place(None);
        findings.push(Excess::Cells.problem(place));
        return None;
    }
    let skipped: BTreeSet<u32> = declaration.skip_rows.iter().copied().collect();
    for row in raw.rows {
        if row.number <= header_row || row.number > last_row || skipped.contains(&row.number) {
            continue;
        }
        let mut cells = row.cells;
        let kept = kept(cells.len());
        cells.truncate(kept.end);
        cells.drain(..kept.start);
        if cells.iter().all(|cell| *cell == Value::Empty) {
            continue;
        }
        let written = cells.len();
        while cells.len() > sheet.headers.len() && cells.last() == Some(&Value::Empty) {
            cells.pop();
        }
        let outside = cells.len() > sheet.headers.len();
        if outside && !raw.rows_have_a_length {
            let column = cells.len() - 1;
            let read = text(&cells[column]).unwrap_or_default();
            let place = sheet.cell_place(row.number, column).place(None);
            findings.push(diagnostic!(
                codes::data::OUTSIDE_COLUMNS,
                place,
                read = read.trim(),
                row = header_row,
                toml = &findings.toml
            ));
            continue;
        }
        if outside || (raw.rows_have_a_length && written < sheet.headers.len()) {
            let column = cells.len().min(sheet.headers.len());
            let place = sheet.cell_place(row.number, column).place(None);
            findings.push(diagnostic!(
                codes::data::RAGGED_ROW,
                place,
                row = row.number,
                cells = written.max(cells.len()),
                columns = sheet.headers.len()
            ));
            continue;
        }
        cells.resize(sheet.headers.len(), Value::Empty);
        sheet.rows.push(Row {
            number: row.number,
            cells,
        });
    }
    Some(sheet)
}

fn header_texts(cells: &[Value]) -> Vec<String> {
    cells
        .iter()
        .map(|cell| match cell {
            Value::Text(text) | Value::Date(text) => clean_label(text).0,
            Value::Number(number) => number.normalize().to_string(),
            _ => String::new(),
        })
        .collect()
}

/// A row under the one that was taken for the header which holds all the columns that must be there.
fn header_elsewhere(
    rows: &[Row],
    sheet: &Sheet,
    required: &[&str],
    declaration: &Declaration,
) -> Option<u32> {
    let wanted: Vec<&str> = required
        .iter()
        .filter(|name| !declaration.constants.contains_key(**name))
        .map(|name| declaration.header_of(name))
        .collect();
    let holds_all = |headers: &[String]| {
        !wanted.is_empty()
            && wanted
                .iter()
                .all(|name| headers.iter().any(|header| header == name))
    };
    if holds_all(&sheet.headers) {
        return None;
    }
    rows.iter()
        .take(40)
        .find(|row| row.number != sheet.header_row && holds_all(&header_texts(&row.cells)))
        .map(|row| row.number)
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
