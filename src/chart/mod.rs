//! Figures → one drawing → SVG for pages and files, and the shapes that leaflets set. A leaf: it knows
//! no budgets, no pages and no theme.
//!
//! A drawing is rows, one below the other: words, a figure, and beside or below them marks on a strip of
//! their own. Places on a strip are shares of it, so every medium draws the same marks at whatever width
//! it has, and sets the words in its own letters.
//!
//! One file for each chart, and one list.

mod bar;
mod grouped;
mod pictogram;
mod stacked;
mod svg;
mod treemap;
mod trend;
mod waterfall;

pub use svg::{Caption, Strips, picture};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

/// A way to draw figures.
pub struct Chart {
    draw: fn(&Figures<'_>) -> Result<Drawing, Unfit>,
}

macro_rules! charts {
    ($($name:ident)*) => {
        /// The words by which texts ask for charts.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// As they are named.
        static ALL: &[&Chart] = &[$(&$name::CHART),*];
    };
}

// The first is drawn of one column, the second of several, where none is asked for.
charts! { bar grouped stacked trend treemap waterfall pictogram }

/// What is drawn: items in groups, each with a value for every column.
pub struct Figures<'own> {
    pub columns: Vec<Column>,
    pub groups: Vec<Group>,
    pub telling: Telling<'own>,
}

/// What values stand in one column for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub label: String,
    /// Its place in time; columns come in its order.
    pub at: i32,
    /// Values of one line are of one such word.
    pub of: &'static str,
}

/// Items that are parts of one whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// Empty if it is the only one.
    pub label: String,
    pub items: Vec<Item>,
    /// The whole in each column, as it is stated.
    pub totals: Vec<Value>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub label: String,
    /// As many as there are columns.
    pub values: Vec<Value>,
}

/// A figure, and as readers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub amount: Amount,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    Known(Decimal),
    /// There is a figure, and nobody knows it.
    Unknown,
    /// There is no figure.
    Absent,
}

/// How numbers are told that only a chart knows.
#[derive(Clone, Copy)]
pub struct Telling<'own> {
    /// An amount as the figures are told.
    pub amount: &'own dyn Fn(Decimal) -> String,
    /// What one note of a pictogram stands for, of such an amount.
    pub each: &'own dyn Fn(Decimal) -> String,
    /// A small number by which an item is known.
    pub number: &'own dyn Fn(usize) -> String,
    /// All items together that have no mark of their own.
    pub others: &'own str,
}

/// Why figures cannot be drawn so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It is drawn of so many columns at least, and at most.
    Columns { least: usize, most: usize },
    /// A line would join what was planned with what was spent.
    Mixed,
    /// A part of a whole is less than nothing.
    Negative { label: String },
}

/// What stands where, whatever the medium.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    pub rows: Vec<Row>,
    /// What could not be drawn because nobody knows it.
    pub unknown: Vec<String>,
    /// Whether only a table tells each of its figures.
    pub wants_table: bool,
}

/// Words, a figure, and a strip with marks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub label: String,
    pub text: String,
    /// Heads the rows after it.
    pub heads: bool,
    /// A mark that its words explain.
    pub key: Option<Mark>,
    pub strip: Option<Strip>,
}

/// Where marks stand; their places and sizes are shares of it, from its left upper corner.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Strip {
    /// In sizes of the letters beside it.
    pub height: f64,
    pub marks: Vec<Mark>,
    /// Where nothing is, on a scale that goes both ways.
    pub zero: Option<f64>,
    /// Words under its left and its right end.
    pub ends: Option<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "mark", rename_all = "snake_case")]
pub enum Mark {
    Bar {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        tone: Tone,
        /// A number in its corner.
        number: String,
    },
    Line {
        points: Vec<(f64, f64)>,
        tone: Tone,
    },
    /// So many notes of which so many fill the strip; the last one may be a part.
    Notes {
        count: f64,
        of: f64,
    },
}

/// One of six, told apart without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tone(pub u8);

/// How many tones there are.
const TONES: usize = 6;

/// The height of a bar.
const BAR: f64 = 0.8;

/// The tone of what is less than nothing: an outline.
const OUTLINE: Tone = Tone(2);

impl Chart {
    /// The chart of this name; of none, what suits so many columns.
    pub fn named(name: Option<&str>, columns: usize) -> &'static Chart {
        let asked = name.and_then(|name| NAMES.iter().position(|own| *own == name));
        ALL[asked.unwrap_or(usize::from(columns > 1))]
    }

    pub fn draw(&self, figures: &Figures<'_>) -> Result<Drawing, Unfit> {
        (self.draw)(figures)
    }
}

impl Drawing {
    /// The drawing in words, for those who do not see it.
    pub fn in_words(&self) -> String {
        let rows = self.rows.iter().map(|row| match row.text.as_str() {
            "" => row.label.clone(),
            text if row.label.is_empty() => text.to_owned(),
            text => format!("{} {text}", row.label),
        });
        rows.collect::<Vec<_>>().join(" · ")
    }
}

impl Row {
    fn heading(label: &str) -> Row {
        Row {
            label: label.to_owned(),
            heads: true,
            ..Row::default()
        }
    }

