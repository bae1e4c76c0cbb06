//! A page larger than the paper, in parts that overlap: each is cut along its marks and glued over the
//! one before it.

use super::{marks, place};
use crate::leaflet::format::{Size, Tiles, Turn};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size as Area};
use typst::visualize::Curve;

/// The sheets of each page, row by row.
pub(super) fn sides(pages: &[Frame], page: Size, sheet: Size, tiles: &Tiles) -> Vec<Frame> {
    let mut sides = Vec::new();
    for whole in pages {
        for row in 0..tiles.down {
            for column in 0..tiles.across {
                sides.push(part(whole, page, sheet, tiles, (column, row)));
            }
        }
    }
    sides
}

fn part(whole: &Frame, page: Size, sheet: Size, tiles: &Tiles, own: (usize, usize)) -> Frame {
    let (window, step) = (tiles.window(sheet), tiles.step(page, sheet));
    let area = Area::new(Abs::mm(window.width), Abs::mm(window.height));
    let from = Point::new(
        Abs::mm(step.width) * own.0 as f64,
        Abs::mm(step.height) * own.1 as f64,
    );
    let mut seen = Frame::hard(area);
    place::put(&mut seen, whole, -from, Turn::None, tiles.scale);
    let mut group = GroupItem::new(seen);
    group.clip = Some(Curve::rect(area));
    let mut side = place::empty_side(sheet);
    let edge = Abs::mm(tiles.edge);
    side.push(Point::new(edge, edge), FrameItem::Group(group));
    // What lies beyond these is shown by the sheets before.
    if own.0 > 0 {
        marks::upright(&mut side, edge);
    }
    if own.1 > 0 {
        marks::level(&mut side, edge);
    }
    let corner = side.size().to_point() - Point::splat(Abs::mm(8.5));
    marks::plan(&mut side, corner, (tiles.across, tiles.down), own);
    side
}
