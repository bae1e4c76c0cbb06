//! Which part of a whole something is.

use crate::data::Money;
use crate::theme::words::{self, Word};
use rust_decimal::Decimal;

/// Of the whole.
pub(in super::super) static FORMULA: &Word = &words::SHARE_FORMULA;

/// Part ÷ whole; unknown where one of them is, or the whole is nothing.
pub(in super::super) fn share(part: Option<Money>, whole: Option<Money>) -> Option<Decimal> {
    part?.share_of(whole?)
}

#[cfg(test)]
mod tests {
    use super::super::tests::money;
    use super::*;

    #[test]
    fn a_share_of_what_is_unknown_or_nothing_is_unknown() {
        for (part, whole, expected) in [
            ("240", "560", Some("0.4285714285714285714285714286")),
            ("0", "560", Some("0")),
            ("-56", "560", Some("-0.1")),
            ("5", "0", None),
            ("-", "560", None),
            ("240", "-", None),
        ] {
            let share = share(money(part), money(whole)).map(|share| share.to_string());
            assert_eq!(share.as_deref(), expected, "{part} of {whole}");
        }
    }
}
