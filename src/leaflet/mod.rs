//! A page's text and figures → a leaflet as PDF: one to read on a screen, one to print and fold.
//!
//! In: a [`Leaflet`], plain data in the page's language, and the theme's `leaflet/` and `fonts/`.
//! Out: [`Printed`] bytes, the same for the same input. Formats are data of the theme. It reads no
//! file, runs nothing that stands in a page, and knows neither Markdown nor budgets.

mod audit;
mod compose;
pub mod document;
mod fit;
mod format;
mod parallel;
mod pdf;
mod prepare;
mod press;
mod qr;
mod sheet;
mod text_layer;
mod world;

pub use document::{Leaflet, LeafletBlock, LeafletInline};
pub use format::SCHEMA;
pub use parallel::in_parallel;
pub use press::{Press, Printed};

use crate::diagnostic::Report;
use crate::site::{PageId, Site};

/// Prints the leaflet of a page in one of the press's formats.
pub fn of_page(site: &Site, press: &Press, id: PageId, format: &str) -> Result<Printed, Report> {
    let leaflet = compose::compose(site, id)?;
    press.print(&leaflet, format, &compose::place_of(site.page(id)))
}
