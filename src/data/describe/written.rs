//! What was decided → the text of a declaration, and of a table of categories.

use super::Drafting;
use super::columns::{Column, Use, Why, is_figures};
use super::looks::Reading;
use super::tree::Line;
use super::words;
use crate::config::Localised;
use crate::data::model::{CategoryKind, Direction, Gazetteer, Kind, Phase, PlaceType};
use crate::files::Files;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// All that the declaration of a budget says.
pub(super) struct Budget<'own> {
    pub drafting: &'own Drafting<'own>,
    pub unit: &'own (Decimal, String),
    pub reading: &'own Reading,
    pub columns: &'own [Column],
    pub constants: &'own BTreeMap<&'static str, String>,
    pub phases: &'own BTreeMap<String, Phase>,
    pub directions: &'own BTreeMap<String, Direction>,
    pub skipped: &'own [u32],
    pub until: Option<&'own str>,
    pub missing: &'own BTreeSet<String>,
    pub has_negative: bool,
    /// Whether rows are named by labels, since they have no codes.
    pub are_made: bool,
}

impl Budget<'_> {
    pub fn toml(&self, has_categories: bool) -> String {
        let drafting = self.drafting;
        let mut out = String::new();
        let mut line = |key: &str, value: String| {
            let _ = writeln!(out, "{key} = {value}");
        };
        line("title", title(&drafting.title()));
        line("kind", quoted(Kind::Budget.word()));
        if has_categories {
            line(
                "categories",
                quoted(&format!("{}categories-{}", drafting.folder, drafting.name)),
            );
        }
        if self.are_made {
            line("codes", quoted("labels"));
        }
        let (scale, currency) = self.unit;
        line("currency", quoted(currency));
        line("scale", thousands(*scale));
        if let Reading::Of { group, decimal } = self.reading {
            let marks = [("group", group), ("decimal", decimal)];
            for (key, mark) in marks {
                if let Some(mark) = mark {
                    line(key, quoted(&mark.to_string()));
                }
            }
        }
        if self.has_negative {
            line("allow_negative", "true".to_owned());
        }
        drafting.dialect(self.skipped, self.until, &mut line);
        if !self.missing.is_empty() {
            line("missing", listed(self.missing.iter()));
        }
        let left_out = self
            .columns
            .iter()
            .filter(|one| one.read_as(self.are_made).is_none() && !is_compared(one));
        // One without a name has only its letters, and a name may stand twice.
        let left_out: Vec<String> = left_out.map(Column::letters).collect();
        if !left_out.is_empty() {
            line("skip_columns", listed(left_out.iter()));
        }
        let columns = self.columns.iter();
        let columns: Vec<(String, String)> = columns
            .filter_map(|one| Some((one.read_as(self.are_made)?, self.called(one))))
            .collect();
        section(&mut out, "columns", &columns);
        let constants = self.constants.iter();
        let constants: Vec<(String, String)> = constants
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect();
        section(&mut out, "constants", &constants);
        let phases = self.phases.iter();
        let phases: Vec<(String, String)> = phases
            .map(|(word, phase)| (word.clone(), phase.word().to_owned()))
            .collect();
        section(&mut out, "phases", &phases);
        let directions = self.directions.iter();
        let directions: Vec<(String, String)> = directions
            .map(|(word, way)| (word.clone(), way.word().to_owned()))
            .collect();
        section(&mut out, "directions", &directions);
        self.other_currency(&mut out);
        out
    }

    /// The column that says the figures in another currency as well.
    fn other_currency(&self, out: &mut String) {
        let mut figures = self.columns.iter().filter(|one| is_figures(one));
        let of = figures.find_map(|one| one.read_as(self.are_made));
        let other = self.columns.iter().find(|one| is_compared(one));
        let (Some(of), Some(other)) = (of, other) else {
            return;
        };
        let scale = other.unit.scale.unwrap_or(Decimal::ONE);
        let _ = write!(
            out,
            "\n[other_currency]\ncolumn = {}\ncurrency = {}\nscale = {}\nof = {}\n",
            quoted(&self.called(other)),
            quoted(other.unit.currency.unwrap_or("USD")),
            thousands(scale),
            quoted(&of)
        );
    }

    /// What the declaration calls a column: its name, or its letters where that is no name of its own.
    fn called(&self, column: &Column) -> String {
        let names = &self.drafting.shape.names;
        let alike = names.iter().filter(|name| **name == column.name).count();
        let is_one_line = self.drafting.shape.header.len() == 1;
        match is_one_line && alike == 1 && !column.name.is_empty() {
            true => column.name.clone(),
            false => column.letters(),
        }
    }
}

