//! In: two days of the civil calendar. Out: how far one lies from the other, in words (`ស្អែក`,
//! `៣ ថ្ងៃមុន`); and back, to the days that are written so.

use std::ops::RangeInclusive;

use jiff::Unit;
use jiff::civil::Date;

use super::{DateError, day_after, days_between, in_digits};
use crate::alphabet::NO_BREAK_SPACE;
use crate::number::{Digits, Separators, parse_decimal};
use crate::{Language, normalise};

/// How far a day lies ahead, or behind if negative, in the largest unit that fills up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Distance {
    Days(i64),
    Weeks(i64),
    Months(i64),
    Years(i64),
}

/// More days than there are in any calendar.
const FARTHEST: i64 = 10_000_000;

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

/// The days that are written so on the day `today`: one for `ស្អែក` or `៣ ថ្ងៃមុន`, all that it may mean
/// for `២ សប្តាហ៍មុន`.
///
/// ```
/// use jiff::civil::date;
/// use sala_khmer::date::parse_relative;
/// let today = date(2026, 11, 24);
/// assert_eq!(parse_relative("ម្សិលមិញ", today), Ok(date(2026, 11, 23)..=date(2026, 11, 23)));
/// assert_eq!(parse_relative("in 2 weeks", today), Ok(date(2026, 12, 8)..=date(2026, 12, 14)));
/// ```
pub fn parse_relative(text: &str, today: Date) -> Result<RangeInclusive<Date>, DateError> {
    let text = normalise(text).replace('\u{200B}', "").to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    match distance_of(&text)? {
        Distance::Days(days) => far(today, days..=days),
        Distance::Weeks(weeks) => {
            let nearest = weeks.saturating_mul(7);
            let farthest = nearest.saturating_add(6 * weeks.signum());
            let days = far(today, nearest.min(farthest)..=nearest.max(farthest))?;
            // The fourth week may end in a month.
            let within = |day: &Date| months_between(today, *day) == 0;
            match (within(days.start()), within(days.end())) {
                (true, false) => Ok(*days.start()..=last_within_a_month(today, 1)?),
                (false, true) => Ok(last_within_a_month(today, -1)?..=*days.end()),
                _ => Ok(days),
            }
        }
        Distance::Months(months) => calendar_days(today, months..=months),
        Distance::Years(years) => {
            let months = years.saturating_mul(12);
            let longest = months.saturating_add(11 * years.signum());
            calendar_days(today, months.min(longest)..=months.max(longest))
        }
    }
}

fn far(today: Date, days: RangeInclusive<i64>) -> Result<RangeInclusive<Date>, DateError> {
    let day = |days| day_after(today, days).ok_or(DateError::OutOfRange);
    Ok(day(*days.start())?..=day(*days.end())?)
}

/// The day farthest from today that is less than a month away, ahead or behind.
fn last_within_a_month(today: Date, sign: i64) -> Result<Date, DateError> {
    (28..=31)
        .map_while(|days| day_after(today, sign * days))
        .take_while(|day| months_between(today, *day) == 0)
        .last()
        .ok_or(DateError::OutOfRange)
}

/// All days so many whole months away.
fn calendar_days(
    today: Date,
    months: RangeInclusive<i64>,
) -> Result<RangeInclusive<Date>, DateError> {
    // No month has more than 31 days and no twelve more than 366, so the days lie between these.
    let nearest = (months.start().abs().min(months.end().abs())).saturating_mul(28);
    let farthest = (months.start().abs().max(months.end().abs()))
        .saturating_add(1)
        .saturating_mul(31);
    let sign = months.end().signum();
    let mut days = (nearest..=farthest)
        .map_while(|days| day_after(today, sign * days))
        .skip_while(|day| !months.contains(&months_between(today, *day)))
        .take_while(|day| months.contains(&months_between(today, *day)));
    let nearest = days.next().ok_or(DateError::OutOfRange)?;
    let farthest = days.last().unwrap_or(nearest);
    Ok(nearest.min(farthest)..=nearest.max(farthest))
}

fn distance_of(text: &str) -> Result<Distance, DateError> {
    let day_word = DAY_WORDS
        .iter()
        .find(|(_, khmer, english)| *khmer == text || english.replace('\u{A0}', " ") == text);
    if let Some((days, _, _)) = day_word {
        return Ok(Distance::Days(*days));
    }
    let past = ["មុន", " ago"]
        .iter()
        .find_map(|word| text.strip_suffix(word));
    let (rest, sign) = match past {
        Some(rest) => (rest, -1),
        None => match text.strip_prefix("in ") {
            Some(rest) => (rest, 1),
            None => {
                let rest = text.strip_suffix("ទៀត").ok_or(DateError::NotADate)?;
                (rest.strip_prefix("ក្នុង").unwrap_or(rest), 1)
            }
        },
    };
    let rest = rest.trim();
    let units = UNIT_WORDS.iter().zip(0..);
    let (figure, unit) = units
        .flat_map(|((khmer, one, several), unit)| [(*khmer, unit), (*several, unit), (*one, unit)])
        .find_map(|(word, unit)| Some((rest.strip_suffix(word)?, unit)))
        .ok_or(DateError::NotADate)?;
    let count = parse_decimal(figure, &Separators::default())
        .ok()
        .filter(|count| count.is_sign_positive() && !count.is_zero())
        .filter(|count| count.fract().is_zero())
        .and_then(|count| i64::try_from(count).ok())
        .ok_or(DateError::NotADate)?;
    if count > FARTHEST {
        return Err(DateError::OutOfRange);
    }
    Ok([
        Distance::Days(sign * count),
        Distance::Weeks(sign * count),
        Distance::Months(sign * count),
        Distance::Years(sign * count),
    ][unit])
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

    #[test]
    fn what_is_written_is_read_as_the_days_it_may_mean() {
        for today in [
            date(2026, 11, 24),
            date(2024, 2, 29),
            date(2026, 1, 31),
            date(2025, 3, 1),
        ] {
            for days in -1_100..=1_100 {
                let day = day_after(today, days).expect("a day");
                for language in [Language::Khmer, Language::English] {
                    let written = relative(day, today, language, Digits::Khmer);
                    let read = parse_relative(&written, today).expect("a distance we wrote");
                    assert!(read.contains(&day), "{day} {written} {read:?}");
                    for end in [*read.start(), *read.end()] {
                        assert_eq!(relative(end, today, language, Digits::Khmer), written);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_no_distance_is_refused() {
        let today = date(2026, 11, 24);
        for text in [
            "៣ ថ្ងៃ",
            "0 days ago",
            "-3 days ago",
            "in half a year",
            "៣.៥ ថ្ងៃមុន",
            "សាលា",
            "in 3",
        ] {
            assert_eq!(
                parse_relative(text, today),
                Err(DateError::NotADate),
                "{text}"
            );
        }
        assert_eq!(parse_relative(" ", today), Err(DateError::Empty));
        for text in [
            "9999999999999999 days ago",
            "in 99999 years",
            "99999999999999999 weeks ago",
        ] {
            assert_eq!(
                parse_relative(text, today),
                Err(DateError::OutOfRange),
                "{text}"
            );
        }
    }
}
