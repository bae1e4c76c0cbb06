//! The texts of pages → which word stands on which pages, and which word beside which.

use super::key::key;
use crate::khmer::{self, Line};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The words of a site, sorted by key; a word's number is its place.
pub(super) struct Words {
    pub(super) words: Vec<Word>,
    /// Two words side by side on a page: the first, the second, the page; sorted.
    pub(super) pairs: Vec<[u32; 3]>,
    /// The pairs that make up one word of the dictionary; sorted.
    pub(super) wholes: Vec<[u32; 2]>,
}

pub(super) struct Word {
    pub(super) key: String,
    /// The pages it stands on, as a word or as two that make it up, sorted.
    pub(super) pages: Vec<u32>,
    /// The pages on which it only stands inside a longer word, sorted.
    pub(super) inside: Vec<u32>,
    /// Those of them that have it in their title.
    pub(super) titles: Vec<u32>,
    /// Whether it is ever cut as one word, or stands inside one.
    is_met: bool,
}

impl Word {
    fn is_nowhere(&self) -> bool {
        self.pages.is_empty() && self.inside.is_empty()
    }
}

/// Pages that one task reads: so many that words are met again, so few that every core has work.
const PAGES_A_TASK: usize = 64;

/// Finds the words of all pages, and what `read` gives of each; a page's number is its place.
pub(super) fn find<P: Sync, C: Send, E: Send>(
    pages: &[P],
    read: impl Fn(&P, &mut PageWords<'_>) -> Result<C, E> + Sync,
) -> Result<(Words, Vec<C>), E> {
    let tasks: Vec<(Part, Vec<C>)> = pages
        .par_chunks(PAGES_A_TASK)
        .map(|pages| part(pages, &read))
        .collect::<Result<_, E>>()?;
    let (parts, cards): (Vec<Part>, Vec<Vec<C>>) = tasks.into_iter().unzip();
    Ok((together(&parts), cards.into_iter().flatten().collect()))
}

fn together(parts: &[Part]) -> Words {
    let mut keys: Vec<&String> = parts.iter().flat_map(|part| &part.keys).collect();
    keys.par_sort_unstable();
    keys.dedup();
    let mut words: Vec<Word> = keys
        .iter()
        .map(|key| Word {
            key: (*key).clone(),
            pages: Vec::new(),
            inside: Vec::new(),
            titles: Vec::new(),
            is_met: false,
        })
        .collect();
    let numbers: Vec<Vec<u32>> = parts
        .par_iter()
        .map(|part| {
            let place = |key: &String| keys.partition_point(|other| *other < key) as u32;
            part.keys.iter().map(place).collect()
        })
        .collect();
    for (part, numbers) in parts.iter().zip(&numbers) {
        for (local, number) in numbers.iter().enumerate() {
            words[*number as usize].is_met |= part.is_met[local];
        }
    }
    let mut page = 0;
    let mut pairs = Vec::new();
    let mut wholes = Vec::new();
    for (part, numbers) in parts.iter().zip(&numbers) {
        wholes.extend(
            part.wholes
                .iter()
                .map(|&[first, second]| [numbers[first as usize], numbers[second as usize]]),
        );
        for read in &part.pages {
            for &(local, role) in &read.words {
                let word = &mut words[numbers[local as usize] as usize];
                match role {
                    Role::Title | Role::Text => word.pages.push(page),
                    Role::Made if word.is_met => word.pages.push(page),
                    Role::Made => {}
                    Role::Inside => word.inside.push(page),
                    Role::None => {}
                }
                if role == Role::Title {
                    word.titles.push(page);
                }
            }
            pairs.extend(
                read.pairs.iter().map(|&[first, second]| {
                    [numbers[first as usize], numbers[second as usize], page]
                }),
            );
            page += 1;
        }
    }
    // A word that is only ever made up of two goes, and the numbers after it move up.
    let mut next: u32 = 0;
    let moved: Vec<u32> = words
        .iter()
        .map(|word| {
            next += u32::from(!word.is_nowhere());
            next.max(1) - 1
        })
        .collect();
    words.retain(|word| !word.is_nowhere());
    for [first, second, _] in &mut pairs {
        (*first, *second) = (moved[*first as usize], moved[*second as usize]);
    }
    for [first, second] in &mut wholes {
        (*first, *second) = (moved[*first as usize], moved[*second as usize]);
    }
    wholes.sort_unstable();
    wholes.dedup();
    pairs.par_sort_unstable();
    pairs.dedup();
    Words {
        words,
        pairs,
        wholes,
    }
}

/// What a task found; words are numbered as it met them.
struct Part {
    keys: Vec<String>,
    /// For each word, whether it was cut as one or stands inside one.
    is_met: Vec<bool>,
    /// Pairs that make up one word.
    wholes: Vec<[u32; 2]>,
    pages: Vec<WordsOfPage>,
}

struct WordsOfPage {
    /// Each word of the page once, in the best role it has there.
    words: Vec<(u32, Role)>,
    /// Each two words side by side.
    pairs: Vec<[u32; 2]>,
}

/// As what a word stands on a page, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Title,
    Text,
    /// Two words in a row make it up; where none is ever one word it is a phrase like others.
    Made,
    Inside,
    None,
}

