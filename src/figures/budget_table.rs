//! A budget and a query → [`BudgetTable`], ready to be shown: words and figures in one language.

use super::adjusted::{Adjusted, Wanted, adjusted, years_of};
use super::over_years::{OverYears, Years};
use super::query::{Asked, Query, QueryProblem, divided, find, lines_of_place};
use super::sources::{Gathered, SourceView};
use super::units::{Unit, unit_for};
use super::wording::Wording;
use crate::config::Language;
use crate::data::{
    Budget, BudgetLine, Categories, Category, CategoryKind, Climb, Datasets, Dimension, Direction,
    Money, Period, Phase, Sum,
};
use crate::theme::words;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A table of figures with everything that must stand beside them.
#[derive(Debug, Clone)]
pub struct BudgetTable {
    pub title: String,
    /// What the figures are in: `ពាន់លានរៀល`; empty if that is said otherwise.
    pub unit: String,
    /// The unit in which amounts are told.
    pub told_in: Unit,
    pub currency: String,
    /// The head of the labels.
    pub first: String,
    pub columns: Vec<ColumnHead>,
    /// A code that was renamed is one row, under its later name.
    pub rows: Vec<TableRow>,
    /// `None` if they can be compared over the years as they are.
    pub over_years: Option<OverYears>,
    pub sources: Vec<SourceView>,
    /// What parts leave of their totals; then the authors' notes on the figures, in the order of the rows,
    /// of which one on a single row names it.
    pub notes: Vec<String>,
    /// What was changed between the approved and the revised figures of a year, and why.
    pub adjusted: Adjusted,
    /// Invented for illustration; whoever shows the table says so.
    pub synthetic: bool,
}

impl BudgetTable {
    /// The rows as they can be compared over the years.
    pub fn rows_over_years(&self) -> &[TableRow] {
        let other = self.over_years.as_ref();
        other.map_or(&self.rows, |other| &other.rows)
    }
}

/// What stands above figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnHead {
    /// `២០២៥ អនុម័ត`
    pub label: String,
    /// `None` if the column is not of one period and phase.
    pub of: Option<OfColumn>,
}

/// One period and phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfColumn {
    pub period: Period,
    pub phase: Phase,
    /// Its year as readers write it.
    pub year_text: String,
}

/// A row; as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Empty in rows that head a direction.
    pub code: String,
    pub kind: RowKind,
    /// How deep it stands in the tree, from 0.
    pub depth: usize,
    pub label: String,
    /// The same in plain words, if the categories have any.
    pub explanation: Option<String>,
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Names the direction of the rows under it, where a table shows several.
    Direction,
    Heading,
    Line,
    Subtotal,
    Total,
}

impl RowKind {
    /// The word that templates see; a direction heads rows as a heading does.
    pub fn word(self) -> &'static str {
        match self {
            RowKind::Direction | RowKind::Heading => "heading",
            RowKind::Line => "line",
            RowKind::Subtotal => "subtotal",
            RowKind::Total => "total",
        }
    }
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// `None` if it is not known or there is none.
    pub amount: Option<Money>,
    /// In the table's unit; `…` if the source leaves it blank, empty if there is none.
    pub text: String,
}

/// How many cells a table of several columns may have: some hundred times what fits on a page.
const MOST_CELLS: usize = 100_000;

