//! A drawing (SVG) → the width and height at which pages show it, by what its first tag says.

use super::NARROW;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// In pixels; nothing if the drawing does not say how high it is for its width.
pub(super) fn size(text: &str) -> Option<(u32, u32)> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(root) | Event::Empty(root) => return size_of(&root),
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn size_of(root: &BytesStart<'_>) -> Option<(u32, u32)> {
    let value = |name: &str| {
        let mut attributes = root.attributes();
        let attribute = attributes.find(|own| {
            let own = own.as_ref();
            own.is_ok_and(|own| own.key.as_ref() == name)
        })?;
        let value = attribute.ok()?.normalized_value(XmlVersion::Explicit1_0);
        value.ok().map(|value| value.into_owned())
    };
    if let (Some(width), Some(height)) = (value("width"), value("height"))
        && let (Some(width), Some(height)) = (pixels(&width), pixels(&height))
    {
        return Some((whole(width)?, whole(height)?));
    }
    // One that says only its proportions is as wide as the text.
    let view = value("viewBox")?;
    let numbers: Vec<f64> = view
        .split([' ', ',', '\n', '\t', '\r'])
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().ok())
        .collect::<Option<_>>()?;
    let [_, _, width, height] = numbers[..] else {
        return None;
    };
    let height = f64::from(NARROW) * height / width;
    Some((NARROW, whole(height)?))
}

/// A length in pixels, as CSS counts them.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let units = [
        ("px", 1.0),
        ("pt", 96.0 / 72.0),
        ("pc", 16.0),
        ("mm", 96.0 / 25.4),
        ("cm", 96.0 / 2.54),
        ("in", 96.0),
    ];
    let found = units.iter().find_map(|(unit, pixels)| {
        let number = length.strip_suffix(unit)?;
        Some((number, *pixels))
    });
    let (number, of) = found.unwrap_or((length, 1.0));
    number.trim().parse::<f64>().ok().map(|number| number * of)
}

/// A length that a page can have.
fn whole(length: f64) -> Option<u32> {
    let rounded = length.round();
    (1.0..=65_535.0)
        .contains(&rounded)
        .then_some(rounded as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_as_large_as_it_says() {
        for (tag, expected) in [
            ("<svg width='30' height='20.4'/>", Some((30, 20))),
            (
                "<?xml version='1.0'?><!-- ក --><svg width='25.4mm' height='72pt'>",
                Some((96, 96)),
            ),
            (
                "<svg width='100%' height='100%' viewBox='0 0 24,12'/>",
                Some((640, 320)),
            ),
            ("<svg viewBox='0 0 24 12' width='9'/>", Some((640, 320))),
            ("<svg viewBox='0 0 0 0'/>", None),
            ("<svg viewBox='0 0 -1 5'/>", None),
            ("<svg viewBox='0 0 1'/>", None),
            ("<svg width='0' height='1e99'/>", None),
            ("<svg width='1em' height='2em'/>", None),
            ("<svg/>", None),
            ("", None),
            ("<svg", None),
        ] {
            assert_eq!(size(tag), expected, "{tag}");
        }
    }
}
