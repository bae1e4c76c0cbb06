//! The rows of all offered tables that are about places → those of one place, found by its code.
//!
//! Gathered once, in one pass over the rows; budgets have an index of their own and are not looked at.

use super::{Site, plan};
use crate::data::{Contents, Dataset, Holds, Refers, Table, TableCell};
use std::collections::{BTreeSet, HashMap};

/// Rows by the code of a place.
#[derive(Debug, Default)]
pub(super) struct RowsOfPlaces(HashMap<String, Vec<OfTable>>);

/// The rows of one table.
#[derive(Debug)]
struct OfTable {
    dataset: String,
    rows: Vec<usize>,
}

impl RowsOfPlaces {
    pub fn of(site: &Site) -> RowsOfPlaces {
        let datasets = site.datasets.iter();
        let lists: BTreeSet<&str> = datasets
            .filter(|dataset| matches!(dataset.contents, Contents::Places(_)))
            .map(|dataset| &*dataset.name)
            .collect();
        let mut found: HashMap<String, Vec<OfTable>> = HashMap::new();
        for dataset in plan::offered(site) {
            let Contents::Table(table) = &dataset.contents else {
                continue;
            };
            let columns = columns(dataset, table, &lists);
            for (number, row) in table.rows.iter().enumerate() {
                let codes = columns.iter().filter_map(|at| match &row.cells[*at] {
                    TableCell::Text(code) => Some(code.as_str()),
                    _ => None,
                });
                // A row may name one place twice.
                for code in codes.collect::<BTreeSet<&str>>() {
                    let of_place = found.entry(code.to_owned()).or_default();
                    match of_place
                        .last_mut()
                        .filter(|last| last.dataset == dataset.name)
                    {
                        Some(last) => last.rows.push(number),
                        None => of_place.push(OfTable {
                            dataset: dataset.name.clone(),
                            rows: vec![number],
                        }),
                    }
                }
            }
        }
        RowsOfPlaces(found)
    }

    /// The tables that say something of a place, in the order of their names, each with its rows.
    pub fn get<'site>(
        &'site self,
        site: &'site Site,
        code: &str,
    ) -> impl Iterator<Item = (&'site Dataset, &'site [usize])> {
        let tables = self.0.get(code).into_iter().flatten();
        tables.filter_map(|of| Some((site.datasets.get(&of.dataset)?, &*of.rows)))
    }
}

/// The columns of a table that name places: by its kind, by what is declared, or by their name.
fn columns(dataset: &Dataset, table: &Table, lists: &BTreeSet<&str>) -> Vec<usize> {
    let names_places = |name: &str| {
        let field = dataset.schema.field(name);
        field.is_some_and(|field| {
            let declared = field.constraints.refers.as_deref();
            field.refers == Refers::Places
                || declared.is_some_and(|list| lists.contains(list))
                || name == "place" && matches!(field.holds, Holds::Text | Holds::Code)
        })
    };
    let columns = table.columns.iter().enumerate();
    let columns = columns.filter(|(_, column)| names_places(&column.name));
    columns.map(|(at, _)| at).collect()
}
