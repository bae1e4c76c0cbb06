//! `scorecard`: how users and providers of a service judge it, criterion by criterion.

use super::{Component, chosen, of_rows};
use crate::figures;

pub(super) static COMPONENT: Component = of_rows::component(
    "scorecard",
    &[
        chosen::TABLE,
        &[of_rows::by("place"), of_rows::by("service")],
    ],
    |call| of_rows::table(call, &["place", "service"], figures::scorecard),
);
