//! The problems of one dataset: tolerated ones become warnings, and a thousand alike become fifty
//! and a count.

use crate::diagnostic::{Code, Diagnostic, Place, Report, codes};
use std::collections::BTreeMap;

/// How many problems of one kind are told one by one.
const TOLD: usize = 50;

/// Collects the problems of one dataset on their way into the report.
pub(super) struct Findings {
    /// The data file.
    pub path: String,
    /// Its declaration, named in the way out.
    pub toml: String,
    tolerated: Vec<String>,
    found: Report,
    counts: BTreeMap<&'static str, (&'static Code, usize)>,
}

impl Findings {
    pub fn new(path: &str, toml: &str, tolerated: &[String]) -> Findings {
        Findings {
            path: path.to_owned(),
            toml: toml.to_owned(),
            tolerated: tolerated.to_vec(),
            found: Report::new(),
            counts: BTreeMap::new(),
        }
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        // Several kinds of problem share one code; their words tell them apart.
        let count = self
            .counts
            .entry(diagnostic.code.message.en)
            .or_insert((diagnostic.code, 0));
        count.1 += 1;
        if count.1 > TOLD {
            return;
        }
        self.found.push(if self.tolerates(diagnostic.code) {
            diagnostic.as_warning()
        } else {
            diagnostic
        });
    }

    fn tolerates(&self, code: &Code) -> bool {
        self.tolerated.iter().any(|id| id == code.id)
    }

    /// Whether there was a problem of exactly these words, and it is not tolerated.
    pub fn stopped_by(&self, code: &Code) -> bool {
        self.counts.contains_key(code.message.en) && !self.tolerates(code)
    }

    pub fn has_errors(&self) -> bool {
        self.found.has_errors()
    }

    /// Hands everything over to the report.
    pub fn finish(self, report: &mut Report) {
        report.extend(self.found);
        for (code, count) in self.counts.values() {
            if *count > TOLD {
                report.push(
                    Diagnostic::new(&codes::data::MORE_ALIKE, Place::file(&self.path))
                        .with("more", count - TOLD)
                        .with("code", code.id),
                );
            }
        }
    }
}
