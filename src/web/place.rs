//! What a page shows of the place that it is about: the places below it, and those like it.

use super::value::{array, map, optional, text};
use super::view::View;
use crate::khmer;
use crate::site::Page;
use crate::site::places::{Alike, Level, Measure, PlaceId, ROOT};
use crate::site::plan;
use crate::theme::words;
use std::collections::BTreeMap;
use tera::Value;

/// Nothing for a page that is about no place.
pub(super) fn of_page(view: &View<'_>, page: &Page) -> Option<Value> {
    let site = view.site;
    let id = site.place_of(page)?;
    let alike = site.places.alike(id, &site.datasets);
    Some(map([
        ("numbers", numbers(view, id)),
        ("below", below(view, id)),
        (
            "data_url",
            optional(plan::has_file(site, id).then(|| view.url(&plan::place_path(site, id)))),
        ),
        (
            "alike",
            optional(alike.map(|alike| places_alike(view, &alike))),
        ),
    ]))
}

/// How many places lie within it, level by level.
fn numbers(view: &View<'_>, id: PlaceId) -> Value {
    let (tree, datasets) = (&view.site.places.tree, &view.site.datasets);
    let strings = view.site.theme.strings(view.language);
    let mut counts: BTreeMap<Level, usize> = BTreeMap::new();
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        for child in tree.children(id) {
            *counts.entry(tree.level(*child, datasets)).or_default() += 1;
            open.push(*child);
        }
    }
    array(counts.into_iter().map(|(level, count)| {
        let label = strings.get(&format!("places_{}", word(level)));
        map([
            ("label", view.set(label.map_or("", String::as_str))),
            ("count", text(&view.number(count))),
        ])
    }))
}

/// The places right below, by their levels, each level in the order of an index.
fn below(view: &View<'_>, id: PlaceId) -> Value {
    let (tree, datasets) = (&view.site.places.tree, &view.site.datasets);
    let mut levels: BTreeMap<Level, Vec<PlaceId>> = BTreeMap::new();
    for child in tree.children(id) {
        let level = tree.level(*child, datasets);
        levels.entry(level).or_default().push(*child);
    }
    array(levels.into_iter().map(|(level, mut ids)| {
        ids.sort_by_cached_key(|id| {
            (
                khmer::sort_key_in(view.language.tag(), name(view, *id)),
                *id,
            )
        });
        let has_pages = ids
            .iter()
            .any(|id| view.site.page_of_place(*id, view.language).is_some());
        map([
            ("level", text(word(level))),
            ("has_pages", has_pages.into()),
            ("count", text(&view.number(ids.len()))),
            ("places", array(ids.into_iter().map(|id| place(view, id)))),
        ])
    }))
}

fn places_alike(view: &View<'_>, alike: &Alike) -> Value {
    let site = view.site;
    let strings = site.theme.strings(view.language);
    let within = match (alike.within, name(view, alike.within)) {
        (ROOT, "") => strings.get(words::NATION.key).map_or("", String::as_str),
        (_, name) => name,
    };
    let rule = match alike.measure {
        Measure::People => &words::ALIKE_BY_PEOPLE,
        Measure::Villages => &words::ALIKE_BY_VILLAGES,
    };
    let rule = rule.fill(site.theme.word(view.language, rule), &[within]);
    map([
        ("rule", view.set(&rule)),
        (
            "places",
            array(alike.places.iter().map(|id| place(view, *id))),
        ),
    ])
}

/// `{ name, url }`; no URL if it has no page.
fn place(view: &View<'_>, id: PlaceId) -> Value {
    let page = view.site.page_of_place(id, view.language);
    map([
        // Each stands by itself, where no line ends in it.
        ("name", text(name(view, id))),
        ("url", optional(page.map(|page| view.url(&page.path)))),
    ])
}

fn name<'site>(view: &View<'site>, id: PlaceId) -> &'site str {
    let site = view.site;
    let name = site.places.tree.name(id, &site.datasets, view.language);
    name.unwrap_or_default()
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Nation => "nation",
        Level::Province => "province",
        Level::District => "district",
        Level::Commune => "commune",
        Level::Village => "village",
    }
}
