//! A budget and a query → [`AmountView`]: one figure in the words of one language, with its source.

use super::figure::meant;
use super::measured::sources_of;
use super::query::{AmountQuery, QueryProblem};
use super::sources::SourceView;
use super::wording::Wording;
use crate::data::{Datasets, Direction, Money, Period, Phase};

/// One figure, ready to stand in a sentence.
#[derive(Debug, Clone)]
pub struct AmountView {
    /// With its unit: `៧ ១៩៣ ពាន់លានរៀល`.
    pub text: String,
    pub value: Money,
    pub label: String,
    pub period: Period,
    pub phase: Phase,
    pub direction: Direction,
    pub place: String,
    /// The first that the figure names, or that the dataset has.
    pub source: Option<SourceView>,
    pub synthetic: bool,
}

impl AmountView {
    /// The period and the phase that it is of: `២០២៥ គ្រោង`.
    pub fn when(&self, words: Wording<'_>) -> String {
        words.period_phase(self.period, self.phase)
    }
}

/// The figure that the query means.
pub fn amount(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    words: Wording<'_>,
) -> Result<AmountView, QueryProblem> {
    let meant = meant(datasets, name, query)?;
    let Some(value) = meant.value() else {
        let cell = meant.blank().unwrap_or_default();
        return Err(QueryProblem::UnknownFigure { cell });
    };
    let (language, fallback) = (words.language, &datasets.fallback());
    let line = meant.line;
    Ok(AmountView {
        text: meant.amount(value, words),
        value,
        label: meant.label(language, fallback).to_owned(),
        period: line.period,
        phase: line.phase,
        direction: line.direction,
        place: line.place.to_string(),
        source: sources_of(&[meant], words, fallback).into_iter().next(),
        synthetic: meant.dataset.synthetic,
    })
}
