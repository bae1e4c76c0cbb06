//! One cell → a code, a label, a year, a number or a word of ours; or what is wrong with it.
//!
//! The only module here that reads digits or normalises text.

use super::declaration::Declaration;
use super::sheet::Value;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic, list};
use crate::khmer::normalise;
use crate::khmer::number::{self, DigitScript, NumberError, Separators};
use rust_decimal::Decimal;
use std::fmt::Display;

/// What is wrong with a cell where a number was expected.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum NotANumber {
    Text(String),
    /// It has more digits than a number can have.
    TooLong(String),
    /// It could be either of these.
    Ambiguous {
        read: String,
        readings: Vec<String>,
    },
    OtherDigits(String),
    MixedDigits(String),
    WrongGroups(String),
    Date(String),
    Error(String),
    Unsaved(String),
    Truth(bool),
}

/// The text as it will be shown: normalised, without invisible characters (which are handed back)
/// and without space around it.
pub(super) fn clean_label(text: &str) -> (String, Vec<char>) {
    let trimmed = text.trim();
    if trimmed.is_ascii() && !trimmed.bytes().any(|byte| byte.is_ascii_control()) {
        return (trimmed.to_owned(), Vec::new());
    }
    let mut invisible = Vec::new();
    let mut visible = String::with_capacity(trimmed.len());
    for character in trimmed.chars() {
        match character {
            '\n' | '\t' => visible.push(' '),
            '\r' => {}
            '\u{a0}' | '\u{202f}' => {
                invisible.push(character);
                visible.push(' ');
            }
            // A word joiner and a non-joiner are put there on purpose; the others come with copying.
            '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{feff}'
            | '\u{ad}' => invisible.push(character),
            _ if character.is_control() => invisible.push(character),
            _ => visible.push(character),
        }
    }
    (normalise(visible.trim()).to_string(), invisible)
}

/// The cell's text, as a label or a code; `None` if there is none.
///
/// A number is written with its digits and nothing else, since a spreadsheet turns `12` into one.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Empty => None,
        Value::Text(text) | Value::Date(text) | Value::Error(text) | Value::Unsaved(text) => {
            Some(text.clone())
        }
        Value::Number(number) => Some(number.normalize().to_string()),
        Value::Truth(truth) => Some(truth.to_string()),
    }
}

/// The cell's number; `Ok(None)` if it is blank, which is never zero.
pub(super) fn decimal(
    value: &Value,
    separators: &Separators,
) -> Result<Option<Decimal>, NotANumber> {
    match value {
        Value::Empty => Ok(None),
        Value::Number(number) => Ok(Some(*number)),
        Value::Text(text) => {
            let (clean, _) = clean_label(text);
            if clean.is_empty() {
                return Ok(None);
            }
            match number::parse_decimal(&clean, separators) {
                Ok(number) => Ok(Some(number)),
                Err(NumberError::Ambiguous { readings }) => Err(NotANumber::Ambiguous {
                    read: clean,
                    readings: readings.iter().map(ToString::to_string).collect(),
                }),
                Err(NumberError::WrongScript) => Err(NotANumber::OtherDigits(clean)),
                Err(NumberError::MixedScripts) => Err(NotANumber::MixedDigits(clean)),
                Err(NumberError::WrongGroups) => Err(NotANumber::WrongGroups(clean)),
                Err(NumberError::TooLong) => Err(NotANumber::TooLong(clean)),
                Err(NumberError::Empty | NumberError::NotANumber) => Err(NotANumber::Text(clean)),
            }
        }
        Value::Date(text) => Err(NotANumber::Date(text.clone())),
        Value::Error(text) => Err(NotANumber::Error(text.clone())),
        Value::Unsaved(formula) => Err(NotANumber::Unsaved(formula.clone())),
        Value::Truth(truth) => Err(NotANumber::Truth(*truth)),
    }
}

/// The fiscal year of a cell's text: 2000–2100, in Khmer or Latin digits; 2543–2643 if the Buddhist
/// era is declared.
pub(super) fn year(text: &str, buddhist_era: bool) -> Option<i16> {
    let mut year = 0_i16;
    let text = text.trim();
    if text.chars().count() != 4 {
        return None;
    }
    for character in text.chars() {
        let digit = match character {
            '0'..='9' => u32::from(character) - u32::from('0'),
            '០'..='៩' => u32::from(character) - u32::from('០'),
            _ => return None,
        };
        year = year * 10 + i16::try_from(digit).ok()?;
    }
    let year = if buddhist_era { year - 543 } else { year };
    (2000..=2100).contains(&year).then_some(year)
}

