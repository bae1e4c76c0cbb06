//! `rank`: which place a figure has among those of places of the same type.

use super::{Body, Component, chosen};
use crate::figures;

pub(super) static COMPONENT: Component = Component {
    name: "rank",
    arguments: &[chosen::FIGURE, chosen::WHICH],
    body: Body::None,
    in_line: false,
    resolve: |call| chosen::measured(call, figures::ranked),
};
