//! Figures of parts of years: which one is meant, what it is called, and what it may be compared with.

use super::tests::{drawn_measure, english, khmer};
use super::*;
use crate::data::tests::{load_fixture, messages};
use crate::data::{Datasets, PartsOfTime, period};

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

const QUARTERS: &str = "//- data/b.toml
kind = 'budget'
scale = 1_000_000
tolerate = ['E662', 'W12', 'W13']
[constants]
place = 'KH'
direction = 'expenditure'
[[source]]
id = 's'
title = 'Source'
//- data/b.csv
code,period,phase,amount
T,2023,actual,9
T,2023-H1,actual,4
T,2023-H2,actual,5
T,2024,actual,10
T,2024-Q1,actual,1
T,2024-Q2,actual,2
T,2024-Q3,actual,3
T,2024-Q4,actual,4
T,2025-Q1,actual,1
T,2025-Q2,actual,2
T,2025-Q4,actual,
T,2025-01/05,actual,100
T,2025-01,actual,100
T,2025-Q1,planned,7
T,2026-Q1,actual,1
T,2026-Q2,planned,1
";

/// What all parts of a time come to; a phase may be named behind it.
fn rolled(
    parts: &str,
    within: Within,
    phase: Option<&str>,
    words: Wording<'_>,
) -> Result<Vec<String>, QueryProblem> {
    let (datasets, ..) = load_fixture(QUARTERS);
    let query = AmountQuery {
        code: "T".to_owned(),
        phase: phase.map(str::to_owned),
        ..AmountQuery::default()
    };
    let parts = PartsOfTime::named(parts).expect("a word of one");
    let measured = rolled_up_periods(&datasets, "b", &query, (parts, within), words)?;
    let told = drawn_measure(&measured).into_iter();
    Ok(told.map(|line| line.replace('\u{a0}', " ")).collect())
}

#[test]
fn the_parts_of_a_time_are_added_up_and_one_that_is_not_known_makes_the_sum_unknown() {
    let of_year = |year| Within::Years(year, year);
    let actual = Some("actual");
    assert_eq!(
        rolled("quarters", of_year(2024), actual, english()).as_deref(),
        Ok([
            "T, 2024 actual: 10 million riel in 4 quarters together",
            "  quarter 1 of 2024 | 1 million riel",
            "  quarter 2 of 2024 | 2 million riel",
            "  quarter 3 of 2024 | 3 million riel",
            "  quarter 4 of 2024 | 4 million riel",
            "  = T, 2024 actual: the figures of 4 quarters added up; if one of them is not known, neither is the sum",
            "  (Source)",
        ]
        .map(str::to_owned)
        .as_slice())
    );
    assert_eq!(
        rolled("quarters", of_year(2025), actual, english()).as_deref(),
        Ok([
            "T, 2025 actual: Not known: no figure for quarter 3 of 2025",
            "  quarter 1 of 2025 | 1 million riel",
            "  quarter 2 of 2025 | 2 million riel",
            "  quarter 3 of 2025 | no figure",
            "  quarter 4 of 2025 | …",
            "  = T, 2025 actual: the figures of 4 quarters added up; if one of them is not known, neither is the sum",
            "  (Source)",
        ]
        .map(str::to_owned)
        .as_slice())
    );
    let first = |parts, within, phase, words| {
        rolled(parts, within, phase, words).map(|told| told.into_iter().next().unwrap_or_default())
    };
    let half = period("2024-H2", None, false).expect("a half");
    let blank = period("2025-Q4", None, false).expect("a quarter");
    for (parts, within, words, told) in [
        (
            "years",
            Within::Years(2023, 2024),
            english(),
            "T, 2023–2024 actual: 19 million riel in 2 years together",
        ),
        (
            "years",
            Within::Years(2023, 2025),
            english(),
            "T, 2023–2025 actual: Not known: no figure for 2025",
        ),
        // What there is of 2026 is a quarter.
        (
            "years",
            Within::Years(2024, 2026),
            english(),
            "T, 2024–2026 actual: Not known: no figure for 2025 · 2026",
        ),
        (
            "halves",
            of_year(2023),
            khmer(),
            "T ២០២៣ ជាក់ស្តែង: ៩ លានរៀល សម្រាប់ ២ ឆមាស បូកបញ្ចូលគ្នា",
        ),
        (
            "quarters",
            Within::Period(half),
            english(),
            "T, half 2 of 2024 actual: 7 million riel in 2 quarters together",
        ),
        (
            "quarters",
            Within::Period(blank),
            english(),
            "T, quarter 4 of 2025 actual: Not known: left blank in the source: quarter 4 of 2025",
        ),
        (
            "quarters",
            Within::Years(2024, 2025),
            khmer(),
            "T ២០២៤–២០២៥ ជាក់ស្តែង: មិនទាន់ដឹង៖ គ្មានតួលេខសម្រាប់ ត្រីមាសទី៣ ឆ្នាំ២០២៥",
        ),
        (
            "months",
            of_year(2025),
            english(),
            "T, 2025 actual: Not known: no figure for February 2025 · March 2025 · April 2025 · May 2025 · June 2025 · July 2025 and 5 more",
        ),
    ] {
        assert_eq!(
            first(parts, within, actual, words).as_deref(),
            Ok(told),
            "{parts} {within:?}"
        );
    }
    let long = rolled("months", Within::Years(2023, 2025), actual, english()).expect("a sum");
    assert_eq!(
        long[1..3],
        [
            "  Parts with a known figure | 1",
            "  Parts whose figure is not known | 35"
        ]
    );
    let problem = |parts, within, phase| rolled(parts, within, phase, english()).unwrap_err();
    assert_eq!(
        problem("quarters", of_year(2026), None),
        QueryProblem::Several {
            asked: Asked::Phase,
            known: crate::diagnostic::Candidates::of(["actual", "planned"]),
        }
    );
    assert_eq!(
        problem(
            "quarters",
            Within::Period(period("2025-01/05", None, false).unwrap()),
            actual
        ),
        QueryProblem::NotFilled {
            parts: "quarters",
            period: "2025-01/05".to_owned(),
        }
    );
    assert_eq!(
        problem("months", of_year(2024), actual),
        QueryProblem::NoneOver {
            parts: "months",
            period: "2024".to_owned(),
        }
    );
    assert_eq!(
        problem("quarters", of_year(2024), Some("audited")),
        QueryProblem::Unknown {
            asked: Asked::Phase,
            read: "audited".to_owned(),
            known: crate::diagnostic::Candidates::of(["actual"]),
        }
    );
}
