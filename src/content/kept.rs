//! What pages' files said, as bytes that are kept from one build to the next: facts, and no text.
//!
//! Nothing in the bytes is believed: they may be cut, changed or written by somebody else, and what
//! does not fit is read from its file. Paths and the files beside a page are no part of them; whoever
//! keeps them sees to it that those are the same.

use super::attachments::{Reference, Way};
use super::kinds::SaidParticulars;
use super::layout::Entry;
use super::reader::{Reader, Reason, Source};
use super::{Body, Facts, LeftOut, PageSource, SectionSource, SortBy, Sources, Title};
use crate::files::Files;
use crate::khmer::SetText;
use crate::schema::{Spot, Written};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// What the files of a campaign's pages said the last time.
#[derive(Debug, Default)]
pub struct KeptPages {
    bytes: Vec<u8>,
    /// In the order of their paths.
    pages: Vec<Place>,
}

/// Where a page stands in the bytes.
#[derive(Debug)]
struct Place {
    path: Range<usize>,
    hash: [u8; 32],
    says: Option<Range<usize>>,
    refers_to: Vec<(Range<usize>, Way)>,
}

/// What is kept of a page.
pub(super) struct KeptPage<'kept> {
    /// Of the file.
    pub hash: blake3::Hash,
    /// What others see of it; nothing if it has to be read again each time.
    pub says: Option<&'kept [u8]>,
    refers_to: Vec<(&'kept str, Way)>,
}

impl KeptPage<'_> {
    /// The files that its text refers to; no other page sees them.
    pub(super) fn refers_to(&self) -> Arc<[Reference]> {
        let refers_to = self.refers_to.iter();
        refers_to
            .map(|(path, way)| Reference {
                path: (*path).into(),
                way: *way,
            })
            .collect()
    }
}

/// How many bytes most entries take at most; more room is made for others.
const MOST_TAKE: usize = 1280;

/// The form of a page's entry: path, hash, what others see of it, the files that it refers to.
type Entries<'kept> = (
    &'kept str,
    [u8; 32],
    Option<&'kept [u8]>,
    Vec<(&'kept str, Way)>,
);

impl KeptPages {
    /// Reads what [`Sources::keep`] appended at `from`.
    pub fn read(bytes: Vec<u8>, from: usize) -> Option<KeptPages> {
        let begin = bytes.as_ptr() as usize;
        let range = |piece: &[u8]| {
            let start = piece.as_ptr() as usize - begin;
            start..start + piece.len()
        };
        let mut pages = Vec::new();
        let mut before = "";
        let mut rest = bytes.get(from..)?;
        while !rest.is_empty() {
            let ((path, hash, says, refers_to), more): (Entries<'_>, _) =
                postcard::take_from_bytes(rest).ok()?;
            if path <= before {
                return None;
            }
            pages.push(Place {
                path: range(path.as_bytes()),
                hash,
                says: says.map(range),
                refers_to: refers_to
                    .into_iter()
                    .map(|(path, way)| (range(path.as_bytes()), way))
                    .collect(),
            });
            (before, rest) = (path, more);
        }
        Some(KeptPages { bytes, pages })
    }

    pub(super) fn page(&self, path: &str) -> Option<KeptPage<'_>> {
        let own = |page: &Place| self.bytes[page.path.clone()].cmp(path.as_bytes());
        let page = &self.pages[self.pages.binary_search_by(own).ok()?];
        Some(KeptPage {
            hash: blake3::Hash::from_bytes(page.hash),
            says: page.says.clone().map(|says| &self.bytes[says]),
            refers_to: page
                .refers_to
                .iter()
                .filter_map(|(path, way)| {
                    let path = std::str::from_utf8(&self.bytes[path.clone()]).ok()?;
                    Some((path, *way))
                })
                .collect(),
        })
    }
}

