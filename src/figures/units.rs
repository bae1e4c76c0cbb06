//! Words for units, and figures with theirs.

use crate::config::Language;
use crate::data::Money;
use rust_decimal::Decimal;

/// A power of ten in which amounts are shown, with its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub size: Decimal,
    khmer: &'static str,
    english: &'static str,
}

/// From large to small.
fn units() -> [Unit; 4] {
    let unit = |size: u64, khmer, english| Unit {
        size: Decimal::from(size),
        khmer,
        english,
    };
    [
        unit(1_000_000_000_000, "ពាន់ពាន់លាន", "trillion"),
        unit(1_000_000_000, "ពាន់លាន", "billion"),
        unit(1_000_000, "លាន", "million"),
        unit(1, "", ""),
    ]
}

/// The unit that amounts of one table are shown in: the one they were published in, or where that
/// is the currency itself, the largest of which all are multiples.
pub(super) fn unit_for(scale: Decimal, amounts: impl Iterator<Item = Money>) -> Unit {
    let units = units();
    let published = units.iter().find(|unit| unit.size == scale);
    if let Some(unit) = published.filter(|unit| unit.size != Decimal::ONE) {
        return *unit;
    }
    let amounts: Vec<Money> = amounts.filter(|amount| !amount.is_zero()).collect();
    units
        .into_iter()
        .skip(1)
        .find(|unit| {
            !amounts.is_empty()
                && amounts
                    .iter()
                    .all(|amount| amount.is_multiple_of(unit.size))
        })
        .unwrap_or(units[3])
}

impl Unit {
    /// The number of units, with the decimals it has.
    pub fn number(&self, amount: Money, language: &Language) -> String {
        language
            .number_style()
            .decimal(amount.in_units_of(self.in_language(language).size))
    }

    /// `ពាន់លានរៀល`, `billion riel`.
    pub fn words(&self, currency: &str, language: &Language) -> String {
        let unit = self.in_language(language);
        let (size, currency) = if language.is_khmer() {
            (unit.khmer, currency_name(currency, true))
        } else {
            (unit.english, currency_name(currency, false))
        };
        if size.is_empty() {
            currency.to_owned()
        } else if language.is_khmer() {
            format!("{size}{currency}")
        } else {
            format!("{size} {currency}")
        }
    }

    /// The number with its words; riel alone are written with their sign in Khmer.
    pub fn amount(&self, amount: Money, currency: &str, language: &Language) -> String {
        let number = self.number(amount, language);
        if self.size == Decimal::ONE && currency == "KHR" && language.is_khmer() {
            return format!("{number}៛");
        }
        format!("{number}\u{a0}{}", self.words(currency, language))
    }

    /// Khmer tells the money of the state in `ពាន់លាន` (billions) and has no word in use for a
    /// trillion: that is a thousand of them, `១ ០០០ ពាន់លាន`.
    fn in_language(&self, language: &Language) -> Unit {
        let [trillion, billion, ..] = units();
        if *self == trillion && language.is_khmer() {
            billion
        } else {
            *self
        }
    }
}

fn currency_name(code: &str, khmer: bool) -> &str {
    match (code, khmer) {
        ("KHR", true) => "រៀល",
        ("KHR", false) => "riel",
        ("USD", true) => "ដុល្លារ",
        ("USD", false) => "US dollars",
        ("THB", true) => "បាត",
        ("THB", false) => "baht",
        (other, _) => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trillion_is_a_thousand_billion_in_khmer() {
        let unit = unit_for(Decimal::from(1_000_000_000_000_u64), std::iter::empty());
        let amount = Money::of(Decimal::from(34_497_000_000_000_u64), Decimal::ONE).unwrap();
        let told = |tag| unit.amount(amount, "KHR", &Language::new(tag));
        assert_eq!(told("km"), "៣៤\u{A0}៤៩៧\u{a0}ពាន់លានរៀល");
        assert_eq!(told("en"), "34.497\u{a0}trillion riel");
    }
}
