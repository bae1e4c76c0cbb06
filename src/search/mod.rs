//! The texts of a language's pages → its search index, as small scripts that answer one query each
//! with a few kilobytes.
//!
//! `search.js` of the theme reads them: it cuts a query with the words of the index itself, so no
//! dictionary travels. The files are scripts because a page that is opened from a disk may load no
//! other file. Each holds a range of the sorted words, or what is shown of some pages; so all that a
//! host's log tells of a query is about where in the dictionary its words begin, and which pages were
//! shown. Pure: knows neither sites nor pages' HTML.
//!
//! - `w…`: words, the pages that have them, on which of these they are always part of a longer word, and
//!   in the titles and headings of which they stand;
//! - `p…`: phrases of the words of the `w…` with the same number;
//! - `c…`: what a list of results shows of a block of pages;
//! - `…-t`: the text of a page, of which it shows a sentence, and which has the last word on whether a
//!   phrase stands there; these alone are named after what they hold.

mod bits;
mod grouped;
mod joined;
mod key;
mod pairs;
mod phrases;
mod places;
mod reading;
mod shown;
mod turned;
mod words;
mod write;

pub use reading::PageWords;
pub use shown::{Card, PageText};

use phrases::Finder;
use rayon::prelude::*;
use shown::{PAGES_A_BLOCK, Shown};
use std::ops::Range;
use write::{border, phrases_body, ranges, words_body};

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

/// Makes the index of `pages`, which stand in the order of their paths: like ones side by side. `read`
/// tells the lines of a page and gives what a list of results shows of it.
///
/// The cost grows with the words on all pages: each is one look into a table that its letters are the
/// key of, and one with its neighbour; what is dear is done once for every distinct word and pair of a
/// part of the pages. The memory grows with the distinct words and pairs of each page, at four to six
/// bytes each, and with the distinct pairs of each part, at eight, and twenty more for one that may be a
/// phrase.
pub fn index<P: Sync, E: Send>(
    pages: &[P],
    read: impl Fn(&P, &mut PageWords<'_>) -> Result<Card, E> + Sync,
) -> Result<Index, E> {
    let read = |page: &P, words: &mut PageWords<'_>| read(page, words).map(Shown::of);
    let (found, shown) = words::find(pages, read)?;
    let (blocks, mut texts) = shown::files(shown);
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

/// Eight letters that change with any file: a page never reads the files of another build.
fn stamp(scripts: &[Script]) -> String {
    let mut hasher = blake3::Hasher::new();
    for Script { name, text, body } in scripts {
        hasher.update(name.as_bytes());
        hasher.update(text[body.clone()].as_bytes());
    }
    hasher.finalize().to_hex()[..8].to_owned()
}
