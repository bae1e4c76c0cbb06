//! Front matter, the TOML between two lines of `+++` → [`PageFront`], [`SectionFront`], [`EachFront`].
//!
//! It is optional, and so is every key in it. Whether templates, datasets and leaflet formats of
//! these names exist is not known here.

use crate::authored;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::value::Datetime;

/// What the front matter of a page says.
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
    pub slug: Option<String>,
    /// The whole address below the site's, without slashes at its ends.
    pub path: Option<String>,
    /// Other addresses that lead here, as written.
    pub aliases: Vec<String>,
    pub template: Option<String>,
    /// Leaflet formats, by name.
    pub leaflets: Vec<String>,
    /// Terms by taxonomy; every taxonomy is one of the site's.
    pub taxonomies: BTreeMap<String, Vec<String>>,
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
    pub template: Option<String>,
    /// The template of the section's pages.
    pub page_template: Option<String>,
    pub aliases: Vec<String>,
    pub leaflets: Vec<String>,
    pub extra: toml::Table,
}

/// The order of a section's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SortBy {
    /// The newest first.
    Date,
    Title,
    /// The lightest first.
    Weight,
    #[default]
    None,
}

/// `[each]`: which rows become pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EachFront {
    pub dataset: String,
    /// With `{column}`s, different in every row.
    pub slug: String,
    /// Only rows with these values in these columns.
    pub rows: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct WrittenPage {
    title: Option<String>,
    description: Option<String>,
    date: Option<Spanned<Datetime>>,
    updated: Option<Spanned<Datetime>>,
    expires: Option<Spanned<Datetime>>,
    weight: Option<i64>,
    draft: bool,
    slug: Option<Spanned<String>>,
    path: Option<Spanned<String>>,
    aliases: Vec<Spanned<String>>,
    template: Option<String>,
    leaflets: Vec<String>,
    taxonomies: BTreeMap<Spanned<String>, Vec<String>>,
    extra: toml::Table,
    each: Option<Spanned<WrittenEach>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct WrittenSection {
    title: Option<String>,
    description: Option<String>,
    sort_by: SortBy,
    paginate_by: Option<std::num::NonZeroUsize>,
    weight: Option<i64>,
    draft: bool,
    template: Option<String>,
    page_template: Option<String>,
    aliases: Vec<Spanned<String>>,
    leaflets: Vec<String>,
    extra: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEach {
    dataset: String,
    slug: String,
    #[serde(default, rename = "where")]
    rows: BTreeMap<String, CellValue>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum CellValue {
    Text(String),
    Integer(i64),
}

/// Where a file's front matter and its text stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    pub front: Range<usize>,
    pub body: Range<usize>,
}

/// Divides a file; its first line decides whether it has front matter.
pub(super) fn divide(path: &str, text: &str, report: &mut Report) -> Option<Parts> {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "+++") else {
        return Some(Parts {
            front: 0..0,
            body: 0..text.len(),
        });
    };
    let start = first.len();
    let mut at = start;
    for line in lines {
        if line.trim_end() == "+++" {
            return Some(Parts {
                front: start..at,
                body: at + line.len()..text.len(),
            });
        }
        at += line.len();
    }
    let place = Place::in_text(path, text, 0..3);
    report.push(Diagnostic::new(
        &codes::content::FRONT_MATTER_UNCLOSED,
        place,
    ));
    None
}

/// The title, if it is given, and the rest of a page's front matter.
pub(super) fn page(
    path: &str,
    text: &str,
    range: &Range<usize>,
    config: &Config,
    report: &mut Report,
) -> Option<(Option<String>, PageFront)> {
    let (title, front, each) = page_or_each(path, text, range, config, report)?;
    if let Some(each) = each {
        let place = place(path, text, range, each.span());
        report.push(Diagnostic::new(&codes::content::EACH_MISPLACED, place));
        return None;
    }
    Some((title, front))
}

/// The same of an `_each.md`, with its `[each]`.
pub(super) fn each(
    path: &str,
    text: &str,
    range: &Range<usize>,
    config: &Config,
    report: &mut Report,
) -> Option<(Option<String>, PageFront, EachFront)> {
    let (title, front, each) = page_or_each(path, text, range, config, report)?;
    let given = [("slug", &front.slug), ("path", &front.path)];
    for (key, _) in given.iter().filter(|(_, value)| value.is_some()) {
        let at = key_at(&text[range.clone()], key);
        let place = place(path, text, range, at..at + key.len());
        report.push(Diagnostic::new(&codes::content::EACH_KEY, place).with("key", key));
    }
    let Some(each) = each else {
        report.push(Diagnostic::new(
            &codes::content::EACH_MISSING,
            Place::file(path),
        ));
        return None;
    };
    let each = each.into_inner();
    let rows = each
        .rows
        .into_iter()
        .map(|(column, value)| match value {
            CellValue::Text(value) => (column, value),
            CellValue::Integer(value) => (column, value.to_string()),
        })
        .collect();
    let each = EachFront {
        dataset: each.dataset,
        slug: each.slug,
        rows,
    };
    Some((title, front, each))
}

type WrittenParts = (Option<String>, PageFront, Option<Spanned<WrittenEach>>);

fn page_or_each(
    path: &str,
    text: &str,
    range: &Range<usize>,
    config: &Config,
    report: &mut Report,
) -> Option<WrittenParts> {
    let written: WrittenPage = authored::from_toml(path, text, range.clone(), report)?;
    let place_of = |span: Range<usize>| place(path, text, range, span);
    let mut day = |key: &'static str, written: Option<Spanned<Datetime>>| {
        let written = written?;
        let day = day_of(written.get_ref());
        if day.is_none() {
            report.push(
                Diagnostic::new(&codes::content::BAD_DATE, place_of(written.span()))
                    .with("key", key)
                    .with("read", written.get_ref()),
            );
        }
        day
    };
    let date = day("date", written.date);
    let updated = day("updated", written.updated);
    let expires = day("expires", written.expires);
    if let Some(slug) = &written.slug
        && !is_slug(slug.get_ref())
    {
        report.push(
            Diagnostic::new(&codes::content::BAD_SLUG, place_of(slug.span()))
                .with("read", slug.get_ref()),
        );
    }
    let own_path = written.path.iter().map(|path| ("path", path));
    let aliases = written.aliases.iter().map(|alias| ("aliases", alias));
    for (key, written) in own_path.chain(aliases) {
        check_path(key, written, &place_of, report);
    }
    let known: Vec<&str> = config
        .taxonomies
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    for name in written.taxonomies.keys() {
        if !known.contains(&name.get_ref().as_str()) {
            report.push(
                Diagnostic::new(&codes::content::UNKNOWN_TAXONOMY, place_of(name.span()))
                    .with("name", name.get_ref())
                    .with_list("known", &known)
                    .did_you_mean(name.get_ref(), &known),
            );
        }
    }
    let front = PageFront {
        description: written.description,
        date,
        updated,
        expires,
        weight: written.weight,
        draft: written.draft,
        slug: written.slug.map(Spanned::into_inner),
        path: written
            .path
            .map(|path| path.get_ref().trim_matches('/').to_owned()),
        aliases: written
            .aliases
            .into_iter()
            .map(Spanned::into_inner)
            .collect(),
        template: written.template,
        leaflets: written.leaflets,
        taxonomies: written
            .taxonomies
            .into_iter()
            .map(|(name, terms)| (name.into_inner(), terms))
            .collect(),
        extra: written.extra,
    };
    Some((written.title, front, written.each))
}

