//! A table of figures → the draft of a budget: its figures by year and phase, its lines as a tree of
//! categories, and the rows that are none.

use super::columns::{Column, Use, Why, columns, figure_name, is_figures};
use super::lines::Lines;
use super::looks::{Look, Marks, Reading};
use super::tree::{self, Line};
use super::written::{self, Budget};
use super::{Decided, Described, Draft, Drafting, Question, What, words};
use crate::data::kinds;
use crate::data::model::{
    Direction, Kind, NATION, Period, Phase, StatedUnit, parse_column, period_within,
    unit_of_header, unit_of_title,
};
use crate::data::read::{Value, values};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The draft, or what has to be known before.
pub(super) fn draft(drafting: &Drafting<'_>) -> Described {
    let looked = drafting.looked;
    let answers = drafting.asked.answers;
    let schema = kinds::schema(Kind::Budget);
    let skipped = answers.skip.iter();
    let skipped: Vec<usize> = skipped
        .filter_map(|letters| Some(parse_column(letters)? as usize))
        .collect();
    let rows: Vec<usize> = drafting
        .shape
        .body
        .clone()
        .filter(|row| !drafting.shape.passed.contains(row))
        .collect();
    let tags = &drafting.asked.texts.tags;
    let columns = columns(looked, drafting.shape, &rows, &schema, tags, &skipped);
    let mut plan = Plan {
        drafting,
        columns,
        rows,
        decided: Vec::new(),
        questions: Vec::new(),
        constants: BTreeMap::new(),
        phases: BTreeMap::new(),
        directions: BTreeMap::new(),
        skipped: Vec::new(),
    };
    plan.begin();
    let unit = plan.unit();
    plan.figures(&unit);
    let is_long = plan.is_long();
    plan.place();
    if is_long {
        plan.words_of_columns();
    }
    let reading = plan.reading();
    let lines = plan.lines(&reading);
    if !plan.questions.is_empty() {
        return Described::Questions(plan.questions);
    }
    Described::Draft(Box::new(plan.written(&unit, &reading, lines)))
}

/// A draft as far as it has come.
pub(super) struct Plan<'own> {
    pub drafting: &'own Drafting<'own>,
    pub columns: Vec<Column>,
    /// The rows of the table that may hold figures.
    pub rows: Vec<usize>,
    pub decided: Vec<Decided>,
    pub questions: Vec<Question>,
    pub constants: BTreeMap<&'static str, String>,
    /// Words of the file, and what they mean.
    pub phases: BTreeMap<String, Phase>,
    pub directions: BTreeMap<String, Direction>,
    /// Rows that are left out, by their numbers.
    pub skipped: Vec<u32>,
}

