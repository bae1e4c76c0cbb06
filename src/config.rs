//! `sala.toml` → [`Config`], complete and checked.
//!
//! Keys have Zola's names where they mean the same. Text that readers see is [`Localised`].

use crate::authored;
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use crate::files::Files;
use crate::khmer::number::{Digits, NumberStyle};
use crate::khmer::{self, CoengDa};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The configuration's file, at the root of a site.
pub const FILE: &str = "sala.toml";

/// A language of the site: its BCP 47 tag, as it stands in file names and addresses (`km`, `en`),
/// and the way its numbers look.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    tag: Arc<str>,
    digits: Digits,
}

impl Language {
    /// A language with the digits of its script: Khmer ones for Khmer.
    pub fn new(tag: &str) -> Language {
        let digits = match is_khmer(tag) {
            true => Digits::Khmer,
            false => Digits::Latin,
        };
        Language::with_digits(tag, digits)
    }

    pub fn with_digits(tag: &str, digits: Digits) -> Language {
        Language {
            tag: tag.into(),
            digits,
        }
    }

    pub fn tag(&self) -> &str {
        &self.tag
    }

    pub fn is_khmer(&self) -> bool {
        is_khmer(&self.tag)
    }

    /// The language of the words beside numbers and in dates.
    pub fn words(&self) -> khmer::Language {
        match self.is_khmer() {
            true => khmer::Language::Khmer,
            false => khmer::Language::English,
        }
    }

    /// How numbers look: digits and separators together, the one setting of it.
    pub fn number_style(&self) -> NumberStyle {
        match self.digits {
            Digits::Khmer => NumberStyle::khmer(),
            Digits::Latin => NumberStyle::latin(),
        }
    }
}

fn is_khmer(tag: &str) -> bool {
    tag == "km" || tag.starts_with("km-")
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.tag)
    }
}

/// Text in one or more languages: `"…"` for all of them, or `{ km = "…", en = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(untagged)]
pub enum Localised {
    #[default]
    Empty,
    Same(String),
    Each(BTreeMap<String, String>),
}

impl Localised {
    /// The text in `language`, else in `fallback`, else in any language; empty if there is none.
    pub fn get(&self, language: &Language, fallback: &Language) -> &str {
        match self {
            Localised::Empty => "",
            Localised::Same(text) => text,
            Localised::Each(texts) => texts
                .get(language.tag())
                .or_else(|| texts.get(fallback.tag()))
                .or_else(|| texts.values().next())
                .map_or("", String::as_str),
        }
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Localised::Empty => true,
            Localised::Same(text) => text.is_empty(),
            Localised::Each(texts) => texts.values().all(String::is_empty),
        }
    }
}

/// A site's configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the site will stand; ends with `/`.
    pub base_url: String,
    pub title: Localised,
    pub description: Localised,
    /// The theme's folder below `themes/`; `default` is built in.
    pub theme: String,
    /// The default language first, the others by tag.
    pub languages: Vec<Language>,
    pub taxonomies: Vec<Taxonomy>,
    /// The site's menu: `@/` links to pages and sections.
    pub menu: Vec<String>,
    /// Who publishes the site.
    pub organisation: Organisation,
    /// Whether Atom feeds are written, and with how many entries.
    pub generate_feeds: bool,
    pub feed_limit: usize,
    /// Whether readers can search the site.
    pub build_search_index: bool,
    pub khmer: Khmer,
    /// Free values for templates.
    pub extra: toml::Table,
}

impl Config {
    pub fn default_language(&self) -> &Language {
        &self.languages[0]
    }
}

/// A way of grouping pages; its terms get pages of their own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taxonomy {
    pub name: String,
    #[serde(default)]
    pub title: Localised,
    /// The names of terms by the identifiers that front matter uses.
    #[serde(default)]
    pub terms: BTreeMap<String, Localised>,
    #[serde(default)]
    pub feed: bool,
    pub paginate_by: Option<usize>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    #[serde(default)]
    pub name: Localised,
    /// A line under the name: who they are.
    #[serde(default)]
    pub description: Localised,
    /// A telephone number, as dialled.
    pub phone: Option<String>,
    pub email: Option<String>,
    /// A notice that stands at the foot of every page and leaflet, such as that a campaign is an example.
    #[serde(default)]
    pub notice: Localised,
}

/// How Khmer text is set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Khmer {
    pub line_breaks: LineBreaks,
    /// The site's own words, names above all, that no dictionary knows.
    pub words: Vec<String>,
    /// A file with more of them, one a line.
    pub words_file: Option<String>,
    /// Whether a DA below the line, which looks like a TA, stays as it was typed in the text of
    /// pages. Names, figures and searches are always folded, so that they are found.
    pub keep_coeng_da: bool,
}

