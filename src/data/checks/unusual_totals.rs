//! What places have in all, beside what places of their type have: a commune that plans 800 riel is asked
//! about before anybody sees it.
//!
//! The limits are a hundredth and a hundred times of what the sub-national budget of 2025 came to for a
//! place of each type, rounded: 1,290 billion riel for 1,652 communes and sangkats, 2,340 billion for 209
//! districts, 3,550 billion for 25 provinces. Where people are counted, the limits are those of one of
//! them: a hundredth of what a commune had for each, and a hundred times of what the whole country had.
//! Each figure is added once.

use super::Beside;
use crate::data::declaration::Findings;
use crate::data::model::{BudgetLine, Direction, Money, NATION, PlaceType, When};
use crate::diagnostic::{codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

const MILLION: u64 = 1_000_000;
const BILLION: u64 = 1_000 * MILLION;

/// The least and the most that a place of this type has in a year, in riel.
fn limits(place_type: PlaceType) -> (u64, u64) {
    match place_type {
        PlaceType::Village => (0, 10 * BILLION),
        PlaceType::Commune | PlaceType::Sangkat => (5 * MILLION, 100 * BILLION),
        PlaceType::City | PlaceType::District | PlaceType::Khan => (100 * MILLION, 2_000 * BILLION),
        PlaceType::Capital | PlaceType::Province => (BILLION, 20_000 * BILLION),
        // A table of the nation may hold any programme of it, or an average.
        PlaceType::Nation => (0, 1_000_000 * BILLION),
    }
}

/// The same for each of its people.
const OF_EACH: (u64, u64) = (500, 200 * MILLION);
/// What a dollar was about in the figures of 2025 (4,035 to 4,098 riel): here only thousands count.
const RIEL_FOR_A_DOLLAR: u64 = 4_000;

pub(super) fn check(beside: &Beside<'_>, findings: &mut Findings) {
    let riel = match beside.declaration.reading.currency.as_str() {
        "KHR" => Decimal::ONE,
        "USD" => Decimal::from(RIEL_FOR_A_DOLLAR),
        _ => return,
    };
    for numbers in beside.budget.index().by_place() {
        let lines = || numbers.iter().map(|number| beside.budget.line(*number));
        let Some(place) = lines().next().map(|line| &*line.place) else {
            continue;
        };
        let place_type = match place {
            NATION => Some(PlaceType::Nation),
            code => beside.gazetteer.place_type(code),
        };
        let place_type = place_type.filter(|_| !beside.of.unusual_totals.contains(place));
        let people = beside.gazetteer.people(place).map(|people| people.number);
        let Some(limits) = place_type.map(|place_type| limits_of(place_type, people)) else {
            continue;
        };
        let mut groups: BTreeMap<When, Vec<&BudgetLine>> = BTreeMap::new();
        for line in lines() {
            groups.entry(line.when()).or_default().push(line);
        }
        for (when, lines) in groups {
            // A month may be as small as it likes.
            let least = match when.period.is_whole() {
                true => limits.0,
                false => Decimal::ZERO,
            };
            if when.direction != Direction::Financing {
                compare(&lines, riel, (least, limits.1), beside, findings);
            }
        }
    }
}

fn limits_of(place_type: PlaceType, people: Option<Decimal>) -> (Decimal, Decimal) {
    let counted = people.filter(|people| *people >= Decimal::ONE_HUNDRED);
    match counted.filter(|_| place_type != PlaceType::Nation) {
        Some(people) => (
            people.saturating_mul(OF_EACH.0.into()),
            people.saturating_mul(OF_EACH.1.into()),
        ),
        None => {
            let (least, most) = limits(place_type);
            (least.into(), most.into())
        }
    }
}

fn compare(
    lines: &[&BudgetLine],
    riel: Decimal,
    (least, most): (Decimal, Decimal),
    beside: &Beside<'_>,
    findings: &mut Findings,
) {
    let codes: BTreeSet<&str> = lines.iter().map(|line| &*line.code).collect();
    // What stands below another figure is counted with it.
    let is_part = |line: &BudgetLine| {
        let mut wholes = beside.budget.categories.wholes(&line.code);
        wholes.any(|whole| codes.contains(&*whole.code))
    };
    let counted = || lines.iter().filter(|line| !is_part(line));
    if counted().any(|line| line.amount.is_none()) {
        return;
    }
    let total: Money = counted().filter_map(|line| line.amount).sum();
    let in_riel = total.value().saturating_mul(riel);
    if total.is_negative() || total.is_zero() || (least..=most).contains(&in_riel) {
        return;
    }
    let Some(first) = counted().next() else {
        return;
    };
    let place = first.cell().place(Some(first.key()));
    let (total, currency) = (
        total.value().normalize(),
        &beside.declaration.reading.currency,
    );
    let (code, toml) = (&first.place, &beside.declaration.toml);
    findings.push(match in_riel < least {
        true => diagnostic!(
            codes::cells::UNUSUALLY_SMALL,
            place,
            total = total,
            currency = currency,
            least = least,
            code = code,
            toml = toml
        ),
        false => diagnostic!(
            codes::cells::UNUSUALLY_LARGE,
            place,
            total = total,
            currency = currency,
            most = most,
            code = code,
            toml = toml
        ),
    });
}
