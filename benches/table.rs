//! How long a campaign of large tables takes to load, beside reading the same bytes with the csv crate.
//!
//! ```sh
//! python3 benches/rows.py target/figures --only-data --long --places 11700
//! cargo bench --bench table -- target/figures
//! ```
//!
//! Memory is that of one process, so `/usr/bin/time -v` beside a single load (`--once`) tells it.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads a campaign and tells what it measured"
)]

use sala::Request;
use sala::campaign::Campaign;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const RUNS: usize = 5;

fn main() {
    // `cargo bench` adds a flag of its own.
    let (flags, roots): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.starts_with("--"));
    let [root] = roots.as_slice() else {
        println!("usage: cargo bench --bench table -- CAMPAIGN [--once]");
        return;
    };
    let root = PathBuf::from(root);
    let request = Request {
        output: root.join("public"),
        root: root.clone(),
        base_url: None,
        drafts: false,
        today: jiff::civil::date(2026, 11, 28),
    };
    let load = || {
        let (campaign, _) = Campaign::load(&request);
        campaign.expect("the campaign is right").outputs().len()
    };
    if flags.iter().any(|flag| flag == "--once") {
        println!("{} outputs", load());
        return;
    }
    let (own, _) = median(load);
    let (floor, cells) = median(|| cells(&root.join("data")));
    println!("{cells} cells");
    println!("loaded in           {own:6.3} s   medians of {RUNS}");
    println!("read by csv in      {floor:6.3} s");
    println!("times the floor     {:6.1}", own / floor);
}

/// How many seconds it takes, and what it gives.
fn median<T>(task: impl Fn() -> T) -> (f64, T) {
    let mut runs: Vec<(f64, T)> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let given = task();
            (start.elapsed().as_secs_f64(), given)
        })
        .collect();
    runs.sort_by(|one, other| one.0.total_cmp(&other.0));
    runs.swap_remove(RUNS / 2)
}

/// Reads each CSV file of the folder, and counts its cells.
fn cells(folder: &Path) -> usize {
    let mut cells = 0;
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "csv") {
            let mut builder = csv::ReaderBuilder::new();
            let builder = builder.has_headers(false).flexible(true);
            let mut reader = builder.from_path(&path).expect("it is opened");
            let mut record = csv::StringRecord::new();
            while reader.read_record(&mut record).expect("it is read") {
                cells += record.len();
            }
        }
    }
    cells
}
