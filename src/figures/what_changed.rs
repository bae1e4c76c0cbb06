//! Two columns of a budget → what changed from the one to the other, the largest change first.

use super::adjusted::{Adjusted, Wanted, adjusted, years_of};
use super::budget_table::{BudgetTable, Cell, ColumnHead, RowKind, TableRow, budget_table};
use super::measured::percent;
use super::measures::change::{self, Change};
use super::measures::{NotComparable, Staged};
use super::query::{Asked, Query, QueryProblem, find, lines_of_place};
use super::sources::Gathered;
use super::wording::Wording;
use crate::data::{Datasets, Money, Period, Phase};
use crate::diagnostic::Candidates;
use crate::theme::words;
use std::collections::{BTreeSet, HashSet};

/// The columns that are compared; what is left out of the later one must be clear, and what is left out of
/// the earlier one is the later one's.
#[derive(Debug, Clone, Default)]
pub struct Between {
    pub year: Option<i16>,
    pub period: Option<Period>,
    pub phase: Option<String>,
    pub with_year: Option<i16>,
    pub with_phase: Option<String>,
}

/// Lines by how much they changed, at most so many; totals stand below them, and what cannot be compared is
/// named.
pub fn what_changed(
    datasets: &Datasets,
    name: &str,
    query: &Query,
    between: &Between,
    most: usize,
    words: Wording<'_>,
) -> Result<BudgetTable, QueryProblem> {
    let (dataset, budget) = find(datasets, name)?;
    let all = budget_table(datasets, name, query, words)?;
    let later = column(
        &all,
        (between.year, between.period),
        between.phase.as_deref(),
    )?;
    // A part of a year is compared with the same part.
    let with_year = between.with_year.map(|year| later.0.in_year(year));
    let with_period = with_year.unwrap_or(later.0);
    let with_phase = between.with_phase.as_deref().unwrap_or(later.1.word());
    let earlier = column(&all, (None, Some(with_period)), Some(with_phase))?;
    if later == earlier {
        return Err(QueryProblem::Itself);
    }
    // Notes and sources of other years would only stand in the way.
    let only = Query {
        only: vec![earlier, later],
        ..query.clone()
    };
    let all = budget_table(datasets, name, &only, words)?;
    let at = |wanted: (Period, Phase)| {
        let mut heads = all.columns.iter();
        let own = heads.position(|head| key(head) == Some(wanted));
        own.expect("it was found among all")
    };
    let [later, earlier] = [later, earlier].map(at);
    let staged = |column: usize, value: Option<Money>| {
        let of = all.columns[column].of.as_ref();
        of.map(|of| Staged {
            period: of.period,
            phase: of.phase,
            currency: &dataset.currency,
            value,
        })
    };
    let mut compared = Compared::default();
    let mut direction = "";
    let apart = all.over_years.as_ref().map(|over| &over.apart);
    for (number, row) in all.rows_over_years().iter().enumerate() {
        if row.kind == RowKind::Direction {
            direction = &row.label;
        }
        let is_line = row.kind == RowKind::Line;
        if !is_line && row.kind != RowKind::Total {
            continue;
        }
        // A note says of it that it cannot be compared.
        if apart.is_some_and(|apart| apart.contains(&number)) {
            continue;
        }
        let label = match direction {
            "" => row.label.clone(),
            direction => words.say(&words::NOTE_ON_ROW, &[direction, &row.label]),
        };
        let [before, after] = [earlier, later].map(|column| &row.cells[column]);
        // Nothing is said of a figure that is not there, and of one that is there and blank, that nobody
        // knows it.
        match (before.text.is_empty(), after.text.is_empty()) {
            (true, true) => continue,
            (true, false) => {
                compared.only_later.push(label);
                continue;
            }
            (false, true) => {
                compared.only_earlier.push(label);
                continue;
            }
            (false, false) => {}
        }
        let both = staged(later, after.amount).zip(staged(earlier, before.amount));
        let change = both.map(|(after, before)| change::in_time(after, before));
        match change.transpose() {
            Ok(change) => match change.flatten() {
                None => compared.unknown.push(label),
                Some(change) if is_line => compared.lines.push((label, row, change)),
                Some(change) => compared.totals.push((label, row, change)),
            },
            Err(NotComparable) => {
                let [one, other] = [later, earlier].map(|column| {
                    let of = all.columns[column].of.as_ref();
                    of.map_or_else(String::new, |of| {
                        format!("{} {}", of.period, of.phase.word())
                    })
                });
                return Err(QueryProblem::NotComparable { one, other });
            }
        }
    }
    let mut table = compared.table(&all, [earlier, later], most, words);
    if all.adjusted != Adjusted::default() {
        let place = &lines_of_place(budget, query.place.as_deref())?.first.place;
        let codes = |table: &BudgetTable| -> HashSet<String> {
            table.rows.iter().map(|row| row.code.clone()).collect()
        };
        let (shown, known) = (codes(&table), codes(&all));
        let heads = table.columns.iter().filter_map(key);
        let wanted = Wanted {
            dataset,
            budget,
            place,
            years: &years_of(heads),
            shown: &|code| shown.contains(code),
            known: &|code| known.contains(code),
        };
        let worded = (words, &datasets.fallback());
        // Their sources stand among those of all.
        let mut sources = Gathered::default();
        table.adjusted = adjusted(datasets, &wanted, all.told_in, worded, &mut sources);
    }
    Ok(table)
}

