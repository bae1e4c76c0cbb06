//! JSON text → its rows: a list of objects, whose keys are the columns, or a list of lists, of which the
//! first names them. In a `.jsonl` file each line is a row.
//!
//! Rows and columns are numbered as if the list stood in a spreadsheet: the names in row 1, the first
//! object in row 2. What would be dropped by others without a word is a mistake here: a key that stands
//! twice in an object, a list or an object in a cell.

use super::cell::Value;
use super::hidden::Hidden;
use super::number_format::Formats;
use super::room::{Cells, Excess};
use super::rows::Rows;
use super::sheet::{RawRows, Row};
use super::{Format, encoding};
use crate::data::model::CellPlace;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use rust_decimal::Decimal;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

pub(super) const FORMAT: Format = Format {
    endings: &["json", "jsonl"],
    settings: &[],
    read: |path, files, _, _| {
        let text = encoding::text(path, files)?;
        read(path, &text).map(Some)
    },
};

fn read(path: &str, text: &str) -> Result<RawRows, Diagnostic> {
    let mut reading = Reading::default();
    match path.ends_with(".jsonl") {
        true => {
            let mut begin = 0;
            for line in text.split_inclusive('\n') {
                if !line.trim().is_empty() {
                    let row = |reading: &mut Reading<'_>, json: &mut Json<'_>| {
                        AsRow(reading).deserialize(json)
                    };
                    document(&mut reading, path, text, begin..begin + line.len(), row)?;
                }
                begin += line.len();
            }
        }
        false => {
            let list =
                |reading: &mut Reading<'_>, json: &mut Json<'_>| AsList(reading).deserialize(json);
            document(&mut reading, path, text, 0..text.len(), list)?;
        }
    }
    let rows = reading.cells.into_rows().map(|(row, cells)| Row {
        number: row.saturating_add(1),
        cells,
    });
    Ok(RawRows {
        path: path.into(),
        sheet: None,
        rows: Rows::Kept(rows.collect()),
        merged: Vec::new(),
        hidden: Hidden::default(),
        formats: Formats::default(),
        rows_have_a_length: false,
    })
}

type Json<'text> = serde_json::Deserializer<serde_json::de::StrRead<'text>>;

/// Reads one document, which is this part of the text.
fn document<'text>(
    reading: &mut Reading<'text>,
    path: &str,
    text: &'text str,
    part: Range<usize>,
    read: impl FnOnce(&mut Reading<'text>, &mut Json<'_>) -> Result<(), serde_json::Error>,
) -> Result<(), Diagnostic> {
    let mut json = serde_json::Deserializer::from_str(&text[part.clone()]);
    reading.numbers = Numbers::of(&text[part.clone()]);
    let error = match read(reading, &mut json).and_then(|()| json.end()) {
        Ok(()) => return Ok(()),
        Err(error) => error,
    };
    if let Some((at, problem)) = reading.problem.take() {
        return Err(problem.told(path, at));
    }
    // Lines and bytes from 1; at the end of a text the one behind its last.
    let mut begin = part.start;
    for line in text[part]
        .split_inclusive('\n')
        .take(error.line().max(1) - 1)
    {
        begin += line.len();
    }
    let mut at = (begin + error.column().saturating_sub(1)).min(text.len());
    if error.is_eof() {
        // The last sign that is there.
        at = text[..at].trim_end().len().saturating_sub(1);
    }
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    let place = Place::in_text(path, text, at..at + length);
    Err(match error.is_eof() {
        true => diagnostic!(codes::cells::JSON_WITHOUT_END, place),
        false => diagnostic!(codes::cells::BROKEN_JSON, place),
    })
}

#[derive(Default)]
struct Reading<'text> {
    cells: Cells,
    /// The numbers of the document as they are written.
    numbers: Numbers<'text>,
    /// The column of each name.
    columns: HashMap<String, u32>,
    /// The last row that has a value of each column.
    last_rows: Vec<u32>,
    /// The row that is read, the names being in row 0.
    row: u32,
    /// Whether rows are lists and not objects, once there is one.
    are_lists: Option<bool>,
    /// The row and column where there is a problem that is none of JSON.
    problem: Option<((u32, u32), Problem)>,
}

/// The numbers of a JSON text as they are written, in their order, which is that in which they are read.
#[derive(Default)]
struct Numbers<'text> {
    text: &'text str,
}

impl<'text> Numbers<'text> {
    fn of(text: &'text str) -> Numbers<'text> {
        Numbers { text }
    }
}

impl<'text> Iterator for Numbers<'text> {
    type Item = &'text str;

    fn next(&mut self) -> Option<&'text str> {
        loop {
            let begins = |byte: u8| byte == b'"' || byte == b'-' || byte.is_ascii_digit();
            let at = self.text.bytes().position(begins)?;
            self.text = &self.text[at..];
            let Some(string) = self.text.strip_prefix('"') else {
                let is_of_it = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
                let end = self.text.bytes().position(|byte| !is_of_it(byte));
                let (number, rest) = self.text.split_at(end.unwrap_or(self.text.len()));
                self.text = rest;
                return Some(number);
            };
            self.text = behind(string);
        }
    }
}

