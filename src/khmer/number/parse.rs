//! In: the text of one figure, and what is known of its separators. Out: the exact number, or why
//! there is none or more than one. Never guesses.

use std::fmt;

use rust_decimal::Decimal;

use super::digit_value;

/// The digits a figure may be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DigitScript {
    Khmer,
    Latin,
    /// Either, but not both in one figure.
    #[default]
    Any,
}

/// What is declared about the way figures are written. A separator that is not declared may be any
/// that leaves one reading only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Separators {
    pub group: Option<char>,
    pub decimal: Option<char>,
    pub digits: DigitScript,
}

/// Why a text is not one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing but spaces.
    Empty,
    /// Something other than digits, separators and a sign.
    NotANumber,
    /// Separators stand where none can, or groups are not of three digits.
    WrongGroups,
    /// Digits of the script that was not declared.
    WrongScript,
    /// Khmer and Latin digits in one figure.
    MixedScripts,
    /// More digits than an exact number holds (28).
    TooLong,
    /// Several numbers are written so; the smallest first.
    Ambiguous { readings: Vec<Decimal> },
}

impl fmt::Display for NumberError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberError::Empty => formatter.write_str("there is no number"),
            NumberError::NotANumber => formatter.write_str("this is not a number"),
            NumberError::WrongGroups => {
                formatter.write_str("the separators do not stand where the declared ones would")
            }
            NumberError::WrongScript => {
                formatter.write_str("the digits are not of the declared script")
            }
            NumberError::MixedScripts => {
                formatter.write_str("Khmer and Latin digits are mixed in one number")
            }
            NumberError::TooLong => formatter.write_str("the number has more than 28 digits"),
            NumberError::Ambiguous { readings } => {
                let readings: Vec<String> = readings.iter().map(Decimal::to_string).collect();
                write!(formatter, "this could be {}", readings.join(" or "))
            }
        }
    }
}

impl std::error::Error for NumberError {}

/// The number that `text` writes. Spaces around it and zero-width spaces in it do not count; a
/// minus sign before it or parentheses around it make it negative.
///
/// ```
/// use rust_decimal::Decimal;
/// use sala_khmer::number::{NumberError, Separators, parse_decimal};
/// let declared = Separators { group: Some('.'), decimal: Some(','), ..Separators::default() };
/// assert_eq!(parse_decimal("១.៣៤៤,៥៨", &declared), Ok(Decimal::new(134_458, 2)));
/// let readings = vec![Decimal::new(1_250, 3), Decimal::from(1_250)];
/// assert_eq!(
///     parse_decimal("1.250", &Separators::default()),
///     Err(NumberError::Ambiguous { readings })
/// );
/// ```
pub fn parse_decimal(text: &str, separators: &Separators) -> Result<Decimal, NumberError> {
    let visible: String = text.chars().filter(|&mark| !is_invisible(mark)).collect();
    let (negative, figure) = without_sign(visible.trim())?;
    let figure = latin_figure(figure, separators)?;
    let mut readings = readings(&figure, separators)?;
    if negative {
        readings.iter_mut().for_each(|reading| *reading = -*reading);
    }
    readings.sort_unstable();
    match readings[..] {
        [] => Err(NumberError::WrongGroups),
        [reading] => Ok(reading),
        _ => Err(NumberError::Ambiguous { readings }),
    }
}

/// Invisible characters that come along when text is copied, and change no figure.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}'
    )
}

fn without_sign(text: &str) -> Result<(bool, &str), NumberError> {
    if let Some(inside) = text.strip_prefix('(') {
        let inside = inside.strip_suffix(')').ok_or(NumberError::NotANumber)?;
        return Ok((true, inside.trim()));
    }
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}']) {
        return Ok((true, rest.trim_start()));
    }
    Ok((false, text.strip_prefix('+').unwrap_or(text)))
}

