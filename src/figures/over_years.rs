//! Rows of several years and what became of their codes → rows that can be compared over these years.
//!
//! A code that was renamed is one row, under its later name. Codes that were divided or joined are one row of
//! sums, if all of them are known; the table itself shows them one by one, as its source does. Of what cannot
//! be compared it is said that it cannot. No share is multiplied with any figure.
//!
//! The cost grows with the cells of the table, and with the codes that changed.

use super::budget_table::{Cell, RowKind, TableRow};
use super::units::Unit;
use super::wording::Wording;
use crate::config::Language;
use crate::data::{At, Categories, Lineage, Lineages, Money, Period, Phase};
use crate::theme::words;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The rows of a table as they can be compared over its years, where those are others than it shows.
#[derive(Debug, Clone)]
pub struct OverYears {
    pub rows: Vec<TableRow>,
    /// The numbers of rows that cannot be compared with those of other years; a note says so.
    pub apart: BTreeSet<usize>,
}

/// What a table shows once its years are held together.
pub(super) struct Joined {
    pub rows: Vec<TableRow>,
    pub over_years: Option<OverYears>,
    pub notes: Vec<String>,
}

/// What all rows of one table have in common.
pub(super) struct Years<'table> {
    pub lineages: &'table Lineages,
    pub heads: &'table [(Period, Phase)],
    pub categories: &'table Categories,
    pub unit: Unit,
    pub words: Wording<'table>,
    pub fallback: &'table Language,
}

/// What is to be done with the rows of one lineage.
struct Plan<'table> {
    lineage: &'table Lineage,
    way: Way,
    /// The numbers of rows with a figure.
    rows: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// One code in each year: one row.
    Renamed,
    /// One row, where years are compared.
    Sums,
    /// As they are, and compared with nothing.
    Apart,
}