/// Whether the rates of a column are compared.
fn is_compared(column: &Column) -> bool {
    column.to == Use::LeftOut(Why::OtherCurrency)
}

impl Drafting<'_> {
    /// How the table stands in its file.
    fn dialect(&self, skipped: &[u32], until: Option<&str>, line: &mut impl FnMut(&str, String)) {
        if let Some(sheet) = self.sheet.filter(|_| self.sheets.len() > 1) {
            line("sheet", quoted(sheet));
        }
        if let Some(delimiter) = delimiter(self.asked.path, self.asked.files) {
            line("delimiter", quoted(&delimiter.to_string()));
        }
        let header = self.looked.rows[self.shape.header.end - 1].number;
        if header != 1 {
            line("header_row", header.to_string());
        }
        if !skipped.is_empty() {
            let rows: Vec<String> = skipped.iter().map(u32::to_string).collect();
            line("skip_rows", format!("[{}]", rows.join(", ")));
        }
        if let Some(until) = until {
            line("until", quoted(until));
        }
    }
}

/// The declaration of another table.
pub(super) fn table(
    drafting: &Drafting<'_>,
    kind: Kind,
    until: Option<&str>,
    holds: &BTreeMap<String, &str>,
) -> String {
    let mut out = String::new();
    let mut line = |key: &str, value: String| {
        let _ = writeln!(out, "{key} = {value}");
    };
    line("title", title(&drafting.title()));
    line("kind", quoted(kind.word()));
    drafting.dialect(&[], until, &mut line);
    for (name, holds) in holds {
        let (name, holds) = (quoted(name), quoted(holds));
        let _ = write!(out, "\n[[column]]\nname = {name}\ntype = {holds}\n");
    }
    out
}

/// The declaration of the categories of a budget.
pub(super) fn of_categories(budget: &Localised) -> String {
    format!(
        "title = {}\nkind = {}\n",
        title(budget),
        quoted(Kind::Categories.word())
    )
}

/// The table of categories, in the order of the rows.
pub(super) fn categories(lines: &[Line], parents: &[Option<usize>], are_made: bool) -> String {
    let codes = match are_made {
        true => made_codes(parents),
        false => lines
            .iter()
            .map(|line| line.code.clone().unwrap_or_default())
            .collect(),
    };
    let mut has_parts = vec![false; lines.len()];
    for parent in parents.iter().flatten() {
        has_parts[*parent] = true;
    }
    let mut out = String::from("code,parent,kind,label_km,label_en\n");
    for (number, line) in lines.iter().enumerate() {
        let kind = match (line.is_heading, has_parts[number], parents[number]) {
            (true, ..) => CategoryKind::Heading,
            (false, false, _) => CategoryKind::Line,
            (false, true, None) if line.is_total => CategoryKind::Total,
            (false, true, _) => CategoryKind::Subtotal,
        };
        let (km, en) = match words::is_khmer(&line.label) {
            true => (line.label.as_str(), ""),
            false => ("", line.label.as_str()),
        };
        let parent = parents[number].map_or("", |parent| codes[parent].as_str());
        let cells = [codes[number].as_str(), parent, kind.word(), km, en].map(cell);
        out += &cells.join(",");
        out.push('\n');
    }
    out
}

