//! Raw HTML as an author wrote it, piece by piece → HTML that may stand among ours.
//!
//! Every piece is judged before it meets what the page writes itself: what passes is written anew, tag by
//! tag, and what is left open ends where the paragraph, the item or the text around it ends. So no piece
//! changes anything outside the place it stands in, and browsers have nothing to mend. What is taken away
//! is told. Nothing hostile is left of it: no element but those on the list, no attribute but those on the
//! list, and no text whose signs are not escaped.

use super::pieces::Pieces;
use super::{Builder, Kind};
use crate::content::block::{
    Block, Inline, LinkId, PictureId, Target, WrittenLink, WrittenPicture, target_in_html,
};
use crate::content::link::Link;
use crate::content::raw_html::{self, Attribute, Token};
use crate::diagnostic::{codes, diagnostic};
use crate::scheme::tag;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// How far up an end looks for its beginning.
const FARTHEST: usize = 256;

/// An element of an author's that is open.
pub(super) struct Open {
    name: &'static str,
    /// How many elements of the builder were open around it.
    depth: usize,
    is_block: bool,
    /// Where its tag stands in the file.
    at: Range<usize>,
}

/// Elements whose beginning was told, by name: their ends may follow, and are no second fault.
pub(super) type EndsToCome = HashMap<&'static str, usize>;

/// A piece of HTML while it is judged.
struct Judged<'html> {
    pieces: &'html Pieces,
    is_block: bool,
    out: String,
    /// What was told of it.
    told: HashSet<String>,
    /// Where its last blank line is.
    last_blank: Option<usize>,
    /// Where the next end of an element was found from some place on, if there was one.
    ends: HashMap<String, (usize, Option<usize>)>,
}

impl Judged<'_> {
    /// Behind the end of the element of this name that was begun before `from`; each is looked for once.
    fn end_from(&mut self, from: usize, name: &str) -> Option<usize> {
        if let Some((looked_from, end)) = self.ends.get(name)
            && *looked_from <= from
            && end.is_none_or(|end| from < end)
        {
            return *end;
        }
        let end = end_of(self.pieces.text(), from, name);
        self.ends.insert(name.to_owned(), (from, end));
        end
    }

    fn end_of(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }
}

impl Builder<'_, '_> {
    /// What may stand in the page of a piece that stands where the builder is.
    pub(super) fn judged(&mut self, pieces: &Pieces, is_block: bool) -> String {
        let html = pieces.text();
        let mut judged = Judged {
            pieces,
            is_block,
            out: String::with_capacity(html.len()),
            told: HashSet::new(),
            last_blank: if is_block {
                last_blank_line(html)
            } else {
                None
            },
            ends: HashMap::new(),
        };
        let mut at = 0;
        while let Some(token) = raw_html::token(html, at) {
            at = match token {
                Token::Text(range) => {
                    self.note_words_outside_cells(range.clone(), &mut judged);
                    push_text(&html[range.clone()], &mut judged.out);
                    range.end
                }
                Token::Start { at, name } => self.start_tag(at, name, &mut judged),
                Token::End { at, name } => {
                    self.end_tag(at.clone(), name, &mut judged);
                    at.end
                }
                Token::Comment(range, ends) => {
                    if !ends {
                        self.swallows(range.start..range.start + 4, &judged);
                    }
                    range.end
                }
                Token::Instruction(range, ends) => {
                    let signs = html[range.clone()].chars().take(2);
                    let length: usize = signs.map(char::len_utf8).sum();
                    let name = &html[range.start + 1..range.start + length];
                    let begins = range.start..range.start + length;
                    if ends || !self.swallows(begins, &judged) {
                        self.left_out(range.start, name, &mut judged);
                    }
                    range.end
                }
                Token::Open(range) => {
                    push_text(&html[range.clone()], &mut judged.out);
                    let length = html[range.start + 1..].find(|c: char| !c.is_ascii_alphanumeric());
                    let end = length.map_or(range.end, |length| range.start + 1 + length);
                    let place = self.places.of(pieces.in_file(range.start..end));
                    let name = &html[range.start..end];
                    self.report.push(diagnostic!(
                        codes::content::HTML_TAG_UNCLOSED,
                        place,
                        name = name
                    ));
                    range.end
                }
            };
        }
        judged.out
    }

