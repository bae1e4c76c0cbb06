//! Texts that stand for a blank or for a zero, as the declaration says which → blanks and zeros.

use super::rows::Rows;
use super::{Grid, Value, roles, values};
use crate::data::declaration::Declaration;
use crate::data::model::Schema;
use rust_decimal::Decimal;

/// Replaces them, each cell being looked at once.
pub(crate) fn replace(grid: &mut Grid, declaration: &Declaration, schema: &Schema) {
    let (missing, zero) = (&declaration.dialect.missing, &declaration.dialect.zero);
    if missing.is_empty() && zero.is_empty() {
        return;
    }
    let numbers = roles::numbers(grid, declaration, schema);
    let tally = &mut grid.sheet.tally;
    let Rows::Kept(rows) = &mut grid.sheet.rows else {
        return;
    };
    for row in rows {
        for (column, cell) in row.cells.iter_mut().enumerate() {
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
            } else if numbers.contains(&column) && zero.contains(&*text) {
                *cell = Value::Number(Decimal::ZERO);
            }
        }
    }
}
