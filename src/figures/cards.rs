//! Rows of a table → cards: each with what it is about above, and all that is known of it below.

use super::measured::Part;
use super::rows::{Row, base, columns_of, rows_of};
use super::sources::{SourceView, sources_of_rows};
use super::wording::Wording;
use crate::data::{Dataset, Datasets, Kind};
use crate::diagnostic::Candidates;
use std::collections::BTreeSet;

/// Cards, in the order of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cards {
    pub title: String,
    pub cards: Vec<Card>,
    pub sources: Vec<SourceView>,
    /// Invented for illustration; whoever shows them says so.
    pub synthetic: bool,
}

/// What one row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub title: String,
    /// The same in more words.
    pub text: String,
    /// All else, each with what it is.
    pub lines: Vec<Part>,
}

/// How cards are made of a kind of table.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub kind: Kind,
    /// The column of the title.
    pub title: &'static str,
    /// The column of the text, if there is one.
    pub text: Option<&'static str>,
    /// Columns by which programs know a row, and which tell readers nothing.
    pub hidden: &'static [&'static str],
}

/// Which rows are shown: those that say these words in these columns.
pub type Wanted<'text> = Vec<(&'static str, &'text str)>;

/// Why rows cannot be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum TableProblem {
    NoDataset,
    /// It is a table of something else.
    OtherKind {
        wanted: Kind,
    },
    /// A column is missing without which there is nothing to show.
    NoColumn {
        column: &'static str,
        known: Candidates,
    },
    /// No row says this in this column.
    NoRow {
        column: &'static str,
        read: String,
        known: Candidates,
    },
    /// The table itself would be offered, with what a page hides.
    SmallCountsOffered {
        cell: String,
    },
}

/// The rows of a table as cards.
pub fn cards(
    datasets: &Datasets,
    name: &str,
    shape: &Shape,
    wanted: &Wanted<'_>,
    words: Wording<'_>,
) -> Result<Cards, TableProblem> {
    let dataset = table_of(datasets, name, shape.kind)?;
    let fallback = &datasets.fallback();
    let rows = wanted_rows(dataset, shape.title, wanted)?;
    let columns = shown_columns(dataset, shape);
    let shown: BTreeSet<&str> = columns.iter().map(|(column, _)| *column).collect();
    let cards = rows.iter().map(|row| Card {
        title: row.told(shape.title, words, fallback),
        text: shape
            .text
            .map_or_else(String::new, |text| row.told(text, words, fallback)),
        lines: columns
            .iter()
            .map(|(column, header)| Part {
                label: words.column(column).unwrap_or(header).to_owned(),
                text: row.told(column, words, fallback),
            })
            .filter(|line| !line.text.is_empty())
            .collect(),
    });
    Ok(Cards {
        title: dataset.title.get(words.language, fallback).to_owned(),
        cards: cards.collect(),
        sources: sources_of_rows(
            dataset,
            rows.iter().copied(),
            |name| shown.contains(name),
            words,
            fallback,
        ),
        synthetic: dataset.synthetic,
    })
}

/// The table of this name and kind.
pub(super) fn table_of<'own>(
    datasets: &'own Datasets,
    name: &str,
    kind: Kind,
) -> Result<&'own Dataset, TableProblem> {
    let dataset = datasets.get(name).ok_or(TableProblem::NoDataset)?;
    match dataset.kind == kind {
        true => Ok(dataset),
        false => Err(TableProblem::OtherKind { wanted: kind }),
    }
}

/// The rows of a table that has a column, of those that are wanted.
pub(super) fn wanted_rows<'own>(
    dataset: &'own Dataset,
    column: &'static str,
    wanted: &Wanted<'_>,
) -> Result<Vec<Row<'own>>, TableProblem> {
    needs(dataset, column)?;
    let mut rows: Vec<Row<'_>> = rows_of(dataset).collect();
    for (column, read) in wanted {
        needs(dataset, column)?;
        let known = || {
            let texts: BTreeSet<&str> = rows_of(dataset).map(|row| row.text(column)).collect();
            Candidates::of(texts.into_iter().filter(|text| !text.is_empty()))
        };
        rows.retain(|row| row.text(column) == *read);
        if rows.is_empty() {
            return Err(TableProblem::NoRow {
                column,
                read: (*read).to_owned(),
                known: known(),
            });
        }
    }
    Ok(rows)
}

/// Refuses a table without the column, in whichever language.
pub(super) fn needs(dataset: &Dataset, wanted: &'static str) -> Result<(), TableProblem> {
    let columns = columns_of(dataset);
    let is_own = |name: &str| name == wanted || base(name, &dataset.languages) == wanted;
    match columns.iter().any(|column| is_own(&column.name)) {
        true => Ok(()),
        false => Err(TableProblem::NoColumn {
            column: wanted,
            known: {
                let names: BTreeSet<&str> = columns.iter().map(|column| &*column.name).collect();
                Candidates::of(names)
            },
        }),
    }
}

/// The columns of the lines, each once whatever the languages, with the header of the first.
fn shown_columns<'own>(dataset: &'own Dataset, shape: &Shape) -> Vec<(&'own str, &'own str)> {
    let mut shown: Vec<(&str, &str)> = Vec::new();
    for column in columns_of(dataset) {
        let name = base(&column.name, &dataset.languages);
        let stands_above = name == shape.title || Some(name) == shape.text;
        let is_known = shown.iter().any(|(known, _)| *known == name);
        if !stands_above && !is_known && !shape.hidden.contains(&name) {
            shown.push((name, &column.header));
        }
    }
    shown
}
