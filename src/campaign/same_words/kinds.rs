//! Which kinds of blocks and inlines stand in texts, and in which others.

use crate::content::block::{Block, Blocks, Document, Inline};
use std::collections::BTreeSet;

/// The names of an enum's variants. One that is not among them does not compile.
macro_rules! kinds {
    ($names:ident, $name_of:ident, $kind:ident: $($variant:ident)*) => {
        const $names: &[&str] = &[$(stringify!($variant)),*];

        fn $name_of(of: &$kind) -> &'static str {
            match of {
                $($kind::$variant { .. } => stringify!($variant),)*
            }
        }
    };
}

kinds!(BLOCKS, name_of_block, Block: Heading Paragraph List Plain Quote Table Code Rule Definitions
    Html Component);
kinds!(INLINES, name_of_inline, Inline: Text Strong Emphasis Strikethrough Code Link Image SoftBreak
    HardBreak FootnoteReference Task Html Component);

/// In what words stand.
const AROUND_WORDS: [&str; 9] = [
    "Heading",
    "Paragraph",
    "Plain",
    "Table",
    "Definitions",
    "Strong",
    "Emphasis",
    "Strikethrough",
    "Link",
];
/// In what blocks stand, beside the text itself.
const AROUND_BLOCKS: [&str; 5] = ["List", "Quote", "Definitions", "Component", "Footnote"];
/// What cannot stand where.
const IMPOSSIBLE: [(&str, &[&str]); 7] = [
    // A box stands at the beginning of an item only.
    ("Heading", &["SoftBreak", "HardBreak", "Task"]),
    ("Table", &["SoftBreak", "HardBreak", "Task"]),
    ("Strong", &["Task"]),
    ("Emphasis", &["Task"]),
    // The marks of the inner one end the outer.
    ("Strikethrough", &["Strikethrough", "Task"]),
    // No link stands in a link, nor what shows one.
    ("Link", &["Link", "FootnoteReference", "Component", "Task"]),
    // A term is one line, and the text of an item is a paragraph if anything but an item follows it.
    ("Definitions", &["SoftBreak", "HardBreak", "Plain", "Task"]),
];

#[derive(Default)]
pub(super) struct Kinds {
    seen: BTreeSet<(&'static str, &'static str)>,
}

impl Kinds {
    /// Looks through a document.
    pub(super) fn see(&mut self, document: &Document) {
        self.blocks("Text", &document.blocks, document);
        for footnote in &document.footnotes {
            self.blocks("Footnote", &footnote.blocks, document);
        }
    }

    /// What stands nowhere it could stand.
    pub(super) fn unseen(&self) -> Vec<String> {
        let impossible = |around: &str, inner: &str| {
            let mut cases = IMPOSSIBLE.iter();
            cases.any(|(own, inners)| *own == around && inners.contains(&inner))
        };
        let blocks = AROUND_BLOCKS
            .iter()
            .flat_map(|around| BLOCKS.iter().map(move |inner| (around, inner)));
        // Only the items of lists are bare words.
        let blocks = blocks.filter(|(around, inner)| **inner != "Plain" || **around == "List");
        let words = AROUND_WORDS
            .iter()
            .flat_map(|around| INLINES.iter().map(move |inner| (around, inner)));
        let pairs = blocks.chain(words);
        let unseen = pairs.filter(|(around, inner)| {
            !impossible(around, inner) && !self.seen.contains(&(**around, **inner))
        });
        unseen
            .map(|(around, inner)| format!("{inner} in {around}"))
            .collect()
    }

    fn blocks(&mut self, around: &'static str, blocks: &[Block], document: &Document) {
        for block in blocks {
            let name = name_of_block(block);
            self.seen.insert((around, name));
            match block {
                Block::Heading { content, .. }
                | Block::Paragraph(content)
                | Block::Plain(content) => {
                    self.inlines(name, content);
                }
                Block::List(list) => self.all(name, &list.items, document),
                Block::Quote(inner) => self.blocks(name, inner, document),
                Block::Table(table) => {
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    rows.flatten().for_each(|cell| self.inlines(name, cell));
                }
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        self.inlines(name, &definition.term);
                        self.all(name, &definition.definitions, document);
                    }
                }
                Block::Component(call) => {
                    let body = document.call(*call).body.as_deref();
                    self.blocks(name, body.unwrap_or_default(), document);
                }
                Block::Code(_) | Block::Rule | Block::Html(_) => {}
            }
        }
    }

    fn all(&mut self, around: &'static str, bodies: &[Blocks], document: &Document) {
        bodies
            .iter()
            .for_each(|body| self.blocks(around, body, document));
    }

    fn inlines(&mut self, around: &'static str, inlines: &[Inline]) {
        for inline in inlines {
            let name = name_of_inline(inline);
            self.seen.insert((around, name));
            match inline {
                Inline::Strong(content)
                | Inline::Emphasis(content)
                | Inline::Strikethrough(content)
                | Inline::Link(_, content) => self.inlines(name, content),
                _ => {}
            }
        }
    }
}
