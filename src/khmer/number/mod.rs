//! In: exact numbers. Out: their text in Khmer or Latin digits, and back.
//!
//! The separators go with the digits (`1,234.5` is `១ ២៣៤,៥`), so both are one setting, a
//! [`NumberStyle`]. Khmer parts thousands by a no-break space, as the Ministry of Economy and Finance
//! prints them: many readers take a full stop there for the beginning of decimals. Nothing here is a
//! float. Knows nothing of tables or currencies' rates.

mod compact;
mod parse;
mod spelt;
mod worded;
mod words;

use rust_decimal::{Decimal, RoundingStrategy};

use super::Language;
use super::alphabet::{NO_BREAK_SPACE, RIEL_SIGN};

pub(crate) use parse::is_invisible;
pub use parse::{DigitScript, NumberError, Separators, parse_decimal};
pub use worded::{Amount, parse_amount};
pub use words::{in_words, money_in_words};

/// The digits a number is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Digits {
    /// `០១២៣៤៥៦៧៨៩`
    Khmer,
    /// `0123456789`
    Latin,
    /// The ten digits of another script, which follow one another from this zero on.
    From(char),
}

/// What an amount of money is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Currency {
    Riel,
    UsDollar,
}

/// How numbers look: digits and separators together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NumberStyle {
    pub digits: Digits,
    /// Stands between groups of three digits.
    pub group: char,
    /// Stands before the decimals.
    pub decimal: char,
}

/// Drawn as long as a plus, and unlike a hyphen no line breaks after it.
const MINUS: char = '\u{2212}';

impl NumberStyle {
    /// `១ ២៣៤ ៥៦៧,៨៩`
    pub const fn khmer() -> NumberStyle {
        NumberStyle {
            digits: Digits::Khmer,
            group: NO_BREAK_SPACE,
            decimal: ',',
        }
    }

    /// `1,234,567.89`
    pub const fn latin() -> NumberStyle {
        NumberStyle {
            digits: Digits::Latin,
            group: ',',
            decimal: '.',
        }
    }

    /// How this language writes numbers.
    pub const fn of(language: Language) -> NumberStyle {
        match language {
            Language::Khmer => NumberStyle::khmer(),
            Language::English => NumberStyle::latin(),
        }
    }

    /// What this style declares to a reader of numbers, so that all it writes has one reading. Digits of
    /// other scripts than these two are written and never read.
    pub const fn separators(&self) -> Separators {
        Separators {
            group: Some(self.group),
            decimal: Some(self.decimal),
            digits: match self.digits {
                Digits::Khmer => DigitScript::Khmer,
                Digits::Latin | Digits::From(_) => DigitScript::Latin,
            },
        }
    }

    /// A whole number.
    ///
    /// ```
    /// use sala_khmer::number::NumberStyle;
    /// assert_eq!(NumberStyle::khmer().integer(1_234_567), "១\u{A0}២៣៤\u{A0}៥៦៧");
    /// assert_eq!(NumberStyle::latin().integer(-1_234), "\u{2212}1,234");
    /// ```
    pub fn integer(&self, number: impl Into<i128>) -> String {
        self.plain(&number.into().to_string())
    }

    /// A number with exactly the decimals it has.
    pub fn decimal(&self, number: Decimal) -> String {
        self.plain(&number.to_string())
    }

    /// A number rounded to `places` decimals, a half away from zero, and written with that many; 28
    /// at most.
    pub fn rounded(&self, number: Decimal, places: u32) -> String {
        let places = places.min(Decimal::MAX_SCALE);
        let mut ascii = round(number, places).normalize().to_string();
        let written = match ascii.split_once('.') {
            Some((_, decimals)) => decimals.len(),
            None => 0,
        };
        if written == 0 && places > 0 {
            ascii.push('.');
        }
        ascii.extend(std::iter::repeat_n('0', places as usize - written));
        self.plain(&ascii)
    }

