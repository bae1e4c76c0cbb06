//! Budgets that are divided by several classifications: sums among their own parts, and figures that say
//! nothing of one.

use crate::data::declaration::{Declaration, Findings, OfBudget};
use crate::data::model::{Budget, BudgetLine, Categories, MOST_WHOLES};
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
    if !(0..budget.dimensions.len()).all(|at| is_shallow(budget, at, findings)) {
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

/// Whether no code of a dimension is a part of more than a figure may stand under; the first that is, is
/// told.
fn is_shallow(budget: &Budget, at: usize, findings: &mut Findings) -> bool {
    let dimension = &budget.dimensions[at];
    let mut seen: HashSet<&str> = HashSet::new();
    let said = budget.lines.iter();
    let said = said.filter_map(|line| Some((line, line.dimension(at)?)));
    let mut first = said.filter(|(_, code)| seen.insert(code));
    let deep = first.find(|(_, code)| {
        let wholes = dimension.categories.all_wholes(code, MOST_WHOLES);
        wholes.len() > MOST_WHOLES
    });
    if let Some((line, code)) = deep {
        findings.push(diagnostic!(
            codes::dimensions::DEEP_CODE,
            line.cell().place(Some(line.key())),
            code = code,
            dataset = &dimension.dataset,
            most = MOST_WHOLES
        ));
    }
    deep.is_none()
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
    let Some(value) = value else {
        return vec![None];
    };
    let wholes = categories.all_wholes(value, MOST_WHOLES).into_iter();
    let wholes = wholes.map(|code| Some(Arc::from(code)));
    [None, Some(value.clone())]
        .into_iter()
        .chain(wholes)
        .collect()
}

/// `01, –`
fn words(said: &Said) -> String {
    let words: Vec<&str> = said.iter().map(|it| it.as_deref().unwrap_or("–")).collect();
    words.join(", ")
}
