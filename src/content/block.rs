//! A page's text as a tree of blocks: what Markdown and component calls mean, before any medium.
//!
//! The web writes it as HTML, the leaflet typesets it. Text is normalised Khmer without inserted
//! breaks; nothing in it is markup of either medium, except [`Block::Html`] and [`Inline::Html`],
//! which were judged when they were read: what is left of them stands among the web's own.

use super::link::Link;
use crate::khmer::{Piece, SetStr, SetText, SetTexts};

/// Blocks and inlines are made once and never more: without a vector's room to grow.
pub type Blocks = Box<[Block]>;
pub type Inlines = Box<[Inline]>;

/// The whole body of a page. What an author can get wrong stands apart from the tree, in the order it
/// was written: links, pictures and calls are numbered, and whoever resolves them walks no tree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    pub blocks: Blocks,
    /// The words of [`Inline::Text`].
    pub texts: SetTexts,
    /// How many of `blocks` stand before `<!-- more -->`, where the author wrote one.
    pub summary: Option<usize>,
    /// Footnotes in the order of their first reference.
    pub footnotes: Vec<Footnote>,
    /// Whether any raw HTML stands in the document.
    pub has_html: bool,
    pub links: Vec<WrittenLink>,
    pub pictures: Vec<WrittenPicture>,
    pub calls: Vec<ComponentCall>,
    /// The ids of the headings: unique in the document, safe in a URL fragment. Empty for one that was
    /// taken out as the title.
    pub headings: Vec<Box<str>>,
    /// Where each heading stands.
    pub heading_spans: Box<[Span]>,
    /// The places of those that show nothing.
    pub empty_headings: Vec<Span>,
}

impl Document {
    pub fn text(&self, piece: Piece) -> SetStr<'_> {
        self.texts.get(piece)
    }

    pub fn link(&self, id: LinkId) -> &WrittenLink {
        &self.links[id.index()]
    }

    pub fn picture(&self, id: PictureId) -> &WrittenPicture {
        &self.pictures[id.index()]
    }

    pub fn call(&self, id: CallId) -> &ComponentCall {
        &self.calls[id.index()]
    }

    /// The calls that draw a chart, in the order of the text.
    pub fn charts(&self) -> impl Iterator<Item = CallId> {
        let calls = self.calls.iter().enumerate();
        let charts = calls.filter(|(_, call)| call.name == CHART_CALL);
        charts.map(|(at, _)| CallId::from(at))
    }

    pub fn heading_id(&self, id: HeadingId) -> &str {
        &self.headings[id.index()]
    }

    pub fn heading_span(&self, id: HeadingId) -> Span {
        self.heading_spans[id.index()]
    }

    /// The blocks that stand in other blocks nowhere: the text, then each footnote.
    pub fn bodies(&self) -> impl Iterator<Item = &[Block]> {
        let footnotes = self.footnotes.iter();
        std::iter::once(&*self.blocks).chain(footnotes.map(|note| &*note.blocks))
    }
}

/// Bytes of the file that a text was read from, the file's text normalised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<std::ops::Range<usize>> for Span {
    /// A page is no larger than a few mebibytes.
    fn from(range: std::ops::Range<usize>) -> Span {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            start: small(range.start),
            end: small(range.end),
        }
    }
}

/// The component that draws a chart: its pictures are files of the page, so whoever lists files counts it.
pub const CHART_CALL: &str = "budget_chart";

/// A number that stands in the tree for something beside it.
macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(u32);

        impl $name {
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(index: usize) -> $name {
                $name(u32::try_from(index).expect("a page of a few mebibytes holds fewer"))
            }
        }
    };
}

number! {
    /// A link's place in [`Document::links`].
    LinkId
}
number! {
    /// A picture's place in [`Document::pictures`].
    PictureId
}
number! {
    /// A call's place in [`Document::calls`].
    CallId
}
number! {
    /// A heading's place in [`Document::headings`].
    HeadingId
}

/// What an address in raw HTML leads to or shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Link(LinkId),
    Picture(PictureId),
}

/// Stands around the number of a target in raw HTML; no text holds it.
const TARGET: char = '\u{1}';

/// Writes the sign of a target, which [`targets_in_html`] finds again.
pub(super) fn target_in_html(target: Target, out: &mut String) {
    let sign = match target {
        Target::Link(id) => format!("{TARGET}a{}{TARGET}", id.index()),
        Target::Picture(id) => format!("{TARGET}i{}{TARGET}", id.index()),
    };
    out.push_str(&sign);
}

