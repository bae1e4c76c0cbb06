//! `budget_table`: figures of a budget, categories as rows, years and phases as columns.

use super::{Body, Component, Exhibit, chosen};

pub(super) static COMPONENT: Component = Component {
    name: "budget_table",
    arguments: &[chosen::TABLE, chosen::WHICH],
    body: Body::None,
    in_line: false,
    resolve: |call| Ok(Exhibit::Table(Box::new(chosen::table(call)?))),
};
