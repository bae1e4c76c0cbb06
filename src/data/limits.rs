//! What no table of a budget office holds: the longest numbers, chains and circles of thousands.

use super::read::room::FigureRoom;
use super::tests::{load_fixture, load_fixture_within, messages};
use std::fmt::Write;

/// A budget of one place and year with these rows, `code,parent,kind,amount`, and its categories.
pub(crate) fn budget(scale: &str, rows: &str) -> String {
    let mut fixture = format!(
        "//- data/b.toml
kind = 'budget'
categories = 'c'
scale = {scale}
allow_negative = true
[constants]
place = 'KH'
year = '2025'
phase = 'approved'
direction = 'expenditure'
[[source]]
id = 's'
title = 'S'
//- data/c.toml
kind = 'categories'
//- data/c.csv
code,parent,kind,label_km
"
    );
    let mut figures = String::from("//- data/b.csv\ncode,amount\n");
    for row in rows.lines() {
        let cells: Vec<&str> = row.split(',').collect();
        writeln!(fixture, "{},{},{},ក", cells[0], cells[1], cells[2]).unwrap();
        if cells[3] != "none" {
            writeln!(figures, "{},{}", cells[0], cells[3]).unwrap();
        }
    }
    fixture + &figures
}

/// The cells and codes of what is told of a budget.
fn told(scale: &str, rows: &str) -> Vec<String> {
    let (_, _, report) = load_fixture(&budget(scale, rows));
    let sorted = report.sorted().into_iter();
    sorted
        .map(|one| format!("{} {}", one.code.id, one.place))
        .collect()
}

#[test]
fn a_number_that_no_sum_can_hold_is_told_with_its_cell() {
    for number in [
        "100000000000000000001",
        "-100000000000000000001",
        "79228162514264337593543950335",
        "-79228162514264337593543950335",
        "7922816251426433759354395033.5",
        "999999999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000000001",
    ] {
        let rows = format!("T,,total,2\na,T,line,{number}\nb,T,line,2\n");
        let (_, _, report) = load_fixture(&budget("1", &rows));
        assert_eq!(
            messages(&report),
            [format!(
                "E03 data/b.csv › B3{}: read `{number}`, which is larger or longer than any amount of money",
                " (KH, 2025 approved, code a)"
            )],
        );
    }
    // As it stands it is an amount, but not when it is multiplied.
    let rows = "T,,total,2\na,T,line,1000000000\n";
    assert_eq!(told("1_000_000_000_000", rows).len(), 1);
}

#[test]
fn a_scale_with_more_digits_than_one_can_have_is_refused() {
    for scale in [
        "'79228162514264337593543950335'",
        "1_000_000_000_000_001",
        "'0.0000001'",
        "'1.0000001'",
        "'-1'",
    ] {
        assert_eq!(
            told(scale, "a,,line,1\n"),
            ["E613 data/b.toml:3:9"],
            "{scale}"
        );
    }
    for scale in ["'0.000001'", "'1.000001'", "1_000_000_000_000_000", "1e6"] {
        assert!(told(scale, "a,,line,1\n").is_empty(), "{scale}");
    }
}

#[test]
fn parts_count_for_the_first_total_above_them_that_has_a_figure() {
    // A heading has no figure, so what stands below it counts in its place; one that has is a part.
    let rows = "T,,total,10
H,T,heading,none
a,H,line,3
I,H,heading,none
b,I,line,4
J,T,heading,2
c,J,line,1
S,,subtotal,none
d,S,line,100
";
    let told = told("1", rows);
    assert_eq!(
        told,
        [
            "E08 data/b.csv › B2 (KH, 2025 approved, code T)",
            "E08 data/b.csv › B5 (KH, 2025 approved, code J)",
        ]
    );
}

/// A chain of so many categories; the last one alone has a figure.
pub(crate) fn chain(length: usize, kind: &str, first_parent: &str) -> String {
    let mut rows = format!("c0,{first_parent},{kind},none\n");
    for number in 1..length - 1 {
        writeln!(rows, "c{number},c{},{kind},none", number - 1).unwrap();
    }
    writeln!(rows, "last,c{},line,5", length - 2).unwrap();
    rows
}

#[test]
fn a_deep_chain_is_walked_and_a_long_circle_is_told_once() {
    for kind in ["heading", "line"] {
        let (_, _, report) = load_fixture(&budget("1", &chain(20_000, kind, "")));
        assert_eq!(messages(&report), [""; 0]);
    }
    let circle = chain(20_000, "heading", "c19998");
    assert_eq!(told("1", &circle), ["E07 data/c.csv › A2 (code c0)"]);
    let two = "a,b,line,1\nb,a,line,1\nc,d,line,1\nd,c,line,1\ne,e,line,1\n";
    assert_eq!(
        told("1", two),
        [
            "E07 data/c.csv › A2 (code a)",
            "E07 data/c.csv › A4 (code c)",
            "E07 data/c.csv › A6 (code e)",
        ]
    );
}

