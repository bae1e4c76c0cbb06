//! A template of pages and the values of a row → a page: `{column}` becomes the row's value.
//!
//! Only a Latin name in single braces is a column: `{name_km}`. A value is never read as Markdown
//! or as HTML. Code stays as it is, so that braces can be shown.

use super::address::{self, Refusal};
use super::block::{ArgumentValue, Block, Document, Inline, Span, for_each_block, for_each_inline};
use super::link::Link;
use super::markdown::options;
use super::mask;
use super::places::Places;
use crate::diagnostic::{Candidates, Diagnostic, Place, Report, codes, diagnostic};
use crate::khmer::{Segmenter, SetText, SetTexts};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// What stands in an address as it is.
const PLAIN_IN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The text of a template of pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    pub document: Document,
    /// The `{column}`s in it.
    pub columns: Vec<Column>,
}

/// A `{name}` that stands for the value of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub name: String,
    pub place: Place,
}

/// A value that makes an address which no page may carry.
#[derive(Debug, Clone)]
pub struct BadAddress {
    refusal: Refusal,
    pub address: String,
    pub span: Span,
}

impl BadAddress {
    pub fn told(&self, place: Place) -> Diagnostic {
        (self.refusal)(place, &self.address)
    }
}

impl Template {
    /// Reports every column that rows do not have, where it stands; true if there is none.
    pub fn check_columns(&self, known: &BTreeMap<String, String>, report: &mut Report) -> bool {
        let unknown = self
            .columns
            .iter()
            .filter(|one| !known.contains_key(&one.name));
        let before = report.errors();
        let names = LazyCell::new(|| Candidates::of(known.keys().map(String::as_str)));
        for column in unknown {
            report.push(unknown_column(&column.name, column.place.clone(), &names));
        }
        report.errors() == before
    }

    /// The document with a row's values; an address that a value spoils is told. Addresses and
    /// components are given the values as the table has them, where those are others.
    pub fn fill(
        &self,
        values: &BTreeMap<String, String>,
        plain: &BTreeMap<String, String>,
        segmenter: &Segmenter,
    ) -> (Document, Vec<BadAddress>) {
        let mut document = self.document.clone();
        if self.columns.is_empty() {
            return (document, Vec::new());
        }
        let mut filler = Filler {
            values,
            plain,
            segmenter,
            bad: Vec::new(),
        };
        filler.blocks(&mut document.blocks, &mut document.texts);
        for footnote in &mut document.footnotes {
            filler.blocks(&mut footnote.blocks, &mut document.texts);
        }
        filler.beside(&mut document);
        (document, filler.bad)
    }
}

/// The text with the row's values, or a report of every column that the row does not have.
pub fn fill_text(
    text: &str,
    values: &BTreeMap<String, String>,
    place: &Place,
    report: &mut Report,
) -> Option<String> {
    let mut complete = true;
    let names = LazyCell::new(|| Candidates::of(values.keys().map(String::as_str)));
    let filled = replace(text, |name| {
        let value = values.get(name).cloned();
        if value.is_none() {
            complete = false;
            report.push(unknown_column(name, place.clone(), &names));
        }
        value
    });
    complete.then_some(filled)
}

/// The text with the row's values; a column that the row does not have stays as it is.
pub fn filled(text: &str, values: &BTreeMap<String, String>) -> String {
    replace(text, |name| values.get(name).cloned())
}

/// The columns that a plain text names, each as often as it does.
pub fn columns_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    replace(text, |name| {
        found.push(name.to_owned());
        None
    });
    found
}

fn unknown_column(name: &str, place: Place, known: &Candidates) -> Diagnostic {
    diagnostic!(
        codes::content::UNKNOWN_COLUMN,
        place,
        name = name,
        known = known.list()
    )
    .did_you_mean(name, known)
}

/// The columns named in the Markdown in `body`, outside code.
pub(super) fn columns(path: &str, text: &str, body: Range<usize>) -> Vec<Column> {
    let source = &text[body.clone()];
    let places = Places::new(path, text);
    let mut code: Vec<Range<usize>> = Vec::new();
    let typed = mask::typed_without_blocks(text, &body, &places);
    for (event, range) in Parser::new_ext(typed.as_str(), options()).into_offset_iter() {
        let range = typed.typed_at(range);
        let is_code = matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)))
            || matches!(event, Event::End(TagEnd::CodeBlock));
        // One in a block of code begins with it; an end has the range of its start.
        if is_code && code.last().is_none_or(|last| last.end <= range.start) {
            code.push(range);
        }
    }
    let mut found = Vec::new();
    let mut passed = code.into_iter().peekable();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'{', &source.as_bytes()[at..]) {
        at += next;
        while passed.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = passed.peek().filter(|range| range.contains(&at)) {
            at = range.end;
            continue;
        }
        let doubled = source[at..].starts_with("{{") || source[at..].starts_with("{%");
        match column(&source[at..]) {
            Some((name, _)) if !doubled => {
                let start = body.start + at;
                found.push(Column {
                    name: name.to_owned(),
                    place: places.of(start..start + name.len() + 2),
                });
                at += name.len() + 2;
            }
            _ => at += if doubled { 2 } else { 1 },
        }
    }
    found
}

