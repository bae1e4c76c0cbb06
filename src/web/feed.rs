//! Atom feeds (RFC 4287): one for each language, one for each term where the taxonomy asks for it.

use super::escape::escape;
use crate::config::Language;
use crate::content::without_hints;
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
             <published>{}</published><updated>{}</updated><summary>{}</summary></entry>",
            escape(facts.title.as_str()),
            timestamp(date),
            timestamp(facts.updated.unwrap_or(date)),
            escape(facts.description.as_str()),
        );
    }
    out.push_str("</feed>\n");
    out
}

/// Midnight in Cambodia, which has no daylight saving time.
fn timestamp(date: Date) -> String {
    format!("{date}T00:00:00+07:00")
}
