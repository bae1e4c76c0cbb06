//! What a leaflet format is: `leaflet/<format>.toml` of the theme → pages, paper and folds, or the size of
//! a picture on a screen.
//!
//! Lengths are millimetres, letters are points.

mod fields;
#[cfg(feature = "leaflets")]
mod fold;
#[cfg(feature = "leaflets")]
mod read;

pub use fields::{SCHEMA, SCREEN_SCHEMA};
#[cfg(feature = "leaflets")]
pub(super) use fold::{Fold, Side, Tiles, Turn};
#[cfg(feature = "leaflets")]
pub(super) use read::{read, read_screen};

#[cfg(feature = "leaflets")]
use super::typeset::Tones;

/// Whether a format's file is one for screens. What cannot be read is one for paper, and told there.
pub(super) fn is_for_screens(text: &str) -> bool {
    let written = text.parse::<toml::Table>();
    written.is_ok_and(|written| written.contains_key("screen"))
}

/// A format that pages are shown in on screens: one picture of a fixed size.
#[cfg(feature = "leaflets")]
#[derive(Debug, Clone)]
pub(super) struct Screen {
    pub(super) name: String,
    /// The path in the theme of the Typst file that draws it.
    pub(super) template_path: String,
    /// Where that stands for the theme's authors.
    pub(super) template_at: String,
    /// In pixels.
    pub(super) width: u32,
    pub(super) height: u32,
    /// The smallest letters there may be.
    pub(super) smallest_text: f64,
}

#[cfg(feature = "leaflets")]
impl Screen {
    /// How large the page is that becomes the picture.
    pub(super) fn page(&self) -> Size {
        Size {
            width: f64::from(self.width) * MILLIMETRES,
            height: f64::from(self.height) * MILLIMETRES,
        }
    }
}

/// A pixel, of which 96 stand on an inch, as style sheets count them.
#[cfg(feature = "leaflets")]
const MILLIMETRES: f64 = 25.4 / 96.0;
/// How many of them a point has.
#[cfg(feature = "leaflets")]
pub(super) const PIXELS_OF_A_POINT: f64 = 96.0 / 72.0;

/// A format that leaflets are printed in.
#[cfg(feature = "leaflets")]
#[derive(Debug, Clone)]
pub struct Format {
    pub(super) name: String,
    pub(super) rules: Rules,
}

#[cfg(feature = "leaflets")]
impl Format {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// What its pictures are made of.
    pub(super) fn tones(&self) -> Tones {
        self.rules.tones
    }
}

#[cfg(all(test, feature = "leaflets"))]
impl Format {
    /// One sheet of A4, printed on both sides.
    pub(super) fn a4() -> Format {
        const FILE: &str = "template = 'a4.typ'\npages = 2\nmargin = 10\nsmallest_scale = 0.85\n\
                            smallest_text = 8.5\nfold = 'several-up'\n\
                            [sheet]\nwidth = 210\nheight = 297\n";
        let mut report = crate::diagnostic::Report::new();
        read("leaflet/a4.toml", FILE, |_| true, &mut report).expect("a format")
    }
}

/// What a format's file says.
#[cfg(feature = "leaflets")]
#[derive(Debug, Clone)]
pub(super) struct Rules {
    /// The Typst file beside this one that sets the pages.
    pub(super) template: String,
    pub(super) page: Size,
    /// How many pages there may be.
    pub(super) pages: usize,
    /// How many pages at the end the text does not flow into, such as the back of a folded leaflet.
    pub(super) closing_pages: usize,
    /// The white edge that a printer needs.
    pub(super) margin: f64,
    /// How large the letters of the text are where nothing makes them larger or smaller.
    pub(super) text: f64,
    /// How far letters may shrink to make the text fit: 0.85 is 85 %.
    pub(super) smallest_scale: f64,
    /// How large the letters of the text may grow to fill the pages.
    pub(super) largest_text: f64,
    /// The smallest letters there may be.
    pub(super) smallest_text: f64,
    /// How many columns its text stands in.
    pub(super) columns: usize,
    /// Whether it shows a choice of the page's text, as a poster does.
    pub(super) excerpt: bool,
    /// What its pictures are made of.
    pub(super) tones: Tones,
    /// How much of a page may be black, in percent.
    pub(super) most_ink: f64,
    pub(super) sheet: Size,
    pub(super) fold: Fold,
}

#[cfg(feature = "leaflets")]
impl Rules {
    /// The template's path in the theme.
    pub(super) fn template_path(&self) -> String {
        format!("leaflet/{}", self.template)
    }

    /// How much larger than its own the text may be set.
    pub(super) fn largest_scale(&self) -> f64 {
        (self.largest_text / self.text).max(self.smallest_scale)
    }
}

/// How wide and high a page or the paper is.
#[cfg(feature = "leaflets")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}
