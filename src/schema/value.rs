//! A value of TOML → what its field holds, or why it is none: of the right kind, or typed so that it can
//! mean one thing.

use super::Holds;
use super::lenient::is_quoted;
use super::moment::{self, Moment};
use super::record::{Item, Value};
use super::toml::{Reader, Trail};
use super::typed::{self, is_like_a_number};
use crate::diagnostic::{
    Candidates, Diagnostic, Place, Words, codes, codes::files as words, diagnostic, list,
};
use crate::khmer::Language;
use crate::khmer::date::{DateError, weekday_name};
use crate::scheme;
use ::toml::Spanned;
use ::toml::de::{DeArray, DeInteger, DeTable, DeValue};
use ::toml::value::Datetime;
use jiff::civil::Date;
use std::borrow::Cow;
use std::ops::Range;

/// What to say of a value: its place, its key, and what was read.
type Refusal = fn(Place, String, String) -> Diagnostic;

macro_rules! refusal {
    ($code:path) => {
        |place, key, read| diagnostic!($code, place, key = key, read = read)
    };
}

type Written<'toml> = Spanned<DeValue<'toml>>;

/// Signs between the items of a list that somebody wrote as one text.
const BETWEEN_ITEMS: [char; 5] = [',', ';', '،', '，', '、'];

