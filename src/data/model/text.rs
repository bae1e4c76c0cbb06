//! Texts of cells and declarations as they are shown.

use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use crate::khmer::{normalise, with_colons};
use std::ops::RangeInclusive;

/// A text as it will be shown, and what it was made of.
#[derive(Default)]
pub(crate) struct Cleaned {
    /// Normalised, without invisible characters and without space around it.
    pub clean: String,
    /// The same as it was typed, if normalising changed it.
    pub typed: Option<String>,
    /// The invisible characters that were left out.
    pub invisible: Vec<char>,
}

/// The text as it will be shown, with the invisible characters that were left out.
pub(crate) fn clean_label(text: &str) -> (String, Vec<char>) {
    let cleaned = cleaned(text);
    (cleaned.clean, cleaned.invisible)
}

/// The text as it will be shown.
pub(crate) fn cleaned(text: &str) -> Cleaned {
    let trimmed = text.trim();
    if trimmed.is_ascii() && !trimmed.bytes().any(|byte| byte.is_ascii_control()) {
        return Cleaned {
            clean: trimmed.to_owned(),
            ..Cleaned::default()
        };
    }
    let mut invisible = Vec::new();
    let mut visible = String::with_capacity(trimmed.len());
    for character in trimmed.chars() {
        match character {
            '\n' | '\t' => visible.push(' '),
            '\r' => {}
            '\u{a0}' | '\u{202f}' => {
                invisible.push(character);
                visible.push(' ');
            }
            // A word joiner and a non-joiner are put there on purpose; the others come with copying.
            '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{feff}'
            | '\u{ad}' => invisible.push(character),
            _ if character.is_control() => invisible.push(character),
            _ => visible.push(character),
        }
    }
    let visible = visible.trim();
    let with_colons = with_colons(visible);
    let clean = normalise(&with_colons);
    let typed = (clean != visible).then(|| visible.to_owned());
    Cleaned {
        clean: clean.into_owned(),
        typed,
        invisible,
    }
}

/// The fiscal year of a cell's text: 2000–2100, in Khmer or Latin digits; 2543–2643 if the Buddhist
/// era is declared.
pub(crate) fn year(text: &str, buddhist_era: bool) -> Option<i16> {
    year_within(text, buddhist_era, 2000..=2100)
}

/// The year of a count of people, which may be an old one.
pub(crate) fn year_of_count(text: &str, buddhist_era: bool) -> Option<i16> {
    year_within(text, buddhist_era, 1900..=2100)
}

fn year_within(text: &str, buddhist_era: bool, known: RangeInclusive<i16>) -> Option<i16> {
    let mut year = 0_i16;
    if text.chars().count() != 4 {
        return None;
    }
    for character in text.chars() {
        let digit = match character {
            '0'..='9' => u32::from(character) - u32::from('0'),
            '០'..='៩' => u32::from(character) - u32::from('០'),
            _ => return None,
        };
        year = year * 10 + i16::try_from(digit).ok()?;
    }
    let year = if buddhist_era { year - 543 } else { year };
    known.contains(&year).then_some(year)
}

/// The known code that `read` is without its leading zero, which spreadsheets drop: `0102` for `102`.
pub(crate) fn lost_zero(read: &str, known: impl Fn(&str) -> bool) -> Option<String> {
    let digits = !read.is_empty() && read.bytes().all(|byte| byte.is_ascii_digit());
    let meant = format!("0{read}");
    (digits && !known(read) && known(&meant)).then_some(meant)
}

/// How many characters a text may have that is repeated wherever a figure stands.
const LONGEST_LABEL: usize = 500;

/// What to tell about such a text if it is longer.
pub(crate) fn too_long(key: &str, text: &str, place: impl FnOnce() -> Place) -> Option<Diagnostic> {
    if text.len() <= LONGEST_LABEL {
        return None;
    }
    let count = text.chars().count();
    (count > LONGEST_LABEL).then(|| {
        diagnostic!(
            codes::data::TEXT_TOO_LONG,
            place(),
            key = key,
            count = count,
            most = LONGEST_LABEL
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_told() {
        let (text, invisible) = clean_label("  អូរ\u{200b}សែន\u{a0}ជ័យ ");
        assert_eq!(text, "អូរសែន ជ័យ");
        assert_eq!(invisible, ['\u{200b}', '\u{a0}']);
    }

    #[test]
    fn years_are_read_in_both_scripts_and_eras() {
        assert_eq!(year("2025", false), Some(2025));
        assert_eq!(year("២០២៥", false), Some(2025));
        assert_eq!(year("២៥៦៨", true), Some(2025));
        for wrong in ["25", "1999", "2568", "២០២", "2025a"] {
            assert_eq!(year(wrong, false), None, "{wrong}");
        }
    }
}
