//! The search page: its form, and all pages under letters for those whose browser runs no script.

use super::offline::Script;
use super::page::{list_alternates, render};
use super::value::{array, map, optional, text};
use super::view::{View, set};
use super::{Web, page_text};
use crate::config::Language;
use crate::diagnostic::Report;
use crate::khmer::Heading;
use crate::search::{self, Index};
use crate::site::directory::{self, Letter};
use crate::site::resolve::Resolver;
use crate::site::{PageId, Site, address, plan};
use tera::Value;

/// The files of a language's search: the page that searches, the lists of pages under letters, and
/// the index.
pub fn files(
    web: &Web,
    resolver: &Resolver<'_>,
    language: &Language,
) -> Result<Vec<(String, String)>, Report> {
    let site = resolver.site;
    let index = index(resolver, language)?;
    let path = plan::search_path(site, language);
    let mut files = vec![(path, page(web, resolver, &index, language, None)?)];
    let letters = &site.directories[language];
    if directory::is_split(letters) {
        for (at, letter) in letters.iter().enumerate() {
            let path = plan::letter_path(site, language, &letter.slug());
            files.push((path, page(web, resolver, &index, language, Some(at))?));
        }
    }
    let folder = plan::search_path(site, language);
    let folder = folder.trim_end_matches("index.html");
    let index = index.files.into_iter();
    files.extend(index.map(|file| (format!("{folder}{}", file.name), file.text)));
    Ok(files)
}

/// The search index of a language.
fn index(resolver: &Resolver<'_>, language: &Language) -> Result<Index, Report> {
    let site = resolver.site;
    let from = plan::search_path(site, language);
    // In the order of their paths, so that pages of a section have numbers side by side.
    let mut ids: Vec<PageId> = site
        .pages()
        .filter(|(_, page)| page.language == *language && page.is_listed())
        .map(|(id, _)| id)
        .collect();
    ids.sort_by(|one, other| site.page(*one).path.cmp(&site.page(*other).path));
    // The list of all tables is a page that nobody wrote.
    let lists = plan::has_catalogue(site).then_some(None);
    let found: Vec<Option<PageId>> = ids.into_iter().map(Some).chain(lists).collect();
    search::index(&found, |id, words| {
        let Some(id) = id else {
            return Ok(page_text::of_catalogue(site, language, &from, words));
        };
        let (document, _) = resolver.document(site.page(*id))?;
        let resolved = resolver.resolve(*id, &document)?;
        Ok(page_text::of_page(site, &resolved, &from, words))
    })
}

/// What the search reads of a page, each sentence in a line of its own.
#[cfg(test)]
pub fn told(resolver: &Resolver<'_>, id: PageId) -> Result<String, Report> {
    let site = resolver.site;
    let told = std::sync::Mutex::new(String::new());
    search::index(&[id], |id, words| {
        let (document, _) = resolver.document(site.page(*id))?;
        let resolved = resolver.resolve(*id, &document)?;
        let card = page_text::of_page(site, &resolved, "search/index.html", words);
        card.text
            .lines()
            .clone_into(&mut told.lock().expect("one page"));
        Ok::<_, Report>(card)
    })?;
    Ok(told.into_inner().expect("one page"))
}

/// The search page of a language; with `letter`, the list of the pages under that letter.
fn page(
    web: &Web,
    resolver: &Resolver<'_>,
    index: &Index,
    language: &Language,
    letter: Option<usize>,
) -> Result<String, Report> {
    let (site, files) = (resolver.site, resolver.files);
    let letters = &site.directories[language];
    let first = plan::search_path(site, language);
    let path = letter.map_or_else(
        || first.clone(),
        |at| plan::letter_path(site, language, &letters[at].slug()),
    );
    let view = View {
        site,
        web,
        language,
        path: &path,
        files,
    };
    // A letter of one language is none of another: translations meet at the search page.
    let alternates = list_alternates(site, |other| {
        (letter.is_none() || other == language).then(|| match other == language {
            true => path.clone(),
            false => plan::search_path(site, other),
        })
    });
    let mut context = view.globals("search", &alternates);
    let is_split = directory::is_split(letters);
    let links = letters.iter().enumerate().map(|(at, own)| {
        let slug = own.slug();
        let url = match is_split {
            true => view.url(&plan::letter_path(site, language, &slug)),
            false => text(&format!("#{}", anchor(&slug))),
        };
        map([
            ("heading", heading(site, language, own)),
            ("url", url),
            ("current", (letter == Some(at)).into()),
        ])
    });
    let shown: &[Letter] = match letter {
        Some(at) => &letters[at..=at],
        None if is_split => &[],
        None => letters,
    };
    let lists = shown.iter().map(|letter| {
        let pages = letter.pages.iter().map(|id| view.link(site.page(*id)));
        map([
            ("id", text(&anchor(&letter.slug()))),
            ("heading", heading(site, language, letter)),
            ("pages", array(pages)),
        ])
    });
    let breadcrumbs = match letter {
        None => array([view.link(site.home(language))]),
        Some(_) => {
            let title = site.theme.strings(language).get("search");
            let title = title.map_or("", String::as_str);
            let list = view.link_to(&first, set(site, title), language);
            array([view.link(site.home(language)), list])
        }
    };
    let folder = address::relative(&path, &first);
    let script = address::relative(&path, plan::SEARCH_SCRIPT);
    let asks = match letter {
        Some(_) => None,
        None => {
            let asks = site.theme.files.text("search/bring.js");
            Some(Script::of(&asks.map_err(Report::of)?))
        }
    };
    let (asks, source) = asks.map_or((None, None), |asks| (Some(asks.text), Some(asks.source)));
    let value = map([
        ("letters", array(links)),
        ("lists", array(lists)),
        ("breadcrumbs", breadcrumbs),
        (
            "letter",
            optional(letter.map(|at| heading(site, language, &letters[at]))),
        ),
        ("index", text(&index.manifest)),
        ("folder", text(folder.trim_end_matches("index.html"))),
        ("script", text(&script)),
        ("asks", optional(asks)),
        ("source", optional(source)),
        ("digits", text(&language.number_style().digits(0))),
    ]);
    context.insert_value("search", value);
    render(web, site, files, None, "search.html", &context)
}

fn anchor(slug: &str) -> String {
    format!("letter-{slug}")
}

/// What stands over the pages of a letter.
fn heading(site: &Site, language: &Language, letter: &Letter) -> Value {
    let key = match letter.heading {
        Heading::Khmer(letter) | Heading::Latin(letter) | Heading::Letter(letter) => {
            return text(&letter.to_string());
        }
        Heading::Digit => "search_digits",
        Heading::Other => "search_other",
    };
    let words = site.theme.strings(language).get(key);
    text(words.map_or("…", String::as_str))
}
