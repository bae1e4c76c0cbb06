//! Why a text is not one day, in words.

use std::fmt;

use jiff::civil::Date;

use super::lunar::lunar_date;
use super::weekday_name;
use crate::Language;

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
