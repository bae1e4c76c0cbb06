//! In: exact numbers and amounts of money. Out: the same in words, as leaflets and receipts spell
//! them.
//!
//! Khmer counts by ten thousand (`ម៉ឺន`) and a hundred thousand (`សែន`) below a million, and by
//! `លាន`, `ពាន់លាន` and `លានលាន` above. Numbers of 10¹⁸ and more have no words here: their names
//! would have to be deciphered. [`parse_amount`](super::parse_amount) reads all of it back.

use rust_decimal::Decimal;

use super::{Currency, round};
use crate::Language;

/// The first number that is not written in words.
const LIMIT: u64 = 1_000_000_000_000_000_000;

const KHMER_UNITS: [&str; 10] = [
    "សូន្យ",
    "មួយ",
    "ពីរ",
    "បី",
    "បួន",
    "ប្រាំ",
    "ប្រាំមួយ",
    "ប្រាំពីរ",
    "ប្រាំបី",
    "ប្រាំបួន",
];
const KHMER_TENS: [&str; 9] = [
    "ដប់",
    "ម្ភៃ",
    "សាមសិប",
    "សែសិប",
    "ហាសិប",
    "ហុកសិប",
    "ចិតសិប",
    "ប៉ែតសិប",
    "កៅសិប",
];
/// Above them only `លាន` counts, alone or after `ពាន់` or itself.
const KHMER_PLACES: [(u64, &str); 4] = [
    (100_000, "សែន"),
    (10_000, "ម៉ឺន"),
    (1_000, "ពាន់"),
    (100, "រយ"),
];
const KHMER_SCALES: [(u64, &str); 3] = [
    (1_000_000_000_000, "លានលាន"),
    (1_000_000_000, "ពាន់លាន"),
    (1_000_000, "លាន"),
];

const ENGLISH_UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const ENGLISH_SCALES: [(u64, &str); 4] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// The words between a whole number and its decimals, which are read one by one.
pub(super) const KHMER_POINT: &str = "ក្បៀស";
pub(super) const ENGLISH_POINT: &str = "point";
pub(super) const KHMER_MINUS: &str = "ដក";
pub(super) const ENGLISH_MINUS: &str = "minus";

/// The number in words, with exactly the decimals it has; none from 10¹⁸ on, in either direction.
///
/// ```
/// use rust_decimal::Decimal;
/// use sala_khmer::{Language, number::in_words};
/// let number = Decimal::from(1234);
/// assert_eq!(
///     in_words(number, Language::Khmer).as_deref(),
///     Some("មួយពាន់ពីររយសាមសិបបួន")
/// );
/// assert_eq!(
///     in_words(number, Language::English).as_deref(),
///     Some("one thousand two hundred and thirty-four")
/// );
/// ```
pub fn in_words(number: Decimal, language: Language) -> Option<String> {
    let (minus, magnitude) = sign_of(number, language);
    let plain = magnitude.to_string();
    let (whole, decimals) = match plain.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (plain.as_str(), None),
    };
    let mut words = minus + &whole_in_words(whole.parse().ok()?, language)?;
    if let Some(decimals) = decimals {
        words.push_str(match language {
            Language::Khmer => KHMER_POINT,
            Language::English => " point",
        });
        for (index, digit) in decimals.bytes().enumerate() {
            let digit = usize::from(digit.saturating_sub(b'0')).min(9);
            // Without the space, five and two (`ប្រាំ ពីរ`) would be seven (`ប្រាំពីរ`).
            if index > 0 || language == Language::English {
                words.push(' ');
            }
            words.push_str(match language {
                Language::Khmer => KHMER_UNITS[digit],
                Language::English => ENGLISH_UNITS[digit],
            });
        }
    }
    Some(words)
}

