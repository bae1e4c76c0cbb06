//! In: the text of a date, and what is known of its form. Out: the day, or why there is none or more
//! than one. Never guesses: `03/04/2026` is refused with both of its readings until an order is
//! declared, and a year like 2570 until an era is declared or written.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday};

use super::DateError;
use super::buddhist::buddhist_year;
use super::fields::{Days, Fields, Year, fields};
use super::tokens::{plain, tokens};
use crate::number::DigitScript;

/// What is declared about the way dates are written. What is not declared may be anything that leaves
/// one reading only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateDeclaration {
    /// The order of `03/04/2026`.
    pub order: Option<DayOrder>,
    /// The era of a year that does not name its own.
    pub era: Option<Era>,
    pub digits: DigitScript,
}

impl DateDeclaration {
    /// Nothing is declared.
    pub const UNKNOWN: DateDeclaration = DateDeclaration {
        order: None,
        era: None,
        digits: DigitScript::Any,
    };
}

/// Which comes first in a date in figures. The year comes last; where it comes first, the month is
/// second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// `24/11/2026`, as in Cambodia.
    DayFirst,
    /// `11/24/2026`, as in spreadsheets of American make.
    MonthFirst,
}

/// What the years are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    Gregorian,
    /// As Cambodia counts it, turning after Visak Bochea.
    Buddhist,
}

/// The day that `text` writes: in words at any length, in figures, or as machines do, in Khmer or
/// English. A weekday has to be the right one.
///
/// ```
/// use jiff::civil::date;
/// use sala_khmer::date::{DateDeclaration, DateError, parse_date};
/// let unknown = DateDeclaration::default();
/// let day = date(2026, 11, 24);
/// assert_eq!(parse_date("ថ្ងៃអង្គារ ទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦", &unknown), Ok(day));
/// assert_eq!(parse_date("24/11/2026", &unknown), Ok(day));
/// assert_eq!(parse_date("២៤ វិច្ឆិកា ព.ស. ២៥៧០", &unknown), Ok(day));
/// assert_eq!(
///     parse_date("០៣/០៤/២០២៦", &unknown),
///     Err(DateError::Ambiguous { readings: vec![date(2026, 3, 4), date(2026, 4, 3)] })
/// );
/// ```
pub fn parse_date(text: &str, declaration: &DateDeclaration) -> Result<Date, DateError> {
    let tokens = tokens(&plain(text, declaration.digits)?)?;
    match fields(&tokens, declaration)? {
        Fields {
            weekday,
            days: Some(days),
            year: Some(year),
        } => one_day(&days, year, weekday, declaration),
        _ => Err(DateError::NotADate),
    }
}

/// The years of which at least a part is known.
pub(super) const KNOWN_BUDDHIST_YEARS: RangeInclusive<i16> = 2443..=2644;

/// The day that the fields say; of two that are possible, a weekday may leave one.
pub(super) fn one_day(
    days: &Days,
    year: Year,
    weekday: Option<Weekday>,
    declaration: &DateDeclaration,
) -> Result<Date, DateError> {
    let dates = match *days {
        Days::InMonth {
            day: Some(day),
            month: Some(month),
        } => dates(day, month, year)?,
        Days::InMonth { .. } => return Err(DateError::NotADate),
        Days::InFigures { first, second } => {
            let day_first = dates(first, second, year);
            let month_first = dates(second, first, year);
            match (declaration.order, day_first, month_first) {
                (Some(DayOrder::DayFirst), dates, _) | (Some(DayOrder::MonthFirst), _, dates) => {
                    dates?
                }
                (None, Ok(dates), Ok(others)) => [dates, others].concat(),
                (None, Ok(dates), Err(_)) | (None, Err(_), Ok(dates)) => dates,
                // Cambodia writes the day first, so its mistake is the likelier one.
                (None, Err(error), Err(_)) => return Err(error),
            }
        }
    };
    let mut readings = dates;
    readings.sort_unstable();
    readings.dedup();
    match readings[..] {
        [date] => of_weekday(date, weekday),
        _ => {
            // A weekday may leave one reading only.
            let right: Vec<Date> = readings
                .iter()
                .copied()
                .filter(|date| weekday == Some(date.weekday()))
                .collect();
            match right[..] {
                [date] => Ok(date),
                _ => Err(DateError::Ambiguous { readings }),
            }
        }
    }
}

