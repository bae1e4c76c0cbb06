//! Finished pages → what no reader could use: text on text, ink off the page, empty boxes.
//!
//! The typesetter warns of none of these. One file an audit, and their list. Lengths are points here,
//! millimetres in messages.

mod black;
mod empty_page;
mod ink;
mod left_out;
mod missing_glyph;
mod off_the_page;
mod overlap;
mod page_size;
mod too_small;

pub(super) use ink::{Ink, ink};
pub(super) use left_out::unprinted;

use super::format::Format;
use super::typeset::Shared;
use crate::diagnostic::{Place, Report};
use crate::khmer;
use std::collections::BTreeMap;
use typst::layout::Frame;
use typst::visualize::{Image, ImageKind, Paint};
use typst_layout::PagedDocument;

/// Everything that is looked for on finished pages.
const AUDITS: &[fn(&Pages<'_>, &mut Report)] = &[
    black::find,
    empty_page::find,
    missing_glyph::find,
    off_the_page::find,
    overlap::find,
    page_size::find,
    too_small::find,
];

/// Everything on these pages that no reader could use; `place` is the text's, and `pictures` are its own by the
/// names of their files.
pub(super) fn audit(
    document: &PagedDocument,
    format: &Format,
    shared: &Shared,
    place: &Place,
    pictures: &BTreeMap<String, Vec<u8>>,
) -> Report {
    let pages = document.pages().iter().zip(1..).map(|(page, number)| Page {
        frame: &page.frame,
        ground: page.fill_or_white(),
        ink: ink(&page.frame),
        number,
    });
    let pages = Pages {
        pages: pages.collect(),
        format,
        shared,
        place,
        pictures,
    };
    let mut report = Report::new();
    for find in AUDITS {
        find(&pages, &mut report);
    }
    report
}

/// Everything on a card that nobody could use.
pub(super) fn audit_card(document: &PagedDocument, shared: &Shared, place: &Place) -> Report {
    let mut report = Report::new();
    for page in document.pages() {
        missing_glyph::find_on_card(&page.frame, shared, place, &mut report);
        off_the_page::find_on_card(&page.frame, place, &mut report);
    }
    report
}

/// The pages of a leaflet, in reading order.
struct Pages<'leaflet> {
    pages: Vec<Page<'leaflet>>,
    format: &'leaflet Format,
    shared: &'leaflet Shared,
    /// Where what is wrong is told.
    place: &'leaflet Place,
    pictures: &'leaflet BTreeMap<String, Vec<u8>>,
}

impl Pages<'_> {
    fn each(&self) -> impl Iterator<Item = &Page<'_>> {
        self.pages.iter()
    }

    /// The file of a picture; what it shows, if its file is none of the text's.
    fn name_of(&self, image: &Image) -> String {
        let is_it = |bytes: &[u8]| match image.kind() {
            ImageKind::Raster(raster) => raster.data().as_slice() == bytes,
            _ => false,
        };
        let file = self.pictures.iter().find(|(_, bytes)| is_it(bytes));
        let shown = || excerpt(image.alt().unwrap_or("…"));
        file.map_or_else(shown, |(file, _)| file.clone())
    }

    /// Where the template stands that set them.
    fn template_at(&self) -> String {
        let path = self.format.rules.template_path();
        self.shared.stands_at(&path).to_owned()
    }
}

struct Page<'leaflet> {
    frame: &'leaflet Frame,
    /// What it is filled with.
    ground: Option<Paint>,
    ink: Vec<Ink>,
    /// From 1.
    number: usize,
}

/// The beginning of a text, for a message.
pub(super) fn excerpt(text: &str) -> String {
    khmer::truncate_clusters(text.trim(), 40).to_owned()
}
