//! Tables of places → [`Place`] rows and the [`Gazetteer`] over all of them.
//!
//! The official lists have defects that nobody here can mend: rows that share a code, a place whose
//! parent has no row. Each is told once, and the counts say what they counted.

use super::columns::Columns;
use super::declaration::Declaration;
use super::findings::Findings;
use super::load::{Texts, localised};
use super::sheet::{CellPlace, Sheet};
use super::values;
use crate::config::Localised;
use crate::diagnostic::{Candidates, Diagnostic, codes, diagnostic, list};
use crate::schema::choice;
use rust_decimal::Decimal;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// The nation's code; it needs no row.
pub const NATION: &str = "KH";

/// One row of the gazetteer.
#[derive(Debug, Clone)]
pub struct Place {
    /// Text: `0102`, not `102`.
    pub code: String,
    pub parent: Option<String>,
    pub place_type: PlaceType,
    pub name: Localised,
    pub parent_name: Localised,
    pub population: Option<Decimal>,
    pub population_year: Option<i16>,
    pub population_source: Option<String>,
    /// The places below it.
    pub counts: Counts,
    /// The file's other columns, by header, in its order.
    pub extra: Vec<(String, String)>,
    pub cell: CellPlace,
    /// The cell that names the parent.
    parent_cell: CellPlace,
    /// Places above it that the row names besides its parent.
    ancestors: Vec<String>,
}

/// How many places of each level lie below one: rows that differ, whether or not they share a code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub provinces: usize,
    pub districts: usize,
    pub communes: usize,
    pub villages: usize,
    /// How many of the villages share their code with another row, so that codes alone would give fewer.
    pub villages_sharing_a_code: usize,
}

choice! {
    /// What a place is, from the nation down. Its word is English, and stands in tables too.
    pub enum PlaceType {
        Nation = "nation",
        Capital = "capital",
        Province = "province",
        City = "city",
        District = "district",
        Khan = "khan",
        Commune = "commune",
        Sangkat = "sangkat",
        Village = "village",
    }
}

impl PlaceType {
    /// The word in Khmer, as it stands before a name: `ខេត្តកំពត`.
    pub fn khmer(self) -> &'static str {
        match self {
            PlaceType::Nation => "ប្រទេស",
            PlaceType::Capital => "រាជធានី",
            PlaceType::Province => "ខេត្ត",
            PlaceType::City => "ក្រុង",
            PlaceType::District => "ស្រុក",
            PlaceType::Khan => "ខណ្ឌ",
            PlaceType::Commune => "ឃុំ",
            PlaceType::Sangkat => "សង្កាត់",
            PlaceType::Village => "ភូមិ",
        }
    }
}

/// All places of a site by code.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// The dataset and row of the first place with this code.
    by_code: BTreeMap<String, Known>,
}

#[derive(Debug)]
struct Known {
    dataset: String,
    place_type: PlaceType,
    name: Localised,
    parents: Vec<String>,
}

impl Gazetteer {
    pub fn is_empty(&self) -> bool {
        self.by_code.is_empty()
    }

    /// Whether a figure may be about this place; the nation always is.
    pub fn knows(&self, code: &str) -> bool {
        code == NATION || self.by_code.contains_key(code)
    }

    pub fn name(&self, code: &str) -> Option<&Localised> {
        self.by_code.get(code).map(|known| &known.name)
    }

    pub fn place_type(&self, code: &str) -> Option<PlaceType> {
        self.by_code.get(code).map(|known| known.place_type)
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str)
    }

    /// Whether the place stands in one of these datasets, or in any if none is named.
    pub(super) fn knows_in(&self, code: &str, datasets: &BTreeSet<String>) -> bool {
        code == NATION
            || self
                .by_code
                .get(code)
                .is_some_and(|known| datasets.is_empty() || datasets.contains(&known.dataset))
    }

    pub(super) fn codes_in<'own>(
        &'own self,
        datasets: &'own BTreeSet<String>,
    ) -> impl Iterator<Item = &'own str> {
        self.by_code
            .iter()
            .filter(|(_, known)| datasets.is_empty() || datasets.contains(&known.dataset))
            .map(|(code, _)| code.as_str())
    }

    /// The places above one; `None` if they are too many.
    fn ancestors<'own>(&'own self, place: &'own Place) -> Option<BTreeSet<&'own str>> {
        let mut found: BTreeSet<&str> = BTreeSet::new();
        let mut waiting: Vec<&str> = place.parent.iter().map(String::as_str).collect();
        waiting.extend(place.ancestors.iter().map(String::as_str));
        while let Some(code) = waiting.pop() {
            if code != place.code
                && found.insert(code)
                && let Some(known) = self.by_code.get(code)
            {
                waiting.extend(known.parents.iter().map(String::as_str));
            }
            if found.len() > MOST_ABOVE {
                return None;
            }
        }
        Some(found)
    }
}

