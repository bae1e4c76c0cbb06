//! In: an amount as sentences write it, with words for its size and unit (`៥,៩៥លានដុល្លារ`). Out: the
//! exact number and the currency, if one is named.

use rust_decimal::Decimal;

use super::spelt::amount_in_words;
use super::{Currency, NumberError, Separators, parse_decimal};
use crate::normalise;

/// A number and what it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    pub number: Decimal,
    /// The currency, if the text names one.
    pub currency: Option<Currency>,
}

/// The words of size, with the powers of ten they stand for.
const SIZES: [(&str, u32); 11] = [
    ("trillion", 12),
    ("billion", 9),
    ("million", 6),
    ("thousand", 3),
    ("ទ្រីលាន", 12),
    ("ប៊ីលាន", 9),
    ("លាន", 6),
    ("សែន", 5),
    ("ម៉ឺន", 4),
    ("ពាន់", 3),
    ("រយ", 2),
];

const CURRENCY_WORDS: [(&str, Currency); 14] = [
    ("៛", Currency::Riel),
    ("រៀល", Currency::Riel),
    ("riels", Currency::Riel),
    ("riel", Currency::Riel),
    ("khr", Currency::Riel),
    ("ដុល្លារអាមេរិក", Currency::UsDollar),
    ("ដុល្លារ", Currency::UsDollar),
    ("us dollars", Currency::UsDollar),
    ("dollars", Currency::UsDollar),
    ("us dollar", Currency::UsDollar),
    ("dollar", Currency::UsDollar),
    ("usd", Currency::UsDollar),
    ("us$", Currency::UsDollar),
    ("$", Currency::UsDollar),
];

/// The amount that `text` writes; its figure is read as [`parse_decimal`] reads it. Words of size
/// multiply (`ពាន់លាន` is 10⁹). An ambiguous figure stays so, its readings multiplied. Without a
/// figure the words are read as documents use them: `មួយម៉ឺនពីរ` is 10,002.
///
/// ```
/// use rust_decimal::Decimal;
/// use sala_khmer::number::{Currency, Separators, parse_amount};
/// let amount = parse_amount("២លានលានរៀល", &Separators::default())?;
/// assert_eq!(amount.number, Decimal::from(2_000_000_000_000_u64));
/// assert_eq!(amount.currency, Some(Currency::Riel));
/// # Ok::<(), sala_khmer::number::NumberError>(())
/// ```
pub fn parse_amount(text: &str, separators: &Separators) -> Result<Amount, NumberError> {
    let text = normalise(text).replace('\u{200B}', "").to_lowercase();
    let (sign, text) = split_sign(text.trim());
    let spelt = text;
    let (text, currency) = without_currency(text);
    let (figure, power) = without_sizes(text);
    let scale = Decimal::from(10_u64.checked_pow(power).ok_or(NumberError::TooLong)?);
    let scaled = |number: Decimal| number.checked_mul(scale).ok_or(NumberError::TooLong);
    match parse_decimal(&format!("{sign}{figure}"), separators) {
        Ok(number) => Ok(Amount {
            number: scaled(number)?,
            currency,
        }),
        Err(NumberError::Ambiguous { readings }) => Err(NumberError::Ambiguous {
            readings: readings.into_iter().map(scaled).collect::<Result<_, _>>()?,
        }),
        Err(NumberError::NotANumber) => amount_in_words(&format!("{sign}{spelt}")),
        Err(error) => Err(error),
    }
}

/// A minus sign stands before the sign of a currency: `−$5`.
fn split_sign(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(['-', '\u{2212}']);
    (&text[..text.len() - rest.len()], rest.trim_start())
}

pub(super) fn without_currency(text: &str) -> (&str, Option<Currency>) {
    for (word, currency) in CURRENCY_WORDS {
        if let Some(rest) = text.strip_suffix(word).or_else(|| text.strip_prefix(word)) {
            return (rest.trim(), Some(currency));
        }
    }
    (text, None)
}

pub(super) fn without_sizes(mut text: &str) -> (&str, u32) {
    let mut power = 0;
    'words: loop {
        for (word, size) in SIZES {
            if let Some(rest) = text.strip_suffix(word) {
                text = rest.trim_end();
                power += size;
                continue 'words;
            }
        }
        return (text, power);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, group: char, decimal: char, number: u64, currency: Option<Currency>) {
        let separators = Separators {
            group: Some(group),
            decimal: Some(decimal),
            ..Separators::default()
        };
        let number = Decimal::from(number);
        assert_eq!(
            parse_amount(text, &separators),
            Ok(Amount { number, currency }),
            "{text}"
        );
    }

    #[test]
    fn amounts_of_newspapers_are_read() {
        use Currency::{Riel, UsDollar};
        check("១០០,០០០,០០០ រៀល", ',', '.', 100_000_000, Some(Riel));
        check("៣.៤ ពាន់លានដុល្លារ", ',', '.', 3_400_000_000, Some(UsDollar));
        check("៥,៩៥លានដុល្លារ", '.', ',', 5_950_000, Some(UsDollar));
        check("២លានលានរៀល", '.', ',', 2_000_000_000_000, Some(Riel));
        check(
            "7.193 trillion riel",
            ',',
            '.',
            7_193_000_000_000,
            Some(Riel),
        );
        check("USD 1.78 billion", ',', '.', 1_780_000_000, Some(UsDollar));
        check(
            "2.34 Trillion Riels",
            ',',
            '.',
            2_340_000_000_000,
            Some(Riel),
        );
        check("១.២៣៤៛", '.', ',', 1_234, Some(Riel));
        check("៣ម៉ឺន", '.', ',', 30_000, None);
        check("១២", '.', ',', 12, None);
        check("មួយម៉ឺនពីរពាន់រៀល", '.', ',', 12_000, Some(Riel));
        check("១លាន ៥សែនរៀល", '.', ',', 1_500_000, Some(Riel));
        check("five million dollars", ',', '.', 5_000_000, Some(UsDollar));
    }

    #[test]
    fn what_parse_decimal_refuses_stays_refused() {
        let unknown = Separators::default();
        let readings = vec![Decimal::from(1_210_000), Decimal::from(1_210_000_000)];
        assert_eq!(
            parse_amount("១.២១០ លាន", &unknown),
            Err(NumberError::Ambiguous { readings })
        );
        assert_eq!(
            parse_amount("១.២១០នាក់", &unknown),
            Err(NumberError::NotANumber)
        );
        assert_eq!(parse_amount("លាន", &unknown), Err(NumberError::Empty));
        assert_eq!(parse_amount("--5", &unknown), Err(NumberError::NotANumber));
        let endless = format!("1{}", "លាន".repeat(1_000));
        assert_eq!(parse_amount(&endless, &unknown), Err(NumberError::TooLong));
    }
}
