//! Sets a leaflet smaller until it fits its pages, or says by how much it does not.

use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::leaflet::audit::{Ink, ink};
use crate::leaflet::format::Format;
use typst::layout::Abs;
use typst_layout::{Page, PagedDocument};

/// How a leaflet is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    /// The size of letters and gaps; 1 is the template's own.
    pub(super) scale: f64,
    pub(super) foot: Foot,
}

/// A leaflet, set.
pub(super) struct Set {
    pub(super) document: PagedDocument,
    /// What the typesetter doubts.
    pub(super) warnings: Report,
}

/// Where the foot of a leaflet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foot {
    /// At the bottom of the last page.
    AtTheBottom,
    /// Right after the text, to measure how long that is.
    AfterTheText,
}

/// How much smaller each attempt is.
const STEP: f64 = 0.03;
/// By how much an estimate of the pages may be wrong before no attempt is left out for it.
const ROUGHLY: f64 = 1.2;

/// The leaflet in the largest letters that fit.
pub(super) fn fit(
    format: &Format,
    place: &Place,
    set: impl Fn(Setting) -> Result<Set, Report>,
) -> Result<Set, Report> {
    let smallest = format.rules.smallest_scale;
    let mut scale: f64 = 1.0;
    loop {
        let foot = Foot::AtTheBottom;
        let set = set(Setting { scale, foot })?;
        let pages = set.document.pages().len();
        if pages <= format.rules.pages {
            return Ok(set);
        }
        if scale <= smallest {
            break;
        }
        // The last page may hold one line; letters of half the size take a quarter of the room.
        let at_the_smallest = (pages - 1) as f64 * (smallest / scale).powi(2);
        let is_hopeless = at_the_smallest > format.rules.pages as f64 * ROUGHLY;
        scale = match is_hopeless {
            true => smallest,
            false => (scale - STEP).max(smallest),
        };
    }
    let foot = Foot::AfterTheText;
    let Set {
        document,
        mut warnings,
    } = set(Setting { scale, foot })?;
    let excess = excess(document.pages(), format);
    warnings.push(diagnostic!(
        codes::leaflet::TOO_LONG,
        place.clone(),
        millimetres = format_args!("{:.0}", Abs::pt(excess.points).to_mm().ceil()),
        lines = excess.lines,
        pages = format.rules.pages,
        format = &format.name
    ));
    Err(warnings)
}

struct Excess {
    points: f64,
    lines: usize,
}

/// How much text stands on pages that there may not be, less the room left before them.
fn excess(pages: &[Page], format: &Format) -> Excess {
    let closing = format.rules.closing_pages;
    let allowed = (format.rules.pages - closing).min(pages.len());
    let end = (pages.len() - closing.min(pages.len())).max(allowed);
    let inks: Vec<Vec<Ink>> = pages[..end].iter().map(|page| ink(&page.frame)).collect();
    let used: f64 = inks[allowed..].iter().map(|ink| depth(ink)).sum();
    let room = match (pages[..allowed].last(), inks[..allowed].last()) {
        (Some(page), Some(ink)) => {
            let margin = Abs::mm(format.rules.margin).to_pt();
            (page.frame.height().to_pt() - margin - bottom(ink)).max(0.0)
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
    Excess { points, lines }
}

fn bottom(ink: &[Ink]) -> f64 {
    ink.iter().map(|ink| ink.bottom).fold(0.0, f64::max)
}

/// From the highest ink of a page to its lowest.
fn depth(ink: &[Ink]) -> f64 {
    let top = ink.iter().map(|ink| ink.top).fold(f64::INFINITY, f64::min);
    (bottom(ink) - top).max(0.0)
}

/// The distance from one line to the next: the middle one of all there are.
fn line_height(pages: &[Vec<Ink>]) -> f64 {
    /// Lines closer than this are one line; farther apart, there is something between them.
    const LIKELY: std::ops::Range<f64> = 8.0..30.0;
    let mut gaps = Vec::new();
    for page in pages {
        let mut baselines: Vec<f64> = page
            .iter()
            .filter_map(|ink| Some(ink.letters.as_ref()?.baseline))
            .collect();
        baselines.sort_by(f64::total_cmp);
        let between = baselines.windows(2).map(|pair| pair[1] - pair[0]);
        gaps.extend(between.filter(|gap| LIKELY.contains(gap)));
    }
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(LIKELY.start)
}
