//! The files of `content/` that are no pages → which of them are published.
//!
//! A picture, a film, a PDF is published with the pages of its folder, or of the nearest folder above
//! it that has any. What may have been left there (a text, a workbook, anything else) is published
//! where a page refers to it. What only pages refer to that are not published today waits with them.
//! It looks into no file.

use super::layout::{Layout, Role};
use super::link::{self, Link};
use super::{Document, block, raw_html};
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::files::kinds::{self, Kind};
use crate::files::name;
use serde::{Deserialize, Serialize};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

/// Longer texts name no file.
const LONGEST_NAME: usize = 1024;

/// A file that a text refers to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// Below the campaign's folder; in a template of rows it may hold `{column}`s.
    pub path: Box<str>,
    pub way: Way,
}

/// How a text refers to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Way {
    /// It shows the picture.
    Shows,
    /// It hands the name to a component or a template, which may do anything with it.
    Names,
    LeadsTo,
}

/// What each page's file refers to, by its path; those that refer to nothing are left out.
pub(super) type References = BTreeMap<String, Arc<[Reference]>>;

/// The files of `content/` that are published, and what pages do with files.
#[derive(Debug, Default)]
pub struct Attachments {
    /// Sorted.
    published: Vec<String>,
    used: Used,
    /// Their places in `published`, by what is the same in names that some computer takes for one.
    alike: OnceLock<HashMap<String, usize>>,
}

impl Attachments {
    /// The paths below the campaign's folder, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.published.iter().map(String::as_str)
    }

    /// The file at this path, in whatever letters: on Windows and macOS that makes no difference, so
    /// its author saw no mistake.
    pub fn find(&self, path: &str) -> Option<&str> {
        let exact = self
            .published
            .binary_search_by(|own| own.as_str().cmp(path));
        let at = exact.ok().or_else(|| {
            let alike = self.alike.get_or_init(|| {
                let paths = self.published.iter().zip(0..);
                paths.map(|(path, at)| (name::alike(path), at)).collect()
            });
            alike.get(&name::alike(path)).copied()
        })?;
        Some(&self.published[at])
    }

    /// What published pages do with the file at this path, below the campaign's folder.
    pub fn uses(&self, path: &str) -> Uses {
        self.used.of(path)
    }

    /// Whether the same files are published, and used in the same way.
    pub fn are_the_same(&self, other: &Attachments) -> bool {
        self.published == other.published && self.used == other.used
    }
}

/// What pages do with a file.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Uses {
    /// A text shows it.
    pub shown: bool,
    /// A template or a component has its name.
    pub named: bool,
    pub led_to: bool,
}

impl Uses {
    pub fn any(self) -> bool {
        self.shown || self.named || self.led_to
    }
}

/// What the files of a campaign are to pages that are published, or to those that are not.
#[derive(Debug, Default, PartialEq, Eq)]
struct Used {
    shown: Paths,
    named: Paths,
    led_to: Paths,
}

impl Used {
    fn add(&mut self, reference: &Reference) {
        let paths = match reference.way {
            Way::Shows => &mut self.shown,
            Way::Names => &mut self.named,
            Way::LeadsTo => &mut self.led_to,
        };
        paths.add(&reference.path);
    }

    fn of(&self, path: &str) -> Uses {
        let alike = LazyCell::new(|| name::alike(path));
        Uses {
            shown: self.shown.have(path, &alike),
            named: self.named.have(path, &alike),
            led_to: self.led_to.have(path, &alike),
        }
    }
}

/// The files that pages refer to in one way.
#[derive(Debug, Default, PartialEq, Eq)]
struct Paths {
    exact: BTreeSet<String>,
    /// By what is the same in names that some computer takes for one.
    alike: HashSet<String>,
    /// Beginnings and ends of paths with a `{column}` in them.
    patterns: Vec<(String, String)>,
}

impl Paths {
    fn add(&mut self, path: &str) {
        if let (Some(start), Some(end)) = (path.find('{'), path.rfind('}')) {
            let (start, end) = (&path[..start], &path[end + 1..]);
            self.patterns.push((name::alike(start), name::alike(end)));
        }
        self.exact.insert(path.to_owned());
        self.alike.insert(name::alike(path));
    }

    fn have(&self, path: &str, alike: &LazyCell<String, impl FnOnce() -> String>) -> bool {
        if self.exact.is_empty() {
            return false;
        }
        if self.exact.contains(path) {
            return true;
        }
        let alike = alike.as_str();
        let mut patterns = self.patterns.iter();
        self.alike.contains(alike)
            || patterns.any(|(start, end)| alike.starts_with(start) && alike.ends_with(end))
    }
}

