//! Feeds random code points to the Khmer core and holds it to its promises, as often as it is told.
//!
//!     cargo bench --bench khmer_soup -- [seed [count [threads]]]
//!
//! Ends with the number of texts, what was done to them and how many a second; on the first broken
//! promise with the text, in escapes, and exit code 1. The same seed, count and threads make the same
//! texts on every machine.

#[path = "../src/khmer/soup.rs"]
#[allow(dead_code, reason = "the tests pour the same soup another way")]
mod soup;

use sala_khmer::{CoengDa, Segmenter, clusters, inspect, irregularities, legacy, normalise_with};
use soup::Soup;
use std::borrow::Cow;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

const SEPARATOR: char = '\u{1}';

/// What happened to the texts of one thread.
#[derive(Default)]
struct Counts {
    texts: u64,
    normalised: u64,
    irregular: u64,
    suspected: u64,
    separators: u64,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.texts += other.texts;
        self.normalised += other.normalised;
        self.irregular += other.irregular;
        self.suspected += other.suspected;
        self.separators += other.separators;
    }
}

/// Room that each text uses anew.
#[derive(Default)]
struct Bowls {
    broken: String,
    letters: Vec<char>,
    normal_letters: Vec<char>,
}

fn main() -> ExitCode {
    // Cargo adds flags of its own.
    let mut numbers = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .filter_map(|argument| argument.replace('_', "").parse::<u64>().ok());
    let seed = numbers.next().unwrap_or(1);
    let count = numbers.next().unwrap_or(1_000_000);
    let threads = numbers.next().unwrap_or(1).max(1);
    let start = Instant::now();
    let segmenter = Segmenter::new(&["ភ្នំពេញ", "ឃុំបឹងទន្លេថ្មដា"]);
    let results: Vec<Result<Counts, String>> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|thread| {
                let share = count / threads + u64::from(thread < count % threads);
                // Far apart, so that no thread repeats another's texts.
                let own_seed = seed.wrapping_add(thread.wrapping_mul(0x9E37_79B9_7F4A_7C15));
                let segmenter = &segmenter;
                scope.spawn(move || eat(own_seed, share, segmenter))
            })
            .collect();
        running
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err("a panic, above".to_owned()))
            })
            .collect()
    });
    let seconds = start.elapsed().as_secs_f64();
    let mut all = Counts::default();
    let mut out = std::io::stdout();
    for result in results {
        match result {
            Ok(counts) => all.add(&counts),
            Err(problem) => {
                let _ = writeln!(out, "{problem}");
                return ExitCode::FAILURE;
            }
        }
    }
    let Counts {
        texts,
        normalised,
        irregular,
        suspected,
        separators,
    } = all;
    let _ = writeln!(
        out,
        "{texts} texts from seed {seed} on {threads} threads in {seconds:.1} s, {:.0} a second\n\
         {normalised} changed by normalising, {irregular} irregular places, {suspected} suspected, \
         {separators} separators put in",
        texts as f64 / seconds
    );
    ExitCode::SUCCESS
}

fn eat(seed: u64, count: u64, segmenter: &Segmenter) -> Result<Counts, String> {
    let mut soup = Soup::new(seed);
    let mut text = String::new();
    let mut counts = Counts::default();
    let mut bowls = Bowls::default();
    for number in 0..count {
        soup.fill(&mut text);
        let coeng_da = match number % 4 {
            0 => CoengDa::AsTyped,
            _ => CoengDa::AsTa,
        };
        digest(&text, coeng_da, segmenter, &mut bowls, &mut counts)
            .map_err(|promise| format!("broken promise: {promise}\n{}", text.escape_unicode()))?;
    }
    Ok(counts)
}

