//! The rows of a dataset → what each says in a column, in one language and by our names: what a page
//! made from rows can say, choose by and put in order.
//!
//! The columns are those of the dataset's schema, and of places what is counted of them besides. A
//! column is found once and then read off the rows.

use super::units::unit_for;
use super::wording::Wording;
use crate::config::Localised;
use crate::data::{Cell, Contents, Dataset, Field, Holds, Money, Place, Reader, period};
use crate::khmer::date::{self, DateDeclaration};
use crate::khmer::number::to_latin_digits;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, BTreeSet};

/// What a row says in a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowValue {
    /// As readers see it: numbers in the language's digits, words in the language, codes as they are;
    /// unknown is empty.
    pub shown: String,
    /// A word or a day as the table has it, where readers see it otherwise: what addresses and
    /// components are given.
    plain: Option<Box<str>>,
    /// The number that it is, or that puts it in order.
    pub number: Option<Decimal>,
}

impl RowValue {
    /// As the table has it, where that is a word or a day; else as readers see it.
    pub fn plain(&self) -> &str {
        self.plain.as_deref().unwrap_or(&self.shown)
    }
}

/// What values of a column can be compared as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    Text,
    /// One of these words.
    Words(&'static [&'static str]),
    Numbers,
    Days,
    /// Years and parts of years.
    Periods,
}

impl Compared {
    /// Whether one is larger than another, or later.
    pub fn has_bounds(self) -> bool {
        matches!(self, Compared::Numbers | Compared::Days)
    }

    /// The number by which what somebody wrote is compared; none if it is nothing of the kind.
    pub fn number_of(self, written: &str) -> Option<Decimal> {
        match self {
            Compared::Numbers => {
                let number = Decimal::from_str_exact(&to_latin_digits(written.trim())).ok()?;
                Some(number.normalize())
            }
            Compared::Days => {
                let day = date::parse_date(written, &DateDeclaration::default()).ok()?;
                Some(number_of_day(day))
            }
            Compared::Periods => Some(period(written, None, false)?.rank().into()),
            Compared::Text | Compared::Words(_) => None,
        }
    }
}

/// The words of a column of `true` and `false`.
const TRUTHS: &[&str] = &["true", "false"];

/// A column of a dataset's rows.
pub struct RowColumn<'own> {
    /// `name_km`
    pub name: String,
    /// As its author's file heads it, if that is another word.
    pub header: Option<&'own str>,
    pub compared: Compared,
    read: Box<dyn Fn(usize) -> RowValue + Send + Sync + 'own>,
}

impl RowColumn<'_> {
    /// What the row of this number says.
    pub fn value(&self, row: usize) -> RowValue {
        (self.read)(row)
    }
}

/// The columns of a dataset's rows, in their order.
pub struct RowColumns<'own>(Vec<RowColumn<'own>>);

