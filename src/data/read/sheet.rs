//! A table as it stands in its file: rows of raw cells → [`Sheet`], a header and the rows under it.
//!
//! It knows where each cell stands (`F14`), but not what the columns mean.

use super::cell::Value;
use super::hidden::Hidden;
use super::number_format::Formats;
use super::personal::Seen;
use super::rows::Rows;
use super::tally::Tally;
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::CellPlace;
use crate::spelling::{self, Mistakes};
use std::sync::Arc;

/// A header and the rows under it.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub path: Arc<str>,
    pub name: Option<Arc<str>>,
    pub header_row: u32,
    /// Titles and notes above the header.
    pub above: Vec<(CellPlace, String)>,
    pub first_column: u32,
    pub headers: Vec<String>,
    pub rows: Rows,
    /// What was left out of it, and what it holds.
    pub tally: Tally,
    /// Merged cells below the header: first row and column, last row and column.
    pub merged: Vec<((u32, u32), (u32, u32))>,
    /// How numbers are shown that are kept otherwise.
    pub formats: Formats,
    /// The last columns, if they do not stand in the file: those from whose cells they were made.
    pub made_from: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub number: u32,
    /// As many as there are headers.
    pub cells: Vec<Value>,
}

impl Sheet {
    pub fn cell_place(&self, row: u32, column: usize) -> CellPlace {
        CellPlace {
            path: self.path.clone(),
            sheet: self.name.clone(),
            row,
            column: self.column(column),
        }
    }

    /// The number of a column in the file.
    pub fn column(&self, column: usize) -> u32 {
        let own = self.headers.len() - self.made_from.len();
        let made = column
            .checked_sub(own)
            .and_then(|at| self.made_from.get(at));
        let column = made.copied().unwrap_or(column);
        self.first_column + u32::try_from(column).unwrap_or(u32::MAX - 1)
    }
}

impl Sheet {
    /// Reports the cells, headers too, whose Khmer is no proper Khmer, and notes the numbers of people in
    /// them; each text is looked at otherwise too, so that a long table is gone through once.
    pub fn check_texts(
        &self,
        declaration: &Declaration,
        findings: &mut Findings,
        mut look: impl FnMut(u32, usize, &str),
    ) {
        let mut seen = Seen::of(self, declaration, findings);
        let mut mistakes = Mistakes::default();
        let mut check = |row, column, text: &str| {
            if !spelling::is_clean(text) {
                let place = self.cell_place(row, column);
                mistakes.look_at(text, |_| place.place(None));
            }
        };
        let headers = self.headers.iter().enumerate();
        for (column, header) in headers {
            check(self.header_row, column, header);
        }
        self.rows.each_text(|row, column, text| {
            check(row, column, text.typed());
            seen.look(row, column, text.typed());
            look(row, column, text.as_str());
        });
        mistakes.tell(|problem| findings.push(problem));
        findings.sightings.extend(seen.all());
    }
}

/// The rows of a file before anybody knows which of them is the header.
#[derive(Debug)]
pub(crate) struct RawRows {
    pub path: Arc<str>,
    pub sheet: Option<Arc<str>>,
    pub rows: Rows,
    /// Merged cells: first row and column, last row and column; rows from 1, columns from 0.
    pub merged: Vec<((u32, u32), (u32, u32))>,
    /// What a spreadsheet does not show of it.
    pub hidden: Hidden,
    /// How it shows numbers that it keeps otherwise.
    pub formats: Formats,
    /// Whether a row shorter than the header is a mistake: so in a CSV file, not in a workbook.
    pub rows_have_a_length: bool,
}
