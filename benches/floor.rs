//! How much longer each stage of a build takes than the same stage with nothing in it.
//!
//! ```sh
//! python3 benches/generate.py target/edit --pages 10000
//! cargo bench --bench floor -- target/edit/sala-same-work target/floor
//! ```
//!
//! The floor reads the same files, finds the events of their Markdown, writes those as HTML, copies as
//! many bytes as the finished site has and puts those very bytes into a new folder, on as many threads and with the same
//! allocator, and does nothing else: no front matter, no spelling, no links, no templates, no list of
//! pages, nothing that is checked before it is put in place.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads and writes a site and tells what it measured"
)]

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use sala::Request;
use sala::campaign::{Campaign, Produced};
use sala::output::Stage;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 5;

/// Seconds that each stage took.
#[derive(Default)]
struct Times(Vec<(&'static str, f64)>);

impl Times {
    fn stage<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.0.push((name, start.elapsed().as_secs_f64()));
        result
    }
}

fn main() {
    // `cargo bench` adds flags of its own.
    let arguments: Vec<PathBuf> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .map(PathBuf::from)
        .collect();
    let [root, target] = arguments.as_slice() else {
        println!("usage: cargo bench --bench floor -- CAMPAIGN FOLDER");
        return;
    };
    let mut own = Vec::new();
    let mut floor = Vec::new();
    for run in 0..RUNS {
        let folder = target.join(run.to_string());
        fs::create_dir_all(&folder).expect("a folder can be made");
        let (times, files) = by_sala(root, &folder.join("own"));
        own.push(times);
        floor.push(by_nothing(root, &folder.join("floor"), &files));
    }
    let median = |runs: &[Times], name: &str| {
        let of_stage = |run: &Times| {
            run.0
                .iter()
                .find(|(own, _)| *own == name)
                .map_or(0.0, |own| own.1)
        };
        let mut times: Vec<f64> = runs.iter().map(of_stage).collect();
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    println!(
        "{:34}{:>8}{:>8}{:>6}   medians of {RUNS}",
        "", "sala s", "floor s", "×"
    );
    let rows: [(&str, &[&str], &[&str]); 3] = [
        ("read, parse, check, plan", &["load"], &["read", "parse"]),
        ("make all outputs", &["make"], &["render", "copy"]),
        ("write and put in place", &["write"], &["write"]),
    ];
    let (mut all, mut all_floor) = (0.0, 0.0);
    for (name, stages, floors) in rows {
        let sum = |runs: &[Times], names: &[&str]| {
            names.iter().map(|name| median(runs, name)).sum::<f64>()
        };
        let (own, floor) = (sum(&own, stages), sum(&floor, floors));
        println!("{name:34}{own:8.3}{floor:8.3}{:6.1}", own / floor);
        all += own;
        all_floor += floor;
    }
    println!(
        "{:34}{all:8.3}{all_floor:8.3}{:6.1}",
        "all",
        all / all_floor
    );
    let part = |name| median(&floor, name);
    println!(
        "of the floor: reading {:.3}, parsing {:.3}",
        part("read"),
        part("parse")
    );
}

fn by_sala(root: &Path, output: &Path) -> (Times, Vec<Produced>) {
    let mut times = Times::default();
    let request = Request {
        root: root.to_owned(),
        output: output.to_owned(),
        base_url: None,
        drafts: false,
        today: jiff::civil::date(2026, 11, 28),
    };
    let (campaign, _) = times.stage("load", || Campaign::load(&request));
    let campaign = campaign.expect("the campaign is right");
    let made: Vec<Vec<Produced>> = times.stage("make", || {
        let outputs = campaign.outputs().par_iter();
        let made = outputs.map(|output| campaign.produce(output).map(|made| made.files));
        made.collect::<Result<_, _>>().expect("all can be made")
    });
    drop(campaign);
    let files: Vec<Produced> = made.into_iter().flatten().collect();
    times.stage("write", || {
        let stage = Stage::open(output).expect("the folder is free");
        files.par_iter().for_each(|file| {
            stage.write(&file.path, &file.bytes).expect("there is room");
        });
        stage.finish().expect("the site can be put in place");
    });
    (times, files)
}

fn by_nothing(root: &Path, output: &Path, files: &[Produced]) -> Times {
    let mut times = Times::default();
    let mut pages = Vec::new();
    markdown(&root.join("content"), &mut pages);
    let texts: Vec<String> = times.stage("read", || {
        let texts = pages
            .par_iter()
            .map(|page| fs::read(page).expect("it is read"));
        let texts = texts.map(|bytes| String::from_utf8(bytes).expect("it is text"));
        texts.collect()
    });
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST;
    let events: Vec<Vec<_>> = times.stage("parse", || {
        let texts = texts.par_iter();
        texts
            .map(|text| Parser::new_ext(text, options).collect())
            .collect()
    });
    let rendered: Vec<String> = times.stage("render", || {
        let pages = events.into_par_iter().map(|events| {
            let mut page = String::new();
            html::push_html(&mut page, events.into_iter());
            page
        });
        pages.collect()
    });
    // What stands around the text, and lists: as many bytes, copied.
    let copied: Vec<Vec<u8>> = times.stage("copy", || {
        files.par_iter().map(|file| file.bytes.clone()).collect()
    });
    assert!(rendered.len() <= copied.len(), "every text is on a page");
    times.stage("write", || {
        files.par_iter().for_each(|file| {
            let path = output.join(&file.path);
            fs::create_dir_all(path.parent().expect("a file is in a folder"))
                .expect("there is room");
            fs::write(path, &file.bytes).expect("there is room");
        });
    });
    times
}

fn markdown(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            markdown(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}
