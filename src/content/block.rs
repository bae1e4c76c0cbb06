//! A page's text as a tree of blocks: what Markdown and component calls mean, before any medium.
//!
//! The web writes it as HTML, the leaflet typesets it. Text is normalised Khmer without inserted
//! breaks; nothing in it is markup of either medium, except [`Block::Html`] and [`Inline::Html`],
//! which are hostile until the web's allow-list has passed them.

use crate::diagnostic::Place;

/// The whole body of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// How many of `blocks` stand before `<!-- more -->`, where the author wrote one.
    pub summary: Option<usize>,
    /// Footnotes in the order of their first reference.
    pub footnotes: Vec<Footnote>,
    /// Whether any raw HTML stands in the document.
    pub has_html: bool,
    /// The `{column}`s of a template of pages, where they stand; empty in any other document.
    pub columns: Vec<Column>,
}

/// A `{name}` that stands for the value of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub name: String,
    pub place: Place,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    pub label: String,
    /// How many marks lead to it.
    pub references: usize,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// `level` 1 to 6; `id` is unique in the document and safe in a URL fragment.
    Heading {
        level: u8,
        id: String,
        content: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    /// `start` is the first number of an ordered list. In a tight list an item's text is a
    /// [`Block::Plain`], in a loose one a paragraph.
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// Inline content that is not a paragraph: the text of a tight list item.
    Plain(Vec<Inline>),
    Quote(Vec<Block>),
    Table(Table),
    /// A code block; `language` is its info string's first word.
    Code {
        language: Option<String>,
        text: String,
    },
    Rule,
    Definitions(Vec<Definition>),
    /// Raw HTML as the author wrote it.
    Html(String),
    Component(ComponentCall),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub alignments: Vec<Alignment>,
    pub head: Vec<Vec<Inline>>,
    pub rows: Vec<Vec<Vec<Inline>>>,
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
    pub term: Vec<Inline>,
    pub definitions: Vec<Vec<Block>>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Strikethrough(Vec<Inline>),
    Code(String),
    Link {
        /// As written: `@/dir/page.md#id`, a relative or absolute URL, a `tel:` number.
        target: String,
        title: String,
        content: Vec<Inline>,
        place: Place,
    },
    Image {
        /// As written: a file of the bundle, or `/path` below `static/`.
        source: String,
        title: String,
        /// The description for those who do not see it.
        alternative: String,
        place: Place,
    },
    SoftBreak,
    HardBreak,
    /// A reference to a footnote of the document.
    FootnoteReference(FootnoteReference),
    /// One raw HTML tag as the author wrote it.
    Html(String),
    Component(ComponentCall),
}

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
    pub body: Option<Vec<Block>>,
    /// The whole opening call.
    pub place: Place,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    pub name: String,
    pub value: ArgumentValue,
    /// The argument as written, `name="value"`.
    pub place: Place,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ArgumentValue {
    Text(String),
    Integer(i64),
    Boolean(bool),
}
