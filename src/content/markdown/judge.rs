//! What an author may not write, or wrote by mistake: links, pictures, raw HTML, ids, footnotes.

use super::pieces::Pieces;
use super::{Builder, Frame, Kind};
use crate::content::block::{Block, FootnoteReference, HeadingId, Inline};
use crate::content::link::Link;
use crate::content::typed::without_hints;
use crate::content::{address, fill, headings, is_visible, raw_html};
use crate::diagnostic::{codes, diagnostic};
use pulldown_cmark::{CowStr, LinkType};
use std::ops::Range;

impl<'text> Builder<'text, '_> {
    pub(super) fn html_line(&mut self, html: &str, range: Range<usize>) {
        let as_written = match self.call_in(&range) {
            Some(_) => &self.text[range.clone()],
            None => html,
        };
        if let Some(Frame {
            kind: Kind::Html(block, _),
            ..
        }) = self.stack.last_mut()
        {
            block.push(as_written, self.text, range);
        }
    }

    pub(super) fn html_block(&mut self, html: Pieces, range: &Range<usize>) {
        if let Some(comment) = raw_html::comment(html.text()) {
            self.pass_calls_in(range);
            if comment.eq_ignore_ascii_case("more") {
                self.more(range.clone());
            }
            return;
        }
        self.note_calls_in_html(range);
        self.note_addresses(&html);
        let judged = self.judged(&html, true);
        if !judged.trim().is_empty() {
            self.document.has_html = true;
            self.block(Block::Html(judged.into()));
        }
    }

    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        if let Some(comment) = raw_html::comment(html) {
            self.pass_calls_in(&range);
            if comment.eq_ignore_ascii_case("more") {
                self.more(range);
            }
            return;
        }
        let pieces = Pieces::of(html, self.text, range);
        self.note_addresses(&pieces);
        // What stands before it stands in what is open before it.
        self.flush_text();
        let judged = self.judged(&pieces, false);
        if !judged.is_empty() {
            self.document.has_html = true;
            self.inline(Inline::Html(Box::new(judged.into())));
        }
    }

    /// `<!-- more -->`: what stands before it is the summary.
    fn more(&mut self, range: Range<usize>) {
        let blocks = self.blocks.len();
        if self.stack.len() == 1 && self.document.summary.is_none() {
            self.document.summary = Some(blocks);
        } else {
            let end = range.start + self.text[range.clone()].trim_end().len();
            let place = self.places.of(range.start..end);
            self.report
                .push(diagnostic!(codes::content::MORE_MISPLACED, place));
        }
    }

    /// A `{{ name(` in a block of HTML would be shown as it stands.
    fn note_calls_in_html(&mut self, range: &Range<usize>) {
        self.pass_calls_in(range);
        let html = &self.text[range.clone()];
        let mut at = 0;
        while let Some(next) = memchr::memchr2(b'{', b'<', &html.as_bytes()[at..]) {
            at += next;
            let rest = &html[at..];
            if rest.starts_with("<!--") {
                at += rest.find("-->").unwrap_or(rest.len());
                continue;
            }
            let opens = ["{{", "{%"].iter().any(|open| {
                rest.strip_prefix(open).is_some_and(|rest| {
                    rest.trim_start()
                        .starts_with(|c: char| c.is_ascii_alphabetic())
                })
            });
            if opens {
                let length = rest.lines().next().map_or(2, |line| {
                    line.find("}}")
                        .or(line.find("%}"))
                        .map_or(line.len(), |end| end + 2)
                });
                self.misplaced(range.start + at..range.start + at + length);
                at += length;
            } else {
                at += 1;
            }
        }
    }

    /// An address in raw HTML is held to what one in Markdown is.
    fn note_addresses(&mut self, html: &Pieces) {
        for found in raw_html::addresses(html.text()) {
            let checked = match found.is_picture {
                true => address::check_image(&found.value),
                false => {
                    let value = &found.value;
                    address::check_link(value).and_then(|()| address::check_reach(value))
                }
            };
            if let Err(refusal) = checked {
                let place = self.places.of(html.in_file(found.at));
                self.report.push(refusal(place, &found.value));
            }
        }
    }

    /// The parser leaves `[^label]` as text where no note has this label.
    pub(super) fn note_unknown_footnotes(&mut self, words: &str, range: &Range<usize>) {
        // What was an entity is no bracket, and stands elsewhere.
        if self.text.get(range.clone()) != Some(words) {
            return;
        }
        for at in memchr::memchr_iter(b'[', words.as_bytes()) {
            let start = range.start + at;
            let escaped = start > 0 && self.text.as_bytes()[start - 1] == b'\\';
            let Some(rest) = self.text[start..].strip_prefix("[^") else {
                continue;
            };
            let label_end = rest.find([']', '[', '\n']).unwrap_or(0);
            let is_label =
                label_end > 0 && !rest.starts_with(' ') && rest[label_end..].starts_with(']');
            if escaped || !is_label {
                continue;
            }
            let place = self.places.of(start..start + label_end + 3);
            self.report.push(diagnostic!(
                codes::content::UNKNOWN_FOOTNOTE,
                place,
                label = &rest[..label_end]
            ));
        }
    }

    pub(super) fn link(
        &mut self,
        link_type: LinkType,
        target: &str,
        title: CowStr<'_>,
        range: Range<usize>,
    ) -> Kind {
        let target = match link_type {
            LinkType::Email => format!("mailto:{}", without_hints(target)),
            _ => without_hints(target).into_owned(),
        };
        let checked = address::check_link(&target).and_then(|()| address::check_reach(&target));
        if let Err(refusal) = checked {
            let place = self.places.of(range.clone());
            self.report.push(refusal(place, &target));
        }
        Kind::Link {
            target: Link::read(&target),
            title: (&*title).into(),
            range,
        }
    }

    pub(super) fn note_wordless_link(&mut self, content: &[Inline], range: &Range<usize>) {
        let shows = content.iter().any(|inline| self.shows(inline));
        if !shows {
            let place = self.places.of(range.clone());
            self.report
                .push(diagnostic!(codes::content::LINK_WITHOUT_WORDS, place));
        }
    }

    fn shows(&self, inline: &Inline) -> bool {
        match inline {
            Inline::Text(text) => is_visible(self.document.text(*text).as_str()),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Strikethrough(content)
            | Inline::Link(_, content) => content.iter().any(|inline| self.shows(inline)),
            Inline::SoftBreak | Inline::HardBreak => false,
            _ => true,
        }
    }

    pub(super) fn image(
        &mut self,
        source: CowStr<'_>,
        title: CowStr<'_>,
        range: Range<usize>,
    ) -> Kind {
        let source = without_hints(&source);
        if let Err(refusal) = address::check_image(&source) {
            let place = self.places.of(range.clone());
            self.report.push(refusal(place, &source));
        }
        Kind::Image {
            source: (&*source).into(),
            title: (&*title).into(),
            range,
        }
    }

    pub(super) fn footnote_reference(&mut self, label: String) -> FootnoteReference {
        let order = &mut self.footnote_order;
        let index = match self.footnote_numbers.get(&label) {
            Some(index) => *index,
            None => {
                self.footnote_numbers.insert(label.clone(), order.len());
                order.push((label.clone(), 0));
                order.len() - 1
            }
        };
        order[index].1 += 1;
        FootnoteReference {
            label,
            number: index + 1,
            occurrence: order[index].1,
        }
    }

    /// The explicit id of a heading, if it may be one.
    pub(super) fn heading_id(
        &mut self,
        id: Option<CowStr<'_>>,
        classes: &[CowStr<'_>],
        attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
        range: &Range<usize>,
    ) -> Option<String> {
        let source = self.text[range.clone()].trim_end();
        let attribute_start = source.rfind('{').unwrap_or(0);
        let place = range.start + attribute_start..range.start + source.len();
        if self.column_after_heading(range).is_some() {
            return None;
        }
        if !classes.is_empty() || !attributes.is_empty() {
            let place = self.places.of(place.clone());
            self.report.push(diagnostic!(
                codes::content::HEADING_ATTRIBUTE,
                place,
                read = &source[attribute_start..]
            ));
        }
        let id = id?.into_string();
        let may_be_an_id = headings::may_be_an_id(&id);
        if may_be_an_id && self.explicit_ids.insert(id.clone()) {
            return Some(id);
        }
        let place = self.places.of(place);
        self.report.push(match may_be_an_id {
            false => diagnostic!(codes::content::HEADING_ID, place, id = id),
            true => diagnostic!(codes::content::HEADING_ID_TWICE, place, id = id),
        });
        None
    }

    /// Notes a heading that shows nothing; whether that is a mistake is known with the page's title.
    pub(super) fn note_empty_heading(&mut self, heading: HeadingId, content: &[Inline]) {
        let written = &self.headings[heading.index()];
        if !is_visible(&written.words) && !holds_call(content) {
            self.document.empty_headings.push(written.span);
        }
    }

    /// A heading's last word in braces, `## Budget of {name}`, which the parser takes for attributes.
    pub(super) fn column_after_heading(&self, range: &Range<usize>) -> Option<&'text str> {
        let source = self.text[range.clone()].trim_end();
        let brace = source.rfind('{')?;
        fill::column(&source[brace..])?.1.is_empty().then(|| {
            let space = source[..brace].trim_end().len();
            &source[space..]
        })
    }
}

/// Whether a call stands among these words, and so words that are not known yet.
fn holds_call(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Component(_) => true,
        Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Strikethrough(content)
        | Inline::Link(_, content) => holds_call(content),
        _ => false,
    })
}
