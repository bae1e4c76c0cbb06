//! What is asked of a figure among those of other places, in other things and in other prices.

use super::tests::{drawn_measure, english, khmer};
use super::*;
use crate::data::PlaceType;
use crate::data::tests::{load_fixture, messages};
use std::fmt::Write;

/// Four communes of two districts, and a province that has a figure of its own.
const PLACES: &str = "//- data/categories.csv
code,kind,label_km,label_en
T,total,សរុប,Total
//- data/places.csv
code,parent,type,name_km,name_en
P,,province,ខេត្តក,Province P
D1,P,district,ស្រុកមួយ,District One
D2,P,district,ស្រុកពីរ,District Two
A,D1,commune,ឃុំក,Commune A
B,D1,commune,ឃុំខ,Commune B
C,D2,commune,ឃុំគ,Commune C
D,D2,commune,ឃុំឃ,Commune D
E,D2,commune,ឃុំង,Commune E
//- data/b.toml
kind = 'budget'
title = { km = 'ថវិកា', en = 'Budget' }
categories = 'categories'
places = 'places'
scale = 1_000_000
unusual_totals = ['P']
[constants]
direction = 'expenditure'
code = 'T'
[totals]
over_places = false
[[source]]
id = 'report'
title = { km = 'របាយការណ៍', en = 'The report' }
publisher = 'The council'
licence = 'unknown'
retrieved = 2026-01-15
//- data/b.csv
place,year,phase,amount
A,2025,planned,10
B,2025,planned,30
C,2025,planned,20
D,2025,planned,
A,2024,planned,9
B,2024,planned,8
P,2025,planned,70
KH,2025,planned,700
//- data/comparators.toml
kind = 'comparators'
synthetic = true
[[source]]
id = 'survey'
title = 'Survey of prices'
//- data/comparators.csv
id,label_km,label_en,unit_cost,currency,year,source
well,អណ្តូងមួយ,one well,6000000,KHR,2024,survey
pump,ស្នប់មួយ,one pump,150000000,,,A shop
car,ឡានមួយ,one car,30000,USD,2024,survey
gift,អំណោយ,one gift,,KHR,2024,survey
//- data/prices.toml
kind = 'table'
[[source]]
id = 'nis'
title = 'Consumer prices'
[[column]]
name = 'year'
type = 'year'
[[column]]
name = 'index'
type = 'number'
//- data/prices.csv
year,index
2020,100
2024,120
2025,125
2026,130
2026,131
";

/// What is asked of the total: `place year`, `-` for what is left out.
fn query(text: &str) -> AmountQuery {
    let mut words = text
        .split(' ')
        .map(|word| (word != "-").then(|| word.to_owned()));
    AmountQuery {
        code: "T".to_owned(),
        place: words.next().flatten(),
        year: words.next().flatten().and_then(|year| year.parse().ok()),
        ..AmountQuery::default()
    }
}

/// The datasets of a fixture with which nothing is wrong.
pub(super) fn loaded(fixture: &str) -> crate::data::Datasets {
    let (datasets, _, report) = load_fixture(fixture);
    assert_eq!(messages(&report), [""; 0]);
    datasets
}

