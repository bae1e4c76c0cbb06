//! A report as JSON, one object a diagnostic, for programs that read ours.

use super::{Diagnostic, Entry, MessageLanguage, Place, Report, Severity};
use serde_json::{Value, json};

/// `{"errors": n, "warnings": n, "diagnostics": [...], "more": [...], "not_shown": {...}}`.
///
/// Every diagnostic with both languages' words. What [`Report::told`] only counts stands in `more`,
/// by code and file, and in `not_shown`.
pub fn to_json(report: &Report) -> Value {
    let told = report.told();
    let mut diagnostics = Vec::new();
    let mut more = Vec::new();
    for entry in &told.entries {
        match entry {
            Entry::One(one) => diagnostics.push(diagnostic(one)),
            Entry::More { like, count } => more.push(json!({
                "code": like.code.id,
                "severity": severity(like.severity),
                "path": like.place.path(),
                "count": count,
            })),
        }
    }
    json!({
        "errors": report.errors(),
        "warnings": report.warnings(),
        "diagnostics": diagnostics,
        "more": more,
        "not_shown": {
            "errors": told.errors,
            "warnings": told.warnings,
            "files": told.files,
        },
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn diagnostic(diagnostic: &Diagnostic) -> Value {
    json!({
        "code": diagnostic.code.id,
        "severity": severity(diagnostic.severity),
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
