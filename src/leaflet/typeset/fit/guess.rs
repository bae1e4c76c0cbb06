//! How long a leaflet is in letters of any size: an estimate, and what settings have taught of it.

use super::{Set, Tables, length};
use crate::leaflet::format::Rules;
use crate::leaflet::typeset::estimate::{Estimate, Reach};

/// The smallest letters that are worth a fuller page.
pub(super) const EASY: f64 = 0.95;
/// How much smaller letters are than guessed, so that they mostly fit at once: before anything was set,
/// and after.
const SAFE: f64 = 0.012;
pub(super) const SAFER: f64 = 0.005;
/// How much of its last page no text fills, at least.
const BELOW: f64 = 0.06;
/// How many times shorter or longer than estimated a leaflet may be, for its estimate to be believed.
const BELIEVED: std::ops::Range<f64> = 0.75..1.35;
/// How far an estimate may be off that nothing set has corrected yet, in parts of a page's length.
pub(super) const UNSURE: f64 = 0.1;

/// The sizes among which one is looked for.
pub(super) struct Sizes {
    pub(super) smallest: f64,
    pub(super) largest: f64,
    /// A size that was set and is too large.
    pub(super) too_large: Option<f64>,
}

/// How long a leaflet is, before it is set.
pub(in crate::leaflet::typeset) trait Length {
    /// How far it reaches at a scale, if it is so many times longer than estimated.
    fn reach(&self, scale: f64, longer: f64, tables: Tables) -> Reach;
}

impl Length for Estimate {
    fn reach(&self, scale: f64, longer: f64, tables: Tables) -> Reach {
        Estimate::reach(self, scale, longer, tables)
    }
}

/// An estimate, and what settings have taught of it.
pub(super) struct Guess<'leaflet, Estimated> {
    estimate: &'leaflet Estimated,
    pub(super) rules: &'leaflet Rules,
    /// The size that no letters may exceed.
    pub(super) largest_size: f64,
    /// How many times longer the leaflet is than estimated.
    longer: f64,
    /// How much more room its foot takes than estimated, in pages.
    foot: f64,
    has_learnt: bool,
    /// What becomes of tables in what is asked for.
    pub(super) tables: Tables,
}

impl<'leaflet, Estimated: Length> Guess<'leaflet, Estimated> {
    pub(super) fn new(
        estimate: &'leaflet Estimated,
        rules: &'leaflet Rules,
        largest_size: f64,
    ) -> Self {
        Guess {
            estimate,
            rules,
            largest_size,
            longer: 1.0,
            foot: 0.0,
            has_learnt: false,
            tables: Tables::Whole,
        }
    }

    /// How much smaller than guessed letters mostly fit.
    pub(super) fn safe(&self) -> f64 {
        if self.has_learnt { SAFER } else { SAFE }
    }

    pub(super) fn is_believed(&self) -> bool {
        BELIEVED.contains(&self.longer)
    }

    pub(super) fn reach(&self, scale: f64) -> Reach {
        let reach = self.estimate.reach(scale, self.longer, self.tables);
        Reach {
            foot: (reach.foot + self.foot).max(0.0),
            ..reach
        }
    }

