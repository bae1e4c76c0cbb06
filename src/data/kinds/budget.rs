//! The rows of a budget, long or wide → [`BudgetLine`]s, each figure with the cell it was read from.

mod fields;
mod keys;
mod unknown;

pub(crate) use fields::FIELDS;

use crate::config::Localised;
use crate::data::declaration::{self, Declaration, Findings, OfBudget};
use crate::data::model::{
    Budget, BudgetLine, Categories, Category, CategoryKind, CellPlace, Common, Dimension,
    Direction, Gazetteer, Money, Period, Phase, When, lost_zero, period,
};
use crate::data::read::room::{Excess, FigureRoom};
use crate::data::read::{Grid, Row, Said, Texts, Value, each_row, localised, values};
use crate::diagnostic::{Candidates, Diagnostic, codes, diagnostic, words};
use keys::{Column, Key};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// What a budget refers to.
pub(crate) struct Known<'load> {
    pub gazetteer: &'load Gazetteer,
    /// The categories of the datasets that the declaration names, and the budget's own.
    pub categories: Arc<Categories>,
    /// Those of each dimension, in the order of the declaration.
    pub dimensions: Vec<Arc<Categories>>,
    pub room: &'load mut FigureRoom,
}

/// The memory of a figure, and of what finds it.
const FIGURE_BYTES: usize = size_of::<BudgetLine>() + 60;
/// The same of what several figures say alike, such as a note in two languages, without its text.
const COMMON_BYTES: usize = 900;

/// Reads the figures and checks each against what it refers to.
pub(crate) fn read(
    grids: &[Grid],
    declaration: &Declaration,
    of: &OfBudget,
    known: Known<'_>,
    texts: &Texts,
    findings: &mut Findings,
) -> Budget {
    let sources = || {
        let sources = declaration.provenance.sources.iter();
        sources.map(|source| &*source.id)
    };
    let [first, ..] = grids else {
        return Budget::default();
    };
    let mut reader = Reader {
        grid: first,
        declaration,
        of,
        gazetteer: known.gazetteer,
        categories: &known.categories,
        dimensions: &known.dimensions,
        texts,
        has_notes: false,
        room: known.room,
        findings,
        source_ids: sources().collect(),
        words: HashSet::new(),
        columns: Column::all(first, declaration, of),
        only_source: match &*declaration.provenance.sources {
            [only] => Some(only.id.as_str().into()),
            _ => None,
        },
        common: HashSet::new(),
        last: Last::default(),
        unknown: BTreeMap::new(),
        lost: BTreeMap::new(),
    };
    let figures = grids.iter().map(|grid| {
        let each = grid.columns.figures.len().max(1);
        grid.sheet.rows.len().saturating_mul(each)
    });
    let figures = figures.sum::<usize>();
    let mut lines = Vec::with_capacity(figures.min(reader.room.left_for(FIGURE_BYTES)));
    'grids: for grid in grids {
        reader.turn_to(grid);
        for row in grid.rows() {
            if let Err(excess) = reader.row(&row, &mut lines) {
                let place = grid.sheet.cell_place(row.number, 0).place(None);
                reader.findings.push(excess.problem(place));
                break 'grids;
            }
        }
    }
    reader.report_unknown();
    let dimensions = of.dimensions.iter().zip(known.dimensions);
    let dimension = |(it, categories): (&declaration::Dimension, Arc<Categories>)| {
        Dimension::new(it.name.clone(), it.categories.clone(), categories)
    };
    Budget::new(lines, known.categories, of.partial.clone())
        .with_dimensions(dimensions.map(dimension).collect())
}

