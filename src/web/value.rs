//! Building the values that templates read.

use tera::Value;
use tera::value::{Key, Map};

/// A map with these keys, in this order.
pub(super) fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    let mut map = Map::with_capacity_and_hasher(N, Default::default());
    for (key, value) in entries {
        map.insert(Key::Str(key), value);
    }
    Value::from(map)
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
