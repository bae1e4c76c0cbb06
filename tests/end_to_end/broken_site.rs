//! Broken sites: each folder of `tests/broken/site` gives exactly the message in its `expected.txt`.
//!
//! `SALA_ACCEPT=1 cargo test --release --test end_to_end broken_site` writes the messages anew; read the difference.

use crate::common;
use sala::diagnostic::{MessageLanguage, Style, to_terminal};

#[test]
fn every_broken_site_is_named_with_place_cause_and_way_out() {
    common::compare_broken("site", |root| {
        let output = tempfile::tempdir().expect("a temporary folder");
        let site = output.path().join("public");
        let (built, report) = common::build(root, &site);
        assert!(built.is_none(), "{} was built", root.display());
        assert!(!site.exists(), "{} left something behind", root.display());
        to_terminal(&report, MessageLanguage::English, Style::Plain)
    });
}
