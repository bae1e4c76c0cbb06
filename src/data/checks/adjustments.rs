//! What was changed between the approved and the revised budget against the adjustments that explain it.
//!
//! Each adjustment is added up once, and each revised figure looks for its approved one and for what
//! explains the difference.

use super::refers::Referring;
use crate::data::declaration::{OfBudget, OfKind};
use crate::data::model::{
    Amount, Budget, CellPlace, Contents, Figure, Money, Phase, Table, adjustments,
};
use crate::diagnostic::{codes, diagnostic, list};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What of one place, year and code was changed.
type Key = (String, i16, String);

struct Changed {
    sum: Money,
    first: CellPlace,
    count: usize,
}

/// One diagnostic for each revised figure that its adjustments do not explain, and for each adjustment of
/// a figure that was not revised.
pub(crate) fn check(datasets: &mut [Referring<'_>]) {
    let mut tables: BTreeMap<String, usize> = BTreeMap::new();
    for (at, one) in datasets.iter().enumerate() {
        tables.insert(one.declaration.name.clone(), at);
    }
    for at in 0..datasets.len() {
        let one = &datasets[at];
        let (OfKind::Budget(of), Some(Contents::Budget(budget))) =
            (&one.declaration.rules.of, one.contents)
        else {
            continue;
        };
        let mut changed: BTreeMap<Key, Changed> = BTreeMap::new();
        let mut is_complete = !of.adjustments.is_empty();
        for name in &of.adjustments {
            let table = tables.get(name).and_then(|at| datasets[*at].contents);
            match table {
                Some(Contents::Table(table)) => gather(table, budget, &mut changed),
                // That it is missing, or cannot be read, is told elsewhere.
                _ => is_complete = false,
            }
        }
        let scale = one.declaration.reading.scale;
        if is_complete {
            compare(budget, of, scale, changed, &mut datasets[at]);
        }
    }
}

/// Adds up what a table says was changed.
fn gather(table: &Table, budget: &Budget, changed: &mut BTreeMap<Key, Changed>) {
    let mut columns = table.columns.iter();
    let amount = columns.find(|column| column.name == "amount");
    let amount = amount.map_or(0, |column| column.position);
    let only = budget.index().place_meant().unwrap_or_default();
    for own in adjustments(table, only) {
        let key = (own.place.to_owned(), own.year, own.code.to_owned());
        let entry = changed.entry(key).or_insert_with(|| Changed {
            sum: Money::default(),
            first: table.rows[own.row].cell.at_column(amount),
            count: 0,
        });
        entry.sum = [entry.sum, own.amount].into_iter().sum();
        entry.count += 1;
    }
}

fn compare(
    budget: &Budget,
    of: &OfBudget,
    scale: Decimal,
    mut changed: BTreeMap<Key, Changed>,
    one: &mut Referring<'_>,
) {
    let in_file = |amount: Money| amount.in_units_of(scale);
    for (place, figure) in budget.index().each_figure() {
        if figure.phase != Phase::Revised || !figure.period.is_whole() {
            continue;
        }
        let line = budget.line(figure.line());
        let figures = budget.index().figures(&budget.lines, place, &line.code);
        let mut before = figures.iter();
        let before = before.find(|before| {
            before.phase == Phase::Approved
                && (before.period, before.direction) == (figure.period, figure.direction)
        });
        let key = (
            place.to_owned(),
            figure.period.year(),
            line.code.to_string(),
        );
        let (count, explained) = match changed.remove(&key) {
            Some(changed) => (changed.count, changed.sum),
            None => (0, Money::default()),
        };
        let known = |figure: &Figure| match figure.amount {
            Amount::Known(amount) => Some(amount),
            Amount::Blank(_) => None,
        };
        let Some((revised, approved)) = known(figure).zip(before.and_then(known)) else {
            continue;
        };
        let difference = revised.less(approved);
        let left = in_file(difference.less(explained)).abs();
        if left > of.rounding.saturating_mul(Decimal::TWO) {
            one.findings.push(diagnostic!(
                codes::datasets::UNEXPLAINED_CHANGE,
                line.cell().place(Some(line.key())),
                approved = in_file(approved),
                revised = in_file(revised),
                difference = in_file(difference),
                count = count,
                explained = in_file(explained),
                tables = list(&of.adjustments)
            ));
        }
    }
    for ((place, year, code), changed) in changed {
        one.findings.push(diagnostic!(
            codes::datasets::CHANGE_OF_NOTHING,
            changed.first.place(None),
            place = place,
            year = year,
            code = code
        ));
    }
}
