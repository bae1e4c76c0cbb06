//! `trend`: a line for each item through the years, from nothing up; a year that is not known breaks it.

use super::{
    Chart, Drawing, Figures, Item, Mark, Row, Scale, Strip, TONES, Tone, Unfit, Value, columns,
    unknown_of,
};

pub(super) static CHART: Chart = Chart {
    draw: |figures| {
        columns(figures, 2, usize::MAX)?;
        let mut words = figures.columns.iter().map(|column| column.of);
        let first = words.next();
        match words.all(|word| Some(word) == first) {
            true => Ok(draw(figures)),
            false => Err(Unfit::Mixed),
        }
    },
};

/// The height of the lines, in letters.
const HEIGHT: f64 = 8.0;

fn draw(figures: &Figures<'_>) -> Drawing {
    let mut drawing = Drawing {
        wants_table: true,
        ..Drawing::default()
    };
    let years = figures.columns.iter().map(|column| f64::from(column.at));
    let (first, last) = years.fold((f64::MAX, f64::MIN), |(first, last), year| {
        (first.min(year), last.max(year))
    });
    let x = |column: usize| {
        let year = f64::from(figures.columns[column].at);
        match last > first {
            true => (year - first) / (last - first),
            false => 0.5,
        }
    };
    for group in &figures.groups {
        drawing.rows.extend(group.heading());
        let items = group.within(TONES, &figures.telling);
        let values = items.iter().flat_map(|item| &item.values);
        let scale = Scale::of(values.filter_map(Value::length));
        let mut marks = Vec::new();
        for (item, tone) in items.iter().zip((0..).map(Tone)) {
            marks.extend(lines(item, tone, &scale, x));
            for (column, value) in item.values.iter().enumerate() {
                if value.is_unknown() {
                    drawing.unknown.push(unknown_of(figures, item, column));
                }
            }
        }
        if marks.is_empty() {
            continue;
        }
        let alone = items.len() == 1;
        drawing.rows.push(Row {
            label: match alone {
                true => items[0].label.clone(),
                false => String::new(),
            },
            strip: Some(Strip {
                height: HEIGHT,
                marks,
                zero: None,
                ends: Some(ends(figures, &items, alone)),
            }),
            ..Row::default()
        });
        if !alone {
            let keys = items.iter().zip((0..).map(Tone));
            drawing.rows.extend(keys.map(|(item, tone)| {
                let text = item.values.last().map_or("", |value| &value.text);
                Row::key(key(tone), &item.label, text)
            }));
        }
    }
    drawing
}

fn key(tone: Tone) -> Mark {
    let points = vec![(0.0, 0.5), (1.0, 0.5)];
    Mark::Line { points, tone }
}

/// The first and the last year, and of a single line its figures there.
fn ends(figures: &Figures<'_>, items: &[Item], alone: bool) -> (String, String) {
    let end = |column: usize| {
        let label = &figures.columns[column].label;
        match items[0].values[column].text.as_str() {
            text if alone && !text.is_empty() => format!("{label}: {text}"),
            _ => label.clone(),
        }
    };
    (end(0), end(figures.columns.len() - 1))
}

/// The pieces of a line between years that are not known.
fn lines(item: &Item, tone: Tone, scale: &Scale, x: impl Fn(usize) -> f64) -> Vec<Mark> {
    let mut pieces: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (column, value) in item.values.iter().enumerate() {
        match (value.length(), pieces.last_mut()) {
            (Some(length), Some(piece)) => piece.push((x(column), 1.0 - scale.at(length))),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    let lines = pieces.into_iter().map(|points| Mark::Line { points, tone });
    lines.collect()
}
