//! A figure and the cost of one thing → how many of them it would pay for.

use super::cells::Cells;
use super::figure::meant;
use super::measured::{Measured, Part, Shown, sources_of};
use super::measures::comparator::{self, Count};
use super::query::{AmountQuery, QueryProblem};
use super::rows::{Row, rows_of};
use super::sources::{SourceView, sources_of_dataset};
use super::units::unit_for;
use super::wording::Wording;
use crate::config::Language;
use crate::data::{Datasets, Kind, Money};
use crate::diagnostic::Candidates;
use crate::theme::words;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Why nobody can tell.
#[derive(Debug, Clone, PartialEq)]
pub enum ComparatorProblem {
    Figure(QueryProblem),
    /// No table of comparators has a row of this name.
    NoComparator {
        known: Candidates,
    },
    /// The figure is in one currency, and the cost in another.
    Currencies {
        one: String,
        other: String,
    },
}

/// Tells the figure that the query means as so many of the things whose cost stands in a table of
/// comparators under `id`.
pub fn comparator(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    id: &str,
    words: Wording<'_>,
) -> Result<Measured, ComparatorProblem> {
    let figure = meant(datasets, name, query).map_err(ComparatorProblem::Figure)?;
    let fallback = &datasets.fallback();
    let tables = || {
        datasets
            .iter()
            .filter(|dataset| dataset.kind == Kind::Comparators)
    };
    let Some(row) = tables().flat_map(rows_of).find(|row| row.text("id") == id) else {
        let ids = tables().flat_map(rows_of).map(|row| row.text("id"));
        let ids: BTreeSet<&str> = ids.collect();
        let known = Candidates::of(ids);
        return Err(ComparatorProblem::NoComparator { known });
    };
    let currency = match row.text("currency") {
        "" => row.dataset.currency.as_str(),
        own => own,
    };
    if currency != figure.dataset.currency {
        return Err(ComparatorProblem::Currencies {
            one: figure.dataset.currency.clone(),
            other: currency.to_owned(),
        });
    }
    let cost = row
        .number("unit_cost")
        .and_then(|cost| Money::of(cost, Decimal::ONE));
    let what = row.localised("label", words.language, fallback);
    let what = if what.is_empty() { id } else { what };
    let told = match comparator::comparator(figure.value(), cost) {
        None => words.word(&words::NOT_KNOWN).to_owned(),
        Some(count) => {
            let style = words.language.number_style();
            let told = |count| words.say(&words::COMPARATOR_TOLD, &[count, what]);
            match count {
                Count::About(count) => told(&style.decimal(count)),
                Count::Hardly => {
                    let tenth = style.decimal(Decimal::new(1, 1));
                    told(&words.say(&words::LESS_THAN, &[&tenth]))
                }
            }
        }
    };
    let label = figure.label(words.language, fallback);
    let amount = figure.told_what(words, fallback);
    let of_one = match row.year("year") {
        Some(year) => {
            let year = words.language.number_style().digits(year);
            words.say(&words::COST_IN_YEAR, &[what, &year])
        }
        None => words.say(&words::COST_OF, &[what]),
    };
    let mut sources = sources_of(&[figure], words, fallback);
    sources.extend(sources_of_row(&row, words, fallback));
    let unit = unit_for(Decimal::ONE, cost.into_iter());
    let cost = cost.map(|cost| unit.amount(cost, currency, words));
    Ok(Measured {
        label: label.to_owned(),
        told,
        formula: words.say(comparator::FORMULA, &[&amount, &of_one]),
        parts: vec![
            Part {
                label: amount,
                text: figure.text(words),
            },
            Part {
                label: of_one,
                text: cost.unwrap_or_else(|| words.word(&words::UNKNOWN_FIGURE).to_owned()),
            },
        ],
        sources,
        synthetic: figure.dataset.synthetic || row.dataset.synthetic,
        shown: Shown::Told,
    })
}

/// Who says what one costs: what the row names, or the sources of its table.
fn sources_of_row(row: &Row<'_>, words: Wording<'_>, fallback: &Language) -> Vec<SourceView> {
    let declared = sources_of_dataset(row.dataset, words, fallback);
    let cells = Cells::of_cell(row.cell_place("unit_cost"));
    let named = row.text("source");
    let own: Vec<SourceView> = declared
        .iter()
        .filter(|source| named.is_empty() || source.id == named)
        .cloned()
        .collect();
    let mut own = match own.is_empty() {
        false => own,
        true => vec![SourceView {
            title: named.to_owned(),
            dataset: row.dataset.name.clone(),
            ..SourceView::default()
        }],
    };
    for source in &mut own {
        source.cells.clone_from(&cells);
    }
    own
}
