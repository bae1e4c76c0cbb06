//! In: a line of text, as it was typed. Out: whether a PDF tore it.
//!
//! A noisy channel. What the line costs as words of the dictionary is compared with what it costs if
//! words may have lost coengs, vowels and signs, may have spaces in them and may bear a mark twice, each
//! for a price; and the same for its letters in the order in which a font draws them. Proper text gains
//! little by that; names and Pali that no dictionary has gain little too; torn text becomes another
//! one. What is kept of the kind that others lost speaks against it: a line in which one coeng of
//! six is missing has a slip. Costs are those of the dictionary, in eighths of a natural logarithm.
//!
//! Knows nothing of signs that no proper text has, which [`super::legacy`] counts. Time grows with the
//! length of the line: it is looked at in pieces, a word is looked for from each letter on, and what
//! was lost of it may cost only so much.

use std::collections::BTreeSet;

use super::alphabet::{COENG, DOTTED_CIRCLE, RO, Role, joins_next_base, role};
use super::automaton::{COENG_CODE, COST_UNIT, LARGEST_COST, START, code_at};
use super::irregular::{is_no_text, is_private};
use super::normalise::normalise;
use super::segment::{DICTIONARY, cost_of_words};

/// Whether `line` would be another text if what a PDF did to it were mended.
pub(super) fn is_torn(line: &str) -> bool {
    pieces(line).take(MOST_PIECES).any(piece_is_torn)
}

/// A line is looked at in pieces of so many bytes or a little more.
const PIECE: usize = 600;
/// No paragraph is longer than these pieces; what is torn is torn from its beginning on.
const MOST_PIECES: usize = 48;

/// The pieces of a line, which end at white space if there is some.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let mut end = rest.len().min(PIECE);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        if end < rest.len() {
            end = rest[..end].rfind(' ').filter(|at| *at > 0).unwrap_or(end);
        }
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

fn piece_is_torn(line: &str) -> bool {
    let normal = normalise(line);
    let (cost, clusters) = cost_of_words(&normal);
    if clusters < u64::from(FEWEST) || cost < clusters * LEAST_OF_A_CLUSTER {
        return false;
    }
    let typed = Letters::of(&normal);
    let (as_typed, mut mended) = typed_and_mended(&typed);
    let kept = typed.kept();
    let clusters = typed.clusters;
    let mut tried = vec![typed];
    for drawn in [Drawn::Vowels, Drawn::VowelsAndRo] {
        let (line, moved) = undrawn(line, drawn);
        let letters = Letters::of(&normalise(&line));
        if moved > 0 && tried.iter().all(|one| one.codes != letters.codes) {
            let (_, other) = typed_and_mended(&letters);
            if other.cost < mended.cost {
                mended = other;
                mended.edits[Kind::Moved] = moved;
            }
            tried.push(letters);
        }
    }
    is_enough(
        as_typed.saturating_sub(mended.cost),
        &mended,
        &kept,
        clusters,
    )
}

/// Fewer clusters tell nothing: a code of Khmer letters is no word that lost its vowels.
const FEWEST: u32 = 12;
/// A line whose clusters cost less than this is proper; half of all lines do.
const LEAST_OF_A_CLUSTER: u64 = 19;
/// Fewer words than this, or fewer signs out of order, are slips.
const FEWEST_MENDED: u32 = 2;
/// And so are fewer than one in so many clusters.
const CLUSTERS_OF_A_SLIP: u32 = 16;
/// What an edit tells beside what it gains, and what tells against it that is kept of its kind.
const OF_AN_EDIT: u32 = UNIT;
const OF_WHAT_IS_KEPT: u32 = 3 * UNIT / 4;
/// Between torn lines and the unluckiest proper ones, per root of the length: see
/// `benches/khmer_torn.rs`.
const ENOUGH_SQUARED: u64 = 600;
const LENGTH_OF_NOTHING: u32 = 8;

