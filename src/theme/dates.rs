//! A day → its date as the readers of a language write it.
//!
//! Khmer and English dates are the program's own (`khmer::date`). For any other language the theme's
//! `strings/….toml` says what months and days are called and in which order they stand, so that a language
//! needs no line of code. One that does not say so has English dates, and its author is told which words lack.

use super::Strings;
use super::words::{Word, fill};
use crate::config::Language;
use crate::khmer::date::{self, DateLength};
use crate::khmer::{self, number};
use jiff::civil::Date;
use std::ops::RangeInclusive;

const BLANKS: &[&str] = &["day", "month", "year"];

/// What a language says of dates that the program does not know by heart.
pub(super) static PATTERNS: [Word; 4] = [
    Word {
        key: "date_full",
        blanks: &["weekday", "day", "month", "year"],
    },
    Word {
        key: "date_long",
        blanks: BLANKS,
    },
    Word {
        key: "date_medium",
        blanks: BLANKS,
    },
    Word {
        key: "date_range",
        blanks: &["first", "last"],
    },
];

const MONTHS: [&str; 12] = [
    "month_1", "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8",
    "month_9", "month_10", "month_11", "month_12",
];

/// From Monday.
const WEEKDAYS: [&str; 7] = [
    "weekday_1",
    "weekday_2",
    "weekday_3",
    "weekday_4",
    "weekday_5",
    "weekday_6",
    "weekday_7",
];

/// The keys that stand in the file of each language but Khmer and English.
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    let patterns = PATTERNS.iter().map(|word| word.key);
    patterns.chain(MONTHS).chain(WEEKDAYS)
}

/// The language whose words the program has by heart: English where a theme does not say how dates are
/// written.
fn by_heart(strings: &Strings, language: &Language) -> Option<khmer::Language> {
    language.words().or_else(|| {
        let is_told = keys().all(|key| strings.contains_key(key));
        (!is_told).then_some(khmer::Language::English)
    })
}

/// The date for readers.
pub fn format(strings: &Strings, language: &Language, day: Date, length: DateLength) -> String {
    let digits = language.number_style().digits;
    if let Some(words) = by_heart(strings, language) {
        return date::format(day, length, words, digits);
    }
    let pattern = match length {
        DateLength::Full => &PATTERNS[0],
        DateLength::Long => &PATTERNS[1],
        DateLength::Medium => &PATTERNS[2],
    };
    let number = |number: i16| number::in_digits(&number.to_string(), digits);
    let (of_day, of_year) = (number(day.day().into()), number(day.year()));
    let weekday = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
    let values = [
        word(strings, WEEKDAYS[weekday.min(6)]),
        &of_day,
        month_name(strings, language, day),
        &of_year,
    ];
    let blanks = PATTERNS[0].blanks;
    fill(word(strings, pattern.key), blanks, &values)
}

/// All days from the first to the last.
pub fn format_range(
    strings: &Strings,
    language: &Language,
    days: &RangeInclusive<Date>,
    length: DateLength,
) -> String {
    if let Some(words) = by_heart(strings, language) {
        return date::format_range(days, length, words, language.number_style().digits);
    }
    let (first, last) = (*days.start(), *days.end());
    let written = |day: Date| format(strings, language, day, length);
    match first == last {
        true => written(first),
        false => {
            let (earlier, later) = (written(first.min(last)), written(first.max(last)));
            PATTERNS[3].fill(word(strings, PATTERNS[3].key), &[&earlier, &later])
        }
    }
}

/// The month and the year of a date.
pub fn format_month(strings: &Strings, language: &Language, day: Date) -> String {
    let digits = language.number_style().digits;
    match by_heart(strings, language) {
        Some(words) => date::format_month(day, words, digits),
        None => {
            let year = number::in_digits(&day.year().to_string(), digits);
            let month = month_name(strings, language, day);
            let pattern = &super::words::MONTH_OF_YEAR;
            pattern.fill(word(strings, pattern.key), &[month, &year])
        }
    }
}

/// The name of the date's month.
pub fn month_name<'words>(strings: &'words Strings, language: &Language, day: Date) -> &'words str {
    match by_heart(strings, language) {
        Some(words) => date::month_name(day, words),
        None => {
            let month = usize::from(day.month().unsigned_abs());
            word(strings, MONTHS[month.clamp(1, 12) - 1])
        }
    }
}

fn word<'words>(strings: &'words Strings, key: &str) -> &'words str {
    strings.get(key).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::built_in_words;
    use jiff::civil::date;

    fn vietnamese() -> Strings {
        let mut strings = built_in_words("en");
        for (pattern, text) in PATTERNS.iter().zip([
            "{weekday}, ngày {day} {month} năm {year}",
            "ngày {day} {month} năm {year}",
            "{day} {month} {year}",
            "{first} – {last}",
        ]) {
            strings.insert(pattern.key.to_owned(), text.to_owned());
        }
        for (at, key) in MONTHS.iter().enumerate() {
            strings.insert((*key).to_owned(), format!("tháng {}", at + 1));
        }
        for (key, name) in WEEKDAYS.iter().zip([
            "thứ Hai",
            "thứ Ba",
            "thứ Tư",
            "thứ Năm",
            "thứ Sáu",
            "thứ Bảy",
            "Chủ nhật",
        ]) {
            strings.insert((*key).to_owned(), name.to_owned());
        }
        strings
    }

    #[test]
    fn a_language_of_the_theme_writes_dates_in_its_own_order() {
        let (strings, language) = (vietnamese(), Language::new("vi"));
        let day = date(2026, 11, 24);
        let written = |length| super::format(&strings, &language, day, length);
        assert_eq!(
            written(DateLength::Full),
            "thứ Ba, ngày 24 tháng 11 năm 2026"
        );
        assert_eq!(written(DateLength::Long), "ngày 24 tháng 11 năm 2026");
        assert_eq!(written(DateLength::Medium), "24 tháng 11 2026");
        assert_eq!(
            format_month(&strings, &language, day),
            "tháng 11 2026",
            "as `month_of_year` says"
        );
        let days = date(2026, 11, 26)..=day;
        assert_eq!(
            format_range(&strings, &language, &days, DateLength::Medium),
            "24 tháng 11 2026 – 26 tháng 11 2026"
        );
        let in_thai = Language::with_digits("vi", number::Digits::From('\u{E50}'));
        assert_eq!(
            super::format(&strings, &in_thai, day, DateLength::Medium),
            "๒๔ tháng 11 ๒๐๒๖"
        );
    }

    #[test]
    fn a_language_that_does_not_say_how_dates_are_written_has_english_ones() {
        let mut strings = vietnamese();
        strings.remove("month_7");
        let language = Language::new("vi");
        let day = date(2026, 11, 24);
        assert_eq!(
            super::format(&strings, &language, day, DateLength::Long),
            "24 November 2026"
        );
        for tag in ["km", "en", "en-GB"] {
            let language = Language::new(tag);
            assert_eq!(
                super::format(&vietnamese(), &language, day, DateLength::Long),
                super::format(&Strings::new(), &language, day, DateLength::Long),
                "{tag}"
            );
        }
    }
}
