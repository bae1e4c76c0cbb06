//! Tables that count people, scorecards and surveys → tables for readers, in which small counts are hidden.
//!
//! What a page hides must not stand in a download, so such a table is not offered itself.

use super::adjusted::Adjusted;
use super::budget_table::{BudgetTable, Cell, ColumnHead, RowKind, TableRow};
use super::cards::{TableProblem, Wanted, needs, table_of, wanted_rows};
use super::measured::percent;
use super::measures::suppressed::{self, suppressed};
use super::rows::Row;
use super::sources::{SourceView, sources_of_rows};
use super::units::unit_for;
use super::wording::Wording;
use crate::config::Language;
use crate::data::{Dataset, Datasets, Kind};
use crate::theme::words::{self, Word};
use rust_decimal::Decimal;

/// Where a table says how many people a row counts.
const COUNT: &str = "n";

/// The scores of a scorecard, with the words that head them.
const SCORES: [(&str, &Word); 3] = [
    ("user", &words::SCORE_USER),
    ("provider", &words::SCORE_PROVIDER),
    ("agreed", &words::SCORE_AGREED),
];

/// A scorecard: criteria as rows, who judged as columns, and how many took part. Rows of one criterion
/// count people apart, who may be known together, so their counts are hidden together.
pub fn scorecard(
    datasets: &Datasets,
    name: &str,
    wanted: &Wanted<'_>,
    words: Wording<'_>,
) -> Result<BudgetTable, TableProblem> {
    let dataset = table_of(datasets, name, Kind::Scorecards)?;
    let rows = wanted_rows(dataset, "criterion", wanted)?;
    let fallback = &datasets.fallback();
    let label = |row: &Row<'_>| row.told("criterion", words, fallback);
    let hidden = hidden(&rows, label);
    refuse_offered(dataset, &rows, &hidden)?;
    let all = rows.iter().copied();
    let sources = sources_of_rows(dataset, all, |_| true, words, fallback);
    let scores: Vec<(&str, &Word)> = SCORES
        .into_iter()
        .filter(|(column, _)| needs(dataset, column).is_ok())
        .collect();
    let mut heads: Vec<&Word> = scores.iter().map(|(_, head)| *head).collect();
    heads.push(&words::PEOPLE_COUNTED);
    let shown = rows.iter().zip(&hidden).map(|(row, hidden)| {
        let scores = scores.iter().map(|(column, _)| match hidden {
            true => words.word(&words::TOO_FEW).to_owned(),
            false => known(row.told(column, words, fallback), words),
        });
        let mut cells: Vec<String> = scores.collect();
        cells.push(count(row, *hidden, words));
        line(group_label(row, label(row), words, fallback), cells)
    });
    let rows: Vec<TableRow> = shown.collect();
    Ok(table(
        (dataset, sources),
        &words::CRITERION,
        &heads,
        rows,
        hidden.contains(&true),
        (words, fallback),
    ))
}

/// The answers to a survey's questions: how many gave each, and which share they are.
pub fn survey(
    datasets: &Datasets,
    name: &str,
    wanted: &Wanted<'_>,
    words: Wording<'_>,
) -> Result<BudgetTable, TableProblem> {
    let dataset = table_of(datasets, name, Kind::Survey)?;
    let rows = wanted_rows(dataset, "question", wanted)?;
    for column in ["answer", COUNT] {
        needs(dataset, column)?;
    }
    let fallback = &datasets.fallback();
    let question = |row: &Row<'_>| row.told("question", words, fallback);
    let hidden = hidden(&rows, question);
    refuse_offered(dataset, &rows, &hidden)?;
    let all = rows.iter().copied();
    let sources = sources_of_rows(dataset, all, |_| true, words, fallback);
    let mut shown: Vec<TableRow> = Vec::new();
    let mut at = 0;
    for group in rows.chunk_by(|one, next| question(one) == question(next)) {
        let asked = TableRow {
            kind: RowKind::Heading,
            ..line(question(&group[0]), vec![String::new(); 2])
        };
        shown.push(asked);
        let all: Option<Decimal> = group.iter().try_fold(Decimal::ZERO, |sum, row| {
            sum.checked_add(row.number(COUNT)?)
        });
        for row in group {
            let share = row
                .number(COUNT)
                .zip(all)
                .and_then(|(count, all)| count.checked_div(all));
            let share = share.and_then(|share| percent(share, words));
            let share = match hidden[at] {
                true => words.word(&words::TOO_FEW).to_owned(),
                false => known(share.unwrap_or_default(), words),
            };
            let answer = row.told("answer", words, fallback);
            shown.push(TableRow {
                depth: 1,
                ..line(answer, vec![count(row, hidden[at], words), share])
            });
            at += 1;
        }
    }
    let heads = [&words::PEOPLE_COUNTED, &words::SHARE];
    Ok(table(
        (dataset, sources),
        &words::ANSWER,
        &heads,
        shown,
        hidden.contains(&true),
        (words, fallback),
    ))
}