impl<'own> RowColumns<'own> {
    /// All of them. Of places this looks at each row once, for the columns that only the file knows.
    pub fn of(dataset: &'own Dataset, words: Wording<'own>) -> RowColumns<'own> {
        let mut columns = RowColumns::known(dataset, words);
        if let Contents::Places(places) = &dataset.contents {
            let extra = places.iter().flat_map(|place| &place.extra);
            let headers: BTreeSet<&str> = extra.map(|(header, _)| header.as_str()).collect();
            for header in headers {
                columns.add_extra(places, header);
            }
        }
        columns
    }

    /// Those of these names, which the dataset has.
    pub fn named(
        dataset: &'own Dataset,
        words: Wording<'own>,
        names: &BTreeSet<&'own str>,
    ) -> RowColumns<'own> {
        let mut columns = RowColumns::known(dataset, words);
        columns
            .0
            .retain(|column| names.contains(column.name.as_str()));
        if let Contents::Places(places) = &dataset.contents {
            for name in names {
                columns.add_extra(places, name);
            }
        }
        columns
    }

    /// Those that are known without a look at the rows.
    fn known(dataset: &'own Dataset, words: Wording<'own>) -> RowColumns<'own> {
        let mut columns = Vec::new();
        for field in dataset.schema.fields.iter() {
            if field.localised {
                columns.extend(in_each_language(dataset, field));
            } else if let Some(reader) = dataset.reader(field) {
                columns.push(column(dataset, field, reader, words));
            }
        }
        match &dataset.contents {
            Contents::Places(places) => counted(dataset, places, words, &mut columns),
            Contents::Budget(budget) => {
                columns.push(text_column("period_name".to_owned(), move |row| {
                    shown(words.period(budget.lines[row].period))
                }));
            }
            Contents::Categories(_) | Contents::Table(_) => {}
        }
        RowColumns(columns)
    }

    /// A column of the author's own in a table of places.
    fn add_extra(&mut self, places: &'own [Place], header: &'own str) {
        if self.get(header).is_none() {
            self.0.push(text_column(header.to_owned(), move |row| {
                let mut extra = places[row].extra.iter();
                let own = extra.find(|(own, _)| own == header);
                own.map_or_else(RowValue::default, |(_, text)| shown(text))
            }));
        }
    }

    pub fn get(&self, name: &str) -> Option<&RowColumn<'own>> {
        self.0.iter().find(|column| column.name == name)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|column| column.name.as_str())
    }

    /// The values of a row by column.
    pub fn values(&self, row: usize) -> BTreeMap<String, String> {
        let own = self.0.iter();
        own.map(|column| (column.name.clone(), column.value(row).shown))
            .collect()
    }

    /// What all of these rows say alike, by column.
    pub fn common(&self, rows: &[usize]) -> BTreeMap<String, RowValue> {
        let Some((first, others)) = rows.split_first() else {
            return BTreeMap::new();
        };
        let mut common = BTreeMap::new();
        for column in &self.0 {
            let value = column.value(*first);
            if others.iter().all(|row| column.value(*row) == value) {
                common.insert(column.name.clone(), value);
            }
        }
        common
    }
}

/// Khmer and English always stand, and the languages of the site.
fn languages(dataset: &Dataset) -> BTreeSet<&str> {
    let own = dataset.languages.iter().map(String::as_str);
    own.chain(["km", "en"]).collect()
}

fn in_each_language<'own>(dataset: &'own Dataset, field: &'own Field) -> Vec<RowColumn<'own>> {
    let columns = languages(dataset).into_iter().filter_map(|tag| {
        let reader = dataset.reader(field)?;
        let name = format!("{}_{tag}", field.name);
        Some(text_column(name, move |row| {
            match reader(row).in_language(tag) {
                Cell::Text(text) => shown(&*text),
                _ => RowValue::default(),
            }
        }))
    });
    columns.collect()
}

fn column<'own>(
    dataset: &'own Dataset,
    field: &'own Field,
    reader: Reader<'own>,
    words: Wording<'own>,
) -> RowColumn<'own> {
    let holds = field.holds;
    let is_budget = matches!(dataset.contents, Contents::Budget(_));
    let style = words.language.number_style();
    let number_shown = move |number: Decimal| match holds {
        Holds::Year => style.digits(number.to_i128().unwrap_or_default()),
        Holds::Amount if is_budget => match Money::of(number, Decimal::ONE) {
            Some(amount) => unit_for(dataset.scale, std::iter::once(amount)).amount(
                amount,
                &dataset.currency,
                words,
            ),
            None => style.decimal(number),
        },
        _ => style.decimal(number),
    };
    let is_period = is_budget && field.name == "period";
    let header = match &dataset.contents {
        Contents::Table(table) => {
            let mut columns = table.columns.iter();
            columns
                .find(|column| column.name == field.name)
                .map(|column| column.header.as_str())
        }
        _ => None,
    };
    RowColumn {
        name: field.name.to_string(),
        header: header.filter(|header| *header != field.name),
        compared: match holds {
            Holds::Number | Holds::Whole | Holds::Amount | Holds::Year => Compared::Numbers,
            Holds::Date => Compared::Days,
            Holds::Word(words) => Compared::Words(words),
            Holds::Truth => Compared::Words(TRUTHS),
            Holds::Code if is_period => Compared::Periods,
            Holds::Text | Holds::Code | Holds::Codes => Compared::Text,
        },
        read: Box::new(move |row| match reader(row) {
            Cell::Text(text) if holds == Holds::Date => day_shown(&text, words),
            Cell::Text(text) if is_period => RowValue {
                number: Compared::Periods.number_of(&text),
                ..shown(&*text)
            },
            Cell::Text(text) => word_shown(field, &text, words),
            Cell::Number(number) => RowValue {
                shown: number_shown(number),
                plain: None,
                number: Some(number),
            },
            Cell::Empty | Cell::Localised(_) => RowValue::default(),
        }),
    }
}

