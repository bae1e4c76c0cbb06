//! A language that has no word for what its readers see, told once it is shown: in pages of kinds, whose words
//! other languages have beside them, and of a file of words that no language of the site takes.

use crate::diagnostic::{Place, Report, codes, diagnostic, list};
use crate::site::Site;
use std::collections::BTreeSet;

pub(super) fn check(site: &Site, report: &mut Report) {
    let mut shown = BTreeSet::new();
    for (_, page) in site.pages() {
        let Some(particulars) = page.facts.particulars.as_deref() else {
            continue;
        };
        let (kind, tag) = (&particulars.kind, page.content_language().tag());
        if let Some(lacks) = kind.lacks.get(tag)
            && shown.insert((tag.to_owned(), kind.name.clone()))
        {
            report.push(diagnostic!(
                codes::theme::KIND_LACKS_STRINGS,
                Place::file(format!("strings/{tag}.toml")),
                kind = &kind.name,
                language = tag,
                keys = list(lacks)
            ));
        }
    }
}
