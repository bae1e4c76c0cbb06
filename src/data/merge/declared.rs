//! A resource of a Data Package → the TOML that declares it.

use crate::data::model::{Kind, Schema, Stands};
use serde_json::Value;
use std::collections::BTreeMap;
use toml::Table;

/// The file that a resource is in: one path, or a list of one.
pub(super) fn path_of(resource: &Value) -> Option<&str> {
    match resource.get("path")? {
        Value::Array(paths) => match paths.as_slice() {
            [path] => path.as_str(),
            _ => None,
        },
        path => path.as_str(),
    }
}

/// The datasets that the resources of a package become, by the resources' names.
pub(super) struct Names<'own>(BTreeMap<&'own str, String>);

impl<'own> Names<'own> {
    pub fn of(resources: &'own [Value], folder: &str) -> Names<'own> {
        let folder = folder.trim_start_matches("data/");
        let named = resources.iter().filter_map(|resource| {
            let path = path_of(resource)?;
            let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
            Some((text(resource, "name")?, format!("{folder}{stem}")))
        });
        Names(named.collect())
    }
}

fn text<'own>(object: &'own Value, key: &str) -> Option<&'own str> {
    object.get(key).and_then(Value::as_str)
}

fn list<'own>(object: &'own Value, key: &str) -> &'own [Value] {
    object
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// What a declaration would say of the resource. A package that no campaign published says no kind: its
/// resources are tables with columns of their author's own.
pub(super) fn declaration(
    resource: &Value,
    names: &Names<'_>,
    schema: fn(Kind) -> Schema,
    languages: &[String],
) -> String {
    let kind = text(resource, "kind")
        .and_then(Kind::named)
        .unwrap_or(Kind::Table);
    let mut toml = Table::new();
    toml.insert("kind".to_owned(), kind.word().into());
    for key in ["title", "description"] {
        if let Some(words) = localised(resource, key) {
            toml.insert(key.to_owned(), words);
        }
    }
    let has_figures = !matches!(kind, Kind::Categories | Kind::Places);
    if let Some(currency) = text(resource, "currency").filter(|_| has_figures) {
        toml.insert("currency".to_owned(), currency.into());
    }
    if resource.get("synthetic") == Some(&Value::Bool(true)) {
        toml.insert("synthetic".to_owned(), true.into());
    }
    let fields = resource
        .get("schema")
        .map_or(&[][..], |schema| list(schema, "fields"));
    let fields = || {
        fields
            .iter()
            .filter_map(|field| Some((text(field, "name")?, field)))
    };
    let known = schema(kind);
    let named = |key: &str| key_of(resource, key, names);
    let mut skipped: Vec<&str> = fields()
        .map(|(name, _)| name)
        .filter(|name| {
            let published = known
                .field(name)
                .is_some_and(|field| field.stands == Stands::InDownloads);
            published || *name == "synthetic" || !known.is_open && known.field(name).is_none()
        })
        .collect();
    match kind {
        Kind::Budget => {
            if let Some(classification) = text(resource, "classification") {
                toml.insert("classification".to_owned(), classification.into());
            }
            if let Some(categories) = named("code") {
                toml.insert("categories".to_owned(), categories.into());
                // They stand in the other table.
                let labels = fields().map(|(name, _)| name);
                skipped.extend(labels.filter(|name| is_localised("label", name, languages)));
            }
            if let Some(places) = named("place") {
                toml.insert("places".to_owned(), places.into());
            }
            let resources = list(resource, "concordance").iter();
            let concordance = resources.filter_map(|name| names.0.get(name.as_str()?));
            let concordance: Vec<toml::Value> =
                concordance.map(|name| name.as_str().into()).collect();
            if !concordance.is_empty() {
                toml.insert("concordance".to_owned(), concordance.into());
            }
        }
        Kind::Places => {
            if let Some(parents) = named("parent") {
                toml.insert("parents".to_owned(), parents.into());
            }
        }
        Kind::Table => {
            let columns = fields().filter(|(name, _)| !skipped.contains(name));
            let columns: Vec<toml::Value> =
                columns.map(|(name, field)| column(name, field)).collect();
            if !columns.is_empty() {
                toml.insert("column".to_owned(), columns.into());
            }
        }
        _ => {}
    }
    if !skipped.is_empty() {
        let skipped: Vec<toml::Value> = skipped.into_iter().map(Into::into).collect();
        toml.insert("skip_columns".to_owned(), skipped.into());
    }
    let sources: Vec<toml::Value> = list(resource, "sources")
        .iter()
        .zip(1..)
        .map(|(source, number)| self::source(source, number, resource))
        .collect();
    if !sources.is_empty() {
        toml.insert("source".to_owned(), sources.into());
    }
    // Tables of tables stand last, as TOML wants them.
    toml::to_string(&toml).expect("texts and tables are TOML")
}

/// The dataset that a column names rows of, if it is another one.
fn key_of(resource: &Value, column: &str, names: &Names<'_>) -> Option<String> {
    let keys = list(resource.get("schema")?, "foreignKeys");
    let own = keys.iter().find(|key| match &key["fields"] {
        Value::Array(fields) => matches!(fields.as_slice(), [field] if field == column),
        field => field == column,
    })?;
    let resource = own
        .get("reference")
        .and_then(|reference| text(reference, "resource"))?;
    names.0.get(resource).cloned()
}

fn is_localised(base: &str, name: &str, languages: &[String]) -> bool {
    name == base
        || name.split_once('_').is_some_and(|(own, tag)| {
            own == base && languages.iter().any(|language| language == tag)
        })
}

/// The text in its languages, where the package says them, else the one that it says.
fn localised(object: &Value, key: &str) -> Option<toml::Value> {
    let each = object.get(format!("{key}s")).and_then(Value::as_object);
    if let Some(each) = each {
        let texts = each
            .iter()
            .filter_map(|(tag, text)| Some((tag.clone(), text.as_str()?.into())));
        return Some(texts.collect::<Table>().into());
    }
    text(object, key)
        .filter(|text| !text.is_empty())
        .map(Into::into)
}

fn source(source: &Value, number: usize, resource: &Value) -> toml::Value {
    let mut toml = Table::new();
    let id = text(source, "id").map_or_else(|| format!("source-{number}"), str::to_owned);
    toml.insert("id".to_owned(), id.into());
    for key in ["title", "publisher"] {
        if let Some(words) = localised(source, key) {
            toml.insert(key.to_owned(), words);
        }
    }
    let is_address = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    if let Some(url) = text(source, "path").filter(is_address) {
        toml.insert("url".to_owned(), url.into());
    }
    if let Some(page) = text(source, "page") {
        toml.insert("page".to_owned(), page.into());
    }
    let licence = text(source, "licence").or_else(|| match list(resource, "licenses") {
        [only] => text(only, "name"),
        _ => None,
    });
    toml.insert("licence".to_owned(), licence.unwrap_or("unknown").into());
    toml.into()
}

/// A column of a table of nobody's kind, by the names of Table Schema.
fn column(name: &str, field: &Value) -> toml::Value {
    let holds = match text(field, "type") {
        Some("number") => "number",
        Some("integer") => "integer",
        Some("year") => "year",
        Some("date") => "date",
        Some("boolean") => "boolean",
        _ => "text",
    };
    let mut toml = Table::new();
    toml.insert("name".to_owned(), name.into());
    toml.insert("type".to_owned(), holds.into());
    toml.into()
}
