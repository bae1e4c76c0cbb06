//! In: a run of Khmer letters. Out: the likeliest words it is made of.
//!
//! The search behind [`super::segment`]; knows nothing of text around the run.
//!
//! The best way to each place is one number: cost, then whether its last word is unknown, then where
//! that word begins, and whether browsers would cut it. The least number is the best way, so a
//! comparison is all there is.

use super::alphabet::{Role, khmer_index, role};
use super::automaton::{
    Automaton, COENG_CODE, COST_UNIT, DA_CODE, END, JOINER, LARGEST_COST, START, TA_CODE, code_at,
};

const UNREACHED: u64 = u64::MAX;
const COST_SHIFT: u32 = 32;
const UNKNOWN: u64 = 1 << 31;
/// The last word is one that browsers would cut.
const KEPT_WHOLE: u64 = 1 << 30;
const START_MASK: u64 = KEPT_WHOLE - 1;
const COST_MASK: u64 = !0 << COST_SHIFT;
/// Farther than any way that real words make, with room for a cost to be added.
const NOWHERE: u64 = UNREACHED >> 1 & COST_MASK;
/// An unknown word costs as a word of random clusters whose length is geometric: a share for being
/// unknown and the same for each cluster. Chosen on text from which a twentieth of the dictionary
/// was taken away; `training/costs.py` has the same numbers.
const UNKNOWN_WORD_COST: u64 = (6.0 * COST_UNIT) as u64;
const UNKNOWN_CLUSTER_COST: u64 = (4.5 * COST_UNIT) as u64;
const UNKNOWN_CLUSTERS: usize = 6;
/// Runs end at the next cluster from here on, so that no sum overflows; no run of real text comes
/// near.
const LONGEST_RUN: usize = 1 << 16;

/// The cheapest way to cut the run in `scratch` into words of the automata: fills `scratch.words`.
pub(super) fn find_words(scratch: &mut Scratch, dictionary: &Automaton, extra: &[Automaton]) {
    scratch.words.clear();
    let starts = &scratch.starts[..scratch.clusters];
    if starts.len() < 2 {
        scratch.words.push(RunWord {
            end: scratch.letters as u32,
            whole: false,
        });
        return;
    }
    let codes = &scratch.codes[..=scratch.letters];
    let best = &mut scratch.best;
    best.clear();
    best.resize(codes.len(), UNREACHED);
    best[0] = 0;
    let mut before = [NOWHERE; UNKNOWN_CLUSTERS];
    for &start in starts {
        let here = settle(&mut best[start as usize], &mut before, start);
        walk(dictionary, codes, best, start as usize, here);
        for automaton in extra {
            walk(automaton, codes, best, start as usize, here);
        }
    }
    let mut end = scratch.letters;
    settle(&mut best[end], &mut before, end as u32);
    while end > 0 {
        let way = best[end];
        let start = way & START_MASK;
        scratch.words.push(RunWord {
            end: end as u32,
            // What a browser does to a word that no dictionary has, nobody knows.
            whole: way & (UNKNOWN | KEPT_WHOLE) != 0,
        });
        end = start as usize;
    }
    scratch.words.reverse();
}

/// What the cheapest way to cut the run in `scratch` costs; nothing if it is one known word.
pub(super) fn cost_if_cut(scratch: &mut Scratch, dictionary: &Automaton) -> Option<u64> {
    if scratch.clusters < 2 {
        // One cluster is never cut.
        return None;
    }
    find_words(scratch, dictionary, &[]);
    let way = scratch.best[scratch.letters];
    let is_known = scratch.words.len() == 1 && way & UNKNOWN == 0;
    (!is_known).then_some(way >> COST_SHIFT)
}

/// What the run in `scratch` costs, and how many clusters it has. One cluster costs as an unknown word:
/// nobody asks about it alone.
pub(super) fn cost_of_run(scratch: &mut Scratch, dictionary: &Automaton) -> (u64, u64) {
    if scratch.clusters < 2 {
        return (UNKNOWN_WORD_COST + UNKNOWN_CLUSTER_COST, 1);
    }
    find_words(scratch, dictionary, &[]);
    let cost = scratch.best[scratch.letters] >> COST_SHIFT;
    (cost, scratch.clusters as u64)
}

/// Considers the unknown words that end at `place`, whose best way so far is `best`, and gives the
/// cost of the best way to it. `before` has the costs and places of the clusters before, the
/// nearest first.
#[inline(always)]
fn settle(best: &mut u64, before: &mut [u64; UNKNOWN_CLUSTERS], place: u32) -> u64 {
    let mut least = *best;
    let mut cost = UNKNOWN_WORD_COST;
    for way in before.iter() {
        cost += UNKNOWN_CLUSTER_COST;
        least = least.min((way + (cost << COST_SHIFT)) | UNKNOWN);
    }
    *best = least;
    before.copy_within(..UNKNOWN_CLUSTERS - 1, 1);
    before[0] = least & COST_MASK | u64::from(place);
    least >> COST_SHIFT
}

