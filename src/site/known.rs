//! What is there to be named on a site → for those who named something else: gathered when the first
//! mistake asks, and then shared by all mistakes.

use super::place_rows::RowsOfPlaces;
use super::{Page, PageId, Site, component};
use crate::data::{Contents, Dataset};
use crate::diagnostic::Candidates;
use crate::figures::{RowColumns, Wording};
use crate::files::name;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The names that mistakes were held against so far.
#[derive(Debug, Default)]
pub(super) struct Known {
    link_targets: OnceLock<Candidates>,
    datasets: OnceLock<Candidates>,
    places: OnceLock<Candidates>,
    budgets: OnceLock<Candidates>,
    contacts: OnceLock<Candidates>,
    templates: OnceLock<Candidates>,
    components: OnceLock<Candidates>,
    /// What rows of a dataset say, by the dataset's name.
    columns: Mutex<BTreeMap<String, Arc<BTreeSet<String>>>>,
    /// The files of `static/`, by what is the same in names that some computer takes for one.
    in_static: OnceLock<HashMap<String, String>>,
    /// Every file that is published as it is, by its name alone; nothing where there are several.
    called: OnceLock<HashMap<String, Option<String>>>,
    rows_of_places: OnceLock<RowsOfPlaces>,
    /// The page at each address of the site.
    pub(super) standing: OnceLock<HashMap<String, PageId>>,
    /// The files beside pages, by the folder of their pages.
    beside: Shelf,
    /// The ids of a page, by its path.
    anchors: Shelf,
}

type Shelf = Mutex<BTreeMap<Arc<str>, Candidates>>;

fn kept(shelf: &Shelf, key: &str, names: impl FnOnce() -> Candidates) -> Candidates {
    let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = shelf.get(key) {
        return known.clone();
    }
    let names = names();
    shelf.insert(key.into(), names.clone());
    names
}

impl Site {
    /// The paths that links may name.
    pub(super) fn link_targets(&self) -> &Candidates {
        self.known.link_targets.get_or_init(|| {
            // A page without a translation has the same source in each language.
            let targets: BTreeSet<String> = self
                .pages
                .iter()
                .filter_map(|page| page.source().strip_prefix("content/"))
                .filter(|path| !path.contains("_each."))
                .map(|path| format!("@/{path}"))
                .collect();
            Candidates::of(targets)
        })
    }

    /// The rows of tables that are about places.
    pub(super) fn rows_of_places(&self) -> &RowsOfPlaces {
        let known = &self.known.rows_of_places;
        known.get_or_init(|| RowsOfPlaces::of(self))
    }

    /// The names of all datasets.
    pub(super) fn dataset_names(&self) -> &Candidates {
        let known = &self.known.datasets;
        known.get_or_init(|| Candidates::of(self.datasets.names()))
    }

    /// The codes of all places.
    pub(super) fn place_codes(&self) -> &Candidates {
        let known = &self.known.places;
        known.get_or_init(|| Candidates::of(self.places.tree.codes()))
    }

    /// The names of those that are budgets.
    pub(super) fn budget_names(&self) -> &Candidates {
        self.known.budgets.get_or_init(|| {
            let all = self.datasets.iter();
            let budgets = all.filter(|one| matches!(one.contents, Contents::Budget(_)));
            Candidates::of(budgets.map(|budget| budget.name.as_str()))
        })
    }

    /// The ids of all contacts.
    pub(super) fn contact_ids(&self) -> &Candidates {
        let known = &self.known.contacts;
        known.get_or_init(|| Candidates::of(self.datasets.contact_ids()))
    }

    /// The names of what rows of a dataset say.
    pub(super) fn columns_of(
        &self,
        dataset: &Dataset,
        words: Wording<'_>,
    ) -> Arc<BTreeSet<String>> {
        let known = self.known.columns.lock();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        if let Some(names) = known.get(&dataset.name) {
            return Arc::clone(names);
        }
        let columns = RowColumns::of(dataset, words);
        let names: Arc<BTreeSet<String>> = Arc::new(columns.names().map(str::to_owned).collect());
        known.insert(dataset.name.clone(), Arc::clone(&names));
        names
    }

    /// The names of the theme's templates.
    pub fn template_names(&self) -> &Candidates {
        let known = &self.known.templates;
        known.get_or_init(|| Candidates::of(self.theme.templates.keys().map(String::as_str)))
    }

    /// The components that texts may call, with those that the theme has.
    pub(super) fn component_names(&self, of_theme: &[String]) -> &Candidates {
        self.known.components.get_or_init(|| {
            let built_in = component::ALL.iter().map(|component| component.name);
            let all: BTreeSet<&str> = built_in
                .chain(of_theme.iter().map(String::as_str))
                .collect();
            Candidates::of(all)
        })
    }

    /// The file of `static/` that has this path on some computer.
    pub(super) fn static_alike(&self, path: &str) -> Option<&str> {
        let alike = self.known.in_static.get_or_init(|| {
            let files = self.theme.files.under("static/");
            files
                .map(|path| (name::alike(path), path.to_owned()))
                .collect()
        });
        alike.get(&name::alike(path)).map(String::as_str)
    }

    /// The only file of this name in `content/` and `static/`, wherever it lies.
    pub(super) fn file_called(&self, name: &str) -> Option<&str> {
        let called = self.known.called.get_or_init(|| {
            let mut called = HashMap::new();
            let files = self.attachments.paths();
            for path in files.chain(self.theme.files.under("static/")) {
                let name = path.rsplit('/').next().unwrap_or(path);
                let only = called.entry(name::alike(name));
                only.and_modify(|only| *only = None)
                    .or_insert_with(|| Some(path.to_owned()));
            }
            called
        });
        called.get(&name::alike(name))?.as_deref()
    }

    /// The files beside a page, as it names them.
    pub(super) fn names_beside(&self, page: &Page) -> Candidates {
        let folder = page.folder();
        kept(&self.known.beside, folder, || {
            let files = self.attachments.paths();
            Candidates::of(files.filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/')))
        })
    }

    /// The ids of a page.
    pub(super) fn anchors_of(&self, page: &Page) -> Candidates {
        kept(&self.known.anchors, &page.path, || {
            Candidates::of(page.anchors())
        })
    }
}
