//! `glossary`: words and what they mean, from a table.

use super::{Component, chosen, of_rows};
use crate::data::Kind;
use crate::figures::Shape;

const SHAPE: Shape = Shape {
    kind: Kind::Glossary,
    title: "term",
    text: Some("meaning"),
    hidden: &["id"],
};

pub(super) static COMPONENT: Component = of_rows::component("glossary", &[chosen::TABLE], |call| {
    of_rows::cards(call, &SHAPE, &[])
});