/// Decides of every file that is no page; `is_published` tells of a page's path whether it is today,
/// and `words_file` is the list of words that the configuration names.
pub(super) fn decide(
    layout: &Layout,
    references: &References,
    is_published: impl Fn(&str) -> bool,
    words_file: Option<&str>,
    report: &mut Report,
) -> Attachments {
    let (mut used, mut waits) = (Used::default(), Used::default());
    for (page, refers_to) in references {
        let by = match is_published(page) {
            true => &mut used,
            false => &mut waits,
        };
        refers_to.iter().for_each(|reference| by.add(reference));
    }
    let folders = Folders::of(layout, is_published);
    let mut published = Vec::new();
    for path in &layout.others {
        if words_file == Some(path.as_str()) {
            continue;
        }
        let is_used = used.of(path).any();
        if !is_used && (waits.of(path).any() || folders.wait(path)) {
            continue;
        }
        let place = || Place::file(path);
        let told = match kinds::kind(path) {
            _ if is_used => None,
            Kind::Text => Some(diagnostic!(codes::content::TEXT_IN_CONTENT, place())),
            Kind::Table => Some(diagnostic!(codes::content::TABLE_IN_CONTENT, place())),
            Kind::Other => Some(diagnostic!(codes::content::OTHER_IN_CONTENT, place())),
            Kind::Page
            | Kind::Picture
            | Kind::OtherPicture(_)
            | Kind::Attachment
            // That is an error of its own.
            | Kind::Active => None,
        };
        match told {
            Some(problem) => report.push(problem),
            None => published.push(path.clone()),
        }
    }
    Attachments {
        published,
        used,
        alike: OnceLock::new(),
    }
}

/// Which folders of `content/` are open today.
struct Folders<'layout> {
    /// Those with pages, and whether one of them is published.
    with_pages: HashMap<&'layout str, bool>,
    /// The pages of single files by their paths without language and ending, and whether one of that
    /// name is published.
    pages: HashMap<String, bool>,
}

impl<'layout> Folders<'layout> {
    fn of(layout: &'layout Layout, is_published: impl Fn(&str) -> bool) -> Folders<'layout> {
        let mut with_pages: HashMap<&str, bool> = HashMap::new();
        let mut pages: HashMap<String, bool> = HashMap::new();
        for entry in &layout.entries {
            let is_open = is_published(&entry.path);
            let folder = folder_of(&entry.path);
            *with_pages.entry(folder).or_default() |= is_open;
            if entry.role == Role::Page {
                let page = pages.entry(format!("{folder}/{}", entry.stem));
                *page.or_default() |= is_open;
            }
        }
        // A folder may be a copy as a whole.
        for copy in layout.copies.keys() {
            with_pages.entry(folder_of(copy)).or_default();
        }
        Folders { with_pages, pages }
    }

    /// Whether a file waits for the page that it lies beside under the same name, or for all pages of
    /// its folder.
    fn wait(&self, path: &str) -> bool {
        let waits = |page: &str| self.pages.get(page) == Some(&false);
        let name = &path[folder_of(path).len()..];
        // `water.pdf` and `water.en.pdf` lie beside `water.md` and its translations.
        let mut stems = name.rmatch_indices('.').take(2);
        if stems.any(|(at, _)| waits(&path[..path.len() - name.len() + at])) {
            return true;
        }
        let mut folder = folder_of(path);
        loop {
            if let Some(is_open) = self.with_pages.get(folder) {
                return !is_open;
            }
            if waits(folder) {
                return true;
            }
            match folder.rsplit_once('/') {
                Some((upper, _)) => folder = upper,
                None => return false,
            }
        }
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// What the text of the page at `path` refers to: its links and pictures, the files that its components
/// name, what stands in its raw HTML, which is all of `body`, the picture that it is shared with, and what
/// templates may find in `values`.
pub(super) fn referred_to(
    path: &str,
    document: &Document,
    body: &str,
    card: Option<&str>,
    values: &toml::Table,
) -> Arc<[Reference]> {
    let mut found = Referring {
        path,
        found: BTreeSet::new(),
    };
    for link in &document.links {
        found.add_link(&link.to, Way::LeadsTo);
    }
    for picture in &document.pictures {
        found.add(&picture.source, Way::Shows);
    }
    for argument in document.calls.iter().flat_map(|call| &call.arguments) {
        if let block::ArgumentValue::Text(text) = &argument.value {
            let way = match argument.name.as_str() {
                "file" => Way::LeadsTo,
                _ => Way::Names,
            };
            found.add_name(text, way);
        }
    }
    if document.has_html {
        for address in raw_html::addresses(body) {
            let way = match address.is_picture {
                true => Way::Shows,
                false => Way::LeadsTo,
            };
            found.add(&address.value, way);
        }
    }
    if let Some(card) = card {
        found.add(card, Way::LeadsTo);
    }
    values.values().for_each(|value| found.add_value(value));
    found.found.into_iter().collect()
}

struct Referring<'page> {
    path: &'page str,
    found: BTreeSet<Reference>,
}

impl Referring<'_> {
    fn add(&mut self, target: &str, way: Way) {
        self.add_link(&Link::read(target), way);
    }

    fn add_link(&mut self, link: &Link, way: Way) {
        let files = match link {
            Link::File { path, .. } => {
                let path = path.split('?').next().unwrap_or(path);
                link::files_named(self.path, path)
            }
            // A file is no page, as its author is told as soon as the page is published.
            Link::Page { path, .. } => vec![format!("content/{path}")],
            Link::Here(_) | Link::Outside(_) => return,
        };
        for path in files {
            if !kinds::is_page(&path) {
                let path = path.into();
                self.found.insert(Reference { path, way });
            }
        }
    }

    /// A text that may be the name of a file.
    fn add_name(&mut self, text: &str, way: Way) {
        if text.len() < LONGEST_NAME && text.contains('.') {
            self.add(text, way);
        }
    }

    fn add_value(&mut self, value: &toml::Value) {
        match value {
            toml::Value::String(text) => self.add_name(text, Way::Names),
            toml::Value::Array(values) => values.iter().for_each(|value| self.add_value(value)),
            toml::Value::Table(values) => values.values().for_each(|value| self.add_value(value)),
            _ => {}
        }
    }
}
