//! `sala.toml` → [`Config`], complete and checked.
//!
//! Keys have Zola's names where they mean the same. Text that readers see is [`Localised`].

mod colour;
mod fields;
mod language;
mod languages;

pub use colour::Colour;
pub use fields::SCHEMA;
pub use language::Language;

use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::files::Files;
use crate::khmer::{self, CoengDa};
use crate::schema::{Entry, Record, Spot, Value, Written, choice};
use crate::scheme;
use language::DigitsName;
use std::collections::BTreeMap;

/// The configuration's file, at the root of a site.
pub const FILE: &str = "sala.toml";

/// How many kilobytes a picture may weigh unless the configuration says otherwise: a photo of 1,600
/// pixels at a good quality.
const PICTURE_LIMIT: usize = 500;

/// A key of the author's own with its text.
pub(crate) fn text_of(entry: &Entry<'_>) -> Option<(String, String)> {
    Some((entry.key.to_string(), entry.item.value.text()?.to_owned()))
}

/// The language of a country whose code stands where a language's should.
pub fn language_of_country(code: &str) -> Option<&'static str> {
    languages::of_country(code)
}

/// Text in one or more languages: `"…"` for all of them, or `{ km = "…", en = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Localised {
    #[default]
    Empty,
    Same(String),
    Each(BTreeMap<String, String>),
}

impl Localised {
    /// What stands under `key`, which holds text, or text in each language.
    pub(crate) fn read(record: &Record<'_>, key: &str) -> Localised {
        record.value(key).map_or(Localised::Empty, Localised::of)
    }

    /// What stands under each key of the author's own under `key`, each a text or texts in languages.
    pub(crate) fn read_each(record: &Record<'_>, key: &str) -> BTreeMap<String, Localised> {
        let entries = record.entries(key).iter();
        let texts = entries.map(|entry| (entry.key.to_string(), Localised::of(&entry.item.value)));
        texts.collect()
    }

    /// A text, or texts in languages.
    pub(crate) fn of(value: &Value<'_>) -> Localised {
        match value {
            Value::Text(text) => Localised::Same(text.clone().into_owned()),
            Value::Map(texts) => Localised::Each(texts.iter().filter_map(text_of).collect()),
            _ => Localised::Empty,
        }
    }

    /// The same texts in their normal spelling.
    pub(crate) fn spelt(self, coeng_da: CoengDa) -> Localised {
        let spelt = |text: String| khmer::normalise_with(&text, coeng_da).into_owned();
        match self {
            Localised::Empty => Localised::Empty,
            Localised::Same(text) => Localised::Same(spelt(text)),
            Localised::Each(texts) => {
                let texts = texts.into_iter();
                Localised::Each(texts.map(|(tag, text)| (tag, spelt(text))).collect())
            }
        }
    }

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

    /// The texts of all languages, in the order of their tags.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (same, each) = match self {
            Localised::Empty => (None, None),
            Localised::Same(text) => (Some(text), None),
            Localised::Each(texts) => (None, Some(texts.values())),
        };
        let texts = same.into_iter().chain(each.into_iter().flatten());
        texts.map(String::as_str)
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
    /// What stands below the site's mark on a phone.
    pub short_title: Localised,
    pub description: Localised,
    /// What readers of leaflets type to come to the site, by the tags of languages.
    pub short_addresses: BTreeMap<String, Written<String>>,
    /// The theme's folder below `themes/`; `default` is built in.
    pub theme: Written<String>,
    /// The default language first, the others by tag.
    pub languages: Vec<Language>,
    pub taxonomies: Vec<Taxonomy>,
    /// The site's menu: `@/` links to pages and sections.
    pub menu: Vec<Written<String>>,
    /// Who publishes the site.
    pub organisation: Organisation,
    /// The colour of the site; the theme has one of its own.
    pub colour: Option<Colour>,
    pub fonts: Fonts,
    /// Whether Atom feeds are written, and with how many entries.
    pub generate_feeds: bool,
    pub feed_limit: usize,
    /// Whether readers can search the site.
    pub build_search_index: bool,
    /// Whether a page lists the tables that readers can take away.
    pub build_catalogue: bool,
    /// Whether texts have compressed siblings.
    pub precompress: bool,
    /// How many bytes of each kind of page a reader may have to wait for, by the names of the kinds.
    pub weight: BTreeMap<&'static str, u64>,
    /// Whether phones keep pages that were read.
    pub offline: bool,
    /// The types of places that get pages of rows; nothing for every type.
    pub place_pages: Option<Vec<Written<String>>>,
    /// How many kilobytes a picture may weigh before its author is told; 0 for any.
    pub picture_limit: usize,
    pub cards: Cards,
    pub khmer: Khmer,
    /// Numbers, addresses and files of which all may be known, as written.
    pub public: Vec<Written<String>>,
    /// Free values for templates.
    pub extra: toml::Table,
}