/// Considers every word of `automaton` that begins at `start`, which `here` is the cost to reach.
#[inline(always)]
fn walk(automaton: &Automaton, codes: &[u8], best: &mut [u64], start: usize, here: u64) {
    let mut state = START;
    // The end of the run stands in `codes` as a code that no word contains.
    for (code, place) in codes[start..].iter().zip(&mut best[start + 1..]) {
        let Some(step) = automaton.step(state, *code) else {
            return;
        };
        if step.cost > 0 {
            let whole = u64::from(step.cost & !LARGEST_COST) << 23;
            let cost = here + u64::from(step.cost & LARGEST_COST);
            let way = cost << COST_SHIFT | whole | start as u64;
            *place = (*place).min(way);
        }
        state = step.state;
    }
}

// ---- runs of Khmer letters ---------------------------------------------------------------------

/// What the search works on, kept between calls for its memory. The first two only grow; what
/// counts of them is said beside them.
#[derive(Default)]
pub(super) struct Scratch {
    /// The letters of the run as codes, and [`END`].
    codes: Vec<u8>,
    letters: usize,
    /// Where its clusters start.
    starts: Vec<u32>,
    clusters: usize,
    /// The best way to each place.
    best: Vec<u64>,
    /// Its words.
    pub(super) words: Vec<RunWord>,
}

/// A word of a run.
#[derive(Clone, Copy)]
pub(super) struct RunWord {
    /// Where it ends, in letters from the beginning of the run.
    pub(super) end: u32,
    /// Whether a browser would cut it, or may.
    pub(super) whole: bool,
}

impl Scratch {
    /// Reads the run of letters that begins at `from` and gives its end. A joiner or non-joiner
    /// inside is part of it; each takes three bytes, as every letter does.
    pub(super) fn read_run(&mut self, bytes: &[u8], from: usize) -> usize {
        let (characters, _) = bytes[from..].as_chunks::<3>();
        let (mut letters, mut clusters) = (0, 0);
        let mut previous = NO_LETTER;
        let mut joined = false;
        for character in characters {
            if letters + 1 >= self.codes.len() {
                let room = self.codes.len() * 2 + 256;
                self.codes.resize(room, END);
                self.starts.resize(room, 0);
            }
            let letter = match character {
                [0xE1, second, third] if second & 0xFE == 0x9E => {
                    LETTERS[usize::from(second & 1) << 6 | usize::from(third & 0x3F)]
                }
                [0xE2, 0x80, 0x8C] => JOINER,
                [0xE2, 0x80, 0x8D] => {
                    joined = true;
                    self.codes[letters] = JOINER;
                    previous = JOINER;
                    letters += 1;
                    continue;
                }
                _ => NO_LETTER,
            };
            if letter == NO_LETTER {
                break;
            }
            let code = letter & CODE_MASK;
            // The first letter starts a cluster, whatever it is.
            let starts = letters == 0 || (letter != code && !joined);
            if starts && letters >= LONGEST_RUN {
                break;
            }
            self.starts[clusters] = letters as u32;
            clusters += usize::from(starts);
            self.codes[letters] = if previous == COENG_CODE && code == DA_CODE {
                TA_CODE
            } else {
                code
            };
            letters += 1;
            joined = code == COENG_CODE || (joined && code == JOINER);
            previous = code;
        }
        self.codes[letters] = END;
        (self.letters, self.clusters) = (letters, clusters);
        from + 3 * letters
    }
}

const CODE_MASK: u8 = 0x7F;
const NO_LETTER: u8 = 0;

/// The code of each letter of the Khmer block; that of a base has the highest bit set.
static LETTERS: [u8; 128] = {
    let mut table = [NO_LETTER; 128];
    let mut index = 0;
    while index < 128 {
        if let (Some(code), Some(letter)) = (code_at(index), char::from_u32(0x1780 + index as u32))
        {
            table[index] = match role(letter) {
                Role::Base => code | !CODE_MASK,
                _ => code,
            };
        }
        index += 1;
    }
    table
};

#[inline(always)]
pub(super) fn letter_at(bytes: &[u8], at: usize) -> Option<u8> {
    code_at(khmer_index(bytes, at)?)
}

/// Where the next run of Khmer letters begins.
#[inline]
pub(super) fn next_run(bytes: &[u8], mut from: usize) -> Option<usize> {
    loop {
        from += memchr::memchr(0xE1, bytes.get(from..)?)?;
        if letter_at(bytes, from).is_some() {
            return Some(from);
        }
        from += 1;
    }
}
