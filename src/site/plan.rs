//! The list of a site's outputs: every file that will stand in the output folder, and from what.
//!
//! Nothing is produced here. Two outputs with one path are a mistake and are reported, whatever the
//! capital letters, and however an accent is written: not every computer tells them apart.

mod conflicts;
mod data;
mod files;
mod short;

pub use short::short_address;

pub use data::{
    DATA_PACKAGE, DataFormat, catalogue_path, code_of, dataset_at, dataset_path, has_catalogue,
    has_file, is_offered, offered, place_file, place_path, places_with_files,
};

use super::places::PlaceId;
use super::{Kind, Page, PageId, Site, address, directory, placed::folder_of, share};
use crate::config::Language;
use crate::diagnostic::{Candidates, Report, codes, diagnostic};
use crate::files::name;
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// Files of the site that are made together: where they stand, and the way to make their bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The first of its files, which names it.
    pub path: String,
    /// Its other files.
    pub beside: Vec<String>,
    /// A folder, with `/`, in which it also writes files whose names only their bytes tell: they begin
    /// with eight hexadecimal digits and a hyphen.
    pub numbered_in: Option<String>,
    pub what: What,
}

impl What {
    /// Whether the typesetter makes it, on threads of its own.
    pub fn is_typeset(&self) -> bool {
        matches!(self, What::Leaflet { .. } | What::Card { .. })
    }
}

impl Output {
    /// The paths of its files that are known before they are made.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let beside = self.beside.iter().map(String::as_str);
        std::iter::once(self.path.as_str()).chain(beside)
    }

    /// Whether it writes this path.
    pub fn writes(&self, path: &str) -> bool {
        self.files().any(|own| own == path) || self.may_number(path)
    }

    /// Whether this is a file in its folder of files whose names only their bytes tell.
    pub fn may_number(&self, path: &str) -> bool {
        let sibling = SIBLINGS
            .iter()
            .find_map(|sibling| path.strip_suffix(sibling));
        let path = sibling.unwrap_or(path);
        let folder = self.numbered_in.as_deref();
        folder
            .and_then(|folder| path.strip_prefix(folder))
            .and_then(|name| name.split_once('-'))
            .is_some_and(|(digits, rest)| {
                matches!((digits.len(), rest), (8, _) | (6, "t.js"))
                    && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
                    && !rest.contains('/')
            })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A page or section; `pager` counts the pages of its listing from 1.
    Page {
        page: PageId,
        pager: usize,
    },
    /// The list of a taxonomy's terms.
    Taxonomy {
        name: String,
        language: Language,
    },
    /// A term's list of pages; `term` is its place in the taxonomy.
    Term {
        taxonomy: String,
        language: Language,
        term: usize,
        pager: usize,
    },
    /// The Atom feed of a language.
    Feed {
        language: Language,
    },
    /// The Atom feed of a term.
    TermFeed {
        taxonomy: String,
        language: Language,
        term: usize,
    },
    /// The page that searches, the lists of pages under letters, and the files of the index.
    Search {
        language: Language,
    },
    SearchScript,
    Sitemap,
    Robots,
    NotFound,
    /// What keeps pages on a phone that were read.
    Worker,
    /// How an Apache host serves the site.
    HostFile,
    /// How a phone puts the site among its programs, in a language.
    Manifest {
        language: Language,
    },
    /// A page that leads from an old address to the page.
    Alias {
        page: PageId,
    },
    /// A file of the site as it is.
    Copy {
        source: String,
    },
    /// A picture of the campaign, or of the theme, without what it says of itself.
    Photo {
        source: String,
    },
    /// A drawing without what runs in it.
    Drawing {
        source: String,
    },
    /// What pages show in place of the picture that would be published at `path`.
    Smaller {
        path: String,
    },
    /// A file of the theme as it is.
    ThemeFile {
        source: String,
    },
    /// A font that readers load, by its place among those of the site.
    Font {
        at: usize,
    },
    /// The normalised figures of a dataset.
    Dataset {
        name: String,
        format: DataFormat,
    },
    /// The page that lists what can be taken away.
    Catalogue {
        language: Language,
    },
    /// What programs read of a place.
    PlaceFile {
        place: PlaceId,
    },
    /// What programs must know to read the figures of all datasets.
    DataPackage,
    /// What a page tells of, for readers' calendars.
    Calendar {
        page: PageId,
    },
    /// The code that leads a camera to a page.
    Code {
        page: PageId,
    },
    /// The picture that a page is shared with.
    Card {
        page: PageId,
    },
    /// A leaflet in reading order; its sheets for printing are written beside it.
    Leaflet {
        page: PageId,
        format: String,
    },
}

