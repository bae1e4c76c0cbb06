//! The arguments of a call, read as the component's schema says; what does not fit is reported.

use super::Component;
use crate::content::Spans;
use crate::content::block::{self, ArgumentValue, ComponentCall};
use crate::data::{self, Period};
use crate::diagnostic::{Candidates, Diagnostic, Report, Words, codes, diagnostic};
use crate::khmer::number::to_latin_digits;
use std::cell::LazyCell;

/// An argument that a component takes.
#[derive(Debug, Clone, Copy)]
pub struct Argument {
    pub name: &'static str,
    pub holds: Holds,
    pub required: bool,
}

/// What an argument holds.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    Text,
    /// A fiscal year, without quotes.
    Year,
    /// A part of a fiscal year in quotes, such as `"2026-Q1"`.
    Period,
    /// How many, from 1 up, without quotes.
    Count,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl Argument {
    pub(super) const fn required(name: &'static str, holds: Holds) -> Argument {
        Argument {
            name,
            holds,
            required: true,
        }
    }

    pub(super) const fn optional(name: &'static str, holds: Holds) -> Argument {
        Argument {
            name,
            holds,
            required: false,
        }
    }
}

/// The fiscal years that budgets are of.
const YEARS: std::ops::RangeInclusive<i64> = 2000..=2100;

/// So many of anything that a page shows.
const COUNTS: std::ops::RangeInclusive<i64> = 1..=1000;

/// What a call gives a component, checked.
pub(super) struct Arguments<'text>(Vec<(&'static str, Value<'text>)>);

enum Value<'text> {
    Text(&'text str),
    Period(Period),
    Year(i16),
    Count(usize),
}

impl<'text> Arguments<'text> {
    /// Reads what is written; every argument that is unknown, missing or wrong is reported.
    pub(super) fn read(
        component: &Component,
        call: &'text ComponentCall,
        spans: &Spans<'_>,
    ) -> (Arguments<'text>, Report) {
        let mut found = Report::new();
        let known = component.arguments().map(|argument| argument.name);
        let names = LazyCell::new(|| Candidates::of(known.clone()));
        for written in &call.arguments {
            if !known.clone().any(|name| name == written.name) {
                found.push(
                    diagnostic!(
                        codes::site::NO_ARGUMENT,
                        spans.place(written.span),
                        component = &call.name,
                        name = &written.name,
                        known = names.list()
                    )
                    .did_you_mean(&written.name, &names),
                );
            }
        }
        let mut values = Vec::with_capacity(call.arguments.len());
        for argument in component.arguments() {
            let mut written = call.arguments.iter();
            match written.find(|written| written.name == argument.name) {
                Some(written) => match argument.value(written) {
                    Ok(value) => values.push((argument.name, value)),
                    Err(wanted) => found.push(wrong(call, written, wanted, spans)),
                },
                None if argument.required => found.push(missing(call, argument.name, spans)),
                None => {}
            }
        }
        (Arguments(values), found)
    }

    /// The text of an argument, if it was written.
    pub(super) fn text(&self, name: &str) -> Option<&'text str> {
        match self.value(name)? {
            Value::Text(text) => Some(text),
            Value::Year(_) | Value::Period(_) | Value::Count(_) => None,
        }
    }

    /// The text of an argument that the schema requires.
    pub(super) fn required(&self, name: &str) -> &'text str {
        self.text(name).unwrap_or_default()
    }

    pub(super) fn year(&self, name: &str) -> Option<i16> {
        match self.value(name)? {
            Value::Year(year) => Some(*year),
            Value::Text(_) | Value::Period(_) | Value::Count(_) => None,
        }
    }

    pub(super) fn period(&self, name: &str) -> Option<Period> {
        match self.value(name)? {
            Value::Period(period) => Some(*period),
            Value::Text(_) | Value::Year(_) | Value::Count(_) => None,
        }
    }

    pub(super) fn count(&self, name: &str) -> Option<usize> {
        match self.value(name)? {
            Value::Count(count) => Some(*count),
            Value::Text(_) | Value::Year(_) | Value::Period(_) => None,
        }
    }

    /// Whether an argument was written.
    pub(super) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    fn value(&self, name: &str) -> Option<&Value<'text>> {
        let mut values = self.0.iter();
        values.find(|(own, _)| *own == name).map(|(_, value)| value)
    }
}

