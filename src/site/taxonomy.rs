//! Taxonomies and their terms: which pages carry which term, in each language.
//!
//! A term is written in front matter by its identifier, which is part of an address and therefore
//! ASCII; its name in each language stands in `sala.toml`.

use super::{Page, PageId, address};
use crate::config::{Config, Language};
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use crate::khmer;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Every configured taxonomy by name.
pub type Taxonomies = BTreeMap<String, BTreeMap<Language, Terms>>;

/// The terms of a taxonomy in one language, in alphabetical order.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    pub terms: Vec<Term>,
    places: BTreeMap<String, usize>,
}

impl Terms {
    /// The term with this part of an address.
    pub fn by_slug(&self, slug: &str) -> Option<&Term> {
        self.places.get(slug).map(|at| &self.terms[*at])
    }
}

/// A term in one language, with its pages from the newest.
#[derive(Debug, Clone)]
pub struct Term {
    /// The identifier written in front matter.
    pub id: String,
    pub slug: String,
    pub name: String,
    pub pages: Vec<PageId>,
}

/// Groups the pages by term; an undeclared taxonomy or a term without an address is reported.
pub(super) fn collect(config: &Config, pages: &[Page], report: &mut Report) -> Taxonomies {
    let mut taxonomies = Taxonomies::new();
    for taxonomy in &config.taxonomies {
        taxonomies.insert(taxonomy.name.clone(), BTreeMap::new());
    }
    for page in pages {
        for (name, ids) in &page.terms {
            let place = || Place::file(&page.source);
            for id in ids.iter().filter(|id| address::slug(id).is_empty()) {
                report.push(
                    Diagnostic::new(&codes::site::TERM, place())
                        .with("term", id)
                        .with("taxonomy", name),
                );
            }
        }
    }
    for taxonomy in &config.taxonomies {
        for language in &config.languages {
            let mut terms: BTreeMap<String, Term> = BTreeMap::new();
            for (at, page) in pages.iter().enumerate() {
                if page.language != *language {
                    continue;
                }
                for id in page.terms.get(&taxonomy.name).into_iter().flatten() {
                    let slug = address::slug(id);
                    let term = terms.entry(slug.clone()).or_insert_with(|| Term {
                        name: name_of(taxonomy, id, language, config),
                        id: id.clone(),
                        slug,
                        pages: Vec::new(),
                    });
                    if term.pages.last() != Some(&PageId(at)) {
                        term.pages.push(PageId(at));
                    }
                }
            }
            let mut terms: Vec<Term> = terms.into_values().collect();
            for term in &mut terms {
                term.pages.sort_by_cached_key(|id| {
                    let page = &pages[id.0];
                    (
                        Reverse(page.date),
                        khmer::sort_key(&page.title),
                        page.key.clone(),
                    )
                });
            }
            terms.sort_by_cached_key(|term| khmer::sort_key(&term.name));
            let places = terms
                .iter()
                .enumerate()
                .map(|(at, term)| (term.slug.clone(), at))
                .collect();
            taxonomies
                .get_mut(&taxonomy.name)
                .expect("every configured taxonomy was inserted")
                .insert(language.clone(), Terms { terms, places });
        }
    }
    taxonomies
}

fn name_of(
    taxonomy: &crate::config::Taxonomy,
    id: &str,
    language: &Language,
    config: &Config,
) -> String {
    taxonomy.terms.get(id).map_or_else(
        || id.to_owned(),
        |name| name.get(language, config.default_language()).to_owned(),
    )
}
