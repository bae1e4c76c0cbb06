//! Codes of the `output` stage.

use super::codes;

codes! {}
