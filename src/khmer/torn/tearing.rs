//! What a PDF may have done to words: kinds of it, what each costs, and how much tells of it.
//!
//! A tearing is a few kinds that go together. Each is tried alone: a line that was torn agrees with one
//! of them, while what is odd in a proper line would need another one for each word.

use super::super::automaton::{COENG_CODE, COST_UNIT};
use super::letters::{Letters, SPACE, is_high_or_low, is_mark};
use super::mending::Way;

pub(super) const UNIT: u32 = COST_UNIT as u32;

/// What may have happened to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A coeng is lost with its letter.
    Coeng,
    /// The sign of a coeng is lost, and its letter is left.
    Sign,
    /// A space stands for a coeng with its letter.
    Parted,
    /// A mark above or below the letter is lost.
    High,
    /// Another mark is lost.
    Low,
    /// A space came in.
    Space,
    /// A mark or a letter came twice.
    Twice,
    /// Something could not be read, or a coeng was it.
    Odd,
    /// A mark became another one.
    Changed,
}

const KINDS: usize = 9;

impl Kind {
    pub(super) const ALL: [Kind; KINDS] = [
        Kind::Coeng,
        Kind::Sign,
        Kind::Parted,
        Kind::High,
        Kind::Low,
        Kind::Space,
        Kind::Twice,
        Kind::Odd,
        Kind::Changed,
    ];

    /// What it costs, once.
    pub(super) const fn price(self) -> u32 {
        match self {
            Kind::Coeng | Kind::Sign | Kind::Parted | Kind::High | Kind::Low | Kind::Changed => {
                3 * UNIT / 2
            }
            Kind::Space => UNIT,
            Kind::Twice | Kind::Odd => UNIT / 2,
        }
    }

    /// How much is left of what it would have taken.
    fn kept(self, letters: &Letters, edits: u32) -> u32 {
        match self {
            Kind::Coeng | Kind::Sign | Kind::Parted => letters.count(|code| code == COENG_CODE),
            Kind::High => letters.count(is_high_or_low),
            Kind::Low => letters.count(|code| is_mark(code) && !is_high_or_low(code)),
            Kind::Space => letters.count(|code| code == SPACE).saturating_sub(edits),
            Kind::Changed => letters.count(is_mark).saturating_sub(edits),
            Kind::Twice | Kind::Odd => 0,
        }
    }
}

/// How often each kind of it happened.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Edits([u8; KINDS]);

impl Edits {
    pub(super) fn one(kind: Kind) -> Edits {
        Edits::default().and(kind)
    }

    pub(super) fn and(mut self, kind: Kind) -> Edits {
        let count = &mut self.0[kind as usize];
        *count = count.saturating_add(1);
        self
    }

    pub(super) fn is_none(self) -> bool {
        self == Edits::default()
    }

    pub(super) fn of(self, kind: Kind) -> u32 {
        u32::from(self.0[kind as usize])
    }
}

