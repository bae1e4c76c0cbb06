//! The file of a table → a [`Sheet`] of raw cells, and what stands in them.
//!
//! One file a format: [`delimited`], [`json`] and [`workbook`]. What a column means to a kind of table it does
//! not know.

mod cell;
pub(crate) mod columns;
mod delimited;
mod elsewhere;
mod encoding;
mod grid;
mod header;
mod hidden;
mod identity;
mod json;
mod left_out;
mod localised;
mod merged;
mod names;
mod number_format;
mod personal;
mod quotes;
mod roles;
pub(crate) mod room;
mod row_units;
mod rows;
mod sheet;
mod shown;
mod split;
mod stand_ins;
mod stated_unit;
mod tally;
mod two_lines;
pub(crate) mod values;
mod workbook;

pub(crate) use cell::Value;
pub(crate) use grid::{Grid, Said, each_row};
pub(crate) use localised::{Texts, localised};
pub(crate) use number_format::Formats;
pub(crate) use rows::Rows;
pub(crate) use sheet::{RawRows, Row, Sheet};
pub(crate) use workbook::SeenSheet;

use super::declaration::{Declaration, Findings};
use super::model::Schema;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic, words};
use crate::files::Files;

/// The files that tables are read from.
static FORMATS: [Format; 3] = [delimited::FORMAT, json::FORMAT, workbook::FORMAT];

/// A kind of file that tables are read from.
struct Format {
    endings: &'static [&'static str],
    /// Which settings mean something for it, of those that only some formats have.
    settings: &'static [&'static str],
    read: ReadRows,
}

/// The rows of a file as they stand in it; nothing after a problem that was told.
type ReadRows =
    fn(&str, &Files, &Declaration, &mut Findings) -> Result<Option<RawRows>, Diagnostic>;

fn format_of(ending: &str) -> Option<&'static Format> {
    let ending = ending.to_ascii_lowercase();
    let mut formats = FORMATS.iter();
    formats.find(|format| format.endings.contains(&&*ending))
}

/// Whether a file with this ending can hold a table.
pub(crate) fn is_table(ending: &str) -> bool {
    format_of(ending).is_some()
}

/// The names of the sheets of a workbook that are not hidden; of a text, none.
pub(crate) fn sheet_names(path: &str, files: &Files) -> Result<Vec<String>, Diagnostic> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    match workbook::FORMAT.endings.contains(&&*ending) {
        true => workbook::visible_sheets(path, files),
        false => Ok(Vec::new()),
    }
}

/// What all sheets of a workbook hold, shown or not; nothing if the file is none by its ending.
pub(crate) fn look_into(path: &str, bytes: &[u8]) -> Option<Result<Vec<SeenSheet>, Diagnostic>> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    let is_workbook = workbook::FORMAT.endings.contains(&&*ending);
    is_workbook.then(|| workbook::look_into(path, bytes))
}

/// Tells the settings that mean nothing for a format.
fn tell_unused(format: &Format, ending: &str, declaration: &Declaration, findings: &mut Findings) {
    for (key, written) in &declaration.dialect.of_formats {
        if format.settings.contains(key) {
            continue;
        }
        let formats = FORMATS.iter().filter(|other| other.settings.contains(key));
        let endings: Vec<&str> = formats.flat_map(|other| other.endings).copied().collect();
        findings.push(diagnostic!(
            codes::datasets::OF_OTHER_FORMATS,
            written.place(&declaration.toml),
            key = key,
            ending = ending,
            formats = words(&endings)
        ));
    }
}

/// The rows of a file before anybody knows which of them is the header.
pub(crate) fn raw(
    path: &str,
    files: &Files,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<RawRows> {
    let ending = path.rsplit('.').next()?;
    let format = format_of(ending)?;
    tell_unused(format, ending, declaration, findings);
    let size = files.size(path).unwrap_or(0);
    let rows = match room::large_file(path, size) {
        Some(problem) => Err(problem),
        None if size == 0 => Err(diagnostic!(codes::cells::EMPTY_FILE, Place::file(path))),
        None => (format.read)(path, files, declaration, findings),
    };
    rows.unwrap_or_else(|problem| {
        findings.push(problem);
        None
    })
}

/// Reads the sheet of a file that can hold a table, or the sheets that are one; nothing if that cannot
/// be, which is told.
pub(crate) fn sheets(
    path: &str,
    files: &Files,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) -> Option<Vec<Sheet>> {
    let Some(several) = &declaration.dialect.sheets else {
        let rows = raw(path, files, declaration, findings)?;
        return header::find(rows, declaration, schema, findings).map(|sheet| vec![sheet]);
    };
    let rows = match room::large_file(path, files.size(path).unwrap_or(0)) {
        Some(problem) => Err(problem),
        None => workbook::several(path, files, several, declaration, findings),
    };
    let rows = rows.unwrap_or_else(|problem| {
        findings.push(problem);
        None
    })?;
    let sheets = rows.into_iter();
    let sheets = sheets.map(|rows| header::find(rows, declaration, schema, findings));
    // Of each sheet that cannot be read, the cause is told.
    let sheets: Vec<Option<Sheet>> = sheets.collect();
    sheets.into_iter().collect()
}

/// Reads cells as the declaration says that they are meant, and tells those that cannot be what they
/// show; whether the rows may be read.
pub(crate) fn check_cells(
    grid: &mut Grid,
    declaration: &Declaration,
    schema: &Schema,
    findings: &mut Findings,
) -> bool {
    let errors = findings.errors();
    merged::check(grid, declaration, schema, findings);
    stand_ins::replace(grid, declaration, schema);
    split::check(grid, declaration, schema, findings);
    identity::check(grid, declaration, schema, findings);
    // Rows without what merged cells hold belong to nothing, and codes that cannot be are all unknown.
    let is_readable = findings.errors() == errors;
    shown::check(grid, declaration, schema, findings);
    row_units::check(grid, declaration, schema, findings);
    stated_unit::check(grid, declaration, schema, findings);
    is_readable
}
