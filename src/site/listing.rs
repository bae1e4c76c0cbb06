//! What each section lists, in which order, and every page's neighbours in it.

use super::{Listing, Page, PageId};
use crate::content::{SortBy, Sources};
use crate::khmer;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How a section orders and divides its pages, by the section's file.
pub(super) type Orders = BTreeMap<String, (SortBy, Option<usize>)>;

/// What the sections ask for.
pub(super) fn orders(sources: &Sources) -> Orders {
    sources
        .sections
        .iter()
        .map(|section| {
            let front = &section.front;
            (section.path.clone(), (front.sort_by, front.paginate_by))
        })
        .collect()
}

/// Fills in the listings of all sections and the neighbours of all pages.
pub(super) fn fill(pages: &mut [Page], orders: &Orders) {
    let mut children: BTreeMap<PageId, Listing> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        if let Some(parent) = page.parent {
            let listing = children.entry(parent).or_default();
            match page.listing {
                Some(_) => listing.subsections.push(PageId(at)),
                None => listing.pages.push(PageId(at)),
            }
        }
    }
    for (parent, mut listing) in children {
        let (sort_by, paginate_by) = orders[pages[parent.0].source.as_str()];
        sort(&mut listing.pages, sort_by, pages);
        listing
            .subsections
            .sort_by_cached_key(|id| (pages[id.0].weight, title_key(&pages[id.0])));
        listing.paginate_by = paginate_by;
        for pair in listing.pages.windows(2) {
            pages[pair[0].0].next = Some(pair[1]);
            pages[pair[1].0].previous = Some(pair[0]);
        }
        pages[parent.0].listing = Some(listing);
    }
}

/// Dates from the newest, weights from the lightest; pages that tie stand by title.
fn sort(ids: &mut [PageId], sort_by: SortBy, pages: &[Page]) {
    match sort_by {
        SortBy::Date => {
            ids.sort_by_cached_key(|id| (Reverse(pages[id.0].date), title_key(&pages[id.0])));
        }
        SortBy::Weight => {
            ids.sort_by_cached_key(|id| (pages[id.0].weight, title_key(&pages[id.0])));
        }
        SortBy::Title => ids.sort_by_cached_key(|id| title_key(&pages[id.0])),
        SortBy::None => {}
    }
}

fn title_key(page: &Page) -> (Vec<u8>, String) {
    (khmer::sort_key(&page.title), page.key.clone())
}
