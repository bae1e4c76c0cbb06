//! The columns that say what a row of a budget is about, found once.

use crate::data::declaration::{Declaration, OfBudget};
use crate::data::read::Grid;
use std::sync::Arc;

/// The columns of keys, in the order of [`Key`].
const COLUMNS: [&str; 9] = [
    "place",
    "code",
    "year",
    "period",
    "phase",
    "direction",
    "fund",
    "status",
    "source",
];

/// A column of keys.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key {
    Place,
    Code,
    Year,
    Period,
    Phase,
    Direction,
    Fund,
    Status,
    Source,
}

impl Key {
    pub fn name(self) -> &'static str {
        COLUMNS[self as usize]
    }
}

/// The number of the column of a dimension: they stand behind those of the keys.
pub(super) fn of_dimension(at: usize) -> usize {
    COLUMNS.len().saturating_add(at)
}

/// Where the rows say a key, and what they said last: it often stands in many rows after each other.
pub(super) struct Column {
    pub name: String,
    pub at: Option<usize>,
    /// The value that all rows have.
    pub constant: Option<Arc<str>>,
    pub last: Option<Arc<str>>,
}

impl Column {
    pub fn all(grid: &Grid, declaration: &Declaration, of: &OfBudget) -> Vec<Column> {
        let dimensions = of.dimensions.iter().map(|dimension| &*dimension.name);
        let names = COLUMNS.into_iter().chain(dimensions);
        let column = |name| Column::of(name, grid, declaration);
        names.map(column).collect()
    }

    fn of(name: &str, grid: &Grid, declaration: &Declaration) -> Column {
        let constant = declaration.constant(name, grid.sheet.name.as_deref());
        Column {
            name: name.to_owned(),
            at: grid.columns.index(name),
            constant: constant.map(Arc::from),
            last: None,
        }
    }
}
