//! Sources → [`Site`]: every page in every language, its place in the tree, its terms and neighbours;
//! what its text leads to and shows ([`resolve`]); and [`plan`], the list of the site's outputs.
//!
//! A site is complete and immutable, and holds what pages can see of each other. Editing a body never
//! changes another page's facts: what a text says stands in the facts of its own page alone.

pub mod address;
pub mod component;
pub mod directory;
mod each;
mod known;
mod neighbours;
pub mod place_file;
mod place_rows;
mod placed;
pub mod places;
pub mod plan;
pub mod resolve;
pub mod share;
pub mod taxonomy;

use crate::config::{Config, Language, Localised};
use crate::content::kinds::{self, Kinds};
use crate::content::{self, Attachments, Body, Facts, LeftOut, Sources};
use crate::data::Datasets;
use crate::diagnostic::{Place, Report};
use crate::files::kinds::without_ending;
use crate::font::WebFonts;
use crate::image::Pictures;
use crate::khmer::Segmenter;
use crate::sound::Sounds;
use crate::theme::Theme;
use directory::Directories;
use jiff::civil::Date;
use known::Known;
use places::{PlaceId, Places};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use taxonomy::Taxonomies;

/// A campaign site, complete. Its large parts are shared between sites that differ in a page.
#[derive(Clone)]
pub struct Site {
    pub config: Arc<Config>,
    pub theme: Arc<Theme>,
    /// What pages of each kind say.
    pub kinds: Arc<Kinds>,
    /// The day as of which the site is made.
    pub today: Date,
    pub datasets: Arc<Datasets>,
    pub pages: Vec<Page>,
    pub taxonomies: Arc<Taxonomies>,
    pub segmenter: Arc<Segmenter>,
    /// The pages of each language under letters; empty if the site has no search page.
    pub directories: Arc<Directories>,
    /// The newest dated pages of each language, the newest first.
    pub dated: Arc<BTreeMap<Language, Vec<PageId>>>,
    /// By the path that a picture is published at.
    pub pictures: Arc<Pictures>,
    /// By the path that a sound is published at.
    pub sounds: Arc<Sounds>,
    /// The fonts that readers load; nothing for those of the phone.
    pub fonts: Option<Arc<WebFonts>>,
    /// The files of `content/` that are published besides pages.
    pub attachments: Arc<Attachments>,
    /// Where pages stand; the same for two sites that differ in texts and titles only.
    pub addresses: Arc<Addresses>,
    /// The places of all tables of places, with their pages.
    pub places: Arc<Places>,
    /// The files of pages that are not published today.
    left_out: Arc<LeftOut>,
    /// What can be named.
    known: Arc<Known>,
}

/// The pages of each key, one for each language, in the order of the configuration.
type Index = HashMap<Arc<str>, Arc<[PageId]>>;

/// Which page stands where.
#[derive(Debug, PartialEq, Eq)]
pub struct Addresses {
    base_url: String,
    languages: Vec<Language>,
    index: Index,
    /// The path of each page.
    paths: Vec<Arc<str>>,
}

impl Addresses {
    /// The page with this key in this language.
    pub fn find(&self, key: &str, language: &Language) -> Option<PageId> {
        let ids = self.index.get(key)?;
        let nth = self.languages.iter().position(|own| own == language)?;
        ids.get(nth).copied()
    }

    /// The page at a content path such as `learn/council.md` or `learn/_index.en.md`, in the language
    /// that the path names, or else in `language`.
    pub fn page_at(&self, path: &str, language: &Language) -> Option<PageId> {
        let stem = without_ending(path)?;
        let named = self
            .languages
            .iter()
            .find_map(|named| Some((stem.strip_suffix(named.tag())?.strip_suffix('.')?, named)));
        let (stem, language) = named.unwrap_or((stem, language));
        let key = match stem.rsplit_once('/') {
            Some((folder, "_index" | "index")) => folder,
            None if stem == "_index" => "",
            _ => stem,
        };
        self.find(key, language)
    }

