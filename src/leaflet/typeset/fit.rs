//! Sets a leaflet in the largest letters that fit its pages, or says by how much it is too long.

mod guess;

use super::excess::excess;
use crate::diagnostic::{Report, codes, diagnostic};
use crate::leaflet::audit::Names;
use crate::leaflet::format::{Fold, Format};
use crate::leaflet::text_layer::joined;
use guess::{EASY, Guess, Length, SAFER, Sizes, UNSURE};
use typst::foundations::Label;
use typst::introspection::{Introspector, PagedPosition};
use typst::layout::Abs;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

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
    /// The size of its letters.
    pub(super) scale: f64,
    /// What became of its tables.
    pub(super) tables: Tables,
    pub(super) document: PagedDocument,
    /// Where its text ends, in pages from the beginning; nothing if its template does not say.
    pub(super) end: Option<f64>,
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
/// How much larger letters have to be for the leaflet to be set once more, which takes as long as all else
/// together; of those that it is set for, every other turns out too large.
const WORTH: f64 = 0.035;
/// How often the press sets a leaflet to find the size of its letters, at most.
const ATTEMPTS: usize = 7;
/// How full the last page must be for letters that large.
const FULL_ENOUGH: f64 = 0.45;
/// How much larger letters could be if no page ended early, where that is known to be in vain.
const EVEN: f64 = 0.03;

/// What becomes of a table where a page ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tables {
    /// It stands on the next one, if it is small.
    Whole,
    /// It goes on there.
    Torn,
    /// And so does a chart, whose bars are harder to compare then.
    TornWithCharts,
}

/// The leaflet in the largest letters that fit, none of them larger than `largest`; in smaller ones if a page
/// would end early otherwise. A small table is torn only if nothing else helps.
///
/// How long the text is in letters of any size is estimated first, so that mostly the first or the second
/// setting is the last.
pub(super) fn fit(
    format: &Format,
    names: &Names<'_>,
    estimate: &impl Length,
    largest: f64,
    set: impl Fn(Setting) -> Result<Set, Report>,
) -> Result<Set, Report> {
    let mut guess = Guess::new(estimate, &format.rules, largest);
    let found = in_the_largest(format, names, &mut guess, &set)?;
    fuller(found, &mut guess, &set)
}

/// The leaflet in the largest letters that fit, however much of a page they leave white.
fn in_the_largest(
    format: &Format,
    names: &Names<'_>,
    guess: &mut Guess<'_, impl Length>,
    set: impl Fn(Setting) -> Result<Set, Report>,
) -> Result<Set, Report> {
    let largest = guess.largest_size;
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
    let all_torn = |scale| attempt(scale, Tables::TornWithCharts);
    let smallest = format.rules.smallest_scale;
    let most = format.rules.pages;
    let sizes = |smallest| Sizes {
        smallest,
        largest,
        too_large: None,
    };
    // A few lines at the top of a page are paper wasted, if they fit on those before.
    let may_save = format.rules.closing_pages == 0 && largest >= 1.0;
    if may_save && let Some((pages, end)) = guess.pages(largest) {
        let is_wasted =
            pages > 1 && pages <= most && on_the_last(pages, end) < FULL_ENOUGH - UNSURE;
        let fewer = sizes(smallest.max(1.0));
        if is_wasted && guess.largest(pages - 1, &fewer).is_some() {
            let found = search(whole, pages - 1, fewer, guess)?;
            // What was set shows better where the text would end in the largest letters.
            let would_waste = |(pages_in_largest, end): (usize, f64)| {
                pages_in_largest == pages && on_the_last(pages, end) < FULL_ENOUGH - UNSURE / 2.0
            };
            if let Some(found) = found
                && guess.pages(largest).is_some_and(would_waste)
            {
                return Ok(found);
            }
        }
    }
    let found = match search(whole, most, sizes(smallest), guess)? {
        Some(found) => larger_if_torn(found, most, torn, guess)?,
        None => {
            guess.tables = Tables::Torn;
            if let Some(found) = search(torn, most, sizes(smallest), guess)? {
                return Ok(found);
            }
            guess.tables = Tables::TornWithCharts;
            return match search(all_torn, most, sizes(smallest), guess)? {
                Some(found) => Ok(found),
                None => Err(too_long(format, names, smallest, set)?),
            };
        }
    };
    let pages = found.document.pages().len();
    if matches!(format.rules.fold, Fold::Booklet) {
        return saving_a_sheet(found, format, whole, guess);
    }
    let is_largest = found.scale >= largest;
    let is_full = on_the_last(pages, length(&found)) >= FULL_ENOUGH;
    if !may_save || !is_largest || pages == 1 || is_full {
        return Ok(found);
    }
    let fewer = Sizes {
        too_large: Some(largest),
        ..sizes(smallest.max(1.0))
    };
    if guess.is_hopeless(pages - 1, fewer.smallest) {
        return Ok(found);
    }
    let saved = search(whole, pages - 1, fewer, guess)?;
    Ok(saved.unwrap_or(found))
}

