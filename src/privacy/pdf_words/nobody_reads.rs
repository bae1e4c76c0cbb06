//! What stands in for the reader of PDFs in a `sala` that was compiled without the feature `leaflets`: it reads no
//! page, and says so of each.

use serde::{Deserialize, Serialize};

/// Who reads: what was read by another is no answer.
pub(super) const READER: &str = "no words of a PDF";

/// What stands on the pages of a PDF.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Words {
    pub pages: Vec<String>,
    pub are_unknown: bool,
}

/// Nothing is known of any.
pub(super) fn words(_bytes: &[u8]) -> Option<Words> {
    Some(Words {
        pages: Vec::new(),
        are_unknown: true,
    })
}
