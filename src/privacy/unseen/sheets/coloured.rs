//! Places of a sheet whose ground a rule or a table may colour.

use super::super::{Visitor, attribute};
use super::Cell;
use crate::data::{parse_column, split_cell};
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// From a column (counted from 0) to a column, and from a row (counted from 1) to a row.
type Place = (RangeInclusive<u32>, RangeInclusive<u32>);

/// What is met in a sheet and in its tables.
#[derive(Default)]
pub(super) struct Places(Vec<Place>);

impl Visitor for Places {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let key = match name {
            "conditionalFormatting" => "sqref",
            "table" | "location" => "ref",
            _ => return,
        };
        let refs = attribute(element, key).unwrap_or_default();
        self.0.extend(refs.split_ascii_whitespace().map(place));
    }

    fn text(&mut self, _: &str) {}
    fn close(&mut self, _: &str) {}
}

impl Places {
    /// The cells that stand in none of the places.
    pub(super) fn leave_out(&self, cells: Vec<Cell>) -> Vec<Cell> {
        let mut rows_of: BTreeMap<u32, Rows> = BTreeMap::new();
        let mut is_outside = |&(column, row): &Cell| {
            let rows = rows_of.entry(column);
            let rows = rows.or_insert_with(|| Rows::of(column, &self.0));
            !rows.hold(row)
        };
        let cells = cells.into_iter();
        cells.filter(|cell| is_outside(cell)).collect()
    }
}

/// The rows of one column that stand in some place, from above, none of them twice.
struct Rows(Vec<RangeInclusive<u32>>);

impl Rows {
    fn of(column: u32, places: &[Place]) -> Rows {
        let own = places
            .iter()
            .filter(|(columns, _)| columns.contains(&column));
        let mut rows: Vec<_> = own.map(|(_, rows)| rows.clone()).collect();
        rows.sort_unstable_by_key(|rows| *rows.start());
        let mut apart: Vec<RangeInclusive<u32>> = Vec::new();
        for rows in rows {
            match apart.last_mut() {
                Some(last) if rows.start() <= last.end() => {
                    *last = *last.start()..=*last.end().max(rows.end());
                }
                _ => apart.push(rows),
            }
        }
        Rows(apart)
    }

    fn hold(&self, row: u32) -> bool {
        let begun = self.0.partition_point(|rows| *rows.start() <= row);
        begun > 0 && self.0[begun - 1].contains(&row)
    }
}

/// `B2`, `B2:C14`, `B:C` or `2:14`; what is none of these is the whole sheet.
fn place(text: &str) -> Place {
    let text = text.replace('$', "");
    let (first, last) = text.split_once(':').unwrap_or((&text, &text));
    let column = |cell: &str, without: u32| parse_column(split_cell(cell).0).unwrap_or(without);
    let row = |cell: &str, without: u32| split_cell(cell).1.parse().unwrap_or(without);
    (
        column(first, 0)..=column(last, u32::MAX),
        row(first, 0)..=row(last, u32::MAX),
    )
}
