//! The texts of pages → which word stands on which pages, and which word beside which.
//!
//! Pages are read in as many parts as keep every core at work, each with words of its own; here the
//! parts come together. The pairs stay where they were found: the pages of one are asked for by
//! the file that tells its phrase, and not before.

use super::grouped::Grouped;
use super::reading::{Form, PageWords, Part, Place, Role, part};
use rayon::prelude::*;

/// The words of a site, sorted by key; a word's number is its place.
pub(super) struct Words {
    pub(super) words: Vec<Word>,
    /// The pairs that make up one word of the dictionary; sorted.
    pub(super) wholes: Vec<[u32; 2]>,
    parts: Vec<PairsOfPart>,
}

/// Two words side by side, each two once, and for each pair its pages, counted from the first of the
/// part.
struct PairsOfPart {
    first_page: u32,
    pairs: Vec<[u32; 2]>,
    pages: Grouped<u16>,
}

#[derive(Default)]
pub(super) struct Word {
    pub(super) key: String,
    /// The pages it stands on, as a word, as two that make it up or as part of one, sorted.
    pub(super) pages: Vec<u32>,
    /// Those of `pages` on which it is always part of a longer word.
    pub(super) inside: Vec<u32>,
    /// Those of `pages` that have it in their title.
    pub(super) titles: Vec<u32>,
    /// Those of `pages` that have it in a heading and not in their title.
    pub(super) headings: Vec<u32>,
}

/// Which words stand side by side on which pages, by the rarer of the two.
pub(super) struct Pairs<'words> {
    found: Grouped<Found>,
    parts: &'words [PairsOfPart],
}

/// Two words that a part has side by side, and the number of the pair there.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    words: [u32; 2],
    part: u32,
    number: u32,
}

/// Two words that stand side by side.
pub(super) struct Pair<'pairs> {
    pub(super) words: [u32; 2],
    found: &'pairs [Found],
    parts: &'pairs [PairsOfPart],
}

impl Words {
    /// The pairs of which `are_wanted` tells so, by the rarer of their words: of two on as many pages
    /// each, the first one.
    pub(super) fn pairs(&self, are_wanted: impl Fn(u32, [u32; 2]) -> bool + Sync) -> Pairs<'_> {
        let pages = |word: u32| self.words[word as usize].pages.len();
        let found = |(part, own): (usize, &PairsOfPart)| -> Vec<(u32, Found)> {
            let found = (0..).zip(&own.pairs).filter_map(|(number, words)| {
                let [first, second] = *words;
                let rarer = match pages(second) < pages(first) {
                    true => second,
                    false => first,
                };
                let found = Found {
                    words: *words,
                    part: part as u32,
                    number,
                };
                are_wanted(rarer, *words).then_some((rarer, found))
            });
            found.collect()
        };
        let found: Vec<Vec<(u32, Found)>> = self.parts.par_iter().enumerate().map(found).collect();
        Pairs {
            found: Grouped::of(self.words.len(), || found.iter().flatten().copied()),
            parts: &self.parts,
        }
    }
}

impl Pairs<'_> {
    /// Tells the pairs whose rarer word is `word`, in the order of their words.
    pub(super) fn each(&self, word: u32, mut tell: impl FnMut(&Pair<'_>)) {
        let mut found = self.found.group(word).to_vec();
        found.sort_unstable();
        for found in found.chunk_by(|one, other| one.words == other.words) {
            if let Some(Found { words, .. }) = found.first() {
                tell(&Pair {
                    words: *words,
                    found,
                    parts: self.parts,
                });
            }
        }
    }
}

impl Pair<'_> {
    fn in_parts(&self) -> impl Iterator<Item = (u32, &[u16])> {
        self.found.iter().map(|found| {
            let part = &self.parts[found.part as usize];
            (part.first_page, part.pages.group(found.number))
        })
    }

    /// On how many pages it stands.
    pub(super) fn count(&self) -> usize {
        self.in_parts().map(|(_, pages)| pages.len()).sum()
    }

    /// Its pages, sorted.
    pub(super) fn pages(&self) -> impl Iterator<Item = u32> {
        self.in_parts()
            .flat_map(|(first, pages)| pages.iter().map(move |page| first + u32::from(*page)))
    }
}

