//! In: lines on standard input. Out: the same lines with U+200B where a segmenter would break them,
//! and on standard error how long that took, as JSON. Knows no segmenter, and nothing of gold.

use std::io::{Read, Write};
use std::time::Duration;

use cpu_time::ProcessTime;

const BREAK: char = '\u{200B}';
/// Whatever a segmenter puts off until it is used has to happen before this is cut.
const FIRST_WORDS: &str = "ភាសាខ្មែរ";
/// The quick ones cut at least so much in a run, so that a run can be measured,
const BYTES_A_RUN: f64 = 1e6;
const SECONDS_A_RUN: f64 = 0.3;
/// and the slow ones not the whole text, if it takes them longer than this.
const MOST_SECONDS_A_RUN: f64 = 1.0;

/// The `main` of a segmenter: `load` it with the files named on the command line, and let `cut`
/// append a line with its breaks. The first argument is how often to measure; 0 makes a filter.
pub fn measure<Segmenter>(
    load: impl FnOnce(&[String]) -> Segmenter,
    cut: impl Fn(&Segmenter, &str, &mut String),
) {
    let mut arguments = std::env::args().skip(1);
    let runs: usize = arguments
        .next()
        .map_or(0, |runs| runs.parse().expect("a number of runs"));
    let files: Vec<String> = arguments.collect();
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("text in UTF-8");
    let lines: Vec<&str> = text.lines().collect();

    let start = ProcessTime::now();
    let segmenter = load(&files);
    cut(&segmenter, FIRST_WORDS, &mut String::new());
    let load_time = start.elapsed();

    let start = ProcessTime::now();
    let mut output = String::new();
    for line in &lines {
        cut(&segmenter, line, &mut output);
        output.push('\n');
    }
    let whole = start.elapsed().as_secs_f64();
    std::io::stdout()
        .write_all(output.as_bytes())
        .expect("somebody reads");
    if runs == 0 {
        return;
    }
    let speeds: Vec<String> = match lines.is_empty() {
        true => Vec::new(),
        false => (0..runs)
            .map(|_| speed(&lines, whole, |line, output| cut(&segmenter, line, output)))
            .map(|megabytes| format!("{megabytes:.4}"))
            .collect(),
    };
    eprintln!(
        r#"{{"load_ms": {:.3}, "megabytes_a_second": [{}]}}"#,
        load_time.as_secs_f64() * 1e3,
        speeds.join(", ")
    );
}

/// Megabytes of UTF-8 that are cut in a second of one core. `whole` is what all lines take.
fn speed(lines: &[&str], whole: f64, cut: impl Fn(&str, &mut String)) -> f64 {
    let bytes: usize = lines.iter().map(|line| line.len()).sum();
    let repeats = (BYTES_A_RUN / bytes as f64)
        .max(SECONDS_A_RUN / whole)
        .min(MOST_SECONDS_A_RUN / whole)
        .ceil() as usize;
    let step = (whole / MOST_SECONDS_A_RUN).ceil().max(1.0) as usize;
    let mut output = String::new();
    let mut measured = 0;
    let start = ProcessTime::now();
    for _ in 0..repeats {
        for line in lines.iter().step_by(step) {
            output.clear();
            cut(line, &mut output);
            std::hint::black_box(&output);
            measured += line.len();
        }
    }
    let elapsed = start.elapsed().max(Duration::from_nanos(1));
    measured as f64 / 1e6 / elapsed.as_secs_f64()
}

/// Appends the tokens of `line` with a break between any two.
pub fn join<'token>(tokens: impl IntoIterator<Item = &'token str>, output: &mut String) {
    for (number, token) in tokens.into_iter().enumerate() {
        if number > 0 {
            output.push(BREAK);
        }
        output.push_str(token);
    }
}

/// Appends `line` with a break at each of the places, which rise; none at its ends.
pub fn break_at(line: &str, places: impl IntoIterator<Item = usize>, output: &mut String) {
    let mut start = 0;
    for place in places {
        if place > start && place < line.len() {
            output.push_str(&line[start..place]);
            output.push(BREAK);
            start = place;
        }
    }
    output.push_str(&line[start..]);
}
