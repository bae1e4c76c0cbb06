//! `data/<name>.toml` → [`Declaration`]: what the file beside it is and how its cells are to be read.

mod findings;
mod written;

pub(crate) use findings::Findings;
pub use written::SCHEMA;

use super::model::{
    Classification, Direction, Holds, Kind, Phase, PlaceType, Source, clean_label, parse_cell,
    too_long,
};
use crate::config::{Localised, text_of};
use crate::diagnostic::{Place, Report, codes, diagnostic, list, words};
use crate::khmer::number::{DigitScript, Separators};
use crate::schema::{Item, Record, Value, Written, choice};
use crate::scheme;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What is declared about one dataset, checked as far as one file alone can be.
#[derive(Debug)]
pub(crate) struct Declaration {
    pub name: String,
    pub toml: String,
    pub kind: Kind,
    pub title: Localised,
    pub description: Localised,
    pub classification: Option<Classification>,
    /// Names of datasets.
    pub categories: Vec<String>,
    pub places: BTreeSet<String>,
    pub parents: BTreeSet<String>,
    /// The same names, each with the kind that its dataset must have.
    pub references: Vec<Reference>,
    pub sheet: Option<String>,
    pub header_row: Option<u32>,
    range: Option<Window>,
    pub skip_rows: BTreeSet<u32>,
    pub delimiter: Option<char>,
    pub currency: String,
    /// How many units of the currency a 1 in the file stands for.
    pub scale: Decimal,
    pub separators: Separators,
    pub buddhist_era: bool,
    pub rounding: Decimal,
    pub retrieved: Option<Date>,
    pub sources: Vec<Source>,
    pub allow_negative: bool,
    pub synthetic: bool,
    pub tolerate: BTreeSet<String>,
    /// Our name → the file's header.
    columns: BTreeMap<String, String>,
    /// Our name → the value that every row has.
    pub constants: BTreeMap<String, String>,
    /// The file's word → ours.
    pub phases: BTreeMap<String, Phase>,
    pub directions: BTreeMap<String, Direction>,
    pub place_type: Option<PlaceType>,
    /// A place's code → its type, where it differs from the others in the file.
    pub place_types: BTreeMap<String, PlaceType>,
    pub schema: BTreeMap<String, Holds>,
    /// Codes of totals whose parts were not all published.
    pub partial: Vec<String>,
}

/// The name of another dataset.
#[derive(Debug)]
pub(crate) struct Reference {
    pub key: &'static str,
    pub name: Written<String>,
    pub kind: Kind,
}

choice! {
    pub(crate) enum Digits {
        Khmr = "khmr",
        Latn = "latn",
        Any = "any",
    }
}

choice! {
    pub(crate) enum Calendar {
        Gregorian = "gregorian",
        Buddhist = "buddhist",
    }
}

choice! {
    /// What a column of an author's own table holds.
    pub(crate) enum Declared {
        Text = "text",
        Code = "code",
        Number = "number",
        Amount = "amount",
        Year = "year",
    }
}

impl Declared {
    fn holds(self) -> Holds {
        match self {
            Declared::Text => Holds::Text,
            Declared::Code => Holds::Code,
            Declared::Number => Holds::Number,
            Declared::Amount => Holds::Amount,
            Declared::Year => Holds::Year,
        }
    }
}

/// The cells of a `range`: rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    pub first_row: u32,
    pub first_column: u32,
    pub last_row: u32,
    pub last_column: u32,
}

impl Declaration {
    /// Reads the TOML file; `None` if it cannot be used.
    pub fn read(name: &str, toml: &str, text: &str, report: &mut Report) -> Option<Declaration> {
        let mut found = Report::new();
        let read = SCHEMA.read(toml, text, 0..text.len(), &mut found);
        let declaration = check(&read.record, read.whole, name, toml, &mut found);
        let usable = read.whole && !found.has_errors();
        report.extend(found);
        declaration.filter(|_| usable)
    }

