//! What the publisher of a table says is as it should be, though it does not look so → the settings of a
//! declaration. Without them, totals of which parts were never printed would be mistakes again.

use super::dialect;
use super::said::Said;
use super::told::Told;
use crate::data::model::{ACCEPTED, Kind};
use toml::{Table, Value};

/// Reads the object of that name; what only budgets have is told of any other kind.
pub(super) fn read(resource: &mut Said<'_>, kind: Kind, toml: &mut Table, told: &mut Told<'_>) {
    let wanted = "{\"rounding\": \"0.5\"}";
    let Some(mut said) = dialect::object(resource, ACCEPTED, wanted, told) else {
        return;
    };
    let list = |texts: Vec<&str>| -> Option<Value> {
        let texts: Vec<Value> = texts.into_iter().map(Value::from).collect();
        (!texts.is_empty()).then_some(Value::Array(texts))
    };
    let take = |toml: &mut Table, key: &str, value: Option<Value>| {
        if let Some(value) = value {
            toml.insert(key.to_owned(), value);
        }
    };
    let tolerate = list(said.texts("tolerate", told));
    take(toml, "tolerate", tolerate);
    if kind == Kind::Budget {
        let rounding = said.text("rounding", told);
        let number = rounding.and_then(number);
        if let (Some(text), None) = (rounding, &number) {
            told.wrong(&said.named("rounding"), text);
        }
        take(toml, "rounding", number);
        let allow_negative = said.truth("allow_negative", told);
        take(toml, "allow_negative", allow_negative.map(Value::from));
        let unusual_totals = list(said.texts("unusual_totals", told));
        take(toml, "unusual_totals", unusual_totals);
        let mut totals = Table::new();
        let partial = list(said.texts("partial", told));
        take(&mut totals, "partial", partial);
        let over_places = said.truth("over_places", told);
        take(&mut totals, "over_places", over_places.map(Value::from));
        let mut derive = Table::new();
        let base = list(said.texts("base", told));
        take(&mut derive, "base", base);
        for (key, table) in [("totals", totals), ("derive", derive)] {
            let table = (!table.is_empty()).then_some(Value::Table(table));
            take(toml, key, table);
        }
    }
    said.finish(told);
}

/// A number as TOML writes it.
fn number(text: &str) -> Option<Value> {
    let whole = text.parse::<i64>().ok().map(Value::from);
    whole.or_else(|| {
        let number = text.parse::<f64>().ok()?;
        number.is_finite().then_some(Value::Float(number))
    })
}
