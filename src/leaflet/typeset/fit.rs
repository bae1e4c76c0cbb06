//! Sets a leaflet in the largest letters that fit its pages, or says by how much it is too long.

use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::leaflet::audit::{Ink, excerpt, ink};
use crate::leaflet::format::Format;
use crate::leaflet::text_layer::joined;
use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::layout::Abs;
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument};

/// How a leaflet is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    /// The size of letters and gaps; 1 is the template's own.
    pub(super) scale: f64,
    pub(super) foot: Foot,
    pub(super) tables: Tables,
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

/// Sizes closer than this are not told apart by eye.
const CLOSE: f64 = 0.025;
/// How often the press sets a leaflet to find the size of its letters.
const ATTEMPTS: usize = 7;
/// How much of a page the foot of a leaflet takes, about: so much free is as full as pages become.
const FOOT: f64 = 0.12;
const FULL: f64 = 0.2;
/// How full the last page must be for letters that large.
const FULL_ENOUGH: f64 = 0.45;

/// What becomes of a table where a page ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tables {
    /// It stands on the next one, if it is small.
    Whole,
    /// It goes on there.
    Torn,
}

/// The leaflet in the largest letters that fit; a small table is torn only if nothing else helps.
///
/// Each attempt halves what is left at worst; how full the pages were tells where to try next.
pub(super) fn fit(
    format: &Format,
    place: &Place,
    set: impl Fn(Setting) -> Result<Set, Report>,
) -> Result<Set, Report> {
    let attempt = |scale, tables| {
        let foot = Foot::AtTheBottom;
        set(Setting {
            scale,
            foot,
            tables,
        })
    };
    let whole = |scale| attempt(scale, Tables::Whole);
    let torn = |scale| attempt(scale, Tables::Torn);
    let (smallest, largest) = (format.rules.smallest_scale, format.rules.largest_scale());
    let most = format.rules.pages;
    let first = whole(largest)?;
    let pages = first.document.pages().len();
    if pages > most {
        if let Some(found) = search(whole, most, smallest, largest, length(&first))? {
            return Ok(found);
        }
        let found = search(torn, most, smallest, largest, length(&first))?;
        return match found {
            Some(found) => Ok(found),
            None => Err(too_long(format, place, smallest, set)?),
        };
    }
    // A few lines at the top of a page are paper wasted, if they fit on those before.
    let is_full = length(&first).fract() >= FULL_ENOUGH || pages == 1;
    if is_full || format.rules.closing_pages > 0 {
        return Ok(first);
    }
    let fewer = search(whole, pages - 1, smallest.max(1.0), largest, length(&first))?;
    Ok(fewer.unwrap_or(first))
}

/// The leaflet on at most so many pages, in the largest letters from `smallest` up; nothing if it is
/// longer. In letters of `largest` it takes `length_of_largest` pages, which is more.
fn search(
    attempt: impl Fn(f64) -> Result<Set, Report>,
    pages: usize,
    smallest: f64,
    largest: f64,
    length_of_largest: f64,
) -> Result<Option<Set>, Report> {
    let mut found: Option<(f64, Set)> = None;
    let (mut too_large, mut before) = (largest, length_of_largest);
    let mut scale = largest;
    for _ in 0..ATTEMPTS {
        let fits = found.as_ref().map_or(smallest, |(scale, _)| *scale);
        // Letters of half the size take a quarter of the room.
        let guess = scale * ((pages as f64 - FOOT) / before.max(0.1)).sqrt();
        scale = match &found {
            None if guess <= smallest => smallest,
            _ if too_large - fits < CLOSE && found.is_some() => break,
            _ if (fits + CLOSE / 2.0..too_large - CLOSE / 2.0).contains(&guess) => guess,
            _ => f64::midpoint(fits, too_large),
        };
        let set = attempt(scale)?;
        before = length(&set);
        if set.document.pages().len() <= pages {
            let is_full = end(&set).is_some_and(|end| end >= pages as f64 - FULL);
            found = Some((scale, set));
            if is_full {
                break;
            }
        } else if scale <= smallest {
            break;
        } else {
            too_large = scale;
        }
        if too_large - smallest < CLOSE && found.is_none() {
            too_large = smallest;
        }
    }
    if found.is_none() && scale > smallest {
        let set = attempt(smallest)?;
        found = (set.document.pages().len() <= pages).then_some((smallest, set));
    }
    Ok(found.map(|(_, set)| set))
}

/// How many pages the leaflet takes: as exactly as its template says where the text ends.
fn length(set: &Set) -> f64 {
    let pages = set.document.pages().len() as f64;
    // What follows the text takes room too.
    end(set).map_or(pages - 0.01, |end| end.max(pages - 1.0))
}

/// Where the text ends, in pages from the beginning; nothing if the template does not say.
fn end(set: &Set) -> Option<f64> {
    let introspector = set.document.introspector();
    let label = Label::new(PicoStr::intern(END))?;
    let mark = introspector.query_label(label).ok()?;
    let end = introspector.position(mark.location()?)?;
    let before = end.page.get() - 1;
    let page = set.document.pages().get(before)?;
    let share = end.point.y.to_pt() / page.frame.height().to_pt();
    Some(before as f64 + share.clamp(0.01, 0.99))
}

