//! The same as JSON. Amounts are strings, because many readers of JSON turn numbers into floats.

use super::{Column, columns};
use crate::config::Localised;
use crate::data::model::{Cell, Classification, Dataset, Holds};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// The dataset as one JSON object: what it is, where it comes from, its rows.
pub fn json(dataset: &Dataset, out: &mut dyn Write) -> io::Result<()> {
    let whole = Whole {
        name: &dataset.name,
        kind: dataset.kind.word(),
        title: localised(&dataset.title),
        currency: &dataset.currency,
        synthetic: dataset.synthetic,
        sources: sources(dataset),
        rows: Rows {
            columns: columns(dataset),
            count: dataset.rows(),
        },
        classification: dataset.classification.map(Classification::word),
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    out.write_all(b"\n")
}

/// The sources of a dataset.
pub fn sources(dataset: &Dataset) -> Vec<Value> {
    let sources = dataset.sources.iter();
    sources
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
        .collect()
}

/// The rows of these numbers, as they stand among the dataset's own.
pub fn rows(dataset: &Dataset, rows: &[usize]) -> Vec<Value> {
    let columns = columns(dataset);
    let columns = &in_order(&columns);
    let rows = rows.iter().map(|row| Row { columns, row: *row });
    rows.map(|row| serde_json::to_value(row).expect("cells are JSON values"))
        .collect()
}

/// A text in each of its languages.
pub fn localised(text: &Localised) -> Value {
    match text {
        Localised::Empty => Value::Null,
        Localised::Same(text) => json!(text),
        Localised::Each(texts) => json!(texts),
    }
}

/// In the order of every other object here; of columns with one name the last.
fn in_order<'columns, 'own>(columns: &'columns [Column<'own>]) -> Vec<&'columns Column<'own>> {
    let named = columns.iter().enumerate();
    let order: Map<String, Value> = named
        .map(|(number, column)| (column.name.clone().into_owned(), json!(number)))
        .collect();
    let numbers = order.values();
    numbers
        .filter_map(|number| columns.get(usize::try_from(number.as_u64()?).ok()?))
        .collect()
}

#[derive(Serialize)]
struct Whole<'own> {
    name: &'own str,
    kind: &'static str,
    title: Value,
    currency: &'own str,
    synthetic: bool,
    sources: Vec<Value>,
    rows: Rows<'own>,
    #[serde(skip_serializing_if = "Option::is_none")]
    classification: Option<&'static str>,
}

/// Rows that are made while they are written.
struct Rows<'own> {
    columns: Vec<Column<'own>>,
    count: usize,
}

impl<'own> Serialize for Rows<'own> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = &in_order(&self.columns);
        serializer.collect_seq((0..self.count).map(|row| Row { columns, row }))
    }
}

struct Row<'rows, 'own> {
    columns: &'rows [&'rows Column<'own>],
    row: usize,
}

impl Serialize for Row<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.columns.len()))?;
        for column in self.columns {
            object.serialize_key(&*column.name)?;
            match column.cell(self.row) {
                Cell::Empty | Cell::Localised(_) => object.serialize_value(&())?,
                Cell::Text(text) => object.serialize_value(&*text)?,
                Cell::Number(number) => match column.field.holds {
                    // Small and whole, so no reader rounds them.
                    Holds::Year | Holds::Whole => {
                        let number: Option<Value> = serde_json::from_str(&number.to_string()).ok();
                        object.serialize_value(&number)?;
                    }
                    _ => object.serialize_value(&number.to_string())?,
                },
            }
        }
        object.end()
    }
}
