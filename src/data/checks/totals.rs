//! Stated totals against the sum of their parts.
//!
//! Published tables round each figure and leave parts out; both figures are kept. What the parts do
//! not reach is a fact to show ("not itemised"), or a mistake, and the declaration says which.

use super::cells::cells;
use crate::data::declaration::{Declaration, Findings, OfBudget};
use crate::data::model::{Budget, BudgetLine, CategoryKind, Climb, Money, Sum, When};
use crate::diagnostic::{Code, codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The figures of a place that can be added up: those of one period, phase, direction and fund.
type Group<'lines> = (When, Option<&'lines str>);

/// What leaves a row out, so that a total may lack a part which stands in the file.
static ROW_LEFT_OUT: [&Code; 14] = [
    &codes::data::MANY_FIGURES,
    &codes::data::RAGGED_ROW,
    &codes::data::OUTSIDE_COLUMNS,
    &codes::data::MISSING_VALUE,
    &codes::data::ERROR_AS_TEXT,
    &codes::data::FORMULA_AS_TEXT,
    &codes::data::NOT_A_YEAR,
    &codes::data::BUDDHIST_YEAR,
    &codes::datasets::NOT_A_PERIOD,
    &codes::datasets::PERIOD_OF_ANOTHER_YEAR,
    &codes::data::UNKNOWN_BUDGET_WORD,
    &codes::data::UNKNOWN_CATEGORY,
    &codes::data::UNKNOWN_LABEL,
    // What counts twice makes no total wrong.
    &codes::dimensions::SUM_OF_OTHERS,
];

/// Reports each stated total that its parts do not add up to; none while a row is left out.
pub(super) fn check(
    budget: &Budget,
    declaration: &Declaration,
    of: &OfBudget,
    findings: &mut Findings,
) {
    let categories = &*budget.categories;
    if categories.is_empty() || ROW_LEFT_OUT.iter().any(|code| findings.stopped_by(code)) {
        return;
    }
    let climb = Climb::new(categories, budget.index().each_code());
    let wholes: HashSet<&str> = categories.wholes_of_some().collect();
    for numbers in budget.index().by_place() {
        if !of.dimensions.is_empty() {
            let lines = numbers.iter().map(|number| budget.line(*number));
            for (total, sum) in divided(&lines.collect::<Vec<_>>(), &climb, &wholes) {
                match sum {
                    Some(sum) => compare(total, sum, budget, (declaration, of), findings),
                    None => findings.totals.no_part += 1,
                }
            }
            continue;
        }
        let mut groups: BTreeMap<Group<'_>, BTreeMap<&str, &BudgetLine>> = BTreeMap::new();
        for number in numbers {
            let line = budget.line(*number);
            let group = groups.entry((line.when(), line.fund())).or_default();
            group.entry(&line.code).or_insert(line);
        }
        for figures in groups.values() {
            let sums = climb.sums(figures, |code| figures.contains_key(code));
            let alone = figures.keys().filter(|code| wholes.contains(*code));
            let alone = alone.filter(|code| !sums.contains_key(*code));
            findings.totals.no_part += alone.count() as u64;
            for (code, sum) in sums {
                compare(figures[code], sum, budget, (declaration, of), findings);
            }
        }
    }
}

/// The totals among the lines of a place, each with what its parts come to, if it has any. A total that
/// says nothing of a dimension holds the figures that do; one that does, those that say the same.
///
/// The lines are looked through once for each choice of dimensions that a total says something of, of
/// which there are few.
fn divided<'own>(
    lines: &[&'own BudgetLine],
    climb: &Climb<'_>,
    wholes: &HashSet<&str>,
) -> Vec<(&'own BudgetLine, Option<Sum<'own>>)> {
    let is_total = |line: &&&BudgetLine| wholes.contains(&*line.code);
    let said: BTreeSet<Vec<bool>> = lines.iter().filter(is_total).map(|it| says(it)).collect();
    let mut found = Vec::new();
    for said in said {
        let mut groups: BTreeMap<_, BTreeMap<&str, Vec<&BudgetLine>>> = BTreeMap::new();
        for line in lines {
            let dimensions = line.dimensions().iter().zip(&said);
            let values = dimensions.filter_map(|(value, said)| said.then_some(value.as_deref()));
            // What says less than the total may lie in it or not.
            let Some(values) = values.collect::<Option<Vec<&str>>>() else {
                continue;
            };
            let group = groups
                .entry((line.when(), line.fund(), values))
                .or_default();
            group.entry(&line.code).or_default().push(*line);
        }
        for figures in groups.values() {
            let total = |code: &str| match figures.get(code).map(Vec::as_slice) {
                Some([only]) if says(only) == said => Some(*only),
                _ => None,
            };
            let mut sums = climb.sums(figures, |code| total(code).is_some());
            let totals = figures.keys().filter(|code| wholes.contains(*code));
            found.extend(totals.filter_map(|code| Some((total(code)?, sums.remove(*code)))));
        }
    }
    found
}

