//! A sheet whose columns are known by our names → its cells, one by one.
//!
//! A spreadsheet error and a formula without a result are no text: whoever asks for one as a text is
//! given none, and the author is told, here and nowhere else.

use super::columns::Columns;
use super::sheet::{Row, Sheet};
use super::{Value, values};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::CellPlace;
use crate::diagnostic::{Diagnostic, codes, diagnostic};
use std::borrow::Cow;

/// A sheet and its columns.
#[derive(Debug)]
pub(crate) struct Grid {
    pub sheet: Sheet,
    pub columns: Columns,
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Said<'row> {
    Nothing,
    Text(Cow<'row, str>),
    /// Nothing that can be a text, which was told.
    Broken,
}

impl<'row> Said<'row> {
    pub fn text(self) -> Option<Cow<'row, str>> {
        match self {
            Said::Text(text) => Some(text),
            Said::Nothing | Said::Broken => None,
        }
    }
}

/// The rows of several sheets, each with its own.
pub(crate) fn each_row<'own>(
    grids: impl IntoIterator<Item = &'own Grid>,
) -> impl Iterator<Item = (&'own Grid, Cow<'own, Row>)> {
    let grids = grids.into_iter();
    grids.flat_map(|grid| grid.rows().map(move |row| (grid, row)))
}

impl Grid {
    pub fn rows(&self) -> impl Iterator<Item = Cow<'_, Row>> {
        self.sheet.rows.iter()
    }

    /// Where a row has the column, or the first one if the sheet lacks it.
    pub fn cell(&self, row: &Row, name: &str) -> CellPlace {
        let column = self.columns.index(name).unwrap_or(0);
        self.sheet.cell_place(row.number, column)
    }

    /// What stands in the column of this name.
    pub fn said<'row>(&self, row: &'row Row, name: &str, findings: &mut Findings) -> Said<'row> {
        match self.columns.index(name) {
            Some(column) => self.said_at(row, column, findings),
            None => Said::Nothing,
        }
    }

    /// What stands in the column of this number.
    pub fn said_at<'row>(
        &self,
        row: &'row Row,
        column: usize,
        findings: &mut Findings,
    ) -> Said<'row> {
        if let Err(broken) = values::text(&row.cells[column]) {
            findings.push(self.no_text(row, column, broken));
        }
        self.silent(row, column)
    }

    /// What stands there, if it can be a text; what cannot is told by those who need it.
    pub fn silent<'row>(&self, row: &'row Row, column: usize) -> Said<'row> {
        match values::text(&row.cells[column]) {
            Ok(None) => Said::Nothing,
            Ok(Some(text)) => Said::Text(text),
            Err(_) => Said::Broken,
        }
    }

    /// Adds a column of this name that was made from the cells of another.
    pub(super) fn add(&mut self, name: &str, from: usize, cells: Vec<Value>) {
        for (row, cell) in self.sheet.rows.keep().iter_mut().zip(cells) {
            row.cells.push(cell);
        }
        self.columns.add(name, self.sheet.headers.len());
        self.sheet.headers.push(name.to_owned());
        self.sheet.made_from.push(from);
    }

    /// The same as a text of its own, if there is one.
    pub fn text(&self, row: &Row, name: &str, findings: &mut Findings) -> Option<String> {
        let said = self.said(row, name, findings);
        said.text().map(Cow::into_owned)
    }

    /// The text without which a row is none; that it is missing is told.
    pub fn needed(
        &self,
        row: &Row,
        name: &str,
        declaration: &Declaration,
        findings: &mut Findings,
    ) -> Option<String> {
        match self.said(row, name, findings) {
            Said::Text(text) => Some(text.into_owned()),
            Said::Broken => None,
            Said::Nothing => {
                findings.push(self.missing(row, name, declaration));
                None
            }
        }
    }

    /// What to tell of a row without a value that it needs.
    pub fn missing(&self, row: &Row, name: &str, declaration: &Declaration) -> Diagnostic {
        diagnostic!(
            codes::data::MISSING_VALUE,
            self.cell(row, name).place(None),
            column = declaration.header_of(name),
            row = row.number,
            toml = &declaration.toml
        )
    }

    fn no_text(&self, row: &Row, column: usize, broken: &Value) -> Diagnostic {
        let place = self.sheet.cell_place(row.number, column).place(None);
        let header = &self.sheet.headers[column];
        match broken {
            Value::Unsaved(formula) => diagnostic!(
                codes::data::FORMULA_AS_TEXT,
                place,
                column = header,
                formula = formula
            ),
            broken => diagnostic!(
                codes::data::ERROR_AS_TEXT,
                place,
                column = header,
                read = broken.text()
            ),
        }
    }
}
