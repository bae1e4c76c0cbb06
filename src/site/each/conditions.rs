//! `where` of an `_each.md` → the rows of which all of it holds.
//!
//! Each condition is looked at by itself too: a value that no row says is more often a slip of the
//! hand than a wish, and is told.

use super::no_column;
use crate::content::{Ask, Condition, EachSource};
use crate::data::Dataset;
use crate::diagnostic::{Candidates, Diagnostic, Report, codes, diagnostic};
use crate::figures::{Compared, RowColumn, RowColumns, RowValue};
use crate::schema::Written;
use rust_decimal::Decimal;
use std::collections::{BTreeSet, HashMap};

/// The rows that are wanted, in the order of the file; nothing if it cannot be told which.
///
/// Each row is read once for each condition, however many values that lists.
pub(super) fn chosen(
    template: &EachSource,
    dataset: &Dataset,
    columns: &RowColumns<'_>,
    report: &mut Report,
) -> Option<Vec<usize>> {
    let before = report.errors();
    let mut chosen: Vec<bool> = vec![true; dataset.rows()];
    for condition in &template.each.conditions {
        let name = condition.column.as_str();
        let Some(column) = columns.get(name) else {
            report.push(no_column(template, name, &condition.column, columns));
            continue;
        };
        let of = Of {
            template,
            condition,
            column,
        };
        for test in of.tests(report) {
            of.apply(test, &mut chosen, report);
        }
    }
    (report.errors() == before).then(|| {
        let rows = chosen.into_iter().enumerate();
        rows.filter_map(|(row, chosen)| chosen.then_some(row))
            .collect()
    })
}

/// A condition and the column that it is about.
struct Of<'each> {
    template: &'each EachSource,
    condition: &'each Condition,
    column: &'each RowColumn<'each>,
}

/// What is looked for in each row.
enum Test<'each> {
    /// Whether the value is among these, or is not.
    Listed(Listed<'each>, bool),
    AtLeast(Decimal),
    AtMost(Decimal),
    Filled(bool),
}