    /// A share as a percentage: 0.125 with one place is `12.5%`.
    pub fn percent(&self, share: Decimal, places: u32) -> Option<String> {
        let hundredfold = share.checked_mul(Decimal::ONE_HUNDRED)?;
        Some(self.rounded(hundredfold, places) + "%")
    }

    /// Money, exactly. Khmer writes the sign after the number (`១ ២៣៤៛`); English spells riel out
    /// (`1,234 riel`), because few readers of English and few of their fonts know the sign. Dollars
    /// are `១ ២៣៤ ដុល្លារ` and `$1,234`.
    pub fn money(&self, amount: Decimal, currency: Currency, language: Language) -> String {
        let number = self.decimal(amount);
        match (currency, language) {
            (Currency::Riel, Language::Khmer) => format!("{number}{RIEL_SIGN}"),
            (Currency::UsDollar, Language::English) => match number.strip_prefix(MINUS) {
                Some(positive) => format!("{MINUS}${positive}"),
                None => format!("${number}"),
            },
            _ => format!("{number}{NO_BREAK_SPACE}{}", currency.name(language)),
        }
    }

    /// Riel, exactly: `១ ២៣៤៛`, `1,234 riel`.
    pub fn riel(&self, amount: Decimal, language: Language) -> String {
        self.money(amount, Currency::Riel, language)
    }

    /// A place in an order: `ទី១`, `1st`.
    pub fn ordinal(&self, place: u32, language: Language) -> String {
        let number = self.integer(place);
        match language {
            Language::Khmer => format!("ទី{number}"),
            Language::English => number + ordinal_ending(place),
        }
    }

    /// Digits that are no amount (a year, a code, a telephone number): no separators.
    pub fn digits(&self, number: impl Into<i128>) -> String {
        in_digits(&number.into().to_string(), self.digits)
    }

    /// Dresses an ASCII number in this style.
    fn plain(&self, ascii: &str) -> String {
        let (negative, ascii) = match ascii.strip_prefix('-') {
            Some(rest) => (rest.bytes().any(|digit| matches!(digit, b'1'..=b'9')), rest),
            None => (false, ascii),
        };
        let (whole, decimals) = match ascii.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (ascii, None),
        };
        let mut output = String::with_capacity(ascii.len() * 4);
        if negative {
            output.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                output.push(self.group);
            }
            output.push(digit_in(digit, self.digits));
        }
        if let Some(decimals) = decimals {
            output.push(self.decimal);
            output.extend(decimals.chars().map(|digit| digit_in(digit, self.digits)));
        }
        output
    }
}

/// What English writes after the figure of a place in an order.
pub(crate) fn ordinal_ending(place: u32) -> &'static str {
    match (place % 100, place % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

impl Currency {
    /// The word for the currency.
    pub fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Currency::Riel, Language::Khmer) => "រៀល",
            (Currency::Riel, Language::English) => "riel",
            (Currency::UsDollar, Language::Khmer) => "ដុល្លារ",
            (Currency::UsDollar, Language::English) => "US dollars",
        }
    }
}

/// `text` with its Latin digits as Khmer ones.
pub fn to_khmer_digits(text: &str) -> String {
    in_digits(text, Digits::Khmer)
}

/// `text` with its Khmer digits as Latin ones.
pub fn to_latin_digits(text: &str) -> String {
    in_digits(text, Digits::Latin)
}

/// `text` with its Khmer and Latin digits in these.
pub fn in_digits(text: &str, digits: Digits) -> String {
    text.chars()
        .map(|character| digit_in(character, digits))
        .collect()
}

fn digit_in(character: char, digits: Digits) -> char {
    match (digit_value(character), digits) {
        (Some(value), Digits::Khmer) => char::from_u32('០' as u32 + value).unwrap_or(character),
        (Some(value), Digits::Latin) => char::from_digit(value, 10).unwrap_or(character),
        (Some(value), Digits::From(zero)) => {
            char::from_u32(zero as u32 + value).unwrap_or(character)
        }
        (None, _) => character,
    }
}

