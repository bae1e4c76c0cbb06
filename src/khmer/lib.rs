//! In: text, numbers and dates. Out: Khmer text as a careful hand writes it.
//!
//! Spelling ([`normalise`]), letters ([`clusters`]), words and line breaks ([`Segmenter`]), digits
//! and amounts ([`number`]), dates ([`date`]), the order of an index ([`sort_key`],
//! [`index_entry`]). Pure: no files, no clock, no locale. Knows nothing of sites, pages or
//! diagnostics.

mod alphabet;
mod automaton;
mod changes;
mod cluster;
mod collate;
mod colons;
pub mod date;
mod excerpt;
mod glance;
mod inspect;
mod irregular;
pub mod legacy;
mod names;
mod normalise;
pub mod number;
mod pairs;
mod parts;
mod reading;
mod search;
mod segment;
mod sentences;
mod set_text;
#[cfg(test)]
mod soup;
mod spaced;
mod torn;
mod unit;
mod whole;

pub use alphabet::Role;
pub use changes::Changes;
pub use cluster::{clusters, truncate_clusters};
pub use collate::{Heading, index_entry, sort_key, sort_key_in};
pub use colons::{colons, with_colons, with_colons_at};
pub use excerpt::{excerpt, word_count};
pub use inspect::{InspectedCluster, InspectedCodePoint, MOST_CODE_POINTS, inspect};
pub use irregular::{Irregularity, IrregularityKind, irregularities, word_around};
pub use normalise::{CoengDa, normalise, normalise_noting, normalise_with};
pub use parts::{Begun, Parts, parts};
pub use reading::{reading_length, reading_minutes};
pub use segment::Segmenter;
pub use sentences::sentences;
pub use set_text::{Breaks, Edge, Line, Piece, SetStr, SetText, SetTexts};

/// The language in which words beside numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Khmer,
    English,
}
