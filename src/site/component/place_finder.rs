//! `place_finder`: the places below one, each with those below it, so that readers find theirs without a
//! script and with few bytes.

use super::{Argument, Body, Call, Component, Exhibit, Holds};
use crate::diagnostic::{Candidates, Report, codes, diagnostic};
use crate::khmer;
use crate::site::places::{PlaceId, ROOT};
use crate::site::plan;
use crate::site::resolve::Target;

pub(super) static COMPONENT: Component = Component {
    name: "place_finder",
    arguments: &[&[Argument::optional("place", Holds::Text)]],
    body: Body::None,
    in_line: false,
    resolve: |call| Ok(Exhibit::Finder(Box::new(finder(call)?))),
};

/// Places, each with those right below it, as an index has them in the page's language.
pub struct Finder {
    /// Where the places of the groups lie, if that is to be shown.
    pub tiles: Vec<Tile>,
    pub groups: Vec<Group>,
    /// Where readers can look for a place by its name.
    pub search: Option<Target<'static>>,
}

/// A place, and those right below it.
pub struct Group {
    /// Its name for links within the page.
    pub code: String,
    pub place: Found,
    pub below: Vec<Found>,
}

/// A place on a map of tiles.
pub struct Tile {
    pub place: Found,
    /// So many empty tiles stand before it in its row.
    pub gap: u32,
    /// It is the first of its row.
    pub begins: bool,
}

/// A place with its page, if it has one.
#[derive(Clone)]
pub struct Found {
    pub name: String,
    pub page: Option<Target<'static>>,
}

fn finder(call: &Call<'_, '_>) -> Result<Finder, Report> {
    let tree = &call.site.places.tree;
    let top = match call.arguments.text("place") {
        None => ROOT,
        Some(code) => tree.find(code).ok_or_else(|| {
            let known = Candidates::of(tree.codes());
            Report::of(
                diagnostic!(
                    codes::site::NO_PLACE,
                    call.place_of("place"),
                    code = code,
                    known = known.list()
                )
                .did_you_mean(code, &known),
            )
        })?,
    };
    let groups: Vec<Group> = in_order(call, tree.children(top))
        .into_iter()
        .map(|(id, place)| Group {
            code: tree
                .place(id, &call.site.datasets)
                .map_or_else(String::new, |place| place.code.clone()),
            place,
            below: in_order(call, tree.children(id))
                .into_iter()
                .map(|(_, place)| place)
                .collect(),
        })
        .collect();
    if groups.is_empty() {
        return Err(Report::of(diagnostic!(
            codes::site::NO_PLACES_BELOW,
            call.place()
        )));
    }
    Ok(Finder {
        tiles: Vec::new(),
        groups,
        search: search(call),
    })
}

/// Where readers can look for a place by its name.
pub(super) fn search(call: &Call<'_, '_>) -> Option<Target<'static>> {
    let config = &call.site.config;
    config.build_search_index.then(|| Target::Inside {
        path: plan::search_path(call.site, &call.page.language).into(),
        fragment: None,
    })
}

/// Places as an index has them.
pub(super) fn in_order(call: &Call<'_, '_>, ids: &[PlaceId]) -> Vec<(PlaceId, Found)> {
    let (site, language) = (call.site, &call.page.language);
    let mut found: Vec<(PlaceId, Found)> = ids
        .iter()
        .map(|id| {
            let name = site.places.tree.name(*id, &site.datasets, language);
            let page = site.page_of_place(*id, language);
            let page = page.map(|page| Target::Inside {
                path: page.path.to_string().into(),
                fragment: None,
            });
            let name = name.unwrap_or_default().to_owned();
            (*id, Found { name, page })
        })
        .collect();
    found.sort_by_cached_key(|(id, found)| (khmer::sort_key_in(language.tag(), &found.name), *id));
    found
}
