//! The sources of figures → [`SourceView`]s: how they stand under figures in one language, with the cells
//! that the figures were read from.

use super::wording::Wording;
use crate::config::Language;
use crate::data::{BudgetLine, CellPlace, Dataset, Source};
use crate::khmer;
use crate::khmer::date::DateLength;
use crate::theme::words;
use std::collections::{BTreeMap, BTreeSet};

/// A source as it stands under figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceView {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub page: Option<String>,
    pub url: Option<String>,
    /// An SPDX identifier; `None` if nobody knows it.
    pub licence: Option<String>,
    /// The day the figures were taken from it, as readers write it.
    pub retrieved: Option<String>,
    /// The table that the figures were read from, by its name; empty if they were not.
    pub dataset: String,
    /// Its file with their cells: `data/budget.xlsx › 2025 › F14–F20`.
    pub cells: String,
}

/// How many ranges of cells stand under figures: readers look up one, and a table has a column or two.
const MOST_RANGES: usize = 6;

/// Sources with the cells that each has to answer for, in the order in which they were met.
#[derive(Default)]
pub(super) struct Gathered<'own> {
    of: Vec<(&'own Dataset, &'own Source, Vec<CellPlace>)>,
    /// Where a source stands among them, by the name of its dataset and its place there.
    known: BTreeMap<(&'own str, usize), usize>,
}

impl<'own> Gathered<'own> {
    /// Takes the sources of these lines in; all of the dataset's if none of the lines names one.
    pub fn add(&mut self, dataset: &'own Dataset, lines: &[&BudgetLine]) {
        let named: BTreeSet<&str> = lines.iter().filter_map(|line| line.source()).collect();
        for (at, source) in dataset.sources.iter().enumerate() {
            if !named.is_empty() && !named.contains(source.id.as_str()) {
                continue;
            }
            let number = *self.known.entry((&dataset.name, at)).or_insert_with(|| {
                self.of.push((dataset, source, Vec::new()));
                self.of.len() - 1
            });
            let own = lines
                .iter()
                .filter(|line| named.is_empty() || line.source().is_some_and(|id| id == source.id));
            self.of[number].2.extend(own.map(|line| line.cell()));
        }
    }

    pub fn views(self, words: Wording<'_>, fallback: &Language) -> Vec<SourceView> {
        let views = self
            .of
            .into_iter()
            .map(|(dataset, source, cells)| SourceView {
                dataset: dataset.name.clone(),
                cells: ranges(cells, words),
                ..source_view(source, words.language, fallback)
            });
        views.collect()
    }
}

/// Every source of a dataset, with its file and no cells.
pub fn sources_of_dataset(
    dataset: &Dataset,
    language: &Language,
    fallback: &Language,
) -> Vec<SourceView> {
    let sources = dataset.sources.iter();
    let views = sources.map(|source| SourceView {
        dataset: dataset.name.clone(),
        cells: dataset.path.clone(),
        ..source_view(source, language, fallback)
    });
    views.collect()
}

/// A source in the words of a language.
pub(super) fn source_view(source: &Source, language: &Language, fallback: &Language) -> SourceView {
    let licence = source.licence.clone();
    SourceView {
        id: source.id.clone(),
        title: source.title.get(language, fallback).to_owned(),
        publisher: source.publisher.get(language, fallback).to_owned(),
        page: source.page.clone(),
        url: source.url.clone(),
        licence: licence.filter(|licence| licence != "unknown"),
        retrieved: source.retrieved.map(|date| {
            khmer::date::format(
                date,
                DateLength::Medium,
                language.words(),
                language.number_style().digits,
            )
        }),
        ..SourceView::default()
    }
}

/// Cells with their file and sheet; those that stand below each other as one range.
fn ranges(mut cells: Vec<CellPlace>, words: Wording<'_>) -> String {
    let key = |cell: &CellPlace| {
        let sheet = cell.sheet.clone();
        (cell.path.clone(), sheet, cell.column, cell.row)
    };
    cells.sort_by_cached_key(key);
    cells.dedup();
    let follows = |one: &CellPlace, next: &CellPlace| {
        one.path == next.path
            && one.sheet == next.sheet
            && one.column == next.column
            && one.row + 1 == next.row
    };
    let mut told = String::new();
    let mut before: Option<&CellPlace> = None;
    let all: Vec<&[CellPlace]> = cells.chunk_by(follows).collect();
    for range in all.iter().take(MOST_RANGES) {
        let [first, ..] = range else { continue };
        let same =
            before.is_some_and(|cell| (&cell.path, &cell.sheet) == (&first.path, &first.sheet));
        if same {
            told.push_str(", ");
        } else {
            if before.is_some() {
                told.push_str("; ");
            }
            let sheet = first.sheet.iter().map(|sheet| &**sheet);
            for part in std::iter::once(&*first.path).chain(sheet) {
                told.push_str(part);
                told.push_str(" › ");
            }
        }
        told.push_str(&first.to_string());
        if let [_, .., last] = range {
            told.push('–');
            told.push_str(&last.to_string());
        }
        before = Some(first);
    }
    let more: usize = all.iter().skip(MOST_RANGES).map(|range| range.len()).sum();
    match more {
        0 => told,
        more => {
            let more = words.language.number_style().digits(more as u64);
            words.say(&words::MORE_CELLS, &[&told, &more])
        }
    }
}