/// The title, if it is given, and the rest of a section's front matter.
pub(super) fn section(
    path: &str,
    text: &str,
    range: &Range<usize>,
    report: &mut Report,
) -> Option<(Option<String>, SectionFront)> {
    let written: WrittenSection = authored::from_toml(path, text, range.clone(), report)?;
    let place_of = |span: Range<usize>| place(path, text, range, span);
    for alias in &written.aliases {
        check_path("aliases", alias, &place_of, report);
    }
    let front = SectionFront {
        description: written.description,
        sort_by: written.sort_by,
        paginate_by: written.paginate_by.map(std::num::NonZeroUsize::get),
        weight: written.weight,
        draft: written.draft,
        template: written.template,
        page_template: written.page_template,
        aliases: written
            .aliases
            .into_iter()
            .map(Spanned::into_inner)
            .collect(),
        leaflets: written.leaflets,
        extra: written.extra,
    };
    Some((written.title, front))
}

/// Small Latin letters, digits and hyphens.
pub(super) fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn check_path(
    key: &'static str,
    written: &Spanned<String>,
    place_of: &dyn Fn(Range<usize>) -> Place,
    report: &mut Report,
) {
    let path = written.get_ref();
    let inner = path.strip_prefix('/').unwrap_or(path);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    if !inner.split('/').all(plain) {
        report.push(
            Diagnostic::new(&codes::content::BAD_PATH, place_of(written.span()))
                .with("key", key)
                .with("read", path),
        );
    }
}

fn day_of(datetime: &Datetime) -> Option<Date> {
    let date = datetime.date?;
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}

fn place(path: &str, text: &str, range: &Range<usize>, span: Range<usize>) -> Place {
    Place::in_text(path, text, range.start + span.start..range.start + span.end)
}

/// Where the line of this key begins.
fn key_at(front: &str, key: &str) -> usize {
    let mut at = 0;
    for line in front.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let after = line.trim_start().strip_prefix(key);
        if after.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return at + indent;
        }
        at += line.len();
    }
    0
}
