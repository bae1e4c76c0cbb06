//! In: the text of a date, and what is known of its form. Out: the day, or why there is none or more
//! than one. Never guesses: `03/04/2026` is refused with both of its readings until an order is
//! declared, and a year like 2570 until an era is declared or written.

use std::fmt;
use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday};

use super::buddhist::buddhist_year;
use super::lunar::{civil_date, lunar_date};
use super::tokens::{Mark, Number, Token, plain, tokens};
use super::weekday_name;
use crate::khmer::Language;
use crate::khmer::number::DigitScript;

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

/// Why a text is not one day, or not one range of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Nothing but spaces.
    Empty,
    /// Words, or an order of words, that dates do not have.
    NotADate,
    /// Digits of the script that was not declared.
    WrongScript,
    /// Khmer and Latin digits in one date.
    MixedScripts,
    /// A month that is not 1 to 12.
    NoSuchMonth { month: i16 },
    /// A day that the month does not have, in the era the year was written in.
    NoSuchDay { day: i16, month: i8, year: i16 },
    /// A day that the lunar year does not have.
    NoSuchLunarDay,
    /// A year without its century.
    ShortYear { year: i16 },
    /// A lunar day without a year.
    NoYear,
    /// A year that is far ahead unless it is of the Buddhist era, which nothing says.
    UndeclaredEra { year: i16 },
    /// A year that is outside the calendar: 1900 to 2100 for the Buddhist era and the moon.
    OutOfRange,
    /// The day is of another weekday than the one that is written.
    WrongWeekday { date: Date },
    /// The lunar day is of another animal or sak than the one that is written.
    WrongLunarYear { date: Date },
    /// The first day of a range is the later one.
    Backwards { from: Date, to: Date },
    /// Several days are written so; the earliest first.
    Ambiguous { readings: Vec<Date> },
}

impl fmt::Display for DateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateError::Empty => formatter.write_str("there is no date"),
            DateError::NotADate => formatter.write_str("this is not a date"),
            DateError::WrongScript => {
                formatter.write_str("the digits are not of the declared script")
            }
            DateError::MixedScripts => {
                formatter.write_str("Khmer and Latin digits are mixed in one date")
            }
            DateError::NoSuchMonth { month } => write!(formatter, "there is no month {month}"),
            DateError::NoSuchDay { day, month, year } => {
                write!(formatter, "month {month} of {year} has no day {day}")
            }
            DateError::NoSuchLunarDay => {
                formatter.write_str("the year has no such day of the moon")
            }
            DateError::ShortYear { year } => {
                write!(formatter, "the year {year} is written without its century")
            }
            DateError::NoYear => formatter.write_str("the day of the moon has no year"),
            DateError::UndeclaredEra { year } => write!(
                formatter,
                "the year {year} could be of the Buddhist era, which has to be declared or written"
            ),
            DateError::OutOfRange => formatter.write_str("the year is outside the calendar"),
            DateError::WrongWeekday { date } => {
                let weekday = weekday_name(*date, Language::English);
                write!(formatter, "{date} is a {weekday}")
            }
            DateError::WrongLunarYear { date } => {
                let year = lunar_date(*date).map(|lunar| (lunar.animal, lunar.sak));
                write!(
                    formatter,
                    "{date} is in another year of the animals or saks"
                )?;
                match year {
                    Some((animal, sak)) => {
                        let (animal, sak) =
                            (animal.name(Language::English), sak.name(Language::English));
                        write!(formatter, ": {animal}, {sak}")
                    }
                    None => Ok(()),
                }
            }
            DateError::Backwards { from, to } => {
                write!(formatter, "this range goes backwards, from {from} to {to}")
            }
            DateError::Ambiguous { readings } => {
                let readings: Vec<String> = readings.iter().map(Date::to_string).collect();
                write!(formatter, "this could be {}", readings.join(" or "))
            }
        }
    }
}

impl std::error::Error for DateError {}

/// The day that `text` writes: in words at any length, in figures, or as machines do, in Khmer or
/// English. A weekday has to be the right one.
///
/// ```
/// use jiff::civil::date;
/// use sala::khmer::date::{DateDeclaration, DateError, parse_date};
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

