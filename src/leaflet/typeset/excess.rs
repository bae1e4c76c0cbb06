//! Pages of a leaflet that is too long → by how much, and from where on.

use crate::leaflet::audit::{Ink, Names, depth, ink, line_height};
use crate::leaflet::format::Format;
use typst::layout::Abs;
use typst_layout::Page;

/// How much of a leaflet has no room.
pub(super) struct Excess {
    pub(super) points: f64,
    pub(super) lines: usize,
    /// How what has no room begins.
    pub(super) from: String,
}

/// How much text stands on pages that there may not be, less the room left before them.
///
/// `text_ends` is where the text ends, before what a template puts below it: a page, of which the first is 0, and a
/// height in points.
pub(super) fn excess(
    pages: &[Page],
    format: &Format,
    names: &Names<'_>,
    text_ends: Option<(usize, f64)>,
) -> Excess {
    let closing = format.rules.closing_pages;
    let allowed = (format.rules.pages - closing).min(pages.len());
    let end = (pages.len() - closing.min(pages.len())).max(allowed);
    let inks: Vec<Vec<Ink>> = pages[..end].iter().map(|page| ink(&page.frame)).collect();
    let used: f64 = inks[allowed..].iter().map(|ink| depth(ink)).sum();
    let room = match (pages[..allowed].last(), inks[..allowed].last()) {
        (Some(page), Some(ink)) => {
            let margin = Abs::mm(format.rules.margin).to_pt();
            let bottom = ink.iter().map(|ink| ink.bottom).fold(0.0, f64::max);
            (page.frame.height().to_pt() - margin - bottom).max(0.0)
        }
        _ => 0.0,
    };
    let line = line_height(&inks);
    // What stands on a page too many is too much, be the room before it ever so large.
    let points = (used - room).max(line);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number"
    )]
    let lines = (points / line).ceil() as usize;
    let first = || {
        let mut beyond = inks[allowed..].iter();
        beyond.find_map(|page| names.of_the_first(page, &inks[..allowed]))
    };
    let last = |page: usize, above| names.of_the_last(inks.get(page)?, above);
    // What stands below the text may be all that has no room.
    let from = match text_ends {
        Some((page, height)) if page < allowed => last(page, Some(height)),
        _ => first().or_else(|| last(allowed.checked_sub(1)?, None)),
    };
    Excess {
        points,
        lines,
        from: from.unwrap_or_default(),
    }
}
