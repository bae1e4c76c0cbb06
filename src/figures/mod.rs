//! Datasets and a question → figures as a reader sees them: in one language, with their unit and
//! their source, or why nobody can tell.
//!
//! It reads no file and shows nothing: what is loaded it takes from `data`, and pages and leaflets
//! take from here what they show.

// Operators of `Decimal` panic where a result has too many digits.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod amount;
mod budget_table;
mod catalogue;
mod compare;
mod figure;
mod measured;
mod measures;
mod of_100;
mod per_person;
mod query;
mod row_values;
mod sources;
mod units;
mod wording;

pub use amount::{AmountView, amount};
pub use budget_table::{BudgetTable, RowKind, TableRow, budget_table};
pub use catalogue::{CatalogueEntry, catalogue};
pub use compare::{CompareProblem, With, compare};
pub use measured::Measured;
pub use of_100::of_100;
pub use per_person::per_person;
pub use query::{AmountQuery, Asked, Query, QueryProblem};
pub use row_values::{Compared, RowColumn, RowColumns, RowValue};
pub use sources::{SourceView, sources_of_dataset};
pub use wording::Wording;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_periods;
