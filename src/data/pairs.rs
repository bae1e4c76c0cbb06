//! The files of `data/` → pairs of a table and its declaration.

use super::declaration::{Known, SCHEMA};
use super::merge;
use super::model::Kind;
use super::read::is_table;
use crate::config::Config;
use crate::diagnostic::{Candidates, Diagnostic, Place, Report, codes, diagnostic, list, words};
use crate::files::copies::{self, Sign};
use crate::files::{Files, kinds};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

const FOLDER: &str = "data/";
/// What spreadsheet programs save too.
const OTHERS: [&str; 8] = [
    "xlsb", "xltx", "xltm", "xlt", "xlw", "ots", "fods", "numbers",
];

/// A data file and its declaration.
pub(crate) struct Pair {
    pub name: String,
    pub path: String,
    pub declared: Declared,
}

/// Where it stands what a data file is.
pub(crate) enum Declared {
    /// The file is named after its kind.
    Nowhere,
    /// In this TOML file.
    InFile(String),
    /// In the package of its folder, of this path; told in our words.
    InPackage { path: String, text: String },
}

impl Declared {
    fn by(toml: Option<&str>) -> Declared {
        toml.map_or(Declared::Nowhere, |toml| Declared::InFile(toml.to_owned()))
    }
}

/// The files of a name below [`FOLDER`]: its data, and its TOML.
type Found<'files> = BTreeMap<&'files str, (Vec<&'files str>, Option<&'files str>)>;

/// The TOML files that name a file of another name → that file; none where it is no table beside them,
/// which is told.
fn elsewhere<'files>(
    found: &Found<'files>,
    files: &Files,
    report: &mut Report,
) -> BTreeMap<&'files str, Option<&'files str>> {
    let tables: BTreeMap<&str, &'files str> = found
        .values()
        .flat_map(|(data, _)| data.iter().map(|path| (*path, *path)))
        .collect();
    let mut named = BTreeMap::new();
    for (own, toml) in found.values() {
        // A TOML that cannot be read is told where it is read.
        let Some((toml, text)) = toml.and_then(|toml| Some((toml, files.written(toml).ok()?)))
        else {
            continue;
        };
        let read = SCHEMA.read(toml, &text, 0..text.len(), &mut Report::new());
        let Some(file) = read.record.written("file") else {
            continue;
        };
        let place = file.place(toml);
        let folder = toml.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = format!("{folder}/{}", file.value);
        match (tables.get(&*beside), own.first()) {
            (Some(path), None) => {
                named.insert(toml, Some(*path));
            }
            (Some(path), Some(own)) if path == own => {}
            (_, Some(own)) => report.push(diagnostic!(
                codes::datasets::TWO_FILES,
                place,
                read = &file.value,
                own = own
            )),
            (None, None) => {
                let there = tables.keys().filter_map(|path| {
                    let file = path.strip_prefix(folder)?.strip_prefix('/')?;
                    (!file.contains('/')).then_some(file)
                });
                let there = Candidates::of(there);
                let missing = diagnostic!(
                    codes::datasets::NO_SUCH_FILE,
                    place,
                    read = &file.value,
                    files = there.list()
                );
                report.push(missing.did_you_mean(&file.value, &there));
                named.insert(toml, None);
            }
        }
    }
    named
}

/// Pairs each data file with its TOML; one without the other, and two of one name, are errors, and
/// what is neither is told.
pub(crate) fn of(
    files: &Files,
    config: &Config,
    known: &Known<'_>,
    report: &mut Report,
) -> Vec<Pair> {
    let mut packaged = packaged(files, known, report);
    let mut found = Found::new();
    let mut others = BTreeMap::new();
    let words_file = config.khmer.words_file.as_deref();
    for path in files.under(FOLDER) {
        let below = &path[FOLDER.len()..];
        let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
        // The same table, which campaigns publish as JSON too.
        let is_twin =
            || packaged.contains_key(&*format!("{FOLDER}{stem}.csv")) && is_published(path, files);
        match kinds::ending(path).as_str() {
            "json" if is_package(path) || is_twin() => {}
            "toml" => found.entry(stem).or_default().1 = Some(path),
            ending if is_table(ending) => found.entry(stem).or_default().0.push(path),
            ending if OTHERS.contains(&ending) => {
                others.insert(stem, (path, ending.to_owned()));
            }
            ending => {
                if let Some(problem) = no_table(path, ending, words_file) {
                    report.push(problem);
                }
            }
        }
    }
    leave_out_copies(&mut found, report);
    for (stem, (path, ending)) in &others {
        let place = Place::file(*path);
        report.push(
            match found.get(stem).is_some_and(|(data, _)| !data.is_empty()) {
                // It was saved again as one that is read.
                true => diagnostic!(codes::data::NO_TABLE, place),
                false if ending == "numbers" => {
                    diagnostic!(codes::cells::NUMBERS_WORKBOOK, place)
                }
                false => {
                    diagnostic!(
                        codes::data::OTHER_WORKBOOK,
                        place,
                        kind = format!(".{ending}")
                    )
                }
            },
        );
    }
    let undescribed = LazyCell::new(|| {
        let names = found.iter();
        let names = names.filter(|(_, (data, toml))| !data.is_empty() && toml.is_none());
        Candidates::of(names.map(|(name, _)| *name))
    });
    let mut pairs = Vec::new();
    let elsewhere = elsewhere(&found, files, report);
    let is_described: BTreeSet<&str> = elsewhere.values().copied().flatten().collect();
    for (name, (data, toml)) in &found {
        let other = toml.and_then(|toml| elsewhere.get(toml).copied());
        if other == Some(None) {
            continue;
        }
        match (data.as_slice(), toml) {
            ([], Some(toml)) if let Some(Some(other)) = other => pairs.push(Pair {
                name: (*name).to_owned(),
                path: other.to_owned(),
                declared: Declared::by(Some(toml)),
            }),
            ([path], None) if is_described.contains(path) => {}
            ([], _) if others.contains_key(name) => {}
            ([], None) => {}
            ([], Some(toml)) => {
                report.push(
                    diagnostic!(
                        codes::data::TOML_WITHOUT_DATA,
                        Place::file(*toml),
                        name = name
                    )
                    .did_you_mean(name, &undescribed),
                );
            }
            ([path], None) if let Some(declared) = packaged.remove(*path) => {
                // Why a table cannot be read was told with its package.
                pairs.extend(declared.map(|declared| Pair {
                    name: (*name).to_owned(),
                    path: (*path).to_owned(),
                    declared,
                }));
            }
            ([path], toml) => {
                if toml.is_none() && Kind::of_file(name).is_none() {
                    report.push(diagnostic!(
                        codes::data::DATA_WITHOUT_TOML,
                        Place::file(*path),
                        name = name,
                        kinds = words(Kind::WORDS)
                    ));
                    continue;
                }
                pairs.push(Pair {
                    name: (*name).to_owned(),
                    path: (*path).to_owned(),
                    declared: Declared::by(*toml),
                });
            }
            ([first, ..], _) => report.push(diagnostic!(
                codes::data::TWO_OF_ONE_NAME,
                Place::file(*first),
                paths = list(data),
                name = name
            )),
        }
    }
    pairs
}

