//! Rows of a table and lists of places → blocks of a leaflet.

use super::super::document::{LeafletBlock, LeafletInline};
use super::Composer;
use crate::site::component;

impl Composer<'_> {
    /// Words as a line of text.
    fn words_of(&self, words: &str) -> Vec<LeafletInline> {
        vec![LeafletInline::Text {
            text: self.set(words),
        }]
    }

    pub(super) fn rows(&self, shown: &component::Rows) -> LeafletBlock {
        let numbers = || shown.head.iter().map(|head| head.is_of_numbers);
        let heads = shown.head.iter().map(|head| self.words_of(&head.label));
        let cells = |row: &Vec<String>| row.iter().map(|cell| self.words_of(cell)).collect();
        let paragraph = |content: Vec<LeafletInline>| LeafletBlock::Paragraph { content };
        let small = |words: String| {
            let content = self.words_of(&words);
            paragraph(vec![LeafletInline::Small { content }])
        };
        let mut blocks = Vec::new();
        if !shown.title.is_empty() {
            let content = self.words_of(&shown.title);
            blocks.push(paragraph(vec![LeafletInline::Strong { content }]));
        }
        blocks.push(LeafletBlock::Table {
            right: numbers().collect(),
            centre: numbers().map(|_| false).collect(),
            head: heads.collect(),
            rows: shown.rows.iter().map(cells).collect(),
            columns: Vec::new(),
        });
        if shown.synthetic {
            blocks.push(small(self.word("synthetic").to_owned()));
        }
        let sources = self.citations(&shown.sources);
        if !sources.is_empty() {
            let each = sources
                .iter()
                .map(|own| format!("{} {}", own.mark, own.cells));
            let each: Vec<String> = each.collect();
            blocks.push(small(format!(
                "{} {}",
                self.word("source"),
                each.join("; ")
            )));
        }
        LeafletBlock::Group { blocks }
    }

    /// Whoever holds paper reads the names.
    pub(super) fn finder(&self, finder: &component::Finder) -> LeafletBlock {
        let items = finder.groups.iter().map(|group| {
            let names: Vec<&str> = group.below.iter().map(|found| &*found.name).collect();
            let words = match names.is_empty() {
                true => group.place.name.clone(),
                false => format!("{}: {}", group.place.name, names.join(", ")),
            };
            let content = self.words_of(&words);
            vec![LeafletBlock::Paragraph { content }]
        });
        LeafletBlock::List {
            start: None,
            marks: Vec::new(),
            items: items.collect(),
        }
    }
}