/// Holds the core to its promises on one text.
fn digest(
    text: &str,
    coeng_da: CoengDa,
    segmenter: &Segmenter,
    bowls: &mut Bowls,
    counts: &mut Counts,
) -> Result<(), &'static str> {
    let normal = normalise_with(text, coeng_da);
    let again = normalise_with(&normal, coeng_da);
    promise(again == normal, "normalising twice is normalising once")?;
    promise(matches!(again, Cow::Borrowed(_)), "normal text is borrowed")?;

    let mut normal_clusters = clusters(&normal);
    let mut end = 0;
    for cluster in clusters(text) {
        promise(!cluster.is_empty(), "a cluster has something in it")?;
        end += cluster.len();
        let normal = normal_clusters
            .next()
            .ok_or("normalising keeps the clusters")?;
        if normal != cluster {
            letters_of(cluster, &mut bowls.letters);
            letters_of(normal, &mut bowls.normal_letters);
            promise(
                bowls.letters == bowls.normal_letters,
                "normalising keeps the letters of a cluster",
            )?;
        }
    }
    promise(end == text.len(), "clusters are the whole text")?;
    promise(
        normal_clusters.next().is_none(),
        "normalising adds no cluster",
    )?;

    bowls.broken.clear();
    let mut separator = [0; 4];
    segmenter.separate_words(
        text,
        SEPARATOR.encode_utf8(&mut separator),
        &mut bowls.broken,
    );
    let mut rest = text;
    let mut boundary = 0;
    let mut place = 0;
    let mut borders = clusters(text);
    for (index, piece) in bowls.broken.split(SEPARATOR).enumerate() {
        rest = rest
            .strip_prefix(piece)
            .ok_or("separators are all that is put in")?;
        if index > 0 {
            counts.separators += 1;
            while boundary < place {
                boundary += borders.next().map_or(usize::MAX - boundary, str::len);
            }
            promise(boundary == place, "separators stand between clusters")?;
        }
        place += piece.len();
    }
    promise(
        rest.is_empty(),
        "nothing is lost when separators are put in",
    )?;

    let mut previous = 0;
    for range in segmenter.word_ranges(text) {
        promise(
            range.start >= previous && !range.is_empty(),
            "words stand in order",
        )?;
        promise(
            text.get(range.clone()).is_some(),
            "words end between characters",
        )?;
        previous = range.end;
    }

    // What judges text is slower than what changes it, and has fewer ways to fail.
    if counts.texts.is_multiple_of(8) {
        judge(text, counts)?;
    }
    counts.texts += 1;
    counts.normalised += u64::from(normal != text);
    Ok(())
}

/// Holds what judges text to its promises.
fn judge(text: &str, counts: &mut Counts) -> Result<(), &'static str> {
    let mut previous = 0;
    for one in irregularities(text) {
        counts.irregular += 1;
        promise(
            text.get(one.range.clone()) == Some(one.text),
            "an irregularity has its text",
        )?;
        promise(one.range.start >= previous, "irregularities stand in order")?;
        previous = one.range.start;
    }
    if let Some(suspicion) = legacy::detect(text) {
        counts.suspected += 1;
        let there = text
            .get(suspicion.range)
            .ok_or("a suspicion ends between characters")?;
        promise(
            there.starts_with(suspicion.sample),
            "a suspicion has its sample",
        )?;
    }
    let length: usize = inspect(text).map(|cluster| cluster.text.len()).sum();
    promise(length == text.len(), "inspecting loses nothing")
}

fn promise(kept: bool, promise: &'static str) -> Result<(), &'static str> {
    if kept { Ok(()) } else { Err(promise) }
}

/// The consonants and independent vowels, sorted; a DA below the line may have become a TA.
fn letters_of(cluster: &str, letters: &mut Vec<char>) {
    letters.clear();
    letters.extend(
        cluster
            .chars()
            .filter(|letter| matches!(letter, '\u{1780}'..='\u{17B3}'))
            .map(|letter| if letter == 'ដ' { 'ត' } else { letter }),
    );
    letters.sort_unstable();
}
