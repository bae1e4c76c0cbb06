//! An ODS archive → its sheets, and the cells of one of them.
//!
//! A cell, a row and a space can say how often they repeat. They are repeated here and not by a
//! library: the one that reads the other kinds repeats them before anybody can count them, in every
//! sheet of the file, and waits for ever where a sheet is cut off.

use super::ods_styles::Styles;
use super::refusal::Refusal;
use super::xml::{Node, attribute, attributes, said, text, unescaped, visit};
use super::{Found, Merged, SheetName};
use crate::archive::Archive;
use crate::data::read::Value;
use crate::data::read::hidden::Hidden;
use crate::data::read::number_format::Formats;
use crate::data::read::room::{CELL_BYTES, Cells, Excess};
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::ops::Range;

const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";
const DEFAULT_STYLE: &str = "table:default-cell-style-name";
const KIND: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

pub(super) struct Ods {
    content: Vec<u8>,
    styles: Styles,
    /// The sheets, and where they stand in the text of the content.
    sheets: Vec<(SheetName, Range<usize>)>,
}

impl Ods {
    pub fn open(mut archive: Archive) -> Result<Ods, Refusal> {
        if archive.part("mimetype")?.as_deref() != Some(KIND) {
            return Err(Refusal::NotAWorkbook);
        }
        if let Some(manifest) = archive.part("META-INF/manifest.xml")?
            && memmem::find(&manifest, b"encryption-data").is_some()
        {
            return Err(Refusal::Locked);
        }
        let content = archive.part(CONTENT)?;
        let content = content.ok_or_else(|| Refusal::damaged(CONTENT))?;
        let named = archive.part(STYLES)?.unwrap_or_default();
        let (styles, sheets) = sheets(text(CONTENT, &content)?, text(STYLES, &named)?)?;
        Ok(Ods {
            content,
            styles,
            sheets,
        })
    }

    pub fn sheets(&self) -> impl Iterator<Item = &SheetName> {
        self.sheets.iter().map(|(name, _)| name)
    }

    /// The cells of this sheet.
    pub fn read(self, sheet: usize) -> Result<Found, Refusal> {
        let (_, range) = &self.sheets[sheet];
        let mut reading = Reading {
            formats: Formats::of(self.styles.known),
            styles: self.styles.of,
            ..Reading::default()
        };
        visit(
            CONTENT,
            &text(CONTENT, &self.content)?[range.clone()],
            |node| match node {
                Node::Open(element) => reading.open(&element),
                Node::Close(name) => reading.close(name),
                Node::Text(text) => reading.text(text),
            },
        )?;
        Ok(Found {
            cells: reading.cells,
            merged: reading.merged,
            hidden: reading.hidden,
            formats: reading.formats,
        })
    }
}

type Sheets = Vec<(SheetName, Range<usize>)>;

