//! Codes of the `theme` stage.

use super::codes;

codes! {}
