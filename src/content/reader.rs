//! A file of `content/` → what it is and says: a section, a page, a template of rows, or nothing today.

use super::attachments::{Reference, referred_to};
use super::block::Document;
use super::front::{self, PageFront};
use super::kept::KeptPages;
use super::layout::{self, Entry, Role};
use super::page_text::{PageText, Typed};
use super::parts::{self, Parts};
use super::places::Places;
use super::{
    Body, Drafts, EachSource, Facts, Inputs, LARGEST, PageSource, SectionSource, Template, Title,
    Told, fill, is_visible, markdown, text, text_of,
};
use crate::diagnostic::{Lines, Place, Report, codes, diagnostic};
use crate::personal::{self, Sighting};
use crate::schema::{Spot, Written};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub(super) enum Source {
    Section(Arc<SectionSource>),
    Page(Arc<PageSource>),
    Each(Arc<EachSource>),
    LeftOut(Reason),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Reason {
    Draft,
    Scheduled,
    Expired,
}

pub(super) struct Reader<'load> {
    pub(super) inputs: &'load Inputs<'load>,
}

/// A file of `content/`, and what is known of it since the last time.
pub(super) struct Read {
    pub(super) source: Option<Source>,
    /// The files that its text refers to, whether it is published or not.
    pub(super) refers_to: Arc<[Reference]>,
    pub(super) found: Report,
    /// What in it somebody may not want to be known.
    pub(super) sightings: Vec<Sighting>,
    pub(super) since: Since,
}

/// What became of a file since the last time.
pub(super) enum Since {
    Same,
    /// It says something else, which nobody else sees.
    Edited,
    /// Others may see that it says something else.
    SeenByOthers,
}

impl Reader<'_> {
    /// Takes what the file says from `kept` if it has not changed, else from the file.
    pub(super) fn source_or_kept(&self, entry: &Entry, kept: Option<&KeptPages>) -> Read {
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
            let refers_to = kept.as_ref().map(|kept| kept.refers_to());
            return Read {
                source: Some(source),
                refers_to: refers_to.unwrap_or_default(),
                found: Report::new(),
                sightings: Vec::new(),
                since: Since::Same,
            };
        }
        let mut found = Report::new();
        let mut sightings = Vec::new();
        let (source, refers_to) = self.source(entry, &mut found, &mut sightings).unzip();
        let refers_to = refers_to.unwrap_or_default();
        let says_the_same =
            || said.is_some() && source.as_ref().and_then(Source::says).as_deref() == said;
        let since = match is_same {
            true => Since::Same,
            false if says_the_same() => Since::Edited,
            false => Since::SeenByOthers,
        };
        Read {
            source,
            refers_to,
            found,
            sightings,
            since,
        }
    }
}

/// What a file is and says, and the files that its text refers to.
type SourceAndReferences = (Source, Arc<[Reference]>);

