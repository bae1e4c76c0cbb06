//! Markdown with front matter → page sources: each one's [`Facts`] and its text, a
//! [`block::Document`] whose words are known.
//!
//! It knows the configuration, but no page knows another yet: links are as written.

mod address;
pub mod block;
mod body;
mod call;
mod facts;
mod fields;
mod fill;
mod front;
mod headings;
mod kept;
mod layout;
pub mod link;
pub mod markdown;
mod mask;
mod places;
pub mod raw_html;
#[cfg(test)]
mod tests;
mod text;

pub use address::SCHEMES;
pub use body::Body;
pub use facts::{Facts, Title, Told};
pub use fields::{PAGE, SECTION};
pub use fill::{BadAddress, Template, fill_text, filled};
pub use front::{EachFront, PageFront, SortBy};
pub use headings::{TocEntry, table_of_contents};
pub use kept::KeptPages;

use crate::config::{Config, LineBreaks};
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::Files;
use crate::khmer::{self, Segmenter};
use crate::schema::{Spot, Written};
use block::{Document, Span};
use jiff::civil::Date;
use layout::{Entry, Layout, Role};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

/// The largest page that is read, in MiB.
const LARGEST: u64 = 4;

/// Whether pages with `draft = true` are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    LeftOut,
    Included,
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
    layout: Arc<Layout>,
}

/// What pages are read with.
#[derive(Clone, Copy)]
pub struct Inputs<'load> {
    pub files: &'load Files,
    pub config: &'load Config,
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
    let layout = layout::sort_out(inputs.files.under(layout::FOLDER), inputs.config, report);
    let reader = Reader {
        inputs,
        layout: &layout,
    };
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
            found,
            since,
        } = read;
        if !found.is_empty() || matches!(source, None | Some(Source::Each(_))) {
            sources.read_each_time.insert(entry.path.clone());
        }
        report.extend(found);
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
    sources.layout = Arc::new(layout);
    sources
}

/// A file of `content/`, and what is known of it since the last time.
struct Read {
    source: Option<Source>,
    found: Report,
    since: Since,
}

/// What became of a file since the last time.
enum Since {
    Same,
    /// It says something else, which nobody else sees.
    Edited,
    /// Others may see that it says something else.
    SeenByOthers,
}

