//! `_each.md` → one page for each row of a dataset, or for each group of rows that say the same.
//!
//! `{column}` in the front matter's text and in the page's text stands for the row's value; the
//! text is parsed once, and a value is never read as Markdown. A page keeps its template and the numbers
//! of its rows; its text is filled when it is asked for.

mod conditions;
mod groups;
mod order;

use super::placed::{Draft, below};
use super::{Kind, Text, address};
use crate::content::kinds::{FieldHolds, Given, Particulars};
use crate::content::{self, EachSource, Facts, Title, Told};
use crate::data::{Contents, Dataset, Datasets};
use crate::diagnostic::{Candidates, Diagnostic, Place, Report, codes, diagnostic};
use crate::figures::{Compared, RowColumns, Wording};
use crate::khmer::Segmenter;
use crate::khmer::number::to_latin_digits;
use crate::schema::{Spot, Written};
use crate::theme::Theme;
use rayon::prelude::*;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What stands for the number of rows that share a page.
const ROWS: &str = "rows";

/// What rows become pages with.
pub(super) struct Inputs<'site> {
    pub(super) datasets: &'site Datasets,
    pub(super) theme: &'site Theme,
    pub(super) segmenter: &'site Segmenter,
    /// The types of places that have pages; every type, if the configuration does not say.
    pub(super) place_pages: Option<&'site BTreeSet<&'static str>>,
}

/// The pages of one template, in the order of the rows; `known` are the names of all datasets, and
/// `is_ordered` says whether the section shows its pages in that order.
///
/// The cost grows with the rows, and by their logarithm where they are put in order.
pub(super) fn drafts(
    template: &EachSource,
    inputs: &Inputs<'_>,
    known: &LazyCell<Candidates, impl FnOnce() -> Candidates>,
    is_ordered: bool,
    report: &mut Report,
) -> Vec<Draft> {
    let asked = &template.each.dataset;
    let Some(dataset) = inputs.datasets.get(asked) else {
        report.push(
            diagnostic!(
                codes::site::NO_DATASET,
                asked.place(&template.facts.path),
                name = asked,
                known = known.list()
            )
            .did_you_mean(asked, known),
        );
        return Vec::new();
    };
    let words = Wording::of(inputs.theme, &template.facts.language);
    let columns = RowColumns::of(dataset, words);
    let rows = Rows {
        template,
        name: asked.as_str().into(),
        dataset,
        words,
        segmenter: inputs.segmenter,
    };
    let before = report.errors();
    let path = &template.facts.path;
    if let Some(place) = &template.facts.place {
        report.push(diagnostic!(codes::site::EACH_PLACE, place.place(path)));
    }
    let chosen = conditions::chosen(template, dataset, &columns, report);
    let order = order::Order::of(template, &columns, report);
    let groups = groups::Groups::of(template, &columns, report);
    rows.check_columns(&columns, report);
    if let Some(first) = template.each.sort_by.first()
        && !is_ordered
        && !rows.are_places_with_pages()
    {
        report.push(diagnostic!(codes::site::ORDER_UNUSED, first.place(path)));
    }
    let (Some(mut chosen), Some(order), Some(groups), true) =
        (chosen, order, groups, report.errors() == before)
    else {
        return Vec::new();
    };
    let is_empty = chosen.is_empty();
    if let (Contents::Places(places), Some(types)) = (&dataset.contents, inputs.place_pages)
        && rows.are_places_with_pages()
    {
        chosen.retain(|row| types.contains(places[*row].place_type.word()));
    }
    if is_empty {
        report.push(diagnostic!(
            codes::site::NO_ROWS,
            template.each.spot.place(path),
            dataset = asked
        ));
    }
    order.sort(&mut chosen);
    rows.drafts(&groups.of_rows(chosen), report)
}

/// What rows say, by column.
pub(super) struct Values {
    /// As readers see it.
    pub shown: BTreeMap<String, String>,
    /// As the table has it, where that is another word.
    pub plain: BTreeMap<String, String>,
}

/// What these rows of a dataset say alike, by those columns that a text names.
pub(super) fn values(
    dataset: &Dataset,
    rows: &[usize],
    names: &BTreeSet<&str>,
    words: Wording<'_>,
) -> Values {
    let columns = RowColumns::named(dataset, words, names);
    values_in(&columns, rows, words)
}

