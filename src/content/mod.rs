//! Markdown with front matter → page sources: typed front matter and a [`block::Document`].
//!
//! It knows the configuration, but no page knows another yet: links are as written.

mod address;
pub mod block;
mod call;
mod fields;
mod fill;
mod front;
mod headings;
mod layout;
pub mod markdown;
mod mask;
mod places;
pub mod raw_html;
#[cfg(test)]
mod tests;
mod text;

pub use address::SCHEMES;
pub use fields::{PAGE, SECTION};
pub use fill::{fill, fill_text};
pub use front::{EachFront, PageFront, SectionFront, SortBy};
pub use headings::{TocEntry, table_of_contents};
pub use text::{plain_text, summary};

use crate::config::{Config, Language};
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use crate::files::Files;
use crate::khmer;
use block::Document;
use jiff::civil::Date;
use layout::{Entry, Layout, Role};
use rayon::prelude::*;

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
    pub sections: Vec<SectionSource>,
    pub pages: Vec<PageSource>,
    pub each: Vec<EachSource>,
    pub left_out: LeftOut,
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
    pub path: String,
    /// Below `content/`, without slashes at its ends; empty for the front page.
    pub folder: String,
    pub language: Language,
    pub title: String,
    pub front: SectionFront,
    pub document: Document,
    /// The other files of its folder.
    pub resources: Vec<String>,
}

/// A page: `name.md`, or `name/index.md` with the files beside it.
#[derive(Debug, Clone)]
pub struct PageSource {
    pub path: String,
    /// The folder of its section, below `content/`.
    pub folder: String,
    /// Its file's name, or its folder's for a bundle; fit for an address unless there is a slug.
    pub stem: String,
    pub bundle: bool,
    pub language: Language,
    pub title: String,
    pub front: PageFront,
    pub document: Document,
    /// The other files of a bundle; for another page those of its folder.
    pub resources: Vec<String>,
}

/// An `_each.md`: a page for each row of a dataset, `{column}` standing for the row's value.
#[derive(Debug, Clone)]
pub struct EachSource {
    pub page: PageSource,
    pub each: EachFront,
}

/// Reads every file below `content/`; `today` decides what is published.
pub fn load(
    files: &Files,
    config: &Config,
    today: Date,
    drafts: Drafts,
    report: &mut Report,
) -> Sources {
    let layout = layout::sort_out(files.under(layout::FOLDER), config, report);
    let reader = Reader {
        files,
        config,
        layout: &layout,
        today,
        drafts,
    };
    let read: Vec<(Option<Source>, Report)> = layout
        .entries
        .par_iter()
        .map(|entry| {
            let mut found = Report::new();
            let source = reader.source(entry, &mut found);
            (source, found)
        })
        .collect();
    let mut sources = Sources::default();
    for ((source, found), entry) in read.into_iter().zip(&layout.entries) {
        report.extend(found);
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
    leave_out_draft_sections(&mut sources, &layout);
    sources
}

enum Source {
    Section(SectionSource),
    Page(PageSource),
    Each(EachSource),
    LeftOut(Reason),
}

enum Reason {
    Draft,
    Scheduled,
    Expired,
}

struct Reader<'load> {
    files: &'load Files,
    config: &'load Config,
    layout: &'load Layout,
    today: Date,
    drafts: Drafts,
}

