//! In: a first and a last day. Out: the range as readers write it, with the month and the year said
//! once where both days share them.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{DateLength, format, in_digits, month_name, weekday_name};
use crate::Language;
use crate::number::Digits;

/// All days from one to another: `ថ្ងៃទី២៤–២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦`, `24–26 November 2026`. The earlier is written
/// first, and one day alone as [`format`](fn@format) writes it.
///
/// ```
/// use jiff::civil::date;
/// use sala_khmer::Language;
/// use sala_khmer::date::{DateLength, format_range};
/// use sala_khmer::number::Digits;
/// let days = date(2026, 11, 24)..=date(2026, 12, 2);
/// assert_eq!(
///     format_range(&days, DateLength::Medium, Language::Khmer, Digits::Khmer),
///     "២៤ វិច្ឆិកា – ២ ធ្នូ ២០២៦"
/// );
/// ```
pub fn format_range(
    days: &RangeInclusive<Date>,
    length: DateLength,
    language: Language,
    digits: Digits,
) -> String {
    let (first, last) = (*days.start(), *days.end());
    let (first, last) = (first.min(last), first.max(last));
    let end = format(last, length, language, digits);
    if first == last {
        return end;
    }
    let same_month = (first.year(), first.month()) == (last.year(), last.month());
    if same_month && length != DateLength::Full {
        let start = format(first, length, language, digits);
        // Everything up to the day is the same, so only the two days differ.
        let (start, end) = match start.strip_prefix(DAY_MARK).zip(end.strip_prefix(DAY_MARK)) {
            Some((start, end)) => (start.to_owned(), end.to_owned()),
            None => (start, end),
        };
        let day = start.split(' ').next().unwrap_or_default();
        let mark = match (language, length) {
            (Language::Khmer, DateLength::Long) => DAY_MARK,
            _ => "",
        };
        return format!("{mark}{day}\u{2013}{end}");
    }
    let start = match first.year() == last.year() {
        true => in_digits(
            beginning(first, same_month, length, language),
            language,
            digits,
        ),
        false => format(first, length, language, digits),
    };
    format!("{start} \u{2013} {end}")
}

const DAY_MARK: &str = "ថ្ងៃទី";

/// The first day without the year, and without the month if the last day has the same.
fn beginning(date: Date, same_month: bool, length: DateLength, language: Language) -> String {
    let (day, month) = (date.day(), month_name(date, language));
    let weekday = weekday_name(date, language);
    let day = match (language, length) {
        (Language::Khmer, DateLength::Full) => format!("ថ្ងៃ{weekday} ទី{day}"),
        (Language::Khmer, DateLength::Long) => format!("{DAY_MARK}{day}"),
        (Language::English, DateLength::Full) => format!("{weekday} {day}"),
        _ => day.to_string(),
    };
    match (same_month, language, length) {
        (true, _, _) => day,
        (false, Language::Khmer, DateLength::Full | DateLength::Long) => format!("{day} ខែ{month}"),
        (false, _, _) => format!("{day} {month}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_both_days_share_is_said_once() {
        let day = date(2026, 11, 24);
        let (same_month, same_year) = (date(2026, 11, 26), date(2026, 12, 2));
        let next_year = date(2027, 1, 5);
        for (last, length, khmer, english) in [
            (
                same_month,
                DateLength::Long,
                "ថ្ងៃទី២៤–២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
                "24–26 November 2026",
            ),
            (
                same_month,
                DateLength::Medium,
                "២៤–២៦ វិច្ឆិកា ២០២៦",
                "24–26 November 2026",
            ),
            (
                same_month,
                DateLength::Full,
                "ថ្ងៃអង្គារ ទី២៤ – ថ្ងៃព្រហស្បតិ៍ ទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
                "Tuesday 24 – Thursday 26 November 2026",
            ),
            (
                same_year,
                DateLength::Long,
                "ថ្ងៃទី២៤ ខែវិច្ឆិកា – ថ្ងៃទី២ ខែធ្នូ ឆ្នាំ២០២៦",
                "24 November – 2 December 2026",
            ),
            (
                same_year,
                DateLength::Full,
                "ថ្ងៃអង្គារ ទី២៤ ខែវិច្ឆិកា – ថ្ងៃពុធ ទី២ ខែធ្នូ ឆ្នាំ២០២៦",
                "Tuesday 24 November – Wednesday 2 December 2026",
            ),
            (
                next_year,
                DateLength::Long,
                "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦ – ថ្ងៃទី៥ ខែមករា ឆ្នាំ២០២៧",
                "24 November 2026 – 5 January 2027",
            ),
            (
                next_year,
                DateLength::Medium,
                "២៤ វិច្ឆិកា ២០២៦ – ៥ មករា ២០២៧",
                "24 November 2026 – 5 January 2027",
            ),
            (
                day,
                DateLength::Long,
                "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
                "24 November 2026",
            ),
        ] {
            let written = |language| format_range(&(day..=last), length, language, Digits::Khmer);
            assert_eq!(written(Language::Khmer), khmer);
            assert_eq!(written(Language::English), english);
            let backwards = last..=day;
            let turned = format_range(&backwards, length, Language::Khmer, Digits::Khmer);
            assert_eq!(turned, khmer);
        }
    }
}
