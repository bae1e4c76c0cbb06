//! XLSX, XLS and ODS bytes → rows of raw cells of one sheet.
//!
//! A workbook is a zip archive that can unfold to any size and name cells anywhere, so both are
//! bounded before a cell is kept.

use super::declaration::Declaration;
use super::findings::Findings;
use super::sheet::{CellPlace, RawRows, Row, Value};
use crate::diagnostic::{Candidates, Place, codes, diagnostic, list};
use calamine::{Data, Dimensions, ExcelDateTime, Reader, SheetVisible, Sheets};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::str::FromStr;
use std::sync::Arc;

/// The most that a workbook may unfold to.
const UNFOLDED_BYTES: u64 = 64 * 1024 * 1024;
/// The widest row that is kept; Excel itself ends at 16,384.
const COLUMNS: u32 = 1024;

/// Reads the declared sheet, or the only visible one.
pub(super) fn read(
    path: &str,
    bytes: Vec<u8>,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<RawRows> {
    if unfolds_too_far(&bytes) || (path.ends_with(".xls") && bytes.len() as u64 > UNFOLDED_BYTES) {
        findings.push(diagnostic!(
            codes::data::TOO_LARGE,
            Place::file(path),
            megabytes = UNFOLDED_BYTES / 1024 / 1024
        ));
        return None;
    }
    let mut workbook = match calamine::open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(workbook) => workbook,
        Err(_) => {
            findings.push(diagnostic!(codes::data::NOT_A_WORKBOOK, Place::file(path)));
            return None;
        }
    };
    let sheet = choose_sheet(path, &workbook, declaration, findings)?;
    match cells(&mut workbook, &sheet) {
        Ok((cells, merged)) => raw_rows(path, sheet, cells, &merged, findings),
        Err(reason) => {
            findings.push(diagnostic!(
                codes::data::UNREADABLE_TABLE,
                Place::file(path),
                reason = reason
            ));
            None
        }
    }
}

/// Whether a zip archive holds more than the bound. The sizes it declares may lie, so it is unfolded.
fn unfolds_too_far(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    let mut left = UNFOLDED_BYTES;
    for index in 0..archive.len() {
        let Ok(entry) = archive.by_index(index) else {
            continue;
        };
        if entry.size() > left {
            return true;
        }
        let mut bounded = entry.take(left + 1);
        let unfolded = std::io::copy(&mut bounded, &mut std::io::sink()).unwrap_or(0);
        if unfolded > left {
            return true;
        }
        left -= unfolded;
    }
    false
}