/// Where a term's list stands.
pub fn term_path(site: &Site, taxonomy: &str, language: &Language, slug: &str) -> String {
    let folder = folder_of(language, &site.config);
    format!("{folder}{taxonomy}/{slug}/index.html")
}

/// Where the list of a taxonomy's terms stands.
pub fn taxonomy_path(site: &Site, taxonomy: &str, language: &Language) -> String {
    format!("{}{taxonomy}/index.html", folder_of(language, &site.config))
}

/// Where a language's feed stands.
pub fn feed_path(site: &Site, language: &Language) -> String {
    format!("{}atom.xml", folder_of(language, &site.config))
}

/// Where the search page of a language stands.
pub fn search_path(site: &Site, language: &Language) -> String {
    format!("{}search/index.html", folder_of(language, &site.config))
}

/// Where the list of a letter stands, if letters have pages of their own.
pub fn letter_path(site: &Site, language: &Language, slug: &str) -> String {
    let folder = folder_of(language, &site.config);
    format!("{folder}search/{slug}/index.html")
}

/// What tells search engines where to look, and what a host shows where nothing stands.
const ROBOTS: &str = "robots.txt";
pub const NOT_FOUND: &str = "404.html";

/// The worker that keeps pages: at the top, since it sees only what stands below it.
pub const WORKER: &str = "sw.js";

/// What an Apache host is told, in its own words.
const HOST_FILE: &str = ".htaccess";

/// What a campaign's own file may take the place of.
const REPLACEABLE: [&str; 4] = [ROBOTS, NOT_FOUND, WORKER, HOST_FILE];

/// The endings of files that become much smaller when they are compressed.
const TEXTS: [&str; 10] = [
    "css",
    "csv",
    "html",
    "ics",
    "js",
    "json",
    "svg",
    "txt",
    "webmanifest",
    "xml",
];

/// What stands behind the name of a file's compressed siblings: by Brotli (RFC 7932) and gzip (RFC 1952).
pub const SIBLINGS: [&str; 2] = [".br", ".gz"];

/// Whether a file gets compressed siblings.
pub fn is_compressed(site: &Site, path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    site.config.precompress && TEXTS.contains(&ending)
}

/// Where the manifest of a language stands.
pub fn manifest_path(site: &Site, language: &Language) -> String {
    format!("{}site.webmanifest", folder_of(language, &site.config))
}

/// The script of every search page.
pub const SEARCH_SCRIPT: &str = "search/search.js";

/// What stands beside a page that has a card. The worker knows the name, and keeps none.
pub const CARD: &str = "card.png";

/// What stands beside a page whose kind has a calendar.
const CALENDAR: &str = "event.ics";

/// The path of the `pager`-th page of the list that begins at `path`.
pub fn pager_path(path: &str, pager: usize) -> String {
    if pager == 1 {
        return path.to_owned();
    }
    let folder = path.strip_suffix("index.html").unwrap_or(path);
    format!("{folder}page/{pager}/index.html")
}

/// How many pages a list of `entries` takes.
pub fn pagers(entries: usize, paginate_by: Option<usize>) -> usize {
    match paginate_by {
        Some(by) if by > 0 => entries.div_ceil(by).max(1),
        _ => 1,
    }
}

/// Where a leaflet of a page stands: `learn/read/read-a4.pdf`.
pub fn leaflet_path(site: &Site, page: PageId, format: &str) -> String {
    let page = site.page(page);
    let folder = page.path.strip_suffix("index.html").unwrap_or("");
    let name = folder.trim_end_matches('/').rsplit('/').next();
    let name = match name {
        Some(name) if !name.is_empty() && page.kind != Kind::Home => name,
        _ => "campaign",
    };
    format!("{folder}{name}-{format}.pdf")
}

