//! `grouped`: under each item a bar for every column, so that years and phases can be compared.

use super::{Chart, Drawing, Figures, Row, Scale, TONES, Tone, Value, bar, columns};

pub(super) static CHART: Chart = Chart {
    draw: |figures| {
        columns(figures, 2, TONES)?;
        Ok(draw(figures))
    },
};

fn draw(figures: &Figures<'_>) -> Drawing {
    let items = figures.groups.iter().flat_map(|group| &group.items);
    let lengths = items.flat_map(|item| item.values.iter().filter_map(Value::length));
    let scale = Scale::of(lengths);
    let tones = (0..).map(Tone);
    let mut rows = Vec::new();
    for group in &figures.groups {
        rows.extend(group.heading());
        for item in &group.items {
            let values = figures.columns.iter().zip(&item.values).zip(tones.clone());
            let bars = values
                .filter_map(|((column, value), tone)| bar::row(&column.label, value, tone, &scale));
            let bars: Vec<Row> = bars.collect();
            if !bars.is_empty() {
                rows.push(Row::heading(&item.label));
                rows.extend(bars);
            }
        }
    }
    Drawing {
        rows,
        unknown: super::unknown_values(figures),
        wants_table: false,
    }
}
