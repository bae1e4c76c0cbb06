//! A document read as words: its summary, its title, how many there are, and its text without markup.

use super::block::{Block, CallId, Descend, Document, Inline, Visit};
use crate::khmer::{self, Line};

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

/// Appends inline content without markup, with the words that were found in its texts.
pub(super) fn push_plain<'text>(
    document: &'text Document,
    inlines: &'text [Inline],
    line: &mut Line,
) {
    struct Push<'text, 'line> {
        document: &'text Document,
        line: &'line mut Line,
    }
    impl<'text> Visit<'text> for Push<'text, '_> {
        fn inline(&mut self, inline: &'text Inline) -> Descend {
            match inline {
                Inline::Text(text) => self.line.push(self.document.text(*text)),
                Inline::Code(text) => self.line.push_as_it_is(text),
                Inline::Image(id) => {
                    let picture = self.document.picture(*id);
                    self.line.push_as_it_is(&picture.alternative);
                }
                Inline::SoftBreak | Inline::HardBreak => self.line.push_as_it_is(" "),
                _ => {}
            }
            Descend::Yes
        }
    }
    Push { document, line }.inlines(inlines);
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
