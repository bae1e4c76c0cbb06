//! What a leaflet says: the page's text and figures as plain data, resolved and formatted.
//!
//! Text carries U+200B where a line may break between words; the printed file's text does not.
//! Nothing here is markup: a template receives every string as a value.

pub use crate::chart::{Mark, Row, Strip, Tone};

use crate::content::is_visible;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that a leaflet shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Leaflet {
    pub title: String,
    /// The lead paragraph; empty if there is none.
    pub description: String,
    /// The language of the text as a BCP 47 tag.
    pub language: String,
    /// In which direction it is written: `ltr` or `rtl`.
    pub direction: String,
    /// The digits from zero to nine, as the language writes them.
    pub digits: String,
    pub site_title: String,
    pub organisation: String,
    pub phone: String,
    /// What a reader must know before all else, such as that figures are an example.
    pub notices: Vec<String>,
    /// The page's absolute address: printed, and as a QR code.
    pub address: String,
    /// What is printed beside the code in its place, since less of it is to be typed; empty if that is the address.
    pub short_address: String,
    /// What stands beside the QR code: "scan to read more".
    pub call_to_action: String,
    /// Year, month and day of the last change.
    pub date: Option<(i16, u8, u8)>,
    /// The same in words, which readers know an old sheet by; empty if nobody knows it.
    pub edition: String,
    /// The figure that covers and posters show large.
    pub figure: Option<KeyFigure>,
    /// The colour of the site, dark enough for letters on paper: six hexadecimal digits behind `#`; empty for
    /// black. Files for printing have none.
    pub colour: String,
    pub fonts: SiteFonts,
    /// The kind of the page; empty if it is of none.
    pub kind: String,
    /// What the page says in the table of its kind. It stands among the `blocks` already: the first
    /// `facts_before` of them are those before the text, and the last `facts_after` those behind it.
    pub facts: Vec<LeafletFact>,
    pub facts_before: usize,
    pub facts_after: usize,
    pub blocks: Vec<LeafletBlock>,
    /// The bytes of each [`Picture`] by its `file`, as their author left them; a file's name stands for
    /// its bytes.
    #[serde(skip)]
    pub pictures: BTreeMap<String, Vec<u8>>,
}

/// The fonts that a site asks for, each by the name of its family or the path of its file; empty for those of
/// the theme.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SiteFonts {
    pub text: String,
    pub headings: String,
}

/// Something that a page of a kind says of itself, for a template that shows it in a place of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LeafletFact {
    pub key: String,
    /// What stands before it.
    pub label: String,
    /// In one line.
    pub line: Vec<LeafletInline>,
    /// As text would show it: as a list or a table if it is one.
    pub blocks: Vec<LeafletBlock>,
}

/// One figure by itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// With its unit.
    pub text: String,
    /// What it is.
    pub label: String,
    /// Its period and phase; empty where the label names the year.
    pub when: String,
    /// Says that the figure is an example, if it is.
    pub synthetic: String,
}

/// What a page is shared with: one picture that shows a choice of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ShareCard {
    pub title: String,
    /// The language of the text as a BCP 47 tag.
    pub language: String,
    /// In which direction it is written: `ltr` or `rtl`.
    pub direction: String,
    pub site_title: String,
    pub organisation: String,
    pub figure: Option<KeyFigure>,
    /// Of six hexadecimal digits behind `#`.
    pub colours: Colours,
    pub fonts: SiteFonts,
    /// The bytes of the organisation's mark, if it has one; a picture of a kind that the typesetter knows.
    #[serde(skip)]
    pub mark: Option<Vec<u8>>,
}

