//! Targets as people type them → as the parser reads them: names of files with spaces, and bare addresses
//! with signs that Markdown takes for its own. Each of these bytes is written as another of the same
//! length that no text holds, and written back in what the parser hands over.

use super::bare;
use crate::content::event;
use crate::content::link;
use memchr::memmem;
use pulldown_cmark::{CowStr, Event};
use std::borrow::Cow;
use std::ops::Range;

/// What is written for each sign, between the parser's eyes and ours.
const HIDDEN: [(u8, u8); 4] = [(b' ', 0x7F), (b'*', 0x1A), (b'_', 0x1B), (b'~', 0x1C)];

/// No longer line of a target is looked at, so that a line of brackets costs no more than it is long.
const LONGEST: usize = 1024;

/// The text as the parser is to read it, and whether that is another. It holds none of the bytes that are
/// written.
pub(super) fn readable(text: Cow<'_, str>) -> (Cow<'_, str>, bool) {
    let mut found = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), b"](") {
        found.extend(target_with_spaces(&text, at + 2, Some(')')));
    }
    for at in memmem::find_iter(text.as_bytes(), b"]:") {
        let before = &text[text.ceil_char_boundary(at.saturating_sub(LONGEST))..at];
        let line = before.rsplit('\n').next().unwrap_or(before);
        if line.trim_start().starts_with('[') {
            found.extend(target_with_spaces(&text, at + 2, None));
        }
    }
    found.extend(bare::with_signs(&text));
    if found.is_empty() {
        return (text, false);
    }
    let mut bytes = text.into_owned().into_bytes();
    for range in found {
        for byte in &mut bytes[range] {
            if let Some((_, hidden)) = HIDDEN.iter().find(|(sign, _)| sign == byte) {
                *byte = *hidden;
            }
        }
    }
    let text = String::from_utf8(bytes).expect("a sign of ASCII for another");
    (Cow::Owned(text), true)
}

/// A target from `from` on that has spaces in it and names something all the same: to the bracket that ends
/// it, or to the end of the line.
fn target_with_spaces(text: &str, from: usize, end: Option<char>) -> Option<Range<usize>> {
    let within = text.floor_char_boundary(from.saturating_add(LONGEST));
    let line = text[from..within].lines().next()?;
    let inner = match end {
        None => line,
        Some(end) => {
            let mut depth = 0;
            let closes = |c: char| {
                depth += i32::from(c == '(') - i32::from(c == end);
                depth < 0
            };
            &line[..line.find(closes)?]
        }
    };
    let target = without_title(inner).trim();
    let start = from + inner.len() - inner.trim_start().len();
    let names = target.contains(' ')
        && !target.contains(['<', '>', '`', '[', ']', '"'])
        && !target.contains("{{")
        && link::names_with_spaces(target);
    names.then(|| start..start + target.len())
}

/// A target without the title behind it.
fn without_title(inner: &str) -> &str {
    let trimmed = inner.trim_end();
    for quote in ['"', '\''] {
        if let Some(rest) = trimmed.strip_suffix(quote)
            && let Some(at) = rest.find(&format!(" {quote}"))
        {
            return &rest[..at];
        }
    }
    inner
}

/// The event with what was typed.
pub(super) fn as_typed(event: Event<'_>) -> Event<'_> {
    event::rewritten(event, |_, text| typed(text))
}

fn typed(text: CowStr<'_>) -> CowStr<'_> {
    let is_hidden = |byte: u8| HIDDEN.iter().any(|(_, hidden)| *hidden == byte);
    if !text.bytes().any(is_hidden) {
        return text;
    }
    let mut bytes = text.into_string().into_bytes();
    for byte in &mut bytes {
        if let Some((sign, _)) = HIDDEN.iter().find(|(_, hidden)| hidden == byte) {
            *byte = *sign;
        }
    }
    String::from_utf8(bytes)
        .expect("a sign of ASCII for another")
        .into()
}
