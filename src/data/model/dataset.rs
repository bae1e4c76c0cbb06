//! Datasets as pages and downloads see them: complete and checked.

use super::adjustments::Adjustments;
use super::concordance::Concordances;
use super::contacts::Contacts;
use super::{Account, Budget, Categories, Gazetteer, Kind, Phase, Place, Schema, Source, Table};
use crate::config::{Language, Localised};
use crate::personal::Sighting;
use crate::schema::choice;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All datasets of a site, by name.
#[derive(Debug, Default)]
pub struct Datasets {
    by_name: BTreeMap<String, Dataset>,
    gazetteer: Gazetteer,
    pub(super) contacts: Contacts,
    pub(super) concordances: Concordances,
    pub(super) adjustments: Adjustments,
    default_language: Option<Language>,
    /// What in their files somebody may not want to be known.
    pub sightings: Vec<Sighting>,
}

impl Datasets {
    /// The same datasets, in whose files this was seen.
    #[must_use]
    pub(crate) fn with_sightings(self, sightings: Vec<Sighting>) -> Datasets {
        Datasets { sightings, ..self }
    }

    /// Words of the default language stand in where another language has none.
    pub(crate) fn new(
        datasets: impl Iterator<Item = Dataset>,
        gazetteer: Gazetteer,
        default_language: Language,
    ) -> Datasets {
        let by_name: BTreeMap<String, Dataset> = datasets
            .map(|dataset| (dataset.name.clone(), dataset))
            .collect();
        Datasets {
            contacts: Contacts::of(by_name.values()),
            concordances: Concordances::of(&by_name),
            adjustments: Adjustments::of(&by_name),
            by_name,
            gazetteer,
            default_language: Some(default_language),
            sightings: Vec::new(),
        }
    }

    pub fn get(&self, name: &str) -> Option<&Dataset> {
        self.by_name.get(name)
    }

    /// The names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Dataset> {
        self.by_name.values()
    }

    /// The places of all datasets of places together.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The language whose words stand in where a language has none.
    pub(crate) fn fallback(&self) -> Language {
        self.default_language
            .clone()
            .unwrap_or_else(|| Language::new("km"))
    }

    /// What the codes of a budget mean.
    pub fn categories_of<'own>(&'own self, dataset: &'own Dataset) -> Option<&'own Categories> {
        match &dataset.contents {
            Contents::Budget(budget) => Some(&budget.categories),
            Contents::Categories(categories) => Some(categories),
            Contents::Places(_) | Contents::Table(_) => None,
        }
    }
}

/// One table with what is declared about it.
#[derive(Debug)]
pub struct Dataset {
    pub name: String,
    /// The data file, relative to the site's root.
    pub path: String,
    pub kind: Kind,
    pub title: Localised,
    pub description: Localised,
    pub classification: Option<Classification>,
    /// The datasets that say what its codes mean.
    pub categories: Vec<String>,
    /// Those that say which of its codes are which in other years.
    pub concordance: Vec<String>,
    /// Those that say what was changed between its approved and its revised figures.
    pub adjustments: Vec<String>,
    /// ISO 4217, `KHR` unless declared.
    pub currency: String,
    /// How many units of the currency a 1 in the file stands for.
    pub scale: Decimal,
    /// By how much a published figure may be off, in the file's unit.
    pub rounding: Decimal,
    /// What else is known of it and no mistake.
    pub accepted: Accepted,
    pub retrieved: Option<Date>,
    pub sources: Vec<Source>,
    /// The phases that an actual figure is compared with: the first of them that has one.
    pub base: Vec<Phase>,
    /// Invented for illustration; whoever shows it says so.
    pub synthetic: bool,
    /// Whether readers may take the table itself away.
    pub is_offered: bool,
    /// Its columns.
    pub schema: Schema,
    /// The languages in which its texts may stand, each in a column of its own.
    pub languages: Vec<String>,
    pub contents: Contents,
    /// What became of the cells of its file.
    pub account: Account,
}

impl Dataset {
    /// How many rows it has; they are numbered from 0 in the order of the file.
    pub fn rows(&self) -> usize {
        match &self.contents {
            Contents::Budget(budget) => budget.lines.len(),
            Contents::Categories(categories) => categories.len(),
            Contents::Places(places) => places.len(),
            Contents::Table(table) => table.rows.len(),
        }
    }

    /// The number that a spreadsheet shows beside row number `row`.
    pub fn spreadsheet_row(&self, row: usize) -> Option<u32> {
        Some(match &self.contents {
            Contents::Places(places) => places.get(row)?.cell.row,
            Contents::Categories(categories) => categories.iter().nth(row)?.cell.row,
            Contents::Budget(budget) => budget.lines.get(row)?.cell().row,
            Contents::Table(table) => table.rows.get(row)?.cell.row,
        })
    }

    /// The place that is meant where a row of a table about a budget names none.
    pub(super) fn only_place(&self) -> &str {
        match &self.contents {
            Contents::Budget(budget) => budget.index().place_meant().unwrap_or_default(),
            Contents::Categories(_) | Contents::Places(_) | Contents::Table(_) => "",
        }
    }

    /// Whether every source's licence allows the original file to be offered for download.
    pub fn may_offer_original(&self) -> bool {
        !self.sources.is_empty()
            && self
                .sources
                .iter()
                .all(|source| source.licence.as_deref().is_some_and(|id| id != "unknown"))
    }
}

/// What a declaration says is as it should be, though it does not look so.
#[derive(Debug, Clone, Default)]
pub struct Accepted {
    /// Codes of defects that are only counted.
    pub tolerate: BTreeSet<String>,
    pub allow_negative: bool,
    /// Whether the figures of places add up to those of the place that they lie in, if it is said.
    pub over_places: Option<bool>,
    /// Codes of places whose totals are as unusual as they look.
    pub unusual_totals: BTreeSet<String>,
}

/// What the rows of a dataset are.
#[derive(Debug)]
pub enum Contents {
    Budget(Budget),
    Categories(Arc<Categories>),
    Places(Vec<Place>),
    /// Contacts, services, events … and tables of the author's own.
    Table(Table),
}

impl Contents {
    /// The table, if its columns are known by name.
    pub(crate) fn table(&self) -> Option<&Table> {
        match self {
            Contents::Table(table) => Some(table),
            Contents::Budget(_) | Contents::Categories(_) | Contents::Places(_) => None,
        }
    }
}

choice! {
    /// By what a budget is divided.
    pub enum Classification {
        Economic = "economic",
        Functional = "functional",
        Administrative = "administrative",
        Programme = "programme",
    }
}
