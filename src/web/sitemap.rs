//! `sitemap.xml` (Sitemaps 0.9 with `xhtml:link` alternates) and `robots.txt`.

use super::escape::escape;
use crate::config::Language;
use crate::site::{Site, plan};
use std::fmt::Write;

/// The most URLs a sitemap may hold.
const LIMIT: usize = 50_000;

/// Every page in its own language, with its translations, and the list of all tables.
pub fn sitemap(site: &Site) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset \
         xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let own = site.pages.iter().filter(|page| page.is_listed());
    let lists = match plan::has_catalogue(site) {
        true => site.config.languages.len(),
        false => 0,
    };
    for page in own.take(LIMIT.saturating_sub(lists)) {
        let url = site.permalink(page);
        let _ = write!(out, "<url><loc>{}</loc>", escape(&url));
        if let Some(date) = page.facts.updated.or(page.facts.date) {
            let _ = write!(out, "<lastmod>{date}</lastmod>");
        }
        let translations = page.translations.iter().map(|id| site.page(*id));
        let translations = translations.filter(|translation| !translation.is_fallback());
        let translations: Vec<(&Language, String)> = translations
            .map(|translation| (&translation.language, site.permalink(translation)))
            .collect();
        alternates(&translations, &mut out);
        out.push_str("</url>\n");
    }
    let languages = site.config.languages.iter().take(lists);
    let lists = languages.map(|language| {
        let path = plan::catalogue_path(site, language);
        (language, plan::permalink(site, &path))
    });
    let lists: Vec<(&Language, String)> = lists.collect();
    for (_, url) in &lists {
        let _ = write!(out, "<url><loc>{}</loc>", escape(url));
        alternates(&lists, &mut out);
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// The same page in its languages, where there are several.
fn alternates(pages: &[(&Language, String)], out: &mut String) {
    for (language, url) in pages.iter().filter(|_| pages.len() > 1) {
        let _ = write!(
            out,
            "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{}\"/>",
            escape(url)
        );
    }
}

/// Everybody may read everything; where the sitemap is.
pub fn robots(site: &Site) -> String {
    let sitemap = plan::permalink(site, "sitemap.xml");
    format!("User-agent: *\nAllow: /\nSitemap: {sitemap}\n")
}