/// The colours of a site.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Colours {
    /// The ground.
    pub brand: String,
    /// Letters upon it.
    pub on_brand: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum LeafletBlock {
    /// `level` 1 to 6.
    Heading {
        level: u8,
        content: Vec<LeafletInline>,
    },
    Paragraph {
        content: Vec<LeafletInline>,
    },
    /// `start` is the first number of an ordered list; `marks` are what stands before each item, where
    /// that is more than a point or the next number.
    List {
        start: Option<u64>,
        marks: Vec<String>,
        items: Vec<Vec<LeafletBlock>>,
    },
    Quote {
        blocks: Vec<LeafletBlock>,
    },
    /// `right` says of each column whether it is aligned to the right, as figures are, and `centre`
    /// whether to its middle. A head of empty cells is none.
    Table {
        right: Vec<bool>,
        centre: Vec<bool>,
        head: Vec<Vec<LeafletInline>>,
        rows: Vec<Vec<Vec<LeafletInline>>>,
        /// None before it is made ready to be set.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        columns: Vec<TableColumn>,
    },
    Code {
        text: String,
    },
    Rule,
    /// What follows begins a page.
    NewPage,
    /// Terms and what they mean.
    Definitions {
        entries: Vec<(Vec<LeafletInline>, Vec<LeafletBlock>)>,
    },
    Note {
        kind: String,
        title: String,
        blocks: Vec<LeafletBlock>,
    },
    /// What to do, one thing after the other.
    Steps {
        items: Vec<Vec<LeafletBlock>>,
    },
    Contact(Contact),
    BudgetTable(BudgetTable),
    BudgetChart(BudgetChart),
    /// One big figure.
    Amount {
        text: String,
        label: String,
        sources: Vec<Citation>,
        /// Says that the figure is an example, if it is.
        synthetic: String,
    },
    Measure(Measure),
    Cards(Cards),
    Group {
        blocks: Vec<LeafletBlock>,
    },
    Picture(Picture),
    /// The notes that [`LeafletInline::NoteMark`]s lead to, below the text.
    Notes {
        notes: Vec<Note>,
    },
    /// The sources that [`Citation`]s lead to, below all else.
    Sources {
        title: String,
        sources: Vec<Source>,
    },
}

/// What has to be known of a column to give it a width.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableColumn {
    /// How many its longest cell has.
    pub letters: usize,
    /// The rows in which it may be widest; the head is the first row, if there is one.
    pub widest: Vec<usize>,
    /// Its words that may be the widest, each once.
    pub words: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "inline", rename_all = "snake_case")]
pub enum LeafletInline {
    Text {
        text: String,
    },
    Strong {
        content: Vec<LeafletInline>,
    },
    Emphasis {
        content: Vec<LeafletInline>,
    },
    /// What holds no longer, or is put right.
    Strikethrough {
        content: Vec<LeafletInline>,
    },
    Underline {
        content: Vec<LeafletInline>,
    },
    Highlight {
        content: Vec<LeafletInline>,
    },
    Small {
        content: Vec<LeafletInline>,
    },
    Superscript {
        content: Vec<LeafletInline>,
    },
    Subscript {
        content: Vec<LeafletInline>,
    },
    Code {
        text: String,
    },
    /// `url` is absolute.
    Link {
        url: String,
        content: Vec<LeafletInline>,
    },
    /// What readers of the screen see of the words before it when they touch them: where a link leads,
    /// or what is said of it.
    Aside {
        text: String,
    },
    Break,
    /// The box before something to do.
    Task {
        done: bool,
    },
    /// A figure in a sentence; `mark` is that of its source, and `synthetic` says that it is an example, if
    /// it is.
    Amount {
        text: String,
        mark: String,
        synthetic: String,
    },
    /// Leads to one of the [`LeafletBlock::Notes`].
    NoteMark {
        number: String,
    },
    /// Among words.
    Picture(Picture),
}

