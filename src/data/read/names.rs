//! The header of a table → the name of each column, from one row or from merged cells over several.
//!
//! A cell that is merged across or down is read as if each of its cells said the same, and what stands
//! above each other is one name: `2025` over `approved` is `2025 approved`. What then names two columns
//! alike is told.

use super::room::COLUMNS;
use super::sheet::{Row, Sheet};
use super::{Value, header, values};
use crate::data::declaration::Findings;
use crate::data::model::{CellPlace, column_letters, is_period};
use crate::diagnostic::{codes, diagnostic};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};

/// The most rows of a header.
const LINES: u32 = 5;

pub(super) struct Names {
    /// The last row of the header.
    pub row: u32,
    pub texts: Vec<String>,
}

pub(super) type Merged = ((u32, u32), (u32, u32));

/// The rows at the top of a file, and its merged cells.
pub(super) struct Top {
    pub rows: Vec<Row>,
    pub merged: Vec<Merged>,
}

/// The names in this row, and in those that its merged cells reach into.
pub(super) fn of(
    raw: &Top,
    header_row: u32,
    kept: &impl Fn(usize) -> Range<usize>,
    sheet: &Sheet,
    findings: &mut Findings,
) -> Option<Names> {
    let width = |row: &Row| kept(row.cells.len());
    let columns = kept(COLUMNS as usize);
    let reaches = |((top, left), (bottom, right)): &&Merged| {
        (*top..=*bottom).contains(&header_row)
            && left <= right
            && *right as usize >= columns.start
            && (*left as usize) < columns.end
    };
    let merged: Vec<Merged> = match is_title(raw, header_row, kept) {
        true => Vec::new(),
        false => raw.merged.iter().filter(reaches).copied().collect(),
    };
    let lines = lines(&merged, header_row, raw);
    let reaches = |((top, left), (bottom, right)): &&Merged| {
        !merged.is_empty()
            && top <= lines.end()
            && bottom >= lines.start()
            && left <= right
            && *right as usize >= columns.start
            && (*left as usize) < columns.end
    };
    let merged: Vec<Merged> = raw.merged.iter().filter(reaches).copied().collect();
    let too_many = merged.len() > COLUMNS as usize * LINES as usize;
    if too_many || lines.end() - lines.start() >= LINES {
        tell(merged[0], sheet, findings);
        return None;
    }
    let begin = raw.rows.partition_point(|row| row.number < *lines.start());
    let rows = raw.rows[begin..].iter();
    let rows: Vec<&Row> = rows.take_while(|row| row.number <= *lines.end()).collect();
    let mut broken = false;
    for row in &rows {
        broken |= is_broken(row, width(row), sheet, findings);
    }
    if broken {
        return None;
    }
    let mut texts: Vec<Vec<Cow<'_, str>>> = Vec::new();
    for line in lines.clone() {
        let row = rows.iter().find(|row| row.number == line);
        let mut own = row.map_or_else(Vec::new, |row| header_texts(&row.cells));
        for ((top, left), (bottom, right)) in &merged {
            if !(*top..=*bottom).contains(&line) {
                continue;
            }
            let anchor = rows.iter().find(|row| row.number == *top);
            let anchor = anchor.and_then(|row| row.cells.get(*left as usize));
            let text = anchor.and_then(|cell| values::text(cell).ok().flatten());
            let end = (*right as usize + 1).min(COLUMNS as usize);
            if own.len() < end {
                own.resize(end, Cow::Borrowed(""));
            }
            own[*left as usize..end].fill(text.unwrap_or_default());
        }
        texts.push(own);
    }
    let end = texts.iter().map(Vec::len).max().unwrap_or(0);
    let name = |column: usize| {
        let mut parts = texts
            .iter()
            .filter_map(|line| line.get(column))
            .collect::<Vec<_>>();
        parts.retain(|part| !part.is_empty());
        parts.dedup();
        parts
            .iter()
            .map(|part| &***part)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let names: Vec<String> = kept(end).map(name).collect();
    for one in merged.iter().filter(|((_, left), (_, right))| left < right) {
        let ((_, left), (_, right)) = *one;
        let within = kept(right as usize + 1);
        let within = within.start.max(left as usize) - within.start..within.end - within.start;
        let mut seen = HashSet::new();
        let mut own = names[within].iter().filter(|name| !name.is_empty());
        if !own.all(|name| seen.insert(name)) {
            tell(*one, sheet, findings);
            return None;
        }
    }
    Some(Names {
        row: *lines.end(),
        texts: names,
    })
}

/// A title stands alone in its row, often in a cell as wide as the table. So does a year, above the
/// names of its columns.
fn is_title(raw: &Top, header_row: u32, kept: &impl Fn(usize) -> Range<usize>) -> bool {
    let row = raw.rows.partition_point(|row| row.number < header_row);
    let row = raw.rows.get(row).filter(|row| row.number == header_row);
    let cells = row.map_or(&[][..], |row| &row.cells[kept(row.cells.len())]);
    let mut filled = cells.iter().filter(|cell| **cell != Value::Empty);
    match (filled.next(), filled.next()) {
        (Some(only), None) => {
            let text = values::text(only).ok().flatten();
            text.is_none_or(|text| !is_period(&text))
        }
        _ => false,
    }
}

/// From which row to which the header goes.
fn lines(merged: &[Merged], header_row: u32, raw: &Top) -> RangeInclusive<u32> {
    let top = merged.iter().map(|((top, _), _)| *top).min();
    let bottom = merged.iter().map(|(_, (bottom, _))| *bottom).max();
    let (top, bottom) = (top.unwrap_or(header_row), bottom.unwrap_or(header_row));
    let across = || merged.iter().filter(|((_, left), (_, right))| left < right);
    if bottom > header_row || across().next().is_none() {
        return top..=bottom;
    }
    // Below names that are merged across, a row that names each of their columns, and others that have
    // no name yet.
    let below = raw.rows.partition_point(|row| row.number <= bottom);
    let below = raw.rows.get(below).filter(|row| row.number == bottom + 1);
    let mut wanted = vec![false; COLUMNS as usize];
    for ((_, left), (_, right)) in across() {
        let end = (*right as usize + 1).min(wanted.len());
        if let Some(wanted) = wanted.get_mut(*left as usize..end) {
            wanted.fill(true);
        }
    }
    let above = raw.rows.partition_point(|row| row.number < header_row);
    let above = raw.rows.get(above).filter(|row| row.number == header_row);
    let is_named = |column| {
        let cell = above.and_then(|row| row.cells.get(column));
        cell.is_some_and(|cell| *cell != Value::Empty)
    };
    let names_them = below.is_some_and(|row| {
        let mut columns = wanted.iter().enumerate();
        columns.all(|(column, wanted)| match row.cells.get(column) {
            None | Some(Value::Empty) => !*wanted,
            Some(Value::Text(_)) => *wanted || !is_named(column),
            Some(_) => false,
        })
    });
    top..=bottom + u32::from(names_them)
}

fn tell(((top, left), (bottom, right)): Merged, sheet: &Sheet, findings: &mut Findings) {
    let (first, last) = (column_letters(left), column_letters(right));
    let cell = CellPlace {
        path: sheet.path.clone(),
        sheet: sheet.name.clone(),
        row: top,
        column: left,
    };
    findings.push(diagnostic!(
        codes::data::MERGED_HEADER,
        cell.place(None),
        range = format!("{first}{top}:{last}{bottom}"),
        toml = &findings.toml
    ));
}

/// The texts of a row that could be names.
pub(super) fn header_texts(cells: &[Value]) -> Vec<Cow<'_, str>> {
    let texts = cells.iter().map(|cell| values::text(cell).ok().flatten());
    texts.map(Option::unwrap_or_default).collect()
}

/// Tells each cell of the header that names its column by an error, or by a formula without a result.
fn is_broken(row: &Row, kept: Range<usize>, sheet: &Sheet, findings: &mut Findings) -> bool {
    let mut broken = false;
    for (column, value) in row.cells[kept].iter().enumerate() {
        if let Err(value) = values::text(value) {
            let place = sheet.cell_place(row.number, column).place(None);
            let read = header::shown(value);
            findings.push(diagnostic!(codes::data::BROKEN_HEADER, place, read = read));
            broken = true;
        }
    }
    broken
}
