//! `steps`: what to do, one thing after the other, made from a numbered list.

use super::{Body, Component, Exhibit};
use crate::content::block::Block;
use crate::diagnostic::{Report, codes, diagnostic};

pub(super) static COMPONENT: Component = Component {
    name: "steps",
    arguments: &[],
    body: Body::Required,
    in_line: false,
    resolve: |call| match call.body() {
        [Block::List(list)] if !list.items.is_empty() => Ok(Exhibit::Steps(&list.items)),
        _ => {
            let problem = diagnostic!(codes::site::WANTS_LIST, call.place());
            Err(Report::of(problem))
        }
    },
};
