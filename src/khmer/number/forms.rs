//! In: the text of a percentage or of a place in an order. Out: the number. The other way round from
//! [`NumberStyle::percent`](super::NumberStyle::percent) and
//! [`NumberStyle::ordinal`](super::NumberStyle::ordinal).

use rust_decimal::Decimal;

use super::{
    DigitScript, NumberError, Separators, ordinal_ending, ordinal_in_words, parse_decimal,
    parse_words,
};
use crate::{Language, normalise};

/// The words and signs for a hundredth part; a longer one stands before its end.
pub(super) const PERCENT_WORDS: [&str; 4] = ["%", "ភាគរយ", "per cent", "percent"];

/// The share that `text` writes as a percentage: `១២,៥%` is 0.125. Its figure is read as
/// [`parse_decimal`] reads it; the readings of an ambiguous one are in per cent, as they were written.
///
/// ```
/// use rust_decimal::Decimal;
/// use sala_khmer::number::{NumberStyle, parse_percent};
/// let separators = NumberStyle::khmer().separators();
/// assert_eq!(parse_percent("១២,៥%", &separators), Ok(Decimal::new(125, 3)));
/// assert_eq!(parse_percent("១២ ភាគរយ", &separators), Ok(Decimal::new(12, 2)));
/// ```
pub fn parse_percent(text: &str, separators: &Separators) -> Result<Decimal, NumberError> {
    let text = normalise(text).to_lowercase();
    let figure = without_percent(&text).ok_or(NumberError::NotANumber)?;
    parse_decimal(figure, separators).and_then(hundredth)
}

pub(super) fn without_percent(text: &str) -> Option<&str> {
    let text = text.trim_end();
    PERCENT_WORDS
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .map(str::trim_end)
}

pub(super) fn hundredth(percent: Decimal) -> Result<Decimal, NumberError> {
    let share = percent
        .checked_div(Decimal::ONE_HUNDRED)
        .ok_or(NumberError::TooLong)?;
    // A share with more decimals than fit would come out rounded.
    match share.checked_mul(Decimal::ONE_HUNDRED) {
        Some(again) if again == percent => Ok(share),
        _ => Err(NumberError::TooLong),
    }
}

/// The place in an order that `text` writes, in figures (`ទី២១`, `21st`) or words (`ទីម្ភៃមួយ`,
/// `twenty-first`). An English ending that does not belong to its figure (`21th`) is no number.
///
/// ```
/// use sala_khmer::number::parse_ordinal;
/// assert_eq!(parse_ordinal("ទី២១"), Ok(21));
/// assert_eq!(parse_ordinal("112th"), Ok(112));
/// ```
pub fn parse_ordinal(text: &str) -> Result<u32, NumberError> {
    let text = normalise(text).replace('\u{200B}', "").to_lowercase();
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    if let Some(place) = text.strip_prefix("ទី") {
        return match place_of(place, &Separators::default()) {
            Err(NumberError::NotANumber) => parse_words(place).and_then(whole),
            // Places are counted, so a sign before three digits can only group them.
            Err(NumberError::Ambiguous { readings }) => readings
                .into_iter()
                .find(|reading| *reading >= Decimal::ONE_THOUSAND)
                .map_or(Err(NumberError::NotANumber), whole),
            place => place,
        };
    }
    let Some(stem) = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
    else {
        return english_words_place(text);
    };
    match place_of(stem, &grouped_by_commas()) {
        Ok(place) if text.ends_with(ordinal_ending(place)) => Ok(place),
        Ok(_) => Err(NumberError::NotANumber),
        Err(NumberError::NotANumber) => english_words_place(text),
        Err(error) => Err(error),
    }
}

fn grouped_by_commas() -> Separators {
    Separators {
        group: Some(','),
        decimal: Some('.'),
        digits: DigitScript::Any,
    }
}