/// How many places may lie above another: from the village to the nation there are four.
const MOST_ABOVE: usize = 32;

pub(super) const REQUIRED: &[&str] = &["code"];
pub(super) const OPTIONAL: &[&str] = &[
    "parent",
    "type",
    "population",
    "population_year",
    "population_source",
    "province",
    "district",
    "commune",
];
pub(super) const TEXTS: &[&str] = &["name"];

/// Reads the rows of one file. Parents are looked up, and places below counted, by [`complete`].
pub(super) fn read(
    sheet: &Sheet,
    columns: &Columns,
    declaration: &Declaration,
    texts: &Texts,
    findings: &mut Findings,
) -> Vec<Place> {
    let mut places = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let cell = |name: &str| sheet.cell_place(row.number, columns.index(name).unwrap_or(0));
        let text = |name: &str| {
            values::text(columns.value(row, name))
                .map(|text| values::clean_label(&text).0)
                .filter(|text| !text.is_empty())
        };
        let Some(code) = text("code") else {
            findings.push(diagnostic!(
                codes::data::MISSING_VALUE,
                cell("code").place(None),
                column = declaration.header_of("code"),
                row = row.number,
                toml = &findings.toml
            ));
            continue;
        };
        let key = format!("code {code}");
        let place_type = match (declaration.place_types.get(&code), text("type")) {
            (Some(declared), _) => *declared,
            (None, Some(word)) => match PlaceType::named(&word) {
                Some(named) => named,
                None => {
                    let known = Candidates::words(PlaceType::WORDS);
                    findings.push(
                        diagnostic!(
                            codes::data::UNKNOWN_WORD,
                            cell("type").place(Some(key)),
                            column = declaration.header_of("type"),
                            read = &word,
                            known = known.list()
                        )
                        .did_you_mean(&word, &known),
                    );
                    continue;
                }
            },
            (None, None) => match declaration.place_type {
                Some(declared) => declared,
                None => {
                    findings.push(diagnostic!(
                        codes::data::NO_PLACE_TYPE,
                        cell("code").place(Some(key)),
                        code = &code,
                        toml = &findings.toml
                    ));
                    continue;
                }
            },
        };
        let name = localised(sheet, columns, row, "name", texts, &key, findings);
        if !texts.has_khmer(&name) {
            findings.push(diagnostic!(
                codes::data::NO_KHMER_LABEL,
                cell("code").place(Some(key.clone())),
                code = &code,
                column = declaration.header_of("name_km")
            ));
        }
        let population = values::decimal(columns.value(row, "population"), &declaration.separators);
        let population = population.unwrap_or_else(|problem| {
            let place = cell("population").place(Some(key));
            findings.push(values::number_problem(
                problem,
                place,
                declaration,
                &findings.toml,
            ));
            None
        });
        places.push(Place {
            parent: text("parent"),
            place_type,
            name,
            parent_name: Localised::Empty,
            population,
            population_year: text("population_year").and_then(|year| values::year(&year, false)),
            population_source: text("population_source"),
            counts: Counts::default(),
            extra: extra(columns, row),
            cell: cell("code"),
            parent_cell: cell("parent"),
            ancestors: ["province", "district", "commune"]
                .into_iter()
                .filter_map(text)
                .collect(),
            code,
        });
    }
    repeated_codes(&places, findings);
    places
}

fn extra(columns: &Columns, row: &super::sheet::Row) -> Vec<(String, String)> {
    columns
        .extra
        .iter()
        .filter_map(|(header, column)| {
            let text = values::text(&row.cells[*column])?;
            Some((header.clone(), values::clean_label(&text).0))
        })
        .collect()
}

/// One diagnostic for each code that stands in several rows.
fn repeated_codes(places: &[Place], findings: &mut Findings) {
    let mut rows: BTreeMap<&str, Vec<&CellPlace>> = BTreeMap::new();
    for place in places {
        rows.entry(&place.code).or_default().push(&place.cell);
    }
    for (code, cells) in rows {
        if cells.len() > 1 {
            findings.push(diagnostic!(
                codes::data::REPEATED_CODE,
                cells[1].place(None),
                code = code,
                toml = &findings.toml,
                rows = list(cells.iter().map(|cell| cell.row))
            ));
        }
    }
}

/// All the places of one dataset on their way into the gazetteer.
pub(super) struct Listed<'load> {
    pub declaration: &'load Declaration,
    pub places: &'load mut Vec<Place>,
    pub findings: &'load mut Findings,
}

