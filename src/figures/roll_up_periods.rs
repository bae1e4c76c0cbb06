//! The figures of all parts of a year, or of all years from one to another → what they come to.
//!
//! Parts are whole months, quarters, halves or years that follow each other and never overlap, so what counts
//! from the beginning of a year, such as January to May, is none of them and is never added twice. A part
//! without a figure makes the sum unknown, and is named.

use super::figure::{Meant, meant};
use super::measured::{Measured, Part, Shown, sources_of};
use super::measures::roll_up;
use super::query::{AmountQuery, Asked, QueryProblem, find};
use super::sides::{Side, is_comparable, is_there};
use super::wording::Wording;
use crate::config::Language;
use crate::data::{Budget, Dataset, Datasets, Lineage, Lineages, PartsOfTime, Period};
use crate::diagnostic::Candidates;
use crate::theme::words;
use std::sync::Arc;

/// The time whose parts are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// All years from one to another.
    Years(i16, i16),
    /// A part of a year.
    Period(Period),
}

/// So many parts are told one by one; of more, how many are known.
const MOST_PARTS: usize = 24;
/// So many parts that have no figure are named.
const MOST_NAMED: usize = 6;

fn so_many(parts: PartsOfTime) -> &'static words::Word {
    match parts {
        PartsOfTime::Years => &words::SO_MANY_YEARS,
        PartsOfTime::Halves => &words::SO_MANY_HALVES,
        PartsOfTime::Quarters => &words::SO_MANY_QUARTERS,
        PartsOfTime::Months => &words::SO_MANY_MONTHS,
    }
}

/// The parts that fill the time; `None` if none do.
fn parts_of(parts: PartsOfTime, within: Within) -> Option<Vec<Period>> {
    let all: Vec<Period> = match within {
        Within::Years(first, last) => {
            let years = (first..=last).map(|year| Period::of_year(year).parts(parts));
            years.collect::<Option<Vec<_>>>()?.concat()
        }
        Within::Period(period) => period.parts(parts)?,
    };
    (!all.is_empty()).then_some(all)
}

/// Adds the figures of all parts of a time up: of another year, those of what the code was or became there.
///
/// The cost grows with the parts.
pub fn rolled_up_periods(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    (parts, within): (PartsOfTime, Within),
    words: Wording<'_>,
) -> Result<Measured, QueryProblem> {
    let (dataset, budget) = find(datasets, name)?;
    let periods = parts_of(parts, within).ok_or_else(|| QueryProblem::NotFilled {
        parts: parts.word(),
        period: written(within),
    })?;
    let codes = CodesOf::of(datasets, (name, budget), query, &periods);
    let mut found = Vec::with_capacity(periods.len());
    let mut first_problem = None;
    for period in periods {
        let figure_of = |code: &str| figure_in(datasets, name, query, (code, period));
        let side = match Side::of_codes(codes.in_year(period.year()), figure_of) {
            Ok(side) => Some(side),
            Err(problem) if is_missing(&problem, query) => {
                first_problem.get_or_insert(problem);
                None
            }
            Err(problem) => return Err(problem),
        };
        found.push((period, side));
    }
    let Some(first) = found.iter().find_map(|(_, side)| side.as_ref()) else {
        return Err(match first_problem {
            // No other part has it either: it is misspelt.
            Some(problem) if asks_for_a_word(&problem) => problem,
            _ => QueryProblem::NoneOver {
                parts: parts.word(),
                period: written(within),
            },
        });
    };
    let rolled = Rolled {
        dataset,
        so_many: (parts, found.len()),
        within,
        first: first.first,
        codes,
        found: &found,
    };
    rolled.are_alike()?;
    Ok(rolled.measured(words, &datasets.fallback()))
}

/// Whether a phase or a direction is asked for that there is not.
fn asks_for_a_word(problem: &QueryProblem) -> bool {
    let QueryProblem::Unknown { asked, .. } = problem else {
        return false;
    };
    matches!(asked, Asked::Phase | Asked::Direction)
}

/// The parts of a time, each with what it has: nothing, if there is no figure.
struct Rolled<'own> {
    dataset: &'own Dataset,
    so_many: (PartsOfTime, usize),
    within: Within,
    /// The first figure that there is.
    first: Meant<'own>,
    codes: CodesOf,
    found: &'own [(Period, Option<Side<'own>>)],
}

