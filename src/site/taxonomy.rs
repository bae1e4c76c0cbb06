//! Taxonomies and their terms: which pages carry which term, in each language.
//!
//! A term is written in front matter by its identifier, which is part of an address and therefore
//! ASCII; its name in each language stands in `sala.toml`.

use super::{Page, PageId, address};
use crate::config::{Config, Language, Taxonomy};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::khmer::{self, Segmenter, SetText};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Every configured taxonomy by name.
pub type Taxonomies = BTreeMap<String, BTreeMap<Language, Terms>>;

/// The terms of a taxonomy in one language, in alphabetical order.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    pub terms: Vec<Term>,
    places: BTreeMap<Arc<str>, usize>,
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
    /// The part of an address that its identifier in front matter makes.
    pub slug: Arc<str>,
    pub name: SetText,
    pub pages: Vec<PageId>,
    /// Its name's place in an alphabetical list.
    key: Box<[u8]>,
}

/// Groups the pages by term; a term without an address is reported.
pub(super) fn collect(
    config: &Config,
    pages: &[Page],
    segmenter: &Segmenter,
    report: &mut Report,
) -> Taxonomies {
    let mut slugs: HashMap<&str, Arc<str>> = HashMap::new();
    let mut found: BTreeMap<(&str, &Language), BTreeMap<Arc<str>, Term>> = BTreeMap::new();
    let known: HashMap<&str, &Taxonomy> = config
        .taxonomies
        .iter()
        .map(|taxonomy| (taxonomy.name.as_str(), taxonomy))
        .collect();
    for (at, page) in pages.iter().enumerate() {
        for (name, ids) in &page.facts.terms {
            for id in ids {
                let slug = slugs
                    .entry(id)
                    .or_insert_with(|| address::slug(id).into())
                    .clone();
                if slug.is_empty() {
                    report.push(diagnostic!(
                        codes::site::TERM,
                        id.place(page.source()),
                        term = id,
                        taxonomy = name
                    ));
                }
                let Some(taxonomy) = known.get(name.as_str()) else {
                    continue;
                };
                let terms = found.entry((name, &page.language)).or_default();
                let term = terms.entry(Arc::clone(&slug)).or_insert_with(|| {
                    let name = name_of(taxonomy, id, &page.language, config);
                    Term {
                        key: khmer::sort_key_in(page.language.tag(), &name).into(),
                        name: segmenter.set(&name),
                        slug,
                        pages: Vec::new(),
                    }
                });
                if term.pages.last() != Some(&PageId(at)) {
                    term.pages.push(PageId(at));
                }
            }
        }
    }
    let mut taxonomies = Taxonomies::new();
    for taxonomy in &config.taxonomies {
        let mut by_language = BTreeMap::new();
        for language in &config.languages {
            let terms = found.remove(&(taxonomy.name.as_str(), language));
            let terms = in_order(terms.unwrap_or_default(), pages);
            by_language.insert(language.clone(), terms);
        }
        taxonomies.insert(taxonomy.name.clone(), by_language);
    }
    taxonomies
}

/// The terms by name, their pages from the newest.
fn in_order(terms: BTreeMap<Arc<str>, Term>, pages: &[Page]) -> Terms {
    let mut terms: Vec<Term> = terms.into_values().collect();
    for term in &mut terms {
        let key = |id: &PageId| {
            let page = &pages[id.0];
            (Reverse(page.facts.date), &page.facts.title.key, &page.key)
        };
        term.pages.sort_by(|one, other| key(one).cmp(&key(other)));
    }
    terms.sort_by(|one, other| one.key.cmp(&other.key));
    let places = terms
        .iter()
        .enumerate()
        .map(|(at, term)| (Arc::clone(&term.slug), at))
        .collect();
    Terms { terms, places }
}

fn name_of(taxonomy: &Taxonomy, id: &str, language: &Language, config: &Config) -> String {
    taxonomy.terms.get(id).map_or_else(
        || id.to_owned(),
        |name| name.get(language, config.default_language()).to_owned(),
    )
}