/// The days that `text` writes: two dates with a dash, `ដល់` or `to` between them, of which the first
/// may leave out what both share; one date; or a month.
///
/// ```
/// use jiff::civil::date;
/// use sala::khmer::date::{DateDeclaration, parse_date_range};
/// let unknown = DateDeclaration::default();
/// let days = parse_date_range("ថ្ងៃទី២៤–២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦", &unknown);
/// assert_eq!(days, Ok(date(2026, 11, 24)..=date(2026, 11, 26)));
/// let month = parse_date_range("ខែវិច្ឆិកា ឆ្នាំ២០២៦", &unknown);
/// assert_eq!(month, Ok(date(2026, 11, 1)..=date(2026, 11, 30)));
/// ```
pub fn parse_date_range(
    text: &str,
    declaration: &DateDeclaration,
) -> Result<RangeInclusive<Date>, DateError> {
    let text = plain(text, declaration.digits)?;
    let Some((first, last)) = ends(&text) else {
        let tokens = tokens(&text)?;
        return match fields(&tokens, declaration)? {
            Fields {
                weekday: None,
                days:
                    Some(Days::InMonth {
                        day: None,
                        month: Some(month),
                    }),
                year: Some(year),
            } => whole_month(month, year, declaration),
            Fields {
                weekday,
                days: Some(days),
                year: Some(year),
            } => one_day(&days, year, weekday, declaration).map(|day| day..=day),
            _ => Err(DateError::NotADate),
        };
    };
    let (first, last) = (tokens(first)?, tokens(last)?);
    let last = fields(&last, declaration)?;
    let mut first = fields(&first, declaration)?;
    let (Some(last_days), Some(year)) = (last.days, last.year) else {
        return Err(DateError::NotADate);
    };
    if let (Some(Days::InMonth { day, month: None }), Days::InMonth { month, .. }) =
        (first.days, last_days)
    {
        first.days = Some(Days::InMonth { day, month });
    }
    let first_days = first.days.ok_or(DateError::NotADate)?;
    let to = one_day(&last_days, year, last.weekday, declaration)?;
    let from = one_day(
        &first_days,
        first.year.unwrap_or(year),
        first.weekday,
        declaration,
    )?;
    match from <= to {
        true => Ok(from..=to),
        false => Err(DateError::Backwards { from, to }),
    }
}

/// The day that `text` writes in the lunar calendar, with the year of the Buddhist era; what it says
/// of the weekday, the animal and the sak has to be right.
///
/// ```
/// use jiff::civil::date;
/// use sala::khmer::date::parse_lunar;
/// let day = parse_lunar("ថ្ងៃអង្គារ ១៥កើត ខែកត្តិក ឆ្នាំមមី អដ្ឋស័ក ព.ស. ២៥៧០");
/// assert_eq!(day, Ok(date(2026, 11, 24)));
/// ```
pub fn parse_lunar(text: &str) -> Result<Date, DateError> {
    let tokens = tokens(&plain(text, DigitScript::Any)?)?;
    let (mut weekday, mut animal, mut sak, mut era) = (None, None, None, None);
    let (mut day, mut month) = (None, None);
    let mut rest = tokens.as_slice();
    loop {
        rest = match rest {
            [] => break,
            [Token::Weekday(name), rest @ ..] if weekday.is_none() => {
                weekday = Some(*name);
                rest
            }
            [Token::Number(number), Token::Phase(phase), rest @ ..] if day.is_none() => {
                day = Some((number.value, *phase));
                rest
            }
            [Token::LunarMonth(name), rest @ ..] if month.is_none() => {
                month = Some(*name);
                rest
            }
            [Token::Animal(name), rest @ ..] if animal.is_none() => {
                animal = Some(*name);
                rest
            }
            [Token::Sak(name), rest @ ..] if sak.is_none() => {
                sak = Some(*name);
                rest
            }
            [Token::Era(Era::Buddhist), Token::Number(year), rest @ ..] if era.is_none() => {
                era = Some(year.value);
                rest
            }
            [
                Token::Filler | Token::Mark(Mark::Month | Mark::Year),
                rest @ ..,
            ] => rest,
            _ => return Err(DateError::NotADate),
        };
    }
    let ((day, phase), month) = day.zip(month).ok_or(DateError::NotADate)?;
    let year = era.ok_or(DateError::NoYear)?;
    if !KNOWN_BUDDHIST_YEARS.contains(&year) {
        return Err(DateError::OutOfRange);
    }
    let date = u8::try_from(day)
        .ok()
        .and_then(|day| civil_date(day, phase, month, year))
        .ok_or(DateError::NoSuchLunarDay)?;
    let lunar = lunar_date(date).ok_or(DateError::OutOfRange)?;
    if animal.is_some_and(|animal| animal != lunar.animal)
        || sak.is_some_and(|sak| sak != lunar.sak)
    {
        return Err(DateError::WrongLunarYear { date });
    }
    of_weekday(date, weekday)
}

