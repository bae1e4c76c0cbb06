//! The fields of a table (Table Schema) → what is declared of its columns.
//!
//! A kind of table knows what its own columns hold and which values they may have; declared is what the
//! package says besides.

use super::dialect::missing;
use super::said::Said;
use super::told::Told;
use crate::data::model::{Field, HOLDS, Holds, Kind, NAMES, Needed, unguarded};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;
use toml::Table;

/// The types of Table Schema that are those of columns here.
const TYPES: [(&str, &str); 7] = [
    ("string", "text"),
    ("any", "text"),
    ("number", "number"),
    ("integer", "integer"),
    ("year", "year"),
    ("date", "date"),
    ("boolean", "boolean"),
];
/// Those that are texts here.
const AS_TEXTS: [&str; 9] = [
    "datetime",
    "time",
    "yearmonth",
    "duration",
    "object",
    "array",
    "list",
    "geopoint",
    "geojson",
];
/// All of them, for messages.
const ALL_TYPES: [&str; 16] = [
    "string",
    "number",
    "integer",
    "boolean",
    "date",
    "year",
    "any",
    "datetime",
    "time",
    "yearmonth",
    "duration",
    "object",
    "array",
    "list",
    "geopoint",
    "geojson",
];
/// What [`HOLDS`] may say, which no type of Table Schema does.
const OURS: [&str; 3] = ["amount", "code", "text"];
const TRUE: [&str; 4] = ["true", "True", "TRUE", "1"];
const FALSE: [&str; 4] = ["false", "False", "FALSE", "0"];
const CONSTRAINTS_NOT_HELD: [&str; 6] = [
    "minLength",
    "maxLength",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "pattern",
    "jsonSchema",
];

/// What is said of a column.
pub(super) struct Declared<'own> {
    pub name: &'own str,
    /// The same without what guards it from being taken for a formula.
    pub header: Cow<'own, str>,
    /// Its type in the words of declarations, and whether the package says it in ours.
    holds: &'static str,
    is_ours: bool,
    pub required: bool,
    pub unique: bool,
    /// As texts, exact.
    minimum: Option<String>,
    maximum: Option<String>,
    values: Vec<String>,
    /// What readers are told for a value: a text, or one in each language.
    names: Table,
    /// The dataset of whose rows it holds the keys.
    pub refers: Option<String>,
    /// What of it is held against the rows, as messages name it.
    said: Vec<String>,
}

/// How a column writes its figures: the sign before decimals, and that between thousands.
struct Signs<'own> {
    at: String,
    signs: (&'own str, &'own str),
}

/// Reads the fields of a table.
pub(super) fn read<'own>(
    schema: &mut Said<'own>,
    toml: &mut Table,
    has_numbers: bool,
    is_guarded: bool,
    told: &mut Told<'_>,
) -> Vec<Declared<'own>> {
    for (number, value) in (1..).zip(schema.list("missingValues", told)) {
        let at = format!("{}[{number}]", schema.named("missingValues"));
        let label = value.get("label");
        if label.is_some_and(|label| !label.is_null()) {
            told.leave_out(format!("{at}.label"));
        }
        match value.get("value").unwrap_or(value).as_str() {
            Some("") => {}
            Some(text) => missing(toml, text),
            None => told.wrong(&at, value),
        }
    }
    let mut columns = Vec::new();
    let mut names = BTreeSet::new();
    let mut signs = Vec::new();
    for mut field in schema.objects("fields", told) {
        let Some(name) = field.text("name", told) else {
            told.wrong(&field.named("name"), "null");
            continue;
        };
        if !names.insert(name) {
            told.wrong(&field.named("name"), name);
            continue;
        }
        let mut field = field.called(format!("fields.{name}"));
        let mut column = column(&mut field, name, &mut signs, told);
        if is_guarded {
            column.header = unguarded(name);
        }
        columns.push(column);
        field.finish(told);
    }
    // The standard knows no other decimal sign unless it is said.
    let (decimal, group) = signs
        .first()
        .map_or((".", ""), |first: &Signs<'_>| first.signs);
    // All figures of a table are written in one way.
    for other in signs.iter().filter(|other| other.signs != (decimal, group)) {
        let (key, read, wanted) = match other.signs {
            (other, _) if other != decimal => ("decimalChar", other, decimal),
            (_, other) => ("groupChar", other, group),
        };
        told.not_read_so(&format!("{}.{key}", other.at), read, &[wanted]);
    }
    if has_numbers {
        toml.insert("decimal".to_owned(), decimal.into());
        if !group.is_empty() {
            toml.insert("group".to_owned(), group.into());
        }
    }
    columns
}

