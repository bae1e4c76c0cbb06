//! More ink than a format allows: what costs most, and comes out streaked from a copier.
//!
//! How black a page is, is estimated from its shapes and letters and not from its pixels. Pictures are
//! left out: they are their author's, in grey already.

use super::Pages;
use crate::diagnostic::{Report, codes, diagnostic};
use typst::layout::{Frame, FrameItem, Transform};
use typst::text::FontWeight;
use typst::visualize::{Geometry, Paint};

/// How much of the box of a letter is black: of common weight, and of a heavy one.
const OF_A_LETTER: f64 = 0.14;
const OF_A_HEAVY_LETTER: f64 = 0.22;
/// How much of a shape is black that is filled with a pattern.
const OF_A_PATTERN: f64 = 0.35;

/// Tells each page that is blacker than its format allows.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    let most = pages.format.rules.most_ink;
    for page in pages.each() {
        let area = page.frame.width().to_pt() * page.frame.height().to_pt();
        let own = black(page.frame, Transform::identity()) / area;
        let percent = (own + darkness(page.ground.as_ref())) * 100.0;
        if percent > most {
            report.push(diagnostic!(
                codes::leaflet::TOO_MUCH_INK,
                pages.place.clone(),
                percent = format_args!("{percent:.0}"),
                page = page.number,
                format = pages.format.name(),
                most = most
            ));
        }
    }
}

/// The black area of a frame, in square points.
fn black(frame: &Frame, outer: Transform) -> f64 {
    let each = frame.items().map(|(position, item)| {
        let here = outer.pre_concat(Transform::translate(position.x, position.y));
        // Shears and turns aside, which leave an area as it is.
        let larger = (here.sx.get() * here.sy.get() - here.kx.get() * here.ky.get()).abs();
        match item {
            FrameItem::Group(group) => black(&group.frame, here.pre_concat(group.transform)),
            FrameItem::Text(text) => {
                let is_heavy = text.font.info().variant.weight >= FontWeight::SEMIBOLD;
                let ink = darkness(Some(&text.fill))
                    * if is_heavy {
                        OF_A_HEAVY_LETTER
                    } else {
                        OF_A_LETTER
                    };
                text.width().to_pt() * text.size.to_pt() * ink * larger
            }
            FrameItem::Shape(shape, _) => {
                let size = shape.geometry.bbox(None).size();
                let (width, height) = (size.x.to_pt(), size.y.to_pt());
                let filled = match &shape.geometry {
                    Geometry::Line(_) => 0.0,
                    Geometry::Rect(_) => width * height,
                    // About what a round or pointed shape takes of its box.
                    Geometry::Curve(_) => width * height * 0.6,
                };
                let around = match (&shape.stroke, &shape.geometry) {
                    (None, _) => 0.0,
                    (Some(stroke), Geometry::Line(_)) => {
                        width.hypot(height) * stroke.thickness.to_pt()
                    }
                    (Some(stroke), _) => 2.0 * (width + height) * stroke.thickness.to_pt(),
                };
                (filled * darkness(shape.fill.as_ref()) + around) * larger
            }
            _ => 0.0,
        }
    });
    each.sum()
}

/// How dark a paint is: 0 for white, 1 for black.
fn darkness(paint: Option<&Paint>) -> f64 {
    match paint {
        None => 0.0,
        Some(Paint::Solid(color)) => {
            let [red, green, blue, alpha] = color.to_rgb().into_format::<f32, f32>().into();
            f64::from((1.0 - (red + green + blue) / 3.0) * alpha)
        }
        Some(_) => OF_A_PATTERN,
    }
}
