//! Values of a table that are none of those that its declaration or its kind allows.
//!
//! Each cell is looked at once; what is blank was looked at where it was read.

use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Cell, Column, Holds, Table, TableCell};
use crate::diagnostic::{Candidates, Diagnostic, Place, codes, diagnostic};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// One diagnostic for each cell.
pub(super) fn check(table: &Table, _: &Declaration, findings: &mut Findings) {
    for (at, column) in table.columns.iter().enumerate() {
        let values = allowed(column);
        let known = Candidates::of(values.iter().copied());
        let allowed: HashSet<&str> = values.into_iter().collect();
        let mut firsts: HashMap<Cow<'_, str>, usize> = HashMap::new();
        for (number, row) in table.rows.iter().enumerate() {
            let cell = &row.cells[at];
            let Some(read) = text(cell) else {
                continue;
            };
            let place = || row.cell.at_column(column.position).place(None);
            findings.extend(outside(column, cell, place));
            if !allowed.is_empty() && !allowed.contains(&*read) {
                let unknown = diagnostic!(
                    codes::datasets::NO_SUCH_VALUE,
                    place(),
                    column = &column.header,
                    read = &read,
                    known = known.list()
                );
                findings.push(unknown.did_you_mean(&read, &known));
            }
            if column.constraints.unique {
                let first = *firsts.entry(read.clone()).or_insert(number);
                if first < number {
                    let first = table.rows[first].cell.at_column(column.position);
                    findings.push(diagnostic!(
                        codes::datasets::NOT_UNIQUE,
                        place(),
                        column = &column.header,
                        read = read,
                        first = first
                    ));
                }
            }
        }
    }
}

/// The only values that there may be; none, if there may be any.
fn allowed(column: &Column) -> Vec<&str> {
    match (column.holds, column.constraints.values.as_slice()) {
        (Holds::Word(words), []) => words.to_vec(),
        (_, values) => values.iter().map(String::as_str).collect(),
    }
}

/// What is wrong with a number.
fn outside(column: &Column, cell: &TableCell, place: impl Fn() -> Place) -> Option<Diagnostic> {
    let number = match cell {
        TableCell::Number(number) => *number,
        TableCell::Year(year) => Decimal::from(*year),
        TableCell::Empty | TableCell::Text(_) | TableCell::Day(_) => return None,
    };
    let constraints = &column.constraints;
    if column.holds == Holds::Whole && !number.is_integer() {
        return Some(diagnostic!(
            codes::data::NOT_A_WHOLE_NUMBER,
            place(),
            column = &column.header,
            read = number
        ));
    }
    if let Some(least) = constraints.minimum.filter(|least| number < *least) {
        return Some(diagnostic!(
            codes::datasets::TOO_SMALL,
            place(),
            column = &column.header,
            read = number,
            least = least
        ));
    }
    let most = constraints.maximum.filter(|most| number > *most)?;
    Some(diagnostic!(
        codes::datasets::TOO_LARGE,
        place(),
        column = &column.header,
        read = number,
        most = most
    ))
}

/// What a cell says, as the downloads say it.
fn text(cell: &TableCell) -> Option<Cow<'_, str>> {
    match Cell::of(cell) {
        Cell::Empty | Cell::Localised(_) => None,
        Cell::Text(text) => Some(text),
        Cell::Number(number) => Some(number.to_string().into()),
    }
}
