//! Places that two tables call by different names.

use crate::config::{Language, Localised};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Gazetteer, Place};
use crate::diagnostic::{codes, diagnostic};

/// One diagnostic for each place that another table, read before, gives another name.
pub(crate) fn check(
    places: &[Place],
    gazetteer: &Gazetteer,
    declaration: &Declaration,
    findings: &mut Findings,
) {
    for place in places {
        let dataset = gazetteer.dataset_of(&place.code);
        let other = gazetteer.name(&place.code);
        let Some((dataset, other)) = dataset.zip(other) else {
            continue;
        };
        if dataset != declaration.name && *other != place.name {
            findings.push(diagnostic!(
                codes::packages::PLACE_OF_TWO,
                place.cell.place(None),
                code = &place.code,
                name = shown(&place.name),
                other = shown(other),
                dataset = dataset
            ));
        }
    }
}

fn shown(name: &Localised) -> &str {
    name.get(&Language::new("km"), &Language::new("en"))
}