fn is_enough(gain: u32, mended: &Way, kept: &Edits, clusters: u32) -> bool {
    let edits: u32 = mended.edits.0.iter().sum();
    let of_order = mended.edits[Kind::Moved] + mended.edits[Kind::Odd];
    let fewest = FEWEST_MENDED.max(clusters / CLUSTERS_OF_A_SLIP);
    if mended.different.max(of_order) < fewest {
        return false;
    }
    // A word that the dictionary lacks is one mistake, however often it stands there.
    let gain = match mended.edits[Kind::Moved] {
        0 => gain * mended.different / mended.words.max(1),
        _ => gain,
    };
    let mut kept = *kept;
    kept[Kind::Space] = kept[Kind::Space].saturating_sub(mended.edits[Kind::Space]);
    let against = mended.edits.0.iter().zip(kept.0);
    let against: u32 = against.map(|(edits, kept)| edits * kept).sum::<u32>() / edits.max(1);
    // Proper text never gains by another order.
    let told = edits + mended.edits[Kind::Moved];
    let score = (gain + told * OF_AN_EDIT).saturating_sub(against * OF_WHAT_IS_KEPT);
    u64::from(score).pow(2) >= ENOUGH_SQUARED * u64::from(clusters + LENGTH_OF_NOTHING)
}

// ---- letters -------------------------------------------------------------------------------------

/// Stands for whatever is no Khmer letter.
const GAP: u8 = 0;
/// Stands for white space.
const SPACE: u8 = 124;
/// Stands for what could not be read: a replacement character, private use, a dotted circle.
const ODD: u8 = 125;

/// A line as codes of letters; ends with [`GAP`].
struct Letters {
    codes: Vec<u8>,
    clusters: u32,
}

impl Letters {
    fn of(line: &str) -> Letters {
        let mut codes: Vec<u8> = Vec::with_capacity(line.len() / 3 + 1);
        let mut clusters = 0;
        for character in line.chars() {
            let code = match code_at((character as usize).wrapping_sub(0x1780)) {
                Some(code) => code,
                None if is_invisible(character) => continue,
                None if is_odd(character) => ODD,
                None if character.is_whitespace() => SPACE,
                None => GAP,
            };
            if code == SPACE && codes.last() == Some(&SPACE) {
                continue;
            }
            clusters += u32::from(is_base(code) && codes.last() != Some(&COENG_CODE));
            codes.push(code);
        }
        codes.push(GAP);
        Letters { codes, clusters }
    }

    /// Whether a word may end before `at`.
    fn is_border(&self, at: usize) -> bool {
        let code = self.codes[at];
        is_gap(code) || self.is_start(at)
    }

    fn is_start(&self, at: usize) -> bool {
        is_base(self.codes[at]) && (at == 0 || self.codes[at - 1] != COENG_CODE)
    }

    /// The cluster that begins at `at`.
    fn cluster(&self, at: usize) -> &[u8] {
        let end = (at + 1..self.codes.len()).find(|end| self.is_border(*end));
        &self.codes[at..end.unwrap_or(at)]
    }

    /// The length of the cluster that begins at `at`, if one of those just before it is the same.
    fn said_before(&self, at: usize) -> Option<usize> {
        const NEAR: usize = 3;
        if !is_base(self.codes[at]) || !self.is_border(at) {
            return None;
        }
        let own = self.cluster(at);
        let farthest = at.saturating_sub(NEAR * LONGEST_CLUSTER);
        let before = (farthest..at).rev();
        let before = before.filter(|at| is_base(self.codes[*at]) && self.is_border(*at));
        let is_same = before.take(NEAR).any(|at| self.cluster(at) == own);
        (is_same && own.len() > 1).then_some(own.len())
    }

