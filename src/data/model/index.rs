//! The lines of a budget → which of them have a place and a code, and what they come to in each year,
//! phase and direction, found without reading the others.
//!
//! Made once, when the budget is complete. It knows no query, and why something is not found it
//! leaves to those who asked.

use super::places::NATION;
use super::{BudgetLine, Direction, Money, Phase};
use crate::diagnostic::Candidates;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Numbers of lines by place, and in a place by code.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Sorted by place, code, year, phase and direction; lines that have all in common stand as in the
    /// file.
    numbers: Vec<usize>,
    /// The same order: lines that have all in common, as one.
    figures: Vec<Figure>,
    places: BTreeMap<Arc<str>, OfPlace>,
    codes: BTreeMap<Arc<str>, OfCode>,
    place_names: OnceLock<Candidates>,
    code_names: OnceLock<Candidates>,
}

/// Which part of the lines and figures a place has.
#[derive(Debug)]
struct OfPlace {
    numbers: Range<usize>,
    figures: Range<usize>,
}

/// The places that have figures under a code, sorted.
#[derive(Debug, Default)]
struct OfCode {
    places: Vec<Arc<str>>,
    names: OnceLock<Candidates>,
}

/// The lines of a place under a code in one year, phase and direction: its funds.
#[derive(Debug)]
pub(crate) struct Figure {
    pub year: i16,
    pub phase: Phase,
    pub direction: Direction,
    pub amount: Amount,
    /// The place in the dataset's list of the first source that one of the lines names.
    pub source: Option<usize>,
    /// The first line.
    pub line: usize,
}

/// What the funds of a figure come to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Amount {
    Known(Money),
    /// The line with this number is blank.
    Blank(usize),
}

impl Index {
    /// `sources` are the ids of the dataset's sources.
    pub fn new<'ids>(lines: &[BudgetLine], sources: impl Iterator<Item = &'ids str>) -> Index {
        let mut ranks: HashMap<&str, usize> = HashMap::new();
        for (at, id) in sources.enumerate() {
            ranks.entry(id).or_insert(at);
        }
        let mut numbers: Vec<usize> = (0..lines.len()).collect();
        numbers.sort_by_key(|number| {
            let line = &lines[*number];
            let when = (line.year, line.phase, line.direction);
            (&line.place, &line.code, when)
        });
        let alike = |one: &usize, other: &usize| {
            let (one, other) = (&lines[*one], &lines[*other]);
            one.place == other.place
                && one.code == other.code
                && (one.year, one.phase, one.direction)
                    == (other.year, other.phase, other.direction)
        };
        let mut index = Index::default();
        let mut at = 0;
        for alike in numbers.chunk_by(alike) {
            let line = &lines[alike[0]];
            index.add_place(line, at, alike.len());
            index.add_code(line);
            let blank = alike.iter().find(|number| lines[**number].amount.is_none());
            let named = alike.iter().filter_map(|number| {
                let id = lines[*number].source.as_deref()?;
                ranks.get(id).copied()
            });
            index.figures.push(Figure {
                year: line.year,
                phase: line.phase,
                direction: line.direction,
                amount: match blank {
                    Some(number) => Amount::Blank(*number),
                    None => {
                        let amounts = alike.iter().filter_map(|number| lines[*number].amount);
                        Amount::Known(amounts.sum())
                    }
                },
                source: named.min(),
                line: alike[0],
            });
            at += alike.len();
        }
        Index { numbers, ..index }
    }

    fn add_place(&mut self, line: &BudgetLine, from: usize, lines: usize) {
        let figure = self.figures.len();
        let place = self.places.entry(line.place.clone());
        let of = place.or_insert(OfPlace {
            numbers: from..from,
            figures: figure..figure,
        });
        of.numbers.end = from + lines;
        of.figures.end = figure + 1;
    }

    /// Places come in their order.
    fn add_code(&mut self, line: &BudgetLine) {
        let places = &mut self.codes.entry(line.code.clone()).or_default().places;
        if places.last() != Some(&line.place) {
            places.push(line.place.clone());
        }
    }

    /// The places that have figures, sorted.
    pub fn places(&self) -> &Candidates {
        self.place_names
            .get_or_init(|| Candidates::of(self.places.keys().map(|place| &**place)))
    }

    /// The codes that have figures, sorted.
    pub fn codes(&self) -> &Candidates {
        self.code_names
            .get_or_init(|| Candidates::of(self.codes.keys().map(|code| &**code)))
    }

    /// The places that have figures under a code, sorted.
    pub fn places_of_code(&self, code: &str) -> Candidates {
        match self.codes.get(code) {
            Some(of) => {
                let names = || Candidates::of(of.places.iter().map(|place| &**place));
                of.names.get_or_init(names).clone()
            }
            None => Candidates::words(&[]),
        }
    }

    pub fn knows_code(&self, code: &str) -> bool {
        self.codes.contains_key(code)
    }

    /// The place that is meant where none is named: the only one there is, or the nation.
    pub fn place_meant(&self) -> Option<&str> {
        let mut places = self.places.keys();
        match (places.next(), places.next()) {
            (Some(only), None) => Some(only),
            _ => self.places.contains_key(NATION).then_some(NATION),
        }
    }

    /// The same among the places that have figures under a code.
    pub fn place_meant_by_code(&self, code: &str) -> Option<&str> {
        match self.codes.get(code)?.places.as_slice() {
            [only] => Some(only),
            several => {
                let nation = several.binary_search_by(|place| (**place).cmp(NATION));
                nation.is_ok().then_some(NATION)
            }
        }
    }

    /// Numbers of the place's lines, in the order of the file.
    pub fn lines_of_place(&self, place: &str) -> Vec<usize> {
        let mut numbers = match self.places.get(place) {
            Some(of) => self.numbers[of.numbers.clone()].to_vec(),
            None => Vec::new(),
        };
        numbers.sort_unstable();
        numbers
    }

    /// The place's figures under a code, by year, phase and direction.
    pub fn figures(&self, lines: &[BudgetLine], place: &str, code: &str) -> &[Figure] {
        let Some(of) = self.places.get(place) else {
            return &[];
        };
        let own = &self.figures[of.figures.clone()];
        let start = own.partition_point(|figure| *lines[figure.line].code < *code);
        let length = own[start..].partition_point(|figure| *lines[figure.line].code == *code);
        &own[start..start + length]
    }
}
