//! The readers of what other people hand us, each as a function of bytes: for the fuzzers in `fuzz/`,
//! and for the test below, which feeds each of them the corpus that they left there.
//!
//! A target panics if its reader does, and if one of these does not hold: what comes out is bounded by
//! what went in, a campaign that is refused says why, what was read and written again is the same, and
//! no page holds an element or an address that an author may not write. It is compiled for tests and
//! for fuzzers only.

mod campaign;
#[cfg(test)]
mod tests;

use crate::khmer::date::{DateDeclaration, parse_date};
use crate::khmer::number::{Separators, parse_decimal};
use crate::{khmer, output, preview};

/// A reader by the name of its fuzzer and of its corpus.
pub struct Target {
    pub name: &'static str,
    pub run: fn(&[u8]),
}

/// Every reader that is fuzzed.
pub const TARGETS: &[Target] = &[
    target("front_matter", campaign::front_matter),
    target("markdown", campaign::markdown),
    target("raw_html", campaign::markdown),
    target("links", campaign::links),
    target("csv", campaign::csv),
    target("xlsx", campaign::xlsx),
    target("ods", campaign::ods),
    target("xls", campaign::xls),
    target("json", campaign::json),
    target("package", campaign::package),
    target("declaration", campaign::declaration),
    target("configuration", campaign::configuration),
    target("search_index", campaign::search_index),
    target("manifest", manifest),
    target("preview_request", preview::fuzz),
    target("khmer", khmer_text),
];

const fn target(name: &'static str, run: fn(&[u8])) -> Target {
    Target { name, run }
}

/// Gives bytes to the target of this name; there is one, or the fuzzer was misspelt.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    (target.expect("a target of this name").run)(bytes);
}

/// What stands in folders that travel with a campaign: the list of a site, and what a build left.
fn manifest(bytes: &[u8]) {
    output::fuzz_manifest(bytes);
    campaign::last_build(bytes);
}

/// Text in Khmer, in any order and state.
fn khmer_text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let normal = khmer::normalise(&text);
    assert_eq!(khmer::normalise(&normal), normal, "normal twice");
    assert_eq!(khmer::clusters(&text).collect::<String>(), text);
    let mut before = 0;
    for word in campaign::segmenter().word_ranges(&normal) {
        assert!(before <= word.start && word.start < word.end, "{word:?}");
        before = word.end;
        assert!(!normal[word].is_empty());
    }
    let _ = khmer::legacy::detect(&text);
    let _ = khmer::irregularities(&text);
    for line in text.lines().take(8) {
        let _ = parse_decimal(line, &Separators::default());
        let _ = parse_date(line, &DateDeclaration::default());
    }
}
