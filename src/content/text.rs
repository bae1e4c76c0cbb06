//! A document read as words: its summary, its title, how many there are, and its text without markup.
//!
//! What a call shows is not known here, and a sentence without its figure says something else than
//! its author wrote. So what other pages see holds no sentence with a call in it.

use super::block::{Block, CallId, Descend, Document, Inline, Span, Visit};
use crate::khmer;

/// The words before `<!-- more -->`, if the author wrote one; sentences with a call are left out.
pub fn before_more(document: &Document) -> Option<String> {
    let end = document.summary?;
    Some(whole_sentences(document, &document.blocks[..end]))
}

/// The words of the first paragraph that has any, sentences with a call left out.
pub fn first_paragraph(document: &Document) -> String {
    let blocks = document.blocks.iter();
    let mut paragraphs = blocks
        .filter(|block| matches!(block, Block::Paragraph(_)))
        .map(|block| whole_sentences(document, std::slice::from_ref(block)));
    let said = paragraphs.find(|words| !words.is_empty());
    said.unwrap_or_default()
}

/// The words of these blocks without markup, blocks divided by line ends; components keep their bodies only.
#[cfg(test)]
pub fn plain_text(document: &Document, blocks: &[Block]) -> String {
    let mut plain = Plain::of(document, &NO_WORDS);
    plain.blocks(blocks);
    let mut out = plain.out;
    out.truncate(out.trim_end().len());
    out
}

/// The same, without the sentences that a call stands in.
fn whole_sentences(document: &Document, blocks: &[Block]) -> String {
    // A sentence goes on over a call as over a number.
    let mut plain = Plain::of(document, &|_| "0".to_owned());
    plain.is_excerpt = true;
    plain.blocks(blocks);
    let Plain { out, calls, .. } = plain;
    let mut kept = String::with_capacity(out.len());
    let mut start = 0;
    for line in out.split_inclusive('\n') {
        let from = calls.partition_point(|at| *at < start);
        let within = calls[from..].iter().map(|at| at - start);
        let calls: Vec<usize> = within.take_while(|at| *at < line.len()).collect();
        match calls.is_empty() {
            true => kept.push_str(line),
            false => push_sentences(&mut kept, line, &calls),
        }
        start += line.len();
    }
    kept.truncate(kept.trim_end().len());
    kept
}

/// The sentences of a line that none of the calls at these places, in order, stands in.
fn push_sentences(kept: &mut String, line: &str, calls: &[usize]) {
    let mut before = None;
    for sentence in khmer::sentences(line) {
        let next = calls.partition_point(|at| *at < sentence.start);
        if calls.get(next).is_some_and(|at| *at < sentence.end) {
            continue;
        }
        if before.is_some_and(|end| end < sentence.start) {
            kept.push(' ');
        }
        kept.push_str(&line[sentence.clone()]);
        before = Some(sentence.end);
    }
    if before.is_some() {
        kept.push('\n');
    }
}

/// The words of inline content without markup.
pub(super) fn plain_inlines(document: &Document, inlines: &[Inline]) -> String {
    inlines_with(document, inlines, &NO_WORDS)
}

/// The same with the words that each call shows.
pub(super) fn inlines_with(
    document: &Document,
    inlines: &[Inline],
    shown: &dyn Fn(CallId) -> String,
) -> String {
    let mut plain = Plain::of(document, shown);
    plain.inlines(inlines);
    plain.out
}

/// A call that stands in the heading which would be the title.
pub(super) struct CallInTitle(pub Span);

/// Takes the first heading of level 1 out of the document, as its title.
pub(super) fn take_title(document: &mut Document) -> Result<Option<String>, CallInTitle> {
    let mut headings = document.blocks.iter();
    let is_first = |block: &Block| matches!(block, Block::Heading { level: 1, .. });
    let Some(at) = headings.position(is_first) else {
        return Ok(None);
    };
    if let Block::Heading { content, .. } = &document.blocks[at]
        && let Some(call) = first_call(content)
    {
        return Err(CallInTitle(document.call(call).span));
    }
    let mut blocks = std::mem::take(&mut document.blocks).into_vec();
    let title = blocks.remove(at);
    document.blocks = blocks.into();
    let Block::Heading {
        heading, content, ..
    } = title
    else {
        return Ok(None);
    };
    document.headings[heading.index()] = "".into();
    if let Some(summary) = &mut document.summary
        && at < *summary
    {
        *summary -= 1;
    }
    let title = plain_inlines(document, &content);
    Ok(Some(title.trim().to_owned()))
}

