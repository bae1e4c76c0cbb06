//! A figure and those of places of the same type, in the same year and phase → its rank among them, and what
//! lies in the middle.

use super::figure::{Meant, meant};
use super::measured::{Measured, Part, Shown, sources_of};
use super::measures::{decimals_of, rank};
use super::query::{AmountQuery, QueryProblem};
use super::wording::Wording;
use crate::data::{Alike, Datasets, PlaceType};
use crate::theme::words;

/// How many figures a comparison takes: a place alone is first and last.
const FEWEST: usize = 2;

/// Which place the figure that the query means has among its peers.
pub fn ranked(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    words: Wording<'_>,
) -> Result<Measured, QueryProblem> {
    let among = among_peers(datasets, name, query, words)?;
    let own = rank::rank(among.figure.value(), &among.alike.known);
    let told = own.map(|rank| {
        let rank = words.language.number_style().digits(rank as u64);
        words.say(&words::RANK_TOLD, &[&rank, &among.peers])
    });
    Ok(among.measured(told, rank::FORMULA))
}

/// What lies in the middle of the peers of the figure that the query means.
pub fn median(
    datasets: &Datasets,
    name: &str,
    query: &AmountQuery,
    words: Wording<'_>,
) -> Result<Measured, QueryProblem> {
    let among = among_peers(datasets, name, query, words)?;
    let told = among
        .middle()
        .map(|middle| words.say(&words::MEDIAN_TOLD, &[&middle, &among.peers]));
    Ok(among.measured(told, rank::MEDIAN_FORMULA))
}

/// A figure among those that it can be compared with.
struct Among<'own> {
    datasets: &'own Datasets,
    figure: Meant<'own>,
    alike: &'own Alike,
    /// So many communes.
    peers: String,
    words: Wording<'own>,
}

fn among_peers<'own>(
    datasets: &'own Datasets,
    name: &str,
    query: &AmountQuery,
    words: Wording<'own>,
) -> Result<Among<'own>, QueryProblem> {
    let figure = meant(datasets, name, query)?;
    let (line, gazetteer) = (figure.line, datasets.gazetteer());
    let no_peers = || {
        let place = line.place.to_string();
        QueryProblem::NoPeers { place }
    };
    let place_type = gazetteer.place_type(&line.place).ok_or_else(no_peers)?;
    let alike = figure
        .budget
        .peers(&line.code, (line.when(), place_type), |place| {
            gazetteer.place_type(place)
        });
    let alike = alike.filter(|alike| alike.known.len() + alike.unknown >= FEWEST);
    let alike = alike.ok_or_else(no_peers)?;
    Ok(Among {
        peers: so_many(alike.known.len(), place_type, words),
        datasets,
        figure,
        alike,
        words,
    })
}

/// So many places of a type.
pub(super) fn so_many(count: usize, place_type: PlaceType, words: Wording<'_>) -> String {
    let count = words.language.number_style().digits(count as u64);
    words.say(words.places_of(place_type), &[&count])
}

impl Among<'_> {
    fn middle(&self) -> Option<String> {
        let decimals = decimals_of(&self.figure.dataset.currency);
        let middle = rank::median(&self.alike.known, decimals)?;
        Some(self.figure.amount(middle, self.words))
    }

    fn measured(&self, told: Option<String>, formula: &words::Word) -> Measured {
        let (words, figure) = (self.words, self.figure);
        let fallback = &self.datasets.fallback();
        let label = figure.label(words.language, fallback);
        let amount = figure.told_what(words, fallback);
        let place = words.place(self.datasets, &figure.line.place);
        let unknown = || words.word(&words::NOT_KNOWN).to_owned();
        let mut parts = vec![
            Part {
                label: place,
                text: figure.text(words),
            },
            Part {
                label: words.say(&words::MEDIAN_OF, &[&self.peers]),
                text: self.middle().unwrap_or_else(unknown),
            },
        ];
        if self.alike.unknown > 0 {
            parts.push(Part {
                label: words.word(&words::PEERS_NOT_KNOWN).to_owned(),
                text: words
                    .language
                    .number_style()
                    .digits(self.alike.unknown as u64),
            });
        }
        Measured {
            label: label.to_owned(),
            told: told.unwrap_or_else(unknown),
            parts,
            formula: words.say(formula, &[&amount]),
            sources: sources_of(&[figure], words, fallback),
            synthetic: figure.dataset.synthetic,
            shown: Shown::Told,
        }
    }
}
