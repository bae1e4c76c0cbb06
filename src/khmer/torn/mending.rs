//! In: the letters of a line, and what may have happened to its words. Out: the cheapest way to read it.
//!
//! A noisy channel. Words of the dictionary cost what they cost; a word that something happened to
//! costs a price more for it. Where proper words stand nothing is tried. Time grows with the length of
//! the line: a word is looked for from each letter on, and what was lost of it may cost only so much.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::automaton::{COENG_CODE, LARGEST_COST, START};
use super::super::segment::DICTIONARY;
use super::letters::{
    FIRST_MARK, GAP, LAST_BASE, LAST_MARK, Letters, ODD, SPACE, is_base, is_gap, is_high_or_low,
    is_mark,
};
use super::tearing::{Edits, Kind, MOST_OF_A_WORD, UNIT};

/// As in [`super::super::search`].
const UNKNOWN_WORD: u32 = 6 * UNIT;
const UNKNOWN_CLUSTER: u32 = 9 * UNIT / 2;
const UNKNOWN_CLUSTERS: u32 = 6;
/// A word whose clusters cost more than this is an unknown one, or a chance one of one letter.
const DEAR: u32 = 4 * UNIT;
/// Hardly any word costs less for each of its clusters.
const CHEAP: u32 = UNIT;
/// A mark on nothing, or something that could not be read.
const STRAY: u32 = 8 * UNIT;

/// What a whole letter costs more than a mark, if it came twice.
const CLUSTER_TWICE: u32 = 3 * UNIT;
/// What the edits of a word may cost: so much, and so much for each of its letters.
const MOST: u32 = UNIT;
const MOST_OF_A_LETTER: u32 = UNIT;
/// A word that was mended has so many letters left: anything may be made of one.
const LETTERS_LEFT: u32 = 2;

const UNREACHED: u32 = u32::MAX;

/// A line as it stands, cut into words.
pub(super) struct AsTyped {
    pub(super) cost: u32,
    /// How much less it could cost if every word that is dear were mended.
    pub(super) most_to_gain: u32,
    /// Which letters stand in words that cost much, or beside one: there something may be lost.
    is_dear: Vec<bool>,
}

/// A way to read a line whose words were mended.
pub(super) struct Way {
    pub(super) cost: u32,
    /// What had to be mended.
    pub(super) edits: Vec<u32>,
    /// What of the cost that is.
    pub(super) price: u32,
    /// How many words had to be mended, and how many different ones these are.
    pub(super) words: u32,
    pub(super) different: u32,
}

/// What the line costs as it stands.
pub(super) fn as_typed(letters: &Letters) -> AsTyped {
    let search = Search::along(letters, &[], &[]);
    let words = search.words();
    let costs = words.iter().map(|word| {
        let clusters = word.clone().filter(|at| letters.is_start(*at)).count();
        let clusters = u32::try_from(clusters).unwrap_or(u32::MAX);
        (search.cost_of(word), clusters)
    });
    let costs: Vec<(u32, u32)> = costs.collect();
    let is_dear_word = |(cost, clusters): (u32, u32)| cost > clusters * DEAR;
    let mut is_dear = vec![false; letters.codes.len()];
    let mut most_to_gain = 0;
    for (index, one) in costs.iter().enumerate() {
        if is_dear_word(*one) {
            most_to_gain += one.0.saturating_sub(one.1 * CHEAP).min(MOST_OF_A_WORD);
            for word in words.iter().skip(index.saturating_sub(2)).take(5) {
                is_dear[word.clone()].fill(true);
            }
        }
    }
    AsTyped {
        cost: search.best[letters.codes.len() - 1].cost,
        most_to_gain,
        is_dear,
    }
}

/// The cheapest way to read it if `kinds` may have happened where it is dear.
pub(super) fn mended(letters: &Letters, typed: &AsTyped, kinds: &[Kind]) -> Way {
    let search = Search::along(letters, &typed.is_dear, kinds);
    let mut way = Way {
        cost: search.best[letters.codes.len() - 1].cost,
        edits: vec![0; Kind::ALL.len()],
        price: 0,
        words: 0,
        different: 0,
    };
    let mut seen = BTreeSet::new();
    for word in search.words() {
        let edits = search.best[word.end].edits;
        if edits.is_none() {
            continue;
        }
        way.words += 1;
        way.different += u32::from(seen.insert(&letters.codes[word]));
        for kind in Kind::ALL {
            way.edits[kind as usize] += edits.of(kind);
            way.price += edits.of(kind) * kind.price();
        }
    }
    way
}

