//! TOML → a [`Record`], and every mistake in it: what is no TOML, unknown keys, values of another
//! kind, words that are not known, and what is missing.

use super::mistake::{self, shown};
use super::record::{Entry, Item, Read, Record, Source, Span, Value};
use super::{Holds, Schema};
use crate::diagnostic::{
    Candidates, Diagnostic, Place, Report, closest, codes, codes::files as words, diagnostic,
};
use crate::scheme;
use ::toml::Spanned;
use ::toml::de::{DeInteger, DeTable, DeValue};
use ::toml::value::Datetime;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

/// What to say of a value: its place, its key, and what was read.
type Refusal = fn(Place, String, String) -> Diagnostic;

macro_rules! refusal {
    ($code:path) => {
        |place, key, read| diagnostic!($code, place, key = key, read = read)
    };
}

type Key<'text> = Spanned<Cow<'text, str>>;
type Written<'text> = Spanned<DeValue<'text>>;

pub(super) fn read<'text>(
    schema: &'static Schema,
    path: &'text str,
    text: &'text str,
    range: Range<usize>,
    report: &mut Report,
) -> Option<Read<'text>> {
    let (table, errors) = DeTable::parse_recoverable(&text[range.clone()]);
    let mut reader = Reader {
        source: Source::new(path, text),
        offset: range.start,
        broken: Vec::new(),
        whole: errors.is_empty(),
        report,
    };
    if !errors.is_empty() && !reader.tell_broken_lines(&text[range], errors) {
        return None;
    }
    let span = table.span();
    let record = reader.record(schema, table.into_inner(), span, None);
    Some(Read {
        record,
        whole: reader.whole,
    })
}

/// The keys that lead to a value, for messages: `languages.km.title`.
#[derive(Clone, Copy)]
struct Trail<'own> {
    key: &'own str,
    outer: Option<&'own Trail<'own>>,
}

impl Trail<'_> {
    fn shown(&self) -> String {
        match self.outer {
            Some(outer) => format!("{}.{}", outer.shown(), self.key),
            None => self.key.to_owned(),
        }
    }
}

struct Reader<'text, 'report> {
    source: Source<'text>,
    /// Where the TOML begins in the file.
    offset: usize,
    /// Lines that are no TOML, in their order: what was read there is not what was meant.
    broken: Vec<Range<usize>>,
    whole: bool,
    report: &'report mut Report,
}

