//! Codes that are others in other years: what is compared with what, and what is said where nobody can tell.

use super::tests::{drawn_measure, english, khmer};
use super::tests_of_tables::drawn;
use super::*;
use crate::data::tests::{load_fixture, messages};
use crate::data::{Datasets, PartsOfTime};

const CAMPAIGN: &str = "//- data/categories.csv
code,parent,kind,label_km,label_en
T,,total,សរុប,Total
62,T,line,ប្រាក់បៀវត្ស,Wages
620,T,line,បុគ្គលិក,Staff
63,T,line,សុខាភិបាល,Health
631,T,line,មណ្ឌលសុខភាព,Health centres
632,T,line,ថ្នាំ,Medicine
64,T,line,ផ្លូវ,Roads
65,T,line,ស្ពាន,Bridges
66,T,line,ផ្លូវ និងស្ពាន,Roads and bridges
67,T,line,ផ្សារ,Market
68,T,line,សួន,Park
//- data/codes.toml
kind = 'concordance'
[[source]]
id = 'm'
title = 'Ministry'
//- data/codes.csv
from,from_year,to,to_year,share
62,2024,620,2025,
63,2024,631,2025,0.6
63,2024,632,2025,0.4
64,2024,66,2025,1
65,2024,66,2025,1
67,2024,68,2025,0.5
//- data/b.toml
kind = 'budget'
title = { km = 'ថវិកា', en = 'Budget' }
categories = 'categories'
concordance = 'codes'
scale = 1_000_000
[constants]
direction = 'expenditure'
place = 'KH'
[totals]
partial = ['T']
[[source]]
id = 's'
title = 'Source'
//- data/b.csv
year,phase,code,amount
2024,approved,T,300
2025,approved,T,330
2024,approved,62,100
2025,approved,620,110
2024,approved,63,50
2025,approved,631,40
2025,approved,632,25
2024,approved,64,60
2024,approved,65,40
2025,approved,66,90
2024,approved,67,20
2025,approved,68,30
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

fn changed(datasets: &Datasets, words: Wording<'_>) -> Vec<String> {
    let between = Between {
        year: Some(2025),
        with_year: Some(2024),
        ..Between::default()
    };
    let table = what_changed(datasets, "b", &Query::default(), &between, 10, words);
    drawn(&table.expect("a table"))
}

#[test]
fn what_changed_holds_together_what_is_one_thing_under_other_codes() {
    let datasets = loaded(CAMPAIGN);
    assert_eq!(
        changed(&datasets, english()),
        [
            "What changed: Budget",
            "Item | 2024 approved | 2025 approved | Change",
            "Health centres + Medicine | 50 | 65 | +15 (+30%)",
            "Staff | 100 | 110 | +10 (+10%)",
            "Roads and bridges | 100 | 90 | −10 (−10%)",
            "Total | 300 | 330 | +30 (+10%)",
            "(2025 approved less 2024 approved; the percentage is that difference divided by 2024 approved)",
            "(Codes that changed: Staff (620), until 2024 Wages (62) · Health centres (631) + Medicine (632), until 2024 Health (63) · Roads and bridges (66), until 2024 Roads (64) + Bridges (65))",
            "(Cannot be compared over the years, since what became of their codes is known only in part: Market (67) · Park (68))",
            "(Total, 2024 approved: 30\u{a0}million riel is not itemised in the source.)",
            "(Total, 2025 approved: 35\u{a0}million riel is not itemised in the source.)",
        ]
    );
    assert_eq!(
        changed(&datasets, khmer())[2..9],
        [
            "មណ្ឌលសុខភាព + ថ្នាំ | ៥០ | ៦៥ | +១៥ (+៣០%)",
            "បុគ្គលិក | ១០០ | ១១០ | +១០ (+១០%)",
            "ផ្លូវ និងស្ពាន | ១០០ | ៩០ | −១០ (−១០%)",
            "សរុប | ៣០០ | ៣៣០ | +៣០ (+១០%)",
            "(២០២៥ អនុម័ត ដកនឹង ២០២៤ អនុម័ត។ ភាគរយ គឺលទ្ធផលនេះចែកនឹង ២០២៤ អនុម័ត)",
            "(លេខកូដដែលបានប្ដូរ៖ បុគ្គលិក (620) រហូតដល់ឆ្នាំ២០២៤ គឺ ប្រាក់បៀវត្ស (62) · មណ្ឌលសុខភាព (631) + ថ្នាំ (632) រហូតដល់ឆ្នាំ២០២៤ គឺ សុខាភិបាល (63) · ផ្លូវ និងស្ពាន (66) រហូតដល់ឆ្នាំ២០២៤ គឺ ផ្លូវ (64) + ស្ពាន (65))",
            "(មិនអាចប្រៀបធៀបរវាងឆ្នាំបានទេ ព្រោះដឹងតែមួយផ្នែកប៉ុណ្ណោះថាលេខកូដទាំងនេះក្លាយជាអ្វី៖ ផ្សារ (67) · សួន (68))",
        ]
    );
}

