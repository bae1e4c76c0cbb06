//! Text of a page that a template has no place for.

use super::excerpt;
use crate::leaflet::document::{Leaflet, for_each_text};
use std::collections::HashMap;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// The first text of the leaflet that its pages hold fewer letters of than it has.
///
/// A template may show more than a page says, and in any order; what it has no place for is missing.
pub(in crate::leaflet) fn unprinted(document: &PagedDocument, leaflet: &Leaflet) -> Option<String> {
    let mut printed: HashMap<char, usize> = HashMap::new();
    for page in document.pages() {
        count_letters(&page.frame, &mut printed);
    }
    let mut missing = None;
    for_each_text(&leaflet.blocks, &mut |text: &str| {
        for letter in text.chars().filter(|letter| letter.is_alphanumeric()) {
            match printed.get_mut(&letter) {
                Some(left) if *left > 0 => *left -= 1,
                _ => {
                    missing.get_or_insert(text);
                }
            }
        }
    });
    missing.map(|text| excerpt(&text.replace('\u{200b}', "")))
}

fn count_letters(frame: &Frame, printed: &mut HashMap<char, usize>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => count_letters(&group.frame, printed),
            FrameItem::Text(text) => {
                for letter in text.text.chars().filter(|letter| letter.is_alphanumeric()) {
                    *printed.entry(letter).or_default() += 1;
                }
            }
            _ => {}
        }
    }
}
