//! Figures that were reached beside those that were decided: half as much again, or more than was decided
//! without a word about it. Each figure is looked at once.

use super::Beside;
use crate::config::Localised;
use crate::data::declaration::Findings;
use crate::data::model::{BudgetLine, Direction, Money, Period, Phase};
use crate::diagnostic::{codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Above this share of its base a figure is most likely a mistake.
const MOST: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// What a line of a budget comes to in one phase, all its funds together.
struct Reached<'own> {
    amount: Decimal,
    first: &'own BudgetLine,
    has_note: bool,
}

pub(super) fn check(beside: &Beside<'_>, findings: &mut Findings) {
    let mut phases: BTreeMap<(Period, Direction), BTreeMap<Phase, Reached<'_>>> = BTreeMap::new();
    let mut silent: Vec<(Decimal, Decimal, &BudgetLine)> = Vec::new();
    let mut last: Option<&BudgetLine> = None;
    for numbers in beside.budget.index().alike() {
        let lines = || numbers.iter().map(|number| beside.budget.line(*number));
        let Some(first) = lines().next() else {
            continue;
        };
        let is_same = |last: &BudgetLine| last.place == first.place && last.code == first.code;
        if !last.is_some_and(is_same) {
            compare(std::mem::take(&mut phases), beside, &mut silent, findings);
        }
        last = Some(first);
        let amounts: Option<Vec<_>> = lines().map(|line| line.amount).collect();
        let Some(amounts) = amounts else {
            continue;
        };
        let amount = amounts.into_iter().sum::<Money>().value();
        let has_note = lines().any(|line| *line.note() != Localised::Empty);
        let reached = Reached {
            amount,
            first,
            has_note,
        };
        let of_year = phases.entry((first.period, first.direction)).or_default();
        of_year.insert(first.phase, reached);
    }
    compare(phases, beside, &mut silent, findings);
    let count = silent.len();
    if let Some((actual, base, line)) = silent.into_iter().next() {
        findings.push(diagnostic!(
            codes::cells::OVERSPENT_IN_SILENCE,
            line.cell().place(Some(line.key())),
            read = beside.in_file(actual),
            base = beside.in_file(base),
            count = count
        ));
    }
}

fn compare<'own>(
    years: BTreeMap<(Period, Direction), BTreeMap<Phase, Reached<'own>>>,
    beside: &Beside<'_>,
    silent: &mut Vec<(Decimal, Decimal, &'own BudgetLine)>,
    findings: &mut Findings,
) {
    for ((_, direction), phases) in years {
        let Some(actual) = phases.get(&Phase::Actual) else {
            continue;
        };
        let base = beside
            .of
            .base
            .iter()
            .find_map(|phase| Some((phase, phases.get(phase)?)));
        let Some((phase, base)) = base else {
            continue;
        };
        // A share of nothing, or of a deficit, says nothing.
        let share = actual.amount.checked_div(base.amount);
        let Some(share) = share.filter(|_| base.amount.is_sign_positive()) else {
            continue;
        };
        let line = actual.first;
        if share > MOST {
            findings.push(diagnostic!(
                codes::cells::FAR_ABOVE_BASE,
                line.cell().place(Some(line.key())),
                read = beside.in_file(actual.amount),
                base = beside.in_file(base.amount),
                phase = phase.word(),
                percent = share.saturating_mul(Decimal::ONE_HUNDRED).round()
            ));
        } else if share > Decimal::ONE
            && direction == Direction::Expenditure
            && !actual.has_note
            && !base.has_note
        {
            silent.push((actual.amount, base.amount, line));
        }
    }
}
