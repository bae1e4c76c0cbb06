//! `stacked`: one bar for each column, divided as the whole is divided; the largest whole fills the scale.

use super::{
    BAR, Chart, Drawing, Figures, Group, Item, Mark, Row, Strip, TONES, Tone, positive, unknown_of,
};

pub(super) static CHART: Chart = Chart {
    draw: |figures| {
        positive(figures)?;
        Ok(draw(figures))
    },
};

fn draw(figures: &Figures<'_>) -> Drawing {
    let groups = figures.groups.iter();
    let groups: Vec<(&Group, Vec<Item>)> = groups
        .map(|group| (group, group.within(TONES, &figures.telling)))
        .collect();
    let columns = 0..figures.columns.len();
    let whole = |items: &[Item], column: usize| -> f64 {
        let lengths = items.iter().map(|item| item.values[column].length());
        lengths.flatten().sum()
    };
    let wholes = groups.iter().flat_map(|(_, items)| {
        let columns = columns.clone();
        columns.map(|column| whole(items, column))
    });
    let longest = wholes.fold(0.0, f64::max);
    let mut drawing = Drawing {
        wants_table: figures.columns.len() > 1,
        ..Drawing::default()
    };
    for (group, items) in &groups {
        drawing.rows.extend(group.heading());
        for column in columns.clone() {
            if whole(items, column) > 0.0 {
                drawing.rows.push(Row {
                    label: figures.columns[column].label.clone(),
                    text: stated(group, column),
                    strip: Some(divided(items, column, longest)),
                    ..Row::default()
                });
            }
        }
        let keys = items.iter().zip((0..).map(Tone));
        drawing.rows.extend(keys.map(|(item, tone)| {
            // Of several bars the table below tells the figures.
            let text = match item.values.as_slice() {
                [only] => &only.text,
                _ => "",
            };
            Row::key(Mark::field(tone), &item.label, text)
        }));
        for item in items {
            let values = item.values.iter().enumerate();
            let unknown = values.filter(|(_, value)| value.is_unknown());
            let unknown = unknown.map(|(column, _)| unknown_of(figures, item, column));
            drawing.unknown.extend(unknown);
        }
    }
    drawing
}

fn divided(items: &[Item], column: usize, longest: f64) -> Strip {
    let mut x = 0.0;
    let mut marks = Vec::new();
    for (item, tone) in items.iter().zip((0..).map(Tone)) {
        let width = item.values[column].length().unwrap_or(0.0) / longest;
        if width > 0.0 {
            marks.push(Mark::Bar {
                x,
                y: 0.0,
                width,
                height: 1.0,
                tone,
                number: String::new(),
            });
            x += width;
        }
    }
    Strip {
        height: BAR * 2.0,
        marks,
        ..Strip::default()
    }
}

/// The whole as it is stated, if it is.
fn stated(group: &Group, column: usize) -> String {
    let total = group.totals.get(column);
    total.map_or_else(String::new, |total| total.text.clone())
}
