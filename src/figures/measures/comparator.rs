//! How many wells, classrooms or metres of road an amount would pay for.

use crate::data::Money;
use crate::theme::words::{self, Word};
use rust_decimal::{Decimal, RoundingStrategy};

/// Of the amount and the cost of one.
pub(in super::super) static FORMULA: &Word = &words::COMPARATOR_FORMULA;

/// So many, rounded: whole from ten up, with one decimal below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Count {
    About(Decimal),
    /// Less than a tenth of one.
    Hardly,
}

/// Amount ÷ unit cost; unknown where one of them is, or one costs nothing.
pub(in super::super) fn comparator(
    amount: Option<Money>,
    unit_cost: Option<Money>,
) -> Option<Count> {
    let cost = unit_cost.filter(|cost| !cost.is_zero() && !cost.is_negative())?;
    let count = amount?.share_of(cost)?;
    let decimals = u32::from(count.abs() < Decimal::TEN);
    let rounded = count.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    match rounded.is_zero() && !count.is_zero() {
        true => Some(Count::Hardly),
        false => Some(Count::About(rounded.normalize())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::money;
    use super::*;

    #[test]
    fn an_amount_is_told_as_what_it_pays_for() {
        for (amount, cost, told) in [
            ("100000000", "12000000", Some("8.3")),
            ("100000000", "6000000", Some("17")),
            ("5000000", "100000000", Some("0.1")),
            ("4000000", "100000000", Some("hardly")),
            ("0", "100000000", Some("0")),
            ("-", "6000000", None),
            ("5", "-", None),
            ("5", "0", None),
        ] {
            let told_now = comparator(money(amount), money(cost)).map(|count| match count {
                Count::About(count) => count.to_string(),
                Count::Hardly => "hardly".to_owned(),
            });
            assert_eq!(told_now.as_deref(), told, "{amount} for {cost} each");
        }
    }
}
