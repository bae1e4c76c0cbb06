//! Broken pages: each folder of `tests/broken/content` is a small site with exactly the messages of
//! its `expected.txt`. `SALA_ACCEPT=1` writes what is found; read the difference before keeping it.

use jiff::civil::date;
use sala::config;
use sala::content::{self, Drafts};
use sala::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use sala::files::Files;
use std::path::Path;

#[test]
fn every_broken_page_gets_its_exact_messages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/content");
    let mut cases: Vec<_> = std::fs::read_dir(&folder)
        .expect("the cases are in the repository")
        .map(|entry| entry.expect("a case can be read").path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 20, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let found = messages(&case);
        let expected = case.join("expected.txt");
        if std::env::var_os("SALA_ACCEPT").is_some() {
            std::fs::write(&expected, &found).expect("the case can be written");
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        if found != expected.replace("\r\n", "\n") {
            wrong.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn messages(case: &Path) -> String {
    let mut report = Report::new();
    let files = Files::walk(case, &[], &mut report);
    if let Some(config) = config::load(&files, &mut report) {
        content::load(
            &files,
            &config,
            date(2026, 3, 1),
            Drafts::LeftOut,
            &mut report,
        );
    }
    to_terminal(&report, MessageLanguage::English, Style::Plain)
}
