//! Small pages.
//!
//! In: HTML. Out: the same document in fewer bytes. It knows HTML's whitespace, and nothing of what the
//! words say.
//!
//! A page goes through one pass of our own, not through minify-html: that library drops the space in
//! `<nav><a>ទឹក</a> <a>ភ្លើង</a></nav>`, has no setting against it, and takes several times as long. What
//! this pass changes is what no reader can see: comments go, a run of blanks becomes one, and blanks at
//! the edge of a block go. `pre`, `code`, `textarea`, scripts and styles stay as they are, so a theme
//! that wants blanks kept puts them in `pre` or `code`. List items may be set in a row by a theme, so
//! the blank between two of them stays.

mod element;
mod tags;

use element::{Element, Kept, Name};
use tags::{Tag, Tags};

/// A tag that opens an element, or that closes `main`.
#[derive(Clone, Copy)]
pub(crate) struct Opening<'page> {
    /// As it was written.
    pub tag: &'page str,
    /// Whether no other blanks stand in it than single spaces.
    pub is_tidy: bool,
}

/// The page with fewer bytes and the same document.
pub fn minify_html(page: &str) -> String {
    minify_and_look(page, |_| {})
}

/// The same, while `look` sees every tag that opens an element, and where `main` is closed.
pub(crate) fn minify_and_look<'page>(
    page: &'page str,
    mut look: impl FnMut(Opening<'page>),
) -> String {
    let mut squeezer = Squeezer {
        out: String::with_capacity(page.len()),
        blank: None,
        is_at_edge: true,
        kept: [0; Kept::COUNT],
        blocks: Vec::new(),
        svg: 0,
        svg_text: 0,
        is_in_head: false,
        tags: Tags::default(),
    };
    let mut rest = page;
    while let Some(open) = memchr::memchr(b'<', rest.as_bytes()) {
        squeezer.text(&rest[..open]);
        let (after, opening) = squeezer.markup(&rest[open..]);
        rest = after;
        if let Some(opening) = opening {
            look(opening);
        }
    }
    squeezer.text(rest);
    squeezer.tags.at_end(&mut squeezer.out);
    squeezer.out
}

struct Squeezer {
    out: String,
    /// A run of blanks that was read and not yet written.
    blank: Option<char>,
    /// Whether the last thing written was the edge of a block.
    is_at_edge: bool,
    /// How many of each kind of elements are open in which every blank counts.
    kept: [usize; Kept::COUNT],
    /// The blocks that are open, the innermost last.
    blocks: Vec<Name>,
    svg: usize,
    /// How many elements with text are open in a drawing.
    svg_text: usize,
    is_in_head: bool,
    tags: Tags,
}