impl Config {
    pub fn default_language(&self) -> &Language {
        &self.languages[0]
    }

    /// What readers of leaflets in a language type to come to the site.
    pub fn short_address(&self, language: &Language) -> Option<&Written<String>> {
        let own = self.short_addresses.get(language.tag());
        own.or_else(|| self.short_addresses.get(self.default_language().tag()))
    }
}

/// A way of grouping pages; its terms get pages of their own.
#[derive(Debug, Clone)]
pub struct Taxonomy {
    pub name: String,
    /// Where its name is written.
    pub spot: Spot,
    pub title: Localised,
    /// The names of terms by the identifiers that front matter uses.
    pub terms: BTreeMap<String, Localised>,
    pub feed: bool,
    pub paginate_by: Option<usize>,
}

#[derive(Debug, Clone, Default)]
pub struct Organisation {
    pub name: Localised,
    /// A line under the name: who they are.
    pub description: Localised,
    /// A telephone number, as dialled.
    pub phone: Option<String>,
    pub email: Option<String>,
    /// A notice that stands at the foot of every page and leaflet, such as that a campaign is an example.
    pub notice: Localised,
}

/// The fonts that readers load, each by the name of its family or the path of its file; nothing for those
/// of the phone.
#[derive(Debug, Clone, Default)]
pub struct Fonts {
    pub text: Option<Written<String>>,
    pub headings: Option<Written<String>>,
    pub headings_for: HeadingsFor,
}

choice! {
    /// Which headings a font of headings is for. The fewer, the fewer letters it has to have.
    #[derive(Default)]
    pub enum HeadingsFor {
        #[default]
        All = "all",
        /// Those of pages, and the name of the site over each.
        Titles = "titles",
        /// The name of the site over each page.
        Name = "name",
    }
}

/// The pictures that pages are shared with.
#[derive(Debug, Clone, Default)]
pub struct Cards {
    pub make: MakeCards,
    /// The picture of pages without one of their own, below `static/`.
    pub picture: Option<Written<String>>,
}

choice! {
    /// Which pages get a card of their own.
    #[derive(Default)]
    pub enum MakeCards {
        #[default]
        None = "none",
        /// Those that somebody wrote.
        Pages = "pages",
        /// Those of rows of tables too.
        All = "all",
    }
}