#[test]
fn a_table_shows_a_renamed_code_once_and_all_others_as_their_source_does() {
    let datasets = loaded(CAMPAIGN);
    let table = budget_table(&datasets, "b", &Query::default(), english()).unwrap();
    assert_eq!(
        drawn(&table)[2..12],
        [
            "Total | 300 | 330",
            "  Staff | 100 | 110",
            "  Health | 50 | ",
            "  Health centres |  | 40",
            "  Medicine |  | 25",
            "  Roads | 60 | ",
            "  Bridges | 40 | ",
            "  Roads and bridges |  | 90",
            "  Market | 20 | ",
            "  Park |  | 30",
        ]
    );
    let compared = table.rows_over_years().iter();
    let compared = compared.map(|row| format!("{} {}", row.code, row.label));
    assert_eq!(
        compared.collect::<Vec<_>>(),
        [
            "T Total",
            "620 Staff",
            "631 Health centres + Medicine",
            "66 Roads and bridges",
            "67 Market",
            "68 Park",
        ]
    );
}

#[test]
fn a_blank_under_a_code_that_is_not_in_use_is_no_figure() {
    let (head, rows) = CAMPAIGN.split_once("year,phase,code,amount\n").unwrap();
    let mut by_code: Vec<(&str, [&str; 2])> = Vec::new();
    for row in rows.lines() {
        let cells: Vec<&str> = row.split(',').collect();
        let at = by_code.iter().position(|(code, _)| *code == cells[2]);
        let at = at.unwrap_or_else(|| {
            by_code.push((cells[2], [""; 2]));
            by_code.len() - 1
        });
        by_code[at].1[usize::from(cells[0] == "2025")] = cells[3];
    }
    let rows = by_code
        .iter()
        .map(|(code, [before, after])| format!("{code},{before},{after}\n"));
    let wide = format!(
        "{head}code,2024 approved,2025 approved\n{}",
        rows.collect::<String>()
    );
    let (datasets, _, report) = load_fixture(&wide);
    assert_eq!(
        messages(&report),
        [
            "W675 data/codes.csv › E7: of `67` after 2024 only 0.5 is accounted for (rows: 1), so pages say that it cannot be compared with what became of it",
        ]
    );
    let long = loaded(CAMPAIGN);
    assert_eq!(
        changed(&datasets, english())[..9],
        changed(&long, english())[..9]
    );
    let table = budget_table(&datasets, "b", &Query::default(), english()).unwrap();
    assert_eq!(
        drawn(&table)[2..6],
        [
            "Total | 300 | 330",
            "  Staff | 100 | 110",
            "  Health | 50 | …",
            "  Health centres | … | 40",
        ]
    );
    for code in ["620", "631", "66"] {
        let told = |datasets| compared(datasets, ("b", code, 2025), &in_year(2024), english());
        assert_eq!(told(&datasets), told(&long), "{code}");
    }
}

