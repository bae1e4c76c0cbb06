//! A folder → the tables of its campaign alone, read and checked as a build does, without its pages.

use crate::config::{self, Config};
use crate::data::{self, Datasets};
use crate::diagnostic::Report;
use crate::files::Files;
use std::path::Path;

/// The tables of a campaign, and what they were read from.
pub struct Tables {
    pub files: Files,
    pub config: Config,
    pub datasets: Datasets,
}

/// Reads the tables of the campaign in `root`; nothing where its configuration cannot be read.
pub fn tables(root: &Path) -> (Option<Tables>, Report) {
    let mut report = Report::new();
    let files = Files::walk(root, &[root.join(super::OUTPUT)], &mut report);
    if report.has_errors() {
        return (None, report);
    }
    let Some(config) = config::load(&files, &mut report) else {
        return (None, report);
    };
    let datasets = data::load(&files, &config, &mut report);
    let tables = Tables {
        files,
        config,
        datasets,
    };
    (Some(tables), report)
}
