//! `amount`: one figure with its source, in a sentence or, with a label, by itself.

use super::{Body, Component, Exhibit, Figure, chosen};
use crate::diagnostic::Report;
use crate::figures;

pub(super) static COMPONENT: Component = Component {
    name: "amount",
    arguments: &[chosen::FIGURE, chosen::WHICH],
    body: Body::None,
    in_line: true,
    resolve: |call| {
        let arguments = &call.arguments;
        let dataset = arguments.required("dataset");
        let query = chosen::one(call);
        let view = figures::amount(&call.site.datasets, dataset, &query, call.words())
            .map_err(|problem| Report::of(chosen::told(call, dataset, problem)))?;
        Ok(Exhibit::Figure(Box::new(Figure {
            view,
            label: arguments.text("label"),
        })))
    },
};
