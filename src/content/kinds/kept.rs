//! What a page says in the table of its kind, as bytes that are kept from one build to the next.
//!
//! Nothing in the bytes is believed: what does not fit the kinds that there are is read from its file.

use super::given::FieldGiven;
use super::{Field, Given, Kinds, Particulars};
use crate::schema::{Minute, Moment, Spot, Written};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Its kind, where its table begins, and its fields.
#[derive(Serialize, Deserialize)]
pub(in crate::content) struct SaidParticulars<'file> {
    kind: &'file str,
    #[serde(borrow)]
    spot: SaidSpot<'file>,
    #[serde(borrow)]
    fields: Vec<(u16, Vec<(SaidGiven<'file>, SaidSpot<'file>)>)>,
}

/// As [`Spot::parts`] gives it.
type SaidSpot<'file> = (u32, u32, u16, u16, &'file str);

/// Rows stand in no rows, so that no bytes lead deeper.
#[derive(Serialize, Deserialize)]
enum SaidGiven<'file> {
    #[serde(borrow)]
    One(SaidOne<'file>),
    #[serde(borrow)]
    Row(Vec<(u16, Vec<(SaidOne<'file>, SaidSpot<'file>)>)>),
}

#[derive(Serialize, Deserialize)]
enum SaidOne<'file> {
    Text(&'file str),
    Number(i64),
    Truth(bool),
    Day(SaidDay),
    Moment(SaidDay, Option<(i8, i8)>),
}

/// Year, month and day.
type SaidDay = (i16, i8, i8);

impl<'file> SaidParticulars<'file> {
    pub(in crate::content) fn of(particulars: &'file Particulars) -> SaidParticulars<'file> {
        let Particulars { kind, fields, spot } = particulars;
        let say = |given: &'file Written<Given>| {
            let said = match &given.value {
                Given::Row(row) => SaidGiven::Row(all(row, &|cell| {
                    let one = say_one(&cell.value).unwrap_or(SaidOne::Text(""));
                    (one, cell.spot.parts())
                })),
                one => SaidGiven::One(say_one(one).unwrap_or(SaidOne::Text(""))),
            };
            (said, given.spot.parts())
        };
        SaidParticulars {
            kind: &kind.name,
            spot: spot.parts(),
            fields: all(fields, &say),
        }
    }

    pub(in crate::content) fn read(self, kinds: &Kinds) -> Option<Particulars> {
        let kind = kinds.get(self.kind)?;
        let read = |said: SaidGiven<'file>, field: &Field| match said {
            SaidGiven::One(one) => Some(one_of(one)?),
            SaidGiven::Row(row) => Some(Given::Row(read_all(row, &field.columns, &|one, _| {
                one_of(one)
            })?)),
        };
        Some(Particulars {
            fields: read_all(self.fields, &kind.fields, &read)?,
            kind: Arc::clone(kind),
            spot: Spot::from_parts(self.spot)?,
        })
    }
}

fn all<'file, Said>(
    fields: &'file [FieldGiven],
    say: &impl Fn(&'file Written<Given>) -> Said,
) -> Vec<(u16, Vec<Said>)> {
    let fields = fields.iter().map(|field| {
        let at = u16::try_from(field.at).unwrap_or(u16::MAX);
        (at, field.values.iter().map(say).collect())
    });
    fields.collect()
}

fn read_all<'file, Said>(
    said: Vec<(u16, Vec<(Said, SaidSpot<'file>)>)>,
    fields: &[Field],
    read: &impl Fn(Said, &Field) -> Option<Given>,
) -> Option<Vec<FieldGiven>> {
    let given = said.into_iter().map(|(at, values)| {
        let at = usize::from(at);
        let field = fields.get(at)?;
        let values = values.into_iter().map(|(said, spot)| {
            Some(Written {
                value: read(said, field)?,
                spot: Spot::from_parts(spot)?,
            })
        });
        let values = values.collect::<Option<_>>()?;
        Some(FieldGiven { at, values })
    });
    given.collect()
}

fn say_one(given: &Given) -> Option<SaidOne<'_>> {
    let day = |day: Date| (day.year(), day.month(), day.day());
    Some(match given {
        Given::Text(text) => SaidOne::Text(text),
        Given::Number(number) => SaidOne::Number(*number),
        Given::Truth(truth) => SaidOne::Truth(*truth),
        Given::Day(date) => SaidOne::Day(day(*date)),
        Given::Moment(moment) => SaidOne::Moment(
            day(moment.day),
            moment.minute.map(|minute| (minute.hour, minute.minute)),
        ),
        Given::Row(_) => return None,
    })
}

fn one_of(said: SaidOne<'_>) -> Option<Given> {
    let date = |(year, month, day): SaidDay| Date::new(year, month, day).ok();
    Some(match said {
        SaidOne::Text(text) => Given::Text(text.to_owned()),
        SaidOne::Number(number) => Given::Number(number),
        SaidOne::Truth(truth) => Given::Truth(truth),
        SaidOne::Day(day) => Given::Day(date(day)?),
        SaidOne::Moment(day, minute) => Given::Moment(Moment {
            day: date(day)?,
            minute: match minute {
                None => None,
                Some((hour, minute)) => Some(Minute::new(hour, minute)?),
            },
        }),
    })
}
