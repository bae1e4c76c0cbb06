//! What is told of a table of a package: mistakes at once, and once for the table what is left out of it.

use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic, list};
use std::fmt::Display;

/// How many names one message shows.
const SHOWN: usize = 10;

/// What is told of a table, or of the package itself.
pub(super) struct Told<'load> {
    /// The path of the descriptor.
    package: &'load str,
    table: Option<String>,
    report: &'load mut Report,
    errors: usize,
    left_out: Vec<String>,
    not_held: Vec<String>,
    as_texts: Vec<String>,
}

impl<'load> Told<'load> {
    pub fn of(
        package: &'load str,
        table: Option<String>,
        report: &'load mut Report,
    ) -> Told<'load> {
        Told {
            package,
            table,
            errors: report.errors(),
            report,
            left_out: Vec::new(),
            not_held: Vec::new(),
            as_texts: Vec::new(),
        }
    }

    /// Whether anything was a mistake.
    pub fn has_errors(&self) -> bool {
        self.report.errors() > self.errors
    }

    fn place(&self) -> Place {
        Place::file(self.package)
    }

    fn table(&self) -> &str {
        self.table.as_deref().unwrap_or(super::DESCRIPTOR)
    }

    /// A value that the standard does not have there.
    pub fn wrong(&mut self, property: &str, read: impl Display) {
        let problem = diagnostic!(
            codes::packages::WRONG_VALUE,
            self.place(),
            property = property,
            table = self.table(),
            read = read
        );
        self.report.push(problem);
    }

    /// A word that is none of those that are known.
    pub fn unknown(&mut self, property: &str, read: &str, known: &'static [&'static str]) {
        let known = Candidates::words(known);
        let problem = diagnostic!(
            codes::packages::UNKNOWN_WORD,
            self.place(),
            property = property,
            table = self.table(),
            read = read,
            known = known.list()
        );
        self.report.push(problem.did_you_mean(read, &known));
    }

    /// Something by which no table is read here.
    pub fn not_read_so(&mut self, property: &str, read: impl Display, wanted: &[&str]) {
        let problem = diagnostic!(
            codes::packages::NOT_READ_SO,
            self.place(),
            property = property,
            table = self.table(),
            read = read,
            wanted = list(wanted)
        );
        self.report.push(problem);
    }

    /// A key that names what the package does not have.
    pub fn key_of_nothing(&mut self, columns: &[&str], read: &str, known: &Candidates) {
        let problem = diagnostic!(
            codes::packages::KEY_OF_NOTHING,
            self.place(),
            table = self.table(),
            columns = list(columns),
            read = read,
            known = known.list()
        );
        self.report.push(problem.did_you_mean(read, known));
    }

    /// The file is none that the package was made for.
    pub fn other_file(&mut self, path: &str, bytes: u64, said: u64) {
        let problem = diagnostic!(
            codes::packages::OTHER_FILE,
            self.place(),
            path = path,
            bytes = bytes,
            said = said
        );
        self.report.push(problem);
    }

    /// An address of a source that is none of the web.
    pub fn no_address(&mut self, source: &str, read: &str) {
        let problem = diagnostic!(
            codes::packages::SOURCE_ADDRESS,
            self.place(),
            source = source,
            table = self.table(),
            read = read
        );
        self.report.push(problem);
    }

    /// Licences of which nobody knows which one counts.
    pub fn several_licences(&mut self, licences: &[&str]) {
        let problem = diagnostic!(
            codes::packages::SEVERAL_LICENCES,
            self.place(),
            table = self.table(),
            licences = list(licences)
        );
        self.report.push(problem);
    }

    /// What is not read.
    pub fn leave_out(&mut self, property: String) {
        self.left_out.push(property);
    }

    /// What is said of the rows and not held against them.
    pub fn not_held(&mut self, property: String) {
        self.not_held.push(property);
    }

    /// A column of a type that is read as a text: `day (datetime)`.
    pub fn as_text(&mut self, column: &str, of_type: &str) {
        self.as_texts.push(format!("{column} ({of_type})"));
    }

    /// Tells what was gathered, every piece of it by name.
    pub fn finish(self) {
        let place = self.place();
        let table = self.table();
        let mut found = Vec::new();
        for properties in self.left_out.chunks(SHOWN) {
            let (place, properties) = (place.clone(), list(properties));
            found.push(match &self.table {
                Some(table) => diagnostic!(
                    codes::packages::LEFT_OUT,
                    place,
                    table = table,
                    properties = properties
                ),
                None => diagnostic!(
                    codes::packages::LEFT_OUT_OF_PACKAGE,
                    place,
                    properties = properties
                ),
            });
        }
        for properties in self.not_held.chunks(SHOWN) {
            found.push(diagnostic!(
                codes::packages::NOT_HELD,
                place.clone(),
                table = table,
                properties = list(properties)
            ));
        }
        for columns in self.as_texts.chunks(SHOWN) {
            found.push(diagnostic!(
                codes::packages::READ_AS_TEXTS,
                place.clone(),
                table = table,
                columns = list(columns)
            ));
        }
        for problem in found {
            self.report.push(problem);
        }
    }
}