/// What follows the end of a string.
fn behind(mut string: &str) -> &str {
    while let Some(at) = memchr::memchr2(b'"', b'\\', string.as_bytes()) {
        let is_end = string.as_bytes()[at] == b'"';
        // What is escaped may be more than a byte, and none of it ends the string.
        let next = at + 1;
        let escaped = string[next..].chars().next().map_or(0, char::len_utf8);
        string = &string[next + if is_end { 0 } else { escaped }..];
        if is_end {
            return string;
        }
    }
    ""
}

enum Problem {
    Excess(Excess),
    /// The file is no list.
    NoList,
    /// It is no row like the first one.
    NoRow,
    /// A key that stands twice.
    Twice(String),
    /// A cell that is a list or an object.
    Nested,
}

impl Problem {
    fn told(self, path: &str, (row, column): (u32, u32)) -> Diagnostic {
        let cell = CellPlace {
            path: path.into(),
            sheet: None,
            row: row.saturating_add(1),
            column,
        };
        let place = cell.place(None);
        match self {
            Problem::Excess(excess) => excess.problem(place),
            Problem::NoList => diagnostic!(codes::cells::JSON_NO_LIST, Place::file(path)),
            Problem::NoRow => diagnostic!(codes::cells::JSON_NO_ROW, place),
            Problem::Twice(key) => diagnostic!(codes::cells::JSON_KEY_TWICE, place, key = key),
            Problem::Nested => diagnostic!(codes::cells::JSON_NESTED, place),
        }
    }
}

impl Reading<'_> {
    fn refuse<E: Error>(&mut self, column: u32, problem: Problem) -> E {
        self.problem = Some(((self.row, column), problem));
        E::custom("told elsewhere")
    }

    fn keep<E: Error>(&mut self, row: u32, column: u32, value: Value) -> Result<(), E> {
        let kept = self.cells.keep(row, column, value);
        kept.map_err(|excess| self.refuse(column, Problem::Excess(excess)))
    }

    /// Goes on to the next row, which is one like the first.
    fn begin<E: Error>(&mut self, is_list: bool) -> Result<(), E> {
        let first = *self.are_lists.get_or_insert(is_list);
        // The names of objects stand in a row of their own.
        self.row += u32::from(!is_list);
        match first == is_list {
            true => Ok(()),
            false => Err(self.refuse(0, Problem::NoRow)),
        }
    }

    fn end(&mut self, is_list: bool) {
        self.row += u32::from(is_list);
    }

    fn column<E: Error>(&mut self, name: &str) -> Result<u32, E> {
        if let Some(column) = self.columns.get(name) {
            return Ok(*column);
        }
        let column = u32::try_from(self.columns.len()).unwrap_or(u32::MAX);
        self.keep(0, column, Value::written(name))?;
        self.columns.insert(name.to_owned(), column);
        self.last_rows.push(0);
        Ok(column)
    }
}

/// Reads the list of all rows.
struct AsList<'own, 'text>(&'own mut Reading<'text>);

impl<'de> DeserializeSeed<'de> for AsList<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

/// What is none of these is a problem of its own, which is told in our words.
macro_rules! refuse_single {
    ($problem:expr) => {
        fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
            Err(self.0.refuse(0, $problem))
        }

        fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
            Err(self.0.refuse(0, $problem))
        }

        fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
            Err(self.0.refuse(0, $problem))
        }

        fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
            Err(self.0.refuse(0, $problem))
        }

        fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
            Err(self.0.refuse(0, $problem))
        }

        fn visit_unit<E: Error>(self) -> Result<(), E> {
            Err(self.0.refuse(0, $problem))
        }
    };
}

impl<'de> Visitor<'de> for AsList<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(AsRow(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(self.0.refuse(0, Problem::NoList))
    }

    refuse_single!(Problem::NoList);
}

/// Reads one row.
struct AsRow<'own, 'text>(&'own mut Reading<'text>);

impl<'de> DeserializeSeed<'de> for AsRow<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AsRow<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let reading = self.0;
        reading.begin(false)?;
        while let Some(name) = object.next_key::<String>()? {
            let column = reading.column(&name)?;
            let last = &mut reading.last_rows[column as usize];
            if *last == reading.row {
                return Err(reading.refuse(column, Problem::Twice(name)));
            }
            *last = reading.row;
            object.next_value_seed(AsCell(reading, column))?;
        }
        reading.end(false);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let reading = self.0;
        reading.begin(true)?;
        let mut column = 0;
        while list.next_element_seed(AsCell(reading, column))?.is_some() {
            column += 1;
        }
        reading.end(true);
        Ok(())
    }

    refuse_single!(Problem::NoRow);
}

