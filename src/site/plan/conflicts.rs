//! Outputs that would write one file, or a file where others have a folder → what is told of them, where
//! their authors can mend it.

use super::{Output, Site, What, alias_path, code_of};
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::files::name;
use crate::schema::Written;
use std::cell::RefCell;
use std::collections::HashMap;

/// Reports each pair of files that cannot both stand in the site, and each path that no computer can hold.
pub(super) fn report(site: &Site, outputs: &[Output], report: &mut Report) {
    let searches: Vec<&Output> = outputs.iter().filter(|output| is_search(output)).collect();
    let origins = Origins::of(site);
    let mut seen: HashMap<String, &Output> = HashMap::with_capacity(outputs.len());
    for output in outputs {
        for path in output.files() {
            if let Some(reason) = path.split('/').find_map(name::unfit) {
                report.push(diagnostic!(
                    codes::output::PATH,
                    origins.place(output),
                    path = path,
                    reason = reason
                ));
            }
            let other = seen.insert(name::alike(path), output).or_else(|| {
                let mut searches = searches.iter().copied();
                searches.find(|search| !is_search(output) && search.may_number(path))
            });
            let Some(other) = other else {
                continue;
            };
            let pair = [output, other];
            let own = pair.into_iter().find(|one| !is_search(one));
            if let Some(own) = own.filter(|_| pair.into_iter().any(is_search)) {
                report.push(diagnostic!(
                    codes::site::SEARCH_PAGE,
                    origins.place(own),
                    path = &own.path
                ));
                continue;
            }
            if let (What::PlaceFile { place: one }, What::PlaceFile { place: another }) =
                (&other.what, &output.what)
            {
                report.push(diagnostic!(
                    codes::site::FILE_OF_TWO_PLACES,
                    origins.place(output),
                    one = code_of(site, *one),
                    another = code_of(site, *another),
                    path = path
                ));
                continue;
            }
            let is_catalogue = |one: &&Output| matches!(one.what, What::Catalogue { .. });
            if let Some(own) = pair.into_iter().find(|one| !is_catalogue(one))
                && pair.iter().any(is_catalogue)
            {
                report.push(diagnostic!(
                    codes::site::CATALOGUE_PAGE,
                    origins.place(own),
                    path = &own.path
                ));
                continue;
            }
            report.push(diagnostic!(
                codes::site::SAME_OUTPUT,
                origins.place(output),
                path = path,
                other = origins.file(other)
            ));
        }
    }
    // A file is told once, however many stand in the folder of its name.
    for output in outputs {
        for path in output.files() {
            let folded = name::alike(path);
            for (at, _) in folded.match_indices('/') {
                let Some(file) = seen.remove(&folded[..at]) else {
                    continue;
                };
                report.push(diagnostic!(
                    codes::site::FILE_AND_FOLDER,
                    origins.place(file),
                    path = &file.path,
                    other = origins.file(output)
                ));
            }
        }
    }
}

fn is_search(output: &Output) -> bool {
    matches!(output.what, What::Search { .. } | What::SearchScript)
}

/// The files that outputs come from.
struct Origins<'site> {
    site: &'site Site,
    /// The aliases of the pages that were asked for, by where they are written.
    aliases: RefCell<HashMap<&'site str, HashMap<String, &'site Written<String>>>>,
}

impl<'site> Origins<'site> {
    fn of(site: &'site Site) -> Origins<'site> {
        Origins {
            site,
            aliases: RefCell::default(),
        }
    }

    fn place(&self, output: &Output) -> Place {
        let site = self.site;
        match &output.what {
            What::Page { page, .. } => {
                let page = site.page(*page);
                page.facts.address.place(page.source())
            }
            What::Alias { page } => {
                let page = site.page(*page);
                let mut pages = self.aliases.borrow_mut();
                let own = pages.entry(&page.path).or_insert_with(|| {
                    // Of two of one address, the first.
                    let aliases = page.facts.aliases.iter().rev();
                    aliases.map(|alias| (alias_path(alias), alias)).collect()
                });
                match own.get(&output.path) {
                    Some(alias) => alias.place(page.source()),
                    None => Place::file(page.source()),
                }
            }
            _ => Place::file(self.file(output)),
        }
    }

    fn file(&self, output: &Output) -> String {
        let site = self.site;
        match &output.what {
            What::Page { page, .. }
            | What::Alias { page }
            | What::Calendar { page }
            | What::Card { page }
            | What::Leaflet { page, .. } => site.page(*page).source().to_owned(),
            What::Copy { source } | What::Drawing { source } => source.clone(),
            What::Photo { source } if source.starts_with("content/") => source.clone(),
            What::Smaller { path } => super::files::made_from(site, path),
            What::Photo { source } | What::ThemeFile { source } => {
                site.theme.files.stands_at(source).to_owned()
            }
            What::Dataset { name, .. } => format!("data/{name}.toml"),
            What::PlaceFile { place } => match site.places.pages(*place) {
                Some([page, ..]) => site.page(*page).source().to_owned(),
                _ => crate::config::FILE.to_owned(),
            },
            _ => crate::config::FILE.to_owned(),
        }
    }
}