/// So many that the words of most pages were met before on another of their part.
const FEWEST_PAGES: usize = 64;
/// So few that what a part has met stays small, even where hardly any two words are twice side by
/// side.
const MOST_PAGES: usize = 1024;
/// Parts for every thread. More would keep all of them at work to the end, but each part finds its words
/// and pairs anew; and a thread that is done makes other files of the site.
const PARTS_A_THREAD: usize = 1;

/// Finds the words of all pages, and what `read` gives of each; a page's number is its place.
pub(super) fn find<P: Sync, C: Send, E: Send>(
    pages: &[P],
    read: impl Fn(&P, &mut PageWords<'_>) -> Result<C, E> + Sync,
) -> Result<(Words, Vec<C>), E> {
    let parts = rayon::current_num_threads() * PARTS_A_THREAD;
    let pages_a_part = pages.len().div_ceil(parts).clamp(FEWEST_PAGES, MOST_PAGES);
    find_in_parts(pages, pages_a_part, read)
}

fn find_in_parts<P: Sync, C: Send, E: Send>(
    pages: &[P],
    pages_a_part: usize,
    read: impl Fn(&P, &mut PageWords<'_>) -> Result<C, E> + Sync,
) -> Result<(Words, Vec<C>), E> {
    let read: Vec<(Part, Vec<C>)> = pages
        .par_chunks(pages_a_part)
        .map(|pages| part(pages, &read))
        .collect::<Result<_, E>>()?;
    let (parts, cards): (Vec<Part>, Vec<Vec<C>>) = read.into_iter().unzip();
    let words = together(parts, pages_a_part as u32);
    Ok((words, cards.into_iter().flatten().collect()))
}

fn together(parts: Vec<Part>, pages_a_part: u32) -> Words {
    let mut met: Vec<MetIn<'_>> = (0..)
        .zip(&parts)
        .flat_map(|(part, met)| {
            let keys = (0..).zip(&met.keys);
            keys.map(move |(number, key)| MetIn {
                beginning: beginning(key),
                key,
                part,
                number,
            })
        })
        .collect();
    met.par_sort_unstable();
    let met: Vec<&[MetIn<'_>]> = met.chunk_by(|one, other| one.key == other.key).collect();
    let words: Vec<Option<Word>> = met
        .par_iter()
        .map(|met| word(met, &parts, pages_a_part))
        .collect();
    let mut numbers: Vec<Vec<u32>> = parts.iter().map(|part| vec![0; part.keys.len()]).collect();
    let mut next = 0;
    for (met, word) in met.iter().zip(&words) {
        for MetIn { part, number, .. } in *met {
            numbers[*part as usize][*number as usize] = next;
        }
        // A word that is only ever made up of two goes, and the numbers after it move up.
        next += u32::from(word.is_some());
    }
    drop(met);
    let words: Vec<Word> = words.into_iter().flatten().collect();
    let mut wholes = Vec::new();
    let parts = parts.into_iter().zip(&numbers).enumerate();
    let parts = parts.map(|(at, (part, numbers))| {
        let numbered = |pair: [u32; 2]| pair.map(|word| numbers[word as usize]);
        wholes.extend(part.wholes.into_iter().map(numbered));
        PairsOfPart {
            first_page: at as u32 * pages_a_part,
            pairs: part.pairs.into_iter().map(numbered).collect(),
            pages: part.pages_of_pairs,
        }
    });
    let parts = parts.collect();
    wholes.sort_unstable();
    wholes.dedup();
    Words {
        words,
        wholes,
        parts,
    }
}

/// A word that a part has met, and its number there.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct MetIn<'part> {
    /// Of the key: most are told apart without a look at their letters.
    beginning: u128,
    key: &'part str,
    part: u32,
    number: u32,
}

/// The first bytes of a key as a number, in the same order.
fn beginning(key: &str) -> u128 {
    let mut bytes = [0; 16];
    let length = key.len().min(bytes.len());
    bytes[..length].copy_from_slice(&key.as_bytes()[..length]);
    u128::from_be_bytes(bytes)
}

/// A word with its pages in all the parts that have met it; nothing if it stands on none.
fn word(met: &[MetIn<'_>], parts: &[Part], pages_a_part: u32) -> Option<Word> {
    let key = met.first()?.key.to_owned();
    let is_met = met
        .iter()
        .any(|met| parts[met.part as usize].is_met[met.number as usize]);
    let stands = || {
        met.iter().flat_map(|MetIn { part, number, .. }| {
            let first_page = part * pages_a_part;
            let stands = parts[*part as usize].stands.group(*number).iter();
            stands.map(move |stand| (first_page + stand.page(), stand.role()))
        })
    };
    let mut word = Word {
        key,
        pages: Vec::with_capacity(stands().count()),
        ..Word::default()
    };
    stands().for_each(|(page, Role { place, form })| {
        if form == Form::Part {
            word.inside.push(page);
        }
        if !is_met && form == Form::Made {
            return;
        }
        word.pages.push(page);
        match place {
            Place::Title => word.titles.push(page),
            Place::Heading => word.headings.push(page),
            Place::Text => {}
        }
    });
    (!word.pages.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::khmer::{Line, Segmenter};
    use std::collections::BTreeMap;

    const WORDS: [&str; 12] = [
        "ភាសា",
        "ខ្មែរ",
        "ភាសាខ្មែរ",
        "ផ្សេង",
        "ផ្សេងៗ",
        "គ្នា",
        "ឲ្យ",
        "ឱ្យ",
        "Budget",
        "budget",
        "២០២៦",
        "2026",
    ];

    /// A title and a line of words, some of them spelt in two ways, some without a gap between.
    fn texts(count: u64) -> Vec<[String; 2]> {
        let mut state: u64 = 20_261_128;
        let mut next = move |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % below
        };
        let mut text = |words: u64| -> String {
            (0..words)
                .flat_map(|_| {
                    let gap = ["", "", " ", "។ "][next(4) as usize];
                    [WORDS[next(12) as usize], gap]
                })
                .collect()
        };
        (0..count).map(|page| [text(page % 2), text(6)]).collect()
    }

    type Told = (
        Vec<(String, [Vec<u32>; 4])>,
        Vec<([u32; 2], Vec<u32>)>,
        Vec<[u32; 2]>,
    );

    fn told(texts: &[[String; 2]], pages_a_part: usize) -> Told {
        let segmenter = Segmenter::new(&[]);
        let (found, _) = find_in_parts(texts, pages_a_part, |[title, line], words| {
            words.title(segmenter.set(title).borrow());
            words.line(segmenter.set(line).borrow());
            Ok::<(), ()>(())
        })
        .expect("every page is read");
        let mut pairs = Vec::new();
        let all = found.pairs(|_, _| true);
        for word in 0..found.words.len() as u32 {
            all.each(word, |pair| {
                let pages: Vec<u32> = pair.pages().collect();
                assert_eq!(pages.len(), pair.count());
                pairs.push((pair.words, pages));
            });
        }
        let words = found.words.into_iter();
        let words = words.map(|word| {
            (
                word.key,
                [word.pages, word.inside, word.titles, word.headings],
            )
        });
        (words.collect(), pairs, found.wholes)
    }

    #[test]
    fn the_parts_in_which_pages_are_read_change_nothing() {
        let texts = texts(100);
        let all = told(&texts, 100);
        for pages_a_part in [1, 2, 7, 64] {
            assert_eq!(told(&texts, pages_a_part), all, "{pages_a_part}");
        }
    }

    #[test]
    fn two_words_stand_side_by_side_on_the_pages_that_have_them_so() {
        let texts = texts(100);
        let (words, pairs, _) = told(&texts, 9);
        let segmenter = Segmenter::new(&[]);
        let mut expected: BTreeMap<[String; 2], Vec<u32>> = BTreeMap::new();
        for (page, text) in (0..).zip(texts.iter()) {
            for line in text {
                for part in line.split('។') {
                    let keys: Vec<String> = segmenter
                        .segment(part)
                        .map(super::super::key::key)
                        .collect();
                    for two in keys.windows(2) {
                        let pages = expected
                            .entry([two[0].clone(), two[1].clone()])
                            .or_default();
                        if pages.last() != Some(&page) {
                            pages.push(page);
                        }
                    }
                }
            }
        }
        let got: BTreeMap<[String; 2], Vec<u32>> = pairs
            .into_iter()
            .map(|(pair, pages)| (pair.map(|word| words[word as usize].0.clone()), pages))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn words_stand_side_by_side_over_blanks_that_are_seen_and_that_are_not() {
        let pairs = |text: &str| -> Vec<[String; 2]> {
            let (words, pairs, _) = told(&[[String::new(), text.to_owned()]], 64);
            let word = |number: u32| words[number as usize].0.clone();
            pairs.into_iter().map(|(pair, _)| pair.map(word)).collect()
        };
        for gap in ["", " ", "\u{200B}", "\u{A0}", " \u{200B}\n"] {
            let both = [["ទៅ", "ផ្សារ"].map(crate::search::key::key)];
            assert_eq!(pairs(&format!("ទៅ{gap}ផ្សារ")), both, "{gap:?}");
        }
        for gap in ["។ ", ", ", "\u{200B}(", " – "] {
            assert_eq!(pairs(&format!("ទៅ{gap}ផ្សារ")), [[""; 2]; 0], "{gap:?}");
        }
    }

    /// Whoever looks for a word finds it where a part of it is set in bold, too.
    #[test]
    fn a_word_stands_on_the_pages_where_two_words_make_it_up() {
        let segmenter = Segmenter::new(&[]);
        let pages: [&[&str]; 3] = [&["ទឹកភ្លៀង"], &["ទឹក", "ភ្លៀង"], &["ភ្លៀង", "ទឹក"]];
        let (found, _) = find_in_parts(&pages, 64, |pieces, words| {
            let mut line = Line::default();
            for piece in *pieces {
                line.push(segmenter.set(piece).borrow());
            }
            words.line(line.borrow());
            Ok::<(), ()>(())
        })
        .expect("every page is read");
        let pages = |word: &str| {
            let key = crate::search::key::key(word);
            let own = found.words.iter().find(|own| own.key == key);
            own.map(|own| own.pages.clone())
        };
        assert_eq!(pages("ទឹកភ្លៀង"), Some(vec![0, 1]));
        assert_eq!(pages("ទឹក"), Some(vec![0, 1, 2]));
        assert_eq!(pages("ភ្លៀង"), Some(vec![0, 1, 2]));
    }

    /// Over a gap they are two words to everybody, wherever and however often they stand without one.
    #[test]
    fn no_word_is_made_up_of_two_with_a_gap_between_them() {
        let segmenter = Segmenter::new(&[]);
        let whole = |pages: &[&str]| -> Vec<u32> {
            let (found, _) = find_in_parts(pages, 64, |line, words| {
                let mut pieces = Line::default();
                for piece in line.split('|') {
                    pieces.push(segmenter.set(piece).borrow());
                }
                words.line(pieces.borrow());
                Ok::<(), ()>(())
            })
            .expect("every page is read");
            let key = crate::search::key::key("ទឹកភ្លៀង");
            let own = found.words.into_iter().find(|own| own.key == key);
            own.map_or_else(Vec::new, |own| own.pages)
        };
        for (pages, expected) in [
            (
                &["ទឹកភ្លៀង", "ទឹក|ភ្លៀង", "ទឹក ភ្លៀង", "ទឹក\u{200B}ភ្លៀង"][..],
                &[0, 1][..],
            ),
            (&["ទឹក ភ្លៀង", "ទឹក|ភ្លៀង", "ទឹកភ្លៀង"], &[1, 2]),
            (&["ទឹកភ្លៀង", "ទឹក ភ្លៀង ទឹក|ភ្លៀង"], &[0, 1]),
            (&["ទឹកភ្លៀង", "ទឹក|ភ្លៀង។ ទឹក ភ្លៀង"], &[0, 1]),
        ] {
            assert_eq!(whole(pages), expected, "{pages:?}");
        }
    }

    /// It is longer than any query.
    #[test]
    fn a_word_without_end_is_no_word_of_the_index() {
        let (most, more) = ("a".repeat(500), "a".repeat(501));
        let [page, joined] = [
            format!("water {more} {most} rain"),
            format!("x-{more} land {more}-x"),
        ];
        let words = words_of(&[["", "", &page], [&more, &more, &joined]]);
        let most = format!("{most} [0]");
        assert_eq!(words, [&most, "land [1]", "rain [0]", "water [0]", "x [1]"]);
    }

    /// Each word as `key pages`, then on which of them it is part of another, in the title or in a
    /// heading. A page is a title, a heading and a line; `|` parts what is put together of pieces.
    fn words_of(pages: &[[&str; 3]]) -> Vec<String> {
        let segmenter = Segmenter::new(&[]);
        let set = |text: &str| {
            let mut line = Line::default();
            for piece in text.split('|') {
                line.push_plain(&segmenter, piece);
            }
            line
        };
        let (found, _) = find_in_parts(pages, 64, |[title, heading, line], words| {
            words.title(set(title).borrow());
            words.heading(set(heading).borrow());
            words.line(set(line).borrow());
            Ok::<(), ()>(())
        })
        .expect("every page is read");
        let shown = |name: &str, pages: &[u32]| match pages {
            [] => String::new(),
            pages => format!(" {name}{pages:?}"),
        };
        let words = found.words.iter().map(|word| {
            [
                word.key.clone(),
                shown("", &word.pages),
                shown("part", &word.inside),
                shown("title", &word.titles),
                shown("heading", &word.headings),
            ]
            .concat()
        });
        words.collect()
    }

    #[test]
    fn a_word_stands_on_the_pages_of_the_words_it_is_part_of() {
        let pages = [
            ["ការបោះឆ្នោត", "", ""],
            ["", "", "ឆ្នោត ទីផ្សារ"],
            ["ឆ្នាំ", "អ្នកបោះឆ្នោត ឆ្នោត", "ឆ្នាំ"],
        ];
        assert_eq!(
            words_of(&pages),
            [
                "ការ [0] title[0]",
                "ឆ្នាំ [2] title[2]",
                "ឆ្នោត [0, 1, 2] part[0] title[0] heading[2]",
                "ទីផ្សារ [1]",
                "បោះ [0, 2] part[0, 2] title[0] heading[2]",
                "បោះឆ្នោត [0, 2] title[0] heading[2]",
                "ផ្សារ [1] part[1]",
                "អ្នក [2] heading[2]",
            ]
        );
    }

    #[test]
    fn a_word_stands_where_the_cut_is_another_than_its_reader_means() {
        let pages = [["", "", "រៀប|រាប់ពី"], ["", "", "រៀបរាប់"]];
        let words = words_of(&pages);
        let word = words.iter().find(|word| word.starts_with("រៀបរាប់ "));
        assert_eq!(word.map(String::as_str), Some("រៀបរាប់ [0, 1]"), "{words:?}");
    }

    #[test]
    fn words_with_hyphens_and_numbers_of_telephones_stand_as_one_word_too() {
        let pages = [
            ["", "", "E-mail, 012 345 678"],
            ["", "", "email +855 12 345 678"],
        ];
        assert_eq!(
            words_of(&pages),
            [
                "012 [0]",
                "012345678 [0, 1]",
                "12345678 [1]",
                "345678 [0]",
                "855 [1]",
                "e [0]",
                "email [0, 1]",
                "mail [0]",
            ]
        );
    }

    #[test]
    fn a_name_stands_in_one_word_too() {
        let segmenter = Segmenter::new(&[]);
        let (found, _) = find_in_parts(
            &["Phnom Penh", "ភ្នំពេញ"],
            64,
            |name, words| {
                words.name(segmenter.set(name).borrow());
                Ok::<(), ()>(())
            },
        )
        .expect("every page is read");
        let keys = found.words.iter().map(|word| word.key.as_str());
        let latin: Vec<&str> = keys.filter(|key| key.is_ascii()).collect();
        assert_eq!(latin, ["penh", "phnom", "phnompenh"]);
    }
}
