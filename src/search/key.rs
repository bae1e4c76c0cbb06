//! In: a word or a query as typed. Out: the key under which the index keeps it.
//!
//! Two spellings that look alike, and those that differ in nothing a searcher means, have one key.
//! It is coarser than [`crate::khmer::normalise`] and far smaller, because `search.js` computes the
//! very same key in the browser: below the line first, then a shifter, then all other marks in the order of
//! their code points, where the technical note sorts them by their roles. Whoever changes one changes
//! both; a test holds the two against each other.

use unicode_normalization::UnicodeNormalization;

const COENG: char = '\u{17D2}';

/// The key of a word.
///
/// Khmer and Arabic digits become Latin ones and separators inside a number fall away, since they flip with
/// the script; Latin letters lose their case and accents, and raised, wide and joined signs are plain ones.
/// Arabic letters lose their vowel signs, their hamza and what makes them longer, and stand in their plain
/// shapes: ى and Persian ی as ي, ة as ه.
pub fn key(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut marks: Vec<[char; 2]> = Vec::new();
    let mut characters = word.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            'ក'..='ឳ' => {
                close(&mut marks, &mut out);
                // Two letters for one vowel, as in ឲ្យ and ឱ្យ.
                out.push(if character == 'ឲ' { 'ឱ' } else { character });
            }
            COENG => {
                if let Some(below @ 'ក'..='ឳ') = characters.peek().copied() {
                    characters.next();
                    // Below the line DA looks exactly like TA.
                    marks.push([COENG, if below == 'ដ' { 'ត' } else { below }]);
                }
            }
            '\u{17B4}' | '\u{17B5}' | '\u{17D7}' => {}
            '\u{17B6}'..='\u{17D3}' | '\u{17DC}' | '\u{17DD}' => marks.push([character, '\0']),
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' => {}
            '\u{FEFF}' | '\u{AD}' | '\u{61C}' => {}
            '.' | ',' | '\'' | '\u{2019}' | ' ' | '\u{A0}' | '\u{202F}' => {}
            '០'..='៩' => {
                close(&mut marks, &mut out);
                out.extend(char::from_u32(character as u32 - '០' as u32 + '0' as u32));
            }
            // Wide and raised signs as plain ones, and letters that old programs wrote in one shape each.
            other => {
                close(&mut marks, &mut out);
                out.extend(other.nfkd().flat_map(char::to_lowercase).filter_map(plain));
            }
        }
    }
    close(&mut marks, &mut out);
    out
}

/// A letter without what searchers do not mean.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        '\u{300}'..='\u{36F}' => return None,
        // Vowel signs, hamza above or below, signs of the Koran, and what draws a word out.
        '\u{610}'..='\u{61A}'
        | '\u{640}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{6D6}'..='\u{6ED}' => {
            return None;
        }
        'đ' => 'd',
        '\u{629}' => '\u{647}',
        '\u{649}' | '\u{6CC}' => '\u{64A}',
        '\u{6A9}' => '\u{643}',
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => {
            char::from_digit(u32::from(letter) & 15, 10)?
        }
        other => other,
    })
}

/// Writes the marks of a cluster in the order of the key.
fn close(marks: &mut Vec<[char; 2]>, out: &mut String) {
    if marks.is_empty() {
        return;
    }
    let holds = |marks: &[[char; 2]], mark: char| marks.iter().any(|[first, _]| *first == mark);
    let is_above = |marks: &[[char; 2]]| {
        marks
            .iter()
            .any(|[mark, _]| matches!(mark, '\u{17B7}'..='\u{17BA}' | '\u{17BE}' | '\u{17DD}'))
            || (holds(marks, '\u{17B6}') && holds(marks, '\u{17C6}'))
    };
    // A vowel typed as its visible parts; the pair that is drawn alike either way has one of them.
    replace(marks, ['\u{17C1}', '\u{17B8}'], &['\u{17BE}']);
    replace(marks, ['\u{17C1}', '\u{17B6}'], &['\u{17C4}']);
    replace(marks, ['\u{17C4}', '\u{17B8}'], &['\u{17B6}', '\u{17BE}']);
    // A shifter under a vowel above looks like the vowel U, and either shifter like the other.
    let above = is_above(marks);
    for mark in marks.iter_mut() {
        if mark[0] == '\u{17CA}' || (above && mark[0] == '\u{17BB}') {
            mark[0] = '\u{17C9}';
        }
    }
    // As a careful hand types them, so that the words of a query can be shown as their keys: what is
    // below the line, then a shifter, then the rest.
    marks.sort_unstable_by_key(|mark| match mark[0] {
        COENG => (0, *mark),
        '\u{17C9}' => (1, *mark),
        _ => (2, *mark),
    });
    marks.dedup();
    for [mark, below] in marks.drain(..) {
        out.push(mark);
        if below != '\0' {
            out.push(below);
        }
    }
}

/// Puts other marks in the place of two, if both are there.
fn replace(marks: &mut Vec<[char; 2]>, pair: [char; 2], by: &[char]) {
    let at = |wanted: char| marks.iter().position(|[mark, _]| *mark == wanted);
    if let (Some(first), Some(second)) = (at(pair[0]), at(pair[1])) {
        marks.remove(first.max(second));
        marks.remove(first.min(second));
        marks.extend(by.iter().map(|mark| [*mark, '\0']));
    }
}

#[cfg(test)]
mod tests {
    use super::key;
    use crate::khmer::normalise;

    #[test]
    fn spellings_that_look_alike_have_one_key() {
        for (one, other) in [
            ("ស្ត្រី", "ស្រី្ត"),
            ("ស្ត្រី", "ស្រ្តី"),
            ("លោក", "លេាក"),
            ("បន្ត", "បន្ដ"),
            ("ស៊ី", "សុី"),
            ("ឲ្យ", "ឱ្យ"),
            ("ផ្សេងៗ", "ផ្សេង"),
            ("ភ្នំ\u{200B}ពេញ", "ភ្នំពេញ"),
            ("១.២៣៤", "1,234"),
            ("១\u{A0}២៣៤", "1,234"),
            ("Café", "cafe"),
            ("Đất đai", "dat dai"),
            ("أَموالُ", "اموال"),
            ("الميزانيّة", "الميزانيه"),
            ("مـــال", "مال"),
            ("ﻣﺎﻝ", "مال"),
            ("على", "علي"),
            ("٢٠٢٦", "۲۰۲۶"),
            ("٢٠٢٦", "2026"),
            ("\u{200F}مال\u{200E}", "مال"),
            ("m²", "m2"),
            ("ﬁnance", "finance"),
            ("２０２６", "2026"),
        ] {
            assert_eq!(key(one), key(other), "{one} {other}");
        }
        for (one, other) in [("កក", "កា"), ("កុំ", "កំ"), ("ខ", "គ"), ("កត", "កត់")]
        {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }

    /// `tests/browser/search_keys.test.mjs` holds the script against the same list.
    #[test]
    fn the_script_and_the_index_share_their_keys() {
        let list = include_str!("fixtures/keys.tsv");
        for line in list.lines().skip(1) {
            let (typed, expected) = line.split_once('\t').unwrap_or_default();
            assert_eq!(key(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_text_and_its_normal_spelling_have_one_key() {
        let words = include_str!("../khmer/words.tsv");
        for word in words
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').next())
        {
            assert_eq!(key(word), key(&normalise(word)), "{word}");
            assert_eq!(key(word), key(&key(word)), "{word}");
        }
    }
}
