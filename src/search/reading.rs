//! The lines of some pages → their words and the pairs of them, each with its pages.
//!
//! A word is looked up once by its letters and is a number from there on; what is dear, its key, the
//! words inside it and whether it makes up another with its neighbour, is found once for a spelling.
//! Nothing here depends on which other pages are read beside one.

use super::grouped::Grouped;
use super::joined::{Joined, is_hyphen};
use super::key::key;
use super::pairs::{NOTHING, Pairs};
use super::places::Places;
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

/// How many bytes a word has at most: nobody looks for the letters of a picture in an example of code, and the
/// file that held them would be too large to be read.
const LONGEST_WORD: usize = 500;

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
        let mut joined = Joined::default();
        // The words first, then the pairs: looks into a large table wait for memory, and those of a
        // loop that does nothing else wait together.
        let mut words = std::mem::take(&mut self.met.of_line);
        line.each_word(|Range { start, end }| {
            if end - start > LONGEST_WORD {
                return;
            }
            let spelling = self.met.spelling(&text[start..end]);
            let number = self.met.is_on_page(spelling, place);
            words.push(OfLine {
                spelling,
                number,
                start,
                end,
            });
            joined.push(text, start..end, |whole| self.word(whole, place));
        });
        joined.end(|whole| self.word(whole, place));
        let mut beside = std::mem::take(&mut self.met.pairs_of_line);
        for two in words.windows(2) {
            let [first, second] = two else {
                continue;
            };
            let is_touching = first.end == second.start;
            if is_touching || is_gap(&text[first.end..second.start]) {
                beside.push(self.met.beside(first, second, is_touching));
            }
        }
        for beside in &beside {
            self.met.are_side_by_side(beside, text, place);
        }
        words.clear();
        beside.clear();
        (self.met.of_line, self.met.pairs_of_line) = (words, beside);
    }

    /// A word that stands on the page in pieces.
    fn word(&mut self, whole: &str, place: Place) {
        if whole.len() > LONGEST_WORD {
            return;
        }
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
    /// What is seldom asked of each spelling.
    made: Vec<Made>,
    /// Short words of Khmer letters by those, see [`packed`], and all others: most are short.
    by_letters: Places,
    by_text: FxHashMap<Box<str>, u32>,
    pairs: Pairs,
    /// The one word that two spellings without a gap make up, where they are not those in which their
    /// words first stood so.
    wholes: FxHashMap<u64, Option<u32>>,
    whole_pairs: Vec<[u32; 2]>,
    page: u16,
    /// The words of the page that is being read, and for every word its best role there.
    words: Vec<u32>,
    roles: Vec<Option<Role>>,
    /// Room for the words of a line, and for its pairs.
    of_line: Vec<OfLine>,
    pairs_of_line: Vec<Beside>,
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

/// A word of a line, and where it stands.
struct OfLine {
    spelling: u32,
    /// Of the word.
    number: u32,
    start: usize,
    end: usize,
}

/// Two words of a line that stand side by side.
struct Beside {
    spellings: [u32; 2],
    /// Both words as one number, and which pair that may be.
    words: u64,
    likely: u32,
    /// Where they stand, if nothing is between them; otherwise nowhere.
    start: usize,
    end: usize,
}

/// A word as it is written: small, since one is looked at for every word of a text.
struct Spelling {
    /// See [`packed`]; 0 if it does not fit.
    letters: u64,
    /// Of the word.
    number: u32,
    /// The page after the last one on which it was met, and its best place there.
    page: u16,
    place: Place,
}

/// What a spelling is made of.
struct Made {
    bytes: u32,
    /// The words inside it: who looks for them finds it too.
    parts: Box<[u32]>,
    /// Where words begin that another may end: at its start and behind its last borders.
    begun: Box<[(usize, Begun)]>,
    /// Where it may be cut.
    borders: Box<[usize]>,
}

impl Met {
    /// The number of a spelling.
    #[inline]
    fn spelling(&mut self, word: &str) -> u32 {
        let packed = packed(word);
        let letters = |number: u32| self.spellings[number as usize].letters;
        let known = match packed {
            Some(packed) => self
                .by_letters
                .find(packed, |number| letters(number) == packed),
            None => self.by_text.get(word).copied(),
        };
        known.unwrap_or_else(|| self.new_spelling(word, packed))
    }

    #[cold]
    fn new_spelling(&mut self, word: &str, packed: Option<u64>) -> u32 {
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
            letters: packed.unwrap_or(0),
            number,
            page: 0,
            place: Place::Text,
        });
        self.made.push(Made {
            bytes: word.len() as u32,
            parts,
            begun,
            borders: borders.into(),
        });
        match packed {
            Some(packed) => {
                let letters = |number: u32| self.spellings[number as usize].letters;
                self.by_letters.insert(packed, spelling, letters);
            }
            None => {
                self.by_text.insert(word.into(), spelling);
            }
        }
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

    /// Notes that a spelling stands on the page, and gives its word.
    #[inline]
    fn is_on_page(&mut self, spelling: u32, place: Place) -> u32 {
        let own = &mut self.spellings[spelling as usize];
        let number = own.number;
        if own.page <= self.page || own.place > place {
            (own.page, own.place) = (self.page + 1, place);
            self.stand_on_page(spelling, number, place);
        }
        number
    }

    fn stand_on_page(&mut self, spelling: u32, number: u32, place: Place) {
        let Met {
            made, words, roles, ..
        } = self;
        let form = Form::Word;
        stands(words, roles, number, Role { place, form });
        for part in &made[spelling as usize].parts {
            let form = Form::Part;
            stands(words, roles, *part, Role { place, form });
        }
    }

    /// Two words that stand side by side.
    #[inline]
    fn beside(&self, first: &OfLine, second: &OfLine, is_touching: bool) -> Beside {
        let words = both_in_one([first.number, second.number]);
        Beside {
            spellings: [first.spelling, second.spelling],
            words,
            likely: self.pairs.likely(words),
            start: first.start,
            end: match is_touching {
                true => second.end,
                false => first.start,
            },
        }
    }

    /// Notes that two words of `line` stand side by side.
    fn are_side_by_side(&mut self, beside: &Beside, line: &str, place: Place) {
        let number = self.pairs.number(beside.words, beside.likely);
        let pair = &mut self.pairs.all[number as usize];
        if pair.page <= self.page {
            pair.page = self.page + 1;
            self.pairs_met.all.push(number);
        }
        if beside.start == beside.end {
            return;
        }
        let spellings = both_in_one(beside.spellings);
        let whole = match pair.made_of == spellings {
            true => pair.whole(),
            false => self.whole(number, beside.spellings, &line[beside.start..beside.end]),
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
        let [first, second] = two.map(|spelling| &self.made[spelling as usize]);
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
            let words = self.pairs.all[pair as usize].words;
            self.whole_pairs.push(both_apart(words));
        }
        let whole = whole.map(|whole| self.of_key(key(&both[whole])));
        let pair = &mut self.pairs.all[pair as usize];
        match pair.made_of == NOTHING {
            true => pair.is_made_of(spellings, whole),
            false => {
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
        let (words, pairs) = (self.keys.len(), self.pairs.all.len());
        let words_of_pairs = self.pairs.all.iter().map(|pair| both_apart(pair.words));
        Part {
            stands: Grouped::of(words, || self.stands.iter().map(Stand::of)),
            pages_of_pairs: Grouped::of(pairs, || self.pairs_met.iter()),
            keys: self.keys,
            is_met: self.is_met,
            wholes: self.whole_pairs,
            pairs: words_of_pairs.collect(),
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

fn both_apart(both: u64) -> [u32; 2] {
    [(both >> 32) as u32, both as u32]
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
    // What keeps one of them from being Khmer is noted and looked at in the end.
    let (mut packed, mut strange) = (1, 0);
    for [first, second, third] in letters {
        let start = u16::from_le_bytes([*first, *second]);
        strange |= (start ^ 0x9E_E1) & 0xFE_FF;
        packed = packed << 7 | u64::from(start >> 2 & 0x40) | u64::from(third & 0x3F);
    }
    (strange == 0).then_some(packed)
}

/// Whether the words on both sides stand side by side: nothing but blanks or a hyphen between them.
fn is_gap(between: &str) -> bool {
    between == " "
        || between
            .chars()
            .all(|character| character.is_whitespace() || character == '\u{200B}')
        || is_hyphen(between)
}
