//! The files that a command names → the campaign that they belong to, and its tables.

use crate::campaign::{Tables, tables};
use crate::data::Dataset;
use crate::diagnostic::{Candidates, Diagnostic, Place, Report, codes, diagnostic};
use std::path::{Path, PathBuf};

/// The tables of a campaign, and what is told of those that were named.
pub(super) struct Chosen {
    /// Nothing where the campaign itself cannot be read.
    pub tables: Option<Tables>,
    pub report: Report,
    /// Of each table that was named, its data file; all tables if none was.
    paths: Option<Vec<String>>,
}

impl Chosen {
    /// The tables of these files, each the data file of a table, its description or its name.
    pub fn of(root: Option<&Path>, files: &[PathBuf]) -> Result<Chosen, Diagnostic> {
        let root = match (root, files.first()) {
            (Some(root), _) => root.to_owned(),
            (None, Some(file)) => campaign_around(file).unwrap_or_else(|| ".".into()),
            (None, None) => ".".into(),
        };
        let (tables, report) = tables(&root);
        let Some(read) = &tables else {
            return Ok(Chosen {
                tables,
                report,
                paths: None,
            });
        };
        if files.is_empty() {
            return Ok(Chosen {
                tables,
                report,
                paths: None,
            });
        }
        let mut paths = Vec::new();
        for file in files {
            let name = below(&root, file);
            let stem = without_ending(&name);
            let known = read.files.under("data/").filter(|path| !is_toml(path));
            let mut known = known.filter(|path| {
                **path == name
                    || without_ending(path) == stem
                    || without_ending(path) == format!("data/{name}")
            });
            match known.next() {
                Some(path) => paths.push(path.to_owned()),
                None => return Err(no_such_table(&name, &root, read)),
            }
        }
        let is_named = |path: &str| {
            paths
                .iter()
                .any(|it| without_ending(it) == without_ending(path))
        };
        Ok(Chosen {
            report: report.of_files(is_named),
            tables,
            paths: Some(paths),
        })
    }

    /// The tables that were named, by their names.
    pub fn datasets(&self) -> impl Iterator<Item = &Dataset> {
        let all = self.tables.iter().flat_map(|tables| tables.datasets.iter());
        all.filter(|dataset| {
            let paths = self.paths.as_ref();
            paths.is_none_or(|paths| paths.contains(&dataset.path))
        })
    }

    /// Whether nothing of the table was left out because of a mistake in it.
    pub fn is_complete(&self, dataset: &Dataset) -> bool {
        let toml = format!("data/{}.toml", dataset.name);
        !self.report.has_errors_in(&dataset.path) && !self.report.has_errors_in(&toml)
    }
}

/// The nearest folder around a file that holds a campaign.
pub(super) fn campaign_around(file: &Path) -> Option<PathBuf> {
    let file = std::path::absolute(file).ok()?;
    let mut folders = file.ancestors().skip(1);
    let root = folders.find(|folder| folder.join("sala.toml").is_file())?;
    // Said as shortly as it was asked for.
    let here = std::path::absolute(".").ok()?;
    Some(match root.strip_prefix(&here) {
        Ok(below) if below == Path::new("") => ".".into(),
        Ok(below) => below.to_owned(),
        Err(_) => root.to_owned(),
    })
}

/// The path of a file as the campaign has it.
pub(super) fn below(root: &Path, file: &Path) -> String {
    let absolute = |path: &Path| std::path::absolute(path).ok();
    let own = absolute(root).zip(absolute(file));
    let own = own.and_then(|(root, file)| Some(file.strip_prefix(root).ok()?.to_owned()));
    let own = own.unwrap_or_else(|| file.to_owned());
    own.to_string_lossy().replace('\\', "/")
}

fn is_toml(path: &str) -> bool {
    path.ends_with(".toml")
}

fn without_ending(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}

fn no_such_table(read: &str, root: &Path, tables: &Tables) -> Diagnostic {
    let paths = tables.datasets.iter().map(|dataset| dataset.path.as_str());
    let known = Candidates::of(paths);
    let shown = root.to_string_lossy().replace('\\', "/");
    let unknown = diagnostic!(
        codes::tables::NO_SUCH_TABLE,
        Place::Site,
        read = read,
        root = shown,
        tables = known.list()
    );
    unknown.did_you_mean(read, &known)
}
