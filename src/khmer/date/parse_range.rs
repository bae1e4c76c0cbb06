//! In: the text of a range of days or of a month. Out: its first and its last day. The other way round
//! from [`format_range`](super::format_range) and [`format_month`](super::format_month).

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::DateError;
use super::buddhist::buddhist_year;
use super::fields::{Days, Fields, Year, fields};
use super::parse::{DateDeclaration, Era, one_day};
use super::tokens::{plain, tokens};

/// The days that `text` writes: two dates with a dash, `ដល់` or `to` between them, of which the first
/// may leave out what both share; one date; or a month.
///
/// ```
/// use jiff::civil::date;
/// use sala_khmer::date::{DateDeclaration, parse_date_range};
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
    use super::*;
    use jiff::civil::date;

    const UNKNOWN: DateDeclaration = DateDeclaration::UNKNOWN;

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
}
