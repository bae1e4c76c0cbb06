//! How a table of a package stands in its file (Table Dialect) → our settings of it.
//!
//! What no setting says is right as long as it is what we read anyway, and a mistake otherwise: a table
//! that is taken apart in another way is another table.

use super::said::Said;
use super::told::Told;
use serde_json::Value;
use toml::Table;

/// Encodings in which texts are read.
const ENCODINGS: [&str; 8] = [
    "utf-8",
    "utf8",
    "utf-8-sig",
    "us-ascii",
    "ascii",
    "utf-16",
    "utf-16le",
    "utf-16be",
];
const FORMATS: [&str; 2] = ["csv", "tsv"];
const MEDIA: [&str; 3] = ["text/csv", "text/tab-separated-values", "text/plain"];

/// Reads how the table stands in its file.
pub(super) fn read(table: &mut Said<'_>, toml: &mut Table, told: &mut Told<'_>) {
    for (key, known) in [
        ("encoding", &ENCODINGS[..]),
        ("format", &FORMATS[..]),
        ("mediatype", &MEDIA[..]),
        ("type", &["table"][..]),
    ] {
        let said = table.text(key, told);
        let said = said.map(|said| (said, said.split(';').next().unwrap_or(said).trim()));
        if let Some((said, word)) = said
            && !known.iter().any(|known| known.eq_ignore_ascii_case(word))
        {
            told.not_read_so(key, said, known);
        }
    }
    let Some(mut dialect) = object(table, "dialect", "{}", told) else {
        return;
    };
    // What old ones are called, and what means nothing where columns have one row of names.
    dialect.pass_over(&[
        "$schema",
        "csvddfVersion",
        "caseSensitiveHeader",
        "headerJoin",
    ]);
    for (key, read) in [
        ("header", true),
        ("doubleQuote", true),
        ("skipInitialSpace", false),
    ] {
        if let Some(said) = dialect.truth(key, told).filter(|said| *said != read) {
            let property = dialect.named(key);
            told.not_read_so(&property, said, &[&read.to_string()]);
        }
    }
    for (key, read) in [
        ("quoteChar", &["\""][..]),
        ("escapeChar", &[]),
        ("commentChar", &[]),
        ("lineTerminator", &["\r\n", "\n", "\r"]),
    ] {
        if let Some(said) = dialect.text(key, told).filter(|said| !read.contains(said)) {
            let property = dialect.named(key);
            let read: Vec<String> = read.iter().copied().map(shown).collect();
            let read: Vec<&str> = read.iter().map(String::as_str).collect();
            told.not_read_so(&property, shown(said), &read);
        }
    }
    if let Some(delimiter) = dialect.text("delimiter", told) {
        let property = dialect.named("delimiter");
        match delimiter.len() {
            1 => {
                toml.insert("delimiter".to_owned(), delimiter.into());
            }
            _ => told.not_read_so(&property, delimiter, &[",", ";", "\\t", "|"]),
        }
    }
    let header_rows = wholes(&mut dialect, "headerRows", told);
    match header_rows.as_deref() {
        None => {}
        Some([row]) => {
            toml.insert("header_row".to_owned(), (*row).into());
        }
        Some(rows) => {
            let property = dialect.named("headerRows");
            told.not_read_so(&property, format!("{rows:?}"), &["[1]"]);
        }
    }
    if let Some(rows) = wholes(&mut dialect, "commentRows", told) {
        toml.insert("skip_rows".to_owned(), rows.into());
    }
    if let Some(nothing) = dialect.text("nullSequence", told) {
        missing(toml, nothing);
    }
    dialect.finish(told);
}

/// Ends of lines as JSON writes them.
fn shown(text: &str) -> String {
    text.replace('\r', "\\r").replace('\n', "\\n")
}

/// What stands for a cell that is not known.
pub(super) fn missing(toml: &mut Table, text: &str) {
    let texts = toml
        .entry("missing")
        .or_insert_with(|| toml::Value::Array(Vec::new()));
    if let toml::Value::Array(texts) = texts {
        texts.push(text.into());
    }
}

/// An object that may as well be the address of one; there is no network to ask.
pub(super) fn object<'own>(
    said: &mut Said<'own>,
    key: &'static str,
    wanted: &str,
    told: &mut Told<'_>,
) -> Option<Said<'own>> {
    match said.value(key)? {
        Value::String(address) => {
            told.not_read_so(&said.named(key), address, &[wanted]);
            None
        }
        _ => said.object(key, told),
    }
}

/// Numbers of rows, from 1.
fn wholes(dialect: &mut Said<'_>, key: &'static str, told: &mut Told<'_>) -> Option<Vec<i64>> {
    let value = dialect.value(key)?;
    let numbers = dialect.list(key, told).iter().map(Value::as_i64);
    let numbers: Option<Vec<i64>> = numbers.map(|row| row.filter(|row| *row > 0)).collect();
    if numbers.is_none() {
        told.wrong(&dialect.named(key), value);
    }
    numbers
}
