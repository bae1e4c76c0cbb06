//! Codes of the `leaflet` stage.

use super::codes;

codes! {}
