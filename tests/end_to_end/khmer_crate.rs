//! Facts about the crate of the Khmer core.

use crate::repository::{lines_that_run, read, rust_files};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What only its own tests call would be kept for nobody. Of what stands behind no door the compiler
/// tells the same.
#[test]
fn every_function_of_the_khmer_crate_is_called() {
    let mut named_in_the_crate: BTreeMap<String, usize> = BTreeMap::new();
    let mut named_outside = BTreeSet::new();
    let mut functions = Vec::new();
    for path in rust_files("src") {
        let is_khmer = path.starts_with("src/khmer");
        for (_, line) in lines_that_run(&read(&path)) {
            let words: Vec<&str> = words(&line).collect();
            match is_khmer {
                true => words.iter().for_each(|word| {
                    *named_in_the_crate.entry((*word).to_owned()).or_default() += 1;
                }),
                false => named_outside.extend(words.iter().map(|word| (*word).to_owned())),
            }
            let name = words.iter().skip_while(|word| **word != "fn").nth(1);
            if is_khmer && words.first() == Some(&"pub") {
                functions.extend(name.map(|name| (*name).to_owned()));
            }
        }
    }
    // A function that a door of the crate shows is named there once more.
    let doors = [
        "src/khmer/lib.rs",
        "src/khmer/date/mod.rs",
        "src/khmer/number/mod.rs",
    ];
    let shown: String = doors.map(|door| read(Path::new(door))).concat();
    let shown: String = shown
        .split(';')
        .filter(|line| line.contains("pub use "))
        .collect();
    let shown: BTreeSet<&str> = words(&shown).collect();
    functions.retain(|name| {
        let own_mentions = 1 + usize::from(shown.contains(name.as_str()));
        !named_outside.contains(name) && named_in_the_crate[name] <= own_mentions
    });
    assert_eq!(functions, [""; 0]);
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    words.filter(|word| !word.is_empty())
}