/// The names of the sheets, and where they stand, and the styles before them. What is in the sheets is
/// not looked at.
fn sheets(content: &str, named: &str) -> Result<(Styles, Sheets), Refusal> {
    let bytes = content.as_bytes();
    let begins: Vec<usize> = memmem::find_iter(bytes, b"<table:table")
        .filter(|at| {
            let behind = bytes.get(at + b"<table:table".len());
            behind.is_some_and(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-')
        })
        .collect();
    let head = &content[..begins.first().copied().unwrap_or(content.len())];
    let styles = Styles::of(&[(STYLES, named), (CONTENT, head)]);
    let mut sheets = Sheets::new();
    for begin in begins {
        if sheets.last().is_some_and(|(_, range)| begin < range.end) {
            continue;
        }
        let damaged = || Refusal::damaged(CONTENT);
        let mut reader = Reader::from_str(&content[begin..]);
        let (element, end) = match reader.read_event().map_err(|_| damaged())? {
            Event::Empty(element) => {
                let end = usize::try_from(reader.buffer_position()).expect("in memory");
                (element, begin + end)
            }
            Event::Start(element) => {
                const END: &[u8] = b"</table:table>";
                let end = memmem::find(&bytes[begin..], END).ok_or_else(damaged)?;
                (element, begin + end + END.len())
            }
            _ => return Err(damaged()),
        };
        if let Some(name) = said(&element, "table:name") {
            let style = said(&element, "table:style-name");
            let hidden = style.is_some_and(|style| styles.hidden.contains(&style));
            sheets.push((SheetName { name, hidden }, begin..end));
        }
    }
    Ok((styles, sheets))
}

#[derive(Default)]
struct Reading {
    cells: Cells,
    row: u32,
    column: u32,
    /// How often the row repeats.
    rows: u32,
    cell: Option<Cell>,
    /// Whether this is the text of a note, which is no text of its cell.
    note: bool,
    depth: u32,
    merged: Vec<Merged>,
    hidden: Hidden,
    /// How many columns were announced, and whether the row that is read is shown.
    columns: u32,
    is_shown: bool,
    /// Of each group of rows or columns that is open, whether it is folded.
    folded: Vec<bool>,
    /// Styles of cells that show numbers otherwise than they are kept, and which cells have them.
    styles: BTreeMap<String, u16>,
    formats: Formats,
    /// The style of columns that end here, of those that have one.
    styles_of_columns: Vec<(u32, Option<u16>)>,
    style_of_row: Option<u16>,
}

struct Cell {
    columns: u32,
    style: Option<String>,
    /// What its attributes say; a text that they do not say stands within it.
    value: Option<Value>,
    formula: String,
    is_text: bool,
    is_error: bool,
    /// What stands within it, if that is its value.
    text: Option<String>,
    paragraphs: u32,
}

impl Reading {
    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match element.name().as_ref() {
            "table:table" => {
                self.depth += 1;
                if self.depth > 1 {
                    return Err(Refusal::damaged(CONTENT));
                }
            }
            "table:table-row" => {
                self.column = 0;
                self.rows = repeats(element, "table:number-rows-repeated")?;
                self.style_of_row = self.style(attribute(element, DEFAULT_STYLE).as_deref());
                self.is_shown = !self.folded.contains(&true) && self.is_visible(element);
            }
            "table:table-column" => {
                let end = repeats(element, "table:number-columns-repeated")?;
                let end = self.columns.saturating_add(end);
                if self.folded.contains(&true) || !self.is_visible(element) {
                    self.hidden
                        .hide_columns(self.columns..=end.saturating_sub(1));
                }
                self.columns = end;
                let style = self.style(attribute(element, DEFAULT_STYLE).as_deref());
                self.styles_of_columns.push((end, style));
            }
            "table:table-row-group" | "table:table-column-group" => {
                let shown = attribute(element, "table:display");
                self.folded.push(shown.is_some_and(|it| it == "false"));
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.merge(element)?;
                self.cell = Some(cell(element)?);
            }
            "office:annotation" => self.note = true,
            "text:p" => {
                let paragraphs = self.cell.as_mut().map(|cell| {
                    cell.paragraphs += u32::from(!self.note);
                    cell.paragraphs
                });
                if paragraphs.is_some_and(|paragraphs| paragraphs > 1) {
                    self.text("\n")?;
                }
            }
            "text:s" => {
                let spaces = repeats(element, "text:c")?;
                // One space too many is told as such, without the others.
                let spaces = u64::from(spaces).min(CELL_BYTES + 1);
                self.text(&" ".repeat(usize::try_from(spaces).expect("a small number")))?;
            }
            "text:tab" => self.text("\t")?,
            "text:line-break" => self.text("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, more: &str) -> Result<(), Refusal> {
        let at = (self.row, self.column);
        if let Some(cell) = &mut self.cell
            && let Some(text) = &mut cell.text
            && !self.note
        {
            if (text.len() + more.len()) as u64 > CELL_BYTES {
                return Err(Refusal::Excess(Excess::Cell, Some(at)));
            }
            text.push_str(more);
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.close_cell(),
            "table:table-row" => self.close_row(),
            "table:table-row-group" | "table:table-column-group" => {
                self.folded.pop();
                Ok(())
            }
            "office:annotation" => {
                self.note = false;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn close_cell(&mut self) -> Result<(), Refusal> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let value = match (cell.value, cell.text) {
            // A result that was saved has a paragraph, even an empty one, or a type.
            (None, Some(_))
                if cell.paragraphs == 0 && !cell.formula.is_empty() && !cell.is_text =>
            {
                Value::Unsaved(cell.formula)
            }
            (_, Some(text)) if cell.is_error => Value::Error(text.trim().to_owned()),
            (_, Some(text)) => Value::written(&text),
            (Some(value), None) => value,
            (None, None) => Value::Empty,
        };
        let end = self.column.saturating_add(cell.columns);
        if value != Value::Empty {
            for column in self.column..end {
                self.keep(self.row, column, value.clone())?;
                let format = match &cell.style {
                    Some(name) => self.style(Some(name)),
                    None => self.style_of_row.or(self.style_of_column(column)),
                };
                if let Some(format) = format {
                    self.formats
                        .note(self.row.saturating_add(1), column, format);
                }
            }
        }
        self.column = end;
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), Refusal> {
        let end = self.row.saturating_add(self.rows);
        let cells = self.cells.row(self.row).to_vec();
        if !cells.is_empty() {
            for row in self.row + 1..end {
                for (column, value) in (0..).zip(&cells) {
                    self.keep(row, column, value.clone())?;
                }
            }
            let row = self.row.saturating_add(1);
            self.formats.note_again(row, row.saturating_add(1)..=end);
        }
        if !self.is_shown && end > self.row {
            self.hidden.hide_rows(self.row.saturating_add(1)..=end);
        }
        self.row = end;
        Ok(())
    }

    fn style(&self, name: Option<&str>) -> Option<u16> {
        self.styles.get(name?).copied()
    }

    fn style_of_column(&self, column: u32) -> Option<u16> {
        let styles = &self.styles_of_columns;
        let at = styles.partition_point(|(end, _)| *end <= column);
        styles.get(at)?.1
    }

    /// Whether a row or column is shown; what a filter hides is told as that.
    fn is_visible(&mut self, element: &BytesStart<'_>) -> bool {
        let visibility = attribute(element, "table:visibility");
        let filtered = visibility.as_deref() == Some("filter");
        self.hidden.is_filtered |= filtered;
        !filtered && visibility.as_deref() != Some("collapse")
    }

    fn merge(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let columns = repeats(element, "table:number-columns-spanned")?;
        let rows = repeats(element, "table:number-rows-spanned")?;
        if columns > 1 || rows > 1 {
            let (top, left) = (self.row.saturating_add(1), self.column);
            let bottom = top.saturating_add(rows.saturating_sub(1));
            let right = left.saturating_add(columns.saturating_sub(1));
            self.merged.push(((top, left), (bottom, right)));
        }
        Ok(())
    }

    fn keep(&mut self, row: u32, column: u32, value: Value) -> Result<(), Refusal> {
        let kept = self.cells.keep(row, column, value);
        kept.map_err(|excess| Refusal::Excess(excess, Some((row, column))))
    }
}

fn cell(element: &BytesStart<'_>) -> Result<Cell, Refusal> {
    let mut cell = Cell {
        columns: 1,
        style: None,
        value: None,
        formula: String::new(),
        is_text: false,
        is_error: false,
        text: None,
        paragraphs: 0,
    };
    let mut says_nothing = false;
    for (name, value) in attributes(element) {
        match (name, &cell.value) {
            ("table:number-columns-repeated", _) => cell.columns = number(&value)?,
            ("table:style-name", _) => cell.style = Some(unescaped(&value)),
            ("table:formula", _) => cell.formula = as_shown(unescaped(&value)),
            ("calcext:value-type", _) => cell.is_error = value == "error",
            ("office:value-type", None) => cell.is_text = value == "string",
            ("office:value", None) => {
                let number = value.parse().map_err(|_| Refusal::damaged(CONTENT))?;
                cell.value = Some(Value::exact(number));
            }
            ("office:string-value", None) => {
                let text = unescaped(&value);
                says_nothing = text.is_empty();
                cell.value = Some(Value::written(&text));
            }
            ("office:date-value" | "office:time-value", None) => {
                cell.value = Some(Value::Date(unescaped(&value)));
            }
            ("office:boolean-value", None) => {
                cell.value = Some(Value::Truth(value == "true" || value == "TRUE"));
            }
            _ => {}
        }
    }
    let is_within = cell.is_text || !cell.formula.is_empty();
    if (cell.value.is_none() && is_within) || (cell.is_error && says_nothing) {
        cell.text = Some(String::new());
    }
    Ok(cell)
}

/// A formula without the name of its language, `of:=A1`, and without its sign.
fn as_shown(formula: String) -> String {
    match formula.split_once('=') {
        Some((language, shown)) if language.len() < 8 => shown.to_owned(),
        _ => formula,
    }
}

fn repeats(element: &BytesStart<'_>, name: &str) -> Result<u32, Refusal> {
    attribute(element, name).map_or(Ok(1), |text| number(&text))
}

/// A count; one beyond all numbers is the largest.
fn number(text: &str) -> Result<u32, Refusal> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::damaged(CONTENT));
    }
    Ok(text.parse().unwrap_or(u32::MAX))
}
