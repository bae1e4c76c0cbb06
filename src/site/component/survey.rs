//! `survey`: the answers to questions, how many gave each, and which share they are.

use super::{Component, chosen, of_rows};
use crate::figures;

pub(super) static COMPONENT: Component = of_rows::component(
    "survey",
    &[
        chosen::TABLE,
        &[of_rows::by("place"), of_rows::by("question")],
    ],
    |call| of_rows::table(call, &["place", "question"], figures::survey),
);
