//! `themes/<name>/` over the built-in theme → [`Theme`]: templates, styles, words, leaflet formats.
//!
//! A site's own `templates/` and `static/` lie over its theme's. It reads and checks what can be
//! checked without pages; templates are compiled by the web, leaflet formats by the leaflet.

mod brand;
pub mod dates;
mod tiles;
pub mod words;

pub use brand::Brand;
#[cfg(test)]
pub(crate) use tiles::SCHEMA as TILES;
pub use tiles::Tiles;

use crate::config::{Config, Language, text_of};
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic, list};
use crate::files::Files;
use crate::khmer::normalise_with;
use crate::schema::{Holds, Schema, field};
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::collections::BTreeMap;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The name of the theme that is built into the program.
pub const BUILT_IN_NAME: &str = "default";

/// The language whose words stand in the place of those that another lacks.
const ENGLISH: &str = "en";

/// Where a message says that a file of the built-in theme stands. A campaign has no such folder.
pub const BUILT_IN_FOLDER: &str = "built-in/";

/// The words of the interface in one language, by key.
pub type Strings = BTreeMap<String, String>;

/// A theme, complete: every file it consists of, and what was read from them.
#[derive(Debug, Clone)]
pub struct Theme {
    /// The whole tree: `templates/…`, `kinds/…`, `css/…`, `leaflet/…`, `fonts/…`, `static/…`.
    pub files: Files,
    /// Tera templates by name (`page.html`, `components/note.html`, `kinds/event/page.html`).
    pub templates: BTreeMap<String, String>,
    /// The critical style sheet that stands in every page, in the site's colours.
    pub css: String,
    pub brand: Brand,
    /// Where places lie on maps of tiles, by the names of the maps.
    pub maps: BTreeMap<String, Tiles>,
    /// What stands behind a page while it is loaded.
    pub background: String,
    strings: BTreeMap<Language, Strings>,
}
impl Theme {
    /// The words of the interface in `language`; English ones where the theme does not speak it.
    pub fn strings(&self, language: &Language) -> &Strings {
        &self.strings[language]
    }

    /// Where the template of this name stands.
    pub fn stands_at(&self, template: &str) -> String {
        let path = match template.starts_with(KINDS) {
            true => template.to_owned(),
            false => format!("{TEMPLATES}{template}"),
        };
        self.files.stands_at(&path).to_owned()
    }

    /// One of those that are there in every language.
    pub fn word(&self, language: &Language, word: &words::Word) -> &str {
        self.strings(language)
            .get(word.key)
            .map_or("", String::as_str)
    }
}

/// What the words of the interface, `strings/en.toml`, may say; the keys are the theme's.
pub static STRINGS: Schema = Schema::open(
    "The words of the interface, `strings/….toml`",
    "ពាក្យនៃផ្ទាំងបង្ហាញ `strings/….toml`",
    Holds::Text,
);

/// What `theme.toml` may say.
pub static SCHEMA: Schema = Schema::of(
    "A theme, `theme.toml`",
    "រូបរាង (theme) `theme.toml`",
    &[
        field("name", Holds::Text, "its name", "ឈ្មោះរបស់វា"),
        field(
            "description",
            Holds::Text,
            "what it looks like, in one sentence",
            "រូបរាងរបស់វា ក្នុងមួយប្រយោគ",
        ),
        field(
            "background_color",
            Holds::Text,
            "the colour that a phone shows before the site stands",
            "ពណ៌ដែលទូរសព្ទបង្ហាញ មុនពេលគេហទំព័រលេចឡើង",
        ),
    ],
);

/// Where templates stand.
const TEMPLATES: &str = "templates/";

/// Where the words of the interface stand, a file for each language.
const STRINGS_FOLDER: &str = "strings/";

/// Where kinds of pages stand, each in a folder with its templates.
const KINDS: &str = "kinds/";

/// The file that describes a theme.
const FILE: &str = "theme.toml";

