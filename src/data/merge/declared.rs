//! A resource of a Data Package → the TOML that declares it.

use super::accepted;
use super::columns::{self, Declared};
use super::dialect;
use super::keys::{self, Referred, Targets};
use super::said::Said;
use super::sources::{self, OfPackage};
use super::told::Told;
use crate::data::model::{Field, GUARDED, Kind, Refers, Schema, Stands};
use serde_json::Value;
use toml::Table;

/// Where the standards say what a package and its parts are; another says more, which nobody here
/// knows.
const PROFILES: [&str; 2] = [
    "https://datapackage.org/profiles/",
    "https://specs.frictionlessdata.io/",
];
const OLD_PROFILES: [&str; 5] = [
    "data-package",
    "tabular-data-package",
    "fiscal-data-package",
    "data-resource",
    "tabular-data-resource",
];

/// What is known beside the resource itself.
pub(super) struct Known<'load> {
    pub package: &'load OfPackage,
    pub targets: &'load Targets<'load>,
    pub schema: fn(Kind) -> Schema,
    pub languages: &'load [String],
}

/// By which standard a package or one of its parts is written.
pub(super) fn profile(said: &mut Said<'_>, told: &mut Told<'_>) {
    for key in ["$schema", "profile"] {
        let is_known = |profile: &&str| {
            OLD_PROFILES.contains(profile)
                || PROFILES.iter().any(|known| profile.starts_with(known))
        };
        if said.text(key, told).is_some_and(|own| !is_known(&own)) {
            told.not_held(said.named(key));
        }
    }
}

/// What a declaration would say of the resource of this name; none after a mistake about how its file
/// is read. A package that no campaign published says no kind: its resources are tables with columns of
/// their author's own.
pub(super) fn declaration(
    mut resource: Said<'_>,
    name: &str,
    known: &Known<'_>,
    told: &mut Told<'_>,
) -> Option<String> {
    resource.pass_over(&["name", "path", "id"]);
    profile(&mut resource, told);
    let mut toml = Table::new();
    dialect::read(&mut resource, &mut toml, told);
    let is_readable = !told.has_errors();
    let kind = kind(&mut resource, told);
    toml.insert("kind".to_owned(), kind.word().into());
    for keys in [("title", "titles"), ("description", "descriptions")] {
        if let Some(words) = resource.localised(keys, told) {
            toml.insert(keys.0.to_owned(), words);
        }
    }
    let has_figures = !matches!(kind, Kind::Categories | Kind::Places);
    for (key, is_known) in [
        ("currency", has_figures),
        ("classification", kind == Kind::Budget),
    ] {
        match resource.text(key, told) {
            Some(text) if is_known => {
                toml.insert(key.to_owned(), text.into());
            }
            Some(_) => told.leave_out(key.to_owned()),
            None => {}
        }
    }
    if kind == Kind::Budget {
        for key in ["concordance", "adjustments"] {
            let names = resource.texts(key, told).into_iter();
            let named: Vec<toml::Value> = names
                .filter_map(|name| known.targets.dataset_of(key, name, told))
                .map(Into::into)
                .collect();
            if !named.is_empty() {
                toml.insert(key.to_owned(), named.into());
            }
        }
    }
    accepted::read(&mut resource, kind, &mut toml, told);
    let synthetic = resource.truth("synthetic", told) == Some(true);
    if synthetic {
        toml.insert("synthetic".to_owned(), true.into());
    }
    let is_guarded = resource.truth(GUARDED, told) == Some(true);
    if is_guarded {
        toml.insert(GUARDED.to_owned(), true.into());
    }
    let sources = sources::of_table(&mut resource, known.package, told);
    if let Some(schema) = dialect::object(&mut resource, "schema", "{\"fields\": […]}", told) {
        let of = Of {
            name,
            kind,
            schema: (known.schema)(kind),
            synthetic,
            is_guarded,
        };
        of.columns(schema, known, &mut toml, told);
    }
    if !sources.is_empty() {
        toml.insert("source".to_owned(), sources.into());
    }
    resource.finish(told);
    // Tables of tables stand last, as TOML wants them.
    is_readable.then(|| toml::to_string(&toml).expect("texts and tables are TOML"))
}

fn kind(resource: &mut Said<'_>, told: &mut Told<'_>) -> Kind {
    let Some(word) = resource.text("kind", told) else {
        return Kind::Table;
    };
    Kind::named(word).unwrap_or_else(|| {
        told.unknown("kind", word, Kind::WORDS);
        Kind::Table
    })
}

/// A table whose columns are read.
struct Of<'own> {
    name: &'own str,
    kind: Kind,
    schema: Schema,
    synthetic: bool,
    is_guarded: bool,
}

