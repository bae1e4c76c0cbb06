//! A drawing (SVG) → the same drawing without what runs in it or asks others, and what was taken out.
//!
//! Programs that draw put more into a file than a drawing: a font from elsewhere, a script for a button, a
//! piece of HTML. All that is kept comes out as it was written, texts first of all; the cost grows with
//! the length of the text. What may hide something stays as it is, and is for its author to mend.

use super::{
    ASKS_OTHERS, Found, asks_in_style, in_drawing, name_of, of_attribute, of_name, position,
};
use crate::diagnostic::Words;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::ops::Range;

/// The drawing, and each piece that is no part of it any more; nothing if it may hide what it holds.
pub(super) fn clean(text: &str) -> Option<(String, Found)> {
    let mut cleaning = Cleaning {
        text,
        out: String::with_capacity(text.len()),
        taken_out: Found::new(),
    };
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    // How deep the element stands that is left out with all that stands in it.
    let mut left_out: Option<usize> = None;
    let mut in_style = false;
    loop {
        let start = position(&reader);
        let event = reader.read_event().ok()?;
        let range = start..position(&reader).max(start);
        let is_kept = left_out.is_none();
        match event {
            Event::Eof => break,
            Event::Start(element) => {
                depth += 1;
                in_style = name_of(&element) == "style";
                if is_kept && !cleaning.tag(&element, range, ">")? {
                    left_out = Some(depth);
                }
            }
            Event::Empty(element) if is_kept => {
                cleaning.tag(&element, range, "/>")?;
            }
            Event::End(_) => {
                in_style = false;
                if is_kept {
                    cleaning.keep(range);
                } else if left_out == Some(depth) {
                    left_out = None;
                }
                depth = depth.checked_sub(1)?;
            }
            Event::PI(_) if is_kept => cleaning.taken_out.push((range, ASKS_OTHERS)),
            Event::Text(_) | Event::CData(_) if is_kept && in_style => cleaning.style(range),
            _ if is_kept => cleaning.keep(range),
            _ => {}
        }
    }
    // What we mended is looked at as everybody else's.
    let is_clean = depth == 0 && in_drawing(&cleaning.out).is_empty();
    is_clean.then_some((cleaning.out, cleaning.taken_out))
}

struct Cleaning<'text> {
    text: &'text str,
    out: String,
    taken_out: Found,
}

