//! The figure of a place against those of the places in it: of a country against its provinces, of a
//! district against its communes.
//!
//! Only the author knows whether they add up: what a province and its districts spend together may be
//! told as one, and each may have a budget of its own. So the declaration says, and where it does not
//! and both have figures, it is asked. Each figure looks for the nearest place above it that has the
//! same one, at most four places up.

use crate::data::declaration::{Declaration, Findings, OfBudget};
use crate::data::model::{Amount, Budget, Figure, Gazetteer, MOST_ABOVE, Money, NATION};
use crate::diagnostic::{codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};

/// Compares as declared, or asks for the declaration.
pub(crate) fn check(
    budget: &Budget,
    gazetteer: &Gazetteer,
    declaration: &Declaration,
    of: &OfBudget,
    findings: &mut Findings,
) {
    match of.over_places {
        Some(false) => {}
        Some(true) => sums(budget, gazetteer, declaration, of, findings),
        None => ask(budget, gazetteer, findings),
    }
}

/// Tells the first figure that stands in a place and in one above it too.
fn ask(budget: &Budget, gazetteer: &Gazetteer, findings: &mut Findings) {
    let both = below_others(budget, gazetteer).find_map(|(place, figure)| {
        let above = nearest(budget, gazetteer, place, figure)?;
        Some((figure, above))
    });
    if let Some((figure, above)) = both {
        let (line, above) = (budget.line(figure.line()), budget.line(above.line()));
        findings.push(diagnostic!(
            codes::datasets::DO_PLACES_ADD_UP,
            line.cell().place(Some(line.key())),
            place = &*line.place,
            above = &*above.place,
            code = &*line.code,
            cell = above.cell(),
            toml = &findings.toml
        ));
    }
}

/// The figures of places that lie in one with figures; where those lie is looked up once for each place.
fn below_others<'own>(
    budget: &'own Budget,
    gazetteer: &'own Gazetteer,
) -> impl Iterator<Item = (&'own str, &'own Figure)> {
    let lies_in_one = |place: &str| {
        let mut above = gazetteer.parent_of(place);
        (0..MOST_ABOVE).any(|_| {
            let here = above;
            above = here
                .filter(|here| *here != NATION)
                .and_then(|here| gazetteer.parent_of(here));
            here.is_some_and(|here| budget.index().has_place(here))
        })
    };
    let mut last: Option<(&str, bool)> = None;
    budget.index().each_figure().filter(move |(place, _)| {
        let lies = match last {
            Some((known, lies)) if known == *place => lies,
            _ => lies_in_one(place),
        };
        last = Some((*place, lies));
        lies
    })
}

/// What the places below come to.
#[derive(Default)]
struct Below {
    known: Money,
    count: usize,
    unknown: bool,
    /// How many lie directly in the place.
    direct: usize,
    /// The line of the first.
    first: u32,
}

fn sums(
    budget: &Budget,
    gazetteer: &Gazetteer,
    declaration: &Declaration,
    of: &OfBudget,
    findings: &mut Findings,
) {
    let mut children: HashMap<&str, usize> = HashMap::new();
    for code in gazetteer.codes() {
        if let Some(parent) = gazetteer.parent_of(code) {
            *children.entry(parent).or_default() += 1;
        }
    }
    let mut found: BTreeMap<u32, (&Figure, Below)> = BTreeMap::new();
    for (place, figure) in below_others(budget, gazetteer) {
        let Some(above) = nearest(budget, gazetteer, place, figure) else {
            continue;
        };
        let (_, below) = found.entry(above.line()).or_insert_with(|| {
            let first = figure.line();
            let below = Below {
                first,
                ..Below::default()
            };
            (above, below)
        });
        let of_above = &budget.line(above.line()).place;
        below.count += 1;
        below.direct += usize::from(gazetteer.parent_of(place) == Some(&**of_above));
        match figure.amount {
            Amount::Known(amount) => below.known = [below.known, amount].into_iter().sum(),
            Amount::Blank(_) => below.unknown = true,
        }
    }
    let in_file = |amount: Money| amount.in_units_of(declaration.reading.scale);
    for (above, below) in found.into_values() {
        let Amount::Known(stated) = above.amount else {
            continue;
        };
        let line = budget.line(above.line());
        let all = children.get(&*line.place).copied().unwrap_or(0);
        let is_whole = !below.unknown && below.direct == below.count && below.count == all;
        findings.totals.checked += u64::from(is_whole);
        let over = in_file(below.known.less(stated));
        let under = in_file(stated.less(below.known));
        let tolerance = of.rounding.saturating_mul(Decimal::from(below.count));
        let is_too_large = over > tolerance && (is_whole || !of.allow_negative);
        let is_too_small = is_whole && under > tolerance && !of.partial.contains(&*line.code);
        let place = line.cell().place(Some(line.key()));
        let first = budget.line(below.first).cell();
        macro_rules! found {
            ($told:ident) => {
                diagnostic!(
                    codes::datasets::$told,
                    place,
                    place = &*line.place,
                    total = in_file(stated),
                    count = below.count,
                    first = first,
                    sum = in_file(below.known),
                    difference = over.abs().normalize(),
                    toml = &findings.toml
                )
            };
        }
        match (is_too_large, is_too_small) {
            (true, _) => findings.push(found!(PLACES_TOO_LARGE)),
            (_, true) => findings.push(found!(PLACES_TOO_SMALL)),
            (false, false) => {}
        }
    }
}

/// The same figure of the nearest place above that has one.
fn nearest<'own>(
    budget: &'own Budget,
    gazetteer: &Gazetteer,
    place: &str,
    figure: &Figure,
) -> Option<&'own Figure> {
    let code = &budget.line(figure.line()).code;
    let mut above = gazetteer.parent_of(place);
    for _ in 0..MOST_ABOVE {
        let here = above?;
        let mut same = budget.index().figures(&budget.lines, here, code).iter();
        let is_same = |other: &&Figure| {
            (other.period, other.phase, other.direction)
                == (figure.period, figure.phase, figure.direction)
        };
        if let Some(found) = same.find(is_same) {
            return Some(found);
        }
        above = gazetteer.parent_of(here).filter(|_| here != NATION);
    }
    None
}