impl<'own> Rolled<'own> {
    fn sides(&self) -> impl DoubleEndedIterator<Item = &'own Side<'own>> {
        self.found.iter().filter_map(|(_, side)| side.as_ref())
    }

    /// What was planned and what was spent are not added up, nor what came in and what went out.
    fn are_alike(&self) -> Result<(), QueryProblem> {
        let line = self.first.line;
        let mut lines = self.sides().map(|side| side.first.line);
        let unlike =
            lines.find(|other| (other.phase, other.direction) != (line.phase, line.direction));
        let Some(other) = unlike else {
            return Ok(());
        };
        let (asked, known) = match line.phase == other.phase {
            false => (Asked::Phase, [line, other].map(|line| line.phase.word())),
            true => (
                Asked::Direction,
                [line, other].map(|line| line.direction.word()),
            ),
        };
        let known = Candidates::of(known);
        Err(QueryProblem::Several { asked, known })
    }

    fn measured(&self, words: Wording<'_>, fallback: &Language) -> Measured {
        let last = self.sides().next_back();
        let label = last.map_or_else(String::new, |side| side.label(words, fallback));
        let label = words.say(&words::LABEL_IN_YEAR, &[&label, &self.when(words)]);
        let (parts, count) = self.so_many;
        let so_many = words.say(so_many(parts), &[&digits(count, words)]);
        let figures: Vec<Meant<'_>> = self.sides().flat_map(Side::figures).collect();
        Measured {
            told: self.told(&so_many, words),
            parts: match count > MOST_PARTS {
                true => self.counted(words),
                false => self.each(words, fallback),
            },
            formula: words.say(&words::ROLL_UP_PERIODS_FORMULA, &[&label, &so_many]),
            label,
            sources: sources_of(&figures, words, fallback),
            synthetic: self.dataset.synthetic,
            shown: Shown::Told,
        }
    }

    /// `2021–2025 actual`
    fn when(&self, words: Wording<'_>) -> String {
        let digits = |year: i16| words.language.number_style().digits(year);
        let when = match self.within {
            Within::Years(first, last) if first == last => digits(first),
            Within::Years(first, last) => {
                words.say(&words::YEARS_FROM_TO, &[&digits(first), &digits(last)])
            }
            Within::Period(period) => words.period(period),
        };
        let phase = words.phase(self.first.line.phase);
        words.say(&words::YEAR_PHASE, &[&when, phase])
    }

    /// The sum; or which parts are missing, or else blank.
    fn told(&self, so_many: &str, words: Wording<'_>) -> String {
        if !self.codes.are_known() {
            return words.word(&words::ROLL_UP_CODES).to_owned();
        }
        let value = |side: &Option<Side<'_>>| side.as_ref().and_then(Side::value);
        let values = self.found.iter().map(|(_, side)| value(side));
        if let Some(sum) = roll_up::roll_up(values) {
            let sum = self.first.amount(sum, words);
            return words.say(&words::ROLL_UP_PERIODS_TOLD, &[&sum, so_many]);
        }
        let named = |is_meant: fn(&Option<Side<'_>>) -> bool| {
            let meant = self.found.iter().filter(|(_, side)| is_meant(side));
            let names: Vec<String> = meant.map(|(period, _)| words.period(*period)).collect();
            let shown = names.iter().take(MOST_NAMED).map(String::as_str);
            let shown = shown.collect::<Vec<_>>().join(" · ");
            match names.len().saturating_sub(MOST_NAMED) {
                0 => shown,
                more => words.say(&words::MORE_CELLS, &[&shown, &digits(more, words)]),
            }
        };
        match named(|side| side.is_none()) {
            none if none.is_empty() => {
                let blank = named(|side| side.as_ref().is_some_and(|side| side.value().is_none()));
                words.say(&words::ROLL_UP_BLANK, &[&blank])
            }
            missing => words.say(&words::ROLL_UP_MISSING, &[&missing]),
        }
    }

    /// How many parts are known, and how many are not.
    fn counted(&self, words: Wording<'_>) -> Vec<Part> {
        let known = self.sides().filter(|side| side.value().is_some()).count();
        let unknown = self.found.len().saturating_sub(known);
        let counts = [
            (&words::PARTS_WITH_FIGURE, known),
            (&words::PARTS_NOT_KNOWN, unknown),
        ];
        let told = counts.map(|(word, count)| Part {
            label: words.word(word).to_owned(),
            text: digits(count, words),
        });
        told.into()
    }

