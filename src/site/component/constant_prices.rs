//! `constant_prices`: a figure in the prices of another year, by a table of price indices.

use super::{Argument, Body, Component, Exhibit, Holds, chosen, of_rows};
use crate::diagnostic::Report;
use crate::figures::{self, PricesProblem};

pub(super) static COMPONENT: Component = Component {
    name: "constant_prices",
    arguments: &[
        chosen::FIGURE,
        chosen::WHICH,
        &[
            Argument::required("deflators", Holds::Text),
            Argument::required("prices_of", Holds::Year),
        ],
    ],
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let arguments = &call.arguments;
        let dataset = arguments.required("dataset");
        let deflators = arguments.required("deflators");
        let prices_of = arguments.year("prices_of").unwrap_or_default();
        let (datasets, query) = (&call.site.datasets, chosen::one(call));
        let of = (deflators, prices_of);
        let measured = figures::constant_prices(datasets, dataset, &query, of, call.words());
        let measured = measured.map_err(|problem| {
            Report::of(match problem {
                PricesProblem::Figure(problem) => chosen::told(call, dataset, problem),
                PricesProblem::Deflators(problem) => {
                    of_rows::told(call, ("deflators", deflators), problem)
                }
            })
        })?;
        Ok(Exhibit::Measure(chosen::labelled(call, measured)))
    },
};
