//! Concordances: that each row leads to a later year, that a code begins and ends once, that the shares of
//! one come to all of it, and that their codes and years are those of the budgets that name them.
//!
//! For each set of concordances that some budget names, each row, each era of a code and each figure of those
//! budgets is looked at once.

use super::refers::Referring;
use crate::data::declaration::OfKind;
use crate::data::model::{
    Amount, Budget, CellPlace, Concordance, Contents, Era, Kind, Shares, Table, Tie, ties,
};
use crate::diagnostic::{Candidates, Diagnostic, Place, codes, diagnostic, list};
use rust_decimal::Decimal;
use std::cell::LazyCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// The number of a dataset, and of a row there.
type At = (usize, usize);

/// Of all datasets together. A mistake in a concordance that several budgets name is told once.
pub(crate) fn check(datasets: &mut [Referring<'_>]) {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut budgets: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (at, one) in datasets.iter().enumerate() {
        numbers.insert(&one.declaration.name, at);
        if let OfKind::Budget(of) = &one.declaration.rules.of
            && !of.concordance.is_empty()
        {
            budgets.entry(&of.concordance).or_default().push(at);
        }
    }
    let named: BTreeSet<&String> = budgets.keys().copied().flatten().collect();
    let mut found: Vec<(usize, Diagnostic)> = Vec::new();
    for (at, one) in datasets.iter().enumerate() {
        let table = one.contents.and_then(Contents::table);
        let is_concordance = one.declaration.kind() == Kind::Concordance;
        let Some(table) = table.filter(|_| is_concordance) else {
            continue;
        };
        let mut problems = each_alone(at, table);
        if !named.contains(&one.declaration.name) {
            problems.extend(unused(table, &one.declaration.name));
        }
        found.extend(problems.into_iter().map(|problem| (at, problem)));
    }
    let mut told: BTreeSet<(&str, At)> = BTreeSet::new();
    for (names, budgets) in &budgets {
        let tables = names.iter().filter_map(|name| numbers.get(name.as_str()));
        let rows = tables.filter_map(|at| Some(ties(*at, datasets[*at].contents?.table()?)));
        let together = Together {
            concordance: Concordance::new(rows.flatten().collect()),
            datasets,
            names,
            budgets,
        };
        let mut problems = together.eras();
        problems.extend(together.unknown_codes());
        for (row, problem) in problems {
            if told.insert((problem.code.message.en, row)) {
                found.push((row.0, problem));
            }
        }
        for at in budgets {
            if let Some(Contents::Budget(budget)) = datasets[*at].contents {
                let outside = together.outside(budget);
                found.extend(outside.into_iter().map(|problem| (*at, problem)));
            }
        }
    }
    for (at, problem) in found {
        datasets[at].findings.push(problem);
    }
}

/// What is wrong with rows whatever stands in others, and with rows that stand twice.
fn each_alone(number: usize, table: &Table) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut seen: BTreeMap<(String, i16, String, i16), usize> = BTreeMap::new();
    for tie in ties(number, table) {
        let row = tie.row.1;
        let at = |column| cell(table, row, column).place(None);
        if tie.from_year >= tie.to_year {
            found.push(diagnostic!(
                codes::datasets::TO_NO_LATER_YEAR,
                at("to_year"),
                from = &tie.from,
                from_year = tie.from_year,
                to = &tie.to,
                to_year = tie.to_year
            ));
        }
        if let Some(share) = tie.share.filter(|share| !is_share(*share)) {
            found.push(diagnostic!(
                codes::datasets::SHARE_OF_NO_PART,
                at("share"),
                read = share.normalize()
            ));
        }
        match seen.entry((tie.from, tie.from_year, tie.to, tie.to_year)) {
            Entry::Vacant(new) => drop(new.insert(row)),
            Entry::Occupied(first) => found.push(diagnostic!(
                codes::datasets::TIED_TWICE,
                at("from"),
                from = &first.key().0,
                to = &first.key().2,
                first = cell(table, *first.get(), "from").to_string()
            )),
        }
    }
    found
}