    /// The declaration of a file that is named after its kind.
    pub fn of_kind(name: &str, kind: Kind) -> Declaration {
        let toml = format!("data/{name}.toml");
        declaration(&SCHEMA.empty(&toml), kind, name, &toml, &mut Report::new())
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

    pub fn window(&self) -> Option<Window> {
        self.range
    }

    /// Where a name of another dataset stands.
    pub fn place_of(&self, reference: &Reference) -> Place {
        reference.name.place(&self.toml)
    }

    pub fn findings(&self) -> Findings {
        Findings::new(&self.toml, &self.tolerate)
    }
}

fn check(
    written: &Record<'_>,
    whole: bool,
    name: &str,
    toml: &str,
    report: &mut Report,
) -> Option<Declaration> {
    let kind = written.choice("kind", Kind::named);
    match kind.or_else(|| Kind::of_file(name)) {
        Some(kind) => Some(declaration(written, kind, name, toml, report)),
        // A kind that is misspelt was told already.
        None if !whole => None,
        None => {
            report.push(diagnostic!(
                codes::data::NO_KIND,
                Place::file(toml),
                kinds = words(Kind::WORDS)
            ));
            None
        }
    }
}

/// The declaration with what stands in it; a setting that cannot be is reported and left out.
fn declaration(
    written: &Record<'_>,
    kind: Kind,
    name: &str,
    toml: &str,
    report: &mut Report,
) -> Declaration {
    if let Some(derive) = written.table("derive") {
        // Nobody compares phases yet; an author who relied on it would be misled.
        let place = derive.own_place();
        report.push(diagnostic!(codes::data::NOT_USED, place, key = "derive"));
    }
    for source in written.tables("source") {
        check_address(source, report);
        check_lengths(
            source,
            &["id", "title", "publisher", "url", "page", "licence"],
            report,
        );
    }
    check_lengths(written, &["title", "currency", "constants"], report);
    let mut settings = Settings { written, report };
    let group = settings.mark("group");
    let decimal = settings.mark("decimal");
    if group.is_some() && group == decimal {
        let same = group.map(String::from).unwrap_or_default();
        settings.refuse("decimal", &same, &[".", ","]);
    }
    let smallest = Decimal::new(1, 6);
    let scale = settings.number("scale", smallest).unwrap_or(Decimal::ONE);
    let rounding = settings.number("rounding", Decimal::ZERO);
    let delimiter = settings.delimiter();
    let range = settings.range();
    settings.tolerate(match kind {
        Kind::Budget => &["E01", "E06", "E08", "W16", "W17", "W109"],
        _ => &["E01", "E05", "E06", "W16", "W17", "W109"],
    });
    let retrieved = written.day("retrieved");
    Declaration {
        name: name.to_owned(),
        toml: toml.to_owned(),
        kind,
        title: clean_localised(Localised::read(written, "title")),
        description: clean_localised(Localised::read(written, "description")),
        classification: written.choice("classification", Classification::named),
        categories: once_each(written.strings("categories")),
        places: written.strings("places").into_iter().collect(),
        parents: written.strings("parents").into_iter().collect(),
        references: references(written),
        sheet: written.string("sheet"),
        header_row: written.whole("header_row"),
        range,
        skip_rows: written.wholes("skip_rows").into_iter().collect(),
        delimiter,
        currency: written
            .string("currency")
            .unwrap_or_else(|| "KHR".to_owned()),
        scale,
        separators: Separators {
            group,
            decimal,
            digits: match written.choice("digits", Digits::named) {
                Some(Digits::Khmr) => DigitScript::Khmer,
                Some(Digits::Latn) => DigitScript::Latin,
                Some(Digits::Any) | None => DigitScript::Any,
            },
        },
        buddhist_era: written.choice("calendar", Calendar::named) == Some(Calendar::Buddhist),
        rounding: rounding.unwrap_or(Decimal::ZERO),
        retrieved,
        sources: written
            .tables("source")
            .enumerate()
            .map(|(index, written)| source(index, written, retrieved))
            .collect(),
        allow_negative: written.truth("allow_negative").unwrap_or(false),
        synthetic: written.truth("synthetic").unwrap_or(false),
        tolerate: written.strings("tolerate").into_iter().collect(),
        columns: texts(written, "columns")
            .map(|(ours, theirs)| (ours, clean_label(&theirs).0))
            .collect(),
        constants: texts(written, "constants").collect(),
        phases: choices(written, "phases", Phase::named),
        directions: choices(written, "directions", Direction::named),
        place_type: written.choice("type", PlaceType::named),
        place_types: choices(written, "types", PlaceType::named),
        schema: choices(written, "schema", |word| {
            Declared::named(word).map(Declared::holds)
        }),
        partial: written
            .table("totals")
            .map(|totals| totals.strings("partial"))
            .unwrap_or_default(),
    }
}

/// Settings whose values can be wrong in ways of their own.
struct Settings<'own, 'text> {
    written: &'own Record<'text>,
    report: &'own mut Report,
}

impl Settings<'_, '_> {
    fn refuse(&mut self, key: &'static str, read: &str, allowed: &[&str]) {
        self.refuse_at(self.written.place_of(key), key, read, allowed);
    }

    fn refuse_at(&mut self, place: Place, key: &'static str, read: &str, allowed: &[&str]) {
        self.report.push(diagnostic!(
            codes::data::BAD_SETTING,
            place,
            key = key,
            read = read,
            allowed = list(allowed)
        ));
    }

    /// A separator: one character, or `""` for none.
    fn mark(&mut self, key: &'static str) -> Option<char> {
        let text = self.written.text(key)?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (None, _) => None,
            (Some(only), None) if !only.is_alphanumeric() && only != '-' => Some(only),
            _ => {
                self.refuse(key, text, &[".", ",", " "]);
                None
            }
        }
    }

