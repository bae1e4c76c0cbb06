//! TOML that authors write: text → a typed value, or diagnostics with line, column and a did-you-mean.
//!
//! Serves `sala.toml`, front matter, `data/*.toml` and `theme.toml` alike; what the keys mean is
//! said by the types. Those types carry `#[serde(deny_unknown_fields)]`.

mod mistake;

use crate::diagnostic::{Diagnostic, Place, Report, closest, codes};
use serde::de::DeserializeOwned;
use std::ops::Range;

/// Reads the TOML in `range` of `text`, the content of the file at `path`.
///
/// Every unknown key is reported, and the first of the other mistakes; `None` after any of them.
pub fn from_toml<T: DeserializeOwned>(
    path: &str,
    text: &str,
    range: Range<usize>,
    report: &mut Report,
) -> Option<T> {
    let mut source = text[range.clone()].to_owned();
    let mut found = false;
    let mut meant = Vec::new();
    loop {
        let error = match toml::from_str::<T>(&source) {
            Ok(value) => return (!found).then_some(value),
            Err(error) => error,
        };
        found = true;
        let span = error.span().unwrap_or(0..0);
        let place = Place::in_text(path, text, range.start + span.start..range.start + span.end);
        let Some((key, known)) = unknown_field(error.message()) else {
            // A key that only its misspelling lacks was told already.
            let missing = mistake::missing_key(error.message());
            if !missing.is_some_and(|key| meant.iter().any(|other| other == key)) {
                report.push(mistake::told(error.message(), &source, &span, place));
            }
            return None;
        };
        meant.extend(closest(key, &known));
        report.push(
            Diagnostic::new(&codes::files::UNKNOWN_KEY, place)
                .with("key", key)
                .with_list("known", &known)
                .did_you_mean(key, &known),
        );
        // Read on without this key, so that one typo does not hide nine.
        if !blank_entry(&mut source, &span) {
            return None;
        }
    }
}

/// The key and the known keys of serde's ``unknown field `x`, expected one of `a`, `b` ``.
fn unknown_field(message: &str) -> Option<(&str, Vec<String>)> {
    word_and_known(message.strip_prefix("unknown field `")?)
}

/// The word and the known words in what follows the first backtick of such a message.
fn word_and_known(rest: &str) -> Option<(&str, Vec<String>)> {
    let (word, expected) = rest.split_once('`')?;
    let known = expected
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    Some((word, known))
}

/// Blanks `key = value` where `key` stands at `span`; false if it is not such an entry.
fn blank_entry(source: &mut String, span: &Range<usize>) -> bool {
    let Some(end) = entry_end(source, span.start) else {
        return false;
    };
    let line_start = source[..span.start].rfind('\n').map_or(0, |at| at + 1);
    if !source[line_start..span.start].trim().is_empty() {
        return false;
    }
    let blank: String = source[span.start..end]
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect();
    source.replace_range(span.start..end, &blank);
    true
}

