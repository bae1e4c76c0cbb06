//! What a measure tells, ready to be shown: in words, with what it was made from, how, and the sources.

use super::figure::Meant;
use super::sources::{Gathered, SourceView};
use super::wording::Wording;
use crate::config::Language;
use rust_decimal::{Decimal, RoundingStrategy};

/// A measure in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// What it is about.
    pub label: String,
    /// The measure in words.
    pub told: String,
    /// What it was made from, or what it divides.
    pub parts: Vec<Part>,
    /// How it was computed, in words.
    pub formula: String,
    pub sources: Vec<SourceView>,
    /// One of its figures is invented for illustration; whoever shows it says so.
    pub synthetic: bool,
    pub shown: Shown,
}

/// What of a measure readers are to see first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// What it tells in words.
    Told,
    /// Its parts: they are what it tells, not only what it was made from.
    Parts,
    /// What it tells, which is so many of a hundred: a whole number that can be drawn.
    Hundredths(u32),
}

/// A figure with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub label: String,
    pub text: String,
}

/// The sources of figures, each once, with the cells of all its figures.
pub(super) fn sources_of(
    figures: &[Meant<'_>],
    words: Wording<'_>,
    fallback: &Language,
) -> Vec<SourceView> {
    let mut sources = Gathered::default();
    for figure in figures {
        figure.gather(&mut sources);
    }
    sources.views(words, fallback)
}

/// A share as a percentage with one decimal at most: `42.9%`.
pub(super) fn percent(share: Decimal, words: Wording<'_>) -> Option<String> {
    let hundredfold = share.checked_mul(Decimal::ONE_HUNDRED)?;
    let rounded = hundredfold.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    Some(words.language.number_style().decimal(rounded.normalize()) + "%")
}
