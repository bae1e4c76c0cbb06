//! A text → the places of its bytes, in whatever order they are asked for.
//!
//! With the first place comes an index: where each line begins, and how many characters stand before
//! every so many bytes. So neither a long file, a long line nor a hundred thousand mistakes make
//! telling quadratic; a text without a mistake pays nothing.

use super::place::{Place, Quote};
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The index of one text; whoever asks hands over the same text each time.
#[derive(Debug, Default)]
pub struct Lines {
    index: OnceLock<Index>,
    /// The line that was quoted last, which the places on it share.
    quoted: Mutex<Option<(usize, Arc<str>)>>,
}

#[derive(Debug)]
struct Index {
    /// Where each line begins.
    starts: Vec<usize>,
    /// How many characters begin before every [`STEP`]th byte.
    characters: Vec<usize>,
}

const STEP: usize = 512;
/// A longer line is quoted in pieces, and shared by nobody.
const LONGEST_SHARED: usize = 2400;

impl Lines {
    /// The bytes `range` of `text`, which is the whole content of the file at `path`.
    ///
    /// A range that reaches over several lines is shown up to the end of its first line; a range
    /// that does not lie on character borders, or not in the text, is moved to them.
    pub fn place(&self, path: &str, text: &str, range: Range<usize>) -> Place {
        let index = self.index.get_or_init(|| Index::of(text));
        let start = floor_char_boundary(text, range.start);
        let end = ceil_char_boundary(text, range.end).max(start);
        let line = index.starts.partition_point(|line| *line <= start);
        let line_start = index.starts[line - 1];
        let line_end = index.starts.get(line).map_or(text.len(), |next| next - 1);
        let whole = &text[line_start..line_end];
        let whole = whole.strip_suffix('\r').unwrap_or(whole);
        let shown_end = end.min(line_start + whole.len()).max(start);
        let meant = start - line_start..shown_end - line_start;
        // What is meant may be the end of the line itself.
        let shown = &text[line_start..(line_start + whole.len()).max(shown_end)];
        let before = index.characters_before(text, start);
        Place::Span {
            path: path.to_owned(),
            line,
            column: before - index.characters_before(text, line_start) + 1,
            length: (index.characters_before(text, shown_end) - before).max(1),
            quote: match shown.len() <= LONGEST_SHARED {
                true => Quote::of_shared(&self.shared(line, shown), meant),
                false => Quote::of(shown, meant),
            },
        }
    }

    fn shared(&self, line: usize, text: &str) -> Arc<str> {
        let mut quoted = self.quoted.lock().unwrap_or_else(PoisonError::into_inner);
        match &*quoted {
            Some((last, shared)) if *last == line && shared.len() == text.len() => shared.clone(),
            _ => {
                let shared: Arc<str> = text.into();
                *quoted = Some((line, shared.clone()));
                shared
            }
        }
    }
}

impl Index {
    fn of(text: &str) -> Index {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let mut count = 0;
        let characters = text.as_bytes().chunks(STEP).map(|bytes| {
            let before = count;
            count += beginnings(bytes);
            before
        });
        let characters = characters.collect();
        Index {
            starts: std::iter::once(0).chain(ends.map(|end| end + 1)).collect(),
            characters,
        }
    }

    fn characters_before(&self, text: &str, at: usize) -> usize {
        // The end of a text may be the border of a step.
        let step = (at / STEP).min(self.characters.len().saturating_sub(1));
        let before = self.characters.get(step).copied().unwrap_or(0);
        before + beginnings(&text.as_bytes()[step * STEP..at])
    }
}

/// How many of these bytes of UTF-8 begin a character.
fn beginnings(bytes: &[u8]) -> usize {
    let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(begins).count()
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceil_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, column and length, counted from the beginning each time.
    fn counted(text: &str, range: Range<usize>) -> (usize, usize, usize) {
        let before = &text[..range.start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[line_start..].find('\n');
        let line_end = line_end.map_or(text.len(), |at| line_start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        let end = range.end.min(line_start + line.len()).max(range.start);
        (
            before.matches('\n').count() + 1,
            before[line_start..].chars().count() + 1,
            text[range.start..end].chars().count().max(1),
        )
    }

    #[test]
    fn places_are_the_same_as_counted_in_any_order() {
        let text = "ក\nសួស្តី x\r\n\n".repeat(300) + &"ស្ត្រីa".repeat(700) + "\nz";
        let lines = Lines::default();
        let borders: Vec<usize> = (0..=text.len())
            .filter(|at| text.is_char_boundary(*at))
            .collect();
        for step in [1, 7, borders.len() - 3] {
            for at in (0..borders.len()).map(|at| at * step % borders.len()) {
                let range = borders[at]..borders[(at + 3).min(borders.len() - 1)];
                let Place::Span {
                    line,
                    column,
                    length,
                    ..
                } = lines.place("a.md", &text, range.clone())
                else {
                    panic!("a range has a span");
                };
                assert_eq!((line, column, length), counted(&text, range));
            }
        }
    }

    #[test]
    fn a_range_that_is_none_is_moved_to_one() {
        let (text, lines) = ("aក\r\n", Lines::default());
        for (range, expected) in [(2..2, (1, 2, 1)), (2..3, (1, 2, 1)), (3..90, (1, 2, 1))] {
            let Place::Span {
                line,
                column,
                length,
                quote,
                ..
            } = lines.place("a.md", text, range)
            else {
                panic!("a range has a span");
            };
            assert_eq!((line, column, length), expected);
            assert_eq!(quote.text(), "aក");
        }
        assert_eq!(lines.place("a.md", text, 90..99).to_string(), "a.md:2:1");
        assert_eq!(
            Lines::default().place("a.md", "", 3..4).to_string(),
            "a.md:1:1"
        );
    }
}
