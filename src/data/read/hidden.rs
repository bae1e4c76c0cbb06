//! What a spreadsheet does not show → refused by name, read because that is declared, or left out.
//!
//! It is often private: a column of salaries, rows of another office. So it is never published
//! unasked. Each cell is looked at once.

use super::sheet::{Row, Sheet};
use super::{Rows, Value, room};
use crate::data::declaration::{Findings, Unseen};
use crate::data::model::column_letters;
use crate::diagnostic::{codes, diagnostic, list};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// What a sheet does not show: rows from 1, columns from 0.
#[derive(Debug, Default)]
pub(crate) struct Hidden {
    rows: Vec<RangeInclusive<u32>>,
    /// As far as a table can have columns.
    columns: BTreeSet<u32>,
    /// Whether the rows, or some of them, are hidden by a filter.
    pub is_filtered: bool,
}

impl Hidden {
    /// None of them is within others.
    pub fn hide_rows(&mut self, rows: RangeInclusive<u32>) {
        add(&mut self.rows, rows);
    }

    pub fn hide_columns(&mut self, columns: RangeInclusive<u32>) {
        let last = room::COLUMNS - 1;
        self.columns
            .extend(*columns.start()..=(*columns.end()).min(last));
    }

    /// Puts the rows in their order, which not all files do.
    pub fn in_order(mut self) -> Hidden {
        self.rows.sort_by_key(|rows| *rows.start());
        self
    }

    /// The names of the rows and columns that hold something and are hidden.
    pub fn named(&self, rows: &Rows) -> (Vec<String>, Vec<String>) {
        let mut hidden = Vec::new();
        let mut columns = BTreeSet::new();
        for row in rows.iter() {
            let cells = row.cells.iter().zip(0..);
            let filled = cells.filter(|(cell, _)| **cell != Value::Empty);
            let filled: Vec<u32> = filled.map(|(_, column)| column).collect();
            if !filled.is_empty() && self.hides_row(row.number) {
                add(&mut hidden, row.number..=row.number);
            }
            columns.extend(filled.into_iter().filter(|own| self.columns.contains(own)));
        }
        let mut letters = Vec::new();
        for column in columns {
            add(&mut letters, column..=column);
        }
        (
            named(&hidden, |row| row.to_string()),
            named(&letters, column_letters),
        )
    }

    fn hides_row(&self, row: u32) -> bool {
        let behind = self.rows.partition_point(|rows| *rows.start() <= row);
        behind > 0 && self.rows[behind - 1].contains(&row)
    }
}

fn add(ranges: &mut Vec<RangeInclusive<u32>>, more: RangeInclusive<u32>) {
    match ranges.last_mut() {
        Some(last) if last.end().saturating_add(1) == *more.start() => {
            *last = *last.start()..=*more.end();
        }
        _ => ranges.push(more),
    }
}

/// Tells the hidden rows and columns of a table that hold something, or leaves them out; whether the
/// table may be read.
pub(super) fn check(
    hidden: &Hidden,
    rows: &mut Vec<Row>,
    unseen: Unseen,
    sheet: &mut Sheet,
    findings: &mut Findings,
) -> bool {
    let columns = hidden.columns.iter();
    let columns = columns.filter_map(|column| column.checked_sub(sheet.first_column));
    let columns: Vec<usize> = columns.map(|column| column as usize).collect();
    match unseen {
        Unseen::Read => true,
        Unseen::Skip => {
            for column in &columns {
                sheet.leave_out(*column);
            }
            rows.retain(|row| {
                let is_hidden = hidden.hides_row(row.number);
                if is_hidden && row.number > sheet.header_row {
                    sheet.tally.skip(row);
                }
                !is_hidden
            });
            for row in rows {
                let cells = row.cells.len();
                for column in columns.iter().take_while(|column| **column < cells) {
                    sheet.empty(row, *column);
                }
            }
            true
        }
        Unseen::Refuse => {
            let told = [
                hidden_rows(hidden, rows, sheet, findings),
                hidden_columns(&columns, rows, sheet, findings),
            ];
            told == [false, false]
        }
    }
}

fn hidden_rows(hidden: &Hidden, rows: &[Row], sheet: &Sheet, findings: &mut Findings) -> bool {
    let mut first = None;
    let mut told = Vec::new();
    for row in rows.iter().filter(|row| hidden.hides_row(row.number)) {
        if let Some(column) = row.cells.iter().position(|cell| *cell != Value::Empty) {
            first = first.or(Some((row.number, column)));
            add(&mut told, row.number..=row.number);
        }
    }
    let Some((row, column)) = first else {
        return false;
    };
    let names = named(&told, |row| row.to_string());
    let place = sheet.cell_place(row, column).place(None);
    let (rows, toml) = (list(names), &findings.toml);
    findings.push(match hidden.is_filtered {
        true => diagnostic!(codes::data::FILTERED_ROWS, place, rows = rows, toml = toml),
        false => diagnostic!(codes::data::HIDDEN_ROWS, place, rows = rows, toml = toml),
    });
    true
}

fn hidden_columns(columns: &[usize], rows: &[Row], sheet: &Sheet, findings: &mut Findings) -> bool {
    // The first row of each column that holds something.
    let mut begins: Vec<Option<u32>> = vec![None; columns.len()];
    for row in rows {
        let hidden = begins.iter_mut().zip(columns);
        for (begin, column) in hidden.take_while(|(_, column)| **column < row.cells.len()) {
            if begin.is_none() && row.cells[*column] != Value::Empty {
                *begin = Some(row.number);
            }
        }
    }
    let mut first = None;
    let mut told = Vec::new();
    for (begin, column) in begins.iter().zip(columns) {
        if let Some(row) = *begin {
            first = first.or(Some((row, *column)));
            let letters = sheet.cell_place(row, *column).column;
            add(&mut told, letters..=letters);
        }
    }
    let Some((row, column)) = first else {
        return false;
    };
    findings.push(diagnostic!(
        codes::data::HIDDEN_COLUMNS,
        sheet.cell_place(row, column).place(None),
        columns = list(named(&told, column_letters)),
        toml = &findings.toml
    ));
    true
}

/// `4`, `7–9`
fn named(ranges: &[RangeInclusive<u32>], name: impl Fn(u32) -> String) -> Vec<String> {
    let named = ranges
        .iter()
        .map(|range| match range.start() == range.end() {
            true => name(*range.start()),
            false => format!("{}–{}", name(*range.start()), name(*range.end())),
        });
    named.collect()
}
