//! Markdown with front matter → page sources: each one's [`Facts`] and its text, a
//! [`block::Document`] whose words are known.
//!
//! It knows the configuration, but no page knows another yet: links are as written.

mod address;
mod attachments;
pub mod block;
mod body;
mod call;
mod copy;
mod each_front;
mod event;
mod facts;
mod fields;
mod fill;
mod front;
#[cfg(test)]
mod header_tests;
mod headings;
mod kept;
mod keys;
pub mod kinds;
mod layout;
pub mod link;
pub mod markdown;
mod mask;
mod page_text;
mod parts;
mod places;
pub mod raw_html;
mod reader;
mod stray;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_files;
mod text;
mod typed;
mod visible;

pub use attachments::{Attachments, Uses};
pub use body::Body;
pub use each_front::{Ask, Condition, EachFront};
pub use facts::{Facts, Title, Told};
#[cfg(test)]
pub(crate) use fields::{PAGE, SECTION};
pub use fill::{BadAddress, Template, columns_in, fill_text, filled};
pub use front::SortBy;
pub use headings::{TocEntry, table_of_contents};
pub use kept::KeptPages;
pub use typed::without_hints;
pub use visible::is_visible;

use crate::config::{Config, LineBreaks};
use crate::diagnostic::{Diagnostic, Lines, Place, Report, codes, diagnostic};
use crate::files::Files;
use crate::khmer::Segmenter;
use crate::personal::Sighting;
use crate::schema::Written;
use attachments::References;
use block::{Document, Span};
use jiff::civil::Date;
use kinds::Kinds;
use layout::{Entry, Layout, Role};
use page_text::PageText;
use rayon::prelude::*;
use reader::{Read, Reader, Reason, Since, Source};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, LazyLock};

/// The largest page that is read, in MiB.
const LARGEST: u64 = 4;

/// Whether pages with `draft = true` are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    LeftOut,
    Included,
    /// Pages are published whatever they say of it.
    Everything,
}

/// Everything below `content/` that is published today, in the order of paths.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    pub sections: Vec<Arc<SectionSource>>,
    pub pages: Vec<Arc<PageSource>>,
    pub each: Vec<Arc<EachSource>>,
    pub left_out: LeftOut,
    /// The files that said something else than the last time; nothing if others see that, or if it is
    /// not known what they said.
    pub edited: Option<Vec<String>>,
    /// The files that are read in every build: those that there is something to tell of, and those
    /// that are more than their own facts.
    read_each_time: BTreeSet<String>,
    /// What in their files somebody may not want to be known.
    pub sightings: Vec<Sighting>,
    /// The files of `content/` that are published besides pages.
    pub attachments: Arc<Attachments>,
    references: References,
    layout: Arc<Layout>,
}

/// What pages are read with.
#[derive(Clone, Copy)]
pub struct Inputs<'load> {
    pub files: &'load Files,
    pub config: &'load Config,
    pub kinds: &'load Kinds,
    pub segmenter: &'load Segmenter,
    /// The day that decides what is published.
    pub today: Date,
    pub drafts: Drafts,
}

impl<'load> Inputs<'load> {
    /// What finds the words of a text, if anything asks for them: its page for breaks between them, a
    /// leaflet, the search.
    fn words(&self, leaflets: &[Written<String>]) -> &'load Segmenter {
        static IDLE: LazyLock<Segmenter> = LazyLock::new(Segmenter::idle);
        let has_breaks = self.config.khmer.line_breaks != LineBreaks::None;
        match has_breaks || self.config.build_search_index || !leaflets.is_empty() {
            true => self.segmenter,
            false => &IDLE,
        }
    }
}

/// The files that are not published today, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    pub drafts: Vec<String>,
    /// Their `date` lies ahead.
    pub scheduled: Vec<String>,
    /// Their `expires` has come.
    pub expired: Vec<String>,
}

impl LeftOut {
    pub fn total(&self) -> usize {
        self.drafts.len() + self.scheduled.len() + self.expired.len()
    }
}

/// An `_index.md`.
#[derive(Debug, Clone)]
pub struct SectionSource {
    /// Below `content/`, without slashes at its ends; empty for the front page.
    pub folder: String,
    pub sort_by: SortBy,
    pub paginate_by: Option<usize>,
    /// The template of the pages in it, and in the sections below it that name none.
    pub page_template: Option<Written<String>>,
    pub facts: Arc<Facts>,
    pub text: Arc<Body>,
}

/// A page: `name.md`, or `name/index.md` with the files beside it.
#[derive(Debug, Clone)]
pub struct PageSource {
    /// The folder of its section, below `content/`.
    pub folder: String,
    /// Its file's name, or its folder's for a bundle; fit for an address unless there is a slug.
    pub stem: String,
    pub slug: Option<Written<String>>,
    /// The whole address below the site's, without slashes at its ends.
    pub path: Option<String>,
    pub facts: Arc<Facts>,
    pub text: Arc<Body>,
}