    /// How many pages it takes at a scale, and where its text ends.
    pub(super) fn pages(&self, scale: f64) -> Option<(usize, f64)> {
        let Reach { end, foot, .. } = self.reach(scale);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small positive number"
        )]
        let whole = end.is_finite().then_some(end.max(0.0) as usize)?;
        let spilled = usize::from(end.fract() + foot > 1.0);
        Some((whole + 1 + spilled + self.rules.closing_pages, end))
    }

    fn fits(&self, scale: f64, pages: usize) -> bool {
        self.pages(scale).is_some_and(|(taken, _)| taken <= pages)
    }

    /// The largest size that should fit on so many pages.
    pub(super) fn largest(&self, pages: usize, sizes: &Sizes) -> Option<f64> {
        /// Sizes closer than this are one.
        const STEP: f64 = 0.002;
        let mut fits = sizes.smallest;
        let mut too_large = sizes.too_large.unwrap_or(sizes.largest);
        if self.fits(too_large, pages) {
            return Some(too_large);
        }
        if !self.fits(fits, pages) {
            return None;
        }
        while too_large - fits > STEP {
            let middle = f64::midpoint(fits, too_large);
            match self.fits(middle, pages) {
                true => fits = middle,
                false => too_large = middle,
            }
        }
        Some(fits)
    }

    /// The same, or the largest that leaves no page white, if it is large enough.
    pub(super) fn best(&self, pages: usize, sizes: &Sizes) -> Option<f64> {
        let largest = self.largest(pages, sizes)?;
        let smallest = sizes.smallest.max(EASY);
        match self.leaves_white(largest) {
            true => self.full(pages, largest, smallest).or(Some(largest)),
            false => Some(largest),
        }
    }

    /// Whether a leaflet that was set ends where it should, by all that was learnt: what stands whole on a page
    /// is where it was thought to be.
    pub(super) fn tells_of(&self, set: &Set) -> bool {
        (self.reach(set.scale).end - length(set)).abs() < UNSURE / 2.0
    }

    /// Whether letters of this size leave much of a page white, because what follows stands whole on the next.
    pub(super) fn leaves_white(&self, scale: f64) -> bool {
        /// How much of a page is white that is seen to be.
        const MUCH: f64 = 0.2;
        let is_sheet = self.rules.closing_pages == 0 && self.rules.columns == 1;
        is_sheet && self.reach(scale).white >= MUCH
    }

    /// The largest size of these that should fit on so many pages and leave none of them white.
    pub(super) fn full(&self, pages: usize, largest: f64, smallest: f64) -> Option<f64> {
        const STEP: f64 = 0.01;
        let sizes = (0_u32..).map(|step| largest - STEP * f64::from(step));
        let mut sizes = sizes.take_while(|size| *size >= smallest);
        sizes.find(|size| self.fits(*size, pages) && !self.leaves_white(*size))
    }

    /// Whether it is plainly too long for so many pages at a scale.
    pub(super) fn is_hopeless(&self, pages: usize, scale: f64) -> bool {
        let Reach { end, foot, .. } = self.reach(scale);
        end + foot > pages as f64 + UNSURE
    }

    /// On which page the text begins: what has a back has a cover.
    fn begins(&self) -> f64 {
        if self.rules.closing_pages > 0 {
            1.0
        } else {
            0.0
        }
    }

    /// The size in which the leaflet would fill so many pages, if none ended early.
    pub(super) fn evenly(&self, pages: usize, set: &Set) -> f64 {
        let below = self.reach(set.scale).foot.max(BELOW);
        let room = (pages - self.rules.closing_pages.min(pages)) as f64 - below - self.begins();
        let taken = (length(set) - self.begins()).max(0.05);
        // Letters of half the size take a quarter of the room.
        set.scale * (room.max(0.05) / taken).sqrt()
    }

    /// The size in which a leaflet that was a little too long would fit so many pages, if what stands on
    /// those before the last stayed there: smaller letters do not help where a table stands on the next
    /// page because it is kept whole.
    pub(super) fn with_the_last_page_alone(&self, pages: usize, set: &Set) -> Option<f64> {
        let last = pages.checked_sub(self.rules.closing_pages + 1)?;
        let taken = set.end? - last as f64 + self.reach(set.scale).foot;
        (taken > 1.0).then(|| set.scale / taken)
    }

    /// How many times longer than estimated the leaflet is, if it ends there in letters of this size.
    fn as_long_as(&self, actual: f64, scale: f64) -> f64 {
        const STEPS: usize = 12;
        let begins = self.begins();
        let end = |longer| self.estimate.reach(scale, longer, self.tables).end;
        let ratio = (actual - begins) / (end(self.longer) - begins).max(0.01);
        let in_step = (self.longer * ratio.clamp(0.5, 2.0)).clamp(0.2, 5.0);
        if (end(in_step) - actual).abs() < UNSURE / 2.0 {
            return in_step;
        }
        // A table that stands on the next page or does not any more takes the end along.
        let (mut shorter, mut longer) = (0.5 * self.longer, 2.0 * self.longer);
        for _ in 0..STEPS {
            let middle = f64::midpoint(shorter, longer);
            match end(middle) > actual {
                true => longer = middle,
                false => shorter = middle,
            }
        }
        shorter.clamp(0.2, 5.0)
    }

    /// Corrects the estimate by a leaflet that was set; false if that does not tell where its text ends.
    pub(super) fn learn(&mut self, set: &Set) -> bool {
        self.has_learnt = true;
        let taken = set.document.pages().len();
        let actual = length(set);
        self.longer = self.as_long_as(actual, set.scale);
        let Some(end) = set.end else { return false };
        if self.rules.closing_pages == 0 {
            let Reach { foot, .. } = self.reach(set.scale);
            let left = 1.0 - end.fract();
            let has_spilled = taken as f64 > end.ceil();
            if has_spilled == (foot <= left) {
                self.foot += left - foot + if has_spilled { 0.005 } else { -0.005 };
            }
        }
        true
    }
}
