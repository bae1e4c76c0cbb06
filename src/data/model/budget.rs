//! Budgets: their figures, each with the cell it was read from.

use super::cell::Cell;
use super::cell_place::CellPlace;
use super::cell_range::{Origin, origins as origins_of};
use super::divided::Dimension;
use super::index::{Figure, Index};
use super::peers::Alike;
use super::{Categories, Money, Period, PlaceType};
use crate::config::Localised;
use crate::schema::choice;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// The figures of one dataset and what their codes mean.
#[derive(Debug, Default)]
pub struct Budget {
    /// In the order of the file.
    pub lines: Vec<BudgetLine>,
    /// Empty if neither the file nor another dataset says what the codes mean.
    pub categories: Arc<Categories>,
    /// Codes of totals whose parts were not all published.
    pub partial: BTreeSet<String>,
    /// By what it is divided besides, in the order of the declaration.
    pub dimensions: Vec<Dimension>,
    index: Index,
    /// Where figures of several lines come from, by their first line; what somebody asked for.
    origins: Box<Mutex<HashMap<u32, Arc<[Origin]>>>>,
}

impl Budget {
    pub(crate) fn new(
        lines: Vec<BudgetLine>,
        categories: Arc<Categories>,
        partial: BTreeSet<String>,
    ) -> Budget {
        Budget {
            index: Index::new(&lines),
            lines,
            categories,
            partial,
            dimensions: Vec::new(),
            origins: Box::default(),
        }
    }

    /// The same, divided by these classifications as well.
    pub(crate) fn with_dimensions(self, dimensions: Vec<Dimension>) -> Budget {
        Budget { dimensions, ..self }
    }

    /// Where a figure of these lines comes from. A page may ask many times, and a figure may have thousands of
    /// funds, so they are looked through once.
    pub(crate) fn origins<'own>(
        &self,
        figure: &Figure,
        lines: impl FnOnce() -> Vec<&'own BudgetLine>,
    ) -> Arc<[Origin]> {
        let mut known = self.origins.lock().unwrap_or_else(PoisonError::into_inner);
        let origins = known.entry(figure.line());
        Arc::clone(origins.or_insert_with(|| origins_of(&lines()).into()))
    }

    /// Which lines have a place and a code.
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    /// The lines of the place, in the order of the file.
    pub(crate) fn lines_of_place(&self, place: &str) -> Vec<&BudgetLine> {
        let numbers = self.index.lines_of_place(place).into_iter();
        numbers.map(|number| self.line(number)).collect()
    }

    /// The numbers of a place's lines, in the order of the file.
    pub(crate) fn rows_of_place(&self, place: &str) -> Vec<usize> {
        let numbers = self.index.lines_of_place(place).into_iter();
        numbers.map(|number| number as usize).collect()
    }

    /// The figures under the code of places of this type, at this time; `type_of` says what a place is.
    pub(crate) fn peers(
        &self,
        code: &str,
        (when, place_type): (When, PlaceType),
        type_of: impl Fn(&str) -> Option<PlaceType>,
    ) -> Option<&Alike> {
        let peers = self.index.peers(&self.lines, code, type_of)?;
        peers.get(when, place_type)
    }

    /// The line of a number that the index gave.
    pub(crate) fn line(&self, number: u32) -> &BudgetLine {
        &self.lines[number as usize]
    }
}

/// One figure. A country has millions of them, so what many say alike stands in memory once.
#[derive(Debug, Clone)]
pub struct BudgetLine {
    /// The place's code; `KH` is the nation.
    pub place: Arc<str>,
    pub code: Arc<str>,
    /// `None` is unknown, which is not zero.
    pub amount: Option<Money>,
    /// A fiscal year, or a part of one.
    pub period: Period,
    pub phase: Phase,
    pub direction: Direction,
    common: Arc<Common>,
    row: u32,
    /// No sheet has more columns than fit in.
    column: u16,
}

/// What lines say alike besides their place and code.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Common {
    pub path: Arc<str>,
    pub sheet: Option<Arc<str>>,
    pub fund: Option<Arc<str>>,
    /// What it says of each dimension of the budget.
    pub dimensions: Box<[Option<Arc<str>>]>,
    pub status: Option<Arc<str>>,
    pub source: Option<Arc<str>>,
    pub note: Localised,
}