fn compared(
    datasets: &Datasets,
    (name, code, year): (&str, &str, i16),
    with: &With,
    words: Wording<'_>,
) -> Result<Vec<String>, CompareProblem> {
    let query = AmountQuery {
        code: code.to_owned(),
        year: Some(year),
        ..AmountQuery::default()
    };
    let measured = compare(datasets, name, &query, with, words)?;
    let told = drawn_measure(&measured).into_iter();
    Ok(told.map(|line| line.replace('\u{a0}', " ")).collect())
}

fn in_year(year: i16) -> With {
    With {
        year: Some(year),
        ..With::default()
    }
}

#[test]
fn two_figures_of_one_thing_are_compared_under_its_later_name() {
    let datasets = loaded(CAMPAIGN);
    let told = |code, year, with, words| {
        compared(&datasets, ("b", code, year), &in_year(with), words).expect("both are there")
    };
    assert_eq!(
        told("620", 2025, 2024, english()),
        [
            "Staff: 10 million riel more (10%)",
            "  Staff (620), 2025 approved | 110 million riel",
            "  Wages (62), 2024 approved | 100 million riel",
            "  = Staff (620), 2025 approved less Wages (62), 2024 approved; the percentage is that difference divided by Wages (62), 2024 approved",
            "  (Source)",
        ]
    );
    assert_eq!(
        told("62", 2024, 2025, english())[0],
        "Staff: 10 million riel less (9.1%)"
    );
    assert_eq!(
        told("632", 2025, 2024, khmer()),
        [
            "មណ្ឌលសុខភាព + ថ្នាំ: កើនឡើង ១៥ លានរៀល (៣០%)",
            "  មណ្ឌលសុខភាព (631) ២០២៥ អនុម័ត | ៤០ លានរៀល",
            "  ថ្នាំ (632) ២០២៥ អនុម័ត | ២៥ លានរៀល",
            "  សុខាភិបាល (63) ២០២៤ អនុម័ត | ៥០ លានរៀល",
            "  = មណ្ឌលសុខភាព (631) + ថ្នាំ (632) រួមគ្នា ២០២៥ អនុម័ត ដកនឹង សុខាភិបាល (63) ២០២៤ អនុម័ត។ ភាគរយ គឺលទ្ធផលនេះចែកនឹង សុខាភិបាល (63) ២០២៤ អនុម័ត",
            "  (Source)",
        ]
    );
    assert_eq!(
        told("65", 2024, 2025, english())[0],
        "Roads and bridges: 10 million riel more (11.1%)"
    );
    assert_eq!(
        told("68", 2025, 2024, english()),
        [
            "Park: Cannot be compared",
            "  Park (68), 2025 approved | 30 million riel",
            "  Market (67), 2024 approved | 20 million riel",
            "  = Park (68), 2025 approved is not held against Market (67), 2024 approved, since what became of these codes is known only in part",
            "  (Source)",
        ]
    );
}

#[test]
fn a_part_without_a_figure_makes_the_comparison_unknown() {
    let datasets = loaded(&CAMPAIGN.replace("2024,approved,65,40\n", ""));
    let told = compared(&datasets, ("b", "66", 2025), &in_year(2024), english());
    assert_eq!(
        told.expect("a part is there")[..4],
        [
            "Roads and bridges: Not known",
            "  Roads and bridges (66), 2025 approved | 90 million riel",
            "  Roads (64), 2024 approved | 60 million riel",
            "  Bridges (65), 2024 approved | …",
        ]
    );
}

#[test]
fn a_table_of_its_own_for_each_year_is_compared_by_the_codes_of_its_year() {
    let (head, rows) = CAMPAIGN.split_once("year,phase,code,amount\n").unwrap();
    let of_year = |year: &str| {
        let rows = rows.lines().filter(|row| row.starts_with(year));
        rows.collect::<Vec<_>>().join("\n")
    };
    let other = head.rsplit_once("//- data/b.toml\n").unwrap().1;
    let other = other
        .replace("data/b.csv", "data/old.csv")
        .replace("concordance = 'codes'\n", "");
    let fixture = format!(
        "{head}year,phase,code,amount\n{}\n//- data/old.toml\n{other}year,phase,code,amount\n{}\n",
        of_year("2025"),
        of_year("2024")
    );
    let datasets = loaded(&fixture);
    let with = |year| With {
        dataset: Some("old".to_owned()),
        year,
        ..With::default()
    };
    for year in [None, Some(2024)] {
        let told = compared(&datasets, ("b", "66", 2025), &with(year), english());
        assert_eq!(
            told.expect("both")[0],
            "Roads and bridges: 10 million riel less (10%)"
        );
    }
    let with = With {
        dataset: Some("b".to_owned()),
        ..With::default()
    };
    let told = compared(&datasets, ("old", "63", 2024), &with, english());
    assert_eq!(
        told.expect("both")[0],
        "Health centres + Medicine: 15 million riel less (23.1%)"
    );
}

