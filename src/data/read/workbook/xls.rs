//! An old workbook (XLS) → its sheets, and the cells of one of them.
//!
//! A workbook is a stream of records (MS-XLS). The library gets a stream made here, with the texts,
//! the formats of numbers and the cells of one sheet: a sheet's size, which may be a lie, formulas
//! and all else never reach it. What the cells come to is counted on the way.

use super::compound::{Compound, wrap};
use super::refusal::Refusal;
use super::{Found, SheetName, value};
use crate::data::read::Value;
use crate::data::read::hidden::Hidden;
use crate::data::read::number_format::{Formats, NumberFormat};
use crate::data::read::room::{CELLS, COLUMNS, Cells, Excess, RECTANGLE, TEXT_BYTES};
use calamine::{Reader, SheetVisible, Xls as Library};
use std::collections::BTreeMap;
use std::io::Cursor;

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;
const LOCK: u16 = 0x002F;
const CODEPAGE: u16 = 0x0042;
const COUNTS_FROM: u16 = 0x0022;
const FORMAT: u16 = 0x041E;
const CELL_FORMAT: u16 = 0x00E0;
const SHEET: u16 = 0x0085;
const TEXTS: u16 = 0x00FC;
const NUMBER: u16 = 0x0203;
const SMALL_NUMBER: u16 = 0x027E;
const SMALL_NUMBERS: u16 = 0x00BD;
const TRUTH_OR_ERROR: u16 = 0x0205;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0x00D6;
const TEXT_OF_TABLE: u16 = 0x00FD;
const FORMULA: u16 = 0x0006;
/// Marks the results of formulas that are no numbers.
const NO_NUMBER: [u8; 2] = [0xFF, 0xFF];
const TEXT_OF_FORMULA: u16 = 0x0207;
const MERGED: u16 = 0x00E5;
const ROW: u16 = 0x0208;
const COLUMNS_AS_SHOWN: u16 = 0x007D;
const FILTERED: u16 = 0x009B;

/// The longest list of pieces that one record goes on in. A record of 64 MB has 8,000.
const PIECES: usize = 20_000;
/// The most sheets and formats, as room in the list of them goes.
const LISTED: usize = 65_536;

pub(super) struct Xls {
    /// The name of the stream, which tells the library how old the workbook is.
    stream_name: &'static str,
    stream: Vec<u8>,
    sheets: Vec<SheetName>,
}