/// A day in words; as a number such as `20260531`, so that days stand in their order.
fn day_shown(text: &str, words: Wording<'_>) -> RowValue {
    let Ok(day) = text.parse::<Date>() else {
        return shown(text);
    };
    RowValue {
        shown: words.day(day),
        plain: Some(text.into()),
        number: Some(number_of_day(day)),
    }
}

fn number_of_day(day: Date) -> Decimal {
    let (month, of_month) = (i64::from(day.month()), i64::from(day.day()));
    let number = i64::from(day.year()) * 10_000 + month * 100 + of_month;
    number.into()
}

/// A word in the language of the page, where its author or the theme knows it.
fn word_shown(field: &Field, text: &str, words: Wording<'_>) -> RowValue {
    let told = words.value_in(&field.name, field.holds, &field.constraints, text);
    RowValue {
        plain: (told != text).then(|| text.into()),
        ..shown(told)
    }
}

/// A word of a place's type.
type Word = fn(&Place) -> &'static str;
/// How many places lie below one.
type Count = fn(&Place) -> usize;

/// What is known of places besides the columns of their schema: their types in words, the places above
/// them by name, how many lie below them, and the file's other columns.
fn counted<'own>(
    dataset: &'own Dataset,
    places: &'own [Place],
    words: Wording<'own>,
    columns: &mut Vec<RowColumn<'own>>,
) {
    let style = words.language.number_style();
    let of_type: [(&str, Word); 2] = [
        ("type_km", |place| place.place_type.khmer()),
        ("type_en", |place| place.place_type.word()),
    ];
    columns
        .extend(of_type.map(|(name, word)| {
            text_column(name.to_owned(), move |row| shown(word(&places[row])))
        }));
    columns.extend(languages(dataset).into_iter().map(|tag| {
        text_column(format!("parent_name_{tag}"), move |row| {
            shown(in_language(&places[row].parent_name, tag))
        })
    }));
    let counts: [(&str, Count); 5] = [
        ("provinces", |place| place.counts.provinces),
        ("districts", |place| place.counts.districts),
        ("communes", |place| place.counts.communes),
        ("villages", |place| place.counts.villages),
        ("villages_sharing_a_code", |place| {
            place.counts.villages_sharing_a_code
        }),
    ];
    for (name, count) in counts {
        columns.push(RowColumn {
            name: name.to_owned(),
            header: None,
            compared: Compared::Numbers,
            read: Box::new(move |row| {
                let count = count(&places[row]);
                RowValue {
                    shown: style.integer(i128::try_from(count).unwrap_or(i128::MAX)),
                    plain: None,
                    number: Some(Decimal::from(count)),
                }
            }),
        });
    }
}

fn text_column<'own>(
    name: String,
    read: impl Fn(usize) -> RowValue + Send + Sync + 'own,
) -> RowColumn<'own> {
    RowColumn {
        name,
        header: None,
        compared: Compared::Text,
        read: Box::new(read),
    }
}

fn in_language<'own>(text: &'own Localised, tag: &str) -> &'own str {
    match text {
        Localised::Empty => "",
        Localised::Same(text) => text,
        Localised::Each(texts) => texts.get(tag).map_or("", String::as_str),
    }
}

fn shown(text: impl Into<String>) -> RowValue {
    RowValue {
        shown: text.into(),
        ..RowValue::default()
    }
}
