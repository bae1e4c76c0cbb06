//! What the renderers say around a message, in both languages of the program.

use super::argument::{count, named_of};
use super::{Diagnostic, MessageLanguage, Place, Severity, Told, visible};

impl Severity {
    /// Its name.
    pub fn name(self, language: MessageLanguage) -> &'static str {
        match (self, language) {
            (Severity::Error, MessageLanguage::English) => "error",
            (Severity::Error, MessageLanguage::Khmer) => "កំហុស",
            (Severity::Warning, MessageLanguage::English) => "warning",
            (Severity::Warning, MessageLanguage::Khmer) => "ព្រមាន",
            (Severity::Accepted, MessageLanguage::English) => "accepted",
            (Severity::Accepted, MessageLanguage::Khmer) => "បានទទួលស្គាល់",
        }
    }
}

/// The name of the way out.
pub(super) fn help(language: MessageLanguage) -> &'static str {
    match language {
        MessageLanguage::English => "help",
        MessageLanguage::Khmer => "ដំណោះស្រាយ",
    }
}

/// What stands before the place of a warning like the one before it.
pub(super) fn also(language: MessageLanguage) -> &'static str {
    match language {
        MessageLanguage::English => "also",
        MessageLanguage::Khmer => "ដូចគ្នា",
    }
}

/// The place of a warning like `first`, and what is its own: its words, or else what stands there.
pub(super) fn alike(one: &Diagnostic, first: &Diagnostic, language: MessageLanguage) -> String {
    let place = &one.place;
    let message = one.message(language);
    if message != first.message(language) {
        return format!("{place}: {message}");
    }
    match place {
        Place::Span { quote, .. } if !quote.text().trim().is_empty() => {
            // A tab is as wide as a terminal likes.
            format!("{place}: {}", quote.text().trim().replace('\t', " "))
        }
        _ => place.to_string(),
    }
}

/// The way out of such a warning, if it is another than that of the first.
pub(super) fn own_help(
    one: &Diagnostic,
    first: &Diagnostic,
    language: MessageLanguage,
) -> Option<String> {
    let help = one.help(language);
    (help != first.help(language)).then_some(help)
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

/// So many more of the code of the one told last, in so many files, the first of which are these.
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
            format!("and {number} more of {code} in {named}")
        }
        (MessageLanguage::English, _) => {
            let files = count(files, language);
            format!("and {number} more of {code} in {files} files: {named}")
        }
        (MessageLanguage::Khmer, 1) => format!("និង {code} ចំនួន {number} ទៀត ក្នុង {named}"),
        (MessageLanguage::Khmer, _) => {
            let files = count(files, language);
            format!("និង {code} ចំនួន {number} ទៀត ក្នុងឯកសារចំនួន {files}៖ {named}")
        }
    }
}

/// What is not told one by one, if there is such.
pub(super) fn rest(told: &Told<'_>, language: MessageLanguage) -> Option<String> {
    if told.errors == 0 {
        return None;
    }
    let (errors, files) = (count(told.errors, language), count(told.files, language));
    Some(match language {
        MessageLanguage::English => {
            let errors = plural(told.errors, &errors, "error");
            let files = plural(told.files, &files, "more file");
            let are = if told.errors == 1 { "is" } else { "are" };
            format!("{errors} in {files} {are} not shown; mend these first")
        }
        MessageLanguage::Khmer => {
            format!("មិនបានបង្ហាញកំហុសចំនួន {errors} ក្នុងឯកសារចំនួន {files} ទៀត។ សូមកែអ្វីដែលបានបង្ហាញជាមុនសិន")
        }
    })
}

fn plural(number: usize, shown: &str, word: &str) -> String {
    match number {
        1 => format!("{shown} {word}"),
        _ => format!("{shown} {word}s"),
    }
}
