//! `kind.toml` → [`Kind`], or all that is wrong with it, each with its place.

use super::schemas::{PLACE, settings_of_pages};
use super::{Calendar, Field, FieldHolds, Kind, ListForm};
use crate::config::Localised;
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic};
use crate::khmer::CoengDa;
use crate::schema::{Entry, Holds, Record, Schema, Value, field, required};
use std::collections::BTreeMap;

/// What a kind's `kind.toml` may say.
pub static SCHEMA: Schema = Schema::of(
    "A kind of pages, `kinds/….toml`",
    "ប្រភេទទំព័រ `kinds/….toml`",
    &[
        required(
            "label",
            Holds::Localised,
            "what one such page is called",
            "ឈ្មោះហៅទំព័រមួយបែបនេះ",
        ),
        field(
            "plural",
            Holds::Localised,
            "what several of them are called",
            "ឈ្មោះហៅទំព័រច្រើនបែបនេះ",
        ),
        field(
            "description",
            Holds::Localised,
            "what such a page is for, in one sentence",
            "ទំព័របែបនេះសម្រាប់អ្វី ក្នុងមួយប្រយោគ",
        ),
        field(
            "list",
            Holds::Word(ListForm::WORDS),
            "how a section shows its pages if all of them are of this kind: `cards`, which is what happens without it, a `table`, a `matrix`, or a `calendar`",
            "របៀបដែលផ្នែកមួយបង្ហាញទំព័ររបស់វា បើទំព័រទាំងអស់ជាប្រភេទនេះ៖ `cards` (បើមិនសរសេរ) តារាង `table` តារាងខ្វែង `matrix` ឬប្រតិទិន `calendar`",
        ),
        field(
            "by",
            Holds::Text,
            "of a `matrix`: the field whose words are its columns",
            "ចំពោះ `matrix`៖ ចន្លោះដែលពាក្យរបស់វាជាជួរឈរ",
        ),
        field(
            "calendar",
            Holds::Table(&CALENDAR),
            "the fields that say when it is and where, so that readers can put it into their calendar",
            "ចន្លោះដែលប្រាប់ពេល និងទីកន្លែង ដើម្បីឱ្យអ្នកអានដាក់ក្នុងប្រតិទិនរបស់ខ្លួនបាន",
        ),
        field(
            "fields",
            Holds::Map(&Holds::Table(&FIELD)),
            "what such a page says, by the key that its author writes, in the order in which it is shown",
            "អ្វីដែលទំព័របែបនេះប្រាប់ តាមឈ្មោះដែលអ្នកសរសេរប្រើ តាមលំដាប់ដែលបង្ហាញ",
        ),
    ],
);

static CALENDAR: Schema = Schema::of(
    "When and where it is, `[calendar]`",
    "ពេល និងទីកន្លែង `[calendar]`",
    &[
        required(
            "start",
            Holds::Text,
            "the field with the day, and the hour, on which it begins",
            "ចន្លោះដែលមានថ្ងៃ និងម៉ោងចាប់ផ្ដើម",
        ),
        field(
            "end",
            Holds::Text,
            "the field with its end",
            "ចន្លោះដែលមានថ្ងៃ និងម៉ោងបញ្ចប់",
        ),
        field(
            "place",
            Holds::Names,
            "the fields that say where it is",
            "ចន្លោះដែលប្រាប់ទីកន្លែង",
        ),
    ],
);

macro_rules! common {
    ($($more:expr),* $(,)?) => {
        &[
            required("label", Holds::Localised, "what readers see before it", "អ្វីដែលអ្នកអានឃើញនៅមុខវា"),
            field("means", Holds::Localised, "what authors write here", "អ្វីដែលអ្នកសរសេរត្រូវសរសេរនៅទីនេះ"),
            required(
                "holds",
                Holds::Word(FieldHolds::WORDS),
                "what it holds",
                "វាផ្ទុកអ្វី",
            ),
            field("required", Holds::Truth, "whether each page has to say it", "ថាតើទំព័រនីមួយៗត្រូវតែប្រាប់វាឬទេ"),
            field(
                "words",
                Holds::Map(&Holds::Localised),
                "of a `choice`: the words that authors write, and what readers see for each",
                "ចំពោះ `choice`៖ ពាក្យដែលអ្នកសរសេរប្រើ និងអ្វីដែលអ្នកអានឃើញ",
            ),
            $($more),*
        ]
    };
}