/// An amount in words: `មួយពាន់ពីររយរៀល`, `one thousand two hundred riel`. A dollar's hundredths are
/// cents (`ដប់ពីរដុល្លារហាសិបសេន`); smaller parts of it, and all parts of a riel, are read as decimals.
pub fn money_in_words(amount: Decimal, currency: Currency, language: Language) -> Option<String> {
    let in_cents = currency == Currency::UsDollar && round(amount, 2) == amount;
    if !in_cents || amount.fract().is_zero() {
        let amount = if amount.fract().is_zero() {
            amount.trunc()
        } else {
            amount
        };
        return Some(with_currency(
            in_words(amount, language)?,
            amount,
            currency,
            language,
        ));
    }
    let (minus, magnitude) = sign_of(amount, language);
    let dollars = magnitude.trunc();
    let cents = (magnitude.fract() * Decimal::ONE_HUNDRED).normalize();
    let cent_words = in_words(cents, language)?;
    let cents = match language {
        Language::Khmer => format!("{cent_words}សេន"),
        Language::English if cents == Decimal::ONE => format!("{cent_words} cent"),
        Language::English => format!("{cent_words} cents"),
    };
    if dollars.is_zero() {
        return Some(minus + &cents);
    }
    let dollars = with_currency(in_words(dollars, language)?, dollars, currency, language);
    Some(match language {
        Language::Khmer => minus + &dollars + &cents,
        Language::English => format!("{minus}{dollars} and {cents}"),
    })
}

fn with_currency(words: String, amount: Decimal, currency: Currency, language: Language) -> String {
    match language {
        Language::Khmer => words + currency.name(language),
        Language::English if currency == Currency::UsDollar && amount.abs() == Decimal::ONE => {
            words + " US dollar"
        }
        Language::English => words + " " + currency.name(language),
    }
}

fn sign_of(number: Decimal, language: Language) -> (String, Decimal) {
    let minus = match language {
        _ if !number.is_sign_negative() || number.is_zero() => String::new(),
        Language::Khmer => KHMER_MINUS.to_owned(),
        Language::English => format!("{ENGLISH_MINUS} "),
    };
    (minus, number.abs())
}

fn whole_in_words(number: u64, language: Language) -> Option<String> {
    (number < LIMIT).then(|| match language {
        Language::Khmer => khmer_words(number),
        Language::English => english_words(number),
    })
}

fn khmer_words(number: u64) -> String {
    if number < 10 {
        return KHMER_UNITS[number as usize].to_owned();
    }
    let mut words = String::new();
    let mut rest = number;
    for (scale, word) in KHMER_SCALES.into_iter().chain(KHMER_PLACES) {
        if rest >= scale {
            words.push_str(&khmer_words(rest / scale));
            words.push_str(word);
            rest %= scale;
        }
    }
    if rest >= 10 {
        words.push_str(KHMER_TENS[(rest / 10 - 1) as usize]);
        rest %= 10;
    }
    if rest > 0 {
        words.push_str(KHMER_UNITS[rest as usize]);
    }
    words
}

fn english_words(number: u64) -> String {
    let mut parts = Vec::new();
    let mut rest = number;
    for (scale, word) in ENGLISH_SCALES {
        if rest >= scale {
            parts.push(format!("{} {word}", english_words(rest / scale)));
            rest %= scale;
        }
    }
    if rest >= 100 {
        parts.push(format!("{} hundred", ENGLISH_UNITS[(rest / 100) as usize]));
        rest %= 100;
    }
    if rest > 0 || parts.is_empty() {
        if !parts.is_empty() {
            parts.push("and".to_owned());
        }
        parts.push(match rest {
            0..=19 => ENGLISH_UNITS[rest as usize].to_owned(),
            _ => {
                let tens = ENGLISH_TENS[(rest / 10 - 2) as usize];
                match rest % 10 {
                    0 => tens.to_owned(),
                    unit => format!("{tens}-{}", ENGLISH_UNITS[unit as usize]),
                }
            }
        });
    }
    parts.join(" ")
}

/// What a word says in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Adds to what stands before it: 0 to 19, or a multiple of ten.
    Value(u64),
    /// Multiplies what stands before it.
    Scale(u64),
}

