//! What templates read of the site and its pages: the template contract.
//!
//! Every URL is relative to the output it stands in. Text carries its word breaks, except what is
//! named `plain_…`, which is for attributes, titles and metadata.

use super::escape::{escape, push_escaped};
use super::particulars::of_card;
use super::value::{array, html, map, map_of, optional, text};
use super::{MenuEntry, SeenTerm, Web};
use crate::config::{Language, LineBreaks};
use crate::content::{Spans, without_hints};
use crate::diagnostic::Report;
use crate::files::Files;
use crate::khmer::{self, Breaks, SetText, date::DateLength};
pub(super) use crate::site::resolve::phone_uri;
use crate::site::resolve::{self, Target};
use crate::site::{Page, PageId, Site, address, plan};
use crate::theme::{dates, words};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;
use tera::{Context, Value};

/// The words of the theme in a language.
pub(super) fn strings(site: &Site, language: &Language) -> Value {
    let mut words = tera::Map::default();
    for (key, value) in site.theme.strings(language) {
        words.insert(
            tera::value::Key::String(key.as_str().into()),
            word(site, value),
        );
    }
    Value::from(words)
}

/// A time in minutes, as the theme says it.
pub(super) fn set_minutes(site: &Site, language: &Language, minutes: usize) -> Value {
    let number = language.number_style().integer(minutes as u64);
    let pattern = site.theme.word(language, &words::MINUTES);
    set(site, &words::MINUTES.fill(pattern, &[&number]))
}

/// The terms of a language, by taxonomy and by their part of an address.
pub(super) fn terms(
    site: &Site,
    language: &Language,
) -> HashMap<String, HashMap<Arc<str>, SeenTerm>> {
    let taxonomies = site.taxonomies.iter();
    let seen = taxonomies.map(|(taxonomy, by_language)| {
        let terms = by_language[language].terms.iter().map(|term| {
            let seen = SeenTerm {
                taxonomy: text(taxonomy),
                name: set_text(site, &term.name),
                path: plan::term_path(site, taxonomy, language, &term.slug),
            };
            (Arc::clone(&term.slug), seen)
        });
        (taxonomy.clone(), terms.collect())
    });
    seen.collect()
}

/// The entries of the menu in a language; one that leads nowhere is reported.
pub(super) fn menu(site: &Site, language: &Language) -> Result<Vec<MenuEntry>, Report> {
    let mut found = Report::new();
    let mut entries = Vec::with_capacity(site.config.menu.len());
    for written in &site.config.menu {
        let place = || written.place(crate::config::FILE);
        let path = written.strip_prefix("@/").unwrap_or(written);
        let path = path.split('#').next().unwrap_or(path);
        match resolve::page_of(site, language, path, || written.value.clone(), place) {
            Ok(id) => {
                let page = site.page(id);
                entries.push(MenuEntry {
                    title: set_text(site, &page.facts.title.text),
                    path: page.path.to_string(),
                    content_lang: text(page.content_language().tag()),
                    content_dir: text(page.content_language().direction()),
                });
            }
            Err(problem) => found.push(problem),
        }
    }
    if found.has_errors() {
        Err(found)
    } else {
        Ok(entries)
    }
}

/// Text with its word breaks, as HTML.
pub(super) fn set(site: &Site, plain: &str) -> Value {
    let Some(breaks) = super::html::breaks(site.config.khmer.line_breaks) else {
        return text(plain);
    };
    let escaped = escape(plain);
    let mut out = String::with_capacity(plain.len() + plain.len() / 4);
    site.segmenter.insert_breaks(&escaped, &breaks, &mut out);
    html(&out)
}

/// Text whose words are known, with its word breaks, as HTML.
pub(super) fn set_text(site: &Site, known: &SetText) -> Value {
    let Some(breaks) = super::html::breaks(site.config.khmer.line_breaks) else {
        return text(known.as_str());
    };
    let mut out = String::with_capacity(known.as_str().len() * 5 / 4);
    known.borrow().write(&breaks, push_escaped, &mut out);
    html(&out)
}

/// Words for attributes, names of windows and metadata, without the hints that a keyboard typed into them.
pub(super) fn plain(words: &str) -> Value {
    text(&without_hints(words))
}

/// Words of the theme: they stand in attributes too, so there is no markup in them.
fn word(site: &Site, plain: &str) -> Value {
    match site.config.khmer.line_breaks {
        LineBreaks::None | LineBreaks::Wbr => text(plain),
        LineBreaks::Zwsp => {
            let breaks = Breaks::only("\u{200b}");
            let mut out = String::with_capacity(plain.len() + plain.len() / 8);
            site.segmenter.insert_breaks(plain, &breaks, &mut out);
            text(&out)
        }
    }
}

