//! A picture in a page: around its `<img>` the same as WebP, for browsers that know it, and what keeps the
//! page from jumping when it arrives.

use super::{ImageView, escape};
use crate::scheme::tag;

/// How wide the theme shows a picture: a column of text, or a phone.
const SIZES: &str = "(max-width:40em) 100vw,640px";

/// What stands before the `<img>`.
pub(super) fn open(image: &ImageView, out: &mut String) {
    if image.webp.is_empty() {
        return;
    }
    out.push_str("<picture><source type=\"image/webp\" srcset=\"");
    for (at, (url, width)) in image.webp.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        // At its ends a comma would be none of the address.
        escape(&url.replace(',', "%2C"), out);
        if image.webp.len() > 1 {
            out.push_str(&format!(" {width}w"));
        }
    }
    if image.webp.len() > 1 {
        out.push_str("\" sizes=\"");
        out.push_str(SIZES);
    }
    out.push_str("\">");
}

/// What stands behind it.
pub(super) fn close(image: &ImageView, out: &mut String) {
    if !image.webp.is_empty() {
        out.push_str("</picture>");
    }
}

/// What an author wrote into the tag of a picture that we would write ourselves.
#[derive(Default)]
pub(super) struct Written {
    width: Option<String>,
    height: Option<String>,
    pub has_loading: bool,
}

impl Written {
    pub(super) fn of(tag: &str) -> Written {
        let mut written = Written::default();
        let (_, mut rest) = tag::name_of(tag.trim_start_matches('<'));
        while let Some((name, value, after)) = tag::attribute(rest) {
            rest = after;
            match name {
                "width" => written.width = Some(value.to_owned()),
                "height" => written.height = Some(value.to_owned()),
                "loading" => written.has_loading = true,
                _ => {}
            }
        }
        written
    }

    /// Writes what is missing of the size; one side follows from the other.
    pub(super) fn size(&self, image: &ImageView, out: &mut String) {
        let Some((width, height)) = image.size else {
            return;
        };
        let mut add = |name: &str, pixels: u32| out.push_str(&format!(" {name}=\"{pixels}\""));
        match (&self.width, &self.height) {
            (None, None) => {
                add("width", width);
                add("height", height);
            }
            (Some(own), None) => {
                if let Some(other) = in_proportion(own, width, height) {
                    add("height", other);
                }
            }
            (None, Some(own)) => {
                if let Some(other) = in_proportion(own, height, width) {
                    add("width", other);
                }
            }
            (Some(_), Some(_)) => {}
        }
    }
}

/// The other side of a picture whose one side is written, if that is in pixels.
fn in_proportion(written: &str, side: u32, other: u32) -> Option<u32> {
    let written: u32 = written.trim().parse().ok()?;
    let other = u64::from(written) * u64::from(other) + u64::from(side) / 2;
    u32::try_from(other / u64::from(side))
        .ok()
        .map(|own| own.max(1))
}
