//! A leaflet, ready to be set → whether it is so long that setting it would only take time.
//!
//! The press sets a text several times before it says by how many lines it is too long. A text of
//! which not even the narrowest letters fit, set as small as they may be, is refused unset.

use crate::leaflet::document::{BudgetTable, LeafletBlock, LeafletInline};
use crate::leaflet::format::Rules;
use typst::layout::Abs;

/// The width of a Khmer letter with nothing beside it, in hundredths of its size.
const KHMER: usize = 60;
/// The same of other letters, of which the narrow ones are few.
const OTHER: usize = 30;
/// Only what is so many times too long is not set: of the rest, authors are told how much to cut.
const FAR: f64 = 2.0;

/// How many times as long as its pages a leaflet is, if it is far too long.
pub(super) fn times_too_long(blocks: &[LeafletBlock], rules: &Rules) -> Option<usize> {
    let mut length = Length::default();
    length.blocks(blocks);
    let sizes = |millimetres: f64| Abs::mm(millimetres).to_pt() / rules.smallest_text.max(4.0);
    let lines = sizes(rules.page.height) * rules.pages as f64;
    let of_letters = length.letters as f64 / 100.0 / (sizes(rules.page.width) * lines);
    let times = of_letters.max(length.lines as f64 / lines);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a positive number, and no larger than that of the letters"
    )]
    (times >= FAR).then_some(times as usize)
}

/// A lower bound of how long a text is.
#[derive(Default)]
struct Length {
    /// In hundredths of their size.
    letters: usize,
    lines: usize,
}

impl Length {
    fn blocks(&mut self, blocks: &[LeafletBlock]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &LeafletBlock) {
        use LeafletBlock as Block;
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content } => self.line(content),
            Block::List { items, .. } | Block::Steps { items } => {
                for item in items {
                    let before = self.lines;
                    self.blocks(item);
                    self.lines = self.lines.max(before + 1);
                }
            }
            Block::Quote { blocks } | Block::Group { blocks } | Block::Note { blocks, .. } => {
                self.blocks(blocks);
            }
            Block::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    self.lines += 1;
                    for cell in row {
                        self.letters += OTHER;
                        self.inlines(cell);
                    }
                }
            }
            Block::Code { text } => {
                self.lines += text.lines().count();
                self.text(text);
            }
            // So much is left white before it, whatever follows.
            Block::NewPage => {}
            Block::Rule | Block::Contact(_) | Block::Amount { .. } | Block::Picture(_) => {
                self.lines += 1;
            }
            Block::Measure(measure) => {
                self.lines += 2 + measure.parts.len();
                let parts = measure.parts.iter().flat_map(|(label, text)| [label, text]);
                parts.for_each(|text| self.text(text));
            }
            Block::Cards(cards) => {
                for card in &cards.cards {
                    self.lines += 1 + card.lines.len();
                    self.text(&card.title);
                    self.text(&card.text);
                    let lines = card.lines.iter().flat_map(|(label, text)| [label, text]);
                    lines.for_each(|text| self.text(text));
                }
            }
            Block::Sources { sources, .. } => {
                for source in sources {
                    self.lines += 1;
                    self.text(&source.title);
                    self.text(&source.publisher);
                }
            }
            Block::Notes { notes } => notes.iter().for_each(|note| self.blocks(&note.blocks)),
            Block::Definitions { entries } => {
                for (term, meaning) in entries {
                    self.line(term);
                    self.blocks(meaning);
                }
            }
            Block::BudgetTable(table) => self.table(table),
            Block::BudgetChart(chart) => {
                self.lines += chart.rows.len();
                for row in &chart.rows {
                    self.text(&row.label);
                }
            }
        }
    }

    fn table(&mut self, table: &BudgetTable) {
        for row in &table.rows {
            self.lines += 1;
            self.text(&row.label);
            for cell in &row.cells {
                self.letters += OTHER;
                self.text(cell);
            }
        }
    }

    fn line(&mut self, content: &[LeafletInline]) {
        if content.iter().any(LeafletInline::is_visible) {
            self.lines += 1;
        }
        self.inlines(content);
    }

    fn inlines(&mut self, inlines: &[LeafletInline]) {
        for inline in inlines {
            match inline {
                LeafletInline::Break => self.lines += 1,
                LeafletInline::Picture(_) | LeafletInline::Task { .. } => self.letters += OTHER,
                other => {
                    self.text(other.text());
                    self.inlines(other.content().map_or(&[], Vec::as_slice));
                }
            }
        }
    }

    /// Letters that stand on the line: not what is written above, below or between others.
    fn text(&mut self, text: &str) {
        let widths = text.chars().map(|character| match character {
            '\u{17B4}'..='\u{17D3}' | '\u{200B}'..='\u{200D}' | '\n' => 0,
            '\u{1780}'..='\u{17FF}' => KHMER,
            _ => OTHER,
        });
        self.letters += widths.sum::<usize>();
    }
}
