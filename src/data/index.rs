//! The lines of a budget → which of them have a place and a code, found without reading the others.
//!
//! Made once, when the budget is complete. It knows no query, and why something is not found it
//! leaves to those who asked.

use super::budget::BudgetLine;
use super::places::NATION;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;
use std::sync::Arc;

/// Numbers of lines by place, and in a place by code. A place has few lines under one code, so
/// years, phases and directions are told apart by reading those.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Sorted by place and code; lines that have both in common stand as in the file.
    numbers: Vec<usize>,
    /// Which part of `numbers` a place has.
    places: BTreeMap<Arc<str>, Range<usize>>,
    /// The place that alone has figures under a code; `None` where several have.
    codes: BTreeMap<Arc<str>, Option<Arc<str>>>,
}

impl Index {
    pub fn new(lines: &[BudgetLine]) -> Index {
        let mut numbers: Vec<usize> = (0..lines.len()).collect();
        numbers.sort_by_key(|number| (&lines[*number].place, &lines[*number].code));
        let mut places: BTreeMap<Arc<str>, Range<usize>> = BTreeMap::new();
        let mut codes: BTreeMap<Arc<str>, Option<Arc<str>>> = BTreeMap::new();
        for (at, number) in numbers.iter().enumerate() {
            let line = &lines[*number];
            places.entry(line.place.clone()).or_insert(at..at).end = at + 1;
            match codes.entry(line.code.clone()) {
                Entry::Vacant(entry) => {
                    entry.insert(Some(line.place.clone()));
                }
                Entry::Occupied(mut entry) => {
                    if entry.get().as_ref().is_some_and(|only| *only != line.place) {
                        entry.insert(None);
                    }
                }
            }
        }
        Index {
            numbers,
            places,
            codes,
        }
    }

    /// The places that have figures, sorted.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(|place| &**place)
    }

    /// The codes that have figures, sorted.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.codes.keys().map(|code| &**code)
    }

    pub fn knows_code(&self, code: &str) -> bool {
        self.codes.contains_key(code)
    }

    /// The place that is meant where none is named: the only one there is, or the nation.
    pub fn place_meant(&self) -> Option<&str> {
        let mut places = self.places();
        match (places.next(), places.next()) {
            (Some(only), None) => Some(only),
            _ => self.places.contains_key(NATION).then_some(NATION),
        }
    }

    /// The same among the places that have figures under a code.
    pub fn place_meant_by_code(&self, lines: &[BudgetLine], code: &str) -> Option<&str> {
        match self.codes.get(code)? {
            Some(only) => Some(only),
            None => (!self.of_code(lines, NATION, code).is_empty()).then_some(NATION),
        }
    }

    /// Numbers of the place's lines, in the order of the file.
    pub fn lines_of_place(&self, place: &str) -> Vec<usize> {
        let mut numbers = self.of_place(place).to_vec();
        numbers.sort_unstable();
        numbers
    }

    /// Numbers of the place's lines under a code, in the order of the file.
    pub fn lines_of_code(&self, lines: &[BudgetLine], place: &str, code: &str) -> Vec<usize> {
        self.of_code(lines, place, code).to_vec()
    }

    fn of_place(&self, place: &str) -> &[usize] {
        self.places
            .get(place)
            .map_or(&[], |range| &self.numbers[range.clone()])
    }

    fn of_code(&self, lines: &[BudgetLine], place: &str, code: &str) -> &[usize] {
        let own = self.of_place(place);
        let start = own.partition_point(|number| *lines[*number].code < *code);
        let length = own[start..].partition_point(|number| *lines[*number].code == *code);
        &own[start..start + length]
    }
}
