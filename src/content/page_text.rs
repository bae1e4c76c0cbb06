//! The text of a page's file: in its normal spelling, which is read, and as it was typed, which messages
//! quote.

use crate::diagnostic::{Lines, Place};
use crate::khmer::{Changes, CoengDa, colons, normalise_noting, with_colons_at};
use pulldown_cmark::{Event, Parser, Tag};
use std::borrow::Cow;
use std::ops::{Deref, Range};

/// A text in its normal spelling.
#[derive(Debug, Default)]
pub struct PageText {
    normal: String,
    /// If it was typed otherwise.
    typed: Option<Typed>,
}

/// A text as it was typed, and what normalising changed of it.
#[derive(Debug)]
pub struct Typed {
    text: String,
    changes: Changes,
}

/// A text in its normal spelling, and what was typed if that is something else.
#[derive(Clone, Copy)]
pub struct AsTyped<'text> {
    pub(super) text: &'text str,
    pub(super) written: Option<&'text Typed>,
}

impl<'text> From<&'text str> for AsTyped<'text> {
    fn from(text: &'text str) -> Self {
        let written = None;
        AsTyped { text, written }
    }
}

impl<'text> From<&'text PageText> for AsTyped<'text> {
    fn from(page: &'text PageText) -> Self {
        AsTyped {
            text: &page.normal,
            written: page.typed.as_ref(),
        }
    }
}

impl PageText {
    pub(super) fn of(typed: String, coeng_da: CoengDa) -> PageText {
        let mut changes = Changes::default();
        let meant = with_colons_outside_code(&typed);
        let normal = match normalise_noting(&meant, coeng_da, &mut changes) {
            Cow::Owned(normal) => normal,
            Cow::Borrowed(_) if matches!(meant, Cow::Owned(_)) => meant.into_owned(),
            Cow::Borrowed(_) => {
                return PageText {
                    normal: typed,
                    typed: None,
                };
            }
        };
        let typed = Some(Typed {
            text: typed,
            changes,
        });
        PageText { normal, typed }
    }

    pub(super) fn typed(&self) -> Option<&Typed> {
        self.typed.as_ref()
    }

    /// The bytes `range` of the normal text, where they were typed; `lines` are those of the typed text.
    pub(super) fn place(&self, path: &str, range: Range<usize>, lines: &Lines) -> Place {
        match &self.typed {
            None => lines.place(path, &self.normal, range),
            Some(typed) => lines.place(path, &typed.text, typed.changes.typed(range)),
        }
    }

    /// What puts places of the normal text of the file at `path` where they were typed.
    pub(super) fn as_typed<'text>(
        &'text self,
        typed: &'text Typed,
        path: &'text str,
    ) -> impl FnMut(&Place) -> Option<Place> + 'text {
        let ends = memchr::memchr_iter(b'\n', self.normal.as_bytes()).map(|end| end + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
        let lines = Lines::default();
        move |place| match place {
            Place::Span {
                path: own,
                line,
                column,
                length,
                ..
            } if own == path => {
                let start = starts.get(line - 1)?;
                let mut characters = self.normal[*start..].char_indices();
                let behind = self.normal.len() - start;
                let (at, _) = characters.nth(column - 1).unwrap_or((behind, ' '));
                let (end, _) = characters.nth(length - 1).unwrap_or((behind, ' '));
                let range = typed.changes.typed(start + at..start + end);
                Some(lines.place(path, &typed.text, range))
            }
            _ => None,
        }
    }
}

impl Typed {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn changes(&self) -> &Changes {
        &self.changes
    }
}

/// The text with a colon for each `ៈ` that is meant for one, but for what is shown as it was typed. They
/// are as long as each other, so that no place changes.
fn with_colons_outside_code(text: &str) -> Cow<'_, str> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        end += line.len();
        (end - line.len(), line)
    });
    // What stands on other lines tells nothing of a sign.
    let places = lines.flat_map(|(start, line)| colons(line).map(move |place| start + place));
    let mut places = places.peekable();
    if places.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let code = code(text);
    let is_code = |place: &usize| {
        let next = code.partition_point(|range| range.end <= *place);
        code.get(next).is_some_and(|range| range.start <= *place)
    };
    with_colons_at(text, places.filter(|place| !is_code(place)))
}

/// Where code stands in a page, in its order: within a line, over several, between fences, indented.
fn code(text: &str) -> Vec<Range<usize>> {
    let start = behind_the_head(text);
    let events = Parser::new(&text[start..]).into_offset_iter();
    let code = events
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))));
    code.map(|(_, range)| start + range.start..start + range.end)
        .collect()
}

/// Where the text begins behind settings between two lines of `+++`, which know no code.
fn behind_the_head(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let mut end = lines.next().map_or(0, str::len);
    if text[..end].trim_start_matches('\u{FEFF}').trim_end() != "+++" {
        return 0;
    }
    for line in lines {
        end += line.len();
        if line.trim_end() == "+++" {
            return end;
        }
    }
    0
}

impl Deref for PageText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.normal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_code_nothing_is_meant_for_a_colon() {
        for text in [
            "`៨ៈ៣០`",
            "`ក\n៨ៈ៣០\nខ`",
            "``ក ` ៨ៈ៣០``",
            "ក\n\n    ៨ៈ៣០\n",
            "- ក\n\n      ៨ៈ៣០\n",
            "```\n~~~\n៨ៈ៣០\n```\n",
        ] {
            assert_eq!(with_colons_outside_code(text), text);
        }
        for (typed, meant) in [
            ("ក `ខ ៨ៈ៣០", "ក `ខ ៨៖៣០"),
            ("ក ៈ\nខ ៨ៈ៣០", "ក ៈ\nខ ៨៖៣០"),
            ("ក\n    ៨ៈ៣០\n", "ក\n    ៨៖៣០\n"),
            (
                "+++\nx = [\n\n    \"៨ៈ៣០\"]\n+++\n៩ៈ៣០",
                "+++\nx = [\n\n    \"៨៖៣០\"]\n+++\n៩៖៣០",
            ),
        ] {
            assert_eq!(with_colons_outside_code(typed), meant);
        }
    }

    #[test]
    fn what_is_read_is_normal_and_what_is_told_is_as_it_was_typed() {
        let typed = "ម៉ោង៨ៈ៣០ លេាក\n`៨ៈ៣០`\n```\n~~~\n៨ៈ៣០\n```\nខែ្មរ x\n";
        let text = PageText::of(typed.to_owned(), CoengDa::AsTa);
        assert_eq!(&*text, "ម៉ោង៨៖៣០ លោក\n`៨ៈ៣០`\n```\n~~~\n៨ៈ៣០\n```\nខ្មែរ x\n");
        let normal = Lines::default();
        for (word, expected) in [
            ("លោក", "លេាក"),
            ("៨៖៣០", "៨ៈ៣០"),
            ("ខ្មែរ", "ខែ្មរ"),
            ("x", "x"),
        ] {
            let at = text.find(word).expect("it stands there");
            let of_normal = normal.place("a.md", &text, at..at + word.len());
            let written = text.typed().expect("it was typed otherwise");
            let placed = text.as_typed(written, "a.md")(&of_normal).expect("a place of the file");
            let at = typed.find(expected).expect("it stands there");
            let of_typed = Place::in_text("a.md", typed, at..at + expected.len());
            assert_eq!(placed, of_typed, "{word}");
        }
        assert!(
            PageText::of("គណៈ".to_owned(), CoengDa::AsTa)
                .typed()
                .is_none()
        );
    }
}
