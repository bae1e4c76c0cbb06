//! `sala` compiles Markdown and budget tables into Khmer campaign sites and printable leaflets.
//!
//! # The map
//!
//! Data flows one way, and [`build`] is that way on one screen:
//!
//! ```text
//! Files → Sources → Site → Plan → bytes → staged directory → swapped into place
//! ```
//!
//! - [`diagnostic`]: what an author can mend, with code, place, cause and way out
//! - [`files`]: the one walker and reader; [`schema`]: what files that people write may say;
//!   [`spelling`]: what is wrong with their Khmer
//! - [`khmer`]: spelling, words, numbers and dates; knows nothing of sites
//! - [`config`], [`theme`], [`content`], [`data`]: one kind of source each
//! - [`site`]: pages in every language, links and components resolved; the plan of outputs
//! - [`search`]: words and phrases of a site's texts as an index; knows neither sites nor HTML
//! - [`web`], [`leaflet`], [`chart`]: an output's bytes
//! - [`output`]: the one writer of the disk
//! - [`cli`]: the command line; nobody names it

pub mod chart;
pub mod cli;
pub mod config;
pub mod content;
pub mod data;
pub mod diagnostic;
pub mod files;
pub mod image;
pub mod khmer;
pub mod leaflet;
pub mod output;
pub mod produce;
pub mod schema;
pub mod search;
pub mod site;
pub mod spelling;
pub mod theme;
pub mod web;

use content::Drafts;
use diagnostic::Report;
use files::Files;
use jiff::civil::Date;
use leaflet::Press;
use output::Stage;
use produce::{Produced, Workshop};
use rayon::prelude::*;
use schema::Schema;
use site::plan::{Output, What};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use web::Web;

/// The settings of every file that people write, by file.
pub fn schemas() -> [&'static Schema; 7] {
    [
        &config::SCHEMA,
        &content::PAGE,
        &content::SECTION,
        &data::SCHEMA,
        &theme::SCHEMA,
        &theme::STRINGS,
        &leaflet::SCHEMA,
    ]
}

/// What to build, and where to.
#[derive(Debug, Clone)]
pub struct Request {
    /// The campaign's folder.
    pub root: PathBuf,
    /// The folder that becomes the site.
    pub output: PathBuf,
    /// Instead of the configuration's `base_url`.
    pub base_url: Option<String>,
    /// Whether drafts are included.
    pub drafts: bool,
    /// The day that decides what is published already and what no longer.
    pub today: Date,
}

/// What was built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Built {
    /// HTML pages, lists included.
    pub pages: usize,
    /// Leaflets, each with its sheets for printing.
    pub leaflets: usize,
    pub files: usize,
    pub bytes: u64,
    /// Drafts, pages of the future and pages that expired.
    pub left_out: usize,
}

/// Builds the site of `request.root` and swaps it into place; `progress` is told how many of how
/// many outputs are done.
///
/// Without a result, the report holds an error and the old site is untouched.
pub fn build(
    request: &Request,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> (Option<Built>, Report) {
    let mut report = Report::new();
    let built = run(request, progress, &mut report);
    (built, report)
}

fn run(
    request: &Request,
    progress: &(dyn Fn(usize, usize) + Sync),
    report: &mut Report,
) -> Option<Built> {
    let files = Files::walk(&request.root, std::slice::from_ref(&request.output), report);
    report.stop_if_errors().ok()?;
    let mut config = config::load(&files, report)?;
    if let Some(base_url) = &request.base_url {
        config = config::standing_at(config, base_url, report)?;
    }
    let theme = theme::load(&files, &config, report)?;
    let sources = content::load(&files, &config, request.today, drafts(request), report);
    let datasets = data::load(&files, &config, report);
    let image_sizes = image::sizes(&files, report);
    report.stop_if_errors().ok()?;
    let left_out = sources.left_out.total();
    let site = site::assemble(config, theme, sources, datasets, image_sizes, report)?;
    let css = output::minify_css(&site.theme.css);
    let web = Web::new(&site, &css, report)?;
    let press = Press::new(&site.theme.files, report)?;
    let searches = web::search_indexes(&web, &site);
    let search_files = searches
        .iter()
        .map(|(language, index)| (language.clone(), index.names()))
        .collect();
    let outputs = site::plan::plan(&site, &press.formats(), &search_files, report);
    report.stop_if_errors().ok()?;
    let workshop = Workshop {
        site,
        web,
        searches,
        press,
        files,
    };
    let stage = Stage::open(&request.output)
        .map_err(|problem| report.push(problem))
        .ok()?;
    write_all(&workshop, &outputs, &stage, progress, report)?;
    let written = stage
        .finish()
        .map_err(|problem| report.push(problem))
        .ok()?;
    let built = Built {
        pages: outputs
            .iter()
            .filter(|output| output.path.ends_with(".html"))
            .count(),
        leaflets: outputs.iter().filter(|output| is_leaflet(output)).count(),
        files: written.files,
        bytes: written.bytes,
        left_out,
    };
    // Freeing a large site block by block takes time that nobody has to wait for.
    rayon::spawn(move || drop((workshop, outputs)));
    Some(built)
}

fn drafts(request: &Request) -> Drafts {
    match request.drafts {
        true => Drafts::Included,
        false => Drafts::LeftOut,
    }
}

fn is_leaflet(output: &Output) -> bool {
    matches!(output.what, What::Leaflet { .. })
}

/// Produces every output and writes it to the stage: pages first, then leaflets, which take longer
/// and run on threads of their own.
fn write_all(
    workshop: &Workshop,
    outputs: &[Output],
    stage: &Stage,
    progress: &(dyn Fn(usize, usize) + Sync),
    report: &mut Report,
) -> Option<()> {
    let done = AtomicUsize::new(0);
    let found = Mutex::new(Report::new());
    let write = |output: &Output| {
        let result = produce::produce(workshop, output).and_then(|files| {
            files.iter().try_for_each(|Produced { path, bytes }| {
                stage.write(path, bytes).map_err(Report::of)
            })
        });
        if let Err(problems) = result {
            found.lock().expect("no writer panics").extend(problems);
        }
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, outputs.len());
    };
    let (leaflets, others): (Vec<&Output>, Vec<&Output>) =
        outputs.iter().partition(|output| is_leaflet(output));
    others.par_iter().for_each(|output| write(output));
    let failed = found.lock().expect("no writer panics").has_errors();
    if !failed {
        leaflet::in_parallel(&leaflets, |output| write(output));
    }
    report.extend(found.into_inner().expect("no writer panics"));
    report.stop_if_errors().ok()
}
