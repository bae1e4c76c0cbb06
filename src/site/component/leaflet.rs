//! `leaflet`: the leaflets of the page, to read and to print.

use super::{Body, Component, Exhibit};
use crate::diagnostic::{Report, codes, diagnostic};

pub(super) static COMPONENT: Component = Component {
    name: "leaflet",
    arguments: &[],
    body: Body::None,
    in_line: true,
    resolve: |call| match call.page.facts.leaflets.as_slice() {
        [] => {
            let problem = diagnostic!(codes::site::NO_LEAFLET, call.place());
            Err(Report::of(problem))
        }
        formats => Ok(Exhibit::Leaflets(formats)),
    },
};
