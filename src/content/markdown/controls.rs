//! Control characters in what the parser hands over → a sign that readers see.

use super::glance;
use crate::content::event::{self, Part};
use pulldown_cmark::{CowStr, Event};

/// Whether a control character stands in a text; line ends and tabs are none here. Those of C1 are C2 and a
/// second byte that no other sign has there, such as a quotation mark.
pub(super) fn stand_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_control = |byte: u8| {
        (byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7F)
    };
    glance::any(bytes, is_control)
        || memchr::memchr_iter(0xC2, bytes).any(|at| matches!(bytes[at + 1], 0x80..=0x9F))
}

/// The event with `�` for each control character, which was told where it stands: no page and no feed can
/// hold one.
pub(super) fn replaced(event: Event<'_>) -> Event<'_> {
    event::rewritten(event, |part, text| match part {
        Part::Words | Part::Code | Part::Html | Part::Title if stand_in(&text) => visible(&text),
        _ => text,
    })
}

fn visible(text: &str) -> CowStr<'static> {
    let visible = |c: char| match c.is_control() && !matches!(c, '\n' | '\r' | '\t') {
        true => '\u{FFFD}',
        false => c,
    };
    text.chars().map(visible).collect::<String>().into()
}