/// Raw HTML in pieces: text and the target behind it, if there is one.
pub fn targets_in_html(html: &str) -> impl Iterator<Item = (&str, Option<Target>)> {
    let mut parts = html.split(TARGET);
    std::iter::from_fn(move || {
        let text = parts.next()?;
        let target = parts.next().and_then(|sign| {
            let kind = sign.get(..1)?;
            let number: usize = sign[1..].parse().ok()?;
            Some(match kind {
                "a" => Target::Link(LinkId::from(number)),
                _ => Target::Picture(PictureId::from(number)),
            })
        });
        Some((text, target))
    })
}

/// A link, its content aside.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenLink {
    pub to: Link,
    pub title: Box<str>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct WrittenPicture {
    /// As written: a file of the bundle, or `/path` below `static/`.
    pub source: Box<str>,
    pub title: SetText,
    /// The description for those who do not see it.
    pub alternative: Box<str>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    pub label: String,
    /// How many marks lead to it.
    pub references: usize,
    pub blocks: Blocks,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// `level` 1 to 6.
    Heading {
        level: u8,
        heading: HeadingId,
        content: Inlines,
    },
    Paragraph(Inlines),
    List(Box<List>),
    /// Inline content that is not a paragraph: the text of a tight list item.
    Plain(Inlines),
    Quote(Blocks),
    Table(Box<Table>),
    Code(Box<Code>),
    Rule,
    Definitions(Box<[Definition]>),
    /// Raw HTML, as far as it may stand in a page.
    Html(Box<str>),
    Component(CallId),
}

#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    pub marks: Marks,
    /// In a tight list an item's text is a [`Block::Plain`], in a loose one a paragraph.
    pub items: Box<[Blocks]>,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    /// Items, from 0, whose number is not the one after that of the item before, and their numbers.
    pub leaps: Box<[(usize, u64)]>,
    /// Of each item as its author wrote it: `ក.`, `(១)`, `✓`; empty if points or numbers say the same.
    pub written: Box<[Box<str>]>,
    /// These are numbers as pages in Khmer count anyway.
    pub are_khmer: bool,
}

impl Marks {
    /// Those that stand in a text in the language with this tag as they were written.
    pub fn in_language(&self, tag: &str) -> Option<&[Box<str>]> {
        let counts_anyway = self.are_khmer && (tag == "km" || tag.starts_with("km-"));
        (!self.written.is_empty() && !counts_anyway).then_some(&*self.written)
    }
}

impl List {
    /// Whether it is one of things to do: each of its items begins with a box.
    pub fn is_of_tasks(&self) -> bool {
        self.items.iter().all(|item| match item.first() {
            Some(Block::Plain(content) | Block::Paragraph(content)) => {
                matches!(content.first(), Some(Inline::Task(_)))
            }
            _ => false,
        })
    }
}

/// A code block; `language` is its info string's first word.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    pub language: Option<String>,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub alignments: Box<[Alignment]>,
    pub head: Box<[Inlines]>,
    pub rows: Box<[Box<[Inlines]>]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    None,
    Left,
    Centre,
    Right,
}

/// A term and its definitions.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    pub term: Inlines,
    pub definitions: Box<[Blocks]>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(Piece),
    Strong(Box<Inlines>),
    Emphasis(Box<Inlines>),
    Strikethrough(Box<Inlines>),
    Code(Box<Box<str>>),
    Link(LinkId, Box<Inlines>),
    Image(PictureId),
    SoftBreak,
    HardBreak,
    /// The box before an item of a list, and whether it is ticked.
    Task(bool),
    /// A reference to a footnote of the document.
    FootnoteReference(Box<FootnoteReference>),
    /// One raw HTML tag that may stand in a page.
    Html(Box<Box<str>>),
    Component(CallId),
}

// Most lines are one text; the others stand behind one pointer, so that they make it no larger.
const _: () = assert!(size_of::<Inline>() == 16 && size_of::<Block>() == 24);

/// A mark that leads to a footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct FootnoteReference {
    pub label: String,
    /// The footnote's number, from 1, in the order of [`Document::footnotes`].
    pub number: usize,
    /// Which of the marks that lead to this footnote it is, from 1.
    pub occurrence: usize,
}

