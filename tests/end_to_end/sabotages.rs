//! The list of sabotages, `tests/mutants/mutants.toml`, against the code it is about.

use crate::repository::repository;

/// A sabotage whose text is gone, or stands twice, is done to nothing or to something else.
#[test]
fn every_sabotage_has_its_one_place() {
    let read = |path: &str| {
        std::fs::read_to_string(repository().join(path))
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let list: toml::Table = read("tests/mutants/mutants.toml")
        .parse()
        .expect("it is TOML");
    let mutants = list["mutant"].as_array().expect("a list of them");
    let places = mutants.iter().map(|mutant| {
        let [file, old] = ["file", "old"].map(|key| mutant[key].as_str().expect("a text"));
        (file, old, read(file).matches(old).count())
    });
    let astray: Vec<_> = places.filter(|(_, _, count)| *count != 1).collect();
    assert_eq!(astray, []);
}
