//! Contacts, services, events … and tables of an author's own → [`Table`], each column as declared.

use super::columns::Columns;
use super::declaration::{Declaration, Holds};
use super::findings::Findings;
use super::sheet::{CellPlace, Sheet};
use super::{Kind, Money, values};
use crate::diagnostic::{Candidates, codes, diagnostic, list};
use rust_decimal::Decimal;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A table whose columns are known by name.
#[derive(Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<TableRow>,
}

/// A column by our name, with the header it has in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub header: String,
    pub holds: Holds,
}

/// One row; as many cells as there are columns.
#[derive(Debug)]
pub struct TableRow {
    pub cells: Vec<TableCell>,
    pub cell: CellPlace,
}

/// What a cell holds, as its column declares.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    Empty,
    Text(String),
    /// A number; of a column of amounts, in units of the currency.
    Number(Decimal),
    Year(i16),
}

/// The columns that a kind of table must and may have.
pub(super) fn schema(kind: Kind) -> (&'static [&'static str], &'static [(&'static str, Holds)]) {
    match kind {
        Kind::Comparators => (
            &["id", "unit_cost", "source"],
            &[
                ("id", Holds::Code),
                ("unit_cost", Holds::Number),
                ("currency", Holds::Code),
                ("year", Holds::Year),
                ("source", Holds::Text),
            ],
        ),
        Kind::Services => (&[], &[("fee", Holds::Amount), ("days", Holds::Number)]),
        Kind::Scorecards => (
            &[],
            &[
                ("user", Holds::Number),
                ("provider", Holds::Number),
                ("agreed", Holds::Number),
                ("n", Holds::Number),
            ],
        ),
        Kind::Contacts => (
            &[],
            &[
                ("phone", Holds::Code),
                ("email", Holds::Code),
                ("place", Holds::Code),
            ],
        ),
        Kind::Budget
        | Kind::Categories
        | Kind::Places
        | Kind::Commitments
        | Kind::Projects
        | Kind::Events
        | Kind::Table => (&[], &[]),
    }
}

/// Reads every column of the sheet that has a header.
pub(super) fn read(
    sheet: &Sheet,
    columns: &Columns,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Table {
    let (_, known) = schema(declaration.kind);
    let mut table = Table::default();
    let mut positions = Vec::new();
    let mut own_names: HashMap<&str, &str> = HashMap::new();
    for (ours, theirs) in declaration.columns() {
        own_names.entry(theirs).or_insert(ours);
    }
    for (position, header) in sheet.headers.iter().enumerate() {
        if header.is_empty() {
            continue;
        }
        let own = own_names.get(header.as_str());
        let name = own.map_or(header.as_str(), |ours| ours);
        let holds = declaration
            .schema
            .get(name)
            .copied()
            .or_else(|| {
                known
                    .iter()
                    .find(|(other, _)| *other == name)
                    .map(|(_, holds)| *holds)
            })
            .unwrap_or(Holds::Text);
        table.columns.push(Column {
            name: name.to_owned(),
            header: header.clone(),
            holds,
        });
        positions.push(position);
    }
    let names: BTreeSet<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
    let headers = LazyCell::new(|| {
        let columns = table.columns.iter();
        Candidates::of(columns.map(|column| column.name.as_str()))
    });
    for name in declaration.schema.keys() {
        if columns.index(name).is_none() && !names.contains(name.as_str()) {
            let place = sheet.cell_place(sheet.header_row, 0).place(None);
            findings.push(
                diagnostic!(
                    codes::data::MISSING_COLUMN,
                    place,
                    column = name,
                    ours = name,
                    headers = headers.list(),
                    toml = &findings.toml
                )
                .did_you_mean(name, &headers),
            );
        }
    }
    for row in &sheet.rows {
        let mut cells = Vec::with_capacity(table.columns.len());
        for (column, position) in table.columns.iter().zip(&positions) {
            let cell = sheet.cell_place(row.number, *position);
            cells.push(read_cell(
                &row.cells[*position],
                column,
                &cell,
                declaration,
                findings,
            ));
        }
        table.rows.push(TableRow {
            cells,
            cell: sheet.cell_place(row.number, 0),
        });
    }
    repeated_ids(&table, sheet, findings);
    table
}

fn read_cell(
    value: &super::sheet::Value,
    column: &Column,
    cell: &CellPlace,
    declaration: &Declaration,
    findings: &mut Findings,
) -> TableCell {
    use super::sheet::Value;
    if let Value::Error(read) = value {
        findings.push(diagnostic!(
            codes::data::SPREADSHEET_ERROR,
            cell.place(None),
            read = read
        ));
        return TableCell::Empty;
    }
    if let Value::Unsaved(formula) = value {
        findings.push(diagnostic!(
            codes::data::UNSAVED_FORMULA,
            cell.place(None),
            formula = formula
        ));
        return TableCell::Empty;
    }
    match column.holds {
        Holds::Text | Holds::Code => match values::text(value) {
            None => TableCell::Empty,
            Some(text) => {
                let (text, invisible) = values::clean_label(&text);
                if !invisible.is_empty() {
                    findings.push(values::invisible_problem(
                        &text,
                        &invisible,
                        cell.place(None),
                    ));
                }
                // Contacts are called from sentences, as often as an author likes.
                if declaration.kind == Kind::Contacts {
                    let place = || cell.place(None);
                    let problem = values::too_long(&column.header, &text, place);
                    problem
                        .into_iter()
                        .for_each(|problem| findings.push(problem));
                }
                if text.is_empty() {
                    TableCell::Empty
                } else {
                    TableCell::Text(text)
                }
            }
        },
        Holds::Year => match values::text(value) {
            None => TableCell::Empty,
            Some(text) => match values::year(&text, declaration.buddhist_era) {
                Some(year) => TableCell::Year(year),
                None => {
                    findings.push(diagnostic!(
                        codes::data::NOT_A_YEAR,
                        cell.place(None),
                        read = text.trim()
                    ));
                    TableCell::Empty
                }
            },
        },
        Holds::Number | Holds::Amount => match values::decimal(value, &declaration.separators) {
            Ok(None) => TableCell::Empty,
            Ok(Some(number)) => {
                let scale = if column.holds == Holds::Amount {
                    declaration.scale
                } else {
                    Decimal::ONE
                };
                match Money::of(number, scale) {
                    Some(number) => TableCell::Number(number.value()),
                    None => {
                        let problem = values::too_large(number, cell.place(None), &findings.toml);
                        findings.push(problem);
                        TableCell::Empty
                    }
                }
            }
            Err(problem) => {
                let problem =
                    values::number_problem(problem, cell.place(None), declaration, &findings.toml);
                findings.push(problem);
                TableCell::Empty
            }
        },
    }
}

/// A column `id` or `code` names its rows, so no value may stand twice.
fn repeated_ids(table: &Table, sheet: &Sheet, findings: &mut Findings) {
    let Some(column) = table
        .columns
        .iter()
        .position(|column| column.name == "id" || column.name == "code")
    else {
        return;
    };
    let mut rows: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for row in &table.rows {
        if let TableCell::Text(id) = &row.cells[column] {
            rows.entry(id).or_default().push(row.cell.row);
        }
    }
    for (id, rows) in rows {
        if rows.len() > 1 {
            let place = sheet.cell_place(rows[1], column).place(None);
            findings.push(diagnostic!(
                codes::data::REPEATED_CODE,
                place,
                code = id,
                toml = &findings.toml,
                rows = list(rows)
            ));
        }
    }
}
