//! What a dataset is about.

use crate::schema::choice;

choice! {
    /// What a dataset is about; a file named after its kind needs no TOML.
    pub enum Kind {
        Budget = "budget",
        Categories = "categories",
        Places = "places",
        Comparators = "comparators",
        Services = "services",
        Contacts = "contacts",
        Scorecards = "scorecards",
        Commitments = "commitments",
        Projects = "projects",
        Contracts = "contracts",
        Events = "events",
        Survey = "survey",
        Glossary = "glossary",
        Concordance = "concordance",
        Adjustments = "adjustments",
        Table = "table",
    }
}

impl Kind {
    /// The kind after which a file is named.
    pub(crate) fn of_file(name: &str) -> Option<Kind> {
        Kind::named(name).filter(|kind| *kind != Kind::Table)
    }
}
