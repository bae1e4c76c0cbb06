//! Which counts of people are hidden, so that nobody can be found out by what they said.

use rust_decimal::Decimal;

/// Counts below this are hidden.
pub(in super::super) const FEWEST: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// For each count of a group whether it is hidden. Where the group's total can be known, a single hidden
/// count would follow from the others, so the smallest of those is hidden with it. Nobody is found out by
/// a count of none; an unknown count hides nothing, as it is shown nowhere.
pub(in super::super) fn suppressed(counts: &[Option<Decimal>], total_is_known: bool) -> Vec<bool> {
    let is_small = |count: &Option<Decimal>| {
        count.is_some_and(|count| count > Decimal::ZERO && count < FEWEST)
    };
    let mut hidden: Vec<bool> = counts.iter().map(is_small).collect();
    let single = hidden.iter().filter(|hidden| **hidden).count() == 1;
    let all_known = counts.iter().all(Option::is_some);
    if single && total_is_known && all_known {
        let others = counts.iter().zip(0..).filter(|(_, at)| !hidden[*at]);
        let smallest = others
            .filter(|(count, _)| **count > Some(Decimal::ZERO))
            .min();
        // Without another count above none, the small one is the total itself.
        if let Some((_, at)) = smallest {
            hidden[at] = true;
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_count_cannot_be_computed_from_the_others() {
        for (counts, total_is_known, shown) in [
            ("12 3 20", false, "12 . 20"),
            ("12 3 20", true, ". . 20"),
            ("12 3 4", true, "12 . ."),
            ("12 5 20", true, "12 5 20"),
            ("12 0 20", true, "12 0 20"),
            ("3 0 0", true, ". 0 0"),
            ("12 3 -", true, "12 . -"),
            ("7 3 7", true, ". . 7"),
            ("", true, ""),
        ] {
            let read: Vec<&str> = counts.split_terminator(' ').collect();
            let numbers: Vec<Option<Decimal>> = read.iter().map(|text| text.parse().ok()).collect();
            let hidden = suppressed(&numbers, total_is_known);
            let told = read.iter().zip(hidden);
            let told: Vec<&str> = told
                .map(|(text, hidden)| if hidden { "." } else { *text })
                .collect();
            assert_eq!(told.join(" "), shown, "{counts} {total_is_known}");
        }
    }
}
