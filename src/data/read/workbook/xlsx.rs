//! An XLSX archive → its sheets, and the cells of one of them.
//!
//! The library gets the shared strings, the formats of numbers and the one sheet, in an archive made
//! here: what other parts of the file say, and counts that may lie, never reach it. It gives cell by
//! cell, so they are counted while they come.

use super::refusal::Refusal;
use super::xml::{Node, attribute, local, said, tags, text, visit};
use super::{Found, Merged, SheetName, value};
use crate::archive::{Archive, pack};
use crate::data::read::Value;
use crate::data::read::hidden::Hidden;
use crate::data::read::number_format::{Formats, NumberFormat};
use crate::data::read::room::{CELL_BYTES, CELLS, Cells, Excess, RECTANGLE};
use calamine::{Data, DataRef, Reader as _, Xlsx as Library, XlsxFormulaMetadata};
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Cursor;

/// The most cell formats; Excel allows 65,490.
const FORMATS: usize = 65_536;
/// The longest code of a format; Excel allows 255 characters.
const FORMAT_BYTES: usize = 4096;
/// The most tags of columns: a sheet has no more columns.
const COLUMN_TAGS: u32 = 16_384;
/// The longest piece between two tags. A text as long as a cell may be has a fifth of this.
const PIECE: usize = 1024 * 1024;

pub(super) struct Xlsx {
    archive: Archive,
    /// The folder of the workbook, with its slash.
    folder: String,
    /// Names of the sheets, and their parts.
    sheets: Vec<(SheetName, Option<String>)>,
    counts_from_1904: bool,
}

