//! One cell → a code, a label, a year, a number or a word of ours; or what is wrong with it.
//!
//! The only module here that reads digits or normalises text.

use super::cell::Value;
use crate::data::declaration::Declaration;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic, list};
use crate::khmer::date::{self, DateDeclaration};
use crate::khmer::number::{self, Currency, DigitScript, NumberError, Separators};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Display;

/// What is wrong with a cell where a number was expected.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NotANumber {
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

/// The cell's text, as a label or a code; `None` if there is none, and the cell itself where it holds
/// what can be no text.
///
/// A number is written with its digits and nothing else, since a spreadsheet turns `12` into one.
pub(crate) fn text(value: &Value) -> Result<Option<Cow<'_, str>>, &Value> {
    match value {
        Value::Empty => Ok(None),
        Value::Text(text) => Ok(Some(Cow::Borrowed(text.as_str()))),
        Value::Date(text) => Ok(Some(Cow::Borrowed(text))),
        Value::Number(number) => Ok(Some(Cow::Owned(number.normalize().to_string()))),
        Value::Truth(truth) => Ok(Some(Cow::Owned(truth.to_string()))),
        Value::Error(_) | Value::Unsaved(_) => Err(value),
    }
}

/// The cell's number; `Ok(None)` if it is blank, which is never zero.
pub(crate) fn decimal(
    value: &Value,
    separators: &Separators,
) -> Result<Option<Decimal>, NotANumber> {
    match value {
        Value::Empty => Ok(None),
        Value::Number(number) => Ok(Some(*number)),
        Value::Text(text) => {
            let clean = || text.as_str().to_owned();
            match number::parse_decimal(text.as_str(), separators) {
                Ok(number) => Ok(Some(number)),
                Err(NumberError::Ambiguous { readings }) => Err(NotANumber::Ambiguous {
                    read: clean(),
                    readings: readings.iter().map(ToString::to_string).collect(),
                }),
                Err(NumberError::WrongScript) => Err(NotANumber::OtherDigits(clean())),
                Err(NumberError::MixedScripts) => Err(NotANumber::MixedDigits(clean())),
                Err(NumberError::WrongGroups) => Err(NotANumber::WrongGroups(clean())),
                Err(NumberError::TooLong) => Err(NotANumber::TooLong(clean())),
                Err(NumberError::Empty | NumberError::NotANumber) => Err(NotANumber::Text(clean())),
            }
        }
        Value::Date(text) => Err(NotANumber::Date(text.clone())),
        Value::Error(text) => Err(NotANumber::Error(text.clone())),
        Value::Unsaved(formula) => Err(NotANumber::Unsaved(formula.clone())),
        Value::Truth(truth) => Err(NotANumber::Truth(*truth)),
    }
}

/// The cell's day; `Ok(None)` if it is blank, and what is written there if that is none, or could be
/// several.
pub(crate) fn day(value: &Value) -> Result<Option<Date>, String> {
    let text = match text(value) {
        Ok(None) => return Ok(None),
        Ok(Some(text)) => text,
        Err(broken) => return Err(broken.text().to_owned()),
    };
    let day = date::parse_date(&text, &DateDeclaration::default()).ok();
    // A year of another era, or without its century, is meant otherwise.
    let day = day.filter(|day| (1900..2200).contains(&day.year()));
    day.map(Some).ok_or_else(|| text.into_owned())
}

/// Whether a text says yes or no, in the words of Table Schema.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "1" => Some(true),
        "false" | "False" | "FALSE" | "0" => Some(false),
        _ => None,
    }
}

/// What to tell about a cell that holds no number.
pub(crate) fn number_problem(
    problem: NotANumber,
    place: Place,
    declaration: &Declaration,
    toml: &str,
) -> Diagnostic {
    match problem {
        NotANumber::Text(read) => match in_words(&read, declaration) {
            Some(meant) => diagnostic!(
                codes::data::NUMBER_IN_WORDS,
                place,
                read = read,
                meant = meant
            ),
            None => diagnostic!(codes::data::NOT_A_NUMBER, place, read = read),
        },
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
            let (wanted, key) = match declaration.reading.separators.digits {
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
            if declaration.reading.separators.group.is_none()
                || declaration.reading.separators.decimal.is_none() =>
        {
            diagnostic!(codes::data::MISPLACED_SEPARATORS, place, read = read)
        }
        NotANumber::WrongGroups(read) => diagnostic!(
            codes::data::WRONG_GROUPS,
            place,
            read = read,
            group = shown(declaration.reading.separators.group),
            decimal = shown(declaration.reading.separators.decimal),
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

/// What to write instead of an amount with words in it, such as `៣,៤ លានរៀល`, in the unit of the table; none
/// if the words say another currency, or a figure that has no end in that unit.
fn in_words(read: &str, declaration: &Declaration) -> Option<String> {
    let reading = &declaration.reading;
    let amount = number::parse_amount(read, &reading.separators).ok()?;
    let currency = amount.currency.map(|currency| match currency {
        Currency::Riel => "KHR",
        Currency::UsDollar => "USD",
    });
    if currency.is_some_and(|said| said != reading.currency) {
        return None;
    }
    let meant = amount.number.checked_div(reading.scale)?;
    let decimal = shown(reading.separators.decimal.or(Some('.')));
    let written = || meant.normalize().to_string().replace('.', &decimal);
    (meant.checked_mul(reading.scale)? == amount.number).then(written)
}

/// What to tell about a number that no sum can hold.
pub(crate) fn too_large(read: impl Display, place: Place, toml: &str) -> Diagnostic {
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

/// What to tell about a cell whose text was written with invisible characters.
pub(crate) fn invisible_problem(
    value: &Value,
    place: impl FnOnce() -> Place,
) -> Option<Diagnostic> {
    let Value::Text(text) = value else {
        return None;
    };
    let names: BTreeSet<String> = text
        .invisible()
        .iter()
        .map(|character| format!("U+{:04X}", u32::from(*character)))
        .collect();
    (!names.is_empty()).then(|| {
        diagnostic!(
            codes::data::INVISIBLE,
            place(),
            read = text.as_str(),
            characters = list(names)
        )
    })
}
