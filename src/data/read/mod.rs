//! The file of a table → a [`Sheet`] of raw cells, and what stands in them.
//!
//! One file a format: [`delimited`] and [`workbook`]. What a column means to a kind of table it does
//! not know.

pub(crate) mod cell;
pub(crate) mod columns;
pub(crate) mod delimited;
mod grid;
pub(crate) mod header;
mod localised;
pub(crate) mod room;
mod sheet;
pub(crate) mod values;
pub(crate) mod workbook;

pub(crate) use cell::Value;
pub(crate) use columns::FigureColumn;
pub(crate) use grid::{Grid, Said};
pub(crate) use localised::{Texts, localised};
pub(crate) use sheet::{Row, Sheet};

use super::declaration::{Declaration, Findings};
use super::model::Schema;
use crate::files::Files;

/// The endings of workbooks that are read.
pub(crate) const WORKBOOKS: [&str; 3] = ["xlsx", "xls", "ods"];
/// The endings of text files that are read.
pub(crate) const DELIMITED: [&str; 2] = ["csv", "tsv"];

/// Reads the sheet of a file; nothing if that cannot be, which is told.
pub(crate) fn sheet(
    path: &str,
    files: &Files,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) -> Option<Sheet> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let size = files.size(path).unwrap_or(0);
    let rows = if let Some(problem) = room::large_file(path, size) {
        Err(problem)
    } else if DELIMITED.contains(&ending.to_ascii_lowercase().as_str()) {
        files
            .text(path)
            .map(|text| delimited::read(path, &text, declaration, findings))
    } else {
        files
            .read(path)
            .map(|bytes| workbook::read(path, bytes, declaration, findings))
    };
    match rows {
        Ok(rows) => header::find(rows?, declaration, schema, findings),
        Err(problem) => {
            findings.push(problem);
            None
        }
    }
}
