//! `budget_chart`: the parts of a budget as a chart, and the same figures as a table.

use super::{Argument, Body, Call, Chart, Component, Exhibit, Holds, Table, chosen};
use crate::chart::{self, Amount, Column, Figures, Group, Item, Telling, Unfit, Value};
use crate::content::block::CHART_CALL;
use crate::data::{Money, Period};
use crate::diagnostic::{Diagnostic, Report, codes, diagnostic};
use crate::figures::{BudgetTable, Cell, RowKind, TableRow};
use crate::theme::words;
use rust_decimal::Decimal;

pub(super) static COMPONENT: Component = Component {
    name: CHART_CALL,
    arguments: &[
        chosen::TABLE,
        chosen::WHICH,
        &[Argument::optional("type", Holds::Word(chart::NAMES))],
    ],
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let figures = chosen::table(call)?;
        let drawing = drawn(call, &figures).map_err(Report::of)?;
        let unknown = drawing.unknown.join(" · ");
        let unknown =
            (!unknown.is_empty()).then(|| call.words().say(&words::CHART_UNKNOWN, &[&unknown]));
        Ok(Exhibit::Chart(Box::new(Chart {
            description: drawing.in_words(),
            drawing,
            unknown,
            figures,
        })))
    },
};

fn drawn(call: &Call<'_, '_>, figures: &Table) -> Result<chart::Drawing, Diagnostic> {
    let (table, words) = (&figures.table, call.words());
    let style = words.language.number_style();
    let money = |amount: Decimal| Money::of(amount, Decimal::ONE).unwrap_or_default();
    let amount = |amount: Decimal| table.told_in.number(money(amount), words);
    let each = |amount: Decimal| {
        let amount = table.told_in.amount(money(amount), &table.currency, words);
        words.say(&words::CHART_EACH, &[&amount])
    };
    let number = |number: usize| style.digits(number as u64);
    let heads = table.columns.iter();
    let of_columns: Vec<_> = heads
        .filter_map(|head| Some((head, head.of.as_ref()?)))
        .collect();
    let length = |period: Period| {
        let (first, last) = period.months();
        last.saturating_sub(first)
    };
    let first = of_columns.first().map(|(_, of)| length(of.period));
    let columns = of_columns.iter().map(|(head, of)| Column {
        label: head.label.clone(),
        at: i32::from(of.period.year()) * 12 + i32::from(of.period.months().0),
        // A year is no neighbour of a quarter.
        of: match first == Some(length(of.period)) {
            true => of.phase.word(),
            false => "",
        },
    });
    let named = call.arguments.text("type");
    let chart = chart::Chart::named(named, table.columns.len());
    let drawing = chart.draw(&Figures {
        columns: columns.collect(),
        groups: groups(table),
        telling: Telling {
            amount: &amount,
            each: &each,
            number: &number,
            others: words.word(&words::CHART_OTHERS),
        },
    });
    drawing.map_err(|unfit| told(call, named.unwrap_or("grouped"), table.columns.len(), unfit))
}

fn told(call: &Call<'_, '_>, chart: &str, columns: usize, unfit: Unfit) -> Diagnostic {
    let place = call.place_of("type");
    match unfit {
        Unfit::Columns { least, .. } if columns < least => diagnostic!(
            codes::site::CHART_OF_FEW_COLUMNS,
            place,
            chart = chart,
            least = least,
            read = columns
        ),
        Unfit::Columns { most, .. } => diagnostic!(
            codes::site::CHART_OF_MANY_COLUMNS,
            place,
            chart = chart,
            most = most,
            read = columns
        ),
        Unfit::Mixed => diagnostic!(codes::site::CHART_OF_SEVERAL_PHASES, place, chart = chart),
        Unfit::Negative { label } => diagnostic!(
            codes::site::CHART_OF_NEGATIVE_PART,
            place,
            chart = chart,
            label = label
        ),
    }
}

/// The parts of each direction's total: the rows nearest to it.
fn groups(table: &BudgetTable) -> Vec<Group> {
    let pieces = table
        .rows_over_years()
        .chunk_by(|_, next| next.kind != RowKind::Direction);
    pieces.map(group).collect()
}

fn group(rows: &[TableRow]) -> Group {
    let (label, rows) = match rows.split_first() {
        Some((first, rest)) if first.kind == RowKind::Direction => (first.label.as_str(), rest),
        _ => ("", rows),
    };
    let has_figure = |row: &&TableRow| row.cells.iter().any(|cell| !cell.text.is_empty());
    let of_kind = |kinds: &[RowKind]| -> Vec<&TableRow> {
        let own = rows.iter().filter(|row| kinds.contains(&row.kind));
        own.filter(has_figure).collect()
    };
    let totals = of_kind(&[RowKind::Total]);
    // A heading that has a figure is a part like any other.
    let mut parts = of_kind(&[RowKind::Line, RowKind::Subtotal, RowKind::Heading]);
    let nearest = parts.iter().map(|row| row.depth).min();
    parts.retain(|row| Some(row.depth) == nearest);
    // A budget that tells nothing but totals is drawn by them.
    let is_whole = !parts.is_empty() && totals.len() == 1;
    let items = if parts.is_empty() { &totals } else { &parts };
    let items = items.iter().map(|row| Item {
        label: row.label.clone(),
        values: row.cells.iter().map(value).collect(),
    });
    let whole = totals.first().filter(|_| is_whole);
    Group {
        label: label.to_owned(),
        items: items.collect(),
        totals: whole.map_or_else(Vec::new, |row| row.cells.iter().map(value).collect()),
    }
}

fn value(cell: &Cell) -> Value {
    Value {
        amount: match cell.amount {
            Some(amount) => Amount::Known(amount.value()),
            None if cell.text.is_empty() => Amount::Absent,
            None => Amount::Unknown,
        },
        text: cell.text.clone(),
    }
}
