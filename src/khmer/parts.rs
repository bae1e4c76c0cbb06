//! In: a word. Out: the shorter words it is made of, under which a reader may look for it too.
//!
//! Khmer joins words freely, and where one ends is a matter of taste: ភាសាខ្មែរ is one word to
//! the dictionary and two to many a reader. Knows nothing of meaning: that all its parts are words,
//! and likely ones beside the whole, is all it asks.

use super::alphabet::{COENG, REPETITION};
use super::automaton::{COST_UNIT, LARGEST_COST, START, codes, codes_after, encode};
use super::cluster::clusters;
use super::segment::DICTIONARY;
use std::ops::Range;

/// Shorter parts, a letter with its vowel, are chance as often as words.
const SHORTEST_PART: usize = 3;

/// A word of two letters that is no dearer is a word that others are joined with, as ទី and ជា are; so
/// are some that stand by themselves less often. Beside one of them a part may stand.
const COST_OF_SHORT_WORD: u32 = (6.25 * COST_UNIT) as u32;
const SHORT_WORDS: [&str; 37] = [
    "ក៏",
    "កែ",
    "គឺ",
    "គេ",
    "គោ",
    "ចៅ",
    "ជន",
    "ជា",
    "ដី",
    "ដៃ",
    "តា",
    "តែ",
    "ថា",
    "ទី",
    "ទៅ",
    "ទេ",
    "ធំ",
    "នៃ",
    "នៅ",
    "បើ",
    "បី",
    "ពី",
    "ផល",
    "មក",
    "មុខ",
    "មេ",
    "យក",
    "រក",
    "រង",
    "រថ",
    "លើ",
    "លំ",
    "វា",
    "សម",
    "សហ",
    "ស្រី",
    "ឯក",
];

/// How much dearer the parts together may be than the whole. What readers see as two words is some
/// eight units dearer at most; what two words make up by chance is mostly dearer. Chosen on civic
/// sentences in which people marked where a word may be cut.
const MOST_DEARER: u32 = (20.0 * COST_UNIT) as u32;

/// A word that is made of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The words inside it, wherever they stand.
    pub words: Vec<Range<usize>>,
    /// Where it may be cut.
    pub borders: Vec<usize>,
}

/// The words that `word` is made of, each cut as far as words go; nothing if it is made of none.
///
/// ```
/// let words = |word| -> Vec<&str> {
///     let parts = sala_khmer::parts(word);
///     parts.words.into_iter().map(|part| &word[part]).collect()
/// };
/// assert_eq!(words("ភាសាខ្មែរ"), ["ភាសា", "ខ្មែរ"]);
/// assert_eq!(words("ការបោះឆ្នោត"), ["ការ", "បោះ", "បោះឆ្នោត", "ឆ្នោត"]);
/// assert!(words("ខ្មែរ").is_empty());
/// ```
///
/// The cost grows with the clusters of the word times those of the longest word in it, once for each
/// of its parts, and with the square of these: few, since a word is short.
pub fn parts(word: &str) -> Parts {
    let mut borders = Vec::new();
    let mut open = vec![word.trim_end_matches(REPETITION)];
    let mut at = 0;
    while let Some(word) = open.pop() {
        match cheapest_cut(word) {
            Some(parts) => open.extend(parts.into_iter().rev()),
            None => {
                at += word.len();
                borders.push(at);
            }
        }
    }
    let Some(whole) = borders.pop().filter(|_| !borders.is_empty()) else {
        return Parts::default();
    };
    let mut words = Vec::new();
    for (nth, start) in [0].into_iter().chain(borders.iter().copied()).enumerate() {
        let ends = borders[nth..].iter().copied().chain([whole]);
        words.extend(ends.map(|end| start..end).filter(|part| {
            let text = &word[part.clone()];
            part.len() < whole && letters(text) >= SHORTEST_PART && is_word(text)
        }));
    }
    Parts { words, borders }
}

/// A word that begins in one text and may end in the next.
#[derive(Clone, Copy, Debug)]
pub struct Begun {
    state: usize,
    last: u8,
}

impl Begun {
    /// Nothing if no word begins with all of `text`.
    ///
    /// ```
    /// // រៀប|រាប់ពី, and the reader means រៀបរាប់|ពី.
    /// let begun = sala_khmer::Begun::of("រៀប").expect("a beginning");
    /// let next = "រាប់ពី";
    /// assert_eq!(begun.end_in(next, &["រាប់".len(), next.len()]), Some("រាប់".len()));
    /// ```
    pub fn of(text: &str) -> Option<Begun> {
        let mut begun = Begun {
            state: START,
            last: 0,
        };
        for code in codes(text) {
            let code = code?;
            begun = Begun {
                state: DICTIONARY.step(begun.state, code)?.state,
                last: code,
            };
        }
        Some(begun)
    }

    /// The first of `ends` at which the word ends in `next`, which follows.
    pub fn end_in(self, next: &str, ends: &[usize]) -> Option<usize> {
        let mut state = self.state;
        let mut end = 0;
        for code in codes_after(self.last, next) {
            let step = DICTIONARY.step(state, code?)?;
            state = step.state;
            end += 3;
            if step.cost > 0 && ends.contains(&end) {
                return Some(end);
            }
        }
        None
    }
}

