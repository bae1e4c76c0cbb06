//! `data/<name>.toml` → [`Declaration`]: what the file beside it is and how its cells are to be read.
//!
//! Four parts: how the table stands in its file, how its figures are read, where they come from, and
//! what holds for its rows, with what only its kind has to say. A setting that means nothing for the
//! kind is unknown, and so is a column that such a table does not have.

mod dialect;
mod dimensions;
mod findings;
mod own_columns;
mod provenance;
mod reading;
mod rules;
mod settings;
mod written;

pub(crate) use dialect::{Dialect, Sheets, Unseen};
pub(crate) use dimensions::Dimension;
pub(crate) use findings::Findings;
pub(crate) use provenance::Provenance;
pub(crate) use reading::Reading;
pub(crate) use rules::{OfBudget, OfKind, OfPlaces, OfTable, Percentage, Rules};
pub use written::SCHEMA;

use super::model::{Constant, Field, Kind, Schema, clean_label, figure_column};
use crate::config::text_of;
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic, is_one_slip, words};
use crate::schema::{Entry, Record, Written};
use own_columns::Declared;
use reading::{Calendar, Digits};
use rules::Codes;
use settings::Settings;
use std::collections::BTreeMap;

/// What stands for the name of the sheet under `[constants]`.
const SHEET: &str = "@sheet";

/// What is declared about one dataset, checked as far as one file alone can be.
#[derive(Debug)]
pub(crate) struct Declaration {
    pub name: String,
    pub toml: String,
    /// Whether it is what a package says of the table.
    is_packaged: bool,
    pub dialect: Dialect,
    pub reading: Reading,
    pub provenance: Provenance,
    pub rules: Rules,
    /// Names of other datasets, each with the kind that it must have.
    pub references: Vec<Reference>,
    /// Our name → the file's header.
    columns: BTreeMap<String, String>,
    /// Our name → the value that every row has.
    pub constants: BTreeMap<String, String>,
}

/// The name of another dataset.
#[derive(Debug)]
pub(crate) struct Reference {
    pub key: &'static str,
    pub name: Written<String>,
    pub kind: Kind,
}

/// What is known of the columns of each kind of table.
pub(crate) struct Known<'own> {
    pub schema: fn(Kind) -> Schema,
    /// The languages that texts may be in.
    pub languages: &'own [String],
}

impl Declaration {
    /// Reads the TOML file; `None` if it cannot be used.
    pub fn read(
        name: &str,
        toml: &str,
        text: &str,
        known: &Known<'_>,
        report: &mut Report,
    ) -> Option<Declaration> {
        let mut found = Report::new();
        let Some(kind) = kind_of(name, toml, text) else {
            let read = SCHEMA.read(toml, text, 0..text.len(), &mut found);
            // A kind that is misspelt was told already.
            if read.whole {
                found.push(diagnostic!(
                    codes::data::NO_KIND,
                    Place::file(toml),
                    kinds = words(Kind::WORDS)
                ));
            }
            report.extend(found);
            return None;
        };
        let settings = written::settings(kind);
        let read = settings.read(toml, text, 0..text.len(), &mut found);
        let of_kind = (known.schema)(kind);
        // Other kinds have no such setting.
        if kind == Kind::Budget {
            dimensions::check(&read.record, &of_kind, &mut found);
        }
        let declaration = declaration(&read.record, kind, name, toml, &mut found);
        check_columns(
            &read.record,
            &declaration.schema(of_kind),
            known,
            &mut found,
        );
        let usable = read.whole && !found.has_errors();
        report.extend(found);
        usable.then_some(declaration)
    }

    /// The declaration of a file that is named after its kind.
    pub fn of_kind(name: &str, kind: Kind) -> Declaration {
        let toml = format!("data/{name}.toml");
        let nothing = written::settings(kind).empty(&toml);
        declaration(&nothing, kind, name, &toml, &mut Report::new())
    }

    /// The same, made of what a package says.
    #[must_use]
    pub fn of_package(self) -> Declaration {
        Declaration {
            is_packaged: true,
            ..self
        }
    }

    pub fn kind(&self) -> Kind {
        self.rules.of.kind()
    }

    /// The columns of its kind, and those that it declares besides.
    pub fn schema(&self, of_kind: Schema) -> Schema {
        match &self.rules.of {
            OfKind::Budget(of) => {
                let dimensions = of.dimensions.iter();
                of_kind.and(dimensions.map(|it| Field::dimension(&it.name, &it.categories)))
            }
            _ => of_kind,
        }
    }

    /// The value that every row of a sheet has in a column; that of its own name, if it is so declared.
    pub fn constant<'own>(&'own self, name: &str, sheet: Option<&'own str>) -> Option<&'own str> {
        let constant = self.constants.get(name)?;
        match constant.as_str() {
            SHEET => sheet,
            "" => None,
            constant => Some(constant),
        }
    }