impl Sources {
    /// Appends what the next build may know without reading it; nothing if a file changed meanwhile.
    pub fn keep(&self, files: &Files, bytes: Vec<u8>) -> Option<Vec<u8>> {
        let sections = self.sections.iter().map(|own| &own.facts.path);
        let pages = self.pages.iter().map(|own| &own.facts.path);
        let sections: BTreeMap<&String, usize> = sections.zip(0..).collect();
        let pages: BTreeMap<&String, usize> = pages.zip(0..).collect();
        let LeftOut {
            drafts,
            scheduled,
            expired,
        } = &self.left_out;
        let left_out: BTreeMap<&String, Reason> = [
            (drafts, Reason::Draft),
            (scheduled, Reason::Scheduled),
            (expired, Reason::Expired),
        ]
        .into_iter()
        .flat_map(|(paths, reason)| paths.iter().map(move |path| (path, reason)))
        .collect();
        let said = |path: &String| -> Option<Said<'_>> {
            if self.read_each_time.contains(path) {
                None
            } else if let Some(at) = sections.get(path) {
                Some(Said::of_section(&self.sections[*at]))
            } else if let Some(at) = pages.get(path) {
                Some(Said::of_page(&self.pages[*at]))
            } else {
                left_out.get(path).map(|reason| Said::LeftOut(*reason))
            }
        };
        let mut bytes = bytes;
        bytes.reserve(self.layout.entries.len() * MOST_TAKE);
        let mut says = Vec::new();
        for Entry { path, .. } in &self.layout.entries {
            says.clear();
            let said = said(path);
            if let Some(said) = &said {
                says = postcard::to_extend(said, says).ok()?;
            }
            let says = said.is_some().then_some(says.as_slice());
            let hash = *files.hash(path)?.as_bytes();
            let refers_to = self.references.get(path).map_or(&[][..], |all| all);
            let refers_to = refers_to.iter().map(|one| (&*one.path, one.way));
            let entry: Entries<'_> = (path, hash, says, refers_to.collect());
            bytes = postcard::to_extend(&entry, bytes).ok()?;
        }
        Some(bytes)
    }
}

/// The bytes of what a file says.
fn says(said: &Said<'_>) -> Option<Vec<u8>> {
    postcard::to_stdvec(said).ok()
}

impl Source {
    /// What others see of it, as it would be kept.
    pub(super) fn says(&self) -> Option<Vec<u8>> {
        match self {
            Source::Section(section) => says(&Said::of_section(section)),
            Source::Page(page) => says(&Said::of_page(page)),
            Source::LeftOut(reason) => says(&Said::LeftOut(*reason)),
            // Its text goes into the facts of its rows.
            Source::Each(_) => None,
        }
    }
}

impl Reader<'_> {
    /// The source of a file that said this, its text unread.
    pub(super) fn kept(&self, entry: &Entry, says: &[u8]) -> Option<Source> {
        let said: Said<'_> = postcard::from_bytes(says).ok()?;
        Some(match said {
            Said::LeftOut(reason) => Source::LeftOut(reason),
            Said::Section {
                sort_by,
                paginate_by,
                page_template,
                facts,
                anchors,
            } => Source::Section(Arc::new(SectionSource {
                folder: entry.folder.clone(),
                sort_by: *SORTS.get(usize::from(sort_by))?,
                paginate_by,
                page_template: optional(page_template, written)?,
                facts: Arc::new(self.kept_facts(entry, facts)?),
                text: Arc::new(Body::unread(owned(anchors))),
            })),
            Said::Page {
                slug,
                path,
                facts,
                anchors,
            } => Source::Page(Arc::new(PageSource {
                folder: entry.folder.clone(),
                stem: entry.stem.clone(),
                slug: optional(slug, written)?,
                path: path.map(str::to_owned),
                facts: Arc::new(self.kept_facts(entry, facts)?),
                text: Arc::new(Body::unread(owned(anchors))),
            })),
        })
    }

    fn kept_facts(&self, entry: &Entry, said: SaidFacts<'_>) -> Option<Facts> {
        Some(Facts {
            path: entry.path.clone(),
            language: entry.language.clone(),
            title: title(said.title)?,
            description: set_text(said.description)?,
            is_described: said.is_described,
            before_more: optional(said.before_more, set_text)?,
            reading_minutes: said.reading_minutes,
            charts: said.charts,
            date: optional(said.date, date)?,
            updated: optional(said.updated, date)?,
            weight: said.weight,
            template: optional(said.template, written)?,
            terms: said
                .terms
                .into_iter()
                .map(|(taxonomy, terms)| Some((taxonomy.to_owned(), all_written(terms)?)))
                .collect::<Option<_>>()?,
            leaflets: all_written(said.leaflets)?,
            card: optional(said.card, written)?,
            short_address: optional(said.short_address, written)?.map(Box::new),
            address: spot(said.address)?,
            aliases: all_written(said.aliases)?,
            place: optional(said.place, written)?,
            particulars: optional(said.particulars, |said| {
                said.read(self.inputs.kinds).map(Box::new)
            })?,
            extra: match &*said.extra {
                "" => toml::Table::new(),
                extra => toml::from_str(extra).ok()?,
            },
        })
    }
}

