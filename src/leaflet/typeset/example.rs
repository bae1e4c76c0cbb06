//! Whether a leaflet shows figures that are an example, which every sheet of it says.

use crate::leaflet::document::{LeafletBlock, LeafletInline};

/// The first of the words that say so.
pub(super) fn first_notice(blocks: &[LeafletBlock]) -> Option<&str> {
    blocks.iter().find_map(of_block)
}

fn of_block(block: &LeafletBlock) -> Option<&str> {
    use LeafletBlock as Block;
    match block {
        Block::Amount { synthetic, .. } => said(synthetic),
        Block::Measure(measure) => said(&measure.synthetic),
        Block::Cards(cards) => said(&cards.synthetic),
        Block::BudgetTable(table) => said(&table.synthetic),
        Block::BudgetChart(chart) => said(&chart.table.synthetic),
        Block::Heading { content, .. } | Block::Paragraph { content } => of_line(content),
        Block::List { items, .. } | Block::Steps { items } => {
            items.iter().find_map(|item| first_notice(item))
        }
        Block::Quote { blocks } | Block::Group { blocks } | Block::Note { blocks, .. } => {
            first_notice(blocks)
        }
        Block::Table { head, rows, .. } => {
            let mut cells = std::iter::once(head).chain(rows).flatten();
            cells.find_map(|cell| of_line(cell))
        }
        Block::Definitions { entries } => {
            let mut entries = entries.iter();
            entries.find_map(|(term, meaning)| of_line(term).or_else(|| first_notice(meaning)))
        }
        Block::Notes { notes } => notes.iter().find_map(|note| first_notice(&note.blocks)),
        // That a contact is an example says nothing of figures.
        Block::Contact(_)
        | Block::Code { .. }
        | Block::Rule
        | Block::NewPage
        | Block::Picture(_)
        | Block::Sources { .. } => None,
    }
}

fn of_line(content: &[LeafletInline]) -> Option<&str> {
    content.iter().find_map(|inline| match inline {
        LeafletInline::Amount { synthetic, .. } => said(synthetic),
        other => of_line(other.content()?),
    })
}

fn said(words: &str) -> Option<&str> {
    (!words.is_empty()).then_some(words)
}