    /// The absolute URL of a page.
    pub fn permalink(&self, id: PageId) -> String {
        address::absolute(&self.base_url, &self.paths[id.0])
    }
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
    /// What a host shows in a language where nothing stands: no page leads to it.
    NotFound,
}

/// A page or a section in one language.
#[derive(Debug, Clone)]
pub struct Page {
    pub kind: Kind,
    /// The content path without language and ending: `learn/council`; empty for the front page.
    pub key: Arc<str>,
    pub language: Language,
    /// Where it is written: `en/learn/council/index.html`.
    pub path: Arc<str>,
    /// What it says of itself; in the default language where there is no translation.
    pub facts: Arc<Facts>,
    pub text: Text,
    /// The template it asks for, or that a section above it asks for its pages.
    pub template: Option<Template>,
    /// The section it belongs to; the front page of the language for top-level sections and pages.
    pub parent: Option<PageId>,
    /// The same page in every language, in the order of the configuration, itself included.
    pub translations: Arc<[PageId]>,
    /// What a section lists.
    pub listing: Option<Listing>,
    /// Its neighbours in its section's order.
    pub previous: Option<PageId>,
    pub next: Option<PageId>,
}

/// A template that a file asks for.
#[derive(Debug, Clone)]
pub struct Template {
    pub name: Arc<str>,
    /// Where it is asked for.
    pub place: Arc<Place>,
}

/// Where the text of a page comes from.
#[derive(Debug, Clone)]
pub enum Text {
    Written(Arc<Body>),
    /// A template and rows of a dataset, of which most pages have one; filled when asked for.
    Rows {
        template: Arc<content::Template>,
        dataset: Arc<str>,
        rows: Arc<[usize]>,
    },
}

/// The pages and sections of a section, in its order.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    pub pages: Vec<PageId>,
    pub subsections: Vec<PageId>,
    pub paginate_by: Option<usize>,
    /// The kind that all of its pages are of.
    pub kind: Option<Arc<kinds::Kind>>,
}

impl Page {
    /// The language of its text: the default language's where there is no translation.
    pub fn content_language(&self) -> &Language {
        &self.facts.language
    }

    /// Whether its text is in another language than the page.
    pub fn is_fallback(&self) -> bool {
        self.facts.language != self.language
    }

    /// Whether lists, the search and the sitemap know it: it has a text of its own, and somebody is to
    /// come to it.
    pub fn is_listed(&self) -> bool {
        !self.is_fallback() && self.kind != Kind::NotFound
    }

    /// The file it was read from.
    pub fn source(&self) -> &str {
        &self.facts.path
    }

    /// The folder of its file.
    pub fn folder(&self) -> &str {
        let cut = self.source().rsplit_once('/');
        cut.map_or("", |(folder, _)| folder)
    }

    /// The dataset it was made from, for a page of a row.
    pub fn dataset(&self) -> Option<&str> {
        match &self.text {
            Text::Written(_) => None,
            Text::Rows { dataset, .. } => Some(dataset),
        }
    }

    /// The ids that links can lead to.
    pub fn anchors(&self) -> impl Iterator<Item = &str> + Clone {
        let ids = match &self.text {
            Text::Written(body) => body.headings(),
            Text::Rows { template, .. } => &template.document.headings,
        };
        ids.iter().map(|id| &**id).filter(|id| !id.is_empty())
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
        self.addresses.find(key, language)
    }

    /// The page of a place in a language, if it has one.
    pub fn page_of_place(&self, place: PlaceId, language: &Language) -> Option<&Page> {
        let nth = self.addresses.languages.iter();
        let nth = nth.clone().position(|own| own == language)?;
        let id = self.places.pages(place)?.get(nth)?;
        Some(self.page(*id))
    }

