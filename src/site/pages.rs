//! Page sources in one or more languages → [`Page`]s in every language of the site.
//!
//! A page without a translation is shown in the default language's text, with a notice; so a reader
//! who chose a language never meets a dead end.

use super::{Kind, Page, PageId, each};
use crate::config::{Config, Language};
use crate::content::block::Document;
use crate::content::{self, PageFront, PageSource, SectionSource, Sources};
use crate::data::Datasets;
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use crate::khmer::{self, Segmenter};
use crate::schema::Written;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many words of its text describe a page that has no description.
const DESCRIPTION_WORDS: usize = 30;

/// What a page is made from in one language; the language of the address is not decided yet.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) language: Language,
    pub(super) page: Page,
    /// Its path without the language's folder.
    pub(super) path: String,
}

/// Every page of the site, ordered by key and, within a key, as the languages are configured.
pub(super) fn in_every_language(
    config: &Config,
    sources: Sources,
    datasets: &Datasets,
    segmenter: &Segmenter,
    report: &mut Report,
) -> Vec<Page> {
    let mut groups: BTreeMap<String, BTreeMap<Language, Draft>> = BTreeMap::new();
    let mut add = |draft: Draft, report: &mut Report| {
        let group = groups.entry(draft.page.key.clone()).or_default();
        if let Some(other) = group.get(&draft.language) {
            report.push(
                Diagnostic::new(&codes::site::SAME_PAGE, Place::file(&draft.page.source))
                    .with("other", &other.page.source),
            );
            return;
        }
        group.insert(draft.language.clone(), draft);
    };
    for section in sources.sections {
        add(from_section(section), report);
    }
    for page in sources.pages {
        add(from_page(page), report);
    }
    for template in &sources.each {
        for draft in each::pages(template, datasets, report) {
            add(draft, report);
        }
    }
    if !groups.contains_key("") {
        let path = "content/_index.md";
        report.push(Diagnostic::new(&codes::site::NO_HOME, Place::file(path)));
        return Vec::new();
    }
    let mut drafts: Vec<&mut Draft> = groups.values_mut().flat_map(BTreeMap::values_mut).collect();
    drafts
        .par_iter_mut()
        .for_each(|draft| describe(&mut draft.page, segmenter));
    let mut pages = Vec::with_capacity(groups.len() * config.languages.len());
    for drafts in groups.into_values() {
        for language in &config.languages {
            let draft = drafts
                .get(language)
                .or_else(|| drafts.get(config.default_language()))
                .or_else(|| drafts.values().next())
                .expect("a group holds a draft");
            pages.push(in_language(draft, language, config));
        }
    }
    pages
}

/// Counts the words of a page, and gives one without a description the beginning of its text.
fn describe(page: &mut Page, segmenter: &Segmenter) {
    let whole = content::plain_text(&page.document.blocks);
    page.words = khmer::word_count(segmenter, &whole);
    let text = content::plain_text(content::summary(&page.document));
    page.is_described = !page.description.is_empty() || page.document.summary.is_some();
    if page.description.is_empty() {
        page.description = khmer::excerpt(segmenter, &text, DESCRIPTION_WORDS);
    }
    page.summary = match page.document.summary {
        Some(_) => text,
        None => page.description.clone(),
    };
}

fn in_language(draft: &Draft, language: &Language, config: &Config) -> Page {
    let mut page = draft.page.clone();
    page.kind = draft.kind;
    page.path = format!("{}{}", folder_of(language, config), draft.path);
    page.aliases = page.aliases.iter().map(|alias| alias_path(alias)).collect();
    if draft.language != *language {
        // An alias leads to the page in its own language.
        page.aliases.clear();
    }
    page.content_language = draft.language.clone();
    page.language = language.clone();
    page
}

/// The folder of a language's pages: empty for the default language.
pub(super) fn folder_of(language: &Language, config: &Config) -> String {
    if language == config.default_language() {
        String::new()
    } else {
        format!("{language}/")
    }
}

fn alias_path(alias: &str) -> String {
    let path = alias.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else if path.ends_with(".html") {
        path.to_owned()
    } else {
        format!("{path}/index.html")
    }
}