impl Cleaning<'_> {
    fn keep(&mut self, range: Range<usize>) {
        self.out.push_str(&self.text[range]);
    }

    /// Keeps a tag, without attributes that may not stand in it, unless its element may not stand there
    /// at all; tells which.
    fn tag(&mut self, element: &BytesStart<'_>, range: Range<usize>, end: &str) -> Option<bool> {
        let name = name_of(element);
        if let Some(does) = of_name(&name) {
            self.taken_out.push((range, does));
            return Some(false);
        }
        let written = &self.text[range.clone()];
        let mut kept = format!("<{}", element.name().as_ref());
        let mut found: Vec<(String, Words)> = Vec::new();
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.ok()?;
            let key = attribute.key.as_ref();
            let local = attribute.key.local_name().as_ref().to_ascii_lowercase();
            let value = attribute.normalized_value(XmlVersion::Explicit1_0).ok()?;
            if let Some(does) = of_attribute(&name, &local, &value) {
                found.push((key.to_owned(), does));
                continue;
            }
            let raw = &*attribute.value;
            let quote = if raw.contains('"') { '\'' } else { '"' };
            kept.push_str(&format!(" {key}={quote}{raw}{quote}"));
        }
        if found.is_empty() {
            self.keep(range);
            return Some(true);
        }
        for (key, does) in found {
            let at = range.start + written.find(key.as_str()).unwrap_or(0);
            self.taken_out.push((at..at + key.len(), does));
        }
        self.out.push_str(&kept);
        self.out.push_str(end);
        Some(true)
    }

    /// Keeps a style without its rules that ask others.
    fn style(&mut self, mut range: Range<usize>) {
        const SECTION: (&str, &str) = ("<![CDATA[", "]]>");
        let is_section = self.text[range.clone()].starts_with(SECTION.0);
        if is_section {
            self.out.push_str(SECTION.0);
            range = range.start + SECTION.0.len()..range.end - SECTION.1.len();
        }
        self.rules(range);
        if is_section {
            self.out.push_str(SECTION.1);
        }
    }

    fn rules(&mut self, range: Range<usize>) {
        let mut start = range.start;
        for rule in self.text[range].split_inclusive(['}', ';']) {
            let plain: String = rule.chars().filter(|c| !c.is_whitespace()).collect();
            let plain = plain.to_ascii_lowercase();
            // A backslash writes a letter in another way.
            if asks_in_style(&plain) || plain.contains('\\') && plain.contains('(') {
                let begin = start + (rule.len() - rule.trim_start().len());
                self.taken_out
                    .push((begin..start + rule.len(), ASKS_OTHERS));
                // What it stands in begins and ends as before.
                let (begins, ends) = (rule.rfind('{'), rule.ends_with('}'));
                match begins {
                    Some(begins) if !ends => self.out.push_str(&rule[..=begins]),
                    None if ends => self.out.push('}'),
                    _ => {}
                }
            } else {
                self.out.push_str(rule);
            }
            start += rule.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(drawing: &str, expected: &str, taken_out: &[&str]) {
        let (cleaned, found) = clean(drawing).expect("it hides nothing");
        assert_eq!(cleaned, expected);
        let found: Vec<&str> = found
            .iter()
            .map(|(range, _)| &drawing[range.clone()])
            .collect();
        assert_eq!(found, taken_out);
    }

    #[test]
    fn a_drawing_that_only_draws_stays_as_it_is() {
        let drawing = "<?xml version='1.0'?>\n<!-- ក --><svg xmlns='http://www.w3.org/2000/svg' \
                       viewBox = \"0 0 9 9\"><style>.a { fill: url(#g) }</style><text>ទឹក &amp; ភ្លើង</text>\
                       <![CDATA[<]]><image href=\"data:image/png;base64,AAAA\"/></svg>\n";
        check(drawing, drawing, &[]);
    }

    #[test]
    fn what_runs_or_asks_is_taken_out_and_the_rest_is_kept() {
        for (piece, kept, taken_out) in [
            ("<script>a<b/></script>ទឹក", "ទឹក", &["<script>"][..]),
            ("<a><script/>x</a>", "<a>x</a>", &["<script/>"]),
            (
                "<foreignObject><p>a</p><foreignObject/></foreignObject><text>b</text>",
                "<text>b</text>",
                &["<foreignObject>"],
            ),
            (
                "<g onclick='x()' id='y'><rect/></g>",
                "<g id=\"y\"><rect/></g>",
                &["onclick"],
            ),
            (
                "<rect fill='url(https://x.example/#a)' title='\"' onload=\"x\"/>",
                "<rect title='\"'/>",
                &["fill", "onload"],
            ),
            (
                "<image xlink:href='//x.example/a.png'/>",
                "<image/>",
                &["xlink:href"],
            ),
            (
                "<style>@import url(https://x.example/f.css); a{b:c;d:url(//x);e:f} g{h:url(//x)}</style>",
                "<style> a{b:c;e:f}</style>",
                &[
                    "@import url(https://x.example/f.css);",
                    "d:url(//x);",
                    "g{h:url(//x)}",
                ],
            ),
            (
                "<style>a{b:c;d:url(//x)} g{h:i}</style>",
                "<style>a{b:c;} g{h:i}</style>",
                &["d:url(//x)}"],
            ),
            (
                "<style><![CDATA[a{b:url(x)}c{}]]></style>",
                "<style><![CDATA[c{}]]></style>",
                &["a{b:url(x)}"],
            ),
            (
                "<?xml-stylesheet href='x'?>",
                "",
                &["<?xml-stylesheet href='x'?>"],
            ),
        ] {
            check(
                &format!("<svg>{piece}</svg>"),
                &format!("<svg>{kept}</svg>"),
                taken_out,
            );
        }
    }

    #[test]
    fn what_may_hide_something_is_not_mended() {
        for drawing in [
            "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg>&x;</svg>",
            "<svg><g></svg>",
            "<svg>",
            "<svg><rect a='&x;'/></svg>",
            "<svg><rect",
        ] {
            assert!(clean(drawing).is_none(), "{drawing}");
        }
    }
}
