//! Where links lead → what somebody can type who holds paper: a short address behind the words, or a number
//! and the address in a note below the text.

use super::flow::{self, Flow};
use super::{Composer, LONGEST_ADDRESS};
use crate::content::block::{Inline, LinkId};
use crate::diagnostic::{codes, diagnostic};
use crate::leaflet::address::breakable;
use crate::leaflet::document::{LeafletBlock, LeafletInline, Note};
use crate::scheme::{bare, typed_from_paper};
use crate::site::resolve::Target;
use std::collections::BTreeMap;

/// The addresses that notes say, each with how many were met before it.
#[derive(Default)]
pub(super) struct Followed(BTreeMap<String, usize>);

impl Followed {
    /// How many were met before this one.
    fn place_of(&mut self, url: &str) -> usize {
        if let Some(at) = self.0.get(url) {
            return *at;
        }
        let at = self.0.len();
        self.0.insert(url.to_owned(), at);
        at
    }

    /// In the order in which they were met.
    fn into_addresses(self) -> Vec<String> {
        let mut addresses = vec![String::new(); self.0.len()];
        for (url, at) in self.0 {
            addresses[at] = url;
        }
        addresses
    }
}

/// What stands behind the words of a link.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Behind {
    /// An address.
    pub typed: Option<String>,
    /// The number of a note.
    pub note: Option<String>,
}

impl Composer<'_> {
    /// Words that lead to an address; where nothing shows, nothing can be followed.
    pub(super) fn link(&self, id: LinkId, content: &[Inline], flow: &mut Flow) {
        let (content, rest) = self.line(content);
        if content.iter().any(LeafletInline::is_visible) {
            let target = self.text.link(id);
            let url = target.absolute(self.site);
            if url.len() > LONGEST_ADDRESS {
                let place = self.spans.place(self.text.document.link(id).span);
                self.found.borrow_mut().push(diagnostic!(
                    codes::leaflet::LINK,
                    place,
                    limit = LONGEST_ADDRESS
                ));
            }
            let mut words = String::new();
            let each = content.iter();
            each.for_each(|inline| flow::plain(inline, &mut words));
            let behind = self.behind(target, &words);
            let is_picture = |inline: &LeafletInline| matches!(inline, LeafletInline::Picture(_));
            let is_followed = !self.is_here(target) && !content.iter().all(is_picture);
            match is_followed {
                true => flow.inline(LeafletInline::Link { url, content }),
                false => content.into_iter().for_each(|inline| flow.inline(inline)),
            }
            let title = self.set(&self.text.document.link(id).title);
            let beside = [title, behind.typed.unwrap_or_default()];
            let text = beside.iter().filter(|part| !part.is_empty());
            let text: Vec<&str> = text.map(String::as_str).collect();
            if !text.is_empty() {
                let text = text.join(", ");
                flow.inline(LeafletInline::Aside { text });
            }
            if let Some(number) = behind.note {
                flow.inline(LeafletInline::NoteMark { number });
            }
        } else {
            content.into_iter().for_each(|inline| flow.inline(inline));
        }
        rest.into_iter().for_each(|block| flow.block(block));
    }

    /// What stands behind words that lead there: nothing if they say it, or who reads them is there.
    pub(super) fn behind(&self, target: &Target<'_>, words: &str) -> Behind {
        let url = target.absolute(self.site);
        if self.is_here(target) || is_said(&url, words) {
            return Behind::default();
        }
        match (typed_from_paper(&url), target) {
            (Some(typed), Target::Outside(_)) => Behind {
                typed: Some(typed.to_owned()),
                note: None,
            },
            (None, Target::Outside(_)) if bare(&url).is_none() => Behind::default(),
            _ => Behind {
                typed: None,
                note: Some(self.note_of(&url)),
            },
        }
    }

    /// Whether a link leads to a place of the page itself.
    pub(super) fn is_here(&self, target: &Target<'_>) -> bool {
        matches!(target, Target::Inside { path, .. } if **path == *self.text.page.path)
    }

    /// The number of the note that says this address.
    fn note_of(&self, url: &str) -> String {
        let url = match url.split_once('#') {
            Some((page, _)) => page,
            None => url,
        };
        let at = self.followed.borrow_mut().place_of(url);
        // Footnotes come before them.
        self.number(self.text.document.footnotes.len() + at + 1)
    }

    /// The notes that say where links lead.
    pub(super) fn notes_of_links(&self) -> Vec<Note> {
        let addresses = self.followed.take().into_addresses();
        let before = self.text.document.footnotes.len();
        let notes = addresses.into_iter().zip(before + 1..);
        let notes = notes.map(|(url, number)| {
            let text = typed_from_paper(&url).map_or_else(
                || {
                    let host = bare(&url).and_then(|bare| bare.split('/').next());
                    let host = host.unwrap_or_default();
                    format!("{host}/… – {}", self.set(self.word("leaflet_long_address")))
                },
                str::to_owned,
            );
            let shown = LeafletInline::Text {
                text: breakable(&text),
            };
            let content = vec![LeafletInline::Link {
                url,
                content: vec![shown],
            }];
            Note {
                number: self.number(number),
                blocks: vec![LeafletBlock::Paragraph { content }],
            }
        });
        notes.collect()
    }
}

/// Whether words say an address themselves.
pub(super) fn is_said(url: &str, words: &str) -> bool {
    bare(url).is_some_and(|bare| letters(words).contains(&letters(bare)))
}

/// An address as somebody types it, if the words of the link do not say it.
pub(super) fn typed_address(url: &str, words: &str) -> Option<String> {
    let typed = typed_from_paper(url).filter(|_| !is_said(url, words));
    typed.map(str::to_owned)
}

/// Without what numbers and addresses are parted by, in lower case and in Latin digits.
fn letters(text: &str) -> String {
    let own = text.chars().filter(|c| c.is_alphanumeric());
    let own = own.map(|c| match c {
        '០'..='៩' => char::from_digit(u32::from(c) - u32::from('០'), 10).unwrap_or(c),
        other => other.to_ascii_lowercase(),
    });
    own.collect()
}
