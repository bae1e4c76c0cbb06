//! The sources of a leaflet's figures → a number with cells below each figure, and one list at the end, so that
//! paper says each source once.

use super::super::document::{Citation, LeafletBlock, Source};
use super::links::typed_address;
use super::{Composer, LONGEST_ADDRESS};
use crate::figures::{Cells, SourceView, Wording};
use std::collections::HashMap;

/// Sources in the order in which they were met.
#[derive(Default)]
pub(super) struct Cited {
    /// Each without its cells, and beside it those of figures in sentences.
    sources: Vec<(SourceView, Cells)>,
    numbers: HashMap<SourceView, usize>,
}

impl Cited {
    /// Where a source stands among them; what reads the same is one.
    fn place_of(&mut self, source: &SourceView) -> usize {
        let alone = SourceView {
            id: String::new(),
            dataset: String::new(),
            cells: Cells::default(),
            ..source.clone()
        };
        *self.numbers.entry(alone).or_insert_with_key(|alone| {
            self.sources.push((alone.clone(), Cells::default()));
            self.sources.len() - 1
        })
    }
}

impl Composer<'_> {
    /// What stands below figures of these sources.
    pub(super) fn citations(&self, sources: &[SourceView]) -> Vec<Citation> {
        let mut cited = self.cited.borrow_mut();
        let citations = sources.iter().map(|source| Citation {
            mark: self.mark(cited.place_of(source)),
            cells: self.cells(&source.cells),
        });
        citations.collect()
    }

    /// What stands behind a figure in a sentence.
    pub(super) fn mark_of(&self, source: &SourceView) -> String {
        let mut cited = self.cited.borrow_mut();
        let at = cited.place_of(source);
        cited.sources[at].1.extend(&source.cells);
        self.mark(at)
    }

    fn mark(&self, at: usize) -> String {
        format!("[{}]", self.number(at + 1))
    }

    /// All of them, below the text.
    pub(super) fn list_of_sources(&self) -> Option<LeafletBlock> {
        let cited = self.cited.borrow();
        let sources = cited.sources.iter().enumerate();
        let sources = sources.map(|(at, (source, cells))| {
            let url = source.url.as_deref().unwrap_or_default();
            let typed = typed_address(url, &source.title);
            let is_printable = url.len() <= LONGEST_ADDRESS;
            Source {
                mark: self.mark(at),
                title: self.set(&source.title),
                url: if is_printable { url } else { "" }.to_owned(),
                typed: typed.unwrap_or_default(),
                publisher: self.set(&source.publisher),
                page: source.page.clone().unwrap_or_default(),
                retrieved: self.set(source.retrieved.as_deref().unwrap_or_default()),
                licence: source.licence.clone().unwrap_or_default(),
                cells: self.cells(cells),
            }
        });
        let sources: Vec<Source> = sources.collect();
        (!sources.is_empty()).then(|| LeafletBlock::Sources {
            title: self.set(self.word("page_sources")),
            sources,
        })
    }

    fn cells(&self, cells: &Cells) -> String {
        cells.on_paper(Wording::of(&self.site.theme, &self.text.page.language))
    }
}
