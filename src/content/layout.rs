//! Paths below `content/` → what each file is: a section, a page, a template of pages, a resource.
//!
//! It reads no file, but asks whether one is a copy of another.

use super::front;
use crate::config::{self, Config, Language};
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic};
use crate::files::copies::{self, Sign};
use crate::files::kinds;
use std::collections::{BTreeMap, BTreeSet};

/// The folder that holds the pages of a site.
pub(super) const FOLDER: &str = "content/";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Section,
    /// `name.md`
    Page,
    /// `name/index.md`
    Bundle,
    Each,
}

/// A Markdown file and what it is.
#[derive(Debug)]
pub(super) struct Entry {
    pub path: String,
    pub role: Role,
    /// The folder that the page or section belongs to, below `content/`, without slashes at its ends.
    pub folder: String,
    /// The name of the page; empty for a section.
    pub stem: String,
    pub language: Language,
}

/// The files below `content/`, sorted out.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// In the order of their paths.
    pub entries: Vec<Entry>,
    /// The files that are no pages.
    pub others: Vec<String>,
    /// Pages that are left out because they are copies of another, each with its original.
    pub copies: BTreeMap<String, String>,
    /// Pages whose names are those of copies, and their originals: what they say decides.
    pub alike: BTreeSet<String>,
}

/// Sorts out the files at these paths, which are sorted; `is_copy` tells of two pages whether the first
/// is a copy of the second, as a sign says.
pub(super) fn sort_out<'files>(
    paths: impl Iterator<Item = &'files str>,
    config: &Config,
    is_copy: impl Fn(&str, &str, Sign) -> bool,
    report: &mut Report,
) -> Layout {
    let mut layout = Layout::default();
    let paths: Vec<&str> = paths.collect();
    let is_there = |path: &str| paths.binary_search(&path).is_ok();
    let bundles: BTreeMap<&str, &str> = paths
        .iter()
        .filter_map(|path| {
            let (folder, name) = below_content(path);
            (is_bundle_index(name) && !folder.is_empty()).then_some((folder, *path))
        })
        .collect();
    let mut seen: BTreeMap<(String, String, Language), String> = BTreeMap::new();
    for path in paths.iter().copied() {
        let (folder, name) = below_content(path);
        if !kinds::is_page(name) {
            match kinds::meant_by(path, kinds::is_page).filter(|meant| !is_there(meant)) {
                Some(meant) => report.push(diagnostic!(
                    codes::content::PAGE_WITH_OTHER_ENDING,
                    Place::file(path),
                    ending = kinds::ending(path),
                    meant = meant
                )),
                None => layout.others.push(path.to_owned()),
            }
            continue;
        }
        if let Some((original, sign)) = original_of(folder, name, is_there) {
            if is_copy(path, &original, sign) {
                report.push(copies::told(path, &original));
                layout.copies.insert(path.to_owned(), original);
                continue;
            }
            if sign != Sign::Text {
                layout.alike.extend([path.to_owned(), original]);
            }
        }
        let Some(entry) = entry(path, folder, name, &bundles, config, report) else {
            continue;
        };
        let own_folder = match entry.role {
            Role::Page | Role::Bundle => entry.stem.clone(),
            Role::Section => String::new(),
            Role::Each => "_each".to_owned(),
        };
        let key = (entry.folder.clone(), own_folder, entry.language.clone());
        if let Some(other) = seen.get(&key) {
            report.push(diagnostic!(
                codes::content::SAME_PAGE,
                Place::file(path),
                other = other
            ));
            continue;
        }
        seen.insert(key, path.to_owned());
        layout.entries.push(entry);
    }
    check_folders(&layout.entries, report);
    layout
}

/// The language that a name means in other letters, or by the country where it is spoken.
fn language_meant<'config>(read: &str, config: &'config Config) -> Option<&'config str> {
    let of_country = config::language_of_country(read);
    let mut tags = config.languages.iter().map(Language::tag);
    tags.find(|tag| tag.eq_ignore_ascii_case(read) || of_country == Some(*tag))
}

