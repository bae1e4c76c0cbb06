//! TOML that authors write: text → a typed value, or diagnostics with line, column and a did-you-mean.
//!
//! Serves `sala.toml`, front matter, `data/*.toml` and `theme.toml` alike; what the keys mean is
//! said by the types. Those types carry `#[serde(deny_unknown_fields)]`.

use crate::diagnostic::{Diagnostic, Place, Report, codes};
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
    loop {
        let error = match toml::from_str::<T>(&source) {
            Ok(value) => return (!found).then_some(value),
            Err(error) => error,
        };
        found = true;
        let span = error.span().unwrap_or(0..0);
        let place = Place::in_text(path, text, range.start + span.start..range.start + span.end);
        let Some((key, known)) = unknown_field(error.message()) else {
            report.push(
                Diagnostic::new(&codes::files::BAD_TOML, place)
                    .with("reason", error.message().lines().next().unwrap_or_default()),
            );
            return None;
        };
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
    let rest = message.strip_prefix("unknown field `")?;
    let (key, expected) = rest.split_once('`')?;
    let known = expected
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    Some((key, known))
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
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Front {
        title: Option<String>,
        draft: Option<bool>,
    }

    fn read(text: &str) -> Vec<String> {
        let mut report = Report::new();
        from_toml::<Front>("a.md", text, 0..text.len(), &mut report);
        report
            .sorted()
            .iter()
            .map(|found| format!("{} {}", found.code.id, found.place))
            .collect()
    }

    #[test]
    fn every_unknown_key_is_named_with_its_place() {
        assert_eq!(
            read("titel = 'x'\ndraft = true\nweigth = [\n 1 ]\n"),
            ["E105 a.md:1:1", "E105 a.md:3:1"]
        );
    }

    #[test]
    fn a_broken_value_has_a_place() {
        assert_eq!(read("title = 'x'\ndraft = 3\n"), ["E104 a.md:2:9"]);
    }
}
