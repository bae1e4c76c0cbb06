//! Values of own tables that name rows of other tables, `refers`.

use super::either_code;
use crate::data::declaration::{Declaration, Findings, OfKind};
use crate::data::model::{CellPlace, Contents, Table, TableCell, lost_zero};
use crate::data::read::Grid;
use crate::diagnostic::{Candidates, codes, diagnostic};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// A dataset on its way to be checked, with what was read of it.
pub(crate) struct Referring<'load> {
    pub declaration: &'load Declaration,
    pub contents: Option<&'load Contents>,
    /// Its sheets.
    pub grids: &'load [Grid],
    pub findings: &'load mut Findings,
}

/// One diagnostic for each column that names no table with keys, and for each value that is none of
/// its keys. The keys of a table are gathered once.
pub(crate) fn check(datasets: Vec<Referring<'_>>) {
    let wanted: BTreeSet<&str> = datasets
        .iter()
        .flat_map(|one| of_table(one.declaration))
        .map(|(_, name)| name)
        .collect();
    let mut keys: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in &datasets {
        let name = &*one.declaration.name;
        if let Some(contents) = one.contents.filter(|_| wanted.contains(name)) {
            keys.extend(keys_of(contents).map(|own| (name, own)));
        }
    }
    let has_keys = |one: &&Referring<'_>| match one.contents {
        Some(Contents::Categories(_) | Contents::Places(_)) => true,
        Some(Contents::Table(table)) => table.key().is_some(),
        Some(Contents::Budget(_)) | None => false,
    };
    let names: Vec<&str> = datasets
        .iter()
        .filter(has_keys)
        .map(|one| &*one.declaration.name)
        .collect();
    for one in datasets {
        let Some(Contents::Table(table)) = one.contents else {
            continue;
        };
        let OfKind::Table(of) = &one.declaration.rules.of else {
            continue;
        };
        for column in of.columns.values() {
            let Some(refers) = &column.refers else {
                continue;
            };
            if keys.contains_key(&*refers.value) {
                continue;
            }
            let known = Candidates::of(names.iter().copied());
            let missing = diagnostic!(
                codes::datasets::NO_TABLE_OF_KEYS,
                refers.place(&one.declaration.toml),
                read = &refers.value,
                known = known.list()
            );
            one.findings
                .push(missing.did_you_mean(&refers.value, &known));
        }
        for (column, name) in of_table(one.declaration) {
            if let Some(keys) = keys.get(name) {
                values(table, column, name, keys, one.findings);
                let is_known = |code: &str| keys.contains(code);
                either_code::of_column(one.grids, column, is_known, one.findings);
            }
        }
    }
}

/// The columns of a table that refer to another, each with its name.
fn of_table(declaration: &Declaration) -> impl Iterator<Item = (&str, &str)> {
    let columns = match &declaration.rules.of {
        OfKind::Table(of) => Some(of.columns.iter()),
        _ => None,
    };
    let columns = columns.into_iter().flatten();
    columns.filter_map(|(column, own)| Some((&**column, &*own.refers.as_ref()?.value)))
}

/// The keys of its rows; none, if rows have no keys.
fn keys_of(contents: &Contents) -> Option<BTreeSet<&str>> {
    Some(match contents {
        Contents::Budget(_) => return None,
        Contents::Categories(categories) => categories.codes().collect(),
        Contents::Places(places) => places.iter().map(|place| &*place.code).collect(),
        Contents::Table(table) => {
            let key = table.key()?;
            let texts = table.rows.iter().filter_map(|row| match &row.cells[key] {
                TableCell::Text(text) => Some(&**text),
                _ => None,
            });
            texts.collect()
        }
    })
}

fn values(
    table: &Table,
    name: &str,
    dataset: &str,
    keys: &BTreeSet<&str>,
    findings: &mut Findings,
) {
    let named = table.columns.iter().enumerate();
    let near = LazyCell::new(|| Candidates::codes(keys.iter().copied()));
    for (at, column) in named.filter(|(_, column)| column.name == name) {
        let mut unknown: BTreeMap<&str, (CellPlace, usize)> = BTreeMap::new();
        for row in &table.rows {
            if let TableCell::Text(text) = &row.cells[at]
                && !keys.contains(&**text)
            {
                let first = || (row.cell.at_column(column.position), 0);
                unknown.entry(text).or_insert_with(first).1 += 1;
            }
        }
        for (read, (cell, count)) in unknown {
            let problem = diagnostic!(
                codes::datasets::NO_SUCH_ROW,
                cell.place(None),
                column = &column.header,
                read = read,
                dataset = dataset,
                count = count
            );
            findings.push(match lost_zero(read, |code| keys.contains(code)) {
                Some(meant) => problem.which_means(meant),
                None => problem.did_you_mean(read, &near),
            });
        }
    }
}