fn column<'own>(
    field: &mut Said<'own>,
    name: &'own str,
    signs: &mut Vec<Signs<'own>>,
    told: &mut Told<'_>,
) -> Declared<'own> {
    // What people read of a column; whether figures may have signs around them is seen in the cells.
    field.pass_over(&[
        "title",
        "description",
        "example",
        "rdfType",
        "columnType",
        "bareNumber",
    ]);
    let of_type = field.text("type", told).unwrap_or("string");
    let known = TYPES.iter().find(|(theirs, _)| *theirs == of_type);
    let mut holds = known.map_or("text", |(_, ours)| ours);
    if AS_TEXTS.contains(&of_type) {
        told.as_text(name, of_type);
    } else if known.is_none() {
        told.unknown(&field.named("type"), of_type, &ALL_TYPES);
    }
    let said = field.text(HOLDS, told);
    let ours = said.and_then(|said| OURS.iter().find(|ours| **ours == said));
    match (said, ours) {
        (_, Some(ours)) => holds = ours,
        (Some(said), None) => told.unknown(&field.named(HOLDS), said, &OURS),
        (None, None) => {}
    }
    format(field, of_type, told);
    if matches!(of_type, "number" | "integer") {
        let decimal = field.text("decimalChar", told).unwrap_or(".");
        let group = field.text("groupChar", told).unwrap_or("");
        signs.push(Signs {
            at: format!("fields.{name}"),
            signs: (decimal, group),
        });
    }
    if of_type == "boolean" {
        for (key, known) in [("trueValues", TRUE), ("falseValues", FALSE)] {
            let said = field.texts(key, told);
            if let Some(other) = said.iter().find(|said| !known.contains(said)) {
                let property = field.named(key);
                told.not_read_so(&property, other, &known);
            }
        }
    }
    let mut declared = Declared {
        name,
        header: Cow::Borrowed(name),
        holds,
        is_ours: ours.is_some(),
        required: false,
        unique: false,
        minimum: None,
        maximum: None,
        values: Vec::new(),
        names: Table::new(),
        refers: None,
        said: Vec::new(),
    };
    categories(field, &mut declared, told);
    if let Some(constraints) = field.object("constraints", told) {
        declared.constrain(constraints, told);
    }
    declared
}

/// The form of the texts of a column.
fn format(field: &mut Said<'_>, of_type: &str, told: &mut Told<'_>) {
    let Some(format) = field.text("format", told) else {
        return;
    };
    match (of_type, format) {
        (_, "default") | ("date", "any" | "%Y-%m-%d") => {}
        // It was told that these are texts.
        _ if AS_TEXTS.contains(&of_type) => {}
        ("date", other) => {
            let property = field.named("format");
            told.not_read_so(&property, other, &["default", "any", "%Y-%m-%d"]);
        }
        _ => told.not_held(field.named("format")),
    }
}

/// The values of a column that has a few.
fn categories(field: &mut Said<'_>, declared: &mut Declared<'_>, told: &mut Told<'_>) {
    for (number, value) in (1..).zip(field.list("categories", told)) {
        let at = format!("{}[{number}]", field.named("categories"));
        let label = value.get("label").filter(|label| !label.is_null());
        match (plain(value.get("value").unwrap_or(value)), label) {
            (Some(text), None) => declared.values.push(text),
            (Some(text), Some(Value::String(label))) => {
                declared.names.insert(text.clone(), label.clone().into());
                declared.values.push(text);
            }
            _ => told.wrong(&at, value),
        }
    }
    if let Some(names) = field.object(NAMES, told) {
        for (value, name) in names.texts_of_all(told) {
            declared.names.insert(value, name);
        }
    }
    if !declared.values.is_empty() {
        declared.said.push(field.named("categories"));
    }
    if field.truth("categoriesOrdered", told) == Some(true) {
        told.leave_out(field.named("categoriesOrdered"));
    }
}

