//! The rows of a budget → its lines, with what is part of what; rows that say nothing are left out.
//!
//! A line has one code, or one name where codes are none of its table; it may stand in many rows, of other
//! places and years.

use super::budget::Plan;
use super::columns::{Use, Why};
use super::looks::{Look, Reading, look};
use super::tree::{self, Line};
use super::{Decided, What, words};
use crate::data::read::values;
use std::collections::{BTreeSet, HashMap};

/// How many figures of a line are compared with those of others, for the tree.
const COMPARED: usize = 60;

/// What the rows of a table are about.
pub(super) struct Lines {
    pub lines: Vec<Line>,
    pub parents: Vec<Option<usize>>,
    /// Whether the codes were made from the names.
    pub are_made: bool,
    pub missing: BTreeSet<String>,
    pub has_negative: bool,
}

impl Plan<'_> {
    /// The lines of the table and what is part of what. Rows that say nothing are left out.
    pub(super) fn lines(&mut self, reading: &Reading) -> Lines {
        let looked = self.drafting.looked;
        let labels = self.columns.iter().filter(|one| one.is_label());
        let labels: Vec<usize> = labels.map(|one| one.number).collect();
        let code = self
            .position("code")
            .map(|position| self.columns[position].number);
        let amounts = self.amounts();
        let keys: Vec<usize> = ["place", "year", "phase", "direction", "period", "fund"]
            .iter()
            .filter_map(|name| self.position(name))
            .map(|position| self.columns[position].number)
            .collect();
        let label_of = |row: usize| {
            let own = labels.iter().map(|column| looked.text(row, *column));
            own.into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or_default()
        };
        let code_of = |row: usize| {
            code.map(|column| looked.text(row, column))
                .filter(|code| !code.is_empty())
        };
        let has_figures = |row: usize| {
            let looks = amounts.iter().map(|column| looked.look(row, *column));
            looks
                .into_iter()
                .any(|look| !matches!(look, Look::Blank | Look::Nothing))
        };
        // Codes count where each row of figures has one of its own.
        let mut seen: BTreeSet<(Vec<String>, String)> = BTreeSet::new();
        let key_of = |row: usize| -> Vec<String> {
            keys.iter()
                .map(|column| looked.text(row, *column))
                .collect()
        };
        let is_ordinal = self.position("code").is_some_and(|position| {
            words::role(&self.columns[position].name) == Some(words::Role::Ordinal)
        });
        let own = self.rows.iter().filter(|row| has_figures(**row));
        // The numbers of rows are codes only where rows have no names.
        let may_be_codes = code.is_some() && (labels.is_empty() || !is_ordinal);
        let mut has_own = |row: &usize| {
            let code = code_of(*row);
            code.is_some_and(|code| seen.insert((key_of(*row), code)))
        };
        let are_coded = may_be_codes && own.clone().all(&mut has_own);
        let by_labels = !are_coded && !labels.is_empty();
        if by_labels && let Some(position) = self.position("code") {
            self.columns[position].to = Use::LeftOut(match is_ordinal {
                true => Why::Ordinal,
                false => Why::SomeCodes,
            });
        }
        let mut lines: Vec<Line> = Vec::new();
        let mut groups: HashMap<Vec<String>, usize> = HashMap::new();
        let mut met: HashMap<(Vec<String>, String), usize> = HashMap::new();
        let mut known: HashMap<(String, usize), usize> = HashMap::new();
        let mut left_out = Vec::new();
        let mut missing = BTreeSet::new();
        let mut has_negative = false;
        let separators = reading.separators();
        for row in self.rows.clone() {
            if looked.looks[row].iter().all(|look| *look == Look::Blank) {
                continue;
            }
            let name = match by_labels {
                true => label_of(row),
                false => code_of(row).unwrap_or_default(),
            };
            let is_heading = !has_figures(row);
            let is_row = match by_labels || are_coded {
                true => !name.is_empty(),
                // A table without either has one line, of a code that all rows have.
                false => !is_heading,
            };
            if !is_row {
                left_out.push(row);
                continue;
            }
            let key = key_of(row);
            let count = groups.len();
            let group = *groups.entry(key.clone()).or_insert(count);
            let often = met.entry((key, name.clone())).or_insert(0);
            *often += 1;
            let number = *known.entry((name.clone(), *often)).or_insert_with(|| {
                let label = label_of(row);
                let indent = labels
                    .first()
                    .map_or(0, |column| looked.indent(row, *column));
                lines.push(Line {
                    code: code_of(row),
                    is_total: words::is_total(&label),
                    label,
                    indent,
                    amounts: Vec::new(),
                    is_heading,
                });
                lines.len() - 1
            });
            for (place, column) in amounts.iter().enumerate() {
                let value = looked.value(row, *column);
                if look(value) == Look::Nothing {
                    missing.insert(looked.text(row, *column));
                }
                let amount = values::decimal(value, &separators).ok().flatten();
                has_negative |=
                    amount.is_some_and(|amount| amount.is_sign_negative() && !amount.is_zero());
                let at = group * amounts.len() + place;
                if at < COMPARED {
                    let own = &mut lines[number].amounts;
                    if own.len() <= at {
                        own.resize(at + 1, None);
                    }
                    own[at] = amount;
                }
            }
        }
        self.leave_out(&left_out);
        let width = lines
            .iter()
            .map(|line| line.amounts.len())
            .max()
            .unwrap_or(0);
        for line in &mut lines {
            line.amounts.resize(width, None);
        }
        if !by_labels && !are_coded {
            self.constants.insert("code", "TOTAL".to_owned());
        }
        let parent = self.position("parent").filter(|_| are_coded);
        let stated = parent.map(|position| self.columns[position].number);
        let (parents, grown) = match stated {
            Some(column) => (self.stated_parents(column, &lines), tree::Grown::Stated),
            None => tree::grow(&lines),
        };
        if by_labels || are_coded {
            self.decided.push(Decided {
                is_sure: are_coded,
                what: What::Codes {
                    are_made: by_labels,
                    count: lines.len(),
                },
            });
        }
        let again = known.keys().filter(|(_, often)| *often == 2);
        let again: BTreeSet<String> = again.map(|(name, _)| name.clone()).collect();
        if !again.is_empty() {
            let again = again.into_iter().collect();
            self.decided.push(Decided::unsure(What::Again(again)));
        }
        self.decided.push(Decided {
            is_sure: grown != tree::Grown::ByIndents,
            what: What::Tree {
                grown,
                parts: parents.iter().flatten().count(),
            },
        });
        Lines {
            lines,
            parents,
            are_made: by_labels,
            missing,
            has_negative,
        }
    }

    /// The parents that a column of the table states.
    fn stated_parents(&self, column: usize, lines: &[Line]) -> Vec<Option<usize>> {
        let looked = self.drafting.looked;
        let code = self
            .position("code")
            .map(|position| self.columns[position].number);
        let numbers = lines.iter().enumerate();
        let numbers: HashMap<&str, usize> = numbers
            .filter_map(|(number, line)| Some((line.code.as_deref()?, number)))
            .collect();
        let mut parents = vec![None; lines.len()];
        for row in &self.rows {
            let own = code.map(|code| looked.text(*row, code)).unwrap_or_default();
            let above = looked.text(*row, column);
            if let Some(own) = numbers.get(&*own) {
                parents[*own] = parents[*own].or(numbers.get(&*above).copied());
            }
        }
        parents
    }
}