/// For each row whether its count is hidden. Rows that follow each other under one label count one group
/// of people in parts; who knows the group knows the last part from the others.
fn hidden(rows: &[Row<'_>], label: impl Fn(&Row<'_>) -> String) -> Vec<bool> {
    let groups = rows.chunk_by(|one, next| label(one) == label(next));
    let hidden = groups.flat_map(|group| {
        let counts: Vec<Option<Decimal>> = group.iter().map(|row| row.number(COUNT)).collect();
        suppressed(&counts, group.len() > 1)
    });
    hidden.collect()
}

fn refuse_offered(
    dataset: &Dataset,
    rows: &[Row<'_>],
    hidden: &[bool],
) -> Result<(), TableProblem> {
    let mut small = rows.iter().zip(hidden).filter(|(_, hidden)| **hidden);
    match small.next() {
        Some((row, _)) if dataset.is_offered => Err(TableProblem::SmallCountsOffered {
            cell: row.cell(COUNT),
        }),
        _ => Ok(()),
    }
}

/// The criterion, with the group of people whose score it is, if the table parts them.
fn group_label(row: &Row<'_>, label: String, words: Wording<'_>, fallback: &Language) -> String {
    match row.told("group", words, fallback).as_str() {
        "" => label,
        group => words.say(&words::LABEL_IN_YEAR, &[&label, group]),
    }
}

fn count(row: &Row<'_>, hidden: bool, words: Wording<'_>) -> String {
    let style = words.language.number_style();
    match row.number(COUNT) {
        Some(_) if hidden => words.word(&words::TOO_FEW).to_owned(),
        Some(count) => style.decimal(count.normalize()),
        None => words.word(&words::UNKNOWN_FIGURE).to_owned(),
    }
}

/// A text, or the sign for what nobody knows.
fn known(text: String, words: Wording<'_>) -> String {
    match text.as_str() {
        "" => words.word(&words::UNKNOWN_FIGURE).to_owned(),
        _ => text,
    }
}

fn line(label: String, cells: Vec<String>) -> TableRow {
    let cells = cells.into_iter().map(|text| Cell { amount: None, text });
    TableRow {
        code: String::new(),
        kind: RowKind::Line,
        depth: 0,
        label,
        explanation: None,
        cells: cells.collect(),
    }
}

fn table(
    (dataset, sources): (&Dataset, Vec<SourceView>),
    first: &Word,
    heads: &[&Word],
    rows: Vec<TableRow>,
    hides: bool,
    (words, fallback): (Wording<'_>, &Language),
) -> BudgetTable {
    let fewest = words.language.number_style().decimal(suppressed::FEWEST);
    let note = hides.then(|| words.say(&words::TOO_FEW_NOTE, &[&fewest]));
    BudgetTable {
        title: dataset.title.get(words.language, fallback).to_owned(),
        unit: String::new(),
        told_in: unit_for(Decimal::ONE, std::iter::empty()),
        currency: dataset.currency.clone(),
        first: words.word(first).to_owned(),
        columns: heads
            .iter()
            .map(|head| ColumnHead {
                label: words.word(head).to_owned(),
                of: None,
            })
            .collect(),
        rows,
        over_years: None,
        sources,
        notes: note.into_iter().collect(),
        adjusted: Adjusted::default(),
        synthetic: dataset.synthetic,
    }
}
