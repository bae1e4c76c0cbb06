//! Links and pictures as an author wrote them → what they lead to, checked against the site.

use super::super::{Page, PageId, Site, address, plan};
use super::Anchors;
use super::meant::{self, Meant};
use crate::config::Language;
use crate::content::link::{self, Link};
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
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
    /// Where a link leads that is wrong; no page with one is produced.
    pub(super) const NOWHERE: Target<'static> = Target::Outside(Cow::Borrowed(""));

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
    anchors: &Anchors<'text>,
    place: impl Fn() -> Place,
) -> Result<Target<'text>, Diagnostic> {
    match link {
        Link::Page { path, fragment } => {
            let shown = || link.to_string();
            let found = site.page(page_of(site, &page.language, path, shown, &place)?);
            if let Some(anchor) = fragment {
                check_anchor(site, found, anchor, anchors, &place)?;
            }
            Ok(inside(&found.path, fragment.as_deref()))
        }
        Link::Here(anchor) => {
            check_anchor(site, page, anchor, anchors, &place)?;
            Ok(inside(&page.path, Some(anchor)))
        }
        Link::Outside(url) => Ok(Target::Outside(Cow::Borrowed(url))),
        Link::File { path, fragment } => {
            let fragment = fragment.as_deref();
            let meant = meant::look(site, page, path, &place)?;
            match meant {
                Meant::Page(id) => {
                    let found = site.page(id);
                    if let Some(anchor) = fragment {
                        check_anchor(site, found, anchor, anchors, &place)?;
                    }
                    return Ok(inside(&found.path, fragment));
                }
                Meant::Output(path) => return Ok(meant::target(path, fragment)),
                Meant::MissingPage(_) | Meant::Nothing => {}
            }
            let shown = || link.to_string();
            let found = file_at(site, page, path, shown, &place);
            let path = found.map_err(|problem| {
                let of_another_site = meant::of_another_site(&shown(), &place);
                of_another_site.unwrap_or_else(|| match meant {
                    Meant::MissingPage(path) => meant::missing_page(site, &path, &shown(), place()),
                    _ => problem,
                })
            })?;
            Ok(meant::target(path, fragment))
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
    target: &'text str,
    shown: impl Fn() -> String,
    place: impl Fn() -> Place,
) -> Result<Cow<'text, str>, Diagnostic> {
    let named = link::files_named(page.source(), target);
    if let Some(path) = named.iter().find_map(|path| published_at(site, path)) {
        return Ok(path);
    }
    let beside_page = site.names_beside(page);
    let shown = shown();
    let problem = diagnostic!(
        codes::site::BROKEN_FILE,
        place(),
        target = &shown,
        known = beside_page.list()
    );
    let lies_elsewhere = named
        .first()
        .and_then(|path| site.file_called(name_of(path)));
    Err(match lies_elsewhere {
        Some(path) => problem.which_means(as_named_in(page, path)),
        None => problem.did_you_mean(&shown, &beside_page),
    })
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// How a page names a file of `content/` or `static/`.
fn as_named_in(page: &Page, path: &str) -> String {
    match path.strip_prefix("static/") {
        Some(below) => format!("/{below}"),
        None => {
            let url = address::relative(page.source(), path);
            let decoded = percent_encoding::percent_decode_str(&url);
            decoded.decode_utf8_lossy().into_owned()
        }
    }
}

/// Where a file below the campaign's folder is published, if it is.
fn published_at<'site>(site: &'site Site, path: &str) -> Option<Cow<'site, str>> {
    if path.starts_with("content/") {
        let found = site.attachments.find(path)?;
        return Some(Cow::Borrowed(plan::resource_path(found)));
    }
    if let Some(published) = plan::dataset_at(site, path) {
        return Some(Cow::Owned(published));
    }
    let below = path.strip_prefix("static/")?;
    if site.theme.files.contains(path) {
        return Some(Cow::Owned(below.to_owned()));
    }
    // Where its author works, capital letters may make no difference.
    let found = site.static_alike(path)?;
    found.strip_prefix("static/").map(Cow::Borrowed)
}

/// The page that `@/path` names, in this language; `shown` is the link as it was written.
pub fn page_of(
    site: &Site,
    language: &Language,
    path: &str,
    shown: impl Fn() -> String,
    place: impl Fn() -> Place,
) -> Result<PageId, Diagnostic> {
    if let Some(id) = site.addresses.page_at(path, language) {
        return Ok(id);
    }
    Err(meant::missing_page(site, path, &shown(), place()))
}

fn check_anchor<'text>(
    site: &Site,
    page: &'text Page,
    anchor: &str,
    anchors: &Anchors<'text>,
    place: &impl Fn() -> Place,
) -> Result<(), Diagnostic> {
    if anchors.stands_in(page, anchor) {
        return Ok(());
    }
    let known = site.anchors_of(page);
    Err(diagnostic!(
        codes::site::BROKEN_ANCHOR,
        place(),
        page = page.source(),
        anchor = anchor,
        known = known.list_with("#")
    )
    .did_you_mean(anchor, &known))
}
