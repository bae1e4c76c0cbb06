//! A document read as words: its summary, its title, how many there are, and its text without markup.

use super::block::{Block, CallId, Descend, Document, Inline, Visit};
use crate::khmer::{Line, Segmenter};

/// What stands before `<!-- more -->`, else the first paragraph; empty if there is neither.
pub fn summary(document: &Document) -> &[Block] {
    if let Some(end) = document.summary {
        return &document.blocks[..end];
    }
    let first = document
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Paragraph(_)));
    match first {
        Some(first) => &document.blocks[first..=first],
        None => &[],
    }
}

/// The words of these blocks without markup, blocks divided by line ends; components keep their bodies only.
pub fn plain_text(document: &Document, blocks: &[Block]) -> String {
    let mut plain = Plain {
        document,
        out: String::new(),
    };
    plain.blocks(blocks);
    let mut out = plain.out;
    out.truncate(out.trim_end().len());
    out
}

/// The words of inline content without markup.
pub(super) fn plain_inlines(document: &Document, inlines: &[Inline]) -> String {
    let mut plain = Plain {
        document,
        out: String::new(),
    };
    plain.inlines(inlines);
    plain.out
}

/// Takes the first heading of level 1 out of the document, as its title.
pub(super) fn take_title(document: &mut Document) -> Option<String> {
    let at = document
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Heading { level: 1, .. }))?;
    let Block::Heading {
        heading, content, ..
    } = document.blocks.remove(at)
    else {
        return None;
    };
    document.headings[heading.index()] = "".into();
    if let Some(summary) = &mut document.summary
        && at < *summary
    {
        *summary -= 1;
    }
    Some(plain_inlines(document, &content).trim().to_owned())
}

struct Plain<'text> {
    document: &'text Document,
    out: String,
}

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
            Inline::Image(id) => self.out.push_str(&self.document.picture(*id).alternative),
            Inline::SoftBreak | Inline::HardBreak => self.out.push(' '),
            _ => {}
        }
        Descend::Yes
    }
}

impl Plain<'_> {
    fn component(&mut self, call: CallId) {
        let document = self.document;
        self.blocks(document.call(call).body.as_deref().unwrap_or_default());
    }
}

/// How many words the text has, in all scripts, those of components aside that stand in no body.
pub(super) fn count_words(document: &Document, segmenter: &Segmenter) -> usize {
    let mut count = Count {
        document,
        segmenter,
        line: Line::default(),
        words: 0,
    };
    count.blocks(&document.blocks);
    count.words
}

struct Count<'text> {
    document: &'text Document,
    segmenter: &'text Segmenter,
    line: Line,
    words: usize,
}

impl<'text> Visit<'text> for Count<'text> {
    fn block(&mut self, block: &'text Block) -> Descend {
        match block {
            Block::Code(code) => {
                self.line.push_plain(self.segmenter, &code.text);
                self.end_line();
            }
            Block::Component(call) => {
                let body = self.document.call(*call).body.as_deref();
                self.blocks(body.unwrap_or_default());
            }
            _ => {}
        }
        Descend::Yes
    }

    fn line(&mut self, content: &'text [Inline]) {
        self.inlines(content);
        self.end_line();
    }

    fn inline(&mut self, inline: &'text Inline) -> Descend {
        match inline {
            Inline::Text(text) => self.line.push(self.document.text(*text)),
            Inline::Code(text) => self.line.push_plain(self.segmenter, text),
            Inline::Image(id) => {
                let alternative = &self.document.picture(*id).alternative;
                self.line.push_plain(self.segmenter, alternative);
            }
            Inline::SoftBreak | Inline::HardBreak => self.line.push_plain(self.segmenter, " "),
            _ => {}
        }
        Descend::Yes
    }
}

impl Count<'_> {
    fn end_line(&mut self) {
        self.words += self.line.count_words();
        self.line.clear();
    }
}
