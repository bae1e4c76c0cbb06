//! A finished page → the ink on it: runs of text, pictures and shapes, as boxes in points.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::visualize::{Geometry, Image};

/// Ink on a page: a run of text, a picture or a shape, as a box from its top left corner.
pub(in crate::leaflet) struct Ink {
    pub(in crate::leaflet) left: f64,
    pub(in crate::leaflet) top: f64,
    pub(in crate::leaflet) right: f64,
    pub(in crate::leaflet) bottom: f64,
    pub(in crate::leaflet) letters: Option<Letters>,
    pub(in crate::leaflet) picture: Option<Image>,
}

/// A run of text of one size on one line.
pub(in crate::leaflet) struct Letters {
    pub(in crate::leaflet) text: String,
    pub(in crate::leaflet) baseline: f64,
    pub(in crate::leaflet) size: f64,
}

enum What {
    Letters(Letters),
    Picture(Image),
    Shape,
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
        let mut push = |from: Point, to: Point, what: What| {
            let (from, to) = (from.transform(here), to.transform(here));
            let (letters, picture) = match what {
                What::Letters(letters) => (Some(letters), None),
                What::Picture(picture) => (None, Some(picture)),
                What::Shape => (None, None),
            };
            found.push(Ink {
                left: from.x.to_pt().min(to.x.to_pt()),
                top: from.y.to_pt().min(to.y.to_pt()),
                right: from.x.to_pt().max(to.x.to_pt()),
                bottom: from.y.to_pt().max(to.y.to_pt()),
                letters,
                picture,
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
                    What::Letters(letters),
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
                push(bounds.min - around, bounds.max + around, What::Shape);
            }
            FrameItem::Image(image, size, _) => {
                push(Point::zero(), size.to_point(), What::Picture(image.clone()));
            }
            _ => {}
        }
    }
}

/// From the highest ink of a page to its lowest.
pub(in crate::leaflet) fn depth(ink: &[Ink]) -> f64 {
    let top = ink.iter().map(|ink| ink.top).fold(f64::INFINITY, f64::min);
    let bottom = ink.iter().map(|ink| ink.bottom).fold(0.0, f64::max);
    (bottom - top).max(0.0)
}

/// The distance from one line to the next: the middle one of all there are on these pages.
pub(in crate::leaflet) fn line_height<Page: AsRef<[Ink]>>(pages: &[Page]) -> f64 {
    /// Lines closer than this are one line; farther apart, there is something between them.
    const LIKELY: std::ops::Range<f64> = 8.0..30.0;
    let mut gaps = Vec::new();
    for page in pages {
        let letters = page.as_ref().iter().filter_map(|ink| ink.letters.as_ref());
        let mut baselines: Vec<f64> = letters.map(|letters| letters.baseline).collect();
        baselines.sort_by(f64::total_cmp);
        let between = baselines.windows(2).map(|pair| pair[1] - pair[0]);
        gaps.extend(between.filter(|gap| LIKELY.contains(gap)));
    }
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(LIKELY.start)
}
