//! Words side by side → for each word, with which other it makes phrases, and on which of its pages.
//!
//! A place for every word would cost more than all else together. Which pages hold two words is
//! known already, so a phrase costs only what tells its pages from the others that hold both; and
//! a phrase is left out where that costs more than the texts of pages that its reader then looks into.

use super::grouped::Grouped;
use super::words::{Pair, Pairs, Word, Words};
use rayon::prelude::*;

/// Bits that are paid for one page whose text need not be looked into: the texts say in the end where
/// a phrase stands, and the index which of them to look into first. `benches/RESULTS.md` has the curve:
/// less of it is found later, on a second screen, and asks its reader for more texts.
const WORTH: f64 = 2.8;
/// So many pages stand on the first screen, and the texts of so many are looked into for them; as in
/// `search.js`.
const WANTED: usize = 5;
const MOST_TEXTS: f64 = 15.0;
/// Bits for the second word of a phrase and for the number of its pages.
const NAME: f64 = 6.5;
/// A phrase's second word is known by a number below this times the count of its word's phrases.
pub(super) const SPREAD: u32 = 16;

/// The phrases of a word, those of the rarer of the two words each.
pub(super) type Phrases = Vec<Phrase>;

pub(super) struct Phrase {
    /// The hash of the other word, see [`hash`].
    pub(super) hash: u32,
    /// Where the pages of the phrase stand among the pages of the word.
    pub(super) places: Vec<u32>,
}

/// Finds the phrases of words.
pub(super) struct Finder<'found> {
    found: &'found Words,
    /// Those that may be phrases.
    pairs: Pairs<'found>,
    /// For each word, those that make up one word of the dictionary with it.
    wholes: Grouped<u32>,
    common: CommonWords,
}

impl Finder<'_> {
    pub(super) fn new(found: &Words) -> Finder<'_> {
        let wholes = Grouped::of(found.words.len(), || {
            let wholes = found.wholes.iter();
            wholes.map(|[first, second]| (*first, *second))
        });
        let fewest = fewest_pages();
        Finder {
            found,
            // Most words stand on fewer.
            pairs: found.pairs(|rarer, [first, second]| {
                found.words[rarer as usize].pages.len() >= fewest
                    || wholes.group(first).contains(&second)
            }),
            wholes,
            common: CommonWords::of(found),
        }
    }

    /// On how many pages a word stands.
    pub(super) fn pages(&self, word: u32) -> usize {
        self.found.words[word as usize].pages.len()
    }

    /// The phrases of a word, in no order.
    pub(super) fn of(&self, word: u32) -> Phrases {
        let mut phrases = Phrases::new();
        let mut costs = Costs::of(self.pages(word));
        self.pairs.each(word, |pair| {
            phrases.extend(self.phrase(word, pair, &mut costs));
        });
        phrases
    }

    /// The phrase of two words, the rarer of which is `anchor`; nothing if it is not worth its bits.
    fn phrase(&self, anchor: u32, pair: &Pair<'_>, costs: &mut Costs) -> Option<Phrase> {
        let words = &self.found.words;
        let [first, second] = pair.words;
        let (other, side) = match anchor == first {
            true => (second, Side::After),
            false => (first, Side::Before),
        };
        let pages = &words[anchor as usize].pages;
        let count = pair.count();
        // On all pages of the word, as most pairs of rare words are: there is nothing to tell.
        if count == pages.len() {
            return None;
        }
        // What the dictionary has as one word is looked for as one, so it must be right.
        let is_word = || self.wholes.group(first).contains(&second);
        let bits = costs.some(count);
        // No text more is looked into than if all pages of the rarer word had both.
        let most = texts_saved(pages.len(), count);
        if most * WORTH < bits && !is_word() {
            return None;
        }
        let both = self.common.count(self.found, first, second);
        let is_worth_it = texts_saved(both, count) * WORTH > bits;
        (is_worth_it || count < both && is_word()).then(|| Phrase {
            hash: hash(&words[other as usize].key, side),
            places: places(pages, pair.pages(), count),
        })
    }
}

