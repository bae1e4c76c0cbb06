//! Codes that are kept as numbers with decimals, where two codes that are known could be meant: of a number
//! nobody can tell whether `1.1` or `1.10` was typed.

use super::Beside;
use crate::data::declaration::Findings;
use crate::data::model::CellPlace;
use crate::data::read::{Grid, Rows, Value, each_row};
use crate::diagnostic::{codes, diagnostic};
use std::collections::BTreeMap;

/// How many zeros a number may have lost.
const ZEROS: usize = 3;

/// Of a budget, whose codes are those of its categories and of its dimensions.
pub(super) fn check(beside: &Beside<'_>, findings: &mut Findings) {
    let own = ("code", &beside.budget.categories);
    let dimensions = beside.budget.dimensions.iter();
    let dimensions = dimensions.map(|it| (&*it.name, &it.categories));
    for (column, categories) in std::iter::once(own).chain(dimensions) {
        let is_known = |code: &str| categories.get(code).is_some();
        of_column(beside.grids, column, is_known, findings);
    }
}

/// One diagnostic for each such code of a column. Texts are read as they are, and only kept rows hold
/// numbers.
pub(super) fn of_column(
    grids: &[Grid],
    column: &str,
    is_known: impl Fn(&str) -> bool,
    findings: &mut Findings,
) {
    let kept = grids.iter();
    let kept = kept.filter(|grid| matches!(grid.sheet.rows, Rows::Kept(_)));
    let mut found: BTreeMap<String, (String, CellPlace, usize)> = BTreeMap::new();
    for (grid, row) in each_row(kept) {
        let Value::Number(number) = grid.columns.value(&row, column) else {
            continue;
        };
        let read = number.normalize().to_string();
        if number.is_integer() || !is_known(&read) {
            continue;
        }
        let longer = (1..=ZEROS).map(|zeros| format!("{read}{}", "0".repeat(zeros)));
        if let Some(other) = longer.into_iter().find(|other| is_known(other)) {
            let first = || (other, grid.cell(&row, column), 0);
            found.entry(read).or_insert_with(first).2 += 1;
        }
    }
    for (read, (other, cell, count)) in found {
        findings.push(diagnostic!(
            codes::datasets::EITHER_CODE,
            cell.place(None),
            read = read,
            other = other,
            count = count
        ));
    }
}
