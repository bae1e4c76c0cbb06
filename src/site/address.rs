//! Addresses: where an output stands in the tree, and how one output refers to another.
//!
//! A path is relative to the output folder, with `/`: `en/learn/council/index.html`. Pages refer to
//! each other by relative URLs that name `index.html`, so that the same tree works on a host, in a
//! subfolder, and from a USB stick.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

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
    let from_folders = folders(from);
    let to_folders = folders(to);
    let shared = from_folders
        .iter()
        .zip(&to_folders)
        .take_while(|(left, right)| left == right)
        .count();
    let mut url = "../".repeat(from_folders.len() - shared);
    for folder in &to_folders[shared..] {
        url.extend(utf8_percent_encode(folder, PATH));
        url.push('/');
    }
    let name = to.rsplit('/').next().unwrap_or(to);
    url.extend(utf8_percent_encode(name, PATH));
    url
}

fn folders(path: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    parts
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
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') && !matches!(c, '\'' | '’') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
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
