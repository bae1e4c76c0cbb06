//! In: two numbers with what they count. Out: the range between them with its unit said once
//! (`១០–១២%`, `១ ០០០–២ ០០០៛`), and back.

use std::fmt;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::forms::{hundredth, without_percent};
use super::worded::{without_currency, without_sizes};
use super::{
    Currency, MINUS, NO_BREAK_SPACE, NumberError, NumberStyle, Separators, parse_amount,
    parse_decimal,
};
use crate::{Language, normalise};

/// From one number to another, as long as a figure is wide.
const EN_DASH: char = '\u{2013}';

impl NumberStyle {
    /// All numbers from one to another: `១០–១២`. The smaller is written first, two equal ones as one
    /// number; beside a minus sign a word stands for the dash (`−៥ ដល់ −២`).
    ///
    /// ```
    /// use rust_decimal::Decimal;
    /// use sala_khmer::{Language, number::NumberStyle};
    /// let range = Decimal::from(10)..=Decimal::from(12);
    /// assert_eq!(NumberStyle::khmer().range(&range, Language::Khmer), "១០–១២");
    /// ```
    pub fn range(&self, numbers: &RangeInclusive<Decimal>, language: Language) -> String {
        let (from, to) = in_order(numbers);
        joined(self.decimal(from), self.decimal(to), language)
    }

    /// A range of shares as percentages: `១០–១២%`.
    pub fn percent_range(
        &self,
        shares: &RangeInclusive<Decimal>,
        places: u32,
        language: Language,
    ) -> Option<String> {
        let (from, to) = in_order(shares);
        let (from, to) = (self.percent(from, places)?, self.percent(to, places)?);
        Some(joined(from.trim_end_matches('%').to_owned(), to, language))
    }

    /// A range of amounts, exactly: `១ ០០០–២ ០០០៛`, `$1,000–2,000`.
    pub fn money_range(
        &self,
        amounts: &RangeInclusive<Decimal>,
        currency: Currency,
        language: Language,
    ) -> String {
        let (from, to) = in_order(amounts);
        let (from, to) = (
            self.money(from, currency, language),
            self.money(to, currency, language),
        );
        unit_once(from, to, language)
    }

    /// A range of amounts as a newspaper writes it: `១,២–១,៥ ពាន់លានរៀល`. Two words of size are both
    /// written: `៩៥០ ០០០៛ ដល់ ១,២ លានរៀល`.
    pub fn compact_money_range(
        &self,
        amounts: &RangeInclusive<Decimal>,
        currency: Currency,
        language: Language,
    ) -> String {
        let (from, to) = in_order(amounts);
        let (from, to) = (
            self.compact_money(from, currency, language),
            self.compact_money(to, currency, language),
        );
        unit_once(from, to, language)
    }
}

fn in_order(numbers: &RangeInclusive<Decimal>) -> (Decimal, Decimal) {
    let (from, to) = (*numbers.start(), *numbers.end());
    (from.min(to), from.max(to))
}

/// Two written amounts of one currency, with the unit written once if it is the same.
fn unit_once(from: String, to: String, language: Language) -> String {
    if from == to {
        return to;
    }
    if let (true, Some(bare)) = (from.starts_with('$'), to.strip_prefix('$')) {
        return joined(from, bare.to_owned(), language);
    }
    match unit(&from) == unit(&to) {
        true => joined(without_unit(&from).to_owned(), to, language),
        false => format!("{from} {} {to}", until(language)),
    }
}

/// What stands after the last digit.
fn unit(amount: &str) -> &str {
    &amount[without_unit(amount).len()..]
}

fn without_unit(amount: &str) -> &str {
    amount.trim_end_matches(|character| super::digit_value(character).is_none())
}

fn joined(from: String, to: String, language: Language) -> String {
    if from == to || to.strip_prefix(from.as_str()) == Some("%") {
        return to;
    }
    match from.contains(MINUS) || to.contains(MINUS) {
        true => format!("{from}{NO_BREAK_SPACE}{} {to}", until(language)),
        false => format!("{from}{EN_DASH}{to}"),
    }
}