impl<'each> Of<'each> {
    /// What is asked, as far as it can be asked of the column.
    fn tests(&self, report: &mut Report) -> Vec<Test<'each>> {
        let mut tests = Vec::with_capacity(self.condition.asks.len());
        if self.condition.asks.is_empty() {
            self.tell_nothing_asked(report);
        }
        for ask in &self.condition.asks {
            match ask {
                Ask::AnyOf(values) | Ask::NoneOf(values) => {
                    if values.is_empty() {
                        self.tell_nothing_asked(report);
                    }
                    self.check_words(values, report);
                    if !self.are_times(values, report) {
                        continue;
                    }
                    let is_wanted = matches!(ask, Ask::AnyOf(_));
                    let listed = Listed::of(values, self.column.compared);
                    tests.push(Test::Listed(listed, is_wanted));
                }
                Ask::AtLeast(number) => {
                    let number = self.number("at_least", number, report);
                    tests.extend(number.map(Test::AtLeast));
                }
                Ask::AtMost(number) => {
                    let number = self.number("at_most", number, report);
                    tests.extend(number.map(Test::AtMost));
                }
                Ask::Filled(filled) => tests.push(Test::Filled(*filled)),
            }
        }
        tests
    }

    fn tell_nothing_asked(&self, report: &mut Report) {
        report.push(diagnostic!(
            codes::site::NOTHING_ASKED,
            self.condition.column.place(&self.template.facts.path),
            column = &self.condition.column
        ));
    }

    /// A column of words holds no others.
    fn check_words(&self, values: &[Written<String>], report: &mut Report) {
        let Compared::Words(words) = self.column.compared else {
            return;
        };
        for value in values {
            if !words.contains(&value.as_str()) {
                let known = Candidates::words(words);
                report.push(
                    diagnostic!(
                        codes::site::NO_SUCH_WORD,
                        value.place(&self.template.facts.path),
                        column = &self.condition.column,
                        read = value,
                        known = known.list()
                    )
                    .did_you_mean(value, &known),
                );
            }
        }
    }

    /// Whether all can be in the column: one of days, or of years and their parts, holds nothing else.
    fn are_times(&self, values: &[Written<String>], report: &mut Report) -> bool {
        let compared = self.column.compared;
        if !matches!(compared, Compared::Days | Compared::Periods) {
            return true;
        }
        let before = report.errors();
        for value in values {
            if compared.number_of(value).is_none() {
                report.push(self.no_time(value));
            }
        }
        report.errors() == before
    }

    /// What to tell of a value that is no day, or no part of a year.
    fn no_time(&self, value: &Written<String>) -> Diagnostic {
        let place = value.place(&self.template.facts.path);
        let column = &self.condition.column;
        match self.column.compared {
            Compared::Periods => diagnostic!(
                codes::site::NOT_A_PERIOD,
                place,
                column = column,
                read = value
            ),
            _ => diagnostic!(codes::site::NOT_A_DAY, place, column = column, read = value),
        }
    }

    /// A bound, which only numbers and days have.
    fn number(
        &self,
        key: &'static str,
        written: &Written<String>,
        report: &mut Report,
    ) -> Option<Decimal> {
        let place = written.place(&self.template.facts.path);
        let compared = self.column.compared;
        if !compared.has_bounds() {
            report.push(diagnostic!(
                codes::site::NOT_NUMBERS,
                place,
                column = &self.condition.column,
                key = key
            ));
            return None;
        }
        let number = compared.number_of(written);
        match compared {
            _ if number.is_some() => {}
            Compared::Days => report.push(self.no_time(written)),
            _ => report.push(diagnostic!(
                codes::site::NOT_A_NUMBER,
                place,
                key = key,
                read = written
            )),
        }
        number
    }

    /// Takes away the rows that do not pass.
    fn apply(&self, mut test: Test<'_>, chosen: &mut [bool], report: &mut Report) {
        for (row, chosen) in chosen.iter_mut().enumerate() {
            *chosen &= test.passes(&self.column.value(row));
        }
        let Test::Listed(listed, _) = test else {
            return;
        };
        // A word that a row can say is no slip, and one that none can say was told.
        if matches!(self.column.compared, Compared::Words(_)) {
            return;
        }
        let unmet: Vec<&Written<String>> = listed.unmet().collect();
        if unmet.is_empty() {
            return;
        }
        let said = (0..chosen.len()).map(|row| self.column.value(row).plain().to_owned());
        let said: BTreeSet<String> = said.filter(|said| !said.is_empty()).collect();
        let known = Candidates::of(said);
        for value in unmet {
            report.push(
                diagnostic!(
                    codes::site::NO_ROW_SAYS,
                    value.place(&self.template.facts.path),
                    dataset = &self.template.each.dataset,
                    column = &self.condition.column,
                    read = value,
                    known = known.list()
                )
                .did_you_mean(value, &known),
            );
        }
    }
}

impl Test<'_> {
    fn passes(&mut self, value: &RowValue) -> bool {
        match self {
            Test::Listed(listed, is_wanted) => listed.holds(value) == *is_wanted,
            // What is not known is neither large nor small.
            Test::AtLeast(least) => value.number.is_some_and(|number| number >= *least),
            Test::AtMost(most) => value.number.is_some_and(|number| number <= *most),
            Test::Filled(filled) => value.shown.is_empty() != *filled,
        }
    }
}

/// Values that somebody wrote down, and which of them a row said.
struct Listed<'each> {
    values: &'each [Written<String>],
    by_text: HashMap<String, usize>,
    by_number: HashMap<Decimal, usize>,
    met: Vec<bool>,
}

impl<'each> Listed<'each> {
    fn of(values: &'each [Written<String>], compared: Compared) -> Listed<'each> {
        let texts = values.iter().zip(0..);
        Listed {
            values,
            by_text: texts
                .clone()
                .map(|(value, at)| (typed(value), at))
                .collect(),
            by_number: texts
                .filter_map(|(value, at)| Some((compared.number_of(value)?, at)))
                .collect(),
            met: vec![false; values.len()],
        }
    }

    fn holds(&mut self, value: &RowValue) -> bool {
        let by_number = value.number.and_then(|number| self.by_number.get(&number));
        let found = by_number.or_else(|| self.by_text.get(&typed(value.plain())));
        if let Some(at) = found {
            self.met[*at] = true;
        }
        found.is_some()
    }

    fn unmet(&self) -> impl Iterator<Item = &'each Written<String>> {
        let values = self.values.iter().zip(&self.met);
        values.filter_map(|(value, met)| (!met).then_some(value))
    }
}

/// A text as people type it: nobody types the spaces that a number is written with.
fn typed(text: &str) -> String {
    text.replace('\u{A0}', " ")
}
