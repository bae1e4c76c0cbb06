//! Which place among its peers a figure has, and what lies in the middle of them.

use crate::data::Money;
use crate::theme::words::{self, Word};
use rust_decimal::Decimal;

/// Of what is ranked.
pub(in super::super) static FORMULA: &Word = &words::RANK_FORMULA;

/// Of the figures of which the middle is told.
pub(in super::super) static MEDIAN_FORMULA: &Word = &words::MEDIAN_FORMULA;

/// How many are larger, and one; unknown where the figure is. Equal figures have one rank. `peers` go down.
pub(in super::super) fn rank(own: Option<Money>, peers: &[Money]) -> Option<usize> {
    let own = own?;
    Some(peers.partition_point(|peer| *peer > own) + 1)
}

/// The figure in the middle, or half of the two there together; none of no figures. `peers` are sorted.
pub(in super::super) fn median(peers: &[Money], decimals: u32) -> Option<Money> {
    let middle = peers.len() / 2;
    let two = match peers.len() % 2 {
        1 => [peers[middle]; 2],
        _ => [*peers.get(middle.checked_sub(1)?)?, *peers.get(middle)?],
    };
    let both: Money = two.into_iter().sum();
    both.for_each_of(Decimal::TWO, decimals)
}

#[cfg(test)]
mod tests {
    use super::super::tests::money;
    use super::*;

    fn amounts(text: &str) -> Vec<Money> {
        text.split_terminator(' ').filter_map(money).collect()
    }

    #[test]
    fn a_rank_counts_those_that_are_larger() {
        let peers = amounts("90 50 50 10");
        for (own, expected) in [
            ("90", Some(1)),
            ("50", Some(2)),
            ("10", Some(4)),
            ("-", None),
        ] {
            assert_eq!(rank(money(own), &peers), expected, "{own}");
        }
    }

    #[test]
    fn a_median_is_the_middle_or_between_the_two_there() {
        for (peers, expected) in [
            ("90 50 10", Some("50")),
            ("90 51 40 10", Some("46")),
            ("7", Some("7")),
            ("", None),
        ] {
            let told = median(&amounts(peers), 0).map(|money| money.value().to_string());
            assert_eq!(told.as_deref(), expected, "{peers}");
        }
    }
}
