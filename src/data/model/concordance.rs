//! Which codes of one year are which of another → what can be compared over years, and what cannot.
//!
//! A code means one thing from a first year to a last one, its *era*. A row of a concordance ties the last
//! year of one era to the first year of another, so every tie leads to a later year, and there is no circle:
//! what is called as it was long ago is an era of its own. Eras that are tied are one *lineage*. What a
//! lineage comes to in two years can be compared if it is whole: if nothing flows into it or out of it
//! between them that is not known.
//!
//! Shares say whether all of a code is accounted for. They are never multiplied with a figure: that would be
//! an estimate, and the sums of a whole lineage are not.

use super::{Dataset, Datasets, Table, TableCell};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// By how much the shares of one code may miss 1 for each of them, since they are printed rounded.
const TOLERANCE: Decimal = Decimal::from_parts(1, 0, 0, false, 3);

/// A row of a concordance: the earlier code in the last year in which it was used so, and the later one in
/// the first.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tie {
    pub from: String,
    pub from_year: i16,
    pub to: String,
    pub to_year: i16,
    /// Which share of the earlier code it is; `None` if nobody says so.
    pub share: Option<Decimal>,
    /// The number of its table among those that are taken together, and of its row there.
    pub row: (usize, usize),
}

/// The rows of a table that say all they must; `number` is the table's.
pub(crate) fn ties(number: usize, table: &Table) -> impl Iterator<Item = Tie> {
    let at = |name: &str| table.columns.iter().position(|column| column.name == name);
    let columns = (at("from"), at("from_year"), at("to"), at("to_year"));
    let share = at("share");
    table.rows.iter().enumerate().filter_map(move |(row, own)| {
        let text = |at: Option<usize>| match own.cells.get(at?)? {
            TableCell::Text(text) => Some(text.clone()),
            _ => None,
        };
        let year = |at: Option<usize>| match own.cells.get(at?)? {
            TableCell::Year(year) => Some(*year),
            _ => None,
        };
        let share = share.and_then(|at| match own.cells.get(at) {
            Some(TableCell::Number(share)) => Some(*share),
            _ => None,
        });
        Some(Tie {
            from: text(columns.0)?,
            from_year: year(columns.1)?,
            to: text(columns.2)?,
            to_year: year(columns.3)?,
            share,
            row: (number, row),
        })
    })
}

/// The ties of one or several tables together.
#[derive(Debug, Default)]
pub(crate) struct Concordance {
    ties: Vec<Tie>,
    /// By code, then by year.
    eras: Vec<Era>,
    of_code: HashMap<String, Range<usize>>,
    /// By the years that are compared; made when somebody asks.
    lineages: Mutex<BTreeMap<Vec<i16>, Arc<Lineages>>>,
}

/// The years in which a code means one thing; without a first or a last one it has no end there.
#[derive(Debug)]
pub(crate) struct Era {
    pub code: String,
    pub first: Option<i16>,
    pub last: Option<i16>,
    /// The numbers of the ties that lead to it.
    pub from: Vec<usize>,
    /// And of those that lead away from it.
    pub to: Vec<usize>,
}

impl Era {
    fn holds(&self, year: i16) -> bool {
        self.first.is_none_or(|first| first <= year) && self.last.is_none_or(|last| year <= last)
    }

    /// Whether nothing says what it was before, or is after, though a row says that it ends there.
    fn is_loose(&self) -> bool {
        self.from.is_empty() && self.to.is_empty()
    }
}

/// What shares of one code come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shares {
    /// All of it; so do those of which none is said.
    Whole,
    Less(Decimal),
    More(Decimal),
}

