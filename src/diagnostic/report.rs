//! Problems, as they are found → all of them once, in the order of files and lines.
//!
//! It knows neither stages nor renderers.

use super::{Argument, Diagnostic, Kind, Place, Severity};
use std::collections::{BTreeMap, BTreeSet};

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
    use crate::diagnostic::codes;

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
}
