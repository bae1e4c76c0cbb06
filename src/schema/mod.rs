//! What files that people write may say: a [`Schema`], its [`Field`]s, what each holds and means →
//! a [`Record`] of checked values, each with its place, and every mistake of a file told at once.
//!
//! The schemas themselves stand beside what is made of them (configuration, front matter,
//! declarations of tables, themes, leaflet formats); this room knows none of them. Only `toml.rs`
//! and `mistake.rs` know TOML.

mod choice;
mod mistake;
mod record;
#[cfg(test)]
mod tests;
mod toml;
mod written;

pub(crate) use choice::choice;
pub use record::{Entry, Item, Read, Record, Value};
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
}

/// A setting: its key, what it holds, and what it means.
#[derive(Debug)]
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
    /// The text of a cell: text, or a whole number that is read as text.
    Cell,
    /// A name, or a list of names.
    Names,
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
        }
    }

    /// A schema of keys of the author's own.
    pub const fn open(en: &'static str, km: &'static str, others: Holds) -> Schema {
        Schema {
            name: Words { en, km },
            fields: &[],
            others: Some(others),
        }
    }

    /// Reads the TOML in `range` of `text`, the content of the file at `path`, and reports every
    /// mistake in it; `None` if nothing in it can be read.
    pub fn read<'text>(
        &'static self,
        path: &'text str,
        text: &'text str,
        range: Range<usize>,
        report: &mut Report,
    ) -> Option<Read<'text>> {
        toml::read(self, path, text, range, report)
    }

    /// A record in which nothing is written.
    pub fn empty<'text>(&'static self, path: &'text str) -> Record<'text> {
        Record::empty(self, path)
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.key == key)
    }
}