/// The same leaflet in letters a little smaller, if a page of it ends early because a table or chart stands on the
/// next one, where it would stand on that page then: paper left white says nothing.
fn fuller(
    found: Set,
    guess: &mut Guess<'_, impl Length>,
    set: impl Fn(Setting) -> Result<Set, Report>,
) -> Result<Set, Report> {
    guess.tables = found.tables;
    let rules = guess.rules;
    let pages = found.document.pages().len();
    if pages < 2 || !guess.leaves_white(found.scale) {
        return Ok(found);
    }
    let least = rules.smallest_scale.max(EASY);
    let Some(scale) = guess.full(pages, found.scale, least) else {
        return Ok(found);
    };
    let smaller = set(Setting {
        scale: (scale - SAFER).max(least),
        foot: Foot::AtTheBottom,
        tables: found.tables,
    })?;
    // Letters alone make text and white shorter alike; without the white it is shorter than that.
    let has_moved = length(&smaller) < length(&found) * (smaller.scale / found.scale).powi(2);
    match has_moved && smaller.document.pages().len() <= pages {
        true => Ok(smaller),
        false => Ok(found),
    }
}

/// The same leaflet with its small tables torn where pages end, if its letters are small without need: where
/// tables stand on the next page, much of a page is left white.
fn larger_if_torn(
    found: Set,
    pages: usize,
    attempt: impl Fn(f64) -> Result<Set, Report>,
    guess: &mut Guess<'_, impl Length>,
) -> Result<Set, Report> {
    /// How much larger letters are that are seen to be larger at once.
    const MUCH: f64 = 0.1;
    let sizes = Sizes {
        smallest: found.scale + MUCH,
        largest: guess.largest_size.min(1.1),
        too_large: None,
    };
    if found.scale >= 1.0 || sizes.smallest > sizes.largest {
        return Ok(found);
    }
    guess.tables = Tables::Torn;
    let larger = guess.largest(pages, &sizes);
    let torn = match larger.is_some_and(|larger| !guess.leaves_white(larger)) {
        true => search(attempt, pages, sizes, guess)?,
        false => None,
    };
    guess.tables = Tables::Whole;
    Ok(torn.unwrap_or(found))
}

/// The same booklet with a sheet less, if letters of the format's own size allow it: each sheet is four pages,
/// of which up to three could be left to write on.
fn saving_a_sheet(
    found: Set,
    format: &Format,
    attempt: impl Fn(f64) -> Result<Set, Report>,
    guess: &mut Guess<'_, impl Length>,
) -> Result<Set, Report> {
    const OF_A_SHEET: usize = 4;
    /// What is read as easily as other leaflets, in points.
    const READ: f64 = 10.5;
    let smallest = format.rules.smallest_scale.max(READ / format.rules.text);
    let pages = found.document.pages().len().saturating_sub(OF_A_SHEET);
    let room = pages.saturating_sub(format.rules.closing_pages);
    if room < 2 || found.scale <= smallest || guess.is_hopeless(room, smallest) {
        return Ok(found);
    }
    let sizes = Sizes {
        smallest,
        largest: found.scale,
        too_large: Some(found.scale),
    };
    Ok(search(attempt, pages, sizes, guess)?.unwrap_or(found))
}

/// How much of the last of so many pages a text takes that ends there, or before.
fn on_the_last(pages: usize, end: f64) -> f64 {
    (end + 1.0 - pages as f64).max(0.0)
}