fn until(language: Language) -> &'static str {
    match language {
        Language::Khmer => "ដល់",
        Language::English => "to",
    }
}

/// A range of amounts and what they are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountRange {
    pub numbers: RangeInclusive<Decimal>,
    /// The currency, if the text names one.
    pub currency: Option<Currency>,
}

/// Why a text is not one range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RangeError {
    /// No dash and no word between two numbers.
    NotARange,
    /// One of its ends is not one number.
    End(NumberError),
    /// The first number is the larger.
    Backwards { from: Decimal, to: Decimal },
    /// Two currencies are named.
    TwoCurrencies,
}

impl fmt::Display for RangeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RangeError::NotARange => formatter.write_str("this is not a range of numbers"),
            RangeError::End(error) => write!(formatter, "at one end of this range {error}"),
            RangeError::Backwards { from, to } => {
                write!(formatter, "this range goes backwards, from {from} to {to}")
            }
            RangeError::TwoCurrencies => formatter.write_str("this range is in two currencies"),
        }
    }
}

impl std::error::Error for RangeError {}

/// The range that `text` writes: with a dash, `ដល់` or `to`, with words of size and a currency said
/// once or twice. A word of size after the second number only counts for both (`១–២ លាន`); where that
/// would turn the range round (`៩០០–១,២ លាន`) it is refused.
///
/// ```
/// use rust_decimal::Decimal;
/// use sala_khmer::number::{Currency, NumberStyle, parse_amount_range};
/// let range = parse_amount_range("១,២–១,៥ ពាន់លានរៀល", &NumberStyle::khmer().separators())?;
/// assert_eq!(range.numbers, Decimal::from(1_200_000_000)..=Decimal::from(1_500_000_000));
/// assert_eq!(range.currency, Some(Currency::Riel));
/// # Ok::<(), sala_khmer::number::RangeError>(())
/// ```
pub fn parse_amount_range(text: &str, separators: &Separators) -> Result<AmountRange, RangeError> {
    let text = plain(text);
    let (first, second, dashed) = ends(&text)?;
    let to = parse_amount(second, separators).map_err(RangeError::End)?;
    let mut from = parse_amount(first, separators).map_err(RangeError::End)?;
    let bare_second = without_currency(second).0;
    let size = &bare_second[without_sizes(bare_second).0.len()..];
    // With a currency of its own on either side of a word, each amount is complete.
    let complete = from.currency.is_some() && to.currency.is_some() && !dashed;
    if !size.is_empty() && is_figure(first) && !complete {
        let shared = format!("{}{size}", without_currency(first).0);
        from.number = parse_amount(&shared, separators)
            .map_err(RangeError::End)?
            .number;
    }
    let currency = match (from.currency, to.currency) {
        (Some(first), Some(second)) if first != second => return Err(RangeError::TwoCurrencies),
        (first, second) => first.or(second),
    };
    let numbers = forwards(from.number, to.number)?;
    Ok(AmountRange { numbers, currency })
}

/// The range of shares that `text` writes as percentages: `១០–១២%` is 0.1 to 0.12.
pub fn parse_percent_range(
    text: &str,
    separators: &Separators,
) -> Result<RangeInclusive<Decimal>, RangeError> {
    let text = plain(text);
    let (first, second, _) = ends(&text)?;
    let second = without_percent(second).ok_or(RangeError::NotARange)?;
    let first = without_percent(first).unwrap_or(first);
    let share = |figure| {
        parse_decimal(figure, separators)
            .and_then(hundredth)
            .map_err(RangeError::End)
    };
    forwards(share(first)?, share(second)?)
}

fn plain(text: &str) -> String {
    normalise(text).replace('\u{200B}', "").to_lowercase()
}

