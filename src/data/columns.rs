//! Headers → our names: which column of a sheet holds what.

use super::declaration::Declaration;
use super::findings::Findings;
use super::sheet::{Row, Sheet, Value};
use super::{Direction, Phase, values};
use crate::diagnostic::{closest, codes, diagnostic, list};
use std::collections::BTreeMap;

/// The columns of one sheet by our names.
#[derive(Debug)]
pub(super) struct Columns {
    by_name: BTreeMap<String, usize>,
    /// Columns that are none of ours, in the file's order.
    pub extra: Vec<(String, usize)>,
    /// Columns of figures such as `2025 approved`, in the file's order.
    pub figures: Vec<FigureColumn>,
}

/// A column of the wide form: all its figures are of one year and phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FigureColumn {
    pub year: i16,
    pub phase: Phase,
    pub direction: Option<Direction>,
    pub column: usize,
}

const NOTHING: Value = Value::Empty;

impl Columns {
    pub fn index(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    pub fn value<'row>(&self, row: &'row Row, name: &str) -> &'row Value {
        self.index(name)
            .map_or(&NOTHING, |column| &row.cells[column])
    }
}

/// Finds the columns; a missing one that is required, and one that is nearly ours, are errors.
pub(super) fn find(
    sheet: &Sheet,
    declaration: &Declaration,
    required: &[&str],
    optional: &[String],
    findings: &mut Findings,
) -> Option<Columns> {
    let before = findings.has_errors();
    let known: Vec<&str> = required
        .iter()
        .copied()
        .chain(optional.iter().map(String::as_str))
        .collect();
    let mut columns = Columns {
        by_name: BTreeMap::new(),
        extra: Vec::new(),
        figures: Vec::new(),
    };
    repeated(sheet, findings);
    for name in &known {
        let header = declaration.header_of(name);
        if let Some(column) = sheet.headers.iter().position(|other| other == header) {
            columns.by_name.insert((*name).to_owned(), column);
        }
    }
    let mut wide = false;
    for (ours, theirs) in declaration.columns() {
        let figure = figure_column(ours);
        wide |= figure.is_some();
        let position = sheet.headers.iter().position(|header| header == theirs);
        match (position, figure) {
            (None, _) => missing(sheet, theirs, ours, &columns, findings),
            (Some(column), Some((year, phase, direction))) => columns.figures.push(FigureColumn {
                year,
                phase,
                direction,
                column,
            }),
            // A name of the author's own for a column of the author's own.
            (Some(column), None) if !columns.by_name.contains_key(ours) => {
                columns.by_name.insert(ours.to_owned(), column);
                columns.extra.push((ours.to_owned(), column));
            }
            (Some(_), None) => {}
        }
    }
    for (column, header) in sheet.headers.iter().enumerate() {
        let taken = columns.by_name.values().any(|other| *other == column)
            || columns.figures.iter().any(|figure| figure.column == column);
        if taken || header.is_empty() {
            continue;
        }
        if let Some((year, phase, direction)) = figure_column(header) {
            wide = true;
            columns.figures.push(FigureColumn {
                year,
                phase,
                direction,
                column,
            });
            continue;
        }
        columns.extra.push((header.clone(), column));
    }
    columns.figures.sort_by_key(|figure| figure.column);
    columns.extra.sort_by_key(|(_, column)| *column);
    let mut refused = Vec::new();
    for name in required {
        let in_headers = wide && ["year", "phase", "amount"].contains(name);
        let has_direction = *name == "direction"
            && !columns.figures.is_empty()
            && columns
                .figures
                .iter()
                .all(|figure| figure.direction.is_some());
        let known = columns.by_name.contains_key(*name)
            || declaration.constants.contains_key(*name)
            || in_headers
            || has_direction;
        // One that `[columns]` names and the file lacks is reported already.
        if !known && declaration.header_of(name) == *name {
            missing(sheet, name, name, &columns, findings);
            refused.push(*name);
        }
    }
    nearly_ours(sheet, &columns, &known, &refused, findings);
    (before || !findings.has_errors()).then_some(columns)
}

