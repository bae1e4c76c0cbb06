//! A day with an hour, or without one, as people type it → [`Moment`], in the time of Cambodia.
//!
//! Cambodia has one time, seven hours before Greenwich, all year round; so an hour needs no zone, and one
//! that is written is turned into it.

use super::typed;
use crate::khmer::date::DateError;
use ::toml::value::{Datetime, Offset};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

/// How many minutes Cambodia is before Greenwich.
const CAMBODIA: i16 = 7 * 60;

/// A day, and the hour on it if somebody wrote one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub day: Date,
    pub minute: Option<Minute>,
}

/// A minute of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute {
    pub hour: i8,
    pub minute: i8,
}

impl Minute {
    /// Nothing if no clock shows it.
    pub fn new(hour: i8, minute: i8) -> Option<Minute> {
        let is_minute = (0..24).contains(&hour) && (0..60).contains(&minute);
        is_minute.then_some(Minute { hour, minute })
    }
}

/// What TOML has as a day, with an hour or without one.
pub(super) fn of(written: &Datetime) -> Option<Moment> {
    let date = written.date?;
    let year = i16::try_from(date.year).ok()?;
    let day = Date::new(
        year,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()?;
    let Some(time) = written.time else {
        return Some(Moment { day, minute: None });
    };
    let minute = Minute {
        hour: i8::try_from(time.hour).ok()?,
        minute: i8::try_from(time.minute).ok()?,
    };
    let offset = match written.offset {
        None => return Some(at(day, minute)),
        Some(Offset::Z) => 0,
        Some(Offset::Custom { minutes }) => minutes,
    };
    let there = day.to_datetime(Time::new(minute.hour, minute.minute, 0, 0).ok()?);
    let here: DateTime = there
        .checked_add(i64::from(CAMBODIA - offset).minutes())
        .ok()?;
    let minute = Minute {
        hour: here.hour(),
        minute: here.minute(),
    };
    Some(at(here.date(), minute))
}

/// The same of text: a day in any order that leaves one reading, and behind it an hour such as `08:00`.
pub fn typed(text: &str) -> Result<Moment, DateError> {
    let text = typed::plain(text);
    if let Ok(written) = text.parse::<Datetime>()
        && let Some(moment) = of(&written)
    {
        return Ok(Moment {
            day: typed::checked(moment.day)?,
            ..moment
        });
    }
    let (day, hour) = match text.rsplit_once(' ') {
        Some((day, hour)) if hour.contains(':') => (day, Some(hour)),
        _ => (text.as_str(), None),
    };
    let minute = match hour {
        None => None,
        Some(hour) => Some(minute(hour).ok_or(DateError::NotADate)?),
    };
    Ok(Moment {
        day: typed::day(day)?,
        minute,
    })
}

fn at(day: Date, minute: Minute) -> Moment {
    Moment {
        day,
        minute: Some(minute),
    }
}

/// `08:00`, `8:30`.
fn minute(text: &str) -> Option<Minute> {
    let (hour, minute) = text.split_once(':')?;
    let has_two_digits = minute.len() == 2;
    let read = Minute::new(hour.parse().ok()?, minute.parse().ok()?);
    read.filter(|_| has_two_digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As it would be written here.
    fn shown(text: &str) -> String {
        match typed(text) {
            Ok(Moment { day, minute: None }) => day.to_string(),
            Ok(Moment {
                day,
                minute: Some(Minute { hour, minute }),
            }) => format!("{day} {hour:02}:{minute:02}"),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn an_hour_is_read_as_it_is_typed_and_turned_into_the_time_of_cambodia() {
        for (text, expected) in [
            ("2026-12-12", "2026-12-12"),
            ("2026-12-12T08:00:00", "2026-12-12 08:00"),
            ("2026-12-12 08:00", "2026-12-12 08:00"),
            ("12/12/2026 8:30", "2026-12-12 08:30"),
            ("១២/១២/២០២៦ ៨:៣០", "2026-12-12 08:30"),
            ("2026-12-12T08:00:00+07:00", "2026-12-12 08:00"),
            ("2026-12-12T20:00:00Z", "2026-12-13 03:00"),
            ("2026-12-12 25:00", "NotADate"),
            ("2026-12-12 8:5", "NotADate"),
            ("soon", "NotADate"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
