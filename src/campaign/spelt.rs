//! The texts that authors write into `sala.toml`, into declarations of tables and of kinds of pages → what is wrong
//! with their Khmer, as in pages and cells.
//!
//! It goes by keys that hold texts for readers. Names of columns and of files stand as others wrote them.

use crate::config;
use crate::diagnostic::{Place, Report};
use crate::files::Files;
use crate::spelling::{self, Mistakes};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys under which texts for readers stand, in whichever language and however deep.
const TEXTS: [&str; 12] = [
    "description",
    "label",
    "means",
    "names",
    "notice",
    "organisation",
    "plural",
    "publisher",
    "short_title",
    "terms",
    "title",
    "words",
];

pub(super) fn check(files: &Files, report: &mut Report) {
    let is_declaration = |path: &&str| path.ends_with(".toml");
    let data = files.under("data/").filter(is_declaration);
    let kinds = files.under("kinds/").filter(is_declaration);
    for path in [config::FILE].into_iter().chain(data).chain(kinds) {
        // What cannot be read is told by whoever reads it first.
        let Ok(text) = files.written(path) else {
            continue;
        };
        if spelling::is_clean(&text) {
            continue;
        }
        let mut mistakes = Mistakes::default();
        let (table, _) = DeTable::parse_recoverable(&text);
        texts(table.get_ref(), false, &mut |at, typed| {
            mistakes.look_at(typed, |range| {
                Place::in_text(path, &text, within(&text, at.clone(), typed, range))
            });
        });
        mistakes.tell(|problem| report.push(problem));
    }
}

/// Each text for readers in a table, and where it stands.
fn texts(table: &DeTable<'_>, is_text: bool, each: &mut impl FnMut(Range<usize>, &str)) {
    for (key, value) in table {
        let is_text = is_text || TEXTS.contains(&&**key.get_ref());
        texts_of(value, is_text, each);
    }
}

fn texts_of(
    value: &Spanned<DeValue<'_>>,
    is_text: bool,
    each: &mut impl FnMut(Range<usize>, &str),
) {
    match value.get_ref() {
        DeValue::String(text) if is_text => each(value.span(), text),
        DeValue::Array(values) => values
            .iter()
            .for_each(|value| texts_of(value, is_text, each)),
        DeValue::Table(table) => texts(table, is_text, each),
        _ => {}
    }
}

/// Where a part of a text stands in its file; what is written otherwise than it reads is named whole.
fn within(file: &str, at: Range<usize>, typed: &str, part: Range<usize>) -> Range<usize> {
    let begins = file.get(at.clone()).and_then(|written| written.find(typed));
    match begins {
        Some(begins) => at.start + begins + part.start..at.start + begins + part.end,
        None => at,
    }
}
