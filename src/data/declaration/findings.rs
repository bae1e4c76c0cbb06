//! The problems of one dataset, on their way into the report: tolerated ones are only counted.

use crate::data::model::TotalCounts;
use crate::diagnostic::{Code, Diagnostic, Place, Report};
use crate::personal::Sighting;
use std::collections::BTreeSet;

/// Collects the problems of one dataset on their way into the report.
pub(crate) struct Findings {
    /// Its declaration, named in the way out.
    pub toml: String,
    tolerated: BTreeSet<String>,
    found: Report,
    /// The words of what was found: several kinds of problem share one code, and these tell them
    /// apart.
    kinds: BTreeSet<&'static str>,
    /// Whether the declaration is made of a package, which is told as a whole: no line of it is its
    /// author's.
    is_packaged: bool,
    /// The sums that the dataset states, as they are looked at.
    pub totals: TotalCounts,
    /// What in it somebody may not want to be known.
    pub sightings: Vec<Sighting>,
}

impl Findings {
    pub fn new(toml: &str, tolerated: &BTreeSet<String>) -> Findings {
        Findings {
            toml: toml.to_owned(),
            tolerated: tolerated.clone(),
            found: Report::new(),
            kinds: BTreeSet::new(),
            is_packaged: false,
            totals: TotalCounts::default(),
            sightings: Vec::new(),
        }
    }

    /// The same for tables of a package.
    #[must_use]
    pub fn of_package(mut self, is_packaged: bool) -> Findings {
        self.is_packaged = is_packaged;
        self
    }

    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if self.is_packaged && diagnostic.place.path() == Some(&*self.toml) {
            diagnostic.place = Place::file(&self.toml);
        }
        self.kinds.insert(diagnostic.code.message.en);
        self.found.push(if self.tolerates(diagnostic.code) {
            diagnostic.as_accepted()
        } else {
            diagnostic
        });
    }

    /// Takes over what was found, if anything.
    pub fn extend(&mut self, found: Option<Diagnostic>) {
        found.into_iter().for_each(|found| self.push(found));
    }

    fn tolerates(&self, code: &Code) -> bool {
        self.tolerated.contains(code.id)
    }

    /// Whether there was a problem of exactly these words, and it is not tolerated.
    pub fn stopped_by(&self, code: &Code) -> bool {
        self.kinds.contains(code.message.en) && !self.tolerates(code)
    }

    pub fn errors(&self) -> usize {
        self.found.errors()
    }

    pub fn has_errors(&self) -> bool {
        self.found.has_errors()
    }

    /// Hands everything over to the report.
    pub fn finish(self, report: &mut Report) {
        report.extend(self.found);
    }
}
