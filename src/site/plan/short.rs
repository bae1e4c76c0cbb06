//! The short addresses that leaflets print → what is told of those that lead nowhere, or somewhere else.
//!
//! Where one begins with the address of the site itself, all that it can lead to is known; of other hosts
//! nothing is.

use super::{Output, What};
use crate::config;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::name;
use crate::schema::Written;
use crate::scheme;
use crate::site::{Page, Site};
use std::collections::{HashMap, HashSet};

/// What somebody types to come to the page, or to the site if the page has no short address of its own; empty
/// if there is none. The code on paper leads to the page all the same: a camera types any length without a
/// mistake, and no host of short addresses stands between the reader and the page, or has to live as long as
/// the paper.
pub fn short_address<'site>(site: &'site Site, page: &'site Page) -> &'site str {
    let own = page.facts.short_address.as_deref();
    let own = own.or_else(|| site.config.short_address(&page.language));
    own.and_then(|own| scheme::typed(own)).unwrap_or_default()
}

/// Reports each short address that cannot be right, of the site and of its pages.
pub(super) fn report(site: &Site, outputs: &[Output], report: &mut Report) {
    for own in site.config.short_addresses.values() {
        let place = own.place(config::FILE);
        match scheme::typed(own) {
            None => report.push(not_typed(own, place)),
            Some(typed) if matches!(leads_to(site, outputs, typed), Found::Nothing) => {
                report.push(nowhere(site, own, place));
            }
            Some(_) => {}
        }
    }
    let mut owners: HashMap<String, &Page> = HashMap::new();
    // What a template of rows says is told once.
    let mut told = HashSet::new();
    for (_, page) in site.pages() {
        let Some(own) = page.facts.short_address.as_deref() else {
            continue;
        };
        if page.is_fallback() {
            continue;
        }
        let place = own.place(page.source());
        let found = match scheme::typed(own) {
            None => Some(not_typed(own, place)),
            Some(typed) => {
                let first = owners.entry(name::alike(typed)).or_insert(page);
                of_page(site, outputs, (page, own), typed, first)
            }
        };
        if let Some(found) = found
            && told.insert(found.place.to_string())
        {
            report.push(found);
        }
    }
}

/// What is wrong with what somebody types to come to a page; `first` is the first page that says the same.
fn of_page(
    site: &Site,
    outputs: &[Output],
    (page, own): (&Page, &Written<String>),
    typed: &str,
    first: &Page,
) -> Option<Diagnostic> {
    let place = own.place(page.source());
    if first.key != page.key {
        return Some(diagnostic!(
            codes::site::SHORT_ADDRESS_TWICE,
            place,
            address = own,
            other = first.source()
        ));
    }
    let permalink = site.permalink(page);
    let whole = scheme::typed(&permalink).unwrap_or(&permalink);
    if typed.chars().count() > whole.chars().count() {
        return Some(diagnostic!(
            codes::site::SHORT_ADDRESS_LONG,
            place,
            address = own,
            whole = whole
        ));
    }
    match leads_to(site, outputs, typed) {
        Found::Nothing => Some(nowhere(site, own, place)),
        Found::Page(other) if other.key != page.key => Some(diagnostic!(
            codes::site::SHORT_ADDRESS_OF_ANOTHER,
            place,
            address = own,
            other = other.source()
        )),
        Found::Page(_) | Found::Elsewhere => None,
    }
}

fn not_typed(own: &Written<String>, place: Place) -> Diagnostic {
    diagnostic!(codes::site::SHORT_ADDRESS, place, address = own)
}

fn nowhere(site: &Site, own: &Written<String>, place: Place) -> Diagnostic {
    let path = scheme::typed(own).and_then(|typed| below(site, typed));
    let path = path.unwrap_or_default();
    diagnostic!(
        codes::site::SHORT_ADDRESS_NOWHERE,
        place,
        address = own,
        alias = format_args!("/{path}/")
    )
}

/// Where an address leads.
enum Found<'site> {
    /// Nobody knows: it is none of the site's.
    Elsewhere,
    Nothing,
    Page(&'site Page),
}

fn leads_to<'site>(site: &'site Site, outputs: &[Output], typed: &str) -> Found<'site> {
    let Some(path) = below(site, typed) else {
        return Found::Elsewhere;
    };
    let file = match path {
        "" => "index.html".to_owned(),
        path => format!("{path}/index.html"),
    };
    // They are sorted by their paths.
    let at = |path: &str| outputs.binary_search_by(|output| output.path.as_str().cmp(path));
    let found = at(&file).or_else(|_| at(path)).map(|at| &outputs[at].what);
    match found.ok() {
        Some(What::Page { page, .. } | What::Alias { page }) => Found::Page(site.page(*page)),
        Some(_) => Found::Elsewhere,
        None => Found::Nothing,
    }
}

/// The path below the site's own address; nothing if an address does not begin with that. A host is the same
/// in capitals.
fn below<'typed>(site: &Site, typed: &'typed str) -> Option<&'typed str> {
    let own = scheme::typed(&site.config.base_url)?;
    let (host, folder) = own.split_at(own.find('/').unwrap_or(own.len()));
    let is_own = typed.get(..host.len())?.eq_ignore_ascii_case(host);
    let path = is_own.then(|| typed[host.len()..].strip_prefix(folder))??;
    let is_below = path.is_empty() || path.starts_with('/');
    is_below.then(|| path.trim_start_matches('/'))
}
