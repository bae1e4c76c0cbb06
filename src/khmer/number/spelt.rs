//! In: numbers and amounts in words (`មួយពាន់ពីររយរៀល`), with digits among them or not (`១លាន ៥សែន`).
//! Out: the exact number. The other way round from [`in_words`](super::in_words).

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::words::{ENGLISH_MINUS, ENGLISH_POINT, KHMER_MINUS, KHMER_POINT, Word, vocabulary};
use super::{Amount, Currency, NumberError, digit_value, is_invisible};
use crate::normalise;

static VOCABULARY: LazyLock<Vec<(&'static str, Word)>> = LazyLock::new(vocabulary);

/// The amount that `text` spells out, in Khmer or English, with its currency and a dollar's cents.
/// Words are read as documents use them: `មួយម៉ឺនពីរ` is 10,002, although at a market stall it may be
/// 12,000. With digits (`១ម៉ឺន២`), which no document does, it is refused as ambiguous.
pub(super) fn amount_in_words(text: &str) -> Result<Amount, NumberError> {
    let text = plain(text);
    let mut currency = None;
    let number = signed(&text, |text| {
        let (dollars, cents) = cents_of(text);
        currency = cents.map(|_| Currency::UsDollar);
        let Some(cents) = cents else {
            let (text, named) = super::worded::without_currency(text);
            currency = named;
            return number_in(text);
        };
        let hundredths = number_in(cents)?;
        if !hundredths.fract().is_zero() || hundredths >= Decimal::ONE_HUNDRED {
            return Err(NumberError::NotANumber);
        }
        let hundredths = hundredths / Decimal::ONE_HUNDRED;
        let Some(dollars) = dollars else {
            return Ok(hundredths);
        };
        let dollars = number_in(dollars)?;
        if !dollars.fract().is_zero() {
            return Err(NumberError::NotANumber);
        }
        dollars.checked_add(hundredths).ok_or(NumberError::TooLong)
    })?;
    Ok(Amount { number, currency })
}

/// The text in one spelling and one case, with one kind of space.
fn plain(text: &str) -> String {
    let visible: String = text.chars().filter(|&mark| !is_invisible(mark)).collect();
    let one_space: Vec<&str> = visible.split_whitespace().collect();
    // Both spellings of the tens are taught.
    normalise(&one_space.join(" "))
        .to_lowercase()
        .replace("សឹប", "សិប")
}

fn signed(
    text: &str,
    read: impl FnOnce(&str) -> Result<Decimal, NumberError>,
) -> Result<Decimal, NumberError> {
    let minus = [KHMER_MINUS, ENGLISH_MINUS];
    match minus.iter().find_map(|word| text.strip_prefix(word)) {
        Some(rest) => Ok(-read(rest.trim_start())?),
        None => read(text),
    }
}

/// What stands before the dollars' word, and before that of the cents.
fn cents_of(text: &str) -> (Option<&str>, Option<&str>) {
    let cents = ["សេន", "cents", "cent"];
    let Some(text) = cents.iter().find_map(|word| text.strip_suffix(word)) else {
        return (Some(text), None);
    };
    // A longer name stands before its beginning.
    let dollars = [
        "ដុល្លារអាមេរិក",
        "ដុល្លារ",
        "us dollars and ",
        "us dollar and ",
        "dollars and ",
    ];
    match dollars.iter().find_map(|word| text.split_once(word)) {
        Some((dollars, cents)) => (Some(dollars.trim_end()), Some(cents.trim())),
        None => (None, Some(text.trim_end())),
    }
}

fn number_in(text: &str) -> Result<Decimal, NumberError> {
    let point = [KHMER_POINT, ENGLISH_POINT];
    let (whole, decimals) = match point.iter().find_map(|word| text.split_once(word)) {
        Some((whole, decimals)) => (whole.trim_end(), Some(decimals.trim_start())),
        None => (text, None),
    };
    let whole = whole_of(&tokens(whole)?)?;
    let Some(decimals) = decimals else {
        return Ok(Decimal::from(whole));
    };
    let mut digits = String::new();
    for token in tokens(decimals)? {
        match token {
            Token::Word(Word::Value(digit @ 0..=9)) => digits.push_str(&digit.to_string()),
            _ => return Err(NumberError::NotANumber),
        }
    }
    if digits.is_empty() {
        return Err(NumberError::NotANumber);
    }
    Decimal::from_str_exact(&format!("{whole}.{digits}")).map_err(|_| NumberError::TooLong)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Word(Word),
    /// A number in digits, without separators.
    Figure(u64),
}

fn tokens(mut text: &str) -> Result<Vec<Token>, NumberError> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        if let Some(rest) = text.strip_prefix('-').filter(|_| !found.is_empty()) {
            text = rest;
            continue;
        }
        if text.is_empty() {
            return Ok(found);
        }
        if let Some(rest) = text.strip_prefix("and ").filter(|_| !found.is_empty()) {
            text = rest;
            continue;
        }
        if let Some(&(word, meaning)) = VOCABULARY.iter().find(|(word, _)| text.starts_with(word)) {
            found.push(Token::Word(meaning));
            text = &text[word.len()..];
            continue;
        }
        let end = text.find(|character| digit_value(character).is_none());
        let (figure, rest) = text.split_at(end.unwrap_or(text.len()));
        found.push(Token::Figure(figure_of(figure)?));
        text = rest;
    }
}

