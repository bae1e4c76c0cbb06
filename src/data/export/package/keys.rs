//! Which columns tell a row from all others, and which name a row of another table: both only where
//! every row keeps to it, since whoever reads the package will hold the rows to what it says.

use super::resource_name;
use crate::data::export::{Column, columns};
use crate::data::model::{Cell, Contents, Dataset, Holds, Kind, Refers, guarded};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};

/// The column that may be blank in the key of a figure.
const MAY_BE_BLANK: &str = "fund";
const OF_A_FIGURE: [&str; 6] = [
    "place",
    "period",
    "phase",
    "direction",
    "code",
    MAY_BE_BLANK,
];
/// The first of them that a table has names its rows.
const OF_A_ROW: [&str; 2] = ["code", "id"];

/// The tables of a package that others may name rows of, by the names of their datasets.
pub(super) struct Targets<'own> {
    tables: BTreeMap<&'own str, Target>,
    places: Vec<&'own str>,
    /// The resources of what explains budgets, by their datasets.
    beside: BTreeMap<&'own str, String>,
}

struct Target {
    resource: String,
    column: String,
    codes: HashSet<String>,
}

impl<'own> Targets<'own> {
    pub fn of(datasets: &[(&'own Dataset, &str)]) -> Targets<'own> {
        let of_kind = |kind: Kind| {
            let own = datasets.iter().copied();
            own.filter(move |(dataset, _)| dataset.kind == kind)
        };
        let fields = datasets
            .iter()
            .flat_map(|(dataset, _)| &*dataset.schema.fields);
        let referred: HashSet<&str> = fields
            .filter_map(|field| field.constraints.refers.as_deref())
            .collect();
        let own = datasets.iter().copied();
        let referred = own.filter(|(dataset, _)| referred.contains(&*dataset.name));
        let named = of_kind(Kind::Places)
            .chain(of_kind(Kind::Categories))
            .chain(referred);
        let target = |(dataset, path): (&'own Dataset, &str)| {
            let column = match &dataset.contents {
                Contents::Table(table) => &*table.columns[table.key()?].name,
                _ => "code",
            };
            let target = Target {
                resource: resource_name(path),
                column: column.to_owned(),
                codes: codes(dataset, column),
            };
            Some((&*dataset.name, target))
        };
        Targets {
            tables: named.filter_map(target).collect(),
            places: of_kind(Kind::Places)
                .map(|(dataset, _)| &*dataset.name)
                .collect(),
            beside: of_kind(Kind::Concordance)
                .chain(of_kind(Kind::Adjustments))
                .map(|(dataset, path)| (&*dataset.name, resource_name(path)))
                .collect(),
        }
    }

    /// The resources of these concordances or adjustments; `None` if there are none.
    pub fn beside(&self, names: &[String]) -> Option<Vec<&str>> {
        let resources = names.iter();
        let resources = resources.filter_map(|name| self.beside.get(name.as_str()));
        let resources: Vec<&str> = resources.map(String::as_str).collect();
        (!resources.is_empty()).then_some(resources)
    }
}

fn codes(dataset: &Dataset, key: &str) -> HashSet<String> {
    let columns = columns(dataset);
    let code = columns.iter().find(|column| column.name == key);
    let code = code.into_iter();
    code.flat_map(|code| cells(code, dataset))
        .filter_map(written)
        .collect()
}

fn cells<'own>(column: &Column<'own>, dataset: &Dataset) -> impl Iterator<Item = Cell<'own>> {
    (0..dataset.rows()).map(|row| column.cell(row))
}

fn written(cell: Cell<'_>) -> Option<String> {
    match cell {
        Cell::Text(text) => Some(text.into_owned()),
        Cell::Number(number) => Some(number.to_string()),
        Cell::Empty | Cell::Localised(_) => None,
    }
}

/// The columns by which no two rows are alike. In a key no cell may be blank, so a table in which only
/// some rows say their fund has none.
pub(super) fn primary_key(dataset: &Dataset) -> Value {
    let columns = columns(dataset);
    let named = |name: &str| columns.iter().find(|column| column.name == name);
    let key: Vec<&Column<'_>> = match &dataset.contents {
        Contents::Budget(budget) => {
            let is_said =
                |column: &Column<'_>| cells(column, dataset).any(|cell| cell != Cell::Empty);
            let dimensions = budget.dimensions.iter().map(|dimension| &*dimension.name);
            let own = OF_A_FIGURE.into_iter().chain(dimensions).filter_map(named);
            own.filter(|column| column.name != MAY_BE_BLANK || is_said(column))
                .collect()
        }
        // Of repeated figures there is never more than a message; repeated rows a declaration may tolerate.
        _ => {
            let own = OF_A_ROW.iter().find_map(|name| named(name));
            let are_apart = |column: &&Column<'_>| {
                let mut seen = HashSet::new();
                cells(column, dataset)
                    .filter_map(written)
                    .all(|code| seen.insert(code))
            };
            own.filter(are_apart).into_iter().collect()
        }
    };
    let is_whole = |column: &&Column<'_>| cells(column, dataset).all(|cell| cell != Cell::Empty);
    match !key.is_empty() && key.iter().all(is_whole) {
        true => key.iter().map(|column| guarded(&column.name)).collect(),
        false => Value::Null,
    }
}

/// The columns whose values all name a row of one table of the package: of each column the first such
/// table. That takes one pass over the rows for each table that comes into question, and a pass ends
/// at the first row that names no row there.
pub(super) fn foreign_keys(dataset: &Dataset, targets: &Targets<'_>) -> Value {
    let mut keys = Vec::new();
    for column in columns(dataset) {
        let own = [&*dataset.name];
        let declared = column.field.constraints.refers.as_deref();
        let tables: Vec<&str> = match (column.field.refers, column.field.holds) {
            _ if declared.is_some() => declared.into_iter().collect(),
            (Refers::Categories, _) => dataset.categories.iter().map(String::as_str).collect(),
            (Refers::Places, _) => targets.places.clone(),
            (Refers::Itself, Holds::Code) => own.to_vec(),
            _ => continue,
        };
        let holds = |codes: &HashSet<String>| {
            let mut codes_here = cells(&column, dataset).filter_map(written);
            codes_here.all(|code| codes.contains(&code))
        };
        // Itself first: a district lies in no commune, though a list of communes may name its code.
        let mut tables = own.iter().filter(|own| tables.contains(own)).chain(&tables);
        let is_target = |name: &&&str| {
            let target = targets.tables.get(**name);
            target.is_some_and(|target| holds(&target.codes))
        };
        let Some(target) = tables.find(is_target) else {
            continue;
        };
        // The standard names the table itself so.
        let resource = match *target == dataset.name {
            true => "",
            false => &targets.tables[target].resource,
        };
        let key = &targets.tables[target].column;
        keys.push(json!({
            "fields": [guarded(&column.name)],
            "reference": { "resource": resource, "fields": [guarded(key)] },
        }));
    }
    match keys.is_empty() {
        true => Value::Null,
        false => json!(keys),
    }
}
