//! What a program must know to read the CSV: a Data Package (version 2) with its Table Schema.
//!
//! It stands beside the CSV file, which it names by the dataset's name alone. Titles are in Khmer,
//! else in English, because the format holds one text each.

use super::csv_file::harmless;
use super::fields;
use crate::config::{Language, Localised};
use crate::data::model::{Classification, Contents, Dataset, Direction, Holds, Kind, Phase};
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap};

/// The descriptor of the dataset's normalised CSV.
pub fn datapackage(dataset: &Dataset) -> Vec<u8> {
    let file = dataset.name.rsplit('/').next().unwrap_or_default();
    let name = dataset.name.replace('/', "-");
    let declared = declared(dataset);
    let header = fields(dataset).0;
    let fields = header.iter();
    let fields: Vec<Value> = fields
        .map(|column| field(column, dataset, &declared))
        .collect();
    let resource = present([
        ("name", json!(name)),
        ("type", json!("table")),
        ("path", json!(format!("{file}.csv"))),
        ("format", json!("csv")),
        ("mediatype", json!("text/csv")),
        ("encoding", json!("utf-8")),
        (
            "schema",
            json!({
                "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
                "fields": fields,
                "missingValues": [""],
            }),
        ),
    ]);
    let whole = present([
        (
            "$schema",
            json!("https://datapackage.org/profiles/2.0/datapackage.json"),
        ),
        ("name", json!(name)),
        ("title", words(&dataset.title)),
        ("description", words(&dataset.description)),
        (
            "classification",
            json!(dataset.classification.map(Classification::word)),
        ),
        ("licenses", licences(dataset)),
        ("sources", sources(dataset)),
        ("synthetic", dataset.synthetic.then_some(true).into()),
        ("resources", json!([resource])),
    ]);
    let mut bytes = serde_json::to_vec_pretty(&whole).expect("JSON values always have a text");
    bytes.push(b'\n');
    bytes
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
            present([("title", title), ("path", json!(source.url))])
        })
        .collect()
}

/// A column: its name, its type, and what it may hold.
fn field(column: &str, dataset: &Dataset, declared: &HashMap<&str, Holds>) -> Value {
    let words_known = |known: &[&str]| json!({ "required": true, "enum": known });
    let required = || json!({ "required": true });
    let (constraints, description) = match (dataset.kind, column) {
        (Kind::Budget, "phase") => (words_known(Phase::WORDS), Value::Null),
        (Kind::Budget, "direction") => (
            words_known(&Direction::ALL.map(Direction::word)),
            Value::Null,
        ),
        (Kind::Budget, "place" | "year" | "code" | "currency") => (required(), Value::Null),
        (Kind::Budget, "amount") => (
            Value::Null,
            json!(format!(
                "In units of {}; blank is unknown, which is not zero",
                dataset.currency
            )),
        ),
        (Kind::Categories | Kind::Places, "code") => (required(), Value::Null),
        _ => (Value::Null, Value::Null),
    };
    present([
        ("name", json!(harmless(column))),
        ("type", json!(type_of(column, declared))),
        ("description", description),
        ("constraints", constraints),
    ])
}

/// What the columns of a table of an author's own hold.
fn declared(dataset: &Dataset) -> HashMap<&str, Holds> {
    let mut declared = HashMap::new();
    if let Contents::Table(table) = &dataset.contents {
        for column in &table.columns {
            declared.entry(column.name.as_str()).or_insert(column.holds);
        }
    }
    declared
}

/// The type by the names of Table Schema.
fn type_of(column: &str, declared: &HashMap<&str, Holds>) -> &'static str {
    if let Some(holds) = declared.get(column) {
        return match holds {
            Holds::Text | Holds::Code => "string",
            Holds::Number | Holds::Amount => "number",
            Holds::Year => "year",
        };
    }
    match column {
        "amount" | "population" => "number",
        "year" | "population_year" => "year",
        "order" => "integer",
        "synthetic" => "boolean",
        _ => "string",
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
