//! A campaign → its site as one file, to hand on where there is no host: a `.zip` whose pages open from a
//! folder, or one `.html` that holds every page.
//!
//! It makes the outputs of the campaign and knows what pages look like only as tags. The whole is held in
//! memory, and the cost grows with the bytes of the site.

mod one_page;
mod scope;
mod zip;

use crate::campaign::{Campaign, Produced, Request};
use crate::diagnostic::Report;
use crate::leaflet;
use crate::scheme::tags;
use crate::site::plan::{Output, What};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// What kind of file it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// All files, in a folder of this name.
    Zip { folder: String },
    /// All pages in one; of a language only, if one is named.
    OnePage { language: Option<String> },
}

/// Whether leaflets go along; without them, links to them lead to where the site stands on the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaflets {
    Along,
    LeftOut,
}

/// The packed site.
pub struct Packed {
    /// How many files, or pages, it holds.
    pub holds: usize,
    pub bytes: Vec<u8>,
}

/// Why nothing was packed although nothing is wrong with the campaign.
pub enum Refused {
    /// The site has no page in the language.
    NoSuchLanguage,
    /// No zip file can hold so many files, or so large ones.
    TooLarge,
}

/// Files of the site by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// Packs the site of `request.root`; without a result, the report holds an error.
pub fn pack(
    request: &Request,
    form: &Form,
    leaflets: Leaflets,
) -> (Option<Result<Packed, Refused>>, Report) {
    let (campaign, mut report) = Campaign::load(request);
    let packed = campaign.and_then(|campaign| {
        let is_wanted = |output: &&Output| is_for_folders(&output.what, leaflets);
        let outputs: Vec<&Output> = campaign.outputs().iter().filter(is_wanted).collect();
        let files = made(&campaign, &outputs, &mut report)?;
        let base_url = campaign.base_url();
        Some(match form {
            Form::Zip { folder } => zipped(folder, files, base_url),
            Form::OnePage { language } => {
                let pages = outputs.iter().filter(|output| is_page(&output.what));
                let pages: BTreeSet<&str> = pages.flat_map(|output| output.files()).collect();
                one_page::of(&files, &pages, base_url, language.as_deref())
            }
        })
    });
    (packed, report)
}

/// Whether it is of use where no host stands.
fn is_for_folders(what: &What, leaflets: Leaflets) -> bool {
    match what {
        What::Leaflet { .. } => leaflets == Leaflets::Along,
        // These are read by hosts, by browsers that ask hosts, by search engines, and by those who
        // show links.
        What::Worker
        | What::Manifest { .. }
        | What::HostFile
        | What::Card { .. }
        | What::Robots
        | What::Sitemap
        | What::NotFound => false,
        _ => true,
    }
}

/// Whether it is a page that somebody reads, and not one that only leads on.
fn is_page(what: &What) -> bool {
    matches!(
        what,
        What::Page { .. }
            | What::Taxonomy { .. }
            | What::Term { .. }
            | What::Search { .. }
            | What::Catalogue { .. }
    )
}

fn made(campaign: &Campaign, outputs: &[&Output], report: &mut Report) -> Option<Files> {
    let files: Mutex<Files> = Mutex::default();
    let found: Mutex<Report> = Mutex::default();
    let make = |output: &Output| match campaign.produce(output) {
        Ok(made) => {
            let named = made.files.into_iter();
            let named = named.map(|Produced { path, bytes }| (path, bytes));
            files.lock().expect("no maker panics").extend(named);
            let mut found = found.lock().expect("no maker panics");
            found.extend(made.warnings);
        }
        Err(problems) => found.lock().expect("no maker panics").extend(problems),
    };
    let (leaflets, others): (Vec<&Output>, Vec<&Output>) =
        outputs.iter().partition(|output| output.what.is_typeset());
    others.par_iter().for_each(|output| make(output));
    leaflet::in_parallel(&leaflets, |output| make(output));
    report.extend(found.into_inner().expect("no maker panics"));
    report.stop_if_errors().ok()?;
    Some(files.into_inner().expect("no maker panics"))
}

/// Pages whose links lead to what is not in the folder lead to the web instead.
fn zipped(folder: &str, mut files: Files, base_url: &str) -> Result<Packed, Refused> {
    let there: BTreeSet<String> = files.keys().cloned().collect();
    for (path, bytes) in &mut files {
        if !path.ends_with(".html") {
            continue;
        }
        if let Ok(page) = std::str::from_utf8(bytes) {
            *bytes = tags::with_links(page, path, |address| {
                let is_there = there.contains(&address.path);
                (!is_there).then(|| address.on_the_web(base_url))
            })
            .into_bytes();
        }
    }
    let holds = files.len();
    match zip::of(folder, &files) {
        Some(bytes) => Ok(Packed { holds, bytes }),
        None => Err(Refused::TooLarge),
    }
}
