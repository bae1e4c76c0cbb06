//! What changed in a budget, and tables that are none: scorecards, surveys, rows as cards.

use super::tests::{english, khmer};
use super::tests_of_places::loaded;
use super::*;
use crate::data::Kind;
use crate::data::tests::load_fixture;
use crate::diagnostic::Candidates;

pub(super) fn drawn(table: &BudgetTable) -> Vec<String> {
    let row = |label: &str, cells: Vec<&str>| format!("{label} | {}", cells.join(" | "));
    let heads = table.columns.iter().map(|head| head.label.as_str());
    let head = row(&table.first, heads.collect());
    let rows = table.rows.iter().map(|own| {
        let cells = own.cells.iter().map(|cell| cell.text.as_str());
        row(
            &format!("{}{}", "  ".repeat(own.depth), own.label),
            cells.collect(),
        )
    });
    let notes = table.notes.iter().map(|note| format!("({note})"));
    [table.title.clone(), head]
        .into_iter()
        .chain(rows)
        .chain(notes)
        .collect()
}

const YEARS: &str = "//- data/categories.csv
code,parent,kind,label_km,label_en
T,,total,សរុប,Total
1,T,line,ផ្លូវ,Roads
2,T,line,ទឹក,Water
3,T,line,សាលា,Schools
4,T,line,ថ្មី,New things
5,T,line,ចាស់,Old things
6,T,line,ផ្សេង,Other
7,T,line,ដដែល,Same
//- data/b.toml
kind = 'budget'
title = { km = 'ថវិកា', en = 'Budget' }
categories = 'categories'
scale = 1_000_000
[constants]
direction = 'expenditure'
place = 'KH'
[totals]
partial = ['T']
//- data/b.csv
code,2024 planned,2025 planned,2025 actual
T,100,130,120
1,40,30,30
2,20,65,60
3,10,10.5,10
4,,,3
5,8,,
6,1,-,2
7,5,5,5
";

fn changed(
    between: &Between,
    most: usize,
    words: Wording<'_>,
) -> Result<BudgetTable, QueryProblem> {
    let fixture = YEARS
        .replace("4,,,3", "4,unset,unset,3")
        .replace("5,8,,", "5,8,unset,unset")
        .replace("6,1,-,2", "6,1,,2");
    // In the long form a line that is not there is no blank.
    let (head, rows) = fixture
        .split_once("code,2024 planned,2025 planned,2025 actual\n")
        .unwrap();
    let mut long = format!("{head}code,year,phase,amount\n");
    for row in rows.lines() {
        let cells: Vec<&str> = row.split(',').collect();
        let columns = ["2024,planned", "2025,planned", "2025,actual"];
        for (column, cell) in columns.iter().zip(&cells[1..]) {
            if *cell != "unset" {
                long += &format!("{},{column},{cell}\n", cells[0]);
            }
        }
    }
    let (datasets, ..) = load_fixture(&long);
    what_changed(&datasets, "b", &Query::default(), between, most, words)
}

fn of(year: i16, phase: &str, with_year: Option<i16>, with_phase: Option<&str>) -> Between {
    Between {
        year: Some(year),
        phase: Some(phase.to_owned()),
        with_year,
        with_phase: with_phase.map(str::to_owned),
        ..Between::default()
    }
}

#[test]
fn the_largest_changes_come_first_and_what_cannot_be_compared_is_named() {
    let table = changed(&of(2025, "planned", Some(2024), None), 3, english()).unwrap();
    assert_eq!(
        drawn(&table),
        [
            "What changed: Budget",
            "Item | 2024 planned | 2025 planned | Change",
            "Water | 20 | 65 | +45 (+225%)",
            "Roads | 40 | 30 | −10 (−25%)",
            "Schools | 10 | 10.5 | +0.5 (+5%)",
            "Total | 100 | 130 | +30 (+30%)",
            "(2025 planned less 2024 planned; the percentage is that difference divided by 2024 planned)",
            "(Smaller changes, not shown: 1)",
            "(Not known in one of the two: Other)",
            "(Only in 2024 planned, so there is nothing to compare: Old things)",
            "(Total, 2024 planned: 16\u{a0}million riel is not itemised in the source.)",
        ]
    );
}

