//! Atom feeds (RFC 4287): one for each language, one for each term where the taxonomy asks for it.
//!
//! Below the summary of a page of a kind stands what lists show of it: an event's day and place, a
//! service's fee, how far a promise is.

use super::escape::escape;
use crate::config::Language;
use crate::content::without_hints;
use crate::site::resolve::{Fact, Shown, facts_where, one_line};
use crate::site::{Page, PageId, Site, plan, taxonomy::Term};
use jiff::civil::Date;
use std::fmt::Write;

/// The dated pages of a language, the newest first.
pub fn of_language(site: &Site, language: &Language) -> String {
    let dated = site.dated.get(language).into_iter().flatten();
    let pages: Vec<&Page> = dated.map(|id| site.page(*id)).collect();
    let title = site
        .config
        .title
        .get(language, site.config.default_language());
    let path = plan::feed_path(site, language);
    atom(
        site,
        language,
        title,
        &path,
        &site.home(language).path,
        &pages,
    )
}

/// The dated pages of a term, the newest first.
pub fn of_term(site: &Site, taxonomy: &str, language: &Language, term: &Term) -> String {
    let dated = |id: &PageId| {
        let page = site.page(*id);
        (page.facts.date.is_some() && page.is_listed()).then_some(page)
    };
    let pages: Vec<&Page> = term.pages.iter().filter_map(dated).collect();
    let list = plan::term_path(site, taxonomy, language, &term.slug);
    let path = list.replace("index.html", "atom.xml");
    atom(site, language, term.name.as_str(), &path, &list, &pages)
}

fn atom(
    site: &Site,
    language: &Language,
    title: &str,
    path: &str,
    list: &str,
    pages: &[&Page],
) -> String {
    let config = &site.config;
    let pages = &pages[..pages.len().min(config.feed_limit)];
    let newest = pages
        .iter()
        .filter_map(|page| page.facts.updated.max(page.facts.date))
        .max();
    let (own, list) = (plan::permalink(site, path), plan::permalink(site, list));
    let (own, list) = (escape(&own), escape(&list));
    let author = config
        .organisation
        .name
        .get(language, config.default_language());
    let author = if author.is_empty() { title } else { author };
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <title>{}</title>\n<link rel=\"self\" href=\"{own}\"/>\n<link href=\"{list}\"/>\n\
         <id>{own}</id>\n<updated>{}</updated>\n<author><name>{}</name></author>",
        escape(&without_hints(title)),
        timestamp(newest.unwrap_or(Date::constant(1970, 1, 1))),
        escape(&without_hints(author)),
    );
    for page in pages {
        let url = escape(&site.permalink(page)).into_owned();
        let facts = &page.facts;
        let date = facts.date.unwrap_or_default();
        let _ = writeln!(
            out,
            "<entry><title>{}</title><link href=\"{url}\"/><id>{url}</id>\
             <published>{}</published><updated>{}</updated>{}</entry>",
            escape(facts.title.as_str()),
            timestamp(date),
            timestamp(facts.updated.unwrap_or(date)),
            summary(site, page),
        );
    }
    out.push_str("</feed>\n");
    out
}

/// The description of a page, and what lists show of its kind.
fn summary(site: &Site, page: &Page) -> String {
    let description = escape(page.facts.description.as_str());
    let facts = facts_where(site, page, |field| field.in_list);
    let mut lines = String::new();
    for fact in facts.iter().filter(|fact| !fact.values.is_empty()) {
        let (label, values) = (without_hints(fact.label), told(site, page, fact));
        let (label, values) = (escape(&label), escape(&values));
        // Programs that take the tags away leave the lines.
        let _ = write!(lines, "\n<dt>{label}</dt>\n<dd>{values}</dd>");
    }
    if lines.is_empty() {
        return format!("<summary>{description}</summary>");
    }
    let above = match &*description {
        "" => String::new(),
        description => format!("<p>{description}</p>\n"),
    };
    let html = format!("{above}<dl>{lines}\n</dl>");
    format!("<summary type=\"html\">{}</summary>", escape(&html))
}

/// What a page says, in one line.
fn told(site: &Site, page: &Page, fact: &Fact<'_>) -> String {
    let strings = site.theme.strings(page.content_language());
    let values = fact.values.iter().map(|value| {
        let words = without_hints(&value.words()).into_owned();
        match value {
            Shown::Contact(contact) if contact.synthetic => {
                let example = strings.get("synthetic_contact").map_or("", String::as_str);
                format!("{words} ({example})")
            }
            _ => words,
        }
    });
    one_line(values)
}

/// Midnight in Cambodia, which has no daylight saving time.
fn timestamp(date: Date) -> String {
    format!("{date}T00:00:00+07:00")
}
