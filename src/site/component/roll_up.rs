//! `roll_up`: figures added up, of all places of one type below a place, or of all parts of a time.

use super::{Argument, Body, Call, Component, Holds, chosen};
use crate::data::{PartsOfTime, PlaceType};
use crate::diagnostic::{Diagnostic, Report, codes, diagnostic};
use crate::figures::{self, Within};

pub(super) static COMPONENT: Component = Component {
    name: "roll_up",
    arguments: &[
        chosen::FIGURE,
        chosen::WHICH,
        &[
            Argument::optional("of", Holds::Word(PlaceType::WORDS)),
            Argument::optional("over", Holds::Word(PartsOfTime::WORDS)),
            Argument::optional("from_year", Holds::Year),
            Argument::optional("to_year", Holds::Year),
        ],
    ],
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let of = call.arguments.text("of").and_then(PlaceType::named);
        let over = call.arguments.text("over").and_then(PartsOfTime::named);
        match (of, over) {
            (Some(of), None) => {
                let years = ["from_year", "to_year"];
                if let Some(year) = years.into_iter().find(|name| call.arguments.has(name)) {
                    let place = call.place_of(year);
                    return Err(Report::of(diagnostic!(codes::site::YEARS_OF_PLACES, place)));
                }
                chosen::measured(call, |datasets, name, query, words| {
                    figures::rolled_up(datasets, name, query, of, words)
                })
            }
            (None, Some(parts)) => {
                let within = within(call, parts).map_err(Report::of)?;
                chosen::measured(call, |datasets, name, query, words| {
                    figures::rolled_up_periods(datasets, name, query, (parts, within), words)
                })
            }
            (None, None) | (Some(_), Some(_)) => {
                let problem = diagnostic!(codes::site::ROLL_UP_OF_WHAT, call.place());
                Err(Report::of(problem))
            }
        }
    },
};

/// The time whose parts are added up; it is said once, and has several of them.
fn within(call: &Call<'_, '_>, parts: PartsOfTime) -> Result<Within, Diagnostic> {
    let arguments = &call.arguments;
    let years = (arguments.year("from_year"), arguments.year("to_year"));
    let within = match (arguments.year("year"), arguments.period("period"), years) {
        (Some(year), None, (None, None)) => Some(Within::Years(year, year)),
        (None, Some(period), (None, None)) => Some(Within::Period(period)),
        (None, None, (Some(from), Some(to))) if from < to => Some(Within::Years(from, to)),
        _ => None,
    };
    let is_several = |within: &Within| match (parts, within) {
        (PartsOfTime::Years, Within::Years(from, to)) => from < to,
        (PartsOfTime::Years, Within::Period(_)) => false,
        _ => true,
    };
    within.filter(is_several).ok_or_else(|| {
        let place = call.place_of("over");
        diagnostic!(codes::site::OVER_WHAT_TIME, place, parts = parts.word())
    })
}
