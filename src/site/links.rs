//! Links and pictures as an author wrote them → relative URLs, checked against the site.

use super::{Page, PageId, Site, address, plan};
use crate::config::Language;
use crate::content::block::{Block, Document};
use crate::diagnostic::{Diagnostic, Place, closest, codes};
use crate::khmer;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An output of this site, with a fragment.
    Inside {
        path: String,
        fragment: Option<String>,
    },
    /// Anything else, as written.
    Outside(String),
}

impl Target {
    /// As a URL from the output at `from`.
    pub fn relative_to(&self, from: &str) -> String {
        match self {
            Target::Outside(url) => url.clone(),
            Target::Inside { path, fragment } => {
                let url = match fragment {
                    Some(_) if path == from => String::new(),
                    _ => address::relative(from, path),
                };
                with_fragment(url, fragment.as_deref())
            }
        }
    }

    /// As a URL that works from anywhere.
    pub fn absolute(&self, site: &Site) -> String {
        match self {
            Target::Outside(url) => url.clone(),
            Target::Inside { path, fragment } => {
                with_fragment(plan::permalink(site, path), fragment.as_deref())
            }
        }
    }
}

fn with_fragment(mut url: String, fragment: Option<&str>) -> String {
    if let Some(fragment) = fragment {
        url.push('#');
        url.push_str(fragment);
    }
    url
}

/// Finds what a link in the text of `page` leads to.
///
/// `@/dir/page.md#id` is a page, `#id` a heading of this page, `/path` a file of `static/`, a name
/// a file beside the page; what has a scheme leads out of the site.
pub fn resolve(
    site: &Site,
    page: &Page,
    target: &str,
    place: &Place,
) -> Result<Target, Diagnostic> {
    if target.starts_with("@/") {
        return inside(site, page, target, place);
    }
    if let Some(anchor) = target.strip_prefix('#') {
        check_anchor(page, anchor, place)?;
        return Ok(Target::Inside {
            path: page.path.clone(),
            fragment: Some(anchor.to_owned()),
        });
    }
    let scheme = target.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty()
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'+')
    });
    if scheme {
        return Ok(Target::Outside(target.to_owned()));
    }
    file(site, page, target, place)
}

/// The output that a picture or download of `page` names.
pub fn file(site: &Site, page: &Page, target: &str, place: &Place) -> Result<Target, Diagnostic> {
    let (name, fragment) = split_fragment(target);
    let found = |path: &str| Target::Inside {
        path: path.to_owned(),
        fragment: fragment.map(str::to_owned),
    };
    if let Some(path) = name.strip_prefix('/') {
        let published = site
            .datasets
            .names()
            .flat_map(|name| plan::DataFormat::ALL.map(|format| plan::dataset_path(name, format)))
            .any(|dataset| dataset == path);
        if published || site.theme.files.contains(&format!("static/{path}")) {
            return Ok(found(path));
        }
    }
    let folder = page
        .source
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let decoded = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
    // Names of files are normalised where they are read, whatever the text keeps as typed.
    let decoded = khmer::normalise(&decoded);
    let beside = format!("{folder}/{}", decoded.trim_start_matches("./"));
    if page.resources.contains(&beside) {
        return Ok(found(plan::resource_path(&beside)));
    }
    let beside_page = page
        .resources
        .iter()
        .filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
    Err(Diagnostic::new(&codes::site::BROKEN_FILE, place.clone())
        .with("target", target)
        .with_list("known", beside_page.clone())
        .did_you_mean(target, beside_page))
}

fn split_fragment(target: &str) -> (&str, Option<&str>) {
    match target.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (target, None),
    }
}

/// The page that `@/dir/page.md` in the text of `page` names, in that page's language.
pub fn page_of(
    site: &Site,
    page: &Page,
    target: &str,
    place: &Place,
) -> Result<PageId, Diagnostic> {
    let (path, _) = split_fragment(target.strip_prefix("@/").unwrap_or(target));
    let Some(id) = page_at(site, path, &page.language) else {
        let mut known: Vec<String> = Vec::new();
        for page in &site.pages {
            let path = page.source.strip_prefix("content/").unwrap_or_default();
            if !path.contains("_each.") {
                known.push(format!("@/{path}"));
            }
        }
        let mut problem = Diagnostic::new(&codes::site::BROKEN_LINK, place.clone());
        problem.suggestion = closest(target, &known);
        return Err(problem.with("target", target));
    };
    Ok(id)
}

fn inside(site: &Site, page: &Page, target: &str, place: &Place) -> Result<Target, Diagnostic> {
    let found = site.page(page_of(site, page, target, place)?);
    let (_, fragment) = split_fragment(target);
    if let Some(anchor) = fragment {
        check_anchor(found, anchor, place)?;
    }
    Ok(Target::Inside {
        path: found.path.clone(),
        fragment: fragment.map(str::to_owned),
    })
}

/// The page at a content path such as `learn/council.md` or `learn/_index.en.md`, in the language
/// that the path names, or else in `language`.
pub fn page_at(site: &Site, path: &str, language: &Language) -> Option<PageId> {
    let stem = path.strip_suffix(".md")?;
    let named = site
        .config
        .languages
        .iter()
        .find_map(|named| Some((stem.strip_suffix(named.tag())?.strip_suffix('.')?, named)));
    let (stem, language) = named.unwrap_or((stem, language));
    let key = match stem.rsplit_once('/') {
        Some((folder, "_index" | "index")) => folder,
        None if stem == "_index" => "",
        _ => stem,
    };
    site.find(key, language)
}

fn check_anchor(page: &Page, anchor: &str, place: &Place) -> Result<(), Diagnostic> {
    let ids = heading_ids(&page.document);
    if ids.contains(&anchor) {
        return Ok(());
    }
    Err(Diagnostic::new(&codes::site::BROKEN_ANCHOR, place.clone())
        .with("page", &page.source)
        .with("anchor", anchor)
        .with_list("known", ids.iter().map(|id| format!("#{id}")))
        .did_you_mean(anchor, ids))
}

/// The ids of all headings of a document.
fn heading_ids(document: &Document) -> Vec<&str> {
    fn walk<'text>(blocks: &'text [Block], ids: &mut Vec<&'text str>) {
        for block in blocks {
            match block {
                Block::Heading { id, .. } => ids.push(id),
                Block::Quote(inner) => walk(inner, ids),
                Block::List { items, .. } => items.iter().for_each(|item| walk(item, ids)),
                Block::Component(call) => walk(call.body.as_deref().unwrap_or(&[]), ids),
                _ => {}
            }
        }
    }
    let mut ids = Vec::new();
    walk(&document.blocks, &mut ids);
    ids
}
