//! The words and phrases of a site → the files that hold them, as `search.js` reads them.

use super::bits::Bits;
use super::phrases::{Finder, SPREAD, places};
use super::words::{Word, Words};
use std::ops::Range;

/// A file of words ends at the next first letter from half of this many bytes on, and anywhere from
/// twice as many on.
const WORDS_A_FILE: usize = 1_200;

/// The words of each file.
pub(super) fn ranges(found: &Words, pages: usize) -> Vec<Range<usize>> {
    let words = &found.words;
    let first_letter = |at: usize| words[at].key.chars().next();
    let mut ranges = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        let is_new_letter = at > 0 && first_letter(at) != first_letter(at - 1);
        let is_full = size > WORDS_A_FILE / 2 && is_new_letter || size > 2 * WORDS_A_FILE;
        if is_full {
            ranges.push(start..at);
            (start, size) = (at, 0);
        }
        // Roughly: the letters of a word that the one before has not, and its pages.
        let known = word.pages.len();
        let gap = (pages / known.max(1)).max(1).ilog2() as usize + 2;
        size += 6 + known * gap / 8;
    }
    ranges.push(start..words.len());
    ranges
}

/// The shortest beginning that tells the word at `at` from the one before.
pub(super) fn border(words: &[Word], at: usize) -> String {
    let key = &words[at].key;
    let shared = shared(&words[at - 1].key, key);
    let next = key[shared..].chars().next();
    key[..shared + next.map_or(0, char::len_utf8)].to_owned()
}

/// How much of `other` are letters with which `one` begins too.
fn shared(one: &str, other: &str) -> usize {
    let pairs = one.bytes().zip(other.bytes());
    let mut shared = pairs.take_while(|(left, right)| left == right).count();
    while !other.is_char_boundary(shared) {
        shared -= 1;
    }
    shared
}

/// How many words there are, and each: how many letters it shares with the word before, how many more
/// it has, these, and its pages. As bits, because letters among others would make both dear: a
/// compressor finds one code for all of a file.
pub(super) fn words_body(mut out: String, words: &[Word], pages: usize) -> String {
    out.push('"');
    let mut bits = Bits::after(out);
    let mut before = "";
    let last_page = (pages as u32).saturating_sub(1);
    bits.gamma(words.len() as u32 + 1);
    for word in words {
        let shared = shared(before, &word.key);
        let (known, new) = word.key.split_at(shared);
        bits.gamma(utf16_length(known) + 1);
        bits.gamma(utf16_length(new) + 1);
        for unit in new.encode_utf16() {
            bits.letter(unit);
        }
        before = &word.key;
        let count = word.pages.len() as u32;
        bits.gamma(count + 1);
        bits.set(&word.pages, 0, last_page);
        some_of(&mut bits, &word.pages, &word.inside);
        let mut strong = [&word.titles[..], &word.headings].concat();
        strong.sort_unstable();
        some_of(&mut bits, &word.pages, &strong);
        if !strong.is_empty() {
            some_of(&mut bits, &strong, &word.titles);
        }
    }
    let mut out = bits.into_text();
    out.push('"');
    out
}

fn utf16_length(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

/// How many `some` of the pages are, and which of `all`.
fn some_of(bits: &mut Bits, all: &[u32], some: &[u32]) {
    bits.gamma(some.len() as u32 + 1);
    let places = places(all, some.iter().copied(), some.len());
    bits.set(&places, 0, (all.len() as u32).saturating_sub(1));
}

pub(super) fn phrases_body(mut out: String, finder: &Finder<'_>, words: Range<usize>) -> String {
    out.push('"');
    let mut bits = Bits::after(out);
    for word in words {
        let phrases = finder.of(word as u32);
        let pages = finder.pages(word as u32);
        let range = phrases.len() as u32 * SPREAD;
        let count = phrases.len();
        let mut named: Vec<(u32, Vec<u32>)> = phrases
            .into_iter()
            .map(|phrase| (phrase.hash % range, phrase.places))
            .collect();
        named.sort_unstable();
        // Two that share a number share their pages: too many answers rather than too few.
        named.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                earlier.1.append(&mut later.1);
                earlier.1.sort_unstable();
                earlier.1.dedup();
            }
            is_same
        });
        let numbers: Vec<u32> = named.iter().map(|(number, _)| *number).collect();
        bits.gamma(numbers.len() as u32 + 1);
        if numbers.is_empty() {
            continue;
        }
        bits.gamma((count - numbers.len()) as u32 + 1);
        bits.set(&numbers, 0, range - 1);
        for (_, places) in &named {
            bits.gamma(places.len() as u32);
            bits.set(places, 0, pages as u32 - 1);
        }
    }
    let mut out = bits.into_text();
    out.push('"');
    out
}

/// Appends a string as JavaScript writes it.
pub(super) fn quote(text: &str, out: &mut String) {
    out.reserve(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match escaped(character) {
            Some(escaped) => out.push_str(escaped),
            None => out.push(character),
        }
    }
    out.push('"');
}

/// What stands for a sign within a string of JavaScript, if not the sign itself.
pub(super) fn escaped(character: char) -> Option<&'static str> {
    match character {
        '"' => Some("\\\""),
        '\\' => Some("\\\\"),
        '\n' => Some("\\n"),
        '\t' => Some("\\t"),
        '\u{2028}' => Some("\\u2028"),
        '\u{2029}' => Some("\\u2029"),
        other => other.is_control().then_some(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of Khmer have three bytes, of which all share the first and most the second.
    #[test]
    fn words_share_whole_letters() {
        for (one, other, letters) in [
            ("", "ក", 0),
            ("ក", "ខ", 0),
            ("ការ", "កាល", 2),
            ("កា", "កាល", 2),
            ("កាល", "កា", 2),
            ("ក", "ឿ", 0),
            ("é", "è", 0),
            ("a", "b", 0),
        ] {
            let expected: usize = other.chars().take(letters).map(char::len_utf8).sum();
            assert_eq!(shared(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn a_border_is_the_shortest_beginning_that_tells_two_words_apart() {
        let border = |before: &str, word: &str| {
            let words = [before, word].map(|key| Word {
                key: key.to_owned(),
                ..Word::default()
            });
            super::border(&words, 1)
        };
        assert_eq!(border("ក", "ខ្មែរ"), "ខ");
        assert_eq!(border("ការ", "កាលវិភាគ"), "កាល");
        assert_eq!(border("ការ", "ការងារ"), "ការង");
        assert_eq!(border("budget", "ក"), "ក");
    }
}
