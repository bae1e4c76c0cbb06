//! One row of a dataset → its values as text in one language, by our names: what a page made from
//! the row can say.

use super::units::unit_for;
use super::wording::Wording;
use crate::config::{Language, Localised};
use crate::data::{BudgetLine, Category, Contents, Dataset, Place, TableCell};
use std::collections::BTreeMap;

/// Column → text, in the order of the columns.
pub type RowValues = Vec<(String, String)>;

/// The values of row number `row`; `None` if there is no such row. Numbers are written in the
/// language's digits, codes and years of a code as they are; unknown is empty.
pub fn row_values(dataset: &Dataset, row: usize, words: Wording<'_>) -> Option<RowValues> {
    match &dataset.contents {
        Contents::Places(places) => Some(place(places.get(row)?, words.language)),
        Contents::Categories(categories) => Some(category(categories.iter().nth(row)?)),
        Contents::Budget(budget) => Some(line(dataset, budget.lines.get(row)?, words)),
        Contents::Table(table) => {
            let cells = &table.rows.get(row)?.cells;
            Some(
                table
                    .columns
                    .iter()
                    .zip(cells)
                    .map(|(column, cell)| (column.name.clone(), cell_text(cell, words.language)))
                    .collect(),
            )
        }
    }
}

fn line(dataset: &Dataset, line: &BudgetLine, words: Wording<'_>) -> RowValues {
    let unit = unit_for(dataset.scale, line.amount.into_iter());
    let amount = line.amount.map_or_else(String::new, |amount| {
        unit.amount(amount, &dataset.currency, words)
    });
    let mut values = vec![
        pair("place", &*line.place),
        pair(
            "year",
            words.language.number_style().digits(line.period.year()),
        ),
        pair("period", words.period(line.period)),
        pair("phase", line.phase.word()),
        pair("direction", line.direction.word()),
        pair("code", &*line.code),
        pair("amount", amount),
        pair("fund", line.fund().unwrap_or_default()),
        pair("status", line.status().unwrap_or_default()),
        pair("source", line.source().unwrap_or_default()),
    ];
    texts("note", line.note(), &mut values);
    values
}

fn place(place: &Place, language: &Language) -> RowValues {
    let style = language.number_style();
    let count = |count: usize| style.integer(i128::try_from(count).unwrap_or(i128::MAX));
    let mut values = vec![
        pair("code", &place.code),
        pair("parent", place.parent.as_deref().unwrap_or_default()),
        pair("type", place.place_type.word()),
        pair("type_km", place.place_type.khmer()),
        pair("type_en", place.place_type.word()),
    ];
    texts("name", &place.name, &mut values);
    texts("parent_name", &place.parent_name, &mut values);
    values.extend([
        pair("provinces", count(place.counts.provinces)),
        pair("districts", count(place.counts.districts)),
        pair("communes", count(place.counts.communes)),
        pair("villages", count(place.counts.villages)),
        pair(
            "villages_sharing_a_code",
            count(place.counts.villages_sharing_a_code),
        ),
        pair(
            "population",
            place
                .population
                .map_or_else(String::new, |number| style.decimal(number.normalize())),
        ),
        pair(
            "population_year",
            place
                .population_year
                .map_or_else(String::new, |year| style.digits(year)),
        ),
        pair(
            "population_source",
            place.population_source.as_deref().unwrap_or_default(),
        ),
    ]);
    values.extend(place.extra.iter().cloned());
    values
}

fn category(category: &Category) -> RowValues {
    let mut values = vec![
        pair("code", &category.code),
        pair("parent", category.parent.as_deref().unwrap_or_default()),
        pair("kind", category.kind.word()),
        pair("sum_of", category.sum_of.join(" ")),
    ];
    texts("label", &category.label, &mut values);
    texts("explain", &category.explain, &mut values);
    values.push(pair("cofog", category.cofog.as_deref().unwrap_or_default()));
    values.push(pair("icon", category.icon.as_deref().unwrap_or_default()));
    values
}

fn cell_text(cell: &TableCell, language: &Language) -> String {
    match cell {
        TableCell::Empty => String::new(),
        TableCell::Text(text) => text.clone(),
        TableCell::Number(number) => language.number_style().decimal(*number),
        TableCell::Year(year) => language.number_style().digits(*year),
    }
}

/// `name_km`, `name_en` and one for each other language there is; Khmer and English always stand.
fn texts(base: &str, text: &Localised, values: &mut RowValues) {
    let mut each: BTreeMap<&str, &str> = BTreeMap::from([("km", ""), ("en", "")]);
    match text {
        Localised::Empty => {}
        Localised::Same(text) => {
            each.insert("km", text);
            each.insert("en", text);
        }
        Localised::Each(texts) => {
            each.extend(
                texts
                    .iter()
                    .map(|(tag, text)| (tag.as_str(), text.as_str())),
            );
        }
    }
    for (tag, text) in each {
        values.push(pair(&format!("{base}_{tag}"), text));
    }
}

fn pair(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}
