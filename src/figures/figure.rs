//! A budget and a query → the one figure that is meant, whether or not it is known.

use super::query::{AmountQuery, Asked, QueryProblem, divided, figure_of, figures_of_code, find};
use super::sources::Gathered;
use super::units::unit_for;
use super::wording::Wording;
use crate::config::Language;
use crate::data::{Amount, Budget, BudgetLine, Dataset, Datasets, Figure, Money};
use crate::diagnostic::Candidates;
use crate::theme::words;

/// One figure: its funds added up.
#[derive(Clone, Copy)]
pub(super) struct Meant<'own> {
    pub dataset: &'own Dataset,
    pub budget: &'own Budget,
    /// The dimension that its code is of, if it is not the budget's own.
    pub by: Option<&'own str>,
    /// The first of its lines.
    pub line: &'own BudgetLine,
    figure: &'own Figure,
}

/// The figure that the query means.
pub(super) fn meant<'own>(
    datasets: &'own Datasets,
    name: &str,
    query: &AmountQuery,
) -> Result<Meant<'own>, QueryProblem> {
    let (dataset, whole) = find(datasets, name)?;
    let (budget, dimension) = divided(whole, query.by.as_deref())?;
    let chosen = figures_of_code(budget, &query.code, query.place.as_deref())?
        .of_years(query.year.as_slice())?
        .of_period(query.period)?
        .of_word(Asked::Phase, query.phase.as_deref())?
        .of_word(Asked::Direction, query.direction.as_deref())?
        .of_whole_year(query.year);
    for asked in [Asked::Year, Asked::Period, Asked::Phase, Asked::Direction] {
        let known = chosen.values(asked);
        if known.len() > 1 {
            let known = Candidates::of(known);
            return Err(QueryProblem::Several { asked, known });
        }
    }
    let line = chosen.first;
    Ok(Meant {
        dataset,
        budget,
        by: dimension.map(|dimension| &*dimension.name),
        line,
        figure: figure_of(budget, line),
    })
}

impl<'own> Meant<'own> {
    /// `None` if one of its funds is blank: it is not known.
    pub fn value(&self) -> Option<Money> {
        match self.figure.amount {
            Amount::Known(value) => Some(value),
            Amount::Blank(_) => None,
        }
    }

    /// The blank cell, with its file, that makes it unknown.
    pub fn blank(&self) -> Option<String> {
        match self.figure.amount {
            Amount::Known(_) => None,
            Amount::Blank(line) => {
                let cell = self.budget.line(line).cell();
                Some(format!("{} › {cell}", self.dataset.path))
            }
        }
    }

    /// The figure of another code in the same place, period, phase and direction, if there is one.
    pub fn of_code(&self, code: &str) -> Option<Meant<'own>> {
        let (budget, line) = (self.budget, self.line);
        let figures = budget.index().figures(&budget.lines, &line.place, code);
        let figure = figures.iter().find(|figure| {
            (figure.period, figure.phase, figure.direction)
                == (line.period, line.phase, line.direction)
        })?;
        Some(Meant {
            line: budget.line(figure.line()),
            figure,
            ..*self
        })
    }

    /// What the categories call it; its code, if they do not.
    pub fn label(&self, language: &Language, fallback: &Language) -> &'own str {
        let category = self.budget.categories.get(&self.line.code);
        match category.map_or("", |category| category.label.get(language, fallback)) {
            "" => &self.line.code,
            label => label,
        }
    }

    /// What it is, and of when.
    pub fn told_what(&self, words: Wording<'_>, fallback: &Language) -> String {
        let when = words.period_phase(self.line.period, self.line.phase);
        let label = self.label(words.language, fallback);
        words.say(&words::LABEL_IN_YEAR, &[label, &when])
    }

    /// With its unit; as unknown, if it is.
    pub fn text(&self, words: Wording<'_>) -> String {
        match self.value() {
            Some(value) => self.amount(value, words),
            None => words.word(&words::UNKNOWN_FIGURE).to_owned(),
        }
    }

    /// An amount of its currency, in the unit that its table was published in.
    pub fn amount(&self, value: Money, words: Wording<'_>) -> String {
        let unit = unit_for(self.dataset.scale, std::iter::once(value));
        unit.amount(value, &self.dataset.currency, words)
    }

    /// Takes in where it comes from.
    pub fn gather(&self, sources: &mut Gathered<'own>) {
        match self.figure.is_one_line() {
            true => sources.add(self.dataset, &[self.line]),
            false => {
                let origins = self.budget.origins(self.figure, || self.lines());
                sources.add_origins(self.dataset, &origins);
            }
        }
    }

    /// Its funds.
    fn lines(&self) -> Vec<&'own BudgetLine> {
        let of_place = self.budget.lines_of_place(&self.line.place).into_iter();
        let own =
            |line: &&BudgetLine| line.code == self.line.code && line.when() == self.line.when();
        of_place.filter(own).collect()
    }
}
