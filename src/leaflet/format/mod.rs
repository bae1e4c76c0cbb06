//! What a leaflet format is: `leaflet/<format>.toml` of the theme → pages, paper and folds.

mod fields;
#[cfg(feature = "leaflets")]
mod rules;

pub use fields::SCHEMA;
#[cfg(feature = "leaflets")]
pub use rules::Format;
#[cfg(feature = "leaflets")]
pub(super) use rules::{Rules, Sheet, Side, read, template_path};