fn part<P, C, E>(
    pages: &[P],
    read: &impl Fn(&P, &mut PageWords<'_>) -> Result<C, E>,
) -> Result<(Part, Vec<C>), E> {
    let mut met = Met::default();
    let mut of_pages = Vec::with_capacity(pages.len());
    let mut told = Vec::with_capacity(pages.len());
    for page in pages {
        met.words.clear();
        let mut words = PageWords {
            met: &mut met,
            pairs: Vec::new(),
        };
        told.push(read(page, &mut words)?);
        let mut pairs = words.pairs;
        pairs.sort_unstable();
        pairs.dedup();
        let words = met.words.iter();
        let words = words.map(|number| (*number, met.roles[*number as usize]));
        of_pages.push(WordsOfPage {
            words: words.collect(),
            pairs,
        });
        for number in &met.words {
            met.roles[*number as usize] = Role::None;
        }
    }
    let part = Part {
        keys: met.keys,
        is_met: met.is_met,
        wholes: met.whole_pairs,
        pages: of_pages,
    };
    Ok((part, told))
}

/// A page whose words are read: tell its lines, the title first. Words of two lines are never side by
/// side.
pub struct PageWords<'index> {
    met: &'index mut Met,
    pairs: Vec<[u32; 2]>,
}

impl PageWords<'_> {
    pub fn title(&mut self, line: &Line) {
        self.read(line, Role::Title);
    }

    pub fn line(&mut self, line: &Line) {
        self.read(line, Role::Text);
    }

    fn read(&mut self, line: &Line, role: Role) {
        let PageWords { met, pairs } = self;
        let text = line.as_str();
        let mut before: Option<(u32, Range<usize>)> = None;
        line.each_word(|range| {
            let number = met.number(&text[range.clone()]);
            met.stands(number, role);
            for at in 0..met.parts[number as usize].len() {
                met.stands(met.parts[number as usize][at], Role::Inside);
            }
            if let Some((first, other)) = &before {
                if other.end == range.start {
                    let both = &text[other.start..range.end];
                    if let Some(whole) = met.whole(*first, number, both) {
                        met.stands(whole, Role::Made);
                    }
                }
                if is_gap(&text[other.end..range.start]) {
                    pairs.push([*first, number]);
                }
            }
            before = Some((number, range));
        });
    }
}

/// The words that a task has met.
#[derive(Default)]
struct Met {
    keys: Vec<String>,
    by_key: FxHashMap<String, u32>,
    by_word: FxHashMap<Box<str>, u32>,
    is_met: Vec<bool>,
    /// The words inside a word, by its number: who looks for them finds it too.
    parts: Vec<Vec<u32>>,
    /// The one word that two in a row make up.
    wholes: FxHashMap<[u32; 2], Option<u32>>,
    whole_pairs: Vec<[u32; 2]>,
    /// The words of the page that is being read, and for every word its best role there.
    words: Vec<u32>,
    roles: Vec<Role>,
}

impl Met {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.by_word.get(word) {
            return *number;
        }
        let number = self.of_key(key(word));
        self.by_word.insert(word.into(), number);
        self.is_met[number as usize] = true;
        let parts = khmer::parts(word);
        let parts: Vec<u32> = parts
            .into_iter()
            .map(|part| self.of_key(key(part)))
            .collect();
        for part in &parts {
            self.is_met[*part as usize] = true;
        }
        self.parts[number as usize] = parts;
        number
    }

    /// The word of the dictionary that two words in a row make up, if they do.
    fn whole(&mut self, first: u32, second: u32, both: &str) -> Option<u32> {
        if let Some(known) = self.wholes.get(&[first, second]) {
            return *known;
        }
        let whole = khmer::is_word(both).then(|| self.of_key(key(both)));
        if whole.is_some() {
            self.whole_pairs.push([first, second]);
        }
        self.wholes.insert([first, second], whole);
        whole
    }

    /// Notes that a word stands on the page.
    fn stands(&mut self, number: u32, role: Role) {
        let best = &mut self.roles[number as usize];
        if *best == Role::None {
            self.words.push(number);
        }
        *best = role.min(*best);
    }

    fn of_key(&mut self, key: String) -> u32 {
        let next = self.keys.len() as u32;
        let number = *self.by_key.entry(key).or_insert_with_key(|key| {
            self.keys.push(key.clone());
            next
        });
        if number == next {
            self.parts.push(Vec::new());
            self.is_met.push(false);
            self.roles.push(Role::None);
        }
        number
    }
}

/// Whether the words on both sides stand side by side: nothing but blanks between them.
fn is_gap(between: &str) -> bool {
    between
        .chars()
        .all(|character| character.is_whitespace() || character == '\u{200B}')
}
