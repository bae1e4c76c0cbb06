//! A figure and the people of its place → what comes to each of them.

use super::figure::meant;
use super::measured::{Measured, Part, each_once};
use super::measures::per_person;
use super::query::{AmountQuery, QueryProblem};
use super::sources::{SourceView, source_view};
use super::units::unit_for;
use super::wording::Wording;
use crate::data::{Datasets, NATION, People};
use crate::theme::words;
use rust_decimal::Decimal;

/// What comes to each person of the place that the figure is of.
pub fn per_person(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    words: Wording<'_>,
) -> Result<Measured, QueryProblem> {
    let figure = meant(datasets, name, query)?;
    let (language, fallback) = (words.language, &datasets.fallback());
    let (line, currency) = (figure.line, &figure.dataset.currency);
    let people = datasets.gazetteer().people(&line.place);
    let each = per_person::per_person(figure.value(), people.map(|people| people.number), currency);
    let told = match each {
        Some(each) => {
            let unit = unit_for(Decimal::ONE, std::iter::empty());
            let each = unit.amount(each, currency, words);
            words.say(&words::PER_PERSON_TOLD, &[&each])
        }
        None => words.word(&words::NOT_KNOWN).to_owned(),
    };
    let label = figure.label(language, fallback);
    let when = words.period_phase(line.period, line.phase);
    let amount = words.say(&words::LABEL_IN_YEAR, &[label, &when]);
    let mut sources: Vec<SourceView> = figure.source(language, fallback).into_iter().collect();
    sources.extend(sources_of_people(datasets, &line.place, people, words));
    Ok(Measured {
        label: label.to_owned(),
        told,
        formula: words.say(per_person::FORMULA, &[&amount]),
        parts: vec![
            Part {
                label: amount,
                text: figure.text(words),
            },
            Part {
                label: label_of_people(datasets, &line.place, people, words),
                text: text_of_people(people, words),
            },
        ],
        sources: each_once(sources),
        synthetic: figure.dataset.synthetic
            || datasets
                .gazetteer()
                .dataset_of(&line.place)
                .and_then(|name| datasets.get(name))
                .is_some_and(|places| people.is_some() && places.synthetic),
    })
}

fn label_of_people(
    datasets: &Datasets,
    place: &str,
    people: Option<&People>,
    words: Wording<'_>,
) -> String {
    let fallback = datasets.fallback();
    let name = datasets.gazetteer().name(place);
    let name = name.map_or("", |name| name.get(words.language, &fallback));
    let name = match name {
        "" if place == NATION => words.word(&words::NATION),
        "" => place,
        name => name,
    };
    match people.and_then(|people| people.year) {
        Some(year) => {
            let year = words.language.number_style().digits(year);
            words.say(&words::PEOPLE_IN_YEAR, &[name, &year])
        }
        None => words.say(&words::PEOPLE, &[name]),
    }
}

fn text_of_people(people: Option<&People>, words: Wording<'_>) -> String {
    match people {
        Some(people) => {
            let style = words.language.number_style();
            style.decimal(people.number.normalize())
        }
        None => words.word(&words::UNKNOWN_FIGURE).to_owned(),
    }
}

/// Where the number of people comes from: what its row names, or what its table does.
fn sources_of_people(
    datasets: &Datasets,
    place: &str,
    people: Option<&People>,
    words: Wording<'_>,
) -> Vec<SourceView> {
    let Some(people) = people else {
        return Vec::new();
    };
    let table = datasets.gazetteer().dataset_of(place);
    let sources = table
        .and_then(|name| datasets.get(name))
        .map_or(&[][..], |table| table.sources.as_slice());
    let fallback = datasets.fallback();
    let view = |source| source_view(source, words.language, &fallback);
    match &people.source {
        None => sources.iter().map(view).collect(),
        Some(named) => {
            let declared = sources.iter().find(|source| source.id == *named).map(view);
            vec![declared.unwrap_or_else(|| SourceView {
                title: named.clone(),
                ..SourceView::default()
            })]
        }
    }
}
