//! The figures of all parts of a year, or of all years from one to another → what they come to.
//!
//! Parts are whole months, quarters, halves or years that follow each other and never overlap, so what counts
//! from the beginning of a year, such as January to May, is none of them and is never added twice. A part
//! without a figure makes the sum unknown, and is named.

use super::figure::{Meant, meant};
use super::measured::{Measured, Part, sources_of};
use super::measures::roll_up;
use super::query::{AmountQuery, Asked, QueryProblem, find};
use super::sides::{Side, is_comparable, is_there};
use super::wording::Wording;
use crate::data::{Datasets, Lineage, Lineages, PartsOfTime, Period};
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

/// The figure of a part of the time, or why it is not known.
enum Found<'own> {
    Figures(Side<'own>),
    /// There is none.
    Nothing(Period),
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
    let (dataset, _) = find(datasets, name)?;
    let periods = parts_of(parts, within).ok_or_else(|| QueryProblem::NotFilled {
        parts: parts.word(),
        period: told(within),
    })?;
    let codes = CodesOf::of(datasets, name, query, &periods);
    let mut found: Vec<Found<'_>> = Vec::with_capacity(periods.len());
    let mut first_problem = None;
    for period in &periods {
        let figure_of = |code: &str| figure_in(datasets, name, query, (code, *period));
        match Side::of_codes(codes.in_year(period.year()), figure_of) {
            Ok(side) => found.push(Found::Figures(side)),
            Err(problem) if is_missing(&problem, query) => {
                first_problem.get_or_insert(problem);
                found.push(Found::Nothing(*period));
            }
            Err(problem) => return Err(problem),
        }
    }
    let sides = || {
        found.iter().filter_map(|one| match one {
            Found::Figures(side) => Some(side),
            Found::Nothing(_) => None,
        })
    };
    let Some(first) = sides().next() else {
        return Err(match first_problem {
            // No other part has it either: it is misspelt.
            Some(
                problem @ QueryProblem::Unknown {
                    asked: Asked::Phase | Asked::Direction,
                    ..
                },
            ) => problem,
            _ => QueryProblem::NoneOver {
                parts: parts.word(),
                period: told(within),
            },
        });
    };
    let line = first.first.line;
    let unlike = sides().find(|side| {
        let other = side.first.line;
        (other.phase, other.direction) != (line.phase, line.direction)
    });
    if let Some(other) = unlike {
        let two = [line, other.first.line];
        let (asked, known) = match two[0].phase == two[1].phase {
            false => (Asked::Phase, two.map(|line| line.phase.word())),
            true => (Asked::Direction, two.map(|line| line.direction.word())),
        };
        let known = Candidates::of(known);
        return Err(QueryProblem::Several { asked, known });
    }
    let fallback = &datasets.fallback();
    let values = found.iter().map(|one| match one {
        Found::Figures(side) => side.value(),
        Found::Nothing(_) => None,
    });
    let values: Vec<_> = values.collect();
    let sum = roll_up::roll_up(values.iter().copied()).filter(|_| codes.are_known());
    let style = words.language.number_style();
    let count = |count: usize| style.digits(count as u64);
    let so_many = words.say(so_many(parts), &[&count(periods.len())]);
    let last = sides().next_back().unwrap_or(first);
    let when = match within {
        Within::Years(first, last) if first == last => style.digits(first),
        Within::Years(first, last) => words.say(
            &words::YEARS_FROM_TO,
            &[&style.digits(first), &style.digits(last)],
        ),
        Within::Period(period) => words.period(period),
    };
    let when = words.say(&words::YEAR_PHASE, &[&when, words.phase(line.phase)]);
    let label = words.say(
        &words::LABEL_IN_YEAR,
        &[&last.label(words, fallback), &when],
    );
    let name_of = |period: Period| words.period(period);
    let named = |is_meant: &dyn Fn(&Found<'_>) -> bool| {
        let meant = found.iter().zip(&periods).filter(|(one, _)| is_meant(one));
        let names: Vec<String> = meant.map(|(_, period)| name_of(*period)).collect();
        let shown = names
            .iter()
            .take(MOST_NAMED)
            .cloned()
            .collect::<Vec<_>>()
            .join(" · ");
        match names.len().checked_sub(MOST_NAMED) {
            None | Some(0) => shown,
            Some(more) => words.say(&words::MORE_CELLS, &[&shown, &count(more)]),
        }
    };
    let missing = named(&|one| matches!(one, Found::Nothing(_)));
    let blank = named(&|one| matches!(one, Found::Figures(side) if side.value().is_none()));
    let told = match (sum, codes.are_known(), missing.is_empty()) {
        (Some(sum), ..) => {
            let sum = first.first.amount(sum, words);
            words.say(&words::ROLL_UP_PERIODS_TOLD, &[&sum, &so_many])
        }
        (None, false, _) => words.word(&words::ROLL_UP_CODES).to_owned(),
        (None, true, false) => words.say(&words::ROLL_UP_MISSING, &[&missing]),
        (None, true, true) => words.say(&words::ROLL_UP_BLANK, &[&blank]),
    };
    let known = values.iter().flatten().count();
    let counted = |word, number: usize| Part {
        label: words.word(word).to_owned(),
        text: count(number),
    };
    let each = found
        .iter()
        .zip(&periods)
        .flat_map(|(one, period)| match one {
            Found::Figures(side) if codes.change() => {
                let each = side.each_told(words, fallback).into_iter();
                each.map(|(label, text)| Part { label, text }).collect()
            }
            Found::Figures(side) => vec![Part {
                label: name_of(*period),
                text: side.first.text(words),
            }],
            Found::Nothing(period) => vec![Part {
                label: name_of(*period),
                text: words.word(&words::NO_FIGURE).to_owned(),
            }],
        });
    let figures: Vec<Meant<'_>> = sides().flat_map(Side::figures).collect();
    Ok(Measured {
        told,
        parts: match periods.len() > MOST_PARTS {
            true => vec![
                counted(&words::PARTS_WITH_FIGURE, known),
                counted(&words::PARTS_NOT_KNOWN, periods.len().saturating_sub(known)),
            ],
            false => each.collect(),
        },
        formula: words.say(&words::ROLL_UP_PERIODS_FORMULA, &[&label, &so_many]),
        label,
        sources: sources_of(&figures, words, fallback),
        synthetic: dataset.synthetic,
    })
}

/// The time as authors write it.
fn told(within: Within) -> String {
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
            Asked::Place => false,
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
    fn of(datasets: &Datasets, name: &str, query: &AmountQuery, periods: &[Period]) -> CodesOf {
        let mut years: Vec<i16> = periods.iter().map(|period| period.year()).collect();
        years.dedup();
        let code = &query.code;
        let lineages = datasets.concordance(name).lineages(&years);
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
            let first = periods.first().and_then(|_| find(datasets, name).ok());
            let is_known = first
                .is_some_and(|(_, budget)| is_comparable(lineage, &budget.categories, is_used));
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
