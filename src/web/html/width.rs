//! A table → whether it may be wider than a phone: what of its cells no line can end in is measured as if it were
//! set.
//!
//! Nobody knows the reader's font, so this is an estimate: too wide a guess costs a box that scrolls where none
//! had to, too narrow a one a page that scrolls sideways.

use crate::content::block::{Document, Inline, Table};
use std::mem;

/// From this many columns on a table may be wider than a phone, whatever stands in it.
const WIDE_TABLE: usize = 4;
/// What a page has beside its margins on the smallest phone, in tenths of a CSS pixel.
const PHONE: usize = 2880;
/// What stands left and right of a cell's words.
const PADDING: usize = 108;
/// A letter of Khmer, one of other scripts, and one of code.
const KHMER: usize = 120;
const OTHER: usize = 95;
const CODE: usize = 88;
/// Puts the next letter below.
const COENG: char = '\u{17D2}';
/// A figure or a file that a component sets.
const COMPONENT: usize = 900;

/// Whether it wants a box that scrolls.
pub(super) fn is_wide(table: &Table, document: &Document) -> bool {
    if table.head.len() >= WIDE_TABLE {
        return true;
    }
    let column = |at: usize| {
        let rows = std::iter::once(&table.head).chain(&table.rows);
        let cells = rows.filter_map(|row| row.get(at));
        let longest = cells.map(|cell| widest(cell, document, at == 0)).max();
        longest.unwrap_or(0) + PADDING
    };
    (0..table.head.len()).map(column).sum::<usize>() > PHONE
}

/// The widest piece of words that no line ends in.
fn widest(cell: &[Inline], document: &Document, is_first: bool) -> usize {
    let each = cell.iter().map(|inline| match inline {
        Inline::Text(piece) => of_text(&document.text(*piece).with_zero_width_spaces()),
        Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Strikethrough(content)
        | Inline::Link(_, content) => widest(content, document, is_first),
        // Behind the first column the style sheet lets code end anywhere.
        Inline::Code(code) if is_first => {
            let words = code.split(' ').map(|word| word.chars().count() * CODE);
            words.max().unwrap_or(0)
        }
        Inline::Component(_) => COMPONENT,
        Inline::Code(_)
        | Inline::Image(_)
        | Inline::SoftBreak
        | Inline::HardBreak
        | Inline::Task(_)
        | Inline::FootnoteReference(_)
        | Inline::Html(_) => 0,
    });
    each.max().unwrap_or(0)
}

fn of_text(text: &str) -> usize {
    let pieces = text.split([' ', '\n', '\u{200b}']);
    let widths = pieces.map(|piece| {
        let mut before = ' ';
        let letters =
            piece
                .chars()
                .map(|letter| match (letter, mem::replace(&mut before, letter)) {
                    // What stands below the letter before, or above it.
                    (_, COENG)
                    | ('\u{17B7}'..='\u{17BD}' | '\u{17C6}' | '\u{17C9}'..='\u{17D3}', _) => 0,
                    ('\u{1780}'..='\u{17FF}', _) => KHMER,
                    _ => OTHER,
                });
        letters.sum()
    });
    widths.max().unwrap_or(0)
}
