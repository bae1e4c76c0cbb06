//! A total → of each hundred units of its currency, how many go to each of its parts.

use super::figure::{Meant, meant};
use super::measured::{Measured, Part, Shown, sources_of};
use super::measures::share;
use super::query::{AmountQuery, Asked, QueryProblem};
use super::units::unit_for;
use super::wording::Wording;
use crate::data::{CategoryKind, Datasets, Money};
use crate::diagnostic::Candidates;
use crate::theme::words;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::HashSet;

/// Divides a hundred as the figure that the query means is divided.
pub fn of_100(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    words: Wording<'_>,
) -> Result<Measured, QueryProblem> {
    let whole = meant(datasets, name, query)?;
    let parts = parts_of(whole);
    if parts.is_empty() {
        let code = whole.line.code.to_string();
        return Err(QueryProblem::NoParts { code });
    }
    let (language, fallback) = (words.language, &datasets.fallback());
    let currency = &whole.dataset.currency;
    let mut told: Vec<Part> = parts
        .iter()
        .map(|part| Part {
            label: part.label(language, fallback).to_owned(),
            text: text(share::share(part.value(), whole.value()), currency, words),
        })
        .collect();
    if let Some(rest) = rest_of(whole, &parts) {
        let word = match rest.is_negative() {
            true => &words::OVER_TOTAL,
            false => &words::NOT_ITEMISED,
        };
        told.push(Part {
            label: words.word(word).to_owned(),
            text: text(share::share(Some(rest), whole.value()), currency, words),
        });
    }
    let label = whole.told_what(words, fallback);
    let hundred = words.language.number_style().digits(100);
    let figures: Vec<Meant<'_>> = std::iter::once(whole).chain(parts).collect();
    Ok(Measured {
        told: words.say(&words::OF_100, &[&hundred, words.currency(currency)]),
        parts: told,
        formula: words.say(share::FORMULA, &[&label]),
        label,
        sources: sources_of(&figures, words, fallback),
        synthetic: whole.dataset.synthetic,
        shown: Shown::Parts,
    })
}

/// So many of a hundred of the figure that the query means go to the part of this code.
pub fn of_100_to(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    part: &str,
    words: Wording<'_>,
) -> Result<Measured, QueryProblem> {
    let whole = meant(datasets, name, query)?;
    let Some(part) = whole.of_code(part) else {
        let known = parts_of(whole);
        return Err(QueryProblem::Unknown {
            asked: Asked::Part,
            read: part.to_owned(),
            known: Candidates::of(known.iter().map(|part| &*part.line.code)),
        });
    };
    let share = share::share(part.value(), whole.value());
    let fallback = &datasets.fallback();
    let currency = &whole.dataset.currency;
    let label = whole.told_what(words, fallback);
    let hundred = words.language.number_style().digits(100);
    let figures = [whole, part];
    let amounts = figures.map(|figure| Part {
        label: figure.told_what(words, fallback),
        text: figure.text(words),
    });
    Ok(Measured {
        told: text(share, currency, words),
        label: words.say(
            &words::OF_100_TO,
            &[
                &hundred,
                words.currency(currency),
                &label,
                part.label(words.language, fallback),
            ],
        ),
        parts: amounts.into(),
        formula: words.say(share::FORMULA, &[&label]),
        sources: sources_of(&figures, words, fallback),
        synthetic: whole.dataset.synthetic,
        shown: hundredths(share).map_or(Shown::Told, Shown::Hundredths),
    })
}

/// A share of at most one, in whole hundredths.
fn hundredths(share: Option<Decimal>) -> Option<u32> {
    let hundredfold = share?.checked_mul(Decimal::ONE_HUNDRED)?;
    let rounded = hundredfold.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_u32().filter(|share| *share <= 100)
}

/// The figures that the whole is made of. A heading without one stands for its own parts.
fn parts_of(whole: Meant<'_>) -> Vec<Meant<'_>> {
    let categories = &whole.budget.categories;
    let mut parts = Vec::new();
    let mut seen: HashSet<&str> = HashSet::from([&*whole.line.code]);
    let mut waiting: Vec<_> = categories.parts(&whole.line.code).collect();
    waiting.reverse();
    while let Some(category) = waiting.pop() {
        if !seen.insert(&category.code) {
            continue;
        }
        match whole.of_code(&category.code) {
            Some(part) => parts.push(part),
            None if category.kind == CategoryKind::Heading => {
                let below: Vec<_> = categories.parts(&category.code).collect();
                waiting.extend(below.into_iter().rev());
            }
            None => {}
        }
    }
    parts
}

/// What the parts leave of the whole, or exceed it by; nothing where one of them is unknown.
fn rest_of(whole: Meant<'_>, parts: &[Meant<'_>]) -> Option<Money> {
    let sum: Option<Money> = parts.iter().map(|part| part.value()).sum();
    let rest = whole.value()?.less(sum?);
    (!rest.is_zero()).then_some(rest)
}

/// So many of a hundred, whole; what would be rounded to nothing is less than one.
fn text(share: Option<Decimal>, currency: &str, words: Wording<'_>) -> String {
    let of_100 = share.and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
    let Some(of_100) = of_100 else {
        return words.word(&words::UNKNOWN_FIGURE).to_owned();
    };
    let unit = unit_for(Decimal::ONE, std::iter::empty());
    let amount = |number: Decimal| {
        let amount = Money::of(number, Decimal::ONE);
        amount.map_or_else(String::new, |amount| unit.amount(amount, currency, words))
    };
    let rounded = of_100.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    match rounded.is_zero() && !of_100.is_zero() {
        true => words.say(&words::LESS_THAN, &[&amount(Decimal::ONE)]),
        false => amount(rounded),
    }
}