/// Lays the figures out: categories as rows, periods and phases as columns.
pub fn budget_table(
    datasets: &Datasets,
    name: &str,
    query: &Query,
    words: Wording<'_>,
) -> Result<BudgetTable, QueryProblem> {
    let (dataset, whole) = find(datasets, name)?;
    let (budget, dimension) = divided(whole, query.by.as_deref())?;
    let lines = lines_of_place(budget, query.place.as_deref())?
        .of_years(&query.years)?
        .of_period(query.period)?
        .of_word(Asked::Phase, query.phase.as_deref())?
        .of_word(Asked::Direction, query.direction.as_deref())?
        .of_columns(&query.only)
        .into_vec();
    let fallback = datasets.fallback();
    let unit = unit_for(dataset.scale, lines.iter().filter_map(|line| line.amount));
    let heads: BTreeSet<(Period, Phase)> =
        lines.iter().map(|line| (line.period, line.phase)).collect();
    let heads: Vec<(Period, Phase)> = heads.into_iter().collect();
    let rows = shown_codes(&lines, &budget.categories).len();
    if rows * heads.len() > MOST_CELLS && heads.len() > 1 {
        let columns = heads.len();
        return Err(QueryProblem::TooLarge { rows, columns });
    }
    let columns: Vec<ColumnHead> = heads
        .iter()
        .map(|(period, phase)| ColumnHead {
            label: words.period_phase(*period, *phase),
            of: Some(OfColumn {
                period: *period,
                phase: *phase,
                year_text: words.language.number_style().digits(period.year()),
            }),
        })
        .collect();
    let layout = Layout {
        budget,
        heads: &heads,
        unit,
        currency: &dataset.currency,
        words,
        fallback: &fallback,
    };
    let directions: BTreeSet<Direction> = lines.iter().map(|line| line.direction).collect();
    let (mut rows, mut rests) = (Vec::new(), Vec::new());
    for direction in &directions {
        if directions.len() > 1 {
            rows.push(TableRow {
                code: String::new(),
                kind: RowKind::Direction,
                depth: 0,
                label: words.direction(*direction).to_owned(),
                explanation: None,
                cells: heads.iter().map(|_| layout.cell(&[])).collect(),
            });
        }
        let own: Vec<&BudgetLine> = lines
            .iter()
            .filter(|line| line.direction == *direction)
            .copied()
            .collect();
        layout.rows(&own, &mut rows, &mut rests);
    }
    let mut notes = notes(&lines, &rows, words, &fallback);
    let years: BTreeSet<i16> = heads.iter().map(|(period, _)| period.year()).collect();
    let years = Years {
        lineages: &datasets
            .concordance(name, query.by.as_deref())
            .lineages(&years.into_iter().collect::<Vec<_>>()),
        heads: &heads,
        categories: &budget.categories,
        unit,
        words,
        fallback: &fallback,
    };
    let joined = years.joined(rows);
    let mut sources = Gathered::default();
    sources.add(dataset, &lines);
    let codes: HashSet<&str> = lines.iter().map(|line| &*line.code).collect();
    let is_of_table = |code: &str| codes.contains(code);
    let place = lines.first().map_or("", |line| &line.place);
    let wanted = Wanted {
        dataset,
        budget,
        place,
        // What was changed is told under the budget's own codes.
        years: &match dimension {
            None => years_of(heads.iter().copied()),
            Some(_) => BTreeSet::new(),
        },
        shown: &is_of_table,
        known: &is_of_table,
    };
    let worded = (words, &fallback);
    let adjusted = adjusted(datasets, &wanted, unit, worded, &mut sources);
    notes.splice(0..0, joined.notes.into_iter().chain(rests));
    let mut title = dataset.title.get(words.language, &fallback).to_owned();
    if let Some(dimension) = dimension {
        let by = datasets.get(&dimension.dataset).map(|of| &of.title);
        let by = by.map_or("", |title| title.get(words.language, &fallback));
        title = words.say(&words::TITLE_BY, &[&title, by]);
        let left_out = layout.left_out(whole, (dimension, by), (place, &directions));
        notes.splice(0..0, left_out);
    }
    Ok(BudgetTable {
        title,
        unit: unit.words(&dataset.currency, words),
        told_in: unit,
        currency: dataset.currency.clone(),
        first: words.word(&words::BUDGET_LINE).to_owned(),
        rows: joined.rows,
        over_years: joined.over_years,
        sources: sources.views(words, &fallback),
        notes,
        synthetic: dataset.synthetic || adjusted.synthetic,
        adjusted,
        columns,
    })
}