#[test]
fn years_are_added_up_under_the_codes_that_each_had() {
    let datasets = loaded(CAMPAIGN);
    let rolled = |code: &str, years| {
        let query = AmountQuery {
            code: code.to_owned(),
            ..AmountQuery::default()
        };
        let (first, last) = years;
        let over = (PartsOfTime::Years, Within::Years(first, last));
        let measured = rolled_up_periods(&datasets, "b", &query, over, english());
        let told = drawn_measure(&measured.expect("a measure")).into_iter();
        let told: Vec<String> = told.map(|line| line.replace('\u{a0}', " ")).collect();
        told[..told.len() - 2].to_vec()
    };
    assert_eq!(
        rolled("632", (2024, 2025)),
        [
            "Health centres + Medicine, 2024–2025 approved: 115 million riel in 2 years together",
            "  Health (63), 2024 approved | 50 million riel",
            "  Health centres (631), 2025 approved | 40 million riel",
            "  Medicine (632), 2025 approved | 25 million riel",
        ]
    );
    assert_eq!(
        rolled("62", (2023, 2025)),
        [
            "Staff, 2023–2025 approved: Not known: no figure for 2023",
            "  2023 | no figure",
            "  Wages (62), 2024 approved | 100 million riel",
            "  Staff (620), 2025 approved | 110 million riel",
        ]
    );
    assert_eq!(
        rolled("68", (2024, 2025)),
        [
            "Park, 2024–2025 approved: Not known: what became of its codes is known only in part",
            "  2024 | no figure",
            "  Park (68), 2025 approved | 30 million riel",
        ]
    );
}

/// What changed between two years, with rows of codes
/// `from from_year to to_year share` and figures `year code amount`.
fn told_of(ties: &str, figures: &str, [with_year, year]: [i16; 2]) -> Vec<String> {
    let rows = |text: &str| text.replace("; ", "\n").replace(' ', ",");
    let fixture = format!(
        "//- data/codes.toml
kind = 'concordance'
[[source]]
id = 'm'
title = 'Ministry'
//- data/codes.csv
from,from_year,to,to_year,share
{}
//- data/b.toml
kind = 'budget'
concordance = 'codes'
tolerate = ['W12']
[constants]
direction = 'expenditure'
place = 'KH'
phase = 'approved'
[[source]]
id = 's'
title = 'Source'
//- data/b.csv
year,code,amount
{}
",
        rows(ties),
        rows(figures).replace('-', "")
    );
    let datasets = loaded(&fixture);
    let between = Between {
        year: Some(year),
        with_year: Some(with_year),
        ..Between::default()
    };
    let table = what_changed(&datasets, "b", &Query::default(), &between, 10, english());
    let mut told = drawn(&table.expect("a table"));
    told.drain(..2);
    told.retain(|line| !line.contains("the percentage is"));
    told
}