fn figure_of(digits: &str) -> Result<u64, NumberError> {
    let latin = digits.bytes().any(|byte| byte.is_ascii_digit());
    if latin && !digits.is_ascii() {
        return Err(NumberError::MixedScripts);
    }
    if digits.is_empty() {
        return Err(NumberError::NotANumber);
    }
    let digits = super::to_latin_digits(digits);
    digits.parse().map_err(|_| NumberError::TooLong)
}

/// A part of a number, all of whose digits below `unit` are zero.
#[derive(Clone, Copy)]
struct Part {
    value: u64,
    unit: u64,
}

fn whole_of(tokens: &[Token]) -> Result<u64, NumberError> {
    if let [
        ..,
        Token::Word(Word::Scale(scale)),
        Token::Figure(figure @ 1..=9),
    ] = *tokens
    {
        let readings = market_readings(&tokens[..tokens.len() - 1], scale, figure)?;
        return Err(NumberError::Ambiguous { readings });
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut after_scale = false;
    for token in tokens {
        match *token {
            Token::Word(Word::Scale(scale)) => {
                parts = multiplied(parts, scale, after_scale)?;
                after_scale = true;
            }
            Token::Word(Word::Value(value)) => {
                let unit = if value >= 20 || value == 10 { 10 } else { 1 };
                parts.push(Part { value, unit });
                after_scale = false;
            }
            Token::Figure(value) => {
                parts.push(Part { value, unit: 1 });
                after_scale = false;
            }
        }
    }
    Ok(sum(&parts)?.value)
}

/// Applies a word of size to the parts before it that are smaller; right after another such word
/// only a thousand and a million multiply again (`ពាន់លាន`).
fn multiplied(
    mut parts: Vec<Part>,
    scale: u64,
    after_scale: bool,
) -> Result<Vec<Part>, NumberError> {
    let smaller = parts.iter().rposition(|part| part.value >= scale);
    let mut first = smaller.map_or(0, |at| at + 1);
    if first == parts.len() && after_scale && matches!(scale, 1_000 | 1_000_000) {
        first = parts.len() - 1;
    }
    let multiplied = sum(&parts.split_off(first))?;
    let times = |number: u64| number.checked_mul(scale).ok_or(NumberError::TooLong);
    parts.push(Part {
        value: times(multiplied.value)?,
        unit: times(multiplied.unit)?,
    });
    Ok(parts)
}

/// The parts as one, if each is smaller than the unit of the one before.
fn sum(parts: &[Part]) -> Result<Part, NumberError> {
    let descending = parts.windows(2).all(|pair| {
        // A bare zero adds nothing to anything.
        pair[1].value < pair[0].unit && pair[1].value > 0 && pair[0].value > 0
    });
    let Some(last) = parts.last().filter(|_| descending) else {
        return Err(NumberError::NotANumber);
    };
    let value = parts
        .iter()
        .try_fold(0_u64, |sum, part| sum.checked_add(part.value))
        .ok_or(NumberError::TooLong)?;
    Ok(Part {
        value,
        unit: last.unit,
    })
}

/// `១ម៉ឺន២` is 10,002 in a book and 12,000 at a market.
fn market_readings(before: &[Token], scale: u64, figure: u64) -> Result<Vec<Decimal>, NumberError> {
    let before = whole_of(before)?;
    [figure, figure * (scale / 10)]
        .map(|figure| before.checked_add(figure).map(Decimal::from))
        .into_iter()
        .collect::<Option<Vec<Decimal>>>()
        .ok_or(NumberError::TooLong)
}

#[cfg(test)]
mod tests {
    use super::super::{Separators, in_words, money_in_words, parse_amount};
    use super::*;
    use crate::Language;

    fn number_of(text: &str) -> Result<Decimal, NumberError> {
        amount_in_words(text).map(|amount| amount.number)
    }

    #[test]
    fn words_that_are_written_are_read_back() {
        let mut state: u64 = 7;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            state >> 4
        };
        for round in 0..12_000 {
            // Every length of number, most with zeros at the end.
            let digits = next() % 18 + 1;
            let mut whole = next() % 10_u64.pow(digits as u32);
            let zeros = 10_u64.pow((next() % digits) as u32);
            if round % 3 > 0 {
                whole -= whole % zeros;
            }
            let mut number = Decimal::from(if round < 2_000 { round } else { whole });
            if round % 5 == 0 {
                number += Decimal::new((next() % 1_000) as i64, 3);
            }
            if round % 7 == 0 {
                number = -number;
            }
            for language in [Language::Khmer, Language::English] {
                let words = in_words(number, language).expect("a number with a name");
                assert_eq!(number_of(&words), Ok(number), "{words}");
                for currency in [Currency::Riel, Currency::UsDollar] {
                    let words = money_in_words(number, currency, language).expect("named");
                    let read = parse_amount(&words, &Separators::default());
                    let currency = Some(currency);
                    assert_eq!(read, Ok(Amount { number, currency }), "{words}");
                }
            }
        }
    }

    #[test]
    fn other_spellings_are_read() {
        for (text, number) in [
            ("ពីរ\u{200B}រយ ម្ភៃ", 220_i64),
            ("សាមសឹប", 30),
            ("ពីររយពាន់", 200_000),
            ("បីសែនលាន", 300_000_000_000),
            ("ពីរពាន់ពាន់លាន", 2_000_000_000_000),
            ("១លាន ៥សែន", 1_500_000),
            ("៣ម៉ឺន", 30_000),
            ("12លាន 345ពាន់", 12_345_000),
            ("One Hundred Twenty Three Thousand", 123_000),
            ("five thousand million", 5_000_000_000),
        ] {
            assert_eq!(number_of(text), Ok(Decimal::from(number)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "ដក",
            "លាន",
            "and five",
            "-5",
            "មួយមួយ",
            "ពីរដប់",
            "មួយពាន់ពីរពាន់",
            "ពីរពាន់រយ",
            "មួយលានសូន្យ",
            "ប្រាំក្បៀស",
            "មួយក្បៀសដប់",
            "ក្បៀសមួយ",
            "សាលា",
            "one two",
            "សូន្យមួយ",
            "zero hundred and",
        ] {
            assert_eq!(number_of(text), Err(NumberError::NotANumber), "{text}");
        }
        assert_eq!(
            parse_amount(" ", &Separators::default()),
            Err(NumberError::Empty)
        );
        assert_eq!(number_of("១2លាន"), Err(NumberError::MixedScripts));
        let endless = format!("មួយ{}", "លាន".repeat(9));
        assert_eq!(number_of(&endless), Err(NumberError::TooLong));
        let edge = "18លានលានលាន 900000លានលាន";
        assert_eq!(number_of(edge), Err(NumberError::TooLong));
        let readings = vec![Decimal::from(10_002), Decimal::from(12_000)];
        assert_eq!(number_of("១ម៉ឺន ២"), Err(NumberError::Ambiguous { readings }));
    }

    #[test]
    fn no_text_is_too_strange_to_be_read() {
        const PARTS: [&str; 34] = [
            "មួយ",
            "ប្រាំ",
            "ដប់",
            "ម្ភៃ",
            "រយ",
            "ពាន់",
            "ម៉ឺន",
            "សែន",
            "លាន",
            "ក្បៀស",
            "ដក",
            "រៀល",
            "ដុល្លារ",
            "សេន",
            "one",
            "twenty",
            "thousand",
            "trillion",
            "point",
            "minus",
            "and ",
            "cents",
            "first",
            "th",
            "ទី",
            "ដល់",
            "%",
            "$",
            "–",
            "-",
            ".",
            " ",
            "9",
            "៩៩៩៩៩៩៩៩៩៩៩៩៩៩៩៩៩៩៩",
        ];
        let mut state: u64 = 3;
        let mut next = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let unknown = Separators::default();
        for _ in 0..30_000 {
            let text: String = (0..next(9)).map(|_| PARTS[next(PARTS.len())]).collect();
            let _ = amount_in_words(&text);
            let _ = parse_amount(&text, &unknown);
        }
    }

    #[test]
    fn cents_are_hundredths() {
        let unknown = Separators::default();
        for text in ["ពីរដុល្លារមួយរយសេន", "one point five US dollars and five cents"]
        {
            assert_eq!(parse_amount(text, &unknown), Err(NumberError::NotANumber));
        }
        let currency = Some(Currency::UsDollar);
        let number = Decimal::new(1250, 2);
        assert_eq!(
            parse_amount("ដប់ពីរដុល្លារអាមេរិក ហាសិបសេន", &unknown),
            Ok(Amount { number, currency })
        );
    }
}
