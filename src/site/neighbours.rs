//! What each section lists, in which order, and every page's section, translations and neighbours.
//!
//! The page of a place stands below the page of the place above it, where there is one, and beside those
//! of the places beside it.

use super::placed::{Order, Placed};
use super::places::{PlaceId, PlaceTree, Places};
use super::{Index, Kind, Listing, Page, PageId, Template};
use crate::config::{Config, Language};
use crate::content::{Facts, SortBy, kinds};
use crate::data::Datasets;
use crate::diagnostic::{Candidates, Report, codes, diagnostic};
use crate::schema::{Moment, Written};
use jiff::civil::Date;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The pages, which stand by key and then by language, with what lies around them.
pub(super) fn connect(
    placed: Vec<Placed>,
    datasets: &Datasets,
    today: Date,
    report: &mut Report,
) -> (Vec<Page>, Index, Places) {
    let index = index(&placed);
    let mut parents = parents(&placed, &index);
    let templates = templates(&placed, &parents);
    let tree = PlaceTree::of(datasets);
    let of_places = pages_of_places(&placed, &index, &tree, report);
    place_parents(&tree, &of_places, &mut parents);
    let mut listings = listings(&placed, &parents, today);
    let mut neighbours = vec![(None, None); placed.len()];
    for listing in listings.values() {
        for pair in listing.pages.windows(2) {
            neighbours[pair[0].0].1 = Some(pair[1]);
            neighbours[pair[1].0].0 = Some(pair[0]);
        }
    }
    let pages = placed
        .into_iter()
        .zip(parents)
        .zip(templates)
        .zip(neighbours)
        .enumerate()
        .map(|(at, (((placed, parent), template), (previous, next)))| {
            let draft = placed.draft;
            Page {
                kind: draft.kind,
                key: Arc::clone(&draft.key),
                language: placed.language,
                path: placed.path,
                facts: Arc::clone(&draft.facts),
                text: draft.text.clone(),
                template,
                parent,
                translations: Arc::clone(&index[&draft.key]),
                listing: draft
                    .order
                    .map(|_| listings.remove(&PageId(at)).unwrap_or_default()),
                previous,
                next,
            }
        })
        .collect();
    (pages, index, Places::new(tree, of_places, datasets))
}

/// The page of each place, in every language.
fn pages_of_places(
    placed: &[Placed],
    index: &Index,
    tree: &PlaceTree,
    report: &mut Report,
) -> BTreeMap<PlaceId, Arc<[PageId]>> {
    let mut pages: BTreeMap<PlaceId, Arc<[PageId]>> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for page in placed {
        let facts = &page.draft.facts;
        let Some(code) = &facts.place else {
            continue;
        };
        let place = || code.place(&facts.path);
        let Some(id) = tree.find(code) else {
            // A page without a translation has one file in each language.
            if told.insert((&facts.path, &code.value)) {
                let known = Candidates::of(tree.codes());
                report.push(
                    diagnostic!(
                        codes::site::NO_PLACE,
                        place(),
                        code = code,
                        known = known.list()
                    )
                    .did_you_mean(code, &known),
                );
            }
            continue;
        };
        let own = &index[&page.draft.key];
        let first = pages.entry(id).or_insert_with(|| Arc::clone(own));
        let other = &placed[first[0].0].draft.facts.path;
        // Of two tables of pages, the first place that both have.
        if first[0] != own[0] && told.insert((&facts.path, other)) {
            report.push(diagnostic!(
                codes::site::PLACE_TWICE,
                place(),
                code = code,
                other = other
            ));
        }
    }
    pages
}

/// Puts each page of a place below the page of the nearest place above that has one.
fn place_parents(
    tree: &PlaceTree,
    of_places: &BTreeMap<PlaceId, Arc<[PageId]>>,
    parents: &mut [Option<PageId>],
) {
    for (id, pages) in of_places {
        let mut above = tree.parent(*id);
        while let Some(next) = above {
            if let Some(upper) = of_places.get(&next) {
                for (own, upper) in pages.iter().zip(upper.iter()) {
                    parents[own.0] = Some(*upper);
                }
                break;
            }
            above = tree.parent(next);
        }
    }
}

/// Page identifiers by key, languages in the order of the configuration.
fn index(placed: &[Placed]) -> Index {
    let mut index = HashMap::with_capacity(placed.len());
    let mut at = 0;
    for same in placed.chunk_by(|one, other| one.draft.key == other.draft.key) {
        let ids: Arc<[PageId]> = (at..at + same.len()).map(PageId).collect();
        at += same.len();
        index.insert(Arc::clone(&same[0].draft.key), ids);
    }
    index
}

/// The section of every page; none of the front page.
fn parents(placed: &[Placed], index: &Index) -> Vec<Option<PageId>> {
    placed
        .iter()
        .enumerate()
        .map(|(at, page)| {
            let nth = at - index[&page.draft.key][0].0;
            let mut folder = &*page.draft.key;
            while !folder.is_empty() {
                folder = folder.rsplit_once('/').map_or("", |(upper, _)| upper);
                if let Some(sections) = index.get(folder)
                    && placed[sections[nth].0].draft.order.is_some()
                {
                    return Some(sections[nth]);
                }
            }
            None
        })
        .collect()
}