/// The mark that templates put where the text ends.
const END: &str = "text-end";

/// That the leaflet is too long, and by how much.
fn too_long(
    format: &Format,
    place: &Place,
    scale: f64,
    set: impl Fn(Setting) -> Result<Set, Report>,
) -> Result<Report, Report> {
    let foot = Foot::AfterTheText;
    let Set {
        document,
        mut warnings,
    } = set(Setting {
        scale,
        foot,
        tables: Tables::Torn,
    })?;
    let excess = excess(joined(&document).pages(), format);
    warnings.push(diagnostic!(
        codes::leaflet::TOO_LONG,
        place.clone(),
        millimetres = format_args!("{:.0}", Abs::pt(excess.points).to_mm().ceil()),
        lines = excess.lines,
        pages = format.rules.pages,
        format = &format.name,
        from = excess.from
    ));
    Ok(warnings)
}

struct Excess {
    points: f64,
    lines: usize,
    /// How what has no room begins.
    from: String,
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
    let beyond = inks[allowed..]
        .iter()
        .find_map(|ink| edge_line(ink, f64::min));
    // What stands at the foot of the last page may be all that has no room.
    let from = beyond.or_else(|| edge_line(inks.get(allowed.checked_sub(1)?)?, f64::max));
    let from = excerpt(&from.unwrap_or_default());
    Excess {
        points,
        lines,
        from,
    }
}

/// The words of the highest line of a page, or of its lowest.
fn edge_line(ink: &[Ink], which: fn(f64, f64) -> f64) -> Option<String> {
    let letters = || ink.iter().filter_map(|ink| ink.letters.as_ref());
    let baseline = letters().map(|letters| letters.baseline).reduce(which)?;
    let line = letters().filter(|letters| (letters.baseline - baseline).abs() < 1.0);
    Some(line.map(|letters| letters.text.as_str()).collect())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;
    use crate::leaflet::format;
    use std::cell::RefCell;
    use typst::foundations::{Content, Smart};
    use typst::layout::{Frame, Size};
    use typst::model::DocumentInfo;

    /// A text that takes so many pages in letters of its own size.
    fn pages(length: f64, scale: f64) -> Set {
        let taken = (length * scale * scale).ceil();
        let pages = (1_u32..).take_while(|number| f64::from(*number) <= taken);
        let pages = pages.map(|number| Page {
            frame: Frame::hard(Size::splat(Abs::pt(100.0))),
            bleed: Default::default(),
            fill: Smart::Auto,
            numbering: None,
            supplement: Content::empty(),
            number: u64::from(number),
        });
        Set {
            document: PagedDocument::new(pages.collect(), DocumentInfo::default()),
            warnings: Report::new(),
        }
    }

    fn a4() -> Format {
        let theme = Files::from_fixture(
            "//- leaflet/a4.toml\ntemplate = 'a4.typ'\npages = 2\nmargin = 10\n\
             smallest_scale = 0.85\nsmallest_text = 8.5\n\
             fold = 'booklet'\n[sheet]\nwidth = 297\nheight = 210\n",
        );
        let text = theme.text("leaflet/a4.toml").expect("it is there");
        format::read("leaflet/a4.toml", &text, |_| true, &mut Report::new()).expect("a format")
    }

    #[test]
    fn letters_are_as_large_as_there_is_room_for() {
        let format = a4();
        for (length, largest) in [
            (0.3, 1.333),
            (1.2, 1.291),
            (1.6, 1.118),
            (2.5, 0.894),
            (2.76, 0.851),
        ] {
            let tried = RefCell::new(Vec::new());
            let set = fit(&format, &Place::Site, |setting| {
                tried.borrow_mut().push(setting.scale);
                Ok(pages(length, setting.scale))
            });
            let tried = tried.into_inner();
            assert!(set.unwrap().document.pages().len() <= 2, "{length}");
            assert!(tried.len() <= 1 + ATTEMPTS, "{length}: {tried:?}");
            let fits = tried.iter().filter(|scale| length * *scale * *scale <= 2.0);
            let best = fits.copied().fold(0.0, f64::max);
            assert!(
                (largest - 0.03..largest + 0.001).contains(&best),
                "{length}: {tried:?}"
            );
        }
    }

    #[test]
    fn a_text_too_long_for_the_smallest_letters_is_refused() {
        let refused = fit(&a4(), &Place::Site, |setting| Ok(pages(2.8, setting.scale)));
        let report = refused.err().expect("it is too long");
        assert_eq!(report.sorted()[0].code.id, codes::leaflet::TOO_LONG.id);
    }

    #[test]
    fn a_last_page_of_a_few_lines_is_saved_if_the_letters_stay_large() {
        // No mark tells where the text ends, so that only whole pages count.
        let set = fit(&a4(), &Place::Site, |setting| Ok(pages(0.8, setting.scale)));
        assert_eq!(set.unwrap().document.pages().len(), 2);
    }
}