/// What stands in an inline, to read or to change.
macro_rules! content_of {
    ($inline:expr) => {
        match $inline {
            LeafletInline::Strong { content }
            | LeafletInline::Emphasis { content }
            | LeafletInline::Strikethrough { content }
            | LeafletInline::Underline { content }
            | LeafletInline::Highlight { content }
            | LeafletInline::Small { content }
            | LeafletInline::Superscript { content }
            | LeafletInline::Subscript { content }
            | LeafletInline::Link { content, .. } => Some(content),
            LeafletInline::Text { .. }
            | LeafletInline::Code { .. }
            | LeafletInline::Break
            | LeafletInline::Task { .. }
            | LeafletInline::Amount { .. }
            | LeafletInline::Aside { .. }
            | LeafletInline::NoteMark { .. }
            | LeafletInline::Picture(_) => None,
        }
    };
}

impl LeafletInline {
    /// Whether a reader sees anything of it.
    pub(super) fn is_visible(&self) -> bool {
        match self.content() {
            Some(content) => content.iter().any(LeafletInline::is_visible),
            None => {
                matches!(self, LeafletInline::Picture(_) | LeafletInline::Task { .. })
                    || is_visible(self.text())
            }
        }
    }

    /// Whether a reader sees words of it.
    pub(super) fn has_words(&self) -> bool {
        let mut content = self.content().into_iter().flatten();
        is_visible(self.text()) || content.any(LeafletInline::has_words)
    }

    /// What stands in it, if anything can.
    pub fn content(&self) -> Option<&Vec<LeafletInline>> {
        content_of!(self)
    }

    /// The same for who changes it.
    #[cfg(feature = "leaflets")]
    pub(super) fn content_mut(&mut self) -> Option<&mut Vec<LeafletInline>> {
        content_of!(self)
    }

    /// Its own words, those of what stands in it aside.
    pub fn text(&self) -> &str {
        match self {
            LeafletInline::Text { text }
            | LeafletInline::Code { text }
            | LeafletInline::Aside { text }
            | LeafletInline::Amount { text, .. } => text,
            LeafletInline::NoteMark { number } => number,
            _ => "",
        }
    }
}

/// Calls `each` with every text that an author wrote for readers' eyes, in reading order.
pub fn for_each_text<'text>(blocks: &'text [LeafletBlock], each: &mut impl FnMut(&'text str)) {
    for block in blocks {
        match block {
            LeafletBlock::Heading { content, .. } | LeafletBlock::Paragraph { content } => {
                texts_of_line(content, each);
            }
            LeafletBlock::List { marks, items, .. } => {
                marks.iter().for_each(|mark| each(mark));
                items.iter().for_each(|item| for_each_text(item, each));
            }
            LeafletBlock::Steps { items } => {
                items.iter().for_each(|item| for_each_text(item, each));
            }
            LeafletBlock::Quote { blocks } | LeafletBlock::Group { blocks } => {
                for_each_text(blocks, each);
            }
            LeafletBlock::Note { title, blocks, .. } => {
                each(title);
                for_each_text(blocks, each);
            }
            LeafletBlock::Table { head, rows, .. } => {
                let rows = std::iter::once(head).chain(rows);
                rows.flatten().for_each(|cell| texts_of_line(cell, each));
            }
            LeafletBlock::Code { text } => text.lines().for_each(&mut *each),
            LeafletBlock::Definitions { entries } => {
                for (term, meaning) in entries {
                    texts_of_line(term, each);
                    for_each_text(meaning, each);
                }
            }
            LeafletBlock::Contact(contact) => each(&contact.name),
            LeafletBlock::Amount { text, .. } => each(text),
            LeafletBlock::Measure(measure) => each(&measure.told),
            LeafletBlock::Cards(cards) => cards.cards.iter().for_each(|card| each(&card.title)),
            LeafletBlock::Picture(picture) => each(&picture.caption),
            LeafletBlock::Notes { notes } => {
                for note in notes {
                    each(&note.number);
                    for_each_text(&note.blocks, each);
                }
            }
            LeafletBlock::Sources { sources, .. } => {
                sources.iter().for_each(|source| each(&source.title));
            }
            // What of figures a template shows, and how, is its own.
            LeafletBlock::BudgetTable(_)
            | LeafletBlock::BudgetChart(_)
            | LeafletBlock::Rule
            | LeafletBlock::NewPage => {}
        }
    }
}

