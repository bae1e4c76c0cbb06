//! A report as JSON, one object a diagnostic, for programs that read ours.

use super::visible::acts;
use super::{Diagnostic, Entry, MessageLanguage, Place, Report};
use serde_json::{Value, json};

/// `{"errors": n, "warnings": n, "accepted": n, "diagnostics": [...], "more": [...],
/// "elsewhere": [...], "not_shown": {...}}`.
///
/// Every diagnostic with both languages' words. What [`Report::told_to_programs`] only counts stands in `more`,
/// by code and file, in `elsewhere`, by code, and in `not_shown`.
pub fn to_json(report: &Report) -> Value {
    let told = report.told_to_programs();
    let mut diagnostics = Vec::new();
    let mut more = Vec::new();
    let mut elsewhere = Vec::new();
    for entry in &told.entries {
        match entry {
            Entry::One(one) | Entry::Alike { one, .. } => diagnostics.push(diagnostic(one)),
            Entry::More { like, count } => more.push(json!({
                "code": like.code.id,
                "severity": like.severity.name(MessageLanguage::English),
                "path": like.place.path(),
                "count": count,
            })),
            Entry::Elsewhere {
                like,
                count,
                files,
                paths,
            } => elsewhere.push(json!({
                "code": like.code.id,
                "severity": like.severity.name(MessageLanguage::English),
                "count": count,
                "files": files,
                "paths": paths,
            })),
        }
    }
    json!({
        "errors": report.errors(),
        "warnings": report.warnings(),
        "accepted": report.accepted(),
        "diagnostics": diagnostics,
        "more": more,
        "elsewhere": elsewhere,
        "not_shown": {
            "errors": told.errors,
            "files": told.files,
        },
    })
}

/// The text of a JSON value, over several lines. What a terminal would act on stands escaped, as JSON
/// allows for every character and demands for some.
pub fn json_text(value: &Value) -> String {
    let text = format!("{value:#}");
    // Outside of strings JSON has line ends and spaces only.
    let must_be_escaped = |character| acts(character) && character != '\n';
    if !text.contains(must_be_escaped) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 64);
    for character in text.chars() {
        match must_be_escaped(character) {
            true => out += &format!("\\u{:04x}", u32::from(character)),
            false => out.push(character),
        }
    }
    out
}

fn diagnostic(diagnostic: &Diagnostic) -> Value {
    json!({
        "code": diagnostic.code.id,
        "severity": diagnostic.severity.name(MessageLanguage::English),
        "place": place(&diagnostic.place),
        "message": {
            "en": diagnostic.message(MessageLanguage::English),
            "km": diagnostic.message(MessageLanguage::Khmer),
        },
        "help": {
            "en": diagnostic.help(MessageLanguage::English),
            "km": diagnostic.help(MessageLanguage::Khmer),
        },
    })
}

fn place(place: &Place) -> Value {
    match place {
        Place::Site => Value::Null,
        Place::File { path } => json!({ "path": path }),
        Place::Span {
            path,
            line,
            column,
            length,
            quote,
        } => json!({
            "path": path,
            "line": line,
            "column": column,
            "length": length,
            "quote": quote.text(),
        }),
        Place::Cell {
            path,
            sheet,
            cell,
            key,
        } => json!({ "path": path, "sheet": sheet, "cell": cell, "key": key }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_acts_on_is_escaped_and_read_as_it_was() {
        let value = json!({ "a": "\u{1b}]52;c;\u{7f}\u{9b}1m\u{202e}ក", "b": [1, "\n"] });
        let text = json_text(&value);
        assert_eq!(
            text,
            "{\n  \"a\": \"\\u001b]52;c;\\u007f\\u009b1m\\u202eក\",\n  \"b\": [\n    1,\n    \"\\n\"\n  ]\n}"
        );
        assert_eq!(text.parse::<Value>().ok(), Some(value));
    }
}
