//! In: a day of the civil calendar. Out: its year of the Buddhist era (ព.ស.), as Cambodia counts it.
//!
//! The year turns the day after Visak Bochea, 15 keut of the month Pisak: with 1 roch, on which the
//! Buddha entered Nirvana. In Thailand it turns on 1 January, and Unicode's buddhist calendar knows
//! only that.

use jiff::civil::Date;

use super::lunar::{KNOWN_YEARS, LunarMonth, Phase, first_day_of_months};
use super::{day_after, in_digits};
use crate::Language;
use crate::number::Digits;

/// The year of the Buddhist era that a day belongs to; none outside 1900 to 2100.
///
/// ```
/// use jiff::civil::date;
/// use sala_khmer::date::buddhist_year;
/// assert_eq!(buddhist_year(date(2027, 5, 20)), Some(2570));
/// assert_eq!(buddhist_year(date(2027, 5, 21)), Some(2571));
/// ```
pub fn buddhist_year(date: Date) -> Option<i16> {
    let turned = date > visak_bochea(date.year())?;
    Some(date.year() + if turned { 544 } else { 543 })
}

/// The day of Visak Bochea, 15 keut Pisak, in a Gregorian year; none outside 1900 to 2100.
pub(super) fn visak_bochea(year: i16) -> Option<Date> {
    if !KNOWN_YEARS.contains(&year) {
        return None;
    }
    first_day_of_months(year)?
        .into_iter()
        .find(|(month, _)| *month == LunarMonth::Pisak)
        .and_then(|(_, first)| day_after(first, i64::from(Phase::DAYS) - 1))
}

/// The year of the Buddhist era with its mark: `ព.ស. ២៥៧០`, `BE 2570`.
pub fn format_buddhist_year(year: i16, language: Language, digits: Digits) -> String {
    match language {
        Language::Khmer => in_digits(format!("ព.ស.\u{A0}{year}"), language, digits),
        Language::English => format!("BE\u{A0}{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_year_turns_after_visak_bochea() {
        // The days of public holidays.
        for day in [
            date(2011, 5, 17),
            date(2012, 5, 5),
            date(2013, 5, 24),
            date(2020, 5, 6),
            date(2021, 4, 26),
            date(2022, 5, 15),
            date(2023, 5, 4),
            date(2024, 5, 22),
            date(2025, 5, 11),
            date(2026, 5, 1),
            date(2027, 5, 20),
        ] {
            assert_eq!(visak_bochea(day.year()), Some(day));
            assert_eq!(buddhist_year(day), Some(day.year() + 543));
            let next = day_after(day, 1).expect("a day");
            assert_eq!(buddhist_year(next), Some(day.year() + 544));
        }
        assert_eq!(buddhist_year(date(2026, 1, 1)), Some(2569));
        assert_eq!(buddhist_year(date(2026, 12, 31)), Some(2570));
        assert_eq!(buddhist_year(date(1899, 12, 31)), None);
        assert_eq!(buddhist_year(date(2101, 1, 1)), None);
    }

    #[test]
    fn the_era_is_marked() {
        let written = |language, digits| format_buddhist_year(2570, language, digits);
        assert_eq!(written(Language::Khmer, Digits::Khmer), "ព.ស.\u{A0}២៥៧០");
        assert_eq!(written(Language::Khmer, Digits::Latin), "ព.ស.\u{A0}2570");
        assert_eq!(written(Language::English, Digits::Khmer), "BE\u{A0}2570");
    }
}
