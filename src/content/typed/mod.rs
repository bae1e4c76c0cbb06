//! Markdown as people type it → Markdown as its parser reads it, and where in the file each byte of it
//! stands.
//!
//! What was typed on a Khmer keyboard, or came out of a word processor, often has one plain meaning
//! that CommonMark does not know: the space bar types U+200B, lists begin with `១.` or `•`, a line that
//! is set in is a paragraph. Here each of these is written as the parser knows it. Nothing else depends
//! on it: an author's words are always taken from the file itself, so that a change which the parser
//! makes nothing of was none.

mod counted;
pub(super) mod dashes;
mod indents;
mod inline;
mod lines;
pub(super) mod marks;
mod spaces;
#[cfg(test)]
mod tests;

pub(super) use spaces::is_space;
pub use spaces::without_hints;

use super::event::{self, Part};
use pulldown_cmark::{CowStr, Event};
use std::borrow::Cow;
use std::ops::Range;

/// A sign of punctuation that nobody types: beside `**` it tells the parser what it takes for the edge of
/// a word. No text that holds it itself is given more of it.
const EDGE: char = '\u{2E4E}';

/// A piece of the text, and what the parser reads in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    at: Range<usize>,
    read: Cow<'static, str>,
}

impl Change {
    fn new(at: Range<usize>, read: impl Into<Cow<'static, str>>) -> Change {
        let read = read.into();
        Change { at, read }
    }
}

/// A change where it stands in both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    typed: Range<usize>,
    read: Range<usize>,
}

impl Edit {
    /// The same where what was read from `from` on is read from `to` on; none if it began before.
    fn moved(&self, from: usize, to: usize) -> Option<Edit> {
        let start = self.read.start.checked_sub(from)? + to;
        Some(Edit {
            typed: self.typed.clone(),
            read: start..start + self.read.len(),
        })
    }
}

/// A text as its parser reads it.
#[derive(Debug)]
pub(super) struct Typed<'text> {
    text: Cow<'text, str>,
    /// In order; none overlaps another.
    edits: Vec<Edit>,
    like_code: Vec<Range<usize>>,
}