/// `1`, `1.1`, `1.2`, `2`: each line by its place among the parts of its sum.
fn made_codes(parents: &[Option<usize>]) -> Vec<String> {
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
    let mut waiting: Vec<(usize, String)> = Vec::new();
    let mut roots = 0;
    for (number, parent) in parents.iter().enumerate() {
        match parent {
            Some(parent) => parts[*parent].push(number),
            None => {
                roots += 1;
                waiting.push((number, roots.to_string()));
            }
        }
    }
    let mut codes = vec![String::new(); parents.len()];
    while let Some((number, code)) = waiting.pop() {
        for (place, part) in parts[number].iter().enumerate() {
            waiting.push((*part, format!("{code}.{}", place + 1)));
        }
        codes[number] = code;
    }
    codes
}

fn cell(text: &str) -> String {
    match text.contains([',', '"', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

fn section(out: &mut String, name: &str, entries: &[(String, String)]) {
    if entries.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n[{name}]");
    for (key, value) in entries {
        let is_bare = key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        let key = if is_bare && !key.is_empty() {
            key.clone()
        } else {
            quoted(key)
        };
        let _ = writeln!(out, "{key} = {}", quoted(value));
    }
}

fn title(title: &Localised) -> String {
    let text = match title {
        Localised::Same(text) => text.as_str(),
        Localised::Empty | Localised::Each(_) => "",
    };
    let tag = if words::is_khmer(text) { "km" } else { "en" };
    format!("{{ {tag} = {} }}", quoted(text))
}

/// As TOML writes a text.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn listed<'own>(texts: impl Iterator<Item = &'own String>) -> String {
    let texts: Vec<String> = texts.map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// `1_000_000`
fn thousands(number: Decimal) -> String {
    let digits = number.normalize().to_string();
    if digits.contains('.') {
        return digits;
    }
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

/// The sign between the columns of a text, if it is another than its ending says: the one that the most
/// of its first lines have, each as often.
pub(super) fn delimiter(path: &str, files: &Files) -> Option<char> {
    let usual = match path.rsplit('.').next()? {
        "csv" => ',',
        "tsv" => '\t',
        _ => return None,
    };
    let text = files.text(path).ok()?;
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(40)
        .collect();
    let often = |sign: char| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for line in &lines {
            *counts.entry(line.matches(sign).count()).or_default() += 1;
        }
        counts.remove(&0);
        counts
            .into_iter()
            .map(|(columns, lines)| columns * lines)
            .max()
            .unwrap_or(0)
    };
    let best = [usual, ',', ';', '\t', '|']
        .into_iter()
        .rev()
        .max_by_key(|sign| often(*sign))?;
    (best != usual && often(best) > 2 * often(usual)).then_some(best)
}

/// What stands before the name of a place.
const TYPES: [(&str, PlaceType); 7] = [
    ("ឃុំ", PlaceType::Commune),
    ("សង្កាត់", PlaceType::Sangkat),
    ("ស្រុក", PlaceType::District),
    ("ខណ្ឌ", PlaceType::Khan),
    ("ក្រុង", PlaceType::City),
    ("ខេត្ត", PlaceType::Province),
    ("រាជធានី", PlaceType::Capital),
];

/// The code of the one place that a title names with what it is; of several, the smallest.
pub(super) fn place_in(title: &str, gazetteer: &Gazetteer) -> Option<String> {
    let title: String = title.split_whitespace().collect();
    for (word, place_type) in TYPES {
        if !title.contains(word) {
            continue;
        }
        let named = gazetteer.codes().filter(|code| {
            let name = match gazetteer.name(code) {
                Some(Localised::Each(names)) => names.get("km").map(String::as_str),
                Some(Localised::Same(name)) => Some(name.as_str()),
                _ => None,
            };
            let name = name.map(|name| name.trim_start_matches(word));
            gazetteer.place_type(code) == Some(place_type)
                && name.is_some_and(|name| {
                    !name.is_empty() && title.contains(&format!("{word}{name}"))
                })
        });
        let named: Vec<&str> = named.collect();
        match *named {
            [] => {}
            [only] => return Some(only.to_owned()),
            // A name that several have says nothing.
            _ => return None,
        }
    }
    None
}
