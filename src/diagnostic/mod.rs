//! What an author or an operator can act on: a [`Diagnostic`] has a stable [`Code`], a [`Place`], a
//! cause and a way out, in English and in Khmer.
//!
//! In: facts that a stage found. Out: values; the renderers beside this file turn them into text for
//! a terminal, into JSON or into HTML. It knows no stage, reads nothing and writes nothing.

mod argument;
mod blanks;
pub mod codes;
mod html;
mod json;
mod lines;
mod near;
mod place;
mod report;
mod terminal;
mod visible;
mod words;

pub use argument::{Argument, list, list_of, words};
pub(crate) use blanks::{Blanks, diagnostic};
pub use codes::{Code, Kind, Words};
pub use html::to_html;
pub use json::{json_text, to_json};
pub use lines::Lines;
pub(crate) use near::is_one_slip;
pub use near::{Candidates, closest};
pub use place::{Place, Quote};
pub use report::{Entry, Report, Stopped, Told};
pub use terminal::{Style, to_terminal};
pub use visible::{visible, visible_lines};

/// The language a message is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessageLanguage {
    #[default]
    English,
    Khmer,
}

/// How bad it is: an error stops the build, a warning is told, and what was accepted is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    /// A defect that the author knows of and cannot mend, such as in a table that others publish.
    Accepted,
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
    suggestion: Suggestion,
    arguments: Vec<(&'static str, Argument)>,
}

/// What may have been meant.
#[derive(Debug, Clone)]
enum Suggestion {
    None,
    Known(Box<str>),
    /// The nearest of these names to what was read, but not one of them.
    Among {
        read: Box<str>,
        names: Candidates,
        not: Option<Box<str>>,
    },
}

impl Diagnostic {
    /// What [`diagnostic!`] makes: the code of `blanks` at this place, its blanks filled in.
    pub(crate) fn filled<const N: usize>(
        blanks: Blanks<N>,
        place: Place,
        values: [Argument; N],
    ) -> Diagnostic {
        Diagnostic {
            code: blanks.code,
            severity: blanks.code.severity,
            kind: blanks.code.kind,
            place,
            suggestion: Suggestion::None,
            arguments: blanks.names.into_iter().zip(values).collect(),
        }
    }

    /// Adds a did-you-mean if one of the names is close to `read`; it is looked for when somebody
    /// reads the message.
    #[must_use]
    pub fn did_you_mean(self, read: &str, names: &Candidates) -> Diagnostic {
        self.meaning(read, names, None)
    }

    /// The same where one of the names cannot be meant.
    #[must_use]
    pub fn did_you_mean_but(self, read: &str, names: &Candidates, not: &str) -> Diagnostic {
        self.meaning(read, names, Some(not.into()))
    }

    fn meaning(mut self, read: &str, names: &Candidates, not: Option<Box<str>>) -> Diagnostic {
        if !near::is_too_long(read) {
            self.suggestion = Suggestion::Among {
                read: read.into(),
                names: names.clone(),
                not,
            };
        }
        self
    }

    /// Adds what is known to be meant.
    #[must_use]
    pub fn which_means(mut self, meant: String) -> Diagnostic {
        self.suggestion = Suggestion::Known(meant.into());
        self
    }

    /// What the author may have meant.
    pub fn meant(&self) -> Option<&str> {
        match &self.suggestion {
            Suggestion::None => None,
            Suggestion::Known(meant) => Some(meant),
            Suggestion::Among { read, names, not } => names.closest_but(read, not.as_deref()),
        }
    }

    /// The same, reported only: for a file whose author cannot change it.
    #[must_use]
    pub fn as_warning(mut self) -> Diagnostic {
        self.severity = Severity::Warning;
        self
    }

    /// The same, counted only: the author said that it is known.
    #[must_use]
    pub fn as_accepted(mut self) -> Diagnostic {
        self.severity = Severity::Accepted;
        self
    }

    /// The value of a placeholder; empty if it has none or is a list.
    pub fn argument(&self, name: &str) -> &str {
        match self.value(name) {
            Some(Argument::Text(value)) => value,
            _ => "",
        }
    }

    /// The items of a list that are shown; none if it is no list.
    pub fn items(&self, name: &str) -> &[String] {
        match self.value(name) {
            Some(Argument::List { shown, .. }) => shown,
            _ => &[],
        }
    }

    fn value(&self, name: &str) -> Option<&Argument> {
        let named = self.arguments.iter().find(|(own, _)| *own == name);
        named.map(|(_, value)| value)
    }

    /// What is wrong, as one sentence in this language.
    pub fn message(&self, language: MessageLanguage) -> String {
        self.fill(self.code.message.in_language(language), language)
    }

    /// The way out, as one sentence in this language.
    pub fn help(&self, language: MessageLanguage) -> String {
        let help = self.fill(self.code.help.in_language(language), language);
        match (self.meant(), language) {
            (None, _) => help,
            (Some(meant), MessageLanguage::English) => {
                format!("did you mean `{}`? {help}", visible(meant))
            }
            (Some(meant), MessageLanguage::Khmer) => {
                format!("តើអ្នកចង់សរសេរ `{}` មែនទេ? {help}", visible(meant))
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
            match self.value(&rest[at + 1..close]) {
                Some(value) => value.write(language, &mut out),
                // No code that is compiled leaves one empty; see `Blanks`.
                None => out.push_str(&rest[at..=close]),
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        out
    }
}
