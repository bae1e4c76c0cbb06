//! The same as JSON. Amounts are strings, because many readers of JSON turn numbers into floats.

use super::{Field, fields};
use crate::data::Dataset;
use serde_json::{Map, Value, json};

/// The dataset as one JSON object: what it is, where it comes from, its rows.
pub fn json(dataset: &Dataset) -> Vec<u8> {
    let (header, rows) = fields(dataset);
    let rows: Vec<Value> = rows
        .into_iter()
        .map(|row| {
            let pairs = header.iter().cloned().zip(row).map(|(name, field)| {
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
        })
        .collect();
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
    let mut whole = json!({
        "name": dataset.name,
        "kind": dataset.kind.word(),
        "title": localised(&dataset.title),
        "currency": dataset.currency,
        "synthetic": dataset.synthetic,
        "sources": sources,
        "rows": rows,
    });
    if let Some(classification) = dataset.classification {
        whole["classification"] = json!(classification.word());
    }
    let mut bytes = serde_json::to_vec_pretty(&whole).expect("JSON values always have a text");
    bytes.push(b'\n');
    bytes
}