impl<'text> Reader<'text, '_> {
    /// Tells the first mistake of each line; false if the lines that follow cannot be trusted.
    fn tell_broken_lines(&mut self, toml: &str, errors: Vec<::toml::de::Error>) -> bool {
        let mut errors: Vec<(Range<usize>, String)> = errors
            .into_iter()
            .map(|error| (error.span().unwrap_or(0..0), error.message().to_owned()))
            .collect();
        errors.sort_by_key(|(span, _)| (span.start, span.end));
        let mut scan = mistake::Scan::default();
        for (span, reason) in errors {
            if let Some(last) = self.broken.last()
                && span.start <= last.end
            {
                continue;
            }
            let line = mistake::line_at(toml, span.start);
            let mistake = mistake::find(toml, span, &mut scan);
            let place = self.source.place(self.span(mistake.at.clone()));
            let ends_with_its_line = mistake.ends_with_its_line;
            self.report.push(mistake.told(place, reason));
            self.broken.push(line);
            if !ends_with_its_line {
                return false;
            }
        }
        true
    }

    fn record(
        &mut self,
        schema: &'static Schema,
        table: DeTable<'text>,
        at: Range<usize>,
        trail: Option<&Trail<'_>>,
    ) -> Record<'text> {
        let mut record = Record::new(
            schema,
            self.source.clone(),
            self.span(at.clone()),
            table.len(),
        );
        let known = LazyCell::new(|| Candidates::of(schema.fields.iter().map(|field| field.key)));
        // Keys that stand here, and those that a misspelt key may have meant: none of them is missing.
        let mut told: Vec<&str> = Vec::new();
        let mut unknown: Vec<Cow<'text, str>> = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let field = schema.position(name);
            let holds = match field {
                Some(at) => schema.fields[at].holds,
                None => match schema.others {
                    Some(holds) => holds,
                    None => {
                        self.unknown_key(&known, &key);
                        unknown.push(key.into_inner());
                        continue;
                    }
                },
            };
            match self.entry(holds, key, value, trail) {
                Some(entry) => record.add(field, entry),
                None => told.extend(field.map(|at| schema.fields[at].key)),
            }
        }
        let keys = || schema.fields.iter().map(|field| field.key);
        let misspelt = LazyCell::new(|| -> Vec<&str> {
            let near = unknown.iter().filter_map(|key| closest(key, keys()));
            near.collect()
        });
        for (index, field) in schema.fields.iter().enumerate() {
            let is_told = || told.contains(&field.key) || misspelt.contains(&field.key);
            if field.required && !record.has(index) && !is_told() {
                self.missing(field.key, at.clone(), trail.is_none());
            }
        }
        record
    }

    fn entry(
        &mut self,
        holds: Holds,
        key: Key<'text>,
        value: Written<'text>,
        outer: Option<&Trail<'_>>,
    ) -> Option<Entry<'text>> {
        let key_at = self.span(key.span());
        let key = key.into_inner();
        let trail = Trail { key: &key, outer };
        let item = self.item(holds, value, &trail)?;
        Some(Entry { key, key_at, item })
    }

    fn item(
        &mut self,
        holds: Holds,
        value: Written<'text>,
        trail: &Trail<'_>,
    ) -> Option<Item<'text>> {
        let at = value.span();
        let value = value.into_inner();
        if is_unseen(&value) {
            return self.refuse(refusal!(words::UNSEEN_CHARACTER), &at, trail);
        }
        let value =
            match (holds, value) {
                (Holds::Text | Holds::Localised | Holds::Cell, DeValue::String(text)) => {
                    Value::Text(text)
                }
                (Holds::Cell, DeValue::Integer(number)) => Value::Text(
                    self.integer(&number, i64::MIN..=i64::MAX, &at, trail)?
                        .to_string()
                        .into(),
                ),
                (Holds::Localised, DeValue::Table(table)) => self.map(&Holds::Text, table, trail),
                (Holds::Names, text @ DeValue::String(_)) => {
                    let only = self.item(Holds::Text, Spanned::new(at.clone(), text), trail)?;
                    Value::List(vec![only])
                }
                (Holds::Names, DeValue::Array(items)) => self.list(&Holds::Text, items, trail),
                (Holds::Whole { least, most }, DeValue::Integer(number)) => {
                    Value::Whole(self.integer(&number, least..=most, &at, trail)?)
                }
                (Holds::Number, DeValue::Integer(number)) => {
                    // Every number that a length or a share can be is exact here.
                    let number = self.integer(&number, -(1 << 53)..=1 << 53, &at, trail)?;
                    Value::Number(number as f64)
                }
                (Holds::Number, DeValue::Float(number)) => match number.as_str().parse::<f64>() {
                    Ok(number) if number.is_finite() => Value::Number(number),
                    _ => return self.refuse(refusal!(words::NUMBER_OUT_OF_RANGE), &at, trail),
                },
                (Holds::Exact, DeValue::Integer(number)) => Value::Text(
                    self.integer(&number, i64::MIN..=i64::MAX, &at, trail)?
                        .to_string()
                        .into(),
                ),
                (Holds::Exact, DeValue::Float(number)) => {
                    Value::Text(number.as_str().to_owned().into())
                }
                (Holds::Exact, DeValue::String(text)) => Value::Text(text),
                (Holds::Truth, DeValue::Boolean(truth)) => Value::Truth(truth),
                (Holds::Day, DeValue::Datetime(written)) => match day(&written) {
                    Some(day) => Value::Day(day),
                    None => return self.refuse(refusal!(words::WANTS_DATE), &at, trail),
                },
                (Holds::Word(known), DeValue::String(text)) => {
                    match known.iter().find(|word| **word == text) {
                        Some(word) => Value::Word(word),
                        None => return self.unknown_word(&text, known, &at, trail),
                    }
                }
                (Holds::List(holds), DeValue::Array(items)) => self.list(holds, items, trail),
                (Holds::Table(schema), DeValue::Table(table)) => Value::Table(Box::new(
                    self.record(schema, table, at.clone(), Some(trail)),
                )),
                (Holds::Map(holds), DeValue::Table(table)) => self.map(holds, table, trail),
                (Holds::Free, DeValue::Table(table)) => {
                    Value::Free(Box::new(self.free_table(table, trail)))
                }
                (holds, _) => return self.refuse(wanted(holds), &at, trail),
            };
        Some(Item {
            value,
            at: self.span(at),
        })
    }

    fn list(
        &mut self,
        holds: &Holds,
        items: ::toml::de::DeArray<'text>,
        trail: &Trail<'_>,
    ) -> Value<'text> {
        let mut list = Vec::with_capacity(items.len());
        list.extend(
            items
                .into_iter()
                .filter_map(|item| self.item(*holds, item, trail)),
        );
        Value::List(list)
    }

    fn map(&mut self, holds: &Holds, table: DeTable<'text>, trail: &Trail<'_>) -> Value<'text> {
        let entries = table.into_iter();
        Value::Map(
            entries
                .filter_map(|(key, value)| self.entry(*holds, key, value, Some(trail)))
                .collect(),
        )
    }

    fn integer(
        &mut self,
        number: &DeInteger<'_>,
        range: std::ops::RangeInclusive<i64>,
        at: &Range<usize>,
        trail: &Trail<'_>,
    ) -> Option<i64> {
        let read = i64::from_str_radix(number.as_str(), number.radix()).ok();
        match read.filter(|number| range.contains(number)) {
            Some(number) => Some(number),
            None => self.refuse(refusal!(words::NUMBER_OUT_OF_RANGE), at, trail),
        }
    }

    fn free_table(&mut self, table: DeTable<'text>, trail: &Trail<'_>) -> ::toml::Table {
        let mut free = ::toml::Table::new();
        for (key, value) in table {
            let key = key.into_inner();
            let trail = Trail {
                key: &key,
                outer: Some(trail),
            };
            if let Some(value) = self.free_value(value, &trail) {
                free.insert(key.into_owned(), value);
            }
        }
        free
    }

    fn free_value(&mut self, value: Written<'text>, trail: &Trail<'_>) -> Option<::toml::Value> {
        let at = value.span();
        let value = value.into_inner();
        if is_unseen(&value) {
            return self.refuse(refusal!(words::UNSEEN_CHARACTER), &at, trail);
        }
        Some(match value {
            // Templates put free values into addresses.
            DeValue::String(text) if scheme::is_active(&text) => {
                self.tell(&at, |place| {
                    diagnostic!(codes::content::LINK_SCHEME, place, target = text)
                });
                return None;
            }
            DeValue::String(text) => ::toml::Value::String(text.into_owned()),
            DeValue::Integer(number) => {
                ::toml::Value::Integer(self.integer(&number, i64::MIN..=i64::MAX, &at, trail)?)
            }
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => ::toml::Value::Float(number),
                Err(_) => return self.refuse(refusal!(words::NUMBER_OUT_OF_RANGE), &at, trail),
            },
            DeValue::Boolean(truth) => ::toml::Value::Boolean(truth),
            DeValue::Datetime(datetime) => ::toml::Value::Datetime(datetime),
            DeValue::Array(items) => {
                let items = items.into_iter();
                let items = items.filter_map(|item| self.free_value(item, trail));
                ::toml::Value::Array(items.collect())
            }
            DeValue::Table(table) => ::toml::Value::Table(self.free_table(table, trail)),
        })
    }

    fn unknown_key(&mut self, known: &Candidates, key: &Key<'_>) {
        let name = key.get_ref().as_ref();
        self.tell(&key.span(), |place| {
            diagnostic!(words::UNKNOWN_KEY, place, key = name, known = known.list())
                .did_you_mean(name, known)
        });
    }

    fn unknown_word<T>(
        &mut self,
        word: &str,
        known: &'static [&'static str],
        at: &Range<usize>,
        trail: &Trail<'_>,
    ) -> Option<T> {
        let read = self.shown(at);
        let known = Candidates::words(known);
        self.tell(at, |place| {
            diagnostic!(
                words::UNKNOWN_CHOICE,
                place,
                key = trail.shown(),
                read = read,
                known = known.list()
            )
            .did_you_mean(word, &known)
        });
        None
    }

    fn refuse<T>(&mut self, refusal: Refusal, at: &Range<usize>, trail: &Trail<'_>) -> Option<T> {
        let read = self.shown(at);
        self.tell(at, |place| refusal(place, trail.shown(), read));
        None
    }

    fn missing(&mut self, key: &'static str, table: Range<usize>, of_the_file: bool) {
        self.whole = false;
        if !self.broken.is_empty() {
            // It may stand on a line that could not be read.
            return;
        }
        let place = match of_the_file {
            // What the file as a whole lacks stands nowhere in it.
            true => Place::file(self.source.path),
            false => self.source.place(self.span(table)),
        };
        self.report
            .push(diagnostic!(words::MISSING_KEY, place, key = key));
    }

    /// Tells a mistake at `at`, unless another one on the same line explains it.
    fn tell(&mut self, at: &Range<usize>, diagnostic: impl FnOnce(Place) -> Diagnostic) {
        self.whole = false;
        let before = self.broken.partition_point(|line| line.start <= at.start);
        let line = before.checked_sub(1).map(|last| &self.broken[last]);
        if line.is_some_and(|line| at.start <= line.end) {
            return;
        }
        let place = self.source.place(self.span(at.clone()));
        self.report.push(diagnostic(place));
    }

    fn span(&self, at: Range<usize>) -> Span {
        Span::new(self.offset + at.start..self.offset + at.end)
    }

    fn shown(&self, at: &Range<usize>) -> String {
        shown(self.source.text, &self.span(at.clone()).range())
    }
}