/// The folder of a page's file below `content/`, which its pictures are counted from.
pub(super) fn colocated_path(page: &Page) -> String {
    let folder = page.folder();
    match folder.strip_prefix("content/") {
        Some(below) => format!("{below}/"),
        None => String::new(),
    }
}

/// An output as its templates see it.
pub(super) struct View<'site> {
    pub(super) site: &'site Site,
    pub(super) web: &'site Web,
    pub(super) language: &'site Language,
    /// The path of the output that is being written.
    pub(super) path: &'site str,
    /// Read only to tell where a mistake stands.
    pub(super) files: &'site Files,
}

/// A language's version of the output that is being written.
pub(super) struct Alternate<'site> {
    pub(super) language: &'site Language,
    pub(super) path: String,
}

impl View<'_> {
    pub(super) fn url(&self, path: &str) -> Value {
        text(&self.address(path))
    }

    fn address(&self, path: &str) -> String {
        match self.is_shown_anywhere() {
            true => plan::permalink(self.site, path),
            false => address::relative(self.path, path),
        }
    }

    /// Where a link of the text leads.
    pub(super) fn target(&self, target: &Target<'_>) -> String {
        let is_here = matches!(target, Target::Inside { path, .. } if path == self.path);
        match self.is_shown_anywhere() && !is_here {
            true => target.absolute(self.site),
            false => target.relative_to(self.path),
        }
    }

    /// Whether a host shows it at any address, so that its links have to be whole.
    fn is_shown_anywhere(&self) -> bool {
        let is_at_the_top = |folder: &str| folder.is_empty() || folder.ends_with('/');
        self.path
            .strip_suffix(plan::NOT_FOUND)
            .is_some_and(is_at_the_top)
    }

    pub(super) fn set(&self, plain: &str) -> Value {
        set(self.site, plain)
    }

    pub(super) fn set_text(&self, known: &SetText) -> Value {
        set_text(self.site, known)
    }

    /// The places of a page's file.
    pub(super) fn spans<'own>(&'own self, page: &'own Page) -> Spans<'own> {
        Spans::new(self.files, &self.site.config, page.source())
    }

    fn localised(&self, localised: &crate::config::Localised) -> String {
        localised
            .get(self.language, self.site.config.default_language())
            .to_owned()
    }

    /// The names every template sees.
    pub(super) fn globals(&self, kind: &'static str, alternates: &[Alternate<'_>]) -> Context {
        let site = self.site;
        let mut context = Context::new();
        context.insert_value("lang", text(self.language.tag()));
        context.insert_value("t", self.web.shared[self.language].strings.clone());
        context.insert_value("css", Value::safe_string(super::page::STYLE));
        context.insert_value("loads", Value::safe_string(super::page::LOADS));
        let fonts = site.fonts.as_deref();
        let fonts = fonts.map(|fonts| fonts.style(|path| self.address(path)));
        context.insert_value(super::page::FONTS, optional(fonts.as_deref().map(text)));
        context.insert_value("kind", text(kind));
        context.insert_value("site", self.site_view(self.is_shown_anywhere()));
        let here = plan::permalink(site, self.path);
        if !self.is_shown_anywhere() {
            context.insert_value("output_path", text(self.path));
        }
        context.insert_value("page_url", text(&here));
        context.insert_value("canonical_url", text(&here));
        context.insert_value("dir", text(self.language.direction()));
        // A page that may be shown at any address does not know where the worker stands.
        let asks = self.web.asks.as_ref();
        let asks = asks.filter(|_| !self.is_shown_anywhere());
        context.insert_value("offline", optional(asks.map(|asks| asks.seen(self, kind))));
        let share = match self.is_shown_anywhere() {
            true => Value::none(),
            false => self.share_of_list(),
        };
        context.insert_value("share", share);
        let manifest = plan::manifest_path(site, self.language);
        context.insert_value("manifest_url", self.url(&manifest));
        let alternates = alternates.iter().map(|alternate| {
            map([
                ("tag", text(alternate.language.tag())),
                ("name", text(alternate.language.native_name())),
                ("url", self.url(&alternate.path)),
                ("current", (alternate.language == self.language).into()),
            ])
        });
        context.insert_value("alternates", array(alternates));
        context
    }

    /// `site`; with absolute URLs for a page that may be served at any address.
    ///
    /// Pages whose folders stand side by side see the same, but for one whose own folder something
    /// leads into; so it is made once for each folder.
    fn site_view(&self, absolute: bool) -> Value {
        let folder = self.path.strip_suffix("index.html").unwrap_or("");
        let shared = &self.web.shared[self.language];
        let is_in_it = |path: &str| path.starts_with(folder);
        let leads_into_it = || {
            let site = self.site;
            is_in_it(&site.home(self.language).path)
                || shared.menu.iter().any(|entry| is_in_it(&entry.path))
                || is_in_it(&plan::feed_path(site, self.language))
                || is_in_it(&plan::search_path(site, self.language))
                || is_in_it(&plan::catalogue_path(site, self.language))
        };
        if absolute || folder.is_empty() || leads_into_it() {
            return self.site_seen(absolute);
        }
        let above = folder.trim_end_matches('/');
        let above = above.rsplit_once('/').map_or("", |(above, _)| above);
        if let Some(known) = shared.of_folder(above) {
            return known;
        }
        let seen = self.site_seen(absolute);
        shared.keep_for_folder(above, &seen);
        seen
    }

    fn site_seen(&self, absolute: bool) -> Value {
        let (site, config) = (self.site, &self.site.config);
        let home = site.home(self.language);
        let url = |path: &str| match absolute {
            true => text(&plan::permalink(site, path)),
            false => self.url(path),
        };
        let shared = &self.web.shared[self.language];
        let menu = shared.menu.iter().map(|entry| {
            let folder = entry.path.strip_suffix("index.html").unwrap_or(&entry.path);
            // Every page stands below the front page, but is not a part of it.
            let is_below = entry.path != *home.path && self.path.starts_with(folder);
            let current = (is_below || self.path == entry.path) && !absolute;
            map([
                ("title", entry.title.clone()),
                ("url", url(&entry.path)),
                ("current", current.into()),
                ("content_lang", entry.content_lang.clone()),
                ("content_dir", entry.content_dir.clone()),
            ])
        });
        let organisation = &config.organisation;
        let title = self.localised(&config.title);
        let feed = config
            .generate_feeds
            .then(|| url(&plan::feed_path(site, self.language)));
        let search = config
            .build_search_index
            .then(|| url(&plan::search_path(site, self.language)));
        let data =
            plan::has_catalogue(site).then(|| url(&plan::catalogue_path(site, self.language)));
        let languages = config.languages.iter().map(|language| {
            map([
                ("tag", text(language.tag())),
                ("name", text(language.native_name())),
            ])
        });
        map([
            ("title", self.set(&title)),
            ("plain_title", plain(&title)),
            (
                "description",
                self.set(&self.localised(&config.description)),
            ),
            (
                "plain_description",
                plain(&self.localised(&config.description)),
            ),
            ("home_url", url(&home.path)),
            ("base_url", text(&config.base_url)),
            (
                "brand",
                map([("colour", text(&site.theme.brand.colour.to_string()))]),
            ),
            ("languages", array(languages)),
            ("menu", array(menu)),
            (
                "organisation",
                map([
                    ("name", self.set(&self.localised(&organisation.name))),
                    (
                        "description",
                        self.set(&self.localised(&organisation.description)),
                    ),
                    (
                        "phone",
                        optional(
                            organisation
                                .phone
                                .as_deref()
                                .map(|phone| text(&self.language.in_its_order(phone))),
                        ),
                    ),
                    (
                        "phone_uri",
                        optional(
                            organisation
                                .phone
                                .as_deref()
                                .map(|phone| text(&phone_uri(phone))),
                        ),
                    ),
                    ("email", optional(organisation.email.as_deref().map(text))),
                    ("notice", self.set(&self.localised(&organisation.notice))),
                ]),
            ),
            ("feed_url", optional(feed)),
            ("search_url", optional(search)),
            ("data_url", optional(data)),
            (
                "generator",
                text(concat!("sala ", env!("CARGO_PKG_VERSION"))),
            ),
            ("extra", Value::from_serializable(&config.extra)),
        ])
    }

    /// A page as a list shows it.
    pub(super) fn card(&self, id: PageId) -> Value {
        let page = self.site.page(id);
        let facts = &page.facts;
        let common = [
            ("title", self.set_text(&facts.title.text)),
            ("plain_title", text(facts.title.as_str())),
            ("description", self.set_text(facts.summary())),
            ("url", self.url(&page.path)),
            ("date", optional(facts.date.map(|date| self.date(date)))),
            ("terms", self.terms(page)),
            ("reading_time", self.reading_time(page)),
            ("content_lang", text(facts.language.tag())),
            ("content_dir", text(facts.language.direction())),
            ("colocated_path", text(&colocated_path(page))),
            ("extra", Value::from_serializable(&facts.extra)),
        ];
        match &facts.particulars {
            None => map(common),
            Some(own) => map_of(common.into_iter().chain(of_card(self, page, own))),
        }
    }

    /// `{ iso, text }`.
    pub(super) fn date(&self, date: Date) -> Value {
        map([
            ("iso", text(&khmer::date::iso(date))),
            ("text", text(&date_text(self.site, self.language, date))),
        ])
    }

    /// The terms of a page with their lists.
    pub(super) fn terms(&self, page: &Page) -> Value {
        let known = &self.web.shared[self.language].terms;
        let mut terms = Vec::new();
        for (taxonomy, ids) in &page.facts.terms {
            let Some(known) = known.get(taxonomy) else {
                continue;
            };
            for id in ids {
                if let Some(term) = known.get(&*address::slug(id)) {
                    terms.push(map([
                        ("taxonomy", term.taxonomy.clone()),
                        ("name", term.name.clone()),
                        ("url", self.url(&term.path)),
                    ]));
                }
            }
        }
        array(terms)
    }

    /// The sections above a page, from the front page down.
    pub(super) fn breadcrumbs(&self, page: &Page) -> Value {
        let mut above = Vec::new();
        let mut parent = page.parent;
        while let Some(id) = parent {
            let section = self.site.page(id);
            above.push(self.crumb(section));
            parent = section.parent;
        }
        above.reverse();
        array(above)
    }

    /// The same of one of them: the page of a place goes by the place's name.
    fn crumb(&self, page: &Page) -> Value {
        let (site, language) = (self.site, self.language);
        let place = site.place_of(page);
        let name = place.and_then(|id| site.places.tree.name(id, &site.datasets, language));
        match name {
            Some(name) => self.link_to(&page.path, self.set(name), language),
            None => self.link(page),
        }
    }

    /// `{ title, url, content_lang, content_dir }`.
    pub(super) fn link(&self, page: &Page) -> Value {
        let title = self.set_text(&page.facts.title.text);
        self.link_to(&page.path, title, page.content_language())
    }

    /// The same to an output that is no page of the text, whose title is in this language.
    pub(super) fn link_to(&self, path: &str, title: Value, language: &Language) -> Value {
        map([
            ("title", title),
            ("url", self.url(path)),
            ("content_lang", text(language.tag())),
            ("content_dir", text(language.direction())),
        ])
    }

    /// A whole number in the digits of the language.
    pub(super) fn number(&self, number: usize) -> String {
        self.language.number_style().integer(number as u64)
    }

    pub(super) fn reading_time(&self, page: &Page) -> Value {
        let minutes = page.facts.reading_minutes;
        let known = self.web.shared[self.language].minutes.get(minutes);
        known.map_or_else(
            || set_minutes(self.site, self.language, minutes),
            Value::clone,
        )
    }

    /// A list's place among its pages; none if there is only one.
    pub(super) fn paginator(&self, first: &str, current: usize, total: usize) -> Value {
        if total < 2 {
            return Value::none();
        }
        let link = |pager: usize| self.url(&plan::pager_path(first, pager));
        let number = |number: usize| text(&self.number(number));
        let mut before = 0;
        let pages = shown_pagers(current, total).into_iter().map(|pager| {
            let follows = pager == before + 1;
            before = pager;
            map([
                ("number", number(pager)),
                ("url", link(pager)),
                ("current", (pager == current).into()),
                ("after_gap", (!follows).into()),
            ])
        });
        map([
            ("current", number(current)),
            ("total", number(total)),
            (
                "previous_url",
                optional((current > 1).then(|| link(current - 1))),
            ),
            (
                "next_url",
                optional((current < total).then(|| link(current + 1))),
            ),
            ("pages", array(pages)),
        ])
    }
}

