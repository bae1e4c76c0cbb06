//! Tables that authors keep in spreadsheets: `data/*.csv|tsv|xlsx|xls|ods` with their TOML →
//! [`Datasets`], complete and checked.
//!
//! Out: typed rows, exact money, the gazetteer with its counts; from those the tables and figures
//! that pages show ([`budget_table`], [`amount`]) and the downloads ([`export`]). It knows nothing of
//! pages, templates or HTML.
//!
//! Inside, each folder names only those before it, and [`load`] is the chain:
//!
//! - `model`: what datasets are made of, and the [`Schema`](model::Schema) of a table's columns
//! - `declaration`: what the TOML says, in four parts
//! - `read`: a file → cells, cleaned, under columns with our names
//! - `kinds`: cells → rows of a kind
//! - `checks`: rows → what is wrong with them
//! - `export`: rows → downloads

mod budget_table;
mod checks;
mod declaration;
pub mod export;
mod kinds;
mod load;
mod model;
mod pairs;
mod query;
mod read;
mod row_values;
mod units;

pub use budget_table::{BudgetTable, RowKind, SourceView, TableRow, budget_table};
pub use declaration::SCHEMA;
pub use load::load;
pub use model::{
    Budget, BudgetLine, Categories, Contents, Dataset, Datasets, Direction, Money, Phase, Source,
};
pub use query::{AmountQuery, AmountView, Query, QueryProblem, amount};

pub(crate) use model::{Amount, Category, CategoryKind, Climb, Figure, Sum};

#[cfg(test)]
mod limits;
#[cfg(test)]
mod tests;