/// The value of a Khmer or Latin digit.
pub(crate) fn digit_value(character: char) -> Option<u32> {
    match character {
        '0'..='9' => Some(character as u32 - '0' as u32),
        '០'..='៩' => Some(character as u32 - '០' as u32),
        _ => None,
    }
}

fn round(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Khmer};

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a number in a test")
    }

    #[test]
    fn every_number_is_read_as_it_was_written() {
        let mut soup = crate::soup::Soup::new(7);
        for _ in 0..2_000 {
            let digits = 10_u64.pow(soup.next(18));
            let number = u64::from(soup.next(u32::MAX)).wrapping_mul(soup.next(99_999).into());
            let sign = [-1, 1][soup.next(2) as usize];
            let mantissa = i64::try_from(number % digits).expect("eighteen digits") * sign;
            let number = Decimal::new(mantissa, soup.next(7));
            for digits in [Digits::Khmer, Digits::Latin] {
                for group in [',', '.', ' ', NO_BREAK_SPACE, '\u{202f}', '\''] {
                    for decimal in [',', '.'] {
                        if group == decimal {
                            continue;
                        }
                        let style = NumberStyle {
                            digits,
                            group,
                            decimal,
                        };
                        let text = style.decimal(number);
                        assert_eq!(
                            parse_decimal(&text, &style.separators()),
                            Ok(number),
                            "{text}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn separators_turn_round_with_the_digits() {
        let number = decimal("1234567.89");
        assert_eq!(
            NumberStyle::khmer().decimal(number),
            "១\u{A0}២៣៤\u{A0}៥៦៧,៨៩"
        );
        assert_eq!(NumberStyle::latin().decimal(number), "1,234,567.89");
        for (number, expected) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (100_000, "100,000"),
        ] {
            assert_eq!(NumberStyle::latin().integer(number), expected);
        }
        assert_eq!(
            NumberStyle::latin().integer(i128::MIN),
            "−170,141,183,460,469,231,731,687,303,715,884,105,728"
        );
    }

    #[test]
    fn decimals_are_kept_exactly() {
        assert_eq!(NumberStyle::latin().decimal(decimal("1.50")), "1.50");
        assert_eq!(
            NumberStyle::khmer().decimal(decimal("-0.0000000000000000000000000001")),
            "−០,០០០០០០០០០០០០០០០០០០០០០០០០០០០១"
        );
        assert_eq!(
            NumberStyle::latin().decimal(Decimal::MAX),
            "79,228,162,514,264,337,593,543,950,335"
        );
        assert_eq!(NumberStyle::latin().decimal(decimal("-0.00")), "0.00");
    }

    #[test]
    fn a_half_is_rounded_away_from_zero() {
        let style = NumberStyle::latin();
        assert_eq!(style.rounded(decimal("2.5"), 0), "3");
        assert_eq!(style.rounded(decimal("-2.5"), 0), "−3");
        assert_eq!(style.rounded(decimal("2"), 2), "2.00");
        assert_eq!(style.rounded(decimal("-0.4"), 0), "0");
        assert_eq!(style.rounded(decimal("1000"), 0), "1,000");
        assert_eq!(style.rounded(decimal("0.10"), 2), "0.10");
        let longest = style.rounded(Decimal::MAX, u32::MAX);
        assert!(longest.ends_with("950,335.0000000000000000000000000000"));
        assert_eq!(
            style.percent(decimal("0.12549"), 1).as_deref(),
            Some("12.5%")
        );
        assert_eq!(
            NumberStyle::khmer().percent(decimal("0.125"), 1).as_deref(),
            Some("១២,៥%")
        );
        assert_eq!(style.percent(Decimal::MAX, 1), None);
    }

    #[test]
    fn money_follows_the_language() {
        let amount = decimal("1234");
        assert_eq!(NumberStyle::khmer().riel(amount, Khmer), "១\u{A0}២៣៤៛");
        assert_eq!(NumberStyle::latin().riel(amount, Khmer), "1,234៛");
        assert_eq!(
            NumberStyle::latin().riel(amount, English),
            "1,234\u{A0}riel"
        );
        let dollars =
            |style: NumberStyle, language| style.money(-amount, Currency::UsDollar, language);
        assert_eq!(dollars(NumberStyle::latin(), English), "−$1,234");
        assert_eq!(
            dollars(NumberStyle::khmer(), Khmer),
            "−១\u{A0}២៣៤\u{A0}ដុល្លារ"
        );
    }

    #[test]
    fn what_is_written_is_read_back() {
        let numbers = [
            "0",
            "1",
            "-1",
            "999",
            "1000",
            "-1234.5",
            "1234567.891",
            "0.001",
            "-0.5",
        ];
        for style in [NumberStyle::khmer(), NumberStyle::latin()] {
            let separators = style.separators();
            for number in numbers
                .map(decimal)
                .into_iter()
                .chain([Decimal::MAX / decimal("10")])
            {
                assert_eq!(
                    parse_decimal(&style.decimal(number), &separators),
                    Ok(number)
                );
                for (currency, language) in [
                    (Currency::Riel, Khmer),
                    (Currency::Riel, English),
                    (Currency::UsDollar, Khmer),
                    (Currency::UsDollar, English),
                ] {
                    let written = style.money(number, currency, language);
                    let currency = Some(currency);
                    let read = parse_amount(&written, &separators);
                    assert_eq!(read, Ok(Amount { number, currency }), "{written}");
                }
            }
        }
    }

    /// The longest and the smallest numbers there are, and some between them.
    fn extremes() -> Vec<Decimal> {
        let mut numbers = vec![Decimal::MAX, Decimal::MIN, decimal("0.00"), decimal("-0.0")];
        for digits in [
            "79228162514264337593543950335",
            "9999999999999999999999999999",
            "4999999999999999999999999995",
            "1",
        ] {
            for scale in [0, 1, 2, 6, 9, 12, 27, 28] {
                let number: i128 = digits.parse().expect("digits");
                numbers.push(Decimal::from_i128_with_scale(number, scale));
                numbers.push(Decimal::from_i128_with_scale(-number, scale));
            }
        }
        numbers
    }

    #[test]
    fn no_number_is_too_long_to_be_written_and_read_back() {
        for style in [NumberStyle::khmer(), NumberStyle::latin()] {
            let separators = style.separators();
            for number in extremes() {
                let written = style.decimal(number);
                assert_eq!(
                    parse_decimal(&written, &separators),
                    Ok(number),
                    "{written}"
                );
                for places in [0, 1, 27, 28, u32::MAX] {
                    style.rounded(number, places);
                    style.percent(number, places);
                }
                for language in [Khmer, English] {
                    style.compact(number, language);
                    in_words(number, language);
                    for currency in [Currency::Riel, Currency::UsDollar] {
                        style.money(number, currency, language);
                        money_in_words(number, currency, language);
                        let compact = style.compact_money(number, currency, language);
                        if let Ok(read) = parse_amount(&compact, &separators) {
                            assert_eq!(read.currency, Some(currency), "{compact}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn ordinals_and_bare_digits() {
        assert_eq!(NumberStyle::khmer().ordinal(1, Khmer), "ទី១");
        let english: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112]
            .map(|place| NumberStyle::latin().ordinal(place, English))
            .into();
        assert_eq!(
            english,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"
            ]
        );
        assert_eq!(NumberStyle::khmer().digits(2026), "២០២៦");
        assert_eq!(to_khmer_digits("012 345 678 ក"), "០១២ ៣៤៥ ៦៧៨ ក");
        assert_eq!(to_latin_digits("០១២ ៣៤៥ ៦៧៨៩ ក"), "012 345 6789 ក");
    }
}
