//! A part of a text in Office Open XML: what its runs say of their letters.

use super::{DOT, Visitor, attribute, is_paper, visit};
use quick_xml::events::BytesStart;

/// The text of the part that nobody sees.
pub(in super::super) fn look(part: &str) -> Vec<String> {
    let mut seen = Seen::default();
    visit(part, &mut seen);
    seen.unseen
}

#[derive(Default)]
struct Seen {
    /// The elements that are open.
    open: Vec<Open>,
    unseen: Vec<String>,
}

struct Open {
    name: String,
    /// Whether there may be something dark behind its text.
    is_coloured: bool,
    /// Of a run.
    is_white: bool,
    is_tiny: bool,
}

/// The elements whose properties stand in an element of another name.
const OWNERS: [(&str, &str); 4] = [("rPr", "r"), ("pPr", "p"), ("tcPr", "tc"), ("tblPr", "tbl")];

impl Seen {
    /// The element whose properties are being read: the one around those that are open last.
    fn owner(&mut self) -> Option<&mut Open> {
        let at = self.open.len().checked_sub(2)?;
        let properties = self.open[at + 1].name.as_str();
        let known = OWNERS.iter().find(|(name, _)| *name == properties)?;
        let owner = &mut self.open[at];
        (owner.name == known.1).then_some(owner)
    }
}

impl Visitor for Seen {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = |key: &str| attribute(element, key).unwrap_or_default();
        match name {
            "color" => {
                let is_white = is_paper(&value("val"))
                    || matches!(&*value("themeColor"), "background1" | "light1");
                if let Some(owner) = self.owner() {
                    owner.is_white = is_white;
                }
            }
            "sz" => {
                // Halves of a point.
                let is_tiny = value("val")
                    .parse()
                    .is_ok_and(|size: f64| size <= DOT * 2.0);
                if let Some(owner) = self.owner() {
                    owner.is_tiny = is_tiny;
                }
            }
            "shd" | "highlight" | "tblStyle" => {
                let fill = value("fill");
                let is_paper =
                    name == "shd" && (fill.is_empty() || fill == "auto" || is_paper(&fill));
                if let Some(owner) = self.owner() {
                    owner.is_coloured |= !is_paper;
                }
            }
            "background" => {
                if let Some(root) = self.open.first_mut() {
                    root.is_coloured = true;
                }
            }
            _ => {}
        }
        self.open.push(Open {
            name: name.to_owned(),
            is_coloured: name == "txbxContent",
            is_white: false,
            is_tiny: false,
        });
    }

    fn text(&mut self, text: &str) {
        let is_shown_as_text = self.open.last().is_some_and(|own| own.name == "t");
        if !is_shown_as_text || text.trim().is_empty() {
            return;
        }
        let run = self.open.iter().rev().find(|own| own.name == "r");
        let (is_white, is_tiny) = run.map_or((false, false), |run| (run.is_white, run.is_tiny));
        let is_coloured = self.open.iter().any(|own| own.is_coloured);
        if is_tiny || is_white && !is_coloured {
            self.unseen.push(text.trim().to_owned());
        }
    }

    fn close(&mut self, _: &str) {
        self.open.pop();
    }
}
