//! CSV and TSV text → its rows, once all of it was looked through.

use super::encoding;
use super::hidden::Hidden;
use super::number_format::Formats;
use super::quotes::{Misquoted, first_misquoted};
use super::room::{COLUMNS, Excess, Room};
use super::rows::{Form, Records, Rows, is_blank};
use super::sheet::RawRows;
use super::{Format, Value};
use crate::data::declaration::{Declaration, Findings, OfKind};
use crate::data::model::{CellPlace, Kind};
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use memchr::memmem;
use std::sync::Arc;

pub(super) const FORMAT: Format = Format {
    endings: &["csv", "tsv"],
    settings: &["delimiter", "guarded"],
    read: |path, files, declaration, findings| {
        let text = encoding::text(path, files)?;
        Ok(read(path, text, declaration, findings))
    },
};

/// Reads the text of a `.csv` or `.tsv` file. The delimiter is declared, or what the text itself says, or
/// a comma, or a tab in a `.tsv` file: it is never guessed.
fn read(
    path: &str,
    mut text: String,
    declaration: &Declaration,
    findings: &mut Findings,
) -> Option<RawRows> {
    let said = said_delimiter(&text);
    let declared = declaration.dialect.delimiter;
    if let (Some((said, line)), Some(declared)) = (said, declared)
        && said != declared
    {
        findings.push(diagnostic!(
            codes::cells::OTHER_DELIMITER_SAID,
            Place::in_text(path, &text, 0..line),
            read = shown(said),
            declared = shown(declared),
            toml = &findings.toml
        ));
        return None;
    }
    let usual = if path.ends_with(".tsv") { '\t' } else { ',' };
    let delimiter = declared.or(said.map(|(said, _)| said)).unwrap_or(usual);
    if let Some(found) = other_delimiter(&text, delimiter) {
        findings.push(diagnostic!(
            codes::data::OTHER_DELIMITER,
            Place::file(path),
            read = shown(delimiter),
            found = shown(found),
            toml = &findings.toml
        ));
        return None;
    }
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    if let Some(misquoted) = first_misquoted(&text, delimiter) {
        findings.push(told(misquoted, path, &text));
        return None;
    }
    if let Some((_, line)) = said {
        // It is no row to the programs that write it.
        text.drain(..(line + 1).min(text.len()));
    }
    let mut room = match is_read_again(declaration) {
        true => Room::of_text(),
        false => Room::default(),
    };
    // A line of nothing but delimiters takes a hundred times its length before any cell is seen.
    let delimiters = memchr::memchr_iter(delimiter, text.as_bytes()).count() as u64;
    if delimiters > room.delimiters() {
        findings.push(room.too_many_cells(Place::file(path)));
        return None;
    }
    let path: Arc<str> = Arc::from(path);
    let form = Form {
        delimiter,
        guarded: declaration.dialect.guarded,
    };
    let mut records = Records::of(&text, form);
    let mut count = 0;
    let mut lost = Lost::of(&text);
    loop {
        let number = match records.next() {
            Ok(Some(number)) => number,
            Ok(None) => break,
            Err(error) => {
                findings.push(diagnostic!(
                    codes::data::UNREADABLE_TABLE,
                    Place::file(&*path),
                    reason = error
                ));
                return None;
            }
        };
        count += 1;
        for (column, cell) in records.record.iter().enumerate() {
            if !declaration.dialect.missing.contains(cell.trim()) {
                lost.look(number, column, cell);
            }
            let kept = match column {
                far if far >= COLUMNS as usize && !is_blank(cell) => Err(Excess::Column),
                _ => room.cells(1).and_then(|()| room.text(cell)),
            };
            if let Err(excess) = kept {
                let place = CellPlace {
                    path,
                    sheet: None,
                    row: number,
                    column: u32::try_from(column).unwrap_or(u32::MAX - 1),
                };
                let place = place.place(None);
                findings.push(match excess {
                    Excess::Cells => room.too_many_cells(place),
                    other => other.problem(place),
                });
                return None;
            }
        }
    }
    lost.tell(&path, findings);
    let rows = Rows::written(text, form, count);
    Some(RawRows {
        path,
        sheet: None,
        rows: match is_read_again(declaration) {
            true => rows,
            false => rows.kept(),
        },
        merged: Vec::new(),
        hidden: Hidden::default(),
        formats: Formats::default(),
        rows_have_a_length: true,
    })
}

