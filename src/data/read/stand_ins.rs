//! Texts that stand for a blank or for a zero, as the declaration says which → blanks and zeros.

use super::rows::Rows;
use super::{Grid, Value, values};
use crate::data::declaration::{Declaration, OfKind};
use crate::data::model::Schema;
use rust_decimal::Decimal;

/// Replaces them, each cell being looked at once.
pub(crate) fn replace(grid: &mut Grid, declaration: &Declaration, schema: &Schema) {
    let (missing, zero) = (&declaration.dialect.missing, &declaration.dialect.zero);
    if missing.is_empty() && zero.is_empty() {
        return;
    }
    let numbers = numbers(grid, declaration, schema);
    let tally = &mut grid.sheet.tally;
    let Rows::Kept(rows) = &mut grid.sheet.rows else {
        return;
    };
    for row in rows {
        for (column, (cell, is_number)) in row.cells.iter_mut().zip(&numbers).enumerate() {
            let text = match values::text(cell) {
                Ok(text) => text,
                // One that is declared to mean nothing needs no mending.
                Err(Value::Error(error)) => Some(error.into()),
                Err(_) => None,
            };
            let Some(text) = text else {
                continue;
            };
            if missing.contains(&*text) {
                *cell = Value::Empty;
                tally.is_missing(column);
            } else if *is_number && zero.contains(&*text) {
                *cell = Value::Number(Decimal::ZERO);
            }
        }
    }
}

/// Which columns hold numbers.
fn numbers(grid: &Grid, declaration: &Declaration, schema: &Schema) -> Vec<bool> {
    let mut numbers = vec![false; grid.sheet.headers.len()];
    for figure in &grid.columns.figures {
        numbers[figure.column] = true;
    }
    let fields = schema.in_file().filter(|field| field.holds.is_number());
    let own = match &declaration.rules.of {
        OfKind::Table(of) => Some(of.schema.iter()),
        _ => None,
    };
    let own = own.into_iter().flatten();
    let own = own.filter_map(|(name, holds)| holds.is_number().then_some(&**name));
    for name in fields.map(|field| &*field.name).chain(own) {
        let column = grid.columns.index(name);
        let headers = || grid.sheet.headers.iter().position(|header| header == name);
        if let Some(column) = column.or_else(headers) {
            numbers[column] = true;
        }
    }
    numbers
}