/// The cheapest way to cut a word into two words or more, if that is likely.
fn cheapest_cut(word: &str) -> Option<Vec<&str>> {
    let mut ends = vec![0];
    let mut end = 0;
    ends.extend(clusters(word).map(|cluster| {
        end += cluster.len();
        end
    }));
    if ends.len() < 3 {
        return None;
    }
    let codes = encode(word)?;
    /// The cost of a way, and where its last word begins.
    type Way = Option<(u32, usize)>;
    let mut best: Vec<Way> = vec![None; word.len() + 1];
    best[0] = Some((0, 0));
    let mut own = None;
    for &start in &ends {
        let Some((here, _)) = best[start] else {
            continue;
        };
        let mut state = START;
        for (at, code) in codes.iter().enumerate().skip(start / 3) {
            let Some(step) = DICTIONARY.step(state, *code) else {
                break;
            };
            state = step.state;
            let end = 3 * (at + 1);
            let cost = u32::from(step.cost & LARGEST_COST);
            if cost == 0 || ends.binary_search(&end).is_err() {
                continue;
            }
            if start == 0 && end == word.len() {
                own = Some(cost);
                continue;
            }
            let is_better = best[end].is_none_or(|(known, _)| here + cost < known);
            if is_better && may_be_part(&word[start..end], cost) {
                best[end] = Some((here + cost, start));
            }
        }
    }
    let (cost, mut start) = best[word.len()]?;
    // What no dictionary has is a name, or several words.
    if own.is_some_and(|own| cost > own + MOST_DEARER) {
        return None;
    }
    let mut parts = Vec::new();
    let mut end = word.len();
    loop {
        parts.push(&word[start..end]);
        if start == 0 {
            break;
        }
        (end, start) = (start, best[start]?.1);
    }
    parts.reverse();
    let has_long_part = parts.iter().any(|part| letters(part) >= SHORTEST_PART);
    has_long_part.then_some(parts)
}

fn may_be_part(word: &str, cost: u32) -> bool {
    let letters = letters(word);
    letters >= SHORTEST_PART
        || letters > 1 && cost <= COST_OF_SHORT_WORD
        || SHORT_WORDS.contains(&word)
}

/// A letter below another counts as one sign with what puts it there.
fn letters(word: &str) -> usize {
    word.chars().filter(|letter| *letter != COENG).count()
}

/// Whether the dictionary has `word`.
pub fn is_word(word: &str) -> bool {
    let Some(codes) = encode(word) else {
        return false;
    };
    let (mut state, mut cost) = (START, 0);
    for code in codes {
        let Some(step) = DICTIONARY.step(state, code) else {
            return false;
        };
        (state, cost) = (step.state, step.cost);
    }
    cost > 0
}

#[cfg(test)]
mod tests {
    use super::{Begun, parts};

    #[test]
    fn a_word_may_stand_across_the_border_of_two() {
        // រៀប|រាប់ពី, and the reader means រៀបរាប់|ពី.
        let end = |first: &str, second: &str, ends: &[usize]| {
            Begun::of(first).and_then(|begun| begun.end_in(second, ends))
        };
        let [next, whole] = ["រាប់", "រាប់ពី"].map(str::len);
        assert_eq!(end("រៀប", "រាប់ពី", &[next, whole]), Some(next));
        assert_eq!(end("", "រាប់ពី", &[next, whole]), Some(next));
        assert_eq!(end("រៀប", "រាប់ពី", &[whole]), None);
        // Below the line DA is TA, on whichever side of the border its COENG stands.
        for (first, second) in [("បន្ដ", ""), ("បន្", "ដ"), ("បន", "្ដ")] {
            let ends = [second.len()];
            let begun = end(first, &format!("{second}ការ"), &ends);
            assert_eq!(begun.is_some(), !second.is_empty(), "{first} {second}");
        }
        assert!(Begun::of("2026").is_none());
        assert_eq!(end("", "2026", &[4]), None);
    }

    #[test]
    fn a_word_falls_into_the_words_it_is_made_of() {
        for (word, expected) in [
            ("បោះឆ្នោត", "បោះ|ឆ្នោត"),
            ("អ្នកបោះឆ្នោត", "អ្នក|បោះ|បោះឆ្នោត|ឆ្នោត"),
            ("ទីផ្សារ", "ផ្សារ"),
            ("រាប់ពី", "រាប់"),
            ("ដីស្រែ", "ស្រែ"),
            ("ផ្លាស់ប្តូរ", "ផ្លាស់|ប្តូរ"),
            ("ភាសាខ្មែរៗ", "ភាសា|ខ្មែរ"),
            ("ប្រធាន", ""),
            ("ខ្មែរ", ""),
            ("ជាទី", ""),
            ("ក", ""),
            ("", ""),
            ("budget", ""),
            ("២០២៦", ""),
            ("្", ""),
        ] {
            let parts = parts(word).words;
            let words: Vec<&str> = parts.into_iter().map(|part| &word[part]).collect();
            assert_eq!(words.join("|"), expected, "{word}");
        }
    }
}
