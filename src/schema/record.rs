//! What was read: a [`Record`] of values that are of the kind their fields hold, each with its place.

use super::written::LineCount;
use super::{Moment, Schema, Spot, Written};
use crate::diagnostic::{Lines, Place};
use jiff::civil::Date;
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

/// The places of longer lists are looked up, those of shorter ones counted.
const FEW: usize = 32;

/// What a file says.
#[derive(Debug)]
pub struct Read<'text> {
    pub record: Record<'text>,
    /// Whether nothing in it was refused: every key is known, every value is of its kind, and what
    /// is required is there.
    pub whole: bool,
}

/// The values of a table. What was refused or left out is not in it.
#[derive(Debug)]
pub struct Record<'text> {
    pub(super) schema: &'static Schema,
    source: Source<'text>,
    at: Span,
    /// The values of the schema's fields, by the field's place in the schema.
    values: Vec<(usize, Entry<'text>)>,
    /// Those of keys of the author's own.
    others: Vec<Entry<'text>>,
}

/// A key with its value.
#[derive(Debug)]
pub struct Entry<'text> {
    pub key: Cow<'text, str>,
    pub key_at: Span,
    pub item: Item<'text>,
}

/// A value and where it stands.
#[derive(Debug)]
pub struct Item<'text> {
    pub value: Value<'text>,
    pub at: Span,
}

