//! What one build leaves for the next: what pages' files said, and which site stands there.
//!
//! A site is a function of its campaign, and a page of it a function of its own text and of what pages
//! see of each other: their facts, and all files that are no pages. So where those are the same, an
//! output is as it was, unless it is made from a text that was edited, or there was something to tell
//! of it. A test builds upon random edits, and anew, and compares every byte.

use super::{Campaign, Request, is_in};
use crate::content::KeptPages;
use crate::files::{Files, kinds};
use crate::site::PageId;
use crate::site::plan::{Output, What};
use crate::store::Key;
use std::collections::BTreeSet;

/// What is left of a build.
pub(crate) struct LastBuild {
    /// The hash of the list of the site that it made.
    pub list: blake3::Hash,
    /// The outputs that it had something to tell of, by their paths.
    pub told: BTreeSet<String>,
    pages: KeptPages,
}

/// The form of what stands before the pages: the list's hash, and the outputs.
type Head<'bytes> = ([u8; 32], Vec<&'bytes str>);

impl LastBuild {
    pub(super) fn pages(&self) -> &KeptPages {
        &self.pages
    }

    /// Reads what [`Campaign::leave`] wrote, or somebody else.
    pub(crate) fn read(bytes: Vec<u8>) -> Option<LastBuild> {
        let ((list, told), pages): (Head<'_>, _) = postcard::take_from_bytes(&bytes).ok()?;
        let told = told.into_iter().map(str::to_owned).collect();
        let begin = bytes.len() - pages.len();
        Some(LastBuild {
            list: blake3::Hash::from_bytes(list),
            told,
            pages: KeptPages::read(bytes, begin)?,
        })
    }
}

impl Request {
    /// What the last build left, if nothing but texts of pages has changed since.
    pub(crate) fn last(&self, files: &Files) -> Option<LastBuild> {
        let key = self.key_of_all_but_pages(files)?;
        LastBuild::read(self.kept().get(&key)?)
    }

    fn key_of_all_but_pages(&self, files: &Files) -> Option<Key> {
        let is_page = |path: &str| path.starts_with("content/") && kinds::is_page(path);
        self.key("last build", files, is_page)
    }
}

impl Campaign {
    /// Leaves what the next build may know; `told` are the outputs with something to tell.
    pub(crate) fn leave(&self, list: blake3::Hash, told: &BTreeSet<String>) {
        let key = self.request.key_of_all_but_pages(&self.files);
        if let (Some(key), Some(bytes)) = (key, self.left(list, told)) {
            self.kept.put(&key, &bytes);
        }
    }

    /// The bytes that [`LastBuild::read`] reads; nothing if a file changed meanwhile.
    pub(crate) fn left(&self, list: blake3::Hash, told: &BTreeSet<String>) -> Option<Vec<u8>> {
        let head: Head<'_> = (*list.as_bytes(), told.iter().map(String::as_str).collect());
        self.sources
            .keep(&self.files, postcard::to_stdvec(&head).ok()?)
    }

    /// Whether an output may be other than the last build made it.
    pub(crate) fn may_differ(&self, output: &Output, last: Option<&LastBuild>) -> bool {
        let (Some(last), Some(edited)) = (last, &self.sources.edited) else {
            return true;
        };
        let is_of_edited = |page: PageId| is_in(edited, self.site.page(page).source());
        let is_made_from_edited = match &output.what {
            What::Page { page, .. } | What::Leaflet { page, .. } => is_of_edited(*page),
            What::Card { page } => is_of_edited(*page),
            What::Search { language } => self.site.pages().any(|(id, page)| {
                page.language == *language && !page.is_fallback() && is_of_edited(id)
            }),
            What::Taxonomy { .. }
            | What::Term { .. }
            | What::Feed { .. }
            | What::TermFeed { .. }
            | What::SearchScript
            | What::Sitemap
            | What::Robots
            | What::NotFound
            | What::Worker
            | What::HostFile
            | What::Manifest { .. }
            | What::Alias { .. }
            | What::Calendar { .. }
            | What::Code { .. }
            | What::Copy { .. }
            | What::Photo { .. }
            | What::Drawing { .. }
            | What::Smaller { .. }
            | What::ThemeFile { .. }
            | What::Dataset { .. }
            | What::Catalogue { .. }
            | What::PlaceFile { .. }
            | What::DataPackage => false,
            // Its letters are those of every text.
            What::Font { .. } => true,
        };
        is_made_from_edited || last.told.contains(&output.path)
    }
}
