//! What an amount of one year comes to in the prices of another.

use super::decimals_of;
use crate::data::Money;
use crate::theme::words::{self, Word};
use rust_decimal::Decimal;

/// Of the amount, the year of its prices and the year whose prices it is told in.
pub(in super::super) static FORMULA: &Word = &words::CONSTANT_PRICES_FORMULA;

/// Amount × index of the wanted year ÷ index of its own, rounded to what the currency has; unknown where one
/// of them is, or an index is nothing or less.
pub(in super::super) fn constant_prices(
    amount: Option<Money>,
    own_index: Option<Decimal>,
    wanted_index: Option<Decimal>,
    currency: &str,
) -> Option<Money> {
    let is_index = |index: &Decimal| *index > Decimal::ZERO;
    let (own, wanted) = (own_index.filter(is_index)?, wanted_index.filter(is_index)?);
    let dearer = own.checked_div(wanted)?;
    amount?.for_each_of(dearer, decimals_of(currency))
}

#[cfg(test)]
mod tests {
    use super::super::tests::money;
    use super::*;

    #[test]
    fn an_amount_grows_as_prices_did() {
        for (amount, own, wanted, told) in [
            ("100000000", "100", "125", Some("125000000")),
            ("125000000", "125", "100", Some("100000000")),
            ("100", "3", "1", Some("33")),
            ("-", "100", "125", None),
            ("100", "-", "125", None),
            ("100", "100", "-", None),
            ("100", "0", "125", None),
            ("100", "100", "0", None),
        ] {
            let index = |text: &str| text.parse().ok();
            let now = constant_prices(money(amount), index(own), index(wanted), "KHR");
            let now = now.map(|amount| amount.value().to_string());
            assert_eq!(now.as_deref(), told, "{amount} {own} {wanted}");
        }
    }
}
