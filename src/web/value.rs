//! Building the values that templates read.

use std::collections::BTreeMap;
use tera::Value;
use tera::value::Key;

/// A map with these keys, in this order.
pub(super) fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    map_of(entries)
}

/// The same of as many entries as there happen to be.
pub(super) fn map_of(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let named = entries.into_iter().enumerate();
    let named = named.map(|(at, (name, value))| (Entry { at, name }, value));
    Value::from(named.collect::<BTreeMap<Entry, Value>>())
}

/// A key by its place: Tera makes its own map of what it is given, so the names are hashed but once.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    at: usize,
    name: &'static str,
}

impl From<Entry> for Key<'static> {
    fn from(entry: Entry) -> Key<'static> {
        Key::Str(entry.name)
    }
}

/// An array of these values.
pub(super) fn array(values: impl IntoIterator<Item = Value>) -> Value {
    Value::from(values.into_iter().collect::<Vec<Value>>())
}

/// The value, or what templates see as none.
pub(super) fn optional(value: Option<Value>) -> Value {
    value.unwrap_or_else(Value::none)
}

/// Text that a template escapes.
pub(super) fn text(text: &str) -> Value {
    Value::normal_string(text)
}

/// HTML that a template prints as it is.
pub(super) fn html(html: &str) -> Value {
    Value::safe_string(html)
}
