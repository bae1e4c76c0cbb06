//! The texts of a language's pages → its search index, as small scripts that answer one query each
//! with a few kilobytes.
//!
//! `search.js` of the theme reads them: it cuts a query with the words of the index itself, so no
//! dictionary travels. The files are scripts because a page that is opened from a disk may load no
//! other file. Each holds a range of the sorted words; so all that a host's log tells of a query is
//! about where in the dictionary its words begin. Pure: knows neither sites nor pages' HTML.
//!
//! - `w…`: words, the pages that have them, on which of these they are always part of a longer word, and
//!   in the titles and headings of which they stand;
//! - `p…`: phrases of the words of the `w…` with the same number;
//! - `c…`: what a list of results shows of a block of pages.

mod bits;
mod grouped;
mod joined;
mod key;
mod phrases;
mod reading;
mod words;
mod write;

pub use reading::PageWords;

use phrases::Finder;
use rayon::prelude::*;
use std::ops::Range;
use write::{border, phrases_body, quote, ranges, words_body};

/// A result as the reader sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Relative to the search page.
    pub url: String,
    pub title: String,
    pub section: String,
    pub date: String,
    pub description: String,
}

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

/// Few, since the pages of an answer are scattered and each asks for its block.
const PAGES_A_BLOCK: usize = 25;

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
    let (found, cards) = words::find(pages, read)?;
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
    let blocks = cards.par_chunks(PAGES_A_BLOCK).enumerate();
    let blocks =
        blocks.map(|(block, cards)| script(format!("c{block}"), |out| cards_body(out, cards)));
    let mut scripts: Vec<Script> = words.chain(blocks).collect();
    scripts.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    let stamp = stamp(&scripts);
    let borders: String = files
        .iter()
        .skip(1)
        .map(|range| format!(" {}", border(&found.words, range.start)))
        .collect();
    Ok(Index {
        manifest: format!("{stamp} {} {PAGES_A_BLOCK}{borders}", pages.len()),
        files: scripts
            .into_iter()
            .map(|Script { name, text, .. }| File {
                text,
                name: format!("{stamp}-{name}.js"),
            })
            .collect(),
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

fn cards_body(mut out: String, cards: &[Card]) -> String {
    let lines: Vec<String> = cards
        .iter()
        .map(|card| {
            [
                &card.url,
                &card.title,
                &card.section,
                &card.date,
                &card.description,
            ]
            .map(|field| field.replace(['\t', '\n', '\r'], " "))
            .join("\t")
        })
        .collect();
    quote(&lines.join("\n"), &mut out);
    out
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::khmer::Segmenter;
    use std::collections::BTreeMap;

    /// What the script is called with in each file, by the file's name.
    fn told(index: &Index) -> BTreeMap<String, Vec<String>> {
        let files = index.files.iter().map(|file| {
            let call = file.text.strip_prefix("sala_search(").expect("a call");
            let call = call.strip_suffix(")\n").expect("and nothing else");
            let mut values: Vec<String> =
                serde_json::from_str(&format!("[{call}]")).expect("strings");
            (values.remove(0), values)
        });
        files.collect()
    }

    #[test]
    fn what_a_list_of_results_shows_is_found_by_the_number_of_its_page() {
        let segmenter = Segmenter::new(&[]);
        let pages: Vec<usize> = (0..2 * PAGES_A_BLOCK + 2).collect();
        let index = index(&pages, |page, words| {
            let title = format!("ទំព័រ {page} \\n \"C:\\\\\" \u{2028}\u{2029}</script>\\");
            words.title(segmenter.set(&title).borrow());
            Ok::<_, ()>(Card {
                url: format!("../p{page}/index.html"),
                title,
                section: "ទឹក\tភ្លៀង".to_owned(),
                date: "១\r\n២".to_owned(),
                description: String::new(),
            })
        })
        .expect("every page is read");
        let manifest: Vec<&str> = index.manifest.split(' ').collect();
        let block: usize = manifest[2].parse().expect("a number");
        let told = told(&index);
        let shown = pages.iter().map(|page| {
            let cards = &told[&format!("c{}", page / block)][0];
            cards.split('\n').nth(page % block).unwrap_or_default()
        });
        let expected = pages.iter().map(|page| {
            format!(
                "../p{page}/index.html\tទំព័រ {page} \\n \"C:\\\\\" \u{2028}\u{2029}</script>\\\t\
                 ទឹក ភ្លៀង\t១  ២\t"
            )
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected.collect::<Vec<String>>());
        assert_eq!(manifest[1], pages.len().to_string());
    }
}