fn first_call(inlines: &[Inline]) -> Option<CallId> {
    struct First(Option<CallId>);

    impl<'text> Visit<'text> for First {
        fn inline(&mut self, inline: &'text Inline) -> Descend {
            if let Inline::Component(call) = inline {
                self.0 = self.0.or(Some(*call));
            }
            Descend::Yes
        }
    }

    let mut first = First(None);
    first.inlines(inlines);
    first.0
}

struct Plain<'text> {
    document: &'text Document,
    out: String,
    /// Where calls stand in lines of `out`.
    calls: Vec<usize>,
    shown: &'text dyn Fn(CallId) -> String,
    /// Whether others quote it: what pictures show is not said then, and what was struck out holds no
    /// longer.
    is_excerpt: bool,
}

/// What a call shows where that is not known.
const NO_WORDS: fn(CallId) -> String = |_| String::new();

impl<'text> Visit<'text> for Plain<'text> {
    fn block(&mut self, block: &'text Block) -> Descend {
        match block {
            Block::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    for (index, cell) in row.iter().enumerate() {
                        if index > 0 {
                            self.out.push(' ');
                        }
                        self.inlines(cell);
                    }
                    self.out.push('\n');
                }
                return Descend::No;
            }
            Block::Code(code) => {
                self.out.push_str(&code.text);
                if !code.text.ends_with('\n') {
                    self.out.push('\n');
                }
            }
            Block::Component(call) => self.component(*call),
            _ => {}
        }
        Descend::Yes
    }

    fn line(&mut self, content: &'text [Inline]) {
        self.inlines(content);
        self.out.push('\n');
    }

    fn inline(&mut self, inline: &'text Inline) -> Descend {
        match inline {
            Inline::Text(text) => self.out.push_str(self.document.text(*text).as_str()),
            Inline::Code(text) => self.out.push_str(text),
            Inline::Strikethrough(_) if self.is_excerpt => return Descend::No,
            Inline::Image(id) if !self.is_excerpt => {
                self.out.push_str(&self.document.picture(*id).alternative);
            }
            Inline::SoftBreak | Inline::HardBreak => self.out.push(' '),
            Inline::Component(call) => {
                self.calls.push(self.out.len());
                self.out.push_str(&(self.shown)(*call));
            }
            _ => {}
        }
        Descend::Yes
    }
}

impl<'text> Plain<'text> {
    fn of(document: &'text Document, shown: &'text dyn Fn(CallId) -> String) -> Plain<'text> {
        Plain {
            document,
            out: String::new(),
            calls: Vec::new(),
            shown,
            is_excerpt: false,
        }
    }

    fn component(&mut self, call: CallId) {
        let document = self.document;
        self.blocks(document.call(call).body.as_deref().unwrap_or_default());
    }
}

/// How long the text is to read, components aside that stand in no body.
pub(super) fn reading_length(document: &Document) -> usize {
    let mut length = Length {
        document,
        length: 0,
    };
    length.blocks(&document.blocks);
    length.length
}

struct Length<'text> {
    document: &'text Document,
    length: usize,
}

impl<'text> Visit<'text> for Length<'text> {
    fn block(&mut self, block: &'text Block) -> Descend {
        match block {
            Block::Code(code) => self.add(&code.text),
            Block::Component(call) => {
                let body = self.document.call(*call).body.as_deref();
                self.blocks(body.unwrap_or_default());
            }
            _ => {}
        }
        Descend::Yes
    }

    fn inline(&mut self, inline: &'text Inline) -> Descend {
        match inline {
            Inline::Text(text) => self.add(self.document.text(*text).as_str()),
            Inline::Code(text) => self.add(text),
            Inline::Image(id) => self.add(&self.document.picture(*id).alternative),
            _ => {}
        }
        Descend::Yes
    }
}

impl Length<'_> {
    fn add(&mut self, text: &str) {
        self.length += khmer::reading_length(text);
    }
}
