//! Datasets and a question → figures as a reader sees them: in one language, with their unit and
//! their source, or why nobody can tell.
//!
//! It reads no file and shows nothing: what is loaded it takes from `data`, and pages and leaflets
//! take from here what they show.

// Operators of `Decimal` panic where a result has too many digits.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod adjusted;
mod amount;
mod budget_table;
mod cards;
mod catalogue;
mod cells;
mod comparator;
mod compare;
mod constant_prices;
mod counted;
mod figure;
mod measured;
mod measures;
mod of_100;
mod over_years;
mod peers;
mod per_person;
mod query;
mod roll_up;
mod roll_up_periods;
mod row_values;
mod rows;
mod sheets;
mod sides;
mod sources;
mod units;
mod what_changed;
mod wording;

pub use adjusted::Adjusted;
pub use amount::{AmountView, amount};
pub use budget_table::{BudgetTable, Cell, RowKind, TableRow, budget_table};
pub use cards::{Cards, Shape, TableProblem, Wanted, cards};
pub use catalogue::{CatalogueEntry, catalogue};
pub use cells::Cells;
pub use comparator::{ComparatorProblem, comparator};
pub use compare::{CompareProblem, With, compare};
pub use constant_prices::{PricesProblem, constant_prices};
pub use counted::{scorecard, survey};
pub use measured::{Measured, Shown};
pub use of_100::{of_100, of_100_to};
pub use peers::{median, ranked};
pub use per_person::per_person;
pub use query::{AmountQuery, Asked, Query, QueryProblem};
pub use roll_up::rolled_up;
pub use roll_up_periods::{Within, rolled_up_periods};
pub use row_values::{Compared, RowColumn, RowColumns, RowValue};
pub use sheets::{Sheet, by_year, folded};
pub use sources::{SourceView, sources_of_numbered};
pub use what_changed::{Between, what_changed};
pub use wording::Wording;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_adjustments;
#[cfg(test)]
mod tests_of_codes;
#[cfg(test)]
mod tests_of_dimensions;
#[cfg(test)]
mod tests_of_periods;
#[cfg(test)]
mod tests_of_places;
#[cfg(test)]
mod tests_of_tables;
