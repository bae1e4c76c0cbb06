//! `place_map`: the first level of places where they lie, so that readers find theirs at a glance.

use super::place_finder::{Finder, Group, Tile, in_order, search};
use super::{Argument, Body, Call, Component, Exhibit, Holds};
use crate::diagnostic::{Candidates, Diagnostic, Report, codes, diagnostic};
use crate::site::places::ROOT;

pub(super) static COMPONENT: Component = Component {
    name: "place_map",
    arguments: &[&[Argument::optional("map", Holds::Text)]],
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let placed = placed(call).map_err(Report::of)?;
        Ok(Exhibit::Finder(Box::new(placed)))
    },
};

/// The map unless a call names another.
const PROVINCES: &str = "provinces";

fn placed(call: &Call<'_, '_>) -> Result<Finder, Diagnostic> {
    let tree = &call.site.places.tree;
    let name = call.arguments.text("map").unwrap_or(PROVINCES);
    let maps = &call.site.theme.maps;
    let tiles = maps.get(name).ok_or_else(|| {
        let known = Candidates::of(maps.keys().map(String::as_str));
        diagnostic!(
            codes::site::NO_MAP,
            call.place(),
            name = name,
            known = known.list()
        )
        .did_you_mean(name, &known)
    })?;
    let mut placed = Vec::new();
    let mut missing = Vec::new();
    for (id, place) in in_order(call, tree.children(ROOT)) {
        let code = tree.place(id, &call.site.datasets).map(|place| &place.code);
        match code.and_then(|code| tiles.get(code)) {
            Some(cell) => placed.push((*cell, place)),
            None => missing.push(place.name),
        }
    }
    if !missing.is_empty() {
        let missing = Candidates::of(missing.iter().map(String::as_str));
        return Err(diagnostic!(
            codes::site::NOT_ON_MAP,
            call.place(),
            name = name,
            missing = missing.list()
        ));
    }
    if placed.is_empty() {
        return Err(diagnostic!(codes::site::NO_PLACES_BELOW, call.place()));
    }
    placed.sort_by_key(|(cell, _)| *cell);
    let groups = placed.iter().map(|(_, place)| Group {
        code: String::new(),
        place: place.clone(),
        below: Vec::new(),
    });
    let groups = groups.collect();
    let mut before = None;
    let tiles = placed.into_iter().map(|(cell, place)| {
        let begins = before.is_none_or(|(row, _)| row != cell.row);
        let from = match before {
            Some((_, column)) if !begins => column + 1,
            _ => 0,
        };
        before = Some((cell.row, cell.column));
        Tile {
            place,
            gap: cell.column - from,
            begins,
        }
    });
    Ok(Finder {
        tiles: tiles.collect(),
        groups,
        search: search(call),
    })
}
