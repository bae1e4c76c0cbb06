//! What was changed between the approved and the revised figures of a table → each change in words, with its
//! reason, in the order in which it was decided.

use super::over_years::label_of;
use super::rows::Row;
use super::sources::Gathered;
use super::units::Unit;
use super::wording::Wording;
use crate::config::Language;
use crate::data::{Budget, Dataset, Datasets, Money, Period, Phase};
use crate::theme::words;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// More of them than these are no list that anybody reads below a table; the rest is counted.
const MOST: usize = 20;

/// What was changed, as it stands below a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Adjusted {
    pub lines: Vec<AdjustedLine>,
    /// How many more there are, and where; empty if there are none.
    pub more: String,
    /// The tables in which the others stand, if there are any.
    pub tables: Vec<String>,
    /// One of them is invented for illustration.
    pub synthetic: bool,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdjustedLine {
    /// What was changed.
    pub label: String,
    /// With its sign and unit.
    pub amount: String,
    /// In which way and when, as far as it is known.
    pub how: String,
    /// That it is not stated, if it is not.
    pub reason: String,
}

/// Of which place, years and codes changes are told.
pub(super) struct Wanted<'call, 'own> {
    pub dataset: &'own Dataset,
    pub budget: &'own Budget,
    pub place: &'call str,
    /// The years whose approved and revised figures are shown.
    pub years: &'call BTreeSet<i16>,
    /// The codes that are shown; those of others are only counted.
    pub shown: &'call dyn Fn(&str) -> bool,
    /// The codes of the table, of which some may not be shown; others are not of it.
    pub known: &'call dyn Fn(&str) -> bool,
}

/// The years of which both the approved and the revised figures are shown.
pub(super) fn years_of(heads: impl Iterator<Item = (Period, Phase)>) -> BTreeSet<i16> {
    let (mut approved, mut revised) = (BTreeSet::new(), BTreeSet::new());
    for (period, phase) in heads.filter(|(period, _)| period.is_whole()) {
        match phase {
            Phase::Approved => approved.insert(period.year()),
            Phase::Revised => revised.insert(period.year()),
            Phase::Planned | Phase::Actual | Phase::Audited => false,
        };
    }
    approved.intersection(&revised).copied().collect()
}

/// The changes, with their sources added to those of the table. Grows with the changes of the place.
pub(super) fn adjusted<'own>(
    datasets: &'own Datasets,
    wanted: &Wanted<'_, 'own>,
    unit: Unit,
    (words, fallback): (Wording<'_>, &Language),
    sources: &mut Gathered<'own>,
) -> Adjusted {
    let mut told = Adjusted::default();
    let mut left_out: usize = 0;
    let years = wanted.years.iter();
    for (dataset, number) in
        years.flat_map(|year| datasets.adjustments(wanted.dataset, wanted.place, *year))
    {
        let Some(row) = Row::of(dataset, number) else {
            continue;
        };
        let code = row.text("category");
        if !(wanted.known)(code) {
            continue;
        }
        if told.lines.len() == MOST || !(wanted.shown)(code) {
            left_out = left_out.saturating_add(1);
            if !told.tables.contains(&dataset.name) {
                told.tables.push(dataset.name.clone());
            }
            continue;
        }
        // Where a table shows several years, each change names its own.
        let year = row.year("year").filter(|_| wanted.years.len() > 1);
        let year = year.map(|year| words.language.number_style().digits(year));
        sources.add_cell(dataset, row.cell_place("amount"));
        told.synthetic |= dataset.synthetic;
        told.lines.push(AdjustedLine {
            label: label_of(&wanted.budget.categories, code, words, fallback),
            amount: amount(&row, unit, words),
            how: year
                .into_iter()
                .chain(["kind", "day"].map(|column| row.told(column, words, fallback)))
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            reason: match row.in_some_language("reason", words.language, fallback) {
                "" => words.word(&words::REASON_NOT_STATED).to_owned(),
                reason => reason.to_owned(),
            },
        });
    }
    if left_out > 0 {
        let count = words.language.number_style().digits(left_out as u64);
        let mut tables = told.tables.iter().filter_map(|name| datasets.get(name));
        let word = match tables.all(|table| table.is_offered) {
            true => &words::ADJUSTMENTS_MORE_TO_TAKE,
            false => &words::ADJUSTMENTS_MORE,
        };
        told.more = words.say(word, &[&count]);
    }
    told
}

/// `+15 million riel`
fn amount(row: &Row<'_>, unit: Unit, words: Wording<'_>) -> String {
    let amount = row.number("amount");
    let amount = amount.and_then(|amount| Money::of(amount, Decimal::ONE));
    let Some(amount) = amount else {
        return words.word(&words::UNKNOWN_FIGURE).to_owned();
    };
    let sign = match (amount.is_zero(), amount.is_negative()) {
        (true, _) => "",
        (false, true) => "\u{2212}",
        (false, false) => "+",
    };
    sign.to_owned() + &unit.amount(amount.size(), &row.dataset.currency, words)
}
