//! A folder → the tables of its campaign alone, read and checked as a build does, without its pages.

use crate::config::{self, Config};
use crate::data::{self, Answers, Datasets, Described, Draft, Question};
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

/// A file that is described, and how it would be read then.
pub(crate) enum Tried {
    Draft {
        draft: Box<Draft>,
        /// What is told of its tables among those of the campaign.
        report: Report,
    },
    Questions(Vec<Question>),
}

impl Tables {
    /// Those of no campaign: a file that lies somewhere else is described as if it were the only one.
    pub(crate) fn of_none() -> Tables {
        let settings = "base_url = 'https://campaign.example/'\n[languages.en]\n";
        let files = Files::in_memory([("sala.toml", settings)]);
        let config = config::load(&files, &mut Report::new()).expect("these settings are right");
        let datasets = data::load(&files, &config, &mut Report::new());
        Tables {
            files,
            config,
            datasets,
        }
    }

    /// Describes a file of these bytes that lies, or would lie, below `data/` of the campaign, and reads
    /// it as described.
    pub(crate) fn describe(
        self,
        path: &str,
        bytes: Vec<u8>,
        answers: &Answers,
    ) -> Result<Tried, Report> {
        let files = self.files.overlaid(Files::in_memory([(path, bytes)]));
        let gazetteer = self.datasets.gazetteer();
        let draft = match data::describe(path, &files, &self.config, gazetteer, answers)? {
            Described::Draft(draft) => draft,
            Described::Questions(questions) => return Ok(Tried::Questions(questions)),
        };
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = |name: &str| format!("{folder}/{name}");
        let written = draft.files.iter();
        let written = written.map(|(name, text)| (beside(name), text.as_bytes()));
        let files = files.overlaid(Files::in_memory(written));
        let mut report = Report::new();
        data::load(&files, &self.config, &mut report);
        let is_own =
            |told: &str| told == path || draft.files.iter().any(|(name, _)| told == beside(name));
        let report = report.of_files(is_own);
        Ok(Tried::Draft { draft, report })
    }
}