/// An `_each.md`: a page for each row of a dataset, `{column}` standing for the row's value.
#[derive(Debug, Clone)]
pub struct EachSource {
    /// The folder of its section, below `content/`.
    pub folder: String,
    pub each: EachFront,
    /// With `{column}`s, where the author wrote one.
    pub description: Option<String>,
    /// What all its pages share; title, description and summary are those of the template.
    pub facts: Arc<Facts>,
    pub text: Arc<Template>,
}

/// Reads every file below `content/`, but those that are in `kept` and have not changed since.
pub fn load(inputs: &Inputs<'_>, kept: Option<&KeptPages>, report: &mut Report) -> Sources {
    let paths = inputs.files.under(layout::FOLDER);
    let is_copy = |copy: &str, of: &str, sign| copy::is_of(inputs, copy, of, sign);
    let layout = layout::sort_out(paths, inputs.config, is_copy, report);
    let reader = Reader { inputs };
    let read: Vec<Read> = layout
        .entries
        .par_iter()
        .map(|entry| reader.source_or_kept(entry, kept))
        .collect();
    let mut sources = Sources {
        edited: kept.map(|_| Vec::new()),
        ..Sources::default()
    };
    for (read, entry) in read.into_iter().zip(&layout.entries) {
        let Read {
            source,
            refers_to,
            found,
            sightings,
            since,
        } = read;
        if !refers_to.is_empty() {
            sources.references.insert(entry.path.clone(), refers_to);
        }
        let is_told_of = !found.is_empty() || !sightings.is_empty();
        if is_told_of || matches!(source, None | Some(Source::Each(_))) {
            sources.read_each_time.insert(entry.path.clone());
        }
        report.extend(found);
        sources.sightings.extend(sightings);
        match (since, &mut sources.edited) {
            (Since::Edited, Some(edited)) => edited.push(entry.path.clone()),
            (Since::SeenByOthers, _) => sources.edited = None,
            _ => {}
        }
        match source {
            None => {}
            Some(Source::Section(section)) => sources.sections.push(section),
            Some(Source::Page(page)) => sources.pages.push(page),
            Some(Source::Each(each)) => sources.each.push(each),
            Some(Source::LeftOut(reason)) => {
                let list = match reason {
                    Reason::Draft => &mut sources.left_out.drafts,
                    Reason::Scheduled => &mut sources.left_out.scheduled,
                    Reason::Expired => &mut sources.left_out.expired,
                };
                list.push(entry.path.clone());
            }
        }
    }
    let hidden = leave_out_draft_sections(&mut sources, &layout);
    sources.read_each_time.extend(hidden);
    // What was a page the last time may be left out as a copy now, which others see.
    let was_page = |path: &String| kept.is_some_and(|kept| kept.page(path).is_some());
    if layout.copies.keys().any(was_page) {
        sources.edited = None;
    }
    sources.layout = Arc::new(layout);
    sources.attachments = Arc::new(sources.attached(inputs.config, report));
    sources
}

/// A page or section that was read again.
pub enum Again {
    Section(Arc<SectionSource>),
    Page(Arc<PageSource>),
}

impl Sources {
    /// Reads one file again and puts it in the place of what it was; nothing if it was no page or
    /// section, is none any more, or has mistakes, which are reported.
    pub fn read_again(
        &mut self,
        inputs: &Inputs<'_>,
        path: &str,
        report: &mut Report,
    ) -> Option<Again> {
        let layout = Arc::clone(&self.layout);
        let mut entries = layout.entries.iter();
        let entry = entries.find(|entry| entry.path == path)?;
        // What it says decides whether another page is left out as its copy.
        if layout.alike.contains(path) || layout.copies.values().any(|original| original == path) {
            return None;
        }
        let mut sightings = Vec::new();
        let (source, refers_to) = Reader { inputs }.source(entry, report, &mut sightings)?;
        // Whether others may know it, more than this file tells.
        if !sightings.is_empty() {
            return None;
        }
        if self.references.get(path).map_or(&[][..], |all| all) != &*refers_to {
            self.references.insert(path.to_owned(), refers_to);
            let attachments = self.attached(inputs.config, &mut Report::new());
            if !attachments.are_the_same(&self.attachments) {
                return None;
            }
        }
        match source {
            Source::Section(section) => {
                let mut own = self.sections.iter_mut();
                let own = own.find(|own| own.facts.path == path)?;
                *own = section;
                Some(Again::Section(Arc::clone(own)))
            }
            Source::Page(page) => {
                let mut own = self.pages.iter_mut();
                let own = own.find(|own| own.facts.path == path)?;
                *own = page;
                Some(Again::Page(Arc::clone(own)))
            }
            Source::Each(_) | Source::LeftOut(_) => None,
        }
    }
}

impl Sources {
    /// The files of `content/` that are published with these pages.
    fn attached(&self, config: &Config, report: &mut Report) -> Attachments {
        let sections = self.sections.iter().map(|own| own.facts.path.as_str());
        let pages = self.pages.iter().map(|own| own.facts.path.as_str());
        let each = self.each.iter().map(|own| own.facts.path.as_str());
        let published: HashSet<&str> = sections.chain(pages).chain(each).collect();
        attachments::decide(
            &self.layout,
            &self.references,
            |page| published.contains(page),
            config.khmer.words_file.as_deref(),
            report,
        )
    }