/// Where `some` of the pages stand among `all` of them; both are sorted.
pub(super) fn places(all: &[u32], some: impl Iterator<Item = u32>, count: usize) -> Vec<u32> {
    let mut places = Vec::with_capacity(count);
    let mut next = 0;
    places.extend(some.map(|page| {
        // Most are near the one before: look ever farther, then between the last two.
        let mut step = 1;
        while all.get(next + step).is_some_and(|other| *other <= page) {
            next += step;
            step *= 2;
        }
        let end = all.len().min(next + step);
        next += all[next..end].partition_point(|other| *other < page);
        next as u32
    }));
    places
}

/// How many texts fewer are looked into for the first screen, where a phrase stands on `count` of the
/// pages that have `both` words.
fn texts_saved(both: usize, count: usize) -> f64 {
    let wanted = count.min(WANTED) as f64;
    let looked_into = wanted * (both as f64 + 1.0) / (count as f64 + 1.0);
    looked_into.min(MOST_TEXTS) - wanted
}

/// The fewest pages of a word with a phrase that is worth its bits: with all that stand on fewer, too
/// few texts are saved, whatever the other word.
fn fewest_pages() -> usize {
    let is_worth_it = |all, some| texts_saved(all, some) * WORTH > cost(all, some);
    let mut pages = 2;
    while !(1..pages).any(|some| is_worth_it(pages, some)) {
        pages += 1;
    }
    pages
}

/// What it costs to name some of the pages of a word. Most of its pairs stand on a few of them, so that
/// is worked out once.
struct Costs {
    all: usize,
    of_few: [Option<f64>; 8],
}

impl Costs {
    fn of(all: usize) -> Costs {
        Costs {
            all,
            of_few: [None; 8],
        }
    }

    fn some(&mut self, some: usize) -> f64 {
        match self.of_few.get_mut(some) {
            Some(known) => *known.get_or_insert_with(|| cost(self.all, some)),
            None => cost(self.all, some),
        }
    }
}

/// About how many bits it takes to name `some` of `all` pages.
fn cost(all: usize, some: usize) -> f64 {
    let (all, some) = (all as f64, some as f64);
    let rest = all - some;
    let share = |part: f64| {
        if part > 0.0 {
            part * log2(all / part)
        } else {
            0.0
        }
    };
    NAME + 1.6 * log2(some) + share(some) + share(rest)
        - 0.5 * log2((some * rest * std::f64::consts::TAU / all).max(1.0))
}

/// The binary logarithm of a number from 1 on, straight between the powers of two: at most .09 too
/// small, and unlike the machine's own the same on every machine.
fn log2(number: f64) -> f64 {
    let power = (number as u64).max(1).ilog2();
    f64::from(power) + number / (1_u64 << power) as f64 - 1.0
}

/// The pages of common words as bits, since most pairs have a common word in them.
struct CommonWords(Vec<Vec<u64>>);

/// A word is common if its pages take no more room as bits than as numbers.
const PAGES_OF_32_BITS: usize = 32;

impl CommonWords {
    fn of(found: &Words) -> CommonWords {
        let last = found.words.iter().filter_map(|word| word.pages.last());
        let pages = last.max().map_or(0, |last| *last as usize + 1);
        let bits = |word: &Word| {
            if word.pages.len() * PAGES_OF_32_BITS < pages {
                return Vec::new();
            }
            let mut bits = vec![0; pages.div_ceil(64)];
            for page in &word.pages {
                bits[*page as usize / 64] |= 1 << (page % 64);
            }
            bits
        };
        CommonWords(found.words.par_iter().map(bits).collect())
    }

    /// On how many pages both words stand.
    fn count(&self, found: &Words, one: u32, other: u32) -> usize {
        let pages = |word: u32| &found.words[word as usize].pages;
        let (few, many) = match pages(one).len() < pages(other).len() {
            true => (one, other),
            false => (other, one),
        };
        let (few_bits, many_bits) = (&self.0[few as usize], &self.0[many as usize]);
        if !few_bits.is_empty() {
            let both = few_bits.iter().zip(many_bits);
            return both
                .map(|(few, many)| (few & many).count_ones() as usize)
                .sum();
        }
        let is_there = |page: &&u32| match many_bits.get(**page as usize / 64) {
            Some(bits) => bits >> (**page % 64) & 1 == 1,
            None => many_bits.is_empty() && pages(many).binary_search(page).is_ok(),
        };
        pages(few).iter().filter(is_there).count()
    }
}