impl Squeezer {
    fn text(&mut self, text: &str) {
        if self.kept.iter().any(|&open| open > 0) {
            self.out.push_str(text);
            self.is_at_edge = false;
            return;
        }
        if !text.starts_with(is_blank) && !text.ends_with(is_blank) && has_single_blanks(text) {
            if !text.is_empty() {
                self.write_blank();
                self.out.push_str(text);
                self.is_at_edge = false;
            }
            return;
        }
        // Bytes, not letters: no blank of HTML is part of another letter.
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest
                .bytes()
                .position(|byte| is_blank(char::from(byte)))
                .unwrap_or(rest.len());
            if word > 0 {
                self.write_blank();
                self.out.push_str(&rest[..word]);
                self.is_at_edge = false;
            }
            rest = &rest[word..];
            let blanks = rest
                .bytes()
                .position(|byte| !is_blank(char::from(byte)))
                .unwrap_or(rest.len());
            if blanks > 0 {
                let has_line_end = rest.as_bytes()[..blanks].contains(&b'\n');
                if self.blank.is_none() || has_line_end {
                    self.blank = Some(if has_line_end { '\n' } else { ' ' });
                }
            }
            rest = &rest[blanks..];
        }
    }

    fn write_blank(&mut self) {
        if let Some(blank) = self.blank.take()
            && !self.is_at_edge
        {
            self.out.push(blank);
        }
    }

    /// Takes what begins with `<` and returns what stands after it, and the tag if one opens there.
    fn markup<'page>(&mut self, page: &'page str) -> (&'page str, Option<Opening<'page>>) {
        if page.starts_with("<!--") {
            let after = match comment_length(page) {
                Some(length) => &page[length..],
                None => self.verbatim(page, page.len()),
            };
            return (after, None);
        }
        let after = page.as_bytes().get(1).copied().unwrap_or(b' ');
        let is_closing = after == b'/';
        let first = if is_closing {
            page.as_bytes().get(2).copied().unwrap_or(b' ')
        } else {
            after
        };
        if !first.is_ascii_alphabetic() {
            let end = match after {
                b'!' if page.starts_with("<![CDATA[") => page.find("]]>").map(|at| at + 3),
                b'!' | b'?' | b'/' => page.find('>').map(|at| at + 1),
                _ => Some(1),
            };
            return (self.verbatim(page, end.unwrap_or(page.len())), None);
        }
        let Some(length) = tag_length(page) else {
            return (self.verbatim(page, page.len()), None);
        };
        let tag = &page[..length];
        let is_tidy = is_tidy(tag);
        let element = Element::of(&tag.as_bytes()[if is_closing { 2 } else { 1 }..]);
        let is_seen = !is_closing || element.name == Name::MAIN;
        let opening = is_seen.then_some(Opening { tag, is_tidy });
        let is_self_closing = tag.ends_with("/>");
        let is_block = self.is_edge_of_block(&element, is_closing);
        self.before_tag(&element, is_block);
        let written = Tag {
            name: element.name,
            is_closing,
            is_self_closing,
        };
        if self.kept.iter().all(|&open| open == 0) {
            self.tags.before(written, &mut self.out);
        }
        let start = self.out.len();
        match is_tidy && !tag.ends_with(" >") {
            true => self.out.push_str(tag),
            false => self.write_tag(tag),
        }
        self.tags.after(written, start, self.out.len());
        self.after_tag(&element, is_block, is_closing, is_self_closing);
        if !is_closing && element.is_raw && !(self.svg > 0 && is_self_closing) {
            let content = raw_length(&page[length..], element.name);
            self.out.push_str(&page[length..length + content]);
            return (&page[length + content..], opening);
        }
        (&page[length..], opening)
    }

    fn verbatim<'page>(&mut self, page: &'page str, length: usize) -> &'page str {
        self.write_blank();
        self.out.push_str(&page[..length]);
        // Nothing shows of a doctype, so what follows it is still the beginning.
        let is_doctype = page
            .get(..9)
            .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
        self.is_at_edge = is_doctype && self.is_at_edge;
        &page[length..]
    }

    /// Whether this tag begins or ends a block. A closing tag that closes nothing does neither.
    fn is_edge_of_block(&mut self, element: &Element, is_closing: bool) -> bool {
        if !element.is_block {
            return false;
        }
        if element.is_void {
            return true;
        }
        if !is_closing {
            self.blocks.push(element.name);
            return true;
        }
        match self.blocks.iter().rposition(|open| *open == element.name) {
            Some(open) => {
                self.blocks.truncate(open);
                true
            }
            None => false,
        }
    }

    fn before_tag(&mut self, element: &Element, is_block: bool) {
        self.is_in_head &= element.is_of_head;
        if is_block || self.is_in_head || (self.svg > 0 && self.svg_text == 0) {
            // In a drawing and in a head, a blank that stands alone is nothing at all; a word before it
            // would be a mistake of the theme.
            self.blank = None;
        }
        self.write_blank();
    }

    fn after_tag(
        &mut self,
        element: &Element,
        is_block: bool,
        is_closing: bool,
        is_self_closing: bool,
    ) {
        let count = |open: &mut usize| match is_closing {
            true => *open = open.saturating_sub(1),
            false => *open += 1,
        };
        if let Some(kept) = element.kept {
            count(&mut self.kept[kept as usize]);
        }
        if element.name == Name::SVG && !is_self_closing {
            count(&mut self.svg);
        } else if self.svg > 0 && !is_self_closing && element.is_text_of_svg {
            count(&mut self.svg_text);
        }
        if self.svg == 0 {
            self.svg_text = 0;
        }
        if element.name == Name::HEAD {
            self.is_in_head = !is_closing;
        }
        let is_between_shapes = self.svg > 0 && self.svg_text == 0;
        self.is_at_edge = is_block || self.is_in_head || is_between_shapes;
    }

    /// The tag with one space before each attribute; values as they are.
    fn write_tag(&mut self, tag: &str) {
        let mut quote = None;
        let mut is_after_blank = false;
        let mut written = 0;
        for (at, byte) in tag.bytes().enumerate() {
            if let Some(open) = quote {
                quote = (byte != open).then_some(open);
                continue;
            }
            if is_blank(char::from(byte)) {
                if !is_after_blank {
                    self.out.push_str(&tag[written..at]);
                }
                is_after_blank = true;
                written = at + 1;
                continue;
            }
            if is_after_blank && byte != b'>' {
                self.out.push(' ');
            }
            is_after_blank = false;
            if is_quote_of_value(tag, at) {
                quote = Some(byte);
            }
        }
        self.out.push_str(&tag[written..]);
    }
}

