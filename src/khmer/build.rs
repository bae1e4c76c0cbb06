//! Build script. In: `words.tsv`. Out: two files that the program embeds: the dictionary's automaton, and
//! what two letters side by side cost in text made of its words.

#![allow(
    clippy::disallowed_methods,
    reason = "it makes the dictionary before there is a program"
)]

#[allow(dead_code, reason = "the program uses the rest")]
#[path = "alphabet.rs"]
mod alphabet;
#[allow(dead_code, reason = "the program uses the rest")]
#[path = "automaton.rs"]
mod automaton;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    for file in ["alphabet.rs", "automaton.rs", "build.rs", "words.tsv"] {
        println!("cargo::rerun-if-changed={}", folder.join(file).display());
    }

    let words: Vec<(Vec<u8>, u8)> =
        read_words(&std::fs::read_to_string(folder.join("words.tsv"))?)?
            .into_iter()
            .collect();
    let dictionary = automaton::Automaton::build(&words).ok_or("the word list is too large")?;
    let target = Path::new(&std::env::var("OUT_DIR")?).join("khmer-words.bin");
    let bytes: Vec<u8> = dictionary
        .slots
        .iter()
        .flat_map(|slot| slot.to_le_bytes())
        .collect();
    std::fs::write(target, bytes)?;
    let target = Path::new(&std::env::var("OUT_DIR")?).join("khmer-letters.bin");
    std::fs::write(target, costs_of_letters(&words))?;
    Ok(())
}

// ---- letters side by side ------------------------------------------------------------------------

/// Codes of letters, and 0 for whatever is none.
const LETTERS: usize = 96;
/// e to the power of -1/10: words that are a little commoner than they are, the rare ones, tell more of
/// the letters that may meet.
const RARER_BY: f64 = 0.904_837_418_035_959_6;
/// e to the power of -1/8.
const ONE_UNIT_RARER: f64 = 0.882_496_902_584_595_4;
/// How many words there are for each space.
const WORDS_TO_A_SPACE: f64 = 8.0;
/// A letter stands in so many places beside those that were seen.
const UNSEEN: f64 = 30.0;
const PLACES: f64 = 600_000.0;
/// No letter is rarer.
const RAREST: f64 = 1e-4;

/// What each letter costs behind each other one, a row for each first one, in units of
/// [`automaton::COST_UNIT`]. Only products and sums: the same bytes on every machine.
fn costs_of_letters(words: &[(Vec<u8>, u8)]) -> Vec<u8> {
    let mut pairs = vec![[0.0; LETTERS]; LETTERS];
    let (mut first, mut last, mut all) = ([0.0; LETTERS], [0.0; LETTERS], 0.0);
    for (word, cost) in words {
        let weight = power(RARER_BY, cost & automaton::LARGEST_COST);
        for pair in word.windows(2) {
            pairs[usize::from(pair[0])][usize::from(pair[1])] += weight;
        }
        if let (Some(&start), Some(&end)) = (word.first(), word.last()) {
            first[usize::from(start)] += weight;
            last[usize::from(end)] += weight;
            all += weight;
        }
    }
    for end in 0..LETTERS {
        for start in 0..LETTERS {
            let side_by_side = 1.0 - 1.0 / WORDS_TO_A_SPACE;
            pairs[end][start] += last[end] * first[start] / all * side_by_side;
        }
        pairs[end][0] += last[end] / WORDS_TO_A_SPACE;
        pairs[0][end] += first[end] / WORDS_TO_A_SPACE;
    }
    let total: f64 = pairs.iter().flatten().sum();
    let alone: Vec<f64> = (0..LETTERS)
        .map(|letter| pairs.iter().map(|row| row[letter]).sum::<f64>() / total)
        .collect();
    let costs = pairs.iter().flat_map(|row| {
        let of_row: f64 = row.iter().sum::<f64>() * PLACES / total;
        let alone = &alone;
        row.iter().zip(alone).map(move |(pair, alone)| {
            let seen = pair * PLACES / total + UNSEEN * alone.max(RAREST);
            cost_of(seen / (of_row + UNSEEN))
        })
    });
    costs.collect()
}

fn power(base: f64, exponent: u8) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * base)
}

fn cost_of(probability: f64) -> u8 {
    let mut cost = 0;
    let mut rarer = 1.0;
    while rarer > probability && cost < u8::MAX {
        rarer *= ONE_UNIT_RARER;
        cost += 1;
    }
    cost
}

// ---- the list ------------------------------------------------------------------------------------

/// The words of the list as codes, each with its cost in units of [`automaton::COST_UNIT`] and
/// [`automaton::WHOLE`] where the list says `whole`.
///
/// The list is made by `training/make.py` from normalised text, so it needs no normalising here; a line
/// that no text could match is a mistake in the list.
fn read_words(list: &str) -> Result<BTreeMap<Vec<u8>, u8>, Box<dyn Error>> {
    let mut words = BTreeMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (word, weight) = line.split_once('\t').ok_or("a line without a tab")?;
        let (cost, whole) = match weight.strip_suffix("\twhole") {
            Some(cost) => (cost, automaton::WHOLE),
            None => (weight, 0),
        };
        let codes = automaton::encode(word).ok_or_else(|| format!("`{word}` has other letters"))?;
        let cost = cost.parse::<u8>()?.clamp(1, automaton::LARGEST_COST);
        if words.insert(codes, cost | whole).is_some() {
            return Err(format!("`{word}` stands in the list twice").into());
        }
    }
    Ok(words)
}
