//! `commitments`: what was promised, by whom, until when, and how it stands.

use super::{Component, chosen, of_rows};
use crate::data::Kind;
use crate::figures::Shape;

const SHAPE: Shape = Shape {
    kind: Kind::Commitments,
    title: "action",
    text: None,
    hidden: &["id"],
};

pub(super) static COMPONENT: Component = of_rows::component(
    "commitments",
    &[
        chosen::TABLE,
        &[of_rows::by("place"), of_rows::by("status")],
    ],
    |call| of_rows::cards(call, &SHAPE, &["place", "status"]),
);
