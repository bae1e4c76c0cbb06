//! All tables of places → the [`Gazetteer`] over them, and what lies below each place.
//!
//! The official lists have defects that nobody here can mend: rows that share a code, a place whose
//! parent has no row. Each is told once, and the counts say what they counted.

use crate::config::Localised;
use crate::data::declaration::{Declaration, Findings, OfPlaces};
use crate::data::model::{Counts, Gazetteer, MOST_ABOVE, Place, PlaceType};
use crate::diagnostic::{Diagnostic, codes, diagnostic};
use std::collections::{BTreeMap, BTreeSet};

/// All the places of one dataset on their way into the gazetteer.
pub(crate) struct Listed<'load> {
    pub declaration: &'load Declaration,
    pub of: &'load OfPlaces,
    pub places: &'load mut Vec<Place>,
    pub findings: &'load mut Findings,
}

/// All places by code.
pub(crate) fn of(lists: &[Listed<'_>]) -> Gazetteer {
    let mut gazetteer = Gazetteer::default();
    for list in lists {
        for place in list.places.iter() {
            gazetteer.insert(&list.declaration.name, place);
        }
    }
    gazetteer
}

/// Names the parents, and counts what lies below each place.
pub(crate) fn complete(lists: &mut [Listed<'_>], gazetteer: &Gazetteer) {
    for list in lists.iter_mut() {
        for place in list.places.iter_mut() {
            if let Some(name) = place
                .parent
                .as_deref()
                .and_then(|code| gazetteer.name(code))
            {
                place.parent_name = name.clone();
            }
        }
    }
    let (counts, problems) = count(lists, gazetteer);
    for (list, problem) in lists.iter_mut().zip(problems) {
        problem
            .into_iter()
            .for_each(|problem| list.findings.push(problem));
        for place in list.places.iter_mut() {
            place.counts = counts.get(&place.code).copied().unwrap_or_default();
        }
    }
}

/// How many places lie below each; and of each list, what to tell of the first place that has too many
/// above it.
fn count(
    lists: &[Listed<'_>],
    gazetteer: &Gazetteer,
) -> (BTreeMap<String, Counts>, Vec<Option<Diagnostic>>) {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut rows_with_code: BTreeMap<&str, usize> = BTreeMap::new();
    for place in lists.iter().flat_map(|listed| listed.places.iter()) {
        *rows_with_code.entry(&place.code).or_default() += 1;
    }
    let mut problems = Vec::with_capacity(lists.len());
    for listed in lists {
        let mut problem = None;
        for place in listed.places.iter() {
            // A row that stands twice is one place; two names under one code are two.
            let names = match &place.name {
                Localised::Each(names) => names.values().map(String::as_str).collect(),
                Localised::Same(name) => vec![name.as_str()],
                Localised::Empty => Vec::new(),
            };
            if !seen.insert((&place.code, &place.parent, names)) {
                continue;
            }
            let Some(ancestors) = gazetteer.ancestors(place) else {
                problem.get_or_insert_with(|| {
                    let key = format!("code {}", place.code);
                    diagnostic!(
                        codes::data::TOO_MANY_ABOVE,
                        place.parent_cell.place(Some(key)),
                        code = &place.code,
                        most = MOST_ABOVE
                    )
                });
                continue;
            };
            let shares = rows_with_code[place.code.as_str()] > 1;
            for ancestor in ancestors {
                let counts = counts.entry(ancestor).or_default();
                match place.place_type {
                    PlaceType::Nation => {}
                    PlaceType::Capital | PlaceType::Province => counts.provinces += 1,
                    PlaceType::City | PlaceType::District | PlaceType::Khan => {
                        counts.districts += 1;
                    }
                    PlaceType::Commune | PlaceType::Sangkat => counts.communes += 1,
                    PlaceType::Village => {
                        counts.villages += 1;
                        counts.villages_sharing_a_code += usize::from(shares);
                    }
                }
            }
        }
        problems.push(problem);
    }
    let counts = counts.into_iter();
    let counts = counts.map(|(code, own)| (code.to_owned(), own));
    (counts.collect(), problems)
}
