//! What was changed between the approved and the revised budget, below the tables that show both.

use super::tests::{english, khmer};
use super::*;
use crate::data::Datasets;
use crate::data::tests::{load_fixture, messages};
use std::fmt::Write;

const CAMPAIGN: &str = "//- data/categories.csv
code,parent,kind,label_km,label_en
T,,total,សរុប,Total
1,T,line,ផ្លូវ,Roads
2,T,line,ទឹក,Water
3,T,line,សាលា,Schools
//- data/changes.toml
kind = 'adjustments'
title = { km = 'ការកែ', en = 'Changes' }
scale = 1_000_000
[[source]]
id = 'd'
title = 'Decision of the council'
//- data/changes.csv
place,year,category,amount,kind,day,reason_km,reason_en
A,2025,1,-10,virement,2025-07-01,ផ្ទេរទៅទឹក,Moved to water
A,2025,2,10,virement,2025-07-01,ផ្ទេរពីផ្លូវ,Moved from roads
A,2025,2,5,supplementary,2025-03-02,,The well dried up
A,2025,T,5,,,,
B,2025,1,1,,2025-01-01,ផ្សេង,Another place
A,2024,T,2,,,,
A,2024,1,2,cut,2024-01-01,ឆ្នាំផ្សេង,Another year
//- data/b.toml
kind = 'budget'
title = { km = 'ថវិកា', en = 'Budget' }
categories = 'categories'
adjustments = 'changes'
scale = 1_000_000
[constants]
direction = 'expenditure'
[totals]
over_places = false
[[source]]
id = 's'
title = 'Source'
//- data/b.csv
place,code,2024 approved,2024 revised,2025 approved,2025 revised,2025 actual
A,T,20,22,45,50,48
A,1,10,12,20,10,9
A,2,5,5,20,35,35
A,3,5,5,5,5,4
B,1,5,5,5,6,6
";

fn loaded(fixture: &str) -> Datasets {
    let (datasets, _, report) = load_fixture(fixture);
    let errors: Vec<String> = messages(&report)
        .into_iter()
        .filter(|message| message.starts_with('E'))
        .collect();
    assert_eq!(errors, [""; 0]);
    datasets
}

fn of_place(place: &str) -> Query {
    Query {
        place: Some(place.to_owned()),
        ..Query::default()
    }
}

fn drawn(table: &BudgetTable) -> Vec<String> {
    let adjusted = &table.adjusted;
    let lines = adjusted.lines.iter().map(|line| {
        format!(
            "{} {} ({}): {}",
            line.amount, line.label, line.how, line.reason
        )
    });
    let more = Some(&adjusted.more)
        .filter(|more| !more.is_empty())
        .cloned();
    let lines = lines.chain(more).map(|line| line.replace('\u{a0}', " "));
    lines.collect()
}

fn told(query: &Query, words: Wording<'_>) -> Vec<String> {
    drawn(&budget_table(&loaded(CAMPAIGN), "b", query, words).expect("a table"))
}

#[test]
fn the_changes_of_a_place_stand_in_the_order_in_which_they_were_decided() {
    let query = Query {
        years: vec![2025],
        ..of_place("A")
    };
    assert_eq!(
        told(&query, english()),
        [
            "+5 million riel Water (supplementary budget · 2 March 2025): The well dried up",
            "−10 million riel Roads (moved between items · 1 July 2025): Moved to water",
            "+10 million riel Water (moved between items · 1 July 2025): Moved from roads",
            "+5 million riel Total (): reason not stated",
        ]
    );
    assert_eq!(
        told(&query, khmer()),
        [
            "+៥ លានរៀល ទឹក (ថវិកាបន្ថែម · ២ មីនា ២០២៥): The well dried up",
            "−១០ លានរៀល ផ្លូវ (ផ្ទេររវាងមុខចំណាយ · ១ កក្កដា ២០២៥): ផ្ទេរទៅទឹក",
            "+១០ លានរៀល ទឹក (ផ្ទេររវាងមុខចំណាយ · ១ កក្កដា ២០២៥): ផ្ទេរពីផ្លូវ",
            "+៥ លានរៀល សរុប (): មិនបានបញ្ជាក់មូលហេតុ",
        ]
    );
    assert_eq!(
        told(&of_place("B"), english()),
        ["+1 million riel Roads (2025 · 1 January 2025): Another place"]
    );
    assert_eq!(
        told(&of_place("A"), english())[..3],
        [
            "+2 million riel Roads (2024 · cut · 1 January 2024): Another year",
            "+2 million riel Total (2024): reason not stated",
            "+5 million riel Water (2025 · supplementary budget · 2 March 2025): The well dried up",
        ]
    );
}

