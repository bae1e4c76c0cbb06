//! What is asked of a budget that is divided by several classifications.

use super::tests::{drawn, drawn_measure, english, khmer};
use super::*;
use crate::data::tests::{load_fixture, messages};
use crate::data::{Contents, Money};
use crate::diagnostic::Candidates;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What is bought, what for, and in which programme. Two rows say no function: one is the sum of such as
/// do, and of the other nobody knows it.
const DIVIDED: &str = "//- data/natures.toml
kind = 'categories'
//- data/natures.csv
code,parent,kind,label_km,label_en
T,,total,សរុប,Total
1,T,subtotal,បុគ្គលិក,Staff
11,1,line,ប្រាក់ខែ,Salaries
12,1,line,ប្រាក់ឧបត្ថម្ភ,Allowances
2,T,line,ទំនិញ,Goods
3,T,line,ផ្សេងទៀត,Others
//- data/functions.toml
kind = 'categories'
title = { km = 'មុខងារ', en = 'Functions' }
//- data/functions.csv
code,parent,kind,label_km,label_en
01,,line,សេវាទូទៅ,General services
07,,heading,សុខាភិបាល,Health
0701,07,line,មណ្ឌលសុខភាព,Health centres
09,,line,អប់រំ,Education
0901,09,line,បឋមសិក្សា,Primary
0902,09,line,មធ្យមសិក្សា,Secondary
//- data/programmes.toml
kind = 'categories'
title = { km = 'កម្មវិធី', en = 'Programmes' }
//- data/programmes.csv
code,label_km,label_en
P1,កម្មវិធីទី១,One
P2,កម្មវិធីទី២,Two
//- data/b.toml
kind = 'budget'
title = { km = 'ថវិកា', en = 'Budget' }
categories = 'natures'
scale = 1_000_000
[dimensions]
functional = 'functions'
programme = 'programmes'
[constants]
place = 'KH'
direction = 'expenditure'
[[source]]
id = 's'
title = 'Source'
//- data/b.csv
code,functional,programme,2025 planned,2025 actual
T,,,130,110
1,,,60,50
11,0901,P1,20,18
11,0902,P1,10,9
12,0701,P2,30,23
2,0701,P2,25,25
2,09,P1,15,
3,,P1,30,20
";

fn query(by: &str) -> Query {
    Query {
        by: Some(by.to_owned()),
        ..Query::default()
    }
}

fn of(by: &str, code: &str, phase: &str) -> AmountQuery {
    AmountQuery {
        by: Some(by.to_owned()),
        code: code.to_owned(),
        phase: Some(phase.to_owned()),
        ..AmountQuery::default()
    }
}

#[test]
fn a_budget_is_added_up_by_each_of_its_dimensions() {
    let (datasets, _, report) = load_fixture(DIVIDED);
    assert_eq!(
        messages(&report),
        [
            "W685 data/b.csv › D9 (KH, 2025 planned, code 3): what is shown by `functional` lacks the figures that say nothing in it (figures: 2)"
        ]
    );
    let own = budget_table(&datasets, "b", &Query::default(), english()).unwrap();
    assert_eq!(own.title, "Budget");
    assert_eq!(
        drawn(&own),
        [
            "Total | 130 | 110",
            "  Staff | 60 | 50",
            "    Salaries | 30 | 27",
            "    Allowances | 30 | 23",
            "  Goods | 40 | …",
            "  Others | 30 | 20",
        ]
    );
    assert_eq!(own.notes, [""; 0]);
    let by = budget_table(&datasets, "b", &query("functional"), english()).unwrap();
    assert_eq!(by.title, "Budget — Functions");
    assert_eq!(
        drawn(&by),
        [
            "Health | 55 | 48",
            "  Health centres | 55 | 48",
            "Education | 45 | …",
            "  Primary | 20 | 18",
            "  Secondary | 10 | 9",
        ]
    );
    assert_eq!(
        by.notes,
        [
            "2025 planned: 30\u{a0}million riel is not in this table, because the source does not say its code in “Functions”.",
            "2025 actual: 20\u{a0}million riel is not in this table, because the source does not say its code in “Functions”.",
            "Education, 2025 planned: 15\u{a0}million riel is not itemised in the source.",
        ]
    );
    assert_eq!(
        by.sources[0].cells.on_a_page(english()),
        "data/b.csv › D4–D8, E4–E8"
    );
    let by = budget_table(&datasets, "b", &query("programme"), khmer()).unwrap();
    assert_eq!(by.title, "ថវិកា — កម្មវិធី");
    assert_eq!(drawn(&by), ["កម្មវិធីទី១ | ៧៥ | …", "កម្មវិធីទី២ | ៥៥ | ៤៨"]);
    assert_eq!(by.notes, [""; 0]);
}

