//! A campaign's folder → the site in its place.
//!
//! A short caller of `campaign`, which makes outputs, and `output`, which writes them.

use crate::campaign::{Campaign, LastBuild, Produced, Request};
use crate::diagnostic::{Diagnostic, Kind, Place, Report, codes, diagnostic};
use crate::files::{Files, PARTS};
use crate::leaflet;
use crate::output::{self, Stage};
use crate::site::plan::{Output, What};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, ErrorKind, Write};
use std::path::Component;
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
    /// Files and folders that other programs left among those of the campaign.
    pub left_behind: usize,
    /// How many outputs were made; the others stood there as they would be.
    pub made: usize,
}

/// Builds the site of `request.root` and swaps it into place; `progress` is told how many of how
/// many outputs are done.
///
/// Without a result, the report holds an error and the old site is untouched. Where a site stands that
/// the last build made, the files are taken from it that would be the same; where all would be, nothing
/// is done.
pub fn build(
    request: &Request,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> (Option<Built>, Report) {
    let mut report = Report::new();
    if let Some(problem) = misplaced(request) {
        report.push(problem);
        return (None, report);
    }
    let files = request.walk(&mut report);
    let has_site = !report.has_errors() && request.output.exists();
    if has_site && let Some(built) = already_built(request, &files) {
        return (Some(built), report);
    }
    let last = has_site.then(|| request.last(&files)).flatten();
    let campaign = Campaign::load_upon(request, files, last.as_ref(), &mut report);
    let built = campaign
        .and_then(|campaign| write(campaign, request, last.as_ref(), progress, &mut report));
    (built, report)
}

/// That the site would stand in the place of its own campaign, or of a part of it.
fn misplaced(request: &Request) -> Option<Diagnostic> {
    let root = std::path::absolute(&request.root).ok()?;
    let output = std::path::absolute(&request.output).ok()?;
    // What a path with `..` means, only the disk knows; what stands there is looked at later.
    if [&root, &output]
        .iter()
        .any(|path| path.components().any(|name| name == Component::ParentDir))
    {
        return None;
    }
    let reason = match output.strip_prefix(&root) {
        Err(_) if root.starts_with(&output) => "the campaign stands in it",
        Err(_) => return None,
        Ok(below) => match below.components().next().map(Component::as_os_str) {
            None => "it is the campaign's own folder",
            Some(part) if part == output::MANIFEST || PARTS.iter().any(|own| part == *own) => {
                "it is a part of the campaign"
            }
            Some(_) => return None,
        },
    };
    let path = request.output.to_string_lossy().replace('\\', "/");
    Some(diagnostic!(
        codes::output::NO_FOLDER,
        Place::file(&path),
        path = &path,
        reason = reason
    ))
}

/// What was built the last time, if nothing went into it that is not the same now, if there was
/// nothing to tell, and if the site stands there whole.
fn already_built(request: &Request, files: &Files) -> Option<Built> {
    let kept = request.kept();
    if kept.is_empty() {
        return None;
    }
    let line = kept.get(&request.inputs_of(files)?)?;
    let (list, built) = Built::read(std::str::from_utf8(&line).ok()?)?;
    let left_behind = files.left_behind();
    (output::standing(&request.output)? == list).then_some(Built {
        left_behind,
        ..built
    })
}

impl Built {
    fn line(&self, list: blake3::Hash) -> String {
        let Built {
            pages,
            leaflets,
            files,
            bytes,
            left_out,
            // They are none of what it is made from.
            left_behind: _,
            made: _,
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
            left_behind: 0,
            made: 0,
        };
        words.next().is_none().then_some((list, built))
    }
}

fn write(
    campaign: Campaign,
    request: &Request,
    last: Option<&LastBuild>,
    progress: &(dyn Fn(usize, usize) + Sync),
    report: &mut Report,
) -> Option<Built> {
    let stage = Stage::open(&request.output)
        .map_err(|problem| report.push(problem))
        .ok()?;
    // Files are taken from no other site than the one that is known.
    let last = last.filter(|last| stage.live_list() == Some(last.list));
    let found = write_all(&campaign, &stage, last, progress, report)?;
    let mut written = stage
        .finish()
        .map_err(|problem| report.push(problem))
        .ok()?;
    if let Some(left_behind) = written.left_behind.take() {
        report.push(left_behind);
    }
    let outputs = campaign.outputs();
    let built = Built {
        pages: campaign.pages(),
        leaflets: outputs.iter().filter(|output| is_leaflet(output)).count(),
        files: written.files,
        bytes: written.bytes,
        left_out: campaign.left_out().total(),
        left_behind: campaign.left_behind(),
        made: found.made,
    };
    campaign.leave(written.list, &found.told);
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

/// Writes every output to the stage: pages first, then leaflets and cards, which take longer and run on
/// threads of their own.
fn write_all(
    campaign: &Campaign,
    stage: &Stage,
    last: Option<&LastBuild>,
    progress: &(dyn Fn(usize, usize) + Sync),
    report: &mut Report,
) -> Option<Found> {
    let outputs = campaign.outputs();
    let done = AtomicUsize::new(0);
    let found: Mutex<Found> = Mutex::default();
    let write = |output: &Output| {
        let is_as_it_was = || {
            let folder = output.numbered_in.as_deref();
            let numbered = folder
                .into_iter()
                .flat_map(|folder| stage.live_files(folder));
            let numbered = numbered.filter(|path| output.may_number(path));
            stage.keep(output.files().chain(numbered))
        };
        let is_as_it_was = !campaign.may_differ(output, last) && is_as_it_was();
        if !is_as_it_was {
            // Once the machine has refused, each further file would only say so again.
            if found.lock().expect("no writer panics").is_over() {
                return;
            }
            let written = write_one(campaign, stage, output, &found);
            let mut found = found.lock().expect("no writer panics");
            found.made += 1;
            if let Err(problems) = written
                && !(found.is_over() && is_of_machine(&problems))
            {
                found.report.extend(problems);
            }
        }
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, outputs.len());
    };
    let (typeset, others): (Vec<&Output>, Vec<&Output>) =
        outputs.iter().partition(|output| output.what.is_typeset());
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
    let failed = found.lock().expect("no writer panics").report.has_errors();
    if !failed {
        leaflet::in_parallel(&typeset, |output| write(output));
    }
    let mut found = found.into_inner().expect("no writer panics");
    report.extend(std::mem::take(&mut found.report));
    report.stop_if_errors().ok()?;
    Some(found)
}

/// What came of writing, besides the files.
#[derive(Default)]
struct Found {
    report: Report,
    made: usize,
    /// The outputs that there are warnings of.
    told: BTreeSet<String>,
}

impl Found {
    fn is_over(&self) -> bool {
        is_of_machine(&self.report)
    }
}

fn is_of_machine(report: &Report) -> bool {
    report.has_errors() && report.gravest() == Some(Kind::Machine)
}

/// Makes an output and writes its files.
fn write_one(
    campaign: &Campaign,
    stage: &Stage,
    output: &Output,
    found: &Mutex<Found>,
) -> Result<(), Report> {
    if let Some(source) = campaign.copied(output) {
        let source = source.map_err(Report::of)?;
        let has_siblings = campaign.has_siblings(&output.path, source.size());
        stage.copy(&output.path, source).map_err(Report::of)?;
        return match has_siblings {
            true => write_siblings(campaign, stage, &campaign.produce(output)?.files),
            false => Ok(()),
        };
    }
    if let Some(write) = campaign.written(output) {
        stage.make(&output.path, &write).map_err(Report::of)?;
        let mut bytes = Capped {
            bytes: Vec::new(),
            most: campaign.largest_with_siblings(),
        };
        let has_siblings = campaign.has_siblings(&output.path, 0) && write(&mut bytes).is_ok();
        let made = has_siblings.then_some(Produced {
            path: output.path.clone(),
            bytes: bytes.bytes,
        });
        return write_siblings(campaign, stage, made.as_slice());
    }
    let made = campaign.produce(output)?;
    campaign.weigh(output, &made.files)?;
    if !made.warnings.is_empty() {
        let mut found = found.lock().expect("no writer panics");
        found.told.insert(output.path.clone());
        found.report.extend(made.warnings);
    }
    let mut files = made.files.iter();
    files.try_for_each(|Produced { path, bytes }| stage.write(path, bytes).map_err(Report::of))?;
    write_siblings(campaign, stage, &made.files)
}

/// Writes what stands beside these files in fewer bytes.
fn write_siblings(campaign: &Campaign, stage: &Stage, files: &[Produced]) -> Result<(), Report> {
    for Produced { path, bytes } in files {
        for sibling in campaign.siblings(path, bytes) {
            let written = stage.write(&sibling.path, &sibling.bytes);
            written.map_err(Report::of)?;
        }
    }
    Ok(())
}

/// Bytes up to a size: what is larger is an error.
struct Capped {
    bytes: Vec<u8>,
    most: u64,
}

impl Write for Capped {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        if (self.bytes.len() + piece.len()) as u64 > self.most {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