impl Years<'_> {
    /// Joins the rows of each direction by itself.
    pub fn joined(&self, rows: Vec<TableRow>) -> Joined {
        if self.lineages.is_empty() {
            return Joined {
                rows,
                over_years: None,
                notes: Vec::new(),
            };
        }
        let (mut shown, mut compared) = (Vec::new(), Vec::new());
        let mut apart = BTreeSet::new();
        let (mut changed, mut not_comparable) = (Vec::new(), Vec::new());
        let mut is_other = false;
        for piece in rows.chunk_by(|_, next| next.kind != RowKind::Direction) {
            let plans = self.plans(piece);
            is_other |= plans.iter().any(|plan| plan.way != Way::Renamed);
            let kept = self.applied(piece, &plans, Way::Renamed);
            shown.extend(kept.into_iter().map(|(_, row)| row));
            let of_piece = plans.iter().filter(|plan| plan.way == Way::Apart);
            let of_piece: HashSet<usize> = of_piece.flat_map(|plan| &plan.rows).copied().collect();
            for (own, row) in self.applied(piece, &plans, Way::Sums) {
                if of_piece.contains(&own) {
                    apart.insert(compared.len());
                }
                compared.push(row);
            }
            for plan in &plans {
                match plan.way {
                    Way::Apart => {
                        let codes = plan.rows.iter().map(|row| &*piece[*row].code);
                        not_comparable.extend(codes.map(|code| self.named(code)));
                    }
                    Way::Renamed | Way::Sums => changed.extend(self.changes(plan.lineage)),
                }
            }
        }
        Joined {
            rows: shown,
            over_years: is_other.then_some(OverYears {
                rows: compared,
                apart,
            }),
            notes: [
                (&words::CODES_CHANGED, changed),
                (&words::CODES_NOT_COMPARABLE, not_comparable),
            ]
            .into_iter()
            .filter(|(_, told)| !told.is_empty())
            .map(|(word, told)| {
                let mut seen = HashSet::new();
                let told = told.into_iter().filter(|own| seen.insert(own.clone()));
                self.words
                    .say(word, &[&told.collect::<Vec<_>>().join(" · ")])
            })
            .collect(),
        }
    }

    /// What is to be done with the lineages that these rows belong to.
    fn plans(&self, rows: &[TableRow]) -> Vec<Plan<'_>> {
        let row_of = row_of(rows);
        let mut seen: HashSet<usize> = HashSet::new();
        let mut targets: HashSet<usize> = HashSet::new();
        let mut plans = Vec::new();
        for row in rows.iter().filter(|row| has_figure(row)) {
            for number in self.lineages.of_code(&row.code) {
                if !seen.insert(number) {
                    continue;
                }
                let lineage = self.lineages.get(number);
                let cell_in = |code: &str, year: i16, is_meant: fn(&Cell) -> bool| {
                    let row = *row_of.get(code)?;
                    let mut columns = self.heads.iter().zip(&rows[row].cells);
                    let has =
                        columns.any(|((period, _), cell)| period.year() == year && is_meant(cell));
                    has.then_some(row)
                };
                let figure_in =
                    |code: &str, year| cell_in(code, year, |cell| !cell.text.is_empty());
                let of_year = |at: &At| {
                    let codes = at.codes.iter();
                    let own = codes.filter_map(|code| figure_in(code, at.year));
                    own.collect::<Vec<usize>>()
                };
                let years: Vec<Vec<usize>> = lineage.at.iter().map(of_year).collect();
                // A blank under a code that is not in use, as a table of years side by side has it, is no
                // figure.
                let loose = lineage.loose.iter();
                let loose: Vec<usize> = loose
                    .filter_map(|(year, code)| cell_in(code, *year, |cell| cell.amount.is_some()))
                    .collect();
                let is_comparable = lineage.is_whole
                    && loose.is_empty()
                    && !lineage
                        .at
                        .iter()
                        .any(|at| is_nested(self.categories, &at.codes));
                let with_figures = years.iter().filter(|rows| !rows.is_empty()).count();
                let mut own: Vec<usize> = years.into_iter().flatten().chain(loose).collect();
                own.sort_unstable();
                own.dedup();
                // What has figures of one year alone is compared with nothing.
                if own.is_empty() || is_comparable && with_figures < 2 {
                    continue;
                }
                let is_free = target(lineage, &row_of).is_some_and(|row| targets.insert(row));
                plans.push(Plan {
                    lineage,
                    way: match (is_comparable && is_free, lineage.is_renamed()) {
                        (true, true) => Way::Renamed,
                        (true, false) => Way::Sums,
                        (false, _) => Way::Apart,
                    },
                    rows: own,
                });
            }
        }
        plans
    }

    /// The rows with those joined that are joined in this way or a simpler one, each with the number that it
    /// had.
    fn applied(&self, rows: &[TableRow], plans: &[Plan<'_>], way: Way) -> Vec<(usize, TableRow)> {
        let row_of = row_of(rows);
        let joined = || {
            plans
                .iter()
                .filter(|plan| plan.way <= way && plan.way != Way::Apart)
        };
        let mut new = rows.to_vec();
        let mut lost: HashSet<usize> = HashSet::new();
        for plan in joined() {
            for (at, (period, _)) in self.heads.iter().enumerate() {
                let year = period.year();
                let loose = plan.lineage.loose.iter().filter(|(of, _)| *of == year);
                let loose = loose.map(|(_, code)| code);
                // Those that are loose are blank, or nothing would be joined.
                for code in plan.lineage.codes(year).iter().chain(loose) {
                    if let Some(row) = row_of.get(code.as_str()) {
                        new[*row].cells[at] = nothing();
                        lost.insert(*row);
                    }
                }
            }
        }
        for plan in joined() {
            let Some(row) = target(plan.lineage, &row_of) else {
                continue;
            };
            for (at, (period, _)) in self.heads.iter().enumerate() {
                let codes = plan.lineage.codes(period.year()).iter();
                let cells = codes.map(|code| Some(&rows[*row_of.get(code.as_str())?].cells[at]));
                new[row].cells[at] = self.sum(cells);
            }
            if let Some(last) = plan.lineage.at.last() {
                let labels = last.codes.iter().map(|code| self.label(code));
                new[row].label = labels.collect::<Vec<_>>().join(" + ");
            }
        }
        if lost.is_empty() {
            return new.into_iter().enumerate().collect();
        }
        let mut kept: Vec<(usize, TableRow)> = Vec::with_capacity(new.len());
        for (number, mut row) in new.into_iter().enumerate().rev() {
            let is_left = lost.contains(&number) || row.kind == RowKind::Heading;
            if is_left && !has_figure(&row) {
                // What stands under it still needs it.
                let is_needed = kept.last().is_some_and(|(_, next)| next.depth > row.depth);
                if !is_needed {
                    continue;
                }
                row.kind = RowKind::Heading;
            }
            kept.push((number, row));
        }
        kept.reverse();
        kept
    }

    /// The cells of several rows together: none if none has a figure, and unknown if one has none or a blank.
    fn sum<'own>(&self, cells: impl Iterator<Item = Option<&'own Cell>>) -> Cell {
        let cells: Vec<Option<&Cell>> = cells.collect();
        let there = cells.iter().flatten().filter(|cell| !cell.text.is_empty());
        let there: Vec<&Cell> = there.copied().collect();
        match (there.as_slice(), cells.len()) {
            ([], _) => nothing(),
            ([only], 1) => (*only).clone(),
            (several, all) => {
                let amounts = several.iter().map(|cell| cell.amount);
                let amount = amounts
                    .sum::<Option<Money>>()
                    .filter(|_| several.len() == all);
                Cell {
                    amount,
                    text: amount.map_or_else(
                        || self.words.word(&words::UNKNOWN_FIGURE).to_owned(),
                        |amount| self.unit.number(amount, self.words),
                    ),
                }
            }
        }
    }

    /// Each time the codes change: what they are then, and what they were until then.
    fn changes(&self, lineage: &Lineage) -> Vec<String> {
        let changes = lineage
            .at
            .windows(2)
            .filter(|two| two[0].codes != two[1].codes);
        let told =
            changes.map(|two| told_change(&two[0], &two[1], |code| self.named(code), self.words));
        told.collect()
    }

    fn label(&self, code: &str) -> String {
        label_of(self.categories, code, self.words, self.fallback)
    }

    fn named(&self, code: &str) -> String {
        named(&self.label(code), code, self.words)
    }
}

