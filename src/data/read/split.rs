//! Cells in which a name stands behind a code, `62 - ចំណាយ`, in columns that are declared so → the code,
//! and a column of names beside it if the table has none.

use super::rows::Rows;
use super::{Grid, Value};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Kind, Schema};
use crate::diagnostic::{Candidates, codes, diagnostic};

pub(super) fn check(
    grid: &mut Grid,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) {
    for name in &declaration.dialect.codes_with_names {
        let Some(column) = grid.columns.index(&name.value) else {
            let names = Candidates::of(grid.columns.names().map(|(_, name)| name));
            let unknown = diagnostic!(
                codes::cells::NO_COLUMN_TO_SPLIT,
                name.place(&findings.toml),
                read = &name.value,
                columns = names.list()
            );
            findings.push(unknown.did_you_mean(&name.value, &names));
            continue;
        };
        let names = split(grid, column);
        let text = match (declaration.kind(), name.value.as_str()) {
            (Kind::Places, "code") => "name",
            (Kind::Budget | Kind::Categories, "code") => "label",
            // Where another table tells the name, it is the one that counts.
            _ => continue,
        };
        let has_text = schema.field(text).is_some() && grid.columns.has_any(text);
        if !has_text {
            grid.add(text, column, names);
        }
    }
}

/// Leaves the codes in the cells, and gives the names.
fn split(grid: &mut Grid, column: usize) -> Vec<Value> {
    let Rows::Kept(rows) = &mut grid.sheet.rows else {
        unreachable!("rows whose cells are changed are kept")
    };
    let split = rows.iter_mut().map(|row| {
        let cell = &mut row.cells[column];
        let parts = match &*cell {
            Value::Text(text) => code_and_name(text.as_str()),
            _ => None,
        };
        let Some((code, name)) = parts else {
            return Value::Empty;
        };
        let (code, name) = (Value::written(code), Value::written(name));
        *cell = code;
        name
    });
    split.collect()
}

/// The code at the beginning of a text and the name behind it: `0102 ឃុំ…`, `62 - ចំណាយ`, `1.2: …`.
pub(super) fn code_and_name(text: &str) -> Option<(&str, &str)> {
    let is_code = |letter: char| {
        letter.is_ascii_alphanumeric() || matches!(letter, '០'..='៩' | '.' | '-' | '/' | '_')
    };
    let end = text.find(|letter| !is_code(letter))?;
    let code = text[..end].trim_end_matches(['.', '-', '/', '_']);
    let parts = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '-' | '–' | '—' | ':' | '៖' | '.' | ')' | '_' | '/')
    };
    let rest = &text[code.len()..];
    let name = rest.trim_start_matches(parts);
    let is_parted = name.len() < rest.len();
    let has_digit = code.chars().any(char::is_numeric);
    let is_name = name.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    (has_digit && is_parted && is_name).then_some((code, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_behind_its_code() {
        for (text, code, name) in [
            ("0102 ឃុំមង្គលបូរី", "0102", "ឃុំមង្គលបូរី"),
            ("62 - ចំណាយបុគ្គលិក", "62", "ចំណាយបុគ្គលិក"),
            ("62-ចំណាយ", "62", "ចំណាយ"),
            ("1.2: Roads", "1.2", "Roads"),
            ("៦២ ចំណាយ", "៦២", "ចំណាយ"),
            ("A1) Water", "A1", "Water"),
        ] {
            assert_eq!(code_and_name(text), Some((code, name)), "{text}");
        }
        for other in [
            "62",
            "0102",
            "ចំណាយ",
            "Roads and bridges",
            "62 -",
            "2 m",
            "1-2",
            "62ចំណាយ",
        ] {
            assert_eq!(code_and_name(other), None, "{other}");
        }
    }
}