    fn delimiter(&mut self) -> Option<char> {
        let text = self.written.text("delimiter")?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) if only.is_ascii() => Some(only),
            _ => {
                self.refuse("delimiter", text, &[",", ";", "\\t", "|"]);
                None
            }
        }
    }

    fn number(&mut self, key: &'static str, least: Decimal) -> Option<Decimal> {
        let text = self.written.text(key)?;
        let read = text.parse().or_else(|_| Decimal::from_scientific(text));
        // With more digits, exact figures would not stay so when they are multiplied.
        let (largest, decimals) = (Decimal::from(1_000_000_000_000_000_u64), 6);
        let read = read
            .map(|number| number.normalize())
            .ok()
            .filter(|number| (least..=largest).contains(number) && number.scale() <= decimals);
        match read {
            Some(number) => Some(number),
            None => {
                self.refuse(key, text, &["1", "1_000_000", "1_000_000_000"]);
                None
            }
        }
    }

    fn range(&mut self) -> Option<Window> {
        let text = self.written.text("range")?;
        let window = parse_window(text);
        if window.is_none() {
            self.refuse("range", text, &["B3:H40"]);
        }
        window
    }

    /// Refuses codes that are not among the `tolerable`.
    fn tolerate(&mut self, tolerable: &[&str]) {
        for item in self.written.items("tolerate") {
            let code = item.value.text().unwrap_or_default();
            if !tolerable.contains(&code) {
                self.refuse_at(self.written.place(item.at), "tolerate", code, tolerable);
            }
        }
    }
}

/// The names in their order, each where it stands first.
fn once_each(names: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let names = names.into_iter();
    names.filter(|name| seen.insert(name.clone())).collect()
}

fn references(written: &Record<'_>) -> Vec<Reference> {
    let mut references = Vec::new();
    for (key, kind) in [
        ("categories", Kind::Categories),
        ("places", Kind::Places),
        ("parents", Kind::Places),
    ] {
        let names = written.written_list(key).into_iter();
        references.extend(names.map(|name| Reference { key, name, kind }));
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

/// What stands beside every figure of the table is short.
fn check_lengths(written: &Record<'_>, keys: &[&str], report: &mut Report) {
    for key in keys {
        let Some(entry) = written.entry(key) else {
            continue;
        };
        let mut check = |key: &str, item: &Item<'_>| {
            let text = item.value.text().unwrap_or_default();
            let problem = too_long(key, text, || written.place(item.at));
            problem.into_iter().for_each(|problem| report.push(problem));
        };
        match &entry.item.value {
            Value::Map(entries) => {
                for entry in entries {
                    check(&format!("{key}.{}", entry.key), &entry.item);
                }
            }
            _ => check(key, &entry.item),
        }
    }
}

/// Readers tap the address of a source, and programs follow it.
fn check_address(source: &Record<'_>, report: &mut Report) {
    if let Some(url) = source
        .text("url")
        .filter(|url| !scheme::is_web_address(url))
    {
        let place = source.place_of("url");
        report.push(diagnostic!(
            codes::data::NOT_A_WEB_ADDRESS,
            place,
            key = "url",
            read = url
        ));
    }
}

fn source(index: usize, written: &Record<'_>, retrieved: Option<Date>) -> Source {
    Source {
        id: written
            .string("id")
            .unwrap_or_else(|| (index + 1).to_string()),
        title: clean_localised(Localised::read(written, "title")),
        publisher: clean_localised(Localised::read(written, "publisher")),
        url: written.string("url"),
        page: written.string("page"),
        licence: written.string("licence"),
        retrieved: written.day("retrieved").or(retrieved),
    }
}

pub(crate) fn clean_localised(text: Localised) -> Localised {
    match text {
        Localised::Empty => Localised::Empty,
        Localised::Same(text) => Localised::Same(clean_label(&text).0),
        Localised::Each(texts) => Localised::Each(
            texts
                .into_iter()
                .map(|(tag, text)| (tag, clean_label(&text).0))
                .collect(),
        ),
    }
}

/// `B3:H40`
fn parse_window(text: &str) -> Option<Window> {
    let (first, last) = text.split_once(':')?;
    let (first_column, first_row) = parse_cell(first)?;
    let (last_column, last_row) = parse_cell(last)?;
    let window = Window {
        first_row,
        first_column,
        last_row,
        last_column,
    };
    (first_row <= last_row && first_column <= last_column).then_some(window)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_two_cells() {
        assert_eq!(
            parse_window("B3:H40"),
            Some(Window {
                first_row: 3,
                first_column: 1,
                last_row: 40,
                last_column: 7
            })
        );
        for wrong in ["", "B3", "3B:H40", "H40:B3", "B0:C3", "B3:H", "ខ៣:គ៤"] {
            assert_eq!(parse_window(wrong), None, "{wrong}");
        }
    }
}