    /// Writes a start tag, and gives where to go on.
    fn start_tag(&mut self, at: Range<usize>, name: &str, judged: &mut Judged<'_>) -> usize {
        self.note_open_quote(at.clone(), judged);
        let html = judged.pieces.text();
        let Some(element) = raw_html::element(name) else {
            let lower = name.to_ascii_lowercase();
            let is_code = raw_html::CODE.contains(&lower.as_str());
            let end = match is_code || lower == "textarea" {
                true => judged.end_from(at.end, &lower),
                false => Some(at.end),
            };
            let begins = at.start..at.start + 1 + name.len();
            if end.is_some() || !self.swallows(begins, judged) {
                self.left_out(at.start, name, judged);
            }
            return match is_code {
                true => end.unwrap_or(html.len()),
                false => at.end,
            };
        };
        let begins = at.start..at.start + 1 + name.len();
        if element == "pre"
            && judged.end_from(at.end, element).is_none()
            && self.swallows(begins, judged)
        {
            return at.end;
        }
        while let Some(open) = self.open_here()
            && raw_html::ends(element, open)
        {
            self.open_html.pop();
            judged.end_of(open);
        }
        if !self.may_begin(element) {
            self.misplaced_html(at.start, element, judged);
            return at.end;
        }
        judged.out.push('<');
        judged.out.push_str(element);
        let (_, attributes) = tag::name_of(&html[at.start + 1..at.end]);
        let tag = judged.pieces.in_file(at.start..at.end);
        self.attributes(element, attributes, tag, judged);
        judged.out.push('>');
        if !raw_html::VOID.contains(&element) {
            self.open_html.push(Open {
                name: element,
                depth: self.stack.len(),
                is_block: judged.is_block,
                at: judged.pieces.in_file(at.start..at.start + 1 + name.len()),
            });
        }
        at.end
    }

    /// Words right in a table stand in no cell of it, and browsers show them before it.
    fn note_words_outside_cells(&mut self, range: Range<usize>, judged: &mut Judged<'_>) {
        const TABLE: [&str; 5] = ["table", "tbody", "tfoot", "thead", "tr"];
        let Some(name) = self.open_here().filter(|name| TABLE.contains(name)) else {
            return;
        };
        let words = &judged.pieces.text()[range.clone()];
        let bare = words.trim();
        if bare.is_empty() || !judged.told.insert("words outside of cells".to_owned()) {
            return;
        }
        let start = range.start + (words.len() - words.trim_start().len());
        let length = bare.find('\n').unwrap_or(bare.len());
        let place = judged.pieces.in_file(start..start + length);
        let place = self.places.of(place);
        self.report.push(diagnostic!(
            codes::content::WORDS_OUTSIDE_CELLS,
            place,
            name = name
        ));
    }

    /// A value that holds another tag lacks the quotation mark at its end.
    fn note_open_quote(&mut self, at: Range<usize>, judged: &mut Judged<'_>) {
        let html = judged.pieces.text();
        let tag = &html[at.start + 1..at.end];
        if memchr::memchr(b'<', tag.as_bytes()).is_none() {
            return;
        }
        let (_, mut rest) = tag::name_of(tag);
        while let Some((name, value, after)) = tag::attribute(rest) {
            rest = after;
            let holds_tag = value.match_indices('<').any(|(open, _)| {
                let inner = value[open + 1..].trim_start_matches('/');
                inner.starts_with(|c: char| c.is_ascii_alphabetic())
            });
            if holds_tag {
                let start = name.as_ptr() as usize - html.as_ptr() as usize;
                let place = judged.pieces.in_file(start..start + name.len());
                let place = self.places.of(place);
                self.report.push(diagnostic!(
                    codes::content::HTML_QUOTE_OPEN,
                    place,
                    name = name
                ));
            }
        }
    }

