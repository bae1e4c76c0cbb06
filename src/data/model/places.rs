//! Places, and all of them by code.

use super::cell::Cell;
use super::cell_place::CellPlace;
use crate::config::Localised;
use crate::schema::choice;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

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
    /// The column of the population, counted from that of `cell`'s sheet.
    pub(crate) population_column: u32,
    /// The places below it.
    pub counts: Counts,
    /// The file's other columns, by header, in its order.
    pub extra: Vec<(String, String)>,
    pub cell: CellPlace,
    /// The cell that names the parent.
    pub(crate) parent_cell: CellPlace,
    /// Places above it that the row names besides its parent.
    pub(crate) ancestors: Vec<String>,
}

impl Place {
    /// What a place says in a column.
    pub(crate) fn column(name: &str) -> Option<for<'own> fn(&'own Place) -> Cell<'own>> {
        Some(match name {
            "code" => |place| Cell::text(&place.code),
            "parent" => |place| Cell::optional(place.parent.as_deref()),
            "type" => |place| Cell::text(place.place_type.word()),
            "name" => |place| Cell::Localised(&place.name),
            "population" => |place| Cell::number(place.population),
            "population_year" => |place| Cell::number(place.population_year.map(Decimal::from)),
            "population_source" => |place| Cell::optional(place.population_source.as_deref()),
            _ => return None,
        })
    }
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
    /// The type that a cell names, in English or in Khmer.
    pub(crate) fn said(word: &str) -> Option<PlaceType> {
        let mut all = PlaceType::ALL.into_iter();
        PlaceType::named(word).or_else(|| all.find(|own| own.khmer() == word))
    }

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
    /// By a code, all places below it, whatever lies between; made when somebody asks.
    below: OnceLock<HashMap<String, Vec<String>>>,
}

#[derive(Debug)]
struct Known {
    dataset: String,
    place_type: PlaceType,
    name: Localised,
    parents: Vec<String>,
    people: Option<People>,
}

/// How many people live in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    pub number: Decimal,
    /// When they were counted.
    pub year: Option<i16>,
    pub source: Option<String>,
    pub cell: CellPlace,
}

impl Gazetteer {
    /// Takes a place of a dataset in, if it is the first with its code.
    pub(crate) fn insert(&mut self, dataset: &str, place: &Place) {
        self.by_code
            .entry(place.code.clone())
            .or_insert_with(|| Known {
                dataset: dataset.to_owned(),
                place_type: place.place_type,
                name: place.name.clone(),
                parents: place
                    .parent
                    .iter()
                    .chain(&place.ancestors)
                    .cloned()
                    .collect(),
                people: place.population.map(|number| People {
                    number,
                    year: place.population_year,
                    source: place.population_source.clone(),
                    cell: CellPlace {
                        column: place.population_column,
                        ..place.cell.clone()
                    },
                }),
            });
    }

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

    /// The place that it lies in; places of which nobody says lie in the nation.
    pub(crate) fn parent_of(&self, code: &str) -> Option<&str> {
        let known = self.by_code.get(code).filter(|_| code != NATION)?;
        Some(known.parents.first().map_or(NATION, String::as_str))
    }

    /// How many people live there, if a table says so.
    pub fn people(&self, code: &str) -> Option<&People> {
        self.by_code.get(code)?.people.as_ref()
    }

    /// The dataset that the place stands in.
    pub fn dataset_of(&self, code: &str) -> Option<&str> {
        self.by_code.get(code).map(|known| known.dataset.as_str())
    }

    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str)
    }

    /// All places below one, sorted; below the nation, all there are.
    pub(crate) fn below(&self, code: &str) -> &[String] {
        let below = self.below.get_or_init(|| {
            let mut below: HashMap<String, Vec<String>> = HashMap::new();
            for (place, known) in &self.by_code {
                for above in self.above(known) {
                    below
                        .entry(above.to_owned())
                        .or_default()
                        .push(place.clone());
                }
            }
            below
        });
        below.get(code).map_or(&[], Vec::as_slice)
    }

    /// The codes above a place, the nation with them.
    fn above<'own>(&'own self, place: &'own Known) -> BTreeSet<&'own str> {
        let mut found = BTreeSet::from([NATION]);
        let mut waiting: Vec<&str> = place.parents.iter().map(String::as_str).collect();
        while let Some(code) = waiting.pop() {
            if found.len() <= MOST_ABOVE
                && found.insert(code)
                && let Some(known) = self.by_code.get(code)
            {
                waiting.extend(known.parents.iter().map(String::as_str));
            }
        }
        found
    }

    /// Whether the place stands in one of these datasets, or in any if none is named.
    pub(crate) fn knows_in(&self, code: &str, datasets: &BTreeSet<String>) -> bool {
        code == NATION
            || self
                .by_code
                .get(code)
                .is_some_and(|known| datasets.is_empty() || datasets.contains(&known.dataset))
    }

    pub(crate) fn codes_in<'own>(
        &'own self,
        datasets: &'own BTreeSet<String>,
    ) -> impl Iterator<Item = &'own str> {
        self.by_code
            .iter()
            .filter(|(_, known)| datasets.is_empty() || datasets.contains(&known.dataset))
            .map(|(code, _)| code.as_str())
    }

    /// The places above one; `None` if they are too many.
    pub(crate) fn ancestors<'own>(&'own self, place: &'own Place) -> Option<BTreeSet<&'own str>> {
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
pub(crate) const MOST_ABOVE: usize = 32;
