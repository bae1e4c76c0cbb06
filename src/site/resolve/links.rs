//! Links and pictures as an author wrote them → what they lead to, checked against the site.

use super::super::{Page, PageId, Site, address, plan};
use crate::config::Language;
use crate::content::link::Link;
use crate::diagnostic::{Diagnostic, Place, closest, codes};
use crate::khmer;
use std::borrow::Cow;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target<'text> {
    /// An output of this site, with a fragment.
    Inside {
        path: Cow<'text, str>,
        fragment: Option<Cow<'text, str>>,
    },
    /// Anything else, as written.
    Outside(Cow<'text, str>),
}

impl Target<'_> {
    /// As a URL from the output at `from`.
    pub fn relative_to(&self, from: &str) -> String {
        match self {
            Target::Outside(url) => url.clone().into_owned(),
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
            Target::Outside(url) => url.clone().into_owned(),
            Target::Inside { path, fragment } => {
                with_fragment(plan::permalink(site, path), fragment.as_deref())
            }
        }
    }

    pub fn into_owned(self) -> Target<'static> {
        match self {
            Target::Outside(url) => Target::Outside(url.into_owned().into()),
            Target::Inside { path, fragment } => Target::Inside {
                path: path.into_owned().into(),
                fragment: fragment.map(|fragment| fragment.into_owned().into()),
            },
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

/// Finds what a link in the text of `page` leads to; `place` says where it stands.
pub(super) fn resolve<'text>(
    site: &'text Site,
    page: &'text Page,
    link: &'text Link,
    place: impl Fn() -> Place,
) -> Result<Target<'text>, Diagnostic> {
    match link {
        Link::Page { path, fragment } => {
            let shown = || link.to_string();
            let found = site.page(page_of(site, &page.language, path, shown, &place)?);
            if let Some(anchor) = fragment {
                check_anchor(found, anchor, &place)?;
            }
            Ok(inside(&found.path, fragment.as_deref()))
        }
        Link::Here(anchor) => {
            check_anchor(page, anchor, &place)?;
            Ok(inside(&page.path, Some(anchor)))
        }
        Link::Outside(url) => Ok(Target::Outside(Cow::Borrowed(url))),
        Link::File { path, fragment } => {
            let shown = || link.to_string();
            let path = file_at(site, page, path, shown, place)?;
            Ok(Target::Inside {
                path,
                fragment: fragment.as_deref().map(Cow::Borrowed),
            })
        }
    }
}

fn inside<'text>(path: &'text str, fragment: Option<&'text str>) -> Target<'text> {
    Target::Inside {
        path: Cow::Borrowed(path),
        fragment: fragment.map(Cow::Borrowed),
    }
}

/// The output that a picture or download of `page` names.
pub fn file<'text>(
    site: &'text Site,
    page: &'text Page,
    target: &'text str,
    place: impl Fn() -> Place,
) -> Result<Target<'text>, Diagnostic> {
    let (name, fragment) = match target.split_once('#') {
        Some((name, fragment)) => (name, Some(fragment)),
        None => (target, None),
    };
    let path = file_at(site, page, name, || target.to_owned(), place)?;
    Ok(Target::Inside {
        path,
        fragment: fragment.map(Cow::Borrowed),
    })
}

fn file_at<'text>(
    site: &'text Site,
    page: &'text Page,
    name: &'text str,
    shown: impl Fn() -> String,
    place: impl Fn() -> Place,
) -> Result<Cow<'text, str>, Diagnostic> {
    if let Some(path) = name.strip_prefix('/') {
        let published = plan::dataset_at(site, path).is_some();
        if published || site.theme.files.contains(&format!("static/{path}")) {
            return Ok(Cow::Borrowed(path));
        }
    }
    let folder = page
        .source()
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let decoded = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
    // Names of files are normalised where they are read, whatever the text keeps as typed.
    let decoded = khmer::normalise(&decoded);
    let beside = format!("{folder}/{}", decoded.trim_start_matches("./"));
    let resources = &page.facts.resources;
    if let Ok(at) = resources.binary_search(&beside) {
        return Ok(Cow::Borrowed(plan::resource_path(&resources[at])));
    }
    let beside_page = resources
        .iter()
        .filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
    let target = shown();
    Err(Diagnostic::new(&codes::site::BROKEN_FILE, place())
        .with("target", &target)
        .with_list("known", beside_page.clone())
        .did_you_mean(&target, beside_page))
}

/// The page that `@/path` names, in this language; `shown` is the link as it was written.
pub fn page_of(
    site: &Site,
    language: &Language,
    path: &str,
    shown: impl Fn() -> String,
    place: impl Fn() -> Place,
) -> Result<PageId, Diagnostic> {
    if let Some(id) = page_at(site, path, language) {
        return Ok(id);
    }
    let target = shown();
    let known = site.pages.iter().filter_map(|page| {
        let path = page.source().strip_prefix("content/").unwrap_or_default();
        (!path.contains("_each.")).then(|| format!("@/{path}"))
    });
    let mut problem = Diagnostic::new(&codes::site::BROKEN_LINK, place());
    problem.suggestion = closest(&target, known);
    Err(problem.with("target", target))
}

/// The page at a content path such as `learn/council.md` or `learn/_index.en.md`, in the language
/// that the path names, or else in `language`.
fn page_at(site: &Site, path: &str, language: &Language) -> Option<PageId> {
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

fn check_anchor(
    page: &Page,
    anchor: &str,
    place: &impl Fn() -> Place,
) -> Result<(), Diagnostic> {
    let mut ids = page.anchors();
    if ids.clone().any(|id| id == anchor) {
        return Ok(());
    }
    let known: Vec<&str> = ids.by_ref().collect();
    Err(Diagnostic::new(&codes::site::BROKEN_ANCHOR, place())
        .with("page", page.source())
        .with("anchor", anchor)
        .with_list("known", known.iter().map(|id| format!("#{id}")))
        .did_you_mean(anchor, known))
}
