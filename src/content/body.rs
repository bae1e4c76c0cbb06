//! The text of a page: read with its facts, or only when somebody asks for it.
//!
//! What other pages see of a text are its anchors, and they are known either way.

use super::block::Document;
use crate::diagnostic::Report;
use std::sync::OnceLock;

/// The text of a page or section.
#[derive(Debug, Default)]
pub struct Body {
    document: OnceLock<Document>,
    /// The ids of the headings of a text that is not read.
    anchors: Box<[Box<str>]>,
}

impl Body {
    pub fn read(document: Document) -> Body {
        Body {
            document: document.into(),
            anchors: Box::default(),
        }
    }

    /// A text whose file is as it was when it had these anchors.
    pub fn unread(anchors: Box<[Box<str>]>) -> Body {
        Body {
            document: OnceLock::new(),
            anchors,
        }
    }

    /// The ids of its headings; empty for one that is no target of a link.
    pub fn headings(&self) -> &[Box<str>] {
        match self.document.get() {
            Some(document) => &document.headings,
            None => &self.anchors,
        }
    }

    /// The text, if it was read.
    pub(super) fn into_document(self) -> Option<Document> {
        self.document.into_inner()
    }

    /// The text, read by `read` if nobody asked for it before.
    pub fn document(
        &self,
        read: impl FnOnce() -> Result<Document, Report>,
    ) -> Result<&Document, Report> {
        match self.document.get() {
            Some(document) => Ok(document),
            None => {
                let document = read()?;
                Ok(self.document.get_or_init(|| document))
            }
        }
    }
}
