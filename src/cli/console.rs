//! What this process prints, and how: language, colours, progress. A closed pipe is no error.

use super::args;
use crate::diagnostic::{
    Entry, MessageLanguage, Report, Style, json_text, to_terminal, visible_lines,
};
use serde_json::Value;
use std::io::{IsTerminal, Write};

/// The process's way of speaking.
#[derive(Clone)]
pub(super) struct Console {
    pub(super) language: MessageLanguage,
    style: Style,
    progress: bool,
}

impl Console {
    /// By flag, environment and terminal; `NO_COLOR` is respected.
    pub(super) fn of_this_process(language: Option<args::Language>) -> Console {
        let terminal = std::io::stderr().is_terminal();
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Console {
            language: self::language(language),
            style: match terminal && !no_color && !dumb {
                true => Style::Coloured,
                false => Style::Plain,
            },
            progress: terminal && !dumb,
        }
    }

    /// Everything that was found, and how to learn more of the first error, on standard error.
    pub(super) fn report(&self, report: &Report) {
        self.problems(report);
        // Errors stand before warnings.
        if let Some(Entry::One(first)) = report.told().entries.first() {
            let command = format!("`sala explain {}`", first.code.id);
            self.error(&match self.language {
                MessageLanguage::English => format!("{command} says more\n"),
                MessageLanguage::Khmer => format!("{command} ប្រាប់លម្អិតបន្ថែម\n"),
            });
        }
    }

    /// The same without a hint, for a command that tells one line's problems at a time.
    pub(super) fn problems(&self, report: &Report) {
        if !report.is_empty() {
            self.error(&to_terminal(report, self.language, self.style));
        }
    }

    /// Lines on standard output, with nothing in them that a terminal acts on.
    pub(super) fn line(&self, text: &str) {
        // A reader that has gone away has seen enough.
        let _ = writeln!(std::io::stdout(), "{}", visible_lines(text));
    }

    /// A value as JSON on standard output.
    pub(super) fn json(&self, value: &Value) {
        let _ = writeln!(std::io::stdout(), "{}", json_text(value));
    }

    /// Text on standard error.
    pub(super) fn error(&self, text: &str) {
        let _ = write!(anstream::stderr(), "{text}");
    }

    /// What of a command's arguments is wrong, as a line on standard error.
    pub(super) fn wrong_usage(&self, text: &str) {
        self.error(&format!("{}\n", visible_lines(text)));
    }

    /// Shows how far long work is, on a terminal only.
    pub(super) fn progress(&self, done: usize, total: usize) {
        if !self.progress || total < 200 {
            return;
        }
        let step = (total / 100).max(1);
        if done == total {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        } else if done.is_multiple_of(step) {
            let _ = write!(std::io::stderr(), "\r{}%", done * 100 / total);
        }
    }

    /// The words of this language.
    pub(super) fn say<'text>(&self, english: &'text str, khmer: &'text str) -> &'text str {
        match self.language {
            MessageLanguage::English => english,
            MessageLanguage::Khmer => khmer,
        }
    }

    /// Replaces the panic message by one that a person can use.
    pub(super) fn explain_bugs(&self, words: &str) {
        let words = words.to_owned();
        std::panic::set_hook(Box::new(move |panic| {
            let panic = panic.to_string();
            let _ = writeln!(std::io::stderr(), "{words}\n{}", visible_lines(&panic));
        }));
    }
}

/// The language that was asked for, or that of the computer.
pub(super) fn language(asked_for: Option<args::Language>) -> MessageLanguage {
    match asked_for {
        Some(args::Language::Km) => MessageLanguage::Khmer,
        Some(args::Language::En) => MessageLanguage::English,
        None => language_of_the_environment(),
    }
}

/// Khmer where the computer is set to Khmer.
fn language_of_the_environment() -> MessageLanguage {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match set {
        Some(locale) if locale.starts_with("km") => MessageLanguage::Khmer,
        _ => MessageLanguage::English,
    }
}
