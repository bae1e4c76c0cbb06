//! Headers → our names: which column of a sheet holds what.

use super::left_out::lettered;
use super::{Row, Sheet, Texts, Value};
use crate::data::declaration::{Declaration, Findings, OfKind};
use crate::data::model::{
    Constant, Direction, Needed, Period, Phase, Schema, column_letters, figure_column,
    figure_header, mended_figure_header,
};
use crate::diagnostic::{Candidates, closest, codes, diagnostic, is_one_slip, list};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The columns of one sheet by our names.
#[derive(Debug)]
pub(crate) struct Columns {
    by_name: BTreeMap<String, usize>,
    /// Columns that are none of ours, in the file's order.
    pub extra: Vec<(String, usize)>,
    /// Columns of figures such as `2025 approved`, in the file's order.
    pub figures: Vec<FigureColumn>,
}

/// A column of the wide form: all its figures are of one period and phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureColumn {
    pub period: Period,
    pub phase: Phase,
    pub direction: Option<Direction>,
    pub column: usize,
}

impl FigureColumn {
    /// As `[columns]` names it: `2025 approved`, `2025 approved revenue`.
    pub fn name(&self) -> String {
        let direction = self.direction.map(Direction::word);
        let words = [Some(self.phase.word()), direction].into_iter().flatten();
        words.fold(self.period.to_string(), |name, word| {
            format!("{name} {word}")
        })
    }
}

const NOTHING: Value = Value::Empty;

impl Columns {
    /// Our name of each column that has one.
    pub fn names(&self) -> impl Iterator<Item = (usize, &str)> {
        let names = self.by_name.iter();
        names.map(|(name, column)| (*column, name.as_str()))
    }

