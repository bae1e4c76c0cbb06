//! `sala licences` shows what is linked into the program, and nothing else.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

const TO_MEND: &str = "run licences/make.py";

/// Name, version and licence.
type Library = (String, String, String);

#[test]
fn the_list_of_libraries_is_what_cargo_links() {
    let listed: BTreeSet<Library> = listed("linked")
        .into_iter()
        .map(|(library, _)| library)
        .collect();
    let host = host();
    let mut linked = linked(&host).expect("what was just compiled is on this machine");
    let unlisted: Vec<&Library> = linked.difference(&listed).collect();
    assert!(unlisted.is_empty(), "{TO_MEND}: {unlisted:#?}");
    // Libraries of other systems may not have been fetched to this machine.
    let others: Vec<_> = targets()
        .iter()
        .filter(|target| **target != host)
        .map(|target| self::linked(target))
        .collect();
    if others.iter().all(Option::is_some) {
        linked.extend(others.into_iter().flatten().flatten());
        assert!(listed == linked, "{TO_MEND}: {:#?}", &listed ^ &linked);
    }
    let lock = read("Cargo.lock");
    let locked = |(name, version, _): &&Library| {
        lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n"))
    };
    let stale: Vec<&Library> = listed.iter().filter(|library| !locked(library)).collect();
    assert!(stale.is_empty(), "{TO_MEND}: {stale:#?}");
}

#[test]
fn licences_are_shown_with_their_holders_and_their_texts() {
    let version = env!("CARGO_PKG_VERSION");
    let own = read("LICENSE-MIT");
    let own = own.lines().nth(2).expect("a line of whose it is");
    let names = [
        "Inconsolata",
        "KantumruyPro",
        "Koulen",
        "Moul",
        "NotoSansKhmer",
    ];
    let fonts = names.map(|name| {
        let text = read(&format!("themes/default/fonts/{name}-OFL.txt"));
        let (holder, text) = text.split_once('\n').expect("lines");
        (holder.to_owned(), text.to_owned())
    });
    for (_, text) in &fonts {
        let text = text.replace("http://", "https://");
        assert_eq!(text, fonts[4].1, "shown once");
    }
    let mut texts = texts("texts");
    texts.insert("OFL-1.1".to_owned(), fonts[4].1.clone());
    let [dictionary, libraries] = ["dictionary", "linked"].map(|list| {
        let parts = listed(list).into_iter();
        let parts = parts.map(|((name, version, licence), holders)| {
            format!("{name} {version}: {licence}\n  {}\n", holders.join("\n  "))
        });
        parts.collect::<String>()
    });
    for (language, headings) in [
        (
            "en",
            [
                "Fonts in the program",
                "What the dictionary of Khmer words was made from",
                "Libraries in the program",
                "Notices that libraries ask to pass on",
                "Texts of the licences",
            ],
        ),
        (
            "km",
            [
                "ពុម្ពអក្សរក្នុងកម្មវិធី",
                "ប្រភពដែលវចនានុក្រមខ្មែរក្នុងកម្មវិធីបានបង្កើតចេញពី",
                "បណ្ណាល័យកូដក្នុងកម្មវិធី",
                "សេចក្ដីជូនដំណឹងដែលបណ្ណាល័យកូដសុំឱ្យភ្ជាប់មកជាមួយ",
                "អត្ថបទនៃអាជ្ញាប័ណ្ណ",
            ],
        ),
    ] {
        let [of_fonts, of_dictionary, of_libraries, of_notices, of_texts] =
            headings.map(|words| format!("\n== {words} ==\n\n"));
        let expected = format!(
            "sala {version}: MIT OR Apache-2.0\n  {own}\n\
             {of_fonts}\
             Inconsolata: OFL-1.1\n  {}\nKantumruy Pro: OFL-1.1\n  {}\nKoulen: OFL-1.1\n  {}\nMoul: OFL-1.1\n  {}\nNoto Sans Khmer: OFL-1.1\n  {}\n\
             {of_dictionary}{dictionary}\
             {of_libraries}{libraries}\
             {of_notices}{}\
             {of_texts}{}",
            fonts[0].0,
            fonts[1].0,
            fonts[2].0,
            fonts[3].0,
            fonts[4].0,
            chapters(&self::texts("notices")),
            chapters(&texts),
        );
        for verb in ["licences", "licenses"] {
            let output = Command::new(env!("CARGO_BIN_EXE_sala"))
                .args([verb, "--language", language])
                .output()
                .expect("the program runs");
            assert_eq!(output.status.code(), Some(0));
            assert!(output.stderr.is_empty());
            let shown = String::from_utf8(output.stdout).expect("UTF-8");
            assert!(
                shown.trim_end() == expected.trim_end(),
                "{language}: {:?}",
                shown
                    .lines()
                    .zip(expected.lines())
                    .find(|(shown, expected)| shown != expected)
            );
        }
    }
}

