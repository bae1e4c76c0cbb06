//! A budget and a query → [`AmountView`]: one figure in the words of one language, with its source.

use super::query::{AmountQuery, Asked, QueryProblem, figure_of, figures_of_code, find};
use super::sources::{SourceView, source_view};
use super::units::unit_for;
use super::wording::Wording;
use crate::data::{Amount, Datasets, Direction, Money, Phase};
use crate::diagnostic::Candidates;

/// One figure, ready to stand in a sentence.
#[derive(Debug, Clone)]
pub struct AmountView {
    /// With its unit: `៧ ១៩៣ ពាន់លានរៀល`.
    pub text: String,
    pub value: Money,
    pub label: String,
    pub year: i16,
    pub phase: Phase,
    pub direction: Direction,
    pub place: String,
    /// The first that the figure names, or that the dataset has.
    pub source: Option<SourceView>,
    pub synthetic: bool,
}

/// The figure that the query means.
pub fn amount(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    words: Wording<'_>,
) -> Result<AmountView, QueryProblem> {
    let (dataset, budget) = find(datasets, name)?;
    let chosen = figures_of_code(budget, &query.code, query.place.as_deref())?
        .of_years(query.year.as_slice())?
        .of_word(Asked::Phase, query.phase.as_deref())?
        .of_word(Asked::Direction, query.direction.as_deref())?;
    for asked in [Asked::Year, Asked::Phase, Asked::Direction] {
        let known = chosen.values(asked);
        if known.len() > 1 {
            let known = Candidates::of(known);
            return Err(QueryProblem::Several { asked, known });
        }
    }
    let line = chosen.first;
    let figure = figure_of(budget, line);
    let value = match figure.amount {
        Amount::Known(value) => value,
        Amount::Blank(line) => {
            let cell = format!("{} › {}", dataset.path, budget.lines[line].cell);
            return Err(QueryProblem::UnknownFigure { cell });
        }
    };
    let unit = unit_for(dataset.scale, std::iter::once(value));
    let fallback = datasets.fallback();
    let category = budget.categories.get(&line.code);
    let label = category.map_or("", |category| category.label.get(words.language, &fallback));
    let source = dataset.sources.get(figure.source.unwrap_or(0));
    Ok(AmountView {
        text: unit.amount(value, &dataset.currency, words),
        value,
        label: match label {
            "" => line.code.to_string(),
            label => label.to_owned(),
        },
        year: line.year,
        phase: line.phase,
        direction: line.direction,
        place: line.place.to_string(),
        source: source.map(|source| source_view(source, words.language, &fallback)),
        synthetic: dataset.synthetic,
    })
}
