//! In: two days of the civil calendar. Out: how far one lies from the other, in words (`ស្អែក`,
//! `៣ ថ្ងៃមុន`).

use jiff::Unit;
use jiff::civil::Date;

use super::{days_between, in_digits};
use crate::Language;
use crate::alphabet::NO_BREAK_SPACE;
use crate::number::Digits;

/// How far a day lies ahead, or behind if negative, in the largest unit that fills up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Distance {
    Days(i64),
    Weeks(i64),
    Months(i64),
    Years(i64),
}

const DAY_WORDS: [(i64, &str, &str); 5] = [
    (-2, "ម្សិលម្ង៉ៃ", "2\u{A0}days ago"),
    (-1, "ម្សិលមិញ", "yesterday"),
    (0, "ថ្ងៃនេះ", "today"),
    (1, "ស្អែក", "tomorrow"),
    (2, "ខានស្អែក", "in 2\u{A0}days"),
];

/// Khmer, one in English, several.
const UNIT_WORDS: [(&str, &str, &str); 4] = [
    ("ថ្ងៃ", "day", "days"),
    ("សប្តាហ៍", "week", "weeks"),
    ("ខែ", "month", "months"),
    ("ឆ្នាំ", "year", "years"),
];

/// How far `day` lies from `today`: by days up to six, then by whole weeks, months of the calendar and
/// years.
///
/// ```
/// use jiff::civil::date;
/// use sala_khmer::{Language, date::relative, number::Digits};
/// let today = date(2026, 11, 24);
/// let written = |day| relative(day, today, Language::Khmer, Digits::Khmer);
/// assert_eq!(written(date(2026, 11, 25)), "ស្អែក");
/// assert_eq!(written(date(2026, 11, 21)), "៣\u{A0}ថ្ងៃមុន");
/// assert_eq!(written(date(2026, 12, 9)), "ក្នុង ២\u{A0}សប្តាហ៍ទៀត");
/// ```
pub fn relative(day: Date, today: Date, language: Language, digits: Digits) -> String {
    let distance = distance(today, day);
    if let Distance::Days(days) = distance
        && let Some((_, khmer, english)) = DAY_WORDS.iter().find(|(at, _, _)| *at == days)
    {
        return match language {
            Language::Khmer => (*khmer).to_owned(),
            Language::English => (*english).to_owned(),
        };
    }
    let (unit, count) = match distance {
        Distance::Days(count) => (UNIT_WORDS[0], count),
        Distance::Weeks(count) => (UNIT_WORDS[1], count),
        Distance::Months(count) => (UNIT_WORDS[2], count),
        Distance::Years(count) => (UNIT_WORDS[3], count),
    };
    let (khmer, one, several) = unit;
    let many = count.unsigned_abs();
    let english = if many == 1 { one } else { several };
    let written = match (language, count > 0) {
        (Language::Khmer, true) => format!("ក្នុង {many}{NO_BREAK_SPACE}{khmer}ទៀត"),
        (Language::Khmer, false) => format!("{many}{NO_BREAK_SPACE}{khmer}មុន"),
        (Language::English, true) => format!("in {many}{NO_BREAK_SPACE}{english}"),
        (Language::English, false) => format!("{many}{NO_BREAK_SPACE}{english} ago"),
    };
    in_digits(written, language, digits)
}

fn distance(today: Date, day: Date) -> Distance {
    let days = days_between(today, day);
    let months = months_between(today, day);
    match (days.abs(), months.abs()) {
        (0..=6, _) => Distance::Days(days),
        (_, 0) => Distance::Weeks(days / 7),
        (_, 1..=11) => Distance::Months(months),
        _ => Distance::Years(months / 12),
    }
}

/// Whole months of the calendar, negative to an earlier day.
fn months_between(from: Date, to: Date) -> i64 {
    let span = from.until((Unit::Month, to));
    // Only a span beyond jiff's calendar of 20,000 years fails, and no two dates have one.
    span.map_or(0, |span| i64::from(span.get_months()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn distances_are_told_in_the_largest_unit() {
        let today = date(2026, 11, 24);
        for (day, khmer, english) in [
            (date(2026, 11, 24), "ថ្ងៃនេះ", "today"),
            (date(2026, 11, 23), "ម្សិលមិញ", "yesterday"),
            (date(2026, 11, 25), "ស្អែក", "tomorrow"),
            (date(2026, 11, 22), "ម្សិលម្ង៉ៃ", "2 days ago"),
            (date(2026, 11, 26), "ខានស្អែក", "in 2 days"),
            (date(2026, 11, 21), "៣ ថ្ងៃមុន", "3 days ago"),
            (date(2026, 11, 30), "ក្នុង ៦ ថ្ងៃទៀត", "in 6 days"),
            (date(2026, 12, 1), "ក្នុង ១ សប្តាហ៍ទៀត", "in 1 week"),
            (date(2026, 12, 9), "ក្នុង ២ សប្តាហ៍ទៀត", "in 2 weeks"),
            (date(2026, 12, 23), "ក្នុង ៤ សប្តាហ៍ទៀត", "in 4 weeks"),
            (date(2026, 12, 24), "ក្នុង ១ ខែទៀត", "in 1 month"),
            (date(2026, 9, 24), "២ ខែមុន", "2 months ago"),
            (date(2027, 11, 23), "ក្នុង ១១ ខែទៀត", "in 11 months"),
            (date(2027, 11, 24), "ក្នុង ១ ឆ្នាំទៀត", "in 1 year"),
            (date(2016, 11, 24), "១០ ឆ្នាំមុន", "10 years ago"),
        ] {
            let written = |language| {
                relative(day, today, language, Digits::Khmer).replace(NO_BREAK_SPACE, " ")
            };
            assert_eq!(written(Language::Khmer), khmer);
            assert_eq!(written(Language::English), english);
            assert_eq!(crate::normalise(khmer), khmer);
        }
    }
}
