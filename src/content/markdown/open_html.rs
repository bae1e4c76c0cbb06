//! Markdown whose raw HTML does harm → where its author should look: at the first element that is left
//! open, else at the first raw HTML there is. Nothing but a place depends on it.

use super::options;
use crate::content::mask;
use crate::content::places::Places;
use pulldown_cmark::{Event, Parser};
use std::collections::HashMap;
use std::ops::Range;

/// Elements that have no end.
const VOID: [&str; 6] = ["br", "col", "hr", "img", "input", "wbr"];

pub(in crate::content) fn first_left_open(text: &str, body: Range<usize>) -> Option<Range<usize>> {
    let mut first: Option<Range<usize>> = None;
    let mut open: Vec<(String, Range<usize>)> = Vec::new();
    let mut counts: HashMap<String, usize> = HashMap::new();
    let places = Places::new("", text);
    let typed = mask::typed_without_blocks(text, &body, &places);
    for (event, range) in Parser::new_ext(typed.as_str(), options()).into_offset_iter() {
        let (Event::Html(_) | Event::InlineHtml(_)) = event else {
            continue;
        };
        let range = typed.typed_at(range);
        let range = range.start + body.start..range.end + body.start;
        first.get_or_insert(range.clone());
        for (at, ends, name) in tags(&text[range.clone()]) {
            let at = range.start + at;
            let count = counts.entry(name.clone()).or_default();
            match ends {
                false if !VOID.contains(&name.as_str()) => {
                    *count += 1;
                    open.push((name.clone(), at..at + name.len() + 1));
                }
                true if *count > 0 => {
                    while let Some((last, _)) = open.pop() {
                        counts.entry(last.clone()).and_modify(|count| *count -= 1);
                        if last == name {
                            break;
                        }
                    }
                }
                _ => {}
            }
        }
    }
    let left = open.into_iter().next();
    left.map(|(_, range)| range).or(first)
}

/// Where tags begin, whether they end an element, and its name.
fn tags(html: &str) -> impl Iterator<Item = (usize, bool, String)> {
    memchr::memchr_iter(b'<', html.as_bytes()).filter_map(|at| {
        let rest = &html[at + 1..];
        let ends = rest.starts_with('/');
        let rest = &rest[usize::from(ends)..];
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
            .count();
        let is_name = rest.starts_with(|first: char| first.is_ascii_alphabetic());
        is_name.then(|| (at, ends, rest[..length].to_ascii_lowercase()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_element_that_is_left_open_is_found() {
        for (text, expected) in [
            ("x <b>a</b> <br> <i>b", Some("<i")),
            (
                "<div>\n\n<p>x\n\n</div>\n\n> <u\n> title=\"y\">",
                Some("<u"),
            ),
            ("<b>x</b></b>", Some("<b>")),
            ("x", None),
        ] {
            let found = first_left_open(text, 0..text.len());
            assert_eq!(found.map(|range| &text[range]), expected, "{text}");
        }
    }
}