    /// Reads the text of a page whose file has not changed since its facts were known.
    pub fn text(
        &self,
        files: &Files,
        config: &Config,
        kinds: &Kinds,
        segmenter: &Segmenter,
        path: &str,
    ) -> Result<Document, Report> {
        let inputs = Inputs {
            files,
            config,
            kinds,
            segmenter,
            today: Date::MAX,
            drafts: Drafts::Everything,
        };
        let entries = &self.layout.entries;
        let mut report = Report::new();
        let at = entries.binary_search_by(|entry| entry.path.as_str().cmp(path));
        let entry = at.ok().map(|at| &entries[at]);
        let reader = Reader { inputs: &inputs };
        let source = entry.and_then(|entry| reader.source(entry, &mut report, &mut Vec::new()));
        let body = match source.map(|(source, _)| source) {
            Some(Source::Section(section)) => Arc::into_inner(section).map(|own| own.text),
            Some(Source::Page(page)) => Arc::into_inner(page).map(|own| own.text),
            _ => None,
        };
        let body = body.and_then(Arc::into_inner);
        match body.and_then(Body::into_document) {
            Some(document) => Ok(document),
            // It was changed while the site was built.
            None if report.has_errors() => Err(report),
            None => Err(Report::of(diagnostic!(
                codes::files::UNREADABLE,
                Place::file(path),
                reason = "it was changed while it was read"
            ))),
        }
    }
}

/// The text of a file below `content/`, as spans count in it.
fn text_of(files: &Files, config: &Config, path: &str) -> Result<PageText, Diagnostic> {
    let text = files.written(path)?;
    Ok(PageText::of(text, config.khmer.coeng_da()))
}

/// Where spans of a page's file stand. A page keeps no text of its file, so it is read again, once, if
/// there is something to tell.
pub struct Spans<'files> {
    files: &'files Files,
    config: &'files Config,
    path: &'files str,
    text: OnceCell<Option<PageText>>,
    lines: Lines,
}

impl<'files> Spans<'files> {
    pub fn new(files: &'files Files, config: &'files Config, path: &'files str) -> Self {
        Spans {
            files,
            config,
            path,
            text: OnceCell::new(),
            lines: Lines::default(),
        }
    }

    /// The place of the HTML that does harm to the page; the whole file if there is none.
    pub fn place_of_open_html(&self) -> Place {
        let found = self.text().and_then(|text| {
            let parts = parts::divide(self.path, text, &mut Report::new())?;
            markdown::open_html::first_left_open(text, parts.body)
        });
        match found {
            Some(range) => self.place(range.into()),
            None => Place::file(self.path),
        }
    }

    /// Where the first of these pieces stands that the file holds; the whole file if it holds none.
    pub fn place_of(&self, pieces: &[&str]) -> Place {
        let found = self.text().and_then(|text| {
            let mut pieces = pieces.iter().filter(|piece| !piece.is_empty());
            pieces.find_map(|piece| {
                let at = memchr::memmem::find(text.as_bytes(), piece.as_bytes())?;
                Some(at..at + piece.len())
            })
        });
        found.map_or_else(|| Place::file(self.path), |range| self.place(range.into()))
    }

    fn text(&self) -> Option<&PageText> {
        let read = || text_of(self.files, self.config, self.path).ok();
        self.text.get_or_init(read).as_ref()
    }

    /// The place in the file; the whole file if it cannot be read any more.
    pub fn place(&self, span: Span) -> Place {
        match self.text() {
            Some(text) => text.place(self.path, span.range(), &self.lines),
            None => Place::file(self.path),
        }
    }
}

/// A section that is a draft hides everything in it, in its language. Tells what was hidden so.
fn leave_out_draft_sections(sources: &mut Sources, layout: &Layout) -> Vec<String> {
    let hidden: Vec<&Entry> = layout
        .entries
        .iter()
        .filter(|entry| entry.role == Role::Section && !entry.folder.is_empty())
        .filter(|entry| sources.left_out.drafts.contains(&entry.path))
        .collect();
    if hidden.is_empty() {
        return Vec::new();
    }
    let mut hidden_too = Vec::new();
    let mut keep = |facts: &Facts, folder: &str| {
        let inside = |section: &&Entry| {
            section.language == facts.language
                && folder
                    .strip_prefix(section.folder.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let hidden = hidden.iter().any(inside);
        if hidden {
            hidden_too.push(facts.path.clone());
        }
        !hidden
    };
    sources
        .sections
        .retain(|section| keep(&section.facts, &section.folder));
    sources.pages.retain(|page| keep(&page.facts, &page.folder));
    sources.each.retain(|each| keep(&each.facts, &each.folder));
    let drafts = &mut sources.left_out.drafts;
    drafts.extend_from_slice(&hidden_too);
    drafts.sort_unstable();
    hidden_too
}
