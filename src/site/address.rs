//! Addresses: where an output stands in the tree, and how one output refers to another.
//!
//! A path is relative to the output folder, with `/`: `en/learn/council/index.html`. Pages refer to
//! each other by relative URLs that name `index.html`, so that the same tree works on a host, in a
//! subfolder, and from a USB stick.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::borrow::Cow;

/// What must be escaped in a URL's path.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The relative URL from the output at `from` to the output at `to`.
pub fn relative(from: &str, to: &str) -> String {
    let own = folder(from.as_bytes());
    let both = own.iter().zip(folder(to.as_bytes()));
    let same = both.take_while(|(left, right)| left == right).count();
    // Folders are shared as wholes.
    let shared = folder(&own[..same]).len();
    let above = memchr::memchr_iter(b'/', &own[shared..]).count();
    let mut url = String::with_capacity(3 * above + to.len() - shared);
    for _ in 0..above {
        url.push_str("../");
    }
    url.extend(utf8_percent_encode(&to[shared..], PATH));
    url
}

/// The folder that an output stands in, with `/` at its end.
fn folder(path: &[u8]) -> &[u8] {
    let end = memchr::memrchr(b'/', path).map_or(0, |at| at + 1);
    &path[..end]
}

/// The absolute URL of the output at `path`; `index.html` is left out.
pub fn absolute(base_url: &str, path: &str) -> String {
    let shown = match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    };
    let mut url = base_url.to_owned();
    url.extend(utf8_percent_encode(shown, PATH));
    url
}

/// Lower-case ASCII letters and digits, joined by single hyphens; empty if there are none.
pub fn slug(text: &str) -> Cow<'_, str> {
    let is_plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let parts = text.as_bytes().split(|byte| *byte == b'-');
    if parts
        .into_iter()
        .all(|part| !part.is_empty() && part.iter().all(is_plain))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') && !matches!(c, '\'' | '’') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_url_climbs_only_as_far_as_needed() {
        let page = "en/learn/council/index.html";
        assert_eq!(relative(page, "en/learn/index.html"), "../index.html");
        assert_eq!(relative(page, "index.html"), "../../../index.html");
        assert_eq!(relative("index.html", "a/index.html"), "a/index.html");
        assert_eq!(relative(page, page), "index.html");
        assert_eq!(
            relative("a/index.html", "b/រូប ១.jpg"),
            "../b/%E1%9E%9A%E1%9E%BC%E1%9E%94%20%E1%9F%A1.jpg"
        );
    }

    #[test]
    fn an_absolute_url_ends_in_its_folder() {
        let base = "https://example.org/c/";
        assert_eq!(absolute(base, "en/index.html"), "https://example.org/c/en/");
        assert_eq!(
            absolute(base, "data/a.csv"),
            "https://example.org/c/data/a.csv"
        );
    }

    #[test]
    fn a_slug_is_plain_ascii() {
        assert_eq!(slug("Preah Sihanouk"), "preah-sihanouk");
        assert_eq!(
            slug("  Know: your Commune's money! "),
            "know-your-communes-money"
        );
        assert_eq!(slug("ថវិកា"), "");
    }
}
