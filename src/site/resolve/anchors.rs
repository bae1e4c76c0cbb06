//! The headings that links of one text lead to, made ready for whoever has many links into one page.

use super::super::Page;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// So many links into a page are looked up in its headings as they stand.
const FEW: usize = 8;

/// What is known of the pages that a text leads to, by their paths.
#[derive(Default)]
pub(super) struct Anchors<'text> {
    pages: RefCell<HashMap<&'text str, Asked<'text>>>,
}

/// The headings of a page, and how often they were asked for.
#[derive(Default)]
struct Asked<'text> {
    times: usize,
    ids: Option<HashSet<&'text str>>,
}

impl<'text> Anchors<'text> {
    /// Whether a heading of the page has this id.
    pub(super) fn stands_in(&self, page: &'text Page, anchor: &str) -> bool {
        let mut pages = self.pages.borrow_mut();
        let own = pages.entry(&page.path).or_default();
        own.times += 1;
        if own.times <= FEW {
            return page.anchors().any(|id| id == anchor);
        }
        let ids = own.ids.get_or_insert_with(|| page.anchors().collect());
        ids.contains(anchor)
    }
}
