//! What a list of results shows of the pages → scripts.
//!
//! - `c…`: a block of pages, for each its address, its title and the name of its text;
//! - `…-t`: the text of one page, from which a result shows a sentence, and which says whether the words
//!   of a query stand together there.
//!
//! Titles come in blocks, so that a result stands there before its text, and without it. A text comes
//! by itself, since the pages of an answer are scattered. It is named after what it holds and not after
//! the build: a page that says the same keeps its file, whatever becomes of others.

use super::turned::{is_shorter_turned, quote_turned};
use super::write::quote;
use super::{File, Script, script};
use crate::khmer::{SetStr, sentences};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// A result as the reader sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Relative to the search page.
    pub url: String,
    pub title: String,
    pub section: String,
    pub date: String,
    pub text: PageText,
}

/// What a page says, sentence by sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageText {
    /// How the page is described, and its sentences, each after a line end; U+200B between words.
    lines: String,
    /// Room for a line; empty between two.
    spaced: String,
}

/// Few, since the pages of an answer are scattered and each asks for its block.
pub(super) const PAGES_A_BLOCK: usize = 16;
/// How much of a page its text holds at most, in bytes of UTF-8: compressed, about four kilobytes of
/// Khmer. Three in four pages of help texts are not a quarter as long; half of this would cut one in
/// sixteen, and what is cut away cannot say that a phrase stands there.
const MOST_OF_A_PAGE: usize = 24_000;
/// Of a text's name: each has four bits, and titles carry them all.
const LETTERS: usize = 6;
const ZERO_WIDTH_SPACE: char = '\u{200B}';

impl PageText {
    /// `description` is shown where none of its sentences has the words.
    pub fn described(description: SetStr<'_>) -> PageText {
        let mut text = PageText::default();
        push(&mut text.lines, &description.with_zero_width_spaces());
        text
    }

    /// Its sentences, each after a line end.
    #[cfg(test)]
    pub fn lines(&self) -> &str {
        &self.lines
    }

    /// Adds the sentences of a line.
    pub fn line(&mut self, line: SetStr<'_>) {
        let mut spaced = std::mem::take(&mut self.spaced);
        line.write_with_zero_width_spaces(&mut spaced);
        // Hardly any line has one.
        let has_end = memchr::memchr3(b'\n', b'\r', b'\t', spaced.as_bytes()).is_some();
        for sentence in sentences(&spaced) {
            self.lines.push('\n');
            match has_end {
                true => push(&mut self.lines, &spaced[sentence]),
                false => self.lines.push_str(&spaced[sentence]),
            }
        }
        spaced.clear();
        self.spaced = spaced;
    }

    /// Adds the cells of a row, which stay together.
    pub fn row(&mut self, row: SetStr<'_>) {
        self.lines.push('\n');
        push(&mut self.lines, &row.with_zero_width_spaces());
    }

    /// Appends what its file holds.
    fn write(self, mut out: String) -> String {
        let is_cut = self.lines.len() > MOST_OF_A_PAGE;
        let lines = match is_cut {
            true => chosen(&self.lines),
            false => self.lines,
        };
        let is_turned = is_shorter_turned(&lines);
        match is_turned {
            true => out = quote_turned(&lines, out),
            false => quote(&lines, &mut out),
        }
        out.push_str(match (is_turned, is_cut) {
            (false, false) => "",
            (true, false) => ",1",
            (false, true) => ",2",
            (true, true) => ",3",
        });
        out
    }
}

/// Appends a text that is to stay on one line.
fn push(lines: &mut String, text: &str) {
    let mut from = 0;
    for end in memchr::memchr3_iter(b'\n', b'\r', b'\t', text.as_bytes()) {
        lines.push_str(&text[from..end]);
        lines.push(' ');
        from = end + 1;
    }
    lines.push_str(&text[from..]);
}