    /// Each part with its figure; where codes changed, with those.
    fn each(&self, words: Wording<'_>, fallback: &Language) -> Vec<Part> {
        let mut parts = Vec::new();
        for (period, side) in self.found {
            match side {
                Some(side) if self.codes.change() => {
                    let each = side.each_told(words, fallback).into_iter();
                    parts.extend(each.map(|(label, text)| Part { label, text }));
                }
                own => parts.push(Part {
                    label: words.period(*period),
                    text: own.as_ref().map_or_else(
                        || words.word(&words::NO_FIGURE).to_owned(),
                        |side| side.first.text(words),
                    ),
                }),
            }
        }
        parts
    }
}

fn digits(count: usize, words: Wording<'_>) -> String {
    words.language.number_style().digits(count as u64)
}

/// The time as authors write it.
fn written(within: Within) -> String {
    match within {
        Within::Years(first, last) if first == last => first.to_string(),
        Within::Years(first, last) => format!("{first}–{last}"),
        Within::Period(period) => period.to_string(),
    }
}

/// The figure of a code in exactly this time.
fn figure_in<'own>(
    datasets: &'own Datasets,
    name: &str,
    query: &AmountQuery,
    (code, period): (&str, Period),
) -> Result<Meant<'own>, QueryProblem> {
    let whole = period.is_whole();
    let own = AmountQuery {
        code: code.to_owned(),
        // A fiscal year that ends in the next has the same number.
        year: whole.then_some(period.year()),
        period: (!whole).then_some(period),
        ..query.clone()
    };
    let figure = meant(datasets, name, &own)?;
    match whole && !figure.line.period.is_whole() {
        // What there is of the year is a part of it.
        true => Err(QueryProblem::Unknown {
            asked: Asked::Period,
            read: period.to_string(),
            known: Candidates::of([figure.line.period.to_string()]),
        }),
        false => Ok(figure),
    }
}

/// Whether a part of the time has no figure, and not that nobody could tell which is meant.
fn is_missing(problem: &QueryProblem, query: &AmountQuery) -> bool {
    match problem {
        QueryProblem::Unknown { asked, read, .. } => match asked {
            Asked::Year | Asked::Period | Asked::Phase | Asked::Direction => true,
            Asked::Code => *read != query.code,
            Asked::Place | Asked::By | Asked::Part => false,
        },
        // Only parts of a year are there, where the year is asked for.
        QueryProblem::Several { asked, .. } => *asked == Asked::Period,
        _ => false,
    }
}

/// The codes of a thing in each year.
struct CodesOf {
    own: [String; 1],
    lineages: Arc<Lineages>,
    /// The number of its lineage, and whether all of it is known.
    changed: Option<(usize, bool)>,
}

impl CodesOf {
    fn of(
        datasets: &Datasets,
        (name, budget): (&str, &Budget),
        query: &AmountQuery,
        periods: &[Period],
    ) -> CodesOf {
        let mut years: Vec<i16> = periods.iter().map(|period| period.year()).collect();
        years.dedup();
        let code = &query.code;
        let concordance = datasets.concordance(name, query.by.as_deref());
        let lineages = concordance.lineages(&years);
        let mut latest = years.iter().rev();
        let number = latest.find_map(|year| {
            let mut own = lineages.of_code(code).into_iter();
            own.find(|number| lineages.get(*number).is_of(code, *year))
        });
        let changed = number.map(|number| {
            let lineage = lineages.get(number);
            let is_used = |year: i16, code: &str| {
                let any = AmountQuery {
                    code: code.to_owned(),
                    year: Some(year),
                    period: None,
                    ..query.clone()
                };
                is_there(&meant(datasets, name, &any))
            };
            let is_known = is_comparable(lineage, &budget.categories, is_used);
            (number, is_known)
        });
        CodesOf {
            own: [code.clone()],
            lineages,
            changed,
        }
    }

    fn lineage(&self) -> Option<&Lineage> {
        let (number, is_known) = self.changed?;
        is_known.then(|| self.lineages.get(number))
    }

    fn in_year(&self, year: i16) -> &[String] {
        self.lineage()
            .map_or(&self.own, |lineage| lineage.codes(year))
    }

    fn change(&self) -> bool {
        self.changed.is_some()
    }

    fn are_known(&self) -> bool {
        self.changed.is_none_or(|(_, is_known)| is_known)
    }
}
