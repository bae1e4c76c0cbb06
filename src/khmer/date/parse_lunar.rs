//! In: the text of a day of the lunar calendar. Out: the civil day. The other way round from
//! [`format_lunar`](super::format_lunar).

use jiff::civil::Date;

use super::DateError;
use super::lunar::{civil_date, lunar_date};
use super::parse::{Era, KNOWN_BUDDHIST_YEARS, of_weekday};
use super::tokens::{Mark, Token, plain, tokens};
use crate::number::DigitScript;

/// The day that `text` writes in the lunar calendar, with the year of the Buddhist era; what it says
/// of the weekday, the animal and the sak has to be right.
///
/// ```
/// use jiff::civil::date;
/// use sala_khmer::date::parse_lunar;
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

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