    /// The place that a page is about.
    pub fn place_of(&self, page: &Page) -> Option<PlaceId> {
        self.places.tree.find(page.facts.place.as_deref()?)
    }

    /// The pages that are read from a file, in every language that shows it.
    pub fn pages_of(&self, file: &str) -> Vec<PageId> {
        let of_file = self.pages().filter(|(_, page)| page.source() == file);
        of_file.map(|(id, _)| id).collect()
    }

    /// This site with something else written in one file, where its pages stand as they stood:
    /// [`Facts::stand_alike`].
    pub fn with_text(&self, facts: &Arc<Facts>, text: &Arc<Body>) -> Site {
        let mut site = self.clone();
        site.known = Arc::default();
        for id in self.pages_of(&facts.path) {
            let page = &mut site.pages[id.0];
            page.facts = Arc::clone(facts);
            page.text = Text::Written(Arc::clone(text));
        }
        site
    }

    /// The absolute URL of a page.
    pub fn permalink(&self, page: &Page) -> String {
        address::absolute(&self.config.base_url, &page.path)
    }
}

/// The segmenter of a campaign: it knows the words that the configuration adds, and the names of the
/// gazetteer.
pub fn segmenter(config: &Config, datasets: &Datasets) -> Segmenter {
    let words: Vec<&str> = config.khmer.words.iter().map(String::as_str).collect();
    let gazetteer = datasets.gazetteer();
    let names: Vec<&str> = gazetteer
        .codes()
        .filter_map(|code| match gazetteer.name(code)? {
            Localised::Each(names) => names.get("km").map(String::as_str),
            Localised::Same(name) => Some(name),
            Localised::Empty => None,
        })
        .collect();
    Segmenter::with_names(&words, &names)
}

/// What a site is put together from, besides its pages.
#[derive(Clone)]
pub struct Ground {
    pub config: Arc<Config>,
    pub theme: Arc<Theme>,
    pub kinds: Arc<Kinds>,
    /// The day that decides what lies ahead and what is past.
    pub today: Date,
    pub datasets: Arc<Datasets>,
    pub segmenter: Arc<Segmenter>,
    /// By the path that a picture is published at.
    pub pictures: Arc<Pictures>,
    /// By the path that a sound is published at.
    pub sounds: Arc<Sounds>,
    /// The fonts that readers load.
    pub fonts: Option<Arc<WebFonts>>,
}

/// Puts the site together; every problem of this stage is reported.
///
/// The cost grows with the number of pages, and by its logarithm for their order.
pub fn assemble(ground: Ground, sources: &Sources, report: &mut Report) -> Option<Site> {
    let placed = placed::in_every_language(&ground, sources, report);
    let Ground {
        config,
        theme,
        kinds,
        today,
        datasets,
        segmenter,
        pictures,
        sounds,
        fonts,
    } = ground;
    let (pages, index, places) = neighbours::connect(placed, &datasets, today, report);
    let taxonomies = taxonomy::collect(&config, &pages, &segmenter, report);
    let directories = directory::collect(&config, &pages);
    let dated = neighbours::dated(&config, &pages);
    report.stop_if_errors().ok()?;
    let addresses = Arc::new(Addresses {
        base_url: config.base_url.clone(),
        languages: config.languages.clone(),
        index,
        paths: pages.iter().map(|page| Arc::clone(&page.path)).collect(),
    });
    let site = Site {
        config,
        theme,
        kinds,
        today,
        datasets,
        pages,
        taxonomies: Arc::new(taxonomies),
        segmenter,
        directories: Arc::new(directories),
        dated: Arc::new(dated),
        pictures,
        sounds,
        fonts,
        attachments: Arc::clone(&sources.attachments),
        addresses,
        places: Arc::new(places),
        left_out: Arc::new(sources.left_out.clone()),
        known: Arc::default(),
    };
    share::check(&site, report);
    Some(site)
}
