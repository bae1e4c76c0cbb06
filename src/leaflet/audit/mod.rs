//! Finished pages → what no reader could use: text on text, ink off the page, empty boxes.
//!
//! The typesetter warns of none of these. One file an audit, and their list. Lengths are points here,
//! millimetres in messages.

mod black;
mod empty_page;
mod ink;
mod left_out;
mod missing_glyph;
mod names;
mod off_the_page;
mod overlap;
mod page_size;
mod too_small;

pub(super) use ink::{Ink, depth, ink, line_height};
pub(super) use left_out::unprinted;
pub(super) use names::Names;

use super::format::Format;
use super::typeset::Shared;
use crate::diagnostic::{Place, Report};
use typst::layout::Frame;
use typst::visualize::Paint;
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

/// Everything on these pages that no reader could use.
pub(super) fn audit(
    document: &PagedDocument,
    format: &Format,
    shared: &Shared,
    names: &Names<'_>,
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
        names,
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
    names: &'leaflet Names<'leaflet>,
}

impl Pages<'_> {
    fn each(&self) -> impl Iterator<Item = &Page<'_>> {
        self.pages.iter()
    }

    /// Where what is wrong with the text is told.
    fn place(&self) -> Place {
        self.names.place.clone()
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
