//! In: text. Out: whether a space in it parts the thousands of a number, as in `៣៤ ៤៩៧`.
//!
//! Such a number is one word, and no line ends within it. It begins with one to three digits that are
//! no zero and no end of something longer, and each of its groups has three; `២០២៤ ១០០` are two.

use super::alphabet::NO_BREAK_SPACE;
use super::number::digit_value;
use super::set_text::{is_digit, other_word_length};

/// A narrower one, which Unicode and French offices put between thousands.
const NARROW_NO_BREAK_SPACE: char = '\u{202F}';

/// Whether `character` may stand between thousands.
pub(super) fn is_space(character: char) -> bool {
    matches!(character, ' ' | NO_BREAK_SPACE | NARROW_NO_BREAK_SPACE)
}

/// Whether a space between `number`, with which a word begins, and `rest` parts thousands.
pub(super) fn parts_thousands(number: &str, rest: &str) -> bool {
    let first = number.split(is_space).next().unwrap_or_default();
    let begins_a_number = matches!(first.chars().count(), 1..=3)
        && first.chars().next().and_then(digit_value) != Some(0);
    begins_a_number && number.chars().all(|c| is_digit(c) || is_space(c)) && has_three_digits(rest)
}

fn has_three_digits(rest: &str) -> bool {
    rest.chars().take(4).take_while(|&c| is_digit(c)).count() == 3
}

/// Appends `text` with each plain space between thousands as a no-break space; all else is written by
/// `escape`.
pub(super) fn push_tied(
    text: &str,
    escape: &mut impl FnMut(&str, &mut String),
    output: &mut String,
) {
    let may_part = |(space, _): (usize, &str)| {
        text[..space].ends_with(is_digit) && has_three_digits(&text[space + 1..])
    };
    if !text.match_indices(' ').any(may_part) {
        return escape(text, output);
    }
    let (mut written, mut at) = (0, 0);
    while let Some(character) = text[at..].chars().next() {
        let word = &text[at..at + other_word_length(&text[at..])];
        if word.contains(' ') {
            escape(&text[written..at], output);
            output.push_str(&word.replace(' ', "\u{A0}"));
            written = at + word.len();
        }
        at += word.len().max(character.len_utf8());
    }
    escape(&text[written..], output);
}

#[cfg(test)]
mod tests {
    use super::super::{Segmenter, excerpt};

    #[test]
    fn a_number_with_spaces_is_one_word_and_one_line() {
        let segmenter = Segmenter::new(&[]);
        for (text, words, set) in [
            ("៣៤ ៤៩៧ ពាន់", &["៣៤ ៤៩៧", "ពាន់"][..], "៣៤_៤៩៧_ពាន់"),
            ("៣៤_៤៩៧,៥ ៛", &["៣៤_៤៩៧,៥"], "៣៤_៤៩៧,៥_៛"),
            ("ក១ ២៣៤ ៥៦៧ក", &["ក", "១ ២៣៤ ៥៦៧", "ក"], "ក១_២៣៤_៥៦៧ក"),
            ("10 000 <b>", &["10 000", "b"], "10_000 <b>"),
            (
                "1\u{202F}234 567",
                &["1\u{202F}234 567"],
                "1\u{202F}234_567",
            ),
            ("2024 100", &["2024", "100"], "2024 100"),
            ("12 345 6789", &["12 345", "6789"], "12_345 6789"),
            ("012 345 678", &["012", "345 678"], "012 345_678"),
            ("000 000 000", &["000", "000", "000"], "000 000 000"),
            ("A12 345", &["A12", "345"], "A12 345"),
            ("1,5 100", &["1,5", "100"], "1,5 100"),
            ("1  234", &["1", "234"], "1  234"),
            ("1 23", &["1", "23"], "1 23"),
            ("1 234b", &["1 234b"], "1_234b"),
        ] {
            let text = text.replace('_', "\u{A0}");
            let words: Vec<String> = words.iter().map(|w| w.replace('_', "\u{A0}")).collect();
            let found: Vec<&str> = segmenter.segment(&text).collect();
            assert_eq!(found, words, "{text}");
            let mut shown = String::new();
            segmenter.insert_breaks(&text, &super::super::Breaks::only("|"), &mut shown);
            assert_eq!(shown.replace('\u{A0}', "_"), set, "{text}");
        }
        let text = "ចំណាយ ៣៤ ៤៩៧ ៥០០ រៀល";
        assert_eq!(excerpt(&segmenter, text, 2), "ចំណាយ ៣៤ ៤៩៧ ៥០០…");
    }
}