/// The years of which at least a part is known.
const KNOWN_BUDDHIST_YEARS: RangeInclusive<i16> = 2443..=2644;

/// A Gregorian year from which on an undeclared one is doubtful: the Buddhist era was there in 1857.
const FIRST_DOUBTFUL_YEAR: i16 = 2400;

/// What a text says of a day.
#[derive(Clone, Copy)]
struct Fields {
    weekday: Option<Weekday>,
    days: Option<Days>,
    year: Option<Year>,
}

/// A day and a month as they were written.
#[derive(Clone, Copy)]
enum Days {
    InMonth {
        day: Option<i16>,
        month: Option<i16>,
    },
    /// Two numbers whose order only a declaration tells.
    InFigures { first: i16, second: i16 },
}

#[derive(Clone, Copy)]
struct Year {
    value: i16,
    era: Option<Era>,
}

fn fields(tokens: &[Token], declaration: &DateDeclaration) -> Result<Fields, DateError> {
    let mut fields = Fields {
        weekday: None,
        days: None,
        year: None,
    };
    let (rest, era) = without_era(tokens)?;
    let mut rest = rest.as_slice();
    if let [Token::Weekday(weekday), after @ ..] = rest {
        fields.weekday = Some(*weekday);
        rest = after;
    }
    if let Some((days, year)) = in_figures(rest)? {
        fields.days = Some(days);
        fields.year = Some(year_of(year, era, declaration)?);
        return Ok(fields);
    }
    let parts = in_words(rest)?;
    if let Some(year) = parts.year {
        fields.year = Some(year_of(year, era, declaration)?);
    } else if era.is_some() {
        return Err(DateError::NotADate);
    }
    fields.days = match (parts.day, parts.month) {
        (None, None) => None,
        (day, month) => Some(Days::InMonth { day, month }),
    };
    Ok(fields)
}

fn year_of(
    number: Number,
    era: Option<Era>,
    declaration: &DateDeclaration,
) -> Result<Year, DateError> {
    let value = number.value;
    if number.digits < 3 {
        return Err(DateError::ShortYear { year: value });
    }
    let era = era.or(declaration.era);
    if era.is_none() && value >= FIRST_DOUBTFUL_YEAR {
        return Err(DateError::UndeclaredEra { year: value });
    }
    Ok(Year { value, era })
}

/// The tokens without the era, which stands before or after the year.
fn without_era(tokens: &[Token]) -> Result<(Vec<Token>, Option<Era>), DateError> {
    let mut era = None;
    let mut rest = Vec::new();
    for token in tokens {
        match token {
            Token::Era(name) if era.is_none() => era = Some(*name),
            Token::Era(_) => return Err(DateError::NotADate),
            Token::Filler => {}
            token => rest.push(*token),
        }
    }
    Ok((rest, era))
}

/// `24/11/2026`, `24-11-2026`, `24.11.2026`, `2026-11-24`.
fn in_figures(tokens: &[Token]) -> Result<Option<(Days, Number)>, DateError> {
    let &[
        Token::Number(first),
        Token::Separator(one),
        Token::Number(second),
        Token::Separator(other),
        Token::Number(third),
    ] = tokens
    else {
        return Ok(None);
    };
    if one != other || second.digits > 2 {
        return Err(DateError::NotADate);
    }
    if first.digits > 2 {
        if third.digits > 2 {
            return Err(DateError::NotADate);
        }
        let day = Some(third.value);
        let month = Some(second.value);
        return Ok(Some((Days::InMonth { day, month }, first)));
    }
    let (first, second) = (first.value, second.value);
    Ok(Some((Days::InFigures { first, second }, third)))
}

