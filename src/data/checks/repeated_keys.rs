//! Rows of a budget that have one key.

use crate::data::declaration::{Declaration, Findings, OfBudget};
use crate::data::model::Budget;
use crate::diagnostic::{codes, diagnostic, list};
use std::collections::HashMap;

/// One diagnostic for each key that two rows have, in the order of the file.
pub(super) fn check(
    budget: &Budget,
    declaration: &Declaration,
    of: &OfBudget,
    findings: &mut Findings,
) {
    let dimensions = of.dimensions.iter();
    let columns = list(dimensions.map(|it| declaration.header_of(&it.name)));
    let mut repeated: Vec<(u32, u32)> = Vec::new();
    for alike in budget.index().alike().filter(|alike| alike.len() > 1) {
        let mut first = HashMap::with_capacity(alike.len());
        for number in alike {
            let key = budget.line(*number).division();
            let earlier = *first.entry(key).or_insert(*number);
            if earlier != *number {
                repeated.push((*number, earlier));
            }
        }
    }
    repeated.sort_unstable();
    for (number, earlier) in repeated {
        let line = budget.line(number);
        let place = line.cell().place(Some(line.key()));
        let first = budget.line(earlier).cell().to_string();
        findings.push(match of.dimensions.is_empty() {
            true => diagnostic!(codes::data::REPEATED_KEY, place, first = first),
            false => diagnostic!(
                codes::data::REPEATED_KEY_OF_DIMENSIONS,
                place,
                first = first,
                columns = columns.clone()
            ),
        });
    }
}