/// The leaflet on at most so many pages, in the largest letters of these sizes; nothing if it is longer.
fn search(
    attempt: impl Fn(f64) -> Result<Set, Report>,
    pages: usize,
    mut sizes: Sizes,
    guess: &mut Guess<'_, impl Length>,
) -> Result<Option<Set>, Report> {
    let smallest = sizes.smallest;
    let mut found: Option<Set> = None;
    let mut evenly = None;
    let mut even_if_kept = None;
    for _ in 0..ATTEMPTS {
        let fits = found.as_ref().map_or(smallest, |set| set.scale);
        let too_large = sizes.too_large.unwrap_or(sizes.largest);
        if found.is_some() && too_large - fits < WORTH {
            break;
        }
        let guessed = guess.best(pages, &sizes);
        // Of sizes that are not told apart, one is enough.
        let safe = |size: f64| match sizes.too_large {
            Some(too_large) => f64::min(
                size.min(even_if_kept.unwrap_or(size)) - guess.safe(),
                too_large - 0.9 * CLOSE,
            ),
            None if size >= too_large - CLOSE / 2.0 => too_large,
            None => size - guess.safe(),
        };
        let mut guesses = [guessed, evenly].into_iter().flatten().map(safe);
        let scale = match &found {
            None => guesses.next().unwrap_or(smallest).max(smallest),
            Some(_) => {
                let larger = guesses.find(|size| *size >= fits + CLOSE / 2.0);
                larger.unwrap_or(f64::midpoint(fits, too_large))
            }
        };
        let set = attempt(scale)?;
        let told = guess.learn(&set);
        let even = guess.evenly(pages, &set);
        evenly = Some(even);
        if set.document.pages().len() <= pages {
            sizes.smallest = scale;
            // Larger letters would not fit, not be seen to be larger, or leave much of a page white. Where a page
            // ends early because a table stands on the next one, no estimate is sure of it.
            let larger = guess.largest(pages, &sizes);
            let leaves_white = guess.tells_of(&set)
                && !guess.leaves_white(scale)
                && larger.is_some_and(|larger| guess.leaves_white(larger));
            let larger = match leaves_white {
                true => larger.and_then(|larger| guess.full(pages, larger, scale)),
                false => larger,
            };
            let is_largest = larger.is_none_or(|larger| larger - scale < WORTH)
                && (even - scale < EVEN || leaves_white)
                && guess.is_believed();
            found = Some(set);
            if scale >= sizes.largest || told && is_largest {
                break;
            }
        } else if scale <= smallest {
            return Ok(None);
        } else {
            sizes.too_large = Some(scale);
            let kept = guess.with_the_last_page_alone(pages, &set);
            even_if_kept = kept.map(|size| size.max(scale - 2.0 * CLOSE));
        }
    }
    match found {
        Some(found) => Ok(Some(found)),
        None => Ok(Some(attempt(smallest)?).filter(|set| set.document.pages().len() <= pages)),
    }
}

/// How many pages the leaflet takes: as exactly as its template says where the text ends.
fn length(set: &Set) -> f64 {
    let pages = set.document.pages().len() as f64;
    set.end.unwrap_or(pages - 0.01)
}

/// Where the text of a leaflet in so many columns ends, in pages from the beginning; nothing if its
/// template does not say.
pub(super) fn end(document: &PagedDocument, columns: usize) -> Option<f64> {
    let end = end_mark(document)?;
    let before = end.page.get() - 1;
    let frame = &document.pages().get(before)?.frame;
    let share = end.point.y.to_pt() / frame.height().to_pt();
    let share = share.clamp(0.01, 0.99);
    let columns = columns as f64;
    let column = (end.point.x.to_pt() / frame.width().to_pt() * columns).floor();
    Some(before as f64 + (column.clamp(0.0, columns - 1.0) + share) / columns)
}

/// Where the mark stands that tells where the text ends.
fn end_mark(document: &PagedDocument) -> Option<PagedPosition> {
    let introspector = document.introspector();
    let label = Label::new(PicoStr::intern(END))?;
    let mark = introspector.query_label(label).ok()?;
    introspector.position(mark.location()?)
}

/// The mark that templates put where the text ends.
const END: &str = "text-end";

