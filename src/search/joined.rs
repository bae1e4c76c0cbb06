//! Words of a line, one after the other → the one word that some of them make up to a reader: `email`
//! for `e-mail`, and a telephone number without its gaps and with the zero of the country, however it
//! is written.
//!
//! `search.js` makes the same of a query.

use crate::khmer::number::to_latin_digits;
use std::ops::Range;

/// No word and no number is so long: whoever joins more is not writing words.
const LONGEST: usize = 40;
const COUNTRY: &str = "855";

/// What the last words of a line make up so far.
#[derive(Default)]
pub(super) struct Joined {
    /// Without what stands between them.
    text: String,
    words: usize,
    end: usize,
    is_number: bool,
}

impl Joined {
    /// Takes in the next word of the line, and tells what those before it make up if it is no more of
    /// it.
    #[inline]
    pub(super) fn push(&mut self, line: &str, word: Range<usize>, tell: impl FnMut(&str)) {
        // Most words are of Khmer letters, which are joined without a sign.
        if begins_with_khmer_letter(&line.as_bytes()[word.start..]) {
            if self.words > 0 {
                self.end(tell);
            }
            return;
        }
        self.push_other(line, word, tell);
    }

    fn push_other(&mut self, line: &str, word: Range<usize>, tell: impl FnMut(&str)) {
        let text = &line[word.clone()];
        let is_number = text.chars().all(is_digit_or_gap);
        let between = line.get(self.end..word.start).unwrap_or_default();
        let goes_on = self.words > 0
            && self.text.len() < LONGEST
            && match self.is_number && is_number {
                true => is_gap_of_number(between),
                false => is_hyphen(between),
            };
        if !goes_on {
            self.end(tell);
            self.is_number = true;
        }
        self.is_number &= is_number;
        self.words += 1;
        self.end = word.end;
        match is_number {
            true => self
                .text
                .extend(to_latin_digits(text).chars().filter(char::is_ascii_digit)),
            false => self.text.push_str(text),
        }
    }

    /// Tells what the last words make up, if they do.
    pub(super) fn end(&mut self, mut tell: impl FnMut(&str)) {
        let Joined {
            text,
            words,
            is_number,
            ..
        } = std::mem::take(self);
        if !is_number {
            if words > 1 {
                tell(&text);
            }
            return;
        }
        let abroad = text
            .strip_prefix("00")
            .unwrap_or(&text)
            .strip_prefix(COUNTRY);
        let number = match abroad {
            Some(rest) => format!("0{}", rest.trim_start_matches('0')),
            None if words > 1 && text.starts_with('0') => text,
            None => return,
        };
        if (9..=10).contains(&number.len()) {
            tell(&number);
        }
    }
}

/// From U+1780 to U+17D3.
fn begins_with_khmer_letter(text: &[u8]) -> bool {
    matches!(text, [0xE1, 0x9E, ..] | [0xE1, 0x9F, 0x80..=0x93, ..])
}

fn is_digit_or_gap(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '០'..='៩' | ' ' | '\u{A0}' | '\u{202F}' | '.' | ',')
}

pub(super) fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "\u{2010}" | "\u{2011}")
}

fn is_gap_of_number(between: &str) -> bool {
    is_hyphen(between)
        || matches!(
            between,
            " " | "\u{A0}" | "." | "/" | " (" | ") " | "(" | ")"
        )
}

#[cfg(test)]
mod tests {
    use super::Joined;
    use crate::khmer::Segmenter;

    #[test]
    fn words_with_hyphens_and_numbers_with_gaps_are_one_word_to_a_reader() {
        let segmenter = Segmenter::new(&[]);
        for (line, expected) in [
            ("E-mail", "Email"),
            ("Covid-19 2020", "Covid19"),
            ("sub\u{2011}national, and so-and-so", "subnational soandso"),
            ("email", ""),
            ("2024-2026", ""),
            ("ភូមិ-ឃុំ", ""),
            ("e - mail", ""),
            ("012 345 678", "012345678"),
            ("០១២ ៣៤៥ ៦៧៨", "012345678"),
            // With points a number is one word already, whose key has none.
            ("012-345-678 / 098.76.54.32", "012345678"),
            ("012 345 678, 098 765 4321", "012345678 0987654321"),
            ("+855 12 345 678", "012345678"),
            ("+85512345678", "012345678"),
            ("(+855) 012 345 678", "012345678"),
            ("00855 97 234 5678", "0972345678"),
            ("012345678", ""),
            ("012", ""),
            ("012 345", ""),
            ("1 234 567 890", ""),
            ("10 000 000 000", ""),
            ("855", ""),
            ("2024 100 200", ""),
        ] {
            let mut told = Vec::new();
            let mut joined = Joined::default();
            segmenter.set(line).borrow().each_word(|word| {
                joined.push(line, word, |whole| told.push(whole.to_owned()));
            });
            joined.end(|whole| told.push(whole.to_owned()));
            assert_eq!(told.join(" "), expected, "{line}");
        }
        let line = "a-".repeat(100_000);
        let mut longest = 0;
        let mut joined = Joined::default();
        segmenter.set(&line).borrow().each_word(|word| {
            joined.push(&line, word, |whole| longest = longest.max(whole.len()));
        });
        assert_eq!(longest, super::LONGEST);
    }
}