/// The figure in Latin digits, with every kind of space as one, if it is of digits and separators
/// only and of the declared script.
fn latin_figure(figure: &str, separators: &Separators) -> Result<String, NumberError> {
    if figure.is_empty() {
        return Err(NumberError::Empty);
    }
    let (mut khmer, mut latin) = (false, false);
    let mut result = String::with_capacity(figure.len());
    for character in figure.chars() {
        let character = plain_separator(character);
        match digit_value(character).and_then(|value| char::from_digit(value, 10)) {
            Some(digit) => {
                khmer |= digit != character;
                latin |= digit == character;
                result.push(digit);
            }
            None if UNDECLARED_SEPARATORS.contains(&character)
                || [separators.group, separators.decimal].contains(&Some(character)) =>
            {
                result.push(character);
            }
            None => return Err(NumberError::NotANumber),
        }
    }
    match (khmer, latin, separators.digits) {
        (false, false, _) => Err(NumberError::NotANumber),
        (true, true, _) => Err(NumberError::MixedScripts),
        (true, _, DigitScript::Latin) | (_, true, DigitScript::Khmer) => {
            Err(NumberError::WrongScript)
        }
        _ => Ok(result),
    }
}

/// One kind of space and one kind of apostrophe stand for all.
fn plain_separator(character: char) -> char {
    match character {
        '\u{2019}' => '\'',
        _ if character.is_whitespace() => ' ',
        _ => character,
    }
}

const UNDECLARED_SEPARATORS: [char; 4] = ['.', ',', ' ', '\''];
const UNDECLARED_DECIMALS: [char; 2] = ['.', ','];

/// Every number that the figure writes under the declared separators.
fn readings(figure: &str, separators: &Separators) -> Result<Vec<Decimal>, NumberError> {
    let mut group = separators.group.map(plain_separator);
    let mut decimal = separators.decimal.map(plain_separator);
    if group == decimal {
        // One sign cannot mean both; then neither is declared.
        (group, decimal) = (None, None);
    }
    let groups = group.map_or(UNDECLARED_SEPARATORS.to_vec(), |sign| vec![sign]);
    let decimals = decimal.map_or(UNDECLARED_DECIMALS.to_vec(), |sign| vec![sign]);
    let mut found = Vec::new();
    for &group in &groups {
        for &decimal in decimals.iter().filter(|&&decimal| decimal != group) {
            if let Some(plain) = read(figure, group, decimal) {
                let number = Decimal::from_str_exact(&plain).map_err(|_| NumberError::TooLong)?;
                if !found.contains(&number) {
                    found.push(number);
                }
            }
        }
    }
    Ok(found)
}