/// The blanks of HTML: not the no-break space, not the zero-width space.
const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}')
}

/// A quote opens a value only right after `=`; elsewhere it is a letter like any other.
fn is_quote_of_value(tag: &str, at: usize) -> bool {
    matches!(tag.as_bytes()[at], b'"' | b'\'')
        && (tag.as_bytes()[..at].ends_with(b"=")
            || tag[..at].trim_end_matches(is_blank).ends_with('='))
}

fn tag_length(page: &str) -> Option<usize> {
    let bytes = page.as_bytes();
    let mut at = 0;
    loop {
        at += memchr::memchr3(b'>', b'"', b'\'', &bytes[at..])?;
        if bytes[at] == b'>' {
            return Some(at + 1);
        }
        if is_quote_of_value(page, at) {
            let quote = bytes[at];
            at += 1 + memchr::memchr(quote, &bytes[at + 1..])?;
        }
        at += 1;
    }
}

/// Whether blanks are single spaces, so that nothing in this text can be made smaller but its ends.
fn has_single_blanks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let single = |at: usize| bytes.get(at + 1) != Some(&b' ');
    memchr::memchr3(b'\n', b'\t', b'\r', bytes).is_none()
        && memchr::memchr(0x0C, bytes).is_none()
        && memchr::memchr_iter(b' ', bytes).all(single)
}

/// The same for a tag, which is too short for a search: looked at without a stop, so that the processor
/// takes many bytes at once.
fn is_tidy(tag: &str) -> bool {
    let (bytes, behind) = (tag.as_bytes(), &tag.as_bytes()[1..]);
    let pairs = bytes.iter().zip(behind);
    !pairs.fold(false, |any, (byte, next)| {
        any | (*byte < b' ') | ((*byte == b' ') & (*next == b' '))
    })
}

/// The length of a comment with its marks, as browsers find its end.
fn comment_length(page: &str) -> Option<usize> {
    let inner = &page[4..];
    if inner.starts_with('>') {
        return Some(5);
    }
    if inner.starts_with("->") {
        return Some(6);
    }
    let ends = [("-->", 3), ("--!>", 4)];
    ends.iter()
        .filter_map(|(mark, length)| inner.find(mark).map(|at| 4 + at + length))
        .min()
}

/// How much of `page` stands before the closing tag of the raw element `name`.
fn raw_length(page: &str, name: Name) -> usize {
    let closes = |at: &usize| Name::of(&page.as_bytes()[at + 2..]) == name;
    let mut ends = memchr::memmem::find_iter(page.as_bytes(), b"</");
    ends.find(closes).unwrap_or(page.len())
}
