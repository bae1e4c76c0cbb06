//! `amount`: one figure with its source, in a sentence or, with a label, by itself.

use super::{Argument, Body, Component, Exhibit, Figure, Holds, chosen};
use crate::diagnostic::Report;
use crate::figures::{self, AmountQuery};

pub(super) static COMPONENT: Component = Component {
    name: "amount",
    arguments: &[
        Argument::required("dataset", Holds::Text),
        Argument::required("code", Holds::Text),
        Argument::optional("place", Holds::Text),
        Argument::optional("year", Holds::Year),
        Argument::optional("phase", Holds::Text),
        Argument::optional("direction", Holds::Text),
        Argument::optional("label", Holds::Text),
    ],
    body: Body::None,
    in_line: true,
    resolve: |call| {
        let arguments = &call.arguments;
        let dataset = arguments.required("dataset");
        let text = |name| arguments.text(name).map(str::to_owned);
        let query = AmountQuery {
            code: arguments.required("code").to_owned(),
            place: text("place"),
            year: arguments.year("year"),
            phase: text("phase"),
            direction: text("direction"),
        };
        let view = figures::amount(&call.site.datasets, dataset, &query, call.words())
            .map_err(|problem| Report::of(chosen::told(call, dataset, problem)))?;
        Ok(Exhibit::Figure(Box::new(Figure {
            view,
            label: arguments.text("label"),
        })))
    },
};
