//! What a declaration leaves out of a table: columns by their names or letters, rows by their numbers
//! and those from a text on.

use super::sheet::{Row, Sheet};
use super::tally::Tally;
use super::{Value, values};
use crate::data::declaration::{Dialect, Findings};
use crate::data::model::{clean_label, parse_column};
use crate::diagnostic::{Candidates, Place, codes, diagnostic};
use crate::schema::Written;
use std::collections::BTreeSet;

/// Empties the cells of the columns that are left out, and their names.
pub(super) fn columns(
    dialect: &Dialect,
    sheet: &mut Sheet,
    rows: &mut [Row],
    findings: &mut Findings,
) {
    if dialect.only_columns.is_empty() && dialect.skip_columns.is_empty() {
        return;
    }
    let only = named("only_columns", &dialect.only_columns, sheet, rows, findings);
    let skip = named("skip_columns", &dialect.skip_columns, sheet, rows, findings);
    let is_left_out = |column: &usize| {
        skip.contains(column) || !dialect.only_columns.is_empty() && !only.contains(column)
    };
    for column in (0..sheet.headers.len()).filter(is_left_out) {
        sheet.leave_out(column);
    }
    for row in rows {
        for column in (0..row.cells.len()).filter(is_left_out) {
            sheet.empty(row, column);
        }
    }
}

/// The numbers of the columns of these names; what is no column is told.
pub(super) fn named(
    key: &'static str,
    names: &[Written<String>],
    sheet: &Sheet,
    rows: &[Row],
    findings: &mut Findings,
) -> BTreeSet<usize> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = width.max(sheet.headers.len());
    let mut found = BTreeSet::new();
    for name in names {
        let clean = clean_label(&name.value).0;
        let headers = sheet.headers.iter().enumerate();
        let called = headers.filter(|(_, header)| **header == clean);
        let called: Vec<usize> = called.map(|(column, _)| column).collect();
        if !called.is_empty() {
            found.extend(called);
            continue;
        }
        match lettered(&clean, sheet.first_column).filter(|column| *column < width) {
            Some(column) => {
                found.insert(column);
            }
            None => {
                let headers = sheet.headers.iter().filter(|header| !header.is_empty());
                let headers = Candidates::of(headers.map(String::as_str));
                let unknown = diagnostic!(
                    codes::data::NO_COLUMN_TO_LEAVE_OUT,
                    name.place(&findings.toml),
                    key = key,
                    read = &name.value,
                    headers = headers.list()
                );
                findings.push(unknown.did_you_mean(&clean, &headers));
            }
        }
    }
    found
}

/// The number of the column `F`, counted from the table's first.
pub(super) fn lettered(name: &str, first_column: u32) -> Option<usize> {
    let is_lettered = name.bytes().all(|letter| letter.is_ascii_uppercase());
    let column = is_lettered.then(|| parse_column(name))??;
    Some(column.checked_sub(first_column)? as usize)
}

/// Drops the first row that says the text, in any of its cells, and all rows behind it.
pub(super) fn until(
    text: &Written<String>,
    rows: &mut Vec<Row>,
    tally: &mut Tally,
    findings: &mut Findings,
) {
    let end = clean_label(&text.value).0;
    let says =
        |value: &Value| values::text(value).is_ok_and(|text| text.as_deref() == Some(end.as_str()));
    match rows.iter().position(|row| row.cells.iter().any(says)) {
        Some(end) => rows.drain(end..).for_each(|row| tally.skip(&row)),
        None => {
            let place: Place = text.place(&findings.toml);
            findings.push(diagnostic!(codes::data::NO_END, place, read = &text.value));
        }
    }
}
