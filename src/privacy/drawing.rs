//! A drawing (SVG) → what its program wrote into it of whoever drew it.

use super::documents::{named, seen_in};
use crate::personal::{Sighting, What};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a drawing tells of its author. What cannot be read on is told by whoever cleans drawings.
pub(super) fn look(path: &str, text: &str) -> Vec<Sighting> {
    let mut seen = Vec::new();
    let mut reader = Reader::from_str(text);
    let mut within_creator = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                let is_creator = matches!(element.local_name().as_ref(), "creator" | "publisher");
                if is_creator || within_creator > 0 {
                    within_creator += 1;
                }
                seen.extend(path_in(&element, path));
            }
            Ok(Event::Empty(element)) => seen.extend(path_in(&element, path)),
            Ok(Event::End(_)) => within_creator = within_creator.saturating_sub(1),
            Ok(Event::Text(name)) if within_creator > 0 => {
                seen.extend(named(What::Author, &name.xml10_content(), path));
            }
            Ok(Event::Eof) | Err(_) => return seen,
            Ok(_) => {}
        }
    }
}

/// The folder of somebody's own that an attribute names.
fn path_in(element: &BytesStart<'_>, path: &str) -> Option<Sighting> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find_map(|attribute| {
            let value = String::from_utf8_lossy(attribute.value.as_bytes()).into_owned();
            is_folder_of_somebody(&value).then_some(value)
        });
    found.map(|value| seen_in(What::Path, &value, path))
}

/// Whether a path lies in the folder of somebody.
pub(super) fn is_folder_of_somebody(value: &str) -> bool {
    // A picture that the drawing holds is long, and no path.
    let begin = value.get(..value.len().min(300)).unwrap_or_default();
    let mut parts = begin.split(['/', '\\']);
    let is_home = |part: &str| ["home", "Users", "Desktop"].contains(&part);
    !begin.starts_with("data:") && begin.contains([':', '/']) && parts.any(is_home)
}
