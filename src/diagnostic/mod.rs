//! What an author or an operator can act on: a [`Diagnostic`] has a stable [`Code`], a [`Place`], a
//! cause and a way out, in English and in Khmer.
//!
//! In: facts that a stage found. Out: values; the renderers beside this file turn them into text for
//! a terminal or into JSON. It knows no stage, reads nothing and writes nothing.

pub mod codes;
mod json;
mod terminal;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

pub use codes::{Code, Kind, Words};
pub use json::to_json;
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

/// Where it is. Paths are relative to the site's root, with `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The site as a whole, or the machine.
    Site,
    /// A whole file.
    File { path: String },
    /// A piece of one line of a text file. `line` and `column` count from 1, `column` and `length`
    /// in characters; `quote` is the whole line as the author wrote it, shared by the places on it.
    Span {
        path: String,
        line: usize,
        column: usize,
        length: usize,
        quote: Arc<str>,
    },
    /// A cell of a table, named as a spreadsheet names it (`F14`); `key` says what the row is about
    /// (`010201, 2025 approved, code 62`).
    Cell {
        path: String,
        sheet: Option<String>,
        cell: String,
        key: Option<String>,
    },
}

impl Place {
    /// The whole of the file at `path`.
    pub fn file(path: impl Into<String>) -> Place {
        Place::File { path: path.into() }
    }

    /// The bytes `range` of `text`, which is the whole content of the file at `path`.
    ///
    /// A range that reaches over several lines is shown up to the end of its first line; a range
    /// that does not lie on character borders is widened to them.
    pub fn in_text(path: impl Into<String>, text: &str, range: std::ops::Range<usize>) -> Place {
        let start = floor_char_boundary(text, range.start);
        let end = floor_char_boundary(text, range.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let quote = text[line_start..line_end].trim_end_matches('\r');
        let shown_end = end.min(line_start + quote.len()).max(start);
        Place::Span {
            path: path.into(),
            line: text[..line_start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            length: text[start..shown_end].chars().count().max(1),
            quote: quote.into(),
        }
    }

    /// The path of the file, if there is one.
    pub fn path(&self) -> Option<&str> {
        match self {
            Place::Site => None,
            Place::File { path } | Place::Span { path, .. } | Place::Cell { path, .. } => {
                Some(path)
            }
        }
    }
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl fmt::Display for Place {
    /// `path:line:column`, `path › sheet › F14 (key)` or the path alone.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Site => Ok(()),
            Place::File { path } => formatter.write_str(path),
            Place::Span {
                path, line, column, ..
            } => write!(formatter, "{path}:{line}:{column}"),
            Place::Cell {
                path,
                sheet,
                cell,
                key,
            } => {
                formatter.write_str(path)?;
                if let Some(sheet) = sheet {
                    write!(formatter, " › {sheet}")?;
                }
                write!(formatter, " › {cell}")?;
                match key {
                    Some(key) => write!(formatter, " ({key})"),
                    None => Ok(()),
                }
            }
        }
    }
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

/// The most similar candidate, if one is similar enough to be what was meant.
pub fn closest<T: AsRef<str>>(
    read: &str,
    candidates: impl IntoIterator<Item = T>,
) -> Option<String> {
    candidates
        .into_iter()
        .map(|candidate| {
            let similarity = strsim::jaro_winkler(read, candidate.as_ref());
            (similarity, candidate.as_ref().to_owned())
        })
        .filter(|(similarity, _)| *similarity > 0.75)
        .max_by(|left, right| left.0.total_cmp(&right.0).then(right.1.cmp(&left.1)))
        .map(|(_, candidate)| candidate)
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

/// All that a run found, in the order of files and lines; each problem once, however many outputs
/// met it.
#[derive(Debug, Clone, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    seen: BTreeSet<(&'static str, Place, BTreeMap<&'static str, Argument>)>,
}

impl Report {
    pub fn new() -> Report {
        Report::default()
    }

    /// A report of one problem.
    pub fn of(diagnostic: Diagnostic) -> Report {
        let mut report = Report::new();
        report.push(diagnostic);
        report
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        let place = diagnostic.place.clone();
        let arguments = diagnostic.arguments.clone();
        if self.seen.insert((diagnostic.code.id, place, arguments)) {
            self.diagnostics.push(diagnostic);
        }
    }

    pub fn extend(&mut self, other: Report) {
        for diagnostic in other.diagnostics {
            self.push(diagnostic);
        }
    }

    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// The same problems, found in the configuration or the theme.
    #[must_use]
    pub fn of_configuration(mut self) -> Report {
        for diagnostic in &mut self.diagnostics {
            diagnostic.kind = diagnostic.kind.max(Kind::Configuration);
        }
        self
    }

    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// The diagnostics by path, line and cell; those of one place keep the order they were found in.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        sorted.sort_by(|left, right| left.sort_key().cmp(&right.sort_key()));
        sorted
    }

    /// The kind of the gravest error, which decides the exit code.
    pub fn gravest(&self) -> Option<Kind> {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .map(|diagnostic| diagnostic.kind)
            .max()
    }
}

impl Diagnostic {
    fn sort_key(&self) -> (&str, usize, usize, Option<&str>, &str) {
        let path = self.place.path().unwrap_or("");
        match &self.place {
            Place::Span { line, column, .. } => (path, *line, *column, None, self.code.id),
            Place::Cell { sheet, cell, .. } => {
                let letters = cell.chars().take_while(char::is_ascii_alphabetic).count();
                let row = cell[letters..].parse().unwrap_or(0);
                let column = cell[..letters].bytes().fold(0, |column, letter| {
                    column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
                });
                (path, row, column, sheet.as_deref(), self.code.id)
            }
            Place::Site | Place::File { .. } => (path, 0, 0, None, self.code.id),
        }
    }
}

/// A stage could not go on; what it found stands in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

impl Report {
    /// `Err(Stopped)` if there is an error: a stage is complete, the next one does not begin.
    pub fn stop_if_errors(&self) -> Result<(), Stopped> {
        if self.has_errors() {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_khmer_text_counts_characters() {
        let text = "ក\nសួស្តី @/x.md\n";
        let at = text.find("@/").unwrap();
        let place = Place::in_text("content/a.md", text, at..at + 6);
        assert_eq!(place.to_string(), "content/a.md:2:8");
        assert!(matches!(place, Place::Span { length: 6, .. }));
    }

    #[test]
    fn cells_sort_by_row_and_then_by_column_whatever_their_code() {
        let mut report = Report::new();
        for (code, cell) in [
            (&codes::data::TOTAL_TOO_LARGE, "AA2"),
            (&codes::data::TOTAL_TOO_LARGE, "B10"),
            (&codes::data::NOT_A_NUMBER, "F9"),
            (&codes::data::TOTAL_TOO_SMALL, "F2"),
            (&codes::data::NOT_A_NUMBER, "B2"),
        ] {
            report.push(Diagnostic::new(
                code,
                Place::Cell {
                    path: "a.csv".into(),
                    sheet: None,
                    cell: cell.into(),
                    key: Some(format!("code {cell}")),
                },
            ));
        }
        let cells: Vec<&str> = report
            .sorted()
            .iter()
            .map(|diagnostic| match &diagnostic.place {
                Place::Cell { cell, .. } => cell.as_str(),
                _ => "",
            })
            .collect();
        assert_eq!(cells, ["B2", "F2", "AA2", "F9", "B10"]);
    }

    #[test]
    fn a_far_name_gives_no_suggestion() {
        assert_eq!(closest("titel", ["title", "date"]), Some("title".into()));
        assert_eq!(closest("xyz", ["title", "date"]), None);
    }
}
