//! The rows of a file → the header among them and the rows under it.

use super::cell::Value;
use super::left_out::lettered;
use super::names::{Merged, Top};
use super::room::{CELLS, Excess};
use super::rows::{Extent, Rows, Standing};
use super::sheet::{RawRows, Row, Sheet};
use super::tally::Tally;
use super::values::text;
use super::{elsewhere, hidden, left_out, names, two_lines};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{CellPlace, Schema, column_letters};
use crate::diagnostic::{Diagnostic, codes, diagnostic};
use std::borrow::Cow;

/// How far above a header titles and notes are read.
const ROWS_ABOVE: usize = 20;
/// How far below it a header is looked for.
const ROWS_BELOW: usize = 60;

/// Finds the header and the rows under it, as the declaration says where they are.
pub(crate) fn find(
    mut raw: RawRows,
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
    let mut top = Top {
        rows: top(&raw.rows, header_row),
        merged: std::mem::take(&mut raw.merged),
    };
    let reaches = |((top, _), (bottom, _)): &Merged| (*top..=*bottom).contains(&header_row);
    if !top.merged.iter().any(reaches) {
        let kept = |cells| extent.kept(cells);
        let merged = two_lines::merged(&top.rows, header_row, &kept, declaration);
        top.merged.extend(merged);
    }
    let mut sheet = Sheet {
        path: raw.path.clone(),
        name: raw.sheet.clone(),
        header_row,
        above: Vec::new(),
        first_column,
        headers: Vec::new(),
        rows: Rows::Kept(Vec::new()),
        tally: Tally::default(),
        merged: Vec::new(),
        formats: std::mem::take(&mut raw.formats),
        made_from: Vec::new(),
    };
    let named = names::of(
        &top,
        header_row,
        &|cells| extent.kept(cells),
        &sheet,
        findings,
    )?;
    let header_row = named.row;
    (sheet.header_row, extent.header_row) = (header_row, header_row);
    sheet.headers = named.texts;
    name_by_letters(&top.rows, declaration, &mut sheet);
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
    if let Some(found) = elsewhere::of(&top.rows, &sheet, schema, declaration) {
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
    sheet.above = above(&top.rows, header_row, &sheet);
    sheet.merged = top.merged;
    sheet.merged.retain(|((top, _), _)| *top > header_row);
    let rows = match raw.rows {
        Rows::Kept(rows) => {
            let rows = within(rows, &mut extent, &mut sheet.tally);
            let rows = shown_rows(rows, &raw.hidden, declaration, &mut sheet, findings)?;
            Rows::Kept(rows)
        }
        // Nothing of them is left out, and no text hides anything.
        written @ Rows::Written(_) => written,
    };
    // Each row is made as long as the header.
    let cells = (rows.len() as u64).saturating_mul(sheet.headers.len() as u64);
    if cells > CELLS && matches!(rows, Rows::Kept(_)) {
        let place = sheet.cell_place(header_row, 0).place(None);
        findings.push(Excess::Cells.problem(place));
        return None;
    }
    extent.columns = sheet.headers.len();
    let mut tally = std::mem::take(&mut sheet.tally);
    sheet.rows = rows.of_table(extent, &mut tally, |row, standing, value| {
        findings.extend(no_row(&sheet, row, standing, value, &findings.toml));
    });
    sheet.tally = tally;
    nameless(&sheet, findings);
    Some(sheet)
}

/// Gives a column without a name its letter for one, if the declaration calls it so.
fn name_by_letters(rows: &[Row], declaration: &Declaration, sheet: &mut Sheet) {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = width.saturating_sub(sheet.first_column as usize);
    for (_, letters) in declaration.columns() {
        let column = lettered(letters, sheet.first_column).filter(|column| *column < width);
        let Some(column) = column.filter(|_| !sheet.headers.iter().any(|it| it == letters)) else {
            continue;
        };
        if column >= sheet.headers.len() {
            sheet.headers.resize(column + 1, String::new());
        }
        if sheet.headers[column].is_empty() {
            letters.clone_into(&mut sheet.headers[column]);
        }
    }
}

/// The rows down to the header and as many below it as are looked at for another.
fn top(rows: &Rows, header_row: u32) -> Vec<Row> {
    let mut below = 0;
    let is_top = |row: &Cow<'_, Row>| {
        below += usize::from(row.number > header_row);
        below <= ROWS_BELOW
    };
    rows.iter()
        .take_while(is_top)
        .map(Cow::into_owned)
        .collect()
}

/// The rows of the window from the header on, cut to its columns; the extent has none to cut then.
fn within(mut rows: Vec<Row>, extent: &mut Extent, tally: &mut Tally) -> Vec<Row> {
    rows.retain(|row| {
        let filled = row.cells.iter().map(|cell| *cell != Value::Empty);
        tally.outside(extent, row.number, row.cells.len(), filled);
        (extent.header_row..=extent.last_row).contains(&row.number)
            && !extent.skipped.contains(&row.number)
    });
    for row in &mut rows {
        let kept = extent.kept(row.cells.len());
        row.cells.truncate(kept.end);
        row.cells.drain(..kept.start);
    }
    (extent.first_column, extent.last_column) = (0, None);
    rows
}

/// What is left of them once the columns, the rows and what is hidden are left out as declared; none if
/// something is hidden and nobody said what becomes of it.
fn shown_rows(
    mut rows: Vec<Row>,
    unseen: &hidden::Hidden,
    declaration: &Declaration,
    sheet: &mut Sheet,
    findings: &mut Findings,
) -> Option<Vec<Row>> {
    left_out::columns(&declaration.dialect, sheet, &mut rows, findings);
    if let Some(text) = &declaration.dialect.until {
        left_out::until(text, &mut rows, &mut sheet.tally, findings);
    }
    hidden::check(
        unseen,
        &mut rows,
        declaration.dialect.unseen,
        sheet,
        findings,
    )
    .then_some(rows)
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
    if nameless.is_empty() {
        return;
    }
    let mut found: Vec<(usize, Option<Value>)> = vec![(0, None); nameless.len()];
    for row in sheet.rows.iter() {
        for ((count, first), column) in found.iter_mut().zip(&nameless) {
            if row.cells[*column] != Value::Empty {
                *count += 1;
                first.get_or_insert_with(|| row.cells[*column].clone());
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
            read = shown(&first),
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
