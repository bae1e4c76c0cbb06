//! Front matter → [`PageFront`], [`SectionFront`], and the [`EachFront`] of rows.
//!
//! It is optional, and so is every key in it. Whether templates, datasets and leaflet formats of
//! these names exist is not known here.

use super::each_front::EachFront;
use super::fields::SECTION;
use super::keys::key_and_sign;
use super::kinds::{self, Kinds, Particulars};
use super::parts::{Lines, Parts};
use crate::config::Config;
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic};
use crate::files::name;
use crate::schema::{Entry, Item, Read, Record, Value, Written, choice};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How many terms of one taxonomy a page may have: each of them lists the page with all of its own.
const MOST_TERMS: usize = 100;

/// What the front matter of a page says. What a later stage may refuse keeps its place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageFront {
    pub description: Option<String>,
    /// The day it appears.
    pub date: Option<Date>,
    pub updated: Option<Date>,
    /// The first day on which it is gone.
    pub expires: Option<Date>,
    pub weight: Option<i64>,
    pub draft: bool,
    /// Small Latin letters, digits and hyphens.
    pub slug: Option<Written<String>>,
    /// The whole address below the site's, without slashes at its ends.
    pub path: Option<Written<String>>,
    /// Other addresses that lead here, as written.
    pub aliases: Vec<Written<String>>,
    pub template: Option<Written<String>>,
    /// Leaflet formats, by name.
    pub leaflets: Vec<Written<String>>,
    /// The picture that it is shared with, as written.
    pub card: Option<Written<String>>,
    /// What somebody types from paper to come here, as written.
    pub short_address: Option<Written<String>>,
    /// Terms by taxonomy; every taxonomy is one of the site's.
    pub taxonomies: BTreeMap<String, Vec<Written<String>>>,
    /// The code of the place that it is about.
    pub place: Option<Written<String>>,
    /// What it says in the table of its kind.
    pub particulars: Option<Box<Particulars>>,
    /// Numbers and addresses that are meant for the public.
    pub public: Vec<String>,
    /// Free values for templates.
    pub extra: toml::Table,
}

/// What the front matter of a section says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SectionFront {
    pub description: Option<String>,
    pub sort_by: SortBy,
    pub paginate_by: Option<usize>,
    pub weight: Option<i64>,
    pub draft: bool,
    pub template: Option<Written<String>>,
    /// The template of the section's pages.
    pub page_template: Option<Written<String>>,
    pub aliases: Vec<Written<String>>,
    pub leaflets: Vec<Written<String>>,
    pub public: Vec<String>,
    pub card: Option<Written<String>>,
    /// What somebody types from paper to come here, as written.
    pub short_address: Option<Written<String>>,
    pub extra: toml::Table,
}

choice! {
    /// The order of a section's pages.
    #[derive(Default)]
    pub enum SortBy {
        /// The newest first.
        Date = "date",
        Title = "title",
        /// The lightest first.
        Weight = "weight",
        #[default]
        None = "none",
    }
}

/// The setting that names a place, and its key where it is the table of a kind.
const PLACE: &str = "place";
const CODE: &str = "code";

/// What stands below `[extra]` by mistake only.
const NEVER_EXTRA: [&str; 3] = ["draft", "published", "expires"];

/// The title, if it is given, and the rest of a page's front matter.
pub(super) fn page(
    path: &str,
    text: &str,
    parts: &Parts,
    config: &Config,
    kinds: &Kinds,
    report: &mut Report,
) -> Option<(Option<String>, PageFront)> {
    let schema = kinds.of_page();
    let mut read = schema.read_as(parts.form, path, text, parts.front.clone(), report);
    if let Some(each) = read.record.table("each") {
        let place = each.own_place();
        report.push(diagnostic!(codes::content::EACH_MISPLACED, place));
        read.whole = false;
    }
    check_extra(path, text, parts, &read.record, report);
    check_plain(&read.record, report);
    page_front(read, config, kinds, report)
}

/// The same of an `_each.md`, with its `[each]`.
pub(super) fn each(
    path: &str,
    text: &str,
    parts: &Parts,
    config: &Config,
    kinds: &Kinds,
    report: &mut Report,
) -> Option<(Option<String>, PageFront, EachFront)> {
    let schema = kinds.of_each();
    let read = schema.read_as(parts.form, path, text, parts.front.clone(), report);
    for key in ["slug", "path"] {
        if read.record.entry(key).is_some() {
            let place = read.record.place_of_key(key);
            report.push(diagnostic!(codes::content::EACH_KEY, place, key = key));
        }
    }
    if read.whole && read.record.entry("each").is_none() {
        report.push(diagnostic!(codes::content::EACH_MISSING, Place::file(path)));
    }
    check_extra(path, text, parts, &read.record, report);
    check_plain(&read.record, report);
    let each = read.record.table("each").and_then(EachFront::read);
    let (title, front) = page_front(read, config, kinds, report)?;
    Some((title, front, each?))
}