/// Every word of a number with its meaning, a longer word before its beginning.
pub(super) fn vocabulary() -> Vec<(&'static str, Word)> {
    let values = |words: &[&'static str], first: u64, step: u64| -> Vec<(&'static str, Word)> {
        words
            .iter()
            .zip(0..)
            .map(|(&word, index)| (word, Word::Value(first + step * index)))
            .collect()
    };
    let mut all = [
        values(&KHMER_UNITS, 0, 1),
        values(&KHMER_TENS, 10, 10),
        values(&ENGLISH_UNITS, 0, 1),
        values(&ENGLISH_TENS, 20, 10),
    ]
    .concat();
    let scales = KHMER_PLACES.into_iter().chain(ENGLISH_SCALES);
    let scales = scales.chain([(1_000_000, "លាន"), (100, "hundred")]);
    all.extend(scales.map(|(scale, word)| (word, Word::Scale(scale))));
    all.sort_by_key(|&(word, _)| std::cmp::Reverse(word.len()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Khmer};

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a number in a test")
    }

    #[test]
    fn numbers_are_spelt_as_they_are_read() {
        for (number, khmer, english) in [
            ("0", "សូន្យ", "zero"),
            ("5", "ប្រាំ", "five"),
            ("10", "ដប់", "ten"),
            ("11", "ដប់មួយ", "eleven"),
            ("16", "ដប់ប្រាំមួយ", "sixteen"),
            ("20", "ម្ភៃ", "twenty"),
            ("21", "ម្ភៃមួយ", "twenty-one"),
            ("99", "កៅសិបប្រាំបួន", "ninety-nine"),
            ("100", "មួយរយ", "one hundred"),
            ("105", "មួយរយប្រាំ", "one hundred and five"),
            ("1002", "មួយពាន់ពីរ", "one thousand and two"),
            (
                "1234",
                "មួយពាន់ពីររយសាមសិបបួន",
                "one thousand two hundred and thirty-four",
            ),
            ("10000", "មួយម៉ឺន", "ten thousand"),
            (
                "123456",
                "មួយសែនពីរម៉ឺនបីពាន់បួនរយហាសិបប្រាំមួយ",
                "one hundred and twenty-three thousand four hundred and fifty-six",
            ),
            ("12000000", "ដប់ពីរលាន", "twelve million"),
            (
                "3400000000",
                "បីពាន់លានបួនរយលាន",
                "three billion four hundred million",
            ),
            ("2000000000000", "ពីរលានលាន", "two trillion"),
            (
                "7193000000000000",
                "ប្រាំពីរពាន់មួយរយកៅសិបបីលានលាន",
                "seven thousand one hundred and ninety-three trillion",
            ),
            ("-3.05", "ដកបីក្បៀសសូន្យ ប្រាំ", "minus three point zero five"),
            ("1.50", "មួយក្បៀសប្រាំ សូន្យ", "one point five zero"),
            ("-0.00", "សូន្យក្បៀសសូន្យ សូន្យ", "zero point zero zero"),
        ] {
            assert_eq!(in_words(decimal(number), Khmer).as_deref(), Some(khmer));
            assert_eq!(in_words(decimal(number), English).as_deref(), Some(english));
            assert_eq!(crate::normalise(khmer), khmer);
        }
    }

    #[test]
    fn numbers_that_nobody_names_have_no_words() {
        let largest = Decimal::from(LIMIT - 1);
        for language in [Khmer, English] {
            assert!(in_words(largest, language).is_some());
            assert!(in_words(-largest, language).is_some());
            assert_eq!(in_words(Decimal::from(LIMIT), language), None);
            assert_eq!(in_words(Decimal::MIN, language), None);
            assert_eq!(money_in_words(Decimal::MAX, Currency::Riel, language), None);
        }
    }

    #[test]
    fn money_is_spelt_with_its_unit() {
        use Currency::{Riel, UsDollar};
        for (amount, currency, khmer, english) in [
            (
                "1200",
                Riel,
                "មួយពាន់ពីររយរៀល",
                "one thousand two hundred riel",
            ),
            ("0", Riel, "សូន្យរៀល", "zero riel"),
            ("2.5", Riel, "ពីរក្បៀសប្រាំរៀល", "two point five riel"),
            ("1", UsDollar, "មួយដុល្លារ", "one US dollar"),
            (
                "12.50",
                UsDollar,
                "ដប់ពីរដុល្លារហាសិបសេន",
                "twelve US dollars and fifty cents",
            ),
            (
                "-1.01",
                UsDollar,
                "ដកមួយដុល្លារមួយសេន",
                "minus one US dollar and one cent",
            ),
            ("0.05", UsDollar, "ប្រាំសេន", "five cents"),
            ("3.00", UsDollar, "បីដុល្លារ", "three US dollars"),
            (
                "1.005",
                UsDollar,
                "មួយក្បៀសសូន្យ សូន្យ ប្រាំដុល្លារ",
                "one point zero zero five US dollars",
            ),
        ] {
            let written = |language| money_in_words(decimal(amount), currency, language);
            assert_eq!(written(Khmer).as_deref(), Some(khmer));
            assert_eq!(written(English).as_deref(), Some(english));
        }
    }
}
