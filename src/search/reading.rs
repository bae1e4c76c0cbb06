//! The lines of some pages → their words and the pairs of them, each with its pages.
//!
//! A word is looked up once by its letters and is a number from there on; what is dear, its key, the
//! words inside it and whether it makes up another with its neighbour, is found once for a spelling.
//! Nothing here depends on which other pages are read beside one.

use super::grouped::Grouped;
use super::key::key;
use crate::khmer::{self, SetStr};
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

/// A page of a word, counted from the first of the part, and the best role the word has there.
#[derive(Clone, Copy, Default)]
pub(super) struct Stand(u16);

impl Stand {
    const ROLE_BITS: u32 = 2;
    const ROLE: u16 = (1 << Stand::ROLE_BITS) - 1;

    /// From the number of a word with its role in the lowest bits, the same.
    fn of((word, page): (u32, u16)) -> (u32, Stand) {
        let role = word as u16 & Stand::ROLE;
        let stand = Stand(page << Stand::ROLE_BITS | role);
        (word >> Stand::ROLE_BITS, stand)
    }

    pub(super) fn page(self) -> u32 {
        u32::from(self.0 >> Stand::ROLE_BITS)
    }

    pub(super) fn role(self) -> Role {
        match self.0 & Stand::ROLE {
            0 => Role::Title,
            1 => Role::Text,
            2 => Role::Made,
            _ => Role::Inside,
        }
    }
}

/// As what a word stands on a page, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Title,
    Text,
    /// Two words in a row make it up; where none is ever one word it is a phrase like others.
    Made,
    Inside,
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
        self.read(line, Role::Title);
    }

    pub fn line(&mut self, line: SetStr<'_>) {
        self.read(line, Role::Text);
    }

    fn read(&mut self, line: SetStr<'_>, role: Role) {
        let met = &mut *self.met;
        let text = line.as_str();
        let mut before: Option<(u32, Range<usize>)> = None;
        line.each_word(|range| {
            let spelling = met.spelling(&text[range.clone()]);
            met.is_on_page(spelling, role);
            if let Some((first, other)) = &before
                && is_gap(&text[other.end..range.start])
            {
                let touching = other.end == range.start;
                let both = touching.then(|| &text[other.start..range.end]);
                met.are_side_by_side(*first, spelling, both);
            }
            before = Some((spelling, range));
        });
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
    /// What is known of two words in a row: both as one number, which is hashed at once.
    by_words: FxHashMap<u64, Neighbours>,
    /// The one word that two spellings make up if others of the same words came first.
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
    /// The words inside it: who looks for them finds it too.
    parts: Box<[u32]>,
    /// The page after the last one on which it was met.
    page: u16,
}

/// Two words in a row.
struct Neighbours {
    pair: u32,
    /// The spellings in which they first stood without a gap, and the one word that these make up.
    whole: Option<(u64, Option<u32>)>,
}

impl Met {
    /// The number of a spelling.
    fn spelling(&mut self, word: &str) -> u32 {
        let packed = packed(word);
        let known = match packed {
            Some(packed) => self.by_letters.get(&packed),
            None => self.by_text.get(word),
        };
        if let Some(number) = known {
            return *number;
        }
        let number = self.of_key(key(word));
        let parts: Box<[u32]> = khmer::parts(word)
            .into_iter()
            .map(|part| self.of_key(key(part)))
            .collect();
        for word in parts.iter().chain([&number]) {
            self.is_met[*word as usize] = true;
        }
        let spelling = self.spellings.len() as u32;
        self.spellings.push(Spelling {
            number,
            parts,
            page: 0,
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
    fn is_on_page(&mut self, spelling: u32, role: Role) {
        let Met {
            spellings,
            words,
            roles,
            ..
        } = self;
        let spelling = &mut spellings[spelling as usize];
        // The title comes first: whatever comes later is no better.
        if spelling.page > self.page {
            return;
        }
        spelling.page = self.page + 1;
        stands(words, roles, spelling.number, role);
        for part in &spelling.parts {
            stands(words, roles, *part, Role::Inside);
        }
    }

    /// Notes that two spellings stand side by side; `both` is their text where nothing is between
    /// them.
    fn are_side_by_side(&mut self, first: u32, second: u32, both: Option<&str>) {
        let words = [first, second].map(|spelling| self.spellings[spelling as usize].number);
        let next = self.pairs.len() as u32;
        let neighbours = self.by_words.entry(both_in_one(words));
        let neighbours = neighbours.or_insert(Neighbours {
            pair: next,
            whole: None,
        });
        let pair = neighbours.pair;
        if pair == next {
            self.pairs.push(words);
            self.pair_pages.push(0);
        }
        let page = &mut self.pair_pages[pair as usize];
        if *page <= self.page {
            *page = self.page + 1;
            self.pairs_met.all.push(pair);
        }
        let Some(both) = both else {
            return;
        };
        let spellings = both_in_one([first, second]);
        let whole = match neighbours.whole {
            Some((known, whole)) if known == spellings => whole,
            _ => self.whole(words, spellings, both),
        };
        if let Some(whole) = whole {
            stands(&mut self.words, &mut self.roles, whole, Role::Made);
        }
    }

    /// The word of the dictionary that two spellings make up, if they do: looked for once.
    fn whole(&mut self, words: [u32; 2], spellings: u64, both: &str) -> Option<u32> {
        if let Some(known) = self.wholes.get(&spellings) {
            return *known;
        }
        let whole = khmer::is_word(both).then(|| self.of_key(key(both)));
        if whole.is_some() {
            self.whole_pairs.push(words);
        }
        match self.by_words.get_mut(&both_in_one(words)) {
            Some(neighbours) if neighbours.whole.is_none() => {
                neighbours.whole = Some((spellings, whole));
            }
            _ => {
                self.wholes.insert(spellings, whole);
            }
        }
        whole
    }

    fn end_page(&mut self) {
        for word in self.words.drain(..) {
            if let Some(role) = self.roles[word as usize].take() {
                self.stands.all.push(word << Stand::ROLE_BITS | role as u32);
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
        Some(known) => Some(known.min(role)),
    };
}

fn both_in_one([first, second]: [u32; 2]) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

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

/// Whether the words on both sides stand side by side: nothing but blanks between them.
fn is_gap(between: &str) -> bool {
    between
        .chars()
        .all(|character| character.is_whitespace() || character == '\u{200B}')
}