/// The categories that the budget's own file holds: a label beside each code, and perhaps a parent.
pub(crate) fn own_categories(
    grids: &[Grid],
    of: &OfBudget,
    texts: &Texts,
    findings: &mut Findings,
) -> Categories {
    let mut own = Categories::default();
    let explain = grids
        .iter()
        .filter(|grid| of.categories.is_empty() && texts.any_column(&grid.columns, "label"));
    for (grid, row) in each_row(explain) {
        let row = &*row;
        // What is no code is told where the figures are read.
        let code = values::text(grid.columns.value(row, "code"));
        let Some(code) = code.ok().flatten() else {
            continue;
        };
        if own.get(&code).is_some() {
            continue;
        }
        let cell = grid.cell(row, "code");
        let key = format!("code {code}");
        let label = localised(grid, row, "label", texts, &key, findings);
        if !texts.has_khmer(&label) {
            findings.push(diagnostic!(
                codes::data::NO_KHMER_LABEL,
                cell.place(Some(key)),
                code = &code,
                column = "label_km"
            ));
        }
        own.insert(Category {
            parent: grid.text(row, "parent", findings),
            kind: CategoryKind::Line,
            sum_of: Vec::new(),
            label,
            explain: Localised::Empty,
            cofog: None,
            order: None,
            icon: None,
            cell,
            code: code.into_owned(),
        });
    }
    own
}

/// What was made of the words read last.
#[derive(Default)]
struct Last {
    /// One that is a place.
    place: Option<Arc<str>>,
    period: Option<ReadPeriod>,
    common: Option<Arc<Common>>,
}

/// What the columns `period` and `year` said, and what that is.
struct ReadPeriod {
    part: Option<Arc<str>>,
    year: Option<Arc<str>>,
    meant: Period,
}

/// Reads rows; keeps what stands in many of them once.
struct Reader<'read> {
    grid: &'read Grid,
    declaration: &'read Declaration,
    of: &'read OfBudget,
    gazetteer: &'read Gazetteer,
    categories: &'read Categories,
    dimensions: &'read [Arc<Categories>],
    texts: &'read Texts,
    has_notes: bool,
    room: &'read mut FigureRoom,
    findings: &'read mut Findings,
    source_ids: HashSet<&'read str>,
    words: HashSet<Arc<str>>,
    /// Those of the keys, then those of the dimensions.
    columns: Vec<Column>,
    /// The dataset's source, if it has one.
    only_source: Option<Arc<str>>,
    common: HashSet<Arc<Common>>,
    last: Last,
    /// (column, value) that nothing knows → where first, the row's key, how often.
    unknown: BTreeMap<(usize, Arc<str>), (CellPlace, usize)>,
    /// (column, value without its zero) → what is meant, where first, how often.
    lost: BTreeMap<(usize, Arc<str>), (String, CellPlace, usize)>,
}

/// What a row says about all its figures.
struct Keys {
    place: Arc<str>,
    code: Arc<str>,
    common: Arc<Common>,
}

impl Keys {
    /// What the row is about, for messages.
    fn words(&self) -> String {
        format!("{}, code {}", self.place, self.code)
    }
}

/// The cell holds what can be no text, which was told.
#[derive(Debug, PartialEq)]
struct Broken;

impl<'read> Reader<'read> {
    /// Goes on with the rows of this sheet.
    fn turn_to(&mut self, grid: &'read Grid) {
        self.grid = grid;
        self.has_notes = self.texts.any_column(&grid.columns, "note");
        self.columns = Column::all(grid, self.declaration, self.of);
    }

    fn row(&mut self, row: &Row, lines: &mut Vec<BudgetLine>) -> Result<(), Excess> {
        let place = self.needed(row, Key::Place);
        let code = self.needed(row, Key::Code);
        let (Some(place), Some(code)) = (place, code) else {
            return Ok(());
        };
        let place = self.place(row, place);
        let code = self.code(row, code);
        let source = self.source(row);
        let note = match self.has_notes {
            true => {
                let key = format!("{place}, code {code}");
                localised(self.grid, row, "note", self.texts, &key, self.findings)
            }
            false => Localised::Empty,
        };
        let common = Common {
            path: self.grid.sheet.path.clone(),
            sheet: self.grid.sheet.name.clone(),
            fund: self.optional(row, Key::Fund),
            dimensions: (0..self.dimensions.len())
                .map(|at| self.dimension(row, at))
                .collect(),
            status: self.optional(row, Key::Status),
            source,
            note,
        };
        let keys = Keys {
            place,
            code,
            common: self.common(common)?,
        };
        if self.grid.columns.figures.is_empty() {
            self.long(row, &keys, lines)
        } else {
            self.wide(row, &keys, lines)
        }
    }

