//! `pictogram`: each item as notes of one round amount, so that they can be counted.

use super::{BAR, Chart, Drawing, Figures, Mark, Row, Strip, Value, columns, positive};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub(super) static CHART: Chart = Chart {
    draw: |figures| {
        columns(figures, 1, 1)?;
        positive(figures)?;
        Ok(draw(figures))
    },
};

/// The most notes in a row: more cannot be counted at a glance.
const MOST: i64 = 10;

fn draw(figures: &Figures<'_>) -> Drawing {
    let items = figures.groups.iter().flat_map(|group| &group.items);
    let largest = items.filter_map(|item| item.values[0].known()).max();
    let mut drawing = Drawing {
        rows: Vec::new(),
        unknown: super::unknown_values(figures),
        wants_table: false,
    };
    let Some(each) = largest.and_then(note) else {
        return drawing;
    };
    drawing.rows.push(Row {
        label: (figures.telling.each)(each),
        strip: Some(notes(1.0)),
        ..Row::default()
    });
    for group in &figures.groups {
        drawing.rows.extend(group.heading());
        drawing.rows.extend(group.items.iter().filter_map(|item| {
            let count = count(&item.values[0], each)?;
            Some(Row {
                label: item.label.clone(),
                text: item.values[0].text.clone(),
                strip: Some(notes(count)),
                ..Row::default()
            })
        }));
    }
    drawing
}

fn count(value: &Value, each: Decimal) -> Option<f64> {
    value.known()?.checked_div(each)?.to_f64()
}

fn notes(count: f64) -> Strip {
    let of = MOST.to_f64().unwrap_or(1.0);
    Strip {
        height: BAR * 1.2,
        marks: (count > 0.0)
            .then_some(Mark::Notes { count, of })
            .into_iter()
            .collect(),
        ..Strip::default()
    }
}

/// The smallest of 1, 2, 5, 10, 20 … and of their tenths of which the largest amount takes no more than
/// fit; none of nothing.
fn note(largest: Decimal) -> Option<Decimal> {
    if largest <= Decimal::ZERO {
        return None;
    }
    let most = Decimal::from(MOST);
    let ten = Decimal::TEN;
    let mut size = Decimal::ONE;
    while size.checked_mul(most)? < largest {
        size = size.checked_mul(ten)?;
    }
    while size.checked_div(ten)?.checked_mul(most)? >= largest {
        size = size.checked_div(ten)?;
    }
    // One tenth of it is too small; so it is 2, 5 or 10 of them.
    let smaller = size.checked_div(ten)?;
    let sizes = [2, 5, 10].map(|times| smaller.checked_mul(Decimal::from(times)));
    let mut sizes = sizes.into_iter().flatten();
    sizes.find(|size| size.checked_mul(most).is_some_and(|all| all >= largest))
}
