//! The datasets that readers can take away → what a list says of each, in one language.

use super::sources::{SourceView, sources_of_dataset};
use super::wording::Wording;
use crate::data::{Contents, Dataset, Datasets};
use std::collections::BTreeSet;

/// What a list says of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueEntry {
    pub name: String,
    pub title: String,
    pub description: String,
    /// The word of its kind: `budget`.
    pub kind: &'static str,
    /// `២០១៩–២០២៣`, `២០២១, ២០២៤`; empty for a table without years.
    pub years: String,
    /// How many places its figures are about; nothing for a table without figures.
    pub places: Option<usize>,
    pub rows: usize,
    pub sources: Vec<SourceView>,
    /// Invented for illustration; whoever lists it says so.
    pub synthetic: bool,
}

/// Every dataset that is offered, in the order of their names. Each line of a budget is looked at once.
pub fn catalogue(datasets: &Datasets, words: Wording<'_>) -> Vec<CatalogueEntry> {
    let offered = datasets.iter().filter(|dataset| dataset.is_offered);
    let fallback = datasets.fallback();
    let entry = |dataset: &Dataset| {
        let text = |text: &crate::config::Localised| text.get(words.language, &fallback).to_owned();
        let (years, places) = match &dataset.contents {
            Contents::Budget(budget) => {
                let lines = &budget.lines;
                let years: BTreeSet<i16> = lines.iter().map(|line| line.period.year()).collect();
                let places: BTreeSet<&str> = lines.iter().map(|line| &*line.place).collect();
                (years, Some(places.len()))
            }
            _ => (BTreeSet::new(), None),
        };
        let title = text(&dataset.title);
        CatalogueEntry {
            title: match title.is_empty() {
                true => dataset.name.clone(),
                false => title,
            },
            name: dataset.name.clone(),
            description: text(&dataset.description),
            kind: dataset.kind.word(),
            years: ranges(&years, words),
            places,
            rows: dataset.rows(),
            sources: sources_of_dataset(dataset, words, &fallback),
            synthetic: dataset.synthetic,
        }
    };
    offered.map(entry).collect()
}

/// Years in a row as a range.
fn ranges(years: &BTreeSet<i16>, words: Wording<'_>) -> String {
    let mut ranges: Vec<(i16, i16)> = Vec::new();
    for year in years {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *year => *last = *year,
            _ => ranges.push((*year, *year)),
        }
    }
    let digits = |year: i16| words.language.number_style().digits(year);
    let told: Vec<String> = ranges
        .into_iter()
        .map(|(first, last)| match first == last {
            true => digits(first),
            false => format!("{}–{}", digits(first), digits(last)),
        })
        .collect();
    told.join(", ")
}