/// The sentences of a long page that its file holds: first those that have a word which none before
/// has, then those that have two words side by side which none before has so, then others, as many as
/// fit, in their order. So nearly every word of the page has a sentence; one that has none still leads
/// to its page.
fn chosen<'lines>(lines: &'lines str) -> String {
    let (description, rest) = lines.split_once('\n').unwrap_or((lines, ""));
    let all: Vec<&str> = rest.split('\n').collect();
    let mut is_chosen = vec![false; all.len()];
    let mut room = MOST_OF_A_PAGE.saturating_sub(description.len());
    let mut choose = |wanted: &mut dyn FnMut(&'lines str) -> bool| {
        for (sentence, is_chosen) in all.iter().zip(&mut is_chosen) {
            let fits = sentence.len() < room && !*is_chosen;
            if fits && wanted(sentence) {
                *is_chosen = true;
                room -= sentence.len() + 1;
            }
        }
    };
    // Whole sentences are remembered, so no `any`.
    let mut seen = FxHashSet::default();
    choose(&mut |sentence| {
        let new = words(sentence).filter(|word| seen.insert(*word));
        new.count() > 0
    });
    let mut seen = FxHashSet::default();
    choose(&mut |sentence| {
        let pairs = words(sentence).zip(words(sentence).skip(1));
        let new = pairs.filter(|pair| seen.insert(*pair));
        new.count() > 0
    });
    choose(&mut |_| true);
    let chosen = all
        .iter()
        .zip(is_chosen)
        .filter(|(_, is_chosen)| *is_chosen);
    let mut text = description.to_owned();
    for (sentence, _) in chosen {
        text.push('\n');
        text.push_str(sentence);
    }
    text
}

fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let pieces = sentence.split(|sign: char| sign == ZERO_WIDTH_SPACE || sign.is_whitespace());
    pieces.filter(|word| !word.is_empty())
}

/// A result as it is written.
pub(super) struct Shown {
    /// All but its text, parted by tabs.
    fields: String,
    /// The script of its text, which lacks its name yet.
    text: String,
    hash: blake3::Hash,
}

/// How the script of a text begins.
const BEFORE_NAME: &str = "sala_search(\"";
const NO_NAME: &str = "------";
const BEHIND_NAME: &str = "-t\",";

impl Shown {
    pub(super) fn of(card: Card) -> Shown {
        let fields = [&card.url, &card.title, &card.section, &card.date];
        let mut own = String::with_capacity(fields.iter().map(|field| field.len() + 1).sum());
        for (nth, field) in fields.into_iter().enumerate() {
            if nth > 0 {
                own.push('\t');
            }
            push(&mut own, field);
        }
        let before = [BEFORE_NAME, NO_NAME, BEHIND_NAME].concat();
        let start = before.len();
        let text = card.text.write(before);
        Shown {
            fields: own,
            hash: blake3::hash(&text.as_bytes()[start..]),
            text,
        }
    }

    fn into_file(self, name: &str) -> File {
        let mut text = self.text;
        text.replace_range(BEFORE_NAME.len()..BEFORE_NAME.len() + LETTERS, name);
        text.push_str(")\n");
        File {
            name: format!("{name}-t.js"),
            text,
        }
    }
}

/// The scripts of all blocks, and the texts.
pub(super) fn files(shown: Vec<Shown>) -> (Vec<Script>, Vec<File>) {
    let mut named = FxHashMap::default();
    let names = (0..shown.len()).map(|page| name(page, &shown, &mut named));
    let names: Vec<String> = names.collect();
    let blocks = shown.par_chunks(PAGES_A_BLOCK);
    let blocks = blocks.zip(names.par_chunks(PAGES_A_BLOCK)).enumerate();
    let blocks = blocks.map(|(block, (shown, names))| {
        let fields: Vec<&str> = shown.iter().map(|shown| shown.fields.as_str()).collect();
        script(format!("c{block}"), |mut out| {
            let fields = fields.join("\n");
            // An address begins with ASCII, so a reader sees which it is.
            match is_shorter_turned(&fields) {
                true => out = quote_turned(&fields, out),
                false => quote(&fields, &mut out),
            }
            out.push(',');
            quote(&names.concat(), &mut out);
            out
        })
    });
    let blocks = blocks.collect();
    let all = shown.into_iter().zip(&names).enumerate();
    // Pages that say the same share a text.
    let texts = all.filter(|(page, (_, name))| named[*name] == *page);
    let texts = texts.map(|(_, (shown, name))| shown.into_file(name));
    (blocks, texts.collect())
}

