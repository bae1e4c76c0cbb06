//! Budgets that are divided by several classifications: sums among their own parts, and figures that say
//! nothing of one.

use crate::data::declaration::{Declaration, Findings, OfBudget};
use crate::data::model::{Budget, BudgetLine, Categories};
use crate::diagnostic::{codes, diagnostic};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// What a line says of each dimension.
type Said = [Option<Arc<str>>];

/// A row of a sheet: what is told of one of its figures holds for all.
type Row = (Option<Arc<str>>, u32);

/// One diagnostic for each row with a figure that holds another of its own place, time and code, and one for each
/// dimension of which some figures say nothing.
pub(super) fn check(
    budget: &Budget,
    declaration: &Declaration,
    _: &OfBudget,
    findings: &mut Findings,
) {
    if budget.dimensions.is_empty() {
        return;
    }
    let mut told = HashSet::new();
    for alike in budget.index().alike().filter(|alike| alike.len() > 1) {
        let mut funds: BTreeMap<Option<&str>, Vec<&BudgetLine>> = BTreeMap::new();
        for number in alike {
            let line = budget.line(*number);
            funds.entry(line.fund()).or_default().push(line);
        }
        for lines in funds.values() {
            sums(lines, budget, &mut told, findings);
        }
    }
    // One that is the sum of others is said to be left out.
    if findings.stopped_by(&codes::dimensions::SUM_OF_OTHERS) {
        return;
    }
    for dimension in &budget.dimensions {
        let left_out = budget.left_out(dimension).values().flatten();
        let Some(first) = left_out.clone().min() else {
            continue;
        };
        let line = budget.line(*first);
        findings.push(diagnostic!(
            codes::dimensions::NOT_DIVIDED,
            line.cell().place(Some(line.key())),
            count = left_out.count(),
            column = declaration.header_of(&dimension.name)
        ));
    }
}

/// Tells the lines of a figure that hold others of it: those that say nothing of a dimension, or a whole,
/// where others say a part. Each line is looked up under what would hold it, of which there is little:
/// only what some line does say.
fn sums(lines: &[&BudgetLine], budget: &Budget, told: &mut HashSet<Row>, findings: &mut Findings) {
    let mut known: HashMap<&Said, &BudgetLine> = HashMap::new();
    let mut begun: HashSet<&Said> = HashSet::new();
    for line in lines {
        let said = line.dimensions();
        known.entry(said).or_insert(line);
        begun.extend((0..=said.len()).map(|length| &said[..length]));
    }
    if known.len() < 2 {
        return;
    }
    for line in lines {
        let mut waiting: Vec<Vec<Option<Arc<str>>>> = vec![Vec::new()];
        while let Some(beginning) = waiting.pop() {
            let at = beginning.len();
            let Some(own) = line.dimensions().get(at) else {
                let (said, holder) = known
                    .get_key_value(&*beginning)
                    .expect("it is the whole of one");
                let place = holder.cell();
                if **said != *line.dimensions() && told.insert((place.sheet.clone(), place.row)) {
                    findings.push(diagnostic!(
                        codes::dimensions::SUM_OF_OTHERS,
                        place.place(Some(holder.key())),
                        read = words(said),
                        cell = line.cell(),
                        other = words(line.dimensions())
                    ));
                }
                continue;
            };
            for value in holders(own.as_ref(), &budget.dimensions[at].categories) {
                let mut longer = beginning.clone();
                longer.push(value);
                if begun.contains(&*longer) {
                    waiting.push(longer);
                }
            }
        }
    }
}

/// What holds this value: itself, what it is a part of, and nothing said.
fn holders(value: Option<&Arc<str>>, categories: &Categories) -> Vec<Option<Arc<str>>> {
    let mut found = vec![None];
    let Some(value) = value else {
        return found;
    };
    let mut seen: HashSet<&str> = HashSet::from([&**value]);
    let mut waiting: Vec<&str> = vec![value];
    found.push(Some(value.clone()));
    while let Some(code) = waiting.pop() {
        for whole in categories.wholes(code) {
            if seen.insert(&whole.code) {
                waiting.push(&whole.code);
                found.push(Some(whole.code.as_str().into()));
            }
        }
    }
    found
}

/// `01, –`
fn words(said: &Said) -> String {
    let words: Vec<&str> = said.iter().map(|it| it.as_deref().unwrap_or("–")).collect();
    words.join(", ")
}