#[test]
fn what_became_of_a_plan_is_told_for_the_same_year() {
    let table = changed(&of(2025, "actual", None, Some("planned")), 10, khmer()).unwrap();
    assert_eq!(
        drawn(&table)[..9],
        [
            "អ្វីដែលប្រែប្រួល៖ ថវិកា",
            "បរិយាយ | ២០២៥ គ្រោង | ២០២៥ ជាក់ស្តែង | បម្រែបម្រួល",
            "ទឹក | ៦៥ | ៦០ | −៥ (−៧,៧%)",
            "សាលា | ១០,៥ | ១០ | −០,៥ (−៤,៨%)",
            "ផ្លូវ | ៣០ | ៣០ | ០ (០%)",
            "ដដែល | ៥ | ៥ | ០ (០%)",
            "សរុប | ១៣០ | ១២០ | −១០ (−៧,៧%)",
            "(២០២៥ ជាក់ស្តែង ដកនឹង ២០២៥ គ្រោង។ ភាគរយ គឺលទ្ធផលនេះចែកនឹង ២០២៥ គ្រោង)",
            "(មិនទាន់ដឹងតួលេខមួយក្នុងចំណោមពីរ៖ ផ្សេង)",
        ]
    );
}

#[test]
fn columns_that_cannot_be_compared_are_refused() {
    for (between, problem) in [
        (of(2025, "planned", None, None), QueryProblem::Itself),
        (
            of(2025, "actual", Some(2024), Some("planned")),
            QueryProblem::NotComparable {
                one: "2025 actual".to_owned(),
                other: "2024 planned".to_owned(),
            },
        ),
        (
            of(2023, "planned", None, None),
            QueryProblem::Unknown {
                asked: Asked::Year,
                read: "2023".to_owned(),
                known: Candidates::of(["2024", "2025"]),
            },
        ),
        (
            of(2025, "actual", Some(2024), None),
            QueryProblem::Unknown {
                asked: Asked::Phase,
                read: "actual".to_owned(),
                known: Candidates::of(["planned"]),
            },
        ),
        (
            Between {
                year: Some(2025),
                ..Between::default()
            },
            QueryProblem::Several {
                asked: Asked::Phase,
                known: Candidates::of(["actual", "planned"]),
            },
        ),
        (
            Between {
                phase: Some("planned".to_owned()),
                ..Between::default()
            },
            QueryProblem::Several {
                asked: Asked::Year,
                known: Candidates::of(["2024", "2025"]),
            },
        ),
    ] {
        assert_eq!(
            changed(&between, 10, english()).unwrap_err(),
            problem,
            "{between:?}"
        );
    }
}

const SCORES: &str = "//- data/scores.toml
kind = 'scorecards'
title = { km = 'ប័ណ្ណពិន្ទុ', en = 'Scorecard' }
publish = false
[[source]]
id = 's'
title = 'Meeting'
//- data/scores.csv
criterion_km,criterion_en,service,group_km,group_en,user,provider,agreed,n
ម៉ោងបើក,Open on time,health,,,3.5,4,4,41
ភាពសុភាព,Politeness,health,ស្ត្រី,women,2.5,,3,12
ភាពសុភាព,Politeness,health,បុរស,men,3,,3,3
ភាពសុភាព,Politeness,health,យុវជន,youth,4,,4,20
ភាពសុភាព,Politeness,school,,,1,2,2,4
";

fn scores(fixture: &str, wanted: Wanted<'_>) -> Result<BudgetTable, TableProblem> {
    let datasets = loaded(fixture);
    scorecard(&datasets, "scores", &wanted, english())
}

#[test]
fn a_small_count_is_hidden_with_another_from_which_it_could_be_worked_out() {
    let table = scores(SCORES, vec![("service", "health")]).unwrap();
    assert_eq!(
        drawn(&table),
        [
            "Scorecard",
            "Criterion | Users | Providers | Agreed | People",
            "Open on time | 3.5 | 4 | 4 | 41",
            "Politeness, women | too few | too few | too few | too few",
            "Politeness, men | too few | too few | too few | too few",
            "Politeness, youth | 4 | … | 4 | 20",
            "(“Too few” stands where fewer than 5 people answered, or where their number could be worked out from the rest: nobody should be found out by what they said.)",
        ]
    );
    let alone = scores(SCORES, vec![("service", "school")]).unwrap();
    assert_eq!(
        drawn(&alone)[2],
        "Politeness | too few | too few | too few | too few"
    );
}

