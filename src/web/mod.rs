//! The site's pages, feeds and lists as bytes: the template contract, the templates, and what is
//! written without them.
//!
//! In: a complete [`Site`]. Out: the text of one output, a pure function of the site and of what is
//! asked for. It reads and writes no file.

mod addresses;
mod alias;
mod calendar;
mod catalogue;
mod chart_picture;
mod code;
mod component;
mod escape;
mod exhibit;
mod feed;
mod growth;
mod htaccess;
pub mod html;
mod loads;
mod mirror;
mod offline;
mod page;
mod page_text;
mod particulars;
mod place;
mod resize;
mod search;
mod share;
mod sitemap;
pub mod squeeze;
mod style;
mod templates;
mod text_filters;
mod tile_name;
mod unshown;
mod value;
mod view;

pub use alias::redirect;
pub use calendar::calendar;
pub use catalogue::catalogue;
pub use code::code;
pub use feed::{of_language as feed_of_language, of_term as feed_of_term};
pub use htaccess::htaccess;
pub use offline::{manifest, worker};
pub use page::{not_found, page, taxonomy, term};
pub use resize::pictures_named;
pub use search::files as search;
#[cfg(test)]
pub use search::told as told_by_search;
pub use sitemap::{robots, sitemap};

use crate::config::Language;
use crate::diagnostic::Report;
use crate::site::Site;
use offline::Asks;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};
use style::Style;
use tera::{Tera, Value};

/// The compiled templates and what every page of a language shares.
#[derive(Clone)]
pub struct Web {
    tera: Arc<Tera>,
    styles: Styles,
    /// What asks for the worker that keeps pages.
    asks: Option<Asks>,
    /// How wide and high cards are, in pixels.
    card_size: Option<(u32, u32)>,
    shared: BTreeMap<Language, Shared>,
}

/// The theme's style sheet, as pages in each direction of writing carry it.
#[derive(Clone)]
struct Styles {
    from_the_left: Arc<Style>,
    /// Nothing if no language is written from the right.
    from_the_right: Option<Arc<Style>>,
}

impl Styles {
    fn of(&self, direction: &str) -> &Style {
        match (&self.from_the_right, direction) {
            (Some(style), "rtl") => style,
            _ => &self.from_the_left,
        }
    }
}

/// What every page of a language shows alike.
#[derive(Clone)]
struct Shared {
    strings: Value,
    menu: Vec<MenuEntry>,
    /// So many minutes, in words, by their number.
    minutes: Vec<Value>,
    /// The terms of each taxonomy by their part of an address.
    terms: HashMap<String, HashMap<Arc<str>, SeenTerm>>,
    /// `site` as pages see it whose folders stand in this one.
    by_folder: Arc<RwLock<HashMap<Box<str>, Value>>>,
}

/// A term as pages show it.
#[derive(Clone)]
struct SeenTerm {
    taxonomy: Value,
    name: Value,
    /// The first page of its list.
    path: String,
}

/// Few texts take longer to read than this many minutes.
const LONGEST_READING: usize = 60;

/// For more folders than these nothing is remembered.
const FOLDERS: usize = 4096;

impl Shared {
    fn of_folder(&self, folder: &str) -> Option<Value> {
        let known = self.by_folder.read();
        known
            .unwrap_or_else(PoisonError::into_inner)
            .get(folder)
            .cloned()
    }

    fn keep_for_folder(&self, folder: &str, seen: &Value) {
        let known = self.by_folder.write();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        if known.len() < FOLDERS {
            known.insert(folder.into(), seen.clone());
        }
    }
}

/// An entry of the menu.
#[derive(Clone)]
struct MenuEntry {
    /// The language of its title, and its direction.
    content_lang: Value,
    content_dir: Value,
    title: Value,
    /// Where it leads.
    path: String,
}

impl Web {
    /// Compiles the theme's templates; a mistake in one is reported with its line. Each page carries what it
    /// can use of the theme's style sheet, and cards are `card_size` pixels wide and high.
    pub fn new(site: &Site, card_size: Option<(u32, u32)>, report: &mut Report) -> Option<Web> {
        let style = |css: &str| Arc::new(Style::of(&squeeze::minify_css(css)));
        let css = &site.theme.css;
        let mut languages = site.config.languages.iter();
        let is_turned = languages.any(|language| language.direction() == "rtl");
        let web = Web {
            tera: Arc::new(templates::compile(site, report)?),
            styles: Styles {
                from_the_left: style(css),
                from_the_right: is_turned.then(|| style(&mirror::mirrored(css))),
            },
            asks: Asks::of(site, report),
            card_size,
            shared: BTreeMap::new(),
        };
        web.again(site, report)
    }

    /// The same for a site that has the same theme, and pages at the same addresses.
    pub fn again(&self, site: &Site, report: &mut Report) -> Option<Web> {
        let mut shared = BTreeMap::new();
        for language in &site.config.languages {
            let menu = match view::menu(site, language) {
                Ok(menu) => menu,
                Err(problems) => {
                    report.extend(problems.of_configuration());
                    continue;
                }
            };
            let strings = view::strings(site, language);
            let minutes =
                (0..=LONGEST_READING).map(|minutes| view::set_minutes(site, language, minutes));
            let of_language = Shared {
                strings,
                menu,
                minutes: minutes.collect(),
                terms: view::terms(site, language),
                by_folder: Arc::default(),
            };
            shared.insert(language.clone(), of_language);
        }
        report.stop_if_errors().ok()?;
        unshown::told(site, report);
        Some(Web {
            tera: Arc::clone(&self.tera),
            styles: self.styles.clone(),
            asks: self.asks.clone(),
            card_size: self.card_size,
            shared,
        })
    }

    /// The components that texts may call, by name.
    pub fn components(&self) -> Vec<String> {
        let names = self.tera.get_component_names();
        // A name with a dot is a piece of templates.
        let own = names.filter(|name| !name.contains('.'));
        let mut own: Vec<String> = own.map(str::to_owned).collect();
        own.sort_unstable();
        own
    }
}
