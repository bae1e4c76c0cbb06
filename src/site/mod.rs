//! Sources → [`Site`]: every page in every language, its place in the tree, its terms and neighbours;
//! and [`plan`], the list of the site's outputs.
//!
//! A site is complete and immutable. Links and component calls in the text stay as written; they are
//! resolved against the site by [`links`] and [`widgets`] when an output is produced.

pub mod address;
mod arguments;
pub mod directory;
mod each;
pub mod links;
mod listing;
mod pages;
pub mod plan;
pub mod taxonomy;
pub mod widgets;

use crate::config::{Config, Language, Localised};
use crate::content::Sources;
use crate::content::block::Document;
use crate::data::Datasets;
use crate::diagnostic::Report;
use crate::khmer::Segmenter;
use crate::theme::Theme;
use directory::Directories;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use taxonomy::Taxonomies;

/// A campaign site, complete.
pub struct Site {
    pub config: Config,
    pub theme: Theme,
    pub datasets: Datasets,
    pub pages: Vec<Page>,
    pub taxonomies: Taxonomies,
    pub segmenter: Arc<Segmenter>,
    /// The pages of each language under letters; empty if the site has no search page.
    pub directories: Directories,
    /// Width and height of pictures in pixels, by the path they are published at.
    pub image_sizes: BTreeMap<String, (u32, u32)>,
    /// Pages by key and language, for links.
    index: BTreeMap<String, Vec<PageId>>,
}

/// A page's place in [`Site::pages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(usize);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The front page of a language.
    Home,
    Section,
    Page,
}

/// A page or a section in one language.
#[derive(Debug, Clone)]
pub struct Page {
    pub kind: Kind,
    /// The content path without language and ending: `learn/council`; empty for the front page.
    pub key: String,
    /// The file it was read from.
    pub source: String,
    pub language: Language,
    /// The language of its text: the default language's where there is no translation.
    pub content_language: Language,
    /// Where it is written: `en/learn/council/index.html`.
    pub path: String,
    pub title: String,
    pub description: String,
    /// What a list shows of it: the text before `<!-- more -->`, or the description.
    pub summary: String,
    /// How many words its text has, in all scripts.
    pub words: usize,
    /// Whether the author described it; otherwise the description is the beginning of the text.
    pub is_described: bool,
    pub date: Option<Date>,
    pub updated: Option<Date>,
    pub weight: i64,
    pub template: Option<String>,
    pub document: Arc<Document>,
    /// Files that stand beside it in `content/` and are published with it.
    pub resources: Arc<Vec<String>>,
    /// Terms by taxonomy, as identifiers.
    pub terms: BTreeMap<String, Vec<String>>,
    /// Leaflet formats asked for.
    pub leaflets: Vec<String>,
    pub aliases: Vec<String>,
    pub extra: toml::Table,
    /// The section it belongs to; the front page of the language for top-level sections and pages.
    pub parent: Option<PageId>,
    /// The same page in every language, in the order of the configuration, itself included.
    pub translations: Vec<PageId>,
    /// What a section lists.
    pub listing: Option<Listing>,
    /// Its neighbours in its section's order.
    pub previous: Option<PageId>,
    pub next: Option<PageId>,
    /// The dataset it was made from, for a page of a row.
    pub dataset: Option<String>,
}

/// The pages and sections of a section, in its order.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    pub pages: Vec<PageId>,
    pub subsections: Vec<PageId>,
    pub paginate_by: Option<usize>,
}

impl Page {
    /// Whether its text is in another language than the page.
    pub fn is_fallback(&self) -> bool {
        self.content_language != self.language
    }
}

impl Site {
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// Every page with its identifier.
    pub fn pages(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.pages
            .iter()
            .enumerate()
            .map(|(at, page)| (PageId(at), page))
    }

    /// The front page of a language.
    pub fn home(&self, language: &Language) -> &Page {
        let id = self
            .find("", language)
            .expect("every language has a front page");
        self.page(id)
    }

    /// The page with this key in this language.
    pub fn find(&self, key: &str, language: &Language) -> Option<PageId> {
        let ids = self.index.get(key)?;
        ids.iter()
            .copied()
            .find(|id| self.page(*id).language == *language)
    }

    /// Every key of a page, for a did-you-mean.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.index.keys().map(String::as_str)
    }

    /// The absolute URL of a page.
    pub fn permalink(&self, page: &Page) -> String {
        address::absolute(&self.config.base_url, &page.path)
    }
}

/// Puts the site together; every problem of this stage is reported.
pub fn assemble(
    config: Config,
    theme: Theme,
    sources: Sources,
    datasets: Datasets,
    image_sizes: BTreeMap<String, (u32, u32)>,
    report: &mut Report,
) -> Option<Site> {
    let mut words: Vec<&str> = config.khmer.words.iter().map(String::as_str).collect();
    let gazetteer = datasets.gazetteer();
    words.extend(
        gazetteer
            .codes()
            .filter_map(|code| match gazetteer.name(code)? {
                Localised::Each(names) => names.get("km").map(String::as_str),
                Localised::Same(name) => Some(name),
                Localised::Empty => None,
            }),
    );
    let segmenter = Arc::new(Segmenter::new(&words));
    let orders = listing::orders(&sources);
    let mut pages = pages::in_every_language(&config, sources, &datasets, &segmenter, report);
    let index = pages::index(&pages);
    pages::connect(&mut pages, &index);
    listing::fill(&mut pages, &orders);
    let taxonomies = taxonomy::collect(&config, &pages, report);
    let directories = directory::collect(&config, &pages);
    report.stop_if_errors().ok()?;
    Some(Site {
        config,
        theme,
        datasets,
        pages,
        taxonomies,
        directories,
        segmenter,
        image_sizes,
        index,
    })
}
