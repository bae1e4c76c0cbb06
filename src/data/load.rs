//! The chain: files → declarations → sheets → categories → places → budgets and tables → checks.

use super::columns::{self, Columns};
use super::contacts::Contacts;
use super::declaration::{Declaration, Reference};
use super::findings::Findings;
use super::places::{Gazetteer, Listed};
use super::sheet::{self, Row, Sheet};
use super::{
    Categories, Contents, Dataset, Datasets, Kind, Place as GazetteerPlace, budget, categories,
    delimited, places, room, table, totals, values, workbook,
};
use crate::config::{Config, Localised};
use crate::diagnostic::{Candidates, Diagnostic, Place, Report, codes, diagnostic, list, words};
use crate::files::copies::{self, Sign};
use crate::files::{Files, kinds};
use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::Arc;

const FOLDER: &str = "data/";
const WORKBOOKS: [&str; 3] = ["xlsx", "xls", "ods"];
const DELIMITED: [&str; 2] = ["csv", "tsv"];
/// What spreadsheet programs save too.
const OTHERS: [&str; 9] = [
    "xlsb", "xlsm", "xltx", "xltm", "xlt", "xlw", "ots", "fods", "numbers",
];

/// Reads and checks every dataset of the site. All problems of all files are reported; a dataset
/// with errors may be incomplete, so nothing is built while the report has any.
pub fn load(files: &Files, config: &Config, report: &mut Report) -> Datasets {
    let texts = Texts::of(config);
    let mut together = room::Together::default();
    let mut opened: Vec<Opened> = pairs(files, config, report)
        .into_iter()
        .filter_map(|pair| open(pair, files, &texts, &mut together, report))
        .collect();
    let mut found_categories: BTreeMap<String, Arc<Categories>> = BTreeMap::new();
    let mut found_places: Vec<Option<Vec<GazetteerPlace>>> = Vec::new();
    for one in &mut opened {
        let mut here = None;
        match (one.declaration.kind, &one.table) {
            (Kind::Categories, Some((sheet, columns))) => {
                let read = categories::read(sheet, columns, &texts, &mut one.findings);
                found_categories.insert(one.declaration.name.clone(), Arc::new(read));
            }
            (Kind::Places, Some((sheet, columns))) => {
                let read =
                    places::read(sheet, columns, &one.declaration, &texts, &mut one.findings);
                here = Some(read);
            }
            _ => {}
        }
        found_places.push(here);
    }
    check_references(&mut opened);
    let mut lists: Vec<Listed<'_>> = opened
        .iter_mut()
        .zip(&mut found_places)
        .filter_map(|(one, places)| {
            Some(Listed {
                declaration: &one.declaration,
                places: places.as_mut()?,
                findings: &mut one.findings,
            })
        })
        .collect();
    let gazetteer = places::complete(&mut lists);
    let mut datasets = Datasets {
        default_language: Some(config.default_language().clone()),
        ..Datasets::default()
    };
    for (mut one, places) in opened.into_iter().zip(found_places) {
        let contents = match places {
            Some(places) => Some(Contents::Places(places)),
            None => read_contents(&mut one, &gazetteer, &found_categories, &texts),
        };
        one.findings.finish(report);
        if let Some(contents) = contents {
            let dataset = dataset(one.declaration, one.path, contents);
            datasets.by_name.insert(dataset.name.clone(), dataset);
        }
    }
    datasets.gazetteer = gazetteer;
    datasets.contacts = Contacts::of(datasets.by_name.values());
    datasets
}

/// A data file and its declaration.
struct Pair {
    name: String,
    path: String,
    /// `None` if the file is named after its kind and has no TOML.
    toml: Option<String>,
}

/// A dataset whose sheet is read, but not yet what stands in it.
struct Opened {
    declaration: Declaration,
    path: String,
    findings: Findings,
    /// `None` after an error.
    table: Option<(Sheet, Columns)>,
}

/// The files of a name below [`FOLDER`]: its data, and its TOML.
type Found<'files> = BTreeMap<&'files str, (Vec<&'files str>, Option<&'files str>)>;

