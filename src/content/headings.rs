//! The ids of headings and the table of contents made of them.

use super::block::{Block, Document, Inline};
use super::text;
use crate::diagnostic::{Code, codes};
use std::collections::BTreeSet;

/// An entry of a table of contents.
#[derive(Debug, Clone, PartialEq)]
pub struct TocEntry {
    pub level: u8,
    pub id: String,
    pub title: String,
    pub children: Vec<TocEntry>,
}

/// The headings of a document as a tree: a deeper heading stands below the one before it.
pub fn table_of_contents(document: &Document) -> Vec<TocEntry> {
    let mut roots: Vec<TocEntry> = Vec::new();
    for block in &document.blocks {
        if let Block::Heading { level, id, content } = block {
            let entry = TocEntry {
                level: *level,
                id: id.clone(),
                title: text::plain_inlines(content),
                children: Vec::new(),
            };
            place_entry(&mut roots, entry);
        }
    }
    roots
}

fn place_entry(siblings: &mut Vec<TocEntry>, entry: TocEntry) {
    match siblings.last_mut() {
        Some(last) if last.level < entry.level => place_entry(&mut last.children, entry),
        _ => siblings.push(entry),
    }
}

/// An id that an author wrote: it goes into addresses, and `fn-`, `fnref-` belong to footnotes.
pub(super) fn check_id(id: &str) -> Result<(), &'static Code> {
    let plain = id
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let begins_well = id.starts_with(|first: char| first.is_ascii_alphabetic());
    if plain && begins_well && !is_reserved(id) {
        Ok(())
    } else {
        Err(&codes::content::HEADING_ID)
    }
}

fn is_reserved(id: &str) -> bool {
    id.starts_with("fn-") || id.starts_with("fnref-")
}

/// Gives every heading its id: the explicit one, or one made of its text.
pub(super) fn assign_ids(
    document: &mut Document,
    explicit: &[Option<String>],
    taken: BTreeSet<String>,
) {
    let mut assigner = Assigner {
        explicit: explicit.iter(),
        number: 0,
        taken,
    };
    assigner.blocks(&mut document.blocks);
    for footnote in &mut document.footnotes {
        assigner.blocks(&mut footnote.blocks);
    }
}

struct Assigner<'ids> {
    explicit: std::slice::Iter<'ids, Option<String>>,
    number: usize,
    taken: BTreeSet<String>,
}

impl Assigner<'_> {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { id, content, .. } => {
                    self.number += 1;
                    *id = match self.explicit.next() {
                        Some(Some(explicit)) => explicit.clone(),
                        _ => self.made_of(content),
                    };
                }
                Block::Quote(blocks) => self.blocks(blocks),
                Block::List { items, .. } => {
                    items.iter_mut().for_each(|item| self.blocks(item));
                }
                Block::Definitions(definitions) => {
                    let bodies = definitions.iter_mut().flat_map(|one| &mut one.definitions);
                    bodies.for_each(|body| self.blocks(body));
                }
                Block::Component(call) => {
                    call.body.iter_mut().for_each(|body| self.blocks(body));
                }
                Block::Paragraph(_)
                | Block::Plain(_)
                | Block::Table(_)
                | Block::Code { .. }
                | Block::Rule
                | Block::Html(_) => {}
            }
        }
    }

    fn made_of(&mut self, content: &[Inline]) -> String {
        let base = latin_words(&text::plain_inlines(content))
            .unwrap_or_else(|| format!("section-{}", self.number));
        let mut id = base.clone();
        let mut next = 2;
        while !self.taken.insert(id.clone()) {
            id = format!("{base}-{next}");
            next += 1;
        }
        id
    }
}

/// The words of a heading that an address can carry, if they are the whole of it.
fn latin_words(title: &str) -> Option<String> {
    let foreign = title.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    if foreign || !title.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
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
