//! JSON text → its value, where no key of an object stands twice: of two values one would be dropped without
//! a word.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// Why a text is not read.
pub(super) enum Unread {
    /// It is no JSON from this line on.
    Damaged { line: usize },
    /// A key that stands twice in one object, the second time in this line.
    Twice { key: String, line: usize },
}

pub(super) fn read(text: &str) -> Result<Value, Unread> {
    let mut twice = None;
    let mut json = serde_json::Deserializer::from_str(text);
    let read = Once(&mut twice).deserialize(&mut json);
    let read = read.and_then(|value| json.end().map(|()| value));
    read.map_err(|error| {
        let line = error.line();
        match twice.take() {
            Some(key) => Unread::Twice { key, line },
            None => Unread::Damaged { line },
        }
    })
}

/// Reads a value, and keeps the first key that stands twice.
struct Once<'own>(&'own mut Option<String>);

impl<'de> DeserializeSeed<'de> for Once<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Once<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Value, E> {
        Ok(truth.into())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Once(&mut *self.0))? {
            items.push(item);
        }
        Ok(items.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut entries = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            if entries.contains_key(&key) {
                *self.0 = Some(key);
                return Err(A::Error::custom("told elsewhere"));
            }
            let value = object.next_value_seed(Once(&mut *self.0))?;
            entries.insert(key, value);
        }
        Ok(entries.into())
    }
}
