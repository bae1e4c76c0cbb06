//! The ids of headings and the table of contents made of them.

use super::block::{Block, CallId, Document, Inline, Span};
use super::text;
use crate::khmer::{Segmenter, SetText};
use std::collections::{BTreeMap, BTreeSet};

/// An entry of a table of contents.
#[derive(Debug, Clone, PartialEq)]
pub struct TocEntry {
    pub level: u8,
    pub id: String,
    pub title: SetText,
    pub children: Vec<TocEntry>,
}

/// The headings of a document as a tree: a deeper heading stands below the one before it. `shown` are
/// the words of a call in a heading.
pub fn table_of_contents(
    document: &Document,
    segmenter: &Segmenter,
    shown: &dyn Fn(CallId) -> String,
) -> Vec<TocEntry> {
    let mut roots: Vec<TocEntry> = Vec::new();
    for block in &document.blocks {
        if let Block::Heading {
            level,
            heading,
            content,
        } = block
        {
            let entry = TocEntry {
                level: *level,
                id: document.heading_id(*heading).to_owned(),
                title: title(document, content, segmenter, shown),
                children: Vec::new(),
            };
            place_entry(&mut roots, entry);
        }
    }
    roots
}

/// The words of a heading; most are one text, whose words are known.
fn title(
    document: &Document,
    content: &[Inline],
    segmenter: &Segmenter,
    shown: &dyn Fn(CallId) -> String,
) -> SetText {
    match content {
        [Inline::Text(text)] => document.text(*text).to_set_text(),
        content => segmenter.set(&text::inlines_with(document, content, shown)),
    }
}

fn place_entry(siblings: &mut Vec<TocEntry>, entry: TocEntry) {
    match siblings.last_mut() {
        Some(last) if last.level < entry.level => place_entry(&mut last.children, entry),
        _ => siblings.push(entry),
    }
}

/// Whether an author may write this id: it goes into addresses, and `fn-`, `fnref-` belong to
/// footnotes.
pub(super) fn may_be_an_id(id: &str) -> bool {
    let plain = id
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let begins_well = id.starts_with(|first: char| first.is_ascii_alphabetic());
    plain && begins_well && !is_reserved(id)
}

fn is_reserved(id: &str) -> bool {
    id.starts_with("fn-") || id.starts_with("fnref-")
}

/// A heading as it was written.
pub(super) struct Written {
    pub explicit: Option<String>,
    pub words: String,
    pub span: Span,
}

/// The id of each heading: the explicit one, or one made of its words.
pub(super) fn ids(headings: &[Written]) -> Vec<Box<str>> {
    let explicit = headings.iter().filter_map(|one| one.explicit.clone());
    let mut taken: BTreeSet<String> = explicit.collect();
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    let numbered = headings.iter().enumerate();
    numbered
        .map(|(at, heading)| match &heading.explicit {
            Some(explicit) => explicit.as_str().into(),
            None => made_of(heading, at + 1, &mut taken, &mut next).into(),
        })
        .collect()
}

/// `next` remembers how often an id was wanted, so that a thousand equal headings are no burden.
fn made_of(
    heading: &Written,
    number: usize,
    taken: &mut BTreeSet<String>,
    next: &mut BTreeMap<String, usize>,
) -> String {
    let base = latin_words(&heading.words).unwrap_or_else(|| format!("section-{number}"));
    let mut id = base.clone();
    while !taken.insert(id.clone()) {
        let count = next.entry(base.clone()).or_insert(2);
        id = format!("{base}-{count}");
        *count += 1;
    }
    id
}

/// The words of a heading that an address can carry, if they are the whole of it.
fn latin_words(title: &str) -> Option<String> {
    let foreign = title.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    if foreign || !title.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let title = title.replace('\u{AD}', "");
    let mut id = String::with_capacity(title.len());
    for word in title.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !word.is_empty() {
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(&word.to_ascii_lowercase());
        }
    }
    let id = if is_reserved(&id) || id.starts_with(|first: char| first.is_ascii_digit()) {
        format!("section-{id}")
    } else {
        id
    };
    Some(id)
}
