//! `of_100`: of each hundred riel of a total, how many go to each of its parts, or to one of them.

use super::{Argument, Body, Component, Holds, chosen};
use crate::figures;

pub(super) static COMPONENT: Component = Component {
    name: "of_100",
    arguments: &[
        chosen::FIGURE,
        chosen::WHICH,
        &[Argument::optional("part", Holds::Text)],
    ],
    body: Body::None,
    in_line: false,
    resolve: |call| match call.arguments.text("part") {
        None => chosen::measured(call, figures::of_100),
        Some(part) => chosen::measured(call, |datasets, dataset, query, words| {
            figures::of_100_to(datasets, dataset, query, part, words)
        }),
    },
};
