//! HTML with an author's raw HTML in it → HTML that is safe to publish.
//!
//! Text, elements and attributes on the list stay, everything else goes: scripts, styles, frames,
//! forms, event handlers, `style`, addresses with other schemes, pictures from other hosts, and ids
//! and classes that mean nothing here. What we wrote ourselves passes as it is, so that a piece of raw
//! HTML changes nothing around it. What components wrote is put in afterwards, at marks made of a hash
//! of the whole text, which nobody can write into that text; a mark also shows where a link leaves the
//! site.

use crate::content::block::{Block, Descend, Inline, Visit};
use crate::content::raw_html::ELEMENTS;
use crate::scheme;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Something of ours at a byte of the text.
pub(super) struct Slot {
    at: usize,
    content: Content,
}

enum Content {
    /// HTML that no list needs to look at.
    Trusted(String),
    /// The beginning of an id.
    Id,
}

impl Slot {
    pub(super) fn trusted(at: usize, html: String) -> Slot {
        Slot {
            at,
            content: Content::Trusted(html),
        }
    }

    pub(super) fn id(at: usize) -> Slot {
        Slot {
            at,
            content: Content::Id,
        }
    }
}

/// Whether any raw HTML stands in these blocks, the bodies of components left aside.
pub(super) fn holds_html(blocks: &[Block]) -> bool {
    let mut looking = Looking { found: false };
    looking.blocks(blocks);
    looking.found
}

struct Looking {
    found: bool,
}

impl<'text> Visit<'text> for Looking {
    fn block(&mut self, block: &'text Block) -> Descend {
        self.found |= matches!(block, Block::Html(_));
        Descend::Yes
    }

    fn inline(&mut self, inline: &'text Inline) -> Descend {
        self.found |= matches!(inline, Inline::Html(_));
        Descend::Yes
    }
}

/// Cleans `html` and puts what stands in the slots, which are in rising order, into it.
pub(super) fn clean(html: &str, slots: Vec<Slot>) -> String {
    let hash = blake3::hash(html.as_bytes()).to_hex();
    let mark = format!("x{hash}x");
    let outward = format!("y{hash}y");
    let mut marked = String::with_capacity(html.len() + slots.len() * (mark.len() + 4));
    let mut copied = 0;
    let mut trusted: Vec<String> = Vec::new();
    for slot in slots {
        marked.push_str(&html[copied..slot.at]);
        marked.push_str(&mark);
        copied = slot.at;
        if let Content::Trusted(html) = slot.content {
            marked.push_str(&trusted.len().to_string());
            marked.push('x');
            trusted.push(html);
        }
    }
    marked.push_str(&html[copied..]);
    let cleaned = builder(&mark, &outward).clean(&marked).to_string();
    put_in(&with_rel(&cleaned, &outward), &mark, &trusted)
}

/// Links that leave the site say nothing of it to where they lead: each begins with the mark.
fn with_rel(cleaned: &str, outward: &str) -> String {
    let mut parts = cleaned.split(outward);
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (url, rest) = part.split_once('"').unwrap_or((part, ""));
        out.push_str(url);
        out.push_str("\" rel=\"noopener noreferrer\"");
        out.push_str(rest);
    }
    out
}

fn put_in(cleaned: &str, mark: &str, trusted: &[String]) -> String {
    let length: usize = trusted.iter().map(String::len).sum();
    let mut out = String::with_capacity(cleaned.len() + length);
    let mut parts = cleaned.split(mark);
    out.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let numbered = part.split_once('x');
        let known = numbered
            .and_then(|(number, rest)| Some((trusted.get(number.parse::<usize>().ok()?)?, rest)));
        match known {
            Some((html, rest)) => {
                out.push_str(html);
                out.push_str(rest);
            }
            None => out.push_str(part),
        }
    }
    out
}

/// What is clean stays as it is, and is no longer by more than its ends.
#[cfg(any(test, fuzzing))]
pub(crate) fn fuzz(html: &str) {
    let cleaned = clean(html, Vec::new());
    assert_eq!(clean(&cleaned, Vec::new()), cleaned, "cleaned twice");
}

fn builder(mark: &str, outward: &str) -> Builder<'static> {
    let (mark, outward) = (mark.to_owned(), outward.to_owned());
    let set = |names: &[&'static str]| -> HashSet<&'static str> { names.iter().copied().collect() };
    let attributes: HashMap<&str, HashSet<&str>> = [
        ("a", set(&["href", "aria-label", "role"])),
        ("img", set(&["src", "alt", "width", "height", "loading"])),
        ("ol", set(&["start", "class"])),
        ("ul", set(&["class"])),
        ("li", set(&["value"])),
        ("td", set(&["class", "colspan", "rowspan"])),
        ("th", set(&["class", "colspan", "rowspan", "scope"])),
        ("code", set(&["class"])),
        ("span", set(&["class"])),
        ("col", set(&["span"])),
        ("colgroup", set(&["span"])),
        ("div", set(&["class", "role", "tabindex", "aria-label"])),
        ("section", set(&["class", "role", "aria-label"])),
        ("details", set(&["open"])),
        ("time", set(&["datetime"])),
        ("bdo", set(&["dir"])),
    ]
    .into_iter()
    .collect();
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(set(&["script", "style", "template", "noscript", "title"]))
        .tag_attributes(attributes)
        .generic_attributes(set(&["id", "lang", "dir", "title"]))
        .url_schemes(crate::scheme::SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(move |element, attribute, value| {
            let left = attribute_of(&mark, element, attribute, value)?;
            let leaves = (element, attribute) == ("a", "href") && leads_out(&left);
            Some(match leaves {
                true => Cow::Owned(format!("{outward}{left}")),
                false => left,
            })
        });
    builder
}

/// What is left of an attribute on the list.
fn attribute_of<'value>(
    mark: &str,
    element: &str,
    attribute: &str,
    value: &'value str,
) -> Option<Cow<'value, str>> {
    if attribute == "id" {
        let id = value.strip_prefix(mark)?;
        return (!id.contains(mark)).then_some(Cow::Borrowed(id));
    }
    // An unclosed quote in raw HTML can swallow what follows; nothing of ours belongs in there.
    if value.contains(mark) {
        return None;
    }
    if attribute == "class" {
        let mut classes = value.split_ascii_whitespace();
        let known = classes.find(|class| is_class(element, class));
        return known.map(Cow::Borrowed);
    }
    let passes = match (element, attribute) {
        ("img", "src") => is_own_picture(value),
        ("div", "role") => value == "group",
        ("div", "tabindex") => value == "0",
        ("a", "role") => matches!(value, "doc-noteref" | "doc-backlink"),
        ("section", "role") => value == "doc-endnotes",
        _ => true,
    };
    passes.then_some(Cow::Borrowed(value))
}

/// A class that the style sheet, or a reader of code, knows.
fn is_class(element: &str, class: &str) -> bool {
    match element {
        "div" => class == "table",
        "section" => class == "footnotes",
        "td" | "th" => matches!(class, "right" | "centre"),
        "span" => matches!(class, "w" | "mark"),
        "ol" | "ul" => class == "marked",
        "code" => class
            .strip_prefix("language-")
            .is_some_and(|language| !language.is_empty()),
        _ => false,
    }
}

/// A relative URL of this site.
fn is_own_picture(source: &str) -> bool {
    scheme::is_path(&as_browsers_read(source))
}

/// Whether a link leads to a web page of somebody else.
fn leads_out(href: &str) -> bool {
    scheme::leads_out(&as_browsers_read(href))
}

fn as_browsers_read(url: &str) -> String {
    url.chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect()
}