/// Pairs each data file with its TOML; one without the other, and two of one name, are errors, and
/// what is neither is told.
fn pairs(files: &Files, config: &Config, report: &mut Report) -> Vec<Pair> {
    let mut found = Found::new();
    let mut others = BTreeMap::new();
    let words_file = config.khmer.words_file.as_deref();
    for path in files.under(FOLDER) {
        let below = &path[FOLDER.len()..];
        let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
        match kinds::ending(path).as_str() {
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
    for (name, (data, toml)) in &found {
        match (data.as_slice(), toml) {
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
                    toml: toml.map(str::to_owned),
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

fn is_table(ending: &str) -> bool {
    WORKBOOKS.contains(&ending) || DELIMITED.contains(&ending)
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

fn open(
    pair: Pair,
    files: &Files,
    texts: &Texts,
    together: &mut room::Together,
    report: &mut Report,
) -> Option<Opened> {
    let declaration = match &pair.toml {
        None => Declaration::of_kind(&pair.name, Kind::of_file(&pair.name)?),
        Some(toml) => match files.written(toml) {
            Ok(text) => Declaration::read(&pair.name, toml, &text, report)?,
            Err(problem) => {
                report.push(problem);
                return None;
            }
        },
    };
    let mut findings = declaration.findings();
    let extension = pair
        .path
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let size = files.size(&pair.path).unwrap_or(0);
    let rows = if let Some(problem) = room::large_file(&pair.path, size) {
        Err(problem)
    } else if DELIMITED.contains(&extension.as_str()) {
        files
            .text(&pair.path)
            .map(|text| delimited::read(&pair.path, &text, &declaration, &mut findings))
    } else {
        files
            .read(&pair.path)
            .map(|bytes| workbook::read(&pair.path, bytes, &declaration, &mut findings))
    };
    let rows = match rows {
        Ok(rows) => rows,
        Err(problem) => {
            findings.push(problem);
            None
        }
    };
    let known = KnownColumns::of(declaration.kind, texts);
    let table = rows.and_then(|rows| {
        let sheet = sheet::from_rows(rows, &declaration, known.required, &mut findings)?;
        if let Err(problem) = together.take(&sheet) {
            findings.push(problem);
            return None;
        }
        sheet.check_spelling(&mut findings);
        let columns = columns::find(
            &sheet,
            &declaration,
            known.required,
            &known.optional,
            &mut findings,
        )?;
        Some((sheet, columns))
    });
    Some(Opened {
        declaration,
        path: pair.path,
        findings,
        table,
    })
}

/// The columns that a kind of table must and may have, by our names.
struct KnownColumns {
    required: &'static [&'static str],
    optional: Vec<String>,
}

impl KnownColumns {
    fn of(kind: Kind, languages: &Texts) -> KnownColumns {
        let (required, optional, texts): (_, &[&str], &[&str]) = match kind {
            Kind::Budget => (budget::REQUIRED, budget::OPTIONAL, budget::TEXTS),
            Kind::Categories => (
                categories::REQUIRED,
                categories::OPTIONAL,
                categories::TEXTS,
            ),
            Kind::Places => (places::REQUIRED, places::OPTIONAL, places::TEXTS),
            _ => {
                let (required, known) = table::schema(kind);
                return KnownColumns {
                    required,
                    optional: known.iter().map(|(name, _)| (*name).to_owned()).collect(),
                };
            }
        };
        let mut optional: Vec<String> = optional.iter().map(|name| (*name).to_owned()).collect();
        for text in texts {
            optional.push((*text).to_owned());
            optional.extend(languages.tags.iter().map(|tag| format!("{text}_{tag}")));
        }
        KnownColumns { required, optional }
    }
}

/// `categories`, `places` and `parents` name datasets of the right kind.
fn check_references(opened: &mut [Opened]) {
    let kinds: BTreeMap<String, Kind> = opened
        .iter()
        .map(|one| (one.declaration.name.clone(), one.declaration.kind))
        .collect();
    let mut of_kind: BTreeMap<Kind, Candidates> = BTreeMap::new();
    for one in opened {
        let declaration = &one.declaration;
        for reference in &declaration.references {
            let Reference { key, name, kind } = reference;
            if kinds.get(name.as_str()) == Some(kind) {
                continue;
            }
            let known = of_kind.entry(*kind).or_insert_with(|| {
                let names = kinds.iter().filter(|(_, other)| *other == kind);
                Candidates::of(names.map(|(name, _)| name.as_str()))
            });
            one.findings.push(
                diagnostic!(
                    codes::data::NO_SUCH_DATASET,
                    declaration.place_of(reference),
                    key = key,
                    name = name,
                    kind = kind.word(),
                    known = known.list()
                )
                .did_you_mean(name, known),
            );
        }
    }
}

fn read_contents(
    one: &mut Opened,
    gazetteer: &Gazetteer,
    found_categories: &BTreeMap<String, Arc<Categories>>,
    texts: &Texts,
) -> Option<Contents> {
    let (sheet, columns) = one.table.as_ref()?;
    let declaration = &one.declaration;
    Some(match declaration.kind {
        Kind::Categories => Contents::Categories(found_categories.get(&declaration.name)?.clone()),
        Kind::Budget => {
            let named = declaration.categories.iter();
            let mut named = named.filter_map(|name| found_categories.get(name));
            // One list is shared by all budgets that name it alone.
            let first = named.next().cloned().unwrap_or_default();
            let named = named.fold(first, |all, more| {
                Arc::new(Arc::unwrap_or_clone(all).joined(more))
            });
            let known = budget::Known {
                gazetteer,
                categories: named,
            };
            let budget = budget::read(sheet, columns, declaration, known, texts, &mut one.findings);
            totals::check(&budget, declaration, &mut one.findings);
            Contents::Budget(budget)
        }
        _ => Contents::Table(table::read(sheet, columns, declaration, &mut one.findings)),
    })
}

fn dataset(declaration: Declaration, path: String, contents: Contents) -> Dataset {
    Dataset {
        name: declaration.name,
        path,
        kind: declaration.kind,
        title: declaration.title,
        description: declaration.description,
        classification: declaration.classification,
        currency: declaration.currency,
        scale: declaration.scale,
        rounding: declaration.rounding,
        retrieved: declaration.retrieved,
        sources: declaration.sources,
        synthetic: declaration.synthetic,
        contents,
    }
}

/// The languages that text columns may be in: `name_km`, `name_en` and one for each language of the site.
pub(super) struct Texts {
    tags: Vec<String>,
    /// Whether the site has pages in Khmer, which then need Khmer labels.
    khmer: bool,
}

impl Texts {
    fn of(config: &Config) -> Texts {
        let mut tags = vec!["km".to_owned(), "en".to_owned()];
        for language in &config.languages {
            if !tags.iter().any(|tag| tag == language.tag()) {
                tags.push(language.tag().to_owned());
            }
        }
        Texts {
            tags,
            khmer: config.languages.iter().any(|language| language.is_khmer()),
        }
    }

    /// Whether the text can stand on a Khmer page, if the site has any.
    pub fn has_khmer(&self, text: &Localised) -> bool {
        !self.khmer
            || match text {
                Localised::Empty => false,
                Localised::Same(text) => {
                    text.chars().any(|c| ('\u{1780}'..='\u{17ff}').contains(&c))
                }
                Localised::Each(texts) => texts.get("km").is_some_and(|text| !text.is_empty()),
            }
    }

    /// Whether the file has a column of this text in any language.
    pub fn any_column(&self, columns: &Columns, base: &str) -> bool {
        columns.index(base).is_some()
            || self
                .tags
                .iter()
                .any(|tag| columns.index(&format!("{base}_{tag}")).is_some())
    }
}

/// The text of the columns `base_km`, `base_en` …, or of `base` alone; invisible characters in it
/// are reported and left out.
pub(super) fn localised(
    sheet: &Sheet,
    columns: &Columns,
    row: &Row,
    base: &str,
    texts: &Texts,
    key: &str,
    findings: &mut Findings,
) -> Localised {
    let mut read = |column: &str| -> Option<String> {
        let index = columns.index(column)?;
        let text = values::text(&row.cells[index])?;
        let (text, invisible) = values::clean_label(&text);
        if !invisible.is_empty() {
            let place = sheet
                .cell_place(row.number, index)
                .place(Some(key.to_owned()));
            findings.push(values::invisible_problem(&text, &invisible, place));
        }
        if matches!(base, "label" | "name") {
            let place = || {
                let cell = sheet.cell_place(row.number, index);
                cell.place(None)
            };
            let problem = values::too_long(column, &text, place);
            problem
                .into_iter()
                .for_each(|problem| findings.push(problem));
        }
        (!text.is_empty()).then_some(text)
    };
    let each: BTreeMap<String, String> = texts
        .tags
        .iter()
        .filter_map(|tag| Some((tag.clone(), read(&format!("{base}_{tag}"))?)))
        .collect();
    if !each.is_empty() {
        return Localised::Each(each);
    }
    read(base).map_or(Localised::Empty, Localised::Same)
}
