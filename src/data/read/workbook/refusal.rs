//! Why a workbook is not read, and what its author is told.

use crate::archive::{Broken, UNFOLDED_BYTES};
use crate::data::model::CellPlace;
use crate::data::read::room::Excess;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Refusal {
    /// Nothing that is known.
    NotAWorkbook,
    /// It opens with a password only.
    Locked,
    /// Of Apple's program.
    Numbers,
    /// A document for people to read, by the ending of its kind.
    Document(&'static str),
    /// A page of the web that is named like a workbook.
    Html,
    /// The XML of Excel 2003.
    Xml,
    /// A text, such as CSV, that is named like a workbook.
    Text,
    /// A kind of workbook that is not read.
    Other(&'static str),
    /// A part of it is not what it has to be.
    Damaged { part: String },
    /// It unfolds to more than is held.
    Unfolds,
    /// There is too much in the sheet, from this row and column (from 0) on.
    Excess(Excess, Option<(u32, u32)>),
    /// The library's reason, in its own words.
    Unreadable { reason: String },
}

impl From<Broken> for Refusal {
    fn from(broken: Broken) -> Refusal {
        match broken {
            Broken::NotAnArchive => Refusal::NotAWorkbook,
            Broken::Locked => Refusal::Locked,
            Broken::Damaged(part) => Refusal::Damaged { part },
            Broken::Unfolds => Refusal::Unfolds,
        }
    }
}

impl Refusal {
    pub fn damaged(part: impl Into<String>) -> Refusal {
        Refusal::Damaged { part: part.into() }
    }

    /// The problem, in this sheet of this file.
    pub fn problem(self, path: &str, sheet: Option<&str>) -> Diagnostic {
        let file = Place::file(path);
        match self {
            Refusal::NotAWorkbook => diagnostic!(codes::data::NOT_A_WORKBOOK, file),
            Refusal::Locked => diagnostic!(codes::cells::LOCKED_WORKBOOK, file),
            Refusal::Html => diagnostic!(codes::cells::HTML_AS_WORKBOOK, file),
            Refusal::Xml => diagnostic!(codes::cells::XML_AS_WORKBOOK, file),
            Refusal::Text => diagnostic!(codes::cells::TEXT_AS_WORKBOOK, file),
            Refusal::Numbers => diagnostic!(codes::cells::NUMBERS_WORKBOOK, file),
            Refusal::Document(kind) => {
                diagnostic!(codes::cells::OTHER_DOCUMENT, file, kind = kind)
            }
            Refusal::Other(kind) => diagnostic!(codes::data::OTHER_WORKBOOK, file, kind = kind),
            Refusal::Damaged { part } => {
                diagnostic!(codes::data::DAMAGED_WORKBOOK, file, part = part)
            }
            Refusal::Unfolds => diagnostic!(
                codes::data::TOO_LARGE,
                file,
                megabytes = UNFOLDED_BYTES / 1024 / 1024
            ),
            Refusal::Excess(excess, Some((row, column))) => {
                let cell = CellPlace {
                    path: path.into(),
                    sheet: sheet.map(Into::into),
                    row: row.saturating_add(1),
                    column,
                };
                excess.problem(cell.place(None))
            }
            Refusal::Excess(excess, None) => excess.problem(file),
            Refusal::Unreadable { reason } => {
                diagnostic!(codes::data::UNREADABLE_TABLE, file, reason = reason)
            }
        }
    }
}
