//! Words side by side → for each word, with which other it makes phrases, and on which of its pages.
//!
//! A place for every word would cost more than all else together. Which pages hold two words is
//! known already, so a phrase costs only what tells its pages from the others that hold both; and
//! a phrase is left out where that costs more than it is worth.

use super::words::Words;

/// Bits that are paid to make one phrase wholly right: more of them, and more phrases are told from
/// words that only stand on one page. On 1,000 pages of 3.8 KB words and phrases take 160 KB; at 46
/// they take 175 KB for five more phrases in a hundred.
const WORTH: f64 = 29.0;
/// Bits for the second word of a phrase and for the number of its pages.
const NAME: f64 = 6.5;
/// A phrase's second word is known by a number below this times the count of its word's phrases.
pub(super) const SPREAD: u32 = 16;

/// The phrases of a word, those of the rarer of the two words each.
pub(super) type Phrases = Vec<Phrase>;

pub(super) struct Phrase {
    /// The hash of the other word, see [`hash`].
    pub(super) hash: u32,
    /// Where the pages of the phrase stand among the pages of the word.
    pub(super) places: Vec<u32>,
}

/// For each word, its phrases.
pub(super) fn find(found: &Words) -> Vec<Phrases> {
    let mut phrases: Vec<Phrases> = found.words.iter().map(|_| Vec::new()).collect();
    for same in found.pairs.chunk_by(|one, other| one[..2] == other[..2]) {
        let (first, second) = (same[0][0] as usize, same[0][1] as usize);
        let (one, other) = (&found.words[first], &found.words[second]);
        // Ties go to the first word.
        let second_is_rarer = other.pages.len() < one.pages.len();
        let (anchor, pages, hash) = if second_is_rarer {
            (second, &other.pages, hash(&one.key, Side::Before))
        } else {
            (first, &one.pages, hash(&other.key, Side::After))
        };
        let both = count_common(&one.pages, &other.pages);
        let share = same.len() as f64 / both as f64;
        // What the dictionary has as one word is looked for as one, so it must be right.
        let is_word = share < 1.0
            && found
                .wholes
                .binary_search(&[first as u32, second as u32])
                .is_ok();
        if !is_word && (1.0 - share) * WORTH <= cost(pages.len(), same.len()) {
            continue;
        }
        let places = same
            .iter()
            .map(|[_, _, page]| pages.partition_point(|other| other < page) as u32)
            .collect();
        phrases[anchor].push(Phrase { hash, places });
    }
    phrases
}

/// About how many bits it takes to name `some` of `all` pages.
fn cost(all: usize, some: usize) -> f64 {
    let (all, some) = (all as f64, some as f64);
    let rest = all - some;
    let share = |part: f64| {
        if part > 0.0 {
            part * (all / part).log2()
        } else {
            0.0
        }
    };
    NAME + 1.6 * some.log2() + share(some) + share(rest)
        - 0.5 * (some * rest * 6.28 / all).max(1.0).log2()
}

fn count_common(one: &[u32], other: &[u32]) -> usize {
    let (mut left, mut right, mut count) = (0, 0, 0);
    while left < one.len() && right < other.len() {
        let order = one[left].cmp(&other[right]);
        count += usize::from(order.is_eq());
        left += usize::from(order.is_le());
        right += usize::from(order.is_ge());
    }
    count
}

/// On which side of the word the other stands.
#[derive(Clone, Copy)]
pub(super) enum Side {
    After = 0,
    Before = 1,
}

/// A number for the other word of a phrase (FNV-1a over UTF-16, with its bits stirred).
pub(super) fn hash(key: &str, side: Side) -> u32 {
    let start = 0x811C_9DC5 ^ side as u32;
    let hash = key.encode_utf16().fold(start, |hash, unit| {
        (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193)
    });
    hash ^ hash >> 15
}
