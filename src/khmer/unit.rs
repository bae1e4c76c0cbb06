//! In: what stands around a number. Out: whether a unit follows it, and the space between them tied.
//!
//! A number stays on one line with the words that belong to it: `៥០ លានរៀល`. Knows nothing of how
//! words are found.

use super::alphabet::{NO_BREAK_SPACE, RIEL_SIGN};
use super::set_text::is_digit;
use super::spaced::{SHORTEST, tied};

/// What becomes of a word that belongs to a number before it.
#[derive(Clone, Copy)]
pub(super) enum Units {
    WithTheirNumbers,
    AsWords,
}

/// Words that belong to the number before them: its size, money, measures, people and time.
pub(super) const UNITS: [&str; 34] = [
    "រយ",
    "ពាន់",
    "ម៉ឺន",
    "សែន",
    "លាន",
    "កោដិ",
    "រៀល",
    "ដុល្លារ",
    "បាត",
    "ភាគរយ",
    "ដុល្លារអាមេរិក",
    "មីលីម៉ែត្រ",
    "សង់ទីម៉ែត្រ",
    "ម៉ែត្រ",
    "គីឡូម៉ែត្រ",
    "គីឡូ",
    "ការ៉េ",
    "ហិកតា",
    "អារ",
    "ក្រាម",
    "គីឡូក្រាម",
    "តោន",
    "លីត្រ",
    "នាក់",
    "គ្រួសារ",
    "ខ្នង",
    "វិនាទី",
    "នាទី",
    "ម៉ោង",
    "ថ្ងៃ",
    "សប្តាហ៍",
    "ខែ",
    "ឆ្នាំ",
    "ដង",
];

pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// Whether what stands between two runs of letters ends in a digit, or in one and a space.
pub(super) fn ends_in_number(gap: &str) -> bool {
    let number = gap.strip_suffix([' ', NO_BREAK_SPACE]).unwrap_or(gap);
    number.chars().next_back().is_some_and(is_digit)
}

/// Appends what stands between two runs of letters; its last space is tied if a number and its unit
/// stand around it, and so is one between a number and the sign of the riel, and one within a number.
pub(super) fn push_gap(
    gap: &str,
    before_unit: bool,
    escape: &mut impl FnMut(&str, &mut String),
    output: &mut String,
) {
    let longer = match gap.len() {
        0..SHORTEST => None,
        _ => tied(gap),
    };
    let gap = longer.as_deref().unwrap_or(gap);
    let (gap, space) = match gap.strip_suffix(' ') {
        Some(rest) if before_unit => (rest, Some(NO_BREAK_SPACE)),
        _ => (gap, None),
    };
    let mut rest = gap;
    while let Some(sign) = rest.find(RIEL_SIGN) {
        let (before, after) = rest.split_at(sign);
        match before.strip_suffix(' ') {
            Some(number) if number.ends_with(is_digit) => {
                escape(number, output);
                output.push(NO_BREAK_SPACE);
            }
            _ => escape(before, output),
        }
        output.push(RIEL_SIGN);
        rest = &after[RIEL_SIGN.len_utf8()..];
    }
    escape(rest, output);
    output.extend(space);
}