#[test]
fn a_table_whose_small_counts_are_hidden_is_not_offered_itself() {
    let offered = SCORES.replace("publish = false\n", "");
    assert_eq!(
        scores(&offered, Wanted::new()).unwrap_err(),
        TableProblem::SmallCountsOffered {
            cell: "data/scores.csv › I4".to_owned()
        }
    );
    let large = offered
        .replace(",3\n", ",30\n")
        .replace(",2,4\n", ",2,40\n");
    assert!(scores(&large, Wanted::new()).is_ok());
}

#[test]
fn rows_that_are_not_there_are_refused_with_those_that_are() {
    assert_eq!(
        scores(SCORES, vec![("service", "market")]).unwrap_err(),
        TableProblem::NoRow {
            column: "service",
            read: "market".to_owned(),
            known: Candidates::of(["health", "school"]),
        }
    );
    assert_eq!(
        scores(SCORES, vec![("place", "KH")]).unwrap_err(),
        TableProblem::NoColumn {
            column: "place",
            known: Candidates::of([
                "agreed",
                "criterion_en",
                "criterion_km",
                "group_en",
                "group_km",
                "n",
                "provider",
                "service",
                "user",
            ]),
        }
    );
    let (datasets, ..) = load_fixture(SCORES);
    let wanted = Wanted::new();
    assert_eq!(
        survey(&datasets, "scores", &wanted, english()).unwrap_err(),
        TableProblem::OtherKind {
            wanted: Kind::Survey
        }
    );
    assert_eq!(
        survey(&datasets, "score", &wanted, english()).unwrap_err(),
        TableProblem::NoDataset
    );
}

#[test]
fn answers_stand_under_their_question_with_their_share() {
    let (datasets, ..) = load_fixture(
        "//- data/asked.toml
kind = 'survey'
title = 'Survey'
publish = false
[[column]]
name = 'n'
type = 'number'
[[source]]
id = 's'
title = 'Meeting'
//- data/asked.csv
question,answer,n
Do you know the budget?,Yes,30
Do you know the budget?,No,70
Do you come?,Yes,2
Do you come?,No,60
Do you come?,Perhaps,8
",
    );
    let table = survey(&datasets, "asked", &Wanted::new(), english()).unwrap();
    assert_eq!(
        drawn(&table)[1..9],
        [
            "Answer | People | Share",
            "Do you know the budget? |  | ",
            "  Yes | 30 | 30%",
            "  No | 70 | 70%",
            "Do you come? |  | ",
            "  Yes | too few | too few",
            "  No | 60 | 85.7%",
            "  Perhaps | too few | too few",
        ]
    );
}

#[test]
fn a_card_says_all_that_its_row_does_in_the_language_of_the_page() {
    let shape = Shape {
        kind: Kind::Services,
        title: "name",
        text: None,
        hidden: &["id"],
    };
    let (datasets, ..) = load_fixture(
        "//- data/services.toml
kind = 'services'
title = { km = 'សេវា', en = 'Services' }
scale = 1_000
[[source]]
id = 's'
title = 'Decree'
//- data/services.csv
id,name_km,name_en,fee,days,documents_km,documents_en,Own remark
birth,សំបុត្រកំណើត,Birth certificate,0.4,7,សៀវភៅគ្រួសារ,Family book,Ask the clerk
land,ប័ណ្ណដី,,,30,,,
",
    );
    let told = |words| {
        let cards = cards(&datasets, "services", &shape, &Wanted::new(), words).unwrap();
        let cards = cards.cards.into_iter().map(|card| {
            let lines = card
                .lines
                .iter()
                .map(|line| format!("; {} {}", line.label, line.text));
            card.title + &lines.collect::<String>()
        });
        cards.collect::<Vec<String>>()
    };
    assert_eq!(
        told(english()),
        [
            "Birth certificate; Fee 400\u{a0}riel; Days 7; Documents needed Family book; Own remark Ask the clerk",
            "ប័ណ្ណដី; Days 30",
        ]
    );
    assert_eq!(
        told(khmer()),
        [
            "សំបុត្រកំណើត; កម្រៃ ៤០០៛; ចំនួនថ្ងៃ ៧; ឯកសារដែលត្រូវការ សៀវភៅគ្រួសារ; Own remark Ask the clerk",
            "ប័ណ្ណដី; ចំនួនថ្ងៃ ៣០",
        ]
    );
}