/// The template of every page that asks for one, or whose section does, or one above it.
fn templates(placed: &[Placed], parents: &[Option<PageId>]) -> Vec<Option<Template>> {
    let written = |written: &Written<String>, path: &str| Template {
        name: written.value.as_str().into(),
        place: Arc::new(written.place(path)),
    };
    // Of each section: what the pages in it have. Made when the first of them asks.
    let mut of_pages: HashMap<PageId, Option<Template>> = HashMap::new();
    let mut found = Vec::with_capacity(placed.len());
    for (page, parent) in placed.iter().zip(parents) {
        let draft = &*page.draft;
        if let Some(own) = &draft.facts.template {
            found.push(Some(written(own, &draft.facts.path)));
            continue;
        }
        let mut section = *parent;
        let mut inherited = None;
        let mut asked = Vec::new();
        while let Some(id) = section.filter(|_| draft.kind == Kind::Page) {
            if let Some(known) = of_pages.get(&id) {
                inherited = known.clone();
                break;
            }
            asked.push(id);
            let draft = &*placed[id.0].draft;
            if let Some(own) = &draft.page_template {
                inherited = Some(written(own, &draft.facts.path));
                break;
            }
            section = parents[id.0];
        }
        of_pages.extend(asked.into_iter().map(|id| (id, inherited.clone())));
        found.push(inherited);
    }
    found
}

fn listings(
    placed: &[Placed],
    parents: &[Option<PageId>],
    today: Date,
) -> BTreeMap<PageId, Listing> {
    let mut listings: BTreeMap<PageId, Listing> = BTreeMap::new();
    for (at, (page, parent)) in placed.iter().zip(parents).enumerate() {
        if let Some(parent) = parent {
            let listing = listings.entry(*parent).or_default();
            match page.draft.kind {
                Kind::Home | Kind::Section => listing.subsections.push(PageId(at)),
                Kind::Page => listing.pages.push(PageId(at)),
                Kind::NotFound => {}
            }
        }
    }
    for (parent, listing) in &mut listings {
        // Below a page stand those of the places in its place, as their rows do.
        let order = placed[parent.0].draft.order.unwrap_or(Order {
            sort_by: SortBy::Weight,
            paginate_by: None,
        });
        listing.kind = kind_of_all(&listing.pages, placed);
        sort(listing, order, placed, today);
    }
    listings
}

/// Dates from the newest, weights from the lightest; pages that tie stand by title.
fn sort(listing: &mut Listing, order: Order, placed: &[Placed], today: Date) {
    let draft = |id: &PageId| &*placed[id.0].draft;
    let weight = |id: &PageId| draft(id).facts.weight.unwrap_or(0);
    let by_title = |one: &PageId, other: &PageId| by_title(placed, *one, *other);
    let by_weight = |one: &PageId, other: &PageId| {
        weight(one)
            .cmp(&weight(other))
            .then_with(|| by_title(one, other))
    };
    let calendar = listing.kind.as_ref().map(|kind| kind.calendar.is_some());
    let is_calendar = calendar.unwrap_or(false);
    match order.sort_by {
        SortBy::Date => listing.pages.sort_by(|one, other| {
            let date = |id| Reverse(draft(id).facts.date);
            date(one)
                .cmp(&date(other))
                .then_with(|| by_title(one, other))
        }),
        SortBy::Weight => listing.pages.sort_by(by_weight),
        SortBy::Title => listing.pages.sort_by(by_title),
        SortBy::None if is_calendar => listing.pages.sort_by(|one, other| {
            let when = |id| when(&draft(id).facts, today);
            when(one)
                .cmp(&when(other))
                .then_with(|| by_title(one, other))
        }),
        SortBy::None => {}
    }
    listing.subsections.sort_by(by_weight);
    listing.paginate_by = order.paginate_by;
}

/// The kind of all these pages, if they are of one.
fn kind_of_all(pages: &[PageId], placed: &[Placed]) -> Option<Arc<kinds::Kind>> {
    let kind = |id: &PageId| {
        let own = placed[id.0].draft.facts.particulars.as_deref();
        own.map(|own| &own.kind)
    };
    let first = kind(pages.first()?)?;
    let is_first = |id: &PageId| kind(id).is_some_and(|kind| kind.name == first.name);
    pages.iter().all(is_first).then(|| Arc::clone(first))
}

/// What is to come stands first, the next of it at the head; then what has been, the last of it first.
/// What says no day stands between them.
fn when(facts: &Facts, today: Date) -> (u8, Option<Moment>, Reverse<Option<Moment>>) {
    let own = facts.particulars.as_deref();
    match own.and_then(|own| Some((own, own.start()?))) {
        None => (1, None, Reverse(None)),
        Some((own, start)) if own.is_past(today) => (2, None, Reverse(Some(start))),
        Some((_, start)) => (0, Some(start), Reverse(None)),
    }
}

fn by_title(placed: &[Placed], one: PageId, other: PageId) -> Ordering {
    let key = |id: PageId| {
        let draft = &*placed[id.0].draft;
        (&draft.facts.title.key, &draft.key)
    };
    key(one).cmp(&key(other))
}

/// The dated pages of each language, the newest first, then by key; none that shows another language's
/// text.
pub(super) fn dated(config: &Config, pages: &[Page]) -> BTreeMap<Language, Vec<PageId>> {
    let mut dated: BTreeMap<Language, Vec<PageId>> = config
        .languages
        .iter()
        .map(|language| (language.clone(), Vec::new()))
        .collect();
    for (at, page) in pages.iter().enumerate() {
        if page.facts.date.is_some()
            && page.is_listed()
            && let Some(ids) = dated.get_mut(&page.language)
        {
            ids.push(PageId(at));
        }
    }
    for ids in dated.values_mut() {
        // Pages stand by key already, and the sort keeps the order of those that tie.
        ids.sort_by_key(|id| Reverse(pages[id.0].facts.date));
    }
    dated
}
