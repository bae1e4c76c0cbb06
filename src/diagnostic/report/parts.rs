//! A report → what of it is about some files, where that is, and how grave it is.

use super::{Kind, Place, Report, Severity};
use std::collections::BTreeMap;

impl Report {
    /// What was found in the files of these paths alone.
    pub fn of_files(mut self, is_of: impl Fn(&str) -> bool) -> Report {
        for files in self.found.values_mut() {
            files.retain(|path, _| is_of(path));
        }
        self.found.retain(|_, files| !files.is_empty());
        self
    }

    /// The same problems, each that is told where `place` puts it.
    #[must_use]
    pub fn placed(mut self, mut place: impl FnMut(&Place) -> Option<Place>) -> Report {
        let groups = self.found.values_mut().flat_map(BTreeMap::values_mut);
        for diagnostic in groups.flat_map(|group| &mut group.told) {
            if let Some(place) = place(&diagnostic.place) {
                diagnostic.place = place;
            }
        }
        self
    }

    /// Whether there is an error in the file of this path.
    pub fn has_errors_in(&self, path: &str) -> bool {
        let mut groups = self.groups();
        groups.any(|(sort, of, _)| sort.severity == Severity::Error && of == path)
    }

    /// The kind of the gravest error, which decides the exit code.
    pub fn gravest(&self) -> Option<Kind> {
        self.found
            .keys()
            .filter(|sort| sort.severity == Severity::Error)
            .map(|sort| sort.kind)
            .max()
    }
}