/// The known code that `read` is without its leading zero, which spreadsheets drop: `0102` for `102`.
pub(super) fn lost_zero(read: &str, known: impl Fn(&str) -> bool) -> Option<String> {
    let digits = !read.is_empty() && read.bytes().all(|byte| byte.is_ascii_digit());
    let meant = format!("0{read}");
    (digits && !known(read) && known(&meant)).then_some(meant)
}

/// What to tell about a cell that holds no number.
pub(super) fn number_problem(
    problem: NotANumber,
    place: Place,
    declaration: &Declaration,
    toml: &str,
) -> Diagnostic {
    match problem {
        NotANumber::Text(read) => {
            diagnostic!(codes::data::NOT_A_NUMBER, place, read = read)
        }
        NotANumber::TooLong(read) => too_large(read, place, toml),
        NotANumber::Ambiguous { read, readings } => {
            diagnostic!(
                codes::data::AMBIGUOUS_NUMBER,
                place,
                read = read,
                first = readings.first().map_or("", String::as_str),
                second = readings.last().map_or("", String::as_str),
                toml = toml
            )
        }
        NotANumber::OtherDigits(read) => {
            let (wanted, key) = match declaration.separators.digits {
                DigitScript::Khmer => ("០១២៣៤៥៦៧៨៩", "khmr"),
                DigitScript::Latin | DigitScript::Any => ("0123456789", "latn"),
            };
            diagnostic!(
                codes::data::OTHER_DIGITS,
                place,
                read = read,
                wanted = wanted,
                key = key,
                toml = toml
            )
        }
        NotANumber::MixedDigits(read) => {
            diagnostic!(codes::data::MIXED_DIGITS, place, read = read)
        }
        NotANumber::WrongGroups(read)
            if declaration.separators.group.is_none()
                || declaration.separators.decimal.is_none() =>
        {
            diagnostic!(codes::data::MISPLACED_SEPARATORS, place, read = read)
        }
        NotANumber::WrongGroups(read) => diagnostic!(
            codes::data::WRONG_GROUPS,
            place,
            read = read,
            group = shown(declaration.separators.group),
            decimal = shown(declaration.separators.decimal),
            toml = toml
        ),
        NotANumber::Date(read) => {
            diagnostic!(codes::data::DATE_AS_NUMBER, place, read = read)
        }
        NotANumber::Error(read) => {
            diagnostic!(codes::data::SPREADSHEET_ERROR, place, read = read)
        }
        NotANumber::Unsaved(formula) => {
            diagnostic!(codes::data::UNSAVED_FORMULA, place, formula = formula)
        }
        NotANumber::Truth(truth) => diagnostic!(
            codes::data::NOT_A_NUMBER,
            place,
            read = if truth { "TRUE" } else { "FALSE" }
        ),
    }
}

/// How many characters a text may have that is repeated wherever a figure stands.
const LONGEST_LABEL: usize = 500;

/// What to tell about such a text if it is longer.
pub(super) fn too_long(key: &str, text: &str, place: impl FnOnce() -> Place) -> Option<Diagnostic> {
    if text.len() <= LONGEST_LABEL {
        return None;
    }
    let count = text.chars().count();
    (count > LONGEST_LABEL).then(|| {
        diagnostic!(
            codes::data::TEXT_TOO_LONG,
            place(),
            key = key,
            count = count,
            most = LONGEST_LABEL
        )
    })
}

/// What to tell about a number that no sum can hold.
pub(super) fn too_large(read: impl Display, place: Place, toml: &str) -> Diagnostic {
    diagnostic!(
        codes::data::TOO_LARGE_A_NUMBER,
        place,
        read = read,
        toml = toml
    )
}

fn shown(separator: Option<char>) -> String {
    separator.map(String::from).unwrap_or_default()
}

/// What to tell about a label that held invisible characters.
pub(super) fn invisible_problem(text: &str, invisible: &[char], place: Place) -> Diagnostic {
    let mut names: Vec<String> = invisible
        .iter()
        .map(|character| format!("U+{:04X}", u32::from(*character)))
        .collect();
    names.sort();
    names.dedup();
    diagnostic!(
        codes::data::INVISIBLE,
        place,
        read = text,
        characters = list(names)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_told() {
        let (text, invisible) = clean_label("  អូរ\u{200b}សែន\u{a0}ជ័យ ");
        assert_eq!(text, "អូរសែន ជ័យ");
        assert_eq!(invisible, ['\u{200b}', '\u{a0}']);
    }

    #[test]
    fn years_are_read_in_both_scripts_and_eras() {
        assert_eq!(year("2025", false), Some(2025));
        assert_eq!(year("២០២៥", false), Some(2025));
        assert_eq!(year("២៥៦៨", true), Some(2025));
        for wrong in ["25", "1999", "2568", "២០២", "2025a"] {
            assert_eq!(year(wrong, false), None, "{wrong}");
        }
    }
}
