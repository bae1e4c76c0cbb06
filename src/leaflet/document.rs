//! What a leaflet says: the page's text and figures as plain data, resolved and formatted.
//!
//! Text carries U+200B where a line may break between words; the printed file's text does not.
//! Nothing here is markup: a template receives every string as a value.

use crate::content::is_visible;
use serde::{Deserialize, Serialize};

/// All that a leaflet shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Leaflet {
    pub title: String,
    /// The lead paragraph; empty if there is none.
    pub description: String,
    /// The language of the text as a BCP 47 tag.
    pub language: String,
    /// The digits from zero to nine, as the language writes them.
    pub digits: String,
    pub site_title: String,
    pub organisation: String,
    pub phone: String,
    /// What a reader must know before all else, such as that figures are an example.
    pub notices: Vec<String>,
    /// The page's absolute address: printed, and as a QR code.
    pub address: String,
    /// What stands beside the QR code: "scan to read more".
    pub call_to_action: String,
    /// Year, month and day of the last change.
    pub date: Option<(i16, u8, u8)>,
    pub blocks: Vec<LeafletBlock>,
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
    /// `right` says of each column whether it is aligned to the right, as figures are.
    Table {
        right: Vec<bool>,
        head: Vec<Vec<LeafletInline>>,
        rows: Vec<Vec<Vec<LeafletInline>>>,
    },
    Code {
        text: String,
    },
    Rule,
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
        source: String,
    },
    Group {
        blocks: Vec<LeafletBlock>,
    },
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
    Code {
        text: String,
    },
    /// `url` is absolute.
    Link {
        url: String,
        content: Vec<LeafletInline>,
    },
    Break,
    /// The box before something to do.
    Task {
        done: bool,
    },
    Amount {
        text: String,
        source: String,
    },
}

impl LeafletInline {
    /// Whether a reader sees anything of it.
    pub(super) fn is_visible(&self) -> bool {
        match self {
            LeafletInline::Text { text }
            | LeafletInline::Code { text }
            | LeafletInline::Amount { text, .. } => is_visible(text),
            LeafletInline::Strong { content }
            | LeafletInline::Emphasis { content }
            | LeafletInline::Link { content, .. } => content.iter().any(LeafletInline::is_visible),
            LeafletInline::Break => false,
            LeafletInline::Task { .. } => true,
        }
    }
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
    pub notes: Vec<String>,
    pub sources: Vec<Source>,
    /// Says that the figures are an example, if they are.
    pub synthetic: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableRow {
    pub label: String,
    /// 0 for the outermost rows.
    pub depth: usize,
    /// `heading`, `line`, `subtotal`, `total` or `not_itemised`.
    pub kind: String,
    pub cells: Vec<String>,
}

/// Where figures come from; what is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    pub title: String,
    pub publisher: String,
    pub page: String,
    pub retrieved: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BudgetChart {
    pub title: String,
    /// The chart in words, for those who do not see it.
    pub description: String,
    pub bars: Vec<Bar>,
    /// The same figures as a table.
    pub table: BudgetTable,
}

/// A horizontal bar from `start` to `end`, which are shares of the axis between 0 and 1.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    pub label: String,
    pub start: f64,
    pub end: f64,
    /// The figure as it is printed.
    pub text: String,
}