/// The folders of a site that may hold parts of its theme.
const SITE_FOLDERS: [&str; 5] = [TEMPLATES, "static/", KINDS, STRINGS_FOLDER, "fonts/"];

/// Puts the configured theme together; every problem in it is a configuration problem.
pub fn load(files: &Files, config: &Config, report: &mut Report) -> Option<Theme> {
    let mut found = Report::new();
    let theme = assemble(files, config, &mut found);
    report.extend(found.of_configuration());
    theme
}

fn assemble(files: &Files, config: &Config, report: &mut Report) -> Option<Theme> {
    let folder = format!("themes/{}/", config.theme);
    if config.theme.value != BUILT_IN_NAME && files.under(&folder).next().is_none() {
        let mut known: Vec<&str> = files
            .under("themes/")
            .filter_map(|path| path["themes/".len()..].split('/').next())
            .collect();
        known.push(BUILT_IN_NAME);
        known.sort_unstable();
        known.dedup();
        let known = Candidates::of(known);
        report.push(
            diagnostic!(
                codes::theme::MISSING,
                config.theme.place(crate::config::FILE),
                name = &config.theme,
                known = known.list()
            )
            .did_you_mean(&config.theme, &known),
        );
        return None;
    }
    let mut tree = built_in().overlaid(files.subtree(&folder));
    for own in SITE_FOLDERS {
        tree = tree.overlaid(files.subtree_kept(own));
    }
    tell_unused_words(files, config, report);
    let read = |path: &str, report: &mut Report| match tree.written(path) {
        Ok(text) => text,
        Err(problem) => {
            report.push(problem);
            String::new()
        }
    };
    let of_kinds = tree.under(KINDS).filter(|path| path.ends_with(".html"));
    let own = tree.under(TEMPLATES).chain(of_kinds);
    let templates = own.map(|path| {
        let name = path.strip_prefix(TEMPLATES).unwrap_or(path).to_owned();
        (name, read(path, report))
    });
    let templates = templates.collect();
    let brand = config.colour.map_or_else(Brand::default, Brand::of);
    let css = read("css/site.css", report);
    let css = brand::coloured(&css, &brand, tree.stands_at("css/site.css"), report);
    let maps = tiles::load(&tree, report);
    let mut background = String::new();
    if tree.contains(FILE) {
        let text = read(FILE, report);
        let written = SCHEMA.read(tree.stands_at(FILE), &text, 0..text.len(), report);
        background = written
            .record
            .string("background_color")
            .unwrap_or_default();
    }
    let mut strings = BTreeMap::new();
    let english = Language::new(ENGLISH);
    let mut files = BTreeMap::new();
    for language in config.languages.iter().chain([&english]) {
        if !files.contains_key(language.tag()) {
            let own = words_in(&tree, &folder, language.tag(), report)?;
            files.insert(language.tag(), own);
        }
    }
    for language in &config.languages {
        let mut words = files[ENGLISH].clone();
        words.extend(files[language.tag()].clone());
        for word in words.values_mut() {
            if let Cow::Owned(normal) = normalise_with(word, config.khmer.coeng_da()) {
                *word = normal;
            }
        }
        strings.insert(language.clone(), words);
    }
    if report.has_errors() {
        return None;
    }
    Some(Theme {
        templates,
        css,
        brand,
        maps,
        background,
        strings,
        files: tree,
    })
}

/// Tells of files in the campaign's own folder of words that nothing reads.
fn tell_unused_words(files: &Files, config: &Config, report: &mut Report) {
    let mut tags: Vec<&str> = config.languages.iter().map(Language::tag).collect();
    // Its words stand in for those that another language lacks.
    tags.push(ENGLISH);
    for path in files.under(STRINGS_FOLDER) {
        let tag = path[STRINGS_FOLDER.len()..].strip_suffix(".toml");
        if tag.is_some_and(|tag| tags.contains(&tag)) {
            continue;
        }
        let name = tag.unwrap_or(&path[STRINGS_FOLDER.len()..]);
        let known = Candidates::of(config.languages.iter().map(Language::tag));
        report.push(
            diagnostic!(
                codes::theme::UNUSED_STRINGS,
                Place::file(path),
                name = name,
                known = known.list()
            )
            .did_you_mean(name, &known),
        );
    }
}

