//! The sources of figures → [`SourceView`]s: how they stand under figures in one language, with the cells
//! that the figures were read from.

use super::cells::Cells;
use super::rows::Row;
use super::wording::Wording;
use crate::config::Language;
use crate::data::{BudgetLine, CellPlace, CellRanges, Contents, Dataset, Origin, Source};
use std::collections::{BTreeMap, BTreeSet};

/// A source as it stands under figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
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
    /// Their cells, or its file alone.
    pub cells: Cells,
}

/// Sources with the cells that each has to answer for, in the order in which they were met.
#[derive(Default)]
pub(super) struct Gathered<'own> {
    of: Vec<(&'own Dataset, &'own Source, CellRanges)>,
    /// Where a source stands among them, by the name of its dataset and its place there.
    known: BTreeMap<(&'own str, usize), usize>,
}

impl<'own> Gathered<'own> {
    /// Takes the sources of these lines in; all of the dataset's if none of the lines names one.
    pub fn add(&mut self, dataset: &'own Dataset, lines: &[&BudgetLine]) {
        let named: BTreeSet<&str> = lines.iter().filter_map(|line| line.source()).collect();
        for (source, cells) in self.named(dataset, &named) {
            let is_own = |line: &&&BudgetLine| named.is_empty() || line.source() == Some(source);
            for line in lines.iter().filter(is_own) {
                cells.add(line.cell());
            }
        }
    }

    /// The same of one cell of a table that names no source in its rows.
    pub fn add_cell(&mut self, dataset: &'own Dataset, cell: CellPlace) {
        for (_, cells) in self.named(dataset, &BTreeSet::new()) {
            cells.add(cell.clone());
        }
    }

    /// The same of lines that were looked through before.
    pub fn add_origins(&mut self, dataset: &'own Dataset, origins: &[Origin]) {
        let named = origins.iter().filter_map(|origin| origin.source.as_deref());
        let named: BTreeSet<&str> = named.collect();
        for (source, cells) in self.named(dataset, &named) {
            let is_own =
                |origin: &&Origin| named.is_empty() || origin.source.as_deref() == Some(source);
            for origin in origins.iter().filter(is_own) {
                cells.extend(&origin.cells);
            }
        }
    }

    /// The sources of these ids, or all of the dataset's if there is none, with what each has gathered.
    fn named(
        &mut self,
        dataset: &'own Dataset,
        ids: &BTreeSet<&str>,
    ) -> Vec<(&'own str, &mut CellRanges)> {
        let mut numbers = BTreeMap::new();
        for (at, source) in dataset.sources.iter().enumerate() {
            if ids.is_empty() || ids.contains(source.id.as_str()) {
                let number = *self.known.entry((&dataset.name, at)).or_insert_with(|| {
                    self.of.push((dataset, source, CellRanges::default()));
                    self.of.len() - 1
                });
                numbers.insert(number, &*source.id);
            }
        }
        let gathered = self.of.iter_mut().enumerate();
        gathered
            .filter_map(|(number, (_, _, cells))| Some((*numbers.get(&number)?, cells)))
            .collect()
    }

    pub fn views(self, words: Wording<'_>, fallback: &Language) -> Vec<SourceView> {
        self.views_in(words, fallback)
    }

    fn views_in(self, words: Wording<'_>, fallback: &Language) -> Vec<SourceView> {
        let views = self
            .of
            .into_iter()
            .map(|(dataset, source, cells)| SourceView {
                dataset: dataset.name.clone(),
                cells: Cells::of(cells),
                ..source_view(source, words, fallback)
            });
        views.collect()
    }
}

/// Every source of a table, with the cells in which rows say figures, in these columns; with its file alone
/// where none does.
pub(super) fn sources_of_rows<'own>(
    dataset: &Dataset,
    rows: impl Iterator<Item = Row<'own>>,
    is_shown: impl Fn(&str) -> bool,
    words: Wording<'_>,
    fallback: &Language,
) -> Vec<SourceView> {
    let mut cells = CellRanges::default();
    for row in rows {
        row.figures(&is_shown).for_each(|cell| cells.add(cell));
    }
    let mut sources = sources_of_dataset(dataset, words, fallback);
    if !cells.ranges.is_empty() {
        let cells = Cells::of(cells);
        for source in &mut sources {
            source.cells = cells.clone();
        }
    }
    sources
}

/// The same of rows by their numbers, whatever the dataset is; `names` are columns.
pub fn sources_of_numbered(
    dataset: &Dataset,
    rows: &[usize],
    names: &BTreeSet<&str>,
    words: Wording<'_>,
    fallback: &Language,
) -> Vec<SourceView> {
    let Contents::Budget(budget) = &dataset.contents else {
        let rows = rows.iter().filter_map(|row| Row::of(dataset, *row));
        return sources_of_rows(dataset, rows, |name| names.contains(name), words, fallback);
    };
    let mut gathered = Gathered::default();
    let lines = rows.iter().filter_map(|row| budget.lines.get(*row));
    gathered.add(dataset, &lines.collect::<Vec<_>>());
    gathered.views_in(words, fallback)
}

/// Every source of a dataset, with its file and no cells.
pub(super) fn sources_of_dataset(
    dataset: &Dataset,
    words: Wording<'_>,
    fallback: &Language,
) -> Vec<SourceView> {
    let sources = dataset.sources.iter();
    let views = sources.map(|source| SourceView {
        dataset: dataset.name.clone(),
        cells: Cells::of_file(&dataset.path),
        ..source_view(source, words, fallback)
    });
    views.collect()
}

/// A source in the words of a language.
pub(super) fn source_view(source: &Source, words: Wording<'_>, fallback: &Language) -> SourceView {
    let language = words.language;
    let licence = source.licence.clone();
    SourceView {
        id: source.id.clone(),
        title: source.title.get(language, fallback).to_owned(),
        publisher: source.publisher.get(language, fallback).to_owned(),
        page: source.page.clone(),
        url: source.url.clone(),
        licence: licence.filter(|licence| licence != "unknown"),
        retrieved: source.retrieved.map(|day| words.day(day)),
        ..SourceView::default()
    }
}