#[test]
fn each_way_in_which_codes_change_is_told_as_what_it_is() {
    let two = [2024, 2025];
    let in_part =
        "Cannot be compared over the years, since what became of their codes is known only in part";
    for (ties, figures, years, told) in [
        // Renamed, once and again, back and in a swap.
        (
            "62 2024 620 2025 ",
            "2024 62 10; 2025 620 11",
            two,
            vec![
                "620 | 10 | 11 | +1 (+10%)",
                "(Codes that changed: 620, until 2024 62)",
            ],
        ),
        (
            "62 2023 620 2024 ; 620 2024 6 2025 ",
            "2023 62 10; 2024 620 11; 2025 6 12",
            [2023, 2025],
            vec![
                "6 | 10 | 12 | +2 (+20%)",
                "(Codes that changed: 6, until 2023 62)",
            ],
        ),
        (
            "62 2023 620 2024 ; 620 2024 62 2025 ",
            "2023 62 10; 2024 620 11; 2025 62 12",
            [2023, 2025],
            vec!["62 | 10 | 12 | +2 (+20%)"],
        ),
        (
            "62 2023 620 2024 ; 620 2024 62 2025 ",
            "2023 62 10; 2024 620 11; 2025 62 12",
            two,
            vec![
                "62 | 11 | 12 | +1 (+9.1%)",
                "(Codes that changed: 62, until 2024 620)",
            ],
        ),
        (
            "62 2024 63 2025 ; 63 2024 62 2025 ",
            "2024 62 10; 2024 63 5; 2025 62 6; 2025 63 12",
            two,
            vec![
                "63 | 10 | 12 | +2 (+20%)",
                "62 | 5 | 6 | +1 (+20%)",
                "(Codes that changed: 63, until 2024 62 · 62, until 2024 63)",
            ],
        ),
        // Long before or after: nothing that is compared changed.
        (
            "62 2024 620 2025 ",
            "2023 62 10; 2024 62 11",
            [2023, 2024],
            vec!["62 | 10 | 11 | +1 (+10%)"],
        ),
        // Divided: with all shares, with none, in part, and with a rest that keeps the code.
        (
            "62 2024 620 2025 0.6; 62 2024 621 2025 0.4",
            "2024 62 10; 2025 620 7; 2025 621 5",
            two,
            vec![
                "620 + 621 | 10 | 12 | +2 (+20%)",
                "(Codes that changed: 620 + 621, until 2024 62)",
            ],
        ),
        (
            "62 2024 620 2025 ; 62 2024 621 2025 ",
            "2024 62 10; 2025 620 7; 2025 621 5",
            two,
            vec![
                "620 + 621 | 10 | 12 | +2 (+20%)",
                "(Codes that changed: 620 + 621, until 2024 62)",
            ],
        ),
        (
            "62 2024 620 2025 0.6; 62 2024 621 2025 0.3",
            "2024 62 10; 2025 620 7; 2025 621 5",
            two,
            vec!["62 · 620 · 621"],
        ),
        (
            "62 2024 620 2025 0.2; 62 2024 62 2025 0.8",
            "2024 62 10; 2025 620 2; 2025 62 9",
            two,
            vec![
                "62 + 620 | 10 | 11 | +1 (+10%)",
                "(Codes that changed: 62 + 620, until 2024 62)",
            ],
        ),
        // Joined, with a part that is blank and one that has no figure.
        (
            "64 2024 66 2025 ; 65 2024 66 2025 ",
            "2024 64 6; 2024 65 4; 2025 66 9",
            two,
            vec![
                "66 | 10 | 9 | −1 (−10%)",
                "(Codes that changed: 66, until 2024 64 + 65)",
            ],
        ),
        (
            "64 2024 66 2025 ; 65 2024 66 2025 ",
            "2024 64 6; 2024 65 -; 2025 66 9",
            two,
            vec![
                "(Not known in one of the two: 66)",
                "(Codes that changed: 66, until 2024 64 + 65)",
            ],
        ),
        (
            "64 2024 66 2025 ; 65 2024 66 2025 ",
            "2024 64 6; 2025 66 9",
            two,
            vec![
                "(Not known in one of the two: 66)",
                "(Codes that changed: 66, until 2024 64 + 65)",
            ],
        ),
        // Divided and joined again, at once and one after the other.
        (
            "1 2024 3 2025 0.5; 1 2024 4 2025 0.5; 2 2024 4 2025 ",
            "2024 1 10; 2024 2 2; 2025 3 5; 2025 4 8",
            two,
            vec![
                "3 + 4 | 12 | 13 | +1 (+8.3%)",
                "(Codes that changed: 3 + 4, until 2024 1 + 2)",
            ],
        ),
        (
            "1 2023 2 2024 0.5; 1 2023 3 2024 0.5; 2 2024 4 2025 ; 3 2024 4 2025 ",
            "2023 1 10; 2024 2 5; 2025 4 12",
            [2023, 2025],
            vec![
                "4 | 10 | 12 | +2 (+20%)",
                "(Codes that changed: 4, until 2023 1)",
            ],
        ),
        // Under way in the earlier year, or not begun in the later one.
        (
            "62 2022 620 2025 ",
            "2022 62 9; 2024 63 10; 2025 620 11",
            two,
            vec!["620"],
        ),
        (
            "62 2023 620 2025 ",
            "2023 62 9; 2024 63 10; 2025 620 11",
            [2023, 2024],
            vec!["62"],
        ),
        // Used when it should be another: it goes on, or is something new.
        (
            "62 2024 620 2025 ",
            "2024 62 10; 2025 620 8; 2025 62 3",
            two,
            vec!["62 · 620"],
        ),
        (
            "62 2024 70 2025 ",
            "2024 62 10; 2024 70 3; 2025 70 14",
            two,
            vec!["62 · 70"],
        ),
        // In one of the years alone, as its source says.
        (
            "62 2024 620 2025 ",
            "2024 63 10; 2025 63 10; 2025 620 8",
            two,
            vec![
                "63 | 10 | 10 | 0 (0%)",
                "(Only in 2025 approved, so there is nothing to compare: 620)",
            ],
        ),
    ] {
        let told: Vec<String> = match told.as_slice() {
            [only] if !only.contains('|') => vec![format!("({in_part}: {only})")],
            lines => lines.iter().map(|line| (*line).to_owned()).collect(),
        };
        let mut found = told_of(ties, figures, years);
        found.retain(|line| {
            !line.starts_with("(Only in 2024 approved, so there is nothing to compare: 63)")
        });
        assert_eq!(found, told, "{ties} / {figures}");
    }
}

