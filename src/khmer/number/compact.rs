//! In: large amounts. Out: a few digits and a word, as a newspaper writes them.

use rust_decimal::Decimal;

use super::{Currency, NO_BREAK_SPACE, NumberStyle, round};
use crate::Language;

/// Powers of ten that have a word, largest first. Khmer tells the money of the state in `ពាន់លាន` and
/// has no word in use for a thousand of them.
const SCALES: [(u64, Option<&str>, &str); 3] = [
    (1_000_000_000_000, None, "trillion"),
    (1_000_000_000, Some("ពាន់លាន"), "billion"),
    (1_000_000, Some("លាន"), "million"),
];

impl NumberStyle {
    /// An amount with one decimal at most and a word for its size: `១,២ ពាន់លានរៀល`,
    /// `1.2 billion riel`. Rounds a half away from zero; below a million all digits are written.
    pub fn compact_money(&self, amount: Decimal, currency: Currency, language: Language) -> String {
        let Some((number, scale)) = self.scaled(amount, language) else {
            return self.money(round(amount, 2).normalize(), currency, language);
        };
        let currency = currency.name(language);
        match language {
            Language::Khmer => format!("{number}{NO_BREAK_SPACE}{scale}{currency}"),
            Language::English => format!("{number}{NO_BREAK_SPACE}{scale} {currency}"),
        }
    }

    /// A number with one decimal at most and a word for its size: `១,២ ពាន់លាន`, `1.2 billion`.
    pub fn compact(&self, number: Decimal, language: Language) -> String {
        match self.scaled(number, language) {
            Some((number, scale)) => format!("{number}{NO_BREAK_SPACE}{scale}"),
            None => self.decimal(round(number, 2).normalize()),
        }
    }

    fn scaled(&self, number: Decimal, language: Language) -> Option<(String, &'static str)> {
        SCALES.iter().find_map(|&(scale, khmer, english)| {
            // Rounded before it is compared, so that 999.97 million becomes 1 billion.
            let rounded = round(number / Decimal::from(scale), 1);
            let promoted = rounded.abs() >= Decimal::ONE
                && (number.abs() >= Decimal::from(scale) || is_next_scale(number, scale));
            let word = match language {
                Language::Khmer => khmer?,
                Language::English => english,
            };
            promoted.then(|| (self.decimal(rounded.normalize()), word))
        })
    }
}

/// Whether `number` lies so close below `scale` that the next smaller word would read 1,000.
fn is_next_scale(number: Decimal, scale: u64) -> bool {
    let smaller = if scale == 1_000_000 { 1 } else { scale / 1_000 };
    let places = if smaller == 1 { 2 } else { 1 };
    round(number.abs() / Decimal::from(smaller), places) >= Decimal::from(scale / smaller)
}

#[cfg(test)]
mod tests {
    use super::super::parse_amount;
    use super::*;
    use Language::{English, Khmer};

    #[test]
    fn large_amounts_are_read_at_a_glance() {
        for (amount, khmer, english) in [
            ("1234567890", "១,២ ពាន់លានរៀល", "1.2 billion riel"),
            ("3400000000", "៣,៤ ពាន់លានរៀល", "3.4 billion riel"),
            ("2000000000000", "២ ០០០ ពាន់លានរៀល", "2 trillion riel"),
            ("-5950000", "−៦ លានរៀល", "−6 million riel"),
            ("5940000", "៥,៩ លានរៀល", "5.9 million riel"),
            ("999949999", "៩៩៩,៩ លានរៀល", "999.9 million riel"),
            ("999950000", "១ ពាន់លានរៀល", "1 billion riel"),
            ("950000", "៩៥០ ០០០៛", "950,000 riel"),
            ("999999", "៩៩៩ ៩៩៩៛", "999,999 riel"),
            (
                "7193000000000000",
                "៧ ១៩៣ ០០០ ពាន់លានរៀល",
                "7,193 trillion riel",
            ),
            ("0", "០៛", "0 riel"),
        ] {
            let amount: Decimal = amount.parse().expect("a number in a test");
            let written = |style: NumberStyle, language| {
                style
                    .compact_money(amount, Currency::Riel, language)
                    .replace(NO_BREAK_SPACE, " ")
            };
            assert_eq!(written(NumberStyle::khmer(), Khmer), khmer);
            assert_eq!(written(NumberStyle::latin(), English), english);
        }
    }

    #[test]
    fn what_is_rounded_is_read_back_as_it_was_rounded() {
        for digits in 1..=15 {
            for start in [1_u128, 999_949, 123_456, 5_950_000] {
                let amount = Decimal::from(start * 10_u128.pow(digits) / 1_000_000);
                for (style, language) in [
                    (NumberStyle::khmer(), Khmer),
                    (NumberStyle::latin(), English),
                ] {
                    for currency in [Currency::Riel, Currency::UsDollar] {
                        let written = style.compact_money(amount, currency, language);
                        let read = parse_amount(&written, &style.separators()).expect("an amount");
                        assert_eq!(read.currency, Some(currency), "{written}");
                        let again = style.compact_money(read.number, currency, language);
                        assert_eq!(again, written);
                        let off = (read.number - amount).abs();
                        assert!(off * Decimal::from(10) <= amount, "{written} for {amount}");
                    }
                }
            }
        }
    }

    #[test]
    fn numbers_without_a_unit_have_a_word_too() {
        let number = Decimal::from(17_183_000);
        assert_eq!(NumberStyle::khmer().compact(number, Khmer), "១៧,២\u{A0}លាន");
        assert_eq!(
            NumberStyle::latin().compact(Decimal::from(1661), English),
            "1,661"
        );
        assert_eq!(
            NumberStyle::latin().compact(Decimal::MAX, English),
            "79,228,162,514,264,337.6\u{A0}trillion"
        );
    }
}
