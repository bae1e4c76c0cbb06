//! `services`: what offices do for citizens: the fee, the days, the papers, the office, the law.

use super::{Component, chosen, of_rows};
use crate::data::Kind;
use crate::figures::Shape;

const SHAPE: Shape = Shape {
    kind: Kind::Services,
    title: "name",
    text: None,
    hidden: &["id"],
};

pub(super) static COMPONENT: Component = of_rows::component(
    "services",
    &[chosen::TABLE, &[of_rows::by("place"), of_rows::by("id")]],
    |call| of_rows::cards(call, &SHAPE, &["place", "id"]),
);
