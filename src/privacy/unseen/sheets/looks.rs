//! The styles of a workbook's cells, and of letters within its texts.

use super::super::{DOT, Visitor, attribute, is_paper};
use quick_xml::events::BytesStart;

/// What the style of a cell says of the letters in it.
#[derive(Default, Clone, Copy)]
pub(super) struct Style {
    is_white: bool,
    is_tiny: bool,
    /// The format shows nothing of what the cell holds.
    is_blank: bool,
    /// The ground is coloured.
    is_coloured: bool,
}

/// The styles of cells, by their numbers.
#[derive(Default)]
pub(super) struct Styles {
    within: String,
    /// Formats of numbers that show nothing.
    blank: Vec<String>,
    fonts: Vec<Look>,
    /// Whether the ground is coloured.
    fills: Vec<bool>,
    pub(super) cells: Vec<Style>,
}

/// What a font says.
#[derive(Default, Clone, Copy)]
struct Look {
    is_white: Option<bool>,
    is_tiny: Option<bool>,
}

impl Look {
    fn hear(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "color" => self.is_white = Some(is_white(element)),
            "sz" => {
                let size = attribute(element, "val").and_then(|size| size.parse::<f64>().ok());
                self.is_tiny = size.map(|size| size <= DOT);
            }
            _ => {}
        }
    }
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
            ("fonts", "font") => self.fonts.push(Look::default()),
            ("fonts", name) => {
                if let Some(font) = self.fonts.last_mut() {
                    font.hear(name, element);
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
                let font = font.copied().unwrap_or_default();
                let fill = number("fillId").and_then(|at| self.fills.get(at));
                self.cells.push(Style {
                    is_white: font.is_white == Some(true),
                    is_tiny: font.is_tiny == Some(true),
                    is_blank: self.blank.contains(&value("numFmtId")),
                    is_coloured: fill.copied().unwrap_or_default(),
                });
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

/// How the letters of a cell are written: some of them may have a look of their own, the others have that of the
/// cell. Without letters nothing is said.
#[derive(Default, Clone, Copy)]
pub(super) struct Letters {
    has_white: bool,
    has_tiny: bool,
    has_colour_of_cell: bool,
    has_size_of_cell: bool,
}

impl Letters {
    pub(super) const OF_ITS_CELL: Letters = Letters {
        has_white: false,
        has_tiny: false,
        has_colour_of_cell: true,
        has_size_of_cell: true,
    };

    /// Whether some of them are seen by nobody, whatever lies behind them.
    pub(super) fn are_gone(self, cell: Style) -> bool {
        let is_any = self.has_colour_of_cell || self.has_white || self.has_tiny;
        self.has_tiny || is_any && cell.is_blank || self.has_size_of_cell && cell.is_tiny
    }

    /// Whether some of them are as white as what lies behind them.
    pub(super) fn are_white(self, cell: Style) -> bool {
        let is_white = self.has_white || self.has_colour_of_cell && cell.is_white;
        is_white && !cell.is_coloured
    }
}

/// The runs of letters in a text, each of one look.
#[derive(Default)]
pub(super) struct Runs {
    look: Look,
    /// Within the properties of a run, and within its letters.
    is_in_properties: bool,
    is_in_text: bool,
    letters: Letters,
}

impl Runs {
    pub(super) fn letters(&self) -> Letters {
        self.letters
    }
}

impl Visitor for Runs {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "r" => self.look = Look::default(),
            "rPr" => self.is_in_properties = true,
            "t" => self.is_in_text = true,
            name if self.is_in_properties => self.look.hear(name, element),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !self.is_in_text || text.trim().is_empty() {
            return;
        }
        let Look { is_white, is_tiny } = self.look;
        self.letters.has_white |= is_white == Some(true);
        self.letters.has_tiny |= is_tiny == Some(true);
        self.letters.has_colour_of_cell |= is_white.is_none();
        self.letters.has_size_of_cell |= is_tiny.is_none();
    }

    fn close(&mut self, name: &str) {
        match name {
            "r" => self.look = Look::default(),
            "rPr" => self.is_in_properties = false,
            "t" => self.is_in_text = false,
            _ => {}
        }
    }
}

/// The texts that the cells of a workbook share.
#[derive(Default)]
pub(super) struct Strings {
    open: Runs,
    pub(super) texts: Vec<Letters>,
}

impl Visitor for Strings {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "si" => self.open = Runs::default(),
            name => self.open.open(name, element),
        }
    }

    fn text(&mut self, text: &str) {
        self.open.text(text);
    }

    fn close(&mut self, name: &str) {
        match name {
            "si" => self.texts.push(self.open.letters()),
            name => self.open.close(name),
        }
    }
}
