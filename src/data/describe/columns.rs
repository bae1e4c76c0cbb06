//! The columns of a table → what each is for: by its name where that is one of ours, else by its name
//! and by what stands in it.

use super::looks::Look;
use super::shape::{Looked, Shape};
use super::words::{self, Role};
use super::{Decided, What};
use crate::data::model::{
    Direction, Period, Phase, Schema, StatedUnit, column_letters, figure_header, period_within,
    unit_of_header,
};
use std::collections::BTreeSet;

/// What a column is for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Use {
    /// A column of ours by this name.
    Ours(String),
    /// A column of figures, with what its name says of them.
    Figures {
        /// Of months alone, the year is known later.
        period: Option<Period>,
        phase: Option<Phase>,
        direction: Option<Direction>,
    },
    LeftOut(Why),
}

/// Why a column is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    Empty,
    /// It numbers the rows.
    Ordinal,
    /// It holds shares or differences, which can be computed.
    Computed,
    /// The same figures stand in another column, in another unit.
    OtherUnit,
    /// The same in another currency, which is only compared with it.
    OtherCurrency,
    /// Another column of the same year and phase says the sum.
    PartOfAnother,
    /// What it says stands in the table of categories now.
    InCategories,
    /// Its codes are not those of all rows.
    SomeCodes,
    Asked,
    NotUnderstood,
}

/// A column with what stands in it.
#[derive(Debug)]
pub(super) struct Column {
    pub number: usize,
    /// From all rows of names.
    pub name: String,
    pub to: Use,
    pub unit: StatedUnit,
}

/// How often each look stands in a column.
#[derive(Debug, Default)]
struct Counted {
    filled: usize,
    texts: usize,
    figures: usize,
    years: usize,
    shares: usize,
    /// Letters of all texts.
    length: usize,
    khmer: usize,
    distinct: BTreeSet<String>,
    /// Whether it counts its rows.
    is_ordinal: bool,
}

/// The columns of the table; `skipped` are left out because somebody said so.
pub(super) fn columns(
    looked: &Looked,
    shape: &Shape,
    rows: &[usize],
    schema: &Schema,
    tags: &[String],
    skipped: &[usize],
) -> Vec<Column> {
    let ours = schema.names(tags);
    let mut columns: Vec<Column> = Vec::with_capacity(looked.width);
    let mut labels: Vec<(usize, Counted, bool)> = Vec::new();
    let mut codes: Vec<(usize, bool)> = Vec::new();
    for (number, name) in shape.names.iter().enumerate() {
        let counted = counted(looked, rows, number);
        if name.is_empty() && counted.filled == 0 {
            continue;
        }
        let plain = plain(name);
        let role = words::role(name);
        let known = ours.iter().find(|ours| ***ours == plain);
        let position = columns.len();
        let to = if skipped.contains(&number) {
            Use::LeftOut(Why::Asked)
        } else if counted.filled == 0 {
            Use::LeftOut(Why::Empty)
        } else if let Some(known) = known {
            Use::Ours(known.to_string())
        } else if let Some((period, phase, direction)) = figure_header(name, |_| None, |_| None) {
            Use::Figures {
                period: Some(period),
                phase: Some(phase),
                direction,
            }
        } else if words::is_place(name) && are_codes(&counted) {
            Use::Ours("place".to_owned())
        } else if role == Some(Role::Share) || counted.shares * 2 > counted.filled {
            Use::LeftOut(Why::Computed)
        } else if counted.years * 10 >= counted.filled * 8 && role != Some(Role::Amount) {
            Use::Ours("year".to_owned())
        } else if (counted.figures + counted.years) * 10 >= counted.filled * 6 {
            match role {
                Some(Role::Difference) => Use::LeftOut(Why::Computed),
                Some(Role::Ordinal) => Use::LeftOut(Why::Ordinal),
                Some(Role::Code) => {
                    codes.push((position, true));
                    Use::LeftOut(Why::NotUnderstood)
                }
                // Figures may rise by one as well, but not from the first row on.
                None if counted.is_ordinal
                    && counted.filled > 2
                    && words::phase(name).is_none() =>
                {
                    Use::LeftOut(Why::Ordinal)
                }
                _ => Use::Figures {
                    period: period_within(name, None),
                    phase: words::phase(name),
                    direction: words::direction(name),
                },
            }
        } else {
            match role {
                Some(Role::Phase) => Use::Ours("phase".to_owned()),
                Some(Role::Direction) => Use::Ours("direction".to_owned()),
                Some(Role::Parent) => Use::Ours("parent".to_owned()),
                Some(Role::Note) => Use::Ours("note".to_owned()),
                Some(Role::Code) => {
                    codes.push((position, true));
                    // A chapter is a code in one table and a name in another.
                    labels.push((position, counted, false));
                    Use::LeftOut(Why::NotUnderstood)
                }
                Some(Role::Ordinal) => {
                    codes.push((position, false));
                    Use::LeftOut(Why::Ordinal)
                }
                _ => {
                    labels.push((position, counted, role == Some(Role::Label)));
                    Use::LeftOut(Why::NotUnderstood)
                }
            }
        };
        columns.push(Column {
            number,
            unit: unit_of_header(name),
            name: name.clone(),
            to,
        });
    }
    let has_code = |one: &Column| one.to == Use::Ours("code".to_owned());
    if !columns.iter().any(has_code) {
        codes.sort_by_key(|(_, is_named)| !is_named);
        if let Some((position, _)) = codes.first() {
            columns[*position].to = Use::Ours("code".to_owned());
            labels.retain(|(label, ..)| label != position);
        }
    }
    if !columns.iter().any(Column::is_label) {
        name_labels(&mut columns, labels, tags);
    }
    columns
}

