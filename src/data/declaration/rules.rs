//! What holds for the rows of a table, and what only its kind has to say.

use super::choices;
use super::dimensions::{self, Dimension};
use super::own_columns::{self, OwnColumn};
use super::settings::{Settings, check_lengths};
use crate::data::model::{
    Classification, Direction, Holds, Kind, Phase, PlaceType, USUAL_BASE, clean_label,
};
use crate::schema::{Record, Written, choice};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug)]
pub(crate) struct Rules {
    /// Codes of defects that are known and only counted.
    pub tolerate: BTreeSet<String>,
    /// Columns, by their headers or letters, whose numbers of people are meant for the public.
    pub public: Vec<Written<String>>,
    pub of: OfKind,
}

/// The settings that only one kind has.
#[derive(Debug)]
pub(crate) enum OfKind {
    Budget(Box<OfBudget>),
    Categories,
    Places(OfPlaces),
    Table(OfTable),
}

#[derive(Debug)]
pub(crate) struct OfBudget {
    pub classification: Option<Classification>,
    /// Names of datasets.
    pub categories: Vec<String>,
    /// By what it is divided besides.
    pub dimensions: Vec<Dimension>,
    /// Whether the column of codes holds the names of categories in their place.
    pub codes_are_labels: bool,
    pub places: BTreeSet<String>,
    /// Names of datasets of what was changed between the approved and the revised budget.
    pub adjustments: Vec<String>,
    /// Names of datasets of which code of one year is which of another.
    pub concordance: Vec<String>,
    pub rounding: Decimal,
    pub allow_negative: bool,
    /// The file's word → ours.
    pub phases: BTreeMap<String, Phase>,
    pub directions: BTreeMap<String, Direction>,
    /// Codes of totals whose parts were not all published.
    pub partial: BTreeSet<String>,
    /// Whether the figures of places add up to those of the place that they lie in.
    pub over_places: Option<bool>,
    /// Codes of places whose totals are as unusual as they look.
    pub unusual_totals: BTreeSet<String>,
    /// Columns of percentages, and what each was made from.
    pub percentages: Vec<Percentage>,
    pub other_currency: Option<OtherCurrency>,
    /// What an actual figure is compared with: the first of these phases that has one.
    pub base: Vec<Phase>,
}

choice! {
    /// What stands in the column of codes, where it is no codes.
    pub(crate) enum Codes {
        Labels = "labels",
    }
}

#[derive(Debug)]
pub(crate) struct OfPlaces {
    /// Names of datasets.
    pub parents: BTreeSet<String>,
    /// How many digits the codes of each level have; none, if codes say nothing of parents.
    pub code_lengths: BTreeSet<usize>,
    pub place_type: Option<PlaceType>,
    /// A place's code → its type, where it differs from the others in the file.
    pub place_types: BTreeMap<String, PlaceType>,
}

#[derive(Debug)]
pub(crate) struct OfTable {
    pub kind: Kind,
    /// What columns hold that are declared so.
    pub schema: BTreeMap<String, Holds>,
    /// All that are declared, by name.
    pub columns: BTreeMap<String, OwnColumn>,
}

impl Rules {
    pub(super) fn read(settings: &mut Settings<'_, '_>, kind: Kind) -> Rules {
        tolerable(
            settings,
            match kind {
                Kind::Budget => &[
                    "E01", "E06", "E08", "E662", "E663", "W11", "W12", "W13", "W14", "W15", "W16",
                    "W17", "W050", "W109", "W148", "W674",
                ],
                Kind::Concordance => &[
                    "E01", "E05", "E06", "W16", "W17", "W050", "W109", "W148", "W675", "W676",
                    "W677",
                ],
                _ => &["E01", "E05", "E06", "W16", "W17", "W050", "W109", "W148"],
            },
        );
        let tolerate = settings.written.strings("tolerate").into_iter().collect();
        let of = match kind {
            Kind::Budget => OfKind::Budget(Box::new(OfBudget::read(settings))),
            Kind::Categories => OfKind::Categories,
            Kind::Places => OfKind::Places(OfPlaces::read(settings)),
            kind => OfKind::Table(OfTable::read(settings, kind)),
        };
        Rules {
            tolerate,
            public: settings.written.written_list("public"),
            of,
        }
    }
}

/// A column of percentages.
#[derive(Debug)]
pub(crate) struct Percentage {
    pub header: String,
    /// Columns, by our names or the file's.
    pub part: String,
    pub whole: String,
}

/// A column that says amounts in another currency as well.
#[derive(Debug)]
pub(crate) struct OtherCurrency {
    pub column: String,
    pub currency: String,
    pub scale: Decimal,
    /// The column of the same amounts in the currency of the table.
    pub of: String,
}

