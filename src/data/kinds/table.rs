//! Contacts, services, events … and tables of an author's own → [`Table`], each column as declared.

use crate::data::declaration::{Declaration, Findings, OfTable};
use crate::data::model::{
    Column, Constraints, Holds, Kind, Money, Needed, Schema, Table, TableCell, TableRow, too_long,
    year,
};
use crate::data::read::{Grid, Row, Sheet, Value, each_row, values};
use crate::diagnostic::{Candidates, codes, diagnostic, list};
use rust_decimal::Decimal;
use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap};

/// Reads every column of the sheet that has a header.
pub(crate) fn read(
    grids: &[Grid],
    declaration: &Declaration,
    of: &OfTable,
    findings: &mut Findings,
) -> Table {
    let [grid, others @ ..] = grids else {
        return Table::default();
    };
    let sheet = &grid.sheet;
    let known = super::schema(of.kind);
    let mut table = Table::default();
    let mut own_names: HashMap<usize, &str> = HashMap::new();
    for (column, ours) in grid.columns.names() {
        own_names.entry(column).or_insert(ours);
    }
    for (position, header) in sheet.headers.iter().enumerate() {
        if header.is_empty() {
            continue;
        }
        let own = own_names.get(&position);
        let name = own.map_or(header.as_str(), |ours| ours);
        let holds = of
            .schema
            .get(name)
            .copied()
            .or_else(|| known.field(name).map(|field| field.holds))
            .unwrap_or(Holds::Text);
        table.columns.push(Column {
            name: name.to_owned(),
            header: header.clone(),
            holds,
            constraints: constraints(name, of, &known),
            position,
        });
    }
    let names: BTreeSet<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
    let headers = LazyCell::new(|| {
        let columns = table.columns.iter();
        Candidates::of(columns.map(|column| column.name.as_str()))
    });
    for name in of.columns.keys() {
        if grid.columns.index(name).is_none() && !names.contains(name.as_str()) {
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
    for other in others {
        let shape = |sheet: &Sheet| (sheet.headers.clone(), sheet.first_column);
        if shape(&other.sheet) != shape(sheet) {
            let place = other
                .sheet
                .cell_place(other.sheet.header_row, 0)
                .place(None);
            findings.push(diagnostic!(
                codes::datasets::SHEETS_OF_OTHER_SHAPE,
                place,
                headers = list(&other.sheet.headers),
                first = list(&sheet.headers),
                sheet = sheet.name.as_deref().unwrap_or_default()
            ));
            return table;
        }
    }
    for (grid, row) in each_row(grids) {
        let row = &*row;
        let mut cells = Vec::with_capacity(table.columns.len());
        for column in &table.columns {
            cells.push(read_cell(grid, row, column, declaration, findings));
        }
        table.rows.push(TableRow {
            cells,
            cell: grid.sheet.cell_place(row.number, 0),
        });
    }
    table
}

/// What is declared of a column, and what its kind knows of it.
fn constraints(name: &str, of: &OfTable, known: &Schema) -> Constraints {
    let declared = of.columns.get(name);
    let mut constraints = declared.map_or(Constraints::NONE, |own| own.constraints.clone());
    let field = known.field(name).filter(|field| !field.localised);
    constraints.required |= field.is_some_and(|field| field.needed == Needed::Value);
    constraints
}

fn read_cell(
    grid: &Grid,
    row: &Row,
    column: &Column,
    declaration: &Declaration,
    findings: &mut Findings,
) -> TableCell {
    let position = column.position;
    let value = &row.cells[position];
    let cell = grid.sheet.cell_place(row.number, position);
    if *value == Value::Empty && column.constraints.required {
        findings.push(diagnostic!(
            codes::datasets::REQUIRED_BUT_BLANK,
            cell.place(None),
            column = &column.header
        ));
    }
    match column.holds {
        Holds::Date => match values::day(value) {
            Ok(day) => day.map_or(TableCell::Empty, TableCell::Day),
            Err(read) => {
                findings.push(diagnostic!(
                    codes::datasets::NOT_A_DAY,
                    cell.place(None),
                    read = read,
                    column = &column.header
                ));
                TableCell::Empty
            }
        },
        Holds::Truth => {
            let Some(text) = grid.said_at(row, position, findings).text() else {
                return TableCell::Empty;
            };
            match values::truth(&text) {
                Some(truth) => TableCell::Text(truth.to_string()),
                None => {
                    findings.push(diagnostic!(
                        codes::datasets::NEITHER_TRUE_NOR_FALSE,
                        cell.place(None),
                        read = text,
                        column = &column.header
                    ));
                    TableCell::Empty
                }
            }
        }
        Holds::Text | Holds::Code | Holds::Codes | Holds::Word(_) => {
            let Some(text) = grid.said_at(row, position, findings).text() else {
                return TableCell::Empty;
            };
            findings.extend(values::invisible_problem(value, || cell.place(None)));
            // Contacts are called from sentences, as often as an author likes.
            if declaration.kind() == Kind::Contacts {
                findings.extend(too_long(&column.header, &text, || cell.place(None)));
            }
            TableCell::Text(text.into_owned())
        }
        Holds::Year => {
            let Some(text) = grid.said_at(row, position, findings).text() else {
                return TableCell::Empty;
            };
            match year(&text, declaration.reading.buddhist_era) {
                Some(year) => TableCell::Year(year),
                None => {
                    findings.push(diagnostic!(
                        codes::data::NOT_A_YEAR,
                        cell.place(None),
                        read = text
                    ));
                    TableCell::Empty
                }
            }
        }
        Holds::Number | Holds::Whole | Holds::Amount => {
            match values::decimal(value, &declaration.reading.separators) {
                Ok(None) => TableCell::Empty,
                Ok(Some(number)) => {
                    let scale = if column.holds == Holds::Amount {
                        declaration.reading.scale
                    } else {
                        Decimal::ONE
                    };
                    match Money::of(number, scale) {
                        Some(number) => TableCell::Number(number.value()),
                        None => {
                            let problem =
                                values::too_large(number, cell.place(None), &findings.toml);
                            findings.push(problem);
                            TableCell::Empty
                        }
                    }
                }
                Err(problem) => {
                    let problem = values::number_problem(
                        problem,
                        cell.place(None),
                        declaration,
                        &findings.toml,
                    );
                    findings.push(problem);
                    TableCell::Empty
                }
            }
        }
    }
}