    fn attributes(
        &mut self,
        element: &str,
        mut rest: &str,
        tag_at: Range<usize>,
        judged: &mut Judged<'_>,
    ) {
        let html = judged.pieces.text();
        let mut seen: HashSet<String> = HashSet::new();
        let mut source = None;
        while let Some((written, value, after)) = tag::attribute(rest) {
            rest = after;
            let name = written.to_ascii_lowercase();
            if !seen.insert(name.clone()) {
                continue;
            }
            match raw_html::attribute(element, &name, value) {
                Attribute::LeftOut => {}
                Attribute::Passes => {
                    judged.out.push(' ');
                    judged.out.push_str(&name);
                    judged.out.push_str("=\"");
                    match (element, &*name) {
                        ("a", "href") => {
                            let id = self.link_in_html(value, &tag_at);
                            target_in_html(Target::Link(id), &mut judged.out);
                        }
                        ("img", "src") => {
                            source = Some(value.to_owned());
                            let id = self.picture_in_html(value, &tag_at);
                            target_in_html(Target::Picture(id), &mut judged.out);
                        }
                        _ => push_text(value, &mut judged.out),
                    }
                    judged.out.push('"');
                }
                Attribute::Told => {
                    if judged.told.insert(format!("{element} {name}")) {
                        let start = written.as_ptr() as usize - html.as_ptr() as usize;
                        let at = judged.pieces.in_file(start..start + written.len());
                        let place = self.places.of(at);
                        self.report.push(diagnostic!(
                            codes::content::HTML_ATTRIBUTE_LEFT_OUT,
                            place,
                            name = written,
                            element = element
                        ));
                    }
                }
            }
        }
        if element == "img"
            && let Some(source) = source
            && !seen.contains("alt")
        {
            self.note_picture(&source, &tag_at);
        }
    }

    /// A picture without a description is told as in Markdown; an empty one says that it needs none.
    fn note_picture(&mut self, source: &str, at: &Range<usize>) {
        let place = self.places.of(at.clone());
        self.report.push(diagnostic!(
            codes::content::NO_ALTERNATIVE,
            place,
            source = source
        ));
    }

    /// A link in HTML is found as every other is.
    fn link_in_html(&mut self, value: &str, at: &Range<usize>) -> LinkId {
        let id = LinkId::from(self.document.links.len());
        let target = tag::as_browsers_read(&tag::decoded(value));
        self.document.links.push(WrittenLink {
            to: Link::read(&target),
            title: "".into(),
            span: at.clone().into(),
        });
        id
    }

    fn picture_in_html(&mut self, value: &str, at: &Range<usize>) -> PictureId {
        let id = PictureId::from(self.document.pictures.len());
        self.document.pictures.push(WrittenPicture {
            source: tag::as_browsers_read(&tag::decoded(value)).into(),
            title: self.segmenter.set(""),
            alternative: "".into(),
            span: at.clone().into(),
        });
        id
    }

    fn end_tag(&mut self, at: Range<usize>, name: &str, judged: &mut Judged<'_>) {
        let lower = name.to_ascii_lowercase();
        if lower == "br" {
            judged.out.push_str("<br>");
            return;
        }
        let depth = self.stack.len();
        let here = self.open_html.iter().rev().take(FARTHEST);
        let here = here.take_while(|open| open.depth >= depth);
        let names: Vec<&'static str> = here.map(|open| open.name).collect();
        if let Some(up) = names.iter().position(|open| *open == lower) {
            for open in &names[..=up] {
                self.open_html.pop();
                judged.end_of(open);
            }
            return;
        }
        // `text</details>` ends what was begun before its paragraph.
        let is_around = |open: &Open| open.is_block && open.depth + 1 == depth;
        let in_paragraph = matches!(self.top().kind, Kind::Paragraph);
        let below = self.open_html.len() - names.len();
        if in_paragraph
            && let Some(open) = self.open_html[..below].last()
            && is_around(open)
            && open.name == lower
        {
            self.ends_after_paragraph += 1;
            return;
        }
        self.end_alone(at, &lower, judged);
    }

