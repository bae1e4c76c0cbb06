//! A target that is no file → the page, the list or the place that its author meant: as editors and
//! hosts of repositories follow it, from the page's own file, or as a browser does, from its address.
//!
//! What may mean two things is asked about, and what is not published today is told as that.

use super::super::{Kind, Page, PageId, Site, plan};
use super::links::Target;
use crate::config::Language;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use crate::khmer;
use std::borrow::Cow;

/// What a target was found to name.
pub(super) enum Meant<'site> {
    Page(PageId),
    /// A list, a feed: an output that is no page.
    Output(Cow<'site, str>),
    /// The file of a page, below `content/`, that is not there.
    MissingPage(String),
    Nothing,
}

/// Looks what the author of `page` meant by `target`.
pub(super) fn look<'site>(
    site: &'site Site,
    page: &Page,
    target: &str,
    place: &impl Fn() -> Place,
) -> Result<Meant<'site>, Diagnostic> {
    let written = target.split('?').next().unwrap_or(target);
    let decoded = percent_encoding::percent_decode_str(written).decode_utf8_lossy();
    let decoded = khmer::normalise(&decoded).replace('\\', "/");
    if decoded.is_empty() {
        return Ok(Meant::Nothing);
    }
    match without_page_ending(&decoded) {
        Some(stem) => Ok(page_file(site, page, stem)),
        None => at_address(site, page, &decoded, target, place),
    }
}

/// A path without the ending of a page's file, if it has one.
fn without_page_ending(path: &str) -> Option<&str> {
    let (stem, ending) = path.rsplit_once('.')?;
    let is_page = ["md", "markdown"]
        .iter()
        .any(|own| ending.eq_ignore_ascii_case(own));
    is_page.then_some(stem)
}

/// The page of a file, its ending left out: counted from the page's own file, or with a slash from
/// `content/` or the campaign's folder.
fn page_file<'site>(site: &'site Site, page: &Page, stem: &str) -> Meant<'site> {
    let below = match stem.strip_prefix('/') {
        Some(rooted) => Some(rooted.strip_prefix("content/").unwrap_or(rooted).to_owned()),
        None => joined(page.folder(), stem)
            .and_then(|path| path.strip_prefix("content/").map(str::to_owned)),
    };
    let Some(below) = below else {
        return Meant::MissingPage(format!("{}.md", stem.trim_start_matches(['.', '/'])));
    };
    let path = format!("{below}.md");
    match site.addresses.page_at(&path, &page.language) {
        Some(id) => Meant::Page(id),
        None => Meant::MissingPage(path),
    }
}

/// The path that a relative one leads to from a folder; nothing if it leads out of all of them.
fn joined(folder: &str, relative: &str) -> Option<String> {
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in relative.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// What stands at an address of the site, or is named without the ending of its file.
fn at_address<'site>(
    site: &'site Site,
    page: &Page,
    decoded: &str,
    target: &str,
    place: &impl Fn() -> Place,
) -> Result<Meant<'site>, Diagnostic> {
    if let Some(rooted) = decoded.strip_prefix('/') {
        let path = joined("", rooted).unwrap_or_default();
        return Ok(match output(site, &page.language, &path) {
            Meant::Nothing if !path.contains('.') => Meant::MissingPage(format!("{path}.md")),
            found => found,
        });
    }
    // `water/index.html` is an address of pages, and `plan.pdf` is none.
    let name = decoded.rsplit('/').next().unwrap_or(decoded);
    if name.contains('.') && !matches!(name, "." | "..") && !name.ends_with(".html") {
        return Ok(Meant::Nothing);
    }
    let own = page.path.strip_suffix("index.html").unwrap_or(&page.path);
    let by_address = joined(own, decoded).map(|path| output(site, &page.language, &path));
    let key = joined(page.folder(), decoded).and_then(|path| match path.as_str() {
        "content" => Some(String::new()),
        path => path.strip_prefix("content/").map(str::to_owned),
    });
    let by_file = key.as_deref();
    let by_file = by_file.and_then(|key| site.addresses.find(key, &page.language));
    match (by_address, by_file) {
        (Some(Meant::Page(one)), Some(other)) if !is_same(site, one, other) => Err(diagnostic!(
            codes::site::TWO_PAGES_MEANT,
            place(),
            target = target,
            one = as_named(site, other),
            other = as_named(site, one)
        )),
        (Some(found @ (Meant::Page(_) | Meant::Output(_))), _) => Ok(found),
        (_, Some(id)) => Ok(Meant::Page(id)),
        _ if name.contains('.') => Ok(Meant::Nothing),
        _ => Ok(key.map_or(Meant::Nothing, |key| {
            Meant::MissingPage(format!("{key}.md"))
        })),
    }
}