/// Where the picture of a page's chart stands, counted from 1: `learn/read/chart-1.svg`.
pub fn chart_path(page: &str, number: usize) -> String {
    let folder = page.strip_suffix("index.html").or_else(|| {
        // Not every page has a folder of its own.
        page.rfind('/').map(|at| &page[..=at])
    });
    let folder = folder.unwrap_or("");
    format!("{folder}chart-{number}.svg")
}

/// Where what a page tells of stands for readers' calendars: `events/meeting/event.ics`. Nothing if its
/// kind has no calendar, or the page no day; of a page that shows another language's text there is none.
pub fn calendar_path(page: &Page) -> Option<String> {
    page.facts.particulars.as_deref()?.start()?;
    let folder = page.path.strip_suffix("index.html")?;
    let is_own = page.kind == Kind::Page && !page.is_fallback();
    is_own.then(|| format!("{folder}{CALENDAR}"))
}

/// What stands beside a page that is handed out.
const CODE: &str = "qr.svg";

/// Where the code stands that leads a camera to a page: `learn/read/qr.svg`. Only a page that is handed
/// out as a leaflet has one: who has no paper left shows it on a phone. Of a page that shows another
/// language's text there is none.
pub fn code_path(page: &Page) -> Option<String> {
    let folder = page.path.strip_suffix("index.html")?;
    let is_own = page.kind == Kind::Page && !page.is_fallback();
    let is_handed_out = !page.facts.leaflets.is_empty();
    (is_own && is_handed_out).then(|| format!("{folder}{CODE}"))
}

/// Where the sheets for printing stand that belong to the leaflet at `path`.
pub fn print_path(path: &str) -> String {
    let stem = path.strip_suffix(".pdf").unwrap_or(path);
    format!("{stem}-print.pdf")
}

/// Every output of the site, sorted by path; `formats` are the leaflet formats there are.
pub fn plan(site: &Site, formats: &[&str], report: &mut Report) -> Vec<Output> {
    let known_formats = LazyCell::new(|| Candidates::of(formats.iter().copied()));
    let mut outputs = Vec::new();
    search(site, &mut outputs);
    let mut add = |path: String, what: What| {
        let beside = match &what {
            What::Leaflet { .. } => vec![print_path(&path)],
            What::Smaller { path } => files::beside_jpeg(site, path),
            What::Page { page, pager: 1 } => {
                let charts = 1..=site.page(*page).facts.charts;
                charts.map(|number| chart_path(&path, number)).collect()
            }
            _ => Vec::new(),
        };
        outputs.push(Output {
            path,
            beside,
            numbered_in: None,
            what,
        });
    };
    for (id, page) in site.pages() {
        let listing = page.listing.as_ref();
        let entries = listing.map_or(0, |listing| listing.pages.len());
        let by = listing.and_then(|listing| listing.paginate_by);
        for pager in 1..=pagers(entries, by) {
            let what = What::Page { page: id, pager };
            add(pager_path(&page.path, pager), what);
        }
        if let Some(path) = calendar_path(page) {
            add(path, What::Calendar { page: id });
        }
        if let Some(path) = code_path(page) {
            add(path, What::Code { page: id });
        }
        if site.has_card(page) {
            add(share::card_path(page), What::Card { page: id });
        }
        if !page.is_fallback() {
            // An alias leads to the page in its own language.
            for alias in &page.facts.aliases {
                add(alias_path(alias), What::Alias { page: id });
            }
            let mut asked = BTreeSet::new();
            for format in &page.facts.leaflets {
                if !asked.insert(format.as_str()) {
                    let place = format.place(page.source());
                    report.push(diagnostic!(codes::site::FORMAT_TWICE, place, name = format));
                    continue;
                }
                if !formats.contains(&format.as_str()) {
                    report.push(
                        diagnostic!(
                            codes::site::NO_FORMAT,
                            format.place(page.source()),
                            name = format,
                            known = known_formats.list()
                        )
                        .did_you_mean(format, &known_formats),
                    );
                    continue;
                }
                let what = What::Leaflet {
                    page: id,
                    format: format.value.clone(),
                };
                add(leaflet_path(site, id, format), what);
            }
        }
    }
    lists(site, &mut add);
    files::of(site, &mut add);
    let mut offered = offered(site).peekable();
    if offered.peek().is_some() {
        add(DATA_PACKAGE.to_owned(), What::DataPackage);
    }
    for dataset in offered {
        for format in DataFormat::ALL {
            let name = dataset.name.clone();
            add(
                dataset_path(dataset, format),
                What::Dataset { name, format },
            );
        }
    }
    for place in places_with_files(site) {
        add(place_path(site, place), What::PlaceFile { place });
    }
    add("sitemap.xml".to_owned(), What::Sitemap);
    add(ROBOTS.to_owned(), What::Robots);
    add(NOT_FOUND.to_owned(), What::NotFound);
    add(WORKER.to_owned(), What::Worker);
    if site.config.precompress {
        add(HOST_FILE.to_owned(), What::HostFile);
    }
    let is_own = |output: &Output| {
        !matches!(
            output.what,
            What::Robots | What::NotFound | What::Worker | What::HostFile
        )
    };
    let own: Vec<&'static str> = REPLACEABLE
        .into_iter()
        .filter(|path| {
            let mut outputs = outputs.iter().filter(|output| is_own(output));
            outputs.any(|output| name::alike(&output.path) == *path)
        })
        .collect();
    outputs.retain(|output| is_own(output) || !own.contains(&output.path.as_str()));
    for output in &mut outputs {
        let texts = output.files().filter(|path| is_compressed(site, path));
        let siblings = texts.flat_map(|path| SIBLINGS.map(|sibling| format!("{path}{sibling}")));
        let siblings: Vec<String> = siblings.collect();
        output.beside.extend(siblings);
    }
    outputs.sort_by(|left, right| left.path.cmp(&right.path));
    conflicts::report(site, &outputs, report);
    short::report(site, &outputs, report);
    outputs
}

