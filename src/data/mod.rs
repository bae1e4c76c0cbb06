//! Tables that authors keep in spreadsheets: `data/*.csv|tsv|xlsx|xls|ods` with their TOML →
//! [`Datasets`], complete and checked.
//!
//! Out: typed rows, exact money, the gazetteer with its counts, and the downloads ([`export`]). It
//! knows nothing of what pages ask of them.

mod budget;
mod categories;
mod columns;
mod contacts;
mod declaration;
mod delimited;
pub mod export;
mod fields;
mod findings;
mod index;
mod load;
mod money;
mod places;
mod room;
mod sheet;
mod table;
mod totals;
mod values;
mod workbook;

pub use budget::{Budget, BudgetLine};
pub use categories::{Categories, Category, CategoryKind};
pub use declaration::{Classification, Holds};
pub use fields::SCHEMA;
pub(crate) use index::{Amount, Figure};
pub use load::load;
pub use money::Money;
pub use places::{Gazetteer, Place, PlaceType};
pub use table::{Table, TableCell};
pub(crate) use totals::{Climb, Sum};

use crate::config::{Language, Localised};
use crate::schema::choice;
use contacts::Contacts;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All datasets of a site, by name.
#[derive(Debug, Default)]
pub struct Datasets {
    by_name: BTreeMap<String, Dataset>,
    gazetteer: Gazetteer,
    contacts: Contacts,
    default_language: Option<Language>,
}

impl Datasets {
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
    /// ISO 4217, `KHR` unless declared.
    pub currency: String,
    /// How many units of the currency a 1 in the file stands for.
    pub scale: Decimal,
    /// By how much a published figure may be off, in the file's unit.
    pub rounding: Decimal,
    pub retrieved: Option<Date>,
    pub sources: Vec<Source>,
    /// Invented for illustration; whoever shows it says so.
    pub synthetic: bool,
    pub contents: Contents,
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
        let cell = match &self.contents {
            Contents::Places(places) => &places.get(row)?.cell,
            Contents::Categories(categories) => &categories.iter().nth(row)?.cell,
            Contents::Budget(budget) => &budget.lines.get(row)?.cell,
            Contents::Table(table) => &table.rows.get(row)?.cell,
        };
        Some(cell.row)
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

/// What the rows of a dataset are.
#[derive(Debug)]
pub enum Contents {
    Budget(Budget),
    Categories(Arc<Categories>),
    Places(Vec<Place>),
    /// Contacts, services, events … and tables of the author's own.
    Table(Table),
}

choice! {
    /// What a dataset is about; a file named after its kind needs no TOML.
    pub enum Kind {
        Budget = "budget",
        Categories = "categories",
        Places = "places",
        Comparators = "comparators",
        Services = "services",
        Contacts = "contacts",
        Scorecards = "scorecards",
        Commitments = "commitments",
        Projects = "projects",
        Events = "events",
        Table = "table",
    }
}

impl Kind {
    /// The kind after which a file is named.
    fn of_file(name: &str) -> Option<Kind> {
        Kind::named(name).filter(|kind| *kind != Kind::Table)
    }
}

/// Where figures come from, as it stands under them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub id: String,
    pub title: Localised,
    pub publisher: Localised,
    pub url: Option<String>,
    pub page: Option<String>,
    /// An SPDX identifier, or `unknown`.
    pub licence: Option<String>,
    pub retrieved: Option<Date>,
}

choice! {
    /// The stage of a budget that a figure belongs to, in the order of the budget year.
    pub enum Phase {
        Planned = "planned",
        Approved = "approved",
        Revised = "revised",
        Actual = "actual",
        Audited = "audited",
    }
}

choice! {
    /// Which way the money goes.
    pub enum Direction {
        Revenue = "revenue",
        Expenditure = "expenditure",
        Financing = "financing",
    }
}

#[cfg(test)]
pub(crate) mod limits;
#[cfg(test)]
pub(crate) mod tests;
