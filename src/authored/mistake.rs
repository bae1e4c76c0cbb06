//! What the TOML reader says, for programmers → a [`Diagnostic`] that says it to authors.
//!
//! It knows the reader's frequent sentences; any other passes as it is, under its own words.

use crate::diagnostic::{Code, Diagnostic, Place, codes::files as words};
use crate::khmer::truncate_clusters;
use std::ops::Range;

/// How much of a wrong value a message shows, in clusters of letters.
const SHOWN: usize = 30;

/// The mistake at `span` of `source`, which is `place` in the author's file.
pub(super) fn told(message: &str, source: &str, span: &Range<usize>, place: Place) -> Diagnostic {
    let message = message.lines().next().unwrap_or_default();
    let read = shown(source, span);
    if let Some(key) = missing_key(message) {
        // What the file as a whole lacks stands nowhere in it.
        let place = match place.path() {
            Some(path) if span.start == 0 => Place::file(path),
            _ => place,
        };
        return Diagnostic::new(&words::MISSING_KEY, place).with("key", key);
    }
    if message == "duplicate key" {
        return Diagnostic::new(&words::REPEATED_KEY, place).with("key", read);
    }
    if let Some(code) = wrong_writing(message, &read) {
        return Diagnostic::new(code, place);
    }
    let key = key_of(source, span.start);
    let (Some(key), false) = (key, read.is_empty()) else {
        return Diagnostic::new(&words::BAD_TOML, place).with("reason", message);
    };
    let value = |code| {
        Diagnostic::new(code, place.clone())
            .with("key", &key)
            .with("read", &read)
    };
    if let Some((choice, known)) = unknown_choice(message) {
        return value(&words::UNKNOWN_CHOICE)
            .with_list("known", &known)
            .did_you_mean(choice, &known);
    }
    match wrong_value(message) {
        Some(code) => value(code),
        None => Diagnostic::new(&words::BAD_TOML, place).with("reason", message),
    }
}

/// The key of serde's ``missing field `x` ``.
pub(super) fn missing_key(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.strip_suffix('`')
}

/// TOML that is no TOML.
fn wrong_writing(message: &str, read: &str) -> Option<&'static Code> {
    let begins = |beginning| message.starts_with(beginning);
    let unquoted = begins("string values must be quoted");
    if unquoted && !read.is_empty() {
        Some(&words::NOT_QUOTED)
    } else if unquoted || begins("key with no value") || begins("missing value") {
        Some(&words::NO_VALUE)
    } else if begins("unexpected key or value") {
        Some(&words::MORE_ON_THE_LINE)
    } else if begins("unclosed array") || begins("unclosed inline table") {
        Some(&words::BRACKET_UNCLOSED)
    } else if begins("invalid basic string") || begins("invalid multi-line basic string") {
        Some(&words::QUOTE_UNCLOSED)
    } else {
        None
    }
}

/// TOML whose value is not what the setting wants.
fn wrong_value(message: &str) -> Option<&'static Code> {
    if let Some(kind) = message.strip_prefix("data did not match any variant of untagged enum ") {
        return Some(match kind {
            "Localised" => &words::WANTS_WORDS,
            "OneOrMore" => &words::WANTS_NAMES,
            _ => &words::WRONG_VALUE,
        });
    }
    if message.starts_with("invalid value: integer") {
        return Some(&words::NUMBER_OUT_OF_RANGE);
    }
    let (_, wanted) = message
        .strip_prefix("invalid type: ")
        .or_else(|| message.strip_prefix("invalid value: "))
        .or_else(|| message.strip_prefix("invalid length "))?
        .rsplit_once(", expected ")?;
    Some(match wanted {
        "a boolean" => &words::WANTS_TRUTH,
        "a string" | "a borrowed string" | "string or table" => &words::WANTS_TEXT,
        "a TOML datetime" => &words::WANTS_DATE,
        "f32" | "f64" => &words::WANTS_NUMBER,
        "a sequence" => &words::WANTS_LIST,
        "a map" => &words::WANTS_TABLE,
        _ if wanted.starts_with("struct ") => &words::WANTS_TABLE,
        _ if whole_number(wanted) => &words::WANTS_WHOLE_NUMBER,
        _ => &words::WRONG_VALUE,
    })
}

/// `u32`, `isize`, `a nonzero usize` …
fn whole_number(wanted: &str) -> bool {
    let kind = wanted.strip_prefix("a nonzero ").unwrap_or(wanted);
    kind.strip_prefix(['i', 'u']).is_some_and(|size| {
        size == "size" || !size.is_empty() && size.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The word and the known words of serde's ``unknown variant `x`, expected one of `a`, `b` ``.
fn unknown_choice(message: &str) -> Option<(&str, Vec<String>)> {
    super::word_and_known(message.strip_prefix("unknown variant `")?)
}

/// The first line of what stands at `span`, shortened.
fn shown(source: &str, span: &Range<usize>) -> String {
    let line = source
        .get(span.clone())
        .and_then(|text| text.lines().next())
        .unwrap_or_default()
        .trim_end();
    match truncate_clusters(line, SHOWN) {
        whole if whole == line => whole.to_owned(),
        beginning => format!("{beginning}…"),
    }
}

/// The key whose value stands at `at`, with the tables around it: `languages.km.title`.
fn key_of(source: &str, at: usize) -> Option<String> {
    fn below(table: &toml::de::DeTable<'_>, at: usize) -> Option<String> {
        table.iter().find_map(|(key, value)| {
            let key = key.get_ref();
            match inside(value.get_ref(), at) {
                Some(inner) => Some(format!("{key}.{inner}")),
                None => value.span().contains(&at).then(|| key.to_string()),
            }
        })
    }
    fn inside(value: &toml::de::DeValue<'_>, at: usize) -> Option<String> {
        match value {
            toml::de::DeValue::Table(table) => below(table, at),
            toml::de::DeValue::Array(items) => {
                items.iter().find_map(|item| inside(item.get_ref(), at))
            }
            _ => None,
        }
    }
    let table = toml::de::DeTable::parse(source).ok()?;
    below(table.get_ref(), at)
}
