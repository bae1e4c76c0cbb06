//! A place → what programs read of it: `places/<code>.json`, one for each place that has a page.
//!
//! Its keys are promised: the handbook names each, and none changes its meaning. Rows are those of the
//! dataset's own JSON, so a figure is the same wherever it is read.

use super::places::PlaceId;
use super::{Site, plan};
use crate::data::{Contents, Place, export};
use serde_json::{Map, Value, json};

/// How many rows of one table stand in the file of a place.
const ROWS: usize = 1_000;

/// The bytes of a place's file.
///
/// The cost grows with what lies below the place, with its figures and with its rows of other tables, of
/// which there are so many and no more.
pub fn json(site: &Site, id: PlaceId) -> Vec<u8> {
    let (tree, datasets) = (&site.places.tree, &site.datasets);
    let place = tree.place(id, datasets);
    let children = tree.children(id).iter();
    let children = children.filter(|child| plan::is_offered(site, **child));
    let table = tree.dataset(id).and_then(|name| datasets.get(name));
    let whole = json!({
        "code": plan::code_of(site, id),
        "type": place.map_or("nation", |place| place.place_type.word()),
        "name": place.map(|place| export::localised(&place.name)),
        "pages": pages(site, id),
        "parent": tree
            .parent(id)
            .filter(|parent| plan::is_offered(site, *parent))
            .map(|parent| named(site, parent)),
        "children": children.map(|child| named(site, *child)).collect::<Vec<Value>>(),
        "below": place.map(below),
        "population": place.and_then(population),
        "sources": table.map(export::sources),
        "synthetic": table.is_some_and(|table| table.synthetic),
        "budgets": budgets(site, &plan::code_of(site, id)),
        "tables": tables(site, &plan::code_of(site, id)),
    });
    let mut bytes = serde_json::to_vec_pretty(&whole).expect("JSON values always have a text");
    bytes.push(b'\n');
    bytes
}

/// A place beside this one, and its own file if it has one.
fn named(site: &Site, id: PlaceId) -> Value {
    let place = site.places.tree.place(id, &site.datasets);
    let file = plan::has_file(site, id).then(|| plan::place_file(site, id));
    json!({
        "code": plan::code_of(site, id),
        "type": place.map_or("nation", |place| place.place_type.word()),
        "name": place.map(|place| export::localised(&place.name)),
        "file": file,
    })
}

/// The addresses of its page, by language; without those that show another language's text.
fn pages(site: &Site, id: PlaceId) -> Value {
    let pages = site.places.pages(id).unwrap_or_default().iter();
    let pages = pages.map(|id| site.page(*id));
    let own = pages.filter(|page| !page.is_fallback());
    let addresses: Map<String, Value> = own
        .map(|page| (page.language.to_string(), json!(site.permalink(page))))
        .collect();
    Value::Object(addresses)
}

/// How many places of each level lie below it.
fn below(place: &Place) -> Value {
    let counts = &place.counts;
    json!({
        "provinces": counts.provinces,
        "districts": counts.districts,
        "communes": counts.communes,
        "villages": counts.villages,
        "villages_sharing_a_code": counts.villages_sharing_a_code,
    })
}

fn population(place: &Place) -> Option<Value> {
    Some(json!({
        "number": place.population?.normalize().to_string(),
        "year": place.population_year,
        "source": place.population_source,
    }))
}

/// What the tables that are offered say of it, each with its sources.
fn budgets(site: &Site, code: &str) -> Vec<Value> {
    let mut found = Vec::new();
    for dataset in site.datasets.iter().filter(|dataset| dataset.is_offered) {
        let Contents::Budget(budget) = &dataset.contents else {
            continue;
        };
        let rows = budget.rows_of_place(code);
        if !rows.is_empty() {
            found.push(json!({
                "dataset": dataset.name,
                "title": export::localised(&dataset.title),
                "synthetic": dataset.synthetic,
                "sources": export::sources(dataset),
                "rows": export::rows(dataset, &rows),
            }));
        }
    }
    found
}

/// What other tables that are offered say of it: the first rows of each, and how many there are.
fn tables(site: &Site, code: &str) -> Vec<Value> {
    let of_place = site.rows_of_places().get(site, code);
    let tables = of_place.map(|(dataset, rows)| {
        json!({
            "dataset": dataset.name,
            "kind": dataset.kind.word(),
            "title": export::localised(&dataset.title),
            "synthetic": dataset.synthetic,
            "sources": export::sources(dataset),
            "count": rows.len(),
            "rows": export::rows(dataset, &rows[..rows.len().min(ROWS)]),
        })
    });
    tables.collect()
}
