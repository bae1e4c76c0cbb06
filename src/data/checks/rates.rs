//! Amounts in two currencies, and what one is worth in the other: within a table it is one rate, as far as
//! the figures are rounded. Each row is looked at once.

use super::Beside;
use super::columns::{amount, column_of};
use crate::data::declaration::Findings;
use crate::data::model::CellPlace;
use crate::diagnostic::{codes, diagnostic};
use rust_decimal::Decimal;

/// What an amount in two currencies says of their rate.
struct Rate {
    least: Decimal,
    middle: Decimal,
    most: Decimal,
    cell: CellPlace,
}

pub(super) fn check(beside: &Beside<'_>, findings: &mut Findings) {
    let Some(other) = &beside.of.other_currency else {
        return;
    };
    let mut rates = Vec::new();
    for grid in beside.grids {
        let columns =
            [&other.column, &other.of].map(|name| column_of(grid, name, beside, findings));
        let [Some(other_at), Some(own_at)] = columns else {
            continue;
        };
        for row in grid.rows() {
            let own = amount(&row.cells[own_at], beside);
            let stated = amount(&row.cells[other_at], beside);
            if let (Some(own), Some(stated)) = (own, stated) {
                let cell = grid.sheet.cell_place(row.number, other_at);
                let scales = (beside.declaration.reading.scale, other.scale);
                rates.extend(rate(own, stated, scales, cell));
            }
        }
    }
    rates.sort_by_key(|rate| rate.middle);
    let Some(usual) = rates.get(rates.len() / 2) else {
        return;
    };
    let is_other = |rate: &&Rate| rate.most < usual.least || rate.least > usual.most;
    let others: Vec<&Rate> = rates.iter().filter(is_other).collect();
    let furthest = others.iter().max_by_key(|rate| {
        let difference = rate.middle.saturating_sub(usual.middle);
        difference.abs()
    });
    if let Some(furthest) = furthest {
        findings.push(diagnostic!(
            codes::cells::OTHER_RATE,
            furthest.cell.place(None),
            own = &beside.declaration.reading.currency,
            other = &other.currency,
            rate = furthest.middle.round_dp(1).normalize(),
            usual = usual.middle.round_dp(1).normalize(),
            count = others.len()
        ));
    }
}

/// The rate with what rounding may change of it.
fn rate(
    own: Decimal,
    other: Decimal,
    (scale, other_scale): (Decimal, Decimal),
    cell: CellPlace,
) -> Option<Rate> {
    let in_units = |figure: Decimal, scale: Decimal| {
        let (figure, slack) = (figure.abs(), half_of_last(figure));
        let least = figure.checked_sub(slack)?.checked_mul(scale)?;
        let most = figure.checked_add(slack)?.checked_mul(scale)?;
        Some((least, figure.checked_mul(scale)?, most))
    };
    let (own, other) = (in_units(own, scale)?, in_units(other, other_scale)?);
    Some(Rate {
        least: own.0.checked_div(other.2)?,
        middle: own.1.checked_div(other.1)?,
        most: own.2.checked_div(other.0).unwrap_or(Decimal::MAX),
        cell,
    })
}

/// Half of the last place that is not zero: 5 of `1780`, 0.5 of `571`.
fn half_of_last(figure: Decimal) -> Decimal {
    let figure = figure.normalize();
    let mut digits = figure.mantissa();
    let mut half = Decimal::new(5, figure.scale().saturating_add(1).min(Decimal::MAX_SCALE));
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        half = half.saturating_mul(Decimal::TEN);
    }
    half
}
