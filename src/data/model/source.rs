//! Where figures come from.

use crate::config::Localised;
use jiff::civil::Date;

/// Where figures come from, as it stands under them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub id: String,
    pub title: Localised,
    pub publisher: Localised,
    pub url: Option<String>,
    pub page: Option<String>,
    /// An SPDX identifier, or `unknown`.
    pub licence: Option<String>,
    pub retrieved: Option<Date>,
}
