//! The content of an OpenDocument text or sheet: what the styles of its text say.

use super::{DOT, Visitor, attribute, is_paper, visit};
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// The text that nobody sees; `parts` are those with its styles, and the content last.
pub(in super::super) fn look(parts: &[String]) -> Vec<String> {
    let mut styles = Styles::default();
    for part in parts {
        visit(part, &mut styles);
    }
    let Some(content) = parts.last() else {
        return Vec::new();
    };
    let mut seen = Seen {
        styles: &styles,
        open: Vec::new(),
        columns: Vec::new(),
        column: 0,
        held: None,
        unseen: Vec::new(),
    };
    visit(content, &mut seen);
    seen.unseen
}

/// What a style says of its text; nothing where it leaves it to others.
#[derive(Default, Clone, Copy)]
struct Look {
    is_white: Option<bool>,
    is_tiny: Option<bool>,
    is_coloured: Option<bool>,
}

impl Look {
    /// The same, and where it says nothing, what another says.
    fn or(self, other: Look) -> Look {
        Look {
            is_white: self.is_white.or(other.is_white),
            is_tiny: self.is_tiny.or(other.is_tiny),
            is_coloured: self.is_coloured.or(other.is_coloured),
        }
    }
}

/// Styles by family and name, each with the one that it follows.
#[derive(Default)]
struct Styles {
    by_name: BTreeMap<(String, String), (String, Look)>,
    open: Option<(String, String)>,
}

impl Styles {
    fn look(&self, family: &str, name: &str) -> Look {
        /// How many styles follow each other, at most.
        const DEEPEST: usize = 20;
        let mut look = Look::default();
        let mut name = name.to_owned();
        for _ in 0..DEEPEST {
            let Some((parent, own)) = self.by_name.get(&(family.to_owned(), name)) else {
                break;
            };
            look = look.or(*own);
            name = parent.clone();
        }
        look
    }
}

impl Visitor for Styles {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = |key: &str| attribute(element, key);
        if name == "style" {
            let key = (
                value("family").unwrap_or_default(),
                value("name").unwrap_or_default(),
            );
            let parent = value("parent-style-name").unwrap_or_default();
            self.by_name.insert(key.clone(), (parent, Look::default()));
            self.open = Some(key);
        }
        let Some((_, look)) = self.open.as_ref().and_then(|key| self.by_name.get_mut(key)) else {
            return;
        };
        // A rule may colour what follows this style.
        if name == "map" {
            look.is_coloured = Some(true);
        }
        if !name.ends_with("-properties") {
            return;
        }
        let points = |size: String| size.strip_suffix("pt")?.parse::<f64>().ok();
        let ground = value("background-color");
        *look = Look {
            is_white: value("color").map(|colour| is_paper(&colour)),
            is_tiny: value("font-size").and_then(points).map(|size| size <= DOT),
            is_coloured: ground.map(|ground| ground != "transparent" && !is_paper(&ground)),
        }
        .or(*look);
    }

    fn text(&mut self, _: &str) {}

    fn close(&mut self, name: &str) {
        if name == "style" {
            self.open = None;
        }
    }
}

/// What says what a cell holds, besides what it shows.
const VALUES: [&str; 4] = ["value", "date-value", "time-value", "string-value"];

struct Seen<'styles> {
    styles: &'styles Styles,
    open: Vec<Look>,
    /// The styles of the columns of a table, each with the column that it ends before.
    columns: Vec<(usize, String)>,
    /// How many cells of the row stand before.
    column: usize,
    /// What the open cell holds and has not shown yet; not a zero, which many formats hide.
    held: Option<String>,
    unseen: Vec<String>,
}

impl Seen<'_> {
    fn style_of_column(&self) -> String {
        let at = self.columns.partition_point(|(end, _)| *end <= self.column);
        let found = self.columns.get(at);
        found.map(|(_, style)| style.clone()).unwrap_or_default()
    }
}

impl Visitor for Seen<'_> {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = |key: &str| attribute(element, key);
        let repeated = || {
            let count = value("number-columns-repeated");
            count.and_then(|count| count.parse().ok()).unwrap_or(1)
        };
        let own = value("style-name").unwrap_or_default();
        let look = match name {
            "table" => {
                self.columns.clear();
                Look::default()
            }
            "table-column" => {
                let style = value("default-cell-style-name").unwrap_or_default();
                let before = self.columns.last().map_or(0, |(end, _)| *end);
                self.columns
                    .push((before.saturating_add(repeated()), style));
                Look::default()
            }
            "table-row" => {
                self.column = 0;
                Look::default()
            }
            "table-cell" | "covered-table-cell" => {
                let style = match own.is_empty() {
                    true => self.style_of_column(),
                    false => own,
                };
                self.column = self.column.saturating_add(repeated());
                let held = VALUES.iter().find_map(|key| value(key));
                self.held = held.filter(|held| !held.is_empty() && held != "0");
                self.styles.look("table-cell", &style)
            }
            "p" | "h" => self.styles.look("paragraph", &own),
            "span" => self.styles.look("text", &own),
            // What lies behind the text of a frame is not known here.
            "frame" | "custom-shape" => Look {
                is_coloured: Some(true),
                ..Look::default()
            },
            _ => Look::default(),
        };
        self.open.push(look);
    }

    fn text(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.held = None;
        let nearest = self.open.iter().rev();
        let look = nearest.fold(Look::default(), |look, around| look.or(*around));
        let is_coloured = self.open.iter().any(|own| own.is_coloured == Some(true));
        let is = |said: Option<bool>| said == Some(true);
        if is(look.is_tiny) || is(look.is_white) && !is_coloured {
            self.unseen.push(text.trim().to_owned());
        }
    }

    fn close(&mut self, name: &str) {
        if name == "table-cell" {
            self.unseen.extend(self.held.take());
        }
        self.open.pop();
    }
}