/// What a column is of.
fn key(head: &ColumnHead) -> Option<(Period, Phase)> {
    let of = head.of.as_ref()?;
    Some((of.period, of.phase))
}

/// The column of this time and phase; who asks for a year means all of it, where that is there.
fn column(
    table: &BudgetTable,
    (year, period): (Option<i16>, Option<Period>),
    phase: Option<&str>,
) -> Result<(Period, Phase), QueryProblem> {
    let columns = || table.columns.iter().filter_map(key);
    let in_time = columns().filter(|(own, _)| {
        let of_year = year.is_none_or(|year| own.year() == year);
        of_year && period.is_none_or(|period| *own == period)
    });
    let mut in_time: Vec<(Period, Phase)> = in_time.collect();
    if year.is_some() && in_time.iter().any(|(own, _)| own.is_whole()) {
        in_time.retain(|(own, _)| own.is_whole());
    }
    let own = in_time
        .iter()
        .filter(|(_, own)| phase.is_none_or(|phase| own.word() == phase));
    let own: Vec<(Period, Phase)> = own.copied().collect();
    let asked = match own.as_slice() {
        [own] => return Ok(*own),
        [] if !in_time.is_empty() => Asked::Phase,
        [] if period.is_some() => Asked::Period,
        [] => Asked::Year,
        [(first, _), others @ ..] => {
            let same_year = others.iter().all(|(own, _)| own.year() == first.year());
            match (same_year, others.iter().all(|(own, _)| own == first)) {
                (false, _) => Asked::Year,
                (true, false) => Asked::Period,
                (true, true) => Asked::Phase,
            }
        }
    };
    let words: BTreeSet<String> = match asked {
        Asked::Year => columns().map(|(own, _)| own.year().to_string()).collect(),
        Asked::Period => columns().map(|(own, _)| own.to_string()).collect(),
        _ => in_time
            .iter()
            .map(|(_, own)| own.word().to_owned())
            .collect(),
    };
    let known = Candidates::of(words);
    if !own.is_empty() {
        return Err(QueryProblem::Several { asked, known });
    }
    let read = match asked {
        Asked::Year => year.map(|year| year.to_string()),
        Asked::Period => period.map(|period| period.to_string()),
        _ => phase.map(str::to_owned),
    };
    let read = read.unwrap_or_default();
    Err(QueryProblem::Unknown { asked, read, known })
}

/// The rows of a table by what can be said of them, each with its label.
#[derive(Default)]
struct Compared<'table> {
    lines: Vec<(String, &'table TableRow, Change)>,
    totals: Vec<(String, &'table TableRow, Change)>,
    unknown: Vec<String>,
    only_earlier: Vec<String>,
    only_later: Vec<String>,
}

impl Compared<'_> {
    fn table(
        mut self,
        all: &BudgetTable,
        columns: [usize; 2],
        most: usize,
        words: Wording<'_>,
    ) -> BudgetTable {
        // Equal changes stay in the order of the budget.
        self.lines
            .sort_by_key(|(.., change)| std::cmp::Reverse(change.difference.size()));
        let left_out = self.lines.len().saturating_sub(most);
        self.lines.truncate(most);
        let heads = columns.map(|column| all.columns[column].clone());
        let [earlier, later] = [&heads[0].label, &heads[1].label];
        let mut notes = vec![words.say(&words::CHANGE_FORMULA, &[later, earlier])];
        if left_out > 0 {
            let left_out = words.language.number_style().digits(left_out as u64);
            notes.push(words.say(&words::CHANGES_LEFT_OUT, &[&left_out]));
        }
        for (labels, word, when) in [
            (&self.unknown, &words::CHANGES_NOT_KNOWN, ""),
            (&self.only_later, &words::ONLY_IN, later),
            (&self.only_earlier, &words::ONLY_IN, earlier),
        ] {
            let labels = labels.join(" · ");
            match (labels.is_empty(), when) {
                (true, _) => {}
                (false, "") => notes.push(words.say(word, &[&labels])),
                (false, when) => notes.push(words.say(word, &[when, &labels])),
            }
        }
        notes.extend(all.notes.iter().cloned());
        let rows = self.lines.iter().chain(&self.totals);
        let rows = rows.map(|(label, row, change)| {
            let [before, after] = columns.map(|column| row.cells[column].clone());
            TableRow {
                depth: 0,
                label: label.clone(),
                cells: vec![before, after, told(*change, all, words)],
                ..(*row).clone()
            }
        });
        let change = ColumnHead {
            label: words.word(&words::CHANGE).to_owned(),
            of: None,
        };
        BudgetTable {
            title: words.say(&words::WHAT_CHANGED, &[&all.title]),
            columns: heads.into_iter().chain([change]).collect(),
            rows: rows.collect(),
            over_years: None,
            notes,
            ..all.clone()
        }
    }
}

/// `+34.5 (8.3%)`, in the table's unit.
fn told(change: Change, all: &BudgetTable, words: Wording<'_>) -> Cell {
    let sign = match (change.difference.is_zero(), change.difference.is_negative()) {
        (true, _) => "",
        (false, true) => "\u{2212}",
        (false, false) => "+",
    };
    let number = all.told_in.number(change.difference.size(), words);
    let share = change.share.and_then(|share| percent(share.abs(), words));
    let share = share.map_or_else(String::new, |share| format!(" ({sign}{share})"));
    Cell {
        amount: Some(change.difference),
        text: format!("{sign}{number}{share}"),
    }
}