/// That the leaflet is too long, and by how much.
fn too_long(
    format: &Format,
    names: &Names<'_>,
    scale: f64,
    set: impl Fn(Setting) -> Result<Set, Report>,
) -> Result<Report, Report> {
    let foot = Foot::AfterTheText;
    let Set {
        document,
        mut warnings,
        ..
    } = set(Setting {
        scale,
        foot,
        tables: Tables::TornWithCharts,
    })?;
    let end = end_mark(&document).filter(|_| format.rules.columns == 1);
    let text_ends = end.map(|end| (end.page.get() - 1, end.point.y.to_pt()));
    let excess = excess(joined(&document, None).pages(), format, names, text_ends);
    warnings.push(diagnostic!(
        codes::leaflet::TOO_LONG,
        names.place.clone(),
        millimetres = format_args!("{:.0}", Abs::pt(excess.points).to_mm().ceil()),
        lines = excess.lines,
        pages = format.rules.pages,
        format = &format.name,
        from = excess.from
    ));
    Ok(warnings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::leaflet::typeset::estimate::Reach;
    use std::cell::RefCell;
    use std::collections::BTreeMap;
    use typst::foundations::{Content, Smart};
    use typst::layout::{Frame, Size};
    use typst::model::DocumentInfo;
    use typst_layout::Page;

    /// A text that takes so many pages in letters of its own size, and may tell where it ends.
    fn pages(length: f64, scale: f64, tells: bool) -> Set {
        let end = length * scale * scale;
        let taken = end.ceil();
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
            scale,
            tables: Tables::Whole,
            end: tells.then_some(end),
            document: PagedDocument::new(pages.collect(), DocumentInfo::default()),
            warnings: Report::new(),
        }
    }

    /// An estimate that is so many times too short, or too long.
    struct Wrong {
        length: f64,
        times: f64,
    }

    impl Length for Wrong {
        fn reach(&self, scale: f64, longer: f64, _: Tables) -> Reach {
            let end = self.length * scale * scale * self.times * longer;
            let (foot, white) = (0.0, 0.0);
            Reach { end, foot, white }
        }
    }

    /// How a text of this length was set, and at which sizes it was tried.
    fn fitted(length: f64, times: f64, tells: bool) -> (Result<Set, Report>, Vec<f64>) {
        let tried = RefCell::new(Vec::new());
        let set = fit(
            &Format::a4(),
            &Names {
                place: &Place::Site,
                pictures: &BTreeMap::new(),
                notices: Vec::new(),
            },
            &Wrong { length, times },
            Format::a4().rules.largest_scale(),
            |setting| {
                tried.borrow_mut().push(setting.scale);
                Ok(pages(length, setting.scale, tells))
            },
        );
        (set, tried.into_inner())
    }

    /// How many times longer or shorter than it is a text is estimated.
    const ESTIMATES: [f64; 6] = [0.3, 0.7, 0.95, 1.0, 1.1, 3.0];

    /// Calls `check` with a text of this length, wrongly estimated in each way, that tells where it ends or not.
    fn however_estimated(length: f64, check: impl Fn(Result<Set, Report>, &[f64], &str)) {
        for times in ESTIMATES {
            for tells in [true, false] {
                let (set, tried) = fitted(length, times, tells);
                let told = format!("{length} estimated {times} times, {tells}: {tried:?}");
                assert!(tried.len() <= 2 + ATTEMPTS, "{told}");
                check(set, &tried, &told);
            }
        }
    }

    #[test]
    fn letters_are_as_large_as_there_is_room_for() {
        for (length, largest) in [
            (0.3, 1.333),
            (1.2, 1.291),
            (1.6, 1.118),
            (2.5, 0.894),
            (2.76, 0.851),
        ] {
            however_estimated(length, |set, _, told| {
                let set = set.unwrap();
                assert!(set.document.pages().len() <= 2, "{told}");
                let tolerated = largest - 1.1 * WORTH..largest + 0.001;
                assert!(tolerated.contains(&set.scale), "{told}");
            });
        }
    }

    #[test]
    fn a_text_estimated_well_is_set_once() {
        for length in [0.3, 1.2, 1.6, 2.5, 2.76] {
            let (_, tried) = fitted(length, 1.0, true);
            assert_eq!(tried.len(), 1, "{length}: {tried:?}");
            let (_, tried) = fitted(length, 1.1, true);
            assert!(tried.len() <= 2, "{length}: {tried:?}");
            let (_, tried) = fitted(length, 0.9, true);
            assert!(tried.len() <= 2, "{length}: {tried:?}");
        }
    }

    #[test]
    fn a_text_too_long_for_the_smallest_letters_is_refused() {
        however_estimated(2.8, |refused, _, told| {
            let report = refused.err().expect(told);
            assert_eq!(report.sorted()[0].code.id, codes::leaflet::TOO_LONG.id);
        });
    }

    /// A text with a chart that stands whole: what stands before it, its own height and what follows, in
    /// pages, in letters of their own size.
    struct Charted([f64; 3]);

    impl Length for Charted {
        fn reach(&self, scale: f64, longer: f64, _: Tables) -> Reach {
            let [before, chart, after] = self.0.map(|part| part * longer * scale * scale);
            let foot = 0.0;
            match before + chart > 1.0 {
                true => Reach {
                    end: 1.0 + chart + after,
                    foot,
                    white: 1.0 - before,
                },
                false => Reach {
                    end: before + chart + after,
                    foot,
                    white: 0.0,
                },
            }
        }
    }

    /// The size of a text with a chart, which is in truth another than estimated, and how often it was set.
    fn charted(estimated: [f64; 3], truly: [f64; 3]) -> (f64, usize) {
        let names = Names {
            place: &Place::Site,
            pictures: &BTreeMap::new(),
            notices: Vec::new(),
        };
        let tried = RefCell::new(0);
        let set = |setting: Setting| {
            *tried.borrow_mut() += 1;
            let end = Charted(truly).reach(setting.scale, 1.0, setting.tables).end;
            Ok(Set {
                scale: setting.scale,
                ..pages(end / setting.scale.powi(2), setting.scale, true)
            })
        };
        let largest = Format::a4().rules.largest_scale();
        let found = fit(&Format::a4(), &names, &Charted(estimated), largest, set);
        (found.unwrap().scale, tried.into_inner())
    }

    #[test]
    fn no_page_ends_early_for_a_chart_that_fits_it_in_letters_a_little_smaller() {
        // The chart stands on the first page in letters of at most 0.976, and two pages are full in letters
        // of 1.054.
        let text = [0.7, 0.35, 0.55];
        let (scale, tried) = charted(text, text);
        assert!((0.955..0.977).contains(&scale), "{scale}");
        assert_eq!(tried, 1);
        // Thought to be a little longer, the chart stands where it was not thought to.
        let (scale, tried) = charted([0.72, 0.36, 0.56], text);
        assert!((0.945..0.977).contains(&scale), "{scale}");
        assert_eq!(tried, 1);
        let (scale, tried) = charted([0.68, 0.34, 0.53], text);
        assert!((0.94..0.977).contains(&scale), "{scale}");
        assert!(tried <= 3, "{tried}");
        // It would have to be too small.
        let long = [0.75, 0.4, 0.45];
        let (scale, _) = charted(long, long);
        assert!(scale > 1.0, "{scale}");
        // So little white is not seen.
        let little = [0.85, 0.2, 0.65];
        let (scale, _) = charted(little, little);
        assert!(scale > 1.0, "{scale}");
        // In truth it stays where it is.
        let (scale, _) = charted(text, [0.7, 0.42, 0.48]);
        assert!(scale > 1.0, "{scale}");
    }

    #[test]
    fn a_last_page_of_a_few_lines_is_saved_if_the_letters_stay_large() {
        // In letters of their own size or larger, 0.7 pages are one, and 1.1 are not; in the largest, 1.3
        // and nearly two.
        for (length, expected) in [(0.7, 1), (1.1, 2)] {
            for times in [0.95, 1.0, 1.05] {
                let (set, tried) = fitted(length, times, true);
                let set = set.unwrap();
                assert_eq!(set.document.pages().len(), expected, "{tried:?}");
                let least = if expected == 1 { 1.165 } else { 1.298 };
                assert!(set.scale > least, "{tried:?}");
            }
        }
        // Where no mark tells where the text ends, only whole pages count.
        let (set, _) = fitted(0.8, 3.0, false);
        assert_eq!(set.unwrap().document.pages().len(), 2);
    }
}