fn lists(site: &Site, add: &mut impl FnMut(String, What)) {
    for language in &site.config.languages {
        if has_catalogue(site) {
            let what = What::Catalogue {
                language: language.clone(),
            };
            add(catalogue_path(site, language), what);
        }
        if site.config.generate_feeds {
            let what = What::Feed {
                language: language.clone(),
            };
            add(feed_path(site, language), what);
        }
        let what = What::Manifest {
            language: language.clone(),
        };
        add(manifest_path(site, language), what);
        for taxonomy in &site.config.taxonomies {
            let name = &taxonomy.name;
            let terms = &site.taxonomies[name][language].terms;
            if terms.is_empty() {
                continue;
            }
            let what = What::Taxonomy {
                name: name.clone(),
                language: language.clone(),
            };
            add(taxonomy_path(site, name, language), what);
            for (at, term) in terms.iter().enumerate() {
                let path = term_path(site, name, language, &term.slug);
                for pager in 1..=pagers(term.pages.len(), taxonomy.paginate_by) {
                    let what = What::Term {
                        taxonomy: name.clone(),
                        language: language.clone(),
                        term: at,
                        pager,
                    };
                    add(pager_path(&path, pager), what);
                }
                if taxonomy.feed && site.config.generate_feeds {
                    let what = What::TermFeed {
                        taxonomy: name.clone(),
                        language: language.clone(),
                        term: at,
                    };
                    add(path.replace("index.html", "atom.xml"), what);
                }
            }
        }
    }
}

fn search(site: &Site, outputs: &mut Vec<Output>) {
    for (language, letters) in &*site.directories {
        let beside = match directory::is_split(letters) {
            true => letters
                .iter()
                .map(|letter| letter_path(site, language, &letter.slug()))
                .collect(),
            false => Vec::new(),
        };
        outputs.push(Output {
            path: search_path(site, language),
            beside,
            numbered_in: Some(format!("{}search/", folder_of(language, &site.config))),
            what: What::Search {
                language: language.clone(),
            },
        });
    }
    if !site.directories.is_empty() {
        outputs.push(Output {
            path: SEARCH_SCRIPT.to_owned(),
            beside: Vec::new(),
            numbered_in: None,
            what: What::SearchScript,
        });
    }
}

fn alias_path(alias: &str) -> String {
    let path = alias.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else if path.ends_with(".html") {
        path.to_owned()
    } else {
        format!("{path}/index.html")
    }
}

/// Where a file that stands in `content/` is published.
pub fn resource_path(source: &str) -> &str {
    source.strip_prefix("content/").unwrap_or(source)
}

/// The absolute URL of an output.
pub fn permalink(site: &Site, path: &str) -> String {
    address::absolute(&site.config.base_url, path)
}
