//! The lines of some pages → their words and the pairs of them, each with its pages.
//!
//! A word is looked up once by its letters and is a number from there on; what is dear, its key, the
//! words inside it and whether it makes up another with its neighbour, is found once for a spelling.
//! Nothing here depends on which other pages are read beside one.

use super::grouped::Grouped;
use super::joined::{Joined, is_hyphen};
use super::key::key;
use crate::khmer::{self, Begun, SetStr};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What some pages hold; words and pairs are numbered as they were met.
pub(super) struct Part {
    pub(super) keys: Vec<String>,
    /// For each word, whether it was cut as one or stands inside one.
    pub(super) is_met: Vec<bool>,
    /// For each word, its pages with what it is there.
    pub(super) stands: Grouped<Stand>,
    /// Pairs that make up one word.
    pub(super) wholes: Vec<[u32; 2]>,
    /// Two words side by side, each two once.
    pub(super) pairs: Vec<[u32; 2]>,
    /// For each pair, its pages, counted from the first of the part.
    pub(super) pages_of_pairs: Grouped<u16>,
}

/// A page of a word, counted from the first of the part, and as what the word stands there.
#[derive(Clone, Copy, Default)]
pub(super) struct Stand(u16);

impl Stand {
    /// From the number of a word with its role in the lowest bits, the same.
    fn of((word, page): (u32, u16)) -> (u32, Stand) {
        let role = word as u16 & Role::ALL;
        (word >> Role::BITS, Stand(page << Role::BITS | role))
    }

    pub(super) fn page(self) -> u32 {
        u32::from(self.0 >> Role::BITS)
    }

    pub(super) fn role(self) -> Role {
        let place = match self.0 & 3 {
            0 => Place::Title,
            1 => Place::Heading,
            _ => Place::Text,
        };
        let form = match self.0 >> Role::FORM & 3 {
            0 => Form::Word,
            1 => Form::Made,
            _ => Form::Part,
        };
        Role { place, form }
    }
}

/// As what a word stands on a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Role {
    pub(super) place: Place,
    pub(super) form: Form,
}

impl Role {
    const FORM: u32 = 2;
    const BITS: u32 = 4;
    const ALL: u16 = (1 << Role::BITS) - 1;

    fn bits(self) -> u32 {
        (self.form as u32) << Role::FORM | self.place as u32
    }

    /// The better place of two, and the better form.
    fn best(self, other: Role) -> Role {
        Role {
            place: self.place.min(other.place),
            form: self.form.min(other.form),
        }
    }
}

/// Where a word stands, the best place first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Title,
    Heading,
    Text,
}

/// How a word stands there, the best form first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    Word,
    /// Two words in a row make it up; where none is ever one word it is a phrase like others.
    Made,
    /// A longer word holds it.
    Part,
}

/// Reads pages, so few that the number of one and a role fit into 16 bits.
pub(super) fn part<P, C, E>(
    pages: &[P],
    read: &impl Fn(&P, &mut PageWords<'_>) -> Result<C, E>,
) -> Result<(Part, Vec<C>), E> {
    let mut met = Met::default();
    let mut told = Vec::with_capacity(pages.len());
    for page in pages {
        told.push(read(page, &mut PageWords { met: &mut met })?);
        met.end_page();
    }
    Ok((met.into_part(), told))
}

/// A page whose words are read: tell its lines, the title first. Words of two lines are never side by
/// side.
pub struct PageWords<'index> {
    met: &'index mut Met,
}

impl PageWords<'_> {
    pub fn title(&mut self, line: SetStr<'_>) {
        self.read(line, Place::Title);
    }

    pub fn heading(&mut self, line: SetStr<'_>) {
        self.read(line, Place::Heading);
    }

    pub fn line(&mut self, line: SetStr<'_>) {
        self.read(line, Place::Text);
    }

    /// A name of what the page is about, as good as a heading; it is found in one word too: `phnompenh`.
    pub fn name(&mut self, line: SetStr<'_>) {
        self.read(line, Place::Heading);
        let mut words = Vec::new();
        line.each_word(|range| words.push(range));
        if words.len() > 1 {
            let whole: String = words.into_iter().map(|word| &line.as_str()[word]).collect();
            self.word(&whole, Place::Heading);
        }
    }

    fn read(&mut self, line: SetStr<'_>, place: Place) {
        let text = line.as_str();
        let mut before: Option<(u32, Range<usize>)> = None;
        let mut joined = Joined::default();
        line.each_word(|range| {
            let met = &mut *self.met;
            let spelling = met.spelling(&text[range.clone()]);
            met.is_on_page(spelling, place);
            if let Some((first, other)) = &before
                && let touching = other.end == range.start
                && (touching || is_gap(&text[other.end..range.start]))
            {
                let both = touching.then(|| &text[other.start..range.end]);
                met.are_side_by_side([*first, spelling], both, place);
            }
            before = Some((spelling, range.clone()));
            joined.push(text, range, |whole| self.word(whole, place));
        });
        joined.end(|whole| self.word(whole, place));
    }

    /// A word that stands on the page in pieces.
    fn word(&mut self, whole: &str, place: Place) {
        let spelling = self.met.spelling(whole);
        self.met.is_on_page(spelling, place);
    }
}

