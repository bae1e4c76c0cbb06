//! A sheet and its columns → the rows of its kind.

pub(crate) mod budget;
pub(crate) mod categories;
pub(crate) mod gazetteer;
pub(crate) mod places;
pub(crate) mod table;

use super::model::Kind;
use super::read::Texts;

/// The columns that a kind of table must and may have, by our names.
pub(crate) struct KnownColumns {
    pub required: &'static [&'static str],
    pub optional: Vec<String>,
}

impl KnownColumns {
    pub fn of(kind: Kind, languages: &Texts) -> KnownColumns {
        let (required, optional, texts): (_, &[&str], &[&str]) = match kind {
            Kind::Budget => (budget::REQUIRED, budget::OPTIONAL, budget::TEXTS),
            Kind::Categories => (
                categories::REQUIRED,
                categories::OPTIONAL,
                categories::TEXTS,
            ),
            Kind::Places => (places::REQUIRED, places::OPTIONAL, places::TEXTS),
            _ => {
                let (required, known) = table::schema(kind);
                return KnownColumns {
                    required,
                    optional: known.iter().map(|(name, _)| (*name).to_owned()).collect(),
                };
            }
        };
        let mut optional: Vec<String> = optional.iter().map(|name| (*name).to_owned()).collect();
        for text in texts {
            optional.push((*text).to_owned());
            optional.extend(languages.tags.iter().map(|tag| format!("{text}_{tag}")));
        }
        KnownColumns { required, optional }
    }
}