/// What a package is called that lies in a folder of its own; beside the campaign's own tables it is what
/// somebody copied back from the site.
fn is_package(path: &str) -> bool {
    path.strip_prefix(FOLDER).is_some_and(|below| {
        below
            .rsplit_once('/')
            .is_some_and(|(_, name)| name == merge::DESCRIPTOR)
    })
}

/// Whether a JSON file is what campaigns publish beside the CSV file of a table: an object with the
/// table's name and its rows. Any other is a table of its own.
fn is_published(path: &str, files: &Files) -> bool {
    #[derive(serde::Deserialize)]
    #[expect(dead_code, reason = "only whether they are there is asked")]
    struct Published {
        name: String,
        kind: String,
        rows: Vec<serde::de::IgnoredAny>,
    }
    let text = files.written(path);
    text.is_ok_and(|text| serde_json::from_str::<Published>(&text).is_ok())
}

/// What packages say of the tables beside them, by the tables' paths; nothing of those that cannot be
/// read.
fn packaged(
    files: &Files,
    known: &Known<'_>,
    report: &mut Report,
) -> BTreeMap<String, Option<Declared>> {
    let mut packaged = BTreeMap::new();
    for package in files.under(FOLDER).filter(|path| is_package(path)) {
        let text = match files.written(package) {
            Ok(text) => text,
            Err(problem) => {
                report.push(problem);
                continue;
            }
        };
        let size = |path: &str| files.size(path);
        let tables = merge::tables(package, &text, size, known.schema, known.languages, report);
        packaged.extend(tables.into_iter().map(|table| {
            let declared = table.declaration.map(|text| Declared::InPackage {
                path: package.to_owned(),
                text,
            });
            (table.path, declared)
        }));
    }
    packaged
}

/// What is to be told of a file that is neither a table nor a TOML. Notes for people and the list of
/// words that the configuration names are left alone.
fn no_table(path: &str, ending: &str, words_file: Option<&str>) -> Option<Diagnostic> {
    let is_ours = |path: &str| {
        let ending = kinds::ending(path);
        ending == "toml" || is_table(&ending)
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    if let Some(meant) = kinds::meant_by(path, is_ours) {
        return Some(diagnostic!(
            codes::data::OTHER_ENDING,
            Place::file(path),
            ending = ending,
            meant = meant
        ));
    }
    let is_left_alone = kinds::is_for_people(name) || words_file == Some(path);
    (!is_left_alone).then(|| diagnostic!(codes::data::NO_TABLE, Place::file(path)))
}

/// Leaves out what has the name of a copy of another file there, and nothing that says what it is.
fn leave_out_copies(found: &mut Found<'_>, report: &mut Report) {
    let copies: Vec<(&str, String)> = found
        .iter()
        .filter(|(name, (data, toml))| {
            data.is_empty() != toml.is_none() && Kind::of_file(name).is_none()
        })
        .filter_map(|(name, (data, toml))| {
            let path = data.first().or(toml.as_ref())?;
            let (folder, file) = path.rsplit_once('/')?;
            let beside = |file: &str| format!("{folder}/{file}");
            let is_there = |file: &str| {
                let path = beside(file);
                let stem = path[FOLDER.len()..]
                    .rsplit_once('.')
                    .map_or("", |(stem, _)| stem);
                let own = found.get(stem);
                own.is_some_and(|(data, toml)| {
                    data.contains(&path.as_str()) || toml.is_some_and(|toml| toml == path)
                })
            };
            let (original, sign) = copies::original(file, is_there)?;
            matches!(sign, Sign::Name | Sign::Marked).then(|| (*name, beside(&original)))
        })
        .collect();
    for (name, original) in copies {
        let (data, toml) = found.remove(name).unwrap_or_default();
        for path in data.into_iter().chain(toml) {
            report.push(copies::told(path, &original));
        }
    }
}
