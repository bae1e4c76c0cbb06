//! The bytes of a part → its elements and texts, one after the other, if it is XML from end to end.
//!
//! Libraries read on where a part is cut off in the middle of an element, some of them for ever; here
//! that is damage. Entities that a part defines for itself are not resolved, so they cannot grow.

use super::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::ops::Range;

/// How deep elements may stand in each other. Those of spreadsheet programs stand below twenty.
const DEPTH: usize = 256;

/// What stands in a part.
pub(super) enum Node<'own> {
    Open(BytesStart<'own>),
    /// The name of the element that ends.
    Close(&'own str),
    Text(&'own str),
}

/// The part as text.
pub(super) fn text<'own>(part: &str, bytes: &'own [u8]) -> Result<&'own str, Refusal> {
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| Refusal::damaged(part))?;
    // XML has no control characters; in other encodings letters would hide behind them.
    // Pieces are looked at whole, which takes a tenth of the time that stopping at each letter takes.
    let found = |piece: &[u8]| {
        piece
            .iter()
            .fold(false, |any, byte| any | is_control(*byte))
    };
    if text.as_bytes().chunks(4096).any(found) {
        return Err(Refusal::damaged(part));
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')
}

/// Visits all that stands in a part.
pub(super) fn visit(
    part: &str,
    text: &str,
    mut each: impl FnMut(Node<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let damaged = || Refusal::damaged(part);
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0;
    let mut any = false;
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(element) => {
                any = true;
                depth += 1;
                if depth > DEPTH {
                    return Err(damaged());
                }
                each(Node::Open(element))?;
            }
            Event::End(element) => {
                depth -= 1;
                each(Node::Close(element.name().as_ref()))?;
            }
            Event::Text(text) => each(Node::Text(&text.xml10_content()))?,
            Event::CData(text) => each(Node::Text(&text.xml10_content()))?,
            Event::GeneralRef(name) => {
                let letter = name.resolve_char_ref().map_err(|_| damaged())?;
                match letter {
                    Some(letter) => each(Node::Text(letter.encode_utf8(&mut [0; 4])))?,
                    None => {
                        let letter = quick_xml::escape::resolve_xml_entity(&name);
                        each(Node::Text(letter.ok_or_else(damaged)?))?;
                    }
                }
            }
            Event::Eof if any && depth == 0 => return Ok(()),
            Event::Eof => return Err(damaged()),
            // Empty elements come as two.
            Event::Empty(_) => {}
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// Where the first tag of this element stands, or of one of those before it that are called `other`.
pub(super) fn tags(
    part: &str,
    text: &str,
    element: &str,
    other: &str,
) -> Result<Vec<Range<usize>>, Refusal> {
    let damaged = |_| Refusal::damaged(part);
    let mut reader = Reader::from_str(text);
    let mut found = Vec::new();
    loop {
        let (tag, empty) = match reader.read_event().map_err(damaged)? {
            Event::Start(tag) => (tag, 0),
            Event::Empty(tag) => (tag, 1),
            Event::Eof => return Ok(found),
            _ => continue,
        };
        let name = local(tag.name().into_inner());
        if name == element || name == other {
            let end = usize::try_from(reader.buffer_position()).expect("a position in memory");
            // `<`, what stands in between, `/` and `>`.
            found.push(end - tag.len() - empty - 2..end);
        }
        if name == element {
            return Ok(found);
        }
    }
}

/// The name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// An attribute as it is written, by its whole name.
pub(super) fn attribute<'own>(element: &'own BytesStart<'_>, name: &str) -> Option<Cow<'own, str>> {
    attributes(element).find_map(|(key, value)| (key == name).then_some(value))
}

/// What an attribute says, by its whole name.
pub(super) fn said(element: &BytesStart<'_>, name: &str) -> Option<String> {
    attribute(element, name).map(|value| unescaped(&value))
}

/// What the text of an attribute stands for; where it names unknown entities, as it is written.
pub(super) fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), Cow::into_owned)
}

/// All attributes as they are written.
pub(super) fn attributes<'own>(
    element: &'own BytesStart<'_>,
) -> impl Iterator<Item = (&'own str, Cow<'own, str>)> {
    // Their names are not compared with each other: of a million that would take for ever.
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    attributes
        .flatten()
        .map(|attribute| (attribute.key.into_inner(), attribute.value))
}
