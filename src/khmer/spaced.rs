//! In: text. Out: whether a space in it parts the thousands of a number, as in `៣៤ ៤៩៧`.
//!
//! Such a number is one word, and no line ends within it. It begins with one to three digits that are
//! no zero and no end of something longer, and each of its groups has three; `២០២៤ ១០០` are two.

use super::number::digit_value;
use super::set_text::{is_digit, other_word_length};

/// A narrower one, which Unicode and French offices put between thousands.
pub(super) const NARROW_NO_BREAK_SPACE: char = '\u{202F}';

/// Whether a space parts thousands that stands between `group`, the first digits of a word or those
/// after another such space, and `rest`.
pub(super) fn parts_thousands(group: &str, is_first: bool, rest: &str) -> bool {
    let digits = group.chars().take(4).take_while(|&c| is_digit(c));
    let begins = match digits.clone().count() {
        1..=3 if is_first => digits.clone().next().and_then(digit_value) != Some(0),
        count => count == 3,
    };
    begins && digits.map(char::len_utf8).sum::<usize>() == group.len() && has_three_digits(rest)
}

fn has_three_digits(rest: &str) -> bool {
    rest.chars().take(4).take_while(|&c| is_digit(c)).count() == 3
}

/// The shortest number with a space in it has so many bytes.
pub(super) const SHORTEST: usize = "1 234".len();

/// The text with each plain space between thousands as a no-break space, if there is one.
#[inline(never)]
pub(super) fn tied(text: &str) -> Option<String> {
    let may_part = |(space, _): (usize, &str)| {
        text[..space].ends_with(is_digit) && has_three_digits(&text[space + 1..])
    };
    let may_hold = may_hold_digits(text.as_bytes()) && text.match_indices(' ').any(may_part);
    may_hold.then(|| with_words_tied(text))
}

/// Whether a byte may be a digit or the first of a Khmer one; eight bytes are looked at in one step.
fn may_hold_digits(text: &[u8]) -> bool {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    let has_zero = |bytes: u64| bytes.wrapping_sub(EACH) & !bytes & (EACH << 7) != 0;
    let (eights, rest) = text.as_chunks::<8>();
    let may = |bytes: u64| {
        has_zero((bytes & (EACH * 0xF0)) ^ (EACH * 0x30)) | has_zero(bytes ^ (EACH * 0xE1))
    };
    eights.iter().any(|eight| may(u64::from_ne_bytes(*eight)))
        || rest
            .iter()
            .any(|byte| byte.is_ascii_digit() || *byte == 0xE1)
}

#[cold]
fn with_words_tied(text: &str) -> String {
    let mut output = String::with_capacity(text.len() + 8);
    let (mut written, mut at) = (0, 0);
    while let Some(character) = text[at..].chars().next() {
        let word = &text[at..at + other_word_length(&text[at..])];
        if word.contains(' ') {
            output.push_str(&text[written..at]);
            output.push_str(&word.replace(' ', "\u{A0}"));
            written = at + word.len();
        }
        at += word.len().max(character.len_utf8());
    }
    output.push_str(&text[written..]);
    output
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
        let long = format!("1{}", " 234".repeat(100_000));
        assert_eq!(segmenter.segment(&long).next(), Some(long.as_str()));
        let text = "ចំណាយ ៣៤ ៤៩៧ ៥០០ រៀល សម្រាប់ភូមិ";
        assert_eq!(excerpt(&segmenter, text, 2), "ចំណាយ ៣៤ ៤៩៧ ៥០០ រៀល…");
    }
}