    fn count(&self, of: fn(u8) -> bool) -> u32 {
        let found = self.codes.iter().filter(|code| of(**code)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    }

    /// What stands in it of each kind that may be lost; of the others nothing is known.
    fn kept(&self) -> Edits {
        let mut kept = Edits::default();
        kept[Kind::Coeng] = self.count(|code| code == COENG_CODE);
        kept[Kind::Mark] = self.count(is_mark);
        kept[Kind::Space] = self.count(|code| code == SPACE);
        kept
    }
}

/// In codes; longer ones are not looked at twice.
const LONGEST_CLUSTER: usize = 6;
const FIRST_MARK: u8 = 0x37;
const LAST_MARK: u8 = 0x52;
const LAST_BASE: u8 = 0x34;

fn is_gap(code: u8) -> bool {
    matches!(code, GAP | SPACE | ODD)
}

fn is_base(code: u8) -> bool {
    (1..=LAST_BASE).contains(&code)
}

/// A vowel or a sign.
fn is_mark(code: u8) -> bool {
    (FIRST_MARK..=LAST_MARK).contains(&code)
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn is_odd(character: char) -> bool {
    matches!(character, '\u{FFFD}' | DOTTED_CIRCLE)
        || is_private(character)
        || is_no_text(character)
}

/// What a font draws before a letter that is read after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drawn {
    Vowels,
    VowelsAndRo,
}

/// The line with what was drawn before its letters behind them, and how much that would have been.
fn undrawn(line: &str, drawn: Drawn) -> (String, u32) {
    let mut output = String::with_capacity(line.len());
    let mut waiting = String::new();
    let mut moved = 0;
    let mut previous = ' ';
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let is_letter = role(character) == Role::Base && !joins_next_base(previous);
        let has_letter = matches!(role(previous), Role::Base | Role::Robat);
        if matches!(character, '\u{17C1}'..='\u{17C3}') {
            moved += 1;
            waiting.push(character);
        } else if character == COENG
            && characters.peek() == Some(&RO)
            && (drawn == Drawn::VowelsAndRo || !has_letter || !waiting.is_empty())
        {
            characters.next();
            moved += 1;
            waiting.insert_str(0, "\u{17D2}\u{179A}");
            previous = RO;
            continue;
        } else if is_letter {
            output.push(character);
            let mut ahead = characters.clone();
            while ahead.next() == Some(COENG)
                && let Some(letter) = ahead.next()
                && (letter != RO || drawn == Drawn::Vowels)
            {
                output.push(COENG);
                output.push(letter);
                characters = ahead.clone();
            }
            output.push_str(&std::mem::take(&mut waiting));
        } else {
            output.push_str(&std::mem::take(&mut waiting));
            output.push(character);
        }
        previous = character;
    }
    (output + &waiting, moved)
}

// ---- the cheapest way to cut them into words -----------------------------------------------------

/// What may have happened to a word.
#[derive(Clone, Copy)]
enum Kind {
    /// A coeng is lost, with its letter or without.
    Coeng,
    Mark,
    Space,
    Twice,
    Odd,
    Moved,
}

/// How often each kind of it happened.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Edits([u32; 6]);

impl std::ops::Index<Kind> for Edits {
    type Output = u32;

    fn index(&self, kind: Kind) -> &u32 {
        &self.0[kind as usize]
    }
}

impl std::ops::IndexMut<Kind> for Edits {
    fn index_mut(&mut self, kind: Kind) -> &mut u32 {
        &mut self.0[kind as usize]
    }
}

const UNIT: u32 = COST_UNIT as u32;
/// As in [`super::search`].
const UNKNOWN_WORD: u32 = 6 * UNIT;
const UNKNOWN_CLUSTER: u32 = 9 * UNIT / 2;
const UNKNOWN_CLUSTERS: u32 = 6;
/// A word whose clusters cost more than this is an unknown one, or a chance one of one letter.
const DEAR: u32 = 4 * UNIT;
/// A mark on nothing, or something that could not be read.
const STRAY: u32 = 8 * UNIT;

