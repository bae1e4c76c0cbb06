//! The normalised CSV. It begins with a byte-order mark: without one Excel takes Khmer for Latin-1.

use super::{Field, fields};
use crate::data::Dataset;

/// The dataset as CSV (RFC 4180 with `\n`), safe to open in a spreadsheet: a text that would start a
/// formula gets an apostrophe before it, a negative number stays a number.
pub fn csv(dataset: &Dataset) -> Vec<u8> {
    let (header, rows) = fields(dataset);
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (index, cell) in cells.enumerate() {
            if index > 0 {
                out.push(b',');
            }
            out.extend(quoted(&cell).into_bytes());
        }
        out.push(b'\n');
    };
    line(&mut header.iter().map(|name| harmless(name)));
    for row in rows {
        line(&mut row.iter().map(|field| match field {
            Field::Empty => String::new(),
            Field::Text(text) => harmless(text),
            Field::Number(number) => number.to_string(),
        }));
    }
    out
}

/// The text, with an apostrophe before it if a spreadsheet would take it for a formula.
pub(super) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