/// A fund, and what is said of each dimension.
pub(crate) type Division<'own> = (Option<&'own str>, &'own [Option<Arc<str>>]);

/// Of when a figure is, and which way its money goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct When {
    pub period: Period,
    pub phase: Phase,
    pub direction: Direction,
}

impl Budget {
    /// What a line says in a column.
    pub(crate) fn column(
        name: &str,
    ) -> Option<for<'own> fn(&'own Budget, &'own BudgetLine) -> Cell<'own>> {
        Some(match name {
            "place" => |_, line| Cell::text(&line.place),
            "year" => |_, line| Cell::Number(line.period.year().into()),
            "period" => |_, line| Cell::Text(line.period.to_string().into()),
            "phase" => |_, line| Cell::text(line.phase.word()),
            "direction" => |_, line| Cell::text(line.direction.word()),
            "code" => |_, line| Cell::text(&line.code),
            "label" => |budget, line| {
                let category = budget.categories.get(&line.code);
                category.map_or(Cell::Empty, |category| Cell::Localised(&category.label))
            },
            "amount" => |_, line| Cell::number(line.amount.map(Money::value)),
            "fund" => |_, line| Cell::optional(line.fund()),
            "status" => |_, line| Cell::optional(line.status()),
            "source" => |_, line| Cell::optional(line.source()),
            "note" => |_, line| Cell::Localised(line.note()),
            _ => return None,
        })
    }
}

impl BudgetLine {
    /// A figure that is not known, in the cell of this row and column of its file.
    pub(crate) fn new(
        (place, code): (Arc<str>, Arc<str>),
        when: When,
        common: Arc<Common>,
        (row, column): (u32, u32),
    ) -> BudgetLine {
        BudgetLine {
            place,
            code,
            amount: None,
            period: when.period,
            phase: when.phase,
            direction: when.direction,
            common,
            row,
            column: u16::try_from(column).unwrap_or(u16::MAX),
        }
    }

    /// The same figure under another code.
    pub(super) fn under(&self, code: &Arc<str>) -> BudgetLine {
        BudgetLine {
            code: code.clone(),
            ..self.clone()
        }
    }

    pub(crate) fn when(&self) -> When {
        When {
            period: self.period,
            phase: self.phase,
            direction: self.direction,
        }
    }

    pub fn fund(&self) -> Option<&str> {
        self.common.fund.as_deref()
    }

    /// What it says of the dimension of this number.
    pub fn dimension(&self, at: usize) -> Option<&str> {
        self.common.dimensions.get(at)?.as_deref()
    }

    /// What tells it from other lines of its place, code and time.
    pub(crate) fn division(&self) -> Division<'_> {
        (self.fund(), self.dimensions())
    }

    /// What it says of each dimension.
    pub(crate) fn dimensions(&self) -> &[Option<Arc<str>>] {
        &self.common.dimensions
    }

    pub fn status(&self) -> Option<&str> {
        self.common.status.as_deref()
    }

    /// The id of one of the dataset's sources.
    pub fn source(&self) -> Option<&str> {
        self.common.source.as_deref()
    }

    pub fn note(&self) -> &Localised {
        &self.common.note
    }

    /// The cell of the amount.
    pub fn cell(&self) -> CellPlace {
        CellPlace {
            path: self.common.path.clone(),
            sheet: self.common.sheet.clone(),
            row: self.row,
            column: self.column.into(),
        }
    }

    /// What the row is about, for messages: `KH, 2025 approved, code 62`.
    pub fn key(&self) -> String {
        format!(
            "{}, {} {}, code {}",
            self.place,
            self.period,
            self.phase.word(),
            self.code
        )
    }
}

choice! {
    /// The stage of a budget that a figure belongs to, in the order of the budget year.
    pub enum Phase {
        Planned = "planned",
        Approved = "approved",
        Revised = "revised",
        Actual = "actual",
        Audited = "audited",
    }
}

/// What is reached is compared with the first of these that has a figure, if nothing else is said: the
/// last word on a budget before money is spent.
pub(crate) const USUAL_BASE: [Phase; 3] = [Phase::Revised, Phase::Approved, Phase::Planned];

choice! {
    /// Which way the money goes.
    pub enum Direction {
        Revenue = "revenue",
        Expenditure = "expenditure",
        Financing = "financing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_lines_take_some_eighty_megabytes() {
        assert!(size_of::<BudgetLine>() <= 72);
    }
}