    pub fn index(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// Whether there is a column of this name, in whichever language.
    pub fn has_any(&self, name: &str) -> bool {
        let mut names = self.by_name.keys();
        names.any(|own| own == name || own.strip_prefix(name).is_some_and(|it| it.starts_with('_')))
    }

    pub(super) fn add(&mut self, name: &str, column: usize) {
        self.by_name.insert(name.to_owned(), column);
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
    let by_header = ByHeader::of(sheet);
    let mut taken = vec![Taken::Not; sheet.headers.len()];
    for name in &known {
        if let Some((column, how)) = by_header.found(declaration.header_of(name), sheet) {
            columns.by_name.insert(name.clone().into_owned(), column);
            taken[column] = how;
        }
    }
    // The columns of a table of the author's own have the names that `[[column]]` gives them.
    if let OfKind::Table(of) = &declaration.rules.of {
        for name in of.columns.keys() {
            let header = declaration.header_of(name);
            let found = by_header.found(header, sheet);
            let found = found.filter(|(_, how)| header != name || *how == Taken::ByHeader);
            if let Some((column, how)) = found {
                columns.by_name.insert(name.clone(), column);
                taken[column] = how;
            }
        }
    }
    // What is only compared with other columns keeps the name that the file gives it.
    if let OfKind::Budget(of) = &declaration.rules.of {
        for header in of.compared() {
            if let Some((column, how)) = by_header.found(header, sheet) {
                columns.by_name.insert(header.to_owned(), column);
                taken[column] = how;
            }
        }
    }
    let mut wide = false;
    let mut lacking: Vec<Lacking<'_>> = Vec::new();
    for (ours, header) in declaration.columns() {
        let figure = figure_column(ours);
        wide |= figure.is_some();
        let Some((column, how)) = by_header.found(header, sheet) else {
            lacking.push(Lacking { header, ours });
            continue;
        };
        match figure {
            Some((period, phase, direction)) => columns.figures.push(FigureColumn {
                period,
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
        taken[column] = how;
    }
    for (column, header) in sheet.headers.iter().enumerate() {
        if taken[column] != Taken::Not || header.is_empty() {
            continue;
        }
        let figure = read_figure(header, declaration).filter(|_| schema.may_be_wide());
        if let Some((period, phase, direction)) = figure {
            wide = true;
            columns.figures.push(FigureColumn {
                period,
                phase,
                direction,
                column,
            });
            continue;
        }
        columns.extra.push((header.clone(), column));
    }
    columns.figures.sort_by_key(|figure| figure.column);
    let again = repeated(sheet, schema, &columns, &by_header, &taken, findings);
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
            || field.localised && texts.any_column(&columns, name)
            || declaration.constants.contains_key(name)
            || field.or.is_some_and(|other| {
                columns.by_name.contains_key(other) || declaration.constants.contains_key(other)
            })
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
    named_elsewhere(sheet, declaration, &columns, findings);
    let mut told = again;
    told.extend(nearly_ours(sheet, &columns, &known, &refused, findings));
    told.extend(nearly_figures(sheet, schema, &columns, findings));
    // One that is missing is most likely one of those that nothing is made of, under another name.
    if lacking.is_empty() {
        unused(sheet, schema, &columns, &told, findings);
    }
    (before || !findings.has_errors()).then_some(columns)
}

/// Whether a column has a name of ours, and by what it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Not,
    ByHeader,
    /// Where headers say the same, or nothing.
    ByLetter,
}

/// The first column of each header, and those that say the same in other letters.
struct ByHeader<'sheet> {
    exact: HashMap<&'sheet str, usize>,
    plain: HashMap<String, usize>,
    /// A column whose header stands before it already, and the first one of that header.
    again: Vec<(usize, usize)>,
}

impl<'sheet> ByHeader<'sheet> {
    fn of(sheet: &'sheet Sheet) -> ByHeader<'sheet> {
        let mut by_header = ByHeader {
            exact: HashMap::with_capacity(sheet.headers.len()),
            plain: HashMap::with_capacity(sheet.headers.len()),
            again: Vec::new(),
        };
        let headers = sheet.headers.iter().enumerate();
        for (column, header) in headers.filter(|(_, header)| !header.is_empty()) {
            let first = *by_header.exact.entry(header).or_insert(column);
            if first < column {
                by_header.again.push((column, first));
            }
            by_header.plain.entry(plain(header)).or_insert(column);
        }
        by_header
    }

    /// The column of this header, or of this letter where no header says so.
    fn found(&self, header: &str, sheet: &Sheet) -> Option<(usize, Taken)> {
        let named = self.get(header).map(|column| (column, Taken::ByHeader));
        named.or_else(|| {
            let column = lettered(header, sheet.first_column)?;
            (column < sheet.headers.len()).then_some((column, Taken::ByLetter))
        })
    }

    fn get(&self, header: &str) -> Option<usize> {
        let exact = self.exact.get(header);
        exact.or_else(|| self.plain.get(&plain(header))).copied()
    }
}

/// A header without what people write now one way and now another: capital letters, and what stands
/// between words.
pub(super) fn plain(header: &str) -> String {
    let words = header.split(|letter: char| letter.is_whitespace() || matches!(letter, '_' | '-'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("_").to_lowercase()
}

/// Tells a second column of the same name, or of the same period and phase, if it would be read.
fn repeated(
    sheet: &Sheet,
    schema: &Schema,
    columns: &Columns,
    by_header: &ByHeader<'_>,
    taken: &[Taken],
    findings: &mut Findings,
) -> BTreeSet<usize> {
    let again = by_header.again.iter().copied();
    let is_read = |(column, first): &(usize, usize)| {
        taken[*column] != Taken::ByLetter && (schema.is_open || taken[*first] == Taken::ByHeader)
    };
    let mut again: Vec<(usize, usize)> = again.filter(is_read).collect();
    let mut firsts = HashMap::with_capacity(columns.figures.len());
    for figure in &columns.figures {
        let key = (figure.period, figure.phase, figure.direction);
        let first = *firsts.entry(key).or_insert(figure.column);
        if first < figure.column {
            again.push((figure.column, first));
        }
    }
    again.sort_unstable();
    again.dedup();
    for (column, first) in &again {
        let (column, first) = (*column, *first);
        findings.push(diagnostic!(
            codes::data::REPEATED_COLUMN,
            sheet.cell_place(sheet.header_row, column).place(None),
            header = &sheet.headers[column],
            first = sheet.cell_place(sheet.header_row, first)
        ));
    }
    again.into_iter().map(|(column, _)| column).collect()
}

/// Which figures stand below this header, in the words of the file too.
pub(super) fn read_figure(
    header: &str,
    declaration: &Declaration,
) -> Option<(Period, Phase, Option<Direction>)> {
    let OfKind::Budget(of) = &declaration.rules.of else {
        return None;
    };
    figure_header(
        header,
        |word| of.phases.get(word).copied(),
        |word| of.directions.get(word).copied(),
    )
}

/// Tells the columns that say what codes mean where another table says it.
fn named_elsewhere(
    sheet: &Sheet,
    declaration: &Declaration,
    columns: &Columns,
    findings: &mut Findings,
) {
    let OfKind::Budget(of) = &declaration.rules.of else {
        return;
    };
    let is_told = |name: &str| name == "parent" || name == "label" || name.starts_with("label_");
    let mut told: Vec<usize> = columns
        .names()
        .filter_map(|(column, name)| is_told(name).then_some(column))
        .collect();
    told.sort_unstable();
    if let (Some(first), false) = (told.first(), of.categories.is_empty()) {
        findings.push(diagnostic!(
            codes::cells::NAMED_ELSEWHERE,
            sheet.cell_place(sheet.header_row, *first).place(None),
            columns = list(told.iter().map(|column| named(sheet, *column))),
            toml = &findings.toml
        ));
    }
}

/// `Note (F)`
fn named(sheet: &Sheet, column: usize) -> String {
    let letters = column_letters(sheet.column(column));
    format!("{} ({letters})", sheet.headers[column])
}

/// Tells, once, the columns that nobody reads.
fn unused(
    sheet: &Sheet,
    schema: &Schema,
    columns: &Columns,
    told: &BTreeSet<usize>,
    findings: &mut Findings,
) {
    let unused = columns.extra.iter();
    let unused = unused.filter(|(_, column)| !schema.is_open && !told.contains(column));
    let unused: Vec<&(String, usize)> = unused.collect();
    if let Some((_, first)) = unused.first() {
        let names = unused.iter().map(|(_, column)| named(sheet, *column));
        findings.push(diagnostic!(
            codes::data::UNUSED_COLUMNS,
            sheet.cell_place(sheet.header_row, *first).place(None),
            columns = list(names),
            toml = &findings.toml
        ));
    }
}

/// Tells headers that name a period and, but for a slip, a phase: `2025 aproved`. Which they are.
fn nearly_figures(
    sheet: &Sheet,
    schema: &Schema,
    columns: &Columns,
    findings: &mut Findings,
) -> BTreeSet<usize> {
    let mut told = BTreeSet::new();
    for (header, column) in &columns.extra {
        let meant = mended_figure_header(header).filter(|_| schema.may_be_wide());
        if let Some(meant) = meant {
            findings.push(diagnostic!(
                codes::data::NEARLY_A_COLUMN,
                sheet.cell_place(sheet.header_row, *column).place(None),
                header = header,
                meant = meant
            ));
            told.insert(*column);
        }
    }
    told
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
    taken: &[Taken],
    findings: &mut Findings,
) {
    if lacking.is_empty() {
        return;
    }
    let named = sheet.headers.iter().zip(taken);
    let named = named.filter(|(header, _)| !header.is_empty());
    let headers = Candidates::of(named.clone().map(|(header, _)| header.as_str()));
    let free = named.filter(|(_, taken)| **taken == Taken::Not);
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
) -> BTreeSet<usize> {
    let mut told = BTreeSet::new();
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
            told.insert(*column);
        }
    }
    told
}
