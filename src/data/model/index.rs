//! The lines of a budget → which of them have a place and a code, and what they come to in each period,
//! phase and direction, found without reading the others.
//!
//! Made once, when the budget is complete. It knows no query, and why something is not found it
//! leaves to those who asked.

use super::peers::Peers;
use super::places::NATION;
use super::{BudgetLine, Direction, Money, Period, Phase, PlaceType};
use crate::diagnostic::Candidates;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Numbers of lines by place, and in a place by code.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Sorted by place, code, period, phase and direction; lines that have all in common stand as in the
    /// file.
    numbers: Vec<u32>,
    /// The same order: lines that have all in common, as one.
    figures: Vec<Figure>,
    /// Sorted.
    places: Vec<OfPlace>,
    /// Sorted.
    codes: Vec<OfCode>,
    place_names: OnceLock<Candidates>,
    code_names: OnceLock<Candidates>,
}

/// Which part of the lines and figures a place has.
#[derive(Debug)]
struct OfPlace {
    place: Arc<str>,
    numbers: Range<usize>,
    figures: Range<usize>,
}

/// The places that have figures under a code, sorted.
#[derive(Debug)]
struct OfCode {
    code: Arc<str>,
    places: Vec<Arc<str>>,
    names: OnceLock<Candidates>,
    peers: OnceLock<Peers>,
}

/// The lines of a place under a code in one period, phase and direction: its funds.
#[derive(Debug)]
pub(crate) struct Figure {
    pub amount: Amount,
    pub period: Period,
    pub phase: Phase,
    pub direction: Direction,
    line: u32,
    lines: u32,
}

/// What the funds of a figure come to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Amount {
    Known(Money),
    /// The line with this number is blank.
    Blank(u32),
}

impl Figure {
    /// The first line.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Whether it is that line alone, and no sum of funds.
    pub fn is_one_line(&self) -> bool {
        self.lines == 1
    }
}

impl Index {
    pub fn new(lines: &[BudgetLine]) -> Index {
        let places = Ranks::of(lines.iter().map(|line| &line.place));
        let codes = Ranks::of(lines.iter().map(|line| &line.code));
        // Numbers are compared many times as fast as texts.
        let mut keys: Vec<(u32, u32, u32, u32)> = (0..)
            .zip(lines)
            .map(|(number, line)| {
                let stage = (line.phase as u32) << 2 | line.direction as u32;
                let when = line.period.rank() << 5 | stage;
                let at = number as usize;
                (places.of[at], codes.of[at], when, number)
            })
            .collect();
        keys.sort_unstable();
        let alike = |one: &(u32, u32, u32, u32), other: &(u32, u32, u32, u32)| {
            (one.0, one.1, one.2) == (other.0, other.1, other.2)
        };
        let mut index = Index {
            // A vector that grows takes three times its memory.
            figures: Vec::with_capacity(keys.chunk_by(alike).count()),
            codes: codes.names.iter().map(OfCode::new).collect(),
            ..Index::default()
        };
        let mut at = 0;
        for alike in keys.chunk_by(alike) {
            let (place, code, _, first) = alike[0];
            let place = places.names[place as usize];
            index.add(place, code as usize, at..at + alike.len());
            let line = &lines[first as usize];
            let own = || alike.iter().map(|key| (key.3, &lines[key.3 as usize]));
            let blank = own().find(|(_, line)| line.amount.is_none());
            index.figures.push(Figure {
                amount: match blank {
                    Some((number, _)) => Amount::Blank(number),
                    None => Amount::Known(own().filter_map(|(_, line)| line.amount).sum()),
                },
                period: line.period,
                phase: line.phase,
                direction: line.direction,
                line: first,
                lines: u32::try_from(alike.len()).expect("lines are numbered so"),
            });
            at += alike.len();
        }
        index.numbers = keys.into_iter().map(|key| key.3).collect();
        index
    }

    /// Takes in the next figure, of these lines; places come in their order.
    fn add(&mut self, place: &Arc<str>, code: usize, lines: Range<usize>) {
        let figure = self.figures.len();
        match self.places.last_mut() {
            Some(last) if last.place == *place => {
                last.numbers.end = lines.end;
                last.figures.end = figure + 1;
            }
            _ => self.places.push(OfPlace {
                place: place.clone(),
                numbers: lines,
                figures: figure..figure + 1,
            }),
        }
        let places = &mut self.codes[code].places;
        if places.last() != Some(place) {
            places.push(place.clone());
        }
    }

    /// Whether the place has figures.
    pub fn has_place(&self, place: &str) -> bool {
        self.of_place(place).is_some()
    }

    fn of_place(&self, place: &str) -> Option<&OfPlace> {
        let at = self.places.binary_search_by(|of| (*of.place).cmp(place));
        at.ok().map(|at| &self.places[at])
    }

    fn of_code(&self, code: &str) -> Option<&OfCode> {
        let at = self.codes.binary_search_by(|of| (*of.code).cmp(code));
        at.ok().map(|at| &self.codes[at])
    }

    /// The numbers of each place's lines, by code, period, phase and direction.
    pub fn by_place(&self) -> impl Iterator<Item = &[u32]> {
        let places = self.places.iter();
        places.map(|of| &self.numbers[of.numbers.clone()])
    }

