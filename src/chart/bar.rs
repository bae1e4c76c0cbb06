//! `bar`: a bar for each item of one column, in the order of the table, on one scale.

use super::{Chart, Drawing, Figures, OUTLINE, Row, Scale, Tone, Value, columns};

pub(super) static CHART: Chart = Chart {
    draw: |figures| {
        columns(figures, 1, 1)?;
        Ok(draw(figures))
    },
};

fn draw(figures: &Figures<'_>) -> Drawing {
    let items = figures.groups.iter().flat_map(|group| &group.items);
    let scale = Scale::of(items.filter_map(|item| item.values[0].length()));
    let mut rows = Vec::new();
    for group in &figures.groups {
        rows.extend(group.heading());
        for item in &group.items {
            rows.extend(row(&item.label, &item.values[0], Tone(0), &scale));
        }
    }
    Drawing {
        rows,
        unknown: super::unknown_values(figures),
        wants_table: false,
    }
}

/// A row with a bar; nothing if there is no figure, or nobody knows it.
pub(super) fn row(label: &str, value: &Value, tone: Tone, scale: &Scale) -> Option<Row> {
    let length = value.length()?;
    let tone = if length < 0.0 { OUTLINE } else { tone };
    Some(Row {
        label: label.to_owned(),
        text: value.text.clone(),
        strip: Some(scale.bar(0.0, length, tone)),
        ..Row::default()
    })
}
