//! How long one question takes where a whole country's figures are loaded.
//!
//! ```sh
//! cargo test --release --lib figures::speed -- --ignored --nocapture
//! ```
//!
//! No test of every day: it makes 1.17 million figures, and a time says nothing on a busy machine.

#![allow(
    clippy::print_stdout,
    reason = "who asks for a measurement wants to read it"
)]

use super::tests::khmer;
use super::{AmountQuery, Query, amount, budget_table};
use crate::data::Dataset;
use crate::data::tests::{load_fixture, messages};
use std::fmt::Write;
use std::time::Instant;

/// One table holds a million cells at most, so each of these many holds some of the places.
const TABLES: usize = 9;
const PLACES: usize = 18_000;
const CODES: usize = 13;
const COLUMNS: [(i16, &str); 5] = [
    (2023, "actual"),
    (2024, "planned"),
    (2024, "actual"),
    (2025, "planned"),
    (2025, "actual"),
];
const QUESTIONS: usize = 2_000;
/// Millionths of a second that one figure may take, with its unit, its label and its source.
const MOST: f64 = 50.0;

fn fixture() -> String {
    let mut text = String::new();
    let columns = COLUMNS.map(|(year, phase)| format!("{year} {phase}"));
    for table in 0..TABLES {
        let columns = columns.join(",");
        write!(
            text,
            "//- data/b{table}.toml
kind = 'budget'
scale = 1_000_000
[constants]
direction = 'expenditure'
[[source]]
id = 's'
title = 'Source'
//- data/b{table}.csv
place,code,label_km,{columns}
"
        )
        .expect("text takes text");
        for place in (table..PLACES).step_by(TABLES) {
            for code in 0..CODES {
                let amount = (place * 31 + code * 7) % 900 + 1;
                let amounts = [amount; COLUMNS.len()].map(|amount| amount.to_string());
                let amounts = amounts.join(",");
                writeln!(text, "p{place:05},c{code:02},ក,{amounts}").expect("text takes text");
            }
        }
    }
    text
}

/// The median of what questions take, in millionths of a second; each is about a place of its own, far
/// from the one before.
fn median(ask: impl Fn(&str, &str, usize)) -> f64 {
    let mut times: Vec<f64> = (0..QUESTIONS)
        .map(|number| {
            let place = number * 7_919 % PLACES;
            let (table, place) = (format!("b{}", place % TABLES), format!("p{place:05}"));
            let start = Instant::now();
            ask(&table, &place, number);
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[QUESTIONS / 2]
}

#[test]
#[ignore = "a measurement: 1.17 million figures"]
fn one_question_to_a_million_figures_is_answered_at_once() {
    let start = Instant::now();
    let (datasets, _, report) = load_fixture(&fixture());
    assert_eq!(messages(&report), [""; 0]);
    let loaded = start.elapsed().as_secs_f64();
    println!(
        "{} figures, made and loaded in {loaded:.1} s",
        datasets.iter().map(Dataset::rows).sum::<usize>()
    );
    let one = median(|table, place, number| {
        let (year, phase) = COLUMNS[number % COLUMNS.len()];
        let query = AmountQuery {
            code: format!("c{:02}", number % CODES),
            place: Some(place.to_owned()),
            year: Some(year),
            phase: Some(phase.to_owned()),
            direction: None,
        };
        let view = amount(&datasets, table, &query, khmer()).expect("it has one");
        assert_eq!(view.place, place);
    });
    println!("one figure: {one:.1} µs");
    let table = median(|table, place, _| {
        let query = Query {
            place: Some(place.to_owned()),
            ..Query::default()
        };
        let table = budget_table(&datasets, table, &query, khmer()).expect("it has lines");
        assert_eq!(
            (table.rows.len(), table.columns.len()),
            (CODES, COLUMNS.len())
        );
    });
    println!(
        "the table of a place, {CODES} rows by {}: {table:.1} µs",
        COLUMNS.len()
    );
    assert!(one <= MOST, "one figure took {one:.1} µs");
}
