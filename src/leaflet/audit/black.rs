//! More ink than a format allows: what costs most, and comes out streaked from a copier.
//!
//! How black a page is, is estimated from its shapes and letters and not from its pixels; a picture is as
//! black as its pixels are dark on average, since a printer makes dots of each grey.

use super::Pages;
use crate::diagnostic::{Report, codes, diagnostic};
use std::collections::HashMap;
use typst::layout::{Axes, Frame, FrameItem, Transform};
use typst::text::FontWeight;
use typst::visualize::{Geometry, Image, ImageKind, Paint};

/// How much of the box of a letter is black: of common weight, and of a heavy one.
const OF_A_LETTER: f64 = 0.14;
const OF_A_HEAVY_LETTER: f64 = 0.22;
/// How much of a shape is black that is filled with a pattern.
const OF_A_PATTERN: f64 = 0.35;
/// How much of a drawing is black, of which only the code is one: half of its modules, in its white edge.
const OF_A_DRAWING: f64 = 0.35;
/// How many times as much ink a page may have with its pictures: a photo of common darkness on half of it is
/// what its author wants.
const WITH_PICTURES: f64 = 2.5;

/// Tells each page that is blacker than its format allows.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    let most = pages.format.rules.most_ink;
    for page in pages.each() {
        let area = page.frame.width().to_pt() * page.frame.height().to_pt();
        let mut pictures = Pictures::default();
        let drawn = black(page.frame, Transform::identity(), &mut pictures) / area;
        let drawn = (drawn + darkness(page.ground.as_ref())) * 100.0;
        let with_pictures = drawn + pictures.black / area * 100.0;
        if drawn > most {
            report.push(diagnostic!(
                codes::leaflet::TOO_MUCH_INK,
                pages.place(),
                percent = format_args!("{drawn:.0}"),
                page = page.number,
                format = pages.format.name(),
                most = most
            ));
        } else if with_pictures > most * WITH_PICTURES
            && let Some((_, picture)) = &pictures.blackest
        {
            // A picture that says nothing and is none of the text's is the template's own.
            let template = || pages.template_at();
            report.push(diagnostic!(
                codes::leaflet::TOO_MUCH_INK_OF_PICTURE,
                pages.place(),
                picture = pages.names.of_picture(picture).unwrap_or_else(template),
                percent = format_args!("{with_pictures:.0}"),
                page = page.number,
                format = pages.format.name(),
                most = most * WITH_PICTURES
            ));
        }
    }
}

/// The pictures of a page.
#[derive(Default)]
struct Pictures {
    /// Their black area, in square points.
    black: f64,
    /// The one that has most of it.
    blackest: Option<(f64, Image)>,
    /// How dark each is, by what stands for it.
    known: HashMap<u128, f64>,
}

impl Pictures {
    /// A picture of this area.
    fn add(&mut self, image: &Image, area: f64) {
        let own = area
            * *self
                .known
                .entry(typst::utils::hash128(image))
                .or_insert_with(|| darkness_of(image));
        self.black += own;
        if self.blackest.as_ref().is_none_or(|(most, _)| own > *most) {
            self.blackest = Some((own, image.clone()));
        }
    }
}

/// How dark a picture is on average, on white paper.
fn darkness_of(image: &Image) -> f64 {
    let ImageKind::Raster(raster) = image.kind() else {
        return OF_A_DRAWING;
    };
    let pixels = raster.dynamic().to_luma_alpha8();
    let dark = |[grey, alpha]: [u8; 2]| u64::from(255 - grey) * u64::from(alpha);
    let sum: u64 = pixels.pixels().map(|pixel| dark(pixel.0)).sum();
    let count = u64::from(pixels.width()) * u64::from(pixels.height());
    sum as f64 / (count.max(1) * 255 * 255) as f64
}

/// The black area of a frame without its pictures, in square points.
fn black(frame: &Frame, outer: Transform, pictures: &mut Pictures) -> f64 {
    let each = frame.items().map(|(position, item)| {
        let here = outer.pre_concat(Transform::translate(position.x, position.y));
        // Shears and turns aside, which leave an area as it is.
        let larger = (here.sx.get() * here.sy.get() - here.kx.get() * here.ky.get()).abs();
        match item {
            FrameItem::Group(group) => {
                black(&group.frame, here.pre_concat(group.transform), pictures)
            }
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
            FrameItem::Image(image, Axes { x, y }, _) => {
                pictures.add(image, x.to_pt() * y.to_pt() * larger);
                0.0
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