    /// Says what a mark stands for.
    fn key(mark: Mark, label: &str, text: &str) -> Row {
        Row {
            label: label.to_owned(),
            text: text.to_owned(),
            key: Some(mark),
            ..Row::default()
        }
    }
}

impl Mark {
    /// The whole strip in a tone.
    fn field(tone: Tone) -> Mark {
        Mark::Bar {
            x: 0.0,
            y: 0.0,
            width: 1.0,
            height: 1.0,
            tone,
            number: String::new(),
        }
    }
}

impl Group {
    /// Its label as a row, if it has one.
    fn heading(&self) -> Option<Row> {
        (!self.label.is_empty()).then(|| Row::heading(&self.label))
    }

    /// The items, of which all but the largest are one where there are more than tones; a sum with an
    /// unknown in it is unknown.
    fn within(&self, most: usize, telling: &Telling<'_>) -> Vec<Item> {
        if self.items.len() <= most {
            return self.items.clone();
        }
        let size = |item: &Item| item.values.iter().filter_map(Value::known).max();
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(size(&self.items[*at])));
        let (mut own, others) = (order[..most - 1].to_vec(), &order[most - 1..]);
        own.sort_unstable();
        let columns = 0..self.items[0].values.len();
        let sum = |column: usize| {
            let amounts = others.iter();
            let mut amounts = amounts.map(|at| self.items[*at].values[column].amount);
            let sum = amounts.try_fold(Decimal::ZERO, |sum, amount| match amount {
                Amount::Known(amount) => sum.checked_add(amount),
                Amount::Absent => Some(sum),
                Amount::Unknown => None,
            });
            Value {
                amount: sum.map_or(Amount::Unknown, Amount::Known),
                text: sum.map_or_else(|| "…".to_owned(), telling.amount),
            }
        };
        let others = Item {
            label: telling.others.to_owned(),
            values: columns.map(sum).collect(),
        };
        let own = own.into_iter().map(|at| self.items[at].clone());
        own.chain([others]).collect()
    }
}

impl Value {
    fn known(&self) -> Option<Decimal> {
        match self.amount {
            Amount::Known(amount) => Some(amount),
            Amount::Unknown | Amount::Absent => None,
        }
    }

    /// As a length; exact sums are made before.
    fn length(&self) -> Option<f64> {
        self.known()?.to_f64()
    }

    fn is_unknown(&self) -> bool {
        self.amount == Amount::Unknown
    }
}

/// A scale from the lowest to the highest value, with nothing on it.
struct Scale {
    lowest: f64,
    range: f64,
}

impl Scale {
    fn of(values: impl Iterator<Item = f64>) -> Scale {
        let bounds = values.fold((0.0, 0.0), |(low, high): (f64, f64), value| {
            (low.min(value), high.max(value))
        });
        Scale {
            lowest: bounds.0,
            range: bounds.1 - bounds.0,
        }
    }

    fn at(&self, value: f64) -> f64 {
        match self.range > 0.0 {
            true => ((value - self.lowest) / self.range).clamp(0.0, 1.0),
            false => 0.0,
        }
    }

    /// Where nothing is; `None` if that is the left end.
    fn zero(&self) -> Option<f64> {
        (self.lowest < 0.0).then(|| self.at(0.0))
    }

    /// A strip with a bar between two values.
    fn bar(&self, from: f64, to: f64, tone: Tone) -> Strip {
        let (start, end) = (self.at(from.min(to)), self.at(from.max(to)));
        let is_bar = end > start;
        let bar = is_bar.then(|| Mark::Bar {
            x: start,
            y: 0.0,
            width: end - start,
            height: 1.0,
            tone,
            number: String::new(),
        });
        Strip {
            height: BAR,
            marks: bar.into_iter().collect(),
            zero: self.zero(),
            ends: None,
        }
    }
}

/// Refuses other numbers of columns.
fn columns(figures: &Figures<'_>, least: usize, most: usize) -> Result<(), Unfit> {
    match (least..=most).contains(&figures.columns.len()) {
        true => Ok(()),
        false => Err(Unfit::Columns { least, most }),
    }
}

/// Refuses parts that are less than nothing.
fn positive(figures: &Figures<'_>) -> Result<(), Unfit> {
    let items = figures.groups.iter().flat_map(|group| &group.items);
    let mut negative = items.filter(|item| {
        let mut amounts = item.values.iter().filter_map(Value::known);
        amounts.any(|amount| amount < Decimal::ZERO)
    });
    match negative.next() {
        None => Ok(()),
        Some(item) => Err(Unfit::Negative {
            label: item.label.clone(),
        }),
    }
}

/// What a value is called that nobody knows: by its item, and where there are several columns, by its
/// column.
fn unknown_of(figures: &Figures<'_>, item: &Item, column: usize) -> String {
    match figures.columns.len() {
        1 => item.label.clone(),
        _ => format!("{} ({})", item.label, figures.columns[column].label),
    }
}

/// Every value that is there and not known.
fn unknown_values(figures: &Figures<'_>) -> Vec<String> {
    let items = figures.groups.iter().flat_map(|group| &group.items);
    let unknown = items.flat_map(|item| {
        let values = item.values.iter().enumerate();
        let unknown = values.filter(|(_, value)| value.is_unknown());
        unknown.map(|(column, _)| unknown_of(figures, item, column))
    });
    unknown.collect()
}

#[cfg(test)]
mod tests;
