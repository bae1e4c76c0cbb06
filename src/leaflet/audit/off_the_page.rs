//! Ink in the white margin that no printer reaches.

use super::Pages;
use super::ink::{Ink, ink, line_height};
use super::names::{Name, excerpt};
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::leaflet::format::PIXELS_OF_A_POINT;
use typst::layout::{Abs, Frame};

/// Tells of each page the ink that reaches farthest into its edges, by what its author knows it by; one problem a
/// page is enough.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    for page in pages.each() {
        let margin = Abs::mm(pages.format.rules.margin).to_pt();
        let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        let Some((worst, reach)) = beyond(&page.ink, margin, width, height) else {
            continue;
        };
        let name = pages.names.of(worst, &page.ink);
        let millimetres = format!("{:.0}", Abs::pt(reach.points).to_mm().ceil());
        let (format, page_number) = (pages.format.name(), page.number);
        report.push(match (name, reach.edge) {
            (Name::Picture(picture), _) => diagnostic!(
                codes::leaflet::PICTURE_OFF_THE_PAGE,
                pages.place(),
                picture = picture,
                millimetres = millimetres,
                page = page_number,
                format = format
            ),
            (Name::Words(text) | Name::Beside(text), Edge::AboveOrBelow) => diagnostic!(
                codes::leaflet::TOO_HIGH,
                pages.place(),
                text = text,
                millimetres = millimetres,
                lines = lines(reach.points, &page.ink),
                page = page_number,
                format = format
            ),
            (Name::Words(text), Edge::AtASide) => diagnostic!(
                codes::leaflet::OFF_THE_PAGE,
                pages.place(),
                text = text,
                millimetres = millimetres,
                page = page_number,
                format = format
            ),
            (Name::Beside(text), Edge::AtASide) => diagnostic!(
                codes::leaflet::LINE_OFF_THE_PAGE,
                pages.place(),
                text = text,
                millimetres = millimetres,
                page = page_number,
                format = format
            ),
            (Name::Nothing, _) => diagnostic!(
                codes::leaflet::DRAWING_OFF_THE_PAGE,
                Place::file(pages.template_at()),
                millimetres = millimetres,
                page = page_number,
                format = format
            ),
        });
    }
}

/// How many lines of a page are as high.
fn lines(points: f64, page: &[Ink]) -> String {
    format!("{:.0}", (points / line_height(&[page])).ceil())
}

/// Tells the letters of a card that reach farthest beyond its edge; a ground may.
pub(super) fn find_on_card(frame: &Frame, place: &Place, report: &mut Report) {
    let mut letters = ink(frame);
    letters.retain(|ink| ink.letters.is_some());
    let (width, height) = (frame.width().to_pt(), frame.height().to_pt());
    if let Some((worst, reach)) = beyond(&letters, 0.0, width, height)
        && let Some(letters) = &worst.letters
    {
        report.push(diagnostic!(
            codes::leaflet::OFF_THE_CARD,
            place.clone(),
            text = excerpt(&letters.text),
            pixels = format_args!("{:.0}", (reach.points * PIXELS_OF_A_POINT).ceil())
        ));
    }
}

/// Where ink reaches into the margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    AtASide,
    AboveOrBelow,
}

struct Reach {
    points: f64,
    edge: Edge,
}

/// The ink that reaches farthest into the margin of a page so wide and high, and how far.
fn beyond(ink: &[Ink], margin: f64, width: f64, height: f64) -> Option<(&Ink, Reach)> {
    /// Rounding, and strokes that lie half outside of their box.
    const TOLERANCE: f64 = 1.0;
    let reach = |ink: &Ink| {
        let aside = (margin - ink.left).max(ink.right - (width - margin));
        let level = (margin - ink.top).max(ink.bottom - (height - margin));
        match level > aside {
            true => Reach {
                points: level,
                edge: Edge::AboveOrBelow,
            },
            false => Reach {
                points: aside,
                edge: Edge::AtASide,
            },
        }
    };
    let reaches = ink.iter().map(|ink| (ink, reach(ink)));
    let worst = reaches.max_by(|(_, one), (_, other)| one.points.total_cmp(&other.points))?;
    Some(worst).filter(|(_, reach)| reach.points > TOLERANCE)
}
