//! How a table stands in its file: where it begins and ends, and what parts its columns.

use super::settings::Settings;
use crate::data::model::{clean_label, parse_cell};
use crate::diagnostic::{codes, diagnostic};
use crate::schema::{Written, choice};
use std::collections::BTreeSet;

#[derive(Debug)]
pub(crate) struct Dialect {
    pub sheet: Option<String>,
    /// Several sheets of one shape, in place of one.
    pub sheets: Option<Sheets>,
    pub header_row: Option<u32>,
    pub range: Option<Window>,
    pub skip_rows: BTreeSet<u32>,
    pub delimiter: Option<char>,
    /// The row that says this ends the table.
    pub until: Option<Written<String>>,
    /// Columns by their headers or letters: those that are read, if any are named, and those that
    /// are not.
    pub only_columns: Vec<Written<String>>,
    pub skip_columns: Vec<Written<String>>,
    pub unseen: Unseen,
    /// Columns whose merged cells hold for each row, by their headers or letters.
    pub fill_merged: Vec<Written<String>>,
    /// Our names of the columns in whose cells names stand behind codes.
    pub codes_with_names: Vec<Written<String>>,
    /// Texts that stand for a blank cell.
    pub missing: BTreeSet<String>,
    /// Texts that stand for a zero where a number belongs.
    pub zero: BTreeSet<String>,
    /// Whether an apostrophe that guards a text from being taken for a formula is no part of it.
    pub guarded: bool,
    /// Where those of these settings stand that only some formats have.
    pub of_formats: Vec<(&'static str, Written<String>)>,
}

/// The settings that mean something in some formats only.
const OF_FORMATS: [&str; 5] = ["sheet", "hidden", "fill_merged", "delimiter", "guarded"];

/// Which sheets of a workbook are one table.
#[derive(Debug)]
pub(crate) enum Sheets {
    /// All that the workbook shows.
    All,
    Named(Vec<Written<String>>),
}

/// What is done with rows and columns that the spreadsheet hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unseen {
    Refuse,
    Read,
    Skip,
}

choice! {
    pub(crate) enum DeclaredUnseen {
        Read = "read",
        Skip = "skip",
    }
}

/// The cells of a `range`: rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    pub first_row: u32,
    pub first_column: u32,
    pub last_row: u32,
    pub last_column: u32,
}

impl Dialect {
    pub(super) fn read(settings: &mut Settings<'_, '_>) -> Dialect {
        let delimiter = delimiter(settings);
        let sheets = sheets(settings);
        let range = range(settings);
        let (missing, zero) = stand_ins(settings);
        let written = settings.written;
        Dialect {
            sheet: written.string("sheet"),
            sheets,
            header_row: written.whole("header_row"),
            range,
            skip_rows: written.wholes("skip_rows").into_iter().collect(),
            delimiter,
            until: written.written("until"),
            only_columns: written.written_list("only_columns"),
            skip_columns: written.written_list("skip_columns"),
            unseen: match written.choice("hidden", DeclaredUnseen::named) {
                None => Unseen::Refuse,
                Some(DeclaredUnseen::Read) => Unseen::Read,
                Some(DeclaredUnseen::Skip) => Unseen::Skip,
            },
            fill_merged: written.written_list("fill_merged"),
            codes_with_names: written.written_list("codes_with_names"),
            missing,
            zero,
            guarded: written.truth("guarded").unwrap_or(false),
            of_formats: OF_FORMATS
                .into_iter()
                .filter_map(|key| Some((key, written.key_of(key)?)))
                .collect(),
        }
    }
}

fn sheets(settings: &mut Settings<'_, '_>) -> Option<Sheets> {
    let written = settings.written;
    let mut names = written.written_list("sheets");
    if written.text("sheet").is_some() && !names.is_empty() {
        settings.report.push(diagnostic!(
            codes::datasets::SHEET_AND_SHEETS,
            written.place_of("sheets")
        ));
    }
    match names.as_slice() {
        [] => None,
        [only] if only.value == "*" => Some(Sheets::All),
        _ => {
            let mut seen = BTreeSet::new();
            names.retain(|name| seen.insert(name.value.clone()));
            Some(Sheets::Named(names))
        }
    }
}

/// Texts for a blank and for a zero. One that stands for both stands for neither.
fn stand_ins(settings: &mut Settings<'_, '_>) -> (BTreeSet<String>, BTreeSet<String>) {
    let texts = |key| {
        let texts = settings.written.strings(key).into_iter();
        texts.map(|text| clean_label(&text).0).collect()
    };
    let (missing, zero): (BTreeSet<String>, BTreeSet<String>) = (texts("missing"), texts("zero"));
    for item in settings.written.items("zero") {
        let text = item.value.text().unwrap_or_default();
        if missing.contains(&clean_label(text).0) {
            settings.report.push(diagnostic!(
                codes::data::BLANK_AND_ZERO,
                settings.written.place(item.at),
                read = text
            ));
        }
    }
    (missing, zero)
}

fn delimiter(settings: &mut Settings<'_, '_>) -> Option<char> {
    let text = settings.written.text("delimiter")?;
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) if only.is_ascii() => Some(only),
        _ => {
            settings.refuse("delimiter", text, &[",", ";", "\\t", "|"]);
            None
        }
    }
}

fn range(settings: &mut Settings<'_, '_>) -> Option<Window> {
    let text = settings.written.text("range")?;
    let window = parse_window(text);
    if window.is_none() {
        settings.refuse("range", text, &["B3:H40"]);
    }
    window
}

/// `B3:H40`
fn parse_window(text: &str) -> Option<Window> {
    let (first, last) = text.split_once(':')?;
    let (first_column, first_row) = parse_cell(first)?;
    let (last_column, last_row) = parse_cell(last)?;
    let window = Window {
        first_row,
        first_column,
        last_row,
        last_column,
    };
    (first_row <= last_row && first_column <= last_column).then_some(window)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_two_cells() {
        assert_eq!(
            parse_window("B3:H40"),
            Some(Window {
                first_row: 3,
                first_column: 1,
                last_row: 40,
                last_column: 7
            })
        );
        for wrong in ["", "B3", "3B:H40", "H40:B3", "B0:C3", "B3:H", "ខ៣:គ៤"] {
            assert_eq!(parse_window(wrong), None, "{wrong}");
        }
    }
}
