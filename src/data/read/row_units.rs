//! What each row says in a column `currency` or `unit` → compared with the declaration.
//!
//! A row in dollars that is read as one in riel is four thousand times too small. Each cell is looked at
//! once, and each word told once.

use super::columns::plain;
use super::{Grid, Said, roles};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Kind, Schema, unit_of_header};
use crate::diagnostic::{codes, diagnostic};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub(super) fn check(
    grid: &Grid,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) {
    if roles::amounts(grid, declaration, schema).is_empty() {
        return;
    }
    for name in ["currency", "unit"] {
        let headers = &grid.sheet.headers;
        let called = || headers.iter().position(|header| plain(header) == name);
        if let Some(column) = grid.columns.index(name).or_else(called) {
            compare(grid, name, column, declaration, findings);
        }
    }
}

/// Whether a row says that its figure is a percentage, which is no money anywhere.
fn is_share(unit: &str) -> bool {
    let unit = unit.to_lowercase();
    ["%", "percent", "per cent", "percentage", "ភាគរយ"].contains(&unit.as_str())
}

fn compare(
    grid: &Grid,
    name: &str,
    column: usize,
    declaration: &Declaration,
    findings: &mut Findings,
) {
    let mut words: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    for row in grid.rows() {
        // What is no text is told where the row is read.
        if let Said::Text(word) = grid.silent(&row, column) {
            match words.get_mut(&*word) {
                Some((_, count)) => *count += 1,
                None => {
                    words.insert(word.into_owned(), (row.number, 1));
                }
            }
        }
    }
    let declared = &declaration.reading;
    for (read, (row, count)) in words {
        let place = grid.sheet.cell_place(row, column).place(None);
        let unit = unit_of_header(&read);
        let toml = &findings.toml;
        let is_ours = read.eq_ignore_ascii_case(&declared.currency);
        let currency = match (unit.currency, name) {
            _ if is_ours => None,
            (Some(currency), _) => Some(currency.to_owned()),
            // A word that is no currency of ours may be another's.
            (None, "currency") => Some(read.clone()),
            (None, _) => None,
        };
        if let Some(currency) = currency.filter(|currency| *currency != declared.currency) {
            findings.push(diagnostic!(
                codes::cells::CURRENCY_OF_ROW,
                place,
                read = currency,
                declared = &declared.currency,
                count = count,
                toml = toml
            ));
            continue;
        }
        if name == "currency" {
            continue;
        }
        let is_money = is_ours || unit.currency.is_some();
        let scale = unit.scale.or(is_money.then_some(Decimal::ONE));
        // In a table of an author's own a unit may be of something else.
        let is_wrong = match scale {
            Some(scale) => scale != declared.scale,
            None => declaration.kind() == Kind::Budget || is_share(&read),
        };
        if is_wrong {
            findings.push(diagnostic!(
                codes::cells::UNIT_OF_ROW,
                place,
                read = &read,
                scale = declared.scale.normalize(),
                currency = &declared.currency,
                count = count,
                toml = toml
            ));
        }
    }
}
