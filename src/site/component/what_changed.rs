//! `what_changed`: the lines of a budget by how much they changed from one year or phase to another.

use super::{Argument, Body, Component, Exhibit, Holds, chosen};
use crate::figures::{self, Between, Query};

/// So many lines are shown unless the call says otherwise.
const USUAL: usize = 10;

pub(super) static COMPONENT: Component = Component {
    name: "what_changed",
    arguments: &[
        chosen::TABLE,
        chosen::WHICH,
        &[
            Argument::optional("with_year", Holds::Year),
            Argument::optional("with_phase", Holds::Text),
            Argument::optional("most", Holds::Count),
        ],
    ],
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let arguments = &call.arguments;
        let text = |name| arguments.text(name).map(str::to_owned);
        let between = Between {
            year: arguments.year("year"),
            period: arguments.period("period"),
            phase: text("phase"),
            with_year: arguments.year("with_year"),
            with_phase: text("with_phase"),
        };
        let query = Query {
            by: text("by"),
            place: text("place"),
            direction: text("direction"),
            ..Query::default()
        };
        let most = arguments.count("most").unwrap_or(USUAL);
        let table = chosen::shown(call, |datasets, dataset, words| {
            figures::what_changed(datasets, dataset, &query, &between, most, words)
        })?;
        Ok(Exhibit::Table(Box::new(table)))
    },
};