impl Khmer {
    /// What becomes of a DA below the line in the text of pages.
    pub fn coeng_da(&self) -> CoengDa {
        match self.keep_coeng_da {
            true => CoengDa::AsTyped,
            false => CoengDa::AsTa,
        }
    }
}

/// What stands between the words of Khmer text, so that lines can break there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineBreaks {
    /// U+200B ZERO WIDTH SPACE.
    #[default]
    Zwsp,
    /// The element `<wbr>`.
    Wbr,
    /// Nothing: the browser's own dictionary decides.
    None,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    base_url: String,
    #[serde(default)]
    title: Localised,
    #[serde(default)]
    description: Localised,
    #[serde(default = "default_theme")]
    theme: String,
    #[serde(default = "khmer_tag")]
    default_language: String,
    #[serde(default)]
    languages: BTreeMap<String, WrittenLanguage>,
    #[serde(default)]
    taxonomies: Vec<Taxonomy>,
    #[serde(default)]
    menu: Vec<String>,
    #[serde(default)]
    organisation: Organisation,
    #[serde(default = "yes")]
    generate_feeds: bool,
    #[serde(default = "default_feed_limit")]
    feed_limit: usize,
    #[serde(default = "yes")]
    build_search_index: bool,
    #[serde(default)]
    khmer: Khmer,
    #[serde(default)]
    extra: toml::Table,
}

/// `[languages.en]`: that the language exists, and the site's words in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLanguage {
    title: Option<String>,
    description: Option<String>,
    digits: Option<WrittenDigits>,
}

/// The digits of a language by their CLDR names.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenDigits {
    Khmr,
    Latn,
}

fn default_theme() -> String {
    "default".to_owned()
}

fn khmer_tag() -> String {
    "km".to_owned()
}

fn yes() -> bool {
    true
}

fn default_feed_limit() -> usize {
    20
}

/// Reads and checks `sala.toml`; every problem in it is a configuration problem.
pub fn load(files: &Files, report: &mut Report) -> Option<Config> {
    if !files.contains(FILE) {
        report.push(Diagnostic::new(&codes::config::MISSING, Place::file(FILE)));
        return None;
    }
    let text = match files.text(FILE) {
        Ok(text) => text,
        Err(problem) => {
            report.push(problem);
            return None;
        }
    };
    let mut found = Report::new();
    let written = authored::from_toml::<Written>(FILE, &text, 0..text.len(), &mut found);
    let config = written
        .and_then(|written| check(written, &text, &mut found))
        .and_then(|config| with_words_of_file(config, files, &text, &mut found));
    report.extend(found.of_configuration());
    config
}

/// The configuration with the words of its `words_file` among its words: one a line, `#` begins a
/// comment.
fn with_words_of_file(
    mut config: Config,
    files: &Files,
    text: &str,
    report: &mut Report,
) -> Option<Config> {
    let Some(path) = config.khmer.words_file.as_deref() else {
        return Some(config);
    };
    if !files.contains(path) {
        let place = place_of(text, "words_file");
        report.push(Diagnostic::new(&codes::config::WORDS_FILE, place).with("read", path));
        return None;
    }
    match files.text(path) {
        Ok(list) => {
            let words = list.lines().map(str::trim);
            let words = words.filter(|line| !line.is_empty() && !line.starts_with('#'));
            config.khmer.words.extend(words.map(str::to_owned));
            Some(config)
        }
        Err(problem) => {
            report.push(problem);
            None
        }
    }
}

/// Where a word of the configuration stands.
fn place_of(text: &str, word: &str) -> Place {
    match text.find(word) {
        Some(at) => Place::in_text(FILE, text, at..at + word.len()),
        None => Place::file(FILE),
    }
}

/// Whether a site can stand at this address.
fn is_web_address(url: &str) -> bool {
    url.strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .is_some_and(|rest| {
            !rest.is_empty() && !rest.starts_with('/') && !rest.contains([' ', '"', '<', '?', '#'])
        })
}

/// The same configuration for a site that stands at `base_url`.
pub fn standing_at(mut config: Config, base_url: &str, report: &mut Report) -> Option<Config> {
    if !is_web_address(base_url) {
        let problem = Diagnostic::new(&codes::config::BASE_URL, Place::Site).with("read", base_url);
        report.push(problem);
        return None;
    }
    config.base_url = base_url.trim_end_matches('/').to_owned() + "/";
    Some(config)
}

