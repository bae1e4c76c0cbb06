//! What a page asks of a budget → which figures are meant, or why nobody can tell.

use super::budget::{Budget, BudgetLine};
use super::budget_table::{SourceView, sources_of};
use super::units::unit_for;
use super::{Contents, Dataset, Datasets, Direction, Phase};
use crate::config::Language;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Which figures a table shows; `None` takes all there are.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// A place's code. If none is given: the only place there is, or the nation.
    pub place: Option<String>,
    pub years: Option<Vec<i16>>,
    pub phase: Option<String>,
    pub direction: Option<String>,
}

/// Which one figure is meant. What is left out must be clear from the dataset: if it holds several
/// years, the year must be given.
#[derive(Debug, Clone, Default)]
pub struct AmountQuery {
    pub code: String,
    pub place: Option<String>,
    pub year: Option<i16>,
    pub phase: Option<String>,
    pub direction: Option<String>,
}

/// Why a query has no answer, with what could have been asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryProblem {
    /// No dataset has this name; `known` are the budgets.
    NoDataset { known: Vec<String> },
    /// The dataset is no budget; `known` are the budgets.
    NotABudget { known: Vec<String> },
    /// The dataset holds no figure with this value.
    Unknown {
        asked: Asked,
        read: String,
        known: Vec<String>,
    },
    /// The dataset holds several, and the query does not say which.
    Several { asked: Asked, known: Vec<String> },
    /// Each value occurs, but no figure has them all.
    NoFigure,
    /// The figure is blank in the source: it is not known.
    UnknownFigure { cell: String },
}

/// What a query asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Place,
    Year,
    Phase,
    Direction,
    Code,
}

impl Asked {
    /// The argument's name in a component call.
    pub fn word(self) -> &'static str {
        match self {
            Asked::Place => "place",
            Asked::Year => "year",
            Asked::Phase => "phase",
            Asked::Direction => "direction",
            Asked::Code => "code",
        }
    }
}

/// One figure, ready to stand in a sentence.
#[derive(Debug, Clone)]
pub struct AmountView {
    /// With its unit: `៧.១៩៣ ពាន់លានរៀល`.
    pub text: String,
    /// In units of the currency.
    pub value: Decimal,
    pub label: String,
    pub year: i16,
    pub phase: Phase,
    pub direction: Direction,
    pub place: String,
    pub sources: Vec<SourceView>,
    pub synthetic: bool,
}

/// The figure that the query means.
pub fn amount(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    language: &Language,
) -> Result<AmountView, QueryProblem> {
    let (dataset, budget) = find(datasets, name)?;
    let mut lines: Vec<&BudgetLine> = budget.lines.iter().collect();
    let one = |value: &Option<String>| value.clone().map(|value| vec![value]);
    keep(&mut lines, Asked::Code, Some(vec![query.code.clone()]))?;
    keep_place(&mut lines, query.place.as_deref())?;
    let year = query.year.map(|year| vec![year.to_string()]);
    keep(&mut lines, Asked::Year, year)?;
    keep(&mut lines, Asked::Phase, one(&query.phase))?;
    keep(&mut lines, Asked::Direction, one(&query.direction))?;
    for asked in [Asked::Year, Asked::Phase, Asked::Direction] {
        let known = values(&lines, asked);
        if known.len() > 1 {
            return Err(QueryProblem::Several { asked, known });
        }
    }
    let first = *lines.first().ok_or(QueryProblem::NoFigure)?;
    let mut value = Decimal::ZERO;
    for line in &lines {
        value += line.amount.ok_or_else(|| QueryProblem::UnknownFigure {
            cell: line.cell.to_string(),
        })?;
    }
    let unit = unit_for(dataset.scale, std::iter::once(value));
    let fallback = datasets.fallback();
    let label = budget
        .categories
        .get(&first.code)
        .map_or(&*first.code, |category| {
            category.label.get(language, &fallback)
        });
    Ok(AmountView {
        text: unit.amount(value, &dataset.currency, language),
        value,
        label: if label.is_empty() {
            first.code.to_string()
        } else {
            label.to_owned()
        },
        year: first.year,
        phase: first.phase,
        direction: first.direction,
        place: first.place.to_string(),
        sources: sources_of(dataset, &lines, language, &fallback),
        synthetic: dataset.synthetic,
    })
}

/// The budget of this name.
pub(super) fn find<'own>(
    datasets: &'own Datasets,
    name: &str,
) -> Result<(&'own Dataset, &'own Budget), QueryProblem> {
    let known = || {
        datasets
            .iter()
            .filter(|dataset| matches!(dataset.contents, Contents::Budget(_)))
            .map(|dataset| dataset.name.clone())
            .collect()
    };
    match datasets.get(name) {
        None => Err(QueryProblem::NoDataset { known: known() }),
        Some(dataset) => match &dataset.contents {
            Contents::Budget(budget) => Ok((dataset, budget)),
            _ => Err(QueryProblem::NotABudget { known: known() }),
        },
    }
}

/// Keeps the lines of the place, of the only place there is, or of the nation.
pub(super) fn keep_place(
    lines: &mut Vec<&BudgetLine>,
    place: Option<&str>,
) -> Result<(), QueryProblem> {
    let known = values(lines, Asked::Place);
    let wanted = match place {
        Some(place) => place.to_owned(),
        None if known.len() == 1 => known[0].clone(),
        None if known.iter().any(|code| code == super::places::NATION) => {
            super::places::NATION.to_owned()
        }
        None => {
            return Err(QueryProblem::Several {
                asked: Asked::Place,
                known,
            });
        }
    };
    keep(lines, Asked::Place, Some(vec![wanted]))
}

/// Keeps the lines that have one of the wanted values; one that no line has is an error.
pub(super) fn keep(
    lines: &mut Vec<&BudgetLine>,
    asked: Asked,
    wanted: Option<Vec<String>>,
) -> Result<(), QueryProblem> {
    let Some(wanted) = wanted else { return Ok(()) };
    let known = values(lines, asked);
    if let Some(read) = wanted.iter().find(|value| !known.contains(value)) {
        return Err(QueryProblem::Unknown {
            asked,
            read: read.clone(),
            known,
        });
    }
    lines.retain(|line| wanted.contains(&value(line, asked)));
    Ok(())
}

/// The different values that the lines have, in their own order.
fn values(lines: &[&BudgetLine], asked: Asked) -> Vec<String> {
    if asked == Asked::Phase {
        let phases: BTreeSet<Phase> = lines.iter().map(|line| line.phase).collect();
        return phases
            .into_iter()
            .map(|phase| phase.word().to_owned())
            .collect();
    }
    let values: BTreeSet<String> = lines.iter().map(|line| value(line, asked)).collect();
    values.into_iter().collect()
}

fn value(line: &BudgetLine, asked: Asked) -> String {
    match asked {
        Asked::Place => line.place.to_string(),
        Asked::Year => line.year.to_string(),
        Asked::Phase => line.phase.word().to_owned(),
        Asked::Direction => line.direction.word().to_owned(),
        Asked::Code => line.code.to_string(),
    }
}