impl Of<'_> {
    fn columns(
        &self,
        mut schema: Said<'_>,
        known: &Known<'_>,
        toml: &mut Table,
        told: &mut Told<'_>,
    ) {
        profile(&mut schema, told);
        // Columns are found by their names, whether or not there are more of them.
        schema.pass_over(&["fieldsMatch", "title", "description"]);
        let has_numbers = self.kind != Kind::Categories;
        let mut columns = columns::read(&mut schema, toml, has_numbers, self.is_guarded, told);
        let of = (self.name, self.kind);
        let mut referred = keys::read(&mut schema, of, known.targets, &mut columns, told);
        schema.finish(told);
        let mut skipped: Vec<toml::Value> = Vec::new();
        let mut skip = |name: &str| skipped.push(name.into());
        match self.kind {
            Kind::Budget => {
                if let Some(categories) = referred.remove("code") {
                    toml.insert("categories".to_owned(), categories.into());
                    // They stand in the other table.
                    let labels = columns.iter().map(|column| &*column.header);
                    let is_label = |name: &&str| is_localised("label", name, known.languages);
                    labels.filter(is_label).for_each(&mut skip);
                }
                if let Some(places) = referred.remove("place") {
                    toml.insert("places".to_owned(), places.into());
                }
                let dimensions = self.dimensions(&mut referred, known.targets);
                if !dimensions.is_empty() {
                    toml.insert("dimensions".to_owned(), dimensions.into());
                }
            }
            Kind::Places => {
                if let Some(parents) = referred.remove("parent") {
                    toml.insert("parents".to_owned(), parents.into());
                }
            }
            _ => {}
        }
        let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
        let key = columns::key(self.kind, &names);
        let mut declared = Vec::new();
        for mut column in columns {
            let own = self.schema.field(&column.header);
            if self.is_made(&column.header, own) {
                skip(&column.header);
                continue;
            }
            column.refers = self.refers(&column, own, &mut referred);
            match columns::are_declared(self.kind) {
                true => declared.extend(column.written(own)),
                false => {
                    let is_key = key.as_deref() == Some(column.name);
                    column.tell(own, is_key, told);
                }
            }
        }
        // What is left names rows of tables in which these columns are not looked for.
        for column in referred.into_keys() {
            if !self.is_looked_for(&column) {
                told.not_held(format!("schema.foreignKeys.{column}"));
            }
        }
        skipped.dedup();
        if !skipped.is_empty() {
            toml.insert("skip_columns".to_owned(), skipped.into());
        }
        if !declared.is_empty() {
            toml.insert("column".to_owned(), declared.into());
        }
    }

    /// The columns of a budget that are none of ours and name categories, each with the dataset of those.
    fn dimensions(&self, referred: &mut Referred, targets: &Targets<'_>) -> Table {
        let is_one = |column: &str, dataset: &str| {
            self.schema.field(column).is_none() && targets.are_categories(dataset)
        };
        let mut found = Table::new();
        referred.retain(|column, dataset| {
            let is_one = is_one(column, dataset);
            if is_one {
                found.insert(column.clone(), dataset.as_str().into());
            }
            !is_one
        });
        found
    }

    /// Whether a column was made from the declaration, and will be again.
    fn is_made(&self, name: &str, own: Option<&Field>) -> bool {
        own.is_some_and(|field| field.stands == Stands::InDownloads)
            || self.synthetic && name == "synthetic"
    }

    /// The dataset that a column names rows of, where its kind does not say it.
    fn refers(
        &self,
        column: &Declared<'_>,
        own: Option<&Field>,
        referred: &mut Referred,
    ) -> Option<String> {
        let is_own = own.is_none_or(|field| field.refers == Refers::Nowhere);
        match columns::are_declared(self.kind) && is_own {
            true => referred.remove(column.name),
            false => None,
        }
    }

    /// Whether a kind of table looks for the rows that a column of its own names.
    fn is_looked_for(&self, column: &str) -> bool {
        let own = self.schema.field(column);
        own.is_some_and(|field| matches!(field.refers, Refers::Itself | Refers::Places))
    }
}

fn is_localised(base: &str, name: &str, languages: &[String]) -> bool {
    name == base
        || name.split_once('_').is_some_and(|(own, tag)| {
            own == base && languages.iter().any(|language| language == tag)
        })
}

/// What messages call a resource: its name, or its number from 1.
pub(super) fn called(resource: &Value, number: usize) -> String {
    let name = resource.get("name").and_then(Value::as_str);
    name.map_or_else(|| number.to_string(), str::to_owned)
}
