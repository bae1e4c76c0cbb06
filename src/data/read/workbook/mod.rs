//! XLSX, XLSM, XLS and ODS bytes → rows of raw cells of one sheet.
//!
//! A workbook of two kilobytes can stand for gigabytes: it can unfold to any size, repeat its cells
//! and texts, announce more than it has and name cells anywhere. And libraries that read workbooks
//! panic, wait for ever or ask for all memory where one is damaged. So each kind of workbook is first
//! looked through here, part by part, what would come of it is counted ([`room`](super::room)), and
//! the library gets a new workbook with what is needed and was counted, and nothing else. What then
//! panics is told as damage.

mod compound;
mod ods;
mod ods_styles;
mod others;
mod refusal;
mod xls;
mod xlsx;
mod xml;

use super::hidden::Hidden;
use super::number_format::Formats;
use super::room::Cells;
use super::rows::Rows;
use super::sheet::RawRows;
use super::{Format, Row, Value};
use crate::archive::Archive;
use crate::data::declaration::{Declaration, Findings, Sheets, Unseen};
use crate::data::model::CellPlace;
use crate::diagnostic::{Candidates, Diagnostic, Place, codes, diagnostic, list};
use crate::files::Files;
use calamine::{Data, ExcelDateTime};
use refusal::Refusal;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Whatever their names say: what kind a workbook is stands in it.
pub(super) const FORMAT: Format = Format {
    endings: &["xlsx", "xlsm", "xls", "ods"],
    settings: &["sheet", "hidden", "fill_merged"],
    read: |path, files, declaration, findings| {
        let bytes = files.read(path)?;
        Ok(read(path, bytes, declaration, findings))
    },
};

/// The names of the sheets that are not hidden.
pub(super) fn visible_sheets(path: &str, files: &Files) -> Result<Vec<String>, Diagnostic> {
    let opened = Workbook::open(files.read(path)?);
    let workbook = opened.map_err(|refusal| refusal.problem(path, None))?;
    let sheets = workbook.sheets().into_iter().filter(|sheet| !sheet.hidden);
    Ok(sheets.map(|sheet| sheet.name.clone()).collect())
}

/// A sheet of a workbook that is handed on as it is.
pub(crate) struct SeenSheet {
    pub name: String,
    pub is_hidden: bool,
    /// The rows and columns that hold something and are hidden, by their names.
    pub hidden_rows: Vec<String>,
    pub hidden_columns: Vec<String>,
    /// Where each text stands, and the text.
    pub texts: Vec<(CellPlace, String)>,
}

/// What all sheets of a workbook hold, shown or not.
pub(super) fn look_into(path: &str, bytes: &[u8]) -> Result<Vec<SeenSheet>, Diagnostic> {
    let open = || Workbook::open(bytes.to_vec());
    let names: Vec<(String, bool)> = open()
        .map_err(|refusal| refusal.problem(path, None))?
        .sheets()
        .into_iter()
        .map(|sheet| (sheet.name.clone(), sheet.hidden))
        .collect();
    let mut seen = Vec::with_capacity(names.len());
    for (number, (name, is_hidden)) in names.into_iter().enumerate().take(SHEETS) {
        let found = open().and_then(|workbook| workbook.read(number));
        let found = found.map_err(|refusal| refusal.problem(path, Some(&name)))?;
        let rows = raw_rows(path, name.clone(), found);
        let (hidden_rows, hidden_columns) = rows.hidden.named(&rows.rows);
        let mut texts = Vec::new();
        rows.rows.each_text(|row, column, text| {
            let place = CellPlace {
                path: rows.path.clone(),
                sheet: rows.sheet.clone(),
                row,
                column: u32::try_from(column).unwrap_or(u32::MAX),
            };
            texts.push((place, text.typed().to_owned()));
        });
        seen.push(SeenSheet {
            name,
            is_hidden,
            hidden_rows,
            hidden_columns,
            texts,
        });
    }
    Ok(seen)
}

