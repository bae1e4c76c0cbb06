//! Facts about the repository itself: who may name whom, what every file begins with, what every word needs.

use crate::named_modules::names_from_the_root;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each module of `src/` may name. `cli` and `campaign` see the whole house; nobody names `cli`.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("chart", &[]),
    // Long quotes are cut between clusters, and counts have their readers' digits.
    ("diagnostic", &["khmer"]),
    ("files", &["diagnostic", "khmer"]),
    ("scheme", &[]),
    ("guarded", &[]),
    ("qr", &[]),
    ("archive", &["guarded"]),
    ("personal", &["diagnostic", "khmer"]),
    // Free values may become addresses.
    ("schema", &["diagnostic", "khmer", "scheme"]),
    ("spelling", &["diagnostic", "khmer"]),
    ("active", &["diagnostic", "files"]),
    (
        "config",
        &["diagnostic", "files", "khmer", "schema", "scheme"],
    ),
    ("starter", &["config", "diagnostic", "files"]),
    (
        "theme",
        &["config", "diagnostic", "files", "khmer", "schema"],
    ),
    (
        "font",
        &["config", "diagnostic", "files", "khmer", "store", "theme"],
    ),
    (
        "content",
        &[
            "config",
            "diagnostic",
            "files",
            "khmer",
            "personal",
            "schema",
            "scheme",
            "spelling",
        ],
    ),
    // What is shown is made smaller, what is led to is not.
    ("image", &["content", "diagnostic", "files"]),
    ("sound", &["content", "diagnostic", "files"]),
    (
        "data",
        &[
            "archive",
            "config",
            "diagnostic",
            "files",
            "guarded",
            "khmer",
            "personal",
            "schema",
            "scheme",
            "spelling",
        ],
    ),
    (
        "privacy",
        &[
            "archive",
            "config",
            "content",
            "data",
            "diagnostic",
            "files",
            "guarded",
            "image",
            "personal",
            "sound",
            "store",
            "theme",
        ],
    ),
    (
        "figures",
        &["config", "data", "diagnostic", "khmer", "theme"],
    ),
    (
        "site",
        &[
            "chart",
            "config",
            "content",
            "data",
            "diagnostic",
            "figures",
            "files",
            "font",
            "image",
            "khmer",
            "schema",
            "scheme",
            "sound",
            "theme",
        ],
    ),
    ("search", &["khmer"]),
    (
        "web",
        &[
            "chart",
            "config",
            "content",
            "diagnostic",
            "figures",
            "files",
            "image",
            "khmer",
            "qr",
            "schema",
            "scheme",
            "search",
            "site",
            "theme",
        ],
    ),
    (
        "leaflet",
        &[
            "chart",
            "compress",
            "config",
            "content",
            "diagnostic",
            "figures",
            "files",
            "khmer",
            "qr",
            "schema",
            "scheme",
            "site",
            "store",
            "theme",
        ],
    ),
    ("output", &["diagnostic", "files"]),
    ("store", &[]),
    ("compress", &[]),
    (
        "campaign",
        &[
            "active",
            "compress",
            "config",
            "content",
            "data",
            "diagnostic",
            "files",
            "font",
            "image",
            "khmer",
            "leaflet",
            "privacy",
            "scheme",
            "site",
            "sound",
            "spelling",
            "starter",
            "store",
            "theme",
            "web",
        ],
    ),
    (
        "build",
        &[
            "campaign",
            "diagnostic",
            "files",
            "leaflet",
            "output",
            "site",
        ],
    ),
    ("check", &["campaign", "diagnostic", "site"]),
    (
        "pack",
        &["campaign", "diagnostic", "leaflet", "scheme", "site"],
    ),
    (
        // `files` names what is watched, `leaflet` lends the stack that a leaflet needs.
        "preview",
        &["campaign", "diagnostic", "files", "leaflet", "site"],
    ),
    (
        "cli",
        &[
            "build",
            "campaign",
            "check",
            "config",
            "data",
            "diagnostic",
            "files",
            "khmer",
            "output",
            "pack",
            "preview",
            "starter",
            "theme",
            LIBRARY,
        ],
    ),
    (
        "fuzzing",
        &[
            "campaign",
            "diagnostic",
            "files",
            "khmer",
            "output",
            "preview",
            "site",
        ],
    ),
];

/// The same of the folders of `src/data/`: no two of them need each other.
const DATA_MAY_NAME: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("declaration", &["model"]),
    ("read", &["declaration", "model"]),
    ("kinds", &["declaration", "model", "read"]),
    ("checks", &["declaration", "model", "read"]),
    ("export", &["model"]),
    ("describe", &["declaration", "kinds", "model", "read"]),
    ("template", &["kinds", "model"]),
    ("merge", &["model"]),
    ("pairs", &["declaration", "merge", "model", "read"]),
    (
        "load",
        &["checks", "declaration", "kinds", "model", "pairs", "read"],
    ),
];