fn is_same(site: &Site, one: PageId, other: PageId) -> bool {
    site.page(one).key == site.page(other).key
}

/// How texts name a page.
fn as_named(site: &Site, id: PageId) -> String {
    let source = site.page(id).source();
    format!("@/{}", source.strip_prefix("content/").unwrap_or(source))
}

/// What stands at this path of the site, without slashes at its ends: the page, in the language that the
/// path names, or else in that of the page that names it.
fn output<'site>(site: &'site Site, language: &Language, path: &str) -> Meant<'site> {
    let own = path.strip_suffix("index.html").unwrap_or(path);
    let own = own.strip_suffix(".html").unwrap_or(own).trim_matches('/');
    if let Some(id) = site.page_standing_at(own) {
        let page = site.page(id);
        let names_language = page.language != *site.config.default_language();
        let meant = match names_language {
            true => Some(id),
            false => site.addresses.find(&page.key, language),
        };
        return meant.map_or(Meant::Nothing, Meant::Page);
    }
    let languages = site.config.languages.iter();
    let lists = languages.flat_map(|language| {
        let search = site.config.build_search_index;
        let feeds = site.config.generate_feeds;
        let search = search.then(|| plan::search_path(site, language));
        let feed = feeds.then(|| plan::feed_path(site, language));
        search.into_iter().chain(feed)
    });
    let found = lists
        .chain(["sitemap.xml".to_owned()])
        .find(|list| list.strip_suffix("/index.html").unwrap_or(list) == own);
    let found = found.or_else(|| term_list(site, own));
    found.map_or(Meant::Nothing, |path| Meant::Output(path.into()))
}

/// The list of a taxonomy, or of one of its terms.
fn term_list(site: &Site, path: &str) -> Option<String> {
    let language = site.config.languages.iter().find(|language| {
        let folder = language.tag();
        *language != site.config.default_language()
            && path
                .strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
    });
    let language = language.unwrap_or(site.config.default_language());
    let below = match language == site.config.default_language() {
        true => path,
        false => path.get(language.tag().len() + 1..)?,
    };
    let (name, slug) = match below.split_once('/') {
        Some((name, slug)) => (name, Some(slug)),
        None => (below, None),
    };
    let terms = site.taxonomies.get(name)?.get(language)?;
    match slug {
        None => (!terms.terms.is_empty()).then(|| plan::taxonomy_path(site, name, language)),
        Some(slug) => terms
            .by_slug(slug)
            .map(|term| plan::term_path(site, name, language, &term.slug)),
    }
}