#[test]
fn a_part_and_its_whole_are_not_added_up() {
    let nested = CAMPAIGN
        .replace("65,T,line,ស្ពាន", "65,64,line,ស្ពាន")
        .replace("64,T,line", "64,T,subtotal");
    let datasets = loaded(&nested.replace("2024,approved,65,40", "2024,approved,65,60"));
    let told = changed(&datasets, english());
    assert_eq!(
        told[6..9],
        [
            "(Codes that changed: Staff (620), until 2024 Wages (62) · Health centres (631) + Medicine (632), until 2024 Health (63))",
            "(Cannot be compared over the years, since what became of their codes is known only in part: Roads (64) · Bridges (65) · Roads and bridges (66) · Market (67) · Park (68))",
            "(Total, 2024 approved: 70\u{a0}million riel is not itemised in the source.)",
        ]
    );
}

#[test]
fn a_tree_of_codes_that_all_were_renamed_stands_once() {
    let datasets = loaded(
        "//- data/categories.csv
code,parent,kind,label_en
T,,total,Total
A,T,heading,Old group
1,A,line,Old one
2,A,line,Old two
3,A,line,Old three
B,T,heading,New group
11,B,line,One
12,B,line,Two
//- data/codes.csv
from,from_year,to,to_year,share
1,2024,11,2025,
2,2024,12,2025,
//- data/codes.toml
kind = 'concordance'
//- data/b.toml
kind = 'budget'
title = 'Budget'
categories = 'categories'
concordance = 'codes'
[constants]
direction = 'expenditure'
place = 'KH'
phase = 'approved'
[[source]]
id = 's'
title = 'Source'
//- data/b.csv
year,code,amount
2024,T,3
2024,1,1
2024,2,2
2025,T,7
2025,11,3
2025,12,4
",
    );
    let table = budget_table(&datasets, "b", &Query::default(), english()).unwrap();
    assert_eq!(
        drawn(&table)[2..],
        [
            "Total | 3 | 7",
            "  New group |  | ",
            "    One | 1 | 3",
            "    Two | 2 | 4",
            "(Codes that changed: One (11), until 2024 Old one (1) · Two (12), until 2024 Old two (2))",
        ]
    );
}
