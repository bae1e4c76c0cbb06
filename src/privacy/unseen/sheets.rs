//! A workbook in Office Open XML: cells of which the style, or that of some of their letters, shows nothing.
//!
//! A rule (conditional formatting), a table and a pivot table may colour the ground of their cells: there, white
//! letters are left alone; dots, and formats that show nothing, are told everywhere. The cost grows with the text of
//! the sheets; in each column that holds something white, also with the number of such places.

mod coloured;
mod looks;

use super::{Visitor, attribute, visit};
use crate::data::{column_letters, parse_cell};
use coloured::Places;
use looks::{Letters, Runs, Strings, Styles};
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// The cells of a workbook that nobody sees, such as `Plan!B2:B14`. `part` gives its parts by their names, in small
/// letters.
pub(in super::super) fn look(mut part: impl FnMut(&str) -> Option<String>) -> Vec<String> {
    let mut styles = Styles::default();
    visit(&part("xl/styles.xml").unwrap_or_default(), &mut styles);
    let mut strings = Strings::default();
    let shared = part("xl/sharedstrings.xml").unwrap_or_default();
    visit(&shared, &mut strings);
    let mut book = Book::default();
    visit(&part("xl/workbook.xml").unwrap_or_default(), &mut book);
    let related = part("xl/_rels/workbook.xml.rels").unwrap_or_default();
    visit(&related, &mut book);
    let mut unseen = Vec::new();
    for (name, id) in &book.sheets {
        let Some(path) = book.targets.get(id).map(|target| beside("xl", target)) else {
            continue;
        };
        let Some(text) = part(&path) else { continue };
        let mut sheet = Sheet::of(&styles, &strings.texts);
        visit(&text, &mut sheet);
        let mut found = sheet.gone;
        if !sheet.white.is_empty() {
            let mut places = Places::default();
            visit(&text, &mut places);
            for path in tables_of(&path, &mut part) {
                visit(&part(&path).unwrap_or_default(), &mut places);
            }
            found.extend(places.leave_out(sheet.white));
        }
        unseen.extend(ranges(found).map(|range| format!("{name}!{range}")));
    }
    unseen
}

/// A cell by its column, counted from 0, and its row, counted from 1.
type Cell = (u32, u32);

/// From the first to the last such cell of each column, such as `B2:B14`, the columns from left to right.
fn ranges(cells: Vec<Cell>) -> impl Iterator<Item = String> {
    let mut columns: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (column, row) in cells {
        let (first, last) = columns.entry(column).or_insert((row, row));
        *first = row.min(*first);
        *last = row.max(*last);
    }
    columns.into_iter().map(|(column, (first, last))| {
        let letters = column_letters(column);
        match first == last {
            true => format!("{letters}{first}"),
            false => format!("{letters}{first}:{letters}{last}"),
        }
    })
}

/// The path of a part that another names, which stands in `folder`; in small letters.
fn beside(folder: &str, target: &str) -> String {
    let target = target.to_lowercase();
    let mut path: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The paths of the tables and pivot tables of a sheet.
fn tables_of(sheet: &str, part: &mut impl FnMut(&str) -> Option<String>) -> Vec<String> {
    let (folder, file) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let mut book = Book::default();
    let related = part(&format!("{folder}/_rels/{file}.rels")).unwrap_or_default();
    visit(&related, &mut book);
    let targets = book.targets.values().map(|target| beside(folder, target));
    let is_table = |path: &String| path.contains("tables/");
    targets.filter(is_table).collect()
}

/// The sheets of a workbook by name, each with the id of its part, and the parts by their ids.
#[derive(Default)]
struct Book {
    sheets: Vec<(String, String)>,
    targets: BTreeMap<String, String>,
}

impl Visitor for Book {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = |key: &str| attribute(element, key).unwrap_or_default();
        match name {
            "sheet" => self.sheets.push((value("name"), value("id"))),
            "Relationship" => {
                self.targets.insert(value("Id"), value("Target"));
            }
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}
    fn close(&mut self, _: &str) {}
}

struct Sheet<'book> {
    styles: &'book Styles,
    strings: &'book [Letters],
    /// The cell that is open, and where it stands; those that do not say so follow one another.
    at: Cell,
    cell: Option<Open>,
    /// The cells that nobody sees, whatever lies behind them.
    gone: Vec<Cell>,
    /// Those that nobody sees on a ground that is not coloured.
    white: Vec<Cell>,
}

struct Open {
    style: usize,
    is_shared: bool,
    /// The value, as it stands in the sheet.
    value: String,
    is_in_value: bool,
    own: Runs,
}

impl<'book> Sheet<'book> {
    fn of(styles: &'book Styles, strings: &'book [Letters]) -> Sheet<'book> {
        Sheet {
            styles,
            strings,
            at: (0, 0),
            cell: None,
            gone: Vec::new(),
            white: Vec::new(),
        }
    }

    fn end(&mut self, cell: Open) {
        let shared = || {
            let number: usize = cell.value.trim().parse().ok()?;
            self.strings.get(number).copied()
        };
        let letters = if cell.is_shared {
            shared()
        } else if cell.value.trim().is_empty() {
            Some(cell.own.letters())
        } else {
            Some(Letters::OF_ITS_CELL)
        };
        let letters = letters.unwrap_or_default();
        let style = self.styles.cells.get(cell.style).copied();
        let style = style.unwrap_or_default();
        if letters.are_gone(style) {
            self.gone.push(self.at);
        } else if letters.are_white(style) {
            self.white.push(self.at);
        }
        self.at.0 = self.at.0.saturating_add(1);
    }
}

impl Visitor for Sheet<'_> {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = |key: &str| attribute(element, key).unwrap_or_default();
        match (name, &mut self.cell) {
            ("row", _) => {
                let row = value("r").parse();
                self.at = (0, row.unwrap_or(self.at.1.saturating_add(1)));
            }
            ("c", _) => {
                self.at = parse_cell(&value("r")).unwrap_or(self.at);
                self.cell = Some(Open {
                    style: value("s").parse().unwrap_or(0),
                    is_shared: value("t") == "s",
                    value: String::new(),
                    is_in_value: false,
                    own: Runs::default(),
                });
            }
            ("v", Some(cell)) => cell.is_in_value = true,
            (_, Some(cell)) => cell.own.open(name, element),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.cell {
            Some(cell) if cell.is_in_value => cell.value.push_str(text),
            Some(cell) => cell.own.text(text),
            None => {}
        }
    }

    fn close(&mut self, name: &str) {
        match (name, &mut self.cell) {
            ("c", cell) => {
                if let Some(cell) = cell.take() {
                    self.end(cell);
                }
            }
            ("v", Some(cell)) => cell.is_in_value = false,
            (_, Some(cell)) => cell.own.close(name),
            _ => {}
        }
    }
}
