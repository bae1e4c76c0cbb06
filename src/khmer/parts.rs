//! In: a word. Out: the shorter words it is made of, under which a reader may look for it too.
//!
//! Khmer joins words freely, and where one ends is a matter of taste: ភាសាខ្មែរ is one word to
//! the dictionary and two to many a reader. Knows nothing of meaning: both halves being words is
//! all it asks.

use super::automaton::{START, encode};
use super::cluster::clusters;
use super::segment::DICTIONARY;

/// Shorter halves, a letter with its vowel, are chance as often as words.
const SHORTEST_PART: usize = 3;

/// The halves of `word`, wherever it falls into two words of the dictionary.
///
/// ```
/// assert_eq!(sala_khmer::parts("ភាសាខ្មែរ"), ["ភាសា", "ខ្មែរ"]);
/// assert!(sala_khmer::parts("ខ្មែរ").is_empty());
/// ```
pub fn parts(word: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    for cluster in clusters(word) {
        if at > 0 {
            let (first, second) = word.split_at(at);
            if is_part(first) && is_part(second) {
                found.extend([first, second]);
            }
        }
        at += cluster.len();
    }
    found
}

fn is_part(word: &str) -> bool {
    word.chars().nth(SHORTEST_PART - 1).is_some() && is_word(word)
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