static FIELD: Schema = Schema::of(
    "What a page of a kind says, `[fields.…]`",
    "អ្វីដែលទំព័រមួយប្រភេទប្រាប់ `[fields.…]`",
    common![
        field(
            "many",
            Holds::Truth,
            "whether there may be several, as a list",
            "ថាតើអាចមានច្រើន ជាបញ្ជីឬទេ",
        ),
        field(
            "in_list",
            Holds::Truth,
            "whether lists of such pages show it",
            "ថាតើបញ្ជីទំព័របែបនេះបង្ហាញវាឬទេ",
        ),
        field(
            "folded",
            Holds::Truth,
            "whether it stands after the text: folded on the page, and at the end on paper",
            "ថាតើវានៅក្រោយអត្ថបទឬទេ៖ បត់លើទំព័រ ហើយនៅចុងបញ្ចប់លើក្រដាស",
        ),
        field(
            "columns",
            Holds::Map(&Holds::Table(&COLUMN)),
            "of `rows`: what each row says",
            "ចំពោះ `rows`៖ អ្វីដែលជួរដេកនីមួយៗប្រាប់",
        ),
    ],
);

static COLUMN: Schema = Schema::of(
    "What a row says, `[fields.….columns.…]`",
    "អ្វីដែលជួរដេកប្រាប់ `[fields.….columns.…]`",
    common![],
);

/// Reads what stands at `path`; nothing if anything in it was refused.
pub(super) fn read(
    name: &str,
    path: &str,
    text: &str,
    coeng_da: CoengDa,
    report: &mut Report,
) -> Option<Kind> {
    let before = report.errors();
    let is_taken = name != PLACE && settings_of_pages().any(|setting| setting == name);
    if !is_key(name) || is_taken {
        let place = Place::file(path);
        report.push(match is_taken {
            true => diagnostic!(codes::kinds::NAME_TAKEN, place, name = name),
            false => diagnostic!(codes::kinds::BAD_NAME, place, name = name),
        });
    }
    let read = SCHEMA.read(path, text, 0..text.len(), report);
    let record = &read.record;
    let reader = Reader { coeng_da };
    let fields = reader.fields(record, "fields", report);
    let list = record.choice("list", ListForm::named).unwrap_or_default();
    let of = |key: &str, holds: &[FieldHolds], record: &Record<'_>, report: &mut Report| {
        let named = record.written(key)?;
        let place = record.place_of(key);
        field_named(&named, &fields, holds, place, report)
    };
    let by = of("by", &[FieldHolds::Choice], record, report);
    let calendar = record.table("calendar").and_then(|written| {
        let moments = [FieldHolds::Moment, FieldHolds::Day];
        let mut place = Vec::new();
        for item in written.items("place") {
            let named = item.value.text().unwrap_or_default();
            let holds = [FieldHolds::Text, FieldHolds::Place];
            let at = written.place(item.at);
            place.extend(field_named(named, &fields, &holds, at, report));
        }
        Some(Calendar {
            end: of("end", &moments, written, report),
            start: of("start", &moments, written, report)?,
            place,
        })
    });
    let lacks = match list {
        ListForm::Matrix if record.entry("by").is_none() => Some("by"),
        ListForm::Calendar if record.entry("calendar").is_none() => Some("calendar"),
        _ => None,
    };
    if let Some(key) = lacks {
        report.push(diagnostic!(
            codes::kinds::LIST_LACKS,
            record.place_of("list"),
            list = list.word(),
            key = key
        ));
    }
    if list != ListForm::Matrix && record.entry("by").is_some() {
        report.push(diagnostic!(
            codes::kinds::KEY_OF_LISTS,
            record.place_of_key("by"),
            key = "by",
            list = ListForm::Matrix.word()
        ));
    }
    if !read.whole || report.errors() > before {
        return None;
    }
    let label = reader.text(record, "label");
    let plural = match record.entry("plural") {
        Some(_) => reader.text(record, "plural"),
        None => label.clone(),
    };
    Some(Kind {
        name: name.to_owned(),
        label,
        plural,
        description: reader.text(record, "description"),
        list,
        by,
        calendar,
        fields,
        lacks: BTreeMap::new(),
    })
}

