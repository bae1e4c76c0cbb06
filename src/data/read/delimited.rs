//! CSV and TSV text → its rows, once all of it was looked through.

use super::Format;
use super::hidden::Hidden;
use super::room::{COLUMNS, Excess, Room};
use super::rows::{Records, Rows, is_blank};
use super::sheet::RawRows;
use crate::data::declaration::{Declaration, Findings, OfKind};
use crate::data::model::{CellPlace, Kind};
use crate::diagnostic::{Place, codes, diagnostic};
use std::sync::Arc;

pub(super) const FORMAT: Format = Format {
    endings: &["csv", "tsv"],
    read: |path, files, declaration, findings| {
        let text = files.text(path)?;
        Ok(read(path, text, declaration, findings))
    },
};

/// Reads the text of a `.csv` or `.tsv` file. The delimiter is declared, or a comma, or a tab in a
/// `.tsv` file: it is never guessed.
fn read(
    path: &str,
    text: String,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<RawRows> {
    let delimiter = declaration
        .dialect
        .delimiter
        .unwrap_or(if path.ends_with(".tsv") { '\t' } else { ',' });
    if let Some(found) = other_delimiter(&text, delimiter) {
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
    let mut room = match is_read_again(declaration) {
        true => Room::of_text(),
        false => Room::default(),
    };
    // A line of nothing but delimiters takes a hundred times its length before any cell is seen.
    let delimiters = memchr::memchr_iter(delimiter, text.as_bytes()).count() as u64;
    if delimiters > room.delimiters() {
        findings.push(room.too_many_cells(Place::file(path)));
        return None;
    }
    let path: Arc<str> = Arc::from(path);
    let mut records = Records::of(&text, delimiter);
    let mut count = 0;
    loop {
        let number = match records.next() {
            Ok(Some(number)) => number,
            Ok(None) => break,
            Err(error) => {
                findings.push(diagnostic!(
                    codes::data::UNREADABLE_TABLE,
                    Place::file(&*path),
                    reason = error
                ));
                return None;
            }
        };
        count += 1;
        for (column, cell) in records.record.iter().enumerate() {
            let kept = match column {
                far if far >= COLUMNS as usize && !is_blank(cell) => Err(Excess::Column),
                _ => room.cells(1).and_then(|()| room.text(cell)),
            };
            if let Err(excess) = kept {
                let place = CellPlace {
                    path,
                    sheet: None,
                    row: number,
                    column: u32::try_from(column).unwrap_or(u32::MAX - 1),
                };
                let place = place.place(None);
                findings.push(match excess {
                    Excess::Cells => room.too_many_cells(place),
                    other => other.problem(place),
                });
                return None;
            }
        }
    }
    let rows = Rows::written(text, delimiter, count);
    Some(RawRows {
        path,
        sheet: None,
        rows: match is_read_again(declaration) {
            true => rows,
            false => rows.kept(),
        },
        merged: Vec::new(),
        hidden: Hidden::default(),
        rows_have_a_length: true,
    })
}

/// Whether rows are read where they are wanted, one at a time, and never kept: those of budgets are, of
/// which a country has a million, where nothing of them is left out or replaced. No other table is as
/// long.
fn is_read_again(declaration: &Declaration) -> bool {
    let dialect = &declaration.dialect;
    let changes_cells = !dialect.missing.is_empty() || !dialect.zero.is_empty();
    let leaves_out = !dialect.only_columns.is_empty() || !dialect.skip_columns.is_empty();
    let are_replaced = match &declaration.rules.of {
        OfKind::Budget(of) => of.codes_are_labels,
        _ => false,
    };
    let is_whole = !changes_cells && !leaves_out && !are_replaced && dialect.until.is_none();
    declaration.kind() == Kind::Budget && is_whole
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
