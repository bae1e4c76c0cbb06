//! Codes of the `content` stage.

use super::codes;

codes! {}
