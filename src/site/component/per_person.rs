//! `per_person`: a figure divided by the people of its place.

use super::{Body, Component, chosen};
use crate::figures;

pub(super) static COMPONENT: Component = Component {
    name: "per_person",
    arguments: &[chosen::FIGURE, chosen::WHICH],
    body: Body::None,
    in_line: false,
    resolve: |call| chosen::measured(call, figures::per_person),
};