/// What is told of a page's file that no page of today was read from, named below `content/`.
pub(super) fn missing_page(site: &Site, path: &str, target: &str, place: Place) -> Diagnostic {
    let bare = path.strip_suffix(".md").unwrap_or(path);
    let key = |path: &str| key_of(site, path).to_owned();
    let wanted = key(bare);
    let is_it = |path: &&String| {
        let below = path.strip_prefix("content/").unwrap_or(path);
        below
            .strip_suffix(".md")
            .is_some_and(|own| key(own) == wanted)
    };
    let left_out = &site.left_out;
    let draft = left_out.drafts.iter().find(is_it);
    if let Some(file) = draft {
        return diagnostic!(codes::site::LINK_TO_DRAFT, place, file = file);
    }
    if let Some(file) = left_out.scheduled.iter().find(is_it) {
        return diagnostic!(codes::site::LINK_TO_SCHEDULED, place, file = file);
    }
    if let Some(file) = left_out.expired.iter().find(is_it) {
        return diagnostic!(codes::site::LINK_TO_EXPIRED, place, file = file);
    }
    let problem = diagnostic!(codes::site::BROKEN_LINK, place, target = target);
    problem.did_you_mean(&format!("@/{path}"), site.link_targets())
}

/// What is the same in the names of all files of a page, their endings left out.
fn key_of<'path>(site: &Site, path: &'path str) -> &'path str {
    let languages = site.config.languages.iter();
    let stem = languages
        .filter_map(|language| path.strip_suffix(language.tag())?.strip_suffix('.'))
        .next()
        .unwrap_or(path);
    match stem.rsplit_once('/') {
        Some((folder, "_index" | "index")) => folder,
        None if stem == "_index" => "",
        _ => stem,
    }
}

/// What is told of a target that looks like an address of another site, without its beginning.
pub(super) fn of_another_site(target: &str, place: impl Fn() -> Place) -> Option<Diagnostic> {
    let bare = ["https//", "http//", "https/", "http/", "hhtps//"]
        .iter()
        .find_map(|begin| target.strip_prefix(begin))
        .unwrap_or(target)
        .trim_start_matches('/');
    let host = bare.split(['/', '?', '#']).next().unwrap_or(bare);
    looks_like_a_host(host).then(|| {
        diagnostic!(
            codes::site::ADDRESS_WITHOUT_SCHEME,
            place(),
            target = target,
            meant = format!("https://{bare}")
        )
    })
}

/// Endings of hosts that are no endings of files.
const HOSTS: &[&str] = &[
    "app", "asia", "be", "co", "com", "edu", "fr", "gle", "gov", "info", "int", "io", "jp", "kh",
    "ly", "me", "net", "news", "org", "page", "site", "th", "tv", "uk", "us", "vn",
];

fn looks_like_a_host(host: &str) -> bool {
    let mut labels = host.split('.');
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let last = host.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    host.contains('.') && labels.all(is_label) && HOSTS.contains(&last.as_str())
}

/// Where a target leads that was found.
pub(super) fn target<'site>(path: Cow<'site, str>, fragment: Option<&'site str>) -> Target<'site> {
    Target::Inside {
        path,
        fragment: fragment.map(Cow::Borrowed),
    }
}

impl Site {
    /// The page that is written at this path.
    pub(super) fn page_at(&self, path: &str) -> Option<&Page> {
        let own = path.strip_suffix("index.html").unwrap_or(path);
        let id = self.page_standing_at(own.trim_matches('/'))?;
        let page = self.page(id);
        (*page.path == *path).then_some(page)
    }

    /// The page at this address of the site, without slashes at its ends.
    pub(super) fn page_standing_at(&self, path: &str) -> Option<PageId> {
        let standing = self.known.standing.get_or_init(|| {
            let pages = self.pages();
            let mut standing = std::collections::HashMap::new();
            for (id, page) in pages {
                let own = page.path.strip_suffix("index.html").unwrap_or(&page.path);
                standing.insert(own.trim_matches('/').to_owned(), id);
            }
            for (id, page) in self.pages() {
                let is_own = !page.is_fallback() || page.kind == Kind::Home;
                for alias in page.facts.aliases.iter().filter(|_| is_own) {
                    let own = alias.value.strip_suffix("index.html");
                    let own = own.unwrap_or(&alias.value).trim_matches('/');
                    standing.entry(own.to_owned()).or_insert(id);
                }
            }
            standing
        });
        standing.get(path).copied()
    }
}
