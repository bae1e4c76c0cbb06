//! A workbook in Office Open XML: cells whose style shows nothing of what they hold.

use super::{DOT, Visitor, attribute, is_paper, visit};
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// The cells of a workbook that nobody sees, such as `Plan!B2:B14`. `part` gives its parts by their names, in small
/// letters.
pub(in super::super) fn look(mut part: impl FnMut(&str) -> Option<String>) -> Vec<String> {
    let mut styles = Styles::default();
    visit(&part("xl/styles.xml").unwrap_or_default(), &mut styles);
    if !styles.cells.contains(&true) {
        return Vec::new();
    }
    let mut book = Book::default();
    visit(&part("xl/workbook.xml").unwrap_or_default(), &mut book);
    let related = part("xl/_rels/workbook.xml.rels").unwrap_or_default();
    visit(&related, &mut book);
    let mut unseen = Vec::new();
    for (name, id) in &book.sheets {
        let target = book.targets.get(id).map(|target| target.to_lowercase());
        let target = target.unwrap_or_default();
        let path = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("xl/{target}"),
        };
        let Some(text) = part(&path) else { continue };
        // What a rule or a table makes of a cell is not known here.
        if text.contains("<conditionalFormatting") || text.contains("<tablePart ") {
            continue;
        }
        let mut sheet = Sheet {
            styles: &styles,
            cell: None,
            holds: false,
            columns: BTreeMap::new(),
        };
        visit(&text, &mut sheet);
        let ranges = sheet
            .columns
            .into_values()
            .map(|(first, last)| match first == last {
                true => format!("{name}!{first}"),
                false => format!("{name}!{first}:{last}"),
            });
        unseen.extend(ranges);
    }
    unseen
}

/// Which styles of cells show nothing, by their numbers.
#[derive(Default)]
struct Styles {
    within: String,
    /// Formats of numbers that show nothing.
    blank: Vec<String>,
    /// Whether letters are white, and whether they are tiny.
    fonts: Vec<(bool, bool)>,
    /// Whether the ground is coloured.
    fills: Vec<bool>,
    cells: Vec<bool>,
}

/// The numbers of white among the 64 colours that every workbook has, and the first of a theme.
const WHITE: [&str; 2] = ["1", "9"];
const PAPER_OF_THEME: &str = "0";

fn is_white(element: &BytesStart<'_>) -> bool {
    let value = |key: &str| attribute(element, key);
    let is_of = |key: &str, known: &[&str]| value(key).is_some_and(|own| known.contains(&&*own));
    value("rgb").is_some_and(|rgb| is_paper(&rgb))
        || is_of("indexed", &WHITE)
        || is_of("theme", &[PAPER_OF_THEME]) && value("tint").is_none()
}

impl Visitor for Styles {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = |key: &str| attribute(element, key).unwrap_or_default();
        let number = |key: &str| value(key).parse::<usize>().ok();
        match (self.within.as_str(), name) {
            ("", "fonts" | "fills" | "cellXfs" | "numFmts") => self.within = name.to_owned(),
            ("numFmts", "numFmt") if value("formatCode").trim_matches('"') == ";;;" => {
                self.blank.push(value("numFmtId"));
            }
            ("fonts", "font") => self.fonts.push((false, false)),
            ("fonts", "color") => {
                if let Some(font) = self.fonts.last_mut() {
                    font.0 = is_white(element);
                }
            }
            ("fonts", "sz") => {
                if let Some(font) = self.fonts.last_mut() {
                    font.1 = value("val").parse().is_ok_and(|size: f64| size <= DOT);
                }
            }
            ("fills", "fill") => self.fills.push(false),
            ("fills", "patternFill" | "gradientFill") => {
                let is_none = value("patternType") == "none";
                if let Some(fill) = self.fills.last_mut() {
                    *fill = name == "gradientFill" || !is_none && !value("patternType").is_empty();
                }
            }
            ("fills", "fgColor") if is_white(element) => {
                if let Some(fill) = self.fills.last_mut() {
                    *fill = false;
                }
            }
            ("cellXfs", "xf") => {
                let font = number("fontId").and_then(|at| self.fonts.get(at));
                let (white, tiny) = font.copied().unwrap_or_default();
                let fill = number("fillId").and_then(|at| self.fills.get(at));
                let is_coloured = fill.copied().unwrap_or_default();
                let is_blank = self.blank.contains(&value("numFmtId"));
                self.cells.push(is_blank || tiny || white && !is_coloured);
            }
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}

    fn close(&mut self, name: &str) {
        if self.within == name {
            self.within.clear();
        }
    }
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

struct Sheet<'styles> {
    styles: &'styles Styles,
    /// The cell that is open, if its style shows nothing.
    cell: Option<String>,
    holds: bool,
    /// The first and the last such cell of each column.
    columns: BTreeMap<String, (String, String)>,
}

impl Visitor for Sheet<'_> {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        if name == "c" {
            let value = |key: &str| attribute(element, key).unwrap_or_default();
            let style = value("s").parse::<usize>().unwrap_or(0);
            let is_unseen = self.styles.cells.get(style).copied().unwrap_or_default();
            self.cell = is_unseen.then(|| value("r"));
            self.holds = false;
        }
    }

    fn text(&mut self, text: &str) {
        self.holds |= !text.trim().is_empty();
    }

    fn close(&mut self, name: &str) {
        if name != "c" {
            return;
        }
        if let Some(cell) = self.cell.take().filter(|_| self.holds) {
            let letters = cell.trim_end_matches(|letter: char| letter.is_ascii_digit());
            let column = self.columns.entry(letters.to_owned());
            let range = column.or_insert_with(|| (cell.clone(), cell.clone()));
            range.1 = cell;
        }
    }
}
