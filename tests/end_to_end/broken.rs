//! Broken campaigns: each folder of `tests/broken/<kind>` is a small campaign that gives exactly the
//! messages of its `expected.txt`, first in English, then in Khmer.
//!
//! `SALA_ACCEPT=1 cargo test --release --test end_to_end broken` writes the messages anew; read the
//! difference.

use crate::common;
use crate::common::IN_KHMER;
use sala::diagnostic::{Code, codes};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The kinds of broken campaigns, by folder.
const KINDS: [&str; 4] = ["content", "data", "site", "theme"];

/// The codes that neither a folder of text files nor a test of `tests/refused` can bring about on
/// every machine, each with the test that meets it, its file, and the reason.
const MET_ELSEWHERE: &[(&str, &str, &str, &str)] = &[
    (
        "E413",
        "a_word_that_would_be_drawn_otherwise_is_told",
        "src/font/subset.rs",
        "no font that we know draws a word otherwise once it is made smaller",
    ),
    (
        "E322",
        "two_files_of_one_path_are_refused",
        "tests/end_to_end/safe_writing.rs",
        "the plan refuses such sites before",
    ),
    (
        "E519",
        "a_text_that_no_template_can_set_is_not_the_fault_of_the_theme",
        "tests/end_to_end/leaflet_press.rs",
        "what is known to be no text for a leaflet is told before",
    ),
    (
        "E903",
        "a_full_disk_is_named_and_leaves_the_old_site",
        "tests/end_to_end/safe_writing.rs",
        "needs a small disk",
    ),
    (
        "E921",
        "what_somebody_wrote_is_never_written_over_unasked",
        "tests/end_to_end/data_cli.rs",
        "a command line asks for the file",
    ),
    (
        "E922",
        "what_a_sheet_does_not_say_is_asked_for_and_nothing_is_written",
        "tests/end_to_end/data_cli.rs",
        "a command line asks for the file",
    ),
    (
        "E923",
        "what_a_sheet_does_not_say_is_asked_for_and_nothing_is_written",
        "tests/end_to_end/data_cli.rs",
        "a command line asks for the file",
    ),
    (
        "E924",
        "a_template_is_an_empty_table_of_its_kind",
        "tests/end_to_end/data_cli.rs",
        "a command line asks for the file",
    ),
    (
        "E920",
        "a_table_with_mistakes_is_told_and_has_no_account",
        "tests/end_to_end/data_cli.rs",
        "a command line names the table",
    ),
    (
        "E514",
        "a_page_that_asks_for_a_leaflet_is_told_that_there_is_no_press",
        "src/leaflet/typeset/no_press.rs",
        "needs a `sala` without leaflets",
    ),
];

/// A broken campaign, built.
struct Case {
    folder: PathBuf,
    /// In both languages, as `expected.txt` holds them.
    messages: String,
    met: Vec<&'static Code>,
    /// How many problems there are.
    count: usize,
}

/// Every case, each built once for all tests of this file.
static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let mut folders: Vec<PathBuf> = KINDS
        .iter()
        .flat_map(|kind| std::fs::read_dir(folder(kind)).expect("the folder of broken campaigns"))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    folders.sort();
    folders.into_iter().map(build).collect()
});

fn folder(kind: &str) -> PathBuf {
    let broken = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    broken.join(kind)
}

fn build(folder: PathBuf) -> Case {
    let output = tempfile::tempdir().expect("a temporary folder");
    let site = output.path().join("site");
    let (built, report) = common::build(&folder, &site);
    assert_eq!(
        (built.is_none(), !site.exists()),
        (report.has_errors(), report.has_errors()),
        "{}: an error leaves nothing behind, and a warning stops nothing",
        folder.display()
    );
    Case {
        messages: common::messages(&report),
        count: report.errors() + report.warnings() + report.accepted(),
        met: report.sorted().iter().map(|found| found.code).collect(),
        folder,
    }
}

