//! Tables: nothing that stands in a row may be missing from the page.

use super::Builder;
use crate::content::block::{Alignment, Inline, Inlines};
use crate::content::typed::is_space;
use crate::diagnostic::{codes, diagnostic};
use crate::khmer::{Edge, SetTexts};
use std::ops::Range;

/// A row whose cells are being read.
pub(super) struct OpenRow {
    range: Range<usize>,
    /// Where the last cell that its author wrote ends.
    end: usize,
    written: usize,
    cells: usize,
}

impl OpenRow {
    pub(super) fn new(range: Range<usize>) -> OpenRow {
        OpenRow {
            end: range.start,
            range,
            written: 0,
            cells: 0,
        }
    }

    pub(super) fn cell(&mut self, range: Range<usize>) {
        self.cells += 1;
        // The parser fills a row up with cells behind its end.
        if range.start < self.range.end {
            self.written += 1;
            self.end = range.end;
        }
    }
}

impl Builder<'_, '_> {
    /// Reports what the parser left out of a row, and what it filled in.
    pub(super) fn judge_row(&mut self, row: &OpenRow) {
        let line = self.text.get(row.range.clone()).unwrap_or_default();
        let rest = self.text.get(row.end..row.range.end).unwrap_or_default();
        let lost = rest
            .trim_end()
            .trim_matches(|c| is_space(c) || matches!(c, '|' | '｜'));
        if !lost.is_empty() {
            let start = row.end + rest.find(lost).unwrap_or(0);
            let place = self.places.of(start..start + lost.len());
            self.report.push(diagnostic!(
                codes::content::CELL_LOST,
                place,
                columns = row.cells,
                lost = lost
            ));
        }
        if is_ruler(line) {
            let end = row.range.start + line.trim_end().len();
            let place = self.places.of(row.range.start..end);
            self.report
                .push(diagnostic!(codes::content::RULER_IN_TABLE, place));
        }
        if row.written < row.cells {
            let bare = line.trim_end();
            let place = self
                .places
                .of(row.range.start..row.range.start + bare.len());
            self.report.push(match bare.contains(['|', '｜']) {
                true => diagnostic!(
                    codes::content::CELLS_MISSING,
                    place,
                    written = row.written,
                    columns = row.cells
                ),
                false => diagnostic!(codes::content::LINE_IN_TABLE, place),
            });
        }
    }
}

/// Whether a row is a line of dashes, as stands below a head. One dash in a cell says that there is nothing.
fn is_ruler(line: &str) -> bool {
    let mut cells = line.trim().trim_matches('|').split('|');
    line.trim_start().starts_with(['|', '-', ':'])
        && cells.all(|cell| {
            let cell = cell.trim();
            let dashes = cell.trim_matches(':');
            cell.len() > 1 && !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
        })
}

/// A cell without spaces of any kind at its ends.
pub(super) fn trimmed(mut cell: Inlines, texts: &SetTexts) -> Inlines {
    const SPACES: [char; 3] = ['\u{200B}', '\u{A0}', ' '];
    for edge in [Edge::Start, Edge::End] {
        let outer = match edge {
            Edge::Start => cell.first_mut(),
            Edge::End => cell.last_mut(),
        };
        let Some(Inline::Text(text)) = outer else {
            continue;
        };
        let words = texts.get(*text).as_str();
        let has_spaces = words.starts_with(SPACES) || words.ends_with(SPACES);
        if has_spaces && !words.trim_matches(SPACES).is_empty() {
            *text = texts.trimmed(*text, &SPACES, edge);
        }
    }
    cell
}

/// How the cells of a column stand.
pub(super) fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Centre,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