impl Reader<'_> {
    /// Takes what the file says from `kept` if it has not changed, else from the file.
    fn source_or_kept(&self, entry: &Entry, kept: Option<&KeptPages>) -> Read {
        let kept = kept.and_then(|kept| kept.page(&entry.path));
        let hash = kept
            .as_ref()
            .and_then(|_| self.inputs.files.hash(&entry.path));
        let is_same = kept.as_ref().is_some_and(|kept| hash == Some(kept.hash));
        let said = kept.as_ref().and_then(|kept| kept.says);
        if is_same
            && let Some(said) = said
            && let Some(source) = self.kept(entry, said)
        {
            return Read {
                source: Some(source),
                found: Report::new(),
                since: Since::Same,
            };
        }
        let mut found = Report::new();
        let source = self.source(entry, &mut found);
        let says_the_same =
            || said.is_some() && source.as_ref().and_then(Source::says).as_deref() == said;
        let since = match is_same {
            true => Since::Same,
            false if says_the_same() => Since::Edited,
            false => Since::SeenByOthers,
        };
        Read {
            source,
            found,
            since,
        }
    }
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
        let reader = Reader {
            inputs,
            layout: &layout,
        };
        match reader.source(entry, report)? {
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
    /// Reads the text of a page whose file has not changed since its facts were known.
    pub fn text(
        &self,
        files: &Files,
        config: &Config,
        segmenter: &Segmenter,
        path: &str,
    ) -> Result<Document, Report> {
        let inputs = Inputs {
            files,
            config,
            segmenter,
            today: Date::MAX,
            drafts: Drafts::Included,
        };
        let entries = &self.layout.entries;
        let mut report = Report::new();
        let at = entries.binary_search_by(|entry| entry.path.as_str().cmp(path));
        let entry = at.ok().map(|at| &entries[at]);
        let reader = Reader {
            inputs: &inputs,
            layout: &self.layout,
        };
        let source = entry.and_then(|entry| reader.source(entry, &mut report));
        let body = match source {
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

enum Source {
    Section(Arc<SectionSource>),
    Page(Arc<PageSource>),
    Each(Arc<EachSource>),
    LeftOut(Reason),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Reason {
    Draft,
    Scheduled,
    Expired,
}

struct Reader<'load> {
    inputs: &'load Inputs<'load>,
    layout: &'load Layout,
}

/// The text of a file below `content/`, as spans count in it.
fn text_of(files: &Files, config: &Config, path: &str) -> Result<String, Diagnostic> {
    let text = files.text(path)?;
    let normal = match khmer::normalise_with(&text, config.khmer.coeng_da()) {
        Cow::Owned(normal) => Some(normal),
        Cow::Borrowed(_) => None,
    };
    Ok(normal.unwrap_or(text))
}

/// Where spans of a page's file stand. A page keeps no text of its file, so it is read again, once, if
/// there is something to tell.
pub struct Spans<'files> {
    files: &'files Files,
    config: &'files Config,
    path: &'files str,
    text: OnceCell<Option<String>>,
}

impl<'files> Spans<'files> {
    pub fn new(files: &'files Files, config: &'files Config, path: &'files str) -> Self {
        Spans {
            files,
            config,
            path,
            text: OnceCell::new(),
        }
    }

    /// The place in the file; the whole file if it cannot be read any more.
    pub fn place(&self, span: Span) -> Place {
        let read = || text_of(self.files, self.config, self.path).ok();
        match self.text.get_or_init(read) {
            Some(text) => Place::in_text(self.path, text, span.range()),
            None => Place::file(self.path),
        }
    }
}

impl Reader<'_> {
    fn source(&self, entry: &Entry, report: &mut Report) -> Option<Source> {
        let path = entry.path.as_str();
        if self.inputs.files.size(path).unwrap_or(0) > LARGEST << 20 {
            report.push(diagnostic!(
                codes::content::TOO_LARGE,
                Place::file(path),
                limit = LARGEST
            ));
            return None;
        }
        let text = match text_of(self.inputs.files, self.inputs.config, path) {
            Ok(text) => text,
            Err(problem) => {
                report.push(problem);
                return None;
            }
        };
        let parts = front::divide(path, &text, report)?;
        let source = match entry.role {
            Role::Section => self.section(entry, &text, &parts, report),
            Role::Page | Role::Bundle => self.page(entry, &text, &parts, report),
            Role::Each => self.each(entry, &text, &parts, report),
        };
        match source {
            Ok(source) => source,
            Err(BadFrontMatter) => {
                // Without its front matter, the text of a page can still be checked.
                markdown::parse(path, &text, parts.body, self.inputs.words(&[]), report);
                None
            }
        }
    }

    fn section(
        &self,
        entry: &Entry,
        text: &str,
        parts: &front::Parts,
        report: &mut Report,
    ) -> Result<Option<Source>, BadFrontMatter> {
        let path = entry.path.as_str();
        let (title, front) =
            front::section(path, text, &parts.front, report).ok_or(BadFrontMatter)?;
        if front.draft && self.inputs.drafts == Drafts::LeftOut {
            return Ok(Some(Source::LeftOut(Reason::Draft)));
        }
        let body = parts.body.clone();
        let words = self.inputs.words(&front.leaflets);
        let mut document = markdown::parse(path, text, body, words, report);
        let Some(title) = title_of(title, &mut document, (path, text), report) else {
            return Ok(None);
        };
        let (sort_by, paginate_by) = (front.sort_by, front.paginate_by);
        let told = Told::by(
            &document,
            front.description.as_deref(),
            self.inputs.segmenter,
        );
        let facts = Facts {
            path: entry.path.clone(),
            language: entry.language.clone(),
            title: Title::new(&title, self.inputs.segmenter),
            description: told.description,
            is_described: told.is_described,
            before_more: told.before_more,
            reading_minutes: told.reading_minutes,
            date: None,
            updated: None,
            weight: front.weight,
            template: front.template,
            terms: Default::default(),
            leaflets: front.leaflets,
            address: Spot::default(),
            aliases: front.aliases,
            extra: front.extra,
            resources: self.resources(&entry.folder),
        };
        Ok(Some(Source::Section(Arc::new(SectionSource {
            folder: entry.folder.clone(),
            sort_by,
            paginate_by,
            page_template: front.page_template,
            facts: Arc::new(facts),
            text: Arc::new(Body::read(document)),
        }))))
    }

    fn page(
        &self,
        entry: &Entry,
        text: &str,
        parts: &front::Parts,
        report: &mut Report,
    ) -> Result<Option<Source>, BadFrontMatter> {
        let path = entry.path.as_str();
        let (title, front) = front::page(path, text, &parts.front, self.inputs.config, report)
            .ok_or(BadFrontMatter)?;
        if let Some(reason) = self.reason_to_leave_out(&front) {
            return Ok(Some(Source::LeftOut(reason)));
        }
        let body = parts.body.clone();
        let words = self.inputs.words(&front.leaflets);
        let mut document = markdown::parse(path, text, body, words, report);
        let own_name = front.slug.is_none() && front.path.is_none();
        if own_name && !layout::is_address_part(&entry.stem) {
            report.push(diagnostic!(
                codes::content::NEEDS_SLUG,
                Place::file(path),
                name = &entry.stem
            ));
        }
        let Some(title) = title_of(title, &mut document, (path, text), report) else {
            return Ok(None);
        };
        let (slug, own_path) = (front.slug.clone(), front.path.clone());
        Ok(Some(Source::Page(Arc::new(PageSource {
            folder: entry.folder.clone(),
            stem: entry.stem.clone(),
            slug,
            path: own_path.map(|written| written.value),
            facts: Arc::new(self.facts(entry, &title, front, &document)),
            text: Arc::new(Body::read(document)),
        }))))
    }

    fn each(
        &self,
        entry: &Entry,
        text: &str,
        parts: &front::Parts,
        report: &mut Report,
    ) -> Result<Option<Source>, BadFrontMatter> {
        let path = entry.path.as_str();
        let (title, front, each) =
            front::each(path, text, &parts.front, self.inputs.config, report)
                .ok_or(BadFrontMatter)?;
        if let Some(reason) = self.reason_to_leave_out(&front) {
            return Ok(Some(Source::LeftOut(reason)));
        }
        let body = parts.body.clone();
        let words = self.inputs.words(&front.leaflets);
        let mut document = markdown::parse(path, text, body.clone(), words, report);
        let columns = fill::columns(path, text, body);
        let Some(title) = title_of(title, &mut document, (path, text), report) else {
            return Ok(None);
        };
        Ok(Some(Source::Each(Arc::new(EachSource {
            folder: entry.folder.clone(),
            each,
            description: front.description.clone(),
            facts: Arc::new(self.facts(entry, &title, front, &document)),
            text: Arc::new(Template { document, columns }),
        }))))
    }

    fn facts(&self, entry: &Entry, title: &str, front: PageFront, document: &Document) -> Facts {
        let address = front.path.as_ref().or(front.slug.as_ref());
        let address = address.map_or_else(Spot::default, |written| written.spot.clone());
        let told = Told::by(
            document,
            front.description.as_deref(),
            self.inputs.segmenter,
        );
        Facts {
            path: entry.path.clone(),
            language: entry.language.clone(),
            title: Title::new(title, self.inputs.segmenter),
            description: told.description,
            is_described: told.is_described,
            before_more: told.before_more,
            reading_minutes: told.reading_minutes,
            date: front.date,
            updated: front.updated,
            weight: front.weight,
            template: front.template,
            terms: front.taxonomies.into_iter().collect(),
            leaflets: front.leaflets,
            address,
            aliases: front.aliases,
            extra: front.extra,
            resources: self.resources_of(entry),
        }
    }

    fn resources_of(&self, entry: &Entry) -> Arc<[String]> {
        match entry.role {
            Role::Bundle => self.resources(&own_folder(entry)),
            _ => self.resources(&entry.folder),
        }
    }

    fn resources(&self, folder: &str) -> Arc<[String]> {
        self.layout
            .resources
            .get(folder)
            .cloned()
            .unwrap_or_default()
    }

    fn reason_to_leave_out(&self, front: &PageFront) -> Option<Reason> {
        if front.draft && self.inputs.drafts == Drafts::LeftOut {
            Some(Reason::Draft)
        } else if front.date.is_some_and(|date| date > self.inputs.today) {
            Some(Reason::Scheduled)
        } else if front.expires.is_some_and(|day| day <= self.inputs.today) {
            Some(Reason::Expired)
        } else {
            None
        }
    }
}

/// The front matter cannot be read, and its faults are told.
struct BadFrontMatter;

fn own_folder(bundle: &Entry) -> String {
    match bundle.folder.as_str() {
        "" => bundle.stem.clone(),
        folder => format!("{folder}/{}", bundle.stem),
    }
}

/// The title of the front matter, else the first `# heading`, which then leaves the text.
fn title_of(
    title: Option<String>,
    document: &mut Document,
    (path, text): (&str, &str),
    report: &mut Report,
) -> Option<String> {
    let written = title.filter(|title| !title.trim().is_empty());
    let title = match written {
        Some(title) => Some(title),
        None => match text::take_title(document) {
            Ok(title) => title.filter(|title| !title.is_empty()),
            Err(text::CallInTitle(call)) => {
                let place = Place::in_text(path, text, call.range());
                report.push(diagnostic!(codes::content::CALL_IN_TITLE, place));
                return None;
            }
        },
    };
    if title.is_none() {
        let place = Place::file(path);
        report.push(diagnostic!(codes::content::NO_TITLE, place));
    }
    title
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