/// Whether it is text with a control character in it, such as `\u0000`: no page may hold one (HTML,
/// 13.1.4), and no reader sees it.
fn is_unseen(value: &DeValue<'_>) -> bool {
    let unseen = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    matches!(value, DeValue::String(text) if text.contains(unseen))
}

/// What to say of a value that is of another kind.
fn wanted(holds: Holds) -> Refusal {
    match holds {
        Holds::Text | Holds::Word(_) => refusal!(words::WANTS_TEXT),
        Holds::Localised => refusal!(words::WANTS_WORDS),
        Holds::Cell => refusal!(words::WRONG_VALUE),
        Holds::Names => refusal!(words::WANTS_NAMES),
        Holds::Whole { .. } => refusal!(words::WANTS_WHOLE_NUMBER),
        Holds::Number | Holds::Exact => refusal!(words::WANTS_NUMBER),
        Holds::Truth => refusal!(words::WANTS_TRUTH),
        Holds::Day => refusal!(words::WANTS_DATE),
        Holds::List(_) => refusal!(words::WANTS_LIST),
        Holds::Table(_) | Holds::Map(_) | Holds::Free => refusal!(words::WANTS_TABLE),
    }
}

fn day(datetime: &Datetime) -> Option<Date> {
    let date = datetime.date?;
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}
