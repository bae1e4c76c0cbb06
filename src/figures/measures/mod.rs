//! Measures: pure functions of figures, one file each. What is unknown makes unknown what is computed of
//! it, and never zero.
//!
//! Each has its formula in words beside it. How figures are found, and how a measure is told, it leaves to
//! those that call it.

pub(super) mod change;
pub(super) mod comparator;
pub(super) mod constant_prices;
pub(super) mod execution;
pub(super) mod per_person;
pub(super) mod rank;
pub(super) mod roll_up;
pub(super) mod share;
pub(super) mod suppressed;

use crate::data::{Money, Period, Phase};

/// A figure as far as others can be compared with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Staged<'own> {
    pub period: Period,
    pub phase: Phase,
    pub currency: &'own str,
    /// `None` is unknown.
    pub value: Option<Money>,
}

/// Two figures of which nobody can say anything together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotComparable;

/// The decimals of prices; riel have none.
pub(super) fn decimals_of(currency: &str) -> u32 {
    match currency {
        "KHR" | "VND" | "JPY" | "KRW" | "LAK" => 0,
        _ => 2,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::Staged;
    use crate::data::{Money, Phase, period};
    use rust_decimal::Decimal;

    /// `2025 actual 93`, `2025-Q1 actual 93`; `-` is unknown.
    pub(in super::super) fn riel(text: &str) -> Staged<'static> {
        let words: Vec<&str> = text.split(' ').collect();
        let [year, phase, amount] = words[..] else {
            panic!("three words");
        };
        Staged {
            period: period(year, None, false).expect("a period"),
            phase: Phase::named(phase).expect("a phase"),
            currency: "KHR",
            value: money(amount),
        }
    }

    pub(in super::super) fn money(amount: &str) -> Option<Money> {
        let number: Decimal = (amount != "-").then(|| amount.parse().expect("a number"))?;
        Money::of(number, Decimal::ONE)
    }
}
