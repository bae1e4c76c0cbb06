//! `categories`, `places` and `parents` name datasets of the right kind.

use crate::data::declaration::{Declaration, Findings, Reference};
use crate::data::model::Kind;
use crate::diagnostic::{Candidates, codes, diagnostic};
use std::collections::BTreeMap;

/// Of all datasets together.
pub(crate) fn check(all: Vec<(&Declaration, &mut Findings)>) {
    let kinds: BTreeMap<&str, Kind> = all
        .iter()
        .map(|(declaration, _)| (declaration.name.as_str(), declaration.kind()))
        .collect();
    let mut of_kind: BTreeMap<Kind, Candidates> = BTreeMap::new();
    for (declaration, findings) in all {
        for reference in &declaration.references {
            let Reference { key, name, kind } = reference;
            if kinds.get(name.as_str()) == Some(kind) {
                continue;
            }
            let known = of_kind.entry(*kind).or_insert_with(|| {
                let names = kinds.iter().filter(|(_, other)| *other == kind);
                Candidates::of(names.map(|(name, _)| *name))
            });
            findings.push(
                diagnostic!(
                    codes::data::NO_SUCH_DATASET,
                    declaration.place_of(reference),
                    key = key,
                    name = name,
                    kind = kind.word(),
                    known = known.list()
                )
                .did_you_mean(name, known),
            );
        }
    }
}
