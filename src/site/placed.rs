//! Page sources in one or more languages → pages with an address in every language of the site.
//!
//! A page without a translation is shown in the default language's text, with a notice; so a reader
//! who chose a language never meets a dead end.

use super::plan::NOT_FOUND;
use super::{Ground, Kind, Text, each};
use crate::config::{Config, Language};
use crate::content::{Facts, PageSource, SectionSource, SortBy, Sources};
use crate::data::PlaceType;
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic};
use crate::schema::Written;
use std::cell::LazyCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What a page is made from, with its key and its path in the default language's tree.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) key: Arc<str>,
    /// Its path without the language's folder.
    pub(super) path: String,
    pub(super) facts: Arc<Facts>,
    pub(super) text: Text,
    /// How a section lists its pages; none for a page.
    pub(super) order: Option<Order>,
    /// The template that a section asks for its pages.
    pub(super) page_template: Option<Written<String>>,
}

/// How a section orders and divides its pages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order {
    pub(super) sort_by: SortBy,
    pub(super) paginate_by: Option<usize>,
}

/// A page in one language, at its address.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) language: Language,
    /// Where it is written: `en/learn/council/index.html`.
    pub(super) path: Arc<str>,
    pub(super) draft: Arc<Draft>,
}

/// Every page of the site, ordered by key and, within a key, as the languages are configured.
pub(super) fn in_every_language(
    ground: &Ground,
    sources: &Sources,
    report: &mut Report,
) -> Vec<Placed> {
    let config = &*ground.config;
    let mut groups: BTreeMap<Arc<str>, BTreeMap<Language, Arc<Draft>>> = BTreeMap::new();
    let mut add = |draft: Draft, report: &mut Report| {
        let group = groups.entry(Arc::clone(&draft.key)).or_default();
        match group.entry(draft.facts.language.clone()) {
            Entry::Occupied(other) => report.push(diagnostic!(
                codes::site::SAME_PAGE,
                Place::file(&draft.facts.path),
                other = &other.get().facts.path
            )),
            Entry::Vacant(free) => {
                free.insert(Arc::new(draft));
            }
        }
    };
    for section in &sources.sections {
        add(of_section(section), report);
    }
    for page in &sources.pages {
        add(of_page(page), report);
    }
    let names = LazyCell::new(|| Candidates::of(ground.datasets.names()));
    let orders = LazyCell::new(|| orders(sources));
    let place_pages = place_pages(config, report);
    let inputs = each::Inputs {
        datasets: &ground.datasets,
        theme: &ground.theme,
        segmenter: &ground.segmenter,
        place_pages: place_pages.as_ref(),
    };
    for template in &sources.each {
        let is_ordered = || order_of(&orders, &template.folder) == Some(SortBy::Weight);
        let is_ordered = template.each.sort_by.is_empty() || is_ordered();
        for draft in each::drafts(template, &inputs, &names, is_ordered, report) {
            add(draft, report);
        }
    }
    if !groups.contains_key("") {
        let mut drafts = sources.left_out.drafts.iter();
        let is_home = |path: &&String| path.starts_with("content/_index.");
        report.push(match drafts.find(is_home) {
            Some(path) => diagnostic!(codes::site::HOME_IS_A_DRAFT, Place::file(path)),
            None => diagnostic!(codes::site::NO_HOME, Place::file("content/_index.md")),
        });
        return Vec::new();
    }
    let mut pages = Vec::with_capacity(groups.len() * config.languages.len());
    for drafts in groups.into_values() {
        for language in &config.languages {
            let draft = drafts
                .get(language)
                .or_else(|| drafts.get(config.default_language()))
                .or_else(|| drafts.values().next())
                .expect("a group holds a draft");
            pages.push(Placed {
                language: language.clone(),
                path: format!("{}{}", folder_of(language, config), draft.path).into(),
                draft: Arc::clone(draft),
            });
        }
    }
    pages
}

/// The types of places that have pages, by their words; nothing for every type.
fn place_pages(config: &Config, report: &mut Report) -> Option<BTreeSet<&'static str>> {
    let mut types = BTreeSet::new();
    for written in config.place_pages.as_ref()? {
        match PlaceType::named(written) {
            Some(known) => {
                types.insert(known.word());
            }
            None => {
                let known = Candidates::words(PlaceType::WORDS);
                report.push(
                    diagnostic!(
                        codes::site::NO_PLACE_TYPE,
                        written.place(crate::config::FILE),
                        read = written,
                        known = known.list()
                    )
                    .did_you_mean(written, &known),
                );
            }
        }
    }
    Some(types)
}

/// The order of each section's pages, by its folder; of the first of its languages.
fn orders(sources: &Sources) -> HashMap<&str, SortBy> {
    let mut orders = HashMap::with_capacity(sources.sections.len());
    for section in &sources.sections {
        orders
            .entry(section.folder.as_str())
            .or_insert(section.sort_by);
    }
    orders
}

/// The order of the section that a folder belongs to.
fn order_of(orders: &HashMap<&str, SortBy>, folder: &str) -> Option<SortBy> {
    let mut folder = folder;
    loop {
        if let Some(order) = orders.get(folder) {
            return Some(*order);
        }
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(upper, _)| upper);
    }
}

/// The folder of a language's pages: empty for the default language.
pub(super) fn folder_of(language: &Language, config: &Config) -> String {
    if language == config.default_language() {
        String::new()
    } else {
        format!("{language}/")
    }
}

fn of_section(section: &SectionSource) -> Draft {
    let (kind, path) = match section.folder.as_str() {
        "" => (Kind::Home, "index.html".to_owned()),
        folder => (Kind::Section, format!("{folder}/index.html")),
    };
    Draft {
        kind,
        key: section.folder.as_str().into(),
        path,
        facts: Arc::clone(&section.facts),
        text: Text::Written(Arc::clone(&section.text)),
        order: Some(Order {
            sort_by: section.sort_by,
            paginate_by: section.paginate_by,
        }),
        page_template: section.page_template.clone(),
    }
}

fn of_page(page: &PageSource) -> Draft {
    let name = page.slug.as_ref().map_or(&page.stem, |slug| &slug.value);
    let own = match &page.path {
        Some(path) => path.trim_matches('/').to_owned(),
        None => below(&page.folder, name),
    };
    let (kind, path) = match own.as_str() {
        "404" => (Kind::NotFound, NOT_FOUND.to_owned()),
        own => (Kind::Page, format!("{own}/index.html")),
    };
    Draft {
        kind,
        key: below(&page.folder, &page.stem).into(),
        path,
        facts: Arc::clone(&page.facts),
        text: Text::Written(Arc::clone(&page.text)),
        order: None,
        page_template: None,
    }
}

/// `folder/name`, or the name alone at the top.
pub(super) fn below(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}