/// `None` if anything in it was refused.
fn page_front(
    read: Read<'_>,
    config: &Config,
    kinds: &Kinds,
    report: &mut Report,
) -> Option<(Option<String>, PageFront)> {
    let Read { mut record, whole } = read;
    if let Some(slug) = record.text("slug").filter(|slug| !is_slug(slug)) {
        let place = record.place_of("slug");
        report.push(diagnostic!(codes::content::BAD_SLUG, place, read = slug));
    }
    if let Some(path) = record.entry("path") {
        check_path("path", &path.item, &record, report);
    }
    check_aliases(&record, report);
    for taxonomy in record.entries("taxonomies") {
        check_taxonomy(taxonomy, &record, config, report);
    }
    let before = report.errors();
    let particulars = kinds::read(&record, kinds, report);
    if !whole || report.errors() > before {
        return None;
    }
    let place = match record.table(PLACE) {
        Some(table) => table.knows(CODE).then(|| table.written(CODE)).flatten(),
        None => record.written(PLACE),
    };
    let front = PageFront {
        description: record.string("description"),
        date: record.day("date"),
        updated: record.day("updated"),
        expires: record.day("expires"),
        weight: record.whole("weight"),
        draft: record.truth("draft").unwrap_or(false),
        slug: record.written("slug"),
        path: record.written("path").map(|mut path| {
            path.value = path.value.trim_matches('/').to_owned();
            path
        }),
        aliases: record.written_list("aliases"),
        template: record.written("template"),
        leaflets: record.written_list("leaflets"),
        card: record.written("card"),
        short_address: record.written("short_address"),
        taxonomies: record
            .entries("taxonomies")
            .iter()
            .map(|taxonomy| (taxonomy.key.to_string(), terms(taxonomy, &record)))
            .collect(),
        place,
        particulars: particulars.map(Box::new),
        public: record.strings("public"),
        extra: record.take_free("extra"),
    };
    Some((record.string("title"), front))
}

fn terms(taxonomy: &Entry<'_>, record: &Record<'_>) -> Vec<Written<String>> {
    match &taxonomy.item.value {
        Value::List(terms) => record.written_items(terms),
        _ => Vec::new(),
    }
}

/// The title, if it is given, and the rest of a section's front matter.
pub(super) fn section(
    path: &str,
    text: &str,
    parts: &Parts,
    report: &mut Report,
) -> Option<(Option<String>, SectionFront)> {
    let read = SECTION.read_as(parts.form, path, text, parts.front.clone(), report);
    let Read { mut record, whole } = read;
    check_extra(path, text, parts, &record, report);
    check_plain(&record, report);
    check_aliases(&record, report);
    if !whole {
        return None;
    }
    let front = SectionFront {
        description: record.string("description"),
        sort_by: record.choice("sort_by", SortBy::named).unwrap_or_default(),
        paginate_by: record.whole("paginate_by"),
        weight: record.whole("weight"),
        draft: record.truth("draft").unwrap_or(false),
        template: record.written("template"),
        page_template: record.written("page_template"),
        aliases: record.written_list("aliases"),
        leaflets: record.written_list("leaflets"),
        public: record.strings("public"),
        card: record.written("card"),
        short_address: record.written("short_address"),
        extra: record.take_free("extra"),
    };
    Some((record.string("title"), front))
}

fn check_taxonomy(taxonomy: &Entry<'_>, record: &Record<'_>, config: &Config, report: &mut Report) {
    let name = taxonomy.key.as_ref();
    let mut known = config.taxonomies.iter().map(|one| one.name.as_str());
    if !known.clone().any(|known| known == name) {
        let known = Candidates::of(known.by_ref());
        report.push(
            diagnostic!(
                codes::content::UNKNOWN_TAXONOMY,
                record.place(taxonomy.key_at),
                name = name,
                known = known.list()
            )
            .did_you_mean(name, &known),
        );
    }
    if let Value::List(terms) = &taxonomy.item.value
        && let Some(first_too_many) = terms.get(MOST_TERMS)
    {
        report.push(diagnostic!(
            codes::content::TOO_MANY_TERMS,
            record.place(first_too_many.at),
            taxonomy = name,
            limit = MOST_TERMS
        ));
    }
}

/// Small Latin letters, digits and hyphens.
pub(super) fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn check_aliases(record: &Record<'_>, report: &mut Report) {
    for alias in record.items("aliases") {
        check_path("aliases", alias, record, report);
    }
}

/// Settings that keep a page from being seen do nothing among the values for templates, where they come
/// to stand as soon as somebody writes them last.
fn check_extra(path: &str, text: &str, parts: &Parts, record: &Record<'_>, report: &mut Report) {
    let Some(Value::Free(extra)) = record.value("extra") else {
        return;
    };
    for key in NEVER_EXTRA {
        let is_own = |other: &str| other.eq_ignore_ascii_case(key);
        let holds = |table: &toml::Table| table.keys().any(|other| is_own(other));
        if !holds(extra) && !extra.values().filter_map(toml::Value::as_table).any(holds) {
            continue;
        }
        let lines = Lines::from(text, parts.front.start);
        let lines = lines.take_while(|(_, at)| at.start < parts.front.end);
        let begins = |line: &str| key_and_sign(line).is_some_and(|(other, _)| is_own(other));
        let last = lines.filter(|(line, _)| begins(line)).last();
        let place = match last {
            Some((_, at)) => Place::in_text(path, text, at),
            None => record.place_of_key("extra"),
        };
        report.push(diagnostic!(
            codes::content::SETTING_IN_EXTRA,
            place,
            key = key
        ));
    }
}