fn is_figure(text: &str) -> bool {
    let last = text.chars().next_back();
    last.is_some_and(|last| super::digit_value(last).is_some())
}

fn forwards(from: Decimal, to: Decimal) -> Result<RangeInclusive<Decimal>, RangeError> {
    if from > to {
        return Err(RangeError::Backwards { from, to });
    }
    Ok(from..=to)
}

/// The texts of the two numbers, and whether a dash stands between them.
fn ends(text: &str) -> Result<(&str, &str, bool), RangeError> {
    let text = text.trim();
    let text = ["ពី", "from "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start();
    let between = [
        ("ដល់", false),
        (" to ", false),
        ("\u{A0}to ", false),
        ("\u{2013}", true),
        ("\u{2014}", true),
    ];
    for (mark, dashed) in between {
        if let Some((first, second)) = text.split_once(mark) {
            return Ok((first.trim(), second.trim(), dashed));
        }
    }
    // A hyphen before the first number is a minus, and one after it a dash.
    let at = text
        .char_indices()
        .skip_while(|&(_, character)| super::digit_value(character).is_none())
        .find(|&(_, character)| character == '-');
    let (at, _) = at.ok_or(RangeError::NotARange)?;
    Ok((text[..at].trim(), text[at + 1..].trim(), true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Currency::{Riel, UsDollar};
    use Language::{English, Khmer};

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a number in a test")
    }

    fn range(from: &str, to: &str) -> RangeInclusive<Decimal> {
        decimal(from)..=decimal(to)
    }

    #[test]
    fn a_unit_is_said_once() {
        let (khmer, latin) = (NumberStyle::khmer(), NumberStyle::latin());
        assert_eq!(khmer.range(&range("10", "12"), Khmer), "១០–១២");
        assert_eq!(khmer.range(&range("12", "10"), Khmer), "១០–១២");
        assert_eq!(khmer.range(&range("10", "10"), Khmer), "១០");
        assert_eq!(khmer.range(&range("-5", "-2"), Khmer), "−៥\u{A0}ដល់ −២");
        assert_eq!(latin.range(&range("-5", "2.5"), English), "−5\u{A0}to 2.5");
        let percent = |from, to| khmer.percent_range(&range(from, to), 0, Khmer);
        assert_eq!(percent("0.1", "0.12").as_deref(), Some("១០–១២%"));
        assert_eq!(percent("0.1", "0.101").as_deref(), Some("១០%"));
        for (from, to, currency, in_khmer, in_english) in [
            ("1000", "2000", Riel, "១ ០០០–២ ០០០៛", "1,000–2,000 riel"),
            ("1000", "2000", UsDollar, "១ ០០០–២ ០០០ ដុល្លារ", "$1,000–2,000"),
            ("-5", "5", UsDollar, "−៥ ដល់ ៥ ដុល្លារ", "−$5 to $5"),
            ("7", "7", Riel, "៧៛", "7 riel"),
        ] {
            let written = |style: NumberStyle, language| {
                let written = style.money_range(&range(from, to), currency, language);
                written.replace(NO_BREAK_SPACE, " ")
            };
            assert_eq!(written(khmer, Khmer), in_khmer);
            assert_eq!(written(latin, English), in_english);
        }
        for (from, to, in_khmer, in_english) in [
            (
                "1200000000",
                "1500000000",
                "១,២–១,៥ ពាន់លានរៀល",
                "1.2–1.5 billion riel",
            ),
            (
                "950000",
                "1200000",
                "៩៥០ ០០០៛ ដល់ ១,២ លានរៀល",
                "950,000 riel to 1.2 million riel",
            ),
            ("1200000", "1210000", "១,២ លានរៀល", "1.2 million riel"),
        ] {
            let written = |style: NumberStyle, language| {
                let written = style.compact_money_range(&range(from, to), Riel, language);
                written.replace(NO_BREAK_SPACE, " ")
            };
            assert_eq!(written(khmer, Khmer), in_khmer);
            assert_eq!(written(latin, English), in_english);
        }
    }

    #[test]
    fn ranges_that_are_written_are_read_back() {
        let ends = [
            "-12.5",
            "-1",
            "0",
            "0.5",
            "7",
            "999",
            "1000",
            "12345.67",
            "2000000000",
            "3400000000",
        ];
        for (style, language) in [
            (NumberStyle::khmer(), Khmer),
            (NumberStyle::latin(), English),
        ] {
            let separators = style.separators();
            for (first, from) in ends.iter().enumerate() {
                for to in &ends[first + 1..] {
                    let numbers = range(from, to);
                    for currency in [None, Some(Riel), Some(UsDollar)] {
                        let written = match currency {
                            None => style.range(&numbers, language),
                            Some(currency) => style.money_range(&numbers, currency, language),
                        };
                        let read = parse_amount_range(&written, &separators);
                        let numbers = numbers.clone();
                        assert_eq!(read, Ok(AmountRange { numbers, currency }), "{written}");
                    }
                    let written = style.percent_range(&numbers, 2, language).expect("small");
                    let read = parse_percent_range(&written, &separators);
                    assert_eq!(read, Ok(numbers), "{written}");
                }
            }
            for currency in [Riel, UsDollar] {
                for (from, to) in [
                    ("1200000", "1500000"),
                    ("950000", "1200000"),
                    ("900000000", "3400000000"),
                ] {
                    let numbers = range(from, to);
                    let written = style.compact_money_range(&numbers, currency, language);
                    let read = parse_amount_range(&written, &separators);
                    let currency = Some(currency);
                    assert_eq!(read, Ok(AmountRange { numbers, currency }), "{written}");
                }
            }
        }
    }

    #[test]
    fn other_forms_are_read_and_doubtful_ones_refused() {
        let separators = NumberStyle::latin().separators();
        let any = Separators {
            digits: super::super::DigitScript::Any,
            ..separators
        };
        for (text, from, to) in [
            ("10-12", "10", "12"),
            ("10 — 12", "10", "12"),
            ("-5-3", "-5", "3"),
            ("from 10 to 12", "10", "12"),
            ("ពី ១០ ដល់ ១២", "10", "12"),
            ("ពី១លាន ដល់ ២លាន", "1000000", "2000000"),
            ("១–២លាន", "1000000", "2000000"),
            ("$1.2–1.5 million", "1200000", "1500000"),
            ("មួយពាន់ដល់ពីរពាន់រៀល", "1000", "2000"),
        ] {
            let read = parse_amount_range(text, &any).map(|range| range.numbers);
            assert_eq!(read, Ok(range(from, to)), "{text}");
        }
        let refused = |text| parse_amount_range(text, &any);
        assert_eq!(refused("10"), Err(RangeError::NotARange));
        assert_eq!(refused("-10"), Err(RangeError::NotARange));
        assert_eq!(refused("$1–2៛"), Err(RangeError::TwoCurrencies));
        assert_eq!(refused("10–"), Err(RangeError::End(NumberError::Empty)));
        let (from, to) = (decimal("12"), decimal("10"));
        assert_eq!(refused("12–10"), Err(RangeError::Backwards { from, to }));
        let (from, to) = (decimal("900000000"), decimal("1200000"));
        assert_eq!(
            refused("900–1.2 million"),
            Err(RangeError::Backwards { from, to })
        );
        let readings = vec![decimal("1.250"), decimal("1250")];
        assert_eq!(
            parse_amount_range("1.250–2000", &Separators::default()),
            Err(RangeError::End(NumberError::Ambiguous { readings }))
        );
        assert_eq!(
            parse_percent_range("10–12", &any),
            Err(RangeError::NotARange)
        );
        let shares = parse_percent_range("១០%–១២%", &any);
        assert_eq!(shares, Ok(range("0.1", "0.12")));
    }
}
