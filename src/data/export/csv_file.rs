//! The normalised CSV. It begins with a byte-order mark: without one Excel takes Khmer for Latin-1.

use super::columns;
use crate::data::model::{Cell, Dataset};
use std::borrow::Cow;
use std::io::{self, Write};

/// The dataset as CSV (RFC 4180 with `\n`), safe to open in a spreadsheet: a text that would begin a
/// formula gets an apostrophe before it ([`harmless`]), a negative number stays a number.
pub fn csv(dataset: &Dataset, out: &mut dyn Write) -> io::Result<()> {
    let columns = columns(dataset);
    out.write_all("\u{feff}".as_bytes())?;
    let mut line = |cells: &mut dyn Iterator<Item = Cow<'_, str>>| {
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                out.write_all(b",")?;
            }
            out.write_all(quoted(&cell).as_bytes())?;
        }
        out.write_all(b"\n")
    };
    line(&mut columns.iter().map(|column| harmless(&column.name)))?;
    for row in 0..dataset.rows() {
        line(&mut columns.iter().map(|column| match column.cell(row) {
            Cell::Empty | Cell::Localised(_) => Cow::Borrowed(""),
            Cell::Text(Cow::Borrowed(text)) => harmless(text),
            Cell::Text(Cow::Owned(text)) => Cow::Owned(harmless(&text).into_owned()),
            Cell::Number(number) => Cow::Owned(number.to_string()),
        }))?;
    }
    Ok(())
}

/// The text, with an apostrophe before every piece of it that a spreadsheet could take for a formula:
/// at its beginning, and behind each sign by which some spreadsheets part cells, since one that parts
/// them at `;` does not see that the text is quoted (OWASP, CSV Injection).
///
/// An apostrophe was added wherever one stands at the beginning of such a piece and a sign of a formula
/// follows, with nothing but blanks, quotes and apostrophes between; so whoever takes one away there has
/// the text as it was. [`json`](super::json) holds it as it was.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(begins_formula) && !text.starts_with(parts_cells) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 1);
    if text.starts_with(parts_cells) {
        out.push('\'');
    }
    for piece in text.split_inclusive(parts_cells) {
        let beginning = piece.trim_start_matches(|c: char| c != '\t' && is_passed_over(c));
        if beginning.starts_with(begins_formula) {
            out.push('\'');
        }
        out.push_str(piece);
    }
    match out.len() == text.len() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(out),
    }
}

/// The signs of formulas, wide and small ones as East Asian keyboards have them too.
fn begins_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫'
    )
}

/// Signs besides the comma by which a spreadsheet may part cells and rows. A comma of a text stands
/// between quotation marks for all that part cells by it.
fn parts_cells(c: char) -> bool {
    matches!(c, ';' | '|' | '\t' | '\r' | '\n')
}

/// What a spreadsheet may take away before it looks for a formula.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '"' | '\'' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
}

fn quoted(cell: &str) -> Cow<'_, str> {
    let special = |c: char| matches!(c, ',' | '"') || parts_cells(c);
    if cell.contains(special) || cell.starts_with(' ') || cell.ends_with(' ') {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_piece_of_a_text_begins_a_formula_however_cells_are_parted() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("a=1", "a=1"),
            ("a - b", "a - b"),
            ("a, -b", "a, -b"),
            ("a;b", "a;b"),
            ("a;=1+1", "a;'=1+1"),
            ("a; =1+1", "a;' =1+1"),
            ("a;\"=1+1\"", "a;'\"=1+1\""),
            ("a;\u{a0}\u{200b}=1", "a;'\u{a0}\u{200b}=1"),
            ("a\t=1;@b|+c", "a\t'=1;'@b|'+c"),
            ("a\n-b\r\n=c", "a\n'-b\r\n'=c"),
            ("\tb", "'\tb"),
            ("\t=b", "'\t'=b"),
            ("  =1", "'  =1"),
            ("\"=1", "'\"=1"),
            ("＝១;－២;﹢៣", "'＝១;'－២;'﹢៣"),
            ("'=1", "''=1"),
            ("'a", "'a"),
            (";=1", "';'=1"),
        ] {
            assert_eq!(harmless(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_parts_cells_elsewhere_stands_between_quotation_marks() {
        for (cell, expected) in [
            ("a", "a"),
            ("a b", "a b"),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("a\tb", "\"a\tb\""),
            ("a\"b", "\"a\"\"b\""),
            (" a", "\" a\""),
        ] {
            assert_eq!(quoted(cell), expected);
        }
    }
}