/// Whether one of the codes is a part of another, so that it would count twice.
pub(super) fn is_nested(categories: &Categories, codes: &[String]) -> bool {
    let own: HashSet<&str> = codes.iter().map(String::as_str).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut waiting: Vec<&str> = match own.len() {
        1 => Vec::new(),
        _ => own.iter().copied().collect(),
    };
    // What lies above one of them was looked at for all of them.
    while let Some(part) = waiting.pop() {
        for whole in categories.wholes(part) {
            if own.contains(&*whole.code) {
                return true;
            }
            if seen.insert(&whole.code) {
                waiting.push(&whole.code);
            }
        }
    }
    false
}

/// What a category is called; its code, if nothing says so.
pub(super) fn label_of(
    categories: &Categories,
    code: &str,
    words: Wording<'_>,
    fallback: &Language,
) -> String {
    let category = categories.get(code);
    let label = category.map_or("", |own| own.label.get(words.language, fallback));
    match label {
        "" => code.to_owned(),
        label => label.to_owned(),
    }
}

/// `Wages (62)`; the code alone where it has no name.
pub(super) fn named(label: &str, code: &str, words: Wording<'_>) -> String {
    match label == code {
        true => code.to_owned(),
        false => words.say(&words::CODE_NAMED, &[label, code]),
    }
}

/// `Staff (620): until 2024 Wages (62)`
pub(super) fn told_change(
    earlier: &At,
    later: &At,
    named: impl Fn(&str) -> String,
    words: Wording<'_>,
) -> String {
    let [before, after] = [earlier, later].map(|at| {
        let names = at.codes.iter().map(|code| named(code));
        names.collect::<Vec<_>>().join(" + ")
    });
    let until = words.language.number_style().digits(earlier.until);
    words.say(&words::CODE_UNTIL, &[&after, &until, &before])
}

fn row_of(rows: &[TableRow]) -> HashMap<&str, usize> {
    let numbers = rows.iter().enumerate();
    let with_code = numbers.filter(|(_, row)| row.kind != RowKind::Direction);
    with_code
        .map(|(number, row)| (&*row.code, number))
        .collect()
}

/// The row under which a lineage is shown: the latest that there is.
fn target(lineage: &Lineage, row_of: &HashMap<&str, usize>) -> Option<usize> {
    let codes = lineage.at.iter().rev().flat_map(|at| &at.codes);
    let mut rows = codes.filter_map(|code| row_of.get(code.as_str()));
    rows.next().copied()
}

fn has_figure(row: &TableRow) -> bool {
    row.cells.iter().any(|cell| !cell.text.is_empty())
}

fn nothing() -> Cell {
    Cell {
        amount: None,
        text: String::new(),
    }
}