/// Each note once. One that stands on a single row of several begins with the row's label.
fn notes(
    lines: &[&BudgetLine],
    rows: &[TableRow],
    words: Wording<'_>,
    fallback: &Language,
) -> Vec<String> {
    let mut found: Vec<(&str, BTreeSet<&str>)> = Vec::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        let note = line.note().get(words.language, fallback);
        if note.is_empty() {
            continue;
        }
        let number = *numbers.entry(note).or_insert_with(|| {
            found.push((note, BTreeSet::new()));
            found.len() - 1
        });
        found[number].1.insert(&line.code);
    }
    let mut labels: HashMap<&str, &str> = HashMap::new();
    for row in rows.iter().filter(|_| rows.len() > 1) {
        labels.entry(&row.code).or_insert(&row.label);
    }
    let label_of = |codes: &BTreeSet<&str>| -> Option<&str> {
        let code = codes.first().filter(|_| codes.len() == 1)?;
        labels.get(code).copied()
    };
    found
        .iter()
        .map(|(note, codes)| match label_of(codes) {
            Some(label) => words.say(&words::NOTE_ON_ROW, &[label, note]),
            None => (*note).to_owned(),
        })
        .collect()
}

/// What all rows of one table have in common.
struct Layout<'table> {
    budget: &'table Budget,
    heads: &'table [(Period, Phase)],
    unit: Unit,
    currency: &'table str,
    words: Wording<'table>,
    fallback: &'table Language,
}

/// The figures of one direction.
struct Figures<'lines> {
    of: HashMap<(&'lines str, Period, Phase), Vec<&'lines BudgetLine>>,
    /// What the parts of each code come to in a period and phase, all funds together.
    sums: HashMap<(&'lines str, Period, Phase), Parts>,
}

/// What parts come to.
#[derive(Default)]
struct Parts {
    amounts: Vec<Money>,
    /// One of them is blank, so the sum is not known.
    unknown: bool,
}

impl Layout<'_> {
    fn rows(&self, lines: &[&BudgetLine], rows: &mut Vec<TableRow>, rests: &mut Vec<String>) {
        let figures = Figures::of(lines, &self.budget.categories);
        let shown = shown_codes(lines, &self.budget.categories);
        for (depth, category) in self.budget.categories.tree_of(&shown) {
            let row = self.row(depth, category, &figures);
            rests.extend(self.rests(&row, &figures));
            rows.push(row);
        }
        // Codes that no category explains stand as they are.
        let mut seen = BTreeSet::new();
        for line in lines {
            if self.budget.categories.get(&line.code).is_none() && seen.insert(&line.code) {
                rows.push(TableRow {
                    code: line.code.to_string(),
                    kind: RowKind::Line,
                    depth: 0,
                    label: line.code.to_string(),
                    explanation: None,
                    cells: self.cells(&line.code, &figures),
                });
            }
        }
    }

    fn row(&self, depth: usize, category: &Category, figures: &Figures<'_>) -> TableRow {
        let label = category.label.get(self.words.language, self.fallback);
        let explanation = category.explain.get(self.words.language, self.fallback);
        TableRow {
            code: category.code.clone(),
            kind: match category.kind {
                CategoryKind::Heading => RowKind::Heading,
                CategoryKind::Line => RowKind::Line,
                CategoryKind::Subtotal => RowKind::Subtotal,
                CategoryKind::Total => RowKind::Total,
            },
            depth,
            label: if label.is_empty() {
                category.code.clone()
            } else {
                label.to_owned()
            },
            explanation: (!explanation.is_empty()).then(|| explanation.to_owned()),
            cells: self.cells(&category.code, figures),
        }
    }

    fn cells(&self, code: &str, figures: &Figures<'_>) -> Vec<Cell> {
        let heads = self.heads.iter();
        heads
            .map(|(period, phase)| {
                let lines = figures.of.get(&(code, *period, *phase));
                self.cell(lines.map_or(&[], Vec::as_slice))
            })
            .collect()
    }

    /// The figure of one code, its funds added up; an unknown one makes the sum unknown.
    fn cell(&self, lines: &[&BudgetLine]) -> Cell {
        if lines.is_empty() {
            return Cell {
                amount: None,
                text: String::new(),
            };
        }
        let amount: Option<Money> = lines.iter().map(|line| line.amount).sum();
        Cell {
            amount,
            text: amount.map_or_else(
                || self.words.word(&words::UNKNOWN_FIGURE).to_owned(),
                |amount| self.unit.number(amount, self.words),
            ),
        }
    }

    /// What the place's figures come to in each column that say nothing of a dimension: no row has them.
    fn left_out(
        &self,
        whole: &Budget,
        (dimension, title): (&Dimension, &str),
        (place, directions): (&str, &BTreeSet<Direction>),
    ) -> Vec<String> {
        let mut of: BTreeMap<(Period, Phase), Vec<Option<Money>>> = BTreeMap::new();
        let numbers = whole.left_out(dimension).get(place).into_iter().flatten();
        for line in numbers.map(|number| whole.line(*number)) {
            let head = (line.period, line.phase);
            if self.heads.contains(&head) && directions.contains(&line.direction) {
                of.entry(head).or_default().push(line.amount);
            }
        }
        let told = of.into_iter().map(|((period, phase), amounts)| {
            let amount: Option<Money> = amounts.into_iter().sum();
            let amount = amount.map_or_else(
                || self.words.word(&words::UNKNOWN_FIGURE).to_owned(),
                |amount| self.unit.amount(amount, self.currency, self.words),
            );
            let when = self.words.period_phase(period, phase);
            let values = [&*when, &amount, title];
            self.words.say(&words::NOT_DIVIDED_OF, &values)
        });
        told.collect()
    }

    /// What the parts of a row leave of it, or exceed it by: a remark of accountants, and no part.
    fn rests(&self, row: &TableRow, figures: &Figures<'_>) -> Vec<String> {
        let heads = self.heads.iter();
        let rests = heads.filter_map(|(period, phase)| {
            let rest = figures.rest_of(&row.code, *period, *phase)?;
            let word = match rest.is_negative() {
                true => &words::OVER_TOTAL_OF,
                false => &words::NOT_ITEMISED_OF,
            };
            let when = self.words.period_phase(*period, *phase);
            let label = self.words.say(&words::LABEL_IN_YEAR, &[&row.label, &when]);
            let rest = self.unit.amount(rest.size(), self.currency, self.words);
            Some(self.words.say(word, &[&label, &rest]))
        });
        rests.collect()
    }
}

