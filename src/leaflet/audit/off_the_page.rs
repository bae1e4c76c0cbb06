//! Ink in the white margin that no printer reaches.

use super::ink::{Ink, ink};
use super::{Pages, excerpt};
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::leaflet::format::PIXELS_OF_A_POINT;
use typst::layout::{Abs, Frame};

/// Tells of each page the ink that reaches farthest into its edges; one problem a page is enough.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    for page in pages.each() {
        let margin = Abs::mm(pages.format.rules.margin).to_pt();
        let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        if let Some((worst, points)) = beyond(&page.ink, margin, width, height) {
            let letters = worst.letters.as_ref();
            report.push(diagnostic!(
                codes::leaflet::OFF_THE_PAGE,
                pages.place.clone(),
                text = letters.map_or_else(|| "…".to_owned(), |letters| excerpt(&letters.text)),
                millimetres = format_args!("{:.0}", Abs::pt(points).to_mm().ceil()),
                page = page.number,
                format = pages.format.name()
            ));
        }
    }
}

/// Tells the letters of a card that reach farthest beyond its edge; a ground may.
pub(super) fn find_on_card(frame: &Frame, place: &Place, report: &mut Report) {
    let mut letters = ink(frame);
    letters.retain(|ink| ink.letters.is_some());
    let (width, height) = (frame.width().to_pt(), frame.height().to_pt());
    if let Some((worst, points)) = beyond(&letters, 0.0, width, height)
        && let Some(letters) = &worst.letters
    {
        report.push(diagnostic!(
            codes::leaflet::OFF_THE_CARD,
            place.clone(),
            text = excerpt(&letters.text),
            pixels = format_args!("{:.0}", (points * PIXELS_OF_A_POINT).ceil())
        ));
    }
}

/// The ink that reaches farthest into the margin of a page so wide and high, and how far.
fn beyond(ink: &[Ink], margin: f64, width: f64, height: f64) -> Option<(&Ink, f64)> {
    /// Rounding, and strokes that lie half outside of their box.
    const TOLERANCE: f64 = 1.0;
    let points = |ink: &Ink| {
        let edges = [
            margin - ink.left,
            margin - ink.top,
            ink.right - (width - margin),
            ink.bottom - (height - margin),
        ];
        edges.into_iter().fold(0.0, f64::max)
    };
    let worst = ink
        .iter()
        .max_by(|left, right| points(left).total_cmp(&points(right)))?;
    Some((worst, points(worst))).filter(|(_, points)| *points > TOLERANCE)
}