/// Letters that change with the text, and that no other text of the site has; `named` has the first page
/// that has each text.
fn name(page: usize, all: &[Shown], named: &mut FxHashMap<String, usize>) -> String {
    let own = &all[page];
    let hash = own.hash.to_hex();
    let names = (0..hash.len() - LETTERS).map(|at| &hash[at..at + LETTERS]);
    let free = names.into_iter().find(|name| {
        let other = named.get(*name);
        other.is_none_or(|other| all[*other].text == own.text)
    });
    let name = free
        .expect("a site has fewer texts than there are names")
        .to_owned();
    named.entry(name.clone()).or_insert(page);
    name
}

#[cfg(test)]
mod tests {
    use super::super::turned::straight;
    use super::super::{Index, index};
    use super::*;
    use crate::khmer::Segmenter;
    use std::collections::BTreeMap;

    /// What the script is called with in each file, by the file's name.
    fn told(index: &Index) -> BTreeMap<String, Vec<String>> {
        let files = index.files.iter().map(|file| {
            let call = file.text.strip_prefix("sala_search(").expect("a call");
            let call = call.strip_suffix(")\n").expect("and nothing else");
            let values: Vec<serde_json::Value> =
                serde_json::from_str(&format!("[{call}]")).expect("values");
            let values = values.iter().map(|value| match value.as_str() {
                Some(text) => text.to_owned(),
                None => value.to_string(),
            });
            let mut values: Vec<String> = values.collect();
            let is_turned = match values.get(2) {
                Some(flags) if values[0].ends_with("-t") => matches!(flags.as_str(), "1" | "3"),
                Some(_) => !values[1].starts_with('.'),
                None => false,
            };
            if is_turned {
                values[1] = straight(&values[1]);
            }
            (values.remove(0), values)
        });
        files.collect()
    }

    /// The index of pages with these texts.
    fn of_texts(texts: &[PageText]) -> Index {
        let pages: Vec<usize> = (0..texts.len()).collect();
        let made = index(&pages, |page, _| {
            Ok::<_, ()>(Card {
                url: format!("../p{page}/index.html"),
                title: format!("ទំព័រ {page}"),
                text: texts[*page].clone(),
                ..Card::default()
            })
        });
        made.expect("every page is read")
    }

