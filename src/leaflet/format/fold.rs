//! How pages lie on the paper, and what is done with the paper afterwards.

use super::Size;
use crate::schema::choice;

choice! {
    /// The ways to fold, by the words that people write.
    pub(super) enum Way {
        Panels = "panels",
        Booklet = "booklet",
        SeveralUp = "several-up",
        Tiles = "tiles",
    }
}

/// One of the ways, with what it needs to know.
#[derive(Debug, Clone)]
pub(in crate::leaflet) enum Fold {
    /// Each page has its place on one of the sheet's sides.
    Panels(Vec<Side>),
    /// Two pages beside each other, in the order of sheets that lie within each other and are stapled in
    /// the middle.
    Booklet,
    /// A side of the paper for each page, which stands on it as many times as there is room.
    SeveralUp { across: usize, down: usize },
    /// A page larger than the paper, in parts that are glued together.
    Tiles(Tiles),
}

/// One side of the sheet; a side of which no page exists is not printed.
#[derive(Debug, Clone)]
pub(in crate::leaflet) struct Side {
    pub(in crate::leaflet) panels: Vec<Panel>,
    /// Where marks for upright folds stand, from the left edge.
    pub(in crate::leaflet) upright_folds: Vec<f64>,
    /// Where marks for level folds stand, from the top edge.
    pub(in crate::leaflet) level_folds: Vec<f64>,
}

/// Where a page lies on the sheet, in its middle if the panel is wider or narrower than the page.
#[derive(Debug, Clone)]
pub(in crate::leaflet) struct Panel {
    /// The page's number in reading order, from 1.
    pub(in crate::leaflet) page: usize,
    pub(in crate::leaflet) x: f64,
    pub(in crate::leaflet) y: f64,
    pub(in crate::leaflet) width: f64,
    pub(in crate::leaflet) turn: Turn,
    /// How large it is there: 0.5 is half as wide and half as high.
    pub(in crate::leaflet) scale: f64,
}

/// By how much a page is turned to the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::leaflet) enum Turn {
    None,
    Quarter,
    Half,
    ThreeQuarters,
}

impl Turn {
    /// The turn of so many degrees.
    pub(super) fn of_degrees(degrees: i64) -> Option<Turn> {
        match degrees {
            0 => Some(Turn::None),
            90 => Some(Turn::Quarter),
            180 => Some(Turn::Half),
            270 => Some(Turn::ThreeQuarters),
            _ => None,
        }
    }

    /// Whether what was upright lies on its side.
    pub(in crate::leaflet) fn is_on_its_side(self) -> bool {
        matches!(self, Turn::Quarter | Turn::ThreeQuarters)
    }
}

/// The parts of a page that is larger than the paper.
#[derive(Debug, Clone)]
pub(in crate::leaflet) struct Tiles {
    pub(in crate::leaflet) across: usize,
    pub(in crate::leaflet) down: usize,
    /// How large the page becomes: 1.25 is a quarter wider and higher.
    pub(in crate::leaflet) scale: f64,
    /// The white edge of each sheet.
    pub(in crate::leaflet) edge: f64,
}

impl Tiles {
    /// How much of the page a sheet shows.
    pub(in crate::leaflet) fn window(&self, sheet: Size) -> Size {
        Size {
            width: sheet.width - 2.0 * self.edge,
            height: sheet.height - 2.0 * self.edge,
        }
    }

    /// How far the windows of sheets beside and below each other are apart.
    pub(in crate::leaflet) fn step(&self, page: Size, sheet: Size) -> Size {
        let window = self.window(sheet);
        let step = |whole: f64, window: f64, count: usize| match count {
            0 | 1 => 0.0,
            count => (whole * self.scale - window) / (count - 1) as f64,
        };
        Size {
            width: step(page.width, window.width, self.across),
            height: step(page.height, window.height, self.down),
        }
    }

    /// Whether nothing of the page stands between two sheets, or beyond a single one.
    pub(super) fn cover(&self, page: Size, sheet: Size) -> bool {
        let window = self.window(sheet);
        let covers = |whole: f64, window: f64, count: usize| {
            whole * self.scale <= window * count as f64 + ROUNDING
        };
        window.width > 0.0
            && window.height > 0.0
            && covers(page.width, window.width, self.across)
            && covers(page.height, window.height, self.down)
    }
}

/// Sizes of paper are rounded to a millimetre.
const ROUNDING: f64 = 1.0;

/// Why pages do not lie on the paper as a format says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// A page lies beyond the edge.
    Beyond,
    /// These two lie on each other.
    Overlap(usize, usize),
    /// Not every page stands on exactly one panel.
    NotOnce,
    /// Parts of the page are missing.
    NotCovered,
}

impl Fold {
    /// Whether so many pages of this size lie on such paper.
    pub(super) fn fits(&self, page: Size, pages: usize, sheet: Size) -> Result<(), Misfit> {
        let lies = |width: f64, height: f64| {
            width <= sheet.width + ROUNDING && height <= sheet.height + ROUNDING
        };
        match self {
            Fold::Panels(sides) => {
                let panels = || sides.iter().flat_map(|side| &side.panels);
                let mut shown: Vec<usize> = panels().map(|panel| panel.page).collect();
                shown.sort_unstable();
                if !shown.into_iter().eq(1..=pages) {
                    return Err(Misfit::NotOnce);
                }
                let height = |panel: &Panel| match panel.turn.is_on_its_side() {
                    true => page.width * panel.scale,
                    false => page.height * panel.scale,
                };
                let ends = |panel: &Panel| {
                    let within = panel.x >= 0.0 && panel.y >= 0.0;
                    within && lies(panel.x + panel.width, panel.y + height(panel))
                };
                if !panels().all(ends) {
                    return Err(Misfit::Beyond);
                }
                // How far the later of two begins before the earlier one ends.
                let over = |from: f64, length: f64, other: f64, its_length: f64| {
                    (from + length).min(other + its_length) - from.max(other)
                };
                let overlap = |one: &Panel, other: &Panel| {
                    over(one.x, one.width, other.x, other.width) > ROUNDING
                        && over(one.y, height(one), other.y, height(other)) > ROUNDING
                };
                for side in sides {
                    for (at, one) in side.panels.iter().enumerate() {
                        let mut later = side.panels[at + 1..].iter();
                        if let Some(other) = later.find(|other| overlap(one, other)) {
                            return Err(Misfit::Overlap(one.page, other.page));
                        }
                    }
                }
                Ok(())
            }
            Fold::Booklet => lies(2.0 * page.width, page.height)
                .then_some(())
                .ok_or(Misfit::Beyond),
            Fold::SeveralUp { across, down } => {
                lies(page.width * *across as f64, page.height * *down as f64)
                    .then_some(())
                    .ok_or(Misfit::Beyond)
            }
            Fold::Tiles(tiles) => tiles
                .cover(page, sheet)
                .then_some(())
                .ok_or(Misfit::NotCovered),
        }
    }
}
