//! `sitemap.xml` (Sitemaps 0.9 with `xhtml:link` alternates) and `robots.txt`.

use super::escape::escape;
use crate::site::{Site, plan};
use std::fmt::Write;

/// The most URLs a sitemap may hold.
const LIMIT: usize = 50_000;

/// Every page in its own language, with its translations.
pub fn sitemap(site: &Site) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset \
         xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let own = site.pages.iter().filter(|page| page.is_listed());
    for page in own.take(LIMIT) {
        let url = site.permalink(page);
        let _ = write!(out, "<url><loc>{}</loc>", escape(&url));
        if let Some(date) = page.facts.updated.or(page.facts.date) {
            let _ = write!(out, "<lastmod>{date}</lastmod>");
        }
        let translations: Vec<_> = page
            .translations
            .iter()
            .map(|id| site.page(*id))
            .filter(|translation| !translation.is_fallback())
            .collect();
        if translations.len() > 1 {
            for translation in translations {
                let _ = write!(
                    out,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    translation.language,
                    escape(&site.permalink(translation))
                );
            }
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// Everybody may read everything; where the sitemap is.
pub fn robots(site: &Site) -> String {
    let sitemap = plan::permalink(site, "sitemap.xml");
    format!("User-agent: *\nAllow: /\nSitemap: {sitemap}\n")
}
