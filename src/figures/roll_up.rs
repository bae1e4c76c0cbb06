//! The figures of all places of one type below a place → what they come to.

use super::figure::{Meant, meant};
use super::measured::{Measured, Part, Shown, sources_of};
use super::measures::roll_up;
use super::peers::so_many;
use super::query::{AmountQuery, Asked, QueryProblem, find};
use super::wording::Wording;
use crate::data::{Datasets, PlaceType};
use crate::diagnostic::Candidates;
use crate::theme::words;

/// Adds the figures of places up that lie below the query's place, or in the nation. Places that have no
/// figure are counted and told, and make the sum unknown as a blank one does: it would look like all of them.
///
/// The cost grows with the places below.
pub fn rolled_up(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    place_type: PlaceType,
    words: Wording<'_>,
) -> Result<Measured, QueryProblem> {
    let (dataset, _) = find(datasets, name)?;
    let gazetteer = datasets.gazetteer();
    let whole = query.place.as_deref().unwrap_or(crate::data::NATION);
    let below = gazetteer.below(whole).iter();
    let below: Vec<&String> = below
        .filter(|place| gazetteer.place_type(place) == Some(place_type))
        .collect();
    if below.is_empty() {
        return Err(QueryProblem::Unknown {
            asked: Asked::Place,
            read: whole.to_owned(),
            known: Candidates::of(
                gazetteer
                    .codes()
                    .filter(|code| !gazetteer.below(code).is_empty()),
            ),
        });
    }
    let mut figures: Vec<Meant<'_>> = Vec::new();
    let mut first_problem = None;
    let mut without = 0;
    for place in &below {
        let own = AmountQuery {
            place: Some((*place).clone()),
            ..query.clone()
        };
        match meant(datasets, name, &own) {
            Ok(figure) => figures.push(figure),
            // It has no such figure at all.
            Err(QueryProblem::Unknown {
                asked: Asked::Place | Asked::Year | Asked::Phase | Asked::Direction,
                ..
            }) => without += 1,
            Err(problem) => {
                first_problem.get_or_insert(problem);
            }
        }
    }
    if let Some(problem) = first_problem {
        return Err(problem);
    }
    let Some(first) = figures.first().copied() else {
        return Err(QueryProblem::NoneBelow {
            place: whole.to_owned(),
        });
    };
    if let Some(other) = figures
        .iter()
        .find(|figure| figure.line.when() != first.line.when())
    {
        let two = [first.line, other.line];
        let (one, next) = (two[0].period, two[1].period);
        let asked = match (one.year() == next.year(), one == next) {
            (false, _) => Asked::Year,
            (true, false) => Asked::Period,
            (true, true) => Asked::Phase,
        };
        let known = Candidates::of(two.map(|line| match asked {
            Asked::Year => line.period.year().to_string(),
            Asked::Period => line.period.to_string(),
            _ => line.phase.word().to_owned(),
        }));
        return Err(QueryProblem::Several { asked, known });
    }
    let each = figures.iter().map(|figure| figure.value());
    let missing = std::iter::repeat_n(None, without);
    let sum = roll_up::roll_up(each.chain(missing));
    let fallback = &datasets.fallback();
    let label = first.label(words.language, fallback);
    let amount = first.told_what(words, fallback);
    let place = words.place(datasets, whole);
    let known = figures
        .iter()
        .filter(|figure| figure.value().is_some())
        .count();
    let count = |count: usize| words.language.number_style().digits(count as u64);
    let peers = so_many(below.len(), place_type, words);
    Ok(Measured {
        label: words.say(&words::LABEL_IN_YEAR, &[label, &place]),
        told: match sum {
            Some(sum) => words.say(&words::ROLL_UP_TOLD, &[&first.amount(sum, words), &peers]),
            None => words.word(&words::NOT_KNOWN).to_owned(),
        },
        parts: vec![
            Part {
                label: words.word(&words::PLACES_WITH_FIGURE).to_owned(),
                text: count(known),
            },
            Part {
                label: words.word(&words::PEERS_NOT_KNOWN).to_owned(),
                text: count(below.len() - known),
            },
        ],
        formula: words.say(roll_up::FORMULA, &[&amount]),
        sources: sources_of(&figures, words, fallback),
        synthetic: dataset.synthetic,
        shown: Shown::Told,
    })
}