impl Concordance {
    /// Ties that lead to no later year are left out. Takes as long as it takes to sort them.
    pub fn new(ties: Vec<Tie>) -> Concordance {
        let ties: Vec<Tie> = ties
            .into_iter()
            .filter(|tie| tie.from_year < tie.to_year)
            .collect();
        // By code, the years in which it begins to mean something else.
        let mut begins: BTreeMap<&str, BTreeSet<i16>> = BTreeMap::new();
        for tie in &ties {
            let next = tie.from_year.saturating_add(1);
            begins.entry(&tie.from).or_default().insert(next);
            begins.entry(&tie.to).or_default().insert(tie.to_year);
        }
        let mut eras: Vec<Era> = Vec::new();
        let mut of_code = HashMap::new();
        for (code, begins) in begins {
            let start = eras.len();
            let firsts = std::iter::once(None).chain(begins.iter().copied().map(Some));
            let lasts = begins.iter().map(|next| Some(next.saturating_sub(1)));
            for (first, last) in firsts.zip(lasts.chain([None])) {
                eras.push(Era {
                    code: code.to_owned(),
                    first,
                    last,
                    from: Vec::new(),
                    to: Vec::new(),
                });
            }
            of_code.insert(code.to_owned(), start..eras.len());
        }
        let mut concordance = Concordance {
            ties,
            eras,
            of_code,
            lineages: Mutex::default(),
        };
        for number in 0..concordance.ties.len() {
            let tie = &concordance.ties[number];
            let ends = concordance.era_of(&tie.from, tie.from_year);
            let begins = concordance.era_of(&tie.to, tie.to_year);
            if let Some((from, to)) = ends.zip(begins) {
                concordance.eras[from].to.push(number);
                concordance.eras[to].from.push(number);
            }
        }
        concordance
    }

    pub fn is_empty(&self) -> bool {
        self.ties.is_empty()
    }

    /// Those that lead to a later year.
    pub fn ties(&self) -> &[Tie] {
        &self.ties
    }

    pub fn eras(&self) -> &[Era] {
        &self.eras
    }

    /// The number of the era of a code in a year; `None` of a code that it does not know.
    fn era_of(&self, code: &str, year: i16) -> Option<usize> {
        let own = self.of_code.get(code)?.clone();
        let eras = &self.eras[own.clone()];
        let after = eras.partition_point(|era| era.first.is_none_or(|first| first <= year));
        Some(own.start + after.saturating_sub(1))
    }

    /// The year in which the code begins or ends next to this one, where the code is used in the year and
    /// nothing says as what.
    pub fn used_outside(&self, code: &str, year: i16) -> Option<&Era> {
        let era = &self.eras[self.era_of(code, year)?];
        era.is_loose().then_some(era)
    }

    /// The other codes that rows tie to a code, each once, sorted.
    pub fn related(&self, code: &str) -> BTreeSet<&str> {
        let own = self.of_code.get(code).cloned().unwrap_or_default();
        let ties = self.eras[own]
            .iter()
            .flat_map(|era| era.from.iter().chain(&era.to));
        let ties = ties.map(|tie| &self.ties[*tie]);
        let codes = ties.flat_map(|tie| [tie.from.as_str(), tie.to.as_str()]);
        codes.filter(|other| *other != code).collect()
    }

    /// What the shares of the ties that lead away from an era come to.
    pub fn shares(&self, era: &Era) -> Shares {
        let ties = era.to.iter().map(|tie| &self.ties[*tie]);
        let shares: Vec<Decimal> = ties.filter_map(|tie| tie.share).collect();
        let sum = shares
            .iter()
            .try_fold(Decimal::ZERO, |sum, share| sum.checked_add(*share));
        let sum = sum.unwrap_or(Decimal::MAX);
        let tolerance = TOLERANCE.saturating_mul(Decimal::from(shares.len()));
        let over = sum.saturating_sub(Decimal::ONE);
        let all_are_said = shares.len() == era.to.len();
        match (over > tolerance, over.abs() <= tolerance) {
            (true, _) => Shares::More(sum.normalize()),
            (false, true) => Shares::Whole,
            (false, false) if all_are_said => Shares::Less(sum.normalize()),
            (false, false) => Shares::Whole,
        }
    }

    /// What became of codes over these years, which are in order and each there once.
    pub fn lineages(&self, years: &[i16]) -> Arc<Lineages> {
        let mut known = self.lineages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(years) {
            return Arc::clone(known);
        }
        let lineages = Arc::new(Lineages::of(self, years));
        known.insert(years.to_vec(), Arc::clone(&lineages));
        lineages
    }
}