fn check(written: Written, text: &str, report: &mut Report) -> Option<Config> {
    let place_of = |word: &str| place_of(text, word);
    let base_url = written.base_url.trim_end_matches('/').to_owned() + "/";
    if !is_web_address(&written.base_url) {
        report.push(
            Diagnostic::new(&codes::config::BASE_URL, place_of("base_url"))
                .with("read", &written.base_url),
        );
    }
    let mut tags = vec![written.default_language.clone()];
    tags.extend(
        written
            .languages
            .keys()
            .filter(|tag| **tag != written.default_language)
            .cloned(),
    );
    for tag in &tags {
        let plain = tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if tag.is_empty() || !plain {
            report.push(Diagnostic::new(&codes::config::LANGUAGE, place_of(tag)).with("read", tag));
        }
    }
    let name = |value: &str| !value.is_empty() && !value.contains(['/', '\\', '.', ' ']);
    if !name(&written.theme) {
        report.push(
            Diagnostic::new(&codes::config::NAME, place_of(&written.theme))
                .with("read", &written.theme),
        );
    }
    for taxonomy in &written.taxonomies {
        if !name(&taxonomy.name) || !taxonomy.name.is_ascii() {
            report.push(
                Diagnostic::new(&codes::config::NAME, place_of(&taxonomy.name))
                    .with("read", &taxonomy.name),
            );
        }
    }
    if report.has_errors() {
        return None;
    }
    let of = |pick: fn(&WrittenLanguage) -> &Option<String>, base: Localised| {
        merged(base, &written.default_language, &written.languages, pick)
    };
    Some(Config {
        base_url,
        title: of(|language| &language.title, written.title),
        description: of(|language| &language.description, written.description),
        theme: written.theme,
        languages: tags
            .iter()
            .map(|tag| {
                let written = written.languages.get(tag);
                match written.and_then(|language| language.digits) {
                    Some(WrittenDigits::Khmr) => Language::with_digits(tag, Digits::Khmer),
                    Some(WrittenDigits::Latn) => Language::with_digits(tag, Digits::Latin),
                    None => Language::new(tag),
                }
            })
            .collect(),
        taxonomies: written.taxonomies,
        menu: written.menu,
        organisation: written.organisation,
        generate_feeds: written.generate_feeds,
        feed_limit: written.feed_limit,
        build_search_index: written.build_search_index,
        khmer: written.khmer,
        extra: written.extra,
    })
}

/// The base text, with the words of `[languages.xx]` over it.
fn merged(
    base: Localised,
    default_language: &str,
    languages: &BTreeMap<String, WrittenLanguage>,
    pick: fn(&WrittenLanguage) -> &Option<String>,
) -> Localised {
    let mut texts = match base {
        Localised::Empty => BTreeMap::new(),
        Localised::Same(text) => BTreeMap::from([(default_language.to_owned(), text)]),
        Localised::Each(texts) => texts,
    };
    for (tag, language) in languages {
        if let Some(text) = pick(language) {
            texts.insert(tag.clone(), text.clone());
        }
    }
    Localised::Each(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Config>, Vec<String>) {
        let mut report = Report::new();
        let files = Files::in_memory([(FILE, text)]);
        let config = load(&files, &mut report);
        let found = report
            .sorted()
            .iter()
            .map(|found| format!("{} {}", found.code.id, found.place))
            .collect();
        (config, found)
    }

    #[test]
    fn the_default_language_comes_first() {
        let (config, found) = read(
            "base_url = 'https://example.org/a'\ntitle = { km = 'ក', en = 'A' }\n[languages.en]\n",
        );
        assert!(found.is_empty(), "{found:?}");
        let config = config.unwrap();
        let tags: Vec<&str> = config.languages.iter().map(Language::tag).collect();
        assert_eq!(tags, ["km", "en"]);
        assert_eq!(config.base_url, "https://example.org/a/");
        assert_eq!(
            config.title.get(&Language::new("en"), &Language::new("km")),
            "A"
        );
    }

    #[test]
    fn words_come_from_the_list_and_from_the_file() {
        let mut report = Report::new();
        let toml =
            "base_url = 'https://example.org/'\n[khmer]\nwords = ['ក']\nwords_file = 'ws.txt'\n";
        let files = Files::in_memory([(FILE, toml), ("ws.txt", "# names\nខ\n\n គ \n")]);
        let config = load(&files, &mut report).unwrap();
        assert_eq!(config.khmer.words, ["ក", "ខ", "គ"]);
        let (config, found) = read(toml);
        assert!(config.is_none());
        assert_eq!(found, ["E115 sala.toml:4:1"]);
    }

    #[test]
    fn the_digits_of_a_language_are_one_setting() {
        let (config, _) = read(
            "base_url = 'https://example.org/'\n[languages.km]\ndigits = 'latn'\n[languages.en]\n",
        );
        let shown: Vec<String> = config
            .unwrap()
            .languages
            .iter()
            .map(|language| language.number_style().integer(1234))
            .collect();
        assert_eq!(shown, ["1,234", "1,234"]);
        assert_eq!(Language::new("km").number_style().integer(1234), "១.២៣៤");
    }

    #[test]
    fn an_address_without_a_scheme_is_refused() {
        let (config, found) = read("base_url = 'example.org'\n");
        assert!(config.is_none());
        assert_eq!(found, ["E112 sala.toml:1:1"]);
    }
}
