//! The columns of a sheet that something is made of.

use crate::data::declaration::{Declaration, OfBudget, OfKind};
use crate::data::read::{Grid, Texts};
use std::collections::BTreeMap;

/// What is made of each, by their numbers: our name of it.
pub(crate) fn used(
    grid: &Grid,
    declaration: &Declaration,
    texts: &Texts,
) -> BTreeMap<usize, String> {
    let columns = &grid.columns;
    let schema = super::schema(declaration.kind());
    let mut used = BTreeMap::new();
    if schema.is_open {
        let own = columns.extra.iter();
        used.extend(own.map(|(header, column)| (*column, header.clone())));
    }
    let is_read = |name: &str| match &declaration.rules.of {
        OfKind::Budget(of) => is_read_of_budget(name, grid, of, texts),
        _ => true,
    };
    let ours = columns.names().filter(|(_, name)| is_read(name));
    used.extend(ours.map(|(column, name)| (column, name.to_owned())));
    let figures = columns.figures.iter();
    used.extend(figures.map(|figure| (figure.column, figure.name())));
    used
}

/// A budget says some things once, and its first word counts: headers that name years and phases
/// before columns that do, tables of categories before labels of its own.
fn is_read_of_budget(name: &str, grid: &Grid, of: &OfBudget, texts: &Texts) -> bool {
    let columns = &grid.columns;
    let is_wide = !columns.figures.is_empty();
    let is_explained = !of.categories.is_empty();
    match name {
        "amount" | "year" | "phase" => !is_wide,
        "direction" => !is_wide || columns.figures.iter().any(|it| it.direction.is_none()),
        "parent" => !is_explained && texts.any_column(columns, "label"),
        name => !is_explained || name != "label" && !name.starts_with("label_"),
    }
}
