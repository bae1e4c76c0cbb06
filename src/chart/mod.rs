//! Figures → geometry → SVG. A leaf: it knows no budgets, no pages and no theme.
//!
//! The geometry is a value of its own, so that web and print draw the same chart each in its way.

mod svg;

pub use svg::{Identity, svg};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// One figure to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    /// `None` is unknown: the bar has a label and its text, and no length.
    pub value: Option<Decimal>,
    /// The figure as readers see it, with its unit.
    pub text: String,
}

/// Horizontal bars on one scale, in the order they were given.
#[derive(Debug, Clone, PartialEq)]
pub struct BarChart {
    pub bars: Vec<DrawnBar>,
    /// Where zero lies on the scale, 0 (left) to 1 (right); 0 unless a figure is negative.
    pub zero: f64,
}

/// One bar: `start` and `length` are shares of the scale, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnBar {
    pub label: String,
    pub text: String,
    pub start: f64,
    pub length: f64,
    pub negative: bool,
}

/// Lays the bars out so that the longest one, or the negative and the positive one together, fill
/// the scale.
pub fn bars(bars: &[Bar]) -> BarChart {
    let value = |bar: &Bar| bar.value.and_then(|value| value.to_f64()).unwrap_or(0.0);
    let highest = bars.iter().map(value).fold(0.0, f64::max);
    let lowest = bars.iter().map(value).fold(0.0, f64::min);
    let range = highest - lowest;
    let share = |value: f64| {
        if range > 0.0 {
            (value / range).clamp(0.0, 1.0)
        } else {
            0.0
        }
    };
    let zero = share(-lowest);
    BarChart {
        bars: bars
            .iter()
            .map(|bar| {
                let value = value(bar);
                let length = share(value.abs());
                DrawnBar {
                    label: bar.label.clone(),
                    text: bar.text.clone(),
                    start: if value < 0.0 { zero - length } else { zero },
                    length,
                    negative: value < 0.0,
                }
            })
            .collect(),
        zero,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[Option<i64>]) -> Vec<(f64, f64)> {
        let figures: Vec<Bar> = values
            .iter()
            .map(|value| Bar {
                label: String::new(),
                value: value.map(Decimal::from),
                text: String::new(),
            })
            .collect();
        bars(&figures)
            .bars
            .iter()
            .map(|bar| (bar.start, bar.length))
            .collect()
    }

    #[test]
    fn the_longest_bar_fills_the_scale() {
        assert_eq!(chart(&[Some(10), Some(5)]), [(0.0, 1.0), (0.0, 0.5)]);
        assert_eq!(chart(&[Some(7)]), [(0.0, 1.0)]);
    }

    #[test]
    fn a_negative_bar_goes_left_from_zero() {
        assert_eq!(chart(&[Some(30), Some(-10)]), [(0.25, 0.75), (0.0, 0.25)]);
        assert_eq!(chart(&[Some(-4)]), [(0.0, 1.0)]);
    }

    #[test]
    fn zero_and_unknown_have_no_length() {
        assert_eq!(chart(&[Some(0), None]), [(0.0, 0.0), (0.0, 0.0)]);
        assert!(chart(&[]).is_empty());
    }
}
