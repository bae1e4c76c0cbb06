//! Keys of a table (Table Schema) → columns whose values are each there once, and datasets whose rows
//! they name.
//!
//! A key of one column is held against the rows, and one that rows of a kind have anyway. All others are
//! told.

use super::columns::{self, Declared};
use super::said::{Said, texts};
use super::told::Told;
use crate::data::model::Kind;
use crate::diagnostic::Candidates;
use serde_json::Value;
use std::collections::BTreeMap;

/// A table of a package as others name it.
pub(super) struct Target<'own> {
    /// The dataset that it becomes.
    dataset: String,
    kind: Kind,
    columns: Vec<&'own str>,
    /// The column by which its rows are named.
    key: Option<String>,
}

/// The tables of a package by their names.
pub(super) struct Targets<'own>(BTreeMap<&'own str, Target<'own>>);

impl<'own> Targets<'own> {
    /// Of the resources of a package in this folder; what is no table is told elsewhere.
    pub fn of(resources: &'own [Value], folder: &str) -> Targets<'own> {
        let folder = folder.trim_start_matches("data/");
        let named = resources.iter().filter_map(|resource| {
            let path = super::path_of(resource)?;
            let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
            let name = resource.get("name").and_then(Value::as_str)?;
            let kind = resource.get("kind").and_then(Value::as_str);
            let kind = kind.and_then(Kind::named).unwrap_or(Kind::Table);
            let columns = columns::names(resource);
            let target = Target {
                dataset: format!("{folder}{stem}"),
                kind,
                key: columns::key(kind, &columns),
                columns,
            };
            Some((name, target))
        });
        Targets(named.collect())
    }

    /// The dataset that the table of this name becomes, which a property names; that there is none is told.
    pub fn dataset_of(&self, property: &str, name: &str, told: &mut Told<'_>) -> Option<&str> {
        let target = self.0.get(name);
        if target.is_none() {
            let tables = Candidates::of(self.0.keys().copied());
            told.key_of_nothing(&[property], name, &tables);
        }
        target.map(|target| &*target.dataset)
    }

    /// Whether the dataset that a table becomes explains codes.
    pub fn are_categories(&self, dataset: &str) -> bool {
        let mut targets = self.0.values();
        targets.any(|target| target.dataset == dataset && target.kind == Kind::Categories)
    }
}

/// The dataset that each column of one table names rows of.
pub(super) type Referred = BTreeMap<String, String>;

/// What the keys of a table say of its columns.
pub(super) fn read(
    schema: &mut Said<'_>,
    (name, kind): (&str, Kind),
    targets: &Targets<'_>,
    columns: &mut [Declared<'_>],
    told: &mut Told<'_>,
) -> Referred {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let known = Candidates::of(names.iter().copied());
    // A column that is not there is told, in whichever key.
    let are_there = |of: &[&str], told: &mut Told<'_>| {
        let missing = of.iter().find(|column| !names.contains(column));
        if let Some(missing) = missing {
            told.key_of_nothing(of, missing, &known);
        }
        missing.is_none()
    };
    let mut primary = Vec::new();
    let said = schema.texts("primaryKey", told);
    if !said.is_empty() && are_there(&said, told) {
        primary = said;
    }
    let mut once = Vec::new();
    for (number, value) in (1..).zip(schema.list("uniqueKeys", told)) {
        let at = format!("{}[{number}]", schema.named("uniqueKeys"));
        match texts(value) {
            Some(key) if are_there(&key, told) => match key.as_slice() {
                [only] => once.push(*only),
                _ => told.not_held(at),
            },
            Some(_) => {}
            None => told.wrong(&at, value),
        }
    }
    let mut referred = Referred::new();
    for mut key in schema.objects("foreignKeys", told) {
        let own = key.texts("fields", told);
        let at = key.named("fields");
        let reference = key.object("reference", told);
        key.finish(told);
        let Some(mut reference) = reference else {
            told.not_held(at);
            continue;
        };
        let theirs = reference.texts("fields", told);
        // The standard names the table itself by nothing.
        let resource = reference.text("resource", told).unwrap_or(name);
        reference.finish(told);
        if !are_there(&own, told) {
            continue;
        }
        let Some(target) = targets.0.get(resource) else {
            let tables = Candidates::of(targets.0.keys().copied());
            told.key_of_nothing(&own, resource, &tables);
            continue;
        };
        if let Some(missing) = theirs.iter().find(|name| !target.columns.contains(name)) {
            let columns = Candidates::of(target.columns.iter().copied());
            told.key_of_nothing(&own, missing, &columns);
            continue;
        }
        match (own.as_slice(), theirs.as_slice(), &target.key) {
            ([own], [their], Some(key)) if their == key && !referred.contains_key(*own) => {
                referred.insert((*own).to_owned(), target.dataset.clone());
            }
            _ => told.not_held(at),
        }
    }
    let own_key = columns::key(kind, &names);
    match primary.as_slice() {
        [] => {}
        [only] if own_key.as_deref() == Some(*only) => {}
        [only] if columns::are_declared(kind) => {
            for column in columns.iter_mut().filter(|column| column.name == *only) {
                (column.unique, column.required) = (true, true);
            }
        }
        // No two figures of a budget are alike.
        _ if kind == Kind::Budget => {}
        _ => told.not_held(schema.named("primaryKey")),
    }
    for only in once {
        match columns::are_declared(kind) {
            true => {
                for column in columns.iter_mut().filter(|column| column.name == only) {
                    column.unique = true;
                }
            }
            false if own_key.as_deref() == Some(only) => {}
            false => told.not_held(schema.named("uniqueKeys")),
        }
    }
    referred
}
