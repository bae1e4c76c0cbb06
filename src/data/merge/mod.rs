//! The tables of another campaign: the `datapackage.json` of a folder of `data/`, as campaigns publish it
//! → what is declared of each table that it names, in the words of our own declarations.
//!
//! So a table that somebody else publishes is read, checked and shown as if it were the campaign's own,
//! under its folder's name and with its own sources. It knows no cells; what the rows hold is read like
//! any other file.

mod accepted;
mod columns;
mod declared;
mod dialect;
mod keys;
mod once;
mod said;
mod sources;
mod told;

use super::model::{Kind, Schema};
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use declared::Known;
use keys::Targets;
use once::Unread;
use said::Said;
use serde_json::{Map, Value};
use sources::OfPackage;
use std::collections::BTreeSet;
use told::Told;

/// What such a file is called.
pub(crate) const DESCRIPTOR: &str = "datapackage.json";

/// A table of a package with its declaration.
#[derive(Debug)]
pub(crate) struct Packaged {
    /// The file, relative to the campaign's folder.
    pub path: String,
    /// None where it cannot be read, which was told.
    pub declaration: Option<String>,
}

/// The tables that a descriptor names, of files that are there; the rest is told. `package` is the
/// descriptor's path, `text` what it holds; `size` knows how many bytes a file has, if it is there.
///
/// Whatever the package says is read, or told as left out; but for what is written for people beside a
/// table (`keywords`, `contributors` and the like), which the handbook lists.
pub(crate) fn tables(
    package: &str,
    text: &str,
    size: impl Fn(&str) -> Option<u64>,
    schema: fn(Kind) -> Schema,
    languages: &[String],
    report: &mut Report,
) -> Vec<Packaged> {
    let folder = package.trim_end_matches(DESCRIPTOR);
    let whole = match once::read(text.trim_start_matches('\u{feff}')) {
        Ok(Value::Object(whole)) => whole,
        Ok(_) => Map::new(),
        Err(unread) => {
            report.push(not_read(package, unread));
            return Vec::new();
        }
    };
    let Some(Value::Array(resources)) = whole.get("resources") else {
        report.push(diagnostic!(
            codes::packages::NO_TABLES,
            Place::file(package)
        ));
        return Vec::new();
    };
    let mut of_package = Said::of(String::new(), &whole);
    of_package.pass_over(&[
        "resources",
        "name",
        "id",
        "description",
        "image",
        "version",
        "created",
        "keywords",
        "contributors",
    ]);
    let mut told = Told::of(package, None, report);
    declared::profile(&mut of_package, &mut told);
    let inherited = OfPackage::read(&mut of_package, &mut told);
    of_package.finish(&mut told);
    told.finish();
    let known = Known {
        package: &inherited,
        targets: &Targets::of(resources, folder),
        schema,
        languages,
    };
    let mut tables = Vec::with_capacity(resources.len());
    let mut taken = BTreeSet::new();
    for (number, resource) in (1..).zip(resources) {
        let path = path_of(resource);
        let is_table =
            |path: &&str| path.to_ascii_lowercase().ends_with(".csv") && !path.contains("://");
        let (Some(path), Some(properties)) = (path.filter(is_table), resource.as_object()) else {
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
        let Some(bytes) = size(&path) else {
            report.push(diagnostic!(
                codes::packages::FILE_MISSING,
                Place::file(package),
                path = path
            ));
            continue;
        };
        let name = declared::called(resource, number);
        let mut told = Told::of(package, Some(name.clone()), report);
        // Of two tables of one name or file, one would be dropped.
        for (property, read) in [("name", &name), ("path", &path)] {
            if !taken.insert((property, read.clone())) {
                told.wrong(property, read);
            }
        }
        let mut properties = Said::of(String::new(), properties);
        is_the_file(&mut properties, &path, bytes, &mut told);
        let declaration = declared::declaration(properties, &name, &known, &mut told);
        told.finish();
        tables.push(Packaged { path, declaration });
    }
    tables
}

/// The file that a resource is in: one path, or a list of one.
fn path_of(resource: &Value) -> Option<&str> {
    match resource.get("path")? {
        Value::Array(paths) => match paths.as_slice() {
            [path] => path.as_str(),
            _ => None,
        },
        path => path.as_str(),
    }
}

/// Tells a file that has not as many bytes as the package says. What its hash would be nobody here
/// computes.
fn is_the_file(resource: &mut Said<'_>, path: &str, bytes: u64, told: &mut Told<'_>) {
    let said = resource.whole("bytes", told);
    if let Some(said) = said.filter(|said| *said != bytes) {
        told.other_file(path, bytes, said);
    }
    if resource.text("hash", told).is_some() {
        told.not_held("hash".to_owned());
    }
}

fn not_read(package: &str, unread: Unread) -> Diagnostic {
    let place = Place::file(package);
    match unread {
        Unread::Damaged { line } => {
            diagnostic!(codes::packages::DAMAGED, place, line = line)
        }
        Unread::Twice { key, line } => {
            diagnostic!(codes::packages::TWICE, place, key = key, line = line)
        }
    }
}
