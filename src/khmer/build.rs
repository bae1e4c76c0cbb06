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
    Ok(())
}

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