/// How a place was reached: by the word that begins at `start`.
#[derive(Clone, Copy)]
struct Reached {
    cost: u32,
    start: usize,
    edits: Edits,
}

struct Search<'line> {
    letters: &'line Letters,
    /// From which letters on something may have happened to a word.
    is_noisy: &'line [bool],
    kinds: u32,
    best: Vec<Reached>,
}

/// A word that is being read.
#[derive(Clone, Copy)]
struct Walk {
    start: usize,
    /// What it cost to come to its start.
    here: u32,
    /// The next letter.
    at: usize,
    state: usize,
    /// How many letters were read.
    letters: u32,
    price: u32,
    edits: Edits,
}

impl Walk {
    fn from(start: usize, here: u32) -> Walk {
        Walk {
            start,
            here,
            at: start,
            state: START,
            letters: 0,
            price: 0,
            edits: Edits::default(),
        }
    }

    fn behind(&self, letters: usize) -> Walk {
        Walk {
            at: self.at + letters,
            ..*self
        }
    }

    fn read(&self) -> Walk {
        Walk {
            letters: self.letters + 1,
            ..self.behind(1)
        }
    }
}

impl<'line> Search<'line> {
    fn along(letters: &'line Letters, is_noisy: &'line [bool], kinds: &[Kind]) -> Self {
        let end = letters.codes.len() - 1;
        let unreached = Reached {
            cost: UNREACHED,
            start: 0,
            edits: Edits::default(),
        };
        let mut search = Search {
            letters,
            is_noisy,
            kinds: kinds.iter().map(|kind| 1 << *kind as u32).sum(),
            best: vec![unreached; end + 1],
        };
        search.best[0].cost = 0;
        for at in 0..end {
            let here = search.best[at].cost;
            if here != UNREACHED {
                search.from(at, here);
            }
        }
        search
    }

    /// Considers all that begins at a place.
    fn from(&mut self, at: usize, here: u32) {
        let code = self.letters.codes[at];
        if is_base(code) {
            self.unknown(at, here);
            if self.is_noisy(at)
                && self.may(Kind::Twice)
                && let Some(length) = self.letters.said_before(at)
            {
                let price = Kind::Twice.price() + CLUSTER_TWICE;
                self.reach(at + length, here + price, at, Edits::one(Kind::Twice));
            }
            self.word(&Walk::from(at, here));
        } else {
            let stray = match code {
                GAP | SPACE => 0,
                _ => STRAY,
            };
            self.reach(at + 1, here + stray, at, Edits::default());
        }
    }

    fn is_noisy(&self, at: usize) -> bool {
        self.is_noisy.get(at) == Some(&true)
    }

    fn may(&self, kind: Kind) -> bool {
        self.kinds >> kind as u32 & 1 == 1
    }