/// Reads the declared sheet, or the only visible one.
fn read(
    path: &str,
    bytes: Vec<u8>,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<RawRows> {
    let workbook = match Workbook::open(bytes) {
        Ok(workbook) => workbook,
        Err(refusal) => {
            findings.push(refusal.problem(path, None));
            return None;
        }
    };
    let sheets = workbook.sheets();
    let sheet = choose_sheet(path, &sheets, declaration, findings)?;
    let name = sheets[sheet].name.clone();
    match workbook.read(sheet) {
        Ok(found) => Some(raw_rows(path, name, found)),
        Err(refusal) => {
            findings.push(refusal.problem(path, Some(&name)));
            None
        }
    }
}

/// The most sheets that are read as one table. Each time a sheet is read, the texts that all sheets
/// share are looked through, so what several sheets cost grows with their number times those.
const SHEETS: usize = 100;

/// Reads several sheets, in the order of the workbook.
pub(super) fn several(
    path: &str,
    files: &Files,
    wanted: &Sheets,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Result<Option<Vec<RawRows>>, Diagnostic> {
    if !FORMAT
        .endings
        .iter()
        .any(|ending| path.to_ascii_lowercase().ends_with(ending))
    {
        return Err(diagnostic!(
            codes::datasets::SHEETS_OF_NO_WORKBOOK,
            Place::file(path)
        ));
    }
    let bytes = files.read(path)?;
    let open = || Workbook::open(bytes.clone());
    let workbook = match open() {
        Ok(workbook) => workbook,
        Err(refusal) => {
            findings.push(refusal.problem(path, None));
            return Ok(None);
        }
    };
    let Some(chosen) = choose_sheets(path, &workbook.sheets(), wanted, declaration, findings)
    else {
        return Ok(None);
    };
    let mut found = Vec::with_capacity(chosen.len());
    for (number, name) in chosen {
        match open().and_then(|workbook| workbook.read(number)) {
            Ok(rows) => found.push(raw_rows(path, name, rows)),
            Err(refusal) => {
                findings.push(refusal.problem(path, Some(&name)));
                return Ok(None);
            }
        }
    }
    Ok(Some(found))
}

/// The numbers and names of the sheets that are meant.
fn choose_sheets(
    path: &str,
    sheets: &[&SheetName],
    wanted: &Sheets,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<Vec<(usize, String)>> {
    let before = findings.has_errors();
    let reads_hidden = declaration.dialect.unseen == Unseen::Read;
    let mut chosen = Vec::new();
    match wanted {
        Sheets::All => {
            let (shown, hidden): (Vec<usize>, Vec<usize>) =
                (0..sheets.len()).partition(|at| reads_hidden || !sheets[*at].hidden);
            chosen = shown;
            if !hidden.is_empty() && declaration.dialect.unseen == Unseen::Refuse {
                findings.push(diagnostic!(
                    codes::datasets::HIDDEN_SHEETS,
                    Place::file(path),
                    sheets = list(hidden.iter().map(|at| &*sheets[*at].name)),
                    toml = &findings.toml
                ));
            }
        }
        Sheets::Named(names) => {
            let known = Candidates::of(sheets.iter().map(|sheet| sheet.name.as_str()));
            for name in names {
                let at = sheets.iter().position(|sheet| sheet.name == name.value);
                let place = name.place(&findings.toml);
                match at {
                    Some(at) if sheets[at].hidden && !reads_hidden => findings.push(diagnostic!(
                        codes::data::HIDDEN_SHEET,
                        place,
                        sheet = &name.value,
                        toml = &findings.toml
                    )),
                    Some(at) => chosen.push(at),
                    None => {
                        let missing = diagnostic!(
                            codes::data::NO_SHEET,
                            place,
                            sheet = &name.value,
                            sheets = known.list(),
                            toml = &findings.toml
                        );
                        findings.push(missing.did_you_mean(&name.value, &known));
                    }
                }
            }
            chosen.sort_unstable();
        }
    }
    if chosen.is_empty() && !findings.has_errors() {
        findings.push(diagnostic!(
            codes::data::WHICH_SHEET,
            Place::file(path),
            count = 0,
            sheets = "",
            toml = &findings.toml
        ));
    }
    if chosen.len() > SHEETS {
        findings.push(diagnostic!(
            codes::datasets::MANY_SHEETS,
            Place::file(path),
            count = chosen.len(),
            most = SHEETS
        ));
    }
    let names = chosen.into_iter().map(|at| (at, sheets[at].name.clone()));
    (before || !findings.has_errors()).then(|| names.collect())
}

/// Whether a file begins as workbooks do that are read.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(compound::SIGNATURE) || bytes.starts_with(b"PK\x03\x04")
}

/// A workbook whose sheets are known by name.
enum Workbook {
    Xlsx(xlsx::Xlsx),
    Xls(xls::Xls),
    Ods(ods::Ods),
}

struct SheetName {
    name: String,
    hidden: bool,
}

/// Merged cells, as [`RawRows`] tells them.
type Merged = ((u32, u32), (u32, u32));

/// What a sheet holds.
struct Found {
    cells: Cells,
    merged: Vec<Merged>,
    hidden: Hidden,
    formats: Formats,
}

impl Workbook {
    fn open(bytes: Vec<u8>) -> Result<Workbook, Refusal> {
        if bytes.starts_with(compound::SIGNATURE) {
            return xls::Xls::open(&bytes).map(Workbook::Xls);
        }
        if let Some(refusal) = others::by_beginning(&bytes) {
            return Err(refusal);
        }
        let archive = Archive::open(bytes)?;
        if let Some(refusal) = others::by_parts(|part| archive.has(part)) {
            return Err(refusal);
        }
        if archive.has("_rels/.rels") {
            xlsx::Xlsx::open(archive).map(Workbook::Xlsx)
        } else if archive.has("mimetype") {
            ods::Ods::open(archive).map(Workbook::Ods)
        } else {
            Err(Refusal::NotAWorkbook)
        }
    }

    fn sheets(&self) -> Vec<&SheetName> {
        match self {
            Workbook::Xlsx(xlsx) => xlsx.sheets().collect(),
            Workbook::Xls(xls) => xls.sheets().collect(),
            Workbook::Ods(ods) => ods.sheets().collect(),
        }
    }

    fn read(self, sheet: usize) -> Result<Found, Refusal> {
        match self {
            Workbook::Xlsx(xlsx) => xlsx.read(sheet),
            Workbook::Xls(xls) => xls.read(sheet),
            Workbook::Ods(ods) => ods.read(sheet),
        }
    }
}

/// The sheet that is meant, by its number.
fn choose_sheet(
    path: &str,
    sheets: &[&SheetName],
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<usize> {
    let names = |hidden| {
        let sheets = sheets.iter().filter(move |sheet| sheet.hidden == hidden);
        sheets.map(|sheet| sheet.name.as_str())
    };
    let visible: Vec<&str> = names(false).collect();
    let hidden: Vec<&str> = names(true).collect();
    match (&declaration.dialect.sheet, visible.as_slice()) {
        (Some(name), _) => {
            let named = sheets.iter().position(|sheet| sheet.name == *name);
            if let Some(named) = named {
                if sheets[named].hidden && declaration.dialect.unseen != Unseen::Read {
                    findings.push(diagnostic!(
                        codes::data::HIDDEN_SHEET,
                        Place::file(path),
                        sheet = name,
                        toml = &findings.toml
                    ));
                    return None;
                }
                return Some(named);
            }
            // Two years look alike, and neither is a slip of the other.
            let all = visible.iter().chain(&hidden).copied();
            let all: Vec<&str> = all
                .filter(|other| !(is_number(name) && is_number(other)))
                .collect();
            let missing = if hidden.is_empty() {
                diagnostic!(
                    codes::data::NO_SHEET,
                    Place::file(path),
                    sheet = name,
                    sheets = list(&visible),
                    toml = &findings.toml
                )
            } else {
                diagnostic!(
                    codes::data::NO_SHEET_BUT_HIDDEN,
                    Place::file(path),
                    sheet = name,
                    sheets = list(&visible),
                    hidden = list(&hidden),
                    toml = &findings.toml
                )
            };
            findings.push(missing.did_you_mean(name, &Candidates::of(all)));
            None
        }
        (None, [_]) => sheets.iter().position(|sheet| !sheet.hidden),
        (None, _) => {
            findings.push(diagnostic!(
                codes::data::WHICH_SHEET,
                Place::file(path),
                count = visible.len(),
                sheets = list(&visible),
                toml = &findings.toml
            ));
            None
        }
    }
}

fn is_number(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}

fn raw_rows(path: &str, sheet: String, found: Found) -> RawRows {
    let rows = found.cells.into_rows().map(|(row, cells)| Row {
        number: row.saturating_add(1),
        cells,
    });
    RawRows {
        path: path.into(),
        sheet: Some(Arc::from(sheet)),
        rows: Rows::Kept(rows.collect()),
        merged: found.merged,
        hidden: found.hidden.in_order(),
        formats: found.formats.in_order(),
        rows_have_a_length: false,
    }
}

fn value(data: Data) -> Value {
    match data {
        Data::Empty => Value::Empty,
        Data::String(text) => Value::written(&text),
        Data::Int(number) => Value::Number(Decimal::from(number)),
        Data::Float(number) => Value::exact(number),
        Data::Bool(truth) => Value::Truth(truth),
        Data::DateTime(date) => Value::Date(iso_date(&date)),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Value::Date(text),
        Data::Error(error) => Value::Error(error.to_string()),
    }
}

fn iso_date(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod alike;
#[cfg(test)]
mod corpus;
