//! A table's amounts → the unit they are shown in, and each of them with its words.

use super::wording::Wording;
use crate::data::Money;
use crate::theme::words::{self, Word};
use rust_decimal::Decimal;

/// A power of ten in which amounts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    pub size: Decimal,
    /// None for the currency itself.
    word: Option<&'static Word>,
}

/// From large to small.
fn units() -> [Unit; 4] {
    let unit = |size: u64, word| Unit {
        size: Decimal::from(size),
        word,
    };
    [
        unit(1_000_000_000_000, Some(&words::TRILLION)),
        unit(1_000_000_000, Some(&words::BILLION)),
        unit(1_000_000, Some(&words::MILLION)),
        unit(1, None),
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
    pub fn number(&self, amount: Money, words: Wording<'_>) -> String {
        let (unit, _) = self.told(words);
        let number = amount.in_units_of(unit.size);
        words.language.number_style().decimal(number)
    }

    /// `ពាន់លានរៀល`, `billion riel`.
    pub fn words(&self, currency: &str, words: Wording<'_>) -> String {
        let currency = words.currency(currency);
        match self.told(words) {
            (_, Some(size)) => words.say(&words::UNIT_OF_CURRENCY, &[size, currency]),
            (_, None) => currency.to_owned(),
        }
    }

    /// The number with its words.
    pub fn amount(&self, amount: Money, currency: &str, words: Wording<'_>) -> String {
        let number = self.number(amount, words);
        let bare = match self.told(words) {
            (_, None) => words.bare_amount(&number, currency),
            (_, Some(_)) => None,
        };
        bare.unwrap_or_else(|| {
            let unit = self.words(currency, words);
            words.say(&words::AMOUNT, &[&number, &unit])
        })
    }

    /// The unit in which a language tells this one, and its word there: a language that has none in use
    /// tells it in the next smaller one, as Khmer tells `១ ០០០ ពាន់លាន` and no trillion.
    fn told<'theme>(&self, words: Wording<'theme>) -> (Unit, Option<&'theme str>) {
        let mut units = units().into_iter().filter(|unit| unit.size <= self.size);
        let told = units.find_map(|unit| {
            let word = unit.word.map(|word| words.word(word));
            (word != Some("")).then_some((unit, word))
        });
        told.unwrap_or((*self, None))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{english, khmer};
    use super::*;

    #[test]
    fn a_trillion_is_a_thousand_billion_in_khmer() {
        let unit = unit_for(Decimal::from(1_000_000_000_000_u64), std::iter::empty());
        let amount = Money::of(Decimal::from(34_497_000_000_000_u64), Decimal::ONE).unwrap();
        let told = |words| unit.amount(amount, "KHR", words);
        assert_eq!(told(khmer()), "៣៤\u{A0}៤៩៧\u{a0}ពាន់លានរៀល");
        assert_eq!(told(english()), "34.497\u{a0}trillion riel");
    }
}
