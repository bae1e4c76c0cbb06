//! Lists: what stands before their items, as their author typed it.
//!
//! The parser knows numbers and points, and counts on from the first. Items whose marks are of another
//! kind begin a list of their own, and a number that was typed is the one that is shown.

use super::{Builder, Kind, exact};
use crate::content::block::{Block, Blocks, List, Marks};
use crate::content::typed::is_space;
use crate::content::typed::marks::{self, Mark};
use std::ops::Range;

/// A list that is not yet whole.
pub(super) struct OpenList {
    /// What the parser says.
    start: Option<u64>,
    kind: Option<marks::Kind>,
    items: Vec<Blocks>,
    /// The number of each item, of a list that counts.
    numbers: Vec<u64>,
    /// The mark of each item, where it is shown as it was typed.
    written: Vec<Box<str>>,
}

impl OpenList {
    pub(super) fn new(start: Option<u64>) -> OpenList {
        OpenList {
            start,
            kind: None,
            items: Vec::new(),
            numbers: Vec::new(),
            written: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, item: Blocks) {
        self.items.push(item);
    }

    fn mark(&mut self, mark: &Mark<'_>) {
        self.kind = Some(mark.kind);
        self.numbers.extend(mark.number);
        if !matches!(mark.kind, marks::Kind::Point | marks::Kind::Number) {
            self.written.push(mark.text.into());
        }
    }

    pub(super) fn finished(self) -> Block {
        // As many as there are items, unless the parser saw another list than we do.
        let written = match self.written.len() == self.items.len() {
            true => exact(self.written),
            false => Box::default(),
        };
        let marks = Marks {
            leaps: leaps(&self.numbers),
            written,
            are_khmer: self.kind == Some(marks::Kind::Khmer),
        };
        Block::List(Box::new(List {
            start: self
                .start
                .map(|start| self.numbers.first().copied().unwrap_or(start)),
            marks,
            items: exact(self.items),
        }))
    }
}

/// Numbers that do not follow the one before; none where all are the same, as those are left to be
/// counted.
fn leaps(numbers: &[u64]) -> Box<[(usize, u64)]> {
    let Some(first) = numbers.first() else {
        return Box::default();
    };
    if numbers.iter().all(|number| number == first) {
        return Box::default();
    }
    let pairs = numbers.windows(2).enumerate();
    pairs
        .filter(|(_, pair)| pair[0] + 1 != pair[1])
        .map(|(index, pair)| (index + 1, pair[1]))
        .collect()
}

impl Builder<'_, '_> {
    /// Before an item: if its mark is of another kind than those before, a new list begins.
    pub(super) fn next_item(&mut self, range: &Range<usize>) {
        let line = self.text.get(range.clone()).unwrap_or_default();
        let line = line.trim_start_matches(|c| is_space(c) || matches!(c, '>' | '\n' | '\r'));
        let Some(mark) = Mark::glued(line) else {
            return;
        };
        let Kind::List(list) = &mut self.top().kind else {
            return;
        };
        let is_other = list.kind.is_some_and(|kind| kind != mark.kind);
        if is_other && !list.items.is_empty() {
            let start = list.start.map(|_| 1);
            let whole = std::mem::replace(list, OpenList::new(start));
            let block = whole.finished();
            let frame = self.stack.pop().expect("a list is open");
            self.blocks.push(block);
            self.open(frame.kind);
        }
        if let Kind::List(list) = &mut self.top().kind {
            list.mark(&mark);
        }
    }
}
