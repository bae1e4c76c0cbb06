//! A campaign's folder → the site in its place.
//!
//! A short caller of `campaign`, which makes outputs, and `output`, which writes them.

use crate::campaign::{Campaign, Produced, Request};
use crate::diagnostic::Report;
use crate::leaflet;
use crate::output::{self, Stage};
use crate::site::plan::{Output, What};
use rayon::prelude::*;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

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
    if let Some(built) = already_built(request) {
        return (Some(built), Report::new());
    }
    let (campaign, mut report) = Campaign::load(request);
    let built = campaign.and_then(|campaign| write(campaign, request, progress, &mut report));
    (built, report)
}

/// What was built the last time, if nothing went into it that is not the same now, if there was
/// nothing to tell, and if the site stands there whole.
fn already_built(request: &Request) -> Option<Built> {
    if !request.output.exists() {
        return None;
    }
    let kept = request.kept().get(&request.inputs_now()?)?;
    let (list, built) = Built::read(std::str::from_utf8(&kept).ok()?)?;
    (output::standing(&request.output)? == list).then_some(built)
}

impl Built {
    fn line(&self, list: blake3::Hash) -> String {
        let Built {
            pages,
            leaflets,
            files,
            bytes,
            left_out,
        } = self;
        format!("{list} {pages} {leaflets} {files} {bytes} {left_out}")
    }

    /// What was written by [`Built::line`].
    fn read(line: &str) -> Option<(blake3::Hash, Built)> {
        let mut words = line.split(' ');
        let list = blake3::Hash::from_hex(words.next()?).ok()?;
        let mut number = || words.next()?.parse::<u64>().ok();
        let mut count = || usize::try_from(number()?).ok();
        let (pages, leaflets, files) = (count()?, count()?, count()?);
        let built = Built {
            pages,
            leaflets,
            files,
            bytes: number()?,
            left_out: usize::try_from(number()?).ok()?,
        };
        words.next().is_none().then_some((list, built))
    }
}

fn write(
    campaign: Campaign,
    request: &Request,
    progress: &(dyn Fn(usize, usize) + Sync),
    report: &mut Report,
) -> Option<Built> {
    let stage = Stage::open(&request.output)
        .map_err(|problem| report.push(problem))
        .ok()?;
    write_all(&campaign, &stage, progress, report)?;
    let written = stage
        .finish()
        .map_err(|problem| report.push(problem))
        .ok()?;
    let outputs = campaign.outputs();
    let built = Built {
        pages: campaign.pages(),
        leaflets: outputs.iter().filter(|output| is_leaflet(output)).count(),
        files: written.files,
        bytes: written.bytes,
        left_out: campaign.left_out().total(),
    };
    // With something to tell, the next build has to tell it again.
    if report.is_empty()
        && let Some(inputs) = campaign.inputs()
    {
        let line = built.line(written.list);
        campaign.kept().put(&inputs, line.as_bytes());
    }
    // Freeing a large site block by block takes time that nobody has to wait for.
    rayon::spawn(move || drop(campaign));
    Some(built)
}

fn is_leaflet(output: &Output) -> bool {
    matches!(output.what, What::Leaflet { .. })
}

/// Produces every output and writes it to the stage: pages first, then leaflets, which take longer
/// and run on threads of their own.
fn write_all(
    campaign: &Campaign,
    stage: &Stage,
    progress: &(dyn Fn(usize, usize) + Sync),
    report: &mut Report,
) -> Option<()> {
    let outputs = campaign.outputs();
    let done = AtomicUsize::new(0);
    let found = Mutex::new(Report::new());
    let write = |output: &Output| {
        let result = match campaign.copied(output) {
            Some(source) => source
                .and_then(|source| stage.copy(&output.path, source))
                .map_err(Report::of),
            None => campaign.produce(output).and_then(|made| {
                if !made.warnings.is_empty() {
                    found
                        .lock()
                        .expect("no writer panics")
                        .extend(made.warnings);
                }
                made.files.iter().try_for_each(|Produced { path, bytes }| {
                    stage.write(path, bytes).map_err(Report::of)
                })
            }),
        };
        if let Err(problems) = result {
            found.lock().expect("no writer panics").extend(problems);
        }
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, outputs.len());
    };
    let (leaflets, others): (Vec<&Output>, Vec<&Output>) =
        outputs.iter().partition(|output| is_leaflet(output));
    // What is made of all pages at once takes longest, so it begins first.
    let (whole, others): (Vec<&Output>, Vec<&Output>) = others
        .into_iter()
        .partition(|output| matches!(output.what, What::Search { .. }));
    rayon::scope(|scope| {
        for output in whole {
            scope.spawn(|_| write(output));
        }
        others.par_iter().for_each(|output| write(output));
    });
    let failed = found.lock().expect("no writer panics").has_errors();
    if !failed {
        leaflet::in_parallel(&leaflets, |output| write(output));
    }
    report.extend(found.into_inner().expect("no writer panics"));
    report.stop_if_errors().ok()
}
