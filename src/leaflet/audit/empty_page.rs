//! Pages on which nothing stands.

use super::Pages;
use crate::diagnostic::{Report, codes, diagnostic};

/// Tells each page without ink.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    for page in pages.each().filter(|page| page.ink.is_empty()) {
        report.push(diagnostic!(
            codes::leaflet::EMPTY_PAGE,
            pages.place(),
            page = page.number,
            format = pages.format.name()
        ));
    }
}
