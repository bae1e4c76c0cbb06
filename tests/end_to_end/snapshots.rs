//! Whole sites: each folder of `tests/snapshots` holds a small campaign beside the site that has to
//! come of it, file by file.
//!
//! `SALA_ACCEPT=1` writes what comes of it anew; read the difference before keeping it. Files are kept
//! as they are, with three exceptions, so that a difference can be read: HTML and XML have a line for
//! each opening tag and show what a reader cannot see (see [`shown`]), what is the same in every page
//! or site stands in `everything` alone and once, and of leaflets there are only the names.

use crate::common::{self, Tree, tree};
use sala::diagnostic::{MessageLanguage, Style, to_terminal};
use sala::output::MANIFEST;
use std::collections::BTreeSet;
use std::path::Path;

/// The campaign whose front page is kept with its style sheet, and which keeps the search's script.
const KEEPS_ALL: &str = "everything";

/// What stands for what is kept elsewhere.
const ELSEWHERE: &str = "…";

/// A line end, a zero-width space and a byte order mark as they are kept: the marks themselves stand
/// in no site, so nothing is lost.
const MARKS: [(&str, &str); 3] = [("\n", "⏎\n"), ("\u{200B}", "¦"), ("\u{FEFF}", "⍽")];

/// More differences than this help nobody.
const MOST_SHOWN: usize = 8;

/// How many characters of a line are shown around the first that differs.
const AROUND: usize = 100;

#[test]
fn everything_there_is_becomes_exactly_this_site() {
    check("everything");
}

#[test]
fn a_site_without_breaks_leaves_khmer_as_it_was_written() {
    check("unbroken");
}

#[test]
fn a_site_without_search_and_feeds_in_its_own_theme_has_no_trace_of_them() {
    check("plain");
}

#[test]
fn what_authors_seldom_write_becomes_exactly_this_site() {
    check("corners");
}

#[test]
fn rows_become_pages_that_are_chosen_put_together_in_order_and_linked_by_their_places() {
    check("rows");
}

#[test]
fn each_kind_of_page_tells_what_it_says_on_its_page_and_in_lists() {
    check("kinds");
}

#[test]
fn pictures_become_small_ones_that_say_nothing_of_themselves() {
    check("pictures");
}

#[cfg(feature = "leaflets")]
#[test]
fn each_page_is_shared_with_its_picture() {
    check("cards");
}

#[test]
fn four_languages_one_of_them_from_the_right_need_no_more_than_their_words() {
    check("tongues");
}

#[test]
fn every_snapshot_is_compared() {
    let folders = std::fs::read_dir(folder("")).expect("the folder of snapshots");
    let names: BTreeSet<String> = folders
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let compared = [
        "cards",
        "corners",
        "everything",
        "kinds",
        "pictures",
        "plain",
        "rows",
        "tongues",
        "unbroken",
    ]
    .map(str::to_owned);
    assert_eq!(names, BTreeSet::from(compared));
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .join(name)
}

fn check(name: &str) {
    let folder = folder(name);
    let got = built(name);
    let accepted = folder.join("site");
    if std::env::var_os("SALA_ACCEPT").is_some() {
        if accepted.exists() {
            std::fs::remove_dir_all(&accepted).expect("the accepted site is taken away");
        }
        for (path, bytes) in &got {
            let path = accepted.join(path);
            std::fs::create_dir_all(path.parent().expect("a file has a folder"))
                .expect("the folder is made");
            std::fs::write(path, bytes).expect("the file is written");
        }
        return;
    }
    let differences = differences(&tree(&accepted), &got);
    assert!(
        differences.is_empty(),
        "the site of tests/snapshots/{name} differs in {} files\n\n{}",
        differences.len(),
        differences[..differences.len().min(MOST_SHOWN)].join("\n")
    );
}

/// The site of a campaign in the form in which it is kept, and what was said while it was built.
fn built(name: &str) -> Tree {
    let output = tempfile::tempdir().expect("a temporary folder");
    let site = output.path().join("site");
    let (built, report) = common::build(&folder(name).join("campaign"), &site);
    let messages = to_terminal(&report, MessageLanguage::English, Style::Plain);
    let built = built.unwrap_or_else(|| panic!("the campaign was not built:\n{messages}"));
    let mut files = tree(&site);
    files.retain(|path, _| path != MANIFEST && !path.starts_with(&format!("{MANIFEST}/")));
    let html = files.keys().filter(|path| path.ends_with(".html")).count();
    assert_eq!(built.pages, html, "the pages that the build tells of");
    let style = style_of(&String::from_utf8_lossy(&files["index.html"]));
    // The next version changes no page but in this.
    let version = format!("sala {}<", env!("CARGO_PKG_VERSION"));
    let mut kept = Tree::new();
    let mut leaflets = String::new();
    for (path, bytes) in files {
        if path.ends_with(".pdf") {
            assert!(bytes.starts_with(b"%PDF-"), "{path} is no PDF");
            leaflets += &format!("{path}\n");
        } else if path.ends_with(".html") || path.ends_with(".xml") {
            let mut text = String::from_utf8(bytes).expect("a page is UTF-8");
            if (name, path.as_str()) != (KEEPS_ALL, "index.html") {
                text = text.replacen(&style, &format!("<style>{ELSEWHERE}</style>"), 1);
            }
            text = text.replace(&version, &format!("sala {ELSEWHERE}<"));
            kept.insert(path, shown(&text).into_bytes());
        } else if path.ends_with("/search.js") && name != KEEPS_ALL {
            kept.insert(path, ELSEWHERE.into());
        } else {
            kept.insert(path, bytes);
        }
    }
    // Beside the site's own files, under names that no site has.
    let mut add = |name: &str, text: String| {
        if !text.is_empty() {
            kept.insert(name.to_owned(), text.into_bytes());
        }
    };
    add("(leaflets)", leaflets);
    add("(messages)", messages);
    kept
}

