//! By how much a figure differs from an earlier one of the same phase, of as long a time.

use super::{NotComparable, Staged};
use crate::data::Money;
use crate::theme::words::{self, Word};
use rust_decimal::Decimal;

/// Of the later and the earlier figure.
pub(in super::super) static FORMULA: &Word = &words::CHANGE_FORMULA;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Change {
    /// Later − earlier.
    pub difference: Money,
    /// Later ÷ earlier − 1; `None` where there was nothing, or less, that could grow.
    pub share: Option<Decimal>,
}

/// The change; unknown where one of the figures is. A plan is compared with a plan and what was spent with
/// what was spent; a year with a year and a first quarter with a first quarter.
pub(in super::super) fn change(
    later: Staged<'_>,
    earlier: Staged<'_>,
) -> Result<Option<Change>, NotComparable> {
    let are_alike = later.phase == earlier.phase && later.period.is_alike(earlier.period);
    if !are_alike || later.currency != earlier.currency {
        return Err(NotComparable);
    }
    Ok(difference(later, earlier))
}

/// The same of two columns of a table, which may also be two phases of one year: what became of a plan.
pub(in super::super) fn in_time(
    later: Staged<'_>,
    earlier: Staged<'_>,
) -> Result<Option<Change>, NotComparable> {
    let of_one_time = later.period == earlier.period && later.currency == earlier.currency;
    match of_one_time {
        true => Ok(difference(later, earlier)),
        false => change(later, earlier),
    }
}

fn difference(later: Staged<'_>, earlier: Staged<'_>) -> Option<Change> {
    let (Some(later), Some(earlier)) = (later.value, earlier.value) else {
        return None;
    };
    let difference = later.less(earlier);
    let could_grow = !earlier.is_zero() && !earlier.is_negative();
    Some(Change {
        difference,
        share: could_grow.then(|| difference.share_of(earlier)).flatten(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::riel;
    use super::*;

    fn told(later: &str, earlier: &str) -> Option<(String, Option<String>)> {
        let change = change(riel(later), riel(earlier)).expect("they are of one phase")?;
        let share = change.share.map(|share| share.to_string());
        Some((change.difference.value().to_string(), share))
    }

    #[test]
    fn a_change_is_a_difference_and_a_share_of_what_was() {
        for (later, earlier, difference, share) in [
            ("2025 actual 90", "2024 actual 80", "10", Some("0.125")),
            ("2025 actual 70", "2024 actual 80", "-10", Some("-0.125")),
            ("2025 actual 80", "2024 actual 80", "0", Some("0")),
            ("2025 actual 80", "2024 actual 0", "80", None),
            ("2025 actual 80", "2024 actual -5", "85", None),
        ] {
            let expected = (difference.to_owned(), share.map(str::to_owned));
            assert_eq!(told(later, earlier), Some(expected), "{later}, {earlier}");
        }
    }

    #[test]
    fn unknown_makes_unknown() {
        assert_eq!(told("2025 actual -", "2024 actual 80"), None);
        assert_eq!(told("2025 actual 80", "2024 actual -"), None);
    }

    #[test]
    fn a_plan_is_not_what_was_spent_and_riel_are_no_dollars() {
        let one = riel("2025 actual 90");
        assert_eq!(change(one, riel("2024 planned 80")), Err(NotComparable));
        let dollars = Staged {
            currency: "USD",
            ..riel("2024 actual 80")
        };
        assert_eq!(change(one, dollars), Err(NotComparable));
        for part in ["2024-01/05 actual 80", "2025-Q1 actual 80"] {
            assert_eq!(change(one, riel(part)), Err(NotComparable));
        }
        let quarters = change(riel("2025-Q1 actual 90"), riel("2024-Q1 actual 80"));
        assert!(quarters.is_ok());
    }
}
