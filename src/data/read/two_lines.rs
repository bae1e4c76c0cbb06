//! A header in two lines without merged cells, as a workbook has it that was saved as text: `2025` and
//! blanks behind it, `approved` and `actual` below → the cells that were merged.
//!
//! It is one only if what stands above each other names a year and a phase, so that no row is taken for a
//! line of the header.

use super::columns::read_figure;
use super::names::{Merged, header_texts};
use super::sheet::Row;
use crate::data::declaration::Declaration;
use std::ops::Range;

pub(super) fn merged(
    rows: &[Row],
    header_row: u32,
    kept: &impl Fn(usize) -> Range<usize>,
    declaration: &Declaration,
) -> Vec<Merged> {
    let at = rows.partition_point(|row| row.number < header_row);
    let [upper, lower, ..] = &rows[at..] else {
        return Vec::new();
    };
    if upper.number != header_row || lower.number != header_row + 1 {
        return Vec::new();
    }
    let (above, below) = (header_texts(&upper.cells), header_texts(&lower.cells));
    let text = |texts: &[std::borrow::Cow<'_, str>], column: usize| -> String {
        texts.get(column).map_or("", |text| &**text).to_owned()
    };
    let columns = kept(above.len().max(below.len()));
    let mut merged = Vec::new();
    let mut figures = 0;
    let mut group: Option<(usize, String)> = None;
    for column in columns {
        let (name, under) = (text(&above, column), text(&below, column));
        let at = u32::try_from(column).unwrap_or(u32::MAX - 1);
        if under.is_empty() {
            group = None;
            if !name.is_empty() {
                merged.push(((header_row, at), (header_row + 1, at)));
            }
            continue;
        }
        if !name.is_empty() {
            group = Some((column, name));
        }
        let Some((begin, name)) = &group else {
            // A name of its own, in the second line alone.
            continue;
        };
        if read_figure(&format!("{name} {under}"), declaration).is_none() {
            return Vec::new();
        }
        figures += 1;
        if *begin < column {
            let begin = u32::try_from(*begin).unwrap_or(u32::MAX - 1);
            merged.retain(|(first, _): &Merged| *first != (header_row, begin));
            merged.push(((header_row, begin), (header_row, at)));
        }
    }
    match figures {
        0 => Vec::new(),
        _ => merged,
    }
}
