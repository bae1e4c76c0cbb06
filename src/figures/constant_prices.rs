//! A figure and a table of price indices → what it comes to in the prices of another year.

use super::cards::{TableProblem, needs};
use super::figure::meant;
use super::measured::{Measured, Part, Shown, sources_of};
use super::measures::constant_prices;
use super::query::{AmountQuery, QueryProblem};
use super::rows::{Row, rows_of};
use super::sources::sources_of_rows;
use super::wording::Wording;
use crate::data::Datasets;
use crate::theme::words;
use rust_decimal::Decimal;

/// Why nobody can tell.
#[derive(Debug, Clone, PartialEq)]
pub enum PricesProblem {
    Figure(QueryProblem),
    /// The table of price indices cannot be read so.
    Deflators(TableProblem),
}

/// Tells the figure that the query means in the prices of a year: the table `deflators` has columns `year`
/// and `index`. A year that stands there twice, or not at all, makes it unknown.
pub fn constant_prices(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    (deflators, prices_of): (&str, i16),
    words: Wording<'_>,
) -> Result<Measured, PricesProblem> {
    let figure = meant(datasets, name, query).map_err(PricesProblem::Figure)?;
    let table = datasets.get(deflators).ok_or(TableProblem::NoDataset);
    let table = table.map_err(PricesProblem::Deflators)?;
    for column in ["year", "index"] {
        needs(table, column).map_err(PricesProblem::Deflators)?;
    }
    let own_year = figure.line.period.year();
    let index = |year: i16| -> Option<Decimal> {
        let mut rows = rows_of(table).filter(|row: &Row<'_>| row.year("year") == Some(year));
        let only = rows.next()?.number("index")?;
        rows.next().is_none().then_some(only)
    };
    let (own_index, wanted_index) = (index(own_year), index(prices_of));
    let currency = &figure.dataset.currency;
    let now = constant_prices::constant_prices(figure.value(), own_index, wanted_index, currency);
    let fallback = &datasets.fallback();
    let style = words.language.number_style();
    let [own, wanted] = [own_year, prices_of].map(|year| style.digits(year));
    let amount = figure.told_what(words, fallback);
    let index_part = |year: &str, index: Option<Decimal>| Part {
        label: words.say(&words::PRICE_INDEX, &[year]),
        text: match index {
            Some(index) => style.decimal(index.normalize()),
            None => words.word(&words::UNKNOWN_FIGURE).to_owned(),
        },
    };
    let mut sources = sources_of(&[figure], words, fallback);
    let years = [Some(own_year), Some(prices_of)];
    sources.extend(sources_of_rows(
        table,
        rows_of(table).filter(|row| years.contains(&row.year("year"))),
        |column| column == "index",
        words,
        fallback,
    ));
    Ok(Measured {
        label: figure.label(words.language, fallback).to_owned(),
        told: match now {
            Some(now) => {
                let now = figure.amount(now, words);
                words.say(&words::CONSTANT_PRICES_TOLD, &[&now, &wanted])
            }
            None => words.word(&words::NOT_KNOWN).to_owned(),
        },
        formula: words.say(constant_prices::FORMULA, &[&amount, &own, &wanted]),
        parts: vec![
            Part {
                label: amount,
                text: figure.text(words),
            },
            index_part(&own, own_index),
            index_part(&wanted, wanted_index),
        ],
        sources,
        synthetic: figure.dataset.synthetic || table.synthetic,
        shown: Shown::Told,
    })
}