impl Reader<'_> {
    /// What the file is and says; what somebody may not want to be known of it is added to `sightings`,
    /// but for what its front matter calls public.
    pub(super) fn source(
        &self,
        entry: &Entry,
        report: &mut Report,
        sightings: &mut Vec<Sighting>,
    ) -> Option<SourceAndReferences> {
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
        let mut public = Vec::new();
        let source = match text.typed() {
            None => self.source_of(entry, &text, &mut public, report),
            Some(typed) => {
                // What is read is in its normal spelling, and what is told is as it was typed.
                let mut found = Report::new();
                let source = self.source_of(entry, &text, &mut public, &mut found);
                report.extend(found.placed(text.as_typed(typed, path)));
                source
            }
        };
        // What is not published today is seen by nobody, and of a page that cannot be read it is not
        // known which numbers are public.
        if !matches!(source, None | Some((Source::LeftOut(_), _))) {
            let typed = text.typed().map_or(&*text, Typed::text);
            let places = Places::new(path, typed);
            let seen = personal::sightings(typed, |range| places.of(range));
            let public: Vec<String> = public.iter().map(|one| personal::key(one)).collect();
            let seen = seen.into_iter().filter(|one| !public.contains(&one.key));
            sightings.extend(seen);
        }
        source
    }

    fn source_of(
        &self,
        entry: &Entry,
        text: &PageText,
        public: &mut Vec<String>,
        report: &mut Report,
    ) -> Option<SourceAndReferences> {
        let path = entry.path.as_str();
        let parts = parts::divide(path, text, report)?;
        let source = match entry.role {
            Role::Section => self.section(entry, text, (&parts, public), report),
            Role::Page | Role::Bundle => self.page(entry, text, (&parts, public), report),
            Role::Each => self.each(entry, text, (&parts, public), report),
        };
        match source {
            Ok(source) => source,
            Err(BadFrontMatter) => {
                // Without its front matter, the text of a page can still be checked.
                markdown::parse(path, text, parts.body, self.inputs.words(&[]), report);
                None
            }
        }
    }

    fn section(
        &self,
        entry: &Entry,
        text: &PageText,
        (parts, public): (&Parts, &mut Vec<String>),
        report: &mut Report,
    ) -> Result<Option<SourceAndReferences>, BadFrontMatter> {
        let path = entry.path.as_str();
        let (title, front) = front::section(path, text, parts, report).ok_or(BadFrontMatter)?;
        public.clone_from(&front.public);
        if front.draft && self.inputs.drafts == Drafts::LeftOut {
            return Ok(Some(self.left_out(
                Reason::Draft,
                (path, text),
                parts,
                &front.card,
                &front.extra,
            )));
        }
        let body = parts.body.clone();
        let words = self.inputs.words(&front.leaflets);
        let mut document = markdown::parse(path, text, body, words, report);
        let Some(title) = title_of(title, &mut document, (path, text), report) else {
            return Ok(None);
        };
        tell_empty_headings(&document, &front.leaflets, (path, text), report);
        let (sort_by, paginate_by) = (front.sort_by, front.paginate_by);
        let told = Told::by(
            &document,
            front.description.as_deref(),
            self.inputs.segmenter,
            words,
        );
        let facts = Facts {
            path: entry.path.clone(),
            language: entry.language.clone(),
            title: Title::new(&title, &entry.language, words),
            description: told.description,
            is_described: told.is_described,
            before_more: told.before_more,
            reading_minutes: told.reading_minutes,
            charts: told.charts,
            date: None,
            updated: None,
            weight: front.weight,
            template: front.template,
            terms: Default::default(),
            leaflets: front.leaflets,
            card: front.card,
            short_address: front.short_address.map(Box::new),
            address: Spot::default(),
            aliases: front.aliases,
            place: None,
            particulars: None,
            extra: front.extra,
        };
        let body = &text[parts.body.clone()];
        let refers_to = referred_to(path, &document, body, card_of(&facts.card), &facts.extra);
        let source = Source::Section(Arc::new(SectionSource {
            folder: entry.folder.clone(),
            sort_by,
            paginate_by,
            page_template: front.page_template,
            facts: Arc::new(facts),
            text: Arc::new(Body::read(document)),
        }));
        Ok(Some((source, refers_to)))
    }

    fn page(
        &self,
        entry: &Entry,
        text: &PageText,
        (parts, public): (&Parts, &mut Vec<String>),
        report: &mut Report,
    ) -> Result<Option<SourceAndReferences>, BadFrontMatter> {
        let path = entry.path.as_str();
        let (title, front) = front::page(
            path,
            text,
            parts,
            self.inputs.config,
            self.inputs.kinds,
            report,
        )
        .ok_or(BadFrontMatter)?;
        public.clone_from(&front.public);
        if let Some(left_out) = self.left_out_page(&front, (path, text), parts) {
            return Ok(Some(left_out));
        }
        let own_name = front.slug.is_none() && front.path.is_none();
        if own_name && !layout::is_address_part(&entry.stem) {
            report.push(diagnostic!(
                codes::content::NEEDS_SLUG,
                Place::file(path),
                name = &entry.stem
            ));
        }
        let Some(opened) = self.opened((path, text), parts, title, &front, report) else {
            return Ok(None);
        };
        let (slug, own_path) = (front.slug.clone(), front.path.clone());
        let source = Source::Page(Arc::new(PageSource {
            folder: entry.folder.clone(),
            stem: entry.stem.clone(),
            slug,
            path: own_path.map(|written| written.value),
            facts: Arc::new(self.facts(entry, &opened.title, front, &opened.document)),
            text: Arc::new(Body::read(opened.document)),
        }));
        Ok(Some((source, opened.refers_to)))
    }

    fn each(
        &self,
        entry: &Entry,
        text: &PageText,
        (parts, public): (&Parts, &mut Vec<String>),
        report: &mut Report,
    ) -> Result<Option<SourceAndReferences>, BadFrontMatter> {
        let path = entry.path.as_str();
        let (title, front, each) = front::each(
            path,
            text,
            parts,
            self.inputs.config,
            self.inputs.kinds,
            report,
        )
        .ok_or(BadFrontMatter)?;
        public.clone_from(&front.public);
        if let Some(left_out) = self.left_out_page(&front, (path, text), parts) {
            return Ok(Some(left_out));
        }
        let columns = fill::columns(path, text, parts.body.clone());
        let Some(opened) = self.opened((path, text), parts, title, &front, report) else {
            return Ok(None);
        };
        let source = Source::Each(Arc::new(EachSource {
            folder: entry.folder.clone(),
            each,
            description: front.description.clone(),
            facts: Arc::new(self.facts(entry, &opened.title, front, &opened.document)),
            text: Arc::new(Template {
                document: opened.document,
                columns,
            }),
        }));
        Ok(Some((source, opened.refers_to)))
    }

    /// The text of a page that is published; none if nothing says what it is called, which is told.
    fn opened(
        &self,
        (path, text): (&str, &str),
        parts: &Parts,
        title: Option<String>,
        front: &PageFront,
        report: &mut Report,
    ) -> Option<Opened> {
        let body = parts.body.clone();
        let words = self.inputs.words(&front.leaflets);
        let mut document = markdown::parse(path, text, body.clone(), words, report);
        let title = title_of(title, &mut document, (path, text), report)?;
        tell_empty_headings(&document, &front.leaflets, (path, text), report);
        let card = card_of(&front.card);
        let refers_to = referred_to(path, &document, &text[body], card, &front.extra);
        Some(Opened {
            title,
            document,
            refers_to,
        })
    }

    fn facts(&self, entry: &Entry, title: &str, front: PageFront, document: &Document) -> Facts {
        let address = front.path.as_ref().or(front.slug.as_ref());
        let address = address.map_or_else(Spot::default, |written| written.spot.clone());
        let words = self.inputs.words(&front.leaflets);
        let told = Told::by(
            document,
            front.description.as_deref(),
            self.inputs.segmenter,
            words,
        );
        Facts {
            path: entry.path.clone(),
            language: entry.language.clone(),
            title: Title::new(title, &entry.language, words),
            description: told.description,
            is_described: told.is_described,
            before_more: told.before_more,
            reading_minutes: told.reading_minutes,
            charts: told.charts,
            date: front.date,
            updated: front.updated,
            weight: front.weight,
            template: front.template,
            terms: front.taxonomies.into_iter().collect(),
            leaflets: front.leaflets,
            card: front.card,
            short_address: front.short_address.map(Box::new),
            address,
            aliases: front.aliases,
            place: front.place,
            particulars: front.particulars,
            extra: front.extra,
        }
    }

    /// A page that is not published today: nothing of it is told, but its files wait with it.
    /// A page that is not published now, if there is a reason.
    fn left_out_page(
        &self,
        front: &PageFront,
        source: (&str, &str),
        parts: &Parts,
    ) -> Option<SourceAndReferences> {
        let reason = self.reason_to_leave_out(front)?;
        Some(self.left_out(reason, source, parts, &front.card, &front.extra))
    }

    fn left_out(
        &self,
        reason: Reason,
        (path, text): (&str, &str),
        parts: &Parts,
        card: &Option<Written<String>>,
        extra: &toml::Table,
    ) -> SourceAndReferences {
        let body = parts.body.clone();
        let words = self.inputs.words(&[]);
        let document = markdown::parse(path, text, body.clone(), words, &mut Report::new());
        let refers_to = referred_to(path, &document, &text[body], card_of(card), extra);
        (Source::LeftOut(reason), refers_to)
    }

    fn reason_to_leave_out(&self, front: &PageFront) -> Option<Reason> {
        if self.inputs.drafts == Drafts::Everything {
            None
        } else if front.draft && self.inputs.drafts == Drafts::LeftOut {
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

fn card_of(card: &Option<Written<String>>) -> Option<&str> {
    card.as_ref().map(|card| card.value.as_str())
}

/// A page's text as it was read.
struct Opened {
    title: String,
    document: Document,
    refers_to: Arc<[Reference]>,
}

/// The front matter cannot be read, and its faults are told.
struct BadFrontMatter;

/// The title of the front matter, else the first `# heading`, which then leaves the text.
fn title_of(
    title: Option<String>,
    document: &mut Document,
    (path, text): (&str, &str),
    report: &mut Report,
) -> Option<String> {
    let written = title.filter(|title| is_visible(title));
    let title = match written {
        Some(title) => Some(title),
        None => match text::take_title(document) {
            Ok(title) => title.filter(|title| is_visible(title)),
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

/// Who hears the outline of a page hears nothing where a heading shows nothing. Of a page that is
/// printed, the leaflet tells.
fn tell_empty_headings(
    document: &Document,
    leaflets: &[Written<String>],
    (path, text): (&str, &str),
    report: &mut Report,
) {
    if !leaflets.is_empty() {
        return;
    }
    let lines = Lines::default();
    for span in &document.empty_headings {
        let place = lines.place(path, text, span.range());
        report.push(diagnostic!(codes::content::EMPTY_HEADING, place));
    }
}
