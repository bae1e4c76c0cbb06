//! Broken tables and the exact words their authors get.
//!
//! Each folder below `tests/broken/data` is a tiny site with `expected.txt` beside it. Run with
//! `SALA_ACCEPT=1` to write these files anew, then read every word of the difference.

use sala::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use sala::files::Files;
use sala::{config, data};
use std::path::Path;

fn messages(site: &Path, language: MessageLanguage) -> String {
    let mut report = Report::new();
    let files = Files::walk(site, &[], &mut report);
    if let Some(config) = config::load(&files, &mut report) {
        data::load(&files, &config, &mut report);
    }
    to_terminal(&report, language, Style::Plain)
}

#[test]
fn every_broken_table_has_its_exact_message() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/data");
    let accept = std::env::var_os("SALA_ACCEPT").is_some();
    let mut sites: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of broken tables is part of the repository")
        .map(|entry| entry.expect("its entries can be read").path())
        .collect();
    sites.sort();
    assert!(sites.len() >= 40, "only {} broken tables", sites.len());
    let mut wrong = Vec::new();
    for site in &sites {
        let found = messages(site, MessageLanguage::English);
        assert!(!found.is_empty(), "{} is not broken", site.display());
        assert!(
            !messages(site, MessageLanguage::Khmer).contains('{'),
            "{} lacks a word in Khmer",
            site.display()
        );
        let path = site.join("expected.txt");
        if accept {
            #[allow(
                clippy::disallowed_methods,
                reason = "only when asked, and only in the fixtures"
            )]
            std::fs::write(&path, &found).expect("the fixtures can be written");
        } else if std::fs::read_to_string(&path).unwrap_or_default() != found {
            wrong.push(format!("--- {}\n{found}", site.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