/// The column with the longest texts holds the labels, unless another one is called so; one of the other
/// script beside it holds them in the other language.
fn name_labels(columns: &mut [Column], mut labels: Vec<(usize, Counted, bool)>, tags: &[String]) {
    labels.sort_by_key(|(position, counted, is_named)| {
        let length = counted.length / counted.texts.max(1);
        (!*is_named, std::cmp::Reverse(length), *position)
    });
    let mut done: Vec<&str> = Vec::new();
    for (position, counted, _) in &labels {
        let tag = match counted.khmer * 2 >= counted.texts {
            true => "km",
            false => "en",
        };
        if done.contains(&tag) || !tags.iter().any(|known| known == tag) {
            continue;
        }
        columns[*position].to = Use::Ours(format!("label_{tag}"));
        done.push(tag);
    }
}

/// Whether a column holds the codes of places: digits, two for each level.
fn are_codes(counted: &Counted) -> bool {
    let is_code = |text: &String| {
        text == "KH"
            || matches!(text.len(), 2 | 4 | 6 | 8) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    counted.distinct.iter().all(is_code)
}

fn counted(looked: &Looked, rows: &[usize], column: usize) -> Counted {
    let mut counted = Counted {
        is_ordinal: true,
        ..Counted::default()
    };
    let mut last = 0_u32;
    for row in rows {
        let look = looked.look(*row, column);
        if look == Look::Blank {
            continue;
        }
        counted.filled += 1;
        let text = looked.text(*row, column);
        match look {
            Look::Figure => counted.figures += 1,
            Look::Year(_) => counted.years += 1,
            Look::Percent => counted.shares += 1,
            // It stands for a figure.
            Look::Nothing | Look::Broken => counted.figures += 1,
            Look::Blank | Look::Date | Look::Text => {
                counted.texts += 1;
                counted.length += text.chars().count();
                counted.khmer += usize::from(words::is_khmer(&text));
            }
        }
        let number = crate::khmer::number::to_latin_digits(&text);
        let number = number.trim_end_matches('.').parse::<u32>().ok();
        counted.is_ordinal &= number == Some(last + 1);
        last = number.unwrap_or(last);
        if counted.distinct.len() <= rows.len() {
            counted.distinct.insert(text);
        }
    }
    counted
}

/// A name as ours are written.
pub(super) fn plain(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("_").to_lowercase()
}

impl Column {
    /// `C`
    pub fn letters(&self) -> String {
        column_letters(u32::try_from(self.number).unwrap_or(0))
    }

    /// Whether names of rows stand in it.
    pub fn is_label(&self) -> bool {
        matches!(&self.to, Use::Ours(name) if name.starts_with("label"))
    }

    pub fn shown(&self) -> String {
        match self.name.is_empty() {
            true => self.letters(),
            false => format!("{} {}", self.letters(), self.name),
        }
    }

    /// What `[columns]` calls it, if it is read.
    pub fn read_as(&self, are_made: bool) -> Option<String> {
        match &self.to {
            Use::Ours(name) if are_made && name.starts_with("label") => Some("code".to_owned()),
            Use::Ours(name) => Some(name.clone()),
            Use::Figures {
                period: Some(period),
                phase: Some(phase),
                direction,
            } => Some(figure_name(*period, *phase, *direction)),
            Use::Figures { .. } | Use::LeftOut(_) => None,
        }
    }

    pub fn told(&self, are_made: bool) -> Decided {
        let (letters, name) = (self.letters(), self.name.clone());
        match (self.read_as(are_made), &self.to) {
            (Some(read_as), _) => Decided::sure(What::Column {
                letters,
                name,
                read_as,
            }),
            (None, to) => {
                let why = match to {
                    Use::LeftOut(why) => *why,
                    _ => Why::NotUnderstood,
                };
                Decided {
                    what: What::LeftOut { letters, name, why },
                    is_sure: matches!(why, Why::Asked | Why::Empty | Why::InCategories),
                }
            }
        }
    }
}

/// Whether amounts stand in it.
pub(super) fn is_figures(column: &Column) -> bool {
    match &column.to {
        Use::Figures { .. } => true,
        Use::Ours(name) => name == "amount",
        Use::LeftOut(_) => false,
    }
}

/// As `[columns]` names it.
pub(super) fn figure_name(period: Period, phase: Phase, direction: Option<Direction>) -> String {
    let direction =
        direction.map_or_else(String::new, |direction| format!(" {}", direction.word()));
    format!("{period} {}{direction}", phase.word())
}
