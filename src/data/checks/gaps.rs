//! Years and phases that a table passes over: between two that it has, and at a place where others have
//! them. Each figure is counted once.

use super::Beside;
use crate::data::declaration::Findings;
use crate::data::model::{BudgetLine, Phase, When};
use crate::diagnostic::{codes, diagnostic, list};
use std::collections::{BTreeMap, BTreeSet};

/// So many places are needed before one of them is unlike the others.
const PLACES: usize = 3;

/// The places that have figures of one time, which come in their order.
struct Own<'own> {
    first: &'own BudgetLine,
    last: &'own str,
    count: usize,
}

pub(super) fn check(beside: &Beside<'_>, findings: &mut Findings) {
    let mut years: BTreeMap<Phase, BTreeMap<i16, &BudgetLine>> = BTreeMap::new();
    let mut whens: BTreeMap<When, Own<'_>> = BTreeMap::new();
    let mut places: Vec<&str> = Vec::new();
    for line in beside.figures() {
        // Months and quarters are added up by a check of their own.
        if line.period.is_whole() {
            let of_phase = years.entry(line.phase).or_default();
            of_phase.entry(line.period.year()).or_insert(line);
        }
        if places.last().is_none_or(|last| **last != *line.place) {
            places.push(&line.place);
        }
        let own = whens.entry(line.when()).or_insert(Own {
            first: line,
            last: "",
            count: 0,
        });
        if *own.last != *line.place {
            own.last = &line.place;
            own.count += 1;
        }
    }
    for (phase, years) in years {
        between(phase, &years, findings);
    }
    // Where most have none, those that have are the exception.
    let lacks = |own: &Own<'_>| own.count < places.len() && own.count * 2 > places.len();
    let mut lacking: BTreeMap<When, (Own<'_>, BTreeSet<&str>)> = whens
        .into_iter()
        .filter(|(_, own)| places.len() >= PLACES && lacks(own))
        .map(|(when, own)| (when, (own, BTreeSet::new())))
        .collect();
    if lacking.is_empty() {
        return;
    }
    for line in beside.figures() {
        if let Some((_, own)) = lacking.get_mut(&line.when()) {
            own.insert(&line.place);
        }
    }
    for (when, (own, have)) in lacking {
        let without = places.iter().filter(|place| !have.contains(*place));
        let without: Vec<&str> = without.copied().collect();
        findings.push(diagnostic!(
            codes::cells::PLACES_WITHOUT,
            own.first.cell().place(None),
            year = when.period,
            phase = when.phase.word(),
            direction = when.direction.word(),
            count = without.len(),
            places = list(without)
        ));
    }
}

/// Tells each year without a phase that years before and after it have.
fn between(phase: Phase, years: &BTreeMap<i16, &BudgetLine>, findings: &mut Findings) {
    let mut before: Option<i16> = None;
    for (year, line) in years {
        for missing in before.map_or(*year, |before| before + 1)..*year {
            findings.push(diagnostic!(
                codes::cells::YEAR_MISSING,
                line.cell().place(None),
                missing = missing,
                phase = phase.word(),
                before = before.unwrap_or(*year),
                year = *year
            ));
        }
        before = Some(*year);
    }
}
