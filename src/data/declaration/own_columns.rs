//! What an author says of the columns of a table, `[[column]]`, by the names of Table Schema.

use super::settings::Settings;
use crate::data::model::{Constraints, Holds};
use crate::diagnostic::{codes, diagnostic};
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
    OwnColumn {
        holds: declared.map(Declared::holds),
        constraints: Constraints {
            required: written.truth("required").unwrap_or(false),
            unique: written.truth("unique").unwrap_or(false),
            minimum,
            maximum,
            values: written.strings("values"),
            refers: refers.as_ref().map(|refers| refers.value.clone()),
        },
        refers,
    }
}
