//! A finished page → the ink on it: runs of text, pictures and shapes, as boxes in points.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::visualize::Geometry;

/// Ink on a page: a run of text, a picture or a shape, as a box from its top left corner.
pub(in crate::leaflet) struct Ink {
    pub(in crate::leaflet) left: f64,
    pub(in crate::leaflet) top: f64,
    pub(in crate::leaflet) right: f64,
    pub(in crate::leaflet) bottom: f64,
    pub(in crate::leaflet) letters: Option<Letters>,
}

/// A run of text of one size on one line.
pub(in crate::leaflet) struct Letters {
    pub(in crate::leaflet) text: String,
    pub(in crate::leaflet) baseline: f64,
    pub(in crate::leaflet) size: f64,
}

/// All ink of a page, in the order it is drawn.
pub(in crate::leaflet) fn ink(page: &Frame) -> Vec<Ink> {
    let mut found = Vec::new();
    collect(page, Transform::identity(), &mut found);
    found
}

/// Letters reach about this far above and below their line, in parts of their size.
const ASCENT: f64 = 0.8;
const DESCENT: f64 = 0.25;

fn collect(frame: &Frame, outer: Transform, found: &mut Vec<Ink>) {
    for (position, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(position.x, position.y));
        let mut push = |from: Point, to: Point, letters: Option<Letters>| {
            let (from, to) = (from.transform(here), to.transform(here));
            found.push(Ink {
                left: from.x.to_pt().min(to.x.to_pt()),
                top: from.y.to_pt().min(to.y.to_pt()),
                right: from.x.to_pt().max(to.x.to_pt()),
                bottom: from.y.to_pt().max(to.y.to_pt()),
                letters,
            });
        };
        match item {
            FrameItem::Group(group) => {
                collect(&group.frame, here.pre_concat(group.transform), found);
            }
            FrameItem::Text(text) if !text.text.trim().is_empty() => {
                let letters = Letters {
                    text: text.text.to_string(),
                    baseline: Point::zero().transform(here).y.to_pt(),
                    size: text.size.to_pt(),
                };
                let top = Point::with_y(-text.size * ASCENT);
                push(
                    top,
                    Point::new(text.width(), text.size * DESCENT),
                    Some(letters),
                );
            }
            FrameItem::Shape(shape, _) => {
                let stroke = shape.stroke.as_ref();
                let (bounds, around) = match &shape.geometry {
                    // To tell exactly how far a stroke reaches around a curve takes long.
                    Geometry::Curve(curve) => {
                        let thickness = stroke.map_or(Abs::zero(), |stroke| stroke.thickness);
                        (curve.bbox(None), thickness / 2.0)
                    }
                    geometry => (geometry.bbox(stroke), Abs::zero()),
                };
                let around = Point::splat(around);
                push(bounds.min - around, bounds.max + around, None);
            }
            FrameItem::Image(_, size, _) => push(Point::zero(), size.to_point(), None),
            _ => {}
        }
    }
}
