//! Tables that authors keep in spreadsheets: `data/*.csv|tsv|xlsx|xls|ods` with their TOML →
//! [`Datasets`], complete and checked.
//!
//! Out: typed rows, exact money, the gazetteer with its counts, and the downloads ([`export`]). It
//! knows nothing of what pages ask of them.
//!
//! Inside, each folder names only those before it, and [`load`] is the chain:
//!
//! - `model`: what datasets are made of, and the [`Schema`](model::Schema) of a table's columns
//! - `declaration`: what the TOML says, in four parts
//! - `read`: a file → cells, cleaned, under columns with our names
//! - `kinds`: cells → rows of a kind
//! - `merge`: the package of another campaign → what is declared of its tables
//! - `checks`: rows → what is wrong with them
//! - `export`: rows → downloads
//! - `describe`: a clerk's file → a draft of its declaration
//! - `template`: a kind of table → an empty workbook for it

// Operators of `Decimal` panic where a result has too many digits.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

mod checks;
mod declaration;
mod describe;
pub mod export;
mod kinds;
mod load;
mod merge;
mod model;
mod pairs;
mod read;
mod template;

#[cfg(test)]
pub(crate) use declaration::SCHEMA;
pub(crate) use describe::{
    Answers, Decided, Described, Draft, Grown, Question, What, Why, describe, words,
};
pub use load::load;
pub use model::{
    Account, Budget, BudgetLine, Categories, Contents, Dataset, Datasets, Dimension, Direction,
    Kind, Money, NamedColumn, PartsOfTime, Period, Phase, PlaceType, Source,
};
pub(crate) use read::{SeenSheet, look_into};
pub(crate) use template::{has_template, template};

pub(crate) use model::{
    Alike, Amount, At, Category, CategoryKind, Cell, CellPlace, CellRange, CellRanges, Climb,
    Column, Concordance, Constraints, Field, Figure, Holds, Lineage, Lineages, NATION, Origin,
    People, Place, Reader, Refers, Span, Sum, Table, TableCell, TableRow, column_letters,
    parse_cell, parse_column, period, split_cell,
};

#[cfg(test)]
mod account_tests;
#[cfg(test)]
mod again_tests;
#[cfg(test)]
pub(crate) mod limits;
#[cfg(test)]
pub(crate) mod tests;
