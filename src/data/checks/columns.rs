//! The columns that checks compare with each other, by the names that a declaration gives them.

use super::Beside;
use crate::data::declaration::Findings;
use crate::data::model::figure_column;
use crate::data::read::{Grid, Value, values};
use crate::diagnostic::{Candidates, codes, diagnostic};
use rust_decimal::Decimal;

/// The number of a column: of a year and phase, of ours, or of the file; that there is none is told.
pub(super) fn column_of(
    grid: &Grid,
    name: &str,
    beside: &Beside<'_>,
    findings: &mut Findings,
) -> Option<usize> {
    let figure = figure_column(name).and_then(|(period, phase, direction)| {
        let mut figures = grid.columns.figures.iter();
        let is_it = |it: &&crate::data::read::columns::FigureColumn| {
            it.period == period && it.phase == phase && it.direction == direction
        };
        figures.find(is_it).map(|figure| figure.column)
    });
    let found = figure.or_else(|| grid.columns.index(name));
    if found.is_none() {
        let headers = grid
            .sheet
            .headers
            .iter()
            .filter(|header| !header.is_empty());
        let headers = Candidates::of(headers.map(String::as_str));
        let place = grid.sheet.cell_place(grid.sheet.header_row, 0).place(None);
        let missing = diagnostic!(
            codes::cells::NO_COLUMN_TO_COMPARE,
            place,
            read = name,
            headers = headers.list(),
            toml = &beside.declaration.toml
        );
        findings.push(missing.did_you_mean(name, &headers));
    }
    found
}

/// The number in a cell; what is none is told where the figures are read, or means nothing here.
pub(super) fn amount(value: &Value, beside: &Beside<'_>) -> Option<Decimal> {
    let separators = &beside.declaration.reading.separators;
    values::decimal(value, separators).ok().flatten()
}

/// The same of a percentage, with or without its sign.
pub(super) fn read(value: &Value, beside: &Beside<'_>) -> Option<Decimal> {
    match value {
        Value::Text(text) => {
            let text = text.as_str().trim_end_matches(['%', '៪']).trim_end();
            amount(&Value::written(text), beside)
        }
        value => amount(value, beside),
    }
}
