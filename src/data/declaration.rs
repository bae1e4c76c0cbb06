//! `data/<name>.toml` → [`Declaration`]: what the file beside it is and how its cells are to be read.

use super::findings::Findings;
use super::values::clean_label;
use super::{Direction, Kind, Phase, PlaceType, Source};
use crate::authored;
use crate::config::Localised;
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use crate::khmer::number::{DigitScript, Separators};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is declared about one dataset, checked as far as one file alone can be.
#[derive(Debug)]
pub(super) struct Declaration {
    pub name: String,
    /// The text of the TOML file, to say where in it a mistake stands.
    text: String,
    toml: String,
    pub kind: Kind,
    pub title: Localised,
    pub description: Localised,
    pub classification: Option<Classification>,
    /// Names of datasets.
    pub categories: Vec<String>,
    pub places: Vec<String>,
    pub parents: Vec<String>,
    pub sheet: Option<String>,
    pub header_row: Option<u32>,
    range: Option<Window>,
    pub skip_rows: Vec<u32>,
    pub delimiter: Option<char>,
    pub currency: String,
    /// How many units of the currency a 1 in the file stands for.
    pub scale: Decimal,
    pub separators: Separators,
    pub buddhist_era: bool,
    pub rounding: Decimal,
    pub retrieved: Option<Date>,
    pub sources: Vec<Source>,
    pub derive: Derive,
    pub allow_negative: bool,
    pub synthetic: bool,
    pub tolerate: Vec<String>,
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

/// What a column of an author's own table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holds {
    Text,
    /// A key: text without invisible characters.
    Code,
    Number,
    /// Money in the dataset's currency and scale.
    Amount,
    Year,
}

/// By what a budget is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Classification {
    Economic,
    Functional,
    Administrative,
    Programme,
}

/// `[derive]`: how measures are computed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derive {
    /// What an actual is compared with, in this order.
    #[serde(default)]
    pub base: Vec<Phase>,
}

/// The cells of a `range`: rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub first_row: u32,
    pub first_column: u32,
    pub last_row: u32,
    pub last_column: u32,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: Option<Kind>,
    #[serde(default)]
    title: Localised,
    #[serde(default)]
    description: Localised,
    classification: Option<Classification>,
    #[serde(default)]
    categories: OneOrMore,
    #[serde(default)]
    places: OneOrMore,
    #[serde(default)]
    parents: OneOrMore,
    sheet: Option<String>,
    header_row: Option<u32>,
    range: Option<String>,
    #[serde(default)]
    skip_rows: Vec<u32>,
    delimiter: Option<char>,
    currency: Option<String>,
    scale: Option<Scale>,
    digits: Option<Digits>,
    group: Option<Mark>,
    decimal: Option<Mark>,
    calendar: Option<Calendar>,
    rounding: Option<Scale>,
    retrieved: Option<toml::value::Datetime>,
    #[serde(default)]
    source: Vec<WrittenSource>,
    #[serde(default)]
    derive: Derive,
    #[serde(default)]
    allow_negative: bool,
    #[serde(default)]
    synthetic: bool,
    #[serde(default)]
    tolerate: Vec<String>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
    #[serde(default)]
    constants: BTreeMap<String, Constant>,
    #[serde(default)]
    phases: BTreeMap<String, Phase>,
    #[serde(default)]
    directions: BTreeMap<String, Direction>,
    #[serde(rename = "type")]
    place_type: Option<PlaceType>,
    #[serde(default)]
    types: BTreeMap<String, PlaceType>,
    #[serde(default)]
    schema: BTreeMap<String, Holds>,
    #[serde(default)]
    totals: Totals,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Totals {
    /// Codes of totals whose parts were not all published: what is missing is shown as not itemised.
    #[serde(default)]
    partial: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSource {
    id: Option<String>,
    #[serde(default)]
    title: Localised,
    #[serde(default)]
    publisher: Localised,
    url: Option<String>,
    page: Option<String>,
    licence: Option<String>,
    retrieved: Option<toml::value::Datetime>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    #[default]
    None,
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn into_vec(self) -> Vec<String> {
        match self {
            OneOrMore::None => Vec::new(),
            OneOrMore::One(name) => vec![name],
            OneOrMore::More(names) => names,
        }
    }
}

/// A number in TOML, exact: `1_000_000`, `0.5` or `"0.5"`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Scale {
    Whole(i64),
    Fraction(f64),
    Text(String),
}

