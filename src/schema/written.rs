//! A value that a later stage may still refuse, with the place where its author wrote it.
//!
//! The text it was read from is gone by then, so the line is kept; values of one line share it.

use super::record::{Source, Span};
use crate::diagnostic::Place;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A value, and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    pub value: T,
    pub spot: Spot,
}

impl<T> Written<T> {
    /// The place of the value in the file at `path`, which is the one it was read from.
    pub fn place(&self, path: &str) -> Place {
        self.spot.place(path)
    }
}

impl<T> Deref for Written<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for Written<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(formatter)
    }
}

impl PartialEq<str> for Written<String> {
    fn eq(&self, other: &str) -> bool {
        self.value == other
    }
}

impl PartialEq<&str> for Written<String> {
    fn eq(&self, other: &&str) -> bool {
        self.value == *other
    }
}

/// A piece of one line of a file, the path left out: 24 bytes, and the line itself once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    line: u32,
    column: u16,
    length: u16,
    quote: Arc<str>,
}

impl Spot {
    /// Where `span` stands; the line is that of `beside` if they share it.
    pub(super) fn of(source: Source<'_>, span: Span, beside: Option<&Spot>) -> Spot {
        let Place::Span {
            line,
            column,
            length,
            quote,
            ..
        } = source.place(span)
        else {
            return Spot::default();
        };
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        Spot {
            line,
            column: u16::try_from(column).unwrap_or(u16::MAX),
            length: u16::try_from(length).unwrap_or(u16::MAX),
            quote: match beside.filter(|beside| beside.line == line) {
                Some(beside) => beside.quote.clone(),
                None => quote,
            },
        }
    }

    /// The place in the file at `path`, which is the one it was read from.
    pub fn place(&self, path: &str) -> Place {
        if self.line == 0 {
            return Place::file(path);
        }
        Place::Span {
            path: path.to_owned(),
            line: self.line as usize,
            column: self.column.into(),
            length: self.length.into(),
            quote: self.quote.clone(),
        }
    }
}

impl Default for Spot {
    /// The file as a whole.
    fn default() -> Spot {
        Spot {
            line: 0,
            column: 0,
            length: 0,
            quote: Arc::default(),
        }
    }
}