/// The days with this number in this month of the year: one in a Gregorian year, up to two in a year
/// of the Buddhist era, which may have 384 days.
fn dates(day: i16, month: i16, year: Year) -> Result<Vec<Date>, DateError> {
    let no_such_month = DateError::NoSuchMonth { month };
    let month = i8::try_from(month).map_err(|_| no_such_month.clone())?;
    if !(1..=12).contains(&month) {
        return Err(no_such_month);
    }
    let no_such_day = DateError::NoSuchDay {
        day,
        month,
        year: year.value,
    };
    let candidates = match year.era {
        Some(Era::Buddhist) if !KNOWN_BUDDHIST_YEARS.contains(&year.value) => {
            return Err(DateError::OutOfRange);
        }
        Some(Era::Buddhist) => vec![year.value - 544, year.value - 543],
        _ if !(1..=9999).contains(&year.value) => return Err(DateError::OutOfRange),
        _ => vec![year.value],
    };
    let day = i8::try_from(day).map_err(|_| no_such_day.clone())?;
    let dates: Vec<Date> = candidates
        .into_iter()
        .filter_map(|candidate| Date::new(candidate, month, day).ok())
        .filter(|date| year.era != Some(Era::Buddhist) || buddhist_year(*date) == Some(year.value))
        .collect();
    match dates.is_empty() {
        true => Err(no_such_day),
        false => Ok(dates),
    }
}

