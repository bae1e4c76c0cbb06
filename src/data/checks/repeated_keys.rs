//! Rows of a budget that have one key.

use crate::data::declaration::{Declaration, Findings, OfBudget};
use crate::data::model::{Budget, BudgetLine};
use crate::diagnostic::{codes, diagnostic};
use std::collections::BTreeMap;

/// One diagnostic for each key that two rows have.
pub(super) fn check(budget: &Budget, _: &Declaration, _: &OfBudget, findings: &mut Findings) {
    let mut first: BTreeMap<_, &BudgetLine> = BTreeMap::new();
    for line in &budget.lines {
        let key = (
            &line.place,
            line.year,
            line.phase,
            line.direction,
            &line.code,
            &line.fund,
        );
        if let Some(earlier) = first.insert(key, line) {
            first.insert(key, earlier);
            findings.push(diagnostic!(
                codes::data::REPEATED_KEY,
                line.cell.place(Some(line.key())),
                first = earlier.cell.to_string()
            ));
        }
    }
}
