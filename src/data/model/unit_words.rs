//! What people write above figures about their unit: `in thousands`, `million riel`, `ឯកតា៖ លានរៀល`.
//!
//! `5 million riel` is a figure and no unit, and so is `៥លានរៀល`.

use rust_decimal::Decimal;

/// The unit that a text says; what it does not say is not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct StatedUnit {
    /// What a 1 stands for.
    pub scale: Option<Decimal>,
    /// ISO 4217.
    pub currency: Option<&'static str>,
}

const ENGLISH: [(&str, u64); 4] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];
/// They stand one behind the other: `ពាន់លាន` is a thousand million.
const KHMER: [(&str, u64); 4] = [
    ("ពាន់", 1_000),
    ("ម៉ឺន", 10_000),
    ("សែន", 100_000),
    ("លាន", 1_000_000),
];
const CURRENCIES: [(&str, &str); 10] = [
    ("រៀល", "KHR"),
    ("៛", "KHR"),
    ("riels", "KHR"),
    ("riel", "KHR"),
    ("khr", "KHR"),
    ("ដុល្លារ", "USD"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("usd", "USD"),
    ("$", "USD"),
];
/// What says that a unit follows.
const MARKS: [&str; 5] = ["ឯកតា", "គិតជា", "unit", "units", "in"];

/// One word of a text about units.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Word {
    Mark,
    Scale(u64),
    Currency(&'static str),
    Figure,
    Other,
}

/// The unit that a title says.
pub(crate) fn unit_of_title(text: &str) -> StatedUnit {
    let words = words(text);
    let mut unit = StatedUnit::default();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| words[at]);
        let after = words.get(at + 1).copied();
        let is_currency = |word| matches!(word, Some(Word::Currency(_)));
        let is_marked = before == Some(Word::Mark);
        match *word {
            Word::Scale(scale)
                if before != Some(Word::Figure)
                    && (is_marked || is_currency(before) || is_currency(after)) =>
            {
                unit.scale = unit.scale.or(Some(scale.into()));
            }
            Word::Currency(currency) => {
                let scaled = unit.scale.is_some()
                    && (matches!(before, Some(Word::Scale(_)))
                        || matches!(after, Some(Word::Scale(_))));
                let next = match after {
                    Some(Word::Scale(scale)) if before != Some(Word::Figure) => Some(scale),
                    _ => None,
                };
                if is_marked && next.is_none() {
                    unit.scale = unit.scale.or(Some(Decimal::ONE));
                }
                if is_marked || scaled || next.is_some() {
                    unit.currency = unit.currency.or(Some(currency));
                }
            }
            _ => {}
        }
    }
    unit
}

/// The unit that the header of a column of figures says, where a currency needs no more words.
pub(crate) fn unit_of_header(text: &str) -> StatedUnit {
    let unit = unit_of_title(text);
    let currency = words(text).into_iter().find_map(|word| match word {
        Word::Currency(currency) => Some(currency),
        _ => None,
    });
    StatedUnit {
        currency: unit.currency.or(currency),
        ..unit
    }
}

/// The unit that the words of a number format say, which stand beside each number that is shown.
pub(crate) fn unit_of_format(text: &str) -> StatedUnit {
    let mut unit = StatedUnit::default();
    for word in words(text) {
        match word {
            Word::Scale(scale) => unit.scale = unit.scale.or(Some(scale.into())),
            Word::Currency(currency) => unit.currency = unit.currency.or(Some(currency)),
            Word::Mark | Word::Figure | Word::Other => {}
        }
    }
    unit
}

/// Whether a word of a header only tells the unit.
pub(super) fn is_unit_word(word: &str) -> bool {
    words(word)
        .iter()
        .all(|word| matches!(word, Word::Mark | Word::Scale(_) | Word::Currency(_)))
}

