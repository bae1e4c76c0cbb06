//! Two figures → how one differs from the other: the change from year to year, or how much was spent of
//! what was decided.

use super::figure::{Meant, meant};
use super::measured::{Measured, Part, percent, sources_of};
use super::measures::change::{self, Change};
use super::measures::execution::{self, is_actual};
use super::measures::{NotComparable, Staged};
use super::query::{AmountQuery, QueryProblem};
use super::wording::Wording;
use crate::data::Datasets;
use crate::theme::words;

/// What a figure is compared with, where it differs from the figure itself.
#[derive(Debug, Clone, Default)]
pub struct With {
    pub dataset: Option<String>,
    pub year: Option<i16>,
    pub phase: Option<String>,
}

/// Why a figure cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub enum CompareProblem {
    /// It is the figure's own, or that of both.
    Figure(QueryProblem),
    /// The figure is there; it is that of the other one, in this dataset.
    Other {
        dataset: String,
        problem: QueryProblem,
    },
}

/// Compares the figure that the query means with another of the same code, place and direction.
///
/// If nothing else is named, an actual figure is compared with its base.
pub fn compare(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    with: &With,
    words: Wording<'_>,
) -> Result<Measured, CompareProblem> {
    let one = meant(datasets, name, query).map_err(CompareProblem::Figure)?;
    let other_name = with.dataset.as_deref().unwrap_or(name);
    let with = (with, query.by.as_deref());
    let other = other_of(datasets, other_name, &one, with).map_err(|problem| {
        let dataset = other_name.to_owned();
        CompareProblem::Other { dataset, problem }
    })?;
    if std::ptr::eq(one.line, other.line) {
        return Err(CompareProblem::Figure(QueryProblem::Itself));
    }
    let told = match one.line.phase == other.line.phase {
        true => told_change(one, other, words),
        false => told_execution(one, other, words),
    };
    let (told, formula) = told.map_err(|NotComparable| {
        CompareProblem::Figure(QueryProblem::NotComparable {
            one: key(one),
            other: key(other),
        })
    })?;
    let (language, fallback) = (words.language, &datasets.fallback());
    let [own, others] = labels(one, other, datasets, words);
    let part = |figure: Meant<'_>, label: &str| Part {
        label: label.to_owned(),
        text: figure.text(words),
    };
    let formula_text = words.say(formula, &[&own, &others]);
    Ok(Measured {
        label: one.label(language, fallback).to_owned(),
        told,
        parts: vec![part(one, &own), part(other, &others)],
        formula: formula_text,
        sources: sources_of(&[one, other], words, fallback),
        synthetic: one.dataset.synthetic || other.dataset.synthetic,
    })
}

fn other_of<'own>(
    datasets: &'own Datasets,
    name: &str,
    one: &Meant<'_>,
    (with, by): (&With, Option<&str>),
) -> Result<Meant<'own>, QueryProblem> {
    let line = one.line;
    let of_phase = |phase: &str| {
        // Another table is of its own year, mostly of one.
        let same_year = with.dataset.is_none().then_some(line.period.year());
        let year = with.year.or(same_year);
        let query = AmountQuery {
            by: by.map(str::to_owned),
            code: line.code.to_string(),
            place: Some(line.place.to_string()),
            year,
            period: None,
            phase: Some(phase.to_owned()),
            direction: Some(line.direction.word().to_owned()),
        };
        // A part of a year is compared with the same part, where that is known.
        let same_part = year.map(|year| line.period.in_year(year));
        let of_part = same_part.filter(|part| !part.is_whole()).map(|period| {
            let period = Some(period);
            meant(
                datasets,
                name,
                &AmountQuery {
                    period,
                    ..query.clone()
                },
            )
        });
        match of_part {
            Some(Ok(found)) => Ok(found),
            _ => meant(datasets, name, &query),
        }
    };
    if let Some(phase) = &with.phase {
        return of_phase(phase);
    }
    if with.year.is_none() && with.dataset.is_none() && is_actual(line.phase) {
        let bases = one.dataset.base.iter();
        let mut bases = bases.filter_map(|phase| of_phase(phase.word()).ok());
        if let Some(base) = bases.next() {
            return Ok(base);
        }
    }
    of_phase(line.phase.word())
}

fn staged<'own>(figure: Meant<'own>) -> Staged<'own> {
    Staged {
        period: figure.line.period,
        phase: figure.line.phase,
        currency: &figure.dataset.currency,
        value: figure.value(),
    }
}

type Told = (String, &'static words::Word);

fn told_change(
    one: Meant<'_>,
    other: Meant<'_>,
    words: Wording<'_>,
) -> Result<Told, NotComparable> {
    let Some(Change { difference, share }) = change::change(staged(one), staged(other))? else {
        return Ok((words.word(&words::NOT_KNOWN).to_owned(), change::FORMULA));
    };
    let word = match (difference.is_zero(), difference.is_negative()) {
        (true, _) => return Ok((words.word(&words::CHANGE_NONE).to_owned(), change::FORMULA)),
        (false, true) => &words::CHANGE_LESS,
        (false, false) => &words::CHANGE_MORE,
    };
    let told = words.say(word, &[&one.amount(difference.size(), words)]);
    let share = share.and_then(|share| percent(share.abs(), words));
    let told = match share {
        Some(share) => words.say(&words::CHANGE_WITH_SHARE, &[&told, &share]),
        None => told,
    };
    Ok((told, change::FORMULA))
}

fn told_execution(
    actual: Meant<'_>,
    base: Meant<'_>,
    words: Wording<'_>,
) -> Result<Told, NotComparable> {
    let share = execution::execution(staged(actual), staged(base))?;
    let told = match share.and_then(|share| percent(share, words)) {
        Some(share) => {
            let phase = words.phase(base.line.phase);
            let (part, whole) = (actual.line.period, base.line.period);
            match part == whole {
                true => words.say(&words::EXECUTION_TOLD, &[&share, phase]),
                // What was spent by May is no sign of how the year will end.
                false => words.say(
                    &words::EXECUTION_OF_PART_TOLD,
                    &[&share, phase, &words.period(whole), &words.period(part)],
                ),
            }
        }
        None => words.word(&words::NOT_KNOWN).to_owned(),
    };
    Ok((told, execution::FORMULA))
}

/// What tells the two figures apart: their periods and phases, or else their tables; and what their rows are
/// called, where that is not the same.
fn labels(
    one: Meant<'_>,
    other: Meant<'_>,
    datasets: &Datasets,
    words: Wording<'_>,
) -> [String; 2] {
    let (language, fallback) = (words.language, &datasets.fallback());
    let both = [one, other];
    let when = both.map(|figure| words.period_phase(figure.line.period, figure.line.phase));
    let apart = match when[0] == when[1] {
        true => both.map(|figure| figure.dataset.title.get(language, fallback).to_owned()),
        false => when,
    };
    let called = both.map(|figure| figure.label(language, fallback));
    match called[0] == called[1] {
        true => apart,
        false => [0, 1].map(|at| words.say(&words::LABEL_IN_YEAR, &[called[at], &apart[at]])),
    }
}

/// What a figure is, for messages: `2025 actual KHR`.
fn key(figure: Meant<'_>) -> String {
    let (line, currency) = (figure.line, &figure.dataset.currency);
    format!("{} {} {currency}", line.period, line.phase.word())
}
