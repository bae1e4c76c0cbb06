//! Cells that a spreadsheet shows otherwise than it keeps them → read as they are shown, where that is a
//! name, or told: a scale, a currency or a share that is not what is declared, and cells that are hidden.
//!
//! Each cell is looked at once, and each kind of it told once a column.

use super::number_format::NumberFormat;
use super::rows::Rows;
use super::stated_unit::scale_said;
use super::{Grid, Value, roles};
use crate::data::declaration::{Declaration, Findings, Unseen};
use crate::data::model::Schema;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// How a cell is shown that is kept otherwise.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shows {
    Nothing,
    /// Zeros that are not kept.
    Zeros,
    /// A share in a column of amounts, or of other numbers.
    Share,
    ShareOfAmounts,
    /// What a 1 stands for, which is not what is declared.
    Scale(Decimal),
    Currency(&'static str),
}

/// The first such cell of a column.
struct First {
    row: u32,
    read: String,
    code: String,
    count: usize,
}

pub(super) fn check(
    grid: &mut Grid,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) {
    if grid.sheet.formats.is_empty() {
        return;
    }
    let amounts = roles::amounts(grid, declaration, schema);
    let numbers = roles::numbers(grid, declaration, schema);
    let mut told: BTreeMap<(usize, Shows), First> = BTreeMap::new();
    let Rows::Kept(mut rows) = std::mem::replace(&mut grid.sheet.rows, Rows::Kept(Vec::new()))
    else {
        unreachable!("only rows of workbooks have formats, and those are kept")
    };
    let said: BTreeMap<usize, Option<Decimal>> = amounts
        .iter()
        .map(|column| (*column, scale_said(&grid.sheet, *column)))
        .collect();
    for row in &mut rows {
        for (column, cell) in row.cells.iter_mut().enumerate() {
            let Some(format) = grid.sheet.formats.at(row.number, grid.sheet.column(column)) else {
                continue;
            };
            // What is left out by its column is nobody's.
            if grid.sheet.headers[column].is_empty() {
                continue;
            }
            let mut tell = |shows: Shows, read: String| {
                let first = told.entry((column, shows)).or_insert_with(|| First {
                    row: row.number,
                    read,
                    code: format.code.clone(),
                    count: 0,
                });
                first.count += 1;
            };
            let hides = match &*cell {
                Value::Number(number) => format.section_of(*number).is_empty && !number.is_zero(),
                Value::Text(_) => format.hides_texts(),
                _ => false,
            };
            if hides {
                match declaration.dialect.unseen {
                    Unseen::Refuse => tell(Shows::Nothing, super::header::shown(cell).into_owned()),
                    Unseen::Skip => {
                        *cell = Value::Empty;
                        grid.sheet.tally.leave_out_cell(column);
                    }
                    Unseen::Read => {}
                }
                continue;
            }
            let Value::Number(number) = *cell else {
                continue;
            };
            if amounts.contains(&column) {
                for shows in conflicts(format, number, said[&column], declaration) {
                    tell(shows, number.normalize().to_string());
                }
                continue;
            }
            let is_share = format.section_of(number).is_percent;
            if numbers.contains(&column) {
                if is_share {
                    tell(Shows::Share, number.normalize().to_string());
                }
            } else if let Some(shown) = format.with_zeros(number) {
                *cell = Value::written(&shown);
                tell(Shows::Zeros, shown);
            } else if let Some(share) = number
                .checked_mul(Decimal::ONE_HUNDRED)
                .filter(|_| is_share)
            {
                *cell = Value::written(&format!("{}%", share.normalize()));
            }
        }
    }
    grid.sheet.rows = Rows::Kept(rows);
    for ((column, shows), first) in told {
        let place = grid.sheet.cell_place(first.row, column).place(None);
        findings.push(problem(shows, first, place, declaration));
    }
}

/// In which ways a format contradicts the declaration; words in the header, above it or in the name of
/// the sheet may have said a scale, of what is shown.
fn conflicts(
    format: &NumberFormat,
    number: Decimal,
    said: Option<Decimal>,
    declaration: &Declaration,
) -> Vec<Shows> {
    let section = format.section_of(number);
    let mut found = Vec::new();
    if section.is_percent {
        found.push(Shows::ShareOfAmounts);
    }
    // What words say of the scale is compared elsewhere, with what the format divides by.
    let own = section.unit.scale.is_some() || said.is_none();
    if let Some(scale) = section.scale().filter(|_| own)
        && scale != declaration.reading.scale
    {
        found.push(Shows::Scale(scale.normalize()));
    }
    if let Some(currency) = section.unit.currency
        && currency != declaration.reading.currency
    {
        found.push(Shows::Currency(currency));
    }
    found
}

fn problem(shows: Shows, first: First, place: Place, declaration: &Declaration) -> Diagnostic {
    let First {
        read, code, count, ..
    } = first;
    let toml = &declaration.toml;
    match shows {
        Shows::Nothing => diagnostic!(
            codes::cells::HIDDEN_BY_FORMAT,
            place,
            read = read,
            format = code,
            count = count,
            toml = toml
        ),
        Shows::Zeros => diagnostic!(
            codes::cells::ZEROS_OF_FORMAT,
            place,
            read = read,
            format = code,
            count = count
        ),
        Shows::Share => diagnostic!(
            codes::cells::SHARE_AS_NUMBER,
            place,
            read = read,
            format = code,
            count = count
        ),
        Shows::ShareOfAmounts => diagnostic!(
            codes::cells::SHARE_AS_AMOUNT,
            place,
            read = read,
            format = code,
            count = count,
            toml = toml
        ),
        Shows::Scale(stated) => diagnostic!(
            codes::cells::SCALE_OF_FORMAT,
            place,
            read = read,
            format = code,
            stated = stated,
            declared = declaration.reading.scale.normalize(),
            count = count,
            toml = toml
        ),
        Shows::Currency(stated) => diagnostic!(
            codes::cells::CURRENCY_OF_FORMAT,
            place,
            format = code,
            stated = stated,
            declared = &declaration.reading.currency,
            count = count,
            toml = toml
        ),
    }
}

/// By how much the format of each of these columns divides before a number is shown, as its first cell
/// does.
pub(super) fn divisors(grid: &Grid, columns: &BTreeSet<usize>) -> BTreeMap<usize, Decimal> {
    let mut divisors: BTreeMap<usize, Decimal> = columns
        .iter()
        .map(|column| (*column, Decimal::ONE))
        .collect();
    let sheet = &grid.sheet;
    if sheet.formats.is_empty() {
        return divisors;
    }
    let mut left = columns.clone();
    for row in sheet.rows.iter() {
        left.retain(|column| {
            let Value::Number(number) = row.cells[*column] else {
                return true;
            };
            if let Some(format) = sheet.formats.at(row.number, sheet.column(*column)) {
                let thousands = format.section_of(number).thousands.min(6);
                divisors.insert(*column, Decimal::from(1000_u64.pow(thousands)));
            }
            false
        });
        if left.is_empty() {
            break;
        }
    }
    divisors
}
