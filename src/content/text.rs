//! A document read as words: its summary, its title, and its text without any markup.

use super::block::{Block, Document, Inline};

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
pub fn plain_text(blocks: &[Block]) -> String {
    let mut out = String::new();
    blocks.iter().for_each(|block| write_block(block, &mut out));
    out.truncate(out.trim_end().len());
    out
}

/// The words of inline content without markup.
pub(super) fn plain_inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    write_inlines(inlines, &mut out);
    out
}

/// Takes the first heading of level 1 out of the document, as its title.
pub(super) fn take_title(document: &mut Document) -> Option<String> {
    let at = document
        .blocks
        .iter()
        .position(|block| matches!(block, Block::Heading { level: 1, .. }))?;
    let Block::Heading { content, .. } = document.blocks.remove(at) else {
        return None;
    };
    if let Some(summary) = &mut document.summary
        && at < *summary
    {
        *summary -= 1;
    }
    Some(plain_inlines(&content).trim().to_owned())
}

fn write_block(block: &Block, out: &mut String) {
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) | Block::Plain(content) => {
            write_line(content, out);
        }
        Block::List { items, .. } => items
            .iter()
            .flatten()
            .for_each(|block| write_block(block, out)),
        Block::Quote(blocks) => blocks.iter().for_each(|block| write_block(block, out)),
        Block::Table(table) => {
            for row in std::iter::once(&table.head).chain(&table.rows) {
                for (index, cell) in row.iter().enumerate() {
                    if index > 0 {
                        out.push(' ');
                    }
                    write_inlines(cell, out);
                }
                out.push('\n');
            }
        }
        Block::Code { text, .. } => {
            out.push_str(text);
            if !text.ends_with('\n') {
                out.push('\n');
            }
        }
        Block::Definitions(definitions) => {
            for definition in definitions {
                write_line(&definition.term, out);
                let blocks = definition.definitions.iter().flatten();
                blocks.for_each(|block| write_block(block, out));
            }
        }
        Block::Component(call) => {
            let body = call.body.iter().flatten();
            body.for_each(|block| write_block(block, out));
        }
        Block::Rule | Block::Html(_) => {}
    }
}

fn write_line(inlines: &[Inline], out: &mut String) {
    write_inlines(inlines, out);
    out.push('\n');
}

fn write_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => write_inlines(content, out),
            Inline::Image { alternative, .. } => out.push_str(alternative),
            Inline::SoftBreak | Inline::HardBreak => out.push(' '),
            Inline::FootnoteReference(_) | Inline::Html(_) | Inline::Component(_) => {}
        }
    }
}
