//! Ink in the white margin that no printer reaches.

use super::ink::Ink;
use super::{Pages, excerpt};
use crate::diagnostic::{Report, codes, diagnostic};
use typst::layout::Abs;

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
