//! All that a campaign's files say → the words that its pages may show, and those of its headings, of its
//! titles and of its name.
//!
//! A page is made of texts, tables, words of the interface and what the program says of figures and days,
//! so those are read as they stand, and no page is made. That finds a few words more than pages show, such as
//! the words of comments, and none less.

use crate::config::{Config, Localised};
use crate::files::Files;
use crate::khmer::date::{DateLength, format};
use crate::khmer::number::Digits;
use crate::khmer::{self, Segmenter};
use crate::theme::{Strings, Theme};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The words of a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    pub text: BTreeSet<String>,
    /// Those that may stand in titles and headings.
    pub headings: BTreeSet<String>,
    /// Those that may stand in titles of pages, and in the name of the site.
    pub titles: BTreeSet<String>,
    /// Those of the name of the site.
    pub name: BTreeSet<String>,
}

/// Where texts of a campaign stand.
const FOLDERS: [&str; 5] = ["content/", "data/", "kinds/", "strings/", "templates/"];

/// How the names of those end that are texts.
const TEXTS: [&str; 8] = ["csv", "html", "json", "md", "toml", "tsv", "txt", "yaml"];

/// Tables that are read otherwise, in which any letter may stand.
const WORKBOOKS: [&str; 3] = ["ods", "xls", "xlsx"];

impl Letters {
    /// The words of a campaign in the theme that it has.
    pub fn of(files: &Files, config: &Config, theme: &Theme, segmenter: &Segmenter) -> Letters {
        let mut all = Letters::default();
        let mut reader = Reader {
            segmenter,
            all: &mut all,
        };
        let mut has_workbook = false;
        let mut has_rows = false;
        let mut has_calls = false;
        for path in FOLDERS.iter().flat_map(|folder| files.under(folder)) {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            has_workbook |= WORKBOOKS.contains(&ending);
            has_rows |= path.contains("/_each.");
            if TEXTS.contains(&ending)
                && let Ok(text) = files.text(path)
            {
                reader.text(&text);
                if ending == "md" {
                    for heading in headings(&text) {
                        has_calls |= heading.line.contains("{{");
                        reader.heading(heading.line);
                        if heading.is_title {
                            reader.title(heading.line);
                        }
                    }
                }
            }
        }
        if let Ok(text) = files.text(crate::config::FILE) {
            reader.text(&text);
        }
        let titles = [
            &config.title,
            &config.short_title,
            &config.organisation.name,
        ];
        titles.iter().for_each(|title| reader.titles(title));
        let name = &mut reader.all.name;
        let names = config.title.texts();
        names.for_each(|text| words(segmenter, text, name));
        for taxonomy in &config.taxonomies {
            reader.titles(&taxonomy.title);
            taxonomy.terms.values().for_each(|term| reader.titles(term));
        }
        let heads: BTreeSet<String> = theme
            .templates
            .values()
            .flat_map(|text| named_in_headings(text, &['1', '2', '3']))
            .collect();
        let heads_of_pages: BTreeSet<String> = theme
            .templates
            .values()
            .flat_map(|text| named_in_headings(text, &['1']))
            .collect();
        for language in &config.languages {
            let strings = theme.strings(language);
            strings.values().for_each(|word| reader.text(word));
            worded(strings, &heads).for_each(|word| reader.heading(word));
            worded(strings, &heads_of_pages).for_each(|word| reader.title(word));
        }
        let kinds = theme.files.under("kinds/");
        for path in kinds.filter(|path| path.ends_with(".toml")) {
            if let Ok(text) = theme.files.text(path) {
                reader.text(&text);
                let names = text.lines().filter(|line| line.starts_with("plural"));
                names.for_each(|line| {
                    reader.heading(line);
                    reader.title(line);
                });
            }
        }
        theme.templates.values().for_each(|text| reader.text(text));
        reader.said_by_the_program();
        // Rows of a table become pages with titles of their own.
        if has_rows {
            for path in files.under("data/") {
                if let Ok(text) = files.text(path) {
                    reader.heading(&text);
                    reader.title(&text);
                }
            }
        }
        // What a component makes of a heading, nobody knows before it is made.
        if has_workbook || has_calls {
            reader.alphabet(has_rows || has_calls);
        }
        all
    }
}

struct Reader<'run> {
    segmenter: &'run Segmenter,
    all: &'run mut Letters,
}

impl Reader<'_> {
    fn text(&mut self, text: &str) {
        words(self.segmenter, text, &mut self.all.text);
    }

    fn heading(&mut self, text: &str) {
        self.text(text);
        words(self.segmenter, text, &mut self.all.headings);
    }

    fn title(&mut self, text: &str) {
        words(self.segmenter, text, &mut self.all.titles);
    }

    fn titles(&mut self, titles: &Localised) {
        titles.texts().for_each(|title| {
            self.heading(title);
            self.title(title);
        });
    }

    /// Days, numbers, and the signs that stand beside them.
    fn said_by_the_program(&mut self) {
        for month in 1..=12 {
            let day = Date::constant(2026, month, month);
            let written = format(day, DateLength::Full, khmer::Language::Khmer, Digits::Khmer);
            self.text(&written);
        }
        for sign in ["០១២៣៤៥៦៧៨៩", "។", "៕", "៖", "ៗ", "៛", "ព.ស.", "0123456789"]
        {
            self.heading(sign);
            self.title(sign);
        }
    }

    /// Every letter that Khmer is written with today.
    fn alphabet(&mut self, in_headings: bool) {
        let letters = ('\u{1780}'..='\u{17DD}').filter(|letter| {
            !matches!(
                letter,
                '\u{17A3}' | '\u{17A4}' | '\u{17B4}' | '\u{17B5}' | '\u{17D8}'..='\u{17DA}'
            )
        });
        for letter in letters {
            self.all.text.insert(letter.to_string());
            if in_headings {
                self.all.headings.insert(letter.to_string());
                self.all.titles.insert(letter.to_string());
            }
        }
    }
}