/// The codes that change between some years.
#[derive(Debug, Default)]
pub(crate) struct Lineages {
    list: Vec<Lineage>,
    /// By code, the lineages that it belongs to, each with the number of a year.
    of_code: HashMap<String, Vec<(usize, usize)>>,
}

/// What is one thing over the years, under whichever codes.
#[derive(Debug, Default)]
pub(crate) struct Lineage {
    /// The codes of each year.
    pub at: Vec<At>,
    /// Codes that are one of these in another year and may be another thing in this one: nothing says what
    /// became of them. If one has a figure, nothing here can be compared.
    pub loose: Vec<(i16, String)>,
    /// Whether all that it came from, and all that it became, is known.
    pub is_whole: bool,
}

/// The codes of a lineage in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct At {
    pub year: i16,
    /// Sorted.
    pub codes: Vec<String>,
    /// The last year in which they are used so, as far as it lies before the next year that is compared.
    pub until: i16,
}

impl Lineages {
    /// Grows with the eras and ties, for each year.
    fn of(concordance: &Concordance, years: &[i16]) -> Lineages {
        let (Some(first), Some(last)) = (years.first(), years.last()) else {
            return Lineages::default();
        };
        let (first, last) = (*first, *last);
        if first == last {
            return Lineages::default();
        }
        let eras = &concordance.eras;
        let ends = |era: &Era| era.last.is_some_and(|own| own < last);
        let begins = |era: &Era| era.first.is_some_and(|own| own > first);
        let lies_between = |era: &Era| {
            era.first.is_none_or(|own| own <= last) && era.last.is_none_or(|own| own >= first)
        };
        let changes = |era: &Era| lies_between(era) && (ends(era) || begins(era));
        let is_between = |tie: &Tie| first <= tie.from_year && tie.to_year <= last;
        let mut sets = Sets::of(eras.len());
        for tie in concordance.ties.iter().filter(|tie| is_between(tie)) {
            let from = concordance.era_of(&tie.from, tie.from_year);
            let to = concordance.era_of(&tie.to, tie.to_year);
            if let Some((from, to)) = from.zip(to) {
                sets.join(from, to);
            }
        }
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, era) in eras.iter().enumerate() {
            if changes(era) && !era.is_loose() {
                members.entry(sets.root(number)).or_default().push(number);
            }
        }
        let mut lineages = Lineages::default();
        let mut of_root: HashMap<usize, usize> = HashMap::new();
        for (root, members) in &members {
            let own = members.iter().map(|number| &eras[*number]);
            let is_known = own.clone().all(|era| {
                let ties = |numbers: &[usize]| {
                    let mut ties = numbers.iter().map(|tie| &concordance.ties[*tie]);
                    !numbers.is_empty() && ties.all(is_between)
                };
                let came_from = !begins(era) || ties(&era.from);
                let became = ties(&era.to) && concordance.shares(era) == Shares::Whole;
                came_from && (became || !ends(era))
            });
            let lineage = Lineage {
                at: years
                    .iter()
                    .enumerate()
                    .map(|(at, year)| At::of(*year, years.get(at + 1).copied(), own.clone()))
                    .collect(),
                loose: Vec::new(),
                // What is under way in a year stands under neither code.
                is_whole: is_known && {
                    let leaving = own.clone().flat_map(|era| &era.to);
                    let mut leaving = leaving.map(|tie| &concordance.ties[*tie]);
                    leaving.all(|tie| {
                        let under_way = |year: &i16| tie.from_year < *year && *year < tie.to_year;
                        !years.iter().any(under_way)
                    })
                },
            };
            if !lineage.is_one_code() {
                of_root.insert(*root, lineages.list.len());
                lineages.list.push(lineage);
            }
        }
        for (number, era) in eras.iter().enumerate() {
            if !changes(era) || !era.is_loose() {
                continue;
            }
            // Boundaries of one code's eras are neighbours.
            let before = number.checked_sub(1).filter(|_| begins(era));
            let after = Some(number + 1).filter(|_| ends(era));
            for neighbour in before.into_iter().chain(after) {
                let Some(lineage) = of_root.get(&sets.root(neighbour)) else {
                    continue;
                };
                let of_year = years.iter().filter(|year| era.holds(**year));
                let loose = of_year.map(|year| (*year, era.code.clone()));
                lineages.list[*lineage].loose.extend(loose);
            }
        }
        for (number, lineage) in lineages.list.iter().enumerate() {
            let own = lineage.at.iter().enumerate();
            let own = own.flat_map(|(at, of)| of.codes.iter().map(move |code| (at, code)));
            let loose = lineage
                .loose
                .iter()
                .filter_map(|(year, code)| Some((years.iter().position(|own| own == year)?, code)));
            for (at, code) in own.chain(loose) {
                let known = lineages.of_code.entry(code.clone()).or_default();
                known.push((at, number));
            }
        }
        lineages
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Those that a code belongs to in any of the years, each once, in their order.
    pub fn of_code(&self, code: &str) -> BTreeSet<usize> {
        let own = self.of_code.get(code).into_iter().flatten();
        own.map(|(_, lineage)| *lineage).collect()
    }

