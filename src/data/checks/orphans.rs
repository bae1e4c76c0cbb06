//! Places whose parent has no row.

use crate::data::declaration::{Declaration, Findings, OfPlaces};
use crate::data::model::{Gazetteer, Place, lost_zero};
use crate::diagnostic::{Candidates, codes, diagnostic};
use std::cell::LazyCell;
use std::collections::BTreeMap;

/// One diagnostic for each parent that has no row.
pub(crate) fn check(
    places: &[Place],
    gazetteer: &Gazetteer,
    declaration: &Declaration,
    of: &OfPlaces,
    findings: &mut Findings,
) {
    let parents = &of.parents;
    let mut children: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for place in places {
        if let Some(parent) = &place.parent
            && !gazetteer.knows_in(parent, parents)
        {
            children.entry(parent).or_default().push(place);
        }
    }
    let elsewhere = match parents.is_empty() {
        true => Candidates::of([declaration.name.as_str()]),
        false => Candidates::of(parents.iter().map(String::as_str)),
    };
    let near = LazyCell::new(|| Candidates::of(gazetteer.codes_in(parents)));
    for (parent, places) in children {
        let first = &places[0].parent_cell;
        let problem = diagnostic!(
            codes::data::ORPHAN_PLACE,
            first.place(None),
            parent = parent,
            toml = &findings.toml,
            count = places.len(),
            datasets = elsewhere.list()
        );
        findings.push(
            match lost_zero(parent, |code| gazetteer.knows_in(code, parents)) {
                Some(meant) => problem.which_means(meant),
                None if parent.len() > 6 => problem.did_you_mean(parent, &near),
                None => problem,
            },
        );
    }
}
