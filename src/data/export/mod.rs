//! A dataset → the bytes of its downloads: a normalised CSV, what programs must know to read it,
//! and the same as JSON.
//!
//! Amounts are in units of the currency, digits are ASCII, the decimal sign is `.`, blank is unknown.

mod csv_file;
mod datapackage;
mod json_file;

pub use csv_file::csv;
pub use datapackage::datapackage;
pub use json_file::json;

use super::model::{Contents, Dataset, Money, TableCell};
use crate::config::Localised;
use rust_decimal::Decimal;

/// A value of an export.
#[derive(Debug, Clone, PartialEq)]
enum Field {
    Empty,
    Text(String),
    Number(Decimal),
}

/// The rows of an export, each made when it is asked for: all of them together would be many times as
/// large as their file.
type Rows<'own> = Box<dyn Iterator<Item = Vec<Field>> + 'own>;

/// The header and the rows that both forms hold.
fn fields(dataset: &Dataset) -> (Vec<String>, Rows<'_>) {
    let (mut header, rows): (Vec<String>, Rows<'_>) = match &dataset.contents {
        Contents::Budget(budget) => {
            let header = [
                "place",
                "year",
                "phase",
                "direction",
                "code",
                "label_km",
                "label_en",
                "amount",
                "currency",
                "fund",
                "status",
                "source",
                "note_km",
                "note_en",
            ];
            let rows = budget.lines.iter().map(move |line| {
                let label = budget
                    .categories
                    .get(&line.code)
                    .map(|category| &category.label);
                vec![
                    text(&line.place),
                    Field::Number(line.year.into()),
                    text(line.phase.word()),
                    text(line.direction.word()),
                    text(&line.code),
                    in_language(label, "km"),
                    in_language(label, "en"),
                    number(line.amount.map(Money::value)),
                    text(&dataset.currency),
                    optional(line.fund.as_deref()),
                    optional(line.status.as_deref()),
                    optional(line.source.as_deref()),
                    in_language(Some(&line.note), "km"),
                    in_language(Some(&line.note), "en"),
                ]
            });
            (header.map(str::to_owned).to_vec(), Box::new(rows))
        }
        Contents::Categories(categories) => {
            let header = [
                "code",
                "parent",
                "kind",
                "sum_of",
                "label_km",
                "label_en",
                "explain_km",
                "explain_en",
                "cofog",
                "order",
                "icon",
            ];
            let rows = categories.iter().map(|category| {
                vec![
                    text(&category.code),
                    optional(category.parent.as_deref()),
                    text(category.kind.word()),
                    text(&category.sum_of.join(" ")),
                    in_language(Some(&category.label), "km"),
                    in_language(Some(&category.label), "en"),
                    in_language(Some(&category.explain), "km"),
                    in_language(Some(&category.explain), "en"),
                    optional(category.cofog.as_deref()),
                    number(category.order.map(Decimal::from)),
                    optional(category.icon.as_deref()),
                ]
            });
            (header.map(str::to_owned).to_vec(), Box::new(rows))
        }
        Contents::Places(places) => {
            let header = [
                "code",
                "parent",
                "type",
                "name_km",
                "name_en",
                "population",
                "population_year",
                "population_source",
            ];
            let rows = places.iter().map(|place| {
                vec![
                    text(&place.code),
                    optional(place.parent.as_deref()),
                    text(place.place_type.word()),
                    in_language(Some(&place.name), "km"),
                    in_language(Some(&place.name), "en"),
                    number(place.population),
                    number(place.population_year.map(Decimal::from)),
                    optional(place.population_source.as_deref()),
                ]
            });
            (header.map(str::to_owned).to_vec(), Box::new(rows))
        }
        Contents::Table(table) => {
            let header = table.columns.iter().map(|column| column.name.clone());
            let rows = table.rows.iter().map(|row| {
                row.cells
                    .iter()
                    .map(|cell| match cell {
                        TableCell::Empty => Field::Empty,
                        TableCell::Text(value) => text(value),
                        TableCell::Number(value) => Field::Number(*value),
                        TableCell::Year(year) => Field::Number((*year).into()),
                    })
                    .collect()
            });
            (header.collect(), Box::new(rows))
        }
    };
    if dataset.synthetic {
        // An invented figure says so wherever it goes.
        header.push("synthetic".to_owned());
        let marked = rows.map(|mut row| {
            row.push(text("true"));
            row
        });
        return (header, Box::new(marked));
    }
    (header, rows)
}

fn text(value: &str) -> Field {
    if value.is_empty() {
        Field::Empty
    } else {
        Field::Text(value.to_owned())
    }
}

fn optional(value: Option<&str>) -> Field {
    value.map_or(Field::Empty, text)
}

fn number(value: Option<Decimal>) -> Field {
    value.map_or(Field::Empty, |number| Field::Number(number.normalize()))
}

fn in_language(value: Option<&Localised>, tag: &str) -> Field {
    match value {
        Some(Localised::Same(same)) => text(same),
        Some(Localised::Each(texts)) => optional(texts.get(tag).map(String::as_str)),
        Some(Localised::Empty) | None => Field::Empty,
    }
}
