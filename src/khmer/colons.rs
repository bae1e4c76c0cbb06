//! In: text. Out: each `ៈ` (U+17C8) that was typed where the colon `៖` (U+17D6) is meant; they look
//! nearly alike and stand on one key.
//!
//! `ៈ` writes a short A and closes a syllable: it stands on a letter that has no other vowel, as in
//! `គណៈ` and `ធុរៈ`. Behind a digit, a space, a vowel or a sign it can only be meant for a colon; behind
//! a bare letter it is one if the word before it leads in what follows (`មានៈ`), and otherwise belongs to
//! its word, which no dictionary need know. Both signs take three bytes, so a text keeps its places.

use std::borrow::Cow;

use super::alphabet::{COENG, Role, role};

const SIGN: char = '\u{17C8}';
const COLON: &str = "\u{17D6}";

/// Words that end in a bare letter and lead in a list or an answer.
const LEADING_IN: [&str; 12] = [
    "មាន",
    "ក្រោម",
    "តាម",
    "ដូចតាម",
    "យ៉ាង",
    "ចម្លើយ",
    "សំណួរ",
    "រូបមន្ត",
    "ផ្នែក",
    "ចំណុច",
    "បាន",
    "លទ្ធផល",
];

/// Where in `text` such a sign stands, in bytes, in order.
///
/// ```
/// assert_eq!(sala_khmer::colons("គណៈ ម៉ោង៨ៈ៣០").collect::<Vec<_>>(), [25]);
/// ```
pub fn colons(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(SIGN)
        .map(|(at, _)| at)
        .filter(|at| is_colon(&text[..*at], &text[at + SIGN.len_utf8()..]))
}

/// The text with a colon for each of them.
///
/// ```
/// assert_eq!(sala_khmer::with_colons("ម៉ោង៨ៈ៣០"), "ម៉ោង៨៖៣០");
/// ```
pub fn with_colons(text: &str) -> Cow<'_, str> {
    with_colons_at(text, colons(text))
}

/// The text with a colon for the sign at each of `places`, which are in order.
pub fn with_colons_at(text: &str, places: impl IntoIterator<Item = usize>) -> Cow<'_, str> {
    let mut places = places.into_iter().peekable();
    if places.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut output = String::with_capacity(text.len());
    let mut written = 0;
    for at in places {
        output.push_str(&text[written..at]);
        output.push_str(COLON);
        written = at + COLON.len();
    }
    output.push_str(&text[written..]);
    Cow::Owned(output)
}

fn is_colon(before: &str, after: &str) -> bool {
    // Another sign of the same letter: that is another mistake.
    let goes_on = |next| !matches!(role(next), Role::Other | Role::Base);
    if after.chars().next().is_some_and(goes_on) {
        return false;
    }
    let mut letters = before.chars().rev();
    let Some(last) = letters.next() else {
        return false;
    };
    match role(last) {
        Role::Base => {
            let is_independent = matches!(last, '\u{17A3}'..='\u{17B3}');
            let is_carried = letters.next() == Some(COENG);
            // A bare letter under another is none that a word ends in before a colon.
            !is_independent && !is_carried && LEADING_IN.iter().any(|word| ends_in(before, word))
        }
        Role::Other if last.is_whitespace() => {
            // Alone between spaces it leads in what follows; where nothing does, it is shown.
            let has_words = before.trim_end().ends_with(is_khmer);
            has_words && after.chars().any(|one| one.is_alphanumeric())
        }
        Role::Other => last.is_numeric() || matches!(last, ')' | '»' | '”' | 'ៗ'),
        // `ប៉ៈ` is a syllable; of a coeng whose letter was lost, nobody knows.
        Role::Shifter
        | Role::Robat
        | Role::Coeng
        | Role::ZeroWidthJoiner
        | Role::ZeroWidthNonJoiner => false,
        _ => last != SIGN,
    }
}

fn is_khmer(character: char) -> bool {
    matches!(character, '\u{1780}'..='\u{17DD}')
}

/// Whether the text ends in this word, with something else than a part of it before.
fn ends_in(text: &str, word: &str) -> bool {
    let before = text
        .strip_suffix(word)
        .and_then(|rest| rest.chars().next_back());
    // `ទិដ្ឋិមានៈ` and its kin are Pali.
    text.ends_with(word) && !matches!(before, Some(COENG | '\u{17B7}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(with_colons(typed), expected);
        assert_eq!(typed.len(), expected.len());
    }

    #[test]
    fn a_sign_behind_digits_spaces_vowels_and_signs_is_a_colon() {
        check("ម៉ោង៨ៈ៣០ ដល់ 10ៈ30", "ម៉ោង៨៖៣០ ដល់ 10៖30");
        check("មាត្រា៣ៈ ឃុំមានថវិកា", "មាត្រា៣៖ ឃុំមានថវិកា");
        check("គឺៈសត្រូវ ដូចតទៅៈ", "គឺ៖សត្រូវ ដូចតទៅ៖");
        check("ឧទាហរណ៍ៈ ថ្លៃ", "ឧទាហរណ៍៖ ថ្លៃ");
        check("ដូចជា ៈក. ដី", "ដូចជា ៖ក. ដី");
        check("ឈ្មោះៈ សុខា", "ឈ្មោះ៖ សុខា");
        check("ផ្សេងៗៈ ទឹក (ខ)ៈ ដី", "ផ្សេងៗ៖ ទឹក (ខ)៖ ដី");
        check("មានៈ ផ្លូវ ដូចខាងក្រោមៈក", "មាន៖ ផ្លូវ ដូចខាងក្រោម៖ក");
    }

    #[test]
    fn a_word_that_ends_in_the_sign_keeps_it() {
        for text in [
            "ទិដ្ឋិមានៈ អស្មិមានៈ",
            "គណៈកម្មាធិការ ធុរៈ សុខៈ ជីវៈ វីរៈ លក្ខណៈ សាធារណៈ កុម្ភៈ វណ្ណៈ ពាណិជ្ជៈ សិល្បៈ",
            "វ្យាធបុរៈ សម្ភុបុរៈ ពុទ្ធៈ ឥស្សរៈ អច្ចៈ",
            "ៈ",
            "ស្រៈ ៈ",
            "`ៈ`",
            "គណៈៈ",
            "ក្ៈ",
            "ឥៈ",
        ] {
            check(text, text);
        }
        let words = include_str!("words.tsv");
        let words = words.lines().filter_map(|line| line.split('\t').next());
        let changed: Vec<&str> = words
            .filter(|word| !word.starts_with('#') && with_colons(word) != *word)
            .collect();
        // Typed so in the texts that the list was made from, and old spellings of few books.
        let expected = [
            "ថាៈ",
            "ថ្មិៈ",
            "ថ្មីៈ",
            "បានៈ",
            "មានៈ",
            "យូដាៈ",
            "យ៉ាងៈ",
            "សណ្តិៈ",
            "សណ្តីៈ",
            "សំដិៈ",
            "សំដីៈ",
            "ស្តាប់ៈ",
            "ហេប្រឺៈ",
        ];
        assert_eq!(changed, expected);
    }
}