// ---- the form of the bytes -----------------------------------------------------------------------

#[derive(Serialize, Deserialize)]
enum Said<'file> {
    Section {
        sort_by: u8,
        paginate_by: Option<usize>,
        #[serde(borrow)]
        page_template: Option<SaidWritten<'file>>,
        #[serde(borrow)]
        facts: SaidFacts<'file>,
        #[serde(borrow)]
        anchors: Vec<&'file str>,
    },
    Page {
        #[serde(borrow)]
        slug: Option<SaidWritten<'file>>,
        path: Option<&'file str>,
        #[serde(borrow)]
        facts: SaidFacts<'file>,
        #[serde(borrow)]
        anchors: Vec<&'file str>,
    },
    LeftOut(Reason),
}

#[derive(Serialize, Deserialize)]
struct SaidFacts<'file> {
    #[serde(borrow)]
    title: SaidTitle<'file>,
    #[serde(borrow)]
    description: SaidText<'file>,
    is_described: bool,
    #[serde(borrow)]
    before_more: Option<SaidText<'file>>,
    reading_minutes: usize,
    charts: usize,
    date: Option<SaidDate>,
    updated: Option<SaidDate>,
    weight: Option<i64>,
    #[serde(borrow)]
    template: Option<SaidWritten<'file>>,
    #[serde(borrow)]
    terms: Vec<(&'file str, Vec<SaidWritten<'file>>)>,
    #[serde(borrow)]
    leaflets: Vec<SaidWritten<'file>>,
    #[serde(borrow)]
    card: Option<SaidWritten<'file>>,
    #[serde(borrow)]
    short_address: Option<SaidWritten<'file>>,
    #[serde(borrow)]
    address: SaidSpot<'file>,
    #[serde(borrow)]
    aliases: Vec<SaidWritten<'file>>,
    #[serde(borrow)]
    place: Option<SaidWritten<'file>>,
    #[serde(borrow)]
    particulars: Option<SaidParticulars<'file>>,
    /// As TOML.
    #[serde(borrow)]
    extra: Cow<'file, str>,
}

/// A text and the bytes of its cuts.
type SaidText<'file> = (&'file str, Cow<'file, [u8]>);
/// A text, and its place in an alphabetical list.
type SaidTitle<'file> = (SaidText<'file>, &'file [u8]);
/// Year, month and day.
type SaidDate = (i16, i8, i8);
/// Line, column, length, where it begins in what is shown of the line, and that.
type SaidSpot<'file> = (u32, u32, u16, u16, &'file str);
type SaidWritten<'file> = (&'file str, SaidSpot<'file>);

/// The orders of a section, by their numbers here.
const SORTS: [SortBy; 4] = [SortBy::Date, SortBy::Title, SortBy::Weight, SortBy::None];