/// The words that were met.
#[derive(Default)]
struct Met {
    keys: Vec<String>,
    by_key: FxHashMap<String, u32>,
    is_met: Vec<bool>,
    spellings: Vec<Spelling>,
    /// Short words of Khmer letters by those, see [`packed`], and all others: most are short.
    by_letters: FxHashMap<u64, u32>,
    by_text: FxHashMap<Box<str>, u32>,
    pairs: Vec<[u32; 2]>,
    /// The pair of two words in a row: both as one number.
    by_words: FxHashMap<u64, u32>,
    /// For each pair, the spellings in which it first stood without a gap, and the one word that these
    /// make up.
    made: Vec<Option<(u64, Option<u32>)>>,
    /// The same of other spellings of the words.
    wholes: FxHashMap<u64, Option<u32>>,
    whole_pairs: Vec<[u32; 2]>,
    page: u16,
    /// The words of the page that is being read, and for every word its best role there.
    words: Vec<u32>,
    roles: Vec<Option<Role>>,
    /// For each pair, the page after the last one on which it was met.
    pair_pages: Vec<u16>,
    /// The words of the pages before with their roles, and the pairs of all pages.
    stands: PageByPage,
    pairs_met: PageByPage,
}

/// Numbers, page by page.
#[derive(Default)]
struct PageByPage {
    all: Vec<u32>,
    /// Where those of each page end.
    ends: Vec<usize>,
}

impl PageByPage {
    fn end_page(&mut self) {
        self.ends.push(self.all.len());
    }

    /// Each number with its page.
    fn iter(&self) -> impl Iterator<Item = (u32, u16)> {
        let mut start = 0;
        (0..).zip(&self.ends).flat_map(move |(page, end)| {
            let numbers = &self.all[start..*end];
            start = *end;
            numbers.iter().map(move |number| (*number, page))
        })
    }
}

/// A word as it is written.
struct Spelling {
    number: u32,
    bytes: u32,
    /// The words inside it: who looks for them finds it too.
    parts: Box<[u32]>,
    /// Where words begin that another may end: at its start and behind its last borders.
    begun: Box<[(usize, Begun)]>,
    /// Where it may be cut.
    borders: Box<[usize]>,
    /// The page after the last one on which it was met, and its best place there.
    page: u16,
    place: Place,
}

impl Met {
    /// The number of a spelling.
    fn spelling(&mut self, word: &str) -> u32 {
        let packed = packed(word);
        let known = match packed {
            Some(packed) => self.by_letters.get(&packed).copied(),
            None => self.by_text.get(word).copied(),
        };
        if let Some(number) = known {
            return number;
        }
        let number = self.of_key(key(word));
        let khmer::Parts { words, borders } = khmer::parts(word);
        let parts: Box<[u32]> = words
            .into_iter()
            .map(|part| self.of_key(key(&word[part])))
            .collect();
        let starts = [0].into_iter();
        let starts = starts.chain(borders.iter().rev().take(MOST_BORDERS).copied());
        let begun = starts.filter_map(|start| Some((start, Begun::of(&word[start..])?)));
        let begun = begun.collect();
        for word in parts.iter().chain([&number]) {
            self.is_met[*word as usize] = true;
        }
        let spelling = self.spellings.len() as u32;
        self.spellings.push(Spelling {
            number,
            bytes: word.len() as u32,
            parts,
            begun,
            borders: borders.into(),
            page: 0,
            place: Place::Text,
        });
        match packed {
            Some(packed) => self.by_letters.insert(packed, spelling),
            None => self.by_text.insert(word.into(), spelling),
        };
        spelling
    }