impl OfBudget {
    /// The file's columns that are only compared with others.
    pub fn compared(&self) -> impl Iterator<Item = &str> {
        let percentages = self.percentages.iter().map(|it| it.header.as_str());
        let other = self.other_currency.iter().map(|it| it.column.as_str());
        percentages.chain(other)
    }
}

/// `"% spent" = "2025 actual / 2025 approved"`
fn percentages(settings: &mut Settings<'_, '_>) -> Vec<Percentage> {
    let written = settings.written;
    let mut found = Vec::new();
    for entry in written.entries("percentages") {
        let text = entry.item.value.text().unwrap_or_default();
        match text.split_once(" / ") {
            Some((part, whole)) => found.push(Percentage {
                header: clean_label(&entry.key).0,
                part: clean_label(part).0,
                whole: clean_label(whole).0,
            }),
            None => {
                let place = written.place(entry.item.at);
                settings.refuse_at(place, "percentages", text, &["2025 actual / 2025 approved"]);
            }
        }
    }
    found
}

fn other_currency(settings: &mut Settings<'_, '_>) -> Option<OtherCurrency> {
    let written = settings.written;
    let table = written.table("other_currency")?;
    let text = |key, unless: &str| table.string(key).unwrap_or_else(|| unless.to_owned());
    let mut own = Settings {
        written: table,
        report: settings.report,
    };
    let scale = own.number("scale", Decimal::new(1, 6));
    Some(OtherCurrency {
        column: clean_label(&text("column", "")).0,
        currency: text("currency", "USD"),
        scale: scale.unwrap_or(Decimal::ONE),
        of: clean_label(&text("of", "amount")).0,
    })
}

impl OfKind {
    pub fn kind(&self) -> Kind {
        match self {
            OfKind::Budget(_) => Kind::Budget,
            OfKind::Categories => Kind::Categories,
            OfKind::Places(_) => Kind::Places,
            OfKind::Table(of) => of.kind,
        }
    }
}

impl OfBudget {
    fn read(settings: &mut Settings<'_, '_>) -> OfBudget {
        let written = settings.written;
        check_lengths(written, &["constants"], settings.report);
        let rounding = settings.number("rounding", Decimal::ZERO);
        let totals = written.table("totals");
        let partial = totals.map(|totals| totals.strings("partial"));
        OfBudget {
            classification: written.choice("classification", Classification::named),
            categories: once_each(written.strings("categories")),
            dimensions: dimensions::read(written),
            codes_are_labels: written.choice("codes", Codes::named).is_some(),
            places: written.strings("places").into_iter().collect(),
            adjustments: once_each(written.strings("adjustments")),
            concordance: once_each(written.strings("concordance")),
            rounding: rounding.unwrap_or(Decimal::ZERO),
            allow_negative: written.truth("allow_negative").unwrap_or(false),
            phases: choices(written, "phases", Phase::named),
            directions: choices(written, "directions", Direction::named),
            partial: partial.into_iter().flatten().collect(),
            over_places: totals.and_then(|totals| totals.truth("over_places")),
            unusual_totals: written.strings("unusual_totals").into_iter().collect(),
            percentages: percentages(settings),
            other_currency: other_currency(settings),
            base: base(written),
        }
    }
}

impl OfPlaces {
    fn read(settings: &mut Settings<'_, '_>) -> OfPlaces {
        let written = settings.written;
        OfPlaces {
            parents: written.strings("parents").into_iter().collect(),
            code_lengths: written.wholes("code_lengths").into_iter().collect(),
            place_type: written.choice("type", PlaceType::named),
            place_types: choices(written, "types", PlaceType::named),
        }
    }
}

impl OfTable {
    fn read(settings: &mut Settings<'_, '_>, kind: Kind) -> OfTable {
        let columns = own_columns::read(settings);
        let holds = columns.iter();
        let holds = holds.filter_map(|(name, column)| Some((name.clone(), column.holds?)));
        OfTable {
            kind,
            schema: holds.collect(),
            columns,
        }
    }
}

/// The phases of `[derive] base`.
fn base(written: &Record<'_>) -> Vec<Phase> {
    let words = written.table("derive").map(|derive| derive.strings("base"));
    match words.filter(|words| !words.is_empty()) {
        Some(words) => words.iter().filter_map(|word| Phase::named(word)).collect(),
        None => USUAL_BASE.to_vec(),
    }
}

/// The names in their order, each where it stands first.
fn once_each(names: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let names = names.into_iter();
    names.filter(|name| seen.insert(name.clone())).collect()
}

/// Refuses codes that are not among the `tolerable`.
fn tolerable(settings: &mut Settings<'_, '_>, tolerable: &[&str]) {
    let written = settings.written;
    for item in written.items("tolerate") {
        let code = item.value.text().unwrap_or_default();
        if !tolerable.contains(&code) {
            settings.refuse_at(written.place(item.at), "tolerate", code, tolerable);
        }
    }
}
