//! A report as JSON, one object a diagnostic, for programs that read ours.

use super::{Diagnostic, MessageLanguage, Place, Report, Severity};
use serde_json::{Value, json};

/// `{"errors": n, "warnings": n, "diagnostics": [...]}`; every diagnostic with both languages' words.
pub fn to_json(report: &Report) -> Value {
    let diagnostics: Vec<Value> = report.sorted().into_iter().map(diagnostic).collect();
    json!({
        "errors": report.errors(),
        "warnings": report.warnings(),
        "diagnostics": diagnostics,
    })
}

fn diagnostic(diagnostic: &Diagnostic) -> Value {
    json!({
        "code": diagnostic.code.id,
        "severity": match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
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
            ..
        } => json!({ "path": path, "line": line, "column": column, "length": length }),
        Place::Cell {
            path,
            sheet,
            cell,
            key,
        } => json!({ "path": path, "sheet": sheet, "cell": cell, "key": key }),
    }
}
