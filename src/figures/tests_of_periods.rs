//! Figures of parts of years: which one is meant, what it is called, and what it may be compared with.

use super::tests::{drawn_measure, english, khmer};
use super::*;
use crate::data::tests::{load_fixture, messages};
use crate::data::{Datasets, period};

const PARTS: &str = "//- data/b.toml
kind = 'budget'
scale = 1_000_000
[constants]
place = 'KH'
direction = 'expenditure'
[[source]]
id = 's'
title = 'Source'
//- data/b.csv
code,period,phase,amount
T,2023,approved,1000
T,2023,actual,900
T,2023-01/05,actual,400
T,2023-Q1,actual,250
T,2022-Q1,actual,200
T,2022,actual,800
T,2024/25,approved,1100
T,2025-01/05,actual,500
";

fn parts() -> Datasets {
    let (datasets, _, report) = load_fixture(PARTS);
    assert_eq!(messages(&report), [""; 0]);
    datasets
}

/// `year period phase`, `-` for what is left out.
fn query(text: &str) -> AmountQuery {
    let words: Vec<Option<&str>> = text
        .split(' ')
        .map(|word| (word != "-").then_some(word))
        .collect();
    AmountQuery {
        code: "T".to_owned(),
        year: words[0].map(|year| year.parse().expect("a year")),
        period: words[1].map(|text| period(text, None, false).expect("a period")),
        phase: words[2].map(str::to_owned),
        ..AmountQuery::default()
    }
}

#[test]
fn who_asks_for_a_year_means_all_of_it_where_there_is_a_figure_of_that() {
    let datasets = parts();
    let asked = |text: &str| {
        let view = amount(&datasets, "b", &query(text), english())?;
        Ok(format!(
            "{} {}",
            view.period,
            view.text.replace('\u{a0}', " ")
        ))
    };
    for (text, answer) in [
        ("2023 - actual", "2023 900 million riel"),
        ("- 2023-Q1 actual", "2023-Q1 250 million riel"),
        ("2023 2023-01/05 actual", "2023-01/05 400 million riel"),
        ("2025 - -", "2025-01/05 500 million riel"),
        ("2024 - -", "2024/25 1,100 million riel"),
    ] {
        assert_eq!(asked(text).as_deref(), Ok(answer), "{text}");
    }
    let unknown = QueryProblem::Unknown {
        asked: Asked::Period,
        read: "2023-Q2".to_owned(),
        known: crate::diagnostic::Candidates::of(["2023-Q1", "2023-01/05", "2023"]),
    };
    assert_eq!(asked("2023 2023-Q2 -"), Err(unknown));
    let several = QueryProblem::Several {
        asked: Asked::Year,
        known: crate::diagnostic::Candidates::of(["2022", "2023", "2025"]),
    };
    assert_eq!(asked("- - actual"), Err(several));
}

#[test]
fn each_column_of_a_table_names_its_time() {
    let datasets = parts();
    let heads = |words| {
        let table = budget_table(&datasets, "b", &Query::default(), words).expect("a table");
        let heads = table.columns.into_iter().map(|head| head.label);
        heads.collect::<Vec<_>>()
    };
    assert_eq!(
        heads(english()),
        [
            "quarter 1 of 2022 actual",
            "2022 actual",
            "quarter 1 of 2023 actual",
            "January–May 2023 actual",
            "2023 approved",
            "2023 actual",
            "2024/25 approved",
            "January–May 2025 actual",
        ]
    );
    assert_eq!(
        heads(khmer()),
        [
            "ត្រីមាសទី១ ឆ្នាំ២០២២ ជាក់ស្តែង",
            "២០២២ ជាក់ស្តែង",
            "ត្រីមាសទី១ ឆ្នាំ២០២៣ ជាក់ស្តែង",
            "ខែមករា ដល់ខែឧសភា ឆ្នាំ២០២៣ ជាក់ស្តែង",
            "២០២៣ អនុម័ត",
            "២០២៣ ជាក់ស្តែង",
            "២០២៤/២៥ អនុម័ត",
            "ខែមករា ដល់ខែឧសភា ឆ្នាំ២០២៥ ជាក់ស្តែង",
        ]
    );
}

#[test]
fn a_part_of_a_year_is_compared_with_the_same_part_or_as_a_part() {
    let datasets = parts();
    let compared = |text: &str, with: &With, words| {
        compare(&datasets, "b", &query(text), with, words).map(|it| drawn_measure(&it))
    };
    let base = With::default();
    let of_part = compared("- 2023-01/05 actual", &base, english()).expect("a base");
    assert_eq!(
        of_part
            .iter()
            .map(|line| line.replace('\u{a0}', " "))
            .collect::<Vec<_>>(),
        [
            "T: 40% of what was approved for 2023, in January–May 2023",
            "  January–May 2023 actual | 400 million riel",
            "  2023 approved | 1,000 million riel",
            "  = January–May 2023 actual divided by 2023 approved",
            "  (Source)",
        ]
    );
    let of_part = compared("- 2023-01/05 actual", &base, khmer()).expect("a base");
    assert_eq!(
        of_part[0],
        "T: ៤០% នៃចំនួនដែលបានអនុម័តសម្រាប់ឆ្នាំ២០២៣ ក្នុងរយៈពេលខែមករា ដល់ខែឧសភា ឆ្នាំ២០២៣"
    );
    let with_2022 = With {
        year: Some(2022),
        ..With::default()
    };
    let quarters = compared("- 2023-Q1 actual", &with_2022, english()).expect("two quarters");
    assert_eq!(
        quarters[0].replace('\u{a0}', " "),
        "T: 50 million riel more (25%)"
    );
    // Of 2022 the first five months are not known, and the year is no answer.
    assert_eq!(
        compared("- 2023-01/05 actual", &with_2022, english()),
        Err(CompareProblem::Figure(QueryProblem::NotComparable {
            one: "2023-01/05 actual KHR".to_owned(),
            other: "2022 actual KHR".to_owned(),
        }))
    );
}