#[test]
fn a_table_without_both_figures_names_no_changes() {
    for phase in ["approved", "revised", "actual"] {
        let query = Query {
            years: vec![2025],
            phase: Some(phase.to_owned()),
            ..of_place("A")
        };
        assert_eq!(told(&query, english()), [""; 0], "{phase}");
    }
}

#[test]
fn the_source_of_the_changes_stands_among_those_of_the_table_with_their_cells() {
    let datasets = loaded(CAMPAIGN);
    let table = budget_table(&datasets, "b", &of_place("B"), english()).unwrap();
    let sources = table.sources.iter();
    let sources =
        sources.map(|source| format!("{}: {}", source.title, source.cells.on_a_page(english())));
    assert_eq!(
        sources.collect::<Vec<_>>(),
        [
            "Source: data/b.csv › C6, D6, E6, F6, G6",
            "Decision of the council: data/changes.csv › D6",
        ]
    );
}

fn between(with_phase: &str) -> Between {
    Between {
        year: Some(2025),
        phase: Some("revised".to_owned()),
        with_phase: Some(with_phase.to_owned()),
        ..Between::default()
    }
}

#[test]
fn what_changed_names_the_reasons_of_the_lines_it_shows_and_counts_the_others() {
    let datasets = loaded(CAMPAIGN);
    let told = |most| {
        let between = between("approved");
        let table = what_changed(&datasets, "b", &of_place("A"), &between, most, english());
        drawn(&table.expect("a table"))
    };
    assert_eq!(told(10).len(), 4);
    assert_eq!(
        told(1),
        [
            "+5 million riel Water (supplementary budget · 2 March 2025): The well dried up",
            "+10 million riel Water (moved between items · 1 July 2025): Moved from roads",
            "+5 million riel Total (): reason not stated",
            "Changes not shown here: 1; they stand in the table to download",
        ]
    );
}

#[test]
fn of_many_changes_the_first_are_told_and_the_others_counted() {
    let (head, rest) = CAMPAIGN.split_once("A,2025,1,-10").unwrap();
    let (_, rest) = rest.split_once("B,2025,1,1").unwrap();
    let mut many = head.to_owned();
    for day in 1..=28 {
        writeln!(many, "A,2025,2,1,,2025-02-{day:02},,Day {day}").unwrap();
    }
    let many = many + "B,2025,1,1" + rest;
    let many = many.replace("A,T,20,22,45,50,48", "A,T,20,22,45,73,48");
    let many = many.replace("A,1,10,12,20,10,9", "A,1,10,12,20,20,9");
    let many = many.replace("A,2,5,5,20,35,35", "A,2,5,5,20,48,35");
    let many = many.replace("A,2024,1,2,", "A,2025,T,28,,2025-03-01,,All\nA,2024,1,2,");
    let query = Query {
        years: vec![2025],
        ..of_place("A")
    };
    let told = |fixture: &str| {
        let table = budget_table(&loaded(fixture), "b", &query, english());
        drawn(&table.expect("a table"))
    };
    let all = told(&many);
    assert_eq!(
        [&all[0], &all[19], &all[20]],
        [
            "+1 million riel Water (1 February 2025): Day 1",
            "+1 million riel Water (20 February 2025): Day 20",
            "Changes not shown here: 9; they stand in the table to download",
        ]
    );
    assert_eq!(all.len(), 21);
    let hidden = many.replace(
        "title = { km = 'ការកែ'",
        "publish = false\ntitle = { km = 'ការកែ'",
    );
    assert_eq!(told(&hidden)[20], "Changes not shown here: 9");
}
