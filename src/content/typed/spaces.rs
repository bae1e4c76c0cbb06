//! The spaces that keyboards and word processors type, and signs that show nothing.

use std::borrow::Cow;

/// Whether it counts as a space where Markdown asks for one: spaces of any width, U+200B, which the space
/// bar of Khmer keyboards types, and signs without any, which come along with copied text.
pub(in crate::content) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_typed(c)
}

/// One that the parser does not know.
pub(super) fn is_typed(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{AD}' | '\u{2000}'
            ..='\u{200F}' | '\u{202F}' | '\u{205F}' | '\u{2060}' | '\u{3000}' | '\u{FEFF}'
    )
}

/// Whether any of them may stand in the text.
pub(super) fn are_typed_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The first bytes of all of them; of Khmer letters it is another.
    memchr::memchr3_iter(0xE2, 0xC2, 0xEF, bytes)
        .chain(memchr::memchr_iter(0xE3, bytes))
        .any(|at| text[at..].chars().next().is_some_and(is_typed))
}

/// How many bytes of spaces stand at the beginning.
pub(super) fn leading(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_space).len()
}

/// How many bytes of spaces stand at the end.
pub(super) fn trailing(text: &str) -> usize {
    text.len() - text.trim_end_matches(is_space).len()
}

/// Without hints where a line may break, which mean nothing where no line breaks: U+200B and U+00AD.
pub fn without_hints(text: &str) -> Cow<'_, str> {
    const HINTS: [char; 3] = ['\u{200B}', '\u{AD}', '\u{FEFF}'];
    // The first bytes of all of them; most texts hold none.
    let may_hold = memchr::memchr3(0xE2, 0xC2, 0xEF, text.as_bytes()).is_some();
    match may_hold && text.contains(HINTS) {
        true => Cow::Owned(text.replace(HINTS, "")),
        false => Cow::Borrowed(text),
    }
}
