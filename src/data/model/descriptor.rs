//! What a Data Package says of our tables that its standard has no word for.

/// Of a table: whether an apostrophe that stands before a text that begins like a formula is no part of it.
pub(crate) const GUARDED: &str = "guarded";
/// Of a column: what it holds in the words of declarations, where its type does not say it.
pub(crate) const HOLDS: &str = "holds";
/// Of a column: what readers are told for a value, in each language.
pub(crate) const NAMES: &str = "names";
