//! `compare`: how a figure differs from another: from that of another year, or from what was decided.

use super::{Argument, Body, Component, Exhibit, Holds, chosen};
use crate::diagnostic::Report;
use crate::figures::{self, CompareProblem, With};

pub(super) static COMPONENT: Component = Component {
    name: "compare",
    arguments: &[
        chosen::FIGURE,
        chosen::WHICH,
        &[
            Argument::optional("with_dataset", Holds::Text),
            Argument::optional("with_year", Holds::Year),
            Argument::optional("with_phase", Holds::Text),
        ],
    ],
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let arguments = &call.arguments;
        let dataset = arguments.required("dataset");
        let text = |name| arguments.text(name).map(str::to_owned);
        let with = With {
            dataset: text("with_dataset"),
            year: arguments.year("with_year"),
            phase: text("with_phase"),
        };
        let (datasets, query) = (&call.site.datasets, chosen::one(call));
        let measured = figures::compare(datasets, dataset, &query, &with, call.words());
        let measured = measured.map_err(|problem| {
            Report::of(match problem {
                CompareProblem::Figure(problem) => chosen::told(call, dataset, problem),
                CompareProblem::Other { dataset, problem } => {
                    chosen::told_of_other(call, &dataset, problem)
                }
            })
        })?;
        Ok(Exhibit::Measure(chosen::labelled(call, measured)))
    },
};
