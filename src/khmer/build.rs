//! Build script. In: `words.tsv`. Out: the dictionary's automaton, a file that the segmenter embeds.

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
#[allow(dead_code, reason = "the program uses the rest")]
#[path = "normalise.rs"]
mod normalise;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("src/khmer");
    for file in [
        "alphabet.rs",
        "automaton.rs",
        "build.rs",
        "normalise.rs",
        "words.tsv",
    ] {
        println!("cargo::rerun-if-changed={}", folder.join(file).display());
    }

    let counts = read_counts(&std::fs::read_to_string(folder.join("words.tsv"))?)?;
    let total: f64 = counts.values().sum();
    let words: Vec<(Vec<u8>, u8)> = counts
        .into_iter()
        .map(|(codes, count)| (codes, cost(count, total)))
        .collect();
    let dictionary = automaton::Automaton::build(&words).ok_or("the word list is too large")?;
    let target = Path::new(&std::env::var("OUT_DIR")?).join("khmer-words.bin");
    let bytes: Vec<u8> = dictionary
        .slots
        .iter()
        .flat_map(|slot| slot.to_le_bytes())
        .collect();
    std::fs::write(target, bytes)?;
    Ok(())
}

/// How much less every word costs than its share of all words says, in natural logarithms. The list
/// has many compounds and nearly all of its words are as rare as a word can be; without this a
/// segmentation takes long compounds for words, and a line finds too few places to break.
const FONDNESS_OF_SHORT_WORDS: f64 = 2.5;

/// What it costs a segmentation to use a word that occurs `count` times in `total` words: the rarer,
/// the dearer.
fn cost(count: f64, total: f64) -> u8 {
    let information = -(count / total).ln() - FONDNESS_OF_SHORT_WORDS;
    (information * automaton::COST_UNIT)
        .round()
        .clamp(1.0, 255.0) as u8
}

/// The words of the list, normalised and as codes; the few that no text could contain are left out.
fn read_counts(list: &str) -> Result<BTreeMap<Vec<u8>, f64>, Box<dyn Error>> {
    let mut counts = BTreeMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (word, count) = line.split_once('\t').ok_or("a line without a tab")?;
        let word = normalise::normalise(word);
        let begins_with_base = word
            .chars()
            .next()
            .is_some_and(|first| alphabet::role(first) == alphabet::Role::Base);
        if let (true, Some(codes)) = (begins_with_base, automaton::encode(&word)) {
            *counts.entry(codes).or_insert(0.0) += count.parse::<f64>()?;
        }
    }
    Ok(counts)
}