fn texts_of_line<'text>(content: &'text [LeafletInline], each: &mut impl FnMut(&'text str)) {
    for inline in content {
        each(inline.text());
        if let LeafletInline::Picture(picture) = inline {
            each(&picture.caption);
        }
        texts_of_line(inline.content().map_or(&[], Vec::as_slice), each);
    }
}

/// A picture of the page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// Its name among [`Leaflet::pictures`].
    pub file: String,
    /// The picture in words, for those who do not see it; empty if it only decorates.
    pub alternative: String,
    /// What is printed below it.
    pub caption: String,
    /// Its size in pixels; 0 if that is not known.
    pub width: u32,
    pub height: u32,
}

/// A note below the text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// In the digits of the text.
    pub number: String,
    pub blocks: Vec<LeafletBlock>,
}

/// Somebody to ask; what is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    pub name: String,
    pub role: String,
    pub phone: String,
    pub telegram: String,
    pub address: String,
    pub hours: String,
    /// Says that the contact is an example, if it is one.
    pub synthetic: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BudgetTable {
    pub caption: String,
    /// What the figures count: "million riel".
    pub unit: String,
    /// One more than each row has cells: the first stands above the labels.
    pub head: Vec<String>,
    pub rows: Vec<TableRow>,
    pub adjusted: Box<Adjusted>,
    pub notes: Vec<String>,
    pub sources: Vec<Citation>,
    /// Says that the figures are an example, if they are.
    pub synthetic: String,
}

/// What was changed after approval.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Adjusted {
    /// Empty if nothing was changed.
    pub title: String,
    pub lines: Vec<Adjustment>,
    /// How many more there are; empty if there are none.
    pub more: String,
}

/// A change of a figure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Adjustment {
    /// By how much, with its sign.
    pub amount: String,
    pub label: String,
    /// In which way and when; empty if nobody knows.
    pub how: String,
    pub reason: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableRow {
    pub label: String,
    /// 0 for the outermost rows.
    pub depth: usize,
    /// `heading`, `line`, `subtotal` or `total`.
    pub kind: String,
    pub cells: Vec<String>,
}

/// Which of the [`LeafletBlock::Sources`] figures come from, and where they stand in the campaign's files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// Its number among them: `[1]`.
    pub mark: String,
    /// The file and its cells, or the file alone: `budget.xlsx › 2025, F14:F20`.
    pub cells: String,
}

/// Where figures come from; what is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its number: `[1]`.
    pub mark: String,
    pub title: String,
    /// Where it stands on the web; printed only if `typed` has it.
    pub url: String,
    /// The same as somebody types it; empty if nobody would.
    pub typed: String,
    pub publisher: String,
    pub page: String,
    pub retrieved: String,
    /// An SPDX identifier.
    pub licence: String,
    /// The file and the cells of figures in sentences, which have no room for them.
    pub cells: String,
}

/// What is computed of figures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// What it is about.
    pub label: String,
    /// The measure in words.
    pub told: String,
    /// What it was made from, or what it divides: words and figures.
    pub parts: Vec<(String, String)>,
    /// How it was computed, in words.
    pub notes: Vec<String>,
    pub sources: Vec<Citation>,
    /// Says that the figures are an example, if they are.
    pub synthetic: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BudgetChart {
    pub title: String,
    /// The chart in words, for those who do not see it.
    pub description: String,
    pub rows: Vec<Row>,
    /// The same figures as a table.
    pub table: BudgetTable,
}

/// Rows of a table that is no budget.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Cards {
    pub title: String,
    pub cards: Vec<Card>,
    pub notes: Vec<String>,
    pub sources: Vec<Citation>,
    /// Says that they are an example, if they are.
    pub synthetic: String,
}

/// What one row says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub title: String,
    pub text: String,
    /// All else, each with what it is.
    pub lines: Vec<(String, String)>,
}