impl<'text, 'toml> Reader<'text, 'toml, '_> {
    pub(super) fn item(
        &mut self,
        holds: Holds,
        value: Written<'toml>,
        trail: &Trail<'_>,
    ) -> Option<Item<'text>> {
        let at = value.span();
        let value = value.into_inner();
        self.check_text(&value, &at, trail)?;
        let value = match (holds, value) {
            (Holds::Text | Holds::Localised | Holds::Cell, DeValue::String(text)) => {
                Value::Text(seen((self.keep)(text)))
            }
            (
                Holds::Truth | Holds::Day | Holds::Moment | Holds::Whole { .. },
                DeValue::String(text),
            ) if text.is_empty() && self.written(&at).is_empty() => {
                self.tell(&at, |place| diagnostic!(words::NO_VALUE, place));
                return None;
            }
            // A year in a title, a number as a name: as it was written.
            (
                Holds::Text | Holds::Localised,
                DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_),
            ) => Value::Text(self.written(&at).to_owned().into()),
            (Holds::Cell, DeValue::Integer(number)) => Value::Text(
                self.integer(&number, i64::MIN..=i64::MAX, &at, trail)?
                    .to_string()
                    .into(),
            ),
            (Holds::Cell, DeValue::Float(number)) => Value::Text(number.as_str().to_owned().into()),
            (Holds::Cell, DeValue::Boolean(truth)) => Value::Text(truth.to_string().into()),
            (Holds::Cell, DeValue::Datetime(_)) => Value::Text(self.written(&at).to_owned().into()),
            (Holds::Localised, DeValue::Table(table)) => self.map(&Holds::Text, table, trail),
            (Holds::Names, text @ DeValue::String(_)) => {
                let only = self.item(Holds::Text, Spanned::new(at.clone(), text), trail)?;
                Value::List(vec![only])
            }
            (Holds::Names, DeValue::Array(items)) => self.list(&Holds::Text, items, trail),
            (Holds::CellsOr(_), DeValue::Array(items)) => self.list(&Holds::Cell, items, trail),
            (Holds::CellOr(schema), DeValue::Table(table)) => {
                let record = self.record(schema, table, at.clone(), Some(trail));
                Value::Table(Box::new(record))
            }
            (Holds::CellOr(_), only) => {
                return self.item(Holds::Cell, Spanned::new(at, only), trail);
            }
            (Holds::CellsOr(schema), table @ DeValue::Table(_)) => {
                let table = Spanned::new(at.clone(), table);
                return self.item(Holds::Table(schema), table, trail);
            }
            (Holds::CellsOr(_), only) => Value::List(vec![self.item(
                Holds::Cell,
                Spanned::new(at.clone(), only),
                trail,
            )?]),
            (Holds::Whole { least, most }, DeValue::Integer(number)) => {
                Value::Whole(self.integer(&number, least..=most, &at, trail)?)
            }
            (Holds::Whole { least, most }, DeValue::String(text)) => match typed::whole(&text) {
                Some(number) => Value::Whole(self.within(number, least..=most, &at, trail)?),
                None => return self.refuse(refusal!(words::WANTS_WHOLE_NUMBER), &at, trail),
            },
            (Holds::Number, DeValue::Integer(number)) => {
                // Every number that a length or a share can be is exact here.
                let number = self.integer(&number, -(1 << 53)..=1 << 53, &at, trail)?;
                Value::Number(number as f64)
            }
            (Holds::Number, DeValue::Float(number)) => match number.as_str().parse::<f64>() {
                Ok(number) if number.is_finite() => Value::Number(number),
                _ => return self.refuse(refusal!(words::NUMBER_OUT_OF_RANGE), &at, trail),
            },
            (Holds::Number, DeValue::String(text)) => match typed::number(&text) {
                Some(number) if number.is_finite() => Value::Number(number),
                _ => return self.refuse(refusal!(words::WANTS_NUMBER), &at, trail),
            },
            (Holds::Exact, DeValue::Integer(number)) => Value::Text(
                self.integer(&number, i64::MIN..=i64::MAX, &at, trail)?
                    .to_string()
                    .into(),
            ),
            (Holds::Exact, DeValue::Float(number)) => {
                Value::Text(number.as_str().to_owned().into())
            }
            (Holds::Exact, DeValue::String(text)) => Value::Text(typed::plain(&text).into()),
            (Holds::Truth, DeValue::Boolean(truth)) => Value::Truth(truth),
            (Holds::Truth, DeValue::String(text)) => match typed::truth(&text) {
                Some(truth) => Value::Truth(truth),
                None => return self.refuse(refusal!(words::WANTS_TRUTH), &at, trail),
            },
            (Holds::Day, DeValue::Datetime(written)) => match day(&written) {
                Some(day) => Value::Day(self.day(typed::checked(day), &at, trail)?),
                None => return self.refuse(refusal!(words::WANTS_DATE), &at, trail),
            },
            (Holds::Day, DeValue::String(text)) => {
                Value::Day(self.day(typed::day(&text), &at, trail)?)
            }
            (Holds::Moment, DeValue::Datetime(written)) => match moment::of(&written) {
                Some(moment) => self.moment(moment, &at, trail)?,
                None => return self.refuse(refusal!(words::WANTS_MOMENT), &at, trail),
            },
            (Holds::Moment, DeValue::String(text)) => match moment::typed(&text) {
                Ok(moment) => self.moment(moment, &at, trail)?,
                Err(DateError::NotADate) => {
                    return self.refuse(refusal!(words::WANTS_MOMENT), &at, trail);
                }
                Err(error) => {
                    self.day(Err(error), &at, trail)?;
                    return None;
                }
            },
            (Holds::Word(known), DeValue::String(text)) => {
                let written = text.trim_matches(typed::is_blank);
                match known.iter().find(|word| word.eq_ignore_ascii_case(written)) {
                    Some(word) => Value::Word(word),
                    None => return self.unknown_word(&text, known, &at, trail),
                }
            }
            (Holds::List(holds), DeValue::Array(items)) => self.list(holds, items, trail),
            (Holds::List(_), DeValue::String(text)) if text.is_empty() => Value::List(Vec::new()),
            (Holds::List(_), DeValue::String(text)) if text.contains(BETWEEN_ITEMS) => {
                return self.refuse(refusal!(words::WANTS_LIST), &at, trail);
            }
            // The only one of its list.
            (Holds::List(holds), only) => Value::List(vec![self.item(
                *holds,
                Spanned::new(at.clone(), only),
                trail,
            )?]),
            (Holds::Table(schema), DeValue::Table(table)) => Value::Table(Box::new(self.record(
                schema,
                table,
                at.clone(),
                Some(trail),
            ))),
            (Holds::Map(holds), DeValue::Table(table)) => self.map(holds, table, trail),
            (Holds::Free, DeValue::Table(table)) => {
                Value::Free(Box::new(self.free_table(table, trail)))
            }
            (holds, _) => return self.refuse(wanted(holds), &at, trail),
        };
        Some(Item {
            value,
            at: self.span(at),
        })
    }

    /// That nothing stands in a text which nobody meant.
    fn check_text(
        &mut self,
        value: &DeValue<'_>,
        at: &Range<usize>,
        trail: &Trail<'_>,
    ) -> Option<()> {
        if is_unseen(value) {
            return self.refuse(refusal!(words::UNSEEN_CHARACTER), at, trail);
        }
        if is_broken_path(value) && !self.written(at).starts_with("\"\"\"") {
            return self.refuse(refusal!(words::ESCAPE_IN_PATH), at, trail);
        }
        Some(())
    }

    fn day(
        &mut self,
        read: Result<Date, DateError>,
        at: &Range<usize>,
        trail: &Trail<'_>,
    ) -> Option<Date> {
        let error = match read {
            Ok(day) => return Some(day),
            Err(error) => error,
        };
        match error {
            DateError::Ambiguous { readings } => {
                let read = self.shown(at);
                self.tell(at, |place| {
                    diagnostic!(
                        words::DAY_OF_TWO,
                        place,
                        key = trail.shown(),
                        read = read,
                        readings = list(readings)
                    )
                });
                None
            }
            DateError::UndeclaredEra { year } => {
                self.tell(at, |place| {
                    diagnostic!(
                        words::DAY_OF_ANOTHER_ERA,
                        place,
                        key = trail.shown(),
                        year = year,
                        first = year - 544,
                        second = year - 543
                    )
                });
                None
            }
            DateError::WrongWeekday { date } => {
                let weekday = Words {
                    en: weekday_name(date, Language::English),
                    km: weekday_name(date, Language::Khmer),
                };
                self.tell(at, |place| {
                    diagnostic!(
                        words::DAY_OF_ANOTHER_WEEKDAY,
                        place,
                        key = trail.shown(),
                        day = date,
                        weekday = weekday
                    )
                });
                None
            }
            DateError::NoSuchMonth { .. } | DateError::NoSuchDay { .. } => {
                self.refuse(refusal!(words::NO_SUCH_DAY), at, trail)
            }
            DateError::ShortYear { .. } => self.refuse(refusal!(words::SHORT_YEAR), at, trail),
            _ => self.refuse(refusal!(words::WANTS_DATE), at, trail),
        }
    }

    fn moment(
        &mut self,
        read: Moment,
        at: &Range<usize>,
        trail: &Trail<'_>,
    ) -> Option<Value<'text>> {
        self.day(typed::checked(read.day), at, trail)?;
        Some(Value::Moment(read))
    }

    fn list(&mut self, holds: &Holds, items: DeArray<'toml>, trail: &Trail<'_>) -> Value<'text> {
        let mut list = Vec::with_capacity(items.len());
        list.extend(
            items
                .into_iter()
                .filter_map(|item| self.item(*holds, item, trail)),
        );
        Value::List(list)
    }

    fn map(&mut self, holds: &Holds, table: DeTable<'toml>, trail: &Trail<'_>) -> Value<'text> {
        let entries = table.into_iter();
        Value::Map(
            entries
                .filter_map(|(key, value)| self.entry(*holds, key, value, Some(trail)))
                .collect(),
        )
    }

    fn integer(
        &mut self,
        number: &DeInteger<'_>,
        range: std::ops::RangeInclusive<i64>,
        at: &Range<usize>,
        trail: &Trail<'_>,
    ) -> Option<i64> {
        match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => self.within(number, range, at, trail),
            Err(_) => self.refuse(refusal!(words::NUMBER_OUT_OF_RANGE), at, trail),
        }
    }

    fn within(
        &mut self,
        number: i64,
        range: std::ops::RangeInclusive<i64>,
        at: &Range<usize>,
        trail: &Trail<'_>,
    ) -> Option<i64> {
        match range.contains(&number) {
            true => Some(number),
            false => self.refuse(refusal!(words::NUMBER_OUT_OF_RANGE), at, trail),
        }
    }

    fn free_table(&mut self, table: DeTable<'toml>, trail: &Trail<'_>) -> ::toml::Table {
        let mut free = ::toml::Table::new();
        for (key, value) in table {
            let key = key.into_inner();
            let trail = Trail {
                key: &key,
                outer: Some(trail),
            };
            if let Some(value) = self.free_value(value, &trail) {
                free.insert(key.into_owned(), value);
            }
        }
        free
    }

    fn free_value(&mut self, value: Written<'toml>, trail: &Trail<'_>) -> Option<::toml::Value> {
        let at = value.span();
        let value = value.into_inner();
        self.check_text(&value, &at, trail)?;
        Some(match value {
            // Templates put free values into addresses.
            DeValue::String(text) if scheme::is_active(&text) => {
                self.tell(&at, |place| {
                    diagnostic!(codes::content::LINK_SCHEME, place, target = text)
                });
                return None;
            }
            // Nobody but the template knows what is wanted.
            DeValue::String(text)
                if !is_quoted(self.written(&at))
                    && !text.contains(' ')
                    && text.len() > 1
                    && (is_like_a_number(&text) || typed::truth(&text).is_some()) =>
            {
                return self.refuse(refusal!(words::UNCERTAIN_VALUE), &at, trail);
            }
            DeValue::String(text) => ::toml::Value::String(text.into_owned()),
            DeValue::Integer(number) => {
                ::toml::Value::Integer(self.integer(&number, i64::MIN..=i64::MAX, &at, trail)?)
            }
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => ::toml::Value::Float(number),
                Err(_) => return self.refuse(refusal!(words::NUMBER_OUT_OF_RANGE), &at, trail),
            },
            DeValue::Boolean(truth) => ::toml::Value::Boolean(truth),
            DeValue::Datetime(datetime) => ::toml::Value::Datetime(datetime),
            DeValue::Array(items) => {
                let items = items.into_iter();
                let items = items.filter_map(|item| self.free_value(item, trail));
                ::toml::Value::Array(items.collect())
            }
            DeValue::Table(table) => ::toml::Value::Table(self.free_table(table, trail)),
        })
    }

    fn unknown_word<T>(
        &mut self,
        word: &str,
        known: &'static [&'static str],
        at: &Range<usize>,
        trail: &Trail<'_>,
    ) -> Option<T> {
        let read = self.shown(at);
        let known = Candidates::words(known);
        self.tell(at, |place| {
            diagnostic!(
                words::UNKNOWN_CHOICE,
                place,
                key = trail.shown(),
                read = read,
                known = known.list()
            )
            .did_you_mean(word, &known)
        });
        None
    }

    fn refuse<T>(&mut self, refusal: Refusal, at: &Range<usize>, trail: &Trail<'_>) -> Option<T> {
        let read = self.shown(at);
        self.tell(at, |place| refusal(place, trail.shown(), read));
        None
    }
}