/// Adds the words of a text in the spelling that pages have.
fn words(segmenter: &Segmenter, text: &str, found: &mut BTreeSet<String>) {
    let text = khmer::normalise(text);
    for word in segmenter.segment(&text) {
        if !found.contains(word) {
            found.insert(word.to_owned());
        }
    }
    // Between words stand signs that are none.
    let signs = text
        .chars()
        .filter(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let mut room = [0; 4];
    for sign in signs {
        let sign = &*sign.encode_utf8(&mut room);
        // Those that follow a letter are part of a word.
        if !is_mark(sign) && !found.contains(sign) {
            found.insert(sign.to_owned());
        }
    }
}

fn is_mark(sign: &str) -> bool {
    sign.starts_with(|c| matches!(c, '\u{17B4}'..='\u{17D3}' | '\u{17DD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'))
}

/// A line that stands in a heading of a page.
#[derive(Debug, PartialEq)]
struct Heading<'text> {
    line: &'text str,
    /// Whether it may be in the page's own.
    is_title: bool,
}

/// The lines of a page's file that are titles or headings, and those of its front matter, which has them.
///
/// A heading may be underlined (CommonMark calls it setext) and have several lines, or be written as HTML.
fn headings(text: &str) -> Vec<Heading<'_>> {
    fn of<'text>(is_title: bool) -> impl Fn(&'text str) -> Heading<'text> {
        move |line| Heading { line, is_title }
    }
    let mut found = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut lines = text.lines();
    let fence = text.lines().next().unwrap_or_default().trim_end();
    if ["+++", "---"].contains(&fence) {
        let front_matter = lines.by_ref().skip(1);
        let front_matter = front_matter.take_while(|line| line.trim_end() != fence);
        found.extend(
            front_matter
                .filter(|line| line.contains("title"))
                .map(of(true)),
        );
    }
    for line in lines {
        let bare = line.trim();
        let is_drawn_with = |sign| bare.chars().all(|c| c == sign);
        if bare.is_empty() {
            paragraph.clear();
        } else if is_drawn_with('=') || is_drawn_with('-') {
            found.extend(paragraph.drain(..).map(of(is_drawn_with('='))));
        } else if bare.starts_with('#') || ["<h1", "<h2", "<h3"].iter().any(|h| bare.contains(h)) {
            let is_title =
                !bare.starts_with("##") && (bare.starts_with('#') || bare.contains("<h1"));
            found.push(Heading { line, is_title });
            paragraph.clear();
        } else {
            paragraph.push(line);
        }
    }
    found
}

/// The keys of words that a template shows in headings of these levels: `t.latest`, and `places_` of
/// `t["places_" ~ level]`.
fn named_in_headings(template: &str, levels: &[char]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in template.match_indices("<h") {
        let rest = &template[at + 2..];
        if !rest.starts_with(levels) {
            continue;
        }
        let inside = rest.split("</h").next().unwrap_or_default();
        for (at, _) in inside.match_indices("t.") {
            let key = inside[at + 2..].chars();
            let key: String = key
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            found.push(key);
        }
        for piece in inside.split("t[\"").skip(1) {
            found.extend(piece.split('"').next().map(str::to_owned));
        }
    }
    found
}

/// The words under these keys, and under those that begin like them.
fn worded<'words>(
    strings: &'words Strings,
    keys: &'words BTreeSet<String>,
) -> impl Iterator<Item = &'words str> {
    let is_meant = |key: &str| {
        let begins = |own: &&String| own.ends_with('_') && key.starts_with(own.as_str());
        keys.contains(key) || keys.iter().any(|own| begins(&own))
    };
    strings
        .iter()
        .filter(move |(key, _)| is_meant(key))
        .map(|(_, word)| word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_headings_are_found_where_they_are_written() {
        let text = "+++\ntitle = 'ក'\nweight = 1\n+++\nអត្ថបទ title\n## ខ\n";
        let lines = |text| -> Vec<(&str, bool)> {
            let found = headings(text).into_iter();
            found
                .map(|heading| (heading.line, heading.is_title))
                .collect()
        };
        assert_eq!(lines(text), [("title = 'ក'", true), ("## ខ", false)]);
        let text = "អត្ថបទ\n\nក\nខ\n===\nគ\n---\n\nឃ\n\n<h2 class=\"x\">ង</h2>\nច\n";
        let expected = [
            ("ក", true),
            ("ខ", true),
            ("គ", false),
            ("<h2 class=\"x\">ង</h2>", false),
        ];
        assert_eq!(lines(text), expected);
        assert_eq!(
            lines("# ក\n<h1>ខ</h1>"),
            [("# ក", true), ("<h1>ខ</h1>", true)]
        );
        let template = "<h1>{{ t.latest }}</h1><p>{{ t.menu }}<h2 id=\"x\">{{ t[\"places_\" ~ level] }} {{ page.title }}</h2>";
        let of = |levels: &[char]| named_in_headings(template, levels);
        assert_eq!(of(&['1', '2', '3']), ["latest", "places_"]);
        assert_eq!(of(&['1']), ["latest"]);
    }

    #[test]
    fn words_have_the_spelling_that_pages_have() {
        let mut found = BTreeSet::new();
        words(&Segmenter::new(&[]), "ទៅផ្សារ «ទៅ» ៥០៛", &mut found);
        let expected = ["«", "»", "ទៅ", "ផ្សារ", "៛", "៥០"].map(str::to_owned);
        assert_eq!(found, BTreeSet::from(expected));
    }
}
