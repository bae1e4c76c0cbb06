//! What a program must know to read the site's tables: one Data Package (version 2) of all of them,
//! with its Table Schemas.
//!
//! It stands beside the CSV files and names them by their path from there. Titles are in Khmer, else in
//! English, because the format holds one text each.

mod column_types;
mod keys;

use super::{Column, columns};
use crate::config::{Language, Localised};
use crate::data::model::{
    ACCEPTED, Classification, Contents, Dataset, Field, GUARDED, HOLDS, Holds, Kind, NAMES, Needed,
    USUAL_BASE, guarded,
};
use keys::Targets;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What is said of the package itself.
pub struct About<'own> {
    pub title: &'own Localised,
    /// Where the site stands; empty if nobody knows.
    pub homepage: &'own str,
}

/// The descriptor of these datasets' normalised CSV, by the path from the descriptor to each.
pub fn datapackage(about: &About<'_>, datasets: &[(&Dataset, &str)]) -> Vec<u8> {
    let targets = Targets::of(datasets);
    let resources = datasets.iter();
    let resources: Vec<Value> = resources
        .map(|(dataset, path)| resource(dataset, path, &targets))
        .collect();
    let homepage = Some(about.homepage).filter(|homepage| !homepage.is_empty());
    let whole = present([
        (
            "$schema",
            json!("https://datapackage.org/profiles/2.0/datapackage.json"),
        ),
        ("title", words(about.title)),
        ("homepage", json!(homepage)),
        ("resources", json!(resources)),
    ]);
    let mut bytes = serde_json::to_vec_pretty(&whole).expect("JSON values always have a text");
    bytes.push(b'\n');
    bytes
}

fn resource(dataset: &Dataset, path: &str, targets: &Targets<'_>) -> Value {
    let columns = columns(dataset);
    let columns = columns.iter();
    let has_figures = !matches!(dataset.kind, Kind::Categories | Kind::Places);
    let fields: Vec<Value> = columns.map(|column| field(column, dataset)).collect();
    present([
        ("name", json!(resource_name(path))),
        ("type", json!("table")),
        ("path", json!(path)),
        ("kind", json!(dataset.kind.word())),
        ("title", words(&dataset.title)),
        ("titles", each(&dataset.title)),
        ("description", words(&dataset.description)),
        ("descriptions", each(&dataset.description)),
        ("format", json!("csv")),
        ("mediatype", json!("text/csv")),
        ("encoding", json!("utf-8")),
        (GUARDED, json!(true)),
        (
            "classification",
            json!(dataset.classification.map(Classification::word)),
        ),
        ("concordance", json!(targets.beside(&dataset.concordance))),
        ("adjustments", json!(targets.beside(&dataset.adjustments))),
        (ACCEPTED, accepted(dataset)),
        ("currency", json!(has_figures.then_some(&dataset.currency))),
        ("synthetic", dataset.synthetic.then_some(true).into()),
        ("licenses", licences(dataset)),
        ("sources", sources(dataset)),
        (
            "schema",
            present([
                (
                    "$schema",
                    json!("https://datapackage.org/profiles/2.0/tableschema.json"),
                ),
                ("fields", json!(fields)),
                ("missingValues", json!([""])),
                ("primaryKey", keys::primary_key(dataset)),
                ("foreignKeys", keys::foreign_keys(dataset, targets)),
            ]),
        ),
    ])
}

/// What is said to be as it should be; nothing, if nothing is.
fn accepted(dataset: &Dataset) -> Value {
    let own = &dataset.accepted;
    let list = |codes: &BTreeSet<String>| match codes.is_empty() {
        true => Value::Null,
        false => json!(codes),
    };
    // Amounts stand in units of the currency here.
    let rounding = dataset.rounding.checked_mul(dataset.scale);
    let rounding = rounding.filter(|rounding| !rounding.is_zero());
    let partial = match &dataset.contents {
        Contents::Budget(budget) => list(&budget.partial),
        _ => Value::Null,
    };
    let is_usual = dataset.base.is_empty() || dataset.base == USUAL_BASE;
    let base: Vec<&str> = dataset.base.iter().map(|phase| phase.word()).collect();
    let all = present([
        ("tolerate", list(&own.tolerate)),
        (
            "rounding",
            json!(rounding.map(|rounding| rounding.normalize().to_string())),
        ),
        ("partial", partial),
        ("allow_negative", own.allow_negative.then_some(true).into()),
        ("over_places", json!(own.over_places)),
        ("unusual_totals", list(&own.unusual_totals)),
        ("base", json!((!is_usual).then_some(base))),
    ]);
    match all.as_object().is_some_and(Map::is_empty) {
        true => Value::Null,
        false => all,
    }
}