/// The first style sheet of a page.
fn style_of(page: &str) -> String {
    let from = page.find("<style>").expect("a page has a style sheet");
    let length = page[from..].find("</style>").expect("it ends");
    page[from..from + length].to_owned() + "</style>"
}

/// The text with a line for each opening tag that follows another tag, and with signs for what
/// cannot be seen. Different texts stay different.
fn shown(text: &str) -> String {
    let mut shown = text.to_owned();
    for (hidden, mark) in MARKS {
        assert!(!text.contains(mark.trim_end()), "`{mark}` stands in a site");
        shown = shown.replace(hidden, mark);
    }
    let mut out = String::with_capacity(shown.len() * 5 / 4);
    let mut last = '\n';
    let mut letters = shown.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '<' && last == '>' && letters.peek() != Some(&'/') {
            out.push('\n');
        }
        out.push(letter);
        last = letter;
    }
    out
}

/// What differs, file by file: for a text, its first line that does, with the lines before it.
fn differences(accepted: &Tree, got: &Tree) -> Vec<String> {
    let paths: BTreeSet<&String> = accepted.keys().chain(got.keys()).collect();
    let difference = |path: &String| match (accepted.get(path), got.get(path)) {
        (Some(accepted), Some(got)) if accepted == got => None,
        (Some(accepted), Some(got)) => Some(match (text(accepted), text(got)) {
            (Some(accepted), Some(got)) => first_line_that_differs(path, accepted, got),
            _ => format!("== {path}: other bytes\n"),
        }),
        (Some(_), None) => Some(format!("== {path}: is no longer written\n")),
        (None, _) => Some(format!("== {path}: was not written before\n")),
    };
    paths.into_iter().filter_map(difference).collect()
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

fn first_line_that_differs(path: &str, accepted: &str, got: &str) -> String {
    let accepted: Vec<&str> = accepted.split('\n').collect();
    let got: Vec<&str> = got.split('\n').collect();
    let same = accepted.iter().zip(&got).take_while(|(a, b)| a == b);
    let at = same.count();
    let mut out = format!("== {path}:{}\n", at + 1);
    for line in &accepted[at.saturating_sub(2)..at] {
        out += &format!("  {}\n", cut(line, 0));
    }
    let line = |lines: &[&str]| lines.get(at).map(|line| (*line).to_owned());
    let (accepted, got) = (line(&accepted), line(&got));
    let letters = |line: &Option<String>| line.clone().unwrap_or_default();
    let (left, right) = (letters(&accepted), letters(&got));
    let differs = left.chars().zip(right.chars()).take_while(|(a, b)| a == b);
    let differs = differs.count();
    for (sign, line) in [('-', accepted), ('+', got)] {
        out += &match line {
            Some(line) => format!("{sign} {}\n", cut(&line, differs)),
            None => format!("{sign} (the file has ended)\n"),
        };
    }
    out
}

/// A line around one of its characters, if it is long.
fn cut(line: &str, around: usize) -> String {
    let length = line.chars().count();
    let from = around.saturating_sub(AROUND);
    let shown: String = line.chars().skip(from).take(2 * AROUND).collect();
    let before = if from > 0 { "…" } else { "" };
    let after = if from + 2 * AROUND < length {
        "…"
    } else {
        ""
    };
    format!("{before}{shown}{after}")
}

#[test]
fn a_difference_names_the_file_the_line_and_both_texts() {
    let tree = |files: &[(&str, &str)]| -> Tree {
        let files = files.iter();
        files
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect()
    };
    let long = "x".repeat(300);
    let accepted = tree(&[
        ("a.html", "one\ntwo\nthree\nfour"),
        ("b", "same"),
        ("c", "gone"),
        ("e", &format!("{long}1")),
    ]);
    let got = tree(&[
        ("a.html", "one\ntwo\nthree\nFour"),
        ("b", "same"),
        ("d", "new"),
        ("e", &format!("{long}2")),
    ]);
    let around = "x".repeat(AROUND);
    assert_eq!(
        differences(&accepted, &got).concat(),
        format!(
            "== a.html:4\n  two\n  three\n- four\n+ Four\n\
             == c: is no longer written\n== d: was not written before\n\
             == e:1\n- …{around}1\n+ …{around}2\n"
        )
    );
}

#[test]
fn what_is_shown_loses_nothing() {
    assert_eq!(
        shown("<ul><li>ក\u{200B}ខ</li></ul>\n<p>\u{FEFF}</p>"),
        "<ul>\n<li>ក¦ខ</li></ul>⏎\n<p>⍽</p>"
    );
}