fn place_of(figure: &str, separators: &Separators) -> Result<u32, NumberError> {
    parse_decimal(figure, separators).and_then(whole)
}

fn whole(number: Decimal) -> Result<u32, NumberError> {
    if !number.fract().is_zero() || number.is_sign_negative() {
        return Err(NumberError::NotANumber);
    }
    u32::try_from(number).map_err(|_| NumberError::TooLong)
}

/// Only the last word is an ordinal, so the cardinal that ends in the same place is looked for.
fn english_words_place(text: &str) -> Result<u32, NumberError> {
    let last = text.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, last) = text.split_at(last);
    let units = (0..20).chain((20..=90).step_by(10));
    let cardinal = units
        .chain([100, 1_000, 1_000_000, 1_000_000_000])
        .find(|&unit| {
            let ordinal = ordinal_in_words(unit, Language::English);
            ordinal == last || ordinal.strip_prefix("one ") == Some(last)
        })
        .ok_or(NumberError::NotANumber)?;
    let cardinal = super::in_words(Decimal::from(cardinal), Language::English)
        .ok_or(NumberError::NotANumber)?;
    let cardinal = match before.is_empty() {
        true => cardinal.as_str(),
        false => cardinal.strip_prefix("one ").unwrap_or(&cardinal),
    };
    parse_words(&format!("{before}{cardinal}")).and_then(whole)
}

#[cfg(test)]
mod tests {
    use super::super::NumberStyle;
    use super::*;

    #[test]
    fn percentages_that_are_written_are_read_back() {
        for style in [NumberStyle::khmer(), NumberStyle::latin()] {
            for thousandths in -2_000..12_000 {
                let share = Decimal::new(thousandths, 3);
                let written = style.percent(share, 1).expect("a small share");
                let read = parse_percent(&written, &style.separators());
                assert_eq!(read, Ok(share), "{written}");
            }
        }
    }

    #[test]
    fn what_is_no_percentage_is_refused() {
        let unknown = Separators::default();
        let refused = |text| parse_percent(text, &unknown);
        assert_eq!(refused("12"), Err(NumberError::NotANumber));
        assert_eq!(refused("%"), Err(NumberError::Empty));
        assert_eq!(refused("12%%"), Err(NumberError::NotANumber));
        assert_eq!(refused("១2%"), Err(NumberError::MixedScripts));
        let readings = vec![Decimal::new(1250, 3), Decimal::from(1250)];
        assert_eq!(refused("1.250%"), Err(NumberError::Ambiguous { readings }));
        assert_eq!(refused("12 per cent"), Ok(Decimal::new(12, 2)));
        let longest = format!("0.{}1%", "0".repeat(27));
        assert_eq!(refused(&longest), Err(NumberError::TooLong));
    }

    #[test]
    fn places_that_are_written_are_read_back() {
        let large = [1_000, 1_234, 12_345, 100_000, 1_234_567, u32::MAX];
        for place in (0..1_200).chain(large) {
            for language in [Language::Khmer, Language::English] {
                let words = ordinal_in_words(place, language);
                assert_eq!(parse_ordinal(&words), Ok(place), "{words}");
                for style in [NumberStyle::khmer(), NumberStyle::latin()] {
                    if language == Language::English && style == NumberStyle::khmer() {
                        continue;
                    }
                    let figure = style.ordinal(place, language);
                    assert_eq!(parse_ordinal(&figure), Ok(place), "{figure}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for text in [
            "21th",
            "1nd",
            "5",
            "ទី",
            "ទី១,៥",
            "-1st",
            "ទី-១",
            "five",
            "ទីសាលា",
            "th",
        ] {
            assert!(parse_ordinal(text).is_err(), "{text}");
        }
        assert_eq!(parse_ordinal(""), Err(NumberError::Empty));
        assert_eq!(parse_ordinal("ទី៥០០០០០០០០០០"), Err(NumberError::TooLong));
    }
}