/// Reads one cell, in this column.
struct AsCell<'own, 'text>(&'own mut Reading<'text>, u32);

impl AsCell<'_, '_> {
    fn keep<E: Error>(self, value: Value) -> Result<(), E> {
        let row = self.0.row;
        self.0.keep(row, self.1, value)
    }

    /// The number as it is written: a float of it would be exact to fifteen digits only.
    fn number<E: Error>(self) -> Result<(), E> {
        let written = self.0.numbers.next().unwrap_or_default();
        let digits = written.split(['e', 'E']).next().unwrap_or_default();
        let exact = Decimal::from_str_exact(digits).ok();
        let number = match digits.len() == written.len() {
            true => exact,
            false => exact.and_then(|_| Decimal::from_scientific(written).ok()),
        };
        // That it has more digits than a number can have is told where one is needed.
        let value = number.map_or_else(
            || Value::written(written),
            |number| Value::Number(number.normalize()),
        );
        self.keep(value)
    }
}

impl<'de> DeserializeSeed<'de> for AsCell<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AsCell<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a cell")
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<(), E> {
        self.keep(Value::Truth(truth))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.number()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.number()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.number()
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.keep(Value::written(text))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.keep(Value::Empty)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(self.0.refuse(self.1, Problem::Nested))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(self.0.refuse(self.1, Problem::Nested))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;

    fn drawn(path: &str, text: &str) -> Result<Vec<String>, String> {
        let rows = match read(path, text) {
            Ok(rows) => rows,
            Err(told) => {
                return Err(format!(
                    "{}: {}",
                    told.place,
                    told.message(MessageLanguage::English)
                ));
            }
        };
        let row = |row: std::borrow::Cow<'_, Row>| {
            let cells: Vec<String> = row.cells.iter().map(|cell| format!("{cell:?}")).collect();
            format!("{} {}", row.number, cells.join("|"))
        };
        Ok(rows.rows.iter().map(row).collect())
    }

    #[test]
    fn objects_and_lists_and_lines_are_the_same_rows() {
        let expected = Ok(vec![
            "1 Text(\"code\")|Text(\"2025 approved\")|Text(\"note\")".to_owned(),
            "2 Text(\"០១\")|Number(1.5)".to_owned(),
            "3 Number(12345678901234567890)|Empty|Truth(true)".to_owned(),
        ]);
        let objects = [
            "{\"code\": \"០១\", \"2025 approved\": 1.5}",
            "{\"code\": 12345678901234567890, \"2025 approved\": null, \"note\": true}",
        ];
        let list = format!("[{}]", objects.join(",\n"));
        assert_eq!(drawn("a.json", &list), expected);
        assert_eq!(drawn("a.jsonl", &objects.join("\n\n")), expected);
        let lists = "[[\"code\",\"2025 approved\",\"note\"],[\"០១\",1.50],
            [12345678901234567890,\"\",true]]";
        assert_eq!(drawn("a.json", lists), expected);
    }

    #[test]
    fn numbers_are_read_to_their_last_digit() {
        let text = r#"[["a \\", "-1 \"2", "c", "d", "e", "f"],
            [1.10, -0.1234567890123456789, 1234567890123456.75, 12e3, 1E-2,
            123456789012345678901234567890123]]"#;
        let expected = [
            r#"1 Text("a \\")|Text("-1 \"2")|Text("c")|Text("d")|Text("e")|Text("f")"#,
            "2 Number(1.1)|Number(-0.1234567890123456789)|Number(1234567890123456.75)\
             |Number(12000)|Number(0.01)|Text(\"123456789012345678901234567890123\")",
        ];
        assert_eq!(
            drawn("a.json", text),
            Ok(expected.map(str::to_owned).to_vec())
        );
    }

    #[test]
    fn what_would_be_dropped_is_told_where_it_stands() {
        for (text, expected) in [
            ("{\"rows\": []}", "a.json: the file is no list of rows"),
            ("7", "a.json: the file is no list of rows"),
            (
                "[{\"a\": 1}, 2]",
                "a.json › A2: a row is no object or list, or not what the first one is",
            ),
            (
                "[{\"a\": 1}, [2]]",
                "a.json › A2: a row is no object or list, or not what the first one is",
            ),
            (
                "[{\"a\": 1, \"b\": 2, \"a\": 3}]",
                "a.json › A2: the key `a` stands twice in one row",
            ),
            (
                "[{\"a\": 1, \"b\": [2]}]",
                "a.json › B2: the cell holds a list or an object",
            ),
            (
                "[{\"a\": 1},\n {\"a\" 2}]",
                "a.json:2:7: the JSON is broken here",
            ),
            (
                "[{\"a\": 1},\n",
                "a.json:1:10: the JSON ends here before it is complete",
            ),
            ("[] 1", "a.json:1:4: the JSON is broken here"),
        ] {
            assert_eq!(drawn("a.json", text), Err(expected.to_owned()), "{text}");
        }
    }
}
