//! Codes of the `data` stage.

use super::codes;

codes! {}
