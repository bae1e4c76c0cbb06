//! What raw HTML in Markdown may hold: the list of elements, and a look at a piece of it that says
//! which of its elements will be left out.
//!
//! The web's allow-list is made of the same list, so that nothing is left out in silence. This look
//! is for the author's sake; that nothing hostile reaches a reader is the allow-list's work.

use super::typed::is_space;
use crate::scheme::tag;
use std::collections::HashSet;
use std::ops::Range;

/// The elements that pass, sorted.
pub const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// The bytes and names of the elements in `html` that will be left out, each name once.
pub(super) fn left_out(html: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut names: HashSet<String> = HashSet::new();
    let bytes = html.as_bytes();
    for at in memchr::memchr_iter(b'<', bytes) {
        let is_of_a_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
        let length = bytes[at + 1..].iter().take_while(is_of_a_name).count();
        let name = html[at + 1..at + 1 + length].to_ascii_lowercase();
        if name.starts_with(|first: char| first.is_ascii_alphabetic())
            && ELEMENTS.binary_search(&name.as_str()).is_err()
            && names.insert(name.clone())
        {
            found.push((at, name));
        }
    }
    found
}

/// An address in raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// Where its value stands, as it was written.
    pub at: Range<usize>,
    /// As browsers read it.
    pub value: String,
    pub is_picture: bool,
}

/// The addresses in elements that pass; each tag is read once.
pub(super) fn addresses(html: &str) -> Vec<Address> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'<', &html.as_bytes()[at..]) {
        at += next + 1;
        if !html[at..].starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        let (element, mut rest) = tag::name_of(&html[at..]);
        while let Some((name, value, after)) = tag::attribute(rest) {
            rest = after;
            let is = |one: &str, other: &str| {
                element.eq_ignore_ascii_case(one) && name.eq_ignore_ascii_case(other)
            };
            let is_picture = is("img", "src");
            if is_picture || is("a", "href") {
                let start = value.as_ptr() as usize - html.as_ptr() as usize;
                found.push(Address {
                    at: start..start + value.len(),
                    value: tag::as_browsers_read(&tag::decoded(value)),
                    is_picture,
                });
            }
        }
        // What the tag swallowed begins no other.
        at = html.len() - rest.len();
    }
    found
}

/// Whether `html` is nothing but one comment; its text then, without spaces of any kind around it.
pub(super) fn comment(html: &str) -> Option<&str> {
    let text = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    (!text.contains("-->")).then(|| text.trim().trim_matches(is_space))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_are_sorted() {
        assert!(ELEMENTS.is_sorted());
    }

    #[test]
    fn an_address_is_found_where_browsers_find_it() {
        let html = "<a href=x>y</a> <A title='>' HREF = \"java&#115;cript:\n1\"> <img alt=a src='//b'> \
                    <q cite=z> < a href=no> <a href=\"open";
        let found = addresses(html);
        let shown: Vec<(&str, &str, bool)> = found
            .iter()
            .map(|one| (&html[one.at.clone()], one.value.as_str(), one.is_picture))
            .collect();
        assert_eq!(
            shown,
            [
                ("x", "x", false),
                ("java&#115;cript:\n1", "javascript:1", false),
                ("//b", "//b", true),
                ("open", "open", false),
            ]
        );
    }

    #[test]
    fn a_script_in_any_spelling_is_named() {
        let names: Vec<String> = left_out("<b>x</b><ScRiPt>a</ScRiPt><svg/onload=x><svg>")
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        assert_eq!(names, ["script", "svg"]);
    }
}