fn compare(kind: &str) {
    let cases = CASES.iter();
    let cases: Vec<&Case> = cases
        .filter(|case| case.folder.starts_with(folder(kind)))
        .collect();
    assert!(!cases.is_empty(), "no cases in tests/broken/{kind}");
    let mut wrong = Vec::new();
    for Case {
        folder,
        messages,
        met,
        ..
    } in cases
    {
        assert!(!met.is_empty(), "{} is not broken", folder.display());
        let path = folder.join("expected.txt");
        if std::env::var_os("SALA_ACCEPT").is_some() {
            std::fs::write(&path, messages).expect("the messages are written");
            continue;
        }
        match std::fs::read_to_string(&path) {
            Ok(expected) if expected == *messages => {}
            Ok(expected) => wrong.push(format!(
                "== {}\n-- expected\n{expected}\n-- got\n{messages}",
                folder.display()
            )),
            Err(error) => wrong.push(format!("== {}: {error}\n", path.display())),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_broken_page_gets_its_exact_messages() {
    compare("content");
}

#[test]
fn every_broken_table_gets_its_exact_messages() {
    compare("data");
}

#[test]
fn every_broken_site_is_named_with_place_cause_and_way_out() {
    compare("site");
}

#[test]
fn every_broken_theme_and_leaflet_is_named_with_place_cause_and_way_out() {
    compare("theme");
}

#[test]
fn every_code_is_met_by_a_broken_campaign_or_by_a_test_that_is_named() {
    // Codes of one id have words of their own, so the words tell them apart.
    let words = |code: &&'static Code| (code.id, code.message.en, code.help.en);
    let met: BTreeSet<_> = CASES.iter().flat_map(|case| &case.met).map(words).collect();
    let elsewhere: BTreeSet<String> = MET_ELSEWHERE
        .iter()
        .map(|(id, ..)| *id)
        .map(str::to_owned)
        .chain(refused())
        .collect();
    let all: Vec<&'static Code> = codes::all().collect();
    let is_met = |code: &&'static Code| met.contains(&words(code));
    let unmet: Vec<String> = all
        .iter()
        .filter(|code| !is_met(code) && !elsewhere.contains(code.id))
        .map(|code| format!("{}: {}", code.id, code.message.en))
        .collect();
    assert!(unmet.is_empty(), "no case meets\n{}", unmet.join("\n"));
    for id in elsewhere {
        let needs_it = |code: &&&'static Code| code.id == id && !is_met(code);
        assert!(
            all.iter().any(|code| needs_it(&code)),
            "no code {id} needs a test of its own"
        );
    }
    for (id, test, file, _) in MET_ELSEWHERE {
        let text = source_of(file);
        let (_, body) = text
            .split_once(&format!("fn {test}("))
            .unwrap_or_else(|| panic!("{file} has no test `{test}`"));
        let body = body
            .split("\n}\n")
            .next()
            .expect("a split has a first part");
        assert!(body.contains(id), "{test} does not name {id}");
    }
}

/// The codes of the files of `tests/refused`, each of which one of two modules compares.
fn refused() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/refused");
    let tests = ["refused", "khmer_cli"].map(|module| format!("tests/end_to_end/{module}.rs"));
    let tests = tests.map(|file| source_of(&file)).concat();
    let files = std::fs::read_dir(folder).expect("the folder of messages");
    files
        .map(|file| {
            let name = file.expect("an entry").file_name();
            let name = name.to_string_lossy();
            let id = name.strip_suffix(".txt").expect("a text").to_owned();
            assert!(
                tests.contains(&format!("\"{id}\"")),
                "no test compares with tests/refused/{name}"
            );
            id
        })
        .collect()
}

/// The text of a file of the repository.
fn source_of(file: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join(file)).expect("a module of tests")
}

#[test]
fn messages_stand_in_the_language_that_is_asked_for() {
    for case in CASES.iter() {
        let (english, khmer) = case
            .messages
            .split_once(IN_KHMER)
            .expect("both languages stand there");
        let count = |text: &str, words: [&str; 4]| -> usize {
            let begins = |line: &&str| words.iter().any(|word| line.starts_with(word));
            text.lines().filter(begins).count()
        };
        let english_count = count(english, ["error[", "warning[", "accepted[", "  also: "]);
        let khmer_count = count(khmer, ["កំហុស[", "ព្រមាន[", "បានទទួលស្គាល់[", "  ដូចគ្នា: "]);
        // `and 2 more of W999 in 2 files`.
        let more = english.lines().filter_map(|line| {
            let (number, _) = line.strip_prefix("and ")?.split_once(" more")?;
            number.replace(',', "").parse::<usize>().ok()
        });
        let all = english_count + more.sum::<usize>();
        assert_eq!((all, khmer_count), (case.count, english_count));
    }
}
