//! A sheet and its columns → the rows of its kind; one file a kind, with its schema.

mod adjustments;
pub(crate) mod budget;
pub(crate) mod categories;
mod commitments;
mod comparators;
mod concordance;
mod contacts;
mod contracts;
mod events;
pub(crate) mod gazetteer;
mod glossary;
#[cfg(test)]
mod handbook;
pub(crate) mod labels;
pub(crate) mod places;
mod projects;
mod scorecards;
mod services;
mod survey;
pub(crate) mod table;
mod used;

pub(crate) use used::used;

use super::model::{Column, Contents, Dimension, Field, Holds, Kind, Schema, Stands};

/// The columns that are known of each kind of table.
pub(crate) fn schema(kind: Kind) -> Schema {
    match kind {
        Kind::Budget => Schema::of(budget::FIELDS),
        Kind::Categories => Schema::of(categories::FIELDS),
        Kind::Places => Schema::open(places::FIELDS),
        Kind::Comparators => Schema::open(comparators::FIELDS),
        Kind::Services => Schema::open(services::FIELDS),
        Kind::Contacts => Schema::open(contacts::FIELDS),
        Kind::Scorecards => Schema::open(scorecards::FIELDS),
        Kind::Commitments => Schema::open(commitments::FIELDS),
        Kind::Projects => Schema::open(projects::FIELDS),
        Kind::Contracts => Schema::open(contracts::FIELDS),
        Kind::Events => Schema::open(events::FIELDS),
        Kind::Survey => Schema::open(survey::FIELDS),
        Kind::Glossary => Schema::open(glossary::FIELDS),
        Kind::Concordance => Schema::of(concordance::FIELDS),
        Kind::Adjustments => Schema::open(adjustments::FIELDS),
        Kind::Table => Schema::open(&[]),
    }
}

/// The columns of a table that is read.
pub(crate) fn schema_of(kind: Kind, contents: &Contents, synthetic: bool) -> Schema {
    let mut schema = schema(kind);
    match contents {
        Contents::Table(table) => {
            let columns = table.columns.iter();
            schema.fields = columns.map(|column| field(column, &schema)).collect();
        }
        Contents::Budget(budget) => {
            let dimensions = budget.dimensions.iter();
            let field = |it: &Dimension| Field::dimension(&it.name, &it.dataset);
            schema = schema.and(dimensions.map(field));
        }
        Contents::Categories(_) | Contents::Places(_) => {}
    }
    if synthetic {
        // An invented figure says so wherever it goes.
        schema.fields.to_mut().push(SYNTHETIC);
    }
    schema
}

const SYNTHETIC: Field = Field::new(
    "synthetic",
    Holds::Truth,
    "whether the figures are made up",
    "ថាតើតួលេខបង្កើតឡើងឬទេ",
)
.stands(Stands::InDownloads);

/// A column of a table, with what its kind knows of it.
fn field(column: &Column, known: &Schema) -> Field {
    let own = Field::own(&column.name, column.holds);
    match known.field(&column.name) {
        Some(known) => Field {
            means: known.means,
            needed: known.needed,
            refers: known.refers,
            constraints: column.constraints.clone(),
            declared: column
                .holds
                .declared()
                .filter(|_| column.holds != known.holds),
            ..own
        },
        None => Field {
            constraints: column.constraints.clone(),
            // A column of which nobody says anything is one of texts.
            declared: column
                .holds
                .declared()
                .filter(|_| column.holds != Holds::Text),
            ..own
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::tests::{csv_of, load_fixture, messages};
    use std::collections::BTreeMap;

    /// What a spreadsheet could hold in the column.
    fn example(field: &Field) -> &'static str {
        match (&*field.name, field.holds) {
            ("place", _) => "KH",
            ("source", _) => "s",
            ("period", _) => "2025-Q1",
            ("currency", _) => "KHR",
            ("unit", _) => "riel",
            (_, Holds::Word(words)) => words[0],
            ("to_year", _) => "2026",
            ("share", _) => "1",
            (_, Holds::Year) => "2025",
            (_, Holds::Number | Holds::Whole | Holds::Amount) => "7",
            (_, Holds::Truth) => "true",
            (_, Holds::Date) => "2025-01-31",
            (_, Holds::Text) => "អត្ថបទ",
            (_, Holds::Code)
                if matches!(&*field.name, "code" | "id" | "from" | "to" | "category") =>
            {
                "A"
            }
            (_, Holds::Code | Holds::Codes) => "",
        }
    }

    #[test]
    fn every_column_of_every_kind_comes_out_again() {
        for kind in Kind::ALL {
            let schema = schema(kind);
            let own = |field: &Field| match field.localised {
                true => vec![format!("{}_km", field.name), format!("{}_en", field.name)],
                false => vec![field.name.to_string()],
            };
            let known: Vec<&Field> = schema.in_file().collect();
            let mut header: Vec<String> = known.iter().flat_map(|field| own(field)).collect();
            let mut row: Vec<&str> = known
                .iter()
                .flat_map(|field| own(field).into_iter().map(|_| example(field)))
                .collect();
            if known.is_empty() {
                (header, row) = (vec!["own".to_owned()], vec!["1"]);
            }
            let name = kind.word();
            let (datasets, _, report) = load_fixture(&format!(
                "//- data/{name}.toml
kind = '{name}'
title = 'T'
synthetic = true
[[source]]
id = 's'
title = 'S'
//- data/{name}.csv
{}
{}
",
                header.join(","),
                row.join(",")
            ));
            // It is read by budgets.
            let alone: &[&str] = match kind {
                Kind::Concordance => &[
                    "W677 data/concordance.csv: no budget names this concordance, so nothing is compared by it",
                ],
                _ => &[],
            };
            assert_eq!(messages(&report), alone, "{name}");
            let csv = csv_of(&datasets, name);
            let mut lines = csv.trim_start_matches('\u{feff}').lines();
            let (got, values) = (lines.next().unwrap(), lines.next().unwrap());
            let published: Vec<String> = match known.is_empty() {
                true => header.clone(),
                false if matches!(kind, Kind::Budget | Kind::Categories | Kind::Places) => {
                    schema.in_downloads().flat_map(own).collect()
                }
                false => header.clone(),
            };
            assert_eq!(got, format!("{},synthetic", published.join(",")));
            let values: BTreeMap<&str, &str> = got.split(',').zip(values.split(',')).collect();
            for (name, value) in header.iter().zip(&row) {
                let is_published = published.contains(name);
                assert!(
                    !is_published || values[name.as_str()] == *value,
                    "{kind:?} {name}"
                );
            }
        }
    }
}
