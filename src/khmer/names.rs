//! In: one code point. Out: its name in the Unicode standard, for those that Khmer text is made of;
//! for others a plain word.
//!
//! Knows the Khmer block, the Khmer symbols and the code points nobody sees.

use std::borrow::Cow;

use super::irregular::{is_no_text, is_private};

/// Neighbours in the code chart whose names begin alike.
struct Row {
    first: u32,
    beginning: &'static str,
    endings: &'static [&'static str],
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row { first: 0x1780, beginning: "KHMER LETTER ", endings: &[
        "KA", "KHA", "KO", "KHO", "NGO", "CA", "CHA", "CO", "CHO", "NYO", "DA", "TTHA", "DO", "TTHO",
        "NNO", "TA", "THA", "TO", "THO", "NO", "BA", "PHA", "PO", "PHO", "MO", "YO", "RO", "LO", "VO",
        "SHA", "SSO", "SA", "HA", "LA", "QA",
    ] },
    Row { first: 0x17A3, beginning: "KHMER INDEPENDENT VOWEL ", endings: &[
        "QAQ", "QAA", "QI", "QII", "QU", "QUK", "QUU", "QUUV", "RY", "RYY", "LY", "LYY", "QE", "QAI",
        "QOO TYPE ONE", "QOO TYPE TWO", "QAU",
    ] },
    Row { first: 0x17B4, beginning: "KHMER VOWEL INHERENT ", endings: &["AQ", "AA"] },
    Row { first: 0x17B6, beginning: "KHMER VOWEL SIGN ", endings: &[
        "AA", "I", "II", "Y", "YY", "U", "UU", "UA", "OE", "YA", "IE", "E", "AE", "AI", "OO", "AU",
    ] },
    Row { first: 0x17C6, beginning: "KHMER SIGN ", endings: &[
        "NIKAHIT", "REAHMUK", "YUUKALEAPINTU", "MUUSIKATOAN", "TRIISAP", "BANTOC", "ROBAT",
        "TOANDAKHIAT", "KAKABAT", "AHSDA", "SAMYOK SANNYA", "VIRIAM", "COENG", "BATHAMASAT", "KHAN",
        "BARIYOOSAN", "CAMNUC PII KUUH", "LEK TOO", "BEYYAL", "PHNAEK MUAN", "KOOMUUT",
    ] },
    Row { first: 0x17DB, beginning: "KHMER CURRENCY SYMBOL ", endings: &["RIEL"] },
    Row { first: 0x17DC, beginning: "KHMER SIGN ", endings: &["AVAKRAHASANYA", "ATTHACAN"] },
    Row { first: 0x17E0, beginning: "KHMER DIGIT ", endings: &[
        "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE",
    ] },
    Row { first: 0x17F0, beginning: "KHMER SYMBOL LEK ATTAK ", endings: &[
        "SON", "MUOY", "PII", "BEI", "BUON", "PRAM", "PRAM-MUOY", "PRAM-PII", "PRAM-BEI", "PRAM-BUON",
    ] },
    // The days of the lunar month: the first fortnight waxes, the second wanes.
    Row { first: 0x19E0, beginning: "KHMER SYMBOL ", endings: &[
        "PATHAMASAT", "MUOY KOET", "PII KOET", "BEI KOET", "BUON KOET", "PRAM KOET",
        "PRAM-MUOY KOET", "PRAM-PII KOET", "PRAM-BEI KOET", "PRAM-BUON KOET", "DAP KOET",
        "DAP-MUOY KOET", "DAP-PII KOET", "DAP-BEI KOET", "DAP-BUON KOET", "DAP-PRAM KOET",
        "TUTEYASAT", "MUOY ROC", "PII ROC", "BEI ROC", "BUON ROC", "PRAM ROC",
        "PRAM-MUOY ROC", "PRAM-PII ROC", "PRAM-BEI ROC", "PRAM-BUON ROC", "DAP ROC",
        "DAP-MUOY ROC", "DAP-PII ROC", "DAP-BEI ROC", "DAP-BUON ROC", "DAP-PRAM ROC",
    ] },
    Row { first: 0x0020, beginning: "", endings: &["SPACE"] },
    Row { first: 0x00A0, beginning: "", endings: &["NO-BREAK SPACE"] },
    Row { first: 0x00AD, beginning: "", endings: &["SOFT HYPHEN"] },
    Row { first: 0x200B, beginning: "", endings: &[
        "ZERO WIDTH SPACE", "ZERO WIDTH NON-JOINER", "ZERO WIDTH JOINER", "LEFT-TO-RIGHT MARK",
        "RIGHT-TO-LEFT MARK",
    ] },
    Row { first: 0x2028, beginning: "", endings: &[
        "LINE SEPARATOR", "PARAGRAPH SEPARATOR", "LEFT-TO-RIGHT EMBEDDING",
        "RIGHT-TO-LEFT EMBEDDING", "POP DIRECTIONAL FORMATTING", "LEFT-TO-RIGHT OVERRIDE",
        "RIGHT-TO-LEFT OVERRIDE", "NARROW NO-BREAK SPACE",
    ] },
    Row { first: 0x2060, beginning: "", endings: &["WORD JOINER"] },
    Row { first: 0x2066, beginning: "", endings: &[
        "LEFT-TO-RIGHT ISOLATE", "RIGHT-TO-LEFT ISOLATE", "FIRST STRONG ISOLATE",
        "POP DIRECTIONAL ISOLATE",
    ] },
    Row { first: 0x25CC, beginning: "", endings: &["DOTTED CIRCLE"] },
    Row { first: 0xFEFF, beginning: "", endings: &["ZERO WIDTH NO-BREAK SPACE"] },
    Row { first: 0xFFFD, beginning: "", endings: &["REPLACEMENT CHARACTER"] },
];