/// The words in the theme's file of a language, over those of the built-in theme. `folder` is where the
/// theme has its own.
fn words_in(tree: &Files, folder: &str, tag: &str, report: &mut Report) -> Option<Strings> {
    let path = format!("{STRINGS_FOLDER}{tag}.toml");
    if !tree.contains(&path) {
        // The built-in theme has no folder; a campaign's own lies over that of any theme.
        let folder = match folder == format!("themes/{BUILT_IN_NAME}/") {
            true => "",
            false => folder,
        };
        report.push(diagnostic!(
            codes::theme::NO_STRINGS,
            Place::file(format!("{folder}{path}")),
            language = tag
        ));
        return Some(built_in_words(tag));
    }
    let text = tree.text(&path);
    let text = text.map_err(|problem| report.push(problem)).ok()?;
    let path = tree.stands_at(&path);
    let read = STRINGS.read(path, &text, 0..text.len(), report);
    for entry in read.record.others() {
        let blanks = words::blanks_of(&entry.key);
        let wrong = |text: &&str| !words::holds(text, blanks);
        if !blanks.is_empty() && entry.item.value.text().as_ref().is_some_and(wrong) {
            report.push(diagnostic!(
                codes::theme::BLANKS,
                read.record.place(entry.item.at),
                key = &entry.key,
                wanted = list(blanks.iter().map(|blank| format!("{{{blank}}}")))
            ));
        }
    }
    let mut all = built_in_words(tag);
    all.extend(read.record.others().iter().filter_map(text_of));
    let missing = words::missing(&all, &Language::new(tag));
    if read.whole && !missing.is_empty() {
        report.push(diagnostic!(
            codes::theme::LACKS_STRINGS,
            Place::file(path),
            language = tag,
            keys = list(missing)
        ));
    }
    read.whole.then_some(all)
}

/// The words of the built-in theme in a language; none if it does not speak it.
pub fn built_in_words(tag: &str) -> Strings {
    let text = BUILT_IN.get_file(format!("strings/{tag}.toml"));
    let text = text.and_then(|file| file.contents_utf8());
    let words = text.and_then(|text| strings(BUILT_IN_FOLDER, text, &mut Report::new()));
    words.unwrap_or_default()
}

/// The words in the file that stands at `path`.
pub fn strings(path: &str, text: &str, report: &mut Report) -> Option<Strings> {
    let read = STRINGS.read(path, text, 0..text.len(), report);
    let words = read.record.others().iter().filter_map(text_of).collect();
    read.whole.then_some(words)
}

/// Letters for whoever needs some and cares not which: a font of the built-in theme.
#[cfg(feature = "leaflets")]
pub fn some_font() -> &'static [u8] {
    let fonts = BUILT_IN.get_dir("fonts").into_iter();
    let mut fonts = fonts.flat_map(|folder| folder.files());
    let font = fonts.find(|file| file.path().extension().is_some_and(|own| own == "ttf"));
    font.map_or(&[], |file| file.contents())
}

/// The files of the theme that is built into the program.
pub fn built_in_files() -> Vec<(String, &'static [u8])> {
    fn collect(folder: &'static Dir<'_>, files: &mut Vec<(String, &'static [u8])>) {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.push((path, file.contents()));
        }
        for inner in folder.dirs() {
            collect(inner, files);
        }
    }
    let mut files = Vec::new();
    collect(&BUILT_IN, &mut files);
    files
}

/// The theme that is built into the program.
fn built_in() -> Files {
    let files = built_in_files().into_iter();
    let files = files.map(|(path, bytes)| (format!("{BUILT_IN_FOLDER}{path}"), bytes.to_vec()));
    Files::in_memory(files.collect::<Vec<_>>()).subtree(BUILT_IN_FOLDER)
}