impl Declared<'_> {
    fn constrain(&mut self, mut said: Said<'_>, told: &mut Told<'_>) {
        for key in CONSTRAINTS_NOT_HELD {
            if said.value(key).is_some() {
                told.not_held(said.named(key));
            }
        }
        self.required = said.truth("required", told).unwrap_or(false);
        self.unique = said.truth("unique", told).unwrap_or(false);
        let are_limited = matches!(self.holds, "number" | "integer" | "amount" | "year");
        let mut limit = |key| {
            let value = said.value(key)?;
            let text = plain(value).filter(|text| text.parse::<rust_decimal::Decimal>().is_ok());
            match text {
                Some(text) if are_limited => return Some(text),
                Some(_) => told.not_held(said.named(key)),
                // Days have limits too.
                None if value.is_string() => told.not_held(said.named(key)),
                None => told.wrong(&said.named(key), value),
            }
            None
        };
        (self.minimum, self.maximum) = (limit("minimum"), limit("maximum"));
        for (number, value) in (1..).zip(said.list("enum", told)) {
            match plain(value) {
                Some(text) if !self.values.contains(&text) => self.values.push(text),
                Some(_) => {}
                None => told.wrong(&format!("{}[{number}]", said.named("enum")), value),
            }
        }
        for (key, is_said) in [
            ("required", self.required),
            ("unique", self.unique),
            ("minimum", self.minimum.is_some()),
            ("maximum", self.maximum.is_some()),
            ("enum", !self.values.is_empty()),
        ] {
            if is_said {
                self.said.push(said.named(key));
            }
        }
        said.finish(told);
    }

    /// Leaves out what a kind of table knows of its own column.
    fn beside(mut self, known: Option<&Field>) -> Self {
        let Some(known) = known else {
            return self;
        };
        self.required &= known.needed != Needed::Value;
        if let Holds::Word(words) = known.holds
            && self.values == words
        {
            self.values.clear();
        }
        if !self.is_ours && self.holds == written(known.holds) {
            self.holds = "";
        }
        self.said.retain(|said| {
            let end = said.rsplit('.').next().unwrap_or_default();
            match end {
                "required" => self.required,
                "enum" | "categories" => !self.values.is_empty(),
                _ => true,
            }
        });
        self
    }

    /// Tells what of it nobody holds against the rows, in tables whose columns have no settings; that
    /// no two rows have one key is looked for in each.
    pub fn tell(self, known: Option<&Field>, is_key: bool, told: &mut Told<'_>) {
        let name = self.name;
        let own = self.beside(known);
        let said = own.said.into_iter();
        let said = said.filter(|said| !is_key || !said.ends_with(".unique"));
        said.for_each(|said| told.not_held(said));
        // A kind reads its own columns as what they are to it, and all others as texts.
        if !own.holds.is_empty() && (known.is_some() || own.holds != "text") {
            told.not_held(format!("fields.{name}.type"));
        }
        if !own.names.is_empty() {
            told.leave_out(format!("fields.{name}.{NAMES}"));
        }
    }

    /// `[[column]]`; none for a column of its kind of which nothing else is said.
    pub fn written(self, known: Option<&Field>) -> Option<toml::Value> {
        let own = self.beside(known);
        let mut toml = Table::new();
        toml.insert("name".to_owned(), own.header.into_owned().into());
        if !own.holds.is_empty() {
            toml.insert("type".to_owned(), own.holds.into());
        }
        for (key, truth) in [("required", own.required), ("unique", own.unique)] {
            if truth {
                toml.insert(key.to_owned(), true.into());
            }
        }
        for (key, text) in [
            ("minimum", own.minimum),
            ("maximum", own.maximum),
            ("refers", own.refers),
        ] {
            if let Some(text) = text {
                toml.insert(key.to_owned(), text.into());
            }
        }
        if !own.values.is_empty() {
            toml.insert("values".to_owned(), own.values.into());
        }
        if !own.names.is_empty() {
            toml.insert("names".to_owned(), own.names.into());
        }
        (known.is_none() || toml.len() > 1).then(|| toml.into())
    }
}

/// What a column of a kind holds, in the words of declarations.
fn written(holds: Holds) -> &'static str {
    match holds {
        // Table Schema has no types of its own for codes, words and amounts.
        Holds::Text | Holds::Code | Holds::Codes | Holds::Word(_) => "text",
        Holds::Number | Holds::Amount => "number",
        Holds::Whole => "integer",
        Holds::Year => "year",
        Holds::Date => "date",
        Holds::Truth => "boolean",
    }
}

/// Whether the settings of a kind say what columns hold.
pub(super) fn are_declared(kind: Kind) -> bool {
    !matches!(kind, Kind::Budget | Kind::Categories | Kind::Places)
}

/// The column that names the rows of a table.
pub(super) fn key(kind: Kind, names: &[&str]) -> Option<String> {
    let mut names = names.iter();
    let key = match kind {
        Kind::Budget => None,
        Kind::Categories | Kind::Places => Some(&"code"),
        _ => names.find(|name| matches!(**name, "id" | "code")),
    };
    key.map(|key| (*key).to_owned())
}

/// A value as a cell would hold it.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The names of the fields, before anything is told of them.
pub(super) fn names(resource: &Value) -> Vec<&str> {
    let fields = resource.get("schema").and_then(|it| it.get("fields"));
    let fields = fields.and_then(Value::as_array).into_iter().flatten();
    fields
        .filter_map(|field| field.get("name")?.as_str())
        .collect()
}
