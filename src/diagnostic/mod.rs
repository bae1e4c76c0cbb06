//! What an author or an operator can act on: a [`Diagnostic`] has a stable [`Code`], a [`Place`], a
//! cause and a way out, in English and in Khmer.
//!
//! In: facts that a stage found. Out: values; the renderers beside this file turn them into text for
//! a terminal or into JSON. It knows no stage, reads nothing and writes nothing.

pub mod codes;
mod json;
mod near;
mod place;
mod report;
mod terminal;

use std::collections::BTreeMap;
use std::fmt;

pub use codes::{Code, Kind, Words};
pub use json::to_json;
pub use near::closest;
pub use place::Place;
pub use report::{Report, Stopped};
pub use terminal::{Style, to_terminal};

/// The language a message is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessageLanguage {
    #[default]
    English,
    Khmer,
}

/// How bad it is: an error stops the build, a warning is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
}

/// A value that stands in a message. A list is joined in the message's language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Argument {
    Text(String),
    List(Vec<String>),
    /// The program's own words, in both its languages.
    Words(Words),
}

/// One problem, complete: what, where, why, and the way out.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    pub code: &'static Code,
    /// The code's own severity, unless the author asked for a milder one.
    pub severity: Severity,
    pub place: Place,
    /// The code's own kind, unless the mistake stands in the configuration.
    pub kind: Kind,
    /// What the author may have meant, for a did-you-mean.
    pub suggestion: Option<String>,
    arguments: BTreeMap<&'static str, Argument>,
}

impl Diagnostic {
    /// A diagnostic of this code at this place, with the code's own severity.
    pub fn new(code: &'static Code, place: Place) -> Diagnostic {
        Diagnostic {
            code,
            severity: code.severity,
            kind: code.kind,
            place,
            suggestion: None,
            arguments: BTreeMap::new(),
        }
    }

    /// Fills the placeholder `{name}` of the code's words with a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Diagnostic {
        self.arguments
            .insert(name, Argument::Text(value.to_string()));
        self
    }

    /// Fills the placeholder `{name}` with a list: `` `a`, `b` and `c` ``.
    #[must_use]
    pub fn with_list<T: fmt::Display>(
        mut self,
        name: &'static str,
        values: impl IntoIterator<Item = T>,
    ) -> Diagnostic {
        let values = values.into_iter().map(|value| value.to_string()).collect();
        self.arguments.insert(name, Argument::List(values));
        self
    }

    /// Fills the placeholder `{name}` with words that the program has in both its languages.
    #[must_use]
    pub fn with_words(mut self, name: &'static str, words: Words) -> Diagnostic {
        self.arguments.insert(name, Argument::Words(words));
        self
    }

    /// Adds a did-you-mean if one of `candidates` is close to `read`.
    #[must_use]
    pub fn did_you_mean<T: AsRef<str>>(
        mut self,
        read: &str,
        candidates: impl IntoIterator<Item = T>,
    ) -> Diagnostic {
        self.suggestion = closest(read, candidates);
        self
    }

    /// The same, reported only: for a file whose author cannot change it.
    #[must_use]
    pub fn as_warning(mut self) -> Diagnostic {
        self.severity = Severity::Warning;
        self
    }

    /// The value of a placeholder; empty if it has none or is a list.
    pub fn argument(&self, name: &str) -> &str {
        match self.arguments.get(name) {
            Some(Argument::Text(value)) => value,
            _ => "",
        }
    }

    /// What is wrong, as one sentence in this language.
    pub fn message(&self, language: MessageLanguage) -> String {
        self.fill(self.code.message.in_language(language), language)
    }

    /// The way out, as one sentence in this language.
    pub fn help(&self, language: MessageLanguage) -> String {
        let help = self.fill(self.code.help.in_language(language), language);
        match (&self.suggestion, language) {
            (None, _) => help,
            (Some(meant), MessageLanguage::English) => format!("did you mean `{meant}`? {help}"),
            (Some(meant), MessageLanguage::Khmer) => {
                format!("តើអ្នកចង់សរសេរ `{meant}` មែនទេ? {help}")
            }
        }
    }

    fn fill(&self, words: &str, language: MessageLanguage) -> String {
        let mut out = String::with_capacity(words.len() + 32);
        let mut rest = words;
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            if rest[at + 1..].starts_with(brace) {
                out.push_str(brace);
                rest = &rest[at + 2..];
                continue;
            }
            let close = rest[at..]
                .find('}')
                .map(|length| at + length)
                .expect("a message's placeholder is closed, a test holds it");
            match self.arguments.get(&rest[at + 1..close]) {
                Some(Argument::Text(value)) => out.push_str(value),
                Some(Argument::List(values)) => out.push_str(&join(values, language)),
                Some(Argument::Words(words)) => out.push_str(words.in_language(language)),
                None => unreachable!("{} lacks a value for {}", self.code.id, &rest[at..=close]),
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        out
    }
}

fn join(values: &[String], language: MessageLanguage) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("`{value}`")).collect();
    let and = match language {
        MessageLanguage::English => " and ",
        MessageLanguage::Khmer => " និង ",
    };
    match quoted.split_last() {
        None => match language {
            MessageLanguage::English => "none".to_owned(),
            MessageLanguage::Khmer => "គ្មាន".to_owned(),
        },
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{}{and}{last}", others.join(", ")),
    }
}
