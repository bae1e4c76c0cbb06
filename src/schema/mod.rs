//! What files that people write may say: a [`Schema`], its [`Field`]s, what each holds and means →
//! a [`Record`] of checked values, each with its place, and every mistake of a file told at once.
//!
//! The schemas themselves stand beside what is made of them (configuration, front matter,
//! declarations of tables, themes, leaflet formats); this room knows none of them.
//!
//! TOML that is right is read as it is (`toml.rs`). What people type in its place is made TOML first, each
//! piece with its place (`mend.rs`, `yaml.rs`), and a value that is not of its field's kind is read where it
//! can mean one thing (`typed.rs`); the rest is told by what stands there (`mistake.rs`).

mod choice;
mod lenient;
mod mend;
mod mended;
mod mistake;
mod moment;
mod record;
mod statement;
#[cfg(test)]
mod tests;
mod toml;
mod typed;
mod value;
mod written;
mod yaml;

pub(crate) use choice::choice;
pub use moment::{Minute, Moment, typed as moment};
pub use record::{Entry, Item, Read, Record, Value};
pub use typed::{day, is_blank, says_yes_or_no, truth, whole};
pub use written::{Spot, Written};

use crate::diagnostic::{Report, Words};
use std::ops::Range;

/// The settings that a file, or a table in it, may have.
#[derive(Debug)]
pub struct Schema {
    /// What it describes, as a reader of the handbook would call it.
    pub name: Words,
    pub fields: &'static [Field],
    /// What a key holds that is none of the fields; without it, such a key is a mistake.
    pub others: Option<Holds>,
    /// Keys that other programs know, and what they mean here.
    pub elsewhere: &'static [(&'static str, Means)],
}

/// What a key of another program means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// The same as this field.
    Field(&'static str),
    /// The opposite of this field, which is true or false.
    Not(&'static str),
    /// A key of the author's own in this table.
    Below(&'static str),
    /// The kind of the page, which a table says that is called like it.
    Kind,
    /// A setting of other files of a campaign, which these are.
    OfOthers(Words),
    /// Nothing that is known here.
    Nothing,
}

/// In what form settings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Toml,
    Yaml,
}

/// A setting: its key, what it holds, and what it means.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub key: &'static str,
    pub holds: Holds,
    pub required: bool,
    pub means: Words,
}

/// What a setting holds.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    Text,
    /// Text, or text in each language: `{ km = "…", en = "…" }`.
    Localised,
    /// The text of a cell: text, or a number, a day, `true` or `false` that is read as text.
    Cell,
    /// A name, or a list of names.
    Names,
    /// The text of a cell, several of them, or more that is said of cells.
    CellsOr(&'static Schema),
    /// The text of a cell, or more that is said of it.
    CellOr(&'static Schema),
    /// A whole number of this range.
    Whole {
        least: i64,
        most: i64,
    },
    Number,
    /// A number that is not rounded: `1_000_000`, `0.5` or `"0.5"`.
    Exact,
    Truth,
    Day,
    /// A day, with an hour or without one: `2026-12-12T08:00:00`, `12/12/2026 08:00`.
    Moment,
    /// One of these words.
    Word(&'static [&'static str]),
    List(&'static Holds),
    Table(&'static Schema),
    /// Keys of the author's own, each with such a value.
    Map(&'static Holds),
    /// A table of anything.
    Free,
}

impl Holds {
    /// Any whole number.
    pub const INTEGER: Holds = Holds::Whole {
        least: i64::MIN,
        most: i64::MAX,
    };
    /// How many there are of something.
    pub const COUNT: Holds = Holds::Whole {
        least: 0,
        most: u32::MAX as i64,
    };
    /// How many there are of something of which there must be one.
    pub const AT_LEAST_ONE: Holds = Holds::Whole {
        least: 1,
        most: u32::MAX as i64,
    };
}

/// A setting that may be left out.
pub const fn field(key: &'static str, holds: Holds, en: &'static str, km: &'static str) -> Field {
    Field {
        key,
        holds,
        required: false,
        means: Words { en, km },
    }
}

/// A setting that must be written.
pub const fn required(
    key: &'static str,
    holds: Holds,
    en: &'static str,
    km: &'static str,
) -> Field {
    Field {
        required: true,
        ..field(key, holds, en, km)
    }
}

impl Schema {
    /// A schema of these fields and no others.
    pub const fn of(en: &'static str, km: &'static str, fields: &'static [Field]) -> Schema {
        Schema {
            name: Words { en, km },
            fields,
            others: None,
            elsewhere: &[],
        }
    }

    /// The same, with the keys that other programs know.
    pub const fn knowing(self, elsewhere: &'static [(&'static str, Means)]) -> Schema {
        Schema { elsewhere, ..self }
    }

    /// A schema of keys of the author's own.
    pub const fn open(en: &'static str, km: &'static str, others: Holds) -> Schema {
        Schema {
            name: Words { en, km },
            fields: &[],
            others: Some(others),
            elsewhere: &[],
        }
    }

    /// Reads the TOML in `range` of `text`, the content of the file at `path`, and reports every
    /// mistake in it.
    pub fn read<'text>(
        &'static self,
        path: &'text str,
        text: &'text str,
        range: Range<usize>,
        report: &mut Report,
    ) -> Read<'text> {
        toml::read(self, path, text, range, report)
    }

    /// The same of settings in another form.
    pub fn read_as<'text>(
        &'static self,
        form: Form,
        path: &'text str,
        text: &'text str,
        range: Range<usize>,
        report: &mut Report,
    ) -> Read<'text> {
        match form {
            Form::Toml => toml::read(self, path, text, range, report),
            Form::Yaml => toml::read_yaml(self, path, text, range, report),
        }
    }

    /// Whether somebody who writes this means one of the fields, or a setting of another program.
    pub fn is_setting(&self, key: &str) -> bool {
        self.position(key).is_some() || self.means(key).is_some()
    }

    /// What a key means that is none of the fields as it is spelt.
    pub fn means(&self, key: &str) -> Option<Means> {
        if self.position(key).is_some() {
            return None;
        }
        let is_key = |other: &str| same_letters(other, key);
        let fields = self.fields.iter().map(|field| field.key);
        let own = fields.into_iter().find(|field| is_key(field));
        let mut elsewhere = self.elsewhere.iter();
        own.map(Means::Field).or_else(|| {
            elsewhere
                .find(|(other, _)| is_key(other))
                .map(|(_, means)| *means)
        })
    }

    /// A record in which nothing is written.
    pub fn empty<'text>(&'static self, path: &'text str) -> Record<'text> {
        Record::empty(self, path)
    }

    /// Whether one of the fields has this key, as it is spelt.
    pub fn has(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key)
    }
}

/// Whether both are one word but for capitals, `_` and `-`.
fn same_letters(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = u8> + '_ {
        let letters = text.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
        letters.map(|byte| byte.to_ascii_lowercase())
    }
    letters(one).eq(letters(other))
}
