//! Codes of the `site` stage.

use super::codes;

codes! {}
