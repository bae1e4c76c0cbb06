//! What the program says of itself and of wrong usage: whole outputs in both languages, as they stand
//! in `tests/usage/<name>.txt`. `SALA_ACCEPT=1` writes them anew.

use crate::common::IN_KHMER;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// What the program prints for these arguments, and its exit code.
fn printed(arguments: &[impl AsRef<OsStr>], language: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(arguments)
        .env("SALA_LANGUAGE", language)
        .env_remove("COLUMNS")
        .output()
        .expect("the program runs");
    let [stdout, stderr] = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8(bytes).expect("the output is UTF-8"));
    assert!(stdout.is_empty() || stderr.is_empty());
    let stream = if stdout.is_empty() { "error" } else { "output" };
    let code = output.status.code().expect("it ends by itself");
    format!("[{stream}, exit code {code}]\n{stdout}{stderr}")
}

#[track_caller]
fn check(name: &str, arguments: &[impl AsRef<OsStr>]) {
    let words: Vec<_> = arguments
        .iter()
        .map(|word| word.as_ref().to_string_lossy())
        .collect();
    let printed = format!(
        "$ sala {}\n{}{IN_KHMER}{}",
        words.join(" "),
        printed(arguments, "en"),
        printed(arguments, "km")
    );
    let path = format!("{}/tests/usage/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let path = Path::new(&path);
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(path, &printed).expect("the output is written");
        return;
    }
    let accepted =
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(
        accepted == printed,
        "{name}\n-- expected\n{accepted}\n-- got\n{printed}"
    );
}

#[test]
fn the_help_of_each_command_is_in_the_language_of_its_reader() {
    check("help", &["--help"]);
    check("help-short", &["-h"]);
    check("help-none", &[""; 0]);
    check("help-of-help", &["help", "help"]);
    for command in [
        "build", "check", "data", "explain", "licences", "new", "pack", "serve", "theme", "khmer",
    ] {
        check(&format!("help-{command}"), &[command, "--help"]);
        check(&format!("help-{command}-short"), &[command, "-h"]);
    }
    check("help-khmer-none", &["khmer"]);
    for filter in ["normalise", "segment", "inspect", "format"] {
        check(
            &format!("help-khmer-{filter}"),
            &["khmer", filter, "--help"],
        );
        check(
            &format!("help-khmer-{filter}-short"),
            &["khmer", filter, "-h"],
        );
    }
    check("help-data-none", &["data"]);
    for verb in ["check", "describe", "show", "template"] {
        check(&format!("help-data-{verb}"), &["data", verb, "--help"]);
        check(&format!("help-data-{verb}-short"), &["data", verb, "-h"]);
    }
    check("help-by-name", &["help", "khmer", "format"]);
}

#[test]
fn wrong_usage_is_told_in_the_language_of_its_reader() {
    for (name, arguments) in [
        ("unknown-option", &["build", "--fast"][..]),
        (
            "unknown-option-like-another",
            &["build", "--fromat", "json"],
        ),
        ("unknown-option-of-a-command", &["--drafts", "build"]),
        ("unknown-short-option", &["check", "-x"]),
        ("unknown-option-or-a-name", &["new", "--water"]),
        ("unknown-word", &["build", "campaign"]),
        ("unknown-command", &["translate"]),
        ("unknown-command-like-another", &["biuld"]),
        ("unknown-filter", &["khmer", "sort"]),
        ("missing-value", &["build", "--root"]),
        ("missing-value-of-several", &["build", "--format"]),
        ("missing-argument", &["new"]),
        ("missing-form", &["khmer", "format"]),
        ("value-of-a-flag", &["build", "--drafts=yes"]),
        ("value-not-of-the-list", &["build", "--format", "xml"]),
        (
            "value-like-one-of-the-list",
            &["khmer", "format", "long-dat"],
        ),
        ("value-no-day", &["build", "--today", "24/12/2026"]),
        ("value-no-port", &["serve", "--port", "99999"]),
        (
            "value-too-many-places",
            &["khmer", "format", "number", "--places", "40"],
        ),
        (
            "value-no-sign",
            &["khmer", "format", "number", "--decimal", ";"],
        ),
        (
            "value-with-control-characters",
            &["build", "--format", "\u{1b}[31m"],
        ),
        ("value-empty", &["build", "--format", ""]),
        ("option-twice", &["build", "--root", "a", "--root", "b"]),
        ("word-twice", &["new", "a", "b"]),
        ("no-language", &["build", "--language", "fr"]),
        ("help-of-no-command", &["help", "sort"]),
    ] {
        check(name, arguments);
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_text_is_told_in_the_language_of_its_reader() {
    use std::os::unix::ffi::OsStrExt;
    let word = OsStr::from_bytes(b"https://\xff.org");
    check(
        "value-no-text",
        &[OsStr::new("build"), OsStr::new("--base-url"), word],
    );
}

#[test]
fn a_flag_goes_before_the_environment() {
    let in_khmer = printed(&["build", "--help"], "km");
    for arguments in [
        &["build", "--help", "--language", "km"][..],
        &["--language=km", "build", "--help"],
        &["--language", "km", "build", "--help"],
    ] {
        assert_eq!(printed(arguments, "en"), in_khmer);
        assert_ne!(printed(&["build", "--help"], "en"), in_khmer);
    }
    assert_eq!(printed(&["--version"], "km"), printed(&["--version"], "en"));
}