struct Parts {
    day: Option<i16>,
    month: Option<i16>,
    year: Option<Number>,
}

/// A date whose month is a word or marked as one; a part of it, for the ends of a range.
fn in_words(tokens: &[Token]) -> Result<Parts, DateError> {
    let mut parts = Parts {
        day: None,
        month: None,
        year: None,
    };
    let mut unmarked: Vec<Number> = Vec::new();
    let mut rest = tokens;
    loop {
        rest = match rest {
            [] => break,
            [Token::Mark(Mark::Day), Token::Number(day), rest @ ..]
                if parts.day.is_none() && day.digits <= 2 =>
            {
                parts.day = Some(day.value);
                rest
            }
            [Token::Mark(Mark::Month), Token::Number(month), rest @ ..]
                if parts.month.is_none() && month.digits <= 2 =>
            {
                parts.month = Some(month.value);
                rest
            }
            [Token::Mark(Mark::Month), Token::Month(_), ..] => &rest[1..],
            [Token::Month(month), rest @ ..] if parts.month.is_none() => {
                parts.month = Some(i16::from(*month));
                rest
            }
            [Token::Mark(Mark::Year), Token::Number(year), rest @ ..] if parts.year.is_none() => {
                parts.year = Some(*year);
                rest
            }
            [Token::Number(number), rest @ ..] => {
                unmarked.push(*number);
                rest
            }
            // Between two parts a sign says no more than a space.
            [Token::Separator(_), _, ..] if rest.len() < tokens.len() => &rest[1..],
            _ => return Err(DateError::NotADate),
        };
    }
    for (index, number) in unmarked.iter().enumerate() {
        let last_of_two = parts.day.is_some() || index > 0;
        match number.digits > 2 || (last_of_two && parts.year.is_none()) {
            true if parts.year.is_none() => parts.year = Some(*number),
            false if parts.day.is_none() => parts.day = Some(number.value),
            _ => return Err(DateError::NotADate),
        }
    }
    // Without a month two numbers are no date; a day alone begins a range.
    match parts.month.is_none() && parts.year.is_some() {
        true => Err(DateError::NotADate),
        false => Ok(parts),
    }
}

