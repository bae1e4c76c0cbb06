//! CSV and TSV text → rows of raw cells, numbered as a spreadsheet would number them.

use super::hidden::Hidden;
use super::room::{CELLS, COLUMNS, Excess, Room};
use super::sheet::RawRows;
use super::{Format, Row, Value};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::CellPlace;
use crate::diagnostic::{Place, codes, diagnostic};
use std::sync::Arc;

pub(super) const FORMAT: Format = Format {
    endings: &["csv", "tsv"],
    read: |path, files, declaration, findings| {
        let text = files.text(path)?;
        Ok(read(path, &text, declaration, findings))
    },
};

/// The most delimiters of a file, those in texts too.
const DELIMITERS: u64 = 4 * CELLS;

/// Reads the text of a `.csv` or `.tsv` file. The delimiter is declared, or a comma, or a tab in a
/// `.tsv` file: it is never guessed.
fn read(
    path: &str,
    text: &str,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<RawRows> {
    let delimiter = declaration
        .dialect
        .delimiter
        .unwrap_or(if path.ends_with(".tsv") { '\t' } else { ',' });
    if let Some(found) = other_delimiter(text, delimiter) {
        findings.push(diagnostic!(
            codes::data::OTHER_DELIMITER,
            Place::file(path),
            read = shown(delimiter),
            found = shown(found),
            toml = &findings.toml
        ));
        return None;
    }
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    // A line of nothing but delimiters takes a hundred times its length before any cell is seen.
    let delimiters = memchr::memchr_iter(delimiter, text.as_bytes()).count() as u64;
    if delimiters > DELIMITERS {
        findings.push(Excess::Cells.problem(Place::file(path)));
        return None;
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let path: Arc<str> = Arc::from(path);
    let mut room = Room::default();
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut number = 0;
    let mut line = 1;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                findings.push(diagnostic!(
                    codes::data::UNREADABLE_TABLE,
                    Place::file(&*path),
                    reason = error
                ));
                return None;
            }
        }
        let next_line = reader.position().line();
        // Blank lines are rows in a spreadsheet, and line breaks inside quotes are not.
        let own_lines = 1 + record
            .iter()
            .map(|cell| memchr::memchr_iter(b'\n', cell.as_bytes()).count() as u64)
            .sum::<u64>();
        number += 1 + (next_line - line).saturating_sub(own_lines);
        line = next_line;
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let mut cells = Vec::with_capacity(record.len());
        for (column, cell) in record.iter().enumerate() {
            let value = Value::written(cell);
            let kept = match column {
                far if far >= COLUMNS as usize && value != Value::Empty => Err(Excess::Column),
                _ => room.cells(1).and_then(|()| room.text(cell)),
            };
            if let Err(excess) = kept {
                let place = CellPlace {
                    path,
                    sheet: None,
                    row: number,
                    column: u32::try_from(column).unwrap_or(u32::MAX - 1),
                };
                findings.push(excess.problem(place.place(None)));
                return None;
            }
            cells.push(value);
        }
        rows.push(Row { number, cells });
    }
    Some(RawRows {
        path,
        sheet: None,
        rows,
        merged: Vec::new(),
        hidden: Hidden::default(),
        rows_have_a_length: true,
    })
}

/// Another delimiter that the first line is full of while the expected one is not in it.
fn other_delimiter(text: &str, delimiter: char) -> Option<char> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    if first.contains(delimiter) {
        return None;
    }
    [';', '\t', ',', '|']
        .into_iter()
        .find(|other| first.contains(*other))
}

fn shown(delimiter: char) -> String {
    match delimiter {
        '\t' => "\\t".to_owned(),
        other => other.to_string(),
    }
}
