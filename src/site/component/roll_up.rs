//! `roll_up`: the figures of all places of one type below a place, added up.

use super::{Argument, Body, Component, Holds, chosen};
use crate::data::PlaceType;
use crate::figures;

pub(super) static COMPONENT: Component = Component {
    name: "roll_up",
    arguments: &[
        chosen::ONE,
        &[Argument::required("of", Holds::Word(PlaceType::WORDS))],
    ],
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let of = PlaceType::named(call.arguments.required("of"));
        let of = of.expect("the schema holds the word of one");
        chosen::measured(call, |datasets, name, query, words| {
            figures::rolled_up(datasets, name, query, of, words)
        })
    },
};