impl<'text> Typed<'text> {
    /// Reads a text, of which code may not have been found yet.
    pub(super) fn of(source: Cow<'text, str>) -> Typed<'text> {
        let mut changes = lines::changes(&source);
        inline::changes(&source, &mut changes);
        let mut typed = Typed {
            text: source,
            edits: Vec::new(),
            like_code: Vec::new(),
        };
        typed.change(changes);
        indents::take_away(&mut typed);
        typed
    }

    /// Where lines stand that were set in and look like code, in the typed text.
    pub(super) fn like_code(&self) -> &[Range<usize>] {
        &self.like_code
    }

    /// What the parser reads.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Makes changes, whose places count in what is read by now. Of two that overlap the first is made.
    fn change(&mut self, mut changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        for change in &mut changes {
            self.widen(change);
        }
        changes.sort_by_key(|change| (change.at.start, change.at.end));
        let before = std::mem::take(&mut self.edits);
        let mut old = before.iter().peekable();
        let mut edits: Vec<Edit> = Vec::with_capacity(before.len() + changes.len());
        let mut out = String::with_capacity(self.text.len() + changes.len());
        // All before it is in `out`.
        let mut copied = 0;
        for Change { at, read } in changes {
            if at.start < copied {
                continue;
            }
            while let Some(edit) = old.next_if(|edit| edit.read.end <= at.start) {
                edits.extend(edit.moved(copied, out.len()));
            }
            out.push_str(&self.text[copied..at.start]);
            let start = out.len();
            out.push_str(&read);
            edits.push(Edit {
                typed: within(&before, at.clone()),
                read: start..out.len(),
            });
            copied = at.end;
        }
        edits.extend(old.filter_map(|edit| edit.moved(copied, out.len())));
        out.push_str(&self.text[copied..]);
        self.text = Cow::Owned(out);
        self.edits = edits;
    }

    /// Takes what an edit reads into the change as a whole, where it begins or ends in the middle of it.
    fn widen(&self, change: &mut Change) {
        let around = |at: usize| {
            let next = self.edits.partition_point(|edit| edit.read.end <= at);
            let edit = self.edits.get(next).filter(|edit| edit.read.start < at);
            edit.map(|edit| edit.read.clone())
        };
        if let Some(read) = around(change.at.start) {
            let kept = &self.text[read.start..change.at.start];
            change.read = format!("{kept}{}", change.read).into();
            change.at.start = read.start;
        }
        if let Some(read) = around(change.at.end) {
            let kept = &self.text[change.at.end..read.end];
            change.read = format!("{}{kept}", change.read).into();
            change.at.end = read.end;
        }
    }

    /// Writes over what the parser reads of each of these pieces of the typed text.
    pub(super) fn fill(&mut self, pieces: &[Range<usize>], byte: u8) {
        if pieces.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let mut bytes = text.into_owned().into_bytes();
        for piece in pieces {
            bytes[self.read_of(piece.clone())].fill(byte);
        }
        let text = String::from_utf8(bytes).expect("pieces begin and end between characters");
        self.text = Cow::Owned(text);
    }

    /// The same where the parser reads other signs of the same length, and whether it does.
    pub(super) fn written_over(
        mut self,
        write: impl FnOnce(Cow<'text, str>) -> (Cow<'text, str>, bool),
    ) -> (Typed<'text>, bool) {
        let (text, is_other) = write(self.text);
        self.text = text;
        (self, is_other)
    }

    /// Where these bytes of what is read stand in the typed text.
    pub(super) fn typed_at(&self, read: Range<usize>) -> Range<usize> {
        within(&self.edits, read)
    }

    /// What is read of these bytes of the typed text.
    fn read_of(&self, typed: Range<usize>) -> Range<usize> {
        across(&self.edits, typed, |edit| {
            (edit.typed.clone(), edit.read.clone())
        })
    }

    /// Whether anything in these bytes of what is read was typed in another way.
    fn is_changed(&self, read: &Range<usize>) -> bool {
        let next = self
            .edits
            .partition_point(|edit| edit.read.end <= read.start);
        let next = self.edits.get(next);
        next.is_some_and(|edit| edit.read.start < read.end)
    }

    /// Whether it is read as it was typed.
    pub(super) fn is_as_typed(&self) -> bool {
        self.edits.is_empty()
    }

    /// An event with the words that `source`, the text that was typed, has at its place.
    pub(super) fn as_typed<'event>(
        &self,
        event: Event<'event>,
        read: &Range<usize>,
        source: &'event str,
    ) -> Event<'event> {
        let words = |words: CowStr<'event>| match self.is_changed(read) {
            true if *words == self.text[read.clone()] => {
                CowStr::Borrowed(&source[self.typed_at(read.clone())])
            }
            true => without_edges(words),
            false => words,
        };
        event::rewritten(event, |part, text| match part {
            Part::Words | Part::Html => words(text),
            Part::Code if self.is_changed(read) => {
                code_span(&source[self.typed_at(read.clone())]).into()
            }
            Part::Target | Part::Title | Part::Label => without_edges(text),
            Part::Code | Part::Attribute | Part::Info => text,
        })
    }
}

fn without_edges(words: CowStr<'_>) -> CowStr<'_> {
    match words.contains(EDGE) {
        true => words.replace(EDGE, "").into(),
        false => words,
    }
}

/// The text of a code span as it was typed, from its first backtick to its last.
fn code_span(typed: &str) -> String {
    let inner = typed.trim_matches('`');
    let line = inner.replace("\r\n", " ").replace(['\r', '\n'], " ");
    let bare = line
        .strip_prefix(' ')
        .and_then(|rest| rest.strip_suffix(' '));
    match bare {
        Some(bare) if !line.trim().is_empty() => bare.to_owned(),
        _ => line,
    }
}

/// Where bytes of what is read were typed.
fn within(edits: &[Edit], read: Range<usize>) -> Range<usize> {
    across(edits, read, |edit| (edit.read.clone(), edit.typed.clone()))
}

/// From one text to the other; what begins or ends within an edit begins or ends with it.
fn across(
    edits: &[Edit],
    range: Range<usize>,
    sides: impl Fn(&Edit) -> (Range<usize>, Range<usize>),
) -> Range<usize> {
    if edits.is_empty() {
        return range;
    }
    let next = edits.partition_point(|edit| sides(edit).0.end <= range.start);
    let start = match edits.get(next).map(&sides) {
        Some((own, other)) if own.start < range.start => other.start,
        _ => after(edits[..next].last().map(&sides), range.start),
    };
    let next = edits.partition_point(|edit| sides(edit).0.start < range.end);
    let end = match edits[..next].last().map(&sides) {
        Some((own, other)) if range.end < own.end => other.end,
        last => after(last, range.end),
    };
    start..end.max(start)
}

/// A place behind an edit, or before all of them.
fn after(edit: Option<(Range<usize>, Range<usize>)>, at: usize) -> usize {
    edit.map_or(at, |(own, other)| at - own.end + other.end)
}
