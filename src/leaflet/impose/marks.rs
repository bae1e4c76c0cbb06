//! Marks that show where a sheet is folded or cut, at its edges.

use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::syntax::Span;
use typst::visualize::{Color, FixedStroke, Geometry};

/// Marks begin this far from the paper's edge, where most printers print already, and end before the
/// text does: in millimetres.
const FROM: f64 = 4.0;
const LENGTH: f64 = 4.5;

/// Marks at the top and at the bottom of the sheet.
pub(super) fn upright(side: &mut Frame, x: Abs) {
    let (from, length) = (Abs::mm(FROM), Abs::mm(LENGTH));
    let below = side.height() - from - length;
    line(side, Point::new(x, from), Point::with_y(length));
    line(side, Point::new(x, below), Point::with_y(length));
}

/// Marks at the left and at the right of the sheet.
pub(super) fn level(side: &mut Frame, y: Abs) {
    let (from, length) = (Abs::mm(FROM), Abs::mm(LENGTH));
    let right = side.width() - from - length;
    line(side, Point::new(from, y), Point::with_x(length));
    line(side, Point::new(right, y), Point::with_x(length));
}

/// Which of the sheets this is: a small plan of them all, in which its own place is black.
pub(super) fn plan(
    side: &mut Frame,
    at: Point,
    (across, down): (usize, usize),
    own: (usize, usize),
) {
    let cell = Abs::mm(1.6);
    for row in 0..down {
        for column in 0..across {
            let corner = at + Point::new(cell * column as f64, cell * row as f64);
            let shape = match (column, row) == own {
                true => Geometry::Rect(Point::new(cell, cell).to_size()).filled(Color::BLACK),
                false => Geometry::Rect(Point::new(cell, cell).to_size()).stroked(stroke()),
            };
            side.push(corner, FrameItem::Shape(shape, Span::detached()));
        }
    }
}

fn line(side: &mut Frame, from: Point, to: Point) {
    let shape = Geometry::Line(to).stroked(stroke());
    side.push(from, FrameItem::Shape(shape, Span::detached()));
}

fn stroke() -> FixedStroke {
    FixedStroke::from_pair(Color::BLACK, Abs::pt(0.5))
}