/// A key that people can write: small Latin letters, digits and `_`.
fn is_key(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    name.starts_with(|first: char| first.is_ascii_lowercase()) && name.bytes().all(fits)
}

/// The field of this name that holds one of these.
fn field_named(
    named: &str,
    fields: &[Field],
    holds: &[FieldHolds],
    place: Place,
    report: &mut Report,
) -> Option<usize> {
    let found = fields.iter().position(|field| field.key == *named);
    let fits = |at: &usize| {
        holds.contains(&fields[*at].holds) && !fields[*at].many
            || holds == [FieldHolds::Choice] && fields[*at].holds == FieldHolds::Choice
    };
    if let Some(at) = found.filter(fits) {
        return Some(at);
    }
    let fitting = (0..fields.len()).filter(fits);
    let known = Candidates::of(fitting.map(|at| fields[at].key.as_str()));
    report.push(
        diagnostic!(
            codes::kinds::NO_FIELD,
            place,
            name = named,
            holds = crate::diagnostic::list(holds.iter().map(|holds| holds.word())),
            known = known.list()
        )
        .did_you_mean(named, &known),
    );
    None
}

struct Reader {
    coeng_da: CoengDa,
}

impl Reader {
    fn text(&self, record: &Record<'_>, key: &str) -> Localised {
        Localised::read(record, key).spelt(self.coeng_da)
    }

    fn fields(&self, record: &Record<'_>, key: &str, report: &mut Report) -> Vec<Field> {
        let entries = record.entries(key).iter();
        let fields = entries.filter_map(|entry| {
            let own = entry.item.value.table()?;
            self.field(entry, own, record, report)
        });
        fields.collect()
    }

    fn field(
        &self,
        entry: &Entry<'_>,
        own: &Record<'_>,
        record: &Record<'_>,
        report: &mut Report,
    ) -> Option<Field> {
        let key = entry.key.as_ref();
        let place = || record.place(entry.key_at);
        if !is_key(key) {
            report.push(diagnostic!(codes::kinds::BAD_NAME, place(), name = key));
        }
        let holds = own.choice("holds", FieldHolds::named)?;
        let is_column = !own.knows("columns");
        let columns = match is_column {
            true => Vec::new(),
            false => self.fields(own, "columns", report),
        };
        if is_column && matches!(holds, FieldHolds::Rows | FieldHolds::Steps) {
            let place = own.place_of("holds");
            let holds = holds.word();
            report.push(diagnostic!(
                codes::kinds::LIST_IN_A_ROW,
                place,
                holds = holds
            ));
        }
        // What only one of them has, and has to have.
        for (key, of, is_empty) in [
            ("words", FieldHolds::Choice, own.entries("words").is_empty()),
            ("columns", FieldHolds::Rows, columns.is_empty()),
        ] {
            let is_own = holds == of;
            if is_own && is_empty && own.knows(key) {
                report.push(diagnostic!(
                    codes::kinds::FIELD_LACKS,
                    own.place_of("holds"),
                    holds = of.word(),
                    key = key
                ));
            } else if !is_own && own.knows(key) && own.entry(key).is_some() {
                report.push(diagnostic!(
                    codes::kinds::FIELD_OF_OTHERS,
                    own.place_of_key(key),
                    holds = of.word(),
                    key = key
                ));
            }
        }
        let truth = |key: &str| own.knows(key) && own.truth(key).unwrap_or(false);
        let is_list = matches!(holds, FieldHolds::Rows | FieldHolds::Steps);
        Some(Field {
            key: key.to_owned(),
            label: self.text(own, "label"),
            means: self.text(own, "means"),
            holds,
            required: truth("required"),
            many: truth("many") || is_list,
            in_list: truth("in_list"),
            folded: truth("folded"),
            words: own
                .entries("words")
                .iter()
                .map(|word| (word.key.to_string(), self.words(&word.item.value)))
                .collect(),
            columns,
        })
    }

    fn words(&self, value: &Value<'_>) -> Localised {
        Localised::of(value).spelt(self.coeng_da)
    }
}
