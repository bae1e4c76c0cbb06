//! The figure of a year against those of its quarters, months and halves, and so on down.
//!
//! What parts of a time are known is compared where they fill it, and where they exceed it already. Of
//! one place, code and year there are as many periods as a calendar has, so each figure is looked at a
//! few times, however many there are.

use super::cells::cells;
use crate::data::declaration::{Declaration, Findings, OfBudget};
use crate::data::model::{Budget, BudgetLine, Direction, Division, Money, Period, Phase};
use crate::diagnostic::{codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How many months the parts have that a year is told in.
const LENGTHS: [u8; 3] = [6, 3, 1];

/// Figures that are of one thing but for their period.
type Key<'own> = (&'own str, i16, Phase, Direction, Division<'own>);

/// One diagnostic for each period whose parts do not come to it.
pub(super) fn check(
    budget: &Budget,
    declaration: &Declaration,
    of: &OfBudget,
    findings: &mut Findings,
) {
    if budget.lines.iter().all(|line| line.period.is_whole()) {
        return;
    }
    for numbers in budget.index().by_place() {
        let mut groups: BTreeMap<Key<'_>, BTreeMap<Period, &BudgetLine>> = BTreeMap::new();
        for number in numbers {
            let line = budget.line(*number);
            let (year, code) = (line.period.year(), &*line.code);
            let key = (code, year, line.phase, line.direction, line.division());
            let group = groups.entry(key).or_default();
            group.entry(line.period).or_insert(line);
        }
        for group in groups.values().filter(|group| group.len() > 1) {
            for whole in group.values() {
                let mut tell = |length: u8, parts: &[&BudgetLine]| {
                    compare(whole, length, parts, (declaration, of), findings)
                };
                let told = LENGTHS
                    .iter()
                    .any(|length| tell(*length, &parts(whole.period, *length, group)));
                // Figures that count from the beginning of the year never fall.
                let mut within = group
                    .values()
                    .filter(|part| whole.period.holds(part.period));
                let _ = told || within.any(|part| tell(0, &[*part]));
            }
        }
    }
}

/// The figures of parts of this length.
fn parts<'own>(
    whole: Period,
    length: u8,
    group: &BTreeMap<Period, &'own BudgetLine>,
) -> Vec<&'own BudgetLine> {
    let is_part = |period: &Period| {
        let (first, last) = period.months();
        let is_of_length = last + 1 - first == length && (first - 1).is_multiple_of(length);
        is_of_length && whole.holds(*period)
    };
    let parts = group.iter().filter(|(period, _)| is_part(period));
    parts.map(|(_, line)| *line).collect()
}

/// Tells a period that its parts of one length do not come to, and whether it was told; of length 0 is a
/// part that fills nothing.
fn compare(
    whole: &BudgetLine,
    length: u8,
    parts: &[&BudgetLine],
    (declaration, of): (&Declaration, &OfBudget),
    findings: &mut Findings,
) -> bool {
    let Some(stated) = whole.amount else {
        return false;
    };
    let known: Vec<&BudgetLine> = parts
        .iter()
        .filter(|part| part.amount.is_some())
        .copied()
        .collect();
    let (first, last) = whole.period.months();
    let fills = length > 0 && known.len() * usize::from(length) == usize::from(last + 1 - first);
    findings.totals.checked += u64::from(fills);
    let added: Money = known.iter().filter_map(|part| part.amount).sum();
    let in_file = |amount: Money| amount.in_units_of(declaration.reading.scale);
    let over = in_file(added.less(stated));
    let under = in_file(stated.less(added));
    let tolerance = of.rounding.saturating_mul(Decimal::from(known.len()));
    let is_too_large = over > tolerance && (fills || !of.allow_negative);
    let is_too_small = fills && under > tolerance && !of.partial.contains(&*whole.code);
    let periods: Vec<String> = known.iter().map(|part| part.period.to_string()).collect();
    let place = whole.cell().place(Some(whole.key()));
    let (periods, parts) = (periods.join(", "), cells(&known));
    let (stated, added) = (in_file(stated), in_file(added));
    let difference = over.abs().normalize();
    let of_whole = whole.period;
    macro_rules! found {
        ($told:ident) => {
            diagnostic!(
                codes::datasets::$told,
                place,
                whole = of_whole,
                total = stated,
                periods = periods,
                parts = parts,
                sum = added,
                difference = difference,
                toml = &findings.toml
            )
        };
    }
    let found = match (is_too_large, is_too_small) {
        (true, _) => found!(PERIODS_TOO_LARGE),
        (_, true) => found!(PERIODS_TOO_SMALL),
        (false, false) => return false,
    };
    findings.push(found);
    true
}
