//! How long it takes from a changed file to the bytes of its page, in a campaign that is loaded.
//!
//! ```sh
//! python3 benches/generate.py target/edit --pages 10000
//! cargo bench --bench campaign -- target/edit/sala content/water/page-00000.md
//! ```
//!
//! The file is edited again and again, its body and then its title, and put back as it was.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark edits a campaign and tells what it measured"
)]

use sala::Request;
use sala::campaign::Campaign;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const EDITS: usize = 15;

fn main() {
    // `cargo bench` adds flags of its own.
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let [root, page] = arguments.as_slice() else {
        println!("usage: cargo bench --bench campaign -- CAMPAIGN PAGE");
        return;
    };
    let root = PathBuf::from(root);
    let request = Request {
        output: root.join("public"),
        root,
        base_url: None,
        drafts: false,
        today: jiff::civil::date(2026, 11, 28),
    };
    let start = Instant::now();
    let (campaign, _) = Campaign::load(&request);
    let campaign = campaign.expect("the campaign is right");
    println!(
        "{} outputs; loaded in {:.0} ms",
        campaign.outputs().len(),
        start.elapsed().as_secs_f64() * 1000.0
    );
    let file = request.root.join(page);
    let text = std::fs::read_to_string(&file).expect("the page is there");
    let campaign = measure("a body", campaign, page, &file, |number| {
        format!("{text}\nកថាខណ្ឌថ្មី {number}។\n")
    });
    let title = text
        .lines()
        .find(|line| line.starts_with("title = "))
        .expect("the page has a title");
    let campaign = measure("a title", campaign, page, &file, |number| {
        text.replacen(title, &format!("title = \"ចំណងជើង {number}\""), 1)
    });
    std::fs::write(&file, &text).expect("the page is put back");
    drop(campaign);
}

fn measure(
    what: &str,
    mut campaign: Campaign,
    page: &str,
    file: &Path,
    edited: impl Fn(usize) -> String,
) -> Campaign {
    let mut times: Vec<[Duration; 2]> = Vec::new();
    for number in 0..EDITS {
        std::fs::write(file, edited(number)).expect("the page is written");
        let start = Instant::now();
        let (again, _) = campaign.again(&[page.to_owned()]);
        let again = again.expect("the campaign is right");
        let read = start.elapsed();
        let output = output_of(&again, page);
        let page = again.produce(output).expect("the page is made");
        let made = start.elapsed();
        assert!(!page.files[0].bytes.is_empty());
        times.push([read, made]);
        campaign = again;
    }
    let median = |nth: usize| {
        let mut all: Vec<Duration> = times.iter().map(|pair| pair[nth]).collect();
        all.sort_unstable();
        all[all.len() / 2].as_secs_f64() * 1000.0
    };
    println!(
        "after {what}: {:.2} ms until it is read again, {:.2} ms until its page is made; medians of {EDITS}",
        median(0),
        median(1)
    );
    campaign
}

fn output_of<'own>(campaign: &'own Campaign, page: &str) -> &'own sala::Output {
    let path = page
        .trim_start_matches("content/")
        .trim_end_matches(".md")
        .to_owned()
        + "/index.html";
    let mut outputs = campaign.outputs().iter();
    outputs
        .find(|output| output.path == path)
        .expect("the page has an output")
}