    /// Whether a constant is the name of the sheet.
    pub fn names_sheets(&self) -> bool {
        self.constants.values().any(|constant| constant == SHEET)
    }

    /// The header in the file under which our column `name` stands.
    pub fn header_of<'own>(&'own self, name: &'own str) -> &'own str {
        self.columns.get(name).map_or(name, String::as_str)
    }

    /// The columns that `[columns]` names: ours and the file's.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &str)> {
        self.columns
            .iter()
            .map(|(ours, theirs)| (ours.as_str(), theirs.as_str()))
    }

    /// Where a name of another dataset stands.
    pub fn place_of(&self, reference: &Reference) -> Place {
        reference.name.place(&self.toml)
    }

    pub fn findings(&self) -> Findings {
        Findings::new(&self.toml, &self.rules.tolerate).of_package(self.is_packaged)
    }
}

/// The kind that the file names, or is named after. Which settings there are depends on it, so it is
/// read first, and whatever is wrong is told later.
fn kind_of(name: &str, toml: &str, text: &str) -> Option<Kind> {
    let read = SCHEMA.read(toml, text, 0..text.len(), &mut Report::new());
    let kind = read.record.choice("kind", Kind::named);
    kind.or_else(|| Kind::of_file(name))
}

/// The declaration with what stands in it; a setting that cannot be is reported and left out.
fn declaration(
    written: &Record<'_>,
    kind: Kind,
    name: &str,
    toml: &str,
    report: &mut Report,
) -> Declaration {
    let mut settings = Settings { written, report };
    let reading = Reading::read(&mut settings, written::settings(kind));
    let dialect = Dialect::read(&mut settings);
    let rules = Rules::read(&mut settings, kind);
    let provenance = Provenance::read(&mut settings);
    let constants = match kind {
        Kind::Budget => texts(written, "constants").collect(),
        _ => BTreeMap::new(),
    };
    Declaration {
        name: name.to_owned(),
        toml: toml.to_owned(),
        is_packaged: false,
        dialect,
        reading,
        provenance,
        rules,
        references: references(written, kind),
        columns: texts(written, "columns")
            .map(|(ours, theirs)| (ours, clean_label(&theirs).0))
            .collect(),
        constants,
    }
}

/// Reports what `[columns]` and `[constants]` name that is no column of such a table.
fn check_columns(written: &Record<'_>, schema: &Schema, known: &Known<'_>, report: &mut Report) {
    let mut check = |entries: &[Entry<'_>], is_known: &dyn Fn(&str) -> bool, names: Candidates| {
        for entry in entries.iter().filter(|entry| !is_known(&entry.key)) {
            let place = written.place(entry.key_at);
            let unknown = diagnostic!(
                codes::files::UNKNOWN_KEY,
                place,
                key = &entry.key,
                known = names.list()
            );
            report.push(unknown.did_you_mean(&entry.key, &names));
        }
    };
    let names = schema.names(known.languages);
    // In an open table a name of nobody's is the author's, unless it is one of ours but for a slip.
    let is_slip = |key: &str| {
        let mut names = names.iter().filter(|name| name.len() > 3);
        names.any(|name| is_one_slip(key, name))
    };
    let is_column = |key: &str| {
        names.iter().any(|name| name == key)
            || schema.may_be_wide() && figure_column(key).is_some()
            || schema.is_open && !is_slip(key)
    };
    check(
        written.entries("columns"),
        &is_column,
        Candidates::of(names.iter().map(|name| &**name)),
    );
    let fields = schema.in_file();
    let constant = fields.filter(|field| field.constant != Constant::Never);
    let constants: Vec<&str> = constant.map(|field| &*field.name).collect();
    if !constants.is_empty() {
        check(
            written.entries("constants"),
            &|key| constants.contains(&key),
            Candidates::of(constants.iter().copied()),
        );
    }
}

fn references(written: &Record<'_>, kind: Kind) -> Vec<Reference> {
    let keys: &[(&'static str, Kind)] = match kind {
        Kind::Budget => &[
            ("categories", Kind::Categories),
            ("places", Kind::Places),
            ("adjustments", Kind::Adjustments),
            ("concordance", Kind::Concordance),
        ],
        Kind::Places => &[("parents", Kind::Places)],
        _ => &[],
    };
    let mut references = Vec::new();
    for (key, kind) in keys {
        let names = written.written_list(key).into_iter();
        references.extend(names.map(|name| Reference {
            key,
            name,
            kind: *kind,
        }));
    }
    if kind == Kind::Budget {
        references.extend(dimensions::references(written));
    }
    references
}

fn texts(written: &Record<'_>, key: &str) -> impl Iterator<Item = (String, String)> {
    written.entries(key).iter().filter_map(text_of)
}

fn choices<T>(
    written: &Record<'_>,
    key: &str,
    named: fn(&str) -> Option<T>,
) -> BTreeMap<String, T> {
    texts(written, key)
        .filter_map(|(ours, word)| Some((ours, named(&word)?)))
        .collect()
}
