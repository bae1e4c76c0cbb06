//! What a page says in the table of its kind: front matter, or the cells of its rows → [`Particulars`].
//!
//! Whether the places, tables, contacts and pages exist that it names is not known here.

use super::{Field, FieldHolds, Kind, Kinds};
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::schema::{self, Entry, Item, Moment, Record, Spot, Value, Written};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What one page of a kind says.
#[derive(Debug, Clone, PartialEq)]
pub struct Particulars {
    pub kind: Arc<Kind>,
    /// In the order of the kind's fields.
    pub fields: Vec<FieldGiven>,
    /// Where its table begins.
    pub spot: Spot,
}

/// A field by its place among the kind's, or a column by its place among a field's, and what is given
/// for it.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldGiven {
    pub at: usize,
    pub values: Vec<Written<Given>>,
}

/// A value; what it stands for, its field says.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    Text(String),
    Number(i64),
    Truth(bool),
    Day(Date),
    Moment(Moment),
    Row(Vec<FieldGiven>),
}

/// The table of a kind in the front matter of a page, and the name of the kind; a second one is told.
pub(in crate::content) fn read(
    record: &Record<'_>,
    kinds: &Kinds,
    report: &mut Report,
) -> Option<Particulars> {
    let mut found: Option<(&Arc<Kind>, &Record<'_>)> = None;
    for kind in kinds.iter() {
        let Some(own) = record.table(&kind.name) else {
            continue;
        };
        if let Some((first, _)) = found {
            report.push(diagnostic!(
                codes::kinds::TWO,
                record.place_of_key(&kind.name),
                name = &kind.name,
                first = &first.name
            ));
            continue;
        }
        found = Some((kind, own));
    }
    let (kind, own) = found?;
    check_texts(&kind.fields, own, report);
    let particulars = Particulars {
        kind: Arc::clone(kind),
        fields: fields(&kind.fields, own),
        spot: own.own_spot(),
    };
    particulars.check(own.own_place().path().unwrap_or_default(), report);
    Some(particulars)
}

fn fields(fields_: &[Field], record: &Record<'_>) -> Vec<FieldGiven> {
    let given = fields_.iter().enumerate().filter_map(|(at, field)| {
        let entry = record.entry(&field.key)?;
        let values = values(field, entry, record);
        (!values.is_empty()).then_some(FieldGiven { at, values })
    });
    given.collect()
}

fn values(field: &Field, entry: &Entry<'_>, record: &Record<'_>) -> Vec<Written<Given>> {
    let items: &[Item<'_>] = match &entry.item.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(&entry.item),
    };
    let given = items.iter().filter_map(|item| {
        let value = match &item.value {
            Value::Text(text) if text.trim().is_empty() => return None,
            Value::Text(text) => Given::Text(text.clone().into_owned()),
            Value::Word(word) => Given::Text((*word).to_owned()),
            Value::Whole(number) => Given::Number(*number),
            Value::Truth(truth) => Given::Truth(*truth),
            Value::Day(day) => Given::Day(*day),
            Value::Moment(moment) => Given::Moment(*moment),
            Value::Table(row) => Given::Row(fields(&field.columns, row)),
            Value::Number(_) | Value::List(_) | Value::Map(_) | Value::Free(_) => return None,
        };
        Some(Written {
            value,
            spot: record.spot(item.at),
        })
    });
    given.collect()
}

/// What no reader would see as it was meant.
fn check_texts(fields: &[Field], record: &Record<'_>, report: &mut Report) {
    for field in fields {
        let Some(entry) = record.entry(&field.key) else {
            continue;
        };
        let items = match &entry.item.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(&entry.item),
        };
        for item in items {
            match &item.value {
                Value::Table(row) => check_texts(&field.columns, row, report),
                value => {
                    let text = value.text().unwrap_or_default();
                    check_text(field, text, || record.place(item.at), report);
                }
            }
        }
    }
}

fn check_text(field: &Field, text: &str, place: impl Fn() -> Place, report: &mut Report) {
    match field.holds {
        FieldHolds::Text | FieldHolds::Steps => {
            if let Some(mark) = super::super::front::mark_in(text) {
                report.push(diagnostic!(
                    codes::content::MARK_IN_SETTING,
                    place(),
                    mark = mark,
                    key = &field.key
                ));
            }
        }
        FieldHolds::Phone if !is_phone(text) && !text.contains('{') => {
            report.push(diagnostic!(
                codes::kinds::NO_PHONE,
                place(),
                key = &field.key,
                read = text
            ));
        }
        FieldHolds::Link if !text.contains('{') => {
            if let Err(refusal) = super::super::address::check_link(text) {
                report.push(refusal(place(), text));
            }
        }
        _ => {}
    }
}

/// Whether somebody can call it.
fn is_phone(text: &str) -> bool {
    let digits = crate::khmer::number::to_latin_digits(text);
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    let is_of_it = |c: char| c.is_ascii_digit() || "+-–./() \u{200b}\u{a0}".contains(c);
    count >= 3 && digits.chars().all(is_of_it)
}

impl Particulars {
    /// What is given for the field of this place among the kind's.
    pub fn given(&self, at: usize) -> &[Written<Given>] {
        let own = self.fields.iter().find(|own| own.at == at);
        own.map_or(&[], |own| &own.values)
    }

    /// The moment in the field of this place among the kind's.
    pub fn moment(&self, at: usize) -> Option<Moment> {
        match self.given(at).first()?.value {
            Given::Moment(moment) => Some(moment),
            Given::Day(day) => Some(Moment { day, minute: None }),
            _ => None,
        }
    }