/// Says that an argument is missing which the component needs.
pub(super) fn missing(call: &ComponentCall, name: &str, spans: &Spans<'_>) -> Diagnostic {
    diagnostic!(
        codes::site::MISSING_ARGUMENT,
        spans.place(call.span),
        component = &call.name,
        name = name
    )
}

/// What an argument must be.
enum Wanted {
    Words(Words),
    OneOf(&'static [&'static str]),
}

const TEXT: Words = Words {
    en: "text in quotes",
    km: "អត្ថបទក្នុងសញ្ញាសម្រង់",
};
const COUNT: Words = Words {
    en: "a number from 1 to 1000, without quotes",
    km: "លេខពី 1 ដល់ 1000 ដោយគ្មានសញ្ញាសម្រង់",
};
const PERIOD: Words = Words {
    en: "a year or a part of one in quotes, such as \"2026-Q1\" or \"2026-01/05\"",
    km: "ឆ្នាំ ឬផ្នែកនៃឆ្នាំក្នុងសញ្ញាសម្រង់ ដូចជា \"2026-Q1\" ឬ \"2026-01/05\"",
};
const YEAR: Words = Words {
    en: "a year such as 2026",
    km: "ឆ្នាំ ដូចជា 2026",
};

impl Argument {
    /// The value as written, or what it must be.
    fn value<'text>(&self, written: &'text block::Argument) -> Result<Value<'text>, Wanted> {
        match (self.holds, &written.value) {
            (Holds::Text, ArgumentValue::Text(text)) => Ok(Value::Text(text)),
            (Holds::Period, written) => match written {
                ArgumentValue::Text(text) => data::period(text, None, false),
                ArgumentValue::Integer(_) | ArgumentValue::Boolean(_) => None,
            }
            .map(Value::Period)
            .ok_or(Wanted::Words(PERIOD)),
            (
                Holds::Text | Holds::Word(_),
                ArgumentValue::Integer(_) | ArgumentValue::Boolean(_),
            ) => Err(Wanted::Words(TEXT)),
            (Holds::Word(words), ArgumentValue::Text(text)) => match words.contains(&text.as_str())
            {
                true => Ok(Value::Text(text)),
                false => Err(Wanted::OneOf(words)),
            },
            (Holds::Year, ArgumentValue::Integer(year)) if YEARS.contains(year) => {
                Ok(Value::Year(*year as i16))
            }
            (Holds::Count, ArgumentValue::Integer(count)) if COUNTS.contains(count) => {
                Ok(Value::Count(usize::try_from(*count).unwrap_or(1)))
            }
            (Holds::Count, _) => Err(Wanted::Words(COUNT)),
            // As a row of a table fills it in: in quotes, and in the digits of its readers.
            (Holds::Year, ArgumentValue::Text(text)) => {
                year_in(text).map(Value::Year).ok_or(Wanted::Words(YEAR))
            }
            (Holds::Year, _) => Err(Wanted::Words(YEAR)),
        }
    }
}

/// The fiscal year that a text is.
fn year_in(text: &str) -> Option<i16> {
    let year: i64 = to_latin_digits(text).parse().ok()?;
    YEARS.contains(&year).then(|| i16::try_from(year).ok())?
}

fn wrong(
    call: &ComponentCall,
    written: &block::Argument,
    wanted: Wanted,
    spans: &Spans<'_>,
) -> Diagnostic {
    let read = match &written.value {
        ArgumentValue::Text(text) => text.clone(),
        ArgumentValue::Integer(number) => number.to_string(),
        ArgumentValue::Boolean(truth) => truth.to_string(),
    };
    let place = spans.place(written.span);
    match wanted {
        Wanted::Words(wanted) => diagnostic!(
            codes::site::BAD_ARGUMENT,
            place,
            component = &call.name,
            name = &written.name,
            read = read,
            wanted = wanted
        ),
        Wanted::OneOf(words) => {
            let known = Candidates::words(words);
            diagnostic!(
                codes::site::NONE_OF_THE_WORDS,
                place,
                component = &call.name,
                name = &written.name,
                read = &read,
                known = known.list()
            )
            .did_you_mean(&read, &known)
        }
    }
}
