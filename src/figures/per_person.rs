//! A figure and the people of its place → what comes to each of them.

use super::cells::Cells;
use super::figure::meant;
use super::measured::{Measured, Part, Shown, sources_of};
use super::measures::per_person;
use super::query::{AmountQuery, QueryProblem};
use super::sources::{SourceView, sources_of_dataset};
use super::units::unit_for;
use super::wording::Wording;
use crate::data::{Datasets, People};
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
    let amount = figure.told_what(words, fallback);
    let mut sources = sources_of(&[figure], words, fallback);
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
        sources,
        synthetic: figure.dataset.synthetic
            || datasets
                .gazetteer()
                .dataset_of(&line.place)
                .and_then(|name| datasets.get(name))
                .is_some_and(|places| people.is_some() && places.synthetic),
        shown: Shown::Told,
    })
}

fn label_of_people(
    datasets: &Datasets,
    place: &str,
    people: Option<&People>,
    words: Wording<'_>,
) -> String {
    let name = &words.place(datasets, place);
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
    let Some(table) = table.and_then(|name| datasets.get(name)) else {
        return Vec::new();
    };
    let fallback = &datasets.fallback();
    let mut declared = sources_of_dataset(table, words, fallback);
    let cells = Cells::of_cell(people.cell.clone());
    for source in &mut declared {
        source.cells = cells.clone();
    }
    match &people.source {
        None => declared,
        Some(named) => {
            let own = declared.into_iter().find(|source| source.id == *named);
            vec![own.unwrap_or_else(|| SourceView {
                title: named.clone(),
                dataset: table.name.clone(),
                cells,
                ..SourceView::default()
            })]
        }
    }
}
