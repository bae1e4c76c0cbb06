//! How figures are read: digits and their signs, the calendar, the currency and what a 1 stands for.

use super::settings::{Settings, check_lengths};
use crate::khmer::number::{DigitScript, Separators};
use crate::schema::{Schema, choice};
use rust_decimal::Decimal;

#[derive(Debug)]
pub(crate) struct Reading {
    pub separators: Separators,
    pub buddhist_era: bool,
    pub currency: String,
    /// How many units of the currency a 1 in the file stands for.
    pub scale: Decimal,
}

choice! {
    pub(crate) enum Digits {
        Khmr = "khmr",
        Latn = "latn",
        Any = "any",
    }
}

choice! {
    pub(crate) enum Calendar {
        Gregorian = "gregorian",
        Buddhist = "buddhist",
    }
}

impl Reading {
    /// Of a kind that has no such settings: all numbers as they are written.
    pub(super) fn read(settings: &mut Settings<'_, '_>, known: &Schema) -> Reading {
        let mut reading = Reading {
            separators: Separators {
                group: None,
                decimal: None,
                digits: DigitScript::Any,
            },
            buddhist_era: false,
            currency: "KHR".to_owned(),
            scale: Decimal::ONE,
        };
        if known.has("digits") {
            reading.separators = separators(settings, known);
            let calendar = settings.written.choice("calendar", Calendar::named);
            reading.buddhist_era = calendar == Some(Calendar::Buddhist);
        }
        if known.has("scale") {
            let smallest = Decimal::new(1, 6);
            reading.scale = settings.number("scale", smallest).unwrap_or(reading.scale);
        }
        if known.has("currency") {
            check_lengths(settings.written, &["currency"], settings.report);
            let currency = settings.written.string("currency");
            reading.currency = currency.unwrap_or(reading.currency);
        }
        reading
    }
}

fn separators(settings: &mut Settings<'_, '_>, known: &Schema) -> Separators {
    let (group, decimal) = match known.has("group") {
        true => (settings.mark("group"), settings.mark("decimal")),
        false => (None, None),
    };
    if group.is_some() && group == decimal {
        let same = group.map(String::from).unwrap_or_default();
        settings.refuse("decimal", &same, &[".", ","]);
    }
    let digits = settings.written.choice("digits", Digits::named);
    Separators {
        group,
        decimal,
        digits: match digits {
            Some(Digits::Khmr) => DigitScript::Khmer,
            Some(Digits::Latn) => DigitScript::Latin,
            Some(Digits::Any) | None => DigitScript::Any,
        },
    }
}
