//! Headers → our names: which column of a sheet holds what.

use super::{Row, Sheet, Texts, Value};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Constant, Direction, Needed, Phase, Schema, figure_column};
use crate::diagnostic::{Candidates, closest, codes, diagnostic, is_one_slip};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// The columns of one sheet by our names.
#[derive(Debug)]
pub(crate) struct Columns {
    by_name: BTreeMap<String, usize>,
    /// Columns that are none of ours, in the file's order.
    pub extra: Vec<(String, usize)>,
    /// Columns of figures such as `2025 approved`, in the file's order.
    pub figures: Vec<FigureColumn>,
}

/// A column of the wide form: all its figures are of one year and phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureColumn {
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
pub(crate) fn find(
    sheet: &Sheet,
    declaration: &Declaration,
    schema: &Schema,
    texts: &Texts,
    findings: &mut Findings,
) -> Option<Columns> {
    let before = findings.has_errors();
    let known = schema.names(&texts.tags);
    let mut columns = Columns {
        by_name: BTreeMap::new(),
        extra: Vec::new(),
        figures: Vec::new(),
    };
    let by_header = by_header(sheet, findings);
    let mut taken = vec![false; sheet.headers.len()];
    for name in &known {
        if let Some(column) = by_header.get(declaration.header_of(name)) {
            columns.by_name.insert(name.clone().into_owned(), *column);
            taken[*column] = true;
        }
    }
    let mut wide = false;
    let mut lacking: Vec<Lacking<'_>> = Vec::new();
    for (ours, header) in declaration.columns() {
        let figure = figure_column(ours);
        wide |= figure.is_some();
        let Some(column) = by_header.get(header).copied() else {
            lacking.push(Lacking { header, ours });
            continue;
        };
        match figure {
            Some((year, phase, direction)) => columns.figures.push(FigureColumn {
                year,
                phase,
                direction,
                column,
            }),
            // A name of the author's own for a column of the author's own.
            None if !columns.by_name.contains_key(ours) => {
                columns.by_name.insert(ours.to_owned(), column);
                columns.extra.push((ours.to_owned(), column));
            }
            None => {}
        }
        taken[column] = true;
    }
    for (column, header) in sheet.headers.iter().enumerate() {
        if taken[column] || header.is_empty() {
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
    let has_direction = !columns.figures.is_empty()
        && columns
            .figures
            .iter()
            .all(|figure| figure.direction.is_some());
    for field in schema.in_file() {
        let name = &*field.name;
        let in_headers = wide && field.in_headers && (name != "direction" || has_direction);
        let known = field.needed == Needed::Nothing
            || columns.by_name.contains_key(name)
            || declaration.constants.contains_key(name)
            || in_headers;
        // One that `[columns]` names and the file lacks is among them already.
        if !known && declaration.header_of(name) == name {
            lacking.push(Lacking {
                header: name,
                ours: name,
            });
            refused.push(name);
        }
    }
    missing(sheet, schema, &lacking, &taken, findings);
    nearly_ours(sheet, &columns, &known, &refused, findings);
    (before || !findings.has_errors()).then_some(columns)
}

/// The first column of each header; a second one is told.
fn by_header<'sheet>(sheet: &'sheet Sheet, findings: &mut Findings) -> HashMap<&'sheet str, usize> {
    let mut by_header: HashMap<&str, usize> = HashMap::with_capacity(sheet.headers.len());
    for (column, header) in sheet.headers.iter().enumerate() {
        let first = *by_header.entry(header).or_insert(column);
        if first < column && !header.is_empty() {
            let place = sheet.cell_place(sheet.header_row, column).place(None);
            findings.push(diagnostic!(
                codes::data::REPEATED_COLUMN,
                place,
                header = header,
                first = sheet.cell_place(sheet.header_row, first)
            ));
        }
    }
    by_header
}

/// A column that the sheet lacks.
struct Lacking<'own> {
    header: &'own str,
    ours: &'own str,
}

fn missing(
    sheet: &Sheet,
    schema: &Schema,
    lacking: &[Lacking<'_>],
    taken: &[bool],
    findings: &mut Findings,
) {
    if lacking.is_empty() {
        return;
    }
    let named = sheet.headers.iter().zip(taken);
    let named = named.filter(|(header, _)| !header.is_empty());
    let headers = Candidates::of(named.clone().map(|(header, _)| header.as_str()));
    let free = named.filter(|(_, taken)| !**taken);
    let free = Candidates::of(free.map(|(header, _)| header.as_str()));
    for Lacking { header, ours } in lacking {
        let place = sheet.cell_place(sheet.header_row, 0).place(None);
        let constant = match schema.field(ours).map(|field| field.constant) {
            Some(Constant::Often(example)) => Some(example),
            _ => None,
        };
        let problem = match constant.filter(|_| header == ours) {
            Some(example) => diagnostic!(
                codes::data::MISSING_COLUMN_OR_CONSTANT,
                place,
                example = example,
                column = header,
                headers = headers.list(),
                toml = &findings.toml
            ),
            None => diagnostic!(
                codes::data::MISSING_COLUMN,
                place,
                ours = ours,
                column = header,
                headers = headers.list(),
                toml = &findings.toml
            ),
        };
        findings.push(problem.did_you_mean(header, &free));
    }
}

/// A header that is one of our optional names but for a slip: `note_kh` for `note_km`.
fn nearly_ours(
    sheet: &Sheet,
    columns: &Columns,
    known: &[Cow<'_, str>],
    refused: &[&str],
    findings: &mut Findings,
) {
    let known = known.iter().map(|name| &**name);
    let free = known.filter(|name| {
        name.len() > 3 && !columns.by_name.contains_key(*name) && !refused.contains(name)
    });
    let free: Vec<&str> = free.collect();
    for (header, column) in &columns.extra {
        let small = header.to_lowercase();
        let near = free.iter().copied();
        let near = near.filter(|name| small == **name || is_one_slip(&small, name));
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
