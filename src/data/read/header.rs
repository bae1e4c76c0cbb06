//! The rows of a file → the header among them and the rows under it.

use super::cell::Value;
use super::room::{CELLS, Excess};
use super::sheet::{RawRows, Row, Sheet};
use super::values::text;
use super::{elsewhere, hidden, left_out, names};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{CellPlace, Schema, column_letters};
use crate::diagnostic::{codes, diagnostic};
use std::borrow::Cow;

/// How far above a header titles and notes are read.
const ROWS_ABOVE: usize = 20;

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
    let kept = |cells: usize| {
        let end = last_column.map_or(cells, |last| (last as usize + 1).min(cells));
        (first_column as usize).min(end)..end
    };
    let mut sheet = Sheet {
        path: raw.path.clone(),
        name: raw.sheet.clone(),
        header_row,
        above: Vec::new(),
        first_column,
        headers: Vec::new(),
        rows: Vec::new(),
    };
    let named = names::of(&raw, header_row, &kept, &sheet, findings)?;
    let header_row = named.row;
    sheet.header_row = header_row;
    sheet.headers = named.texts;
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
    if let Some(found) = elsewhere::of(&raw.rows, &sheet, schema, declaration) {
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
    sheet.above = above(&raw.rows, header_row, &sheet);
    let skipped = &declaration.dialect.skip_rows;
    let mut rows = raw.rows;
    rows.retain(|row| {
        (header_row..=last_row).contains(&row.number) && !skipped.contains(&row.number)
    });
    for row in &mut rows {
        let kept = kept(row.cells.len());
        row.cells.truncate(kept.end);
        row.cells.drain(..kept.start);
    }
    left_out::columns(&declaration.dialect, &mut sheet, &mut rows, findings);
    if let Some(text) = &declaration.dialect.until {
        left_out::until(text, &mut rows, findings);
    }
    let unseen = declaration.dialect.unseen;
    if !hidden::check(&raw.hidden, &mut rows, unseen, &mut sheet, findings) {
        return None;
    }
    rows.retain(|row| row.number > header_row);
    // Each row is made as long as the header.
    let cells = (rows.len() as u64).saturating_mul(sheet.headers.len() as u64);
    if cells > CELLS {
        let place = sheet.cell_place(header_row, 0).place(None);
        findings.push(Excess::Cells.problem(place));
        return None;
    }
    for row in rows {
        let mut cells = row.cells;
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
            let place = sheet.cell_place(row.number, column).place(None);
            findings.push(diagnostic!(
                codes::data::OUTSIDE_COLUMNS,
                place,
                read = shown(&cells[column]),
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
    nameless(&sheet, findings);
    Some(sheet)
}

/// The texts of the rows just above the header, which may tell the unit of the figures.
fn above(rows: &[Row], header_row: u32, sheet: &Sheet) -> Vec<(CellPlace, String)> {
    let end = rows.partition_point(|row| row.number < header_row);
    let mut above = Vec::new();
    for row in &rows[end.saturating_sub(ROWS_ABOVE)..end] {
        for (column, cell) in (0..).zip(&row.cells) {
            if let Value::Text(text) = cell {
                let place = CellPlace {
                    path: sheet.path.clone(),
                    sheet: sheet.name.clone(),
                    row: row.number,
                    column,
                };
                above.push((place, text.as_str().to_owned()));
            }
        }
    }
    above
}

/// Tells each column that holds something and has no name.
fn nameless(sheet: &Sheet, findings: &mut Findings) {
    let headers = sheet.headers.iter().enumerate();
    let nameless = headers.filter(|(_, header)| header.is_empty());
    let nameless: Vec<usize> = nameless.map(|(column, _)| column).collect();
    let mut found: Vec<(usize, Option<&Value>)> = vec![(0, None); nameless.len()];
    for row in &sheet.rows {
        for ((count, first), column) in found.iter_mut().zip(&nameless) {
            if row.cells[*column] != Value::Empty {
                *count += 1;
                *first = first.or(Some(&row.cells[*column]));
            }
        }
    }
    for ((count, first), column) in found.into_iter().zip(nameless) {
        let Some(first) = first else {
            continue;
        };
        let cell = sheet.cell_place(sheet.header_row, column);
        findings.push(diagnostic!(
            codes::data::NAMELESS_COLUMN,
            cell.place(None),
            column = column_letters(cell.column),
            row = sheet.header_row,
            count = count,
            read = shown(first),
            toml = &findings.toml
        ));
    }
}

/// What stands in a cell, as a spreadsheet shows it.
pub(super) fn shown(value: &Value) -> Cow<'_, str> {
    match (text(value), value) {
        (Ok(text), _) => text.unwrap_or_default(),
        (Err(_), Value::Unsaved(formula)) => Cow::Owned(format!("={formula}")),
        (Err(value), _) => Cow::Borrowed(value.text()),
    }
}