#[test]
fn a_figure_of_a_dimension_is_asked_like_any_other() {
    let (datasets, ..) = load_fixture(DIVIDED);
    let asked = of("functional", "07", "actual");
    let figure = amount(&datasets, "b", &asked, english()).unwrap();
    assert_eq!(
        (&*figure.label, &*figure.text),
        ("Health", "48\u{a0}million riel")
    );
    let source = figure.source.unwrap();
    assert_eq!(source.cells.on_a_page(english()), "data/b.csv › E6–E7");
    let with = With::default();
    let compared = compare(&datasets, "b", &asked, &with, english()).unwrap();
    assert_eq!(
        drawn_measure(&compared),
        [
            "Health: 87.3% of what was planned",
            "  2025 actual | 48\u{a0}million riel",
            "  2025 planned | 55\u{a0}million riel",
            "  = 2025 actual divided by 2025 planned",
            "  (Source)",
        ]
    );
    let asked = of("functional", "09", "planned");
    let hundred = of_100(&datasets, "b", &asked, english()).unwrap();
    assert_eq!(hundred.parts.len(), 3);
    let unknown = amount(&datasets, "b", &of("functional", "09", "actual"), english());
    assert_eq!(
        unknown.unwrap_err(),
        QueryProblem::UnknownFigure {
            cell: "data/b.csv › E8".to_owned()
        }
    );
    let problem = |asked, read: &str, known: &[&str]| QueryProblem::Unknown {
        asked,
        read: read.to_owned(),
        known: Candidates::of(known.iter().copied()),
    };
    assert_eq!(
        amount(&datasets, "b", &of("function", "09", "actual"), english()).unwrap_err(),
        problem(Asked::By, "function", &["functional", "programme"])
    );
    assert_eq!(
        amount(&datasets, "b", &of("programme", "09", "actual"), english()).unwrap_err(),
        problem(Asked::Code, "09", &["P1", "P2"])
    );
}

#[test]
fn a_sum_speaks_for_parts_that_say_nothing() {
    let (facts, _) = DIVIDED.split_once("T,,,130").unwrap();
    let rows = "1,0901,P1,50,50\n11,,P1,30,30\n12,,P2,20,20\n2,,P2,7,7\n";
    let (datasets, ..) = load_fixture(&format!("{facts}{rows}"));
    let query = Query {
        phase: Some("planned".to_owned()),
        ..query("functional")
    };
    let by = budget_table(&datasets, "b", &query, english()).unwrap();
    assert_eq!(drawn(&by), ["Education | 50", "  Primary | 50"]);
    assert_eq!(
        by.notes,
        [
            "2025 planned: 7\u{a0}million riel is not in this table, because the source does not say its code in “Functions”."
        ]
    );
}

/// Random budgets: what a dimension's first level comes to, and what it lacks, is the whole.
#[test]
fn no_figure_is_lost_or_counts_twice_by_any_dimension() {
    let mut random = 7_u64;
    let mut next = move |below: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % below
    };
    for _ in 0..40 {
        let (facts, _) = DIVIDED.split_once("T,,,130").unwrap();
        let mut rows = String::new();
        let mut sums = [[0, 0]; 4];
        // What the staff of each function come to, where the subtotal says it of each.
        let mut staff: BTreeMap<&str, [u64; 2]> = BTreeMap::new();
        for (at, code) in ["11", "12", "2", "3"].into_iter().enumerate() {
            let silent = next(4) == 0;
            let functions: &[&str] = match silent {
                true => &[""],
                false => &["01", "0701", "0901", "0902"],
            };
            for function in functions.iter().take(1 + next(4) as usize) {
                for programme in ["P1", "P2"].into_iter().take(1 + next(2) as usize) {
                    let [planned, actual] = [next(900), next(900)];
                    sums[at][0] += planned;
                    sums[at][1] += actual;
                    if at < 2 {
                        let of_function = staff.entry(function).or_default();
                        *of_function = [of_function[0] + planned, of_function[1] + actual];
                    }
                    writeln!(rows, "{code},{function},{programme},{planned},{actual}").unwrap();
                }
            }
        }
        let of = |own: &[usize], column: usize| own.iter().map(|at| sums[*at][column]).sum::<u64>();
        let all = [of(&[0, 1, 2, 3], 0), of(&[0, 1, 2, 3], 1)];
        writeln!(rows, "T,,,{},{}", all[0], all[1]).unwrap();
        match next(2) == 0 || staff.contains_key("") {
            true => writeln!(rows, "1,,,{},{}", of(&[0, 1], 0), of(&[0, 1], 1)).unwrap(),
            false => {
                for (function, [planned, actual]) in &staff {
                    writeln!(rows, "1,{function},,{planned},{actual}").unwrap();
                }
            }
        }
        let (datasets, _, report) = load_fixture(&format!("{facts}{rows}"));
        assert!(!report.has_errors(), "{:?}\n{rows}", messages(&report));
        let Contents::Budget(budget) = &datasets.get("b").unwrap().contents else {
            panic!("it is a budget");
        };
        for dimension in &budget.dimensions {
            let divided = budget.divided(dimension);
            let first = ["01", "07", "09", "P1", "P2"];
            let shown = divided.lines.iter();
            let shown = shown.filter(|line| first.contains(&&*line.code));
            let left_out = budget.left_out(dimension).values().flatten();
            let left_out = left_out.map(|number| budget.line(*number));
            let sum: Option<Money> = shown.chain(left_out).map(|line| line.amount).sum();
            let whole = i64::try_from(all[0] + all[1]).unwrap();
            assert_eq!(
                sum.unwrap().value(),
                rust_decimal::Decimal::from(whole * 1_000_000),
                "{}\n{rows}",
                dimension.name
            );
        }
    }
}
