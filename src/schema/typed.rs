//! A value as people type it → the value, where it can mean one thing only: `Yes`, `៣`, `24/11/2026`.
//!
//! It knows nothing of TOML: what is handed in is the text between quotation marks, or without any.

use crate::khmer::date::{DateDeclaration, DateError, parse_date};
use jiff::civil::Date;

/// Words that say yes, and those that say no.
const YES: [&str; 8] = ["true", "yes", "on", "y", "បាទ", "ចាស", "មែន", "ពិត"];
const NO: [&str; 7] = ["false", "no", "off", "n", "ទេ", "អត់ទេ", "មិនមែន"];

/// A year that nobody writes of a campaign's pages or sources without a slip of the finger.
const FIRST_YEAR: i16 = 1000;
/// From here on a year is likely one of the Buddhist era.
const FIRST_DOUBTFUL_YEAR: i16 = 2400;

/// Whether the character is a space, or one that nobody sees and keyboards type for a space: U+200B
/// is what the space bar of Khmer keyboards types. A line's end is none.
pub fn is_blank(c: char) -> bool {
    match c {
        '\n' => false,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' => true,
        _ => c.is_whitespace(),
    }
}

/// Whether it is `true` or `false`, or a word that says the one or the other.
pub fn says_yes_or_no(text: &str) -> bool {
    truth(text).is_some()
}

/// What a word says that is typed where `true` or `false` is wanted.
pub fn truth(text: &str) -> Option<bool> {
    let word = text.trim_matches(is_blank).to_lowercase();
    match word.as_str() {
        word if YES.contains(&word) => Some(true),
        word if NO.contains(&word) => Some(false),
        _ => None,
    }
}

/// A whole number in any digits; `None` if it is something else. One that is too large is as large as
/// can be.
pub fn whole(text: &str) -> Option<i64> {
    let text = plain(text);
    let (is_below_zero, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse::<i64>().unwrap_or(i64::MAX);
    Some(if is_below_zero { -number } else { number })
}

/// A number with a point before its decimals, in any digits.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = plain(text);
    let digits = text.strip_prefix(['-', '+']).unwrap_or(&text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = are_digits(whole) && are_digits(decimals) && !decimals.is_empty();
    is_number.then(|| text.parse().ok()).flatten()
}

/// The day that is written, in any order that leaves one reading. An hour behind it is left out.
pub fn day(text: &str) -> Result<Date, DateError> {
    let text = plain(text);
    let day = match text.split_once(['T', ' ']) {
        Some((day, hour)) if hour.contains(':') && is_iso(day) => day,
        _ => &text,
    };
    checked(parse_date(day, &DateDeclaration::default())?)
}

/// The day, unless its year is one that nobody means: of another era, or without its century.
pub(super) fn checked(day: Date) -> Result<Date, DateError> {
    match day.year() {
        year if year < FIRST_YEAR => Err(DateError::ShortYear { year }),
        year if year < FIRST_DOUBTFUL_YEAR => Ok(day),
        year => Err(DateError::UndeclaredEra { year }),
    }
}

fn is_iso(text: &str) -> bool {
    text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-'
}

/// The same in Latin digits, with the one hyphen, and without what nobody sees.
pub(super) fn plain(text: &str) -> String {
    let letters = text.trim_matches(is_blank).chars();
    letters
        .filter(|c| !is_blank(*c) || c.is_whitespace())
        .map(|c| match c {
            '\u{17e0}'..='\u{17e9}' => in_latin(c, '\u{17e0}'),
            '\u{ff10}'..='\u{ff19}' => in_latin(c, '\u{ff10}'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\u{ff0f}' => '/',
            '\u{ff0e}' => '.',
            '\u{a0}' | '\u{202f}' | '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

fn in_latin(digit: char, zero: char) -> char {
    char::from_digit(u32::from(digit) - u32::from(zero), 10).unwrap_or(digit)
}

/// Whether somebody meant a number or a day; digits of any script count.
pub(super) fn is_like_a_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-', '.', '–', '−']).unwrap_or(text);
    unsigned.starts_with(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_word_that_says_yes_or_no_is_read() {
        let read = |words: &[&str]| -> Vec<Option<bool>> {
            words.iter().map(|word| truth(word)).collect()
        };
        let yes = ["true", "True", " TRUE\u{200b}", "Yes", "on", "បាទ", "ចាស"];
        assert_eq!(read(&yes), [Some(true); 7]);
        assert_eq!(read(&["False", "no", "OFF", "ទេ"]), [Some(false); 4]);
        assert_eq!(read(&["", "maybe", "1", "draft"]), [None; 4]);
    }

    #[test]
    fn a_number_is_read_in_any_digits() {
        for (text, expected) in [
            ("៣", Some(3)),
            ("០១២", Some(12)),
            ("３", Some(3)),
            ("–4", Some(-4)),
            ("+5", Some(5)),
            ("1,000", None),
            ("1.5", None),
            ("10%", None),
            ("-", None),
            ("99999999999999999999", Some(i64::MAX)),
        ] {
            assert_eq!(whole(text), expected, "{text}");
        }
        for (text, expected) in [
            ("២.៥", Some(2.5)),
            (".5", Some(0.5)),
            ("−1.25", Some(-1.25)),
            ("5.", None),
            ("1e3", None),
            ("1.000.000", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_is_read_as_it_is_written_here_and_elsewhere() {
        for text in [
            "2026-11-24",
            "2026/11/24",
            "24/11/2026",
            "24-11-2026",
            "24.11.2026",
            "11/24/2026",
            "២៤/១១/២០២៦",
            "២៤/11/2026",
            "24–11–2026",
            "２４／１１／２０２６",
            "24 November 2026",
            "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
            "2026-11-24T10:30:00+07:00",
            "2026-11-24 10:30:00 +0700",
        ] {
            assert_eq!(day(text), Ok(date(2026, 11, 24)), "{text}");
        }
        let readings = vec![date(2026, 3, 4), date(2026, 4, 3)];
        assert_eq!(day("03/04/2026"), Err(DateError::Ambiguous { readings }));
        let buddhist = Err(DateError::UndeclaredEra { year: 2570 });
        assert_eq!(day("24/11/2570"), buddhist);
        assert_eq!(checked(date(2570, 11, 24)), buddhist);
        let short = Err(DateError::ShortYear { year: 26 });
        assert_eq!(day("24/11/26"), short);
        assert_eq!(checked(date(26, 11, 24)), short);
        assert_eq!(day("soon"), Err(DateError::NotADate));
    }
}
