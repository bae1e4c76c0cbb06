//! `kinds/<name>/kind.toml` of the theme → [`Kinds`]: what a page of each kind may say in its front
//! matter, in a table that is called like the kind, and how lists show it.
//!
//! A campaign's own `kinds/` lies over its theme's. Whether templates, places, tables and pages exist
//! that are named here or in a page is another stage's question.

mod given;
#[cfg(test)]
mod handbook;
mod kept;
mod schemas;
mod spoken;
mod written;

pub(super) use given::read;
pub use given::{FieldGiven, Given, Particulars};
pub(super) use kept::SaidParticulars;
#[cfg(test)]
pub use written::SCHEMA;

use crate::config::{Config, Localised};
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic};
use crate::files::Files;
use crate::schema::{Schema, choice};
use schemas::Schemas;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where kinds stand in a theme, and in a campaign.
pub const FOLDER: &str = "kinds/";

/// The file that says what a kind is.
const FILE: &str = "kind.toml";

/// The template of a kind's pages, and of a section of them.
pub const PAGE_TEMPLATE: &str = "page.html";
pub const LIST_TEMPLATE: &str = "list.html";

/// The Typst file that sets leaflets of a kind's pages.
pub const LEAFLET_TEMPLATE: &str = "leaflet.typ";

/// All that the folder of a kind may hold.
const FILES: [&str; 4] = [FILE, PAGE_TEMPLATE, LIST_TEMPLATE, LEAFLET_TEMPLATE];

/// The kinds of a campaign, by name.
#[derive(Debug, Clone)]
pub struct Kinds {
    by_name: BTreeMap<String, Arc<Kind>>,
    schemas: &'static Schemas,
}

/// What pages of a kind say.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind {
    /// The name of its folder, and of its table in front matter.
    pub name: String,
    pub label: Localised,
    /// Several of them.
    pub plural: Localised,
    pub description: Localised,
    pub list: ListForm,
    /// The field whose words are the columns of a matrix.
    pub by: Option<usize>,
    pub calendar: Option<Calendar>,
    /// In the order in which they are shown.
    pub fields: Vec<Field>,
    /// The keys of words that readers see of it and that a language has not, by its tag.
    pub lacks: BTreeMap<String, Vec<String>>,
}

/// Something that a page of a kind says.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub key: String,
    pub label: Localised,
    /// What authors write here.
    pub means: Localised,
    pub holds: FieldHolds,
    pub required: bool,
    /// Whether there may be several.
    pub many: bool,
    /// Whether lists show it.
    pub in_list: bool,
    /// Whether it stands after the text: folded on a page, and on paper on the last one.
    pub folded: bool,
    /// Of a choice.
    pub words: Vec<(String, Localised)>,
    /// Of rows.
    pub columns: Vec<Field>,
}

/// Which fields say when and where something is.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    pub start: usize,
    pub end: Option<usize>,
    /// Where it is, from the near to the far.
    pub place: Vec<usize>,
}

choice! {
    /// What a field holds.
    pub enum FieldHolds {
        Text = "text",
        /// Texts in order.
        Steps = "steps",
        Number = "number",
        /// An amount of riel.
        Riel = "riel",
        Day = "day",
        /// A day, with an hour or without one.
        Moment = "moment",
        /// A month of any year, by its number.
        Month = "month",
        Truth = "truth",
        /// One of its words.
        Choice = "choice",
        /// A page, a file or a web address.
        Link = "link",
        /// The code of a place.
        Place = "place",
        Phone = "phone",
        /// The name of a table.
        Dataset = "dataset",
        /// The name of somebody in the tables of contacts.
        Contact = "contact",
        Rows = "rows",
    }
}

choice! {
    /// How a section shows its pages, if they are all of a kind.
    #[derive(Default)]
    pub enum ListForm {
        #[default]
        Cards = "cards",
        /// A row for each page.
        Table = "table",
        /// A row for each page, and a column for each word of a choice.
        Matrix = "matrix",
        /// What comes, then what has been.
        Calendar = "calendar",
    }
}

impl Kind {
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The name of one of its templates.
    pub fn template(&self, file: &str) -> String {
        format!("{FOLDER}{}/{file}", self.name)
    }
}

impl Kinds {
    /// No kinds at all.
    pub fn none() -> Kinds {
        Kinds::of(BTreeMap::new())
    }

    fn of(by_name: BTreeMap<String, Arc<Kind>>) -> Kinds {
        Kinds {
            schemas: schemas::of(&by_name),
            by_name,
        }
    }

    pub fn get(&self, name: &str) -> Option<&Arc<Kind>> {
        self.by_name.get(name)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Kind>> {
        self.by_name.values()
    }

    /// What the front matter of a page may say.
    pub(super) fn of_page(&self) -> &'static Schema {
        self.schemas.of_page
    }

    /// The same of an `_each.md`, whose fields hold text with `{column}`s.
    pub(super) fn of_each(&self) -> &'static Schema {
        self.schemas.of_each
    }
}

/// Reads the kinds of a theme, over which a campaign's own lie already; every problem in them is one of
/// the configuration.
///
/// The cost grows with the size of their files.
pub fn load(theme: &Files, config: &Config, report: &mut Report) -> Option<Kinds> {
    let mut found = Report::new();
    let kinds = read_all(theme, config, &mut found);
    let is_whole = !found.has_errors();
    report.extend(found.of_configuration());
    is_whole.then_some(kinds)
}

fn read_all(theme: &Files, config: &Config, report: &mut Report) -> Kinds {
    let mut names = BTreeSet::new();
    for path in theme.under(FOLDER) {
        let below = &path[FOLDER.len()..];
        let name = below.split_once('/').map(|(name, file)| {
            names.insert(name);
            file
        });
        if name.is_none_or(|file| !FILES.contains(&file)) {
            let known = Candidates::words(&FILES);
            report.push(
                diagnostic!(
                    codes::kinds::OTHER_FILE,
                    Place::file(theme.stands_at(path)),
                    known = known.list()
                )
                .did_you_mean(name.unwrap_or(below), &known),
            );
        }
    }
    let mut by_name = BTreeMap::new();
    for name in names {
        let path = format!("{FOLDER}{name}/{FILE}");
        if !theme.contains(&path) {
            let folder = format!("{FOLDER}{name}");
            let place = Place::file(theme.stands_at(&path));
            report.push(diagnostic!(codes::kinds::NO_FILE, place, folder = folder));
            continue;
        }
        let stands_at = theme.stands_at(&path);
        match theme.written(&path) {
            Ok(text) => {
                let kind = written::read(name, stands_at, &text, config.khmer.coeng_da(), report);
                by_name.extend(kind.map(|kind| (name.to_owned(), Arc::new(kind))));
            }
            Err(problem) => report.push(problem),
        }
    }
    Kinds::of(by_name)
}
