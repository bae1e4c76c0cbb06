//! What a page says in the table of its kind → [`Fact`]s in the words of its text's language, each link
//! and name in them held against the site.
//!
//! It knows no medium: pages, paper and the search show the same facts.

use super::super::component::{Contact, contact_of_row};
use super::super::{Page, Site, plan};
use super::{Anchors, Target, links};
use crate::config::Language;
use crate::content::kinds::{Field, FieldGiven, FieldHolds, Given, Particulars};
use crate::content::link::Link;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::khmer::date::{DateLength, iso};
use crate::khmer::number::in_digits;
use crate::schema::{Minute, Moment, Written};
use crate::theme::{dates, words};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Something that a page of a kind says of itself.
pub struct Fact<'text> {
    pub field: &'text Field,
    /// What stands before it.
    pub label: &'text str,
    /// What stands above each column of its rows.
    pub columns: Vec<&'text str>,
    pub values: Vec<Shown<'text>>,
}

/// A value as readers see it.
pub enum Shown<'text> {
    Text(Cow<'text, str>),
    /// One of the words of a choice, and what readers see for it.
    Choice {
        word: &'text str,
        text: &'text str,
    },
    /// Words of a day, and the day as machines read it.
    Day {
        text: String,
        iso: String,
    },
    Link {
        target: Target<'text>,
        words: Cow<'text, str>,
    },
    Contact(Box<Contact>),
    Row {
        /// Whether it is the one that the day of the build lies in.
        is_now: bool,
        /// For each of the field's columns.
        cells: Vec<Vec<Shown<'text>>>,
    },
}

impl Shown<'_> {
    /// Its words in one line.
    pub fn words(&self) -> Cow<'_, str> {
        match self {
            Shown::Text(text) => Cow::Borrowed(text),
            Shown::Choice { text, .. } => Cow::Borrowed(text),
            Shown::Day { text, .. } => Cow::Borrowed(text),
            Shown::Link { words, .. } => Cow::Borrowed(words),
            Shown::Contact(contact) => Cow::Owned(contact.in_a_sentence()),
            Shown::Row { cells, .. } => {
                let words = cells.iter().map(|cell| in_a_line(cell));
                let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
                Cow::Owned(words.join(" · "))
            }
        }
    }
}

/// Values in one line.
pub fn in_a_line(values: &[Shown<'_>]) -> String {
    one_line(values.iter().map(Shown::words))
}

/// The words of values in one line.
pub fn one_line(words: impl Iterator<Item = impl AsRef<str>>) -> String {
    let mut line = String::new();
    for (at, words) in words.enumerate() {
        if at > 0 {
            line.push_str(behind(&line));
        }
        line.push_str(words.as_ref());
    }
    line
}

/// What parts words from those behind them in a line: a comma, and behind a whole sentence a space.
pub fn behind(words: &str) -> &'static str {
    match words.ends_with(['។', '៕', '.', '?', '!', '…', '؟']) {
        true => " ",
        false => ", ",
    }
}

/// The facts of a page, in the order of its kind; what is wrong is reported and left out.
pub(super) fn facts<'text>(
    site: &'text Site,
    page: &'text Page,
    place: &dyn Fn(&Written<Given>) -> Place,
    report: &mut Report,
) -> Vec<Fact<'text>> {
    let Some(particulars) = page.facts.particulars.as_deref() else {
        return Vec::new();
    };
    let teller = Teller::new(site, page, place);
    teller.facts(particulars, |_| true, report)
}

/// Some of them; all was told before that is wrong with them.
pub fn facts_where<'text>(
    site: &'text Site,
    page: &'text Page,
    is_asked: impl Fn(&Field) -> bool,
) -> Vec<Fact<'text>> {
    let Some(particulars) = page.facts.particulars.as_deref() else {
        return Vec::new();
    };
    let place = |_: &Written<Given>| Place::file("");
    let teller = Teller::new(site, page, &place);
    teller.facts(particulars, is_asked, &mut Report::new())
}

/// A moment in words.
fn moment_text(site: &Site, language: &Language, moment: Moment) -> String {
    let day = day_text(site, language, moment.day);
    let Some(Minute { hour, minute }) = moment.minute else {
        return day;
    };
    let time = format!("{hour:02}:{minute:02}");
    let time = in_digits(&time, language.number_style().digits);
    let pattern = site.theme.word(language, &words::MOMENT);
    words::MOMENT.fill(pattern, &[&day, &time])
}

fn day_text(site: &Site, language: &Language, day: Date) -> String {
    let strings = site.theme.strings(language);
    dates::format(strings, language, day, DateLength::Long)
}

struct Teller<'text, 'run> {
    site: &'text Site,
    page: &'text Page,
    language: &'text Language,
    place: &'run dyn Fn(&Written<Given>) -> Place,
}