pub(super) fn of_weekday(date: Date, weekday: Option<Weekday>) -> Result<Date, DateError> {
    match weekday.is_none_or(|weekday| weekday == date.weekday()) {
        true => Ok(date),
        false => Err(DateError::WrongWeekday { date }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DateLength, format, format_buddhist_year, format_lunar, format_month};
    use super::super::{day_after, format_range, iso, month_name, parse_date_range, parse_lunar};
    use super::*;
    use crate::Language;
    use crate::number::Digits;
    use jiff::civil::date;

    const UNKNOWN: DateDeclaration = DateDeclaration::UNKNOWN;
    const DAY_FIRST: DateDeclaration = DateDeclaration {
        order: Some(DayOrder::DayFirst),
        ..UNKNOWN
    };
    const MONTH_FIRST: DateDeclaration = DateDeclaration {
        order: Some(DayOrder::MonthFirst),
        ..UNKNOWN
    };
    const BUDDHIST: DateDeclaration = DateDeclaration {
        era: Some(Era::Buddhist),
        ..UNKNOWN
    };

    fn check(text: &str, declaration: &DateDeclaration, expected: &str) {
        let shown = match parse_date(text, declaration) {
            Ok(date) => date.to_string(),
            Err(error) => error.to_string(),
        };
        assert_eq!(shown, expected, "{text}");
    }

    /// Days from all over 1900 to 2100, the same on every machine.
    fn sample() -> impl Iterator<Item = Date> {
        let mut state: u64 = 11;
        let days = (0..1_500).map(move |_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64 % 73_414
        });
        days.filter_map(|days| day_after(date(1900, 1, 1), days))
    }

    const LENGTHS: [DateLength; 3] = [DateLength::Full, DateLength::Long, DateLength::Medium];
    const LANGUAGES: [Language; 2] = [Language::Khmer, Language::English];

    #[test]
    fn every_form_that_is_written_is_read_back() {
        for day in sample() {
            let slashed = format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
            assert_eq!(parse_date(&iso(day), &UNKNOWN), Ok(day));
            assert_eq!(parse_date(&slashed, &DAY_FIRST), Ok(day));
            for language in LANGUAGES {
                for digits in [Digits::Khmer, Digits::Latin] {
                    for length in LENGTHS {
                        let written = format(day, length, language, digits);
                        assert_eq!(parse_date(&written, &UNKNOWN), Ok(day), "{written}");
                    }
                    let written = format_lunar(day, language, digits).expect("a known year");
                    assert_eq!(parse_lunar(&written), Ok(day), "{written}");
                    let written = format_month(day, language, digits);
                    let month = Ok(day.first_of_month()..=day.last_of_month());
                    assert_eq!(parse_date_range(&written, &UNKNOWN), month, "{written}");
                    for days in [1, 20, 40, 400] {
                        let last = day_after(day, days).expect("a day");
                        for length in LENGTHS {
                            let written = format_range(&(day..=last), length, language, digits);
                            let read = parse_date_range(&written, &UNKNOWN);
                            assert_eq!(read, Ok(day..=last), "{written}");
                        }
                    }
                    let era = super::super::buddhist_year(day).expect("a known year");
                    let era = format_buddhist_year(era, language, digits);
                    let month = month_name(day, language);
                    let number = format(day, DateLength::Medium, language, digits);
                    let number = number.split(' ').next().expect("a day");
                    let written = format!("{number} {month} {era}");
                    match parse_date(&written, &UNKNOWN) {
                        Ok(read) => assert_eq!(read, day, "{written}"),
                        Err(DateError::Ambiguous { readings }) => {
                            assert!(readings.contains(&day), "{written}");
                            assert!((4..=5).contains(&day.month()), "{written}");
                        }
                        Err(error) => panic!("{written}: {error}"),
                    }
                }
            }
        }
    }

    #[test]
    fn dates_are_read_in_the_forms_that_are_met() {
        for text in [
            "2026-11-24",
            "២០២៦-១១-២៤",
            "24/11/2026",
            "24-11-2026",
            "24.11.2026",
            "២៤/១១/២០២៦",
            "11/24/2026",
            " ថ្ងៃទី ២៤ ខែ វិច្ឆិកា ឆ្នាំ ២០២៦ ",
            "ទី២៤ ខែវិច្ចិកា ២០២៦",
            "ថ្ងៃទី២៤ ខែ១១ ឆ្នាំ២០២៦",
            "ថ្ងៃ\u{200B}អង្គារ ទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
            "២៤-វិច្ឆិកា-២០២៦",
            "២៤ វិច្ឆិកា គ.ស. ២០២៦",
            "24 November 2026",
            "24-Nov-2026",
            "24th of November, 2026",
            "November 24, 2026",
            "Tue, 24 Nov 2026",
            "2026 November 24",
            "AD 2026 November 24",
            "២៤ វិច្ឆិកា ព.ស. ២៥៧០",
            "ថ្ងៃទី២៤ ខែវិច្ឆិកា ពុទ្ធសករាជ ២៥៧០",
            "24 November 2570 BE",
        ] {
            check(text, &UNKNOWN, "2026-11-24");
        }
        check("24 កុម្ភះ 2026", &UNKNOWN, "2026-02-24");
    }

    #[test]
    fn the_order_of_figures_is_not_guessed() {
        check(
            "០៣/០៤/២០២៦",
            &UNKNOWN,
            "this could be 2026-03-04 or 2026-04-03",
        );
        check("០៣/០៤/២០២៦", &DAY_FIRST, "2026-04-03");
        check("០៣/០៤/២០២៦", &MONTH_FIRST, "2026-03-04");
        check("04/04/2026", &UNKNOWN, "2026-04-04");
        check("11/24/2026", &DAY_FIRST, "there is no month 24");
        check("24/11/2026", &MONTH_FIRST, "there is no month 24");
        // A weekday decides; a wrong one does not.
        check("Friday 03/04/2026", &UNKNOWN, "2026-04-03");
        check(
            "Monday 03/04/2026",
            &UNKNOWN,
            "this could be 2026-03-04 or 2026-04-03",
        );
    }

    #[test]
    fn days_that_do_not_exist_are_named() {
        check("31/04/2026", &UNKNOWN, "month 4 of 2026 has no day 31");
        check("៣០ កុម្ភៈ ២០២៦", &UNKNOWN, "month 2 of 2026 has no day 30");
        check("29 February 2028", &UNKNOWN, "2028-02-29");
        check("2026-13-01", &UNKNOWN, "there is no month 13");
        check("0/5/2026", &DAY_FIRST, "month 5 of 2026 has no day 0");
        check("ថ្ងៃទី៥ ខែ០ ឆ្នាំ២០២៦", &UNKNOWN, "there is no month 0");
        check(
            "24/11/26",
            &UNKNOWN,
            "the year 26 is written without its century",
        );
        check(
            "5 May 26",
            &UNKNOWN,
            "the year 26 is written without its century",
        );
        check(
            "ថ្ងៃច័ន្ទ ទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
            &UNKNOWN,
            "2026-11-24 is a Tuesday",
        );
    }

    #[test]
    fn the_buddhist_era_is_declared_or_written() {
        let doubtful =
            "the year 2570 could be of the Buddhist era, which has to be declared or written";
        check("24/11/2570", &UNKNOWN, doubtful);
        check("24/11/2570", &BUDDHIST, "2026-11-24");
        check("24/11/2026 គ.ស.", &BUDDHIST, "2026-11-24");
        let gregorian = DateDeclaration {
            era: Some(Era::Gregorian),
            ..UNKNOWN
        };
        check("24/11/2570", &gregorian, "2570-11-24");
        // 2570 lasts from 2 May 2026 to 20 May 2027, so it has most days of May twice.
        check("1 May BE 2570", &UNKNOWN, "2027-05-01");
        check(
            "2 May BE 2570",
            &UNKNOWN,
            "this could be 2026-05-02 or 2027-05-02",
        );
        check("Sunday 2 May BE 2570", &UNKNOWN, "2027-05-02");
        check("21 May BE 2570", &UNKNOWN, "2026-05-21");
        // 2571 lasts from 21 May 2027 to 8 May 2028, so it has no 15 May.
        check("15 May BE 2571", &UNKNOWN, "month 5 of 2571 has no day 15");
        check(
            "1 May BE 3000",
            &UNKNOWN,
            "the year is outside the calendar",
        );
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "២៤",
            "2026",
            "24/11",
            "24 11 2026",
            "24/11-2026",
            "-24/11/2026",
            "24/11/2026/",
            "November",
            "24 November",
            "November 2026",
            "24 November November 2026",
            "24th",
            "24st November 2026",
            "1 2 November 2026",
            "២៤ សាលា ២០២៦",
            "24 Novembers 2026",
            "Tuesday",
            "ព.ស.",
            "24/11/2026 BE CE",
            "999999 May 2026",
            "១៥កើត",
            "/",
            "Tuesday 24 Tuesday November 2026",
            "2026-11-2026",
        ] {
            check(text, &UNKNOWN, "this is not a date");
        }
        check(" \u{200B}", &UNKNOWN, "there is no date");
        check(
            "២៤/11/2026",
            &UNKNOWN,
            "Khmer and Latin digits are mixed in one date",
        );
        let khmer = DateDeclaration {
            digits: DigitScript::Khmer,
            ..UNKNOWN
        };
        check(
            "24/11/2026",
            &khmer,
            "the digits are not of the declared script",
        );
    }

    #[test]
    fn no_text_is_too_strange_to_be_read() {
        const PARTS: [&str; 34] = [
            "ថ្ងៃ",
            "ទី",
            "ខែ",
            "ឆ្នាំ",
            "អង្គារ",
            "វិច្ឆិកា",
            "មមី",
            "កើត",
            "រោច",
            "កត្តិក",
            "ឯកស័ក",
            "ព.ស.",
            "គ.ស.",
            "ដល់",
            "ពី",
            "May",
            "Tuesday",
            "th",
            "BE",
            " to ",
            "in ",
            " ago",
            "ទៀត",
            "មុន",
            "weeks",
            "/",
            "-",
            ".",
            "–",
            " ",
            "៥",
            "24",
            "2026",
            "32767",
        ];
        let mut state: u64 = 5;
        let mut next = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for _ in 0..30_000 {
            let text: String = (0..next(9)).map(|_| PARTS[next(PARTS.len())]).collect();
            for declaration in [UNKNOWN, DAY_FIRST, BUDDHIST] {
                if let Ok(day) = parse_date(&text, &declaration) {
                    assert_eq!(
                        parse_date_range(&text, &declaration),
                        Ok(day..=day),
                        "{text}"
                    );
                }
                if let Ok(days) = parse_date_range(&text, &declaration) {
                    assert!(days.start() <= days.end(), "{text}");
                }
            }
            let _ = parse_lunar(&text);
        }
    }
}