/// The name of the code point, in capitals, or in small letters what kind of thing it is.
pub(super) fn name(character: char) -> Cow<'static, str> {
    let number = u32::from(character);
    let found = ROWS.iter().find_map(|row| {
        let index = usize::try_from(number.checked_sub(row.first)?).ok()?;
        Some((row.beginning, *row.endings.get(index)?))
    });
    match found {
        Some(("", ending)) => ending.into(),
        Some((beginning, ending)) => format!("{beginning}{ending}").into(),
        None => kind(character).into(),
    }
}

fn kind(character: char) -> &'static str {
    match character {
        '\t' => "tab",
        '\n' | '\r' => "end of line",
        _ if character.is_control() => "control",
        _ if is_no_text(character) => "not a character",
        _ if is_private(character) => "private use",
        _ if character.is_ascii_digit() => "digit",
        _ if character.is_alphabetic() => "letter",
        _ if character.is_numeric() => "number",
        _ if character.is_whitespace() => "space",
        _ if character.is_ascii_punctuation() => "punctuation",
        '\u{1780}'..='\u{17FF}' => "not assigned",
        _ => "sign",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_block_has_names() {
        let unnamed: Vec<u32> = (0x1780..0x1800)
            .filter(|&number| {
                let character = char::from_u32(number).expect("no surrogate");
                !name(character).starts_with("KHMER ")
            })
            .collect();
        let expected = [0x17DE, 0x17DF]
            .into_iter()
            .chain(0x17EA..=0x17EF)
            .chain(0x17FA..=0x17FF);
        assert_eq!(unnamed, expected.collect::<Vec<_>>());
        assert!(('\u{19E0}'..='\u{19FF}').all(|symbol| name(symbol).starts_with("KHMER SYMBOL ")));
    }

    #[test]
    fn names_are_those_of_the_standard() {
        for (character, expected) in [
            ('ក', "KHMER LETTER KA"),
            ('អ', "KHMER LETTER QA"),
            ('ឳ', "KHMER INDEPENDENT VOWEL QAU"),
            ('\u{17C5}', "KHMER VOWEL SIGN AU"),
            ('\u{17D2}', "KHMER SIGN COENG"),
            ('៚', "KHMER SIGN KOOMUUT"),
            ('៛', "KHMER CURRENCY SYMBOL RIEL"),
            ('៩', "KHMER DIGIT NINE"),
            ('\u{17F9}', "KHMER SYMBOL LEK ATTAK PRAM-BUON"),
            ('\u{19FF}', "KHMER SYMBOL DAP-PRAM ROC"),
            ('\u{200B}', "ZERO WIDTH SPACE"),
            ('\u{FEFF}', "ZERO WIDTH NO-BREAK SPACE"),
            ('a', "letter"),
            ('7', "digit"),
            (',', "punctuation"),
            ('\u{E000}', "private use"),
            ('\0', "control"),
        ] {
            assert_eq!(name(character), expected);
        }
    }
}
