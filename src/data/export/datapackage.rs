//! What a program must know to read the CSV: a Data Package (version 2) with its Table Schema.
//!
//! It stands beside the CSV file, which it names by the dataset's name alone. Titles are in Khmer,
//! else in English, because the format holds one text each.

use super::csv_file::harmless;
use super::{Column, columns};
use crate::config::{Language, Localised};
use crate::data::model::{Classification, Dataset, Holds, Needed};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The descriptor of the dataset's normalised CSV.
pub fn datapackage(dataset: &Dataset) -> Vec<u8> {
    let file = dataset.name.rsplit('/').next().unwrap_or_default();
    let name = dataset.name.replace('/', "-");
    let columns = columns(dataset);
    let columns = columns.iter();
    let fields: Vec<Value> = columns.map(|column| field(column, dataset)).collect();
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

/// A column: its name, its type, what it may hold and what it means.
fn field(column: &Column<'_>, dataset: &Dataset) -> Value {
    let field = column.field;
    let words = match field.holds {
        Holds::Word(words) => json!(words),
        _ => Value::Null,
    };
    let constraints = match field.needed {
        Needed::Value => present([("required", json!(true)), ("enum", words)]),
        Needed::Nothing | Needed::Column => Value::Null,
    };
    let means = field.means;
    let description = means.map(|means| match field.holds {
        Holds::Amount => format!(
            "In units of {}; blank is unknown, which is not zero",
            dataset.currency
        ),
        _ => means.en.to_owned(),
    });
    present([
        ("name", json!(harmless(&column.name))),
        ("type", json!(type_of(field.holds))),
        ("title", json!(means.map(|means| means.km))),
        ("description", json!(description)),
        ("constraints", constraints),
    ])
}

/// The type by the names of Table Schema.
fn type_of(holds: Holds) -> &'static str {
    match holds {
        Holds::Text | Holds::Code | Holds::Codes | Holds::Word(_) => "string",
        Holds::Number | Holds::Amount => "number",
        Holds::Whole => "integer",
        Holds::Year => "year",
        Holds::Truth => "boolean",
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