    /// The same as one that was met before, if there was one.
    fn common(&mut self, common: Common) -> Result<Arc<Common>, Excess> {
        if let Some(last) = &self.last.common
            && **last == common
        {
            return Ok(last.clone());
        }
        let known = match self.common.get(&common) {
            Some(known) => known.clone(),
            None => {
                let note = match &common.note {
                    Localised::Empty => 0,
                    Localised::Same(text) => text.len(),
                    Localised::Each(texts) => texts.values().map(String::len).sum(),
                };
                self.room.take(COMMON_BYTES + note)?;
                let new = Arc::new(common);
                self.common.insert(new.clone());
                new
            }
        };
        self.last.common = Some(known.clone());
        Ok(known)
    }

    fn long(&mut self, row: &Row, keys: &Keys, lines: &mut Vec<BudgetLine>) -> Result<(), Excess> {
        let period = self.period(row, keys);
        let phase = self.phase(row, keys);
        let direction = self.direction(row, keys);
        let (Some(period), Some(phase), Some(direction)) = (period, phase, direction) else {
            return Ok(());
        };
        let column = self.grid.columns.index("amount").unwrap_or(0);
        let when = When {
            period,
            phase,
            direction,
        };
        self.figure(row, column, keys, when, lines)
    }

    fn wide(&mut self, row: &Row, keys: &Keys, lines: &mut Vec<BudgetLine>) -> Result<(), Excess> {
        let figures = &self.grid.columns.figures;
        let row_direction = if figures.iter().all(|figure| figure.direction.is_some()) {
            None
        } else {
            match self.direction(row, keys) {
                Some(direction) => Some(direction),
                None => return Ok(()),
            }
        };
        for figure in figures {
            let Some(direction) = figure.direction.or(row_direction) else {
                continue;
            };
            let when = When {
                period: figure.period,
                phase: figure.phase,
                direction,
            };
            self.figure(row, figure.column, keys, when, lines)?;
        }
        Ok(())
    }

    fn figure(
        &mut self,
        row: &Row,
        column: usize,
        keys: &Keys,
        when: When,
        lines: &mut Vec<BudgetLine>,
    ) -> Result<(), Excess> {
        self.room.take(FIGURE_BYTES)?;
        let names = (keys.place.clone(), keys.code.clone());
        let cell = (row.number, self.grid.sheet.column(column));
        let mut line = BudgetLine::new(names, when, keys.common.clone(), cell);
        // An amount that cannot be read is reported and stays unknown, like a blank one, so that no
        // total is blamed for it.
        let value = row.cells.get(column).unwrap_or(&Value::Empty);
        match self.amount(value, &line) {
            Ok(amount) => line.amount = amount,
            Err(problem) => self.findings.push(problem),
        }
        lines.push(line);
        Ok(())
    }

    /// `None` if the cell is blank.
    fn amount(&self, value: &Value, line: &BudgetLine) -> Result<Option<Money>, Diagnostic> {
        let place = || line.cell().place(Some(line.key()));
        let toml = &self.findings.toml;
        let number = match values::decimal(value, &self.declaration.reading.separators) {
            Ok(Some(number)) => number,
            Ok(None) => return Ok(None),
            Err(problem) => {
                return Err(values::number_problem(
                    problem,
                    place(),
                    self.declaration,
                    toml,
                ));
            }
        };
        let negative = number.is_sign_negative() && !number.is_zero();
        if negative && !self.of.allow_negative {
            return Err(diagnostic!(
                codes::data::NEGATIVE,
                place(),
                read = number,
                toml = toml
            ));
        }
        match Money::of(number, self.declaration.reading.scale) {
            Some(amount) => Ok(Some(amount)),
            None => Err(values::too_large(number, place(), toml)),
        }
    }

