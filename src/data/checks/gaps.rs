//! Years and phases that a table passes over: between two that it has, and at a place where others have
//! them. Each figure is counted once.

use super::Beside;
use crate::data::declaration::Findings;
use crate::data::model::{BudgetLine, Phase, When};
use crate::diagnostic::{codes, diagnostic, list};
use std::collections::{BTreeMap, BTreeSet};

/// So many places are needed before one of them is unlike the others.
const PLACES: usize = 3;

pub(super) fn check(beside: &Beside<'_>, findings: &mut Findings) {
    let mut years: BTreeMap<Phase, BTreeMap<i16, &BudgetLine>> = BTreeMap::new();
    let mut places: BTreeSet<&str> = BTreeSet::new();
    let mut whens: BTreeMap<When, (&BudgetLine, BTreeSet<&str>)> = BTreeMap::new();
    for line in beside.figures() {
        // Months and quarters are added up by a check of their own.
        if line.period.is_whole() {
            let of_phase = years.entry(line.phase).or_default();
            of_phase.entry(line.period.year()).or_insert(line);
        }
        places.insert(&line.place);
        let of_when = whens.entry(line.when());
        let (_, own) = of_when.or_insert_with(|| (line, BTreeSet::new()));
        own.insert(&line.place);
    }
    for (phase, years) in years {
        between(phase, &years, findings);
    }
    if places.len() < PLACES {
        return;
    }
    for (when, (line, own)) in whens {
        // Where most have none, those that have are the exception.
        if own.len() == places.len() || own.len() * 2 <= places.len() {
            continue;
        }
        let lacking: Vec<&str> = places.difference(&own).copied().collect();
        findings.push(diagnostic!(
            codes::cells::PLACES_WITHOUT,
            line.cell().place(None),
            year = when.period,
            phase = when.phase.word(),
            direction = when.direction.word(),
            count = lacking.len(),
            places = list(lacking)
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
