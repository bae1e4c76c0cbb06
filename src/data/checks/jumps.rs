//! Figures fifty times as large or as small as others that they are like: most likely a slip of the unit.
//!
//! A figure is compared with those of the same line in other years, and with those of the same line of
//! other places of its type. Each figure is put in order once.

use super::Beside;
use crate::data::declaration::Findings;
use crate::data::model::{BudgetLine, Division, PlaceType, When};
use crate::diagnostic::{codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How many times as large a figure is that nobody believes: units differ by a thousand, and figures of one
/// line seldom by more than ten.
const TIMES: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
/// How many other places make a median.
const PEERS: usize = 8;

/// A figure and its size.
type Sized<'own> = (Decimal, &'own BudgetLine);
/// Figures of one line, by what they have in common but for the year.
type Series<'own> = BTreeMap<(When, Division<'own>), Vec<Sized<'own>>>;
/// What figures of places have in common that can be compared.
type Common<'own> = (&'own str, When, Division<'own>, PlaceType);

/// Stands for all years.
const ANY_YEAR: i16 = 2000;

pub(super) fn check(beside: &Beside<'_>, findings: &mut Findings) {
    let mut series = Series::new();
    let mut peers: BTreeMap<Common<'_>, Vec<Sized<'_>>> = BTreeMap::new();
    let mut last: Option<&BudgetLine> = None;
    // Looked up once for all figures of a place.
    let mut place_type: Option<PlaceType> = None;
    for line in beside.figures() {
        let is_in_place = last.is_some_and(|last| last.place == line.place);
        if !is_in_place {
            place_type = beside.gazetteer.place_type(&line.place);
        }
        if !is_in_place || last.is_some_and(|last| last.code != line.code) {
            over_years(&mut series, beside, findings);
        }
        last = Some(line);
        let size = line.amount.map(|amount| amount.size().value());
        let Some(size) = size.filter(|size| !size.is_zero()) else {
            continue;
        };
        let alike = When {
            period: line.period.in_year(ANY_YEAR),
            ..line.when()
        };
        let own = series.entry((alike, line.division())).or_default();
        own.push((size, line));
        if let Some(place_type) = place_type {
            let division = line.division();
            let key = (&*line.code, line.when(), division, level(place_type));
            peers.entry(key).or_default().push((size, line));
        }
    }
    over_years(&mut series, beside, findings);
    for figures in peers.into_values().filter(|figures| figures.len() > PEERS) {
        among_places(figures, beside, findings);
    }
}

/// Places that are compared with each other.
fn level(place_type: PlaceType) -> PlaceType {
    match place_type {
        PlaceType::Capital => PlaceType::Province,
        PlaceType::City | PlaceType::Khan => PlaceType::District,
        PlaceType::Sangkat => PlaceType::Commune,
        other => other,
    }
}

/// Tells the figure of each series that is least like the others, if it is unlike them.
fn over_years(series: &mut Series<'_>, beside: &Beside<'_>, findings: &mut Findings) {
    for figures in std::mem::take(series).into_values() {
        if figures.len() < 2 {
            continue;
        }
        let mut sizes: Vec<Decimal> = figures.iter().map(|(size, _)| *size).collect();
        sizes.sort_unstable();
        // Of two that differ the later one is told.
        let median = match figures.as_slice() {
            [(earlier, _), _] => *earlier,
            _ => sizes[sizes.len() / 2],
        };
        let furthest = figures.iter().max_by_key(|(size, _)| times(*size, median));
        let Some((size, line)) = furthest else {
            continue;
        };
        if times(*size, median) >= TIMES {
            findings.push(diagnostic!(
                codes::cells::JUMP_OVER_YEARS,
                line.cell().place(Some(line.key())),
                read = beside.in_file(*size),
                median = beside.in_file(median),
                times = times(*size, median).round()
            ));
        }
    }
}

/// Tells the figure that is least like those of the other places, and how many are so unlike.
fn among_places(figures: Vec<Sized<'_>>, beside: &Beside<'_>, findings: &mut Findings) {
    let mut sizes: Vec<Decimal> = figures.iter().map(|(size, _)| *size).collect();
    sizes.sort_unstable();
    let median = sizes[sizes.len() / 2];
    let unlike = figures
        .iter()
        .filter(|(size, _)| times(*size, median) >= TIMES);
    let unlike: Vec<&Sized<'_>> = unlike.collect();
    let Some((size, line)) = unlike.iter().max_by_key(|(size, _)| times(*size, median)) else {
        return;
    };
    findings.push(diagnostic!(
        codes::cells::JUMP_AMONG_PLACES,
        line.cell().place(Some(line.key())),
        read = beside.in_file(*size),
        median = beside.in_file(median),
        places = sizes.len(),
        count = unlike.len()
    ));
}

/// How many times as large the larger of the two is.
fn times(one: Decimal, other: Decimal) -> Decimal {
    let (small, large) = (one.min(other), one.max(other));
    large.checked_div(small).unwrap_or(Decimal::MAX)
}
