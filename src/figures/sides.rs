//! A figure and another one of the same code → the figures on both sides that are of one thing: of different
//! years, those of the codes that it has in each.

use super::figure::Meant;
use super::measures::Staged;
use super::over_years::{is_nested, label_of, named};
use super::query::QueryProblem;
use super::wording::Wording;
use crate::config::Language;
use crate::data::{Categories, Concordance, Lineage, Money};
use crate::theme::words;

/// Figures of one thing, of one period, phase and direction; one at least.
pub(super) struct Side<'own> {
    pub first: Meant<'own>,
    others: Vec<Meant<'own>>,
    /// Codes that belong to it and have no figure.
    pub missing: Vec<String>,
}

/// What is compared with what.
pub(super) struct Sides<'own> {
    pub own: Side<'own>,
    pub other: Side<'own>,
    pub codes: Codes,
}

/// What the codes of the two sides are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Codes {
    Same,
    /// The same thing under other codes.
    Changed,
    /// Only a part of what became of them is known.
    KnownInPart,
}

impl<'own> Side<'own> {
    pub fn of(first: Meant<'own>) -> Side<'own> {
        Side {
            first,
            others: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// The figures of codes, if one of them has one.
    pub fn of_codes(
        codes: &[String],
        figure_of: impl Fn(&str) -> Result<Meant<'own>, QueryProblem>,
    ) -> Result<Side<'own>, QueryProblem> {
        let (mut figures, mut missing) = (Vec::new(), Vec::new());
        let mut problem = None;
        for code in codes {
            match figure_of(code) {
                Ok(figure) => figures.push(figure),
                Err(own) => {
                    problem.get_or_insert(own);
                    missing.push(code.clone());
                }
            }
        }
        let mut figures = figures.into_iter();
        let none = || problem.unwrap_or(QueryProblem::NoDataset);
        let first = figures.next().ok_or_else(none)?;
        // A part of a year is no part of a sum of years.
        let (others, unlike): (Vec<_>, Vec<_>) =
            figures.partition(|figure: &Meant<'_>| figure.line.when() == first.line.when());
        missing.extend(unlike.iter().map(|figure| figure.line.code.to_string()));
        Ok(Side {
            first,
            others,
            missing,
        })
    }

    pub fn figures(&self) -> impl Iterator<Item = Meant<'own>> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// `None` if one of them is not known, or missing.
    pub fn value(&self) -> Option<Money> {
        let all = self.figures().map(|figure| figure.value());
        let sum = all.sum::<Option<Money>>();
        sum.filter(|_| self.missing.is_empty())
    }

    pub fn staged(&self) -> Staged<'own> {
        Staged {
            period: self.first.line.period,
            phase: self.first.line.phase,
            currency: &self.first.dataset.currency,
            value: self.value(),
        }
    }

    /// What its rows are called together.
    pub fn label(&self, words: Wording<'_>, fallback: &Language) -> String {
        let labels = self.codes();
        let labels = labels.map(|code| self.label_of(code, words, fallback));
        labels.collect::<Vec<_>>().join(" + ")
    }

    /// The same with their codes, and of when.
    pub fn told_what(&self, words: Wording<'_>, fallback: &Language) -> String {
        let names = self.codes().map(|code| self.named(code, words, fallback));
        let names: Vec<String> = names.collect();
        match names.as_slice() {
            [only] => self.of_when(only, words),
            several => {
                let together = words.say(&words::CODES_TOGETHER, &[&several.join(" + ")]);
                self.of_when(&together, words)
            }
        }
    }

    /// Each of its rows with its code, of when, and its figure.
    pub fn each_told(&self, words: Wording<'_>, fallback: &Language) -> Vec<(String, String)> {
        let label = |code: &str| self.of_when(&self.named(code, words, fallback), words);
        let own = self.figures();
        let own = own.map(|figure| (label(&figure.line.code), figure.text(words)));
        let unknown = words.word(&words::UNKNOWN_FIGURE);
        let missing = self.missing.iter();
        let missing = missing.map(|code| (label(code), unknown.to_owned()));
        own.chain(missing).collect()
    }

    fn codes(&self) -> impl Iterator<Item = &str> {
        let own = self.figures().map(|figure| &*figure.line.code);
        own.chain(self.missing.iter().map(String::as_str))
    }

    fn label_of(&self, code: &str, words: Wording<'_>, fallback: &Language) -> String {
        label_of(&self.first.budget.categories, code, words, fallback)
    }

    fn named(&self, code: &str, words: Wording<'_>, fallback: &Language) -> String {
        named(&self.label_of(code, words, fallback), code, words)
    }

    fn of_when(&self, what: &str, words: Wording<'_>) -> String {
        let line = self.first.line;
        let when = words.period_phase(line.period, line.phase);
        words.say(&words::LABEL_IN_YEAR, &[what, &when])
    }
}

impl<'own> Sides<'own> {
    /// The sides of a comparison of `one` with the figure that `other_of` finds under a code, in the year that
    /// the call names or else in that of the figure that is found.
    pub fn of(
        one: Meant<'own>,
        other_of: impl Fn(&str) -> Result<Meant<'own>, QueryProblem>,
        year: Option<i16>,
        concordance: &Concordance,
    ) -> Result<Sides<'own>, QueryProblem> {
        let code = &*one.line.code;
        let other = other_of(code);
        let year = match concordance.is_empty() {
            true => None,
            // Another table is of its own year, under whichever of its codes.
            false => year.or_else(|| {
                let found = other.as_ref().ok().map(|other| other.line.period.year());
                found.or_else(|| {
                    let mut related = concordance.related(code).into_iter();
                    related.find_map(|code| Some(other_of(code).ok()?.line.period.year()))
                })
            }),
        };
        let own_year = one.line.period.year();
        let years = year.filter(|year| *year != own_year);
        let lineages = years.map(|year| {
            let years = [own_year.min(year), own_year.max(year)];
            (year, concordance.lineages(&years))
        });
        let changed = lineages.as_ref().and_then(|(year, lineages)| {
            let lineages = lineages.of_year(code, own_year);
            Some((*year, lineages.into_iter().next()?))
        });
        let Some((year, lineage)) = changed else {
            return Ok(Sides {
                own: Side::of(one),
                other: Side::of(other?),
                codes: Codes::Same,
            });
        };
        let own_of = |code: &str| one.of_code(code).ok_or(QueryProblem::NoDataset);
        let is_used = |of: i16, code: &str| match of == year {
            true => is_there(&other_of(code)),
            false => is_there(&own_of(code)),
        };
        let is_whole = is_comparable(lineage, &one.budget.categories, is_used);
        let (own, others) = (lineage.codes(own_year), lineage.codes(year));
        let other_side = Side::of_codes(others, &other_of);
        match is_whole {
            true => Ok(Sides {
                own: Side::of_codes(own, own_of)?,
                other: other_side?,
                codes: Codes::Changed,
            }),
            false => Ok(Sides {
                own: Side::of(one),
                other: match other {
                    Ok(other) => Side::of(other),
                    Err(_) => other_side?,
                },
                codes: Codes::KnownInPart,
            }),
        }
    }
}

/// Whether there is such a figure that is known, or there are several. A blank under a code that is not in
/// use, as a table of years side by side has it, is none.
pub(super) fn is_there(found: &Result<Meant<'_>, QueryProblem>) -> bool {
    match found {
        Ok(figure) => figure.value().is_some(),
        Err(problem) => matches!(problem, QueryProblem::Several { .. }),
    }
}

/// Whether all of a lineage is known, and nothing in it counts twice; `is_used` says whether a code has a
/// figure in a year.
pub(super) fn is_comparable(
    lineage: &Lineage,
    categories: &Categories,
    is_used: impl Fn(i16, &str) -> bool,
) -> bool {
    let (mut years, mut loose) = (lineage.at.iter(), lineage.loose.iter());
    lineage.is_whole
        && !years.any(|at| is_nested(categories, &at.codes))
        && !loose.any(|(year, code)| is_used(*year, code))
}
