//! A page's text and figures → a leaflet as PDF: one to read on a screen, one to print and fold.
//!
//! In: a [`Leaflet`], plain data in the page's language, and the theme's `leaflet/` and `fonts/`.
//! Out: [`Printed`] bytes, the same for the same input. Formats are data of the theme. It reads no
//! file, runs nothing that stands in a page, and knows neither Markdown nor budgets. Without the
//! feature `leaflets` there is a press that prints nothing and says so.

mod compose;
pub mod document;
mod fields;
#[cfg(feature = "leaflets")]
mod press;
#[cfg(not(feature = "leaflets"))]
#[path = "no_press.rs"]
mod press;
// Tested in every build, so that it stays true.
#[cfg(all(test, feature = "leaflets"))]
#[allow(dead_code, reason = "only the tests are of use here")]
mod no_press;

pub use document::{Leaflet, LeafletBlock, LeafletInline};
pub use fields::SCHEMA;
pub use press::{Format, Press, Printed, in_parallel, on_its_own};

use crate::diagnostic::{Place, Report};
use crate::site::PageId;
use crate::site::resolve::{Resolved, Resolver};
use crate::store::Store;

/// Prints the leaflet of a page in one of the press's formats, or takes it from `kept`, if the same
/// leaflet was printed before. The report holds warnings; a leaflet that has any is not kept, so that
/// the next build has them to tell.
pub fn of_page(
    resolver: &Resolver<'_>,
    press: &Press,
    kept: &Store,
    id: PageId,
    format: &str,
) -> Result<(Printed, Report), Report> {
    let page = resolver.site.page(id);
    let (document, _) = resolver.document(page)?;
    let resolved = resolver.resolve(id, &document)?;
    let leaflet = compose::compose(resolver.site, &resolved, &resolver.spans(page))?;
    let place = Place::file(page.source());
    let format = press
        .format(format)
        .expect("the plan asks for formats of the press");
    let Some(key) = press.key(&leaflet, format) else {
        return press.print(&leaflet, format, &place);
    };
    if let Some(printed) = kept.get(&key).and_then(|bytes| Printed::read(&bytes)) {
        return Ok((printed, Report::new()));
    }
    let (printed, warnings) = press.print(&leaflet, format, &place)?;
    if warnings.is_empty() {
        kept.put(&key, &printed.bytes());
    }
    Ok((printed, warnings))
}

/// What in the text of a page no leaflet can show.
pub fn check(resolver: &Resolver<'_>, text: &Resolved<'_>) -> Result<(), Report> {
    let place = Place::file(text.page.source());
    let leaflet = compose::compose(resolver.site, text, &resolver.spans(text.page))?;
    press::check(&leaflet, &place)
}