/// What was lost or came in costs so much.
const LOST: u32 = 3 * UNIT / 2;
const SPACE_IN_WORD: u32 = UNIT;
const TWICE: u32 = UNIT / 2;
const CLUSTER_TWICE: u32 = 7 * UNIT / 2;
const UNREADABLE: u32 = UNIT / 2;
/// What the edits of a word may cost: so much, and so much for each of its letters.
const MOST: u32 = UNIT;
const MOST_OF_A_LETTER: u32 = UNIT;
/// A word that was mended has so many letters left: anything may be made of one.
const LETTERS_LEFT: u32 = 2;

const UNREACHED: u32 = u32::MAX;

/// A way to cut a line into words.
struct Way {
    cost: u32,
    /// What had to be mended of them, once for each word.
    edits: Edits,
    /// How many words had to be mended, and how many different ones these are.
    words: u32,
    different: u32,
}

/// What the line costs as it stands, and its cheapest way if it is mended where it costs much.
fn typed_and_mended(letters: &Letters) -> (u32, Way) {
    let nowhere = vec![false; letters.codes.len()];
    let clean = Search::along(letters, nowhere);
    let noisy = Search::along(letters, clean.dear());
    (clean.way().cost, noisy.way())
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
    /// From which letters on a word may have lost something.
    is_noisy: Vec<bool>,
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

    /// The same after an edit, unless there were too many.
    fn edited(&self, kind: Kind, price: u32) -> Option<Walk> {
        let price = self.price + price;
        let mut edits = self.edits;
        edits[kind] += 1;
        (price <= MOST + self.letters * MOST_OF_A_LETTER).then_some(Walk {
            price,
            edits,
            ..*self
        })
    }
}

impl<'line> Search<'line> {
    fn along(letters: &'line Letters, is_noisy: Vec<bool>) -> Self {
        let end = letters.codes.len() - 1;
        let unreached = Reached {
            cost: UNREACHED,
            start: 0,
            edits: Edits::default(),
        };
        let mut search = Search {
            letters,
            is_noisy,
            best: vec![unreached; end + 1],
        };
        search.best[0].cost = 0;
        for at in 0..end {
            let here = search.best[at].cost;
            if here == UNREACHED {
                continue;
            }
            let code = letters.codes[at];
            if is_base(code) {
                search.unknown(at, here);
                if search.is_noisy[at]
                    && let Some(length) = letters.said_before(at)
                {
                    let mut edits = Edits::default();
                    edits[Kind::Twice] = 1;
                    search.reach(at + length, here + CLUSTER_TWICE, at, edits);
                }
                search.word(&Walk::from(at, here));
            } else {
                let stray = if matches!(code, GAP | SPACE) {
                    0
                } else {
                    STRAY
                };
                search.reach(at + 1, here + stray, at, Edits::default());
            }
        }
        search
    }

    /// Which letters stand in words that cost much, or beside one: there something may be lost.
    fn dear(&self) -> Vec<bool> {
        let mut words = Vec::new();
        let mut end = self.best.len() - 1;
        while end > 0 {
            let start = self.best[end].start;
            let cost = self.best[end].cost - self.best[start].cost;
            let clusters = (start..end).filter(|at| self.letters.is_start(*at)).count();
            let is_dear = cost as usize > clusters * DEAR as usize;
            words.push((start..end, is_dear));
            end = start;
        }
        let mut is_noisy = vec![false; self.letters.codes.len()];
        for (index, (_, is_dear)) in words.iter().enumerate() {
            if *is_dear {
                let beside = words.iter().skip(index.saturating_sub(2)).take(5);
                for (range, ..) in beside {
                    is_noisy[range.clone()].fill(true);
                }
            }
        }
        is_noisy
    }