/// Whether rows are read where they are wanted, one at a time, and never kept: those of budgets are, of
/// which a country has a million, where nothing of them is left out or replaced. No other table is as
/// long.
fn is_read_again(declaration: &Declaration) -> bool {
    let dialect = &declaration.dialect;
    let changes_cells = !dialect.missing.is_empty()
        || !dialect.zero.is_empty()
        || !dialect.codes_with_names.is_empty()
        || !dialect.fill_merged.is_empty();
    let leaves_out = !dialect.only_columns.is_empty() || !dialect.skip_columns.is_empty();
    let are_replaced = match &declaration.rules.of {
        OfKind::Budget(of) => of.codes_are_labels,
        _ => false,
    };
    let is_whole = !changes_cells && !leaves_out && !are_replaced && dialect.until.is_none();
    declaration.kind() == Kind::Budget && is_whole
}

/// The delimiter that the first line names, `sep=;`, as Excel reads it, and the length of the line.
fn said_delimiter(text: &str) -> Option<(char, usize)> {
    let line = text.lines().next()?;
    let (key, said) = line.trim_matches('"').split_at_checked(4)?;
    let mut said = said.chars();
    match (said.next(), said.next()) {
        (Some(only), None) if only.is_ascii() && key.eq_ignore_ascii_case("sep=") => {
            Some((only, text.find('\n').unwrap_or(text.len())))
        }
        _ => None,
    }
}

fn told(misquoted: Misquoted, path: &str, text: &str) -> Diagnostic {
    match misquoted {
        Misquoted::Open(at) => {
            let place = Place::in_text(path, text, at);
            diagnostic!(codes::cells::OPEN_QUOTE, place)
        }
        Misquoted::Closed(at) => {
            let place = Place::in_text(path, text, at);
            diagnostic!(codes::cells::EARLY_QUOTE, place)
        }
    }
}

/// Letters that were lost when the text was saved in an encoding that does not have them.
struct Lost {
    may_be: bool,
    first: Option<(u32, u32, String)>,
    count: usize,
}

/// What Excel writes for each letter of a Khmer word in such an encoding. One or two of them are what
/// people write.
const LOST: &str = "???";

impl Lost {
    fn of(text: &str) -> Lost {
        Lost {
            may_be: memmem::find(text.as_bytes(), LOST.as_bytes()).is_some(),
            first: None,
            count: 0,
        }
    }

    fn look(&mut self, row: u32, column: usize, cell: &str) {
        if self.may_be && cell.contains(LOST) {
            self.count += 1;
            let column = u32::try_from(column).unwrap_or(u32::MAX - 1);
            let read = || Value::written(cell).text().to_owned();
            self.first.get_or_insert_with(|| (row, column, read()));
        }
    }

    fn tell(self, path: &Arc<str>, findings: &mut Findings) {
        if let Some((row, column, read)) = self.first {
            let cell = CellPlace {
                path: path.clone(),
                sheet: None,
                row,
                column,
            };
            findings.push(diagnostic!(
                codes::cells::LOST_LETTERS,
                cell.place(None),
                read = read,
                count = self.count
            ));
        }
    }
}

/// Another delimiter that the first line is full of while the expected one is not in it.
fn other_delimiter(text: &str, delimiter: char) -> Option<char> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    if first.contains(delimiter) {
        return None;
    }
    [';', '\t', ',', '|']
        .into_iter()
        .find(|other| first.contains(*other))
}

fn shown(delimiter: char) -> String {
    match delimiter {
        '\t' => "\\t".to_owned(),
        other => other.to_string(),
    }
}
