//! What the renderers say around a message, in both languages of the program.

use super::argument::{count, named_of};
use super::{Diagnostic, MessageLanguage, Severity, Told, visible};

pub(super) fn severity(severity: Severity, language: MessageLanguage) -> &'static str {
    match (severity, language) {
        (Severity::Error, MessageLanguage::English) => "error",
        (Severity::Error, MessageLanguage::Khmer) => "កំហុស",
        (Severity::Warning, MessageLanguage::English) => "warning",
        (Severity::Warning, MessageLanguage::Khmer) => "ព្រមាន",
    }
}

/// The name of the way out.
pub(super) fn help(language: MessageLanguage) -> &'static str {
    match language {
        MessageLanguage::English => "help",
        MessageLanguage::Khmer => "ដំណោះស្រាយ",
    }
}

/// So many more like the one told last, in its file if it has one.
pub(super) fn more(like: &Diagnostic, number: usize, language: MessageLanguage) -> String {
    let number = count(number, language);
    match (language, like.place.path().map(visible)) {
        (MessageLanguage::English, None) => format!("and {number} more like this"),
        (MessageLanguage::English, Some(path)) => {
            format!("and {number} more like this in {path}")
        }
        (MessageLanguage::Khmer, None) => format!("និង {number} ទៀតដូចនេះ"),
        (MessageLanguage::Khmer, Some(path)) => {
            format!("និង {number} ទៀតដូចនេះ ក្នុង {path}")
        }
    }
}

/// So many more of the code of the one told last, in so many other files, the first of which are these.
pub(super) fn elsewhere(
    like: &Diagnostic,
    number: usize,
    files: usize,
    paths: &[&str],
    language: MessageLanguage,
) -> String {
    let code = like.code.id;
    let mut named = String::new();
    named_of(paths.iter().copied(), files - paths.len()).write(language, &mut named);
    let number = count(number, language);
    match (language, files) {
        (MessageLanguage::English, 1) => {
            format!("and {number} more of {code} in one other file: {named}")
        }
        (MessageLanguage::English, _) => {
            let files = count(files, language);
            format!("and {number} more of {code} in {files} other files: {named}")
        }
        (MessageLanguage::Khmer, _) => {
            let files = count(files, language);
            format!("និង {code} ចំនួន {number} ទៀត ក្នុងឯកសារផ្សេងទៀតចំនួន {files}៖ {named}")
        }
    }
}

/// What is not told one by one, if there is such.
pub(super) fn rest(told: &Told<'_>, language: MessageLanguage) -> Option<String> {
    let named = |number: usize, one: &str, many: &str| match (number, language) {
        (0, _) => None,
        (1, MessageLanguage::English) => Some(format!("1 {one}")),
        (_, MessageLanguage::English) => Some(format!("{} {many}", count(number, language))),
        (_, MessageLanguage::Khmer) => Some(format!("{many}ចំនួន {}", count(number, language))),
    };
    Some(match language {
        MessageLanguage::English => {
            let errors = named(told.errors, "error", "errors");
            let warnings = named(told.warnings, "warning", "warnings");
            let problems = both(errors, warnings, " and ")?;
            let files = named(told.files, "more file", "more files")?;
            format!("{problems} in {files} are not shown; mend these first")
        }
        MessageLanguage::Khmer => {
            let errors = named(told.errors, "", "កំហុស");
            let warnings = named(told.warnings, "", "ការព្រមាន");
            let problems = both(errors, warnings, " និង")?;
            let files = count(told.files, language);
            format!("មិនបានបង្ហាញ{problems} ក្នុងឯកសារចំនួន {files} ទៀត។ សូមកែអ្វីដែលបានបង្ហាញជាមុនសិន")
        }
    })
}

fn both(one: Option<String>, other: Option<String>, and: &str) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) => Some(format!("{one}{and}{other}")),
        (one, other) => one.or(other),
    }
}
