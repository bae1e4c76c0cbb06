//! Tables whose columns are known by name.

use super::cell_place::CellPlace;
use super::schema::{Constraints, Holds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A table whose columns are known by name.
#[derive(Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<TableRow>,
}

impl Table {
    /// The column that names its rows, if there is one.
    pub(crate) fn key(&self) -> Option<usize> {
        let mut columns = self.columns.iter();
        columns.position(|column| matches!(&*column.name, "id" | "code"))
    }
}

/// A column by our name, with the header it has in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub header: String,
    pub holds: Holds,
    pub constraints: Constraints,
    /// Where it stands in the sheet, counted from its first column.
    pub position: usize,
}

/// One row; as many cells as there are columns.
#[derive(Debug)]
pub struct TableRow {
    pub cells: Vec<TableCell>,
    pub cell: CellPlace,
}

/// What a cell holds, as its column declares.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    Empty,
    Text(String),
    /// A number; of a column of amounts, in units of the currency.
    Number(Decimal),
    Year(i16),
    Day(Date),
}
