//! Merged cells below the header → filled down where that is declared, and told otherwise.
//!
//! A merged cell shows one thing and holds it in its first cell; the others are blank. Whether it is meant
//! for all of them nobody but its author knows, and of a figure that would be so many times the money.
//! Each row that one reaches into is looked at once.

use super::rows::Rows;
use super::{Grid, Value, left_out, roles};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Schema, column_letters};
use crate::diagnostic::{codes, diagnostic, list};
use std::collections::BTreeMap;

/// Why merged cells are told.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Merge {
    /// A figure for several rows or columns.
    Figure,
    /// A text for several rows.
    Down,
    /// A text for several columns.
    Across,
}

pub(super) fn check(
    grid: &mut Grid,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) {
    if grid.sheet.merged.is_empty() && declaration.dialect.fill_merged.is_empty() {
        return;
    }
    let figures = roles::numbers(grid, declaration, schema);
    let Rows::Kept(mut rows) = std::mem::replace(&mut grid.sheet.rows, Rows::Kept(Vec::new()))
    else {
        unreachable!("only workbooks merge cells, and their rows are kept")
    };
    let names = &declaration.dialect.fill_merged;
    let filled = left_out::named("fill_merged", names, &grid.sheet, &rows, findings);
    let mut told: BTreeMap<(Merge, u32), (u32, Vec<String>)> = BTreeMap::new();
    // Cells that are merged twice would be filled again and again.
    let mut room = rows.len().saturating_mul(grid.sheet.headers.len());
    let first_column = grid.sheet.first_column;
    for ((top, left), (bottom, right)) in &grid.sheet.merged {
        let begin = rows.partition_point(|row| row.number < *top);
        let end = begin + rows[begin..].partition_point(|row| row.number <= *bottom);
        let columns = left.saturating_sub(first_column) as usize
            ..=(right.saturating_sub(first_column) as usize).min(grid.sheet.headers.len() - 1);
        let is_read = |column: &usize| !grid.sheet.headers[*column].is_empty();
        if begin == end || right < &first_column || !columns.clone().any(|column| is_read(&column))
        {
            continue;
        }
        let anchor = match rows[begin].number == *top && *left >= first_column {
            true => rows[begin].cells[*columns.start()].clone(),
            false => Value::Empty,
        };
        if anchor == Value::Empty {
            continue;
        }
        let is_figure =
            |column: usize| figures.contains(&column) && matches!(anchor, Value::Number(_));
        let merge = if columns.clone().any(is_figure) {
            Merge::Figure
        } else if top == bottom {
            Merge::Across
        } else if filled.contains(columns.start()) && room >= end - begin {
            room -= end - begin;
            for row in &mut rows[begin + 1..end] {
                row.cells[*columns.start()] = anchor.clone();
            }
            continue;
        } else {
            Merge::Down
        };
        let range = format!(
            "{}{top}:{}{bottom}",
            column_letters(*left),
            column_letters(*right)
        );
        let (_, ranges) = told
            .entry((merge, *left))
            .or_insert_with(|| (*top, Vec::new()));
        ranges.push(range);
    }
    grid.sheet.rows = Rows::Kept(rows);
    for ((merge, left), (row, ranges)) in told {
        let column = left.saturating_sub(first_column) as usize;
        let place = grid.sheet.cell_place(row, column).place(None);
        let letter = column_letters(left);
        let (ranges, toml) = (list(ranges), &findings.toml);
        findings.push(match merge {
            Merge::Figure => diagnostic!(codes::cells::MERGED_FIGURE, place, ranges = ranges),
            Merge::Down => diagnostic!(
                codes::cells::MERGED_DOWN,
                place,
                ranges = ranges,
                column = letter,
                toml = toml
            ),
            Merge::Across => diagnostic!(codes::cells::MERGED_ACROSS, place, ranges = ranges),
        });
    }
}