/// A value of the kind that its field holds.
#[derive(Debug)]
pub enum Value<'text> {
    Text(Cow<'text, str>),
    Whole(i64),
    Number(f64),
    Truth(bool),
    Day(Date),
    Moment(Moment),
    Word(&'static str),
    List(Vec<Item<'text>>),
    Table(Box<Record<'text>>),
    Map(Vec<Entry<'text>>),
    Free(Box<::toml::Table>),
}

impl<'text> Value<'text> {
    pub fn table(&self) -> Option<&Record<'text>> {
        match self {
            Value::Table(record) => Some(record),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// Bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Span {
    /// Files that people write are shorter than four gigabytes; a longer one has no places.
    pub(super) fn new(range: Range<usize>) -> Span {
        match (u32::try_from(range.start), u32::try_from(range.end)) {
            (Ok(start), Ok(end)) => Span { start, end },
            _ => Span::default(),
        }
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The file that is read.
#[derive(Debug, Clone)]
pub(super) struct Source<'text> {
    pub(super) path: &'text str,
    pub(super) text: &'text str,
    lines: Arc<Lines>,
    /// Tables of one file are asked for in its order too.
    count: Rc<LineCount>,
}

impl<'text> Source<'text> {
    pub(super) fn new(path: &'text str, text: &'text str) -> Source<'text> {
        Source {
            path,
            text,
            lines: Arc::default(),
            count: Rc::default(),
        }
    }

    pub(super) fn place(&self, span: Span) -> Place {
        self.lines.place(self.path, self.text, span.range())
    }
}

impl<'text> Record<'text> {
    pub(super) fn new(
        schema: &'static Schema,
        source: Source<'text>,
        at: Span,
        entries: usize,
    ) -> Record<'text> {
        let fields = entries.min(schema.fields.len());
        Record {
            schema,
            source,
            at,
            values: Vec::with_capacity(fields),
            others: Vec::new(),
        }
    }

    pub(super) fn empty(schema: &'static Schema, path: &'text str) -> Record<'text> {
        Record::new(schema, Source::new(path, ""), Span::default(), 0)
    }

    pub(super) fn add(&mut self, field: Option<usize>, entry: Entry<'text>) {
        match field {
            Some(field) => self.values.push((field, entry)),
            None => self.others.push(entry),
        }
    }

    pub(super) fn has(&self, field: usize) -> bool {
        self.values.iter().any(|(other, _)| *other == field)
    }

    /// Whether its schema has this key, written or not.
    pub fn knows(&self, key: &str) -> bool {
        self.schema.has(key)
    }

    /// The entry of one of the schema's keys.
    pub fn entry(&self, key: &str) -> Option<&Entry<'text>> {
        debug_assert!(self.schema.position(key).is_some(), "no field `{key}`");
        self.values
            .iter()
            .map(|(_, entry)| entry)
            .find(|entry| entry.key == key)
    }

    /// The keys of the author's own, in the order of the file.
    pub fn others(&self) -> &[Entry<'text>] {
        &self.others
    }

    pub fn value(&self, key: &str) -> Option<&Value<'text>> {
        self.entry(key).map(|entry| &entry.item.value)
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        self.value(key)?.text()
    }

    pub fn string(&self, key: &str) -> Option<String> {
        self.text(key).map(str::to_owned)
    }

    /// The variant of the word under `key`; `named` knows it by the word.
    pub fn choice<T>(&self, key: &str, named: fn(&str) -> Option<T>) -> Option<T> {
        self.text(key).and_then(named)
    }

    /// A whole number; its field says that it fits.
    pub fn whole<T: TryFrom<i64>>(&self, key: &str) -> Option<T> {
        match self.value(key)? {
            Value::Whole(number) => T::try_from(*number).ok(),
            _ => None,
        }
    }

    pub fn number(&self, key: &str) -> Option<f64> {
        match self.value(key)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn truth(&self, key: &str) -> Option<bool> {
        match self.value(key)? {
            Value::Truth(truth) => Some(*truth),
            _ => None,
        }
    }

    pub fn day(&self, key: &str) -> Option<Date> {
        match self.value(key)? {
            Value::Day(day) => Some(*day),
            _ => None,
        }
    }

    /// The items of a list.
    pub fn items(&self, key: &str) -> &[Item<'text>] {
        match self.value(key) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    /// A list of texts.
    pub fn strings(&self, key: &str) -> Vec<String> {
        let texts = self.items(key).iter().filter_map(|item| item.value.text());
        texts.map(str::to_owned).collect()
    }

    /// A list of whole numbers; its field says that they fit.
    pub fn wholes<T: TryFrom<i64>>(&self, key: &str) -> Vec<T> {
        let numbers = self.items(key).iter().filter_map(|item| match item.value {
            Value::Whole(number) => T::try_from(number).ok(),
            _ => None,
        });
        numbers.collect()
    }

    /// A list of numbers.
    pub fn numbers(&self, key: &str) -> Vec<f64> {
        let numbers = self.items(key).iter().filter_map(|item| match item.value {
            Value::Number(number) => Some(number),
            _ => None,
        });
        numbers.collect()
    }

    /// A table below this one.
    pub fn table(&self, key: &str) -> Option<&Record<'text>> {
        self.value(key)?.table()
    }

    /// A list of tables.
    pub fn tables(&self, key: &str) -> impl Iterator<Item = &Record<'text>> {
        self.items(key).iter().filter_map(|item| item.value.table())
    }

    /// The entries of keys of the author's own, in the order of the file.
    pub fn entries(&self, key: &str) -> &[Entry<'text>] {
        match self.value(key) {
            Some(Value::Map(entries)) => entries,
            _ => &[],
        }
    }

    /// Takes the free values under `key` out.
    pub fn take_free(&mut self, key: &str) -> ::toml::Table {
        let mut entries = self.values.iter_mut().map(|(_, entry)| entry);
        match entries.find(|entry| entry.key == key) {
            Some(Entry {
                item:
                    Item {
                        value: Value::Free(table),
                        ..
                    },
                ..
            }) => std::mem::take(table),
            _ => ::toml::Table::new(),
        }
    }

    /// Text that a later stage may refuse.
    pub fn written(&self, key: &str) -> Option<Written<String>> {
        self.written_item(&self.entry(key)?.item)
    }

    /// The same of a value that stands under a key of the author's own.
    pub fn written_item(&self, item: &Item<'_>) -> Option<Written<String>> {
        Some(Written {
            value: item.value.text()?.to_owned(),
            spot: self.spot(item.at),
        })
    }

    /// One of the schema's keys, if it is written, which a later stage may refuse.
    pub fn key_of(&self, key: &str) -> Option<Written<String>> {
        self.entry(key).map(|entry| self.written_key(entry))
    }

    /// A key of the author's own, which a later stage may refuse.
    pub fn written_key(&self, entry: &Entry<'_>) -> Written<String> {
        Written {
            value: entry.key.to_string(),
            spot: self.spot(entry.key_at),
        }
    }

    /// A list of texts that a later stage may refuse.
    pub fn written_list(&self, key: &str) -> Vec<Written<String>> {
        self.written_items(self.items(key))
    }

    /// The same of a list that stands under a key of the author's own.
    pub fn written_items(&self, items: &[Item<'text>]) -> Vec<Written<String>> {
        if items.len() > FEW {
            let written = items.iter().filter_map(|item| {
                Some(Written {
                    value: item.value.text()?.to_owned(),
                    spot: Spot::shown_at(&self.source.place(item.at)),
                })
            });
            return written.collect();
        }
        let mut list: Vec<Written<String>> = Vec::with_capacity(items.len());
        let mut before = Span::default();
        for item in items {
            let Some(text) = item.value.text() else {
                continue;
            };
            let beside = list.last().map(|written| &written.spot);
            let spot = beside.and_then(|spot| spot.on_its_line(before, self.source.text, item.at));
            list.push(Written {
                value: text.to_owned(),
                spot: spot.unwrap_or_else(|| self.spot(item.at)),
            });
            before = item.at;
        }
        list
    }

    /// Where this stands in the file, to be kept.
    pub fn spot(&self, span: Span) -> Spot {
        Spot::of(self.source.text, span, &self.source.count)
    }

    /// Where this stands in the file.
    pub fn place(&self, span: Span) -> Place {
        self.source.place(span)
    }

    /// Where this table begins, to be kept.
    pub fn own_spot(&self) -> Spot {
        self.spot(self.at)
    }

    /// Where this table begins.
    pub fn own_place(&self) -> Place {
        self.place(self.at)
    }

    /// Where the value under `key` stands; the whole file if there is none.
    pub fn place_of(&self, key: &str) -> Place {
        match self.entry(key) {
            Some(entry) => self.place(entry.item.at),
            None => Place::file(self.source.path),
        }
    }

    /// Where `key` itself stands; the whole file if it does not.
    pub fn place_of_key(&self, key: &str) -> Place {
        match self.entry(key) {
            Some(entry) => self.place(entry.key_at),
            None => Place::file(self.source.path),
        }
    }
}
