//! The corpora that the fuzzers left, and some thousand changes of them, each read once more.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test of its own files, which says which of them it fell over"
)]

use super::{TARGETS, Target, campaign};
use std::path::{Path, PathBuf};

/// How many changed inputs each target is given besides its corpus.
const CHANGED: usize = 300;

fn corpus(target: &Target) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let folder = folder.join(target.name);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).expect("an input");
        (path, bytes)
    };
    paths.into_iter().map(read).collect()
}

/// xorshift64*, so that a failure can be met again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).expect("31 bits") % most.max(1)
    }
}

/// An input of the corpus with a few bytes dropped, doubled, changed, or taken from another.
fn changed(inputs: &[(PathBuf, Vec<u8>)], dice: &mut Dice) -> Vec<u8> {
    let pick = |dice: &mut Dice| inputs[dice.below(inputs.len())].1.clone();
    let mut bytes = pick(dice);
    for _ in 0..=dice.below(4) {
        let from = dice.below(bytes.len());
        let to = (from + dice.below(24)).min(bytes.len());
        match dice.below(5) {
            0 => drop(bytes.drain(from..to)),
            1 => bytes.extend_from_within(from..to),
            2 => {
                if let Some(byte) = bytes.get_mut(from) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            3 => bytes.truncate(to),
            _ => {
                let other = pick(dice);
                let begin = dice.below(other.len());
                let end = (begin + dice.below(48)).min(other.len());
                bytes.splice(from..from, other[begin..end].iter().copied());
            }
        }
    }
    bytes
}

#[test]
fn no_reader_falls_over_what_the_fuzzers_found() {
    for target in TARGETS {
        let inputs = corpus(target);
        assert!(!inputs.is_empty(), "{} has no corpus", target.name);
        for (path, bytes) in &inputs {
            eprintln!("{}", path.display());
            (target.run)(bytes);
        }
        let mut dice = Dice(0x5A1A);
        for number in 0..CHANGED {
            let bytes = changed(&inputs, &mut dice);
            eprintln!("{} changed {number}", target.name);
            (target.run)(&bytes);
        }
    }
}

#[test]
fn every_reader_has_a_fuzzer_and_every_fuzzer_a_reader() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets");
    let mut fuzzers: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of fuzzers")
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.to_string_lossy().trim_end_matches(".rs").to_owned())
        .collect();
    fuzzers.sort();
    let mut readers: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    readers.sort_unstable();
    assert_eq!(fuzzers, readers);
}

#[test]
fn what_a_build_leaves_is_in_its_corpus() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/manifest/last-build");
    let left = campaign::left_by_a_build();
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(&path, &left).expect("it is written");
    }
    let kept = std::fs::read(&path).unwrap_or_default();
    assert!(kept == left, "write it anew with SALA_ACCEPT=1");
}