/// On which side of the word the other stands.
#[derive(Clone, Copy)]
pub(super) enum Side {
    After = 0,
    Before = 1,
}

/// A number for the other word of a phrase (FNV-1a over UTF-16, with its bits stirred).
pub(super) fn hash(key: &str, side: Side) -> u32 {
    let start = 0x811C_9DC5 ^ side as u32;
    let hash = key.encode_utf16().fold(start, |hash, unit| {
        (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193)
    });
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::super::words::find;
    use super::*;
    use crate::khmer::{Line, Segmenter};

    #[test]
    fn pages_are_found_among_others_wherever_they_stand() {
        let all: Vec<u32> = (0..200).map(|page| page * page).collect();
        for step in 1..200 {
            let some: Vec<u32> = all.iter().copied().skip(step / 3).step_by(step).collect();
            let expected: Vec<u32> = (0..200).skip(step / 3).step_by(step).collect();
            assert_eq!(places(&all, some.iter().copied(), some.len()), expected);
        }
    }

    #[test]
    fn a_word_has_no_phrase_on_fewer_pages_than_are_worth_one() {
        let is_worth_it = |all, some| texts_saved(all, some) * WORTH > cost(all, some);
        let fewest = fewest_pages();
        assert!((1..fewest).all(|all| !(1..all).any(|some| is_worth_it(all, some))));
        assert!((1..fewest).any(|some| is_worth_it(fewest, some)));
    }

    #[test]
    fn what_the_dictionary_has_as_one_word_is_a_phrase_however_few_pages_have_it() {
        let segmenter = Segmenter::new(&[]);
        let pages = ["ទឹក|ភ្លៀង", "ភ្លៀង ទឹក", "ទៅ|ផ្សារ", "ផ្សារ ទៅ"];
        let (found, _) = find(&pages, |line, told| {
            let mut pieces = Line::default();
            for piece in line.split('|') {
                pieces.push(segmenter.set(piece).borrow());
            }
            told.line(pieces.borrow());
            Ok::<(), ()>(())
        })
        .expect("every page is read");
        let finder = Finder::new(&found);
        let told = found.words.iter().zip(0..).flat_map(|(word, number)| {
            let phrases = finder.of(number).into_iter();
            phrases.map(|phrase| (word.key.as_str(), phrase.places))
        });
        let told: Vec<(&str, Vec<u32>)> = told.collect();
        assert_eq!(told, [("ទឹក", vec![0])]);
    }

    #[test]
    fn the_pages_of_two_words_are_counted_alike_as_bits_and_as_numbers() {
        let on = |word: &str, page: usize| match word {
            "all" => true,
            "even" => page.is_multiple_of(2),
            "third" => page.is_multiple_of(3),
            "late" => page > 60,
            "three" => [8, 72, 98].contains(&page),
            _ => page == 77,
        };
        let words = ["all", "even", "late", "one", "third", "three"];
        let pages: Vec<usize> = (0..100).collect();
        let segmenter = Segmenter::new(&[]);
        let (found, _) = find(&pages, |page, told| {
            for word in words.into_iter().filter(|word| on(word, *page)) {
                let mut line = Line::default();
                line.push_plain(&segmenter, word);
                told.line(line.borrow());
            }
            Ok::<(), ()>(())
        })
        .expect("every page is read");
        let keys: Vec<&str> = found.words.iter().map(|word| word.key.as_str()).collect();
        assert_eq!(keys, words);
        let common = CommonWords::of(&found);
        for (one, first) in (0..).zip(words) {
            for (other, second) in (0..).zip(words) {
                let both = pages
                    .iter()
                    .filter(|page| on(first, **page) && on(second, **page));
                let counted = common.count(&found, one, other);
                assert_eq!(counted, both.count(), "{first} {second}");
            }
        }
    }
}
