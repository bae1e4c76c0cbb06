//! A row below the one that was taken for the header which is the header, below a title or notes.

use super::Value;
use super::columns::{plain, read_figure};
use super::left_out::lettered;
use super::names::header_texts;
use super::sheet::{Row, Sheet};
use crate::data::declaration::Declaration;
use crate::data::model::{Needed, Schema};
use std::borrow::Cow;
use std::collections::HashSet;

/// How far down a header is looked for.
const ROWS: usize = 40;

/// The number of the row, if there is one and the row that was taken is none.
pub(super) fn of(
    rows: &[Row],
    sheet: &Sheet,
    schema: &Schema,
    declaration: &Declaration,
) -> Option<u32> {
    let fields = schema.in_file().filter(|field| {
        field.needed != Needed::Nothing && !declaration.constants.contains_key(&*field.name)
    });
    // What stands under a letter needs no header.
    let fields = fields.filter(|field| {
        let header = declaration.header_of(&field.name);
        header == field.name || lettered(header, sheet.first_column).is_none()
    });
    let own = |name: &str| plain(declaration.header_of(name));
    let wanted: Vec<(Vec<String>, bool)> = fields
        .map(|field| {
            let names = std::iter::once(&*field.name).chain(field.or);
            (names.map(own).collect(), field.in_headers)
        })
        .collect();
    let holds_all = |headers: &[Cow<'_, str>]| {
        let has_figures = headers
            .iter()
            .any(|it| read_figure(it, declaration).is_some());
        let headers: HashSet<String> = headers.iter().map(|header| plain(header)).collect();
        let is_there = |(names, in_headers): &(Vec<String>, bool)| {
            names.iter().any(|name| headers.contains(name))
                || *in_headers && has_figures && schema.may_be_wide()
        };
        !wanted.is_empty() && wanted.iter().all(is_there)
    };
    let taken: Vec<Cow<'_, str>> = sheet.headers.iter().map(|it| it.as_str().into()).collect();
    if holds_all(&taken) {
        return None;
    }
    let others = || {
        rows.iter()
            .filter(|row| row.number != sheet.header_row)
            .take(ROWS)
    };
    let found = others().find(|row| holds_all(&header_texts(&row.cells)));
    // A title stands alone; names stand beside each other.
    let is_title = taken.iter().filter(|text| !text.is_empty()).count() == 1;
    let names = |row: &&Row| {
        let mut filled = row.cells.iter().filter(|cell| **cell != Value::Empty);
        row.number > sheet.header_row
            && filled.clone().count() > 1
            && filled.all(|cell| matches!(cell, Value::Text(_)) || is_year(cell))
    };
    let found = found.or_else(|| others().filter(|_| is_title).find(names));
    found.map(|row| row.number)
}

/// Years stand alone in headers, as numbers.
fn is_year(cell: &Value) -> bool {
    matches!(cell, Value::Number(number) if (1900.into()..2700.into()).contains(number))
}
