//! A page → its place on a side of the paper: moved, turned, made larger or smaller.

use crate::leaflet::format::{Size, Turn};
use typst::layout::{
    Abs, Angle, Frame, FrameItem, GroupItem, Point, Ratio, Size as Area, Transform,
};

/// A side of the paper with nothing on it.
pub(super) fn empty_side(sheet: Size) -> Frame {
    Frame::hard(Area::new(Abs::mm(sheet.width), Abs::mm(sheet.height)))
}

/// Puts a page on a side, its top left corner at `at` as it lies there.
pub(super) fn put(side: &mut Frame, page: &Frame, at: Point, turn: Turn, scale: f64) {
    side.push(at, FrameItem::Group(turned(page, turn, scale)));
}

/// The page as it lies on the paper, its corner where the paper's is.
fn turned(page: &Frame, turn: Turn, scale: f64) -> GroupItem {
    let (width, height) = (page.width() * scale, page.height() * scale);
    let (degrees, corner) = match turn {
        Turn::None => (0.0, Point::zero()),
        Turn::Quarter => (90.0, Point::with_x(height)),
        Turn::Half => (180.0, Point::new(width, height)),
        Turn::ThreeQuarters => (270.0, Point::with_y(width)),
    };
    let ratio = Ratio::new(scale);
    let mut group = GroupItem::new(page.clone());
    group.transform = Transform::translate(corner.x, corner.y)
        .pre_concat(Transform::rotate(Angle::deg(degrees)))
        .pre_concat(Transform::scale(ratio, ratio));
    group
}

/// How wide a page is as it lies on the paper.
pub(super) fn width_of(page: &Frame, turn: Turn, scale: f64) -> Abs {
    match turn.is_on_its_side() {
        true => page.height() * scale,
        false => page.width() * scale,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_page_lies_within_its_place() {
        let page = Frame::hard(Area::new(Abs::pt(30.0), Abs::pt(40.0)));
        // Where the top left and the bottom right corner of the page come to lie.
        for (turn, first, last) in [
            (Turn::None, (0.0, 0.0), (60.0, 80.0)),
            (Turn::Quarter, (80.0, 0.0), (0.0, 60.0)),
            (Turn::Half, (60.0, 80.0), (0.0, 0.0)),
            (Turn::ThreeQuarters, (0.0, 60.0), (80.0, 0.0)),
        ] {
            let at = |point: Point| {
                let there = point.transform(turned(&page, turn, 2.0).transform);
                (there.x.to_pt().round(), there.y.to_pt().round())
            };
            let corners = (at(Point::zero()), at(page.size().to_point()));
            assert_eq!(corners, (first, last), "{turn:?}");
        }
    }
}