/// The name of the column at the beginning of `text`, and what follows it.
pub(super) fn column(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('{')?;
    let is_of_a_name =
        |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'_';
    let length = inner.bytes().take_while(is_of_a_name).count();
    let (name, rest) = inner.split_at(length);
    let rest = rest.strip_prefix('}')?;
    name.starts_with(|first: char| first.is_ascii_lowercase())
        .then_some((name, rest))
}

/// Replaces each column that `value` knows.
fn replace(text: &str, mut value: impl FnMut(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(brace) = rest.find('{') {
        out.push_str(&rest[..brace]);
        rest = &rest[brace..];
        let after = ["{{", "{%"].iter().find_map(|open| rest.strip_prefix(open));
        if let Some(after) = after {
            out.push_str(&rest[..2]);
            rest = after;
            continue;
        }
        match column(rest).and_then(|(name, after)| Some((value(name)?, after))) {
            Some((value, after)) => {
                out.push_str(&value);
                rest = after;
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

struct Filler<'run> {
    values: &'run BTreeMap<String, String>,
    plain: &'run BTreeMap<String, String>,
    segmenter: &'run Segmenter,
    bad: Vec<BadAddress>,
}

impl Filler<'_> {
    /// The tree: its words and its raw HTML.
    fn blocks(&mut self, blocks: &mut [Block], texts: &mut SetTexts) {
        for_each_block(blocks, &mut |block| match block {
            Block::Html(html) => {
                if html.contains('{') {
                    *html = self.html(html).into();
                }
            }
            block => for_each_inline(block, &mut |inline| match inline {
                Inline::Text(text) if texts.get(*text).as_str().contains('{') => {
                    let filled = self.text(texts.get(*text).as_str());
                    *text = texts.push(self.segmenter, &filled);
                }
                Inline::Html(html) if html.contains('{') => **html = self.html(html).into(),
                _ => {}
            }),
        });
    }

    /// What stands beside the tree.
    fn beside(&mut self, document: &mut Document) {
        for link in &mut document.links {
            let written = link.to.to_string();
            let filled = self.address(&written);
            if filled != written {
                if let Err(refusal) = address::check_link(&filled) {
                    self.bad(refusal, &filled, link.span);
                }
                link.to = Link::read(&filled);
            }
            link.title = self.text(&link.title).into();
        }
        for picture in &mut document.pictures {
            let filled = self.address(&picture.source);
            if filled != *picture.source {
                if let Err(refusal) = address::check_image(&filled) {
                    self.bad(refusal, &filled, picture.span);
                }
                picture.source = filled.into();
            }
            self.set(&mut picture.title);
            picture.alternative = self.text(&picture.alternative).into();
        }
        for call in &mut document.calls {
            for argument in &mut call.arguments {
                if let ArgumentValue::Text(text) = &mut argument.value {
                    *text = replace(text, |name| self.plain(name).cloned());
                }
            }
            if let Some(body) = &mut call.body {
                self.blocks(body, &mut document.texts);
            }
        }
    }

    fn bad(&mut self, refusal: Refusal, address: &str, span: Span) {
        self.bad.push(BadAddress {
            refusal,
            address: address.to_owned(),
            span,
        });
    }

    fn set(&self, text: &mut SetText) {
        if text.as_str().contains('{') {
            *text = self.segmenter.set(&self.text(text.as_str()));
        }
    }

    fn text(&self, text: &str) -> String {
        replace(text, |name| self.values.get(name).cloned())
    }

    fn plain(&self, name: &str) -> Option<&String> {
        self.plain.get(name).or_else(|| self.values.get(name))
    }

    /// A target that is nothing but a column is an address; anywhere else a value is a piece of one.
    fn address(&self, address: &str) -> String {
        let decoded = address.replace("%7B", "{").replace("%7D", "}");
        if let Some((name, "")) = column(&decoded) {
            return self.plain(name).unwrap_or(&decoded).clone();
        }
        replace(&decoded, |name| {
            let value = self.plain(name)?;
            Some(utf8_percent_encode(value, PLAIN_IN_ADDRESS).to_string())
        })
    }

    /// Values in HTML are text and never end an attribute.
    fn html(&self, html: &str) -> String {
        replace(html, |name| {
            let value = self.values.get(name)?;
            Some(
                value
                    .replace('&', "&amp;")
                    .replace('<', "&lt;")
                    .replace('>', "&gt;")
                    .replace('"', "&quot;")
                    .replace('\'', "&#39;"),
            )
        })
    }
}