impl<'text, 'run> Teller<'text, 'run> {
    fn new(
        site: &'text Site,
        page: &'text Page,
        place: &'run dyn Fn(&Written<Given>) -> Place,
    ) -> Self {
        Teller {
            site,
            page,
            language: page.content_language(),
            place,
        }
    }

    fn facts(
        &self,
        particulars: &'text Particulars,
        is_asked: impl Fn(&Field) -> bool,
        report: &mut Report,
    ) -> Vec<Fact<'text>> {
        let fallback = self.site.config.default_language();
        let fields = particulars.fields.iter().map(|given| {
            let field = &particulars.kind.fields[given.at];
            (field, given)
        });
        let fields = fields.filter(|(field, _)| is_asked(field));
        let facts = fields.map(|(field, given)| Fact {
            field,
            label: field.label.get(self.language, fallback),
            columns: field
                .columns
                .iter()
                .map(|column| column.label.get(self.language, fallback))
                .collect(),
            values: self.values(field, given, report),
        });
        facts.collect()
    }

    fn values(
        &self,
        field: &'text Field,
        given: &'text FieldGiven,
        report: &mut Report,
    ) -> Vec<Shown<'text>> {
        let mut shown = Vec::with_capacity(given.values.len());
        for written in &given.values {
            match self.value(field, written, report) {
                Ok(value) => shown.push(value),
                Err(problem) => report.push(problem),
            }
        }
        shown
    }

    fn value(
        &self,
        field: &'text Field,
        written: &'text Written<Given>,
        report: &mut Report,
    ) -> Result<Shown<'text>, Diagnostic> {
        let (language, style) = (self.language, self.language.number_style());
        let say = |text: String| Shown::Text(text.into());
        Ok(match &written.value {
            Given::Text(text) => return self.text(field, text, written),
            Given::Number(0) if field.holds == FieldHolds::Riel => {
                Shown::Text(self.site.theme.word(language, &words::FREE).into())
            }
            Given::Number(number) if field.holds == FieldHolds::Riel => {
                let amount = Decimal::from(*number);
                say(match language.words() {
                    Some(own) => style.riel(amount, own),
                    None => {
                        let strings = self.site.theme.strings(language);
                        words::amount(strings, &style.decimal(amount), "khr")
                    }
                })
            }
            Given::Number(number) if field.holds == FieldHolds::Month => {
                let month = i8::try_from(*number).ok();
                let day = month.and_then(|month| Date::new(2000, month, 1).ok());
                let strings = self.site.theme.strings(language);
                let name = day.map_or("", |day| dates::month_name(strings, language, day));
                Shown::Text(name.into())
            }
            Given::Number(number) => say(style.integer(*number)),
            Given::Truth(truth) => {
                let word = if *truth { &words::TRUE } else { &words::FALSE };
                Shown::Text(self.site.theme.word(language, word).into())
            }
            Given::Day(day) => Shown::Day {
                text: day_text(self.site, language, *day),
                iso: iso(*day),
            },
            Given::Moment(moment) => Shown::Day {
                text: moment_text(self.site, language, *moment),
                iso: match moment.minute {
                    None => iso(moment.day),
                    Some(Minute { hour, minute }) => {
                        format!("{}T{hour:02}:{minute:02}+07:00", iso(moment.day))
                    }
                },
            },
            Given::Row(row) => Shown::Row {
                is_now: self.is_now(field, row),
                cells: self.cells(field, row, report),
            },
        })
    }

    fn cells(
        &self,
        field: &'text Field,
        row: &'text [FieldGiven],
        report: &mut Report,
    ) -> Vec<Vec<Shown<'text>>> {
        let columns = field.columns.iter().enumerate();
        let cells = columns.map(|(at, column)| {
            let given = row.iter().find(|given| given.at == at);
            given.map_or_else(Vec::new, |given| self.values(column, given, report))
        });
        cells.collect()
    }

    /// Of rows with months, whether the day of the build lies in them: from the first column that holds a
    /// month to the last, over the turn of the year if need be.
    fn is_now(&self, field: &Field, row: &[FieldGiven]) -> bool {
        let months = row.iter().filter_map(|given| {
            let value = &given.values.first()?.value;
            match (field.columns[given.at].holds, value) {
                (FieldHolds::Month, Given::Number(month)) => Some(*month),
                _ => None,
            }
        });
        let months: Vec<i64> = months.collect();
        let (Some(first), Some(last)) = (months.first(), months.last()) else {
            return false;
        };
        let now = i64::from(self.site.today.month());
        match first <= last {
            true => (*first..=*last).contains(&now),
            false => now >= *first || now <= *last,
        }
    }

    fn text(
        &self,
        field: &'text Field,
        text: &'text str,
        written: &'text Written<Given>,
    ) -> Result<Shown<'text>, Diagnostic> {
        let fallback = self.site.config.default_language();
        let place = || (self.place)(written);
        Ok(match field.holds {
            FieldHolds::Choice => {
                let known = field.words.iter().find(|(word, _)| word == text);
                let label = known.map_or("", |(_, label)| label.get(self.language, fallback));
                let shown = if label.is_empty() { text } else { label };
                Shown::Choice {
                    word: text,
                    text: shown,
                }
            }
            FieldHolds::Phone => Shown::Link {
                target: Target::Outside(phone_uri(text).into()),
                words: self.language.in_its_order(text).into(),
            },
            FieldHolds::Link => self.link(text, place)?,
            FieldHolds::Place => self.place_named(text, place)?,
            FieldHolds::Dataset => self.dataset(text, place)?,
            FieldHolds::Contact => self.contact(text, place)?,
            _ => Shown::Text(text.into()),
        })
    }

    fn link(
        &self,
        text: &'text str,
        place: impl Fn() -> Place,
    ) -> Result<Shown<'text>, Diagnostic> {
        let (site, link, anchors) = (self.site, Link::read(text), Anchors::default());
        let target = links::resolve(site, self.page, &link, &anchors, place)?.into_owned();
        let words = match &target {
            Target::Inside { path, .. } => match site.page_at(path) {
                Some(page) => Cow::Borrowed(page.facts.title.as_str()),
                None => Cow::Owned(text.rsplit('/').next().unwrap_or(text).to_owned()),
            },
            Target::Outside(url) => {
                let bare = ["https://", "http://", "mailto:", "tel:", "sms:"];
                let bare = bare.iter().find_map(|scheme| url.strip_prefix(scheme));
                let bare = bare.unwrap_or(url);
                Cow::Owned(bare.strip_suffix('/').unwrap_or(bare).to_owned())
            }
        };
        Ok(Shown::Link { target, words })
    }

    fn place_named(
        &self,
        code: &'text str,
        place: impl Fn() -> Place,
    ) -> Result<Shown<'text>, Diagnostic> {
        let site = self.site;
        let Some(id) = site.places.tree.find(code) else {
            let known = site.place_codes();
            return Err(diagnostic!(
                codes::site::NO_PLACE,
                place(),
                code = code,
                known = known.list()
            )
            .did_you_mean(code, known));
        };
        let name = site.places.tree.name(id, &site.datasets, self.language);
        let words = Cow::Borrowed(name.unwrap_or(code));
        let page = site.page_of_place(id, &self.page.language);
        // The page of a place does not lead to itself.
        let page = page.filter(|page| page.path != self.page.path);
        Ok(match page {
            Some(page) => Shown::Link {
                target: Target::Inside {
                    path: Cow::Borrowed(&page.path),
                    fragment: None,
                },
                words,
            },
            None => Shown::Text(words),
        })
    }

    fn dataset(
        &self,
        name: &'text str,
        place: impl Fn() -> Place,
    ) -> Result<Shown<'text>, Diagnostic> {
        let site = self.site;
        let Some(dataset) = site.datasets.get(name) else {
            let known = site.dataset_names();
            return Err(diagnostic!(
                codes::site::NO_DATASET,
                place(),
                name = name,
                known = known.list()
            )
            .did_you_mean(name, known));
        };
        let title = dataset
            .title
            .get(self.language, site.config.default_language());
        let words = Cow::Borrowed(if title.is_empty() { name } else { title });
        Ok(match dataset.is_offered {
            true => Shown::Link {
                target: Target::Inside {
                    path: plan::dataset_path(dataset, plan::DataFormat::Csv).into(),
                    fragment: None,
                },
                words,
            },
            false => Shown::Text(words),
        })
    }

    fn contact(
        &self,
        id: &'text str,
        place: impl Fn() -> Place,
    ) -> Result<Shown<'text>, Diagnostic> {
        let site = self.site;
        let Some((dataset, row)) = site.datasets.contact(id) else {
            let known = site.contact_ids();
            return Err(diagnostic!(
                codes::site::NO_CONTACT,
                place(),
                id = id,
                known = known.list()
            )
            .did_you_mean(id, known));
        };
        let contact = contact_of_row(site, self.language, dataset, row);
        Ok(Shown::Contact(Box::new(contact)))
    }
}

/// A telephone number as a `tel:` URI (RFC 3966) writes it.
pub fn phone_uri(phone: &str) -> String {
    let digits = crate::khmer::number::to_latin_digits(phone);
    let digits = digits.chars();
    let digits: String = digits.filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}")
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn no_comma_stands_behind_a_whole_sentence() {
        for (words, line) in [
            (&["Pens", "A board"][..], "Pens, A board"),
            (
                &["Ask first.", "Then go!", "Why?", "So"],
                "Ask first. Then go! Why? So",
            ),
            (&["ទៅសាលា។", "ប៊ិក", "ក្តារ"], "ទៅសាលា។ ប៊ិក, ក្តារ"),
            (&["one"], "one"),
            (&[], ""),
        ] {
            assert_eq!(one_line(words.iter()), line);
        }
    }
}
