//! The texts of a language's pages → its search index, as small scripts that answer one query each
//! with a few kilobytes.
//!
//! `search.js` of the theme reads them: it cuts a query with the words of the index itself, so no
//! dictionary travels. The files are scripts because a page that is opened from a disk may load no
//! other file. Each holds a range of the sorted words, or what is shown of some pages; so all that a
//! host's log tells of a query is about where in the dictionary its words begin, and which pages were
//! shown. Pure: knows neither sites nor pages' HTML.
//!
//! - `w…`: words, their pages, and in the titles of which of them;
//! - `p…`: phrases of the words of the `w…` with the same number;
//! - `c…`: what a list of results shows of a block of pages;
//! - `…-t`: the text of a page, of which it shows a sentence; these alone are named after what they hold.

mod bits;
mod grouped;
mod key;
mod phrases;
mod reading;
mod shown;
mod words;

pub use reading::PageWords;
pub use shown::{Card, PageText};

use bits::Bits;
use phrases::{Finder, SPREAD, places};
use rayon::prelude::*;
use shown::{PAGES_A_BLOCK, Shown};
use std::ops::Range;
use words::{Word, Words};

/// The index of a language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    /// What the script must know before it asks for a file: the prefix of the files' names, how many
    /// pages there are and in what blocks, and the first word of each file but the first.
    pub manifest: String,
    /// Sorted by name.
    pub files: Vec<File>,
}

/// A file of an index: a script that calls `sala_search`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub text: String,
}

/// A file of words ends at the next first letter from half of this many bytes on, and anywhere from
/// twice as many on.
const WORDS_A_FILE: usize = 2_500;

/// Makes the index of `pages`, which stand in the order of their paths: like ones side by side. `read`
/// tells the lines of a page and gives what a list of results shows of it.
///
/// The cost grows with the words on all pages: each is one look into a table that its letters are the
/// key of, and one with its neighbour; what is dear is done once for every distinct word and pair of a
/// part of the pages. The memory grows with the distinct words and pairs of each page, at four to six
/// bytes each, and with the distinct pairs of each part, at sixteen.
pub fn index<P: Sync, E: Send>(
    pages: &[P],
    read: impl Fn(&P, &mut PageWords<'_>) -> Result<Card, E> + Sync,
) -> Result<Index, E> {
    let read = |page: &P, words: &mut PageWords<'_>| read(page, words).map(Shown::of);
    let (found, shown) = words::find(pages, read)?;
    let (blocks, mut texts) = shown::files(&shown);
    drop(shown);
    let finder = Finder::new(&found);
    let files = ranges(&found, pages.len());
    let words = files.par_iter().enumerate().flat_map_iter(|(file, range)| {
        let words = &found.words[range.clone()];
        [
            script(format!("w{file}"), |out| {
                words_body(out, words, pages.len())
            }),
            script(format!("p{file}"), |out| {
                phrases_body(out, &finder, range.clone())
            }),
        ]
    });
    let mut scripts: Vec<Script> = words.chain(blocks).collect();
    scripts.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    let stamp = stamp(&scripts);
    let borders: String = files
        .iter()
        .skip(1)
        .map(|range| format!(" {}", border(&found.words, range.start)))
        .collect();
    let mut files: Vec<File> = scripts
        .into_iter()
        .map(|Script { name, text, .. }| File {
            text,
            name: format!("{stamp}-{name}.js"),
        })
        .collect();
    files.append(&mut texts);
    files.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    Ok(Index {
        manifest: format!("{stamp} {} {PAGES_A_BLOCK}{borders}", pages.len()),
        files,
    })
}

/// A file whose name lacks the stamp yet.
struct Script {
    name: String,
    text: String,
    /// Where in `text` that stands which tells one build from another.
    body: Range<usize>,
}

/// The script whose body is what `write` appends to a text.
fn script(name: String, write: impl FnOnce(String) -> String) -> Script {
    let before = format!("sala_search(\"{name}\",");
    let start = before.len();
    let mut text = write(before);
    let body = start..text.len();
    text.push_str(")\n");
    text.shrink_to_fit();
    Script { name, text, body }
}

/// The words of each file.
fn ranges(found: &Words, pages: usize) -> Vec<Range<usize>> {
    let words = &found.words;
    let first_letter = |at: usize| words[at].key.chars().next();
    let mut ranges = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        let is_new_letter = at > 0 && first_letter(at) != first_letter(at - 1);
        let is_full = size > WORDS_A_FILE / 2 && is_new_letter || size > 2 * WORDS_A_FILE;
        if is_full {
            ranges.push(start..at);
            (start, size) = (at, 0);
        }
        // Roughly: the letters of a word that the one before has not, and its pages.
        let known = word.pages.len() + word.inside.len();
        let gap = (pages / known.max(1)).max(1).ilog2() as usize + 2;
        size += 6 + known * gap / 8;
    }
    ranges.push(start..words.len());
    ranges
}

