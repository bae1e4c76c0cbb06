//! The rows of a file → the header among them and the rows under it.

use super::cell::Value;
use super::room::{CELLS, Excess};
use super::rows::{Extent, Rows, Standing};
use super::sheet::{RawRows, Row, Sheet};
use super::values::text;
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{CellPlace, Needed, Schema, column_letters};
use crate::diagnostic::{Diagnostic, codes, diagnostic};
use std::borrow::Cow;
use std::ops::Range;

/// Finds the header and the rows under it, as the declaration says where they are.
pub(crate) fn find(
    raw: RawRows,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) -> Option<Sheet> {
    let window = declaration.dialect.range;
    let header_row = match (declaration.dialect.header_row, &window) {
        (Some(row), _) => row,
        (None, Some(window)) => window.first_row,
        (None, None) => 1,
    };
    let first_column = window.as_ref().map_or(0, |window| window.first_column);
    let last_column = window.as_ref().map(|window| window.last_column);
    let last_row = window.as_ref().map_or(u32::MAX, |window| window.last_row);
    let mut extent = Extent {
        header_row,
        last_row,
        skipped: declaration.dialect.skip_rows.clone(),
        first_column,
        last_column,
        columns: 0,
        rows_have_a_length: raw.rows_have_a_length,
    };
    let mut sheet = Sheet {
        path: raw.path.clone(),
        name: raw.sheet.clone(),
        header_row,
        first_column,
        headers: Vec::new(),
        rows: Rows::Kept(Vec::new()),
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
    sheet.headers = header.as_ref().map_or_else(Vec::new, |row| {
        header_texts(&row.cells[extent.kept(row.cells.len())])
    });
    if let Some(row) = header
        && names_are_broken(&row, &extent.kept(row.cells.len()), &sheet, findings)
    {
        return None;
    }
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
    if let Some(found) = header_elsewhere(&raw.rows, &sheet, schema, declaration) {
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
    if cells > CELLS && matches!(raw.rows, Rows::Kept(_)) {
        let place = sheet.cell_place(header_row, 0).place(None);
        findings.push(Excess::Cells.problem(place));
        return None;
    }
    extent.columns = sheet.headers.len();
    let rows = raw.rows.of_table(extent, |row, standing, value| {
        findings.extend(no_row(&sheet, row, standing, value, &findings.toml));
    });
    Some(Sheet { rows, ..sheet })
}

/// Why a row cannot be one of the table.
fn no_row(
    sheet: &Sheet,
    row: u32,
    standing: Standing,
    value: &Value,
    toml: &str,
) -> Option<Diagnostic> {
    let place = |column: usize| sheet.cell_place(row, column).place(None);
    match standing {
        Standing::Row | Standing::None => None,
        Standing::Outside { column } => Some(diagnostic!(
            codes::data::OUTSIDE_COLUMNS,
            place(column),
            read = shown(value),
            row = sheet.header_row,
            toml = toml
        )),
        Standing::Ragged { cells, column } => Some(diagnostic!(
            codes::data::RAGGED_ROW,
            place(column),
            row = row,
            cells = cells,
            columns = sheet.headers.len()
        )),
    }
}

fn header_texts(cells: &[Value]) -> Vec<String> {
    let texts = cells.iter().map(|cell| text(cell).ok().flatten());
    texts
        .map(|text| text.map_or_else(String::new, Cow::into_owned))
        .collect()
}

/// Tells each cell of the header that names its column by an error, or by a formula without a result.
fn names_are_broken(
    row: &Row,
    kept: &Range<usize>,
    sheet: &Sheet,
    findings: &mut Findings,
) -> bool {
    let mut broken = false;
    for (column, value) in row.cells[kept.clone()].iter().enumerate() {
        if let Err(value) = text(value) {
            let place = sheet.cell_place(row.number, column).place(None);
            let read = shown(value);
            findings.push(diagnostic!(codes::data::BROKEN_HEADER, place, read = read));
            broken = true;
        }
    }
    broken
}

/// What stands in a cell, as a spreadsheet shows it.
fn shown(value: &Value) -> Cow<'_, str> {
    match (text(value), value) {
        (Ok(text), _) => text.unwrap_or_default(),
        (Err(_), Value::Unsaved(formula)) => Cow::Owned(format!("={formula}")),
        (Err(value), _) => Cow::Borrowed(value.text()),
    }
}

/// A row under the one that was taken for the header which holds all the columns that must be there.
fn header_elsewhere(
    rows: &Rows,
    sheet: &Sheet,
    schema: &Schema,
    declaration: &Declaration,
) -> Option<u32> {
    let needed = schema.in_file().map(|field| (field.needed, &*field.name));
    let wanted: Vec<&str> = needed
        .filter(|(needed, name)| {
            *needed != Needed::Nothing && !declaration.constants.contains_key(*name)
        })
        .map(|(_, name)| declaration.header_of(name))
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
