//! HTML with an author's raw HTML in it → HTML that is safe to publish.
//!
//! Text, elements and attributes on the list stay, everything else goes: scripts, styles, frames,
//! forms, event handlers, `style`, addresses with other schemes, pictures from other hosts, and ids
//! that we did not write. What components wrote is put in afterwards, at marks made of a hash of the
//! whole text, which nobody can write into that text.

use crate::content::block::{Block, Descend, Inline, Visit};
use crate::content::raw_html::ELEMENTS;
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
    let mark = format!("x{}x", blake3::hash(html.as_bytes()).to_hex());
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
    let cleaned = builder(&mark).clean(&marked).to_string();
    put_in(&cleaned, &mark, &trusted)
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

fn builder(mark: &str) -> Builder<'static> {
    let mark = mark.to_owned();
    let set = |names: &[&'static str]| -> HashSet<&'static str> { names.iter().copied().collect() };
    let attributes: HashMap<&str, HashSet<&str>> = [
        ("a", set(&["href", "aria-label", "role"])),
        ("img", set(&["src", "alt", "width", "height", "loading"])),
        ("ol", set(&["start"])),
        ("td", set(&["colspan", "rowspan"])),
        ("th", set(&["colspan", "rowspan", "scope"])),
        ("col", set(&["span"])),
        ("colgroup", set(&["span"])),
        ("div", set(&["role", "tabindex", "aria-label"])),
        ("section", set(&["role", "aria-label"])),
        ("details", set(&["open"])),
        ("time", set(&["datetime"])),
        ("bdo", set(&["dir"])),
    ]
    .into_iter()
    .collect();
    let classes: HashMap<&str, HashSet<&str>> = [
        ("div", set(&["table"])),
        ("section", set(&["footnotes"])),
        ("td", set(&["right", "centre"])),
        ("th", set(&["right", "centre"])),
    ]
    .into_iter()
    .collect();
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(set(&["script", "style", "template", "noscript", "title"]))
        .tag_attributes(attributes)
        .generic_attributes(set(&["id", "lang", "dir", "title"]))
        .allowed_classes(classes)
        .url_schemes(crate::content::SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener noreferrer"))
        .attribute_filter(move |element, attribute, value| {
            attribute_of(&mark, element, attribute, value)
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

/// A relative URL of this site.
fn is_own_picture(source: &str) -> bool {
    let plain: String = source
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let before_path = plain.split(['/', '?', '#', '\\']).next().unwrap_or("");
    let other_host = plain.starts_with(['/', '\\']) && plain[1..].starts_with(['/', '\\']);
    !other_host && !before_path.contains(':')
}