    fn cell(&self, row: &Row, column: &str) -> CellPlace {
        self.grid.cell(row, column)
    }

    /// The cell's text, or the value that all rows have.
    fn optional(&mut self, row: &Row, key: Key) -> Option<Arc<str>> {
        self.word(row, key).unwrap_or_default()
    }

    /// The same of a column without which a row is none.
    fn needed(&mut self, row: &Row, key: Key) -> Option<Arc<str>> {
        let word = self.word(row, key);
        if word == Ok(None) {
            let missing = self.grid.missing(row, key.name(), self.declaration);
            self.findings.push(missing);
        }
        word.unwrap_or_default()
    }

    fn word(&mut self, row: &Row, key: Key) -> Result<Option<Arc<str>>, Broken> {
        self.word_in(row, key as usize)
    }

    /// What the row says in the column of this number.
    fn word_in(&mut self, row: &Row, column: usize) -> Result<Option<Arc<str>>, Broken> {
        let column = &mut self.columns[column];
        let said = match column.at {
            Some(at) => self.grid.said_at(row, at, self.findings),
            None => Said::Nothing,
        };
        let text = match said {
            Said::Broken => return Err(Broken),
            Said::Text(text) => text,
            Said::Nothing => return Ok(column.constant.clone()),
        };
        if let Some(last) = &column.last
            && **last == *text
        {
            return Ok(Some(last.clone()));
        }
        let word = match self.words.get(&*text) {
            Some(known) => known.clone(),
            None => {
                let word: Arc<str> = text.into();
                self.words.insert(word.clone());
                word
            }
        };
        column.last = Some(word.clone());
        Ok(Some(word))
    }

    fn place(&mut self, row: &Row, read: Arc<str>) -> Arc<str> {
        let is = |last: &Arc<str>| Arc::ptr_eq(last, &read);
        if self.last.place.as_ref().is_some_and(is) {
            return read;
        }
        let (gazetteer, datasets) = (self.gazetteer, &self.of.places);
        if gazetteer.is_empty() && datasets.is_empty() || gazetteer.knows_in(&read, datasets) {
            self.last.place = Some(read.clone());
            return read;
        }
        let meant = lost_zero(&read, |code| gazetteer.knows_in(code, datasets));
        self.other(Key::Place as usize, row, read, meant)
    }

    fn code(&mut self, row: &Row, read: Arc<str>) -> Arc<str> {
        let categories = self.categories;
        if categories.is_empty() || categories.get(&read).is_some() {
            return read;
        }
        let meant = lost_zero(&read, |code| categories.get(code).is_some());
        self.other(Key::Code as usize, row, read, meant)
    }

    /// What the row says of the dimension of this number.
    fn dimension(&mut self, row: &Row, at: usize) -> Option<Arc<str>> {
        let column = keys::of_dimension(at);
        let read = self.word_in(row, column).unwrap_or_default()?;
        let categories = &self.dimensions[at];
        // That there are none was told where they are named.
        if categories.is_empty() || categories.get(&read).is_some() {
            return Some(read);
        }
        let meant = lost_zero(&read, |code| categories.get(code).is_some());
        Some(self.other(column, row, read, meant))
    }

    fn source(&mut self, row: &Row) -> Option<Arc<str>> {
        let Some(read) = self.optional(row, Key::Source) else {
            return self.only_source.clone();
        };
        if !self.source_ids.contains(&*read) {
            let cell = self.cell(row, "source");
            self.unknown
                .entry((Key::Source as usize, read.clone()))
                .or_insert((cell, 0))
                .1 += 1;
        }
        Some(read)
    }

