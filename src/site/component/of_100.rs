//! `of_100`: of each hundred riel of a total, how many go to each of its parts.

use super::{Body, Component, chosen};
use crate::figures;

pub(super) static COMPONENT: Component = Component {
    name: "of_100",
    arguments: &[chosen::FIGURE, chosen::WHICH],
    body: Body::None,
    in_line: false,
    resolve: |call| chosen::measured(call, figures::of_100),
};
