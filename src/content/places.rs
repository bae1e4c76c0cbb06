//! Byte ranges of one file → [`Place`]s.

use crate::diagnostic::{Lines, Place};
use std::ops::Range;

pub(super) struct Places<'text> {
    path: &'text str,
    text: &'text str,
    lines: Lines,
}

impl<'text> Places<'text> {
    pub(super) fn new(path: &'text str, text: &'text str) -> Places<'text> {
        Places {
            path,
            text,
            lines: Lines::default(),
        }
    }

    /// The place of the bytes `range`.
    pub(super) fn of(&self, range: Range<usize>) -> Place {
        self.lines.place(self.path, self.text, range)
    }
}
