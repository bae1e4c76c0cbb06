//! What an author says of the columns of a table, `[[column]]`, by the names of Table Schema.

use super::provenance::clean_localised;
use super::settings::Settings;
use crate::config::Localised;
use crate::data::model::{Constraints, Holds, clean_label};
use crate::diagnostic::{Candidates, codes, diagnostic};
use crate::schema::{Record, Written, choice};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// One column, as it is declared.
#[derive(Debug)]
pub(crate) struct OwnColumn {
    /// Unless it is that of the kind.
    pub holds: Option<Holds>,
    pub constraints: Constraints,
    /// The dataset that its values refer to, where it is written.
    pub refers: Option<Written<String>>,
}

choice! {
    /// What a column holds.
    pub(crate) enum Declared {
        Text = "text",
        Code = "code",
        Number = "number",
        Integer = "integer",
        Amount = "amount",
        Year = "year",
        Date = "date",
        Boolean = "boolean",
    }
}

impl Declared {
    fn holds(self) -> Holds {
        match self {
            Declared::Text => Holds::Text,
            Declared::Code => Holds::Code,
            Declared::Number => Holds::Number,
            Declared::Integer => Holds::Whole,
            Declared::Amount => Holds::Amount,
            Declared::Year => Holds::Year,
            Declared::Date => Holds::Date,
            Declared::Boolean => Holds::Truth,
        }
    }
}

/// The columns by their names; one that is declared twice is told.
pub(super) fn read(settings: &mut Settings<'_, '_>) -> BTreeMap<String, OwnColumn> {
    let mut columns = BTreeMap::new();
    for written in settings.written.tables("column") {
        // That it has none was told.
        let Some(name) = written.written("name") else {
            continue;
        };
        let column = column(written, settings);
        if columns.insert(name.value.clone(), column).is_some() {
            settings.report.push(diagnostic!(
                codes::datasets::COLUMN_TWICE,
                written.place_of("name"),
                name = &name.value
            ));
        }
    }
    columns
}

/// Tells names of values that no row can have.
fn check_names(written: &Record<'_>, declared: Option<Declared>, settings: &mut Settings<'_, '_>) {
    let Some(first) = written.entries("names").first() else {
        return;
    };
    let has_names =
        |declared: Declared| matches!(declared.holds(), Holds::Text | Holds::Code | Holds::Truth);
    if let Some(declared) = declared.filter(|declared| !has_names(*declared)) {
        settings.report.push(diagnostic!(
            codes::datasets::NAMES_OF_NO_TEXTS,
            written.place(first.key_at),
            holds = declared.word()
        ));
        return;
    }
    let known = match declared {
        Some(Declared::Boolean) => vec!["true".to_owned(), "false".to_owned()],
        _ => written.strings("values"),
    };
    let candidates = Candidates::of(known.iter().map(String::as_str));
    let names = written.entries("names").iter();
    for entry in names.filter(|entry| !known.is_empty() && !known.iter().any(|it| *it == entry.key))
    {
        let unknown = diagnostic!(
            codes::datasets::NAME_OF_NO_VALUE,
            written.place(entry.key_at),
            read = &entry.key,
            known = candidates.list()
        );
        settings
            .report
            .push(unknown.did_you_mean(&entry.key, &candidates));
    }
}

fn column(written: &Record<'_>, settings: &mut Settings<'_, '_>) -> OwnColumn {
    let refers = written.written("refers");
    let declared = written.choice("type", Declared::named);
    let mut limit = |key: &'static str| {
        let text = written.text(key)?;
        let is_number = declared.is_none_or(|declared| {
            let holds = declared.holds();
            holds.is_number() || holds == Holds::Year
        });
        let number = text.parse::<Decimal>();
        match number {
            Ok(number) if is_number => Some(number),
            _ => {
                settings.report.push(diagnostic!(
                    codes::datasets::LIMIT_OF_NO_NUMBER,
                    written.place_of(key),
                    key = key,
                    read = text
                ));
                None
            }
        }
    };
    let (minimum, maximum) = (limit("minimum"), limit("maximum"));
    check_names(written, declared, settings);
    let names = Localised::read_each(written, "names").into_iter();
    let names = names.map(|(value, name)| (clean_label(&value).0, clean_localised(name)));
    OwnColumn {
        holds: declared.map(Declared::holds),
        constraints: Constraints {
            required: written.truth("required").unwrap_or(false),
            unique: written.truth("unique").unwrap_or(false),
            minimum,
            maximum,
            values: written.strings("values"),
            names: names.collect(),
            refers: refers.as_ref().map(|refers| refers.value.clone()),
        },
        refers,
    }
}