    pub fn get(&self, number: usize) -> &Lineage {
        &self.list[number]
    }

    /// Those that a code belongs to in a year, in their order; mostly one.
    pub fn of_year(&self, code: &str, year: i16) -> Vec<&Lineage> {
        let own = self
            .of_code(code)
            .into_iter()
            .map(|number| self.get(number));
        own.filter(|lineage| lineage.is_of(code, year)).collect()
    }
}

impl Lineage {
    /// The codes of a year.
    pub fn codes(&self, year: i16) -> &[String] {
        let mut at = self.at.iter().filter(|at| at.year == year);
        at.next().map_or(&[], |at| &at.codes)
    }

    /// Whether the code is one of its codes in the year, or may be.
    pub fn is_of(&self, code: &str, year: i16) -> bool {
        let mut loose = self.loose.iter();
        self.codes(year).iter().any(|own| own == code)
            || loose.any(|(of, own)| *of == year && own == code)
    }

    /// Whether it has one code in each year, and can be compared.
    pub fn is_renamed(&self) -> bool {
        self.is_whole && self.at.iter().all(|at| at.codes.len() == 1)
    }

    /// Whether it goes on under the code that it had.
    fn is_one_code(&self) -> bool {
        let same = self.at.windows(2).all(|two| two[0].codes == two[1].codes);
        self.is_renamed() && same
    }
}

impl At {
    fn of<'own>(year: i16, next: Option<i16>, eras: impl Iterator<Item = &'own Era>) -> At {
        let own: Vec<&Era> = eras.filter(|era| era.holds(year)).collect();
        let codes: BTreeSet<&str> = own.iter().map(|era| &*era.code).collect();
        let ends = own.iter().filter_map(|era| era.last);
        let ends: BTreeSet<i16> = ends
            .filter(|last| next.is_some_and(|next| *last < next))
            .collect();
        At {
            year,
            codes: codes.into_iter().map(str::to_owned).collect(),
            until: match ends.len() {
                1 => ends.first().copied().unwrap_or(year),
                _ => year,
            },
        }
    }
}

/// Numbers in sets that are joined.
struct Sets(Vec<usize>);

impl Sets {
    fn of(count: usize) -> Sets {
        Sets((0..count).collect())
    }

