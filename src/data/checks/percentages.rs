//! Percentages that a table states, beside those that its figures give. Each row is looked at once.

use super::Beside;
use super::columns::{amount, column_of, read};
use crate::data::declaration::{Findings, Percentage};
use crate::data::read::Grid;
use crate::diagnostic::{codes, diagnostic};
use rust_decimal::Decimal;

pub(super) fn check(beside: &Beside<'_>, findings: &mut Findings) {
    for grid in beside.grids {
        for percentage in &beside.of.percentages {
            compare(grid, percentage, beside, findings);
        }
    }
}

fn compare(grid: &Grid, percentage: &Percentage, beside: &Beside<'_>, findings: &mut Findings) {
    let Percentage {
        header,
        part,
        whole,
    } = percentage;
    let columns = [header, part, whole].map(|name| column_of(grid, name, beside, findings));
    let [Some(stated), Some(part_at), Some(whole_at)] = columns else {
        return;
    };
    for row in grid.rows() {
        let stated = (stated, read(&row.cells[stated], beside));
        let part = amount(&row.cells[part_at], beside);
        let whole = amount(&row.cells[whole_at], beside);
        let ((column, Some(stated)), Some(part), Some(whole)) = (stated, part, whole) else {
            continue;
        };
        let share = part.checked_div(whole);
        let Some(computed) = share.and_then(|it| it.checked_mul(Decimal::ONE_HUNDRED)) else {
            continue;
        };
        // Each of the three figures may be rounded by half of its last place.
        let slack = |figure: Decimal| half(figure).checked_div(figure.abs()).unwrap_or_default();
        let relative = slack(part).saturating_add(slack(whole));
        let tolerance = half(stated).saturating_add(computed.abs().saturating_mul(relative));
        if stated.saturating_sub(computed).abs() > tolerance {
            findings.push(diagnostic!(
                codes::cells::OTHER_PERCENTAGE,
                grid.sheet.cell_place(row.number, column).place(None),
                read = stated,
                computed = computed.round_dp(stated.scale().max(1)),
                part = part,
                whole = whole
            ));
        }
    }
}

/// Half of a figure's last decimal place.
fn half(figure: Decimal) -> Decimal {
    Decimal::new(5, figure.scale().saturating_add(1).min(Decimal::MAX_SCALE))
}