fn is_share(share: Decimal) -> bool {
    Decimal::ZERO < share && share <= Decimal::ONE
}

/// That no budget names a concordance.
fn unused(table: &Table, name: &str) -> Option<Diagnostic> {
    let place = Place::file(&*table.rows.first()?.cell.path);
    Some(diagnostic!(
        codes::datasets::CONCORDANCE_OF_NO_BUDGET,
        place,
        name = name
    ))
}

/// The cell of a row under one of our names.
fn cell(table: &Table, row: usize, name: &str) -> CellPlace {
    let mut columns = table.columns.iter();
    let column = columns.find(|column| column.name == name);
    let position = column.map_or(0, |column| column.position);
    table.rows[row].cell.at_column(position)
}

/// The concordances that some budgets name, as one.
struct Together<'own> {
    /// The tables of its ties are numbers of datasets.
    concordance: Concordance,
    datasets: &'own [Referring<'own>],
    names: &'own [String],
    budgets: &'own [usize],
}

impl Together<'_> {
    fn cell(&self, tie: &Tie, column: &str) -> CellPlace {
        let (dataset, row) = tie.row;
        let table = self.datasets[dataset].contents.and_then(Contents::table);
        cell(table.expect("the tie was read from it"), row, column)
    }

    fn ties<'own>(&'own self, numbers: &'own [usize]) -> impl Iterator<Item = &'own Tie> {
        numbers.iter().map(|tie| &self.concordance.ties()[*tie])
    }

    /// Codes that begin or end twice, and those whose shares are not all of them.
    fn eras(&self) -> Vec<(At, Diagnostic)> {
        let mut found = Vec::new();
        let eras = self.concordance.eras();
        for (number, era) in eras.iter().enumerate() {
            let neighbour = |at: Option<usize>| {
                let neighbour = at.and_then(|at| eras.get(at));
                neighbour.filter(|other| other.code == era.code)
            };
            let before = neighbour(number.checked_sub(1));
            let after = neighbour(number.checked_add(1));
            let (first_from, first_to) = (self.ties(&era.from).next(), self.ties(&era.to).next());
            // It ends here, ended before, and begins nowhere between.
            let ended = before.and_then(|before| self.ties(&before.to).next());
            if let (Some(tie), None, Some(ended)) = (first_to, first_from, ended) {
                found.push((
                    tie.row,
                    diagnostic!(
                        codes::datasets::CODE_ENDS_TWICE,
                        self.cell(tie, "from_year").place(None),
                        code = &era.code,
                        year = tie.from_year,
                        earlier = ended.from_year,
                        first = self.told(ended, "from_year"),
                        next = ended.from_year.saturating_add(1)
                    ),
                ));
            }
            // It begins here, begins again after, and ends nowhere between.
            let again = after.and_then(|after| self.ties(&after.from).next());
            if let (None, Some(tie), Some(again)) = (first_to, first_from, again) {
                found.push((
                    again.row,
                    diagnostic!(
                        codes::datasets::CODE_BEGINS_TWICE,
                        self.cell(again, "to_year").place(None),
                        code = &era.code,
                        year = again.to_year,
                        earlier = tie.to_year,
                        first = self.told(tie, "to_year"),
                        last = again.to_year.saturating_sub(1)
                    ),
                ));
            }
            found.extend(self.shares(era));
        }
        found
    }

    fn shares(&self, era: &Era) -> Option<(At, Diagnostic)> {
        let last = self.ties(&era.to).last()?;
        // One that can be none is told already.
        let mut shares = self.ties(&era.to).filter_map(|tie| tie.share);
        if !shares.all(is_share) {
            return None;
        }
        let place = self.cell(last, "share").place(None);
        let year = last.from_year;
        let code = &era.code;
        let problem = match self.concordance.shares(era) {
            Shares::Whole => return None,
            Shares::More(sum) => diagnostic!(
                codes::datasets::SHARES_TOO_LARGE,
                place,
                code = code,
                year = year,
                sum = sum,
                count = era.to.len()
            ),
            Shares::Less(sum) => diagnostic!(
                codes::datasets::SHARES_FALL_SHORT,
                place,
                code = code,
                year = year,
                sum = sum,
                count = era.to.len()
            ),
        };
        Some((last.row, problem))
    }

    /// Codes that none of the budgets has or explains, each once in each table.
    fn unknown_codes(&self) -> Vec<(At, Diagnostic)> {
        let budgets = self.budgets.iter().filter_map(|at| {
            let one = &self.datasets[*at];
            match one.contents? {
                Contents::Budget(budget) => Some((&*one.declaration.name, budget)),
                _ => None,
            }
        });
        let budgets: Vec<(&str, &Budget)> = budgets.collect();
        let is_known = |code: &str| {
            let mut all = budgets.iter();
            all.any(|(_, of)| of.categories.get(code).is_some() || of.index().knows_code(code))
        };
        // One that could not be read is told elsewhere.
        if budgets.len() < self.budgets.len() {
            return Vec::new();
        }
        let known = LazyCell::new(|| {
            let codes = budgets.iter().flat_map(|(_, of)| {
                let own = of.categories.codes();
                own.chain(of.index().each_code())
            });
            Candidates::codes(codes.collect::<BTreeSet<&str>>())
        });
        let mut unknown: BTreeMap<(usize, &str), (&Tie, &str, usize)> = BTreeMap::new();
        for tie in self.concordance.ties() {
            for (code, column) in [(&*tie.from, "from"), (&*tie.to, "to")] {
                if !is_known(code) {
                    let first = unknown.entry((tie.row.0, code)).or_insert((tie, column, 0));
                    first.2 += 1;
                }
            }
        }
        let names = list(budgets.iter().map(|(name, _)| *name));
        let problems = unknown
            .into_iter()
            .map(|((at, code), (tie, column, count))| {
                let problem = diagnostic!(
                    codes::datasets::CODE_OF_NO_BUDGET,
                    self.cell(tie, column).place(None),
                    code = code,
                    budgets = names.clone(),
                    count = count,
                    toml = &self.datasets[at].declaration.toml
                );
                (tie.row, problem.did_you_mean(code, &known))
            });
        problems.collect()
    }

    /// Codes that a budget uses in years in which nothing says what they are.
    fn outside(&self, budget: &Budget) -> Vec<Diagnostic> {
        let mut found: BTreeMap<(u32, i16), (&Era, usize)> = BTreeMap::new();
        let mut first: BTreeMap<(&str, i16), u32> = BTreeMap::new();
        // A table of years side by side has blanks under codes that are not in use.
        let figures = budget.index().each_figure();
        let known = figures.filter(|(_, figure)| matches!(figure.amount, Amount::Known(_)));
        for (_, figure) in known {
            let code = &*budget.line(figure.line()).code;
            let year = figure.period.year();
            if let Some(era) = self.concordance.used_outside(code, year) {
                let number = *first.entry((code, year)).or_insert(figure.line());
                found.entry((number, year)).or_insert((era, 0)).1 += 1;
            }
        }
        let problems = found.into_iter().map(|((number, year), (era, count))| {
            let line = budget.line(number);
            let place = line.cell().place(Some(line.key()));
            match (era.first, era.last) {
                (Some(first), _) => diagnostic!(
                    codes::datasets::CODE_AFTER_ITS_END,
                    place,
                    code = &era.code,
                    year = year,
                    count = count,
                    tables = list(self.names),
                    last = first.saturating_sub(1),
                    first = first
                ),
                (None, last) => {
                    let last = last.unwrap_or(year);
                    diagnostic!(
                        codes::datasets::CODE_BEFORE_ITS_BEGINNING,
                        place,
                        code = &era.code,
                        year = year,
                        count = count,
                        tables = list(self.names),
                        first = last.saturating_add(1),
                        last = last
                    )
                }
            }
        });
        problems.collect()
    }

    /// Where another row says it, with its file.
    fn told(&self, tie: &Tie, column: &str) -> String {
        let cell = self.cell(tie, column);
        format!("{} › {cell}", cell.path)
    }
}