/// Looks up the parents, names them, and counts what lies below each place.
pub(super) fn complete(lists: &mut [Listed<'_>]) -> Gazetteer {
    let mut gazetteer = Gazetteer::default();
    for list in lists.iter() {
        for place in list.places.iter() {
            gazetteer
                .by_code
                .entry(place.code.clone())
                .or_insert_with(|| Known {
                    dataset: list.declaration.name.clone(),
                    place_type: place.place_type,
                    name: place.name.clone(),
                    parents: place
                        .parent
                        .iter()
                        .chain(&place.ancestors)
                        .cloned()
                        .collect(),
                });
        }
    }
    for list in lists.iter_mut() {
        orphans(list, &gazetteer);
        for place in list.places.iter_mut() {
            if let Some(name) = place
                .parent
                .as_deref()
                .and_then(|code| gazetteer.name(code))
            {
                place.parent_name = name.clone();
            }
        }
    }
    let (counts, problems) = count(lists, &gazetteer);
    for (list, problem) in lists.iter_mut().zip(problems) {
        problem
            .into_iter()
            .for_each(|problem| list.findings.push(problem));
        for place in list.places.iter_mut() {
            place.counts = counts.get(&place.code).copied().unwrap_or_default();
        }
    }
    gazetteer
}

/// One diagnostic for each parent that has no row.
fn orphans(listed: &mut Listed<'_>, gazetteer: &Gazetteer) {
    let parents = &listed.declaration.parents;
    let mut children: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for place in listed.places.iter() {
        if let Some(parent) = &place.parent
            && !gazetteer.knows_in(parent, parents)
        {
            children.entry(parent).or_default().push(place);
        }
    }
    let elsewhere = match parents.is_empty() {
        true => Candidates::of([listed.declaration.name.as_str()]),
        false => Candidates::of(parents.iter().map(String::as_str)),
    };
    let near = LazyCell::new(|| Candidates::of(gazetteer.codes_in(parents)));
    for (parent, places) in children {
        let first = &places[0].parent_cell;
        let problem = diagnostic!(
            codes::data::ORPHAN_PLACE,
            first.place(None),
            parent = parent,
            toml = &listed.findings.toml,
            count = places.len(),
            datasets = elsewhere.list()
        );
        listed.findings.push(
            match values::lost_zero(parent, |code| gazetteer.knows_in(code, parents)) {
                Some(meant) => problem.which_means(meant),
                None if parent.len() > 6 => problem.did_you_mean(parent, &near),
                None => problem,
            },
        );
    }
}

/// How many places lie below each; and of each list, what to tell of the first place that has too many
/// above it.
fn count(
    lists: &[Listed<'_>],
    gazetteer: &Gazetteer,
) -> (BTreeMap<String, Counts>, Vec<Option<Diagnostic>>) {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut rows_with_code: BTreeMap<&str, usize> = BTreeMap::new();
    for place in lists.iter().flat_map(|listed| listed.places.iter()) {
        *rows_with_code.entry(&place.code).or_default() += 1;
    }
    let mut problems = Vec::with_capacity(lists.len());
    for listed in lists {
        let mut problem = None;
        for place in listed.places.iter() {
            // A row that stands twice is one place; two names under one code are two.
            let names = match &place.name {
                Localised::Each(names) => names.values().map(String::as_str).collect(),
                Localised::Same(name) => vec![name.as_str()],
                Localised::Empty => Vec::new(),
            };
            if !seen.insert((&place.code, &place.parent, names)) {
                continue;
            }
            let Some(ancestors) = gazetteer.ancestors(place) else {
                problem.get_or_insert_with(|| {
                    let key = format!("code {}", place.code);
                    diagnostic!(
                        codes::data::TOO_MANY_ABOVE,
                        place.parent_cell.place(Some(key)),
                        code = &place.code,
                        most = MOST_ABOVE
                    )
                });
                continue;
            };
            let shares = rows_with_code[place.code.as_str()] > 1;
            for ancestor in ancestors {
                let counts = counts.entry(ancestor).or_default();
                match place.place_type {
                    PlaceType::Nation => {}
                    PlaceType::Capital | PlaceType::Province => counts.provinces += 1,
                    PlaceType::City | PlaceType::District | PlaceType::Khan => {
                        counts.districts += 1;
                    }
                    PlaceType::Commune | PlaceType::Sangkat => counts.communes += 1,
                    PlaceType::Village => {
                        counts.villages += 1;
                        counts.villages_sharing_a_code += usize::from(shares);
                    }
                }
            }
        }
        problems.push(problem);
    }
    let counts = counts.into_iter();
    let counts = counts.map(|(code, own)| (code.to_owned(), own));
    (counts.collect(), problems)
}
