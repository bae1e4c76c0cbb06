//! Lines that give addresses and notes to others: the parser takes them out of the text, so whoever leads
//! to none of them is told.

use super::Builder;
use crate::content::block::Blocks;
use crate::content::typed::marks;
use crate::diagnostic::{codes, diagnostic};
use memchr::memmem;
use pulldown_cmark::{Event, LinkType};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What is known of `[label]: address`.
pub(super) struct References {
    /// How far the text was read; between this and what is read next stands what shows nothing.
    read: usize,
    body: Range<usize>,
    given: Vec<Given>,
    /// The labels that words lead to.
    used: HashSet<String>,
}

struct Given {
    range: Range<usize>,
    label: String,
    address: String,
}

impl Given {
    /// `[//]: # (words)`: so people write what no reader should see.
    fn is_comment(&self) -> bool {
        self.address.starts_with('#') && (self.label == "//" || self.label == "comment")
    }
}

impl References {
    pub(super) fn new(body: Range<usize>) -> References {
        References {
            read: body.start,
            body,
            given: Vec::new(),
            used: HashSet::new(),
        }
    }

    /// Where the text begins in its file.
    pub(super) fn start(&self) -> usize {
        self.body.start
    }

    pub(super) fn lead(&mut self, link: LinkType, label: &str) {
        if matches!(
            link,
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
        ) {
            self.used.insert(folded(label));
        }
    }
}

/// As labels are compared.
fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

impl Builder<'_, '_> {
    /// Looks at what stands between two events, and goes on behind the second.
    pub(super) fn pass(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let (next, read) = match event {
            Event::Start(_) => (range.start, range.start),
            _ => (range.end.max(range.start), range.end),
        };
        let until = match event {
            Event::End(_) => next,
            _ => range.start,
        };
        self.pass_to(until);
        self.references.read = self.references.read.max(read);
    }

    fn pass_to(&mut self, until: usize) {
        let start = self.references.read;
        // `[a]:b`
        if until < start + 5 {
            return;
        }
        let gap = self.text.get(start..until).unwrap_or_default();
        if memmem::find(gap.as_bytes(), b"]:").is_none() {
            return;
        }
        let mut at = start;
        for line in gap.split_inclusive(['\n', '\r']) {
            let bare = line.trim_end();
            let own = marks::without(bare);
            let label = own.strip_prefix('[').and_then(|rest| rest.split_once("]:"));
            let is_note = |label: &str| label.starts_with('^');
            if let Some((label, address)) = label.filter(|(label, _)| !is_note(label)) {
                let begin = at + bare.len() - own.len();
                self.references.given.push(Given {
                    range: begin..begin + own.len(),
                    label: label.to_owned(),
                    address: address.trim().to_owned(),
                });
            }
            at += line.len();
        }
    }

    /// Reports those that no words lead to, and those of which only the first counts.
    pub(super) fn note_references(&mut self) {
        self.pass_to(self.references.body.end);
        let mut first: HashMap<String, String> = HashMap::new();
        for given in std::mem::take(&mut self.references.given) {
            if given.is_comment() {
                continue;
            }
            let Given {
                range,
                label,
                address,
            } = given;
            let folded = folded(&label);
            let place = self.places.of(range);
            match first.get(&folded) {
                Some(before) if *before == address => {}
                Some(_) => self.report.push(diagnostic!(
                    codes::content::REFERENCE_TWICE,
                    place,
                    label = label
                )),
                None => {
                    if !self.references.used.contains(&folded) {
                        self.report.push(diagnostic!(
                            codes::content::REFERENCE_UNUSED,
                            place,
                            label = label
                        ));
                    }
                    first.insert(folded, address);
                }
            }
        }
    }

    pub(super) fn footnote(&mut self, label: String, blocks: Blocks, range: Range<usize>) {
        if self.footnotes.contains_key(&label) {
            let place = self.mark_of_footnote(&range);
            let place = self.places.of(place);
            let twice = diagnostic!(codes::content::FOOTNOTE_TWICE, place, label = label);
            self.report.push(twice);
            return;
        }
        self.footnotes.insert(label, (blocks, range));
    }

    pub(super) fn note_unused_footnotes(&mut self) {
        for (label, (_, range)) in std::mem::take(&mut self.footnotes) {
            let place = self.places.of(self.mark_of_footnote(&range));
            self.report.push(diagnostic!(
                codes::content::FOOTNOTE_UNUSED,
                place,
                label = label
            ));
        }
    }

    /// `[^label]` at the beginning of a note.
    fn mark_of_footnote(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let mark = text.find(']').map_or(1, |end| end + 1);
        range.start..range.start + mark
    }
}