/// What the table of this path is called in the package.
fn resource_name(path: &str) -> String {
    path.trim_end_matches(".csv").replace('/', "-")
}

/// The licences of the sources; none while that of one source is not known, because the file holds
/// figures of all of them.
fn licences(dataset: &Dataset) -> Value {
    if !dataset.may_offer_original() {
        return Value::Null;
    }
    let names: BTreeSet<&str> = dataset
        .sources
        .iter()
        .filter_map(|source| source.licence.as_deref())
        .collect();
    names
        .into_iter()
        .map(|name| json!({ "name": name }))
        .collect()
}

fn sources(dataset: &Dataset) -> Value {
    if dataset.sources.is_empty() {
        return Value::Null;
    }
    dataset
        .sources
        .iter()
        .map(|source| {
            let title = match words(&source.title) {
                Value::Null => json!(source.id),
                title => title,
            };
            present([
                ("id", json!(source.id)),
                ("title", title),
                ("titles", each(&source.title)),
                ("publisher", words(&source.publisher)),
                ("publishers", each(&source.publisher)),
                ("path", json!(source.url)),
                ("page", json!(source.page)),
                ("licence", json!(source.licence)),
            ])
        })
        .collect()
}

/// A column: its name, its type, what it may hold and what it means.
fn field(column: &Column<'_>, dataset: &Dataset) -> Value {
    let field = column.field;
    let constraints = constraints(field);
    let means = field.means;
    let description = means.map(|means| match field.holds {
        Holds::Amount => format!(
            "In units of {}; blank is unknown, which is not zero",
            dataset.currency
        ),
        _ => means.en.to_owned(),
    });
    present([
        ("name", json!(guarded(&column.name))),
        ("type", json!(type_of(field.holds))),
        (HOLDS, json!(field.declared)),
        ("title", json!(means.map(|means| means.km))),
        ("description", json!(description)),
        ("constraints", constraints),
        (NAMES, names(&field.constraints.names)),
        (
            "columnType",
            json!(column_types::column_type(&column.name, dataset)),
        ),
    ])
}

/// What readers are told for values.
fn names(names: &BTreeMap<String, Localised>) -> Value {
    let each = names.iter();
    let each = each.map(|(value, name)| (value.clone(), super::localised(name)));
    match names.is_empty() {
        true => Value::Null,
        false => Value::Object(each.collect()),
    }
}

/// What its values keep to, where that is checked.
fn constraints(field: &Field) -> Value {
    let own = &field.constraints;
    let is_required = own.required || field.needed == Needed::Value;
    let values = match (field.holds, own.values.as_slice()) {
        (Holds::Word(words), []) => json!(words),
        (_, []) => Value::Null,
        (_, values) => json!(values),
    };
    // As the number that it is, not as a text.
    let limit = |limit: Option<Decimal>| {
        let number = limit.map(|limit| limit.normalize().to_string());
        number.map_or(Value::Null, |number| {
            serde_json::from_str(&number).unwrap_or_default()
        })
    };
    let all = present([
        ("required", is_required.then_some(true).into()),
        ("unique", own.unique.then_some(true).into()),
        ("minimum", limit(own.minimum)),
        ("maximum", limit(own.maximum)),
        ("enum", values),
    ]);
    match all.as_object().is_some_and(Map::is_empty) {
        true => Value::Null,
        false => all,
    }
}

/// The type by the names of Table Schema.
fn type_of(holds: Holds) -> &'static str {
    match holds {
        Holds::Text | Holds::Code | Holds::Codes | Holds::Word(_) => "string",
        Holds::Number | Holds::Amount => "number",
        Holds::Whole => "integer",
        Holds::Year => "year",
        Holds::Date => "date",
        Holds::Truth => "boolean",
    }
}

/// The text in each of its languages, if they are several: for those who read it with the same care.
fn each(text: &Localised) -> Value {
    match text {
        Localised::Each(texts) => json!(texts),
        Localised::Same(_) | Localised::Empty => Value::Null,
    }
}

fn words(text: &Localised) -> Value {
    match text.get(&Language::new("km"), &Language::new("en")) {
        "" => Value::Null,
        text => json!(text),
    }
}

/// An object of those properties that have a value.
fn present<const COUNT: usize>(properties: [(&str, Value); COUNT]) -> Value {
    let present = properties.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(
        present
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<Map<String, Value>>(),
    )
}
