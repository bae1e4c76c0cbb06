//! Codes, years and phone numbers as a spreadsheet changed them → told as that, with the way out.
//!
//! `1-2` becomes a day, `012 345 678` a number without its zero, `855123456789` becomes `8.55E+11`, and a
//! program that writes tables makes `102.0` of 102. Each cell is looked at once, together with its
//! spelling, and each kind of it told once a column.

use super::columns::plain;
use super::rows::Rows;
use super::split::code_and_name;
use super::{Grid, Value, roles};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Holds, Schema};
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use std::collections::{BTreeMap, BTreeSet};

/// What a spreadsheet made of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    /// A day.
    Day,
    /// A number with decimals, at the end of which zeros are lost.
    Fraction,
    /// `102.0`
    PointZero,
    /// `8.55E+11`
    Power,
    /// `####`
    TooNarrow,
    /// A phone number without its zero.
    Phone,
    /// Nothing: a name stands behind the code.
    Named,
}

/// What the columns of a sheet are.
struct Roles {
    codes: BTreeSet<usize>,
    years: BTreeSet<usize>,
    numbers: BTreeSet<usize>,
    phones: BTreeSet<usize>,
}

/// What people call a column of phone numbers.
const PHONES: [&str; 9] = [
    "phone",
    "phone_number",
    "telephone",
    "tel",
    "mobile",
    "hotline",
    "ទូរស័ព្ទ",
    "លេខទូរស័ព្ទ",
    "លេខទូរសព្ទ",
];

pub(super) fn check(
    grid: &Grid,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) {
    let roles = Roles::of(grid, declaration, schema);
    let mut told: BTreeMap<(usize, Change), (u32, String, usize)> = BTreeMap::new();
    let mut tell = |row: u32, column: usize, change: Option<Change>, read: &dyn Fn() -> String| {
        if let Some(change) = change {
            let first = told.entry((column, change));
            first.or_insert_with(|| (row, read(), 0)).2 += 1;
        }
    };
    grid.sheet
        .check_texts(declaration, findings, |row, column, text| {
            tell(row, column, roles.of_text(column, text), &|| {
                text.to_owned()
            });
        });
    if let Rows::Kept(rows) = &grid.sheet.rows {
        for row in rows {
            for (column, value) in row.cells.iter().enumerate() {
                let change = roles.of_value(column, value);
                tell(row.number, column, change, &|| {
                    super::header::shown(value).into_owned()
                });
            }
        }
    }
    for ((column, change), (row, read, count)) in told {
        let place = grid.sheet.cell_place(row, column).place(None);
        let header = &grid.sheet.headers[column];
        let ours = grid.columns.names().find(|(own, _)| *own == column);
        let ours = ours.map_or(header.as_str(), |(_, name)| name);
        findings.push(problem(change, place, &read, count, ours, &findings.toml));
    }
}

fn problem(
    change: Change,
    place: Place,
    read: &str,
    count: usize,
    ours: &str,
    toml: &str,
) -> Diagnostic {
    match change {
        Change::Day => diagnostic!(codes::cells::DAY_AS_CODE, place, read = read, count = count),
        Change::Fraction => {
            diagnostic!(
                codes::cells::FRACTION_AS_CODE,
                place,
                read = read,
                count = count
            )
        }
        Change::PointZero => {
            let meant = read.strip_suffix(".0").unwrap_or(read);
            diagnostic!(
                codes::cells::POINT_ZERO,
                place,
                read = read,
                meant = meant,
                count = count
            )
        }
        Change::Power => diagnostic!(
            codes::cells::POWER_OF_TEN,
            place,
            read = read,
            count = count
        ),
        Change::TooNarrow => {
            diagnostic!(codes::cells::TOO_NARROW, place, read = read, count = count)
        }
        Change::Phone => {
            diagnostic!(
                codes::cells::PHONE_WITHOUT_ZERO,
                place,
                read = read,
                count = count
            )
        }
        Change::Named => diagnostic!(
            codes::cells::CODE_WITH_NAME,
            place,
            read = read,
            column = ours,
            count = count,
            toml = toml
        ),
    }
}