impl Reader<'_> {
    fn source(&self, entry: &Entry, report: &mut Report) -> Option<Source> {
        let path = entry.path.as_str();
        if self.files.size(path).unwrap_or(0) > LARGEST << 20 {
            report.push(
                Diagnostic::new(&codes::content::TOO_LARGE, Place::file(path))
                    .with("limit", LARGEST),
            );
            return None;
        }
        let text = match self.files.text(path) {
            Ok(text) => text,
            Err(problem) => {
                report.push(problem);
                return None;
            }
        };
        let text = khmer::normalise_with(&text, self.config.khmer.coeng_da());
        let parts = front::divide(path, &text, report)?;
        let (title, front, each) = match entry.role {
            Role::Section => {
                let read = front::section(path, &text, &parts.front, report);
                // Without its front matter, the text of a page can still be checked.
                let Some((title, front)) = read else {
                    markdown::parse(path, &text, parts.body, report);
                    return None;
                };
                if front.draft && self.drafts == Drafts::LeftOut {
                    return Some(Source::LeftOut(Reason::Draft));
                }
                let mut document = markdown::parse(path, &text, parts.body, report);
                return Some(Source::Section(SectionSource {
                    path: entry.path.clone(),
                    folder: entry.folder.clone(),
                    language: entry.language.clone(),
                    title: title_of(title, &mut document, path, report)?,
                    front,
                    document,
                    resources: self.resources(&entry.folder),
                }));
            }
            Role::Page | Role::Bundle => {
                match front::page(path, &text, &parts.front, self.config, report) {
                    Some((title, front)) => (title, front, None),
                    None => {
                        markdown::parse(path, &text, parts.body, report);
                        return None;
                    }
                }
            }
            Role::Each => match front::each(path, &text, &parts.front, self.config, report) {
                Some((title, front, each)) => (title, front, Some(each)),
                None => {
                    markdown::parse(path, &text, parts.body, report);
                    return None;
                }
            },
        };
        if let Some(reason) = self.reason_to_leave_out(&front) {
            return Some(Source::LeftOut(reason));
        }
        let mut document = markdown::parse(path, &text, parts.body.clone(), report);
        let own_name = front.slug.is_none() && front.path.is_none() && each.is_none();
        if own_name && !layout::is_address_part(&entry.stem) {
            report.push(
                Diagnostic::new(&codes::content::NEEDS_SLUG, Place::file(path))
                    .with("name", &entry.stem),
            );
        }
        if each.is_some() {
            document.columns = fill::columns(path, &text, parts.body);
        }
        let resources = match entry.role {
            Role::Bundle => self.resources(&own_folder(entry)),
            _ => self.resources(&entry.folder),
        };
        let page = PageSource {
            path: entry.path.clone(),
            folder: entry.folder.clone(),
            stem: entry.stem.clone(),
            bundle: entry.role == Role::Bundle,
            language: entry.language.clone(),
            title: title_of(title, &mut document, path, report)?,
            front,
            document,
            resources,
        };
        Some(match each {
            Some(each) => Source::Each(EachSource { page, each }),
            None => Source::Page(page),
        })
    }

    fn resources(&self, folder: &str) -> Vec<String> {
        self.layout
            .resources
            .get(folder)
            .cloned()
            .unwrap_or_default()
    }

    fn reason_to_leave_out(&self, front: &PageFront) -> Option<Reason> {
        if front.draft && self.drafts == Drafts::LeftOut {
            Some(Reason::Draft)
        } else if front.date.is_some_and(|date| date > self.today) {
            Some(Reason::Scheduled)
        } else if front.expires.is_some_and(|day| day <= self.today) {
            Some(Reason::Expired)
        } else {
            None
        }
    }
}

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
    path: &str,
    report: &mut Report,
) -> Option<String> {
    let title = title
        .filter(|title| !title.trim().is_empty())
        .or_else(|| text::take_title(document).filter(|title| !title.is_empty()));
    if title.is_none() {
        let place = Place::file(path);
        report.push(Diagnostic::new(&codes::content::NO_TITLE, place));
    }
    title
}

/// A section that is a draft hides everything in it, in its language.
fn leave_out_draft_sections(sources: &mut Sources, layout: &Layout) {
    let hidden: Vec<&Entry> = layout
        .entries
        .iter()
        .filter(|entry| entry.role == Role::Section && !entry.folder.is_empty())
        .filter(|entry| sources.left_out.drafts.contains(&entry.path))
        .collect();
    if hidden.is_empty() {
        return;
    }
    let mut drafts = std::mem::take(&mut sources.left_out.drafts);
    let mut keep = |path: &str, folder: &str, language: &Language| {
        let inside = |section: &&Entry| {
            section.language == *language
                && folder
                    .strip_prefix(section.folder.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let hidden = hidden.iter().any(inside);
        if hidden {
            drafts.push(path.to_owned());
        }
        !hidden
    };
    sources
        .sections
        .retain(|section| keep(&section.path, &section.folder, &section.language));
    sources
        .pages
        .retain(|page| keep(&page.path, &page.folder, &page.language));
    sources
        .each
        .retain(|each| keep(&each.page.path, &each.page.folder, &each.page.language));
    drafts.sort_unstable();
    sources.left_out.drafts = drafts;
}