/// Of which dimensions a line says something.
fn says(line: &BudgetLine) -> Vec<bool> {
    line.dimensions().iter().map(Option::is_some).collect()
}

fn compare(
    total: &BudgetLine,
    sum: Sum<'_>,
    budget: &Budget,
    (declaration, of): (&Declaration, &OfBudget),
    findings: &mut Findings,
) {
    let Some(stated) = total.amount else {
        // A heading has no figure of its own, and is no total.
        let category = budget.categories.get(&total.code);
        let is_total = category.is_none_or(|it| it.kind != CategoryKind::Heading);
        findings.totals.blank += u64::from(is_total);
        return;
    };
    if sum.unknown {
        findings.totals.blank_part += 1;
        return known_parts(total, &sum, (declaration, of), findings);
    }
    findings.totals.checked += 1;
    let added: Money = sum.lines.iter().filter_map(|line| line.amount).sum();
    let in_file = |amount: Money| amount.in_units_of(declaration.reading.scale);
    let difference = in_file(stated.less(added));
    if difference.is_zero() {
        return;
    }
    let count = Decimal::from(sum.lines.len());
    let tolerance = of.rounding.saturating_mul(count);
    let missing = difference.is_sign_positive();
    let partial = missing && budget.partial.contains(&*total.code);
    let place = total.cell().place(Some(total.key()));
    let (stated, added) = (in_file(stated), in_file(added));
    let parts = cells(&sum.lines);
    let is_accepted = partial || difference.abs() <= tolerance;
    let difference = difference.abs().normalize();
    let figures = sum.lines.iter().filter_map(|line| line.amount);
    let rounding = rounding(difference, stated, figures.map(in_file).collect());
    let (toml, code) = (&findings.toml, &total.code);
    macro_rules! found {
        ($told:ident $(, $name:ident)*) => {
            diagnostic!(
                codes::data::$told,
                place,
                total = stated,
                parts = parts,
                sum = added,
                difference = difference
                $(, $name = $name)*
            )
        };
    }
    findings.push(match (is_accepted, missing, rounding) {
        // The declaration says so already.
        (true, true, _) => found!(NOT_ITEMISED).as_accepted(),
        (true, false, _) => found!(ROUNDED_UP).as_accepted(),
        (false, true, None) => found!(TOTAL_TOO_LARGE, toml, code),
        (false, true, Some(rounding)) => found!(TOTAL_LITTLE_LARGER, toml, code, rounding),
        (false, false, None) => found!(TOTAL_TOO_SMALL, code),
        (false, false, Some(rounding)) => found!(TOTAL_LITTLE_SMALLER, toml, code, rounding),
    });
}

/// Tells a total that is too small already for those of its parts that are known: what a blank one holds
/// can only make it worse, where no figure is negative.
fn known_parts(
    total: &BudgetLine,
    sum: &Sum<'_>,
    (declaration, of): (&Declaration, &OfBudget),
    findings: &mut Findings,
) {
    let (Some(stated), false) = (total.amount, of.allow_negative) else {
        return;
    };
    let in_file = |amount: Money| amount.in_units_of(declaration.reading.scale);
    let (known, blank): (Vec<&BudgetLine>, Vec<&BudgetLine>) =
        sum.lines.iter().partition(|line| line.amount.is_some());
    let added: Money = known.iter().filter_map(|line| line.amount).sum();
    let over = in_file(added.less(stated));
    if over <= of.rounding.saturating_mul(Decimal::from(known.len())) {
        return;
    }
    findings.push(diagnostic!(
        codes::data::KNOWN_PARTS_TOO_LARGE,
        total.cell().place(Some(total.key())),
        total = in_file(stated),
        parts = cells(&known),
        sum = in_file(added),
        difference = over.normalize(),
        blank = cells(&blank)
    ));
}

/// What each part may be off by, if rounding can make such a difference: no more than half a unit of
/// the figures' last place for each of them, and little beside the total.
fn rounding(difference: Decimal, total: Decimal, parts: Vec<Decimal>) -> Option<Decimal> {
    let count = Decimal::from(parts.len());
    let rounded = Decimal::from(parts.len().saturating_add(1));
    let unit = parts
        .iter()
        .copied()
        .map(last_place)
        .min()
        .unwrap_or_default();
    let most = rounded.saturating_mul(unit).checked_div(Decimal::TWO)?;
    let is_little = difference.saturating_mul(Decimal::ONE_HUNDRED) <= total.abs();
    let each = difference
        .checked_div(count)?
        .round_dp_with_strategy(2, rust_decimal::RoundingStrategy::AwayFromZero)
        .normalize();
    (difference <= most && is_little).then_some(each)
}

/// The unit of a figure's last digit that is not zero: 10 of `3550`, 0.1 of `3553.5`.
fn last_place(figure: Decimal) -> Decimal {
    let figure = figure.normalize();
    let mut digits = figure.mantissa();
    let mut unit = Decimal::new(1, figure.scale());
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        unit = unit.saturating_mul(Decimal::TEN);
    }
    unit
}