fn entry(
    path: &str,
    folder: &str,
    name: &str,
    bundles: &BTreeMap<&str, &str>,
    config: &Config,
    report: &mut Report,
) -> Option<Entry> {
    let (stem, language) = match stem_and_language(name, config) {
        Ok(parts) => parts,
        Err(infix) if kinds::is_page(&format!("a.{infix}")) => {
            let outer = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            report.push(diagnostic!(
                codes::content::PAGE_WITH_OTHER_ENDING,
                Place::file(path),
                ending = format_args!("{infix}.{outer}"),
                meant = &path[..path.len() - outer.len() - 1]
            ));
            return None;
        }
        Err(infix) => {
            let known = Candidates::of(config.languages.iter().map(Language::tag));
            let problem = diagnostic!(
                codes::content::UNKNOWN_LANGUAGE,
                Place::file(path),
                read = infix,
                known = known.list()
            );
            report.push(match language_meant(infix, config) {
                Some(tag) => problem.which_means(tag.to_owned()),
                None => problem.did_you_mean(infix, &known),
            });
            return None;
        }
    };
    let (role, folder, stem) = match stem {
        "_index" => (Role::Section, folder, ""),
        "_each" => (Role::Each, folder, ""),
        "index" if !folder.is_empty() => {
            let (upper, own) = folder.rsplit_once('/').unwrap_or(("", folder));
            (Role::Bundle, upper, own)
        }
        "" | "index" => return reserved(path, name, report),
        stem if stem.starts_with('_') => return reserved(path, name, report),
        stem => (Role::Page, folder, stem),
    };
    if role != Role::Bundle || bundles.contains_key(folder) {
        let owner = owner_of(folder, bundles);
        if let Some(bundle) = bundles.get(owner) {
            report.push(diagnostic!(
                codes::content::PAGE_IN_BUNDLE,
                Place::file(path),
                bundle = bundle
            ));
            return None;
        }
    }
    Some(Entry {
        path: path.to_owned(),
        role,
        folder: folder.to_owned(),
        stem: stem.to_owned(),
        language,
    })
}

fn reserved(path: &str, name: &str, report: &mut Report) -> Option<Entry> {
    report.push(
        diagnostic!(
            codes::content::RESERVED_NAME,
            Place::file(path),
            name = name
        )
        .did_you_mean(name, &Candidates::words(&["_index.md", "_each.md"])),
    );
    None
}

/// The page that this one, or the folder of this bundle, has the name of a copy of, if it is there.
fn original_of(
    folder: &str,
    name: &str,
    is_there: impl Fn(&str) -> bool,
) -> Option<(String, Sign)> {
    let beside = |name: &str| path_in(folder, name);
    if let Some((original, sign)) = copies::original(name, |name| is_there(&beside(name))) {
        return Some((beside(&original), sign));
    }
    if !is_bundle_index(name) {
        return None;
    }
    let (upper, own) = folder.rsplit_once('/').unwrap_or(("", folder));
    let in_folder = |own: &str| format!("{}/{name}", path_in(upper, own));
    let (original, sign) = copies::original(own, |own| is_there(&in_folder(own)))?;
    Some((in_folder(&original), sign))
}

/// The path of a name in a folder below `content/`.
fn path_in(folder: &str, name: &str) -> String {
    match folder {
        "" => format!("{FOLDER}{name}"),
        folder => format!("{FOLDER}{folder}/{name}"),
    }
}

/// Every folder on the way to a page is part of its address.
fn check_folders(entries: &[Entry], report: &mut Report) {
    let mut checked: BTreeSet<&str> = BTreeSet::new();
    for entry in entries {
        for name in entry.folder.split('/').filter(|name| !name.is_empty()) {
            if checked.insert(name) && !is_address_part(name) {
                report.push(diagnostic!(
                    codes::content::FOLDER_NAME,
                    Place::file(&entry.path),
                    name = name
                ));
            }
        }
    }
}

/// A name that can stand in an address as it is.
pub(super) fn is_address_part(name: &str) -> bool {
    front::is_slug(name)
        || !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// `water.en.md` → `water` and English; the infix that is no language of the site otherwise.
fn stem_and_language<'name>(
    name: &'name str,
    config: &Config,
) -> Result<(&'name str, Language), &'name str> {
    let stem = kinds::without_ending(name).unwrap_or(name);
    let Some((stem, infix)) = stem.rsplit_once('.') else {
        return Ok((stem, config.default_language().clone()));
    };
    let mut languages = config.languages.iter();
    match languages.find(|language| language.tag() == infix) {
        Some(language) => Ok((stem, language.clone())),
        None => Err(infix),
    }
}

fn is_bundle_index(name: &str) -> bool {
    name.starts_with("index.") && kinds::is_page(name)
}

fn below_content(path: &str) -> (&str, &str) {
    let below = path.strip_prefix(FOLDER).unwrap_or(path);
    below.rsplit_once('/').unwrap_or(("", below))
}

/// The bundle that `folder` lies in, or the folder itself.
fn owner_of<'path>(folder: &'path str, bundles: &BTreeMap<&str, &str>) -> &'path str {
    let mut upper = folder;
    loop {
        if bundles.contains_key(upper) {
            return upper;
        }
        match upper.rsplit_once('/') {
            Some((above, _)) => upper = above,
            None => return folder,
        }
    }
}