/// The figure without its groups and with a point, if it is well formed.
fn read(figure: &str, group: char, decimal: char) -> Option<String> {
    let (whole, decimals) = match figure.split_once(decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (figure, None),
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if decimals.is_some_and(|decimals| !is_digits(decimals)) {
        return None;
    }
    let groups: Vec<&str> = whole.split(group).collect();
    let well_formed = match groups[..] {
        ["" | "0"] => decimals.is_some() || whole == "0",
        [digits] => is_digits(digits),
        [first, ref others @ ..] => {
            is_digits(first)
                && first.len() <= 3
                && !first.starts_with('0')
                && others
                    .iter()
                    .all(|other| other.len() == 3 && is_digits(other))
        }
        [] => false,
    };
    let whole = if whole.is_empty() {
        "0".to_owned()
    } else {
        groups.concat()
    };
    well_formed.then(|| match decimals {
        Some(decimals) => format!("{whole}.{decimals}"),
        None => whole,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, separators: Separators, expected: &str) {
        let shown = match parse_decimal(text, &separators) {
            Ok(number) => number.to_string(),
            Err(NumberError::Ambiguous { readings }) => {
                let readings: Vec<String> = readings.iter().map(Decimal::to_string).collect();
                readings.join(" or ")
            }
            Err(error) => format!("{error:?}"),
        };
        assert_eq!(shown, expected, "{text} under {separators:?}");
    }

    fn declared(group: char, decimal: char) -> Separators {
        Separators {
            group: Some(group),
            decimal: Some(decimal),
            digits: DigitScript::Any,
        }
    }

    #[test]
    fn declared_separators_give_one_reading() {
        check("១.៣៤៤,៥៨", declared('.', ','), "1344.58");
        check("១.២១០", declared('.', ','), "1210");
        check("១.២១០", declared(',', '.'), "1.210");
        check("១០០,០០០,០០០", declared(',', '.'), "100000000");
        check("1 404,01", declared(' ', ','), "1404.01");
        check("1\u{202F}404\u{A0}001", declared(' ', ','), "1404001");
        check("1_000", declared('_', '.'), "1000");
        check("0,5", declared('.', ','), "0.5");
        check(",5", declared('.', ','), "0.5");
        check("0102", declared('.', ','), "102");
    }

    #[test]
    fn what_is_not_declared_is_not_guessed() {
        let unknown = Separators::default();
        check("1.250", unknown, "1.250 or 1250");
        check("១,២៥០", unknown, "1.250 or 1250");
        check("-1.250", unknown, "-1250 or -1.250");
        check("1.000", unknown, "1.000 or 1000");
        check("1.25", unknown, "1.25");
        check("0.250", unknown, "0.250");
        check("1234.567", unknown, "1234.567");
        check("1.344,58", unknown, "1344.58");
        check("1,344.580", unknown, "1344.580");
        check("100,000,000", unknown, "100000000");
        check("1 250", unknown, "1250");
        check("1250", unknown, "1250");
        let group_only = Separators {
            group: Some(','),
            ..unknown
        };
        check("1,250", group_only, "1250");
        check("1.250", group_only, "1.250");
        let decimal_only = Separators {
            decimal: Some(','),
            ..unknown
        };
        check("1.250", decimal_only, "1250");
        check("1,250", decimal_only, "1.250");
        check("1.250", declared('.', '.'), "1.250 or 1250");
    }

    #[test]
    fn groups_are_of_three_digits() {
        for text in [
            "1,25,000", "12,34", "1,2345", "1234,567", "0,123", ",123", "1,,234", "1,234,",
        ] {
            check(text, declared(',', '.'), "WrongGroups");
        }
        for text in ["1.2.3", "1.", "1.234,567.8", "1 404 01"] {
            check(text, Separators::default(), "WrongGroups");
        }
        check("1 404 01 94 3", declared(' ', '.'), "WrongGroups");
    }

    #[test]
    fn signs_and_invisible_characters() {
        let separators = declared(',', '.');
        for text in [
            "-1,234",
            "\u{2212}1,234",
            "(1,234)",
            " ( 1,234 ) ",
            "- 1,234",
        ] {
            check(text, separators, "-1234");
        }
        check("+5", separators, "5");
        check("\u{FEFF}1\u{200B},234\u{A0}", separators, "1234");
        check("(-5)", separators, "NotANumber");
        check("(5", separators, "NotANumber");
        check("--5", separators, "NotANumber");
    }

    #[test]
    fn scripts_are_as_declared() {
        let khmer = Separators {
            digits: DigitScript::Khmer,
            ..Separators::default()
        };
        let latin = Separators {
            digits: DigitScript::Latin,
            ..Separators::default()
        };
        check("១២", khmer, "12");
        check("12", khmer, "WrongScript");
        check("១២", latin, "WrongScript");
        check("១2", Separators::default(), "MixedScripts");
    }

    #[test]
    fn what_is_no_number_says_so() {
        let unknown = Separators::default();
        for text in ["", " \u{A0}\u{200B} ", "-", "()"] {
            check(text, unknown, "Empty");
        }
        for text in [
            "ក", "12a", "1e5", "#REF!", "៛", ".", "12%", "1/2", "NaN", "(", ")",
        ] {
            check(text, unknown, "NotANumber");
        }
        check(&"9".repeat(29), unknown, "TooLong");
        check("0.00000000000000000000000000001", unknown, "TooLong");
        check(&"9".repeat(28), unknown, &"9".repeat(28));
    }
}
