//! Stated totals against the sum of their parts.
//!
//! Published tables round each figure and leave parts out; both figures are kept. What the parts do
//! not reach is a fact to show ("not itemised"), or a mistake, and the declaration says which.

use super::budget::{Budget, BudgetLine};
use super::categories::{Categories, CategoryKind};
use super::declaration::Declaration;
use super::findings::Findings;
use super::{Direction, Phase};
use crate::diagnostic::{Code, codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The figures that can be added up: those of one place, year, phase, direction and fund.
type Group<'lines> = (&'lines str, i16, Phase, Direction, Option<&'lines str>);

/// What leaves a row out, so that a total may lack a part which stands in the file.
static ROW_LEFT_OUT: [&Code; 7] = [
    &codes::data::RAGGED_ROW,
    &codes::data::OUTSIDE_COLUMNS,
    &codes::data::MISSING_VALUE,
    &codes::data::NOT_A_YEAR,
    &codes::data::BUDDHIST_YEAR,
    &codes::data::UNKNOWN_BUDGET_WORD,
    &codes::data::UNKNOWN_CATEGORY,
];

/// Reports each stated total that its parts do not add up to; none while a row is left out.
pub(super) fn check(budget: &Budget, declaration: &Declaration, findings: &mut Findings) {
    let parts = parts_of_totals(&budget.categories);
    if parts.is_empty() || ROW_LEFT_OUT.iter().any(|code| findings.stopped_by(code)) {
        return;
    }
    let mut groups: BTreeMap<Group<'_>, BTreeMap<&str, &BudgetLine>> = BTreeMap::new();
    for line in &budget.lines {
        let group = (
            &*line.place,
            line.year,
            line.phase,
            line.direction,
            line.fund.as_deref(),
        );
        groups
            .entry(group)
            .or_default()
            .entry(&line.code)
            .or_insert(line);
    }
    for figures in groups.values() {
        for (code, parts) in &parts {
            if let Some(total) = figures.get(code) {
                let sum = add_up(parts, &budget.categories, &|code| {
                    figures.get(code).copied()
                });
                compare(total, sum, budget, declaration, findings);
            }
        }
    }
}

/// Every code that has parts, with theirs.
fn parts_of_totals(categories: &Categories) -> BTreeMap<&str, Vec<&str>> {
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for category in categories.iter() {
        if !category.sum_of.is_empty() {
            parts.insert(
                &category.code,
                category.sum_of.iter().map(String::as_str).collect(),
            );
        }
    }
    for category in categories.iter() {
        let Some(parent) = category
            .parent
            .as_deref()
            .and_then(|code| categories.get(code))
        else {
            continue;
        };
        if parent.sum_of.is_empty() && category.sum_of.is_empty() {
            parts.entry(&parent.code).or_default().push(&category.code);
        }
    }
    parts
}

/// What the parts come to.
#[derive(Debug, Default)]
pub(super) struct Sum<'lines> {
    pub amount: Decimal,
    pub lines: Vec<&'lines BudgetLine>,
    /// A part stands in the table with a blank amount, so the sum is not known.
    pub unknown: bool,
}

/// Adds the parts up. A heading has no figure of its own, so its parts count in its place.
pub(super) fn add_up<'lines>(
    parts: &[&str],
    categories: &Categories,
    figure: &dyn Fn(&str) -> Option<&'lines BudgetLine>,
) -> Sum<'lines> {
    let mut sum = Sum::default();
    let mut waiting: Vec<&str> = parts.iter().rev().copied().collect();
    let mut seen = Vec::new();
    while let Some(code) = waiting.pop() {
        if seen.contains(&code) {
            continue;
        }
        seen.push(code);
        match figure(code) {
            Some(line) => {
                match line.amount {
                    Some(amount) => sum.amount += amount,
                    None => sum.unknown = true,
                }
                sum.lines.push(line);
            }
            None => {
                let heading = categories
                    .get(code)
                    .filter(|category| category.kind == CategoryKind::Heading);
                if let Some(heading) = heading {
                    let below = categories.parts(&heading.code);
                    waiting.extend(below.iter().rev().map(|category| category.code.as_str()));
                }
            }
        }
    }
    sum
}

fn compare(
    total: &BudgetLine,
    sum: Sum<'_>,
    budget: &Budget,
    declaration: &Declaration,
    findings: &mut Findings,
) {
    let Some(stated) = total.amount else { return };
    if sum.lines.is_empty() || sum.unknown {
        return;
    }
    let difference = (stated - sum.amount) / declaration.scale;
    if difference.is_zero() {
        return;
    }
    let tolerance = declaration.rounding * Decimal::from(sum.lines.len());
    let missing = difference.is_sign_positive();
    let partial = missing && budget.partial.contains(&*total.code);
    let in_file = |amount: Decimal| (amount / declaration.scale).normalize();
    let place = total.cell.place(Some(total.key()));
    let (stated, added) = (in_file(stated), in_file(sum.amount));
    let parts = cells(&sum.lines);
    let rounding = (difference.abs() / Decimal::from(sum.lines.len()))
        .round_dp_with_strategy(2, rust_decimal::RoundingStrategy::AwayFromZero)
        .normalize();
    let is_accepted = partial || difference.abs() <= tolerance;
    let difference = difference.abs().normalize();
    findings.push(match (is_accepted, missing) {
        (true, true) => diagnostic!(
            codes::data::NOT_ITEMISED,
            place,
            total = stated,
            parts = parts,
            sum = added,
            difference = difference
        ),
        (true, false) => diagnostic!(
            codes::data::ROUNDED_UP,
            place,
            total = stated,
            parts = parts,
            sum = added,
            difference = difference
        ),
        (false, true) => diagnostic!(
            codes::data::TOTAL_TOO_LARGE,
            place,
            total = stated,
            parts = parts,
            sum = added,
            difference = difference,
            toml = &findings.toml,
            code = &total.code,
            rounding = rounding
        ),
        (false, false) => diagnostic!(
            codes::data::TOTAL_TOO_SMALL,
            place,
            total = stated,
            parts = parts,
            sum = added,
            difference = difference,
            toml = &findings.toml,
            code = &total.code,
            rounding = rounding
        ),
    });
}

/// `F3–F6, F9`: the parts' cells, neighbours under each other joined.
fn cells(lines: &[&BudgetLine]) -> String {
    let mut cells: Vec<(u32, u32, String)> = lines
        .iter()
        .map(|line| (line.cell.column, line.cell.row, line.cell.to_string()))
        .collect();
    cells.sort();
    let mut out: Vec<(u32, u32, u32, String, String)> = Vec::new();
    for (column, row, name) in cells {
        match out.last_mut() {
            Some(run) if run.0 == column && run.2 + 1 == row => {
                run.2 = row;
                run.4 = name;
            }
            _ => out.push((column, row, row, name.clone(), name)),
        }
    }
    let runs: Vec<String> = out
        .into_iter()
        .map(|(_, first_row, last_row, first, last)| {
            if first_row == last_row {
                first
            } else {
                format!("{first}–{last}")
            }
        })
        .collect();
    runs.join(", ")
}