    /// An end without a beginning ends nothing. Of those that end by themselves the end comes too late
    /// where something in them ended them, and of what is left out the beginning was told.
    fn end_alone(&mut self, at: Range<usize>, name: &str, judged: &mut Judged<'_>) {
        let is_of_one = raw_html::element(name).is_some_and(|name| !raw_html::VOID.contains(&name));
        let ends_late = raw_html::ENDS_BY_ITSELF.contains(&name);
        let was_told = judged.told.contains(name);
        if !is_of_one || ends_late || was_told {
            return;
        }
        if let Some(count) = self.ends_to_come.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            return;
        }
        if !judged.told.insert(format!("/{name}")) {
            return;
        }
        let place = self.places.of(judged.pieces.in_file(at));
        self.report.push(diagnostic!(
            codes::content::HTML_END_ALONE,
            place,
            name = name
        ));
    }

    /// Ends what was left open in the element of the builder that ends now. Of those of one name that
    /// stand in each other, the outermost is told.
    pub(super) fn close_html(&mut self) {
        let depth = self.stack.len();
        let here = self.open_html.partition_point(|open| open.depth < depth);
        if here == self.open_html.len() {
            return;
        }
        self.flush_text();
        let left_open: Vec<Open> = self.open_html.drain(here..).collect();
        let mut told = HashSet::new();
        for open in &left_open {
            *self.ends_to_come.entry(open.name).or_default() += 1;
            if !raw_html::ENDS_BY_ITSELF.contains(&open.name) && told.insert(open.name) {
                let place = self.places.of(open.at.clone());
                self.report.push(diagnostic!(
                    codes::content::HTML_LEFT_OPEN,
                    place,
                    name = open.name
                ));
            }
        }
        for open in left_open.iter().rev() {
            let end = format!("</{}>", open.name);
            match open.is_block {
                true => self.block(Block::Html(end.into())),
                false => self.inline(Inline::Html(Box::new(end.into()))),
            }
        }
    }

    /// Ends what an end in the paragraph that was closed now was meant for.
    pub(super) fn close_around_paragraph(&mut self) {
        for _ in 0..std::mem::take(&mut self.ends_after_paragraph) {
            if let Some(open) = self.open_html.pop() {
                self.block(Block::Html(format!("</{}>", open.name).into()));
            }
        }
    }

    /// The innermost of an author's elements that are open in the element of the builder.
    fn open_here(&self) -> Option<&'static str> {
        let open = self.open_html.last()?;
        (open.depth >= self.stack.len()).then_some(open.name)
    }

    /// Whether a link that an author opened in HTML is open.
    pub(super) fn is_in_a_link_of_html(&self) -> bool {
        let open = self.open_html.iter().rev().take(FARTHEST);
        open.into_iter().any(|open| open.name == "a")
    }

    fn may_begin(&self, element: &str) -> bool {
        let is_heading = |name: &str| matches!(name, "h2" | "h3" | "h4" | "h5" | "h6");
        let mut around = self.stack.iter();
        match element {
            "a" => {
                !self.is_in_a_link_of_html()
                    && !around.any(|one| matches!(one.kind, Kind::Link { .. }))
            }
            _ if is_heading(element) => {
                !self.open_here().is_some_and(is_heading)
                    && !around.any(|one| matches!(one.kind, Kind::Heading(..)))
            }
            _ => raw_html::may_stand_in(element, self.open_here()),
        }
    }

    fn left_out(&mut self, at: usize, name: &str, judged: &mut Judged<'_>) {
        let name = name.to_ascii_lowercase();
        if !judged.told.insert(name.clone()) {
            return;
        }
        let place = judged.pieces.in_file(at..at + 1 + name.len());
        let place = self.places.of(place);
        self.report.push(diagnostic!(
            codes::content::HTML_LEFT_OUT,
            place,
            name = name
        ));
    }

    fn misplaced_html(&mut self, at: usize, name: &'static str, judged: &mut Judged<'_>) {
        *self.ends_to_come.entry(name).or_default() += 1;
        if !judged.told.insert(name.to_owned()) {
            return;
        }
        let place = judged.pieces.in_file(at..at + 1 + name.len());
        let place = self.places.of(place);
        self.report.push(diagnostic!(
            codes::content::HTML_MISPLACED,
            place,
            name = name
        ));
    }

    /// Tells of a beginning that has no end, where all the text behind it would belong to it; whether it is
    /// such a one.
    fn swallows(&mut self, at: Range<usize>, judged: &Judged<'_>) -> bool {
        let html = judged.pieces.text();
        if judged.last_blank.is_none_or(|blank| blank < at.start) {
            return false;
        }
        let name = &html[at.clone()];
        let place = self.places.of(judged.pieces.in_file(at));
        self.report.push(diagnostic!(
            codes::content::HTML_SWALLOWS,
            place,
            name = name
        ));
        true
    }
}

/// Where the last line without words begins.
fn last_blank_line(html: &str) -> Option<usize> {
    let mut at = 0;
    let mut last = None;
    for line in html.split_inclusive('\n') {
        if line.trim().is_empty() {
            last = Some(at);
        }
        at += line.len();
    }
    last
}

/// Behind the end of the element of this name that was begun before `from`.
fn end_of(html: &str, from: usize, name: &str) -> Option<usize> {
    let mut at = from;
    loop {
        at += html[at..].find("</")?;
        let rest = &html[at + 2..];
        let (own, _) = tag::name_of(rest);
        if own.eq_ignore_ascii_case(name) {
            return Some(at + 2 + rest.find('>').map_or(rest.len(), |end| end + 1));
        }
        at += 2;
    }
}

/// Writes text of HTML so that it is text anywhere; its references stay.
fn push_text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
