//! The figures of a code → those of places of one type in one year, phase and direction, as ranks and
//! medians need them.
//!
//! Made once for a code, when somebody asks; each place then finds its peers without looking at them.

use super::budget::When;
use super::{Money, PlaceType};
use std::collections::BTreeMap;

/// The figures of one code by what they can be compared with.
#[derive(Debug, Default)]
pub(crate) struct Peers(BTreeMap<(When, PlaceType), Alike>);

/// Figures of places of one type.
#[derive(Debug, Default)]
pub(crate) struct Alike {
    /// From the largest down.
    pub known: Vec<Money>,
    /// How many places have a figure that nobody knows.
    pub unknown: usize,
}

impl Peers {
    /// Of each figure when it is, what its place is, and what it comes to.
    pub fn of(figures: impl Iterator<Item = (When, PlaceType, Option<Money>)>) -> Peers {
        let mut peers = Peers::default();
        for (when, place_type, amount) in figures {
            let alike = peers.0.entry((when, place_type)).or_default();
            match amount {
                Some(amount) => alike.known.push(amount),
                None => alike.unknown += 1,
            }
        }
        for alike in peers.0.values_mut() {
            alike.known.sort_unstable_by(|one, other| other.cmp(one));
        }
        peers
    }

    pub fn get(&self, when: When, place_type: PlaceType) -> Option<&Alike> {
        self.0.get(&(when, place_type))
    }
}
