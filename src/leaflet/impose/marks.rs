//! Marks that show where a sheet is folded, at its edges.

use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::syntax::Span;
use typst::visualize::{Color, FixedStroke, Geometry};

/// Fold marks begin this far from the paper's edge, where most printers print already, and end
/// before the text does: in millimetres.
pub(super) const MARK_FROM: f64 = 4.0;
pub(super) const MARK: f64 = 4.5;

/// Draws a mark.
pub(super) fn push_mark(frame: &mut Frame, from: Point, to: Point) {
    let stroke = FixedStroke::from_pair(Color::BLACK, Abs::pt(0.5));
    let shape = Geometry::Line(to).stroked(stroke);
    frame.push(from, FrameItem::Shape(shape, Span::detached()));
}