    /// The numbers of lines that have place, code, period, phase and direction in common, as in the file.
    pub fn alike(&self) -> impl Iterator<Item = &[u32]> {
        let mut rest = self.numbers.as_slice();
        self.figures.iter().map(move |figure| {
            let (own, others) = rest.split_at(figure.lines as usize);
            rest = others;
            own
        })
    }

    /// Each figure with its place, sorted.
    pub fn each_figure(&self) -> impl Iterator<Item = (&str, &Figure)> {
        self.places.iter().flat_map(|of| {
            let own = &self.figures[of.figures.clone()];
            own.iter().map(|figure| (&*of.place, figure))
        })
    }

    /// Each code that has a figure, once.
    pub fn each_code(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().map(|of| &*of.code)
    }

    /// The places that have figures, sorted.
    pub fn places(&self) -> &Candidates {
        self.place_names
            .get_or_init(|| Candidates::of(self.places.iter().map(|of| &*of.place)))
    }

    /// The codes that have figures, sorted.
    pub fn codes(&self) -> &Candidates {
        self.code_names
            .get_or_init(|| Candidates::of(self.each_code()))
    }

    /// The places that have figures under a code, sorted.
    pub fn places_of_code(&self, code: &str) -> Candidates {
        match self.of_code(code) {
            Some(of) => {
                let names = || Candidates::of(of.places.iter().map(|place| &**place));
                of.names.get_or_init(names).clone()
            }
            None => Candidates::words(&[]),
        }
    }

    /// The figures of a code, by what they can be compared with; a place of no known type has no peers.
    pub fn peers(
        &self,
        lines: &[BudgetLine],
        code: &str,
        type_of: impl Fn(&str) -> Option<PlaceType>,
    ) -> Option<&Peers> {
        let of = self.of_code(code)?;
        let figures = || {
            let typed = of
                .places
                .iter()
                .filter_map(|place| Some((place, type_of(place)?)));
            Peers::of(typed.flat_map(|(place, place_type)| {
                let figures = self.figures(lines, place, code).iter();
                figures.map(move |figure| {
                    let amount = match figure.amount {
                        Amount::Known(amount) => Some(amount),
                        Amount::Blank(_) => None,
                    };
                    (lines[figure.line as usize].when(), place_type, amount)
                })
            }))
        };
        Some(of.peers.get_or_init(figures))
    }

    pub fn knows_code(&self, code: &str) -> bool {
        self.of_code(code).is_some()
    }

    /// The place that is meant where none is named: the only one there is, or the nation.
    pub fn place_meant(&self) -> Option<&str> {
        match self.places.as_slice() {
            [only] => Some(&only.place),
            _ => self.of_place(NATION).map(|of| &*of.place),
        }
    }

    /// The same among the places that have figures under a code.
    pub fn place_meant_by_code(&self, code: &str) -> Option<&str> {
        match self.of_code(code)?.places.as_slice() {
            [only] => Some(only),
            several => {
                let nation = several.binary_search_by(|place| (**place).cmp(NATION));
                nation.is_ok().then_some(NATION)
            }
        }
    }

    /// Numbers of the place's lines, in the order of the file.
    pub fn lines_of_place(&self, place: &str) -> Vec<u32> {
        let mut numbers = match self.of_place(place) {
            Some(of) => self.numbers[of.numbers.clone()].to_vec(),
            None => Vec::new(),
        };
        numbers.sort_unstable();
        numbers
    }

    /// The place's figures under a code, by period, phase and direction.
    pub fn figures(&self, lines: &[BudgetLine], place: &str, code: &str) -> &[Figure] {
        let Some(of) = self.of_place(place) else {
            return &[];
        };
        let own = &self.figures[of.figures.clone()];
        let code_of = |figure: &Figure| -> &str { &lines[figure.line as usize].code };
        let start = own.partition_point(|figure| code_of(figure) < code);
        let length = own[start..].partition_point(|figure| code_of(figure) == code);
        &own[start..start + length]
    }
}

impl OfCode {
    fn new(code: &&Arc<str>) -> OfCode {
        OfCode {
            code: Arc::clone(code),
            places: Vec::new(),
            names: OnceLock::new(),
            peers: OnceLock::new(),
        }
    }
}

/// Words, and for each of a row of them where it stands among them when they are sorted.
struct Ranks<'lines> {
    names: Vec<&'lines Arc<str>>,
    of: Vec<u32>,
}

impl<'lines> Ranks<'lines> {
    fn of(words: impl Iterator<Item = &'lines Arc<str>>) -> Ranks<'lines> {
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut names: Vec<&Arc<str>> = Vec::new();
        let mut last: Option<(&Arc<str>, u32)> = None;
        let mut of: Vec<u32> = Vec::with_capacity(words.size_hint().0);
        for word in words {
            let number = match last {
                Some((same, number)) if Arc::ptr_eq(same, word) => number,
                _ => *known.entry(word).or_insert_with(|| {
                    names.push(word);
                    u32::try_from(names.len() - 1).expect("lines are numbered so")
                }),
            };
            last = Some((word, number));
            of.push(number);
        }
        let mut order: Vec<u32> = (0..).take(names.len()).collect();
        order.sort_unstable_by_key(|number| names[*number as usize]);
        let mut ranks = vec![0; names.len()];
        for (rank, number) in (0..).zip(&order) {
            ranks[*number as usize] = rank;
        }
        of.iter_mut()
            .for_each(|number| *number = ranks[*number as usize]);
        names.sort_unstable();
        Ranks { names, of }
    }
}