impl Plan<'_> {
    /// What is known of the sheet, its header and its title.
    fn begin(&mut self) {
        let drafting = self.drafting;
        if let Some(name) = drafting.sheet {
            let others = drafting.sheets.iter().filter(|other| *other != name);
            let others: Vec<String> = others.cloned().collect();
            let is_sure = others.is_empty() || drafting.asked.answers.sheet.is_some();
            let name = name.to_owned();
            self.decided.push(Decided {
                what: What::Sheet { name, others },
                is_sure,
            });
        }
        self.decided.extend(drafting.about_header());
        let passed = &drafting.shape.passed;
        let numbers = passed.iter().map(|row| drafting.looked.rows[*row].number);
        self.skipped.extend(numbers);
    }

    /// The unit that the figures, the title or the sheet tell.
    fn unit(&mut self) -> (Decimal, String) {
        let above = self.drafting.above();
        let titles = above.iter().map(|text| unit_of_title(text));
        let titles = titles.chain(self.drafting.sheet.map(unit_of_title));
        let names = self.columns.iter().filter(|one| is_figures(one));
        let names = names.map(|one| one.unit.clone());
        let mut stated = StatedUnit::default();
        // Riel is told before any other currency, since only one can be.
        let mut all: Vec<StatedUnit> = names.chain(titles).collect();
        all.sort_by_key(|unit| unit.currency.is_some_and(|currency| currency != "KHR"));
        for unit in all {
            let is_other = unit.currency.is_some()
                && stated.currency.is_some()
                && unit.currency != stated.currency;
            if is_other {
                continue;
            }
            stated.scale = stated.scale.or(unit.scale);
            stated.currency = stated.currency.or(unit.currency);
        }
        if let Some(of_rows) = self.unit_of_rows() {
            stated = of_rows;
        }
        let is_sure = stated.scale.is_some() || stated.currency.is_some();
        let scale = stated.scale.unwrap_or(Decimal::ONE);
        let currency = stated.currency.unwrap_or("KHR").to_owned();
        self.decided.push(Decided {
            what: What::Unit {
                scale,
                currency: currency.clone(),
            },
            is_sure,
        });
        (scale, currency)
    }

    /// The unit that a column tells of each row, if one does; rows of another one are left out.
    fn unit_of_rows(&mut self) -> Option<StatedUnit> {
        let looked = self.drafting.looked;
        let mut units = self.columns.iter().filter(|one| words::is_unit(&one.name));
        let column = units.next()?.number;
        let said = |row: &usize| looked.text(*row, column);
        let first = self
            .rows
            .iter()
            .map(said)
            .find(|text| unit_of_header(text) != StatedUnit::default())?;
        let (own, others): (Vec<usize>, Vec<usize>) = self
            .rows
            .iter()
            .copied()
            .partition(|row| said(row) == first || said(row).is_empty());
        if !others.is_empty() {
            let units: BTreeSet<String> = others.iter().map(said).collect();
            let units = units.into_iter().collect();
            self.decided.push(Decided::unsure(What::OtherUnit(units)));
        }
        self.leave_out(&others);
        self.rows = own;
        Some(unit_of_header(&first))
    }

    pub fn has(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    pub fn position(&self, name: &str) -> Option<usize> {
        let mut columns = self.columns.iter();
        columns.position(|one| one.to == Use::Ours(name.to_owned()))
    }

    /// Whether years or phases stand in columns of their own, beside one amount.
    fn is_long(&self) -> bool {
        self.has("amount")
    }

    /// What each column of figures is of.
    fn figures(&mut self, (scale, currency): &(Decimal, String)) {
        for column in &mut self.columns {
            let unit = &column.unit;
            let is_other = unit.currency.is_some_and(|it| it != currency)
                || unit.scale.is_some_and(|it| it != *scale);
            if matches!(column.to, Use::Figures { .. }) && is_other {
                column.to = Use::LeftOut(Why::OtherUnit);
            }
        }
        let figures: Vec<usize> = (0..self.columns.len())
            .filter(|position| matches!(self.columns[*position].to, Use::Figures { .. }))
            .collect();
        if self.has("year") || self.has("period") || self.has("phase") || self.has("amount") {
            self.one_amount(&figures);
            self.other_currency(currency);
            return;
        }
        let title = self.drafting.above().join(" ");
        let title = [
            &title,
            self.drafting.sheet.unwrap_or_default(),
            self.drafting.name,
        ]
        .join(" ");
        let answers = self.drafting.asked.answers;
        let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for position in figures {
            let column = &mut self.columns[position];
            let Use::Figures {
                period,
                phase,
                direction,
            } = &mut column.to
            else {
                continue;
            };
            let year = answers.year.or_else(|| words::year(&title));
            let year = year.map(Period::of_year);
            *period = period
                .or_else(|| period_within(&column.name, year))
                .or(year);
            *phase = phase.or(answers.phase).or_else(|| words::phase(&title));
            if period.is_none() && !self.questions.contains(&Question::Year) {
                self.questions.push(Question::Year);
            }
            if phase.is_none() && !self.questions.contains(&Question::Phase(None)) {
                self.questions.push(Question::Phase(None));
            }
            if let (Some(period), Some(phase)) = (*period, *phase) {
                let name = figure_name(period, phase, *direction);
                keys.entry(name).or_default().push(position);
            }
        }
        self.alike(keys);
        self.direction(&title);
        self.other_currency(currency);
    }

    /// The only other column of the only figures, in another currency: their rates are compared.
    fn other_currency(&mut self, currency: &str) {
        let of = |columns: &[Column], wanted: fn(&Column) -> bool| {
            let own = (0..columns.len()).filter(|position| wanted(&columns[*position]));
            own.collect::<Vec<usize>>()
        };
        let figures = of(&self.columns, is_figures);
        let others = of(&self.columns, |one| one.to == Use::LeftOut(Why::OtherUnit));
        if let ([_], [other]) = (&*figures, &*others) {
            let column = &mut self.columns[*other];
            if column.unit.currency.is_some_and(|other| other != currency) {
                column.to = Use::LeftOut(Why::OtherCurrency);
            }
        }
    }

    /// A table with years or phases in columns has one amount: that in riel, or the first.
    fn one_amount(&mut self, figures: &[usize]) {
        let mut chosen = self.position("amount");
        for position in figures {
            match chosen {
                None => {
                    self.columns[*position].to = Use::Ours("amount".to_owned());
                    chosen = Some(*position);
                }
                Some(_) => self.columns[*position].to = Use::LeftOut(Why::OtherUnit),
            }
        }
        let title = self.drafting.above().join(" ");
        let title = [
            &title,
            self.drafting.sheet.unwrap_or_default(),
            self.drafting.name,
        ]
        .join(" ");
        let answers = self.drafting.asked.answers;
        if !self.has("year") && !self.has("period") {
            match answers.year.or_else(|| words::year(&title)) {
                Some(year) => {
                    self.constants.insert("year", year.to_string());
                }
                None => self.questions.push(Question::Year),
            }
        }
        if !self.has("phase") {
            match answers.phase.or_else(|| words::phase(&title)) {
                Some(phase) => {
                    self.constants.insert("phase", phase.word().to_owned());
                }
                None => self.questions.push(Question::Phase(None)),
            }
        }
        self.direction(&title);
    }

    /// Where several columns would be of one year and phase, the one that says the sum is.
    fn alike(&mut self, keys: BTreeMap<String, Vec<usize>>) {
        for alike in keys.into_values().filter(|alike| alike.len() > 1) {
            let is_total = |position: &&usize| words::is_total(&self.columns[**position].name);
            let totals: Vec<usize> = alike.iter().filter(is_total).copied().collect();
            let [total] = *totals else {
                let named = alike.iter().map(|position| self.columns[*position].shown());
                self.questions.push(Question::Alike(named.collect()));
                continue;
            };
            for position in alike.into_iter().filter(|position| *position != total) {
                self.columns[position].to = Use::LeftOut(Why::PartOfAnother);
            }
        }
    }

    fn direction(&mut self, title: &str) {
        let of_columns = self.columns.iter().all(|one| match &one.to {
            Use::Figures { direction, .. } => direction.is_some(),
            _ => true,
        });
        let has_figures = self
            .columns
            .iter()
            .any(|one| matches!(one.to, Use::Figures { .. }));
        if self.has("direction") || has_figures && of_columns {
            return;
        }
        let said = self.drafting.asked.answers.direction;
        let named = self.columns.iter().filter(|one| one.is_label());
        let named: Vec<&str> = named.map(|one| one.name.as_str()).collect();
        let seems = || {
            let by_name = || words::direction(&named.join(" "));
            let found = words::direction(title).or_else(by_name);
            found.or_else(|| self.direction_of_labels())
        };
        match said.or_else(seems) {
            Some(direction) => {
                let word = direction.word().to_owned();
                if said.is_none() {
                    self.decided
                        .push(Decided::unsure(What::Direction(word.clone())));
                }
                self.constants.insert("direction", word);
            }
            None => self.questions.push(Question::Direction),
        }
    }

    /// The way of money that names of rows tell, if all that tell one tell the same.
    fn direction_of_labels(&self) -> Option<Direction> {
        let looked = self.drafting.looked;
        let labels = self.columns.iter().filter(|one| one.is_label());
        let cells = labels.flat_map(|one| self.rows.iter().map(move |row| (*row, one.number)));
        let told = cells.filter_map(|(row, column)| words::direction(&looked.text(row, column)));
        let told: BTreeSet<Direction> = told.collect();
        told.first().copied().filter(|_| told.len() == 1)
    }

    /// The place that all rows are about, if no column says it.
    fn place(&mut self) {
        if self.has("place") {
            return;
        }
        if let Some(place) = &self.drafting.asked.answers.place {
            self.constants.insert("place", place.clone());
            return;
        }
        let titles = self.drafting.above().join(" ");
        let found = match written::place_in(&titles, self.drafting.asked.gazetteer) {
            Some(code) => Some(code),
            None => words::is_national(&titles).then(|| NATION.to_owned()),
        };
        match found {
            Some(code) => {
                self.decided
                    .push(Decided::unsure(What::Place(code.clone())));
                self.constants.insert("place", code);
            }
            None => self.questions.push(Question::Place),
        }
    }

    /// What the words of the columns of phases and directions mean.
    fn words_of_columns(&mut self) {
        let looked = self.drafting.looked;
        let answers = self.drafting.asked.answers;
        if let Some((_, said)) = self.said_in("phase") {
            for word in said.into_iter().filter(|word| Phase::named(word).is_none()) {
                match words::phase(&word)
                    .or(answers.phase)
                    .filter(|_| !word.is_empty())
                {
                    Some(phase) => {
                        self.decided.push(Decided::unsure(What::Word {
                            read: word.clone(),
                            meant: phase.word().to_owned(),
                        }));
                        self.phases.insert(word, phase);
                    }
                    None if word.is_empty() => {}
                    None => self.questions.push(Question::Phase(Some(word))),
                }
            }
        }
        if let Some((column, said)) = self.said_in("direction") {
            for word in said
                .into_iter()
                .filter(|word| Direction::named(word).is_none())
            {
                if let Some(direction) = words::direction(&word) {
                    self.decided.push(Decided::unsure(What::Word {
                        read: word.clone(),
                        meant: direction.word().to_owned(),
                    }));
                    self.directions.insert(word, direction);
                }
            }
            // What is neither comes from the others: a balance, a deficit.
            let directions = self.directions.clone();
            self.keep_rows(|row| {
                let word = looked.text(row, column);
                Direction::named(&word).is_some() || directions.contains_key(&word)
            });
        }
        if let Some(column) = self
            .position("year")
            .map(|position| self.columns[position].number)
        {
            self.keep_rows(|row| matches!(looked.look(row, column), Look::Year(_)));
        }
    }

    /// The column of this name, and the words that stand in it.
    fn said_in(&self, name: &str) -> Option<(usize, BTreeSet<String>)> {
        let column = self.columns[self.position(name)?].number;
        let rows = self.rows.iter();
        let said = rows.map(|row| self.drafting.looked.text(*row, column));
        Some((column, said.collect()))
    }

    /// Leaves out all rows but these.
    fn keep_rows(&mut self, is_kept: impl Fn(usize) -> bool) {
        let rows = self.rows.iter().copied();
        let (kept, others): (Vec<usize>, Vec<usize>) = rows.partition(|row| is_kept(*row));
        self.leave_out(&others);
        self.rows = kept;
    }

    pub fn leave_out(&mut self, rows: &[usize]) {
        let looked = self.drafting.looked;
        let rows = rows
            .iter()
            .filter(|row| looked.looks[**row].iter().any(|look| *look != Look::Blank));
        self.skipped
            .extend(rows.map(|row| looked.rows[*row].number));
    }

    /// The columns of amounts, by their numbers.
    pub fn amounts(&self) -> Vec<usize> {
        let columns = self.columns.iter().filter(|one| is_figures(one));
        columns.map(|one| one.number).collect()
    }

    /// How the written figures are read.
    fn reading(&mut self) -> Reading {
        if let Some((group, decimal)) = self.drafting.asked.answers.separators {
            return Reading::Of { group, decimal };
        }
        let mut marks = Marks::default();
        for column in self.amounts() {
            for row in &self.rows {
                let is_text = matches!(self.drafting.looked.value(*row, column), Value::Text(_));
                if is_text && self.drafting.looked.look(*row, column) == Look::Figure {
                    marks.note(&self.drafting.looked.text(*row, column));
                }
            }
        }
        let reading = marks.reading();
        match reading {
            Reading::Ambiguous(figure) => match self.reading_that_adds_up(&figure) {
                Some(reading) => {
                    self.decided.extend(reading.told(false));
                    reading
                }
                None => {
                    self.questions.push(Question::Separators(figure));
                    Reading::Plain
                }
            },
            reading => {
                self.decided.extend(reading.told(true));
                reading
            }
        }
    }

    /// Of the two ways to read a figure, the one by which rows are sums of others, if the other way none
    /// or fewer are.
    fn reading_that_adds_up(&self, figure: &str) -> Option<Reading> {
        let sign = figure.chars().find(|sign| matches!(sign, '.' | ','))?;
        let other = if sign == '.' { ',' } else { '.' };
        let readings = [(sign, other), (other, sign)].map(|(group, decimal)| Reading::Of {
            group: Some(group),
            decimal: Some(decimal),
        });
        let [grouped, decimal] = readings.map(|reading| (self.sums_by(&reading), reading));
        match grouped.0.cmp(&decimal.0) {
            Ordering::Greater => Some(grouped.1),
            Ordering::Less => Some(decimal.1),
            Ordering::Equal => None,
        }
    }

    /// How many rows are parts of sums if figures are read so; one that cannot be read makes it none.
    fn sums_by(&self, reading: &Reading) -> usize {
        let separators = reading.separators();
        let amounts = self.amounts();
        let line = |row: &usize| {
            let cells = amounts.iter();
            let values = cells.map(|column| self.drafting.looked.value(*row, *column));
            let amounts: Vec<Option<Decimal>> = values
                .map(|value| values::decimal(value, &separators).ok().flatten())
                .collect();
            Line {
                is_heading: amounts.iter().all(Option::is_none),
                amounts,
                ..Line::default()
            }
        };
        let lines: Vec<Line> = self.rows.iter().map(line).collect();
        tree::by_sums(&lines).iter().flatten().count()
    }

    fn written(mut self, unit: &(Decimal, String), reading: &Reading, lines: Lines) -> Draft {
        let drafting = self.drafting;
        let has_lines = lines.are_made || self.has("code");
        self.skipped.sort_unstable();
        self.skipped.dedup();
        if !self.skipped.is_empty() {
            self.decided
                .push(Decided::unsure(What::Skipped(self.skipped.clone())));
        }
        let until = drafting.until();
        if let Some((row, text)) = &until {
            self.decided.push(Decided::sure(What::Until {
                row: *row,
                text: text.clone(),
            }));
        }
        if !lines.missing.is_empty() {
            let texts = lines.missing.iter().cloned().collect();
            self.decided.push(Decided::unsure(What::Missing(texts)));
        }
        if lines.has_negative {
            self.decided.push(Decided::sure(What::Negative));
        }
        if has_lines && !lines.are_made {
            // A table of categories is the first word on both.
            for column in &mut self.columns {
                let is_parent = column.to == Use::Ours("parent".to_owned());
                if column.is_label() || is_parent {
                    column.to = Use::LeftOut(Why::InCategories);
                }
            }
        }
        for column in &self.columns {
            self.decided.push(column.told(lines.are_made));
        }
        let budget = Budget {
            drafting,
            unit,
            reading,
            columns: &self.columns,
            constants: &self.constants,
            phases: &self.phases,
            directions: &self.directions,
            skipped: &self.skipped,
            until: until.as_ref().map(|(_, text)| text.as_str()),
            missing: &lines.missing,
            has_negative: lines.has_negative,
            are_made: lines.are_made,
        };
        let mut files = vec![(format!("{}.toml", drafting.name), budget.toml(has_lines))];
        if has_lines {
            let name = format!("categories-{}", drafting.name);
            let categories = written::categories(&lines.lines, &lines.parents, lines.are_made);
            files.push((format!("{name}.csv"), categories));
            files.push((
                format!("{name}.toml"),
                written::of_categories(&drafting.title()),
            ));
        }
        Draft {
            files,
            decided: self.decided,
        }
    }
}