fn values_in(columns: &RowColumns<'_>, rows: &[usize], words: Wording<'_>) -> Values {
    let common = columns.common(rows);
    let plain = common.iter();
    let plain = plain.filter(|(_, value)| value.plain() != value.shown);
    let plain = plain.map(|(name, value)| (name.clone(), value.plain().to_owned()));
    let plain = plain.collect();
    let shown = common.into_iter().map(|(name, value)| (name, value.shown));
    let mut shown: BTreeMap<String, String> = shown.collect();
    let count = i128::try_from(rows.len()).unwrap_or(i128::MAX);
    let count = words.language.number_style().integer(count);
    shown.entry(ROWS.to_owned()).or_insert(count);
    Values { shown, plain }
}

/// That a table has no such column, where it is named.
fn no_column(
    template: &EachSource,
    name: &str,
    written: &Written<String>,
    columns: &RowColumns<'_>,
) -> Diagnostic {
    let known = Candidates::of(columns.names());
    diagnostic!(
        codes::site::NO_COLUMN,
        written.place(&template.facts.path),
        dataset = &template.each.dataset,
        name = name,
        known = known.list()
    )
    .did_you_mean(name, &known)
}

struct Rows<'each> {
    template: &'each EachSource,
    name: Arc<str>,
    dataset: &'each Dataset,
    words: Wording<'each>,
    segmenter: &'each Segmenter,
}