fn choose_sheet(
    path: &str,
    workbook: &Sheets<Cursor<Vec<u8>>>,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<String> {
    let (visible, hidden): (Vec<_>, Vec<_>) = workbook
        .sheets_metadata()
        .iter()
        .partition(|sheet| sheet.visible == SheetVisible::Visible);
    let visible: Vec<&str> = visible.iter().map(|sheet| sheet.name.as_str()).collect();
    let hidden: Vec<&str> = hidden.iter().map(|sheet| sheet.name.as_str()).collect();
    match (&declaration.sheet, visible.as_slice()) {
        (Some(name), _) => {
            if visible.iter().chain(&hidden).any(|other| other == name) {
                return Some(name.clone());
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
        (None, [only]) => Some((*only).to_owned()),
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

type Cells = BTreeMap<u32, BTreeMap<u32, Value>>;

/// The cells that hold something, by row and column from 0, and the merged ranges.
fn cells(
    workbook: &mut Sheets<Cursor<Vec<u8>>>,
    sheet: &str,
) -> Result<(Cells, Vec<Dimensions>), String> {
    let mut cells = Cells::new();
    let mut keep = |(row, column): (u32, u32), value: Value| {
        if value != Value::Empty {
            cells.entry(row).or_default().insert(column, value);
        }
    };
    // An XLSX file is read cell by cell: a range as wide as its furthest cell could not be held.
    if let Sheets::Xlsx(xlsx) = workbook {
        let mut reader = xlsx
            .worksheet_cells_reader(sheet)
            .map_err(|error| error.to_string())?;
        while let Some(cell) = reader
            .next_cell_with_formula()
            .map_err(|error| error.to_string())?
        {
            keep(
                cell.pos,
                value(Data::from(cell.value), cell.formula.as_deref()),
            );
        }
    } else {
        let range = workbook
            .worksheet_range(sheet)
            .map_err(|error| error.to_string())?;
        let formulas = workbook.worksheet_formula(sheet).unwrap_or_default();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let position = (
                top + u32::try_from(row).unwrap_or(u32::MAX),
                left + u32::try_from(column).unwrap_or(u32::MAX),
            );
            keep(position, value(data.clone(), None));
        }
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, formula) in formulas.used_cells() {
            let position = (
                top + u32::try_from(row).unwrap_or(u32::MAX),
                left + u32::try_from(column).unwrap_or(u32::MAX),
            );
            let known = range
                .get_value(position)
                .is_some_and(|data| !matches!(data, Data::Empty));
            if !known {
                keep(position, Value::Unsaved(formula.clone()));
            }
        }
    }
    let merged = match workbook {
        Sheets::Xlsx(xlsx) => xlsx.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
        Sheets::Xls(xls) => xls.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    };
    Ok((cells, merged))
}

fn raw_rows(
    path: &str,
    sheet: String,
    cells: Cells,
    merged: &[Dimensions],
    findings: &mut Findings,
) -> Option<RawRows> {
    let name: Arc<str> = sheet.into();
    let path: Arc<str> = path.into();
    let mut rows = Vec::with_capacity(cells.len());
    for (row, cells) in cells {
        let last = cells.keys().next_back().copied().unwrap_or(0);
        if last >= COLUMNS {
            let cell = CellPlace {
                path,
                sheet: Some(name),
                row: row + 1,
                column: last,
            };
            findings.push(diagnostic!(
                codes::data::FAR_CELL,
                cell.place(None),
                columns = COLUMNS
            ));
            return None;
        }
        let mut values = vec![Value::Empty; last as usize + 1];
        for (column, value) in cells {
            values[column as usize] = value;
        }
        rows.push(Row {
            number: row + 1,
            cells: values,
        });
    }
    let merged = merged
        .iter()
        .map(|range| {
            let (top, left) = range.start;
            let (bottom, right) = range.end;
            ((top + 1, left), (bottom + 1, right))
        })
        .collect();
    Some(RawRows {
        path,
        sheet: Some(name),
        rows,
        merged,
        rows_have_a_length: false,
    })
}

fn value(data: Data, formula: Option<&str>) -> Value {
    match (data, formula) {
        (Data::Empty, Some(formula)) if !formula.is_empty() => Value::Unsaved(formula.to_owned()),
        (Data::String(text), Some(formula)) if text.is_empty() && !formula.is_empty() => {
            Value::Unsaved(formula.to_owned())
        }
        (Data::Empty, _) => Value::Empty,
        (Data::String(text), _) if text.trim().is_empty() => Value::Empty,
        (Data::String(text), _) => Value::Text(text),
        (Data::Int(number), _) => Value::Number(Decimal::from(number)),
        (Data::Float(number), _) => exact(number),
        (Data::Bool(truth), _) => Value::Truth(truth),
        (Data::DateTime(date), _) => Value::Date(iso_date(&date)),
        (Data::DateTimeIso(text) | Data::DurationIso(text), _) => Value::Date(text),
        (Data::Error(error), _) => Value::Error(error.to_string()),
    }
}

/// The number as it was typed: the shortest decimal that is this float, and where that is longer
/// than the fifteen digits a spreadsheet keeps (`3553.4999999999995`, the trace of a sum), those
/// fifteen.
fn exact(number: f64) -> Value {
    let shortest = number.to_string();
    let Ok(decimal) = Decimal::from_str(&shortest) else {
        return Value::Text(shortest);
    };
    let digits = shortest
        .bytes()
        .filter(u8::is_ascii_digit)
        .skip_while(|digit| *digit == b'0')
        .count();
    let decimal = if digits > 15 {
        decimal.round_sf(15).unwrap_or(decimal)
    } else {
        decimal
    };
    Value::Number(decimal.normalize())
}

fn iso_date(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_float_is_read_as_it_was_typed() {
        let read = |number: f64| match exact(number) {
            Value::Number(decimal) => decimal.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(read(926.5), "926.5");
        assert_eq!(read(0.1), "0.1");
        assert_eq!(read(0.1 + 0.2), "0.3");
        assert_eq!(read(1e15), "1000000000000000");
        assert_eq!(read(1234567890123.0), "1234567890123");
        assert_eq!(read(-579.0), "-579");
    }
}