fn words(text: &str) -> Vec<Word> {
    // What stands in brackets is no figure's unit: `2026 (million riel)`.
    let small = text.to_lowercase().replace(['(', '['], " ( ");
    let is_sign = |letter: char| {
        letter.is_whitespace() || matches!(letter, ')' | ']' | ':' | '៖' | '/' | '_' | '-')
    };
    let mut words = Vec::new();
    // `millions of riel`
    for piece in small.split(is_sign).filter(|piece| *piece != "of") {
        if piece == "(" {
            if words.last() == Some(&Word::Figure) {
                words.push(Word::Other);
            }
            continue;
        }
        // Khmer needs no space between these words.
        let mut rest = piece.trim_matches([',', '.', ';', '\'']);
        while !rest.is_empty() {
            let (word, length) = first(rest);
            match (word, words.last_mut()) {
                (Word::Scale(more), Some(Word::Scale(scale))) => {
                    *scale = scale.saturating_mul(more);
                }
                _ => words.push(word),
            }
            rest = &rest[length..];
        }
    }
    words
}

/// The first word and its length.
fn first(text: &str) -> (Word, usize) {
    let is_digit = |letter: char| letter.is_numeric();
    let figure = text
        .find(|letter: char| !is_digit(letter) && !matches!(letter, '.' | ','))
        .unwrap_or(text.len());
    if text.starts_with(is_digit) {
        return (Word::Figure, figure);
    }
    let whole = |word: &str| text == word || text.strip_suffix('s') == Some(word);
    if let Some((_, scale)) = ENGLISH.iter().find(|(word, _)| whole(word)) {
        return (Word::Scale(*scale), text.len());
    }
    let is_latin = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let begins = |word: &str| text == word || !is_latin(word) && text.starts_with(word);
    if let Some((word, currency)) = CURRENCIES.iter().find(|(word, _)| begins(word)) {
        return (Word::Currency(currency), word.len());
    }
    if let Some(word) = MARKS.iter().find(|word| begins(word)) {
        return (Word::Mark, word.len());
    }
    if let Some((word, scale)) = KHMER.iter().find(|(word, _)| text.starts_with(word)) {
        return (Word::Scale(*scale), word.len());
    }
    (Word::Other, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_its_unit_and_a_figure_in_it_is_none() {
        let said = |text| {
            let unit = unit_of_title(text);
            (unit.scale.map(|scale| scale.to_string()), unit.currency)
        };
        let unit = |scale: &str, currency| (Some(scale.to_owned()), currency);
        assert_eq!(said("ថវិកា (លានរៀល)"), unit("1000000", Some("KHR")));
        assert_eq!(said("ឯកតា៖ ពាន់លានរៀល"), unit("1000000000", Some("KHR")));
        assert_eq!(said("ឯកតា ៖ លាន រៀល"), unit("1000000", Some("KHR")));
        assert_eq!(said("ឯកតា៖ រៀល"), unit("1", Some("KHR")));
        assert_eq!(said("Budget, in thousands"), unit("1000", None));
        assert_eq!(said("Budget (million riel)"), unit("1000000", Some("KHR")));
        assert_eq!(said("in millions of riel"), unit("1000000", Some("KHR")));
        assert_eq!(said("KHR million"), unit("1000000", Some("KHR")));
        assert_eq!(
            said("Budget 2026 (million riel)"),
            unit("1000000", Some("KHR"))
        );
        assert_eq!(said("ថវិកា ២០២៦ (លានរៀល)"), unit("1000000", Some("KHR")));
        assert_eq!(said("Unit: USD"), unit("1", Some("USD")));
        for other in [
            "A million trees",
            "គម្រោង ៥លានរៀល",
            "5 million riel for schools",
            "ថវិកា ២០២៥",
            "លាន",
            "Riel",
            "រៀល",
        ] {
            assert_eq!(said(other), (None, None), "{other}");
        }
    }

    #[test]
    fn words_of_a_header_that_tell_the_unit_are_known() {
        for word in ["million", "riel", "លានរៀល", "usd", "$", "thousands", "in"] {
            assert!(is_unit_word(word), "{word}");
        }
        for word in ["2025", "approved", "អនុម័ត", "rielx", "លានដើម"] {
            assert!(!is_unit_word(word), "{word}");
        }
    }
}