impl Xlsx {
    pub fn open(mut archive: Archive) -> Result<Xlsx, Refusal> {
        let package = relations(&mut archive, "_rels/.rels")?;
        let workbook = package
            .into_iter()
            .rfind(|relation| relation.kind.ends_with("/relationships/officeDocument"))
            .ok_or(Refusal::NotAWorkbook)?
            .target;
        let workbook = workbook.strip_prefix('/').unwrap_or(&workbook);
        if workbook.ends_with(".bin") {
            return Err(Refusal::Other(".xlsb"));
        }
        let (folder, name) = match workbook.rfind('/') {
            Some(slash) => workbook.split_at(slash + 1),
            None => ("", workbook),
        };
        let part = relations(&mut archive, &format!("{folder}_rels/{name}.rels"))?;
        let parts: BTreeMap<&str, &str> = part
            .iter()
            .map(|relation| (relation.id.as_str(), relation.target.as_str()))
            .collect();
        let bytes = needed(&mut archive, workbook)?;
        let mut sheets = Vec::new();
        let mut counts_from_1904 = false;
        visit(workbook, text(workbook, &bytes)?, |node| {
            let Node::Open(element) = node else {
                return Ok(());
            };
            match local(element.name().as_ref()) {
                "sheet" => {
                    let id = super::xml::attributes(&element)
                        .find_map(|(name, value)| (local(name) == "id").then_some(value));
                    let target = id.and_then(|id| parts.get(id.as_ref()));
                    let target = target.map(|target| match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None => format!("{folder}{target}"),
                    });
                    let hidden = attribute(&element, "state").is_some_and(|it| it != "visible");
                    let name = said(&element, "name").unwrap_or_default();
                    sheets.push((SheetName { name, hidden }, target));
                }
                "workbookPr" => {
                    if let Some(says) = attribute(&element, "date1904") {
                        counts_from_1904 = says == "1" || says == "true";
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(Xlsx {
            folder: folder.to_owned(),
            archive,
            sheets,
            counts_from_1904,
        })
    }

    pub fn sheets(&self) -> impl Iterator<Item = &SheetName> {
        self.sheets.iter().map(|(name, _)| name)
    }

    /// The cells of this sheet.
    pub fn read(mut self, sheet: usize) -> Result<Found, Refusal> {
        let (name, part) = self.sheets.swap_remove(sheet);
        let part = part.ok_or_else(|| Refusal::damaged(name.name))?;
        let mut bytes = needed(&mut self.archive, &part)?;
        check_pieces(&part, &bytes)?;
        let merged = merged(&part, &bytes)?;
        let mut hidden = hidden(&part, &bytes)?;
        hidden.is_filtered |= self.is_filtered_table(&part)?;
        // A size may be announced that memory does not hold, or none at all.
        hide(&part, &mut bytes, "sheetData", "dimension", b"dimension")?;
        let styles = format!("{}styles.xml", self.folder);
        let Styles {
            part: styles,
            shown,
        } = match self.archive.part(&styles)? {
            Some(bytes) => Styles::of(&styles, &bytes)?,
            None => Styles::default(),
        };
        let formats = shown.of_cells(&part, &bytes)?;
        let name = format!("{}sharedStrings.xml", self.folder);
        let strings = self.archive.part(&name)?.map(|mut strings| {
            check_pieces(&name, &strings)?;
            if count_of(&strings, b"si") > CELLS {
                return Err(Refusal::Excess(Excess::Cells, None));
            }
            // More strings may be announced than memory holds; the library would ask for it.
            hide(&name, &mut strings, "sst", "sst", b"uniqueCount")?;
            Ok(strings)
        });
        let strings = strings.transpose()?;
        drop(self.archive);
        let parts = [
            ("_rels/.rels", Some(PACKAGE.into())),
            ("xl/_rels/workbook.xml.rels", Some(RELATIONS.into())),
            (
                "xl/workbook.xml",
                Some(WORKBOOK[usize::from(self.counts_from_1904)].into()),
            ),
            ("xl/styles.xml", Some(styles.into_bytes())),
            ("xl/sharedStrings.xml", strings),
            ("xl/worksheets/sheet1.xml", Some(bytes)),
        ];
        let parts = parts
            .into_iter()
            .filter_map(|(name, bytes)| Some((name, bytes.filter(|it| !it.is_empty())?)));
        let cells =
            crate::guarded::guarded(|| cells(pack(parts))).ok_or(Refusal::damaged(part))??;
        Ok(Found {
            cells,
            merged,
            hidden,
            formats,
        })
    }

    /// Whether a table of this sheet has a filter: Excel keeps it with the table, and the rows that it
    /// hides with the sheet.
    fn is_filtered_table(&mut self, sheet: &str) -> Result<bool, Refusal> {
        let (folder, name) = match sheet.rfind('/') {
            Some(slash) => sheet.split_at(slash + 1),
            None => ("", sheet),
        };
        let own = format!("{folder}_rels/{name}.rels");
        if !self.archive.has(&own) {
            return Ok(false);
        }
        let mut is_filtered = false;
        for relation in relations(&mut self.archive, &own)? {
            if !relation.kind.ends_with("/relationships/table") {
                continue;
            }
            let table = match relation.target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => beside(folder, &relation.target),
            };
            if let Some(bytes) = self.archive.part(&table)? {
                is_filtered |= memmem::find(&bytes, b"filterColumn").is_some();
            }
        }
        Ok(is_filtered)
    }
}

/// The part of this name in a folder, from which `../` leads out.
fn beside(folder: &str, name: &str) -> String {
    let mut folders: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut name = name;
    while let Some(rest) = name.strip_prefix("../") {
        folders.pop();
        name = rest;
    }
    folders.push(name);
    folders.join("/")
}

const PACKAGE: &str = "<Relationships><Relationship Id=\"r\" Target=\"xl/workbook.xml\" Type=\"\
     http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"r\" Target=\"worksheets/sheet1.xml\" Type=\"\
     http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>";
const WORKBOOK: [&str; 2] = [
    "<workbook><sheets><sheet name=\"s\" r:id=\"r\"/></sheets></workbook>",
    "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"s\" r:id=\"r\"/></sheets></workbook>",
];

fn cells(workbook: Vec<u8>) -> Result<Cells, Refusal> {
    let unreadable = |error: calamine::XlsxError| Refusal::Unreadable {
        reason: error.to_string(),
    };
    let mut library = Library::new(Cursor::new(workbook)).map_err(unreadable)?;
    let mut reader = library.worksheet_cells_reader("s").map_err(unreadable)?;
    let mut cells = Cells::default();
    let mut shared: BTreeMap<usize, (String, (u32, u32))> = BTreeMap::new();
    while let Some(cell) = reader
        .next_cell_with_formula_metadata()
        .map_err(unreadable)?
    {
        let (row, column) = cell.pos;
        let too_much = |excess| Refusal::Excess(excess, Some((row, column)));
        if let DataRef::SharedString(text) = &cell.value
            && text.len() as u64 > CELL_BYTES
        {
            return Err(too_much(Excess::Cell));
        }
        // A result that was saved may be an empty text, but it is not nothing.
        let saved = !matches!(cell.value, DataRef::Empty);
        let mut value = value(Data::from(cell.value));
        match cell.formula {
            None => {}
            Some(XlsxFormulaMetadata::Shared {
                shared_index,
                formula,
                range,
            }) => {
                let begin = range.map_or(cell.pos, |range| range.start);
                if !saved {
                    value = unsaved(formula.clone());
                }
                shared.insert(shared_index, (formula, begin));
            }
            Some(formula) if !saved => {
                value = match formula {
                    XlsxFormulaMetadata::SharedDerived { shared_index } => {
                        let formula = shared.get(&shared_index).map(|(formula, begin)| {
                            calamine::expand_shared_formula(formula, *begin, cell.pos)
                        });
                        unsaved(formula.transpose().map_err(unreadable)?.unwrap_or_default())
                    }
                    XlsxFormulaMetadata::Normal { formula } => unsaved(formula),
                    // Of a formula for several cells, or of a table of data.
                    _ => Value::Unsaved("…".to_owned()),
                }
            }
            Some(_) => {}
        }
        cells.keep(row, column, value).map_err(too_much)?;
    }
    Ok(cells)
}

fn unsaved(formula: String) -> Value {
    if formula.is_empty() {
        Value::Empty
    } else {
        Value::Unsaved(formula)
    }
}

fn needed(archive: &mut Archive, part: &str) -> Result<Vec<u8>, Refusal> {
    archive.part(part)?.ok_or_else(|| Refusal::damaged(part))
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(archive: &mut Archive, part: &str) -> Result<Vec<Relation>, Refusal> {
    let bytes = needed(archive, part)?;
    let mut relations = Vec::new();
    visit(part, text(part, &bytes)?, |node| {
        if let Node::Open(element) = node
            && local(element.name().as_ref()) == "Relationship"
        {
            relations.push(Relation {
                id: attribute(&element, "Id").unwrap_or_default().into_owned(),
                kind: attribute(&element, "Type").unwrap_or_default().into_owned(),
                target: said(&element, "Target").unwrap_or_default(),
            });
        }
        Ok(())
    })?;
    Ok(relations)
}

/// How cells are written.
#[derive(Default)]
struct Styles {
    /// The part of styles with nothing in it but how numbers are written, which tells dates.
    part: String,
    shown: Shown,
}

/// Which styles of cells show numbers otherwise than they are kept, or move texts to the right.
#[derive(Default)]
struct Shown {
    known: Vec<NumberFormat>,
    /// By the number of the style.
    of: Vec<Option<u16>>,
    indents: Vec<u8>,
}

/// The formats that a file does not spell out (ECMA-376, 18.8.30) and that show shares. Those of money
/// are those of the computer that shows them.
const SHARES: [(&str, &str); 2] = [("9", "0%"), ("10", "0.00%")];

impl Styles {
    fn of(part: &str, bytes: &[u8]) -> Result<Styles, Refusal> {
        let mut codes = String::new();
        let mut formats = String::new();
        let mut count = 0;
        let mut shown = Shown::default();
        let mut numbers: BTreeMap<String, u16> = BTreeMap::new();
        for (id, code) in SHARES {
            shown.add(id.to_owned(), code, &mut numbers);
        }
        let mut within = String::new();
        visit(part, text(part, bytes)?, |node| {
            match node {
                Node::Open(element) => match (within.as_str(), local(element.name().as_ref())) {
                    ("", name @ ("numFmts" | "cellXfs")) => name.clone_into(&mut within),
                    ("numFmts", "numFmt") => {
                        let id = said(&element, "numFmtId").unwrap_or_default();
                        let code = said(&element, "formatCode").unwrap_or_default();
                        if code.len() > FORMAT_BYTES {
                            return Err(Refusal::damaged(part));
                        }
                        shown.add(id.clone(), &code, &mut numbers);
                        let (id, code) = (escaped(&id), escaped(&code));
                        let _ = write!(codes, "<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>");
                    }
                    ("cellXfs", "xf") => {
                        count += 1;
                        if count > FORMATS {
                            return Err(Refusal::damaged(part));
                        }
                        let id = said(&element, "numFmtId");
                        let own = id.as_ref().and_then(|id| numbers.get(id));
                        shown.of.push(own.copied());
                        shown.indents.push(0);
                        match id.map(|id| escaped(&id)) {
                            Some(id) if id.len() < 20 => {
                                let _ = write!(formats, "<xf numFmtId=\"{id}\"/>");
                            }
                            _ => formats.push_str("<xf/>"),
                        }
                    }
                    ("cellXfs", "alignment") => {
                        let steps = said(&element, "indent").and_then(|steps| steps.parse().ok());
                        if let (Some(steps), Some(own)) = (steps, shown.indents.last_mut()) {
                            *own = steps;
                        }
                    }
                    _ => {}
                },
                Node::Close(name) if local(name) == within => within.clear(),
                Node::Close(_) | Node::Text(_) => {}
            }
            Ok(())
        })?;
        Ok(Styles {
            part: format!(
                "<styleSheet><numFmts>{codes}</numFmts><cellXfs>{formats}</cellXfs></styleSheet>"
            ),
            shown,
        })
    }
}

impl Shown {
    fn add(&mut self, id: String, code: &str, numbers: &mut BTreeMap<String, u16>) {
        if let Some(format) = NumberFormat::of(code)
            && let Ok(number) = u16::try_from(self.known.len())
        {
            self.known.push(format);
            numbers.insert(id, number);
        }
    }

    /// The cells that hold something and have one of them, from their tags, each looked at once.
    fn of_cells(self, part: &str, bytes: &[u8]) -> Result<Formats, Refusal> {
        let mut formats = Formats::of(self.known);
        let are_plain = self.of.iter().all(Option::is_none);
        if are_plain && self.indents.iter().all(|steps| *steps == 0) {
            return Ok(formats);
        }
        let text = text(part, bytes)?;
        let (mut row, mut column) = (0_u32, 0_u32);
        for at in memchr::memchr_iter(b'<', text.as_bytes()) {
            let name = tag_name(&text[at + 1..]);
            if !matches!(name, "row" | "c") {
                continue;
            }
            let (tag, is_empty) = match Reader::from_str(&text[at..]).read_event() {
                Ok(Event::Start(tag)) => (tag, false),
                Ok(Event::Empty(tag)) => (tag, true),
                _ => return Err(Refusal::damaged(part)),
            };
            if name == "row" {
                let number = attribute(&tag, "r").and_then(|it| it.parse::<u32>().ok());
                (row, column) = (number.unwrap_or(row.saturating_add(1)), 0);
                continue;
            }
            let own = attribute(&tag, "r").and_then(|it| crate::data::model::parse_cell(&it));
            if let Some((own_column, own_row)) = own {
                (row, column) = (own_row, own_column);
            }
            let style = attribute(&tag, "s").and_then(|it| it.parse::<usize>().ok());
            // A cell without a style has the first one.
            let style = style.unwrap_or(0);
            let format = self.of.get(style).copied().flatten();
            let indent = self.indents.get(style).filter(|steps| **steps > 0);
            if !is_empty && (format.is_some() || indent.is_some()) {
                if formats.len() as u64 > RECTANGLE {
                    return Err(Refusal::Excess(Excess::Cells, None));
                }
                if let Some(format) = format {
                    formats.note(row, column, format);
                }
                if let Some(steps) = indent {
                    formats.indent(row, column, *steps);
                }
            }
            column = column.saturating_add(1);
        }
        Ok(formats)
    }
}

/// The name of the tag that begins here, without its prefix.
fn tag_name(text: &str) -> &str {
    let ends = |letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '>' | '<');
    text.split(ends).next().map_or("", local)
}

fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

/// The merged ranges, which stand behind the cells.
fn merged(part: &str, bytes: &[u8]) -> Result<Vec<Merged>, Refusal> {
    let mut merged = Vec::new();
    let Some(begin) = memmem::rfind(bytes, b"mergeCells>") else {
        return Ok(merged);
    };
    let Some(begin) = memmem::rfind(&bytes[..begin], b"mergeCells") else {
        return Ok(merged);
    };
    for element in memmem::find_iter(&bytes[begin..], b"mergeCell ") {
        let element = &bytes[begin + element..];
        let end = memchr::memchr(b'>', element).unwrap_or(element.len());
        let range = memmem::find(&element[..end], b"ref=")
            .and_then(|at| std::str::from_utf8(&element[at + 5..end]).ok())
            .and_then(|range| range.split(['"', '\'']).next())
            .ok_or_else(|| Refusal::damaged(part))?;
        let (first, last) = range.split_once(':').unwrap_or((range, range));
        let cell = |text| crate::data::model::parse_cell(text);
        if let (Some(first), Some(last)) = (cell(first), cell(last)) {
            merged.push(((first.1, first.0), (last.1, last.0)));
        }
    }
    Ok(merged)
}

/// What the sheet hides, from the tags of its columns, rows and filters, each looked at once.
fn hidden(part: &str, bytes: &[u8]) -> Result<Hidden, Refusal> {
    let damaged = || Refusal::damaged(part);
    let text = text(part, bytes)?;
    let mut hidden = Hidden::default();
    let (mut row, mut columns) = (0_u32, 0);
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        let name = tag_name(&text[at + 1..]);
        if !matches!(name, "row" | "col" | "filterColumn") {
            continue;
        }
        let tag = Reader::from_str(&text[at..]).read_event();
        let (Event::Start(tag) | Event::Empty(tag)) = tag.map_err(|_| damaged())? else {
            continue;
        };
        let number = |name| attribute(&tag, name).and_then(|it| it.parse::<u32>().ok());
        let is_hidden = || attribute(&tag, "hidden").is_some_and(|it| matches!(&*it, "1" | "true"));
        match name {
            "row" => {
                row = number("r").unwrap_or(row.saturating_add(1));
                if is_hidden() {
                    hidden.hide_rows(row..=row);
                }
            }
            "col" => {
                columns += 1;
                if columns > COLUMN_TAGS {
                    return Err(damaged());
                }
                if let (true, Some(first @ 1..), Some(last)) =
                    (is_hidden(), number("min"), number("max"))
                {
                    hidden.hide_columns(first - 1..=last.saturating_sub(1));
                }
            }
            _ => hidden.is_filtered = true,
        }
    }
    Ok(hidden)
}

/// Refuses what the library would copy several times in one piece, and letters in another encoding,
/// behind which names could hide.
fn check_pieces(part: &str, bytes: &[u8]) -> Result<(), Refusal> {
    text(part, bytes)?;
    let mut begin = 0;
    for end in memchr::memchr_iter(b'<', bytes).chain([bytes.len()]) {
        if end - begin > PIECE {
            return Err(Refusal::Excess(Excess::Cell, None));
        }
        begin = end;
    }
    Ok(())
}

/// Gives a name in the first tag of `element`, and in those called `other` before it, another one
/// that nobody asks for.
fn hide(
    part: &str,
    bytes: &mut [u8],
    element: &str,
    other: &str,
    name: &[u8],
) -> Result<(), Refusal> {
    let text = text(part, bytes)?;
    let mark = bytes.len() - text.len();
    for tag in tags(part, text, element, other)? {
        let tag = mark + tag.start..mark + tag.end;
        let found: Vec<usize> = memmem::find_iter(&bytes[tag.clone()], name).collect();
        for at in found {
            bytes[tag.start + at] = b'_';
        }
    }
    Ok(())
}

/// How many elements have this name, whatever their prefix.
fn count_of(bytes: &[u8], name: &[u8]) -> u64 {
    memmem::find_iter(bytes, name)
        .filter(|at| {
            let before = at.checked_sub(1).map(|at| bytes[at]);
            let behind = bytes.get(at + name.len());
            matches!(before, Some(b'<' | b':'))
                && behind
                    .is_none_or(|byte| matches!(byte, b'>' | b'/') || byte.is_ascii_whitespace())
        })
        .count() as u64
}