    /// What the columns `period` and `year` say together; one of them is enough.
    fn period(&mut self, row: &Row, keys: &Keys) -> Option<Period> {
        let part = self.word(row, Key::Period).ok()?;
        let year = match part {
            Some(_) => self.optional(row, Key::Year),
            None => Some(self.needed(row, Key::Year)?),
        };
        let is = |one: &Option<Arc<str>>, other: &Option<Arc<str>>| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        if let Some(last) = &self.last.period
            && is(&last.part, &part)
            && is(&last.year, &year)
        {
            return Some(last.meant);
        }
        let of_year = match &year {
            Some(read) => Some(self.year(row, read, keys)?),
            None => None,
        };
        let meant = match &part {
            Some(read) => self.part(row, read, of_year, keys),
            None => of_year,
        }?;
        self.last.period = Some(ReadPeriod { part, year, meant });
        Some(meant)
    }

    fn year(&mut self, row: &Row, read: &str, keys: &Keys) -> Option<Period> {
        let meant = period(read, None, self.declaration.reading.buddhist_era);
        if meant.is_none() {
            let place = self.cell(row, "year").place(Some(keys.words()));
            self.findings.push(match period(read, None, true) {
                Some(buddhist) => diagnostic!(
                    codes::data::BUDDHIST_YEAR,
                    place,
                    read = read,
                    meant = buddhist,
                    toml = &self.findings.toml
                ),
                None => diagnostic!(codes::data::NOT_A_YEAR, place, read = read),
            });
        }
        meant
    }

    /// The period of this cell, of the year that stands beside it.
    fn part(
        &mut self,
        row: &Row,
        read: &str,
        of_year: Option<Period>,
        keys: &Keys,
    ) -> Option<Period> {
        let meant = period(read, of_year, self.declaration.reading.buddhist_era);
        let place = self.cell(row, "period").place(Some(keys.words()));
        match (meant, of_year) {
            (Some(meant), Some(year)) if meant.year() != year.year() => {
                self.findings.push(diagnostic!(
                    codes::datasets::PERIOD_OF_ANOTHER_YEAR,
                    place,
                    read = read,
                    year = year
                ));
                None
            }
            (Some(meant), _) => Some(meant),
            (None, _) => {
                self.findings.push(diagnostic!(
                    codes::datasets::NOT_A_PERIOD,
                    place,
                    read = read,
                    column = self.declaration.header_of("period")
                ));
                None
            }
        }
    }

    fn phase(&mut self, row: &Row, keys: &Keys) -> Option<Phase> {
        let read = self.needed(row, Key::Phase)?;
        let phase = self
            .of
            .phases
            .get(&*read)
            .copied()
            .or_else(|| Phase::named(&read));
        if phase.is_none() {
            self.unknown_word(row, "phase", "phases", &read, keys, Phase::WORDS);
        }
        phase
    }

    fn direction(&mut self, row: &Row, keys: &Keys) -> Option<Direction> {
        let read = self.needed(row, Key::Direction)?;
        let direction = self
            .of
            .directions
            .get(&*read)
            .copied()
            .or_else(|| Direction::named(&read));
        if direction.is_none() {
            let known = Direction::WORDS;
            self.unknown_word(row, "direction", "directions", &read, keys, known);
        }
        direction
    }

    fn unknown_word(
        &mut self,
        row: &Row,
        column: &str,
        table: &str,
        read: &str,
        keys: &Keys,
        known: &'static [&'static str],
    ) {
        let place = self.cell(row, column).place(Some(keys.words()));
        self.findings.push(
            diagnostic!(
                codes::data::UNKNOWN_BUDGET_WORD,
                place,
                column = self.declaration.header_of(column),
                table = table,
                read = read,
                example = known[0],
                toml = &self.findings.toml,
                known = words(known)
            )
            .did_you_mean(read, &Candidates::words(known)),
        );
    }
}
