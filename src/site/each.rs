//! `_each.md` → one page for each row of a dataset.
//!
//! `{column}` in the front matter's text and in the page's text stands for the row's value; the
//! text is parsed once, and a value is never read as Markdown.

use super::pages::{Draft, blank};
use super::{Kind, address};
use crate::content::{self, EachSource, PageFront};
use crate::data::Datasets;
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The pages of one template, in the order of the rows.
pub(super) fn pages(template: &EachSource, datasets: &Datasets, report: &mut Report) -> Vec<Draft> {
    let source = &template.page;
    let place = Place::file(&source.path);
    let Some(dataset) = datasets.get(&template.each.dataset) else {
        report.push(
            Diagnostic::new(&codes::site::NO_DATASET, place)
                .with("name", &template.each.dataset)
                .with_list("known", datasets.names())
                .did_you_mean(&template.each.dataset, datasets.names()),
        );
        return Vec::new();
    };
    let mut drafts = Vec::with_capacity(dataset.rows());
    let mut slugs: BTreeMap<String, usize> = BTreeMap::new();
    for row in 0..dataset.rows() {
        let Some(values) = dataset.row_values(row, &source.language) else {
            continue;
        };
        let values: BTreeMap<String, String> = values.into_iter().collect();
        let wanted = |(column, value): (&String, &String)| values.get(column) == Some(value);
        if !template.each.rows.iter().all(wanted) {
            continue;
        }
        let before = report.errors();
        let mut fill =
            |text: &str| content::fill_text(text, &values, &place, report).unwrap_or_default();
        let slug = address::slug(&fill(&template.each.slug));
        let front = PageFront {
            description: source.front.description.as_deref().map(&mut fill),
            ..source.front.clone()
        };
        let title = fill(&source.title);
        let document = content::fill(&source.document, &values, report);
        if report.errors() > before {
            // The same mistake would be found in every row.
            return Vec::new();
        }
        if slug.is_empty() {
            report.push(
                Diagnostic::new(&codes::site::EMPTY_SLUG, place.clone()).with("row", row + 1),
            );
            continue;
        }
        if let Some(other) = slugs.insert(slug.clone(), row) {
            report.push(
                Diagnostic::new(&codes::site::SAME_SLUG, place.clone())
                    .with("slug", &slug)
                    .with("row", row + 1)
                    .with("other", other + 1),
            );
            continue;
        }
        let mut draft = blank(source, front, Arc::new(document));
        let folder = match source.folder.as_str() {
            "" => String::new(),
            folder => format!("{folder}/"),
        };
        draft.kind = Kind::Page;
        draft.path = format!("{folder}{slug}/index.html");
        draft.page.key = format!("{folder}{slug}");
        draft.page.title = title;
        draft.page.dataset = Some(dataset.name.clone());
        draft.page.weight = i64::try_from(row).unwrap_or(i64::MAX);
        drafts.push(draft);
    }
    drafts
}
