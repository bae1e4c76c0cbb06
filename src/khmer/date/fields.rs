//! In: the parts of a date's text. Out: which of them is the day, the month and the year, as they were
//! written. Whether there is such a day is not asked here.

use jiff::civil::Weekday;

use super::DateError;
use super::parse::{DateDeclaration, Era};
use super::tokens::{Mark, Number, Token};

/// What a text says of a day.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub weekday: Option<Weekday>,
    pub days: Option<Days>,
    pub year: Option<Year>,
}

/// A day and a month as they were written.
#[derive(Clone, Copy)]
pub(super) enum Days {
    InMonth {
        day: Option<i16>,
        month: Option<i16>,
    },
    /// Two numbers whose order only a declaration tells.
    InFigures { first: i16, second: i16 },
}

#[derive(Clone, Copy)]
pub(super) struct Year {
    pub value: i16,
    pub era: Option<Era>,
}

/// A Gregorian year from which on an undeclared one is doubtful: the Buddhist era was there in 1857.
const FIRST_DOUBTFUL_YEAR: i16 = 2400;

/// What the parts of a text say of a day.
pub(super) fn fields(tokens: &[Token], declaration: &DateDeclaration) -> Result<Fields, DateError> {
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