    fn text(description: &str, lines: &[&str]) -> PageText {
        let segmenter = Segmenter::new(&[]);
        let mut text = PageText::described(segmenter.set(description).borrow());
        for line in lines {
            text.line(segmenter.set(line).borrow());
        }
        text
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
                text: text("", &[&format!("page {page}")]),
            })
        })
        .expect("every page is read");
        let manifest: Vec<&str> = index.manifest.split(' ').collect();
        let block: usize = manifest[2].parse().expect("a number");
        let told = told(&index);
        let shown = pages.iter().map(|page| {
            let block_of_page = &told[&format!("c{}", page / block)];
            let fields = block_of_page[0].split('\n').nth(page % block);
            let name = &block_of_page[1][page % block * LETTERS..][..LETTERS];
            let text = &told[&format!("{name}-t")];
            (fields.unwrap_or_default(), text.as_slice())
        });
        let expected: Vec<(String, [String; 1])> = pages
            .iter()
            .map(|page| {
                let fields = format!(
                    "../p{page}/index.html\tទំព័រ {page} \\n \"C:\\\\\" \u{2028}\u{2029}</script>\\\t\
                     ទឹក ភ្លៀង\t១  ២"
                );
                (fields, [format!("\npage {page}")])
            })
            .collect();
        let expected = expected
            .iter()
            .map(|(fields, text)| (fields.as_str(), text.as_slice()));
        assert_eq!(shown.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
        assert_eq!(manifest[1], pages.len().to_string());
    }

    #[test]
    fn a_text_holds_the_sentences_of_its_page_with_their_words_apart() {
        let segmenter = Segmenter::new(&[]);
        let mut khmer = text(
            "ពីឃុំ…",
            &[
                "ប្រជាពលរដ្ឋទៅសាលាឃុំ។ ថវិកា ៥ លានរៀល & 100%\n\"C:\\\"",
                "លោក\u{200B}ស្រី",
            ],
        );
        khmer.row(segmenter.set("ឃុំ។ · 12").borrow());
        let english = text("", &["Ask at the commune office. It is open."]);
        let told = told(&of_texts(&[khmer, english, PageText::default()]));
        let texts = told.iter().filter(|(name, _)| name.ends_with("-t"));
        let mut texts: Vec<&[String]> = texts.map(|(_, values)| values.as_slice()).collect();
        texts.sort();
        let khmer =
            "ពី|ឃុំ…\nប្រជាពលរដ្ឋ|ទៅ|សាលា|ឃុំ។\nថវិកា ៥\u{a0}លានរៀល & 100% \"C:\\\"\nលោក|ស្រី\nឃុំ។ · 12";
        assert_eq!(
            texts,
            [
                &[String::new()][..],
                &["\nAsk at the commune office.\nIt is open.".to_owned()],
                &[khmer.replace('|', "\u{200B}"), "1".to_owned()],
            ]
        );
    }

    #[test]
    fn a_long_page_keeps_the_sentences_in_which_words_or_two_of_them_stand_first() {
        let filler = "again and again ".repeat(40);
        let mut lines = vec![format!("{filler}."); 60];
        lines.insert(3, "early".to_owned());
        lines.push("late".to_owned());
        lines.push("and and".to_owned());
        lines.push("x".repeat(2 * MOST_OF_A_PAGE));
        let all = format!("described\n{}", lines.join("\n"));
        let chosen = chosen(&all);
        let kept: Vec<&str> = chosen.split('\n').collect();
        let others = kept.len() - 4;
        let mut expected = vec!["described"];
        expected.extend(vec![lines[0].as_str(); 3]);
        expected.push("early");
        expected.extend(vec![lines[0].as_str(); others - 3]);
        expected.extend(["late", "and and"]);
        assert_eq!(kept, expected);
        assert!((MOST_OF_A_PAGE - lines[0].len()..=MOST_OF_A_PAGE).contains(&chosen.len()));
    }

    #[test]
    fn a_page_that_says_the_same_keeps_its_text_whatever_becomes_of_others() {
        let texts = |texts: &[&str]| -> BTreeMap<String, Vec<String>> {
            let texts: Vec<PageText> = texts.iter().map(|line| text("", &[line])).collect();
            let told = told(&of_texts(&texts)).into_iter();
            told.filter(|(name, _)| name.ends_with("-t")).collect()
        };
        let before = texts(&["one", "two", "three", "three"]);
        let mut after = texts(&["none", "one", "two edited", "three"]);
        assert_eq!(before.len(), 3, "two pages that say the same share a text");
        after.retain(|name, text| before.get(name) == Some(&*text));
        let mut kept: Vec<&str> = after.values().map(|text| text[0].as_str()).collect();
        kept.sort_unstable();
        assert_eq!(kept, ["\none", "\nthree"]);
    }

    #[test]
    fn two_texts_never_share_a_name() {
        let hash = blake3::Hash::from_bytes([0x12; 32]);
        let shown = ["one", "two", "one"].map(|text| Shown {
            fields: String::new(),
            text: text.to_owned(),
            hash,
        });
        let mut named = FxHashMap::default();
        let names: Vec<String> = (0..3).map(|page| name(page, &shown, &mut named)).collect();
        assert_eq!(names, ["121212", "212121", "121212"]);
    }
}
