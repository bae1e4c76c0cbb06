//! A budget whose rows name their categories → the same with their codes.
//!
//! A clerk's sheet seldom has codes, and a table of categories beside it gives each name one. Where
//! several categories share a name (`Other` below each heading), the next one in the order of their
//! table is meant. Each row costs one look-up.

use crate::config::Localised;
use crate::data::declaration::{Findings, OfBudget};
use crate::data::model::Categories;
use crate::data::read::{Grid, Texts, Value, values};
use crate::diagnostic::{Candidates, codes, diagnostic, list};
use std::cell::LazyCell;
use std::collections::{BTreeMap, HashMap};

/// Writes the codes in the place of the names; a name that nothing has is told, and its row left out.
pub(crate) fn replace(
    grid: &mut Grid,
    of: &OfBudget,
    categories: &Categories,
    texts: &Texts,
    findings: &mut Findings,
) {
    let Some(column) = grid.columns.index("code") else {
        return;
    };
    if of.categories.is_empty() {
        let place = grid.sheet.cell_place(grid.sheet.header_row, column);
        findings.push(diagnostic!(
            codes::data::LABELS_WITHOUT_CATEGORIES,
            place.place(None),
            toml = &findings.toml
        ));
        return;
    }
    let numbers = numbers(categories, texts);
    let names = LazyCell::new(|| Candidates::of(numbers.keys().copied()));
    let mut unknown: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    let mut last = None;
    let sheet = &mut grid.sheet;
    sheet.rows.keep().retain_mut(|row| {
        // What is no name is told where codes are read.
        let Ok(Some(name)) = values::text(&row.cells[column]) else {
            return true;
        };
        let Some(own) = numbers.get(&*name) else {
            let first = unknown.entry(name.into_owned());
            first.or_insert((row.number, 0)).1 += 1;
            sheet.tally.is_told(row);
            return false;
        };
        let next = own.partition_point(|number| last.is_some_and(|last| *number <= last));
        let number = own.get(next).unwrap_or(&own[0]);
        last = Some(*number);
        row.cells[column] = Value::written(&categories.nth(*number).code);
        true
    });
    for (read, (row, count)) in &unknown {
        let place = grid.sheet.cell_place(*row, column).place(None);
        let unknown = diagnostic!(
            codes::data::UNKNOWN_LABEL,
            place,
            read = read,
            count = count,
            datasets = list(&of.categories)
        );
        findings.push(unknown.did_you_mean(read, &names));
    }
}

/// The numbers of the categories of each name, in whichever language, ascending.
fn numbers<'own>(categories: &'own Categories, texts: &Texts) -> HashMap<&'own str, Vec<usize>> {
    let mut numbers: HashMap<&str, Vec<usize>> = HashMap::with_capacity(categories.len());
    for (number, category) in categories.iter().enumerate() {
        let mut add = |name: &'own str| {
            let own = numbers.entry(name).or_default();
            if own.last() != Some(&number) {
                own.push(number);
            }
        };
        match &category.label {
            Localised::Empty => {}
            Localised::Same(name) => add(name),
            Localised::Each(names) => {
                let tags = texts.tags.iter();
                tags.filter_map(|tag| names.get(tag))
                    .for_each(|name| add(name));
            }
        }
    }
    numbers
}
