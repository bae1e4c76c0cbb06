//! `maps/….toml` of a theme → where each place lies on a map of tiles.

use super::Files;
use crate::diagnostic::{Report, codes, diagnostic};
use crate::schema::{Holds, Item, Schema, Value, required};
use std::collections::{BTreeMap, BTreeSet};

/// How many tiles lie beside each other; the style sheet of the theme makes each a sixth of the width.
pub const COLUMNS: u32 = 6;

/// What `maps/….toml` may say.
pub static SCHEMA: Schema = Schema::of(
    "A map of tiles, `maps/….toml`",
    "ផែនទីក្រឡា `maps/….toml`",
    &[required(
        "cells",
        Holds::Map(&Holds::List(&Holds::COUNT)),
        "where each place lies, by its code: the column from the west and the row from the north, from 0",
        "ទីតាំងនៃទីកន្លែងនីមួយៗ តាមលេខកូដ៖ ជួរឈររាប់ពីខាងលិច និងជួរដេករាប់ពីខាងជើង ចាប់ពី 0",
    )],
);

/// A tile, in the order in which they are drawn: from the north, and from the west.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub row: u32,
    pub column: u32,
}

/// Where places lie, by their codes.
pub type Tiles = BTreeMap<String, Cell>;

/// Every map of the theme, by the name of its file.
pub(super) fn load(tree: &Files, report: &mut Report) -> BTreeMap<String, Tiles> {
    let files: Vec<&str> = tree.under("maps/").collect();
    let named = files.into_iter().filter_map(|path| {
        let name = path.strip_prefix("maps/")?.strip_suffix(".toml")?;
        let text = tree.text(path).map_err(|problem| report.push(problem));
        Some((
            name.to_owned(),
            read(tree.stands_at(path), &text.ok()?, report),
        ))
    });
    named.collect()
}

fn read(path: &str, text: &str, report: &mut Report) -> Tiles {
    let read = SCHEMA.read(path, text, 0..text.len(), report);
    // What of a tile is no number is told already, and left out.
    let is_told = |place: &str, value: &Value<'_>| match value {
        Value::List(numbers) => numbers.len() < written(text, place),
        _ => false,
    };
    let mut tiles = Tiles::new();
    let mut taken = BTreeSet::new();
    for entry in read.record.entries("cells") {
        match cell_of(&entry.item.value).filter(|cell| taken.insert(*cell)) {
            Some(cell) => {
                tiles.insert(entry.key.to_string(), cell);
            }
            None if is_told(&entry.key, &entry.item.value) => {}
            None => report.push(diagnostic!(
                codes::theme::TILE,
                read.record.place(entry.item.at),
                place = &entry.key,
                last = COLUMNS - 1
            )),
        }
    }
    tiles
}

/// How many values are written for a place.
fn written(text: &str, place: &str) -> usize {
    let table: Option<toml::Table> = text.parse().ok();
    let values = table
        .as_ref()
        .and_then(|table| table.get("cells")?.get(place)?.as_array());
    values.map_or(0, Vec::len)
}

fn cell_of(value: &Value<'_>) -> Option<Cell> {
    let Value::List(numbers) = value else {
        return None;
    };
    let number = |item: &Item<'_>| match item.value {
        Value::Whole(number) => u32::try_from(number).ok(),
        _ => None,
    };
    let [column, row] = numbers.as_slice() else {
        return None;
    };
    let (column, row) = (number(column)?, number(row)?);
    (column < COLUMNS).then_some(Cell { row, column })
}
