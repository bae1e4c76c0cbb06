//! A clerk's file → a draft of its declaration, and of the categories that its rows name.
//!
//! In: the file, and what somebody said about it. Out: the text of `<name>.toml` and of a table of
//! categories, with all that was decided and by what; or the questions whose answers stand nowhere in the
//! file. It writes nothing and composes no sentence: whoever asked tells in words what was decided.
//!
//! Each step looks at each cell a fixed number of times.

mod budget;
mod columns;
mod drafting;
mod lines;
mod looks;
mod other;
mod shape;
mod tree;
pub(crate) mod words;
mod written;

pub(crate) use columns::Why;
pub(crate) use tree::Grown;

use super::declaration::Declaration;
use super::model::{Direction, Gazetteer, Kind, Phase};
use super::read::{self, Texts};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::Files;
use drafting::Drafting;
use rust_decimal::Decimal;
use shape::Looked;

/// What somebody said about a file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answers {
    pub sheet: Option<String>,
    pub place: Option<String>,
    pub year: Option<i16>,
    pub phase: Option<Phase>,
    pub direction: Option<Direction>,
    /// The sign between thousands and the one before decimals.
    pub separators: Option<(Option<char>, Option<char>)>,
    /// Columns that are left out, by their letters.
    pub skip: Vec<String>,
}

/// What is to be described.
struct Asked<'own> {
    /// Below `data/`.
    path: &'own str,
    files: &'own Files,
    gazetteer: &'own Gazetteer,
    texts: &'own Texts,
    answers: &'own Answers,
}

/// What nothing in a file says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Question {
    /// Which place its figures are about.
    Place,
    Year,
    /// Of which phase they are; this word of the file may name it.
    Phase(Option<String>),
    Direction,
    /// What this figure is.
    Separators(String),
    /// These columns would be of one year and phase.
    Alike(Vec<String>),
}

/// A file that is described, or what has to be known before.
#[derive(Debug)]
pub(crate) enum Described {
    Draft(Box<Draft>),
    Questions(Vec<Question>),
}

/// Files to write beside the clerk's, and what was decided.
#[derive(Debug)]
pub(crate) struct Draft {
    /// Their names and texts; the declaration is the first.
    pub files: Vec<(String, String)>,
    pub decided: Vec<Decided>,
}

/// Something that was decided, and whether it stands in the file or only seems so.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Decided {
    pub what: What,
    pub is_sure: bool,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    Sheet {
        name: String,
        others: Vec<String>,
    },
    /// The rows that name the columns.
    Header {
        first: u32,
        last: u32,
    },
    Title(String),
    Unit {
        scale: Decimal,
        currency: String,
    },
    Place(String),
    /// What a column was read as.
    Column {
        letters: String,
        name: String,
        read_as: String,
    },
    LeftOut {
        letters: String,
        name: String,
        why: Why,
    },
    Separators {
        group: Option<char>,
        decimal: Option<char>,
    },
    /// The way of money, which a title or names of rows tell.
    Direction(String),
    /// The word of the file, and what it means.
    Word {
        read: String,
        meant: String,
    },
    /// The codes of the categories stand in the file, or were made from their names.
    Codes {
        are_made: bool,
        count: usize,
    },
    /// Names that several rows have which stand for themselves.
    Again(Vec<String>),
    Tree {
        grown: Grown,
        parts: usize,
    },
    /// Rows that say nothing that a table could hold.
    Skipped(Vec<u32>),
    /// Rows whose unit is another than that of most, and their units.
    OtherUnit(Vec<String>),
    Until {
        row: u32,
        text: String,
    },
    /// Texts that stand where a figure is not known.
    Missing(Vec<String>),
    Negative,
}

impl Decided {
    fn sure(what: What) -> Decided {
        Decided {
            what,
            is_sure: true,
        }
    }

    fn unsure(what: What) -> Decided {
        Decided {
            what,
            is_sure: false,
        }
    }
}

/// Describes the file of this path, which lies below `data/` of a campaign.
pub(crate) fn describe(
    path: &str,
    files: &Files,
    config: &Config,
    gazetteer: &Gazetteer,
    answers: &Answers,
) -> Result<Described, Report> {
    let asked = &Asked {
        path,
        files,
        gazetteer,
        texts: &Texts::of(config),
        answers,
    };
    let sheets = read::sheet_names(path, files).map_err(Report::of)?;
    let (sheet, looked) = chosen_sheet(asked, &sheets)?;
    let Some(shape) = shape::shape(&looked) else {
        return Err(Report::of(no_table(path)));
    };
    let (folder, name) = name_of(path);
    let drafting = Drafting {
        asked,
        folder,
        name,
        looked: &looked,
        shape: &shape,
        sheet: sheet.as_deref(),
        sheets: &sheets,
    };
    match other::kind(&drafting) {
        Some(kind) => Ok(Described::Draft(Box::new(other::draft(&drafting, kind)))),
        None => Ok(budget::draft(&drafting)),
    }
}

/// The sheet that was asked for, or the one with the most rows of figures; of a text, the text as the sign
/// parts it that gives the most columns.
fn chosen_sheet(asked: &Asked<'_>, sheets: &[String]) -> Result<(Option<String>, Looked), Report> {
    let wanted: Vec<Option<String>> = match (&asked.answers.sheet, sheets.len()) {
        (Some(sheet), _) => vec![Some(sheet.clone())],
        (None, 0) => vec![None],
        (None, _) => sheets.iter().cloned().map(Some).collect(),
    };
    let mut best: Option<(usize, Option<String>, Looked)> = None;
    let mut report = Report::new();
    for sheet in wanted {
        let mut found = Declaration::of_kind(name_of(asked.path).1, Kind::Budget);
        found.dialect.sheet.clone_from(&sheet);
        found.dialect.delimiter = written::delimiter(asked.path, asked.files);
        // A budget's rows are read again each time, and a draft needs them all at once.
        found.dialect.missing.insert("\u{0}".to_owned());
        let mut findings = found.findings();
        let raw = read::raw(asked.path, asked.files, &found, &mut findings);
        findings.finish(&mut report);
        let Some(raw) = raw else { continue };
        let looked = Looked::of(raw);
        let rows = shape::shape(&looked).map_or(0, |shape| shape.body.len() + 1);
        if best.as_ref().is_none_or(|(most, ..)| rows > *most) {
            best = Some((rows, sheet, looked));
        }
    }
    match best {
        Some((rows, sheet, looked)) if rows > 0 => Ok((sheet, looked)),
        Some(_) => Err(Report::of(no_table(asked.path))),
        None => Err(report),
    }
}

fn no_table(path: &str) -> Diagnostic {
    diagnostic!(codes::tables::NO_FIGURES, Place::file(path))
}

/// `area/` and `budget` of `data/area/budget.xlsx`.
fn name_of(path: &str) -> (&str, &str) {
    let below = path.strip_prefix("data/").unwrap_or(path);
    let (folder, file) = below.split_at(below.rfind('/').map_or(0, |at| at + 1));
    (folder, file.rsplit_once('.').map_or(file, |(stem, _)| stem))
}
