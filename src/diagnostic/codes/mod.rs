//! Every code there is: one file per stage, each with its list; the reference page and `sala explain`
//! are made from these words.

pub mod cells;
pub mod config;
pub mod content;
pub mod data;
pub mod datasets;
pub mod dimensions;
pub mod files;
pub mod khmer;
pub mod kinds;
pub mod leaflet;
pub mod output;
pub mod packages;
pub mod preview;
pub mod privacy;
pub mod site;
pub mod tables;
pub mod theme;

use super::{MessageLanguage, Severity};

/// The same words in both languages of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    pub en: &'static str,
    pub km: &'static str,
}

impl Words {
    pub fn in_language(&self, language: MessageLanguage) -> &'static str {
        match language {
            MessageLanguage::English => self.en,
            MessageLanguage::Khmer => self.km,
        }
    }
}

/// Who can mend it, in rising order of gravity; it decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The author of pages and tables: exit code 1.
    Content,
    /// Whoever keeps `sala.toml` and the theme: exit code 3.
    Configuration,
    /// Whoever keeps the machine (disk, permissions): exit code 4.
    Machine,
}

/// A kind of problem, with the words that explain it.
///
/// `message` and `help` hold `{placeholders}`, filled by [`super::Diagnostic::with`]; a brace that
/// is meant stands twice.
#[derive(Debug)]
pub struct Code {
    /// Stable, and the author's interface: `E03`.
    pub id: &'static str,
    pub severity: Severity,
    pub kind: Kind,
    /// What is wrong: lower case, one sentence, no full stop.
    pub message: Words,
    /// The way out: lower case, one sentence, no full stop.
    pub help: Words,
    /// Why it matters to a reader, in whole sentences.
    pub explain: Words,
    /// The mistake as authors make it, and mended, if a line of theirs shows it best.
    pub example: Option<Example>,
}

/// What was written, and what should have been.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    pub wrong: &'static str,
    pub right: &'static str,
}

/// Declares the codes of one stage and their list `ALL`.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal $severity:ident $kind:ident {
        message: $message_en:literal, $message_km:literal;
        help: $help_en:literal, $help_km:literal;
        explain: $explain_en:literal, $explain_km:literal;
        $(example: $wrong:literal, $right:literal;)?
    })*) => {
        $(
            $(#[$doc])*
            pub static $name: $crate::diagnostic::Code = $crate::diagnostic::Code {
                id: $id,
                severity: $crate::diagnostic::Severity::$severity,
                kind: $crate::diagnostic::Kind::$kind,
                message: $crate::diagnostic::Words { en: $message_en, km: $message_km },
                help: $crate::diagnostic::Words { en: $help_en, km: $help_km },
                explain: $crate::diagnostic::Words { en: $explain_en, km: $explain_km },
                example: $crate::diagnostic::codes::example(&[$($wrong, $right)?]),
            };
        )*
        /// Every code of this file.
        pub static ALL: &[&$crate::diagnostic::Code] = &[$(&$name),*];
    };
}
pub(crate) use codes;

const fn example(lines: &[&'static str]) -> Option<Example> {
    match lines {
        [wrong, right] => Some(Example { wrong, right }),
        _ => None,
    }
}

/// The codes of each stage.
static STAGES: [&[&Code]; 17] = [
    files::ALL,
    config::ALL,
    theme::ALL,
    content::ALL,
    kinds::ALL,
    data::ALL,
    datasets::ALL,
    dimensions::ALL,
    cells::ALL,
    packages::ALL,
    site::ALL,
    tables::ALL,
    leaflet::ALL,
    output::ALL,
    khmer::ALL,
    preview::ALL,
    privacy::ALL,
];

/// Every code of the program, by stage.
pub fn all() -> impl Iterator<Item = &'static Code> {
    STAGES.into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn placeholders(words: &str) -> BTreeSet<String> {
        words
            .replace("{{", "")
            .replace("}}", "")
            .split('{')
            .skip(1)
            .map(|rest| {
                rest.split_once('}')
                    .expect("a placeholder is closed")
                    .0
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn an_id_belongs_to_one_stage() {
        let mut stage_of = BTreeMap::new();
        for (stage, codes) in STAGES.into_iter().enumerate() {
            for code in codes {
                // Problems of one kind may share an id within their stage, each with its own words.
                assert_eq!(
                    *stage_of.entry(code.id).or_insert(stage),
                    stage,
                    "{} stands in two files",
                    code.id
                );
            }
        }
    }

    #[test]
    fn every_code_says_the_same_in_both_languages() {
        let mut seen = BTreeMap::new();
        let mut words = BTreeSet::new();
        for code in all() {
            let kind = (code.severity, code.kind);
            assert_eq!(*seen.entry(code.id).or_insert(kind), kind, "{}", code.id);
            assert!(
                words.insert((code.message.en, code.help.en)),
                "{} stands twice",
                code.id
            );
            for (field, words) in [("message", &code.message), ("help", &code.help)] {
                assert_eq!(
                    placeholders(words.en),
                    placeholders(words.km),
                    "{} {field}",
                    code.id
                );
                assert!(
                    !words.en.ends_with('.') && !words.km.ends_with('។'),
                    "{}",
                    code.id
                );
            }
            assert!(
                !code.explain.en.is_empty() && !code.explain.km.is_empty(),
                "{}",
                code.id
            );
            assert_eq!(
                code.id.starts_with('W'),
                code.severity == Severity::Warning,
                "{}",
                code.id
            );
        }
    }
}