    fn of_key(&mut self, key: String) -> u32 {
        let next = self.keys.len() as u32;
        let number = *self.by_key.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            next
        });
        if number == next {
            self.is_met.push(false);
            self.roles.push(None);
        }
        number
    }

    /// Notes that a spelling stands on the page.
    fn is_on_page(&mut self, spelling: u32, place: Place) {
        let Met {
            spellings,
            words,
            roles,
            ..
        } = self;
        let own = &mut spellings[spelling as usize];
        if own.page > self.page && own.place <= place {
            return;
        }
        (own.page, own.place) = (self.page + 1, place);
        let form = Form::Word;
        stands(words, roles, own.number, Role { place, form });
        for part in &own.parts {
            let form = Form::Part;
            stands(words, roles, *part, Role { place, form });
        }
    }

    /// Notes that two spellings stand side by side; `both` is their text where nothing is between
    /// them.
    fn are_side_by_side(&mut self, two: [u32; 2], both: Option<&str>, place: Place) {
        let words = two.map(|spelling| self.spellings[spelling as usize].number);
        let next = self.pairs.len() as u32;
        let in_one = both_in_one(words);
        let pair = match self.by_words.get(&in_one) {
            Some(pair) => *pair,
            None => {
                self.by_words.insert(in_one, next);
                self.pairs.push(words);
                self.pair_pages.push(0);
                self.made.push(None);
                next
            }
        };
        let page = &mut self.pair_pages[pair as usize];
        if *page <= self.page {
            *page = self.page + 1;
            self.pairs_met.all.push(pair);
        }
        let Some(both) = both else {
            return;
        };
        let spellings = both_in_one(two);
        let whole = match self.made[pair as usize] {
            Some((known, whole)) if known == spellings => whole,
            _ => self.whole(pair, two, both),
        };
        if let Some(whole) = whole {
            let form = Form::Made;
            let role = Role { place, form };
            stands(&mut self.words, &mut self.roles, whole, role);
        }
    }

    /// The word of the dictionary that two spellings make up, or one across their border that leaves
    /// words of both: looked for once.
    fn whole(&mut self, pair: u32, two: [u32; 2], both: &str) -> Option<u32> {
        let spellings = both_in_one(two);
        if let Some(known) = self.wholes.get(&spellings) {
            return *known;
        }
        let [first, second] = two.map(|spelling| &self.spellings[spelling as usize]);
        let border = first.bytes as usize;
        let next = &both[border..];
        let mut ends = [next.len(); MOST_BORDERS + 1];
        for (end, head) in ends[1..].iter_mut().zip(&second.borders) {
            *end = *head;
        }
        let whole = first.begun.iter().find_map(|(start, begun)| {
            let end = begun.end_in(next, &ends)?;
            Some(*start..border + end)
        });
        if whole == Some(0..both.len()) {
            self.whole_pairs.push(self.pairs[pair as usize]);
        }
        let whole = whole.map(|whole| self.of_key(key(&both[whole])));
        match &mut self.made[pair as usize] {
            made @ None => *made = Some((spellings, whole)),
            Some(_) => {
                self.wholes.insert(spellings, whole);
            }
        }
        whole
    }

    fn end_page(&mut self) {
        for word in self.words.drain(..) {
            if let Some(role) = self.roles[word as usize].take() {
                self.stands.all.push(word << Role::BITS | role.bits());
            }
        }
        self.stands.end_page();
        self.pairs_met.end_page();
        self.page += 1;
    }

    fn into_part(self) -> Part {
        let (words, pairs) = (self.keys.len(), self.pairs.len());
        Part {
            stands: Grouped::of(words, || self.stands.iter().map(Stand::of)),
            pages_of_pairs: Grouped::of(pairs, || self.pairs_met.iter()),
            keys: self.keys,
            is_met: self.is_met,
            wholes: self.whole_pairs,
            pairs: self.pairs,
        }
    }
}

/// Notes that a word stands on the page.
fn stands(words: &mut Vec<u32>, roles: &mut [Option<Role>], number: u32, role: Role) {
    let best = &mut roles[number as usize];
    *best = match *best {
        None => {
            words.push(number);
            Some(role)
        }
        Some(known) => Some(known.best(role)),
    };
}

fn both_in_one([first, second]: [u32; 2]) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// How far into a word another may reach from beside it, in words that it is made of.
const MOST_BORDERS: usize = 2;
/// Letters that fit into 64 bits, after one that says where they begin.
const PACKED_LETTERS: usize = 9;

/// A word of at most nine Khmer letters as one number, seven bits a letter: it is compared at once,
/// and needs no memory of its own.
fn packed(word: &str) -> Option<u64> {
    let (letters, rest) = word.as_bytes().as_chunks::<3>();
    if letters.len() > PACKED_LETTERS || !rest.is_empty() {
        return None;
    }
    letters
        .iter()
        .try_fold(1, |packed, [first, second, third]| {
            let is_khmer = *first == 0xE1 && second & 0xFE == 0x9E;
            let letter = u64::from(second & 1) << 6 | u64::from(third & 0x3F);
            is_khmer.then_some(packed << 7 | letter)
        })
}

/// Whether the words on both sides stand side by side: nothing but blanks or a hyphen between them.
fn is_gap(between: &str) -> bool {
    between
        .chars()
        .all(|character| character.is_whitespace() || character == '\u{200B}')
        || is_hyphen(between)
}
