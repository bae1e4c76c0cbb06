//! The normalised CSV. It begins with a byte-order mark: without one Excel takes Khmer for Latin-1.

use super::columns;
use crate::data::model::{Cell, Dataset, guarded, parts_cells};
use std::borrow::Cow;
use std::io::{self, Write};

/// The dataset as CSV (RFC 4180 with `\n`), safe to open in a spreadsheet: a text that would begin a
/// formula gets an apostrophe before it ([`guarded`]), a negative number stays a number.
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
    line(&mut columns.iter().map(|column| guarded(&column.name)))?;
    for row in 0..dataset.rows() {
        line(&mut columns.iter().map(|column| match column.cell(row) {
            Cell::Empty | Cell::Localised(_) => Cow::Borrowed(""),
            Cell::Text(Cow::Borrowed(text)) => guarded(text),
            Cell::Text(Cow::Owned(text)) => Cow::Owned(guarded(&text).into_owned()),
            Cell::Number(number) => Cow::Owned(number.to_string()),
        }))?;
    }
    Ok(())
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
