//! What comes to each person of a place.

use super::decimals_of;
use crate::data::Money;
use crate::theme::words::{self, Word};
use rust_decimal::Decimal;

/// Of the amount.
pub(in super::super) static FORMULA: &Word = &words::PER_PERSON_FORMULA;

/// Amount ÷ people, rounded to what the currency has; unknown where one of them is, or nobody lives there.
pub(in super::super) fn per_person(
    amount: Option<Money>,
    people: Option<Decimal>,
    currency: &str,
) -> Option<Money> {
    amount?.for_each_of(people?, decimals_of(currency))
}

#[cfg(test)]
mod tests {
    use super::super::tests::money;
    use super::*;

    #[test]
    fn each_person_has_whole_riel_and_unknown_makes_unknown() {
        for (amount, people, currency, each) in [
            ("100000000", "2220", "KHR", Some("45045")),
            ("100", "3", "USD", Some("33.33")),
            ("0", "2220", "KHR", Some("0")),
            ("100", "0", "KHR", None),
            ("-", "2220", "KHR", None),
            ("100", "-", "KHR", None),
        ] {
            let people = (people != "-").then(|| people.parse().expect("a number"));
            let told = per_person(money(amount), people, currency);
            let told = told.map(|each| each.value().to_string());
            assert_eq!(told.as_deref(), each, "{amount} {currency} for {people:?}");
        }
    }
}
