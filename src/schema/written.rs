//! A value that a later stage may still refuse, with the place where its author wrote it.
//!
//! The text it was read from is gone by then, so the line is kept; values of one line share it.

use super::record::Span;
use crate::diagnostic::{Place, Quote};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::{Deref, Range};
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

/// A piece of one line of a file, the path left out: 24 bytes, and the line itself once, or as much of
/// a long one as a message shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    line: u32,
    /// In characters.
    column: u32,
    length: u16,
    /// How many characters of `text` stand before it.
    at: u16,
    text: Arc<Box<str>>,
}

/// Of a longer line, each spot keeps what is shown of it.
const LONGEST_LINE: usize = 2400;

impl Spot {
    /// Where `span` of `text` stands.
    pub(super) fn of(text: &str, span: Span, lines: &LineCount) -> Spot {
        let Range { start, end } = span.range();
        let (Some(before), Some(behind)) = (text.get(..start), text.get(start..)) else {
            return Spot::default();
        };
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = behind.find('\n').map_or(text.len(), |at| start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        if line.len() > LONGEST_LINE {
            return Spot::shown_at(&Place::in_text("", text, start..end));
        }
        let shown_end = end.min(line_start + line.len()).max(start);
        let shown = text.get(start..shown_end).unwrap_or_default();
        let before = text[line_start..start].chars().count();
        Spot {
            line: lines.up_to(text, line_start) + 1,
            column: small(before + 1),
            length: short(shown.chars().count().max(1)),
            at: short(before),
            text: lines.shared(line_start, line),
        }
    }

    /// What is shown at a place, without its path.
    pub(super) fn shown_at(place: &Place) -> Spot {
        let Place::Span {
            line,
            column,
            length,
            quote,
            ..
        } = place
        else {
            return Spot::default();
        };
        let before = &quote.text()[..quote.marked().start];
        Spot {
            line: small(*line),
            column: small(*column),
            length: short(*length),
            at: short(before.chars().count()),
            text: Arc::new(quote.text().into()),
        }
    }

    /// Where `span` stands, which begins on the line of `self`, whose span is `own`.
    pub(super) fn on_its_line(&self, own: Span, text: &str, span: Span) -> Option<Spot> {
        let between = text.get(own.range().start..span.range().start)?;
        let shown = text.get(span.range())?;
        if between
            .bytes()
            .chain(shown.bytes())
            .any(|byte| byte == b'\n')
        {
            return None;
        }
        let further = short(between.chars().count());
        // Only a line that is kept whole has room for another.
        (self.column == u32::from(self.at) + 1 && self.text.len() <= LONGEST_LINE).then(|| Spot {
            line: self.line,
            column: self.column.saturating_add(further.into()),
            length: short(shown.chars().count()),
            at: self.at.saturating_add(further),
            text: self.text.clone(),
        })
    }

    /// Line, column, length, where it begins in the text that is shown, and that text, to be kept.
    pub fn parts(&self) -> (u32, u32, u16, u16, &str) {
        (self.line, self.column, self.length, self.at, &self.text)
    }

    /// What [`Spot::parts`] gave; nothing if these are no parts of a spot.
    pub fn from_parts(
        (line, column, length, at, text): (u32, u32, u16, u16, &str),
    ) -> Option<Spot> {
        let is_whole_file = (line, column, length) == (0, 0, 0);
        (is_whole_file || column > 0).then(|| Spot {
            line,
            column,
            length,
            at,
            text: Arc::new(text.into()),
        })
    }

    /// The place in the file at `path`, which is the one it was read from.
    pub fn place(&self, path: &str) -> Place {
        if self.line == 0 {
            return Place::file(path);
        }
        let (at, length) = (usize::from(self.at), usize::from(self.length));
        let byte = |character: usize| {
            let mut characters = self.text.char_indices();
            characters
                .nth(character)
                .map_or(self.text.len(), |(at, _)| at)
        };
        let meant = byte(at)..byte(at + length);
        let is_whole = self.column as usize == at + 1;
        Place::Span {
            path: path.to_owned(),
            line: self.line as usize,
            column: self.column as usize,
            length,
            quote: match is_whole {
                true => Quote::of(&self.text, meant),
                false => Quote::ready(&self.text, meant),
            },
        }
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What is longer than the longest that fits is told as that.
fn short(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

impl Default for Spot {
    /// The file as a whole.
    fn default() -> Spot {
        Spot {
            line: 0,
            column: 0,
            length: 0,
            at: 0,
            text: Arc::default(),
        }
    }
}

/// How many lines end before a place; asked in the order of the file, each line is counted once.
#[derive(Debug, Default)]
pub(super) struct LineCount {
    /// The place last asked for, and its lines.
    last: Cell<(usize, u32)>,
    /// Where the line begins that was kept last, and that line.
    kept: RefCell<Option<(usize, Arc<Box<str>>)>>,
}

impl LineCount {
    /// The line that begins at `start`, once for all values on it.
    fn shared(&self, start: usize, line: &str) -> Arc<Box<str>> {
        let mut kept = self.kept.borrow_mut();
        match &*kept {
            Some((of, shared)) if *of == start => shared.clone(),
            _ => {
                let shared: Arc<Box<str>> = Arc::new(line.into());
                *kept = Some((start, shared.clone()));
                shared
            }
        }
    }

    fn up_to(&self, text: &str, at: usize) -> u32 {
        let (from, lines) = match self.last.get() {
            (last, lines) if last <= at => (last, lines),
            _ => (0, 0),
        };
        let more = text.as_bytes()[from..at].iter();
        let more = more.filter(|byte| **byte == b'\n').count();
        let lines = lines.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        self.last.set((at, lines));
        lines
    }
}
