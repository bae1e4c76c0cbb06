//! The same as JSON. Amounts are strings, because many readers of JSON turn numbers into floats.

use super::{Field, Rows, fields};
use crate::data::model::{Classification, Dataset};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};
use std::cell::Cell;

/// The dataset as one JSON object: what it is, where it comes from, its rows.
pub fn json(dataset: &Dataset) -> Vec<u8> {
    let (header, rows) = fields(dataset);
    let localised = |text: &crate::config::Localised| match text {
        crate::config::Localised::Empty => Value::Null,
        crate::config::Localised::Same(text) => json!(text),
        crate::config::Localised::Each(texts) => json!(texts),
    };
    let sources: Vec<Value> = dataset
        .sources
        .iter()
        .map(|source| {
            json!({
                "id": source.id,
                "title": localised(&source.title),
                "publisher": localised(&source.publisher),
                "url": source.url,
                "page": source.page,
                "licence": source.licence,
                "retrieved": source.retrieved.map(|date| date.to_string()),
            })
        })
        .collect();
    let whole = Whole {
        name: &dataset.name,
        kind: dataset.kind.word(),
        title: localised(&dataset.title),
        currency: &dataset.currency,
        synthetic: dataset.synthetic,
        sources,
        rows: Written {
            header,
            rows: Cell::new(Some(rows)),
        },
        classification: dataset.classification.map(Classification::word),
    };
    let mut bytes = serde_json::to_vec_pretty(&whole).expect("JSON values always have a text");
    bytes.push(b'\n');
    bytes
}

#[derive(Serialize)]
struct Whole<'own> {
    name: &'own str,
    kind: &'static str,
    title: Value,
    currency: &'own str,
    synthetic: bool,
    sources: Vec<Value>,
    rows: Written<'own>,
    #[serde(skip_serializing_if = "Option::is_none")]
    classification: Option<&'static str>,
}

/// Rows that are made while they are written, once.
struct Written<'own> {
    header: Vec<String>,
    rows: Cell<Option<Rows<'own>>>,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.rows.take().into_iter().flatten();
        serializer.collect_seq(rows.map(|row| {
            let pairs = self.header.iter().cloned().zip(row).map(|(name, field)| {
                let value = match field {
                    Field::Empty => Value::Null,
                    Field::Text(text) => Value::String(text),
                    Field::Number(number) => {
                        if name == "year" || name == "population_year" || name == "order" {
                            serde_json::from_str(&number.to_string()).unwrap_or(Value::Null)
                        } else {
                            Value::String(number.to_string())
                        }
                    }
                };
                (name, value)
            });
            Value::Object(pairs.collect::<Map<String, Value>>())
        }))
    }
}
