//! What datasets are made of: values only, complete and checked when they are made.
//!
//! It knows no file, no declaration and no reading.

mod account;
mod adjustments;
mod budget;
mod categories;
mod cell;
mod cell_place;
mod cell_range;
mod concordance;
mod contacts;
mod dataset;
mod descriptor;
mod divided;
mod guard;
mod headers;
mod index;
mod kind;
mod lacks;
mod money;
mod peers;
mod period;
mod period_words;
mod places;
mod schema;
mod source;
mod sums;
mod table;
mod text;
mod unit_words;

pub use account::{
    Account, CellCounts, ColumnNames, FigureCounts, NamedColumn, RowCounts, TotalCounts, UsedColumn,
};
pub use budget::{Budget, BudgetLine, Direction, Phase};
pub use categories::{Categories, Category, CategoryKind};
pub use cell_place::CellPlace;
pub use dataset::{Accepted, Classification, Contents, Dataset, Datasets};
pub use divided::Dimension;
pub use kind::Kind;
pub use money::Money;
pub use period::{PartsOfTime, Period};
pub use places::{Counts, Gazetteer, People, Place, PlaceType};
pub use schema::{Constant, Constraints, Field, Holds, Needed, Refers, Schema, Stands};
pub use source::Source;
pub use table::{Column, Table, TableCell, TableRow};

pub(crate) use adjustments::adjustments;
pub(crate) use budget::{Common, Division, USUAL_BASE, When};
pub(crate) use cell::{Cell, Reader};
pub(crate) use cell_place::{column_letters, parse_cell, parse_column, split_cell};
pub(crate) use cell_range::{CellRange, CellRanges, Origin};
pub(crate) use concordance::{At, Concordance, Era, Lineage, Lineages, Shares, Tie, ties};
pub(crate) use descriptor::{ACCEPTED, GUARDED, HOLDS, NAMES};
pub(crate) use divided::MOST_WHOLES;
pub(crate) use guard::{guarded, parts_cells, unguarded};
pub(crate) use headers::{
    PHASE_WORDS, figure_column, figure_header, is_period, mended_figure_header, period_within,
};
pub(crate) use index::{Amount, Figure};
pub(crate) use peers::Alike;
pub(crate) use period::Span;
pub(crate) use period_words::period;
pub(crate) use places::{MOST_ABOVE, NATION};
pub(crate) use sums::{Climb, Sum};
pub(crate) use text::{Cleaned, clean_label, cleaned, lost_zero, too_long, year, year_of_count};
pub(crate) use unit_words::{StatedUnit, unit_of_format, unit_of_header, unit_of_title};