    /// The words of the cheapest way.
    fn words(&self) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        let mut end = self.best.len() - 1;
        while end > 0 {
            let start = self.best[end].start;
            words.push(start..end);
            end = start;
        }
        words
    }

    fn cost_of(&self, word: &Range<usize>) -> u32 {
        self.best[word.end].cost - self.best[word.start].cost
    }

    fn reach(&mut self, at: usize, cost: u32, start: usize, edits: Edits) {
        if cost < self.best[at].cost {
            self.best[at] = Reached { cost, start, edits };
        }
    }

    /// Considers the unknown words that begin at `start`.
    fn unknown(&mut self, start: usize, here: u32) {
        let mut cost = here + UNKNOWN_WORD;
        let mut at = start;
        for _ in 0..UNKNOWN_CLUSTERS {
            at += 1;
            while !self.letters.is_border(at) {
                at += 1;
            }
            cost += UNKNOWN_CLUSTER;
            self.reach(at, cost, start, Edits::default());
            if !is_base(self.letters.codes[at]) {
                return;
            }
        }
    }

    /// Considers every word that goes on like this.
    fn word(&mut self, walk: &Walk) {
        let code = self.letters.codes[walk.at];
        if !is_gap(code) {
            self.step(&walk.read(), code);
        }
        if walk.letters > 0 && self.is_noisy(walk.start) {
            self.came_in(walk, code);
            self.lost(walk, code);
        }
    }

    /// Goes on with a letter, which was read or is lost.
    fn step(&mut self, walk: &Walk, code: u8) {
        let Some(step) = DICTIONARY.step(walk.state, code) else {
            return;
        };
        let is_word = step.cost > 0 && self.letters.is_border(walk.at);
        if is_word && (walk.price == 0 || walk.letters >= LETTERS_LEFT) {
            let cost = walk.here + walk.price + u32::from(step.cost & LARGEST_COST);
            self.reach(walk.at, cost, walk.start, walk.edits);
        }
        self.word(&Walk {
            state: step.state,
            ..*walk
        });
    }

    /// The walk after something happened, if it may have, and unless there was too much of it.
    fn edited(&self, walk: &Walk, kind: Kind, more: u32) -> Option<Walk> {
        let price = walk.price + kind.price() + more;
        let is_possible = self.may(kind) && price <= MOST + walk.letters * MOST_OF_A_LETTER;
        is_possible.then_some(Walk {
            price,
            edits: walk.edits.and(kind),
            ..*walk
        })
    }

    /// Considers that something came in before the next letter, `code`.
    fn came_in(&mut self, walk: &Walk, code: u8) {
        let came_in = match code {
            SPACE => self.edited(walk, Kind::Space, 0),
            ODD => self.edited(walk, Kind::Odd, 0),
            _ if is_mark(code) && self.letters.codes[walk.at - 1] == code => {
                self.edited(walk, Kind::Twice, 0)
            }
            _ => None,
        };
        if let Some(walk) = came_in {
            self.word(&walk.behind(1));
        }
        if self.may(Kind::Twice)
            && let Some(length) = self.letters.said_before(walk.at)
            && let Some(walk) = self.edited(walk, Kind::Twice, CLUSTER_TWICE)
        {
            self.word(&walk.behind(length));
        }
    }

    /// Considers that something was lost before the next letter, `code`, or became it.
    fn lost(&mut self, walk: &Walk, code: u8) {
        if let Some(coeng) = DICTIONARY.step(walk.state, COENG_CODE) {
            let below = |walk: Walk| Walk {
                state: coeng.state,
                ..walk
            };
            let lost = match code {
                ODD => self.edited(&walk.behind(1), Kind::Odd, 0),
                _ => self.edited(walk, Kind::Coeng, 0),
            };
            let parted = match code {
                SPACE => self.edited(&walk.behind(1), Kind::Parted, 0),
                _ => None,
            };
            for lost in lost.into_iter().chain(parted) {
                for letter in 1..=LAST_BASE {
                    self.step(&below(lost), letter);
                }
            }
            // Its letter may be left, behind a space or none.
            if code == SPACE
                && is_base(self.letters.codes[walk.at + 1])
                && let Some(parted) = self.edited(&walk.behind(1), Kind::Parted, 0)
            {
                self.word(&below(parted));
            }
            if is_base(code)
                && let Some(lost) = self.edited(walk, Kind::Sign, 0)
            {
                self.word(&below(lost));
            }
        }
        for (kind, is_high) in [(Kind::High, true), (Kind::Low, false)] {
            if let Some(lost) = self.edited(walk, kind, 0) {
                let marks = FIRST_MARK..=LAST_MARK;
                for mark in marks.filter(|mark| is_high_or_low(*mark) == is_high) {
                    self.step(&lost, mark);
                }
            }
        }
        if is_mark(code)
            && let Some(changed) = self.edited(walk, Kind::Changed, 0)
        {
            for mark in (FIRST_MARK..=LAST_MARK).filter(|mark| *mark != code) {
                self.step(&changed.read(), mark);
            }
        }
    }
}
