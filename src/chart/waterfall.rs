//! `waterfall`: how a whole became another: the first, what each part adds or takes away, and the second.

use super::{
    Amount, Chart, Drawing, Figures, Group, Row, Scale, Strip, Tone, Value, columns, unknown_of,
};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub(super) static CHART: Chart = Chart {
    draw: |figures| {
        columns(figures, 2, 2)?;
        Ok(draw(figures))
    },
};

/// The tones of a whole, of what comes to it and of what goes.
const WHOLE: Tone = Tone(0);
const MORE: Tone = Tone(1);
const LESS: Tone = Tone(2);

/// A bar between two amounts.
struct Step {
    label: String,
    text: String,
    from: Decimal,
    to: Decimal,
    tone: Tone,
}

fn draw(figures: &Figures<'_>) -> Drawing {
    let mut drawing = Drawing::default();
    let mut groups = Vec::new();
    for group in &figures.groups {
        groups.push((group, steps(figures, group, &mut drawing.unknown)));
    }
    let all = groups.iter().flat_map(|(_, steps)| steps);
    let ends = all.flat_map(|step| [step.from, step.to]);
    let scale = Scale::of(ends.filter_map(|amount| amount.to_f64()));
    for (group, steps) in groups {
        drawing.rows.extend(group.heading());
        drawing.rows.extend(steps.into_iter().map(|step| Row {
            strip: Some(strip(&step, &scale)),
            label: step.label,
            text: step.text,
            ..Row::default()
        }));
    }
    drawing
}

fn strip(step: &Step, scale: &Scale) -> Strip {
    let length = |amount: Decimal| amount.to_f64().unwrap_or(0.0);
    scale.bar(length(step.from), length(step.to), step.tone)
}

/// The bars of a group; none if its first whole is not known.
fn steps(figures: &Figures<'_>, group: &Group, unknown: &mut Vec<String>) -> Vec<Step> {
    let label = |column: usize| figures.columns[column].label.clone();
    let [first, last] = [0, 1].map(|column| whole(group, column));
    let Some(first) = first else {
        unknown.push(label(0));
        return Vec::new();
    };
    let total = |column: usize, amount: Decimal| Step {
        label: label(column),
        text: (figures.telling.amount)(amount),
        from: Decimal::ZERO,
        to: amount,
        tone: WHOLE,
    };
    let mut steps = vec![total(0, first)];
    let mut at = first;
    for item in &group.items {
        let change = change(&item.values);
        let (Some(change), false) = (change, change == Some(Decimal::ZERO)) else {
            let values = item.values.iter().enumerate();
            let not_known = values.filter(|(_, value)| value.is_unknown());
            let not_known = not_known.map(|(column, _)| unknown_of(figures, item, column));
            unknown.extend(not_known);
            continue;
        };
        let Some(to) = at.checked_add(change) else {
            continue;
        };
        let is_less = change < Decimal::ZERO;
        let told = (figures.telling.amount)(change);
        steps.push(Step {
            label: item.label.clone(),
            text: if is_less { told } else { format!("+{told}") },
            from: at,
            to,
            tone: if is_less { LESS } else { MORE },
        });
        at = to;
    }
    match last {
        Some(last) => steps.push(total(1, last)),
        None => unknown.push(label(1)),
    }
    steps
}

/// What was not there before came, and what is there no more went; what is not known changes nothing.
fn change(values: &[Value]) -> Option<Decimal> {
    let amount = |value: &Value| match value.amount {
        Amount::Known(amount) => Some(amount),
        Amount::Absent => Some(Decimal::ZERO),
        Amount::Unknown => None,
    };
    let [before, after] = values else {
        return None;
    };
    amount(after)?.checked_sub(amount(before)?)
}

/// The whole as it is stated, or all its parts together if each is known.
fn whole(group: &Group, column: usize) -> Option<Decimal> {
    match group.totals.get(column).map(|total| total.amount) {
        Some(Amount::Known(total)) => Some(total),
        Some(Amount::Unknown) => None,
        Some(Amount::Absent) | None => {
            let mut amounts = group.items.iter().map(|item| item.values[column].amount);
            amounts.try_fold(Decimal::ZERO, |sum, amount| match amount {
                Amount::Known(amount) => sum.checked_add(amount),
                Amount::Absent => Some(sum),
                Amount::Unknown => None,
            })
        }
    }
}
