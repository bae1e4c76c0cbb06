//! A sheet and its columns → the rows of its kind; one file a kind, with its schema.

pub(crate) mod budget;
pub(crate) mod categories;
mod comparators;
mod contacts;
pub(crate) mod gazetteer;
pub(crate) mod places;
mod scorecards;
mod services;
pub(crate) mod table;

use super::model::{Column, Contents, Field, Holds, Kind, Schema, Stands};

/// The columns that are known of each kind of table.
pub(crate) fn schema(kind: Kind) -> Schema {
    Schema::of(match kind {
        Kind::Budget => budget::FIELDS,
        Kind::Categories => categories::FIELDS,
        Kind::Places => places::FIELDS,
        Kind::Comparators => comparators::FIELDS,
        Kind::Services => services::FIELDS,
        Kind::Contacts => contacts::FIELDS,
        Kind::Scorecards => scorecards::FIELDS,
        Kind::Commitments | Kind::Projects | Kind::Events | Kind::Table => &[],
    })
}

/// The columns of a table that is read.
pub(crate) fn schema_of(kind: Kind, contents: &Contents, synthetic: bool) -> Schema {
    let mut schema = schema(kind);
    if let Contents::Table(table) = contents {
        let columns = table.columns.iter();
        schema.fields = columns.map(|column| field(column, &schema)).collect();
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
            ..own
        },
        None => own,
    }
}