/// The text without what nobody sees and keyboards type for a space within words: it belongs to no
/// title, address or name.
fn seen(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_unseen = |c: char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    match text.contains(is_unseen) {
        true => Cow::Owned(text.replace(is_unseen, "")),
        false => text,
    }
}

/// Whether it is text with a control character in it, such as `\u0000`: no page may hold one (HTML,
/// 13.1.4), and no reader sees it.
fn is_unseen(value: &DeValue<'_>) -> bool {
    let unseen = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    matches!(value, DeValue::String(text) if text.contains(unseen))
}

/// Whether it is a path in which a `\\` took the letter behind it with it: `photos\\new.jpg`, `C:\\new`.
fn is_broken_path(value: &DeValue<'_>) -> bool {
    let DeValue::String(text) = value else {
        return false;
    };
    if !text.contains(['\n', '\r', '\t']) {
        return false;
    }
    if let [drive, b':', b'\n' | b'\r' | b'\t', ..] = text.as_bytes()
        && drive.is_ascii_alphabetic()
    {
        return true;
    }
    if text.contains(' ') {
        return false;
    }
    let ending = text.rsplit_once('.').map_or("", |(_, ending)| ending);
    (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// What to say of a value that is of another kind.
fn wanted(holds: Holds) -> Refusal {
    match holds {
        Holds::Text | Holds::Word(_) => refusal!(words::WANTS_TEXT),
        Holds::Localised => refusal!(words::WANTS_WORDS),
        Holds::Cell | Holds::CellOr(_) | Holds::CellsOr(_) => refusal!(words::WRONG_VALUE),
        Holds::Names => refusal!(words::WANTS_NAMES),
        Holds::Whole { .. } => refusal!(words::WANTS_WHOLE_NUMBER),
        Holds::Number | Holds::Exact => refusal!(words::WANTS_NUMBER),
        Holds::Truth => refusal!(words::WANTS_TRUTH),
        Holds::Day => refusal!(words::WANTS_DATE),
        Holds::Moment => refusal!(words::WANTS_MOMENT),
        Holds::List(_) => refusal!(words::WANTS_LIST),
        Holds::Table(_) | Holds::Map(_) | Holds::Free => refusal!(words::WANTS_TABLE),
    }
}

fn day(datetime: &Datetime) -> Option<Date> {
    let date = datetime.date?;
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}
