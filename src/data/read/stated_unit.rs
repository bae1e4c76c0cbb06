//! What a table says about the unit of its figures, in headers, above them and in the name of its
//! sheet, beside what is declared; and decimals that no coin has, which a spreadsheet computed.
//!
//! Each cell of amounts is looked at once.

use super::{Grid, Sheet, Value, roles, shown, values};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Schema, StatedUnit, unit_of_header, unit_of_title};
use crate::diagnostic::{Place, codes, diagnostic};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Tells units that are not those of the declaration, and rounds decimals of computed amounts.
pub(crate) fn check(
    grid: &mut Grid,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) {
    let amounts = roles::amounts(grid, declaration, schema);
    if amounts.is_empty() {
        return;
    }
    compare(grid, &amounts, declaration, findings);
    round(grid, &amounts, declaration, findings);
}

/// What words say that a 1 stands for, in the header of a column, above it or in the name of the sheet.
pub(super) fn scale_said(sheet: &Sheet, column: usize) -> Option<Decimal> {
    let header = unit_of_header(&sheet.headers[column]).scale;
    let above = || {
        sheet
            .above
            .iter()
            .find_map(|(_, text)| unit_of_title(text).scale)
    };
    let name = || {
        sheet
            .name
            .as_ref()
            .and_then(|name| unit_of_title(name).scale)
    };
    header.or_else(above).or_else(name)
}

fn compare(
    grid: &Grid,
    amounts: &BTreeSet<usize>,
    declaration: &Declaration,
    findings: &mut Findings,
) {
    let sheet = &grid.sheet;
    // A column whose format divides by a thousand is kept in units a thousand times smaller.
    let divided = shown::divisors(grid, amounts);
    let least = divided.values().copied().min().unwrap_or(Decimal::ONE);
    let named = sheet.name.iter().map(|name| {
        let place = Place::file(&*sheet.path);
        (place, name.to_string(), unit_of_title(name), least)
    });
    let above = sheet.above.iter().map(|(cell, text)| {
        let place = cell.place(None);
        (place, text.clone(), unit_of_title(text), least)
    });
    let headers = amounts.iter().map(|column| {
        let text = &sheet.headers[*column];
        let place = sheet.cell_place(sheet.header_row, *column).place(None);
        (place, text.clone(), unit_of_header(text), divided[column])
    });
    for (place, text, unit, divisor) in named.chain(above).chain(headers) {
        let StatedUnit { scale, currency } = unit;
        let scale = scale.and_then(|scale| Some(scale.checked_div(divisor)?.normalize()));
        let is_other = |scale: &Decimal| *scale != declaration.reading.scale;
        if let Some(scale) = scale.filter(is_other).filter(|_| divisor != Decimal::ONE) {
            findings.push(diagnostic!(
                codes::cells::SCALE_WITH_FORMAT,
                place.clone(),
                read = &text,
                divisor = divisor,
                stated = scale,
                declared = declaration.reading.scale.normalize(),
                toml = &findings.toml
            ));
        } else if let Some(scale) = scale.filter(is_other) {
            findings.push(diagnostic!(
                codes::data::OTHER_SCALE,
                place.clone(),
                read = &text,
                stated = scale,
                declared = declaration.reading.scale.normalize(),
                toml = &findings.toml
            ));
        }
        if let Some(currency) = currency.filter(|it| *it != declaration.reading.currency) {
            findings.push(diagnostic!(
                codes::data::OTHER_CURRENCY,
                place,
                read = &text,
                stated = currency,
                declared = &declaration.reading.currency,
                toml = &findings.toml
            ));
        }
    }
}

/// How many digits a number has that was computed: nobody types as many, and no spreadsheet writes
/// more.
const COMPUTED: RangeInclusive<usize> = 14..=17;

fn round(
    grid: &mut Grid,
    amounts: &BTreeSet<usize>,
    declaration: &Declaration,
    findings: &mut Findings,
) {
    let scale = declaration.reading.scale;
    let places = match declaration.reading.currency.as_str() {
        "KHR" => 0,
        _ => 2,
    };
    let mut first = None;
    let mut count = 0_usize;
    let rows = &mut grid.sheet.rows;
    if !rows.may_hold_numbers_of(*COMPUTED.start()) {
        return;
    }
    for row in rows.keep() {
        for column in amounts {
            let number = match &row.cells[*column] {
                Value::Number(number) => *number,
                // Only a long text can be such a number, so few are read twice.
                long @ Value::Text(text) if text.as_str().len() >= *COMPUTED.start() => {
                    match values::decimal(long, &declaration.reading.separators) {
                        Ok(Some(number)) => number,
                        _ => continue,
                    }
                }
                _ => continue,
            };
            let digits = number
                .normalize()
                .mantissa()
                .unsigned_abs()
                .to_string()
                .len();
            let Some(money) = number
                .checked_mul(scale)
                .filter(|_| COMPUTED.contains(&digits))
            else {
                continue;
            };
            let rounded =
                money.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
            let Some(own) = rounded.checked_div(scale).filter(|_| rounded != money) else {
                continue;
            };
            row.cells[*column] = Value::Number(own.normalize());
            count += 1;
            first = first.or(Some((row.number, *column, number, own)));
        }
    }
    if let Some((row, column, number, own)) = first {
        let own: Decimal = own.normalize();
        findings.push(diagnostic!(
            codes::data::COMPUTED_DECIMALS,
            grid.sheet.cell_place(row, column).place(None),
            read = number,
            rounded = own,
            count = count
        ));
    }
}