/// A call of a component in a page's text, still unresolved.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentCall {
    pub name: String,
    /// In the order written.
    pub arguments: Vec<Argument>,
    /// The blocks between `{% name() %}` and `{% end %}`.
    pub body: Option<Blocks>,
    pub stands: Stands,
    /// The whole opening call.
    pub span: Span,
}

impl ComponentCall {
    /// Whether it stands among words: as [`Inline::Component`] and no block.
    pub fn in_line(&self) -> bool {
        self.stands != Stands::Alone
    }
}

/// What is around a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    Alone,
    /// Among words.
    InLine,
    /// Among the words of a link.
    InLink,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    pub name: String,
    pub value: ArgumentValue,
    /// The argument as written, `name="value"`.
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ArgumentValue {
    Text(String),
    Integer(i64),
    Boolean(bool),
}

/// Walks blocks and what stands in them, in reading order. Every reader of a document says what it
/// wants with the pieces; how they stand in each other is known here alone.
pub trait Visit<'text> {
    /// Whether to go into this block; what stands in a component is asked for by the visitor itself.
    fn block(&mut self, _block: &'text Block) -> Descend {
        Descend::Yes
    }

    /// After all that stands in a block.
    fn block_end(&mut self, _block: &'text Block) {}

    /// A line of text: of a paragraph, a heading, a cell, a term.
    fn line(&mut self, content: &'text [Inline]) {
        self.inlines(content);
    }

    /// Whether to go into this inline.
    fn inline(&mut self, _inline: &'text Inline) -> Descend {
        Descend::Yes
    }

    fn blocks(&mut self, blocks: &'text [Block]) {
        for block in blocks {
            if self.block(block) == Descend::No {
                continue;
            }
            match block {
                Block::Heading { content, .. }
                | Block::Paragraph(content)
                | Block::Plain(content) => self.line(content),
                Block::List(list) => list.items.iter().for_each(|item| self.blocks(item)),
                Block::Quote(blocks) => self.blocks(blocks),
                Block::Table(table) => {
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    rows.flat_map(|row| row.iter())
                        .for_each(|cell| self.line(cell));
                }
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        self.line(&definition.term);
                        let bodies = definition.definitions.iter();
                        bodies.for_each(|body| self.blocks(body));
                    }
                }
                Block::Code(_) | Block::Rule | Block::Html(_) | Block::Component(_) => {}
            }
            self.block_end(block);
        }
    }

    fn inlines(&mut self, inlines: &'text [Inline]) {
        for inline in inlines {
            if self.inline(inline) == Descend::No {
                continue;
            }
            if let Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Strikethrough(content)
            | Inline::Link(_, content) = inline
            {
                self.inlines(content);
            }
        }
    }
}

/// Whether a visitor wants what stands inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Descend {
    Yes,
    No,
}

/// Calls `change` with each block, those that stand in other blocks too, components' bodies aside.
pub(super) fn for_each_block(blocks: &mut [Block], change: &mut impl FnMut(&mut Block)) {
    for block in blocks {
        change(block);
        match block {
            Block::List(list) => {
                let items = list.items.iter_mut();
                items.for_each(|item| for_each_block(item, change));
            }
            Block::Quote(blocks) => for_each_block(blocks, change),
            Block::Definitions(definitions) => {
                let bodies = definitions.iter_mut().flat_map(|one| &mut one.definitions);
                bodies.for_each(|body| for_each_block(body, change));
            }
            _ => {}
        }
    }
}

/// Calls `change` with each inline of the block's own lines.
pub(super) fn for_each_inline(block: &mut Block, change: &mut impl FnMut(&mut Inline)) {
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) | Block::Plain(content) => {
            of_each(content, change);
        }
        Block::Table(table) => {
            let rows = std::iter::once(&mut table.head).chain(&mut table.rows);
            rows.flatten().for_each(|cell| of_each(cell, change));
        }
        Block::Definitions(definitions) => {
            let terms = definitions.iter_mut().map(|one| &mut one.term);
            terms.for_each(|term| of_each(term, change));
        }
        Block::List(_)
        | Block::Quote(_)
        | Block::Code(_)
        | Block::Rule
        | Block::Html(_)
        | Block::Component(_) => {}
    }
}

fn of_each(inlines: &mut [Inline], change: &mut impl FnMut(&mut Inline)) {
    for inline in inlines {
        change(inline);
        if let Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Strikethrough(content)
        | Inline::Link(_, content) = inline
        {
            of_each(content, change);
        }
    }
}