impl Scale {
    fn shown(&self) -> String {
        match self {
            Scale::Whole(number) => number.to_string(),
            Scale::Fraction(number) => number.to_string(),
            Scale::Text(text) => text.clone(),
        }
    }

    fn decimal(&self) -> Option<Decimal> {
        match self {
            Scale::Whole(number) => Some(Decimal::from(*number)),
            Scale::Fraction(number) => number.to_string().parse().ok(),
            Scale::Text(text) => text.parse().ok(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Constant {
    Text(String),
    Number(i64),
}

/// A separator: one character, or `""` for none.
#[derive(Debug, Deserialize)]
struct Mark(String);

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Digits {
    Khmr,
    Latn,
    Any,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Calendar {
    Gregorian,
    Buddhist,
}

impl Declaration {
    /// Reads the TOML file; `None` if it cannot be used.
    pub fn read(name: &str, toml: &str, text: &str, report: &mut Report) -> Option<Declaration> {
        let mut found = Report::new();
        let written = authored::from_toml::<Written>(toml, text, 0..text.len(), &mut found);
        let declaration = written.and_then(|written| check(written, name, toml, text, &mut found));
        let usable = !found.has_errors();
        report.extend(found);
        declaration.filter(|_| usable)
    }

    /// The declaration of a file that is named after its kind.
    pub fn of_kind(name: &str, kind: Kind) -> Declaration {
        let toml = format!("data/{name}.toml");
        let written = Written {
            kind: Some(kind),
            ..Written::default()
        };
        check(written, name, &toml, "", &mut Report::new())
            .expect("an empty declaration holds no mistake")
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

    /// Where `words` stand in the TOML file.
    pub fn place_of(&self, words: &str) -> Place {
        place_in(&self.toml, &self.text, words)
    }

    pub fn findings(&self) -> Findings {
        Findings::new(&self.toml, &self.tolerate)
    }
}

fn place_in(toml: &str, text: &str, words: &str) -> Place {
    match text.find(words) {
        Some(at) => Place::in_text(toml, text, at..at + words.len()),
        None => Place::file(toml),
    }
}

fn check(
    written: Written,
    name: &str,
    toml: &str,
    text: &str,
    report: &mut Report,
) -> Option<Declaration> {
    let kind = match written.kind.or_else(|| Kind::named(name)) {
        Some(kind) => kind,
        None => {
            report.push(
                Diagnostic::new(&codes::data::NO_KIND, Place::file(toml))
                    .with_list("kinds", Kind::ALL.map(Kind::word)),
            );
            return None;
        }
    };
    let mut refuse = |key: &str, read: &str, allowed: &[&str]| {
        report.push(
            Diagnostic::new(&codes::data::BAD_SETTING, place_in(toml, text, key))
                .with("key", key)
                .with("read", read)
                .with_list("allowed", allowed),
        );
    };
    let mut mark = |key: &str, mark: Option<Mark>| -> Option<char> {
        let Mark(text) = mark?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (None, _) => None,
            (Some(only), None) if !only.is_alphanumeric() && only != '-' => Some(only),
            _ => {
                refuse(key, &text, &[".", ",", " "]);
                None
            }
        }
    };
    let group = mark("group", written.group);
    let decimal = mark("decimal", written.decimal);
    if group.is_some() && group == decimal {
        let same = group.map(String::from).unwrap_or_default();
        refuse("decimal", &same, &[".", ","]);
    }
    let mut number = |key: &str, value: Option<Scale>, default: Decimal, least: Decimal| match value
    {
        None => default,
        Some(value) => match value.decimal().filter(|number| *number >= least) {
            Some(number) => number,
            None => {
                refuse(key, &value.shown(), &["1", "1_000_000", "1_000_000_000"]);
                default
            }
        },
    };
    let smallest = Decimal::new(1, 6);
    let scale = number("scale", written.scale, Decimal::ONE, smallest);
    let rounding = number("rounding", written.rounding, Decimal::ZERO, Decimal::ZERO);
    if written
        .delimiter
        .is_some_and(|delimiter| !delimiter.is_ascii())
    {
        let read = written.delimiter.map(String::from).unwrap_or_default();
        refuse("delimiter", &read, &[",", ";", "\\t", "|"]);
    }
    let range = match &written.range {
        None => None,
        Some(read) => {
            let window = parse_window(read);
            if window.is_none() {
                refuse("range", read, &["B3:H40"]);
            }
            window
        }
    };
    if written.header_row == Some(0) {
        refuse("header_row", "0", &["1"]);
    }
    let tolerable: &[&str] = match kind {
        Kind::Budget => &["E01", "E06", "E08"],
        _ => &["E01", "E05", "E06"],
    };
    for code in &written.tolerate {
        if !tolerable.contains(&code.as_str()) {
            refuse("tolerate", code, tolerable);
        }
    }
    let retrieved = written.retrieved.as_ref().and_then(date);
    let sources = sources(written.source, retrieved);
    let clean = |texts: BTreeMap<String, String>| -> BTreeMap<String, String> {
        texts
            .into_iter()
            .map(|(ours, theirs)| (ours, clean_label(&theirs).0))
            .collect()
    };
    Some(Declaration {
        name: name.to_owned(),
        text: text.to_owned(),
        toml: toml.to_owned(),
        kind,
        title: clean_localised(written.title),
        description: clean_localised(written.description),
        classification: written.classification,
        categories: written.categories.into_vec(),
        places: written.places.into_vec(),
        parents: written.parents.into_vec(),
        sheet: written.sheet,
        header_row: written.header_row,
        range,
        skip_rows: written.skip_rows,
        delimiter: written.delimiter,
        currency: written.currency.unwrap_or_else(|| "KHR".to_owned()),
        scale,
        separators: Separators {
            group,
            decimal,
            digits: match written.digits {
                Some(Digits::Khmr) => DigitScript::Khmer,
                Some(Digits::Latn) => DigitScript::Latin,
                Some(Digits::Any) | None => DigitScript::Any,
            },
        },
        buddhist_era: written.calendar == Some(Calendar::Buddhist),
        rounding,
        retrieved,
        sources,
        derive: written.derive,
        allow_negative: written.allow_negative,
        synthetic: written.synthetic,
        tolerate: written.tolerate,
        columns: clean(written.columns),
        constants: written
            .constants
            .into_iter()
            .map(|(key, value)| match value {
                Constant::Text(text) => (key, text),
                Constant::Number(number) => (key, number.to_string()),
            })
            .collect(),
        phases: written.phases,
        directions: written.directions,
        place_type: written.place_type,
        place_types: written.types,
        schema: written.schema,
        partial: written.totals.partial,
    })
}

fn sources(written: Vec<WrittenSource>, retrieved: Option<Date>) -> Vec<Source> {
    written
        .into_iter()
        .enumerate()
        .map(|(index, source)| Source {
            id: source.id.unwrap_or_else(|| (index + 1).to_string()),
            title: clean_localised(source.title),
            publisher: clean_localised(source.publisher),
            url: source.url,
            page: source.page,
            licence: source.licence,
            retrieved: source.retrieved.as_ref().and_then(date).or(retrieved),
        })
        .collect()
}

pub(super) fn clean_localised(text: Localised) -> Localised {
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

fn date(datetime: &toml::value::Datetime) -> Option<Date> {
    let date = datetime.date?;
    Date::new(
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()
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

fn parse_cell(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = text[..letters].bytes().fold(0, |column, letter| {
        column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = text[letters..].parse().ok()?;
    (row > 0).then_some((column - 1, row))
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