/// `2025 approved`, or `2025 approved revenue`.
fn figure_column(name: &str) -> Option<(i16, Phase, Option<Direction>)> {
    let mut words = name.split_whitespace();
    let year = values::year(words.next()?, false)?;
    let phase = Phase::named(words.next()?)?;
    match (words.next(), words.next()) {
        (None, _) => Some((year, phase, None)),
        (Some(word), None) => Some((year, phase, Some(Direction::named(word)?))),
        (Some(_), Some(_)) => None,
    }
}

fn missing(sheet: &Sheet, header: &str, ours: &str, columns: &Columns, findings: &mut Findings) {
    let headers: Vec<&String> = sheet
        .headers
        .iter()
        .filter(|name| !name.is_empty())
        .collect();
    let taken = |column: &usize| columns.by_name.values().any(|other| other == column);
    let free = sheet.headers.iter().enumerate();
    let candidates: Vec<&String> = free
        .filter(|(column, name)| !name.is_empty() && !taken(column))
        .map(|(_, name)| name)
        .collect();
    let place = sheet.cell_place(sheet.header_row, 0).place(None);
    let constant = match ours {
        "place" => Some("KH"),
        "year" => Some("2026"),
        "phase" => Some("approved"),
        "direction" => Some("expenditure"),
        _ => None,
    };
    let problem = match constant.filter(|_| header == ours) {
        Some(example) => diagnostic!(
            codes::data::MISSING_COLUMN_OR_CONSTANT,
            place,
            example = example,
            column = header,
            headers = list(headers),
            toml = &findings.toml
        ),
        None => diagnostic!(
            codes::data::MISSING_COLUMN,
            place,
            ours = ours,
            column = header,
            headers = list(headers),
            toml = &findings.toml
        ),
    };
    findings.push(problem.did_you_mean(header, candidates));
}

fn repeated(sheet: &Sheet, findings: &mut Findings) {
    for (column, header) in sheet.headers.iter().enumerate() {
        let first = sheet.headers.iter().position(|other| other == header);
        let Some(first) = first.filter(|first| *first < column && !header.is_empty()) else {
            continue;
        };
        let place = sheet.cell_place(sheet.header_row, column).place(None);
        findings.push(diagnostic!(
            codes::data::REPEATED_COLUMN,
            place,
            header = header,
            first = sheet.cell_place(sheet.header_row, first)
        ));
    }
}

/// A header that is one of our optional names but for a slip: `note_kh` for `note_km`.
fn nearly_ours(
    sheet: &Sheet,
    columns: &Columns,
    known: &[&str],
    refused: &[&str],
    findings: &mut Findings,
) {
    for (header, column) in &columns.extra {
        let free: Vec<&str> = known
            .iter()
            .copied()
            .filter(|name| !columns.by_name.contains_key(*name) && !refused.contains(name))
            .collect();
        let near = free.into_iter().filter(|name| {
            strsim::damerau_levenshtein(&header.to_lowercase(), name) <= 1 && name.len() > 3
        });
        if let Some(meant) = closest(header, near) {
            let place = sheet.cell_place(sheet.header_row, *column).place(None);
            findings.push(diagnostic!(
                codes::data::NEARLY_A_COLUMN,
                place,
                header = header,
                meant = meant
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_column_names_its_year_and_phase() {
        assert_eq!(
            figure_column("2025 approved"),
            Some((2025, Phase::Approved, None))
        );
        assert_eq!(
            figure_column("២០២៤ actual revenue"),
            Some((2024, Phase::Actual, Some(Direction::Revenue)))
        );
        for other in ["2025", "approved 2025", "2025 draft", "2025 actual of all"] {
            assert_eq!(figure_column(other), None, "{other}");
        }
    }
}