/// A crate of its own, which `lib.rs` shows as if it were a module.
const OWN_CRATE: &str = "khmer";

/// What `lib.rs` shows beside its rooms: `Request`, `Built`; of a folder, what its `mod.rs` shows.
const LIBRARY: &str = "lib";

const LONGEST_FILE: usize = 700;

#[test]
fn every_module_names_only_what_stands_before_it() {
    names_only_what_stands_before(MAY_NAME, "src", "crate::");
}

#[test]
fn every_folder_of_data_names_only_what_stands_before_it() {
    names_only_what_stands_before(DATA_MAY_NAME, "src/data", "crate::data::");
}

fn names_only_what_stands_before(table: &[(&str, &[&str])], folder: &str, root: &str) {
    let allowed: BTreeMap<&str, &[&str]> = table.iter().copied().collect();
    let mut modules = top_level_modules(folder);
    modules.remove(OWN_CRATE); // what its `Cargo.toml` does not name, it cannot name
    assert_eq!(
        modules.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        allowed.keys().copied().collect::<BTreeSet<_>>(),
        "the table of this test lists the modules of {folder}/"
    );
    let mut wrong = Vec::new();
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    for path in rust_files(folder) {
        let module_path = module_path(folder, &path);
        // lib.rs, main.rs and the folder's mod.rs hold the house together
        let own = module_path.first().filter(|own| modules.contains(*own));
        let Some(own) = own else { continue };
        for (line, name) in names_from_the_root(&read(&path), root, module_path.len()) {
            let is_module = modules.contains(&name) || name == OWN_CRATE;
            let target = if is_module { &name } else { LIBRARY };
            used.insert((own.clone(), target.to_owned()));
            if target != own.as_str() && !allowed[own.as_str()].contains(&target) {
                wrong.push(format!(
                    "{}:{line}: `{own}` may not name `{name}`",
                    path.display()
                ));
            }
        }
    }
    for (own, targets) in table {
        let unused = |target: &&&str| !used.contains(&((*own).to_owned(), (**target).to_owned()));
        for target in targets.iter().filter(unused) {
            wrong.push(format!(
                "`{own}` never names `{target}`: take the permission back"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_source_file_begins_by_saying_what_it_is() {
    let mut silent = rust_files("src");
    silent.retain(|path| !read(path).starts_with("//!"));
    assert!(silent.is_empty(), "no `//!` at the top of {silent:?}");
}

#[test]
fn no_file_grows_beyond_one_thing() {
    let long: Vec<String> = rust_files("src")
        .into_iter()
        .chain(rust_files("tests"))
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn nothing_names_a_registry_or_a_folder_of_one_machine() {
    let hosts = [
        ["index.crates", "io"],
        ["static.crates", "io"],
        ["registry.npmjs", "org"],
        ["files.pythonhosted", "org"],
        ["deb.debian", "org"],
    ]
    .map(|parts| parts.join("."));
    let folders = ["work", "root", "home", "Users"].map(|name| format!("/{name}/"));
    let mut found = Vec::new();
    for path in own_files() {
        let is_lock = path.ends_with("Cargo.lock") || path.ends_with("package-lock.json");
        let Ok(text) = std::fs::read_to_string(repository().join(&path)) else {
            continue; // a picture or a font
        };
        for (number, line) in text.lines().enumerate() {
            let names_host = !is_lock && hosts.iter().any(|host| line.contains(host.as_str()));
            if names_host || folders.iter().any(|folder| begins_a_path(line, folder)) {
                found.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_language_of_a_theme_has_every_string() {
    for theme in folders_in("themes") {
        let mut languages = BTreeMap::new();
        for path in files_under(&theme.join("strings")) {
            let table: toml::Table = read(&path).parse().expect("strings are TOML");
            languages.insert(path, keys_of(&table, ""));
        }
        let all: BTreeSet<String> = languages.values().flatten().cloned().collect();
        assert!(
            languages.len() >= 2 && !all.is_empty(),
            "{}",
            theme.display()
        );
        for (path, keys) in languages {
            let missing: Vec<_> = all.difference(&keys).collect();
            assert!(missing.is_empty(), "{} lacks {missing:?}", path.display());
        }
    }
}

#[test]
fn every_code_explains_itself_in_both_languages() {
    let mut ids = BTreeSet::new();
    for code in sala::diagnostic::codes::all() {
        ids.insert(code.id);
        for words in [&code.message, &code.help, &code.explain] {
            for text in [words.en, words.km] {
                assert!(!text.trim().is_empty(), "{} has an empty text", code.id);
            }
        }
        for text in [code.message.en, code.help.en] {
            assert!(
                !text.ends_with('.'),
                "{}: `{text}` ends with a full stop",
                code.id
            );
        }
        assert!(
            code.explain.en.ends_with('.'),
            "{}: the explanation is made of whole sentences",
            code.id
        );
    }
    assert!(ids.len() > 20, "only {} codes", ids.len());
}

// --- reading the sources ---------------------------------------------------------------------

/// Statements of a source file without comments and without what is compiled for tests only. A
/// `use` over several lines is given as one.
pub(crate) fn lines_that_run(source: &str) -> Vec<(usize, String)> {
    let mut kept: Vec<(usize, String)> = Vec::new();
    let mut test_indent: Option<usize> = None;
    let mut in_use = false;
    for (index, line) in source.lines().enumerate() {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        if let Some(begun) = test_indent {
            let one_line = indent == begun && trimmed.ends_with(';');
            if one_line || (indent == begun && trimmed == "}") {
                test_indent = None;
            }
        } else if trimmed == "#[cfg(test)]" {
            test_indent = Some(indent);
        } else if !trimmed.starts_with("//") {
            match kept.last_mut().filter(|_| in_use) {
                Some((_, text)) => text.push_str(trimmed),
                None => kept.push((index + 1, trimmed.to_owned())),
            }
            let begins_use = trimmed.starts_with("use ") || trimmed.contains(" use ");
            in_use = (in_use || begins_use) && !trimmed.ends_with(';');
        }
    }
    kept
}

/// `src/khmer/number/mod.rs` is `["khmer", "number"]`; the crate's roots are empty.
fn module_path(folder: &str, file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(folder).expect("a file of the folder");
    let names = inside.with_extension("");
    names
        .iter()
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| !["mod", "lib", "main"].contains(&name.as_str()))
        .collect()
}

pub(crate) fn top_level_modules(folder: &str) -> BTreeSet<String> {
    rust_files(folder)
        .iter()
        .filter_map(|path| module_path(folder, path).into_iter().next())
        .collect()
}

/// Every Rust file below a folder, but those that hold only tests of a module.
pub(crate) fn rust_files(folder: &str) -> Vec<PathBuf> {
    files_under(Path::new(folder))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .filter(|path| !folder.starts_with("src") || !is_for_tests(path))
        .collect()
}

/// Whether the module above compiles it for tests only.
fn is_for_tests(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let above = path.with_file_name("mod.rs");
    let is_there = repository().join(&above).is_file();
    let for_tests = ["", "pub(crate) "].map(|seen| format!("#[cfg(test)]\n{seen}mod {name};"));
    path.ends_with("tests.rs")
        || is_there
            && for_tests
                .iter()
                .any(|declared| read(&above).contains(declared))
}

/// Whether an absolute path stands in the line, and not the tail of an address.
fn begins_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        !line[..at]
            .ends_with(|before: char| before.is_alphanumeric() || "./_-)}]>".contains(before))
    })
}

fn keys_of(table: &toml::Table, prefix: &str) -> BTreeSet<String> {
    table
        .iter()
        .flat_map(|(key, value)| match value.as_table() {
            Some(inner) => keys_of(inner, &format!("{prefix}{key}.")),
            None => BTreeSet::from([format!("{prefix}{key}")]),
        })
        .collect()
}

// --- the repository's files ------------------------------------------------------------------

pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(repository().join(path))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What is ours: neither what was built nor what was installed.
fn own_files() -> Vec<PathBuf> {
    let built = ["target", "node_modules", "public"];
    folders_and_files(Path::new(""))
        .into_iter()
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name != ".git" && !built.iter().any(|prefix| name.starts_with(prefix))
        })
        .flat_map(|path| match repository().join(&path).is_dir() {
            true => files_under(&path),
            false => vec![path],
        })
        .collect()
}

/// Every file below a folder, sorted, what was installed left out.
pub(crate) fn files_under(folder: &Path) -> Vec<PathBuf> {
    folders_and_files(folder)
        .into_iter()
        .filter(|path| !path.ends_with("node_modules"))
        .flat_map(|path| match repository().join(&path).is_dir() {
            true => files_under(&path),
            false => vec![path],
        })
        .collect()
}

fn folders_in(folder: &str) -> Vec<PathBuf> {
    folders_and_files(Path::new(folder))
        .into_iter()
        .filter(|path| repository().join(path).is_dir())
        .collect()
}

fn folders_and_files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(repository().join(folder))
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| folder.join(entry.expect("the folder is readable").file_name()))
        .collect();
    paths.sort();
    paths
}
