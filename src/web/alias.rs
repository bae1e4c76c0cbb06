//! The page at an old address that leads to where the page stands now.

use super::escape::escape;
use crate::site::{Page, Site, address};

/// A page that takes the reader to `page` at once, without a script.
pub fn redirect(site: &Site, page: &Page, alias: &str) -> String {
    let url = address::relative(alias, &page.path);
    let url = escape(&url);
    let permalink = site.permalink(page);
    let permalink = escape(&permalink);
    let title = escape(page.facts.title.as_str());
    let lang = page.language.tag();
    format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><meta http-equiv=\"refresh\" content=\"0; url={url}\">\
         <meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{permalink}\">\
         <p><a href=\"{url}\">{title}</a></p></html>\n"
    )
}
