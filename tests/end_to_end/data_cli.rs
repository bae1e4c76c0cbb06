//! `sala data …` as its users meet it: whole outputs in both languages, as they stand in
//! `tests/data/<name>.txt`. `SALA_ACCEPT=1` writes them anew; read the difference.

use crate::common::{Campaign, IN_KHMER};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the program prints for these arguments in a folder, and its exit code.
fn printed(folder: &Path, arguments: &[&str], language: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(arguments)
        .current_dir(folder)
        .env("SALA_LANGUAGE", language)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    let [stdout, stderr] = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8(bytes).expect("the output is UTF-8"));
    let code = output.status.code().expect("it ends by itself");
    format!("[exit code {code}]\n{stderr}{stdout}")
}

#[track_caller]
fn compare(name: &str, got: &str) {
    let path = repository().join(format!("tests/data/{name}.txt"));
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, got).expect("the output is written");
        return;
    }
    let accepted = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(
        accepted == got,
        "{name}\n-- expected\n{accepted}\n-- got\n{got}"
    );
}

/// Compares what is printed in the folder, first in English, then in Khmer.
#[track_caller]
fn check(name: &str, folder: &Path, arguments: &[&str]) {
    let got = format!(
        "$ sala {}\n{}{IN_KHMER}{}",
        arguments.join(" "),
        printed(folder, arguments, "en"),
        printed(folder, arguments, "km")
    );
    compare(name, &got);
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn tables(name: &str) -> PathBuf {
    repository().join("tests/tables").join(name)
}

#[test]
fn a_table_is_accounted_for_cell_by_cell() {
    let folder = tables("codes-by-labels");
    check("check-all", &folder, &["data", "check"]);
    check(
        "check-json",
        &folder,
        &["data", "check", "--format", "json", "data/budget.csv"],
    );
    check(
        "check-not-offered",
        &tables("not-offered"),
        &["data", "check", "data/kept.toml"],
    );
    check(
        "check-nothing",
        Campaign::write(EMPTY).root().as_path(),
        &["data", "check"],
    );
}

const EMPTY: &str = "//- sala.toml\nbase_url = 'https://org.example/'\n";

#[test]
fn a_table_with_mistakes_is_told_and_has_no_account() {
    let folder = repository().join("tests/broken/data/codes-by-labels");
    check("check-broken", &folder, &["data", "check", "budget"]);
    // Mistakes of other tables are not those of this one.
    check(
        "check-beside-broken",
        &folder,
        &["data", "check", "data/lines.csv"],
    );
    check("show-broken", &folder, &["data", "show", "data/budget.csv"]);
    check("E920", &folder, &["data", "check", "data/budgets.csv"]);
}

#[test]
fn what_was_understood_of_a_table_is_shown_as_its_sheet_has_it() {
    check(
        "show-wide",
        &tables("codes-by-labels"),
        &["data", "show", "data/budget.csv"],
    );
    let example = repository();
    check(
        "show-long",
        &example,
        &["data", "show", "data/subnational-2025.csv"],
    );
    check("show-places", &example, &["data", "show", "provinces"]);
    check(
        "show-many",
        &example,
        &["data", "show", "data/communes.csv"],
    );
    check(
        "show-contacts",
        &example,
        &["data", "show", "data/contacts.csv"],
    );
    check(
        "show-categories",
        &example,
        &["data", "show", "data/categories-national.toml"],
    );
}