    fn root(&mut self, number: usize) -> usize {
        let mut own = number;
        while self.0[own] != own {
            self.0[own] = self.0[self.0[own]];
            own = self.0[own];
        }
        own
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}

/// The concordance of each budget that names one; budgets that name the same share it.
#[derive(Debug, Default)]
pub(super) struct Concordances {
    of_budget: BTreeMap<String, Arc<Concordance>>,
    none: Concordance,
}

impl Concordances {
    pub fn of(datasets: &BTreeMap<String, Dataset>) -> Concordances {
        let mut known: BTreeMap<&[String], Arc<Concordance>> = BTreeMap::new();
        let mut of_budget = BTreeMap::new();
        for dataset in datasets.values().filter(|own| !own.concordance.is_empty()) {
            let own = known.entry(&dataset.concordance).or_insert_with(|| {
                let tables = dataset.concordance.iter().enumerate();
                let tables = tables.filter_map(|(number, name)| {
                    Some(ties(number, datasets.get(name)?.contents.table()?))
                });
                Arc::new(Concordance::new(tables.flatten().collect()))
            });
            of_budget.insert(dataset.name.clone(), Arc::clone(own));
        }
        Concordances {
            of_budget,
            none: Concordance::default(),
        }
    }
}

impl Datasets {
    /// What says of a budget's codes which of one year are which of another; an empty one, if it names none.
    /// It says nothing of the codes of a dimension.
    pub(crate) fn concordance(&self, budget: &str, by: Option<&str>) -> &Concordance {
        let own = self.concordances.of_budget.get(budget);
        let own = own.filter(|_| by.is_none());
        own.map_or(&self.concordances.none, |own| own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concordance(rows: &[(&str, i16, &str, i16, &str)]) -> Concordance {
        let tie = |(row, own): (usize, &(&str, i16, &str, i16, &str))| Tie {
            from: own.0.to_owned(),
            from_year: own.1,
            to: own.2.to_owned(),
            to_year: own.3,
            share: own.4.parse().ok(),
            row: (0, row),
        };
        Concordance::new(rows.iter().enumerate().map(tie).collect())
    }

    /// `62 → 620, 621` for each lineage; with a `?` behind it, if not all of it is known.
    fn told(concordance: &Concordance, years: &[i16]) -> Vec<String> {
        let lineages = concordance.lineages(years);
        let told = lineages.list.iter().map(|lineage| {
            let at: Vec<String> = lineage.at.iter().map(|at| at.codes.join(", ")).collect();
            let sign = if lineage.is_whole { "" } else { " ?" };
            at.join(" → ") + sign
        });
        told.collect()
    }

    #[test]
    fn a_lineage_is_followed_through_all_years_and_whole_if_all_of_it_is_known_in_each() {
        let steps = concordance(&[
            ("62", 2021, "620", 2022, ""),
            ("620", 2024, "6200", 2025, "0.6"),
            ("620", 2024, "6201", 2025, "0.4"),
        ]);
        for (years, lineages) in [
            (&[2022, 2024][..], &[][..]),
            (&[2021, 2022], &["62 → 620"]),
            (&[2021, 2025], &["62 → 6200, 6201"]),
            (&[2021, 2023, 2025], &["62 → 620 → 6200, 6201"]),
        ] {
            assert_eq!(told(&steps, years), lineages, "{years:?}");
        }
        // In the year between it stands under neither code.
        let late = concordance(&[("62", 2022, "620", 2024, "")]);
        assert_eq!(told(&late, &[2022, 2024]), ["62 → 620"]);
        assert_eq!(told(&late, &[2022, 2023, 2024]), ["62 →  → 620 ?"]);
        assert_eq!(told(&late, &[2022, 2023]), ["62 →  ?"]);
    }

    #[test]
    fn shares_come_to_all_of_a_code_to_less_or_to_more() {
        for (shares, expected) in [
            (&["0.6", "0.4"][..], Shares::Whole),
            (&["0.333", "0.333", "0.333"], Shares::Whole),
            (&["", ""], Shares::Whole),
            (&["0.6", ""], Shares::Whole),
            (&["0.6", "0.3"], Shares::Less(Decimal::new(9, 1))),
            (&["0.7", "0.5"], Shares::More(Decimal::new(12, 1))),
        ] {
            let codes = ["a", "b", "c"];
            let rows = shares.iter().zip(codes);
            let rows: Vec<_> = rows
                .map(|(share, to)| ("62", 2024, to, 2025, *share))
                .collect();
            let concordance = concordance(&rows);
            let era = concordance.eras().iter().find(|era| !era.to.is_empty());
            let told = concordance.shares(era.expect("it leads somewhere"));
            assert_eq!(told, expected, "{shares:?}");
        }
    }
}