#[test]
fn every_library_has_a_holder_and_every_licence_a_text() {
    let texts: BTreeSet<String> = texts("texts").into_keys().collect();
    for ((name, _, licence), holders) in listed("linked").into_iter().chain(listed("dictionary")) {
        assert!(
            holders
                .iter()
                .all(|holder| holder.chars().any(char::is_alphabetic)),
            "{name}: {holders:?}"
        );
        let parts: Vec<&str> = licence.split(" AND ").collect();
        for part in parts {
            let has_text = part
                .split(" OR ")
                .any(|id| texts.contains(id.trim_matches(['(', ')'])));
            assert!(has_text, "{TO_MEND}: {name} has {licence}");
        }
    }
}

/// Libraries with those who hold their copyright.
fn listed(list: &str) -> Vec<(Library, Vec<String>)> {
    let list = read(&format!("licences/{list}.tsv"));
    let lines = list.lines().map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, version, licence, holders] = fields[..] else {
            panic!("{line}");
        };
        let holders = holders.split(" | ").map(str::to_owned).collect();
        ((name.into(), version.into(), licence.into()), holders)
    });
    lines.collect()
}

fn chapters(texts: &BTreeMap<String, String>) -> String {
    texts
        .iter()
        .map(|(name, text)| format!("-- {name} --\n\n{}\n\n", text.trim_matches('\n')))
        .collect()
}

/// The texts of a folder of `licences/`, by name.
fn texts(folder: &str) -> BTreeMap<String, String> {
    let path = repository().join("licences").join(folder);
    std::fs::read_dir(path)
        .expect("the folder is there")
        .map(|entry| {
            let path = entry.expect("its entries can be read").path();
            let name = path.file_stem().expect("a name").to_string_lossy();
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            (name.into_owned(), text)
        })
        .collect()
}

/// What is linked into the program of a system; nothing if it was not fetched to this machine.
fn linked(target: &str) -> Option<BTreeSet<Library>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--all-features"])
        .args(["--format-version=1", "--filter-platform", target])
        .current_dir(repository())
        .output()
        .expect("Cargo runs");
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(problem.contains("offline"), "{problem}");
        return None;
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = by_id(&metadata["packages"]);
    let nodes = by_id(&metadata["resolve"]["nodes"]);
    let mut waiting: Vec<&str> = packages
        .iter()
        .filter(|(_, package)| package["name"] == "sala")
        .map(|(id, _)| *id)
        .collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if seen.insert(id) {
            let dependencies = list(&nodes[id]["deps"]);
            let normal = dependencies.filter(|dependency| {
                list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null())
            });
            waiting.extend(normal.filter_map(|dependency| dependency["pkg"].as_str()));
        }
    }
    let others = seen
        .iter()
        .map(|id| packages[id])
        .filter(|package| !package["source"].is_null());
    Some(
        others
            .map(|package| {
                let field = |name: &str| package[name].as_str().expect("a text").to_owned();
                let licence = field("license").replace(" / ", "/").replace('/', " OR ");
                (field("name"), field("version"), licence)
            })
            .collect(),
    )
}

fn by_id(values: &Value) -> BTreeMap<&str, &Value> {
    list(values)
        .map(|value| (value["id"].as_str().expect("an id"), value))
        .collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().expect("a list").iter()
}

/// The systems that the program is built for.
fn targets() -> Vec<String> {
    let deny: toml::Table = read("deny.toml").parse().expect("TOML");
    let targets = deny["graph"]["targets"].as_array().expect("a list");
    targets
        .iter()
        .map(|target| target.as_str().expect("a text").to_owned())
        .collect()
}

fn host() -> String {
    let output = Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc runs");
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("a host").to_owned()
}

fn read(path: &str) -> String {
    let path: PathBuf = repository().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
