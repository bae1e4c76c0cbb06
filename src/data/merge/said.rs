//! An object of a package, read property by property, so that whatever nobody asked for can be told.

use super::told::Told;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// An object, and what was asked of it.
pub(super) struct Said<'own> {
    /// How it is reached from its table: `fields.amount`; empty for the table itself.
    at: String,
    own: &'own Map<String, Value>,
    asked: BTreeSet<&'static str>,
}

impl<'own> Said<'own> {
    pub fn of(at: String, own: &'own Map<String, Value>) -> Said<'own> {
        let asked = BTreeSet::new();
        Said { at, own, asked }
    }

    /// The same, reached by another name.
    pub fn called(self, at: String) -> Said<'own> {
        Said { at, ..self }
    }

    /// What is written under a key; nothing is the same as `null`.
    pub fn value(&mut self, key: &'static str) -> Option<&'own Value> {
        self.asked.insert(key);
        self.own.get(key).filter(|value| !value.is_null())
    }

    /// Names what may stand there and tells no more of a table than others do.
    pub fn pass_over(&mut self, keys: &[&'static str]) {
        self.asked.extend(keys);
    }

    /// A key as messages name it.
    pub fn named(&self, key: &str) -> String {
        match &*self.at {
            "" => key.to_owned(),
            at => format!("{at}.{key}"),
        }
    }

    /// A value of this kind; one of another is told.
    fn read<T>(
        &mut self,
        key: &'static str,
        told: &mut Told<'_>,
        read: impl FnOnce(&'own Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(key)?;
        let found = read(value);
        if found.is_none() {
            told.wrong(&self.named(key), value);
        }
        found
    }

    /// A text; an empty one says nothing.
    pub fn text(&mut self, key: &'static str, told: &mut Told<'_>) -> Option<&'own str> {
        let text = self.read(key, told, Value::as_str)?;
        Some(text).filter(|text| !text.is_empty())
    }

    pub fn truth(&mut self, key: &'static str, told: &mut Told<'_>) -> Option<bool> {
        self.read(key, told, Value::as_bool)
    }

    pub fn whole(&mut self, key: &'static str, told: &mut Told<'_>) -> Option<u64> {
        self.read(key, told, Value::as_u64)
    }

    pub fn list(&mut self, key: &'static str, told: &mut Told<'_>) -> &'own [Value] {
        let list = self.read(key, told, Value::as_array);
        list.map_or(&[], Vec::as_slice)
    }

    /// Texts, or one alone.
    pub fn texts(&mut self, key: &'static str, told: &mut Told<'_>) -> Vec<&'own str> {
        let texts = self.read(key, told, texts);
        texts.unwrap_or_default()
    }

    pub fn object(&mut self, key: &'static str, told: &mut Told<'_>) -> Option<Said<'own>> {
        let object = self.read(key, told, Value::as_object)?;
        Some(Said::of(self.named(key), object))
    }

    /// The objects of a list, each told by its number from 1; what is none is told.
    pub fn objects(&mut self, key: &'static str, told: &mut Told<'_>) -> Vec<Said<'own>> {
        let list = self.list(key, told);
        let mut found = Vec::with_capacity(list.len());
        for (number, value) in (1..).zip(list) {
            let at = format!("{}[{number}]", self.named(key));
            match value.as_object() {
                Some(object) => found.push(Said::of(at, object)),
                None => told.wrong(&at, value),
            }
        }
        found
    }

    /// The text in its languages, where the package says them, else the one that it says.
    pub fn localised(
        &mut self,
        (key, keys): (&'static str, &'static str),
        told: &mut Told<'_>,
    ) -> Option<toml::Value> {
        let text = self.text(key, told);
        let Some(each) = self.read(keys, told, Value::as_object) else {
            return text.map(Into::into);
        };
        let mut texts = toml::Table::new();
        for (tag, said) in each {
            match said.as_str() {
                Some(said) => {
                    texts.insert(tag.clone(), said.into());
                }
                None => told.wrong(&format!("{}.{tag}", self.named(keys)), said),
            }
        }
        // The one is mostly one of the others.
        let is_one_of = |text: &str| texts.values().any(|said| said.as_str() == Some(text));
        if text.is_some_and(|text| !is_one_of(text)) {
            told.leave_out(self.named(key));
        }
        Some(texts.into())
    }

    /// The texts under all keys, whatever they are: each one alone, or in its languages.
    pub fn texts_of_all(self, told: &mut Told<'_>) -> Vec<(String, toml::Value)> {
        let mut found = Vec::with_capacity(self.own.len());
        for (key, value) in self.own {
            let each = |texts: &'own Map<String, Value>| -> Option<toml::Table> {
                let texts = texts.iter();
                texts
                    .map(|(tag, text)| Some((tag.clone(), text.as_str()?.into())))
                    .collect()
            };
            let text = match value {
                Value::String(text) => Some(text.clone().into()),
                Value::Object(texts) => each(texts).map(Into::into),
                _ => None,
            };
            match text {
                Some(text) => found.push((key.clone(), text)),
                None => told.wrong(&self.named(key), value),
            }
        }
        found
    }

    /// The keys that nobody asked for.
    pub fn others(&self) -> impl Iterator<Item = String> {
        let keys = self.own.keys();
        let others = keys.filter(|key| !self.asked.contains(key.as_str()));
        others.map(|key| self.named(key))
    }

    /// Tells what nobody asked for.
    pub fn finish(self, told: &mut Told<'_>) {
        self.others().for_each(|other| told.leave_out(other));
    }
}

/// The texts of a list, or a text alone.
pub(super) fn texts(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(text) => Some(vec![text]),
        Value::Array(texts) => texts.iter().map(Value::as_str).collect(),
        _ => None,
    }
}
