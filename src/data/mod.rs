//! Tables that authors keep in spreadsheets: `data/*.csv|tsv|xlsx|xls|ods` with their TOML →
//! [`Datasets`], complete and checked.
//!
//! Out: typed rows, exact money, the gazetteer with its counts; from those the tables and figures
//! that pages show ([`budget_table`], [`amount`]) and the downloads ([`export`]). It knows nothing of
//! pages, templates or HTML.

mod budget;
mod budget_table;
mod categories;
mod columns;
mod contacts;
mod declaration;
mod delimited;
pub mod export;
mod findings;
mod index;
mod load;
mod places;
mod query;
mod row_values;
mod sheet;
mod table;
mod totals;
mod units;
mod values;
mod workbook;

pub use budget::{Budget, BudgetLine};
pub use budget_table::{
    BudgetTable, Cell, ColumnHead, RowKind, SourceView, TableRow, budget_table, direction_words,
    phase_words,
};
pub use categories::{Categories, Category, CategoryKind};
pub use declaration::{Classification, Derive, Holds};
pub use load::load;
pub use places::{Counts, Gazetteer, Place, PlaceType};
pub use query::{AmountQuery, AmountView, Asked, Query, QueryProblem, amount};
pub use row_values::RowValues;
pub use sheet::CellPlace;
pub use table::{Column, Table, TableCell, TableRow as Record};

use crate::config::{Language, Localised};
use contacts::Contacts;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

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
    fn fallback(&self) -> Language {
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
    pub derive: Derive,
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
    Categories(Categories),
    Places(Vec<Place>),
    /// Contacts, services, events … and tables of the author's own.
    Table(Table),
}

/// What a dataset is about; a file named after its kind needs no TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Budget,
    Categories,
    Places,
    Comparators,
    Services,
    Contacts,
    Scorecards,
    Commitments,
    Projects,
    Events,
    Table,
}

impl Kind {
    pub const ALL: [Kind; 11] = [
        Kind::Budget,
        Kind::Categories,
        Kind::Places,
        Kind::Comparators,
        Kind::Services,
        Kind::Contacts,
        Kind::Scorecards,
        Kind::Commitments,
        Kind::Projects,
        Kind::Events,
        Kind::Table,
    ];

    /// The word that stands in TOML.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Budget => "budget",
            Kind::Categories => "categories",
            Kind::Places => "places",
            Kind::Comparators => "comparators",
            Kind::Services => "services",
            Kind::Contacts => "contacts",
            Kind::Scorecards => "scorecards",
            Kind::Commitments => "commitments",
            Kind::Projects => "projects",
            Kind::Events => "events",
            Kind::Table => "table",
        }
    }

    /// The kind after which a file is named.
    fn named(name: &str) -> Option<Kind> {
        Kind::ALL
            .into_iter()
            .find(|kind| kind.word() == name && *kind != Kind::Table)
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

/// The stage of a budget that a figure belongs to, in the order of the budget year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    Planned,
    Approved,
    Revised,
    Actual,
    Audited,
}

impl Phase {
    pub const ALL: [Phase; 5] = [
        Phase::Planned,
        Phase::Approved,
        Phase::Revised,
        Phase::Actual,
        Phase::Audited,
    ];

    /// The word that stands in tables and queries.
    pub fn word(self) -> &'static str {
        match self {
            Phase::Planned => "planned",
            Phase::Approved => "approved",
            Phase::Revised => "revised",
            Phase::Actual => "actual",
            Phase::Audited => "audited",
        }
    }

    pub fn named(word: &str) -> Option<Phase> {
        Phase::ALL.into_iter().find(|phase| phase.word() == word)
    }
}

/// Which way the money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Revenue,
    Expenditure,
    Financing,
}

impl Direction {
    pub const ALL: [Direction; 3] = [
        Direction::Revenue,
        Direction::Expenditure,
        Direction::Financing,
    ];

    /// The word that stands in tables and queries.
    pub fn word(self) -> &'static str {
        match self {
            Direction::Revenue => "revenue",
            Direction::Expenditure => "expenditure",
            Direction::Financing => "financing",
        }
    }

    pub fn named(word: &str) -> Option<Direction> {
        Direction::ALL
            .into_iter()
            .find(|direction| direction.word() == word)
    }
}

#[cfg(test)]
mod tests;
