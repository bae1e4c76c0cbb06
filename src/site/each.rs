//! `_each.md` → one page for each row of a dataset.
//!
//! `{column}` in the front matter's text and in the page's text stands for the row's value; the
//! text is parsed once, and a value is never read as Markdown. A page keeps its template and the number
//! of its row; its text is filled when it is asked for.

use super::placed::{Draft, below};
use super::{Kind, Text, address};
use crate::content::{self, EachSource, Facts, Title, Told};
use crate::data::Datasets;
use crate::diagnostic::{Candidates, Diagnostic, Place, Report, codes, diagnostic};
use crate::figures::{self, Wording};
use crate::khmer::Segmenter;
use crate::theme::Theme;
use rayon::prelude::*;
use std::cell::LazyCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The pages of one template, in the order of the rows; `known` are the names of all datasets.
pub(super) fn drafts(
    template: &EachSource,
    datasets: &Datasets,
    theme: &Theme,
    segmenter: &Segmenter,
    known: &LazyCell<Candidates, impl FnOnce() -> Candidates>,
    report: &mut Report,
) -> Vec<Draft> {
    let place = Place::file(&template.facts.path);
    let Some(dataset) = datasets.get(&template.each.dataset) else {
        report.push(
            diagnostic!(
                codes::site::NO_DATASET,
                template.each.dataset.place(&template.facts.path),
                name = &template.each.dataset,
                known = known.list()
            )
            .did_you_mean(&template.each.dataset, known),
        );
        return Vec::new();
    };
    let rows = Rows {
        template,
        name: template.each.dataset.as_str().into(),
        place,
        datasets,
        words: Wording::of(theme, &template.facts.language),
        segmenter,
    };
    // A column that is not there is missing in every row, and told once.
    let chosen: Vec<usize> = (0..dataset.rows()).filter(|row| rows.wants(*row)).collect();
    let Some(first) = chosen.first() else {
        return Vec::new();
    };
    if !rows.columns_are_known(*first, report) {
        return Vec::new();
    }
    let read: Vec<Result<Draft, Diagnostic>> =
        chosen.par_iter().map(|row| rows.draft(*row)).collect();
    let mut drafts = Vec::with_capacity(read.len());
    let mut slugs: HashMap<Arc<str>, usize> = HashMap::with_capacity(read.len());
    for (row, draft) in chosen.into_iter().zip(read) {
        let draft = match draft {
            Ok(draft) => draft,
            Err(problem) => {
                report.push(problem);
                continue;
            }
        };
        if let Some(other) = slugs.insert(Arc::clone(&draft.key), row) {
            let slug = draft.key.rsplit('/').next().unwrap_or_default();
            report.push(diagnostic!(
                codes::site::SAME_SLUG,
                rows.slug_place(),
                slug = slug,
                row = rows.number(row),
                other = rows.number(other)
            ));
            continue;
        }
        drafts.push(draft);
    }
    drafts
}

/// The values of a row by column; none if there is no such row.
pub(super) fn values(
    datasets: &Datasets,
    dataset: &str,
    row: usize,
    words: Wording<'_>,
) -> BTreeMap<String, String> {
    let values = datasets
        .get(dataset)
        .and_then(|dataset| figures::row_values(dataset, row, words));
    values.into_iter().flatten().collect()
}

struct Rows<'each> {
    template: &'each EachSource,
    name: Arc<str>,
    place: Place,
    datasets: &'each Datasets,
    words: Wording<'each>,
    segmenter: &'each Segmenter,
}

impl Rows<'_> {
    fn values(&self, row: usize) -> BTreeMap<String, String> {
        values(self.datasets, &self.name, row, self.words)
    }

    fn slug_place(&self) -> Place {
        self.template.each.slug.place(&self.template.facts.path)
    }

    /// The number that a spreadsheet shows beside the row.
    fn number(&self, row: usize) -> u32 {
        let dataset = self.datasets.get(&self.name);
        let number = dataset.and_then(|dataset| dataset.spreadsheet_row(row));
        number.unwrap_or_default()
    }

    fn wants(&self, row: usize) -> bool {
        let wanted = &self.template.each.rows;
        wanted.is_empty() || {
            let values = self.values(row);
            wanted.iter().all(|(column, value)| {
                // Nobody types the spaces that a number is written with.
                let typed = |held: &String| held.replace('\u{A0}', " ") == *value;
                values
                    .get(column)
                    .is_some_and(|held| held == value || typed(held))
            })
        }
    }

    fn columns_are_known(&self, row: usize, report: &mut Report) -> bool {
        let values = self.values(row);
        let before = report.errors();
        let template = self.template;
        let texts = [
            template.each.slug.value.as_str(),
            template.facts.title.as_str(),
        ];
        for text in texts.into_iter().chain(template.description.as_deref()) {
            content::fill_text(text, &values, &self.place, report);
        }
        template.text.check_columns(&values, report);
        report.errors() == before
    }

    fn draft(&self, row: usize) -> Result<Draft, Diagnostic> {
        let values = self.values(row);
        let fill = |text: &str| content::filled(text, &values);
        let written = fill(&self.template.each.slug);
        let slug = address::slug(&written);
        if slug.is_empty() {
            return Err(diagnostic!(
                codes::site::EMPTY_SLUG,
                self.slug_place(),
                row = self.number(row)
            ));
        }
        let (document, _) = self.template.text.fill(&values, self.segmenter);
        let description = self.template.description.as_deref().map(fill);
        let told = Told::by(
            &document,
            description.as_deref(),
            self.segmenter,
            self.segmenter,
        );
        let shared = &*self.template.facts;
        let facts = Facts {
            title: Title::new(&fill(shared.title.as_str()), self.segmenter),
            description: told.description,
            is_described: told.is_described,
            before_more: told.before_more,
            reading_minutes: told.reading_minutes,
            weight: Some(i64::try_from(row).unwrap_or(i64::MAX)),
            ..shared.clone()
        };
        let key = below(&self.template.folder, &slug);
        Ok(Draft {
            kind: Kind::Page,
            path: format!("{key}/index.html"),
            key: key.into(),
            facts: Arc::new(facts),
            text: Text::Row {
                template: Arc::clone(&self.template.text),
                dataset: Arc::clone(&self.name),
                row,
            },
            order: None,
            page_template: None,
        })
    }
}