impl Xls {
    pub fn open(bytes: &[u8]) -> Result<Xls, Refusal> {
        let file = Compound::open(bytes).ok_or(Refusal::NotAWorkbook)?;
        if file.has("EncryptedPackage") {
            return Err(Refusal::Locked);
        }
        for (stream, kind) in [("WordDocument", ".doc"), ("PowerPoint Document", ".ppt")] {
            if file.has(stream) {
                return Err(Refusal::Document(kind));
            }
        }
        let names = ["Workbook", "Book"];
        let (stream_name, stream) = names
            .into_iter()
            .find_map(|name| Some((name, file.stream(name)?)))
            .ok_or(Refusal::NotAWorkbook)?;
        let mut xls = Xls {
            stream_name,
            stream: stream?,
            sheets: Vec::new(),
        };
        // The library decodes the names, of sheets with nothing in them.
        let (made, sheets) = xls.made(None)?;
        let library = crate::guarded::guarded(|| Library::new(Cursor::new(made)));
        let library = library.ok_or_else(|| Refusal::damaged(stream_name))?;
        let library = library.map_err(|_| Refusal::NotAWorkbook)?;
        xls.sheets = library
            .sheets_metadata()
            .iter()
            .map(|sheet| SheetName {
                name: sheet.name.clone(),
                hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect();
        if xls.sheets.len() != sheets {
            return Err(Refusal::damaged(stream_name));
        }
        Ok(xls)
    }

    pub fn sheets(&self) -> impl Iterator<Item = &SheetName> {
        self.sheets.iter()
    }

    /// The cells of this sheet.
    pub fn read(self, sheet: usize) -> Result<Found, Refusal> {
        let mut aside = Aside::default();
        let (made, _) = self.made(Some((sheet, &mut aside)))?;
        let name = self.sheets[sheet].name.clone();
        let damaged = Refusal::damaged(self.stream_name);
        drop(self.stream);
        crate::guarded::guarded(|| found(made, &name, aside)).ok_or(damaged)?
    }

    /// The stream for the library in its file, and how many sheets there are. Without a chosen sheet
    /// all are named and empty; with one it stands there alone, and formulas without a result are
    /// told.
    fn made(&self, mut chosen: Option<(usize, &mut Aside)>) -> Result<(Vec<u8>, usize), Refusal> {
        let damaged = || Refusal::damaged(self.stream_name);
        let mut out = Records::default();
        let mut texts = Vec::new();
        let mut sheets = 0;
        let mut listed = 0;
        let mut begins = Vec::new();
        let mut records = Read::of(&self.stream);
        while let Some(record) = records.next().map_err(|()| damaged())? {
            match record.kind {
                LOCK => return Err(Refusal::Locked),
                BEGIN | CODEPAGE | COUNTS_FROM => out.put(record.kind, record.data),
                FORMAT | CELL_FORMAT => {
                    listed += 1;
                    if let Some((_, aside)) = &mut chosen {
                        aside.styles.take(record.kind, record.data);
                    }
                    out.put(record.kind, record.data);
                }
                SHEET => {
                    if chosen.as_ref().is_none_or(|(chosen, _)| *chosen == sheets) {
                        let (at, rest) = record.data.split_first_chunk().ok_or_else(damaged)?;
                        begins.push((out.bytes.len() + 4, u32::from_le_bytes(*at)));
                        out.put(SHEET, &[&[0; 4], rest].concat());
                    }
                    sheets += 1;
                }
                TEXTS if chosen.is_some() => {
                    if record.more.len() > PIECES || !texts.is_empty() {
                        return Err(damaged());
                    }
                    texts = lengths(record.data, &record.more).ok_or_else(damaged)?;
                    check_texts(&texts)?;
                    out.put(TEXTS, record.data);
                    for more in record.more {
                        out.put(CONTINUE, more);
                    }
                }
                END => break,
                _ => {}
            }
            if listed + sheets > LISTED {
                return Err(damaged());
            }
        }
        out.put(END, &[]);
        for (place, begin) in begins {
            let here = u32::try_from(out.bytes.len()).map_err(|_| Refusal::Unfolds)?;
            out.bytes[place..place + 4].copy_from_slice(&here.to_le_bytes());
            match &mut chosen {
                None => {
                    out.put(BEGIN, &[0, 6, 0x10, 0]);
                    out.put(END, &[]);
                }
                Some((_, aside)) => {
                    let sheet = self.stream.get(begin as usize..).ok_or_else(damaged)?;
                    copy_sheet(sheet, &texts, &mut out, aside)
                        .map_err(|refusal| refusal.unwrap_or_else(damaged))?;
                }
            }
        }
        Ok((wrap(self.stream_name, out.bytes), sheets))
    }
}

/// What a sheet says and the library is not told.
#[derive(Default)]
struct Aside {
    /// Formulas without a result.
    unsaved: Vec<(u32, u32)>,
    hidden: Hidden,
    styles: Styles,
    /// Cells and the numbers of their styles, of those that show numbers otherwise than they are kept.
    shown: Vec<(u32, u32, u16)>,
}

/// Which styles of cells show numbers otherwise than they are kept.
#[derive(Default)]
struct Styles {
    known: Vec<NumberFormat>,
    /// The number of a format → which of them.
    formats: BTreeMap<u16, u16>,
    /// By the number of the style, of those that were named so far.
    of: Vec<Option<u16>>,
}

impl Styles {
    /// Takes a format in, or a style of cells, which names one before it.
    fn take(&mut self, kind: u16, data: &[u8]) {
        if kind == CELL_FORMAT {
            let number = u16_at(data, 2);
            // Formats that every program knows.
            let shares = match number {
                Some(9) => Some("0%"),
                Some(10) => Some("0.00%"),
                _ => None,
            };
            if let (Some(code), Some(number)) = (shares, number) {
                self.add(number, code);
            }
            let format = number.and_then(|number| self.formats.get(&number));
            self.of.push(format.copied());
        } else if let (Some(number), Some(code)) = (u16_at(data, 0), format_code(data)) {
            self.add(number, &code);
        }
    }

    fn add(&mut self, number: u16, code: &str) {
        if let Some(format) = NumberFormat::of(code).filter(|_| !self.formats.contains_key(&number))
            && let Ok(at) = u16::try_from(self.known.len())
        {
            self.known.push(format);
            self.formats.insert(number, at);
        }
    }

    fn at(&self, style: u16) -> Option<u16> {
        self.of.get(usize::from(style)).copied().flatten()
    }
}

/// The code of a format: how many letters, how wide they are, and the letters.
fn format_code(data: &[u8]) -> Option<String> {
    let letters = usize::from(u16_at(data, 2)?);
    let text = data.get(5..)?;
    if data.get(4)? & 1 == 0 {
        let text = text.get(..letters)?;
        return Some(text.iter().map(|letter| char::from(*letter)).collect());
    }
    let (pairs, _) = text.get(..2 * letters)?.as_chunks::<2>();
    let units = pairs.iter().map(|pair| u16::from_le_bytes(*pair));
    Some(
        char::decode_utf16(units)
            .map(|letter| letter.unwrap_or('\u{fffd}'))
            .collect(),
    )
}

impl Aside {
    fn cell(&mut self, row: u32, column: u32, style: Option<u16>) {
        if let Some(format) = style.and_then(|style| self.styles.at(style)) {
            self.shown.push((row + 1, column, format));
        }
    }
}

fn found(made: Vec<u8>, name: &str, aside: Aside) -> Result<Found, Refusal> {
    let unreadable = |error: calamine::XlsError| Refusal::Unreadable {
        reason: error.to_string(),
    };
    let mut library = Library::new(Cursor::new(made)).map_err(unreadable)?;
    let range = library.worksheet_range(name).map_err(unreadable)?;
    let merged = library
        .merge_cells_by_sheet_name(name)
        .map_err(unreadable)?;
    drop(library);
    let mut cells = Cells::default();
    let keep = |cells: &mut Cells, row, column, value| {
        let kept = cells.keep(row, column, value);
        kept.map_err(|excess| Refusal::Excess(excess, Some((row, column))))
    };
    let (top, left) = range.start().unwrap_or_default();
    let index = |number| u32::try_from(number).unwrap_or(u32::MAX);
    for (row, column, data) in range.used_cells() {
        keep(
            &mut cells,
            top + index(row),
            left + index(column),
            value(data.clone()),
        )?;
    }
    let mut formats = Formats::of(aside.styles.known);
    for (row, column, format) in aside.shown {
        formats.note(row, column, format);
    }
    for (row, column) in aside.unsaved {
        if !cells.holds(row, column) {
            keep(&mut cells, row, column, Value::Unsaved("…".to_owned()))?;
        }
    }
    let merged = merged.iter().map(|range| {
        let ((top, left), (bottom, right)) = (range.start, range.end);
        ((top + 1, left), (bottom + 1, right))
    });
    Ok(Found {
        merged: merged.collect(),
        hidden: aside.hidden,
        formats,
        cells,
    })
}

/// What a sheet's cells come to.
#[derive(Default)]
struct Count {
    cells: u64,
    text: u64,
    /// The rectangle around them: first row and column, last row and column.
    around: Option<((u32, u32), (u32, u32))>,
}

impl Count {
    fn cell(&mut self, row: u32, column: u32, text: u64) -> Result<(), Refusal> {
        let ((top, left), (bottom, right)) = self.around.unwrap_or(((row, column), (row, column)));
        let (top, left) = (top.min(row), left.min(column));
        let (bottom, right) = (bottom.max(row), right.max(column));
        self.around = Some(((top, left), (bottom, right)));
        self.cells += 1;
        self.text += text;
        let rectangle = u64::from(bottom - top + 1) * u64::from(right - left + 1);
        let excess = if column >= COLUMNS {
            Excess::Column
        } else if self.cells > RECTANGLE || rectangle > RECTANGLE {
            Excess::Cells
        } else if self.text > TEXT_BYTES {
            Excess::Text
        } else {
            return Ok(());
        };
        Err(Refusal::Excess(excess, Some((row, column))))
    }
}

/// Copies the cells of a sheet. A refusal of nothing is damage.
fn copy_sheet(
    sheet: &[u8],
    texts: &[u32],
    out: &mut Records,
    aside: &mut Aside,
) -> Result<(), Option<Refusal>> {
    let mut count = Count::default();
    let mut records = Read::of(sheet);
    // Charts stand in between, with records that look like cells.
    let mut depth = 0_u32;
    // Where the last formula stands, and its format.
    let mut formula = [0; 6];
    while let Some(record) = records.next().map_err(|()| None)? {
        let data = record.data;
        let number = |at| u16_at(data, at).ok_or(None);
        match record.kind {
            BEGIN => {
                if depth == 0 {
                    out.put(BEGIN, data);
                }
                depth += 1;
            }
            END => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
            }
            _ if depth > 1 => {}
            NUMBER | SMALL_NUMBER | TRUTH_OR_ERROR => {
                let (row, column) = (number(0)?.into(), number(2)?.into());
                count.cell(row, column, 0)?;
                aside.cell(row, column, u16_at(data, 4));
                out.put(record.kind, data);
            }
            SMALL_NUMBERS => {
                let row = number(0)?.into();
                let first = u32::from(number(2)?);
                let cells = u32::try_from(data.len().saturating_sub(6) / 6).unwrap_or(u32::MAX);
                for (nth, column) in (first..first.saturating_add(cells)).enumerate() {
                    count.cell(row, column, 0)?;
                    aside.cell(row, column, u16_at(data, 4 + 6 * nth));
                }
                out.put(record.kind, data);
            }
            LABEL | RICH_LABEL => {
                let bytes = text_bytes(data.get(6..).ok_or(None)?);
                count.cell(number(0)?.into(), number(2)?.into(), bytes)?;
                out.put(record.kind, data);
            }
            TEXT_OF_TABLE => {
                let text = u32_at(data, 6).ok_or(None)?;
                let bytes = texts.get(text as usize).copied().unwrap_or(0);
                let (row, column) = (number(0)?.into(), number(2)?.into());
                count.cell(row, column, bytes.into())?;
                aside.cell(row, column, u16_at(data, 4));
                out.put(record.kind, data);
            }
            FORMULA => {
                let at = data.first_chunk::<6>().ok_or(None)?;
                let result = data.get(6..14).ok_or(None)?;
                formula = *at;
                let (row, column) = (number(0)?.into(), number(2)?.into());
                count.cell(row, column, 0)?;
                aside.cell(row, column, u16_at(data, 4));
                // The result alone, as if it had been typed.
                match (result[0], result[6..] == NO_NUMBER) {
                    (_, false) => out.put(NUMBER, &[at, result].concat()),
                    (0, true) => aside.unsaved.push((row, column)),
                    (1, true) => out.put(TRUTH_OR_ERROR, &[&at[..], &[result[2], 0]].concat()),
                    (2, true) => out.put(TRUTH_OR_ERROR, &[&at[..], &[result[2], 1]].concat()),
                    // A formula that gives no text.
                    (3, true) => {}
                    (_, true) => return Err(None),
                }
            }
            TEXT_OF_FORMULA => {
                let (row, column) = (u16_at(&formula, 0), u16_at(&formula, 2));
                let (row, column) = (row.unwrap_or(0).into(), column.unwrap_or(0).into());
                count.cell(row, column, text_bytes(data))?;
                if data.len() + formula.len() > usize::from(u16::MAX) {
                    return Err(None);
                }
                out.put(LABEL, &[&formula, data].concat());
            }
            MERGED => out.put(record.kind, data),
            ROW if u16_at(data, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                let row = u32::from(number(0)?) + 1;
                aside.hidden.hide_rows(row..=row);
            }
            COLUMNS_AS_SHOWN if u16_at(data, 8).is_some_and(|flags| flags & 1 != 0) => {
                let (first, last) = (number(0)?, number(2)?);
                aside.hidden.hide_columns(first.into()..=last.into());
            }
            FILTERED => aside.hidden.is_filtered = true,
            _ => {}
        }
    }
    out.put(END, &[]);
    Ok(())
}

/// How many bytes a text takes that says how many letters it has, and how wide they are. The library
/// takes the room for those, whether they follow or not.
fn text_bytes(text: &[u8]) -> u64 {
    let letters = u64::from(u16_at(text, 0).unwrap_or(0));
    let wide = text.get(2).is_some_and(|flags| flags & 1 != 0);
    if wide { 3 * letters } else { letters }
}

fn check_texts(texts: &[u32]) -> Result<(), Refusal> {
    let bytes: u64 = texts.iter().map(|bytes| u64::from(*bytes)).sum();
    if texts.len() as u64 > CELLS {
        Err(Refusal::Excess(Excess::Cells, None))
    } else if bytes > TEXT_BYTES {
        Err(Refusal::Excess(Excess::Text, None))
    } else {
        Ok(())
    }
}

/// How many bytes each text of the table of texts has. A text may go on in the next piece, which
/// then begins with a byte that says how wide its letters are.
fn lengths(data: &[u8], more: &[&[u8]]) -> Option<Vec<u32>> {
    let mut pieces = more.iter();
    let mut data = data.get(8..)?;
    let mut lengths = Vec::new();
    loop {
        if data.is_empty() {
            match pieces.next() {
                Some(piece) => data = piece,
                None => return Some(lengths),
            }
        }
        if data.is_empty() {
            lengths.push(0);
            continue;
        }
        let mut left = usize::from(u16_at(data, 0)?);
        let flags = *data.get(2)?;
        data = &data[3..];
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += 4 * usize::from(u16_at(data, 0)?);
            data = &data[2..];
        }
        if flags & 4 != 0 {
            behind += u32_at(data, 0)? as usize;
            data = &data[4..];
        }
        let mut wide = flags & 1 != 0;
        let mut bytes = 0;
        while left > 0 {
            let width = if wide { 2 } else { 1 };
            let here = left.min(data.len() / width);
            data = &data[here * width..];
            left -= here;
            bytes += u32::try_from(here).ok()? * if wide { 3 } else { 1 };
            if left > 0 {
                let (flags, rest) = pieces.next()?.split_first()?;
                wide = flags & 1 != 0;
                data = rest;
            }
        }
        while behind > 0 {
            if data.is_empty() {
                data = pieces.next()?;
            }
            let here = behind.min(data.len());
            data = &data[here..];
            behind -= here;
        }
        lengths.push(bytes);
    }
}