impl Roles {
    fn of(grid: &Grid, declaration: &Declaration, schema: &Schema) -> Roles {
        let named = |name: &str| PHONES.contains(&plain(name).as_str());
        let headers = grid.sheet.headers.iter().enumerate();
        let headers = headers.filter(|(_, header)| named(header));
        let mut phones: BTreeSet<usize> = headers.map(|(column, _)| column).collect();
        phones.extend(grid.columns.index("phone"));
        let mut codes = roles::codes(grid, declaration, schema);
        codes.retain(|column| !phones.contains(column));
        Roles {
            codes,
            years: roles::columns(grid, declaration, schema, |holds| holds == Holds::Year),
            numbers: roles::numbers(grid, declaration, schema),
            phones,
        }
    }

    fn of_text(&self, column: usize, text: &str) -> Option<Change> {
        let first = *text.as_bytes().first()?;
        if first == b'#' && text.len() > 1 && text.bytes().all(|byte| byte == b'#') {
            return Some(Change::TooNarrow);
        }
        let is_name = self.codes.contains(&column) || self.phones.contains(&column);
        let is_year = self.years.contains(&column);
        if !is_name && !is_year && !self.numbers.contains(&column) {
            return None;
        }
        if first.is_ascii_digit() && is_power_of_ten(text) {
            return Some(Change::Power);
        }
        if (is_name || is_year) && is_point_zero(text) {
            return Some(Change::PointZero);
        }
        if self.phones.contains(&column) && lacks_zero(text) {
            return Some(Change::Phone);
        }
        let is_named = self.codes.contains(&column) && code_and_name(text).is_some();
        is_named.then_some(Change::Named)
    }

    fn of_value(&self, column: usize, value: &Value) -> Option<Change> {
        let is_code = self.codes.contains(&column);
        let is_phone = self.phones.contains(&column);
        match value {
            Value::Date(_) if is_code || is_phone => Some(Change::Day),
            Value::Number(number) if is_code && !number.fract().is_zero() => Some(Change::Fraction),
            Value::Number(number) if is_phone => {
                let lacks = lacks_zero(&number.normalize().to_string());
                lacks.then_some(Change::Phone)
            }
            _ => None,
        }
    }
}

/// `8.55E+11`, `1,2E+08`
fn is_power_of_ten(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let is_digit = |byte: u8| byte.is_ascii_digit();
    let power = power.strip_prefix('+').or(power.strip_prefix('-'));
    let is_number = |byte: u8| is_digit(byte) || matches!(byte, b'.' | b',');
    digits.bytes().all(is_number)
        && power.is_some_and(|it| !it.is_empty() && it.bytes().all(is_digit))
}

fn is_point_zero(text: &str) -> bool {
    let whole = text.strip_suffix(".0");
    whole.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a number in Cambodia would be whole with a zero before it: eight or nine digits follow one.
/// Those of a few digits are of services, and longer ones have the code of a country.
fn lacks_zero(text: &str) -> bool {
    let digits = text
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '-' | '.' | '\u{a0}'));
    let digits: String = digits.collect();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && (8..=9).contains(&digits.len()) && !digits.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_made_of_a_number_is_known() {
        for power in ["8.55E+11", "1,2E+08", "1e+5", "1.2E-05"] {
            assert!(is_power_of_ten(power), "{power}");
        }
        for other in ["E5", "12E", "1E5", "12", "1.2 E+08", "1E+", "AE+05"] {
            assert!(!is_power_of_ten(other), "{other}");
        }
        for phone in ["12345678", "12 345 678", "97-123-4567", "971234567"] {
            assert!(lacks_zero(phone), "{phone}");
        }
        for other in [
            "012345678",
            "1280",
            "+855 12 345 678",
            "85512345678",
            "117",
            "0971234567",
        ] {
            assert!(!lacks_zero(other), "{other}");
        }
        assert!(is_point_zero("102.0") && is_point_zero("2025.0"));
        assert!(!is_point_zero("1.10") && !is_point_zero(".0") && !is_point_zero("1.1.0"));
    }
}
