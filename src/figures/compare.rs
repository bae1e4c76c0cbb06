//! Two figures → how one differs from the other: the change from year to year, or how much was spent of
//! what was decided.

use super::figure::{Meant, meant};
use super::measured::{Measured, Part, Shown, percent, sources_of};
use super::measures::NotComparable;
use super::measures::change::{self, Change};
use super::measures::execution::{self, is_actual};
use super::query::{AmountQuery, QueryProblem};
use super::sides::{Codes, Side, Sides};
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

/// Compares the figure that the query means with another of the same code, place and direction; of another
/// year, with what it was or became under the codes of that year.
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
    let other_of = |code: &str| other_of(datasets, other_name, (code, &one), with);
    let same_year = with.dataset.is_none().then_some(one.line.period.year());
    let concordance = match datasets.concordance(name, one.by) {
        own if own.is_empty() => datasets.concordance(other_name, one.by),
        own => own,
    };
    let sides = Sides::of(one, other_of, with.year.or(same_year), concordance);
    let Sides { own, other, codes } = sides.map_err(|problem| {
        let dataset = other_name.to_owned();
        CompareProblem::Other { dataset, problem }
    })?;
    if std::ptr::eq(own.first.line, other.first.line) {
        return Err(CompareProblem::Figure(QueryProblem::Itself));
    }
    let told = match own.first.line.phase == other.first.line.phase {
        true => told_change(&own, &other, words),
        false => told_execution(&own, &other, words),
    };
    let (mut told, mut formula) = told.map_err(|NotComparable| {
        CompareProblem::Figure(QueryProblem::NotComparable {
            one: key(own.first),
            other: key(other.first),
        })
    })?;
    let fallback = &datasets.fallback();
    // What is one thing is called as it is now.
    let year = |side: &Side<'_>| side.first.line.period.year();
    let called = match codes != Codes::Same && year(&own) < year(&other) {
        true => &other,
        false => &own,
    };
    let both = [&own, &other];
    let (parts, names) = match codes {
        Codes::Same => {
            let names = labels(own.first, other.first, datasets, words);
            let texts = both.map(|side| side.first.text(words));
            (names.iter().cloned().zip(texts).collect::<Vec<_>>(), names)
        }
        Codes::Changed | Codes::KnownInPart => {
            let parts = both.map(|side| side.each_told(words, fallback));
            let names = both.map(|side| side.told_what(words, fallback));
            (parts.into_iter().flatten().collect(), names)
        }
    };
    if codes == Codes::KnownInPart {
        told = words.word(&words::NOT_COMPARABLE).to_owned();
        formula = &words::NOT_COMPARABLE_FORMULA;
    }
    let [one_name, other_name] = &names;
    let part = |(label, text)| Part { label, text };
    let figures: Vec<Meant<'_>> = both.into_iter().flat_map(Side::figures).collect();
    Ok(Measured {
        label: called.label(words, fallback),
        told,
        parts: parts.into_iter().map(part).collect(),
        formula: words.say(formula, &[one_name, other_name]),
        sources: sources_of(&figures, words, fallback),
        synthetic: figures.iter().any(|figure| figure.dataset.synthetic),
        shown: Shown::Told,
    })
}

fn other_of<'own>(
    datasets: &'own Datasets,
    name: &str,
    (code, one): (&str, &Meant<'_>),
    with: &With,
) -> Result<Meant<'own>, QueryProblem> {
    let line = one.line;
    let of_phase = |phase: &str| {
        // Another table is of its own year, mostly of one.
        let same_year = with.dataset.is_none().then_some(line.period.year());
        let year = with.year.or(same_year);
        let query = AmountQuery {
            by: one.by.map(str::to_owned),
            code: code.to_owned(),
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

type Told = (String, &'static words::Word);

fn told_change(
    one: &Side<'_>,
    other: &Side<'_>,
    words: Wording<'_>,
) -> Result<Told, NotComparable> {
    let Some(Change { difference, share }) = change::change(one.staged(), other.staged())? else {
        return Ok((words.word(&words::NOT_KNOWN).to_owned(), change::FORMULA));
    };
    let word = match (difference.is_zero(), difference.is_negative()) {
        (true, _) => return Ok((words.word(&words::CHANGE_NONE).to_owned(), change::FORMULA)),
        (false, true) => &words::CHANGE_LESS,
        (false, false) => &words::CHANGE_MORE,
    };
    let told = words.say(word, &[&one.first.amount(difference.size(), words)]);
    let share = share.and_then(|share| percent(share.abs(), words));
    let told = match share {
        Some(share) => words.say(&words::CHANGE_WITH_SHARE, &[&told, &share]),
        None => told,
    };
    Ok((told, change::FORMULA))
}

fn told_execution(
    actual: &Side<'_>,
    base: &Side<'_>,
    words: Wording<'_>,
) -> Result<Told, NotComparable> {
    let share = execution::execution(actual.staged(), base.staged())?;
    let (actual, base) = (actual.first, base.first);
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