fn one_day(
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

fn whole_month(
    month: i16,
    year: Year,
    declaration: &DateDeclaration,
) -> Result<RangeInclusive<Date>, DateError> {
    let first = Days::InMonth {
        day: Some(1),
        month: Some(month),
    };
    let first = one_day(&first, year, None, declaration)?;
    let last = first.last_of_month();
    // A month in which the era turns belongs to two years.
    if year.era == Some(Era::Buddhist) && buddhist_year(last) != Some(year.value) {
        return Err(DateError::NoSuchDay {
            day: i16::from(last.day()),
            month: last.month(),
            year: year.value,
        });
    }
    Ok(first..=last)
}

fn of_weekday(date: Date, weekday: Option<Weekday>) -> Result<Date, DateError> {
    match weekday.is_none_or(|weekday| weekday == date.weekday()) {
        true => Ok(date),
        false => Err(DateError::WrongWeekday { date }),
    }
}

/// The texts of the first and the last day.
fn ends(text: &str) -> Option<(&str, &str)> {
    let text = ["ពី", "from "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let words = ["ដល់", " to ", "\u{2013}", "\u{2014}"];
    let ends = words.iter().find_map(|word| text.split_once(word));
    ends.or_else(|| {
        // `24-26 November 2026`: a hyphen between two numbers of which a word is the month.
        let (first, last) = text
            .split_once('-')
            .filter(|_| text.matches('-').count() == 1)?;
        let is_day = first
            .trim_end()
            .ends_with(|mark: char| mark.is_ascii_digit());
        let is_range = last
            .trim_start()
            .starts_with(|mark: char| mark.is_ascii_digit());
        (is_day && is_range).then_some((first, last))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{DateLength, format, format_buddhist_year, format_lunar, format_month};
    use super::super::{day_after, format_range, iso, month_name};
    use super::*;
    use crate::khmer::number::Digits;
    use jiff::civil::date;

    const UNKNOWN: DateDeclaration = DateDeclaration {
        order: None,
        era: None,
        digits: DigitScript::Any,
    };
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
        let days = (0..4_000).map(move |_| {
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
        let today = date(2026, 11, 24);
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
            let _ = super::super::parse_relative(&text, today);
        }
    }

    #[test]
    fn ranges_are_read_in_the_forms_that_are_met() {
        let days = |first, last| Ok(date(2026, 11, first)..=date(2026, 11, last));
        for text in [
            "២៤–២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
            "24-26 November 2026",
            "24 to 26 November 2026",
            "from 24 to 26 November 2026",
            "ពីថ្ងៃទី២៤ ដល់ថ្ងៃទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
            "ពី ២៤ ដល់ ២៦ វិច្ឆិកា ២០២៦",
            "24/11/2026 – 26/11/2026",
            "2026-11-24–2026-11-26",
            "២៤–២៦ វិច្ឆិកា ព.ស. ២៥៧០",
        ] {
            assert_eq!(parse_date_range(text, &UNKNOWN), days(24, 26), "{text}");
        }
        assert_eq!(parse_date_range("2026-11-24", &UNKNOWN), days(24, 24));
        assert_eq!(parse_date_range("Nov 2026", &UNKNOWN), days(1, 30));
        let (from, to) = (date(2026, 11, 26), date(2026, 11, 24));
        assert_eq!(
            parse_date_range("26–24 November 2026", &UNKNOWN),
            Err(DateError::Backwards { from, to })
        );
        for text in [
            "24–26",
            "24–26 November",
            "–24 November 2026",
            "May–June",
            "24 – 24",
            "a–b",
        ] {
            let read = parse_date_range(text, &UNKNOWN);
            assert_eq!(read, Err(DateError::NotADate), "{text}");
        }
    }

    #[test]
    fn lunar_dates_are_read_and_held_to_what_they_say() {
        let day = Ok(date(2026, 11, 24));
        for text in [
            "១៥កើត ខែកត្តិក ព.ស. ២៥៧០",
            "១៥ កើត ខែកក្តិក ពុទ្ធសករាជ ២៥៧០",
            "15 keut Kadek, BE 2570",
            "១៥កើត ខែ កត្តិក ឆ្នាំ មមី ព.ស.២៥៧០",
        ] {
            assert_eq!(parse_lunar(text), day, "{text}");
        }
        let date = date(2026, 11, 24);
        for (text, error) in [
            ("១៥កើត ខែកត្តិក", DateError::NoYear),
            ("១៦កើត ខែកត្តិក ព.ស. ២៥៧០", DateError::NoSuchLunarDay),
            ("១៥រោច ខែអស្សុជ ព.ស. ២៥៧០", DateError::NoSuchLunarDay),
            ("១កើត ខែអាសាឍ ព.ស. ២៥៧០", DateError::NoSuchLunarDay),
            ("១កើត ខែអាសាឍ ព.ស. ៣០០០", DateError::OutOfRange),
            (
                "ថ្ងៃពុធ ១៥កើត ខែកត្តិក ព.ស. ២៥៧០",
                DateError::WrongWeekday { date },
            ),
            (
                "១៥កើត ខែកត្តិក ឆ្នាំរោង ព.ស. ២៥៧០",
                DateError::WrongLunarYear { date },
            ),
            (
                "១៥កើត ខែកត្តិក ឯកស័ក ព.ស. ២៥៧០",
                DateError::WrongLunarYear { date },
            ),
            ("១៥ ខែកត្តិក ព.ស. ២៥៧០", DateError::NotADate),
            ("24 November 2026", DateError::NotADate),
        ] {
            assert_eq!(parse_lunar(text), Err(error), "{text}");
        }
        assert_eq!(
            DateError::WrongLunarYear { date }.to_string(),
            "2026-11-24 is in another year of the animals or saks: Horse, Attha Sak"
        );
    }
}
