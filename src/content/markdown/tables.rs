//! Cells of tables.

use crate::content::block::{Inline, Inlines};
use crate::khmer::{Edge, SetTexts};

/// A cell without spaces of any kind at its ends.
pub(super) fn trimmed(mut cell: Inlines, texts: &SetTexts) -> Inlines {
    const SPACES: [char; 3] = ['\u{200B}', '\u{A0}', ' '];
    for edge in [Edge::Start, Edge::End] {
        let outer = match edge {
            Edge::Start => cell.first_mut(),
            Edge::End => cell.last_mut(),
        };
        if let Some(Inline::Text(text)) = outer
            && !texts.get(*text).as_str().trim_matches(SPACES).is_empty()
        {
            *text = texts.trimmed(*text, &SPACES, edge);
        }
    }
    cell
}
