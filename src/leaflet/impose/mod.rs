//! Finished pages → the sheets that go into the printer: pages in their places, with fold marks.

mod marks;

use super::format::{Sheet, Side};
use marks::{MARK, MARK_FROM, push_mark};
use typst::foundations::{Content, Smart};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size};
use typst::model::Document;
use typst_layout::{Page, PagedDocument};

/// The sides of the sheet, one page each.
pub(super) fn lay_out(document: &PagedDocument, sheet: &Sheet) -> PagedDocument {
    let pages = document.pages();
    let sides = sheet
        .side
        .iter()
        .filter(|side| side.panels.iter().any(|panel| panel.page <= pages.len()));
    let sides = sides.zip(1..).map(|(side, number)| Page {
        frame: lay_out_side(pages, sheet, side),
        bleed: Default::default(),
        fill: Smart::Auto,
        numbering: None,
        supplement: Content::empty(),
        number,
    });
    PagedDocument::new(sides.collect(), document.info().clone())
}

fn lay_out_side(pages: &[Page], sheet: &Sheet, side: &Side) -> Frame {
    let (width, height) = (Abs::mm(sheet.width), Abs::mm(sheet.height));
    let mut frame = Frame::hard(Size::new(width, height));
    for panel in &side.panels {
        let Some(page) = panel.page.checked_sub(1).and_then(|index| pages.get(index)) else {
            continue;
        };
        let aside = (Abs::mm(panel.width) - page.frame.width()) / 2.0;
        let position = Point::new(Abs::mm(panel.x) + aside, Abs::mm(panel.y));
        let group = GroupItem::new(without_structure(&page.frame));
        frame.push(position, FrameItem::Group(group));
    }
    let (from, mark) = (Abs::mm(MARK_FROM), Abs::mm(MARK));
    for fold in &side.upright_folds {
        let (x, along) = (Abs::mm(*fold), Point::with_y(mark));
        push_mark(&mut frame, Point::new(x, from), along);
        push_mark(&mut frame, Point::new(x, height - from - mark), along);
    }
    for fold in &side.level_folds {
        let (y, along) = (Abs::mm(*fold), Point::with_x(mark));
        push_mark(&mut frame, Point::new(from, y), along);
        push_mark(&mut frame, Point::new(width - from - mark, y), along);
    }
    frame
}

/// The ink alone: what structures and links a document has no place on a sheet of paper, where
/// pages stand out of order.
fn without_structure(frame: &Frame) -> Frame {
    let mut out = Frame::new(frame.size(), frame.kind());
    for (position, item) in frame.items() {
        match item {
            FrameItem::Tag(_) | FrameItem::Link(..) => {}
            FrameItem::Group(group) => {
                let mut group = group.clone();
                group.frame = without_structure(&group.frame);
                group.parent = None;
                out.push(*position, FrameItem::Group(group));
            }
            other => out.push(*position, other.clone()),
        }
    }
    out
}
