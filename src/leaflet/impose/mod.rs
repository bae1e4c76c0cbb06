//! How large pages are → where they lie on the sheets that go into the printer. One file a fold, and their
//! list.
//!
//! In: pages in reading order. Out: each side of the paper, with [`Placed`] pages and with marks.

mod booklet;
mod marks;
mod panels;
mod place;
mod several_up;
mod tiles;

use super::format::{Fold, Rules};
use typst::foundations::Label;
use typst::layout::{Frame, FrameItem, GroupItem, Point};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// From which side the pages of a folded sheet follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// With its back at the left, as Khmer is read.
    FromTheLeft,
    /// As Arabic is read: all lies mirrored on the paper, and is printed and folded in the same way.
    FromTheRight,
}

/// The sides of the sheets.
pub(super) fn lay_out(document: &PagedDocument, rules: &Rules, opens: Opens) -> Vec<Frame> {
    let pages = document.pages().iter().zip(1..);
    let pages: Vec<Frame> = pages
        .map(|(page, number)| Placed(number).stand_in(&page.frame))
        .collect();
    let sheet = rules.sheet;
    match &rules.fold {
        Fold::Panels(sides) => panels::sides(&pages, sheet, sides, opens),
        Fold::Booklet => booklet::sides(&pages, sheet, opens),
        Fold::SeveralUp { across, down } => several_up::sides(&pages, sheet, *across, *down),
        Fold::Tiles(tiles) => tiles::sides(&pages, rules.page, sheet, tiles),
    }
}

/// A page on a side of the paper, by its number in reading order, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed(pub(super) usize);

impl Placed {
    /// An empty page that stands for one.
    fn stand_in(self, page: &Frame) -> Frame {
        let mut group = GroupItem::new(Frame::hard(page.size()));
        group.label = Label::new(PicoStr::intern(&self.0.to_string()));
        let mut frame = Frame::hard(page.size());
        frame.push(Point::zero(), FrameItem::Group(group));
        frame
    }

    /// The page that this stands for, if it stands for any.
    pub(super) fn of(group: &GroupItem) -> Option<Placed> {
        let number = group.label?.resolve();
        number.as_str().parse().ok().map(Placed)
    }
}
