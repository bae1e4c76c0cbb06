//! Text of a page that a template has no place for.

use super::names::excerpt;
use crate::leaflet::document::{Leaflet, for_each_text};
use rustc_hash::FxHashMap;
use typst::layout::{Frame, FrameItem, Point, Rect, Transform};
use typst_layout::PagedDocument;

/// The first text of the leaflet that its pages hold fewer letters of than it has.
///
/// A template may show more than a page says, and in any order; what it has no place for is missing.
pub(in crate::leaflet) fn unprinted(document: &PagedDocument, leaflet: &Leaflet) -> Option<String> {
    let mut printed = Letters::default();
    for page in document.pages() {
        printed.count(&page.frame, None);
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
    /// Counts the letters of a frame of which only this part is seen, if it is only a part.
    fn count(&mut self, frame: &Frame, seen: Option<Rect>) {
        for (position, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    // What is turned or made larger is rarely cut as well.
                    let moved = Transform::translate(group.transform.tx, group.transform.ty);
                    let around = seen.filter(|_| group.transform == moved).map(|seen| {
                        let by = *position + Point::new(moved.tx, moved.ty);
                        Rect::new(seen.min - by, seen.max - by)
                    });
                    let own = group.clip.as_ref().map(|clip| clip.bbox(None));
                    let seen = match (own, around) {
                        (Some(own), Some(around)) => {
                            Some(Rect::new(own.min.max(around.min), own.max.min(around.max)))
                        }
                        (own, around) => own.or(around),
                    };
                    self.count(&group.frame, seen);
                }
                FrameItem::Text(text) => {
                    // Where the middle of its letters stands, about.
                    let middle = position.y - text.size * 0.3;
                    let is_seen = |seen: Rect| {
                        (seen.min.y..=seen.max.y).contains(&middle)
                            && position.x <= seen.max.x
                            && position.x + text.width() >= seen.min.x
                    };
                    if !seen.is_none_or(is_seen) {
                        continue;
                    }
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