    fn way(&self) -> Way {
        let mut at = self.best.len() - 1;
        let mut way = Way {
            cost: self.best[at].cost,
            edits: Edits::default(),
            words: 0,
            different: 0,
        };
        let mut mended = BTreeSet::new();
        while at > 0 {
            let Reached { start, edits, .. } = self.best[at];
            if edits != Edits::default() {
                way.words += 1;
                if mended.insert(&self.letters.codes[start..at]) {
                    way.different += 1;
                    for (sum, one) in way.edits.0.iter_mut().zip(edits.0) {
                        *sum += one;
                    }
                }
            }
            at = start;
        }
        way
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
            let read = Walk {
                at: walk.at + 1,
                letters: walk.letters + 1,
                ..*walk
            };
            self.step(&read, code);
        }
        if self.is_noisy[walk.start] && walk.letters > 0 {
            self.mended(walk, code);
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

    /// Considers that something came in before the next letter, `code`, or was lost there.
    fn mended(&mut self, walk: &Walk, code: u8) {
        let came_in = match code {
            SPACE => walk.edited(Kind::Space, SPACE_IN_WORD),
            ODD => walk.edited(Kind::Odd, UNREADABLE),
            _ if is_mark(code) && self.letters.codes[walk.at - 1] == code => {
                walk.edited(Kind::Twice, TWICE)
            }
            _ => None,
        };
        if let Some(walk) = came_in {
            self.word(&Walk {
                at: walk.at + 1,
                ..walk
            });
        }
        if let Some(length) = self.letters.said_before(walk.at)
            && let Some(walk) = walk.edited(Kind::Twice, CLUSTER_TWICE)
        {
            self.word(&Walk {
                at: walk.at + length,
                ..walk
            });
        }
        if let Some(coeng) = DICTIONARY.step(walk.state, COENG_CODE) {
            let lost = match code {
                ODD => walk.edited(Kind::Odd, UNREADABLE),
                _ => walk.edited(Kind::Coeng, LOST),
            };
            if let Some(lost) = lost {
                let lost = Walk {
                    state: coeng.state,
                    at: walk.at + usize::from(code == ODD),
                    ..lost
                };
                for letter in 1..=LAST_BASE {
                    self.step(&lost, letter);
                }
                // Its letter may be left.
                if is_base(code) {
                    self.word(&lost);
                }
            }
        }
        if let Some(lost) = walk.edited(Kind::Mark, LOST) {
            for mark in FIRST_MARK..=LAST_MARK {
                self.step(&lost, mark);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_drawn_before_its_letter_goes_behind_it() {
        for (drawn, vowels, all) in [
            ("េសចក្តី", "សេចក្តី", "សេចក្តី"),
            ("្រកុម្របឹក្សា", "ក្រុម្របឹក្សា", "ក្រុមប្រឹក្សា"),
            ("និងែដល្រតូវ", "និងដែល្រតូវ", "និងដែលត្រូវ"),
        ] {
            assert_eq!(undrawn(drawn, Drawn::Vowels).0, vowels);
            assert_eq!(undrawn(drawn, Drawn::VowelsAndRo).0, all);
        }
    }

    #[test]
    fn the_pieces_of_a_line_are_the_line() {
        for line in [
            "ក ".repeat(3000),
            "ក".repeat(3000),
            "a".to_owned(),
            String::new(),
        ] {
            assert_eq!(pieces(&line).collect::<String>(), line);
        }
    }

    #[test]
    fn a_line_without_end_is_looked_at_in_part() {
        let torn = "កុមបឹកាឃុំអនុម័តថវិកា និងជួយគួសារកីកដែលតូវការទឹកសាត រដាភិបាលតូវផល់សេវាដល់បជាពលរដ \
                    តាមសុកកុង នៃបទេសកមពុជា ដើមបីអភិវឌន៍សដកិច";
        let behind = |words: usize| format!("{}{torn}", "ថវិកាឃុំ ".repeat(words));
        assert!(is_torn(torn));
        assert!(is_torn(&behind(400)));
        assert!(!is_torn(&behind(4000)));
    }
}