/// How Khmer text is set.
#[derive(Debug, Clone, Default)]
pub struct Khmer {
    pub line_breaks: LineBreaks,
    /// The site's own words, names above all, that no dictionary knows.
    pub words: Vec<String>,
    /// The file that more of them came from.
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

choice! {
    /// What stands between the words of Khmer text, so that lines can break there.
    #[derive(Default)]
    pub enum LineBreaks {
        /// U+200B ZERO WIDTH SPACE.
        #[default]
        Zwsp = "zwsp",
        /// The element `<wbr>`.
        Wbr = "wbr",
        /// Nothing: the browser's own dictionary decides.
        None = "none",
    }
}

/// Reads and checks `sala.toml`; every problem in it is a configuration problem.
pub fn load(files: &Files, report: &mut Report) -> Option<Config> {
    if !files.contains(FILE) {
        report.push(diagnostic!(codes::config::MISSING, Place::file(FILE)));
        return None;
    }
    let text = match files.written(FILE) {
        Ok(text) => text,
        Err(problem) => {
            report.push(problem);
            return None;
        }
    };
    let mut found = Report::new();
    let config = read(&text, files, &mut found);
    report.extend(found.of_configuration());
    config
}

fn read(text: &str, files: &Files, report: &mut Report) -> Option<Config> {
    let mut written = SCHEMA.read(FILE, text, 0..text.len(), report);
    let extra = written.record.take_free("extra");
    check(&written.record, report);
    if !written.whole || report.has_errors() {
        return None;
    }
    let config = config(&written.record, extra)?;
    let khmer = written.record.table("khmer");
    match khmer.filter(|khmer| khmer.text("words_file").is_some()) {
        Some(khmer) => with_words_of_file(config, files, khmer, report),
        None => Some(config),
    }
}

/// The configuration with the words of its `words_file` among its words: one a line, `#` begins a
/// comment.
fn with_words_of_file(
    mut config: Config,
    files: &Files,
    khmer: &Record<'_>,
    report: &mut Report,
) -> Option<Config> {
    let path = khmer.text("words_file")?;
    if !files.contains(path) {
        let place = khmer.place_of("words_file");
        report.push(diagnostic!(codes::config::WORDS_FILE, place, read = path));
        return None;
    }
    match files.written(path) {
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

/// Whether a site can stand at this address.
fn is_web_address(url: &str) -> bool {
    scheme::is_web_address(url) && !url.contains(never_in_an_address)
}

/// What an address cannot hold (RFC 3986), and what begins a query or a fragment, to which no path can
/// be added. Letters of every script may stand in it, as people write them.
fn never_in_an_address(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || matches!(
            character,
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '?' | '#'
        )
}

/// The same configuration for a site that stands at `base_url`.
pub fn standing_at(mut config: Config, base_url: &str, report: &mut Report) -> Option<Config> {
    if !is_web_address(base_url) {
        let problem = diagnostic!(codes::config::BASE_URL, Place::Site, read = base_url);
        report.push(problem);
        return None;
    }
    config.base_url = base_url.trim_end_matches('/').to_owned() + "/";
    Some(config)
}

/// What can be wrong with the values, each by itself.
fn check(written: &Record<'_>, report: &mut Report) {
    if let Some(url) = written.text("base_url").filter(|url| !is_web_address(url)) {
        let place = written.place_of("base_url");
        report.push(diagnostic!(codes::config::BASE_URL, place, read = url));
    }
    let mut check_tag = |tag: &str, place: Place| {
        if let Err(meant) = languages::check(tag) {
            let problem = diagnostic!(codes::config::LANGUAGE, place, read = tag);
            report.push(match meant {
                Some(meant) => problem.which_means(meant),
                None => problem,
            });
        }
    };
    if let Some(tag) = written.text("default_language") {
        check_tag(tag, written.place_of("default_language"));
    }
    for language in written.entries("languages") {
        check_tag(&language.key, written.place(language.key_at));
    }
    if let Some(brand) = written.table("brand")
        && let Some(colour) = brand.text("colour")
        && Colour::read(colour).is_none()
    {
        let place = brand.place_of("colour");
        report.push(diagnostic!(codes::config::COLOUR, place, read = colour));
    }
    let is_name = |value: &str| !value.is_empty() && !value.contains(['/', '\\', '.', ' ']);
    let mut refuse = |name: &str, place: Place| {
        report.push(diagnostic!(codes::config::NAME, place, read = name));
    };
    if let Some(theme) = written.text("theme").filter(|theme| !is_name(theme)) {
        refuse(theme, written.place_of("theme"));
    }
    for taxonomy in written.tables("taxonomies") {
        if let Some(name) = taxonomy.text("name")
            && !(is_name(name) && name.is_ascii())
        {
            refuse(name, taxonomy.place_of("name"));
        }
    }
}

/// The configuration of a record in which everything is right.
fn config(written: &Record<'_>, extra: toml::Table) -> Option<Config> {
    let khmer = written.table("khmer").map(khmer_of).unwrap_or_default();
    let coeng_da = khmer.coeng_da();
    let default_language = written.string("default_language");
    let default_language = default_language.unwrap_or_else(|| "km".to_owned());
    let languages: BTreeMap<&str, &Record<'_>> = written
        .entries("languages")
        .iter()
        .filter_map(|entry| Some((entry.key.as_ref(), entry.item.value.table()?)))
        .collect();
    let others = languages.keys().filter(|tag| **tag != default_language);
    let tags: Vec<&str> = std::iter::once(default_language.as_str())
        .chain(others.copied())
        .collect();
    let in_each_language = |key: &str| {
        let base = Localised::read(written, key);
        merged(base, &default_language, &languages, key).spelt(coeng_da)
    };
    let brand = written.table("brand");
    let colour = brand.and_then(|brand| brand.text("colour"));
    let organisation = written.table("organisation");
    let organisation = organisation.map(|written| organisation_of(written, coeng_da));
    Some(Config {
        base_url: written.text("base_url")?.trim_end_matches('/').to_owned() + "/",
        title: in_each_language("title"),
        short_title: in_each_language("short_title"),
        description: in_each_language("description"),
        short_addresses: short_addresses(written, &default_language, &languages),
        theme: written.written("theme").unwrap_or_else(|| Written {
            value: "default".to_owned(),
            spot: Spot::default(),
        }),
        languages: tags
            .iter()
            .map(|tag| {
                let written = languages.get(tag);
                match written.and_then(|one| one.choice("digits", DigitsName::named)) {
                    Some(name) => Language::with_digits(tag, name.digits()),
                    None => Language::new(tag),
                }
            })
            .collect(),
        taxonomies: written
            .tables("taxonomies")
            .map(|written| taxonomy(written, coeng_da))
            .collect::<Option<Vec<Taxonomy>>>()?,
        menu: written.written_list("menu"),
        organisation: organisation.unwrap_or_default(),
        colour: colour.and_then(Colour::read),
        fonts: written.table("fonts").map(fonts_of).unwrap_or_default(),
        generate_feeds: written.truth("generate_feeds").unwrap_or(true),
        feed_limit: written.whole("feed_limit").unwrap_or(20),
        build_search_index: written.truth("build_search_index").unwrap_or(true),
        build_catalogue: written.truth("build_catalogue").unwrap_or(true),
        precompress: written.truth("precompress").unwrap_or(false),
        weight: weight_of(written.table("weight")),
        offline: written.truth("offline").unwrap_or(true),
        place_pages: written
            .entry("place_pages")
            .map(|_| written.written_list("place_pages")),
        picture_limit: written.whole("picture_limit").unwrap_or(PICTURE_LIMIT),
        cards: written.table("cards").map(cards_of).unwrap_or_default(),
        khmer,
        public: written
            .table("privacy")
            .map(|privacy| privacy.written_list("public"))
            .unwrap_or_default(),
        extra,
    })
}

/// What stands under `short_address`, of all languages or of each.
fn short_addresses(
    written: &Record<'_>,
    default_language: &str,
    languages: &BTreeMap<&str, &Record<'_>>,
) -> BTreeMap<String, Written<String>> {
    const KEY: &str = "short_address";
    let one = written.written(KEY);
    let one = one.map(|own| (default_language.to_owned(), own));
    let each = written.entries(KEY).iter().filter_map(|entry| {
        let own = written.written_item(&entry.item)?;
        Some((entry.key.to_string(), own))
    });
    let of_languages = languages.iter();
    let of_languages =
        of_languages.filter_map(|(tag, own)| Some(((*tag).to_owned(), own.written(KEY)?)));
    one.into_iter().chain(each).chain(of_languages).collect()
}

fn fonts_of(written: &Record<'_>) -> Fonts {
    Fonts {
        text: written.written("text"),
        headings: written.written("headings"),
        headings_for: written
            .choice("headings_for", HeadingsFor::named)
            .unwrap_or_default(),
    }
}

fn weight_of(written: Option<&Record<'_>>) -> BTreeMap<&'static str, u64> {
    let kinds = fields::KINDS.into_iter().chain(fields::FONTS);
    let most = kinds.filter_map(|kind| Some((kind, written?.whole(kind)?)));
    most.collect()
}

fn taxonomy(written: &Record<'_>, coeng_da: CoengDa) -> Option<Taxonomy> {
    let name = written.written("name")?;
    let terms = written.entries("terms").iter();
    Some(Taxonomy {
        name: name.value,
        spot: name.spot,
        title: Localised::read(written, "title").spelt(coeng_da),
        terms: terms
            .map(|entry| {
                let name = Localised::of(&entry.item.value).spelt(coeng_da);
                (entry.key.to_string(), name)
            })
            .collect(),
        feed: written.truth("feed").unwrap_or(false),
        paginate_by: written.whole("paginate_by"),
    })
}

fn organisation_of(written: &Record<'_>, coeng_da: CoengDa) -> Organisation {
    let text = |key: &str| Localised::read(written, key).spelt(coeng_da);
    Organisation {
        name: text("name"),
        description: text("description"),
        phone: written.string("phone"),
        email: written.string("email"),
        notice: text("notice"),
    }
}

fn cards_of(written: &Record<'_>) -> Cards {
    Cards {
        make: written.choice("make", MakeCards::named).unwrap_or_default(),
        picture: written.written("picture"),
    }
}

fn khmer_of(written: &Record<'_>) -> Khmer {
    Khmer {
        line_breaks: written
            .choice("line_breaks", LineBreaks::named)
            .unwrap_or_default(),
        words: written.strings("words"),
        words_file: written.string("words_file"),
        keep_coeng_da: written.truth("keep_coeng_da").unwrap_or(false),
    }
}

/// The base text, with the words of `[languages.xx]` over it.
fn merged(
    base: Localised,
    default_language: &str,
    languages: &BTreeMap<&str, &Record<'_>>,
    key: &str,
) -> Localised {
    // What is written once and nowhere otherwise is meant for all.
    let is_said = |language: &&Record<'_>| language.string(key).is_some();
    if matches!(base, Localised::Same(_)) && !languages.values().any(is_said) {
        return base;
    }
    let mut texts = match base {
        Localised::Empty => BTreeMap::new(),
        Localised::Same(text) => BTreeMap::from([(default_language.to_owned(), text)]),
        Localised::Each(texts) => texts,
    };
    for (tag, language) in languages {
        if let Some(text) = language.string(key) {
            texts.insert((*tag).to_owned(), text);
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
    fn the_texts_of_a_site_are_spelt_as_its_pages_are() {
        let toml = "base_url = 'https://example.org/'\ntitle = 'ស្រី្ត កណ្ដាល'\n\
                    [[taxonomies]]\nname = 'a'\ntitle = 'ម្ដង'\n[taxonomies.terms]\nb = 'លេាក'\n\
                    [organisation]\nnotice = { km = 'ខែ្មរ ប្ដូរ' }\n";
        let keep = format!("{toml}[khmer]\nkeep_coeng_da = true\n");
        let km = Language::new("km");
        for (toml, expected) in [
            (toml, ["ស្ត្រី កណ្តាល", "ម្តង", "លោក", "ខ្មែរ ប្តូរ"]),
            (&keep, ["ស្ត្រី កណ្ដាល", "ម្ដង", "លោក", "ខ្មែរ ប្ដូរ"]),
        ] {
            let config = read(toml).0.unwrap();
            let topics = &config.taxonomies[0];
            let texts = [
                &config.title,
                &topics.title,
                &topics.terms["b"],
                &config.organisation.notice,
            ];
            assert_eq!(texts.map(|text| text.get(&km, &km)), expected);
        }
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
        assert_eq!(found, ["E115 sala.toml:4:14"]);
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
        assert_eq!(
            Language::new("km").number_style().integer(1234),
            "១\u{A0}២៣៤"
        );
    }

    #[test]
    fn an_address_without_a_scheme_is_refused() {
        for wrong in [
            "https://example.org/\\u001b",
            "https://a b/",
            "https://a\\nb/",
            "https://a/`",
        ] {
            let (config, found) = read(&format!("base_url = \"{wrong}\"\n"));
            assert!(config.is_none() && found.len() == 1, "{wrong}");
        }
        let (config, found) = read("base_url = 'example.org'\n");
        assert!(config.is_none());
        assert_eq!(found, ["E112 sala.toml:1:12"]);
    }
}