    /// When it begins, if its kind has a calendar.
    pub fn start(&self) -> Option<Moment> {
        self.moment(self.kind.calendar.as_ref()?.start)
    }

    /// When it is over.
    pub fn end(&self) -> Option<Moment> {
        let end = self.kind.calendar.as_ref()?.end;
        end.and_then(|end| self.moment(end))
    }

    /// Whether it was over before this day.
    pub fn is_past(&self, today: Date) -> bool {
        let last = self.end().or_else(|| self.start());
        last.is_some_and(|moment| moment.day < today)
    }

    /// That an end lies before its beginning.
    pub(in crate::content) fn check(&self, path: &str, report: &mut Report) {
        let (Some(start), Some(end)) = (self.start(), self.end()) else {
            return;
        };
        let end_at = self.kind.calendar.as_ref().and_then(|own| own.end);
        // Of a day without an hour, nobody knows when on it.
        let is_before = match (start.minute, end.minute) {
            (Some(_), Some(_)) => end < start,
            _ => end.day < start.day,
        };
        if is_before && let Some(at) = end_at {
            let spot = self.given(at).first().map(|given| given.spot.clone());
            report.push(diagnostic!(
                codes::kinds::ENDS_BEFORE,
                spot.unwrap_or_default().place(path),
                key = &self.kind.fields[at].key
            ));
        }
    }

    /// The texts of a template of pages, in which `{column}`s may stand.
    pub fn texts(&self) -> impl Iterator<Item = &Written<Given>> {
        let mut all = Vec::new();
        gather(&self.fields, &mut all);
        all.into_iter()
    }

    /// The same with a row's values; what does not become a value of its field is told, by `place` and
    /// the number of the row.
    pub fn filled(
        &self,
        fill: &dyn Fn(FieldHolds, &str) -> String,
        path: &str,
        row: u32,
        report: &mut Report,
    ) -> Particulars {
        let filler = Filler { fill, path, row };
        let filled = Particulars {
            fields: filler.fields(&self.kind.fields, &self.fields, report),
            kind: Arc::clone(&self.kind),
            spot: self.spot.clone(),
        };
        filled.check(path, report);
        filled
    }

    /// The columns of rows that it names.
    pub fn columns(&self) -> BTreeSet<String> {
        let texts = self.texts().filter_map(|given| match &given.value {
            Given::Text(text) => Some(super::super::fill::columns_in(text)),
            _ => None,
        });
        texts.flatten().collect()
    }
}

fn gather<'own>(fields: &'own [FieldGiven], all: &mut Vec<&'own Written<Given>>) {
    for value in fields.iter().flat_map(|field| &field.values) {
        match &value.value {
            Given::Row(row) => gather(row, all),
            _ => all.push(value),
        }
    }
}

struct Filler<'run> {
    fill: &'run dyn Fn(FieldHolds, &str) -> String,
    path: &'run str,
    row: u32,
}

impl Filler<'_> {
    fn fields(
        &self,
        fields: &[Field],
        given: &[FieldGiven],
        report: &mut Report,
    ) -> Vec<FieldGiven> {
        let mut filled = Vec::with_capacity(given.len());
        for FieldGiven { at, values } in given {
            let field = &fields[*at];
            let mut own = Vec::with_capacity(values.len());
            for written in values {
                let value = match &written.value {
                    Given::Row(row) => Given::Row(self.fields(&field.columns, row, report)),
                    Given::Text(text) => {
                        let text = (self.fill)(field.holds, text);
                        // What a row does not say is not said of its page.
                        if text.trim().is_empty() {
                            continue;
                        }
                        let place = || written.spot.place(self.path);
                        check_text(field, &text, place, report);
                        match read_text(field, &text) {
                            Some(value) => value,
                            None => {
                                report.push(diagnostic!(
                                    codes::kinds::VALUE_OF_ROW,
                                    place(),
                                    key = &field.key,
                                    row = self.row,
                                    read = text,
                                    holds = field.holds.word()
                                ));
                                continue;
                            }
                        }
                    }
                    other => other.clone(),
                };
                own.push(Written {
                    value,
                    spot: written.spot.clone(),
                });
            }
            if !own.is_empty() {
                filled.push(FieldGiven {
                    at: *at,
                    values: own,
                });
            }
        }
        filled
    }
}

/// The value that a cell's text is for a field; nothing if it is none.
fn read_text(field: &Field, text: &str) -> Option<Given> {
    Some(match field.holds {
        FieldHolds::Number => Given::Number(schema::whole(text)?),
        FieldHolds::Riel => Given::Number(schema::whole(text).filter(|riel| *riel >= 0)?),
        FieldHolds::Month => {
            Given::Number(schema::whole(text).filter(|month| (1..=12).contains(month))?)
        }
        FieldHolds::Day => Given::Day(schema::day(text).ok()?),
        FieldHolds::Moment => Given::Moment(schema::moment(text).ok()?),
        FieldHolds::Truth => Given::Truth(schema::truth(text)?),
        FieldHolds::Choice => {
            let written = text.trim();
            let mut words = field.words.iter();
            let (word, _) = words.find(|(word, _)| word.eq_ignore_ascii_case(written))?;
            Given::Text(word.clone())
        }
        FieldHolds::Rows => return None,
        _ => Given::Text(text.to_owned()),
    })
}
