//! Characters that no font has, drawn as an empty box.

use super::Pages;
use crate::diagnostic::{Place, Report, codes, diagnostic, list};
use crate::leaflet::typeset::Shared;
use std::collections::BTreeSet;
use typst::layout::{Frame, FrameItem};

/// Tells of all pages at once which characters are missing.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    let mut missing = BTreeSet::new();
    for page in pages.each() {
        missing_glyphs(page.frame, pages.shared, &mut missing);
    }
    if !missing.is_empty() {
        report.push(diagnostic!(
            codes::leaflet::MISSING_GLYPH,
            pages.place(),
            characters = list(named(missing))
        ));
    }
}

/// The same of a card.
pub(super) fn find_on_card(frame: &Frame, shared: &Shared, place: &Place, report: &mut Report) {
    let mut missing = BTreeSet::new();
    missing_glyphs(frame, shared, &mut missing);
    if !missing.is_empty() {
        report.push(diagnostic!(
            codes::leaflet::MISSING_GLYPH_OF_CARD,
            place.clone(),
            characters = list(named(missing))
        ));
    }
}

fn named(missing: BTreeSet<char>) -> impl ExactSizeIterator<Item = String> {
    missing.into_iter().map(|character| {
        let code = u32::from(character);
        format!("{character} U+{code:04X}")
    })
}

/// The characters that were drawn as an empty box.
fn missing_glyphs(frame: &Frame, shared: &Shared, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => missing_glyphs(&group.frame, shared, missing),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let cluster = &text.text[glyph.range()];
                    let unknown = |character: &char| !shared.has_glyph(*character);
                    let mut unknown = cluster.chars().filter(unknown).peekable();
                    if unknown.peek().is_none() {
                        missing.extend(cluster.chars().next());
                    }
                    missing.extend(unknown);
                }
            }
            _ => {}
        }
    }
}
