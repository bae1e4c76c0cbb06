//! Byte ranges of one file → [`Place`]s, cheaply for thousands of them in rising order.
//!
//! It remembers where the last place was, and shares a line's quote among the places on it, so that
//! neither a long file nor a long line makes reading quadratic.

use crate::diagnostic::{Place, Quote};
use std::ops::Range;
use std::sync::Arc;

pub(super) struct Places<'text> {
    path: &'text str,
    text: &'text str,
    line: usize,
    line_start: usize,
    /// Where the last place began, and its column.
    at: usize,
    column: usize,
    quote: Option<Arc<str>>,
}

impl<'text> Places<'text> {
    pub(super) fn new(path: &'text str, text: &'text str) -> Places<'text> {
        Places {
            path,
            text,
            line: 1,
            line_start: 0,
            at: 0,
            column: 1,
            quote: None,
        }
    }

    /// The place of the bytes `range`, which begin and end on character borders.
    pub(super) fn of(&mut self, range: Range<usize>) -> Place {
        self.move_to(range.start);
        let line_end = memchr::memchr(b'\n', &self.text.as_bytes()[self.at..])
            .map_or(self.text.len(), |at| self.at + at);
        let line = self.quote.get_or_insert_with(|| {
            self.text[self.line_start..line_end]
                .trim_end_matches('\r')
                .into()
        });
        let shown_end = range.end.min(self.line_start + line.len()).max(range.start);
        let meant = range.start - self.line_start..shown_end - self.line_start;
        Place::Span {
            path: self.path.to_owned(),
            line: self.line,
            column: self.column,
            length: self.text[range.start..shown_end].chars().count().max(1),
            quote: Quote::of_shared(line, meant),
        }
    }

    fn move_to(&mut self, at: usize) {
        if at < self.at {
            *self = Places::new(self.path, self.text);
        }
        let passed = &self.text.as_bytes()[self.at..at];
        if let Some(last) = memchr::memrchr(b'\n', passed) {
            self.line += memchr::memchr_iter(b'\n', passed).count();
            self.line_start = self.at + last + 1;
            self.at = self.line_start;
            self.column = 1;
            self.quote = None;
        }
        self.column += self.text[self.at..at].chars().count();
        self.at = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_same_as_one_counted_from_the_start() {
        let text = "ក\nសួស្តី @/x.md ខ @/y.md\r\n\n@/z.md";
        let mut places = Places::new("a.md", text);
        let starts: Vec<usize> = text.match_indices("@/").map(|(at, _)| at).collect();
        for at in starts.iter().chain(starts.iter().rev()) {
            let range = *at..*at + 6;
            assert_eq!(
                places.of(range.clone()),
                Place::in_text("a.md", text, range)
            );
        }
    }
}
