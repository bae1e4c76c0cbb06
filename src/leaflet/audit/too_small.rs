//! Letters smaller than the format allows.

use super::Pages;
use super::names::excerpt;
use crate::diagnostic::{Report, codes, diagnostic};

/// Tells of each page the first text whose letters are too small.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    let smallest = pages.format.rules.smallest_text;
    for page in pages.each() {
        let mut letters = page.ink.iter().filter_map(|ink| ink.letters.as_ref());
        if let Some(letters) = letters.find(|letters| letters.size < smallest - 0.01) {
            report.push(diagnostic!(
                codes::leaflet::TOO_SMALL,
                pages.place(),
                text = excerpt(&letters.text),
                points = format_args!("{:.1}", letters.size),
                smallest = smallest,
                format = pages.format.name()
            ));
        }
    }
}