/// The shortest beginning that tells the word at `at` from the one before.
fn border(words: &[Word], at: usize) -> String {
    let key = &words[at].key;
    let shared = shared_letters(&words[at - 1].key, key);
    key.chars().take(shared + 1).collect()
}

fn shared_letters(one: &str, other: &str) -> usize {
    one.chars()
        .zip(other.chars())
        .take_while(|(left, right)| left == right)
        .count()
}

/// Each word as the count of letters it shares with the word before, `A` for none, and the rest of
/// it. No key has a capital letter.
fn words_body(mut out: String, words: &[Word], pages: usize) -> String {
    out.push('"');
    let mut bits = Bits::after(out);
    let mut keys = String::new();
    let mut before = "";
    let last_page = (pages as u32).saturating_sub(1);
    for word in words {
        let shared = shared_letters(before, &word.key).min(25);
        keys.push(char::from(b'A' + shared as u8));
        keys.extend(word.key.chars().skip(shared));
        before = &word.key;
        let count = word.pages.len() as u32;
        bits.gamma(count + 1);
        bits.set(&word.pages, 0, last_page);
        bits.gamma(word.inside.len() as u32 + 1);
        bits.set(&word.inside, 0, last_page);
        let titles = word.titles.iter().copied();
        let titles = places(&word.pages, titles, word.titles.len());
        bits.gamma(titles.len() as u32 + 1);
        bits.set(&titles, 0, count.saturating_sub(1));
    }
    let mut out = bits.into_text();
    out.push_str("\",");
    quote(&keys, &mut out);
    out
}

fn phrases_body(mut out: String, finder: &Finder<'_>, words: Range<usize>) -> String {
    out.push('"');
    let mut bits = Bits::after(out);
    for word in words {
        let phrases = finder.of(word as u32);
        let pages = finder.pages(word as u32);
        let range = phrases.len() as u32 * SPREAD;
        let count = phrases.len();
        let mut named: Vec<(u32, Vec<u32>)> = phrases
            .into_iter()
            .map(|phrase| (phrase.hash % range, phrase.places))
            .collect();
        named.sort_unstable();
        // Two that share a number share their pages: too many answers rather than too few.
        named.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                earlier.1.append(&mut later.1);
                earlier.1.sort_unstable();
                earlier.1.dedup();
            }
            is_same
        });
        let numbers: Vec<u32> = named.iter().map(|(number, _)| *number).collect();
        bits.gamma(numbers.len() as u32 + 1);
        if numbers.is_empty() {
            continue;
        }
        bits.gamma((count - numbers.len()) as u32 + 1);
        bits.set(&numbers, 0, range - 1);
        for (_, places) in &named {
            bits.gamma(places.len() as u32);
            bits.set(places, 0, pages as u32 - 1);
        }
    }
    let mut out = bits.into_text();
    out.push('"');
    out
}

/// Appends a string as JavaScript writes it.
fn quote(text: &str, out: &mut String) {
    out.reserve(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        push_quoted(character, out);
    }
    out.push('"');
}

fn push_quoted(character: char, out: &mut String) {
    match character {
        '"' | '\\' => out.extend(['\\', character]),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\u{2028}' => out.push_str("\\u2028"),
        '\u{2029}' => out.push_str("\\u2029"),
        other if other.is_control() => out.push(' '),
        other => out.push(other),
    }
}

/// Eight letters that change with any file: a page never reads the files of another build.
fn stamp(scripts: &[Script]) -> String {
    let mut hasher = blake3::Hasher::new();
    for Script { name, text, body } in scripts {
        hasher.update(name.as_bytes());
        hasher.update(text[body.clone()].as_bytes());
    }
    hasher.finalize().to_hex()[..8].to_owned()
}
