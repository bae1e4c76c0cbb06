//! In: a day of the civil calendar. Out: the date as Khmer and English readers write it, in the
//! Gregorian calendar, the Buddhist era or the Khmer lunar calendar; and back.
//!
//! Knows nothing of time zones or of today: a day is told, never asked for.

mod buddhist;
mod error;
mod fields;
mod lunar;
mod lunar_year;
mod new_year;
mod parse;
mod parse_lunar;
mod parse_range;
mod range;
mod relative;
mod tokens;

use jiff::SignedDuration;
use jiff::civil::Date;

pub use buddhist::{buddhist_year, format_buddhist_year};
pub use error::DateError;
pub use lunar::format_lunar;
pub use parse::{DateDeclaration, DayOrder, Era, parse_date};
pub use parse_lunar::parse_lunar;
pub use parse_range::parse_date_range;
pub use range::format_range;
pub use relative::relative;
pub use tokens::month_named;

use super::Language;
use super::number::{self, Digits};

/// How much of a date is spelt out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateLength {
    /// `ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦`
    Long,
    /// `២៤ វិច្ឆិកា ២០២៦`
    Medium,
    /// `ថ្ងៃអង្គារ ទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦`, `Tuesday 24 November 2026`
    Full,
}

pub(super) const KHMER_MONTHS: [&str; 12] = [
    "មករា",
    "កុម្ភៈ",
    "មីនា",
    "មេសា",
    "ឧសភា",
    "មិថុនា",
    "កក្កដា",
    "សីហា",
    "កញ្ញា",
    "តុលា",
    "វិច្ឆិកា",
    "ធ្នូ",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// From Monday.
const KHMER_WEEKDAYS: [&str; 7] = ["ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ"];
const ENGLISH_WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The date for readers. English writes `24 November 2026` for both shorter lengths, always in Latin
/// digits.
///
/// ```
/// use jiff::civil::date;
/// use sala_khmer::Language;
/// use sala_khmer::date::{DateLength, format};
/// use sala_khmer::number::Digits;
/// let day = date(2026, 11, 24);
/// assert_eq!(
///     format(day, DateLength::Long, Language::Khmer, Digits::Khmer),
///     "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦"
/// );
/// ```
pub fn format(date: Date, length: DateLength, language: Language, digits: Digits) -> String {
    let (day, month, year) = (date.day(), month_name(date, language), date.year());
    let weekday = weekday_name(date, language);
    let written = match (language, length) {
        (Language::English, DateLength::Full) => format!("{weekday} {day} {month} {year}"),
        (Language::English, _) => format!("{day} {month} {year}"),
        (Language::Khmer, DateLength::Full) => {
            format!("ថ្ងៃ{weekday} ទី{day} ខែ{month} ឆ្នាំ{year}")
        }
        (Language::Khmer, DateLength::Long) => format!("ថ្ងៃទី{day} ខែ{month} ឆ្នាំ{year}"),
        (Language::Khmer, DateLength::Medium) => format!("{day} {month} {year}"),
    };
    in_digits(written, language, digits)
}

/// The month and the year of a date: `ខែវិច្ឆិកា ឆ្នាំ២០២៦`, `November 2026`.
pub fn format_month(date: Date, language: Language, digits: Digits) -> String {
    let (month, year) = (month_name(date, language), date.year());
    let written = match language {
        Language::English => format!("{month} {year}"),
        Language::Khmer => format!("ខែ{month} ឆ្នាំ{year}"),
    };
    in_digits(written, language, digits)
}

/// The name of the date's month.
pub fn month_name(date: Date, language: Language) -> &'static str {
    let names = match language {
        Language::Khmer => &KHMER_MONTHS,
        Language::English => &ENGLISH_MONTHS,
    };
    // A month is 1 to 12.
    names[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1]
}

/// The name of the date's day of the week.
pub fn weekday_name(date: Date, language: Language) -> &'static str {
    let names = match language {
        Language::Khmer => &KHMER_WEEKDAYS,
        Language::English => &ENGLISH_WEEKDAYS,
    };
    // A day of the week is 0 to 6 from Monday.
    names[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()).min(6)]
}

/// The date for machines: `2026-11-24`.
pub fn iso(date: Date) -> String {
    date.to_string()
}

/// The days from one date to another, negative to an earlier one.
fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// The date so many days later, or earlier if negative.
fn day_after(date: Date, days: i64) -> Option<Date> {
    let hours = days.checked_mul(24)?;
    date.checked_add(SignedDuration::try_from_hours(hours)?)
        .ok()
}

/// English keeps Latin digits, whatever digits a site asks for.
fn in_digits(written: String, language: Language, digits: Digits) -> String {
    match language {
        Language::Khmer => number::in_digits(&written, digits),
        Language::English => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_written_as_their_readers_write_them() {
        let day = date(2026, 11, 24);
        let written = |length, language, digits| format(day, length, language, digits);
        assert_eq!(
            written(DateLength::Long, Language::Khmer, Digits::Khmer),
            "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦"
        );
        assert_eq!(
            written(DateLength::Medium, Language::Khmer, Digits::Khmer),
            "២៤ វិច្ឆិកា ២០២៦"
        );
        assert_eq!(
            written(DateLength::Medium, Language::Khmer, Digits::Latin),
            "24 វិច្ឆិកា 2026"
        );
        assert_eq!(
            written(DateLength::Long, Language::English, Digits::Khmer),
            "24 November 2026"
        );
        assert_eq!(
            written(DateLength::Full, Language::Khmer, Digits::Khmer),
            "ថ្ងៃអង្គារ ទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦"
        );
        assert_eq!(
            written(DateLength::Full, Language::English, Digits::Khmer),
            "Tuesday 24 November 2026"
        );
        let month = |language| format_month(day, language, Digits::Khmer);
        assert_eq!(month(Language::Khmer), "ខែវិច្ឆិកា ឆ្នាំ២០២៦");
        assert_eq!(month(Language::English), "November 2026");
        assert_eq!(iso(date(2026, 1, 5)), "2026-01-05");
    }

    #[test]
    fn every_day_of_the_week_has_its_own_normalised_name() {
        for (day, khmer, english) in [
            (22, "អាទិត្យ", "Sunday"),
            (23, "ចន្ទ", "Monday"),
            (24, "អង្គារ", "Tuesday"),
            (25, "ពុធ", "Wednesday"),
            (26, "ព្រហស្បតិ៍", "Thursday"),
            (27, "សុក្រ", "Friday"),
            (28, "សៅរ៍", "Saturday"),
        ] {
            let day = date(2026, 11, day);
            assert_eq!(weekday_name(day, Language::Khmer), khmer);
            assert_eq!(weekday_name(day, Language::English), english);
            assert_eq!(crate::normalise(khmer), khmer);
        }
    }

    #[test]
    fn every_month_has_its_own_normalised_name() {
        let names: std::collections::BTreeSet<&str> = (1..=12)
            .map(|month| month_name(date(2026, month, 1), Language::Khmer))
            .collect();
        assert_eq!(names.len(), 12);
        for name in names {
            assert_eq!(crate::normalise(name), name);
        }
        assert_eq!(
            month_name(date(2026, 12, 31), Language::English),
            "December"
        );
    }
}