/// Kinds that go together.
pub(super) struct Tearing {
    pub(super) kinds: &'static [Kind],
    /// What proper text has that looks like it.
    alike: Alike,
    /// What a line must gain by mending it so, in eighths of a natural logarithm, for each root of its
    /// length: more than proper lines do. See `benches/khmer_torn.rs`.
    enough: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Alike {
    Nothing,
    /// People forget a sign, or type it twice: now and then.
    Slips,
    /// Words of other languages: with other marks they are not better ones.
    Names,
}

/// All of them, the cheapest to look for first.
pub(super) static TEARINGS: [Tearing; 10] = [
    Tearing {
        kinds: &[Kind::Sign],
        alike: Alike::Nothing,
        enough: 12,
    },
    Tearing {
        kinds: &[Kind::Odd],
        alike: Alike::Nothing,
        enough: 10,
    },
    Tearing {
        kinds: &[Kind::Space],
        alike: Alike::Nothing,
        enough: 12,
    },
    Tearing {
        kinds: &[Kind::Twice],
        alike: Alike::Slips,
        enough: 18,
    },
    Tearing {
        kinds: &[Kind::Parted],
        alike: Alike::Nothing,
        enough: 14,
    },
    Tearing {
        kinds: &[Kind::Coeng],
        alike: Alike::Slips,
        enough: 19,
    },
    Tearing {
        kinds: &[Kind::High],
        alike: Alike::Slips,
        enough: 21,
    },
    Tearing {
        kinds: &[Kind::High, Kind::Low],
        alike: Alike::Slips,
        enough: 23,
    },
    Tearing {
        kinds: &[Kind::Changed],
        alike: Alike::Names,
        enough: 46,
    },
    MIXED,
];

/// Several things at once, as programs do them.
pub(super) const MIXED: Tearing = Tearing {
    kinds: &[
        Kind::Coeng,
        Kind::Sign,
        Kind::Parted,
        Kind::High,
        Kind::Low,
        Kind::Space,
        Kind::Twice,
        Kind::Odd,
    ],
    alike: Alike::Slips,
    enough: 30,
};

/// A word that came out wrong tells so much at most: by chance, or by somebody's slip, that may be.
pub(super) const MOST_OF_A_WORD: u32 = 8 * UNIT;
/// Fewer words are slips, and so is less than one thing in so many clusters.
const FEWEST_WORDS: u32 = 2;
const CLUSTERS_OF_A_SLIP: u32 = 11;
/// What a cluster of words costs at most if they are words.
const MOST_OF_A_CLUSTER: u32 = 24;

impl Tearing {
    /// Whether a line may gain so much that it is torn.
    pub(super) fn is_possible(&self, most_to_gain: u32, clusters: u32) -> bool {
        is_enough(most_to_gain, self.enough, clusters)
    }

    /// Whether a line that costs so much as it stands is torn, if this is the way to mend it.
    pub(super) fn tells(&self, letters: &Letters, as_typed: u32, mended: &Way) -> bool {
        let clusters = letters.clusters;
        let is_like_proper_text = match self.alike {
            Alike::Nothing => false,
            Alike::Slips => mended.edits.iter().sum::<u32>() * CLUSTERS_OF_A_SLIP < clusters,
            Alike::Names => mended.cost - mended.price > clusters * MOST_OF_A_CLUSTER,
        };
        mended.different >= FEWEST_WORDS
            && !is_like_proper_text
            && is_enough(score(letters, as_typed, mended), self.enough, clusters)
    }
}

/// How much the way to mend a line tells, beside the way to read it as it stands.
fn score(letters: &Letters, as_typed: u32, mended: &Way) -> u32 {
    // A word that the dictionary lacks is one mistake, however often it stands there.
    let once = |count: u32| count * mended.different / mended.words.max(1);
    let gain = once(as_typed.saturating_sub(mended.cost) + mended.price);
    let gain = gain.min(MOST_OF_A_WORD * mended.different);
    // In place of the prices: what it takes to say which of all those places were struck.
    let said = Kind::ALL.into_iter().map(|kind| {
        let edits = mended.edits[kind as usize];
        match edits {
            0 => 0.0,
            _ => choices(once(edits), kind.kept(letters, edits)),
        }
    });
    gain.saturating_sub((said.sum::<f64>() * COST_UNIT).ceil() as u32)
}

/// A shorter line tells no more than one of so many clusters would have to.
const SHORT: u32 = 20;
const LENGTH_OF_NOTHING: u32 = 8;

/// Whether a score is so much for each root of the length.
pub(super) fn is_enough(score: u32, enough: u32, clusters: u32) -> bool {
    let enough = u64::from(enough).pow(2);
    u64::from(score).pow(2) >= enough * u64::from(clusters.max(SHORT) + LENGTH_OF_NOTHING)
}

/// How many ways there are, as a natural logarithm, for so many of so many places.
fn choices(struck: u32, kept: u32) -> f64 {
    let all = f64::from(struck + kept);
    let part = |count: u32| match count {
        0 => 0.0,
        _ => f64::from(count) * (all / f64::from(count)).ln(),
    };
    part(struck) + part(kept)
}