/// Records one behind the other.
#[derive(Default)]
struct Records {
    bytes: Vec<u8>,
}

impl Records {
    fn put(&mut self, kind: u16, data: &[u8]) {
        let length = u16::try_from(data.len()).expect("read with a length of two bytes");
        self.bytes.extend(kind.to_le_bytes());
        self.bytes.extend(length.to_le_bytes());
        self.bytes.extend(data);
    }
}

struct Record<'own> {
    kind: u16,
    data: &'own [u8],
    /// The pieces in which it goes on.
    more: Vec<&'own [u8]>,
}

/// The records of a stream.
struct Read<'own> {
    rest: &'own [u8],
}

impl<'own> Read<'own> {
    fn of(rest: &'own [u8]) -> Read<'own> {
        Read { rest }
    }

    /// The next record; an error if it is cut off.
    fn next(&mut self) -> Result<Option<Record<'own>>, ()> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let (kind, data) = self.piece().ok_or(())?;
        let mut more = Vec::new();
        while u16_at(self.rest, 0) == Some(CONTINUE) {
            more.push(self.piece().ok_or(())?.1);
        }
        Ok(Some(Record { kind, data, more }))
    }

    fn piece(&mut self) -> Option<(u16, &'own [u8])> {
        let kind = u16_at(self.rest, 0)?;
        let length = usize::from(u16_at(self.rest, 2)?);
        let data = self.rest.get(4..4 + length)?;
        self.rest = &self.rest[4 + length..];
        Some((kind, data))
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}
