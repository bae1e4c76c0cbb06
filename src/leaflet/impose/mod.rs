//! Finished pages → the sheets that go into the printer. One file a fold, and their list.
//!
//! In: pages in reading order. Out: a page for each side of the paper, without what structures a
//! document, for nothing of it has a meaning where pages stand out of order.

mod booklet;
mod marks;
mod panels;
mod place;
mod several_up;
mod tiles;

use super::format::{Fold, Rules};
use place::without_structure;
use typst::foundations::{Content, Smart};
use typst::layout::Frame;
use typst::model::Document;
use typst_layout::{Page, PagedDocument};

/// From which side the pages of a folded sheet follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// With its back at the left, as Khmer is read.
    FromTheLeft,
    /// As Arabic is read: all lies mirrored on the paper, and is printed and folded in the same way.
    FromTheRight,
}

/// The sides of the sheets, one page each.
pub(super) fn lay_out(document: &PagedDocument, rules: &Rules, opens: Opens) -> PagedDocument {
    let pages = document.pages().iter();
    let pages: Vec<Frame> = pages.map(|page| without_structure(&page.frame)).collect();
    let sheet = rules.sheet;
    let sides = match &rules.fold {
        Fold::Panels(sides) => panels::sides(&pages, sheet, sides, opens),
        Fold::Booklet => booklet::sides(&pages, sheet, opens),
        Fold::SeveralUp { across, down } => several_up::sides(&pages, sheet, *across, *down),
        Fold::Tiles(tiles) => tiles::sides(&pages, rules.page, sheet, tiles),
    };
    let sides = sides.into_iter().zip(1..).map(|(frame, number)| Page {
        frame,
        bleed: Default::default(),
        fill: Smart::Auto,
        numbering: None,
        supplement: Content::empty(),
        number,
    });
    PagedDocument::new(sides.collect(), document.info().clone())
}
