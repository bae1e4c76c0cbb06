//! In: the letters of a line. Out: whether they stand beside each other as no words have them.
//!
//! A font whose table of signs is wrong gives other letters in the places of the right ones, and no way
//! to mend a word finds it. Names and Pali, which no dictionary has, still have the pairs of letters that
//! Khmer words have. The table is made of the dictionary by the build script.

use std::collections::BTreeMap;

use super::letters::{GAP, LAST_MARK as VIRIAM, Letters, is_gap, is_mark};
use super::tearing::is_enough;

static COSTS: &[u8; LETTERS * LETTERS] =
    include_bytes!(concat!(env!("OUT_DIR"), "/khmer-letters.bin"));
const LETTERS: usize = 96;

/// A line whose clusters cost less than this is made of words, for the most part.
const LEAST_OF_A_CLUSTER: u64 = 30;
/// What a letter of proper text costs behind the one before it, by a hundred.
const A_LETTER: u32 = 2559;
/// What a cluster of proper text costs, by ten.
const A_CLUSTER: u64 = 186;
/// In a word that is said again and again, the same letters stand side by side.
const MOST_OF_A_PAIR: u32 = 2;
/// As in [`super::tearing`]: hardly a real line, of Pali or Old Khmer, has so much.
const ENOUGH: u32 = 102;
const FEWEST_CLUSTERS: u32 = 16;

/// Whether a line that costs so much is made of letters that do not belong together.
pub(super) fn is_strange(letters: &Letters, cost: u64) -> bool {
    let clusters = u64::from(letters.clusters);
    // A list of letters is no text.
    let is_text = letters.count(is_mark) * 3 >= letters.clusters;
    if !is_text || letters.clusters < FEWEST_CLUSTERS || cost < clusters * LEAST_OF_A_CLUSTER {
        return false;
    }
    let of_words = (cost * 10).saturating_sub(clusters * A_CLUSTER) * 3 / 100;
    let score = of_pairs(letters) + u32::try_from(of_words).unwrap_or(u32::MAX);
    is_enough(score, ENOUGH, letters.clusters)
}

/// How much more its pairs of letters cost than those of proper text.
fn of_pairs(letters: &Letters) -> u32 {
    let mut seen: BTreeMap<(u8, u8), u32> = BTreeMap::new();
    let (mut cost, mut proper) = (0, 0);
    let mut before = GAP;
    for code in &letters.codes {
        // A viriam ends words of Old Khmer.
        let is_end = is_gap(*code) || *code == VIRIAM;
        let code = if is_end { GAP } else { *code };
        let count = seen.entry((before, code)).or_default();
        *count += 1;
        if code != GAP && *count <= MOST_OF_A_PAIR {
            cost += u32::from(COSTS[usize::from(before) * LETTERS + usize::from(code)]);
            proper += A_LETTER;
        }
        before = code;
    }
    cost.saturating_sub(proper / 100)
}
