//! `comparator`: how many wells, classrooms or metres of road a figure would pay for.

use super::{Argument, Body, Component, Exhibit, Holds, chosen};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::figures::{self, ComparatorProblem};

pub(super) static COMPONENT: Component = Component {
    name: "comparator",
    arguments: &[
        chosen::FIGURE,
        chosen::WHICH,
        &[Argument::required("id", Holds::Text)],
    ],
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let dataset = call.arguments.required("dataset");
        let id = call.arguments.required("id");
        let (datasets, query) = (&call.site.datasets, chosen::one(call));
        let measured = figures::comparator(datasets, dataset, &query, id, call.words());
        let measured = measured.map_err(|problem| {
            Report::of(match problem {
                ComparatorProblem::Figure(problem) => chosen::told(call, dataset, problem),
                ComparatorProblem::NoComparator { known } => diagnostic!(
                    codes::site::NO_COMPARATOR,
                    call.place_of("id"),
                    id = id,
                    known = known.list()
                )
                .did_you_mean(id, &known),
                ComparatorProblem::Currencies { one, other } => diagnostic!(
                    codes::site::OTHER_CURRENCY,
                    call.place_of("id"),
                    id = id,
                    one = one,
                    other = other
                ),
            })
        })?;
        Ok(Exhibit::Measure(chosen::labelled(call, measured)))
    },
};
