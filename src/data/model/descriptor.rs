//! What a Data Package says of our tables that its standard has no word for.

/// Of a table: whether an apostrophe that stands before a text that begins like a formula is no part of it.
pub(crate) const GUARDED: &str = "guarded";
/// Of a table: what its declaration says is as it should be, though it does not look so: `tolerate`, and
/// of a budget `rounding` (in units of its currency), `partial`, `allow_negative`, `over_places`,
/// `unusual_totals` and `base`, by the names of settings.
pub(crate) const ACCEPTED: &str = "accepted";
/// Of a column: what it holds in the words of declarations, where its type does not say it.
pub(crate) const HOLDS: &str = "holds";
/// Of a column: what readers are told for a value, in each language.
pub(crate) const NAMES: &str = "names";
