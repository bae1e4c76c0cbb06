//! The sources of a dataset → [`SourceView`]s: how they stand under figures, in one language.

use crate::config::Language;
use crate::data::{BudgetLine, Dataset, Source};
use crate::khmer;
use crate::khmer::date::DateLength;
use std::collections::BTreeSet;

/// A source as it stands under figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceView {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub page: Option<String>,
    pub url: Option<String>,
    pub licence: Option<String>,
    /// The day the figures were taken from it, as readers write it.
    pub retrieved: Option<String>,
}

/// The sources of these lines; all of the dataset's if none of them names one.
pub(super) fn sources_of(
    dataset: &Dataset,
    lines: &[&BudgetLine],
    language: &Language,
    fallback: &Language,
) -> Vec<SourceView> {
    let named: BTreeSet<&str> = lines.iter().filter_map(|line| line.source()).collect();
    dataset
        .sources
        .iter()
        .filter(|source| named.is_empty() || named.contains(source.id.as_str()))
        .map(|source| source_view(source, language, fallback))
        .collect()
}

/// All sources of a dataset.
pub fn sources_of_dataset(
    dataset: &Dataset,
    language: &Language,
    fallback: &Language,
) -> Vec<SourceView> {
    sources_of(dataset, &[], language, fallback)
}

/// A source in the words of a language.
pub(super) fn source_view(source: &Source, language: &Language, fallback: &Language) -> SourceView {
    SourceView {
        id: source.id.clone(),
        title: source.title.get(language, fallback).to_owned(),
        publisher: source.publisher.get(language, fallback).to_owned(),
        page: source.page.clone(),
        url: source.url.clone(),
        licence: source.licence.clone(),
        retrieved: source.retrieved.map(|date| {
            khmer::date::format(
                date,
                DateLength::Medium,
                language.words(),
                language.number_style().digits,
            )
        }),
    }
}
