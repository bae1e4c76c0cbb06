//! The tables of another campaign: the `datapackage.json` of a folder of `data/`, as campaigns publish it
//! → what is declared of each table that it names, in the words of our own declarations.
//!
//! So a table that somebody else publishes is read, checked and shown as if it were the campaign's own,
//! under its folder's name and with its own sources. It knows no cells; what the rows hold is read like
//! any other file.

mod declared;

use super::model::{Kind, Schema};
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use serde_json::Value;

/// What such a file is called.
pub(crate) const DESCRIPTOR: &str = "datapackage.json";

/// A table of a package with its declaration.
#[derive(Debug)]
pub(crate) struct Packaged {
    /// The file, relative to the campaign's folder.
    pub path: String,
    pub declaration: String,
}

/// The tables that a descriptor names, of files that are there; the rest is told. `package` is the
/// descriptor's path, `text` what it holds.
pub(crate) fn tables(
    package: &str,
    text: &str,
    is_there: impl Fn(&str) -> bool,
    schema: fn(Kind) -> Schema,
    languages: &[String],
    report: &mut Report,
) -> Vec<Packaged> {
    let folder = package.trim_end_matches(DESCRIPTOR);
    let resources = match serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) {
        Ok(Value::Object(mut package)) => package.remove("resources"),
        Ok(_) => None,
        Err(error) => {
            report.push(damaged(package, error.line()));
            return Vec::new();
        }
    };
    let Some(Value::Array(resources)) = resources else {
        report.push(diagnostic!(
            codes::packages::NO_TABLES,
            Place::file(package)
        ));
        return Vec::new();
    };
    let names = declared::Names::of(&resources, folder);
    let mut tables = Vec::with_capacity(resources.len());
    for (number, resource) in (1..).zip(&resources) {
        let path = declared::path_of(resource);
        let is_table =
            |path: &&str| path.to_ascii_lowercase().ends_with(".csv") && !path.contains("://");
        let Some(path) = path.filter(is_table) else {
            let read = resource.get("path").unwrap_or(&Value::Null);
            report.push(diagnostic!(
                codes::packages::NO_FILE,
                Place::file(package),
                number = number,
                read = read
            ));
            continue;
        };
        let path = format!("{folder}{path}");
        if !is_there(&path) {
            report.push(diagnostic!(
                codes::packages::FILE_MISSING,
                Place::file(package),
                path = path
            ));
            continue;
        }
        let declaration = declared::declaration(resource, &names, schema, languages);
        tables.push(Packaged { path, declaration });
    }
    tables
}

fn damaged(package: &str, line: usize) -> Diagnostic {
    diagnostic!(codes::packages::DAMAGED, Place::file(package), line = line)
}
