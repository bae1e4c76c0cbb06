//! A language's tag → what its speakers call it, in which direction they write it, and how its numbers look.
//!
//! `languages.tsv` holds what ICU 78 knows of each language (CLDR 48, Unicode-3.0), as Node's
//! `Intl.DisplayNames`, `Intl.Locale` and `Intl.NumberFormat` tell it (after name and direction: the zero,
//! what parts groups of three digits, what stands before decimals): a crate with the same names would bring
//! those of every language in every other. Names stand alone here, so they begin with a capital where there are any; Khmer
//! is called as a menu in Khmer calls it.

use crate::khmer::number::{Digits, NumberStyle};
use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) const ARABIC_ZERO: char = '\u{660}';
/// That of Persian and Urdu, some of whose digits look otherwise.
pub(super) const PERSIAN_ZERO: char = '\u{6F0}';

/// Scripts that are written from the right.
const FROM_THE_RIGHT: &[&str] = &[
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
];

struct Known {
    is_from_the_right: bool,
    name: &'static str,
    numbers: NumberStyle,
}

/// By the first part of a tag.
static KNOWN: LazyLock<HashMap<&str, Known>> = LazyLock::new(|| {
    let lines = include_str!("languages.tsv").lines();
    let rows = lines.filter_map(|line| {
        let mut cells = line.split('\t');
        let tag = cells.next()?;
        let direction = cells.next()?;
        let name = cells.next()?;
        let mut sign = || cells.next()?.chars().next();
        let numbers = NumberStyle {
            digits: match sign()? {
                '0' => Digits::Latin,
                zero => Digits::From(zero),
            },
            group: sign()?,
            decimal: sign()?,
        };
        let known = Known {
            is_from_the_right: direction == "rtl",
            name,
            numbers,
        };
        Some((tag, known))
    });
    rows.collect()
});

pub(super) fn native_name(tag: &str) -> Option<&'static str> {
    known(tag).map(|known| known.name)
}

pub(super) fn number_style(tag: &str) -> Option<NumberStyle> {
    known(tag).map(|known| known.numbers)
}

/// The language of a country whose code somebody took for that of the language; `uk` is both.
pub(super) fn of_country(code: &str) -> Option<&'static str> {
    const OF_COUNTRIES: [(&str, &str); 8] = [
        ("cn", "zh"),
        ("gb", "en"),
        ("jp", "ja"),
        ("kh", "km"),
        ("kr", "ko"),
        ("uk", "en"),
        ("us", "en"),
        ("vn", "vi"),
    ];
    let code = code.to_ascii_lowercase();
    let found = OF_COUNTRIES.iter().find(|(country, _)| *country == code);
    found.map(|(_, language)| *language)
}

/// Whether it is built as tags of languages are; and which is meant if it is none.
pub(super) fn check(tag: &str) -> Result<(), Option<String>> {
    let language = tag.split('-').next().unwrap_or(tag);
    let is_plain = tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !is_plain || !(2..=3).contains(&language.len()) {
        return Err(None);
    }
    if known(tag).is_none()
        && let Some(meant) = of_country(tag)
    {
        return Err(Some(meant.to_owned()));
    }
    let lower = language.to_ascii_lowercase();
    match lower == language {
        true => Ok(()),
        false => Err(Some(tag.replacen(language, &lower, 1))),
    }
}

pub(super) fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split('-').skip(1);
    let script = parts.find(|part| part.len() == 4);
    let from_the_right = match script {
        Some(script) => FROM_THE_RIGHT.contains(&script.to_ascii_lowercase().as_str()),
        None => known(tag).is_some_and(|known| known.is_from_the_right),
    };
    match from_the_right {
        true => "rtl",
        false => "ltr",
    }
}

fn known(tag: &str) -> Option<&'static Known> {
    let language = tag.split('-').next().unwrap_or(tag);
    KNOWN.get(language.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_the_names_and_directions_that_their_speakers_know() {
        for (tag, name, direction_of) in [
            ("km", Some("ភាសាខ្មែរ"), "ltr"),
            ("en-GB", Some("English"), "ltr"),
            ("fr", Some("Français"), "ltr"),
            ("ar", Some("العربية"), "rtl"),
            ("he", Some("עברית"), "rtl"),
            ("ur", Some("اردو"), "rtl"),
            ("pa", Some("ਪੰਜਾਬੀ"), "ltr"),
            ("pa-Arab", Some("ਪੰਜਾਬੀ"), "rtl"),
            ("ka", Some("ქართული"), "ltr"),
            ("cja", None, "ltr"),
            ("cja-Arab", None, "rtl"),
        ] {
            assert_eq!(native_name(tag), name, "{tag}");
            assert_eq!(direction(tag), direction_of, "{tag}");
        }
        assert!(KNOWN.len() > 200);
    }

    #[test]
    fn numbers_look_as_their_readers_write_them() {
        for (tag, expected) in [
            ("en", "1,234,567.8"),
            ("vi", "1.234.567,8"),
            ("ar", "1,234,567.8"),
            ("fa", "۱٬۲۳۴٬۵۶۷٫۸"),
            ("my", "၁,၂၃၄,၅၆၇.၈"),
            ("fr", "1\u{202F}234\u{202F}567,8"),
        ] {
            let style = number_style(tag).expect("CLDR knows the language");
            let number = "1234567.8".parse().expect("a number");
            assert_eq!(style.decimal(number), expected, "{tag}");
        }
        assert_eq!(number_style("cja-Arab"), None);
        assert!(KNOWN.len() > 240);
    }

    #[test]
    fn what_is_no_tag_is_told_with_the_one_that_is_meant() {
        for tag in [
            "km",
            "en-GB",
            "pa-Arab",
            "cja",
            "kpm",
            "uk",
            "gsw",
            "zh-Hant-TW",
        ] {
            assert_eq!(check(tag), Ok(()), "{tag}");
        }
        for (tag, meant) in [
            ("", None),
            ("k", None),
            ("english", None),
            ("en_GB", None),
            ("ខ្មែរ", None),
            ("kh", Some("km")),
            ("KH", Some("km")),
            ("EN", Some("en")),
            ("En-gb", Some("en-gb")),
            ("vn", Some("vi")),
        ] {
            assert_eq!(check(tag), Err(meant.map(str::to_owned)), "{tag}");
        }
    }
}
