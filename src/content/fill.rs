//! A template of pages and the values of a row → a page: `{column}` becomes the row's value.
//!
//! Only a Latin name in single braces is a column: `{name_km}`. A value is never read as Markdown
//! or as HTML. Code stays as it is, so that braces can be shown.

use super::address;
use super::block::{
    Argument, ArgumentValue, Block, Column, ComponentCall, Definition, Document, Footnote, Inline,
    Table,
};
use super::markdown::options;
use super::places::Places;
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// What stands in an address as it is.
const PLAIN_IN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The document with the row's values; a column that the row does not have is reported where it stands.
pub fn fill(
    document: &Document,
    values: &BTreeMap<String, String>,
    report: &mut Report,
) -> Document {
    for column in &document.columns {
        if !values.contains_key(&column.name) {
            report.push(unknown(&column.name, column.place.clone(), values));
        }
    }
    let mut filler = Filler { values, report };
    Document {
        blocks: filler.blocks(&document.blocks),
        summary: document.summary,
        footnotes: document
            .footnotes
            .iter()
            .map(|footnote| Footnote {
                label: footnote.label.clone(),
                references: footnote.references,
                blocks: filler.blocks(&footnote.blocks),
            })
            .collect(),
        has_html: document.has_html,
        columns: Vec::new(),
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
    let filled = replace(text, |name| {
        let value = values.get(name).cloned();
        if value.is_none() {
            complete = false;
            report.push(unknown(name, place.clone(), values));
        }
        value
    });
    complete.then_some(filled)
}

fn unknown(name: &str, place: Place, values: &BTreeMap<String, String>) -> Diagnostic {
    Diagnostic::new(&codes::content::UNKNOWN_COLUMN, place)
        .with("name", name)
        .with_list("known", values.keys())
        .did_you_mean(name, values.keys())
}

/// The columns named in the Markdown in `body`, outside code.
pub(super) fn columns(path: &str, text: &str, body: Range<usize>) -> Vec<Column> {
    let source = &text[body.clone()];
    let mut code: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
        let is_code = matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)))
            || matches!(event, Event::End(TagEnd::CodeBlock));
        if is_code {
            code.push(range);
        }
    }
    let mut places = Places::new(path, text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'{', &source.as_bytes()[at..]) {
        at += next;
        if let Some(range) = code.iter().find(|range| range.contains(&at)) {
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
    let (name, rest) = text.strip_prefix('{')?.split_once('}')?;
    let plain = name
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    (plain && name.starts_with(|first: char| first.is_ascii_lowercase())).then_some((name, rest))
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
    report: &'run mut Report,
}

impl Filler<'_> {
    fn text(&self, text: &str) -> String {
        replace(text, |name| self.values.get(name).cloned())
    }

    /// A target that is nothing but a column is an address; anywhere else a value is a piece of one.
    fn address(&self, address: &str) -> String {
        let decoded = address.replace("%7B", "{").replace("%7D", "}");
        if let Some((name, "")) = column(&decoded) {
            return self.values.get(name).unwrap_or(&decoded).clone();
        }
        replace(&decoded, |name| {
            let value = self.values.get(name)?;
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

    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Block {
        match block {
            Block::Heading { level, id, content } => Block::Heading {
                level: *level,
                id: id.clone(),
                content: self.inlines(content),
            },
            Block::Paragraph(content) => Block::Paragraph(self.inlines(content)),
            Block::Plain(content) => Block::Plain(self.inlines(content)),
            Block::List { start, items } => Block::List {
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            Block::Quote(blocks) => Block::Quote(self.blocks(blocks)),
            Block::Table(table) => Block::Table(self.table(table)),
            Block::Definitions(definitions) => Block::Definitions(
                definitions
                    .iter()
                    .map(|one| Definition {
                        term: self.inlines(&one.term),
                        definitions: one
                            .definitions
                            .iter()
                            .map(|blocks| self.blocks(blocks))
                            .collect(),
                    })
                    .collect(),
            ),
            Block::Html(html) => Block::Html(self.html(html)),
            Block::Component(call) => Block::Component(self.call(call)),
            Block::Code { .. } | Block::Rule => block.clone(),
        }
    }

    fn table(&mut self, table: &Table) -> Table {
        let mut row = |cells: &Vec<Vec<Inline>>| -> Vec<Vec<Inline>> {
            cells.iter().map(|cell| self.inlines(cell)).collect()
        };
        Table {
            alignments: table.alignments.clone(),
            head: row(&table.head),
            rows: table.rows.iter().map(row).collect(),
        }
    }

    fn call(&mut self, call: &ComponentCall) -> ComponentCall {
        let argument = |argument: &Argument| Argument {
            name: argument.name.clone(),
            value: match &argument.value {
                ArgumentValue::Text(text) => ArgumentValue::Text(self.text(text)),
                other => other.clone(),
            },
            place: argument.place.clone(),
        };
        ComponentCall {
            name: call.name.clone(),
            arguments: call.arguments.iter().map(argument).collect(),
            body: call.body.as_ref().map(|blocks| self.blocks(blocks)),
            place: call.place.clone(),
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Vec<Inline> {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Inline {
        match inline {
            Inline::Text(text) => Inline::Text(self.text(text)),
            Inline::Strong(content) => Inline::Strong(self.inlines(content)),
            Inline::Emphasis(content) => Inline::Emphasis(self.inlines(content)),
            Inline::Strikethrough(content) => Inline::Strikethrough(self.inlines(content)),
            Inline::Link {
                target,
                title,
                content,
                place,
            } => {
                let filled = self.address(target);
                if filled != *target
                    && let Err(code) = address::check_link(&filled)
                {
                    let problem = Diagnostic::new(code, place.clone());
                    self.report
                        .push(problem.with("target", address::shown(&filled)));
                }
                Inline::Link {
                    target: filled,
                    title: self.text(title),
                    content: self.inlines(content),
                    place: place.clone(),
                }
            }
            Inline::Image {
                source,
                title,
                alternative,
                place,
            } => {
                let filled = self.address(source);
                if filled != *source
                    && let Err(code) = address::check_image(&filled)
                {
                    let problem = Diagnostic::new(code, place.clone());
                    self.report
                        .push(problem.with("source", address::shown(&filled)));
                }
                Inline::Image {
                    source: filled,
                    title: self.text(title),
                    alternative: self.text(alternative),
                    place: place.clone(),
                }
            }
            Inline::Html(html) => Inline::Html(self.html(html)),
            Inline::Component(call) => Inline::Component(self.call(call)),
            Inline::Code(_)
            | Inline::SoftBreak
            | Inline::HardBreak
            | Inline::FootnoteReference(_) => inline.clone(),
        }
    }
}