/// A title and a description are shown as they stand; marks of Markdown and HTML are seen in them.
fn check_plain(record: &Record<'_>, report: &mut Report) {
    for key in ["title", "description"] {
        let text = record.text(key).unwrap_or_default();
        if let Some(mark) = mark_in(text) {
            let place = record.place_of(key);
            report.push(diagnostic!(
                codes::content::MARK_IN_SETTING,
                place,
                mark = mark,
                key = key
            ));
        }
    }
}

/// A mark of Markdown or HTML that a plain text would show.
pub(super) fn mark_in(text: &str) -> Option<&'static str> {
    const MARKS: [&str; 13] = [
        "**", "~~", "](", "[[", "{{", "{%", "<br", "</", "&nbsp;", "&amp;", "&lt;", "&gt;",
        "&quot;",
    ];
    MARKS.into_iter().find(|mark| text.contains(mark))
}

fn check_path(key: &'static str, written: &Item<'_>, record: &Record<'_>, report: &mut Report) {
    let path = written.value.text().unwrap_or_default();
    let inner = path.strip_prefix('/').unwrap_or(path);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && name::unfit(part).is_none()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    if !inner.split('/').all(plain) {
        report.push(diagnostic!(
            codes::content::BAD_PATH,
            record.place(written.at),
            key = key,
            read = path
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::divide;
    use super::*;
    use crate::config;
    use crate::files::Files;

    fn config() -> Config {
        let toml = "base_url = 'https://example.org/'\n[[taxonomies]]\nname = 'topics'\n";
        let files = Files::in_memory([(config::FILE, toml)]);
        config::load(&files, &mut Report::new()).unwrap()
    }

    /// The parts of a file that has front matter only, whatever is wrong reported.
    fn divided(front: &str) -> (String, Parts) {
        let text = format!("+++\n{front}+++\n");
        let parts = divide("a.md", &text, &mut Report::new()).unwrap();
        (text, parts)
    }

    /// Where each value stands, the value, and the line it is quoted from.
    fn shown<'own>(written: impl IntoIterator<Item = &'own Written<String>>) -> Vec<String> {
        written
            .into_iter()
            .map(|written| match written.place("a.md") {
                Place::Span {
                    path,
                    line,
                    column,
                    length,
                    quote,
                } => format!(
                    "{path}:{line}:{column}+{length} {written} | {}",
                    quote.text()
                ),
                place => format!("{place} {written}"),
            })
            .collect()
    }

    #[test]
    fn what_a_later_stage_may_refuse_keeps_its_place() {
        let (text, parts) = divided(
            "title = 'ទឹក'\nslug = 'water'\npath = '/a/b/'\ntemplate = 'ទឹក.html'\n\
             aliases = ['/x/',\n '/y/']\nleaflets = ['a4', 'trifold']\n\
             [taxonomies]\ntopics = ['ទឹក', 'budget']\n",
        );
        let mut report = Report::new();
        let (title, front) = page(
            "a.md",
            &text,
            &parts,
            &config(),
            &Kinds::none(),
            &mut report,
        )
        .unwrap();
        assert!(report.is_empty());
        assert_eq!(title.as_deref(), Some("ទឹក"));
        let one = front.slug.iter().chain(&front.path).chain(&front.template);
        assert_eq!(
            shown(one),
            [
                "a.md:3:8+7 water | slug = 'water'",
                "a.md:4:8+7 a/b | path = '/a/b/'",
                "a.md:5:12+10 ទឹក.html | template = 'ទឹក.html'",
            ]
        );
        assert_eq!(
            shown(front.aliases.iter().chain(&front.leaflets)),
            [
                "a.md:6:12+5 /x/ | aliases = ['/x/',",
                "a.md:7:2+5 /y/ |  '/y/']",
                "a.md:8:13+4 a4 | leaflets = ['a4', 'trifold']",
                "a.md:8:19+9 trifold | leaflets = ['a4', 'trifold']",
            ]
        );
        assert_eq!(
            shown(&front.taxonomies["topics"]),
            [
                "a.md:10:11+5 ទឹក | topics = ['ទឹក', 'budget']",
                "a.md:10:18+8 budget | topics = ['ទឹក', 'budget']",
            ]
        );
    }

    #[test]
    fn a_section_keeps_the_template_of_its_pages() {
        let (text, parts) = divided("template = 's.html'\npage_template = 'p.html'\n");
        let (_, front) = section("a.md", &text, &parts, &mut Report::new()).unwrap();
        assert_eq!(
            shown(front.template.iter().chain(&front.page_template)),
            [
                "a.md:2:12+8 s.html | template = 's.html'",
                "a.md:3:17+8 p.html | page_template = 'p.html'",
            ]
        );
    }
}