impl<'file> Said<'file> {
    fn of_section(section: &'file SectionSource) -> Said<'file> {
        let SectionSource {
            folder: _,
            sort_by,
            paginate_by,
            page_template,
            facts,
            text,
        } = section;
        let sort_by = SORTS.iter().position(|own| own == sort_by);
        Said::Section {
            sort_by: sort_by.map_or(u8::MAX, |at| at as u8),
            paginate_by: *paginate_by,
            page_template: page_template.as_ref().map(say),
            facts: SaidFacts::of(facts),
            anchors: anchors(text),
        }
    }

    fn of_page(page: &'file PageSource) -> Said<'file> {
        let PageSource {
            folder: _,
            stem: _,
            slug,
            path,
            facts,
            text,
        } = page;
        Said::Page {
            slug: slug.as_ref().map(say),
            path: path.as_deref(),
            facts: SaidFacts::of(facts),
            anchors: anchors(text),
        }
    }
}

impl<'file> SaidFacts<'file> {
    fn of(facts: &'file Facts) -> SaidFacts<'file> {
        // Whoever gives a page another fact comes by here.
        let Facts {
            path: _,
            language: _,
            title,
            description,
            is_described,
            before_more,
            reading_minutes,
            charts,
            date,
            updated,
            weight,
            template,
            terms,
            leaflets,
            card,
            short_address,
            address,
            aliases,
            place,
            particulars,
            extra,
        } = facts;
        SaidFacts {
            title: say_title(title),
            description: say_text(description),
            is_described: *is_described,
            before_more: before_more.as_ref().map(say_text),
            reading_minutes: *reading_minutes,
            charts: *charts,
            date: date.map(say_date),
            updated: updated.map(say_date),
            weight: *weight,
            template: template.as_ref().map(say),
            terms: terms
                .iter()
                .map(|(taxonomy, terms)| (taxonomy.as_str(), terms.iter().map(say).collect()))
                .collect(),
            leaflets: leaflets.iter().map(say).collect(),
            card: card.as_ref().map(say),
            short_address: short_address.as_deref().map(say),
            address: address.parts(),
            aliases: aliases.iter().map(say).collect(),
            place: place.as_ref().map(say),
            particulars: particulars.as_deref().map(SaidParticulars::of),
            extra: match extra.is_empty() {
                true => Cow::Borrowed(""),
                false => extra.to_string().into(),
            },
        }
    }
}

fn say_title(title: &Title) -> SaidTitle<'_> {
    let Title { text, key } = title;
    (say_text(text), key)
}

fn title((text, key): SaidTitle<'_>) -> Option<Title> {
    Some(Title {
        text: set_text(text)?,
        key: key.into(),
    })
}

fn anchors(text: &Body) -> Vec<&str> {
    text.headings().iter().map(|id| &**id).collect()
}

fn owned(anchors: Vec<&str>) -> Box<[Box<str>]> {
    anchors.into_iter().map(Into::into).collect()
}

fn say(written: &Written<String>) -> SaidWritten<'_> {
    (&written.value, written.spot.parts())
}

fn written((value, at): SaidWritten<'_>) -> Option<Written<String>> {
    Some(Written {
        value: value.to_owned(),
        spot: spot(at)?,
    })
}

fn all_written(said: Vec<SaidWritten<'_>>) -> Option<Vec<Written<String>>> {
    said.into_iter().map(written).collect()
}

fn spot(parts: SaidSpot<'_>) -> Option<Spot> {
    Spot::from_parts(parts)
}

fn say_text(text: &SetText) -> SaidText<'_> {
    (text.as_str(), text.cut_bytes().into())
}

fn set_text((text, cuts): SaidText<'_>) -> Option<SetText> {
    SetText::with_cuts(text, &cuts)
}

fn say_date(date: Date) -> SaidDate {
    (date.year(), date.month(), date.day())
}

fn date((year, month, day): SaidDate) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// A value that may be missing; nothing if it is there and is not right.
fn optional<Said, T>(said: Option<Said>, read: impl Fn(Said) -> Option<T>) -> Option<Option<T>> {
    match said {
        None => Some(None),
        Some(said) => read(said).map(Some),
    }
}
