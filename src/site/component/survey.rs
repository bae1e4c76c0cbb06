//! `survey`: the answers to questions, how many gave each, and which share they are.

use super::{Component, of_rows};
use crate::figures;

pub(super) static COMPONENT: Component = of_rows::component(
    "survey",
    &[
        of_rows::TABLE,
        &[of_rows::by("place"), of_rows::by("question")],
    ],
    |call| of_rows::table(call, &["place", "question"], figures::survey),
);
