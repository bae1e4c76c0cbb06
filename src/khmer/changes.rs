//! In: the pieces of a text that normalising spelt anew. Out: where what stands in the normal text
//! stands in the text as it was typed, and the other way round.
//!
//! A place within a cluster that was spelt anew is that whole cluster: its marks have no places of their
//! own any more. Looking one up takes as long as the logarithm of their number.

use std::ops::Range;

/// What normalising changed of one text, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(Vec<Change>);

/// A cluster in both texts, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    typed: Range<usize>,
    normal: Range<usize>,
}

impl Changes {
    /// Notes that the bytes `typed` became as many as `length`.
    pub(crate) fn push(&mut self, typed: Range<usize>, length: usize) {
        let (typed_end, normal_end) = match self.0.last() {
            Some(last) => (last.typed.end, last.normal.end),
            None => (0, 0),
        };
        let start = normal_end + (typed.start - typed_end);
        let normal = start..start + length;
        self.0.push(Change { typed, normal });
    }

    /// Where the bytes `normal` of the normal text stand in the text as it was typed.
    pub fn typed(&self, normal: Range<usize>) -> Range<usize> {
        self.map(normal, |one| &one.normal, |one| &one.typed)
    }

    /// Where the bytes `typed` of the text as it was typed stand in the normal one.
    pub fn normal(&self, typed: Range<usize>) -> Range<usize> {
        self.map(typed, |one| &one.typed, |one| &one.normal)
    }

    fn map(
        &self,
        range: Range<usize>,
        from: fn(&Change) -> &Range<usize>,
        to: fn(&Change) -> &Range<usize>,
    ) -> Range<usize> {
        let (start, _) = self.shifted(range.start, from, to);
        let (end_start, end) = self.shifted(range.end, from, to);
        match range.is_empty() {
            true => start..start,
            // An end at the beginning of a cluster takes nothing of it.
            false if self.begins(range.end, from) => start..end_start,
            false => start..end,
        }
    }

    /// The change that `at` lies in or behind.
    fn last_before(&self, at: usize, from: fn(&Change) -> &Range<usize>) -> Option<&Change> {
        let count = self.0.partition_point(|one| from(one).start <= at);
        self.0[..count].last()
    }

    fn begins(&self, at: usize, from: fn(&Change) -> &Range<usize>) -> bool {
        let last = self.last_before(at, from);
        last.is_some_and(|last| from(last).start == at)
    }

    /// Where `at` stands in the other text; within a cluster, where that begins and ends.
    fn shifted(
        &self,
        at: usize,
        from: fn(&Change) -> &Range<usize>,
        to: fn(&Change) -> &Range<usize>,
    ) -> (usize, usize) {
        match self.last_before(at, from) {
            None => (at, at),
            Some(last) if at < from(last).end => (to(last).start, to(last).end),
            Some(last) => {
                let behind = to(last).end + (at - from(last).end);
                (behind, behind)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::normalise::{CoengDa, normalise_noting};
    use super::super::soup::soup;
    use super::super::{clusters, normalise};
    use super::*;

    #[test]
    fn each_cluster_is_found_in_the_other_text() {
        let mut changed = 0;
        for text in soup(12).take(20_000) {
            let mut changes = Changes::default();
            let normal = normalise_noting(&text, CoengDa::AsTa, &mut changes);
            assert_eq!(normal, normalise(&text));
            changed += usize::from(changes != Changes::default());
            let (mut typed_at, mut normal_at) = (0, 0);
            for (typed, spelt) in clusters(&text).zip(clusters(&normal)) {
                let in_typed = typed_at..typed_at + typed.len();
                let in_normal = normal_at..normal_at + spelt.len();
                assert_eq!(changes.typed(in_normal.clone()), in_typed, "{text:?}");
                assert_eq!(changes.normal(in_typed.clone()), in_normal, "{text:?}");
                assert_eq!(changes.typed(normal_at..normal_at), typed_at..typed_at);
                (typed_at, normal_at) = (in_typed.end, in_normal.end);
            }
        }
        assert!(changed > 3_000, "{changed}");
    }

    #[test]
    fn a_place_within_a_cluster_is_the_cluster() {
        let mut changes = Changes::default();
        let typed = "ក លេាក ខ";
        assert_eq!(
            normalise_noting(typed, CoengDa::AsTa, &mut changes),
            "ក លោក ខ"
        );
        assert_eq!(changes.typed(4..7), 4..13);
        assert_eq!(changes.typed(7..10), 4..13);
        assert_eq!(changes.typed(10..13), 13..16);
        assert_eq!(changes.normal(7..10), 4..10);
        assert_eq!(changes.typed(0..17), 0..20);
    }
}
