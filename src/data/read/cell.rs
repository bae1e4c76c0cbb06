//! One cell as it stands in its file, its text cleaned.

use crate::data::model::{Cleaned, cleaned};
use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// What one cell holds, before anybody asks what it means.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Value {
    #[default]
    Empty,
    Text(Text),
    /// A workbook's number, exact to the fifteen digits that spreadsheets keep.
    Number(Decimal),
    /// A date, as `2025-01-31`.
    Date(String),
    Truth(bool),
    /// A spreadsheet error such as `#REF!`.
    Error(String),
    /// A formula whose result was not saved with the file.
    Unsaved(String),
}

impl Value {
    /// What a cell holds in which this is written. An error keeps no other form when a workbook is
    /// saved as text or its results are pasted, and it never is the text that somebody meant.
    pub fn written(text: &str) -> Value {
        let text = Text::new(text);
        match &*text.clean {
            "" => Value::Empty,
            clean if is_error(clean) => Value::Error(clean.to_owned()),
            _ => Value::Text(text),
        }
    }

    /// The number as it was typed: the shortest decimal that is this float, and where that is longer
    /// than the fifteen digits a spreadsheet keeps (`3553.4999999999995`, the trace of a sum), those
    /// fifteen.
    pub fn exact(number: f64) -> Value {
        let shortest = number.to_string();
        let Ok(decimal) = Decimal::from_str(&shortest) else {
            return Value::written(&shortest);
        };
        let digits = shortest
            .bytes()
            .filter(u8::is_ascii_digit)
            .skip_while(|digit| *digit == b'0')
            .count();
        let decimal = if digits > 15 {
            decimal.round_sf(15).unwrap_or(decimal)
        } else {
            decimal
        };
        Value::Number(decimal.normalize())
    }

    /// The text that it takes memory for.
    pub fn text(&self) -> &str {
        match self {
            Value::Text(text) => text.as_str(),
            Value::Date(text) | Value::Error(text) | Value::Unsaved(text) => text,
            Value::Empty | Value::Number(_) | Value::Truth(_) => "",
        }
    }
}

/// A cell's text as it is shown: normalised, without space around it and invisible characters. No
/// other text comes out of a cell, so nobody needs to clean it again.
#[derive(Clone)]
pub(crate) struct Text {
    clean: Box<str>,
    /// What was left out; few texts have any, and each cell of a table is as large as this.
    beside: Option<Box<Beside>>,
}

/// What a text was written with and is shown without.
#[derive(Clone)]
struct Beside {
    /// The text as it was typed, if that is another spelling.
    typed: Option<Box<str>>,
    invisible: Vec<char>,
    /// How many spaces stand before it.
    indent: usize,
}

impl Text {
    fn new(text: &str) -> Text {
        let Cleaned {
            clean,
            typed,
            invisible,
        } = cleaned(text);
        let indent = text
            .chars()
            .take_while(|letter| letter.is_whitespace())
            .count();
        let is_bare = invisible.is_empty() && indent == 0 && typed.is_none();
        let beside = || Beside {
            typed: typed.map(String::into_boxed_str),
            invisible,
            indent,
        };
        Text {
            clean: clean.into(),
            beside: (!is_bare).then(|| Box::new(beside())),
        }
    }

    /// The text as it was typed, but for what is invisible in it.
    pub fn typed(&self) -> &str {
        let typed = self.beside.as_deref().and_then(|one| one.typed.as_deref());
        typed.unwrap_or(&self.clean)
    }

    pub fn as_str(&self) -> &str {
        &self.clean
    }

    /// The invisible characters that were left out.
    pub fn invisible(&self) -> &[char] {
        self.beside
            .as_deref()
            .map_or(&[], |beside| &beside.invisible)
    }

    /// How many spaces stand before it.
    pub fn indent(&self) -> usize {
        self.beside.as_deref().map_or(0, |beside| beside.indent)
    }
}

/// Two spellings of a text are the same text.
impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.clean == other.clean
            && self.invisible() == other.invisible()
            && self.indent() == other.indent()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.clean.fmt(formatter)
    }
}

/// The errors of Excel, LibreOffice (which has `Err:502` besides) and Google Sheets.
const ERRORS: [&str; 17] = [
    "#BLOCKED!",
    "#BUSY!",
    "#CALC!",
    "#CONNECT!",
    "#DIV/0!",
    "#ERROR!",
    "#EXTERNAL!",
    "#FIELD!",
    "#GETTING_DATA",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#SPILL!",
    "#UNKNOWN!",
    "#VALUE!",
];

fn is_error(text: &str) -> bool {
    let is_number = |number: &str| {
        let is_digit = |byte: u8| byte.is_ascii_digit();
        number.len() == 3 && number.bytes().all(is_digit)
    };
    match text.as_bytes() {
        [b'#', ..] => ERRORS.contains(&text),
        [b'E', ..] => text.strip_prefix("Err:").is_some_and(is_number),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_none_of_the_texts_that_look_like_one() {
        for error in ERRORS
            .into_iter()
            .chain(["Err:502", " #REF! ", "\u{feff}#N/A"])
        {
            assert!(matches!(Value::written(error), Value::Error(_)), "{error}");
        }
        for text in [
            "#1", "#ref", "REF!", "N/A", "Err:5020", "Err:", "Error", "# N/A",
        ] {
            assert!(matches!(Value::written(text), Value::Text(_)), "{text}");
        }
        assert_eq!(Value::written("\u{200b} "), Value::Empty);
    }

    #[test]
    fn a_float_is_read_as_it_was_typed() {
        let read = |number: f64| match Value::exact(number) {
            Value::Number(decimal) => decimal.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(read(926.5), "926.5");
        assert_eq!(read(0.1), "0.1");
        assert_eq!(read(0.1 + 0.2), "0.3");
        assert_eq!(read(1e15), "1000000000000000");
        assert_eq!(read(1234567890123.0), "1234567890123");
        assert_eq!(read(-579.0), "-579");
    }

    #[test]
    fn a_cell_takes_no_more_memory_for_being_clean() {
        assert!(size_of::<Value>() <= 32);
    }
}
