//! Who published a table of a package, under which licence → what is declared of its sources.
//!
//! What a table does not say of them holds as the package says it.

use super::said::Said;
use super::told::Told;
use crate::scheme;
use toml::Table;

/// Where all tables of a package come from that say nothing of it.
#[derive(Default)]
pub(super) struct OfPackage {
    pub title: Option<String>,
    pub homepage: Option<String>,
    pub sources: Vec<toml::Value>,
    pub licences: Vec<String>,
}

impl OfPackage {
    pub fn read(package: &mut Said<'_>, told: &mut Told<'_>) -> OfPackage {
        let title = package.text("title", told);
        let homepage = package.text("homepage", told);
        let licences = licences(package, told);
        let sources = written(package, &licences, told);
        OfPackage {
            title: title.map(str::to_owned),
            homepage: homepage
                .filter(|url| scheme::is_web_address(url))
                .map(str::to_owned),
            sources,
            licences,
        }
    }
}

/// The sources of a table.
pub(super) fn of_table(
    table: &mut Said<'_>,
    package: &OfPackage,
    told: &mut Told<'_>,
) -> Vec<toml::Value> {
    let own = licences(table, told);
    let licences = match own.is_empty() {
        true => &package.licences,
        false => &own,
    };
    let sources = written(table, licences, told);
    if !sources.is_empty() {
        return sources;
    }
    if !package.sources.is_empty() {
        return package.sources.clone();
    }
    // A licence without a source is that of whoever made the package.
    let Some(licence) = only(licences, told) else {
        return Vec::new();
    };
    let mut source = Table::new();
    source.insert("id".to_owned(), "source-1".into());
    for (key, text) in [("title", &package.title), ("url", &package.homepage)] {
        if let Some(text) = text {
            source.insert(key.to_owned(), text.clone().into());
        }
    }
    source.insert("licence".to_owned(), licence.into());
    vec![source.into()]
}

/// The names of the licences, or what stands for one.
fn licences(said: &mut Said<'_>, told: &mut Told<'_>) -> Vec<String> {
    let mut names = Vec::new();
    for mut licence in said.objects("licenses", told) {
        let words = ["name", "title", "path"].map(|key| licence.text(key, told));
        names.extend(words.into_iter().flatten().next().map(str::to_owned));
        licence.finish(told);
    }
    names
}

/// The licence, if there is one alone; `unknown` if nobody knows which one counts, which is told.
fn only(licences: &[String], told: &mut Told<'_>) -> Option<String> {
    match licences {
        [] => None,
        [only] => Some(only.clone()),
        several => {
            let several: Vec<&str> = several.iter().map(String::as_str).collect();
            told.several_licences(&several);
            Some("unknown".to_owned())
        }
    }
}

fn written(said: &mut Said<'_>, licences: &[String], told: &mut Told<'_>) -> Vec<toml::Value> {
    let mut sources = Vec::new();
    let mut of_all = None;
    for (number, mut source) in (1..).zip(said.objects("sources", told)) {
        let mut toml = Table::new();
        let id = source.text("id", told);
        let id = id.map_or_else(|| format!("source-{number}"), str::to_owned);
        toml.insert("id".to_owned(), id.clone().into());
        for keys in [("title", "titles"), ("publisher", "publishers")] {
            if let Some(words) = source.localised(keys, told) {
                toml.insert(keys.0.to_owned(), words);
            }
        }
        if let Some(url) = source.text("path", told) {
            match scheme::is_web_address(url) {
                true => {
                    toml.insert("url".to_owned(), url.into());
                }
                false => told.no_address(&id, url),
            }
        }
        if let Some(page) = source.text("page", told) {
            toml.insert("page".to_owned(), page.into());
        }
        let licence = match source.text("licence", told) {
            Some(own) => own.to_owned(),
            None => of_all
                .get_or_insert_with(|| only(licences, told))
                .clone()
                .unwrap_or_else(|| "unknown".to_owned()),
        };
        toml.insert("licence".to_owned(), licence.into());
        source.finish(told);
        sources.push(toml.into());
    }
    sources
}
