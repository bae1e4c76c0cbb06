//! How much was spent of what was decided for the same time, or for the whole year that it lies in.

use super::{NotComparable, Staged};
use crate::data::Phase;
use crate::theme::words::{self, Word};
use rust_decimal::Decimal;

/// Of the actual figure and its base.
pub(in super::super) static FORMULA: &Word = &words::EXECUTION_FORMULA;

/// Actual ÷ base; unknown where one of them is, or the base is nothing or less.
pub(in super::super) fn execution(
    actual: Staged<'_>,
    base: Staged<'_>,
) -> Result<Option<Decimal>, NotComparable> {
    let fits = is_actual(actual.phase)
        && !is_actual(base.phase)
        && [actual.period, actual.period.whole()].contains(&base.period)
        && actual.currency == base.currency;
    if !fits {
        return Err(NotComparable);
    }
    let base = base.value.filter(|base| !base.is_negative());
    Ok(actual
        .value
        .zip(base)
        .and_then(|(actual, base)| actual.share_of(base)))
}

/// Whether figures of this phase say what was spent or came in, and not what was meant to.
pub(in super::super) fn is_actual(phase: Phase) -> bool {
    matches!(phase, Phase::Actual | Phase::Audited)
}

#[cfg(test)]
mod tests {
    use super::super::tests::riel;
    use super::*;

    #[test]
    fn what_was_spent_is_a_share_of_its_base() {
        for (actual, base, share) in [
            ("2025 actual 93", "2025 approved 100", Some("0.93")),
            ("2025 audited 150", "2025 planned 100", Some("1.5")),
            ("2025 actual 0", "2025 revised 100", Some("0")),
            ("2025 actual -", "2025 approved 100", None),
            ("2025 actual 93", "2025 approved -", None),
            ("2025 actual 93", "2025 approved 0", None),
            ("2025 actual 93", "2025 approved -5", None),
            ("2025-01/05 actual 40", "2025 approved 100", Some("0.4")),
            ("2025-Q1 actual 40", "2025-Q1 planned 50", Some("0.8")),
        ] {
            let told = execution(riel(actual), riel(base)).expect("it is the base");
            let told = told.map(|share| share.to_string());
            assert_eq!(told.as_deref(), share, "{actual} of {base}");
        }
    }

    #[test]
    fn a_base_is_a_plan_of_the_same_year() {
        for (actual, base) in [
            ("2025 planned 93", "2025 approved 100"),
            ("2025 actual 93", "2025 audited 100"),
            ("2025 actual 93", "2024 approved 100"),
            ("2025 actual 93", "2025-Q1 approved 100"),
            ("2025-H1 actual 93", "2025-Q1 approved 100"),
        ] {
            assert_eq!(execution(riel(actual), riel(base)), Err(NotComparable));
        }
        let dollars = Staged {
            currency: "USD",
            ..riel("2025 approved 100")
        };
        assert_eq!(
            execution(riel("2025 actual 93"), dollars),
            Err(NotComparable)
        );
    }
}
