//! `treemap`: a field divided as the whole is divided, each part as near to a square as it can be; the
//! parts are numbered, and their words stand below.

use super::{Chart, Drawing, Figures, Item, Mark, Row, Strip, Tone, columns, positive};

pub(super) static CHART: Chart = Chart {
    draw: |figures| {
        columns(figures, 1, 1)?;
        positive(figures)?;
        Ok(draw(figures))
    },
};

/// More parts than these are too small to be seen; the smallest of them are one part.
const MOST: usize = 12;

/// The height of the field in letters, and its width on a small phone.
const HEIGHT: f64 = 10.0;
const WIDTH: f64 = 16.0;

fn draw(figures: &Figures<'_>) -> Drawing {
    let mut drawing = Drawing {
        rows: Vec::new(),
        unknown: super::unknown_values(figures),
        wants_table: false,
    };
    for group in &figures.groups {
        let size = |item: &Item| item.values[0].length().unwrap_or(0.0);
        let mut items = group.within(MOST, &figures.telling);
        items.retain(|item| size(item) > 0.0);
        // Equal parts stay in the order of the table.
        items.sort_by(|one, other| size(other).total_cmp(&size(one)));
        if items.is_empty() {
            continue;
        }
        let sizes: Vec<f64> = items.iter().map(size).collect();
        let number = |at: usize| (figures.telling.number)(at + 1);
        let marks = squarified(&sizes).into_iter().enumerate();
        let marks = marks.map(|(at, field)| Mark::Bar {
            x: field.x / WIDTH,
            y: field.y / HEIGHT,
            width: field.width / WIDTH,
            height: field.height / HEIGHT,
            tone: Tone(2),
            number: number(at),
        });
        drawing.rows.extend(group.heading());
        drawing.rows.push(Row {
            strip: Some(Strip {
                height: HEIGHT,
                marks: marks.collect(),
                ..Strip::default()
            }),
            ..Row::default()
        });
        let keys = items.iter().enumerate().map(|(at, item)| Row {
            label: format!("{}. {}", number(at), item.label),
            text: item.values[0].text.clone(),
            ..Row::default()
        });
        drawing.rows.extend(keys);
    }
    drawing
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Field {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// Divides the field for sizes that go down: rows along its shorter side, each of as many parts as keep
/// its longest one nearest to a square (Bruls, Huizing and van Wijk, 2000).
fn squarified(sizes: &[f64]) -> Vec<Field> {
    let whole: f64 = sizes.iter().sum();
    let areas: Vec<f64> = sizes
        .iter()
        .map(|size| size / whole * WIDTH * HEIGHT)
        .collect();
    let mut rest = Field {
        x: 0.0,
        y: 0.0,
        width: WIDTH,
        height: HEIGHT,
    };
    let mut fields = Vec::with_capacity(areas.len());
    let mut from = 0;
    while from < areas.len() {
        let side = rest.width.min(rest.height);
        let mut to = from + 1;
        while to < areas.len() && worst(&areas[from..=to], side) <= worst(&areas[from..to], side) {
            to += 1;
        }
        rest = rest.cut(&areas[from..to], &mut fields);
        from = to;
    }
    fields
}

/// How much longer than wide the worst part of a row along a side is.
fn worst(areas: &[f64], side: f64) -> f64 {
    let sum: f64 = areas.iter().sum();
    let ratios = areas.iter().map(|area| {
        let ratio = side * side * area / (sum * sum);
        ratio.max(1.0 / ratio)
    });
    ratios.fold(0.0, f64::max)
}

impl Field {
    /// Cuts a row off along the shorter side; what is left comes back.
    fn cut(self, areas: &[f64], fields: &mut Vec<Field>) -> Field {
        let sum: f64 = areas.iter().sum();
        let along_height = self.width >= self.height;
        let thickness = sum / self.width.min(self.height);
        let mut at = 0.0;
        for area in areas {
            let length = area / thickness;
            fields.push(match along_height {
                true => Field {
                    x: self.x,
                    y: self.y + at,
                    width: thickness,
                    height: length,
                },
                false => Field {
                    x: self.x + at,
                    y: self.y,
                    width: length,
                    height: thickness,
                },
            });
            at += length;
        }
        match along_height {
            true => Field {
                x: self.x + thickness,
                width: (self.width - thickness).max(0.0),
                ..self
            },
            false => Field {
                y: self.y + thickness,
                height: (self.height - thickness).max(0.0),
                ..self
            },
        }
    }
}