/// The pages of a list that each of them links to: the first, the last, and those around it. However
/// long the list, there are at most seven.
fn shown_pagers(current: usize, total: usize) -> Vec<usize> {
    const AROUND: usize = 2;
    (1..=total)
        .skip(current.saturating_sub(AROUND + 1))
        .take_while(|pager| *pager <= current + AROUND)
        .chain([1, total])
        .collect::<std::collections::BTreeSet<usize>>()
        .into_iter()
        .collect()
}

/// A date in words.
pub(super) fn date_text(site: &Site, language: &Language, date: Date) -> String {
    let strings = site.theme.strings(language);
    dates::format(strings, language, date, DateLength::Long)
}

#[cfg(test)]
mod tests {
    use super::shown_pagers;

    #[test]
    fn a_list_links_to_few_of_its_pages_however_many_there_are() {
        assert_eq!(shown_pagers(1, 2), [1, 2]);
        assert_eq!(shown_pagers(1, 500), [1, 2, 3, 500]);
        assert_eq!(shown_pagers(3, 500), [1, 2, 3, 4, 5, 500]);
        assert_eq!(shown_pagers(250, 500), [1, 248, 249, 250, 251, 252, 500]);
        assert_eq!(shown_pagers(500, 500), [1, 498, 499, 500]);
    }
}