fn from_section(section: SectionSource) -> Draft {
    let front = section.front;
    let kind = if section.folder.is_empty() {
        Kind::Home
    } else {
        Kind::Section
    };
    let path = if section.folder.is_empty() {
        "index.html".to_owned()
    } else {
        format!("{}/index.html", section.folder)
    };
    Draft {
        kind,
        language: section.language.clone(),
        path,
        page: Page {
            kind,
            key: section.folder,
            source: section.path,
            language: section.language.clone(),
            content_language: section.language,
            path: String::new(),
            title: section.title,
            description: front.description.unwrap_or_default(),
            summary: String::new(),
            words: 0,
            is_described: false,
            date: None,
            updated: None,
            weight: front.weight.unwrap_or(0),
            template: front.template.map(|written| written.value),
            document: Arc::new(section.document),
            resources: Arc::new(section.resources),
            terms: BTreeMap::new(),
            leaflets: values(front.leaflets),
            aliases: values(front.aliases),
            extra: front.extra,
            parent: None,
            translations: Vec::new(),
            listing: Some(super::Listing::default()),
            previous: None,
            next: None,
            dataset: None,
        },
    }
}

fn from_page(mut source: PageSource) -> Draft {
    let front = std::mem::take(&mut source.front);
    let name = front.slug.as_deref().unwrap_or(&source.stem);
    let own = match (&front.path, source.folder.as_str()) {
        (Some(path), _) => path.trim_matches('/').to_owned(),
        (None, "") => name.to_owned(),
        (None, folder) => format!("{folder}/{name}"),
    };
    let key = match source.folder.as_str() {
        "" => source.stem.clone(),
        folder => format!("{folder}/{}", source.stem),
    };
    let document = Arc::new(std::mem::take(&mut source.document));
    let mut draft = blank(&source, front, document);
    draft.page.key = key;
    draft.path = format!("{own}/index.html");
    draft
}

/// A draft with everything that does not depend on the page's name.
pub(super) fn blank(source: &PageSource, front: PageFront, document: Arc<Document>) -> Draft {
    let language = source.language.clone();
    Draft {
        kind: Kind::Page,
        language: language.clone(),
        path: String::new(),
        page: Page {
            kind: Kind::Page,
            key: String::new(),
            source: source.path.clone(),
            language: language.clone(),
            content_language: language,
            path: String::new(),
            title: source.title.clone(),
            description: front.description.unwrap_or_default(),
            summary: String::new(),
            words: 0,
            is_described: false,
            date: front.date,
            updated: front.updated,
            weight: front.weight.unwrap_or(0),
            template: front.template.map(|written| written.value),
            document,
            resources: Arc::new(source.resources.clone()),
            terms: front
                .taxonomies
                .into_iter()
                .map(|(name, terms)| (name, values(terms)))
                .collect(),
            leaflets: values(front.leaflets),
            aliases: values(front.aliases),
            extra: front.extra,
            parent: None,
            translations: Vec::new(),
            listing: None,
            previous: None,
            next: None,
            dataset: None,
        },
    }
}

fn values(written: Vec<Written<String>>) -> Vec<String> {
    written.into_iter().map(|written| written.value).collect()
}

/// Page identifiers by key, languages in the order of the configuration.
pub(super) fn index(pages: &[Page]) -> BTreeMap<String, Vec<PageId>> {
    let mut index: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        index.entry(page.key.clone()).or_default().push(PageId(at));
    }
    index
}

/// Fills in every page's section and translations.
pub(super) fn connect(pages: &mut [Page], index: &BTreeMap<String, Vec<PageId>>) {
    let parents: Vec<Option<PageId>> = pages
        .iter()
        .enumerate()
        .map(|(at, page)| {
            let ids = &index[&page.key];
            let nth = ids.iter().position(|id| id.0 == at)?;
            let mut folder = page.key.as_str();
            while !folder.is_empty() {
                folder = folder.rsplit_once('/').map_or("", |(upper, _)| upper);
                if let Some(sections) = index.get(folder)
                    && pages[sections[nth].0].listing.is_some()
                {
                    return Some(sections[nth]);
                }
            }
            None
        })
        .collect();
    for (at, page) in pages.iter_mut().enumerate() {
        page.parent = parents[at];
        page.translations.clone_from(&index[&page.key]);
    }
}