/// A table of 1,001 rows, each with this beginning and a thousand cells.
fn of_many_cells(beginning: &str) -> String {
    let row = |number: usize| format!("{number}{beginning}{}\n", ",".repeat(998));
    (0..1001).map(row).collect()
}

#[test]
fn a_budget_as_text_has_more_cells_than_other_tables() {
    let header = format!("code,amount{}\n", ",".repeat(998));
    let figures = format!("{header}{}", of_many_cells(",5"));
    let fixture = budget("1", "");
    let known = fixture.replace("categories = 'c'\n", "");
    let (known, _) = known.split_once("//- data/c.toml").unwrap();
    let (datasets, _, report) = load_fixture(&format!("{known}//- data/b.csv\n{figures}"));
    assert_eq!(messages(&report), [""; 0]);
    assert_eq!(datasets.get("b").unwrap().rows(), 1001);

    let header = format!("code,label_km{}\n", ",".repeat(998));
    let categories = format!("{header}{}", of_many_cells(",ក"));
    let fixture = format!("//- data/c.toml\nkind = 'categories'\n//- data/c.csv\n{categories}");
    let (_, _, report) = load_fixture(&fixture);
    assert_eq!(
        messages(&report),
        ["E617 data/c.csv › A1001: the table has more than 1000000 cells"]
    );
}

#[test]
fn a_budget_of_nothing_but_delimiters_is_refused_before_it_is_read() {
    let commas = ",".repeat(16_000_001);
    let fixture = budget("1", "") + "a,1" + &commas + "\n";
    let (_, _, report) = load_fixture(&fixture);
    assert_eq!(
        messages(&report),
        ["E617 data/b.csv: the table has more than 16000000 cells"]
    );
}

#[test]
fn all_budgets_of_a_campaign_share_the_memory_for_figures() {
    let declaration = "kind = 'budget'\n[constants]\nplace = 'KH'\ndirection = 'expenditure'\n";
    let table = "code,2025 planned,2025 actual,note\na,2,1,\nb,,4,ចំណាំ\n";
    let fixture: String = ["a", "b"]
        .map(|name| format!("//- data/{name}.toml\n{declaration}//- data/{name}.csv\n{table}"))
        .concat();
    let told = |bytes: u64| {
        let (_, _, report) = load_fixture_within(FigureRoom::of(bytes), &fixture);
        messages(&report)
    };
    let problem =
        "from this cell on, the figures of the campaign's budgets take more than 512 MB of memory";
    let refused = |cells: &[&str]| -> Vec<String> {
        let cells = cells.iter();
        cells
            .map(|cell| format!("E617 data/{cell}: {problem}"))
            .collect()
    };
    // Two notes (one of them none) and four figures each.
    let each = 2 * 900 + "ចំណាំ".len() as u64 + 4 * 132;
    assert_eq!(told(2 * each), [""; 0]);
    assert_eq!(told(2 * each - 1), refused(&["b.csv › A3"]));
    assert_eq!(told(each), refused(&["b.csv › A2"]));
    assert_eq!(told(each - 133), refused(&["a.csv › A3", "b.csv › A2"]));
    assert_eq!(told(0), refused(&["a.csv › A2", "b.csv › A2"]));
}

#[test]
fn an_address_of_a_source_is_the_whole_address_of_a_web_page() {
    let with = |url: &str| {
        let fixture = budget("1", "a,,line,1\n");
        let fixture = fixture.replace("title = 'S'", &format!("title = 'S'\nurl = {url}"));
        let (_, _, report) = load_fixture(&fixture);
        messages(&report)
    };
    assert_eq!(with("'https://mef.gov.kh/a.pdf'"), [""; 0]);
    for url in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//a.example",
        "www.mef.gov.kh",
        "mailto:a@example.org",
    ] {
        assert_eq!(
            with(&format!("'{url}'")),
            [format!(
                "E613 data/b.toml:13:7: `url` is `{url}`, which is not a web address"
            )]
        );
    }
    for hidden in [
        "java\\tscript:x",
        "\\u0001javascript:x",
        "https://a\\u0000.example",
    ] {
        assert_eq!(with(&format!("\"{hidden}\"")).len(), 1, "{hidden}");
    }
}
