//! Parts of an office document → its text that nobody sees: in the colour of the paper, or so small that it is a
//! dot; of sheets, in cells whose format shows nothing.
//!
//! White letters are read on whatever is dark behind them. So those within a coloured cell, paragraph or frame, and
//! where a style of tables or a rule may colour it, are left alone: a heading that is told for nothing costs more
//! trust than it saves.

mod open_document;
mod sheets;
mod word;

pub(super) use open_document::look as in_open_document;
pub(super) use sheets::look as in_sheets;
pub(super) use word::look as in_word;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Letters of so many points or fewer are dots.
const DOT: f64 = 2.0;

/// Whether letters of this colour, six hexadecimal digits, cannot be told from paper.
fn is_paper(colour: &str) -> bool {
    let colour = colour.trim_start_matches('#');
    let digits = colour.get(colour.len().saturating_sub(6)..).unwrap_or("");
    let parts = digits.as_bytes().chunks(2);
    let mut parts = parts.map(|pair| std::str::from_utf8(pair).unwrap_or(""));
    digits.len() == 6
        && parts.all(|part| u8::from_str_radix(part, 16).is_ok_and(|part| part >= 0xf8))
}

/// What is met in a part, from its beginning to its end.
trait Visitor {
    fn open(&mut self, name: &str, element: &BytesStart<'_>);
    fn text(&mut self, text: &str);
    fn close(&mut self, name: &str);
}

/// Goes through a part; what is no XML is told elsewhere.
fn visit(text: &str, visitor: &mut impl Visitor) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) => visitor.open(element.local_name().as_ref(), &element),
            Event::End(element) => visitor.close(element.local_name().as_ref()),
            Event::Text(text) => visitor.text(&text.xml10_content()),
            Event::CData(text) => visitor.text(&text.xml10_content()),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart<'_>, key: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten();
    let mut found = found.filter(|one| one.key.local_name().as_ref() == key);
    found.next().map(|one| one.value.as_ref().to_owned())
}
