//! Kinds → the schemas of front matter: what any page may say, and a table for each kind.
//!
//! A schema lives as long as the program, as those that stand in the code do. So each set of kinds is
//! made into schemas once: a preview that reads its theme again takes those that it had, and only a
//! changed `kind.toml` costs some kilobytes more.

use super::super::fields::PAGE;
use super::{Field, FieldHolds, Kind};
use crate::config::{Language, Localised};
use crate::diagnostic::Words;
use crate::schema::{self, Holds, Schema};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What front matter may say where there are these kinds.
#[derive(Debug)]
pub(super) struct Schemas {
    pub(super) of_page: &'static Schema,
    pub(super) of_each: &'static Schema,
}

/// The setting of any page that names a place, which may be a table of what is said of it, too.
pub(super) const PLACE: &str = "place";

/// Every setting that is no kind's.
pub(super) fn settings_of_pages() -> impl Iterator<Item = &'static str> {
    PAGE.fields.iter().map(|field| field.key)
}

/// The schemas of these kinds.
pub(super) fn of(kinds: &BTreeMap<String, Arc<Kind>>) -> &'static Schemas {
    static KNOWN: Mutex<BTreeMap<String, &'static Schemas>> = Mutex::new(BTreeMap::new());
    let key = format!("{kinds:?}");
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(schemas) = known.get(&key) {
        return schemas;
    }
    let schemas: &'static Schemas = Box::leak(Box::new(Schemas {
        of_page: page(kinds, holds),
        of_each: page(kinds, holds_in_each),
    }));
    known.insert(key, schemas);
    schemas
}

fn page(kinds: &BTreeMap<String, Arc<Kind>>, holds: fn(&Field) -> Holds) -> &'static Schema {
    let mut fields: Vec<schema::Field> = PAGE.fields.to_vec();
    for kind in kinds.values() {
        let table: &'static Schema = Box::leak(Box::new(Schema {
            name: words(&kind.label),
            fields: fields_of(&kind.fields, holds),
            others: None,
            elsewhere: &[],
        }));
        let own = fields.iter_mut().find(|field| field.key == kind.name);
        match own {
            Some(own) => own.holds = Holds::CellOr(table),
            None => fields.push(schema::Field {
                key: forever(&kind.name),
                holds: Holds::Table(table),
                required: false,
                means: words(&kind.description),
            }),
        }
    }
    Box::leak(Box::new(Schema {
        name: PAGE.name,
        fields: Vec::leak(fields),
        others: None,
        elsewhere: PAGE.elsewhere,
    }))
}

fn fields_of(fields: &[Field], holds: fn(&Field) -> Holds) -> &'static [schema::Field] {
    let fields = fields.iter().map(|field| schema::Field {
        key: forever(&field.key),
        holds: holds(field),
        required: field.required,
        means: words(&field.means),
    });
    Vec::leak(fields.collect())
}

/// What a page's field holds.
fn holds(field: &Field) -> Holds {
    let one = match field.holds {
        FieldHolds::Text | FieldHolds::Link | FieldHolds::Phone | FieldHolds::Dataset => {
            Holds::Text
        }
        FieldHolds::Steps => return list(Holds::Text),
        FieldHolds::Place | FieldHolds::Contact => Holds::Cell,
        FieldHolds::Number => Holds::INTEGER,
        FieldHolds::Riel => Holds::Whole {
            least: 0,
            most: i64::MAX,
        },
        FieldHolds::Month => Holds::Whole { least: 1, most: 12 },
        FieldHolds::Day => Holds::Day,
        FieldHolds::Moment => Holds::Moment,
        FieldHolds::Truth => Holds::Truth,
        FieldHolds::Choice => Holds::Word(Vec::leak(
            field.words.iter().map(|(word, _)| forever(word)).collect(),
        )),
        FieldHolds::Rows => return rows(field, holds),
    };
    match field.many {
        true => list(one),
        false => one,
    }
}

/// The same of rows that become pages: the text of a cell, until it is filled.
fn holds_in_each(field: &Field) -> Holds {
    match field.holds {
        FieldHolds::Rows => rows(field, holds_in_each),
        FieldHolds::Steps => list(Holds::Cell),
        _ if field.many => list(Holds::Cell),
        _ => Holds::Cell,
    }
}

fn rows(field: &Field, holds: fn(&Field) -> Holds) -> Holds {
    let table = Schema {
        name: words(&field.label),
        fields: fields_of(&field.columns, holds),
        others: None,
        elsewhere: &[],
    };
    list(Holds::Table(Box::leak(Box::new(table))))
}

fn list(of: Holds) -> Holds {
    Holds::List(Box::leak(Box::new(of)))
}

/// A text in the languages of messages.
fn words(text: &Localised) -> Words {
    let [km, en] = ["km", "en"].map(Language::new);
    Words {
        en: forever(text.get(&en, &km)),
        km: forever(text.get(&km, &en)),
    }
}

fn forever(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
