//! In: a day of the civil calendar. Out: the date as Khmer and English readers write it.
//!
//! Knows nothing of time zones, of today, or of the lunar calendar.

use jiff::civil::Date;

use super::Language;
use super::number::{Digits, to_khmer_digits};

/// How much of a date is spelt out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateLength {
    /// `ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦`
    Long,
    /// `២៤ វិច្ឆិកា ២០២៦`
    Medium,
}

const KHMER_MONTHS: [&str; 12] = [
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

/// The date for readers. English writes `24 November 2026` at either length, always in Latin
/// digits.
///
/// ```
/// use jiff::civil::date;
/// use sala::khmer::Language;
/// use sala::khmer::date::{DateLength, format};
/// use sala::khmer::number::Digits;
/// let day = date(2026, 11, 24);
/// assert_eq!(
///     format(day, DateLength::Long, Language::Khmer, Digits::Khmer),
///     "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦"
/// );
/// ```
pub fn format(date: Date, length: DateLength, language: Language, digits: Digits) -> String {
    let (day, month, year) = (date.day(), month_name(date, language), date.year());
    let written = match (language, length) {
        (Language::English, _) => return format!("{day} {month} {year}"),
        (Language::Khmer, DateLength::Long) => format!("ថ្ងៃទី{day} ខែ{month} ឆ្នាំ{year}"),
        (Language::Khmer, DateLength::Medium) => format!("{day} {month} {year}"),
    };
    match digits {
        Digits::Khmer => to_khmer_digits(&written),
        Digits::Latin => written,
    }
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

/// The date for machines: `2026-11-24`.
pub fn iso(date: Date) -> String {
    date.to_string()
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
        assert_eq!(iso(date(2026, 1, 5)), "2026-01-05");
    }

    #[test]
    fn every_month_has_its_own_normalised_name() {
        let names: std::collections::BTreeSet<&str> = (1..=12)
            .map(|month| month_name(date(2026, month, 1), Language::Khmer))
            .collect();
        assert_eq!(names.len(), 12);
        for name in names {
            assert_eq!(crate::khmer::normalise(name), name);
        }
        assert_eq!(
            month_name(date(2026, 12, 31), Language::English),
            "December"
        );
    }
}
