//! A number of a table → [`Money`]: exact, and so far below the largest number there is that whatever
//! is added up of one table stays below it too.

use rust_decimal::{Decimal, RoundingStrategy};
use std::iter::Sum;

/// The largest amount, in units of the currency and in those of the file: some hundred times what the
/// whole world earns in a year, in riel. So many millions of such amounts can be added up before a sum
/// has too many digits that no table holds them.
const LARGEST: Decimal = Decimal::from_parts(1_661_992_960, 1_808_227_885, 5, false, 0);

/// An amount in units of the currency. It cannot be added to a number, so no sum can be wanted that was
/// not thought of here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(Decimal);

impl Money {
    /// So many times `scale`; `None` if that is too large for an amount.
    pub(crate) fn of(number: Decimal, scale: Decimal) -> Option<Money> {
        let amount = number.checked_mul(scale)?;
        let is_small = |number: Decimal| number.abs() <= LARGEST;
        (is_small(number) && is_small(amount)).then(|| Money(amount.normalize()))
    }

    /// In units of the currency.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// In units of so much.
    pub(crate) fn in_units_of(self, size: Decimal) -> Decimal {
        let units = self.0.checked_div(size).expect(WITHIN);
        units.normalize()
    }

    /// Whether it is a whole number of such units.
    pub(crate) fn is_multiple_of(self, size: Decimal) -> bool {
        self.0.checked_rem(size).is_some_and(|rest| rest.is_zero())
    }

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Which share of `whole` it is; none of nothing.
    pub(crate) fn share_of(self, whole: Money) -> Option<Decimal> {
        let share = self.0.checked_div(whole.0)?;
        Some(share.normalize())
    }

    /// What each of so many has of it, rounded to so many decimals, a half away from zero; none if there
    /// is nobody.
    pub(crate) fn for_each_of(self, count: Decimal, decimals: u32) -> Option<Money> {
        let each = self.0.checked_div(count)?;
        let each = each.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        Some(Money(each.normalize()))
    }

    /// The same without its sign.
    pub(crate) fn size(self) -> Money {
        Money(self.0.abs())
    }

    /// What is left when `other` is taken away.
    pub(crate) fn less(self, other: Money) -> Money {
        Money(self.0.checked_sub(other.0).expect(WITHIN))
    }
}

/// Why no sum has too many digits.
const WITHIN: &str = "no table holds so many amounts as would add up to the largest number";

impl Sum for Money {
    /// Amounts of one table together.
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::default(), |sum, amount| {
            Money(sum.0.checked_add(amount.0).expect(WITHIN))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a number in a test")
    }

    fn money(number: &str, scale: &str) -> Option<String> {
        Money::of(decimal(number), decimal(scale)).map(|money| money.value().to_string())
    }

    #[test]
    fn an_amount_is_at_most_so_large_as_written_and_as_meant() {
        assert_eq!(LARGEST, decimal("100000000000000000000"));
        for (number, scale, amount) in [
            ("7193", "1000000000", Some("7193000000000")),
            ("-926.5", "1000000000", Some("-926500000000")),
            (
                "0.0000000000000000000000000001",
                "1",
                Some("0.0000000000000000000000000001"),
            ),
            ("100000000000000000000", "1", Some("100000000000000000000")),
            (
                "-100000000000000000000",
                "1",
                Some("-100000000000000000000"),
            ),
            ("100000000000000000000.1", "1", None),
            ("-100000000000000000000.1", "1", None),
            ("100000000000000000001", "0.000001", None),
            ("100001", "1000000000000000", None),
            ("79228162514264337593543950335", "1", None),
            ("79228162514264337593543950335", "1000000000000000", None),
        ] {
            assert_eq!(
                money(number, scale).as_deref(),
                amount,
                "{number} × {scale}"
            );
        }
    }

    #[test]
    fn ten_million_of_the_largest_amounts_add_up() {
        let largest = Money(LARGEST);
        let many = Money(LARGEST * decimal("10000000"));
        assert_eq!(
            [many, largest].into_iter().sum::<Money>().value(),
            decimal("1000000100000000000000000000")
        );
        let smallest = Money::of(decimal("0.000001"), Decimal::ONE).unwrap();
        let sum: Money = [many, smallest].into_iter().sum();
        assert_eq!(
            sum.less(many).in_units_of(decimal("0.000001")),
            Decimal::ZERO
        );
        assert_eq!(
            many.in_units_of(decimal("0.1")),
            many.value() * decimal("10")
        );
    }

    #[test]
    fn an_amount_is_divided_and_nothing_by_nothing() {
        let amount = |number: &str| Money::of(decimal(number), Decimal::ONE).unwrap();
        let zero = Money::default();
        assert_eq!(amount("1").share_of(amount("8")), Some(decimal("0.125")));
        assert_eq!(zero.share_of(amount("8")), Some(Decimal::ZERO));
        assert_eq!(amount("1").share_of(zero), None);
        let each = |number: &str, count: &str, decimals| {
            let each = amount(number).for_each_of(decimal(count), decimals)?;
            Some(each.value().to_string())
        };
        assert_eq!(each("100", "8", 0).as_deref(), Some("13"));
        assert_eq!(each("-100", "8", 0).as_deref(), Some("-13"));
        assert_eq!(each("100", "8", 2).as_deref(), Some("12.5"));
        assert_eq!(each("100", "0", 0), None);
        assert_eq!(amount("-3").size(), amount("3"));
    }

    #[test]
    fn amounts_are_counted_in_units() {
        let amount = Money::of(decimal("7193"), decimal("1000000000")).unwrap();
        assert!(amount.is_multiple_of(decimal("1000000")));
        assert!(!amount.is_multiple_of(decimal("1000000000000")));
        assert_eq!(
            amount.in_units_of(decimal("1000000000000")),
            decimal("7.193")
        );
        assert!(!Money::default().is_negative() && !Money(decimal("-0")).is_negative());
    }
}