impl Rows<'_> {
    fn slug_place(&self) -> Place {
        self.template.each.slug.place(&self.template.facts.path)
    }

    /// The number that a spreadsheet shows beside the row.
    fn number(&self, row: usize) -> u32 {
        self.dataset.spreadsheet_row(row).unwrap_or_default()
    }

    /// Whether each page is the page of a place.
    fn are_places_with_pages(&self) -> bool {
        let each = &self.template.each;
        each.links_places
            && each.group_by.is_empty()
            && matches!(self.dataset.contents, Contents::Places(_))
    }

    /// The texts beside the page's own.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let template = self.template;
        let texts = [
            template.each.slug.value.as_str(),
            template.facts.title.as_str(),
        ];
        texts.into_iter().chain(template.description.as_deref())
    }

    /// Reports each column that is named and not there, once for all rows.
    fn check_columns(&self, columns: &RowColumns<'_>, report: &mut Report) {
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        known.extend(columns.names().map(|name| (name.to_owned(), String::new())));
        known.entry(ROWS.to_owned()).or_default();
        let place = Place::file(&self.template.facts.path);
        for text in self.texts() {
            content::fill_text(text, &known, &place, report);
        }
        for given in self.particulars().into_iter().flat_map(Particulars::texts) {
            if let Given::Text(text) = &given.value {
                let place = given.place(&self.template.facts.path);
                content::fill_text(text, &known, &place, report);
            }
        }
        self.template.text.check_columns(&known, report);
    }

    /// What the template says in the table of its kind.
    fn particulars(&self) -> Option<&Particulars> {
        self.template.facts.particulars.as_deref()
    }

    /// A page for each group of rows.
    fn drafts(&self, groups: &[Arc<[usize]>], report: &mut Report) -> Vec<Draft> {
        let mut in_texts: Vec<String> = self.texts().flat_map(content::columns_in).collect();
        in_texts.extend(
            self.particulars()
                .into_iter()
                .flat_map(Particulars::columns),
        );
        let in_body = self.template.text.columns.iter();
        let names: BTreeSet<&str> = in_texts
            .iter()
            .chain(in_body.map(|column| &column.name))
            .map(String::as_str)
            .collect();
        let columns = RowColumns::named(self.dataset, self.words, &names);
        let before = report.errors();
        self.check_common(groups, &columns, &names, report);
        if report.errors() > before {
            return Vec::new();
        }
        let read: Vec<Result<Draft, Report>> = groups
            .par_iter()
            .enumerate()
            .map(|(place, rows)| self.draft(place, rows, &columns))
            .collect();
        let mut drafts = Vec::with_capacity(read.len());
        let mut slugs: HashMap<Arc<str>, usize> = HashMap::with_capacity(read.len());
        for (rows, draft) in groups.iter().zip(read) {
            let draft = match draft {
                Ok(draft) => draft,
                Err(problems) => {
                    report.extend(problems);
                    continue;
                }
            };
            let row = rows[0];
            if let Some(other) = slugs.insert(Arc::clone(&draft.key), row) {
                let slug = draft.key.rsplit('/').next().unwrap_or_default();
                report.push(diagnostic!(
                    codes::site::SAME_SLUG,
                    self.slug_place(),
                    slug = slug,
                    row = self.number(row.max(other)),
                    other = self.number(row.min(other))
                ));
                continue;
            }
            drafts.push(draft);
        }
        drafts
    }

    /// A page has one value of a column, so all its rows have to say the same there.
    fn check_common(
        &self,
        groups: &[Arc<[usize]>],
        columns: &RowColumns<'_>,
        names: &BTreeSet<&str>,
        report: &mut Report,
    ) {
        for name in names {
            let Some(column) = columns.get(name) else {
                continue;
            };
            let differs = groups.iter().find_map(|rows| {
                let first = column.value(rows[0]);
                let others = rows[1..].iter().map(|row| (*row, column.value(*row)));
                let (other, value) = others.into_iter().find(|(_, value)| *value != first)?;
                Some((rows[0], first.shown, other, value.shown))
            });
            let Some((row, one, other, another)) = differs else {
                continue;
            };
            let mut in_body = self.template.text.columns.iter();
            let place = match in_body.find(|column| column.name == **name) {
                Some(column) => column.place.clone(),
                None => Place::file(&self.template.facts.path),
            };
            report.push(diagnostic!(
                codes::site::GROUP_DIFFERS,
                place,
                name = name,
                row = self.number(row),
                one = one,
                other = self.number(other),
                another = another
            ));
        }
    }

    /// The values of a row as the table has them, with numbers that are not parted and not rounded.
    fn exact(
        &self,
        particulars: &Particulars,
        columns: &RowColumns<'_>,
        row: usize,
        plain: &BTreeMap<String, String>,
    ) -> BTreeMap<String, String> {
        let mut exact = plain.clone();
        for name in particulars.columns() {
            let column = columns.get(&name);
            let column = column.filter(|column| column.compared == Compared::Numbers);
            if let Some(number) = column.and_then(|column| column.value(row).number) {
                exact.insert(name, number.normalize().to_string());
            }
        }
        exact
    }

    fn draft(
        &self,
        place: usize,
        rows: &Arc<[usize]>,
        columns: &RowColumns<'_>,
    ) -> Result<Draft, Report> {
        let values = values_in(columns, rows, self.words);
        let fill = |text: &str| content::filled(text, &values.shown);
        // Readers see Khmer digits and words, addresses have Latin digits and the table's own words.
        let mut plain = values.shown.clone();
        plain.extend(values.plain.clone());
        let written = to_latin_digits(&content::filled(&self.template.each.slug, &plain));
        let slug = address::slug(&written);
        if slug.is_empty() {
            return Err(Report::of(diagnostic!(
                codes::site::EMPTY_SLUG,
                self.slug_place(),
                row = self.number(rows[0])
            )));
        }
        let text = &self.template.text;
        let (document, _) = text.fill(&values.shown, &values.plain, self.segmenter);
        let description = self.template.description.as_deref().map(fill);
        let told = Told::by(
            &document,
            description.as_deref(),
            self.segmenter,
            self.segmenter,
        );
        let code = match &self.dataset.contents {
            Contents::Places(places) if self.are_places_with_pages() => {
                Some(places[rows[0]].code.clone())
            }
            _ => None,
        };
        let shared = &*self.template.facts;
        let mut found = Report::new();
        let particulars = self.particulars().map(|own| {
            let exact = self.exact(own, columns, rows[0], &plain);
            // Words are read by people, all else as the table has it.
            let fill = |holds: FieldHolds, text: &str| match holds {
                FieldHolds::Text | FieldHolds::Steps => fill(text),
                _ => content::filled(text, &exact),
            };
            let row = self.number(rows[0]);
            Box::new(own.filled(&fill, &shared.path, row, &mut found))
        });
        if found.has_errors() {
            return Err(found);
        }
        let filled = |own: &Written<String>| Written {
            value: content::filled(&own.value, &plain),
            spot: own.spot.clone(),
        };
        let facts = Facts {
            title: Title::new(
                &fill(shared.title.as_str()),
                &shared.language,
                self.segmenter,
            ),
            description: told.description,
            is_described: told.is_described,
            before_more: told.before_more,
            reading_minutes: told.reading_minutes,
            charts: told.charts,
            weight: Some(i64::try_from(place).unwrap_or(i64::MAX)),
            place: code.map(|value| Written {
                value,
                spot: Spot::default(),
            }),
            particulars,
            card: shared.card.as_ref().map(filled),
            short_address: shared
                .short_address
                .as_deref()
                .map(|own| Box::new(filled(own))),
            ..shared.clone()
        };
        let key = below(&self.template.folder, &slug);
        Ok(Draft {
            kind: Kind::Page,
            path: format!("{key}/index.html"),
            key: key.into(),
            facts: Arc::new(facts),
            text: Text::Rows {
                template: Arc::clone(&self.template.text),
                dataset: Arc::clone(&self.name),
                rows: Arc::clone(rows),
            },
            order: None,
            page_template: None,
        })
    }
}
