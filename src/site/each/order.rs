//! `sort_by` of an `_each.md` → the order of its rows: numbers by size, words as a Khmer dictionary has
//! them, what is not known last.

use super::no_column;
use crate::content::EachSource;
use crate::diagnostic::Report;
use crate::figures::{RowColumn, RowColumns};
use crate::khmer;
use rust_decimal::Decimal;
use std::cmp::{Ordering, Reverse};

/// The columns that put rows in order, the first before the others.
pub(super) struct Order<'each>(Vec<By<'each>>);

struct By<'each> {
    column: &'each RowColumn<'each>,
    largest_first: bool,
}

/// A row's place by one column.
enum Key {
    Number(Decimal),
    Text(Vec<u8>),
    Unknown,
}

impl<'each> Order<'each> {
    /// Nothing if one of the columns is not there, which is told.
    pub(super) fn of(
        template: &'each EachSource,
        columns: &'each RowColumns<'each>,
        report: &mut Report,
    ) -> Option<Order<'each>> {
        let mut order = Vec::with_capacity(template.each.sort_by.len());
        for written in &template.each.sort_by {
            let turned = written.strip_prefix('-');
            let name = turned.unwrap_or(written);
            match columns.get(name) {
                Some(column) => order.push(By {
                    column,
                    largest_first: turned.is_some(),
                }),
                None => report.push(no_column(template, name, written, columns)),
            }
        }
        (order.len() == template.each.sort_by.len()).then_some(Order(order))
    }

    /// Puts rows in order; those that tie stand as in the file.
    pub(super) fn sort(&self, rows: &mut Vec<usize>) {
        if self.0.is_empty() {
            return;
        }
        let mut keyed: Vec<(Vec<Key>, usize)> = rows
            .iter()
            .map(|row| (self.0.iter().map(|by| by.key(*row)).collect(), *row))
            .collect();
        keyed.sort_by(|(one, _), (other, _)| {
            let pairs = one.iter().zip(other).zip(&self.0);
            pairs
                .map(|((one, other), by)| one.compare(other, by.largest_first))
                .find(|order| order.is_ne())
                .unwrap_or(Ordering::Equal)
        });
        *rows = keyed.into_iter().map(|(_, row)| row).collect();
    }
}

impl By<'_> {
    fn key(&self, row: usize) -> Key {
        let value = self.column.value(row);
        match (value.number, self.column.compared) {
            (Some(number), _) => Key::Number(number),
            (None, compared) if compared.has_bounds() => Key::Unknown,
            (None, _) if value.shown.is_empty() => Key::Unknown,
            (None, _) => Key::Text(khmer::sort_key(&value.shown)),
        }
    }
}

impl Key {
    fn compare(&self, other: &Key, largest_first: bool) -> Ordering {
        match (self, other) {
            (Key::Unknown, Key::Unknown) => Ordering::Equal,
            (Key::Unknown, _) => Ordering::Greater,
            (_, Key::Unknown) => Ordering::Less,
            (Key::Number(_), Key::Text(_)) => Ordering::Less,
            (Key::Text(_), Key::Number(_)) => Ordering::Greater,
            (Key::Number(one), Key::Number(other)) if largest_first => {
                Reverse(one).cmp(&Reverse(other))
            }
            (Key::Number(one), Key::Number(other)) => one.cmp(other),
            (Key::Text(one), Key::Text(other)) if largest_first => {
                Reverse(one).cmp(&Reverse(other))
            }
            (Key::Text(one), Key::Text(other)) => one.cmp(other),
        }
    }
}