impl<'lines> Figures<'lines> {
    fn of(lines: &[&'lines BudgetLine], categories: &'lines Categories) -> Figures<'lines> {
        let mut of: HashMap<_, Vec<&BudgetLine>> = HashMap::new();
        // Funds are added up each by itself: what one leaves open is no part of another.
        let mut groups: BTreeMap<_, BTreeMap<&str, Vec<&BudgetLine>>> = BTreeMap::new();
        for line in lines {
            let code: &str = &line.code;
            of.entry((code, line.period, line.phase))
                .or_default()
                .push(line);
            let group = groups.entry((line.period, line.phase, line.fund()));
            group.or_default().entry(code).or_default().push(line);
        }
        let climb = Climb::new(categories, lines.iter().map(|line| &*line.code));
        let mut all: HashMap<_, Parts> = HashMap::new();
        for ((period, phase, _), group) in &groups {
            let stated = |code: &str| of.contains_key(&(code, *period, *phase));
            for (code, Sum { lines, unknown }) in climb.sums(group, stated) {
                let parts = all.entry((code, *period, *phase)).or_default();
                parts.unknown |= unknown;
                parts
                    .amounts
                    .extend(lines.iter().filter_map(|line| line.amount));
            }
        }
        Figures { of, sums: all }
    }

    /// What the parts of a code leave of its own figure, if they leave something.
    fn rest_of(&self, code: &str, period: Period, phase: Phase) -> Option<Money> {
        let own = self.of.get(&(code, period, phase))?;
        let stated: Money = own.iter().map(|line| line.amount).sum::<Option<Money>>()?;
        let parts = self.sums.get(&(code, period, phase))?;
        let rest = stated.less(parts.amounts.iter().copied().sum());
        (!parts.unknown && !rest.is_zero()).then_some(rest)
    }
}

/// The codes that have a figure, and the headings above them.
fn shown_codes<'own>(
    lines: &[&'own BudgetLine],
    categories: &'own Categories,
) -> BTreeSet<&'own str> {
    let mut shown = BTreeSet::new();
    for line in lines {
        let mut code: Option<&str> = Some(&line.code);
        while let Some(current) = code {
            if !shown.insert(current) {
                break;
            }
            code = categories
                .get(current)
                .and_then(|category| category.parent.as_deref());
        }
    }
    shown
}