type Measure =
    fn(&crate::data::Datasets, &str, &AmountQuery, Wording<'_>) -> Result<Measured, QueryProblem>;

fn told(measure: Measure, text: &str, words: Wording<'_>) -> Result<Vec<String>, QueryProblem> {
    let datasets = loaded(PLACES);
    measure(&datasets, "b", &query(text), words).map(|measured| drawn_measure(&measured))
}

#[test]
fn a_figure_is_ranked_among_places_of_its_type_in_its_year() {
    assert_eq!(
        told(ranked, "C 2025", english()).unwrap(),
        [
            "Total: Number 2 of 3 communes, counted from the largest",
            "  Commune C | 20\u{a0}million riel",
            "  In the middle of 3 communes | 20\u{a0}million riel",
            "  Places whose figure is not known | 1",
            "  = Total, 2025 planned, of all places of the same type put in order; equal figures share a number, and places whose figure is not known are left out",
            "  (The report)",
        ]
    );
    assert_eq!(
        told(ranked, "A 2024", khmer()).unwrap()[..3],
        [
            "សរុប: លេខរៀងទី ១ ក្នុងចំណោមឃុំចំនួន\u{a0}២ រាប់ពីច្រើនទៅតិច",
            "  ឃុំក | ៩\u{a0}លានរៀល",
            "  នៅចំកណ្ដាលនៃឃុំចំនួន\u{a0}២ | ៨,៥\u{a0}លានរៀល",
        ]
    );
    assert_eq!(
        told(ranked, "D 2025", english()).unwrap()[..2],
        ["Total: Not known", "  Commune D | …"]
    );
}

#[test]
fn a_median_lies_in_the_middle_of_places_of_one_type() {
    assert_eq!(
        told(median, "B 2025", english()).unwrap(),
        [
            "Total: 20\u{a0}million riel in the middle of 3 communes",
            "  Commune B | 30\u{a0}million riel",
            "  In the middle of 3 communes | 20\u{a0}million riel",
            "  Places whose figure is not known | 1",
            "  = Total, 2025 planned, of all places of the same type put in order: half have more and half have less; places whose figure is not known are left out",
            "  (The report)",
        ]
    );
}

#[test]
fn a_place_alone_of_its_type_is_not_compared() {
    for place in ["P", "KH"] {
        let problem = QueryProblem::NoPeers {
            place: place.to_owned(),
        };
        assert_eq!(told(ranked, place, english()), Err(problem), "{place}");
    }
}

fn communes(
    datasets: &crate::data::Datasets,
    name: &str,
    query: &AmountQuery,
    words: Wording<'_>,
) -> Result<Measured, QueryProblem> {
    rolled_up(datasets, name, query, PlaceType::Commune, words)
}

#[test]
fn figures_of_places_below_are_added_up_and_one_unknown_makes_the_sum_unknown() {
    assert_eq!(
        told(communes, "D1 2025", english()).unwrap(),
        [
            "Total, District One: 40\u{a0}million riel in 2 communes together",
            "  Places with a known figure | 2",
            "  Places whose figure is not known | 0",
            "  = Total, 2025 planned, added up for all places of the same type; if the figure of one is not known, neither is the sum",
            "  (The report)",
        ]
    );
    // One is blank, and one has no row.
    assert_eq!(
        told(communes, "D2 2025", khmer()).unwrap()[..3],
        [
            "សរុប ស្រុកពីរ: មិនទាន់ដឹង",
            "  ទីកន្លែងដែលដឹងតួលេខ | ១",
            "  ទីកន្លែងដែលមិនទាន់ដឹងតួលេខ | ២",
        ]
    );
    assert_eq!(
        told(communes, "- 2025", english()).unwrap()[..2],
        [
            "Total, the whole country: Not known",
            "  Places with a known figure | 3"
        ]
    );
    let several = QueryProblem::Several {
        asked: Asked::Year,
        known: crate::diagnostic::Candidates::of(["2024", "2025"]),
    };
    assert_eq!(told(communes, "D1", english()), Err(several));
    let place = "D2".to_owned();
    let none = QueryProblem::NoneBelow { place };
    assert_eq!(told(communes, "D2 2024", english()), Err(none));
}

#[test]
fn a_figure_is_told_as_what_it_pays_for_with_who_says_what_one_costs() {
    let (datasets, ..) = load_fixture(PLACES);
    let of = |place: &str, id: &str| comparator(&datasets, "b", &query(place), id, english());
    let measured = of("B 2025", "well").unwrap();
    assert_eq!(
        drawn_measure(&measured),
        [
            "Total: About 5 times: one well",
            "  Total, 2025 planned | 30\u{a0}million riel",
            "  one well: cost of one, 2024 | 6\u{a0}million riel",
            "  = Total, 2025 planned divided by one well: cost of one, 2024, rounded",
            "  (The report)",
            "  (Survey of prices)",
        ]
    );
    assert!(measured.synthetic);
    let sources = measured.sources.iter();
    let cells: Vec<String> = sources
        .map(|source| source.cells.on_a_page(english()))
        .collect();
    assert_eq!(cells, ["data/b.csv › D3", "data/comparators.csv › D2"]);
    let told = |place, id| of(place, id).unwrap().told;
    assert_eq!(told("B 2025", "pump"), "About 0.2 times: one pump");
    assert_eq!(told("A 2024", "pump"), "About 0.1 times: one pump");
    assert_eq!(told("D 2025", "well"), "Not known");
    assert_eq!(told("B 2025", "gift"), "Not known");
    assert_eq!(
        of("B 2025", "car"),
        Err(ComparatorProblem::Currencies {
            one: "KHR".to_owned(),
            other: "USD".to_owned(),
        })
    );
    assert_eq!(
        of("B 2025", "wall"),
        Err(ComparatorProblem::NoComparator {
            known: crate::diagnostic::Candidates::of(["car", "gift", "pump", "well"]),
        })
    );
}

#[test]
fn a_figure_is_told_in_the_prices_of_another_year() {
    let (datasets, ..) = load_fixture(PLACES);
    let in_prices = |place: &str, year| {
        constant_prices(&datasets, "b", &query(place), ("prices", year), english())
    };
    assert_eq!(
        drawn_measure(&in_prices("B 2025", 2020).unwrap()),
        [
            "Total: 24\u{a0}million riel in prices of 2020",
            "  Total, 2025 planned | 30\u{a0}million riel",
            "  Price index, 2025 | 125",
            "  Price index, 2020 | 100",
            "  = Total, 2025 planned, times the price index of 2020, divided by that of 2025, rounded",
            "  (The report)",
            "  (Consumer prices)",
        ]
    );
    let told = |place, year| in_prices(place, year).unwrap().told;
    assert_eq!(told("D 2025", 2020), "Not known");
    // A year without an index, and one with two.
    assert_eq!(told("B 2025", 2021), "Not known");
    assert_eq!(told("B 2025", 2026), "Not known");
}

#[test]
fn each_figure_leads_to_its_cell_publisher_date_and_licence() {
    let (datasets, ..) = load_fixture(PLACES);
    let mut source = amount(&datasets, "b", &query("C 2025"), english())
        .unwrap()
        .source
        .unwrap();
    let cells = std::mem::take(&mut source.cells);
    assert_eq!(cells.on_a_page(english()), "data/b.csv › D4");
    assert_eq!(cells.on_paper(english()), "b.csv, D4");
    assert_eq!(
        source,
        SourceView {
            id: "report".to_owned(),
            title: "The report".to_owned(),
            publisher: "The council".to_owned(),
            page: None,
            url: None,
            licence: None,
            retrieved: Some("15 January 2026".to_owned()),
            dataset: "b".to_owned(),
            ..SourceView::default()
        }
    );
    let of_all = |words| rolled_up(&datasets, "b", &query("P 2025"), PlaceType::Commune, words);
    let sources = of_all(english()).unwrap().sources;
    let cells = &sources[0].cells;
    assert_eq!(cells.on_a_page(english()), "data/b.csv › D2–D5");
    assert_eq!(cells.on_paper(english()), "b.csv, D2:D5");
}

#[test]
fn many_cells_are_told_as_ranges_and_the_rest_is_counted() {
    let mut rows = String::new();
    for row in 0..20 {
        let place = if row % 2 == 0 { "KH" } else { "XX" };
        writeln!(rows, "{place},{},planned,1", 2001 + row).unwrap();
    }
    let fixture = PLACES.replace("KH,2025,planned,700\n", &rows);
    let (datasets, ..) = load_fixture(&fixture);
    let query = Query {
        place: Some("KH".to_owned()),
        ..Query::default()
    };
    let table = budget_table(&datasets, "b", &query, english()).unwrap();
    assert_eq!(
        table.sources[0].cells.on_a_page(english()),
        "data/b.csv › D9, D11, D13, D15, D17, D19 and 4 more"
    );
}
