//! What the figures of several places come to.

use crate::data::Money;
use crate::theme::words::{self, Word};

/// Of what is added up.
pub(in super::super) static FORMULA: &Word = &words::ROLL_UP_FORMULA;

/// All of them together; unknown where one of them is, or there are none.
pub(in super::super) fn roll_up(parts: impl Iterator<Item = Option<Money>>) -> Option<Money> {
    let mut parts = parts.peekable();
    parts.peek()?;
    parts.sum()
}

#[cfg(test)]
mod tests {
    use super::super::tests::money;
    use super::*;

    #[test]
    fn an_unknown_part_makes_the_sum_unknown() {
        for (parts, sum) in [
            ("1 2 3", Some("6")),
            ("1 - 3", None),
            ("0", Some("0")),
            ("", None),
        ] {
            let told = roll_up(parts.split_terminator(' ').map(money));
            let told = told.map(|sum| sum.value().to_string());
            assert_eq!(told.as_deref(), sum, "{parts}");
        }
    }
}
