//! Text of a page that a template has no place for.

use super::excerpt;
use crate::leaflet::document::{Leaflet, for_each_text};
use rustc_hash::FxHashMap;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// The first text of the leaflet that its pages hold fewer letters of than it has.
///
/// A template may show more than a page says, and in any order; what it has no place for is missing.
pub(in crate::leaflet) fn unprinted(document: &PagedDocument, leaflet: &Leaflet) -> Option<String> {
    let mut printed = Letters::default();
    for page in document.pages() {
        printed.count(&page.frame);
    }
    let mut missing = None;
    for_each_text(&leaflet.blocks, &mut |text: &str| {
        for letter in text.chars() {
            if !printed.take(letter) && letter.is_alphanumeric() {
                missing.get_or_insert(text);
            }
        }
    });
    missing.map(|text| excerpt(&text.replace('\u{200b}', "")))
}

/// How many there are of each letter, and of all that is none.
#[derive(Default)]
struct Letters(FxHashMap<char, usize>);

impl Letters {
    fn count(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.count(&group.frame),
                FrameItem::Text(text) => {
                    for letter in text.text.chars() {
                        *self.0.entry(letter).or_default() += 1;
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether there was one more.
    fn take(&mut self, letter: char) -> bool {
        match self.0.get_mut(&letter) {
            Some(left) if *left > 0 => *left -= 1,
            _ => return false,
        }
        true
    }
}