/// Where the value ends that belongs to the key which begins at `start`.
fn entry_end(source: &str, start: usize) -> Option<usize> {
    fn search(table: &toml::de::DeTable<'_>, start: usize) -> Option<usize> {
        table.iter().find_map(|(key, value)| {
            if key.span().start == start {
                return Some(value.span().end);
            }
            match value.get_ref() {
                toml::de::DeValue::Table(inner) => search(inner, start),
                _ => None,
            }
        })
    }
    let table = toml::de::DeTable::parse(source).ok()?;
    search(table.get_ref(), start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only whether it can be read is asked")]
    struct Front {
        name: String,
        title: Option<String>,
        draft: Option<bool>,
        weight: Option<u32>,
        each: Option<std::num::NonZeroUsize>,
        margin: Option<f64>,
        date: Option<toml::value::Datetime>,
        tags: Option<Vec<String>>,
        inner: Option<Inner>,
        sort: Option<Sort>,
        words: Option<Localised>,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only whether it can be read is asked")]
    struct Inner {
        depth: usize,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Sort {
        Date,
        Title,
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[allow(dead_code, reason = "only whether it can be read is asked")]
    enum Localised {
        Same(String),
        Each(std::collections::BTreeMap<String, String>),
    }

    fn report(text: &str) -> Report {
        let mut report = Report::new();
        from_toml::<Front>("a.md", text, 0..text.len(), &mut report);
        report
    }

    fn read(text: &str) -> Vec<String> {
        report(text)
            .sorted()
            .iter()
            .map(|found| format!("{} {}", found.code.id, found.place))
            .collect()
    }

    fn message(text: &str) -> String {
        let report = report(text);
        let [found] = report.sorted()[..] else {
            panic!("one problem in {text}");
        };
        let khmer = found.message(MessageLanguage::Khmer) + &found.help(MessageLanguage::Khmer);
        assert!(!khmer.contains("invalid") && !khmer.contains("expected"));
        format!(
            "{}: {}",
            found.place,
            found.message(MessageLanguage::English)
        )
    }

    #[test]
    fn every_unknown_key_is_named_with_its_place() {
        assert_eq!(
            read("name = 'x'\ntitel = 'x'\ndraft = true\nweigth = [\n 1 ]\n"),
            ["E105 a.md:2:1", "E105 a.md:4:1"]
        );
    }

    #[test]
    fn a_broken_value_has_a_place() {
        assert_eq!(read("name = 'x'\ndraft = 3\n"), ["E104 a.md:2:9"]);
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_told_with_what_is_wanted() {
        for (written, told) in [
            (
                "draft = 'yes'",
                "`draft` is `'yes'`, and must be `true` or `false`",
            ),
            ("title = 3", "`title` is `3`, and must be text"),
            (
                "weight = 'x'",
                "`weight` is `'x'`, and must be a whole number",
            ),
            (
                "weight = 1.5",
                "`weight` is `1.5`, and must be a whole number",
            ),
            ("weight = -1", "`weight` cannot be the number `-1`"),
            ("each = 0", "`each` cannot be the number `0`"),
            ("margin = 'x'", "`margin` is `'x'`, and must be a number"),
            (
                "date = '31-01-2026'",
                "`date` is `'31-01-2026'`, and must be a day",
            ),
            ("tags = 'x'", "`tags` is `'x'`, and must be a list"),
            ("tags = ['x', 3]", "`tags` is `3`, and must be text"),
            ("inner = 3", "`inner` is `3`, and must be a table"),
            (
                "inner = { depth = 'x' }",
                "`inner.depth` is `'x'`, and must be a whole number",
            ),
            (
                "sort = 'dat'",
                "`sort` is `'dat'`, which is none of the words known there",
            ),
            (
                "words = 3",
                "`words` is `3`, and must be text, or text in each language",
            ),
        ] {
            let text = format!("name = 'x'\n{written}\n");
            let (_, message) = message(&text)
                .split_once(": ")
                .map(|(place, message)| (place.to_owned(), message.to_owned()))
                .expect("a place and a message");
            assert_eq!(message, told, "{written}");
        }
    }

    #[test]
    fn a_misspelt_word_is_compared_with_those_known() {
        let report = report("name = 'x'\nsort = 'dat'\n");
        assert_eq!(report.sorted()[0].suggestion.as_deref(), Some("date"));
    }

    #[test]
    fn a_missing_key_is_told_once() {
        assert_eq!(message("title = 'x'\n"), "a.md: `name` is missing");
        assert_eq!(read("nam = 'x'\n"), ["E105 a.md:1:1"]);
        assert_eq!(
            message("name = 'x'\n[inner]\n"),
            "a.md:2:1: `depth` is missing"
        );
    }

    #[test]
    fn what_is_not_toml_is_told_in_plain_words() {
        let told = [
            "name = 'y'",
            "title = ទឹកស្អាត",
            "title = “ទឹក”",
            "title",
            "title =",
            "title = 'a' 'b'",
            "tags = ['a', 'b'",
            "title = \"ទឹក",
        ]
        .map(|written| message(&format!("name = 'x'\n{written}\n")));
        assert_eq!(
            told,
            [
                "a.md:2:1: `name` stands here a second time",
                "a.md:2:9: text stands here without quotation marks",
                "a.md:2:9: text stands here without quotation marks",
                "a.md:2:6: a setting stands here without a value",
                "a.md:2:8: a setting stands here without a value",
                "a.md:2:13: something more stands here behind the value",
                "a.md:2:17: a bracket that was opened is not closed",
                "a.md:2:13: the quotation mark that ends the text is missing",
            ]
        );
    }

    #[test]
    fn a_long_value_is_shortened_between_letters() {
        let long = "ក្រុមប្រឹក្សា".repeat(20);
        let message = message(&format!("name = 'x'\ndraft = '{long}'\n"));
        assert!(message.contains("…`, and must be"), "{message}");
        assert!(message.chars().count() < 200, "{message}");
    }
}
