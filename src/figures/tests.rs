//! What pages ask of whole tables: text in, views out.

use super::query::Asked;
use super::*;
use crate::config::Language;
use crate::data::export;
use crate::data::limits::{budget, chain};
use crate::data::tests::{PLACES, SUBNATIONAL, load_fixture, messages};
use crate::diagnostic::{Candidates, Report};
use crate::theme::{self, Strings};
use std::fmt::Write;
use std::sync::LazyLock;

/// What the built-in theme says in a language.
type Spoken = (Language, Strings);

static KHMER: LazyLock<Spoken> = LazyLock::new(|| spoken("km", theme::built_in_words("km")));
static ENGLISH: LazyLock<Spoken> = LazyLock::new(|| spoken("en", theme::built_in_words("en")));

fn worded(spoken: &'static Spoken) -> Wording<'static> {
    let (language, strings) = spoken;
    Wording { language, strings }
}

fn spoken(tag: &str, strings: Strings) -> Spoken {
    (Language::new(tag), strings)
}

pub(super) fn english() -> Wording<'static> {
    worded(&ENGLISH)
}

pub(super) fn khmer() -> Wording<'static> {
    worded(&KHMER)
}

fn drawn(table: &BudgetTable) -> Vec<String> {
    table
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            format!(
                "{}{} | {}",
                "  ".repeat(row.depth),
                row.label,
                cells.join(" | ")
            )
        })
        .collect()
}

#[test]
fn a_budget_table_names_what_is_not_itemised() {
    let (datasets, _, _) = load_fixture(SUBNATIONAL);
    let table = budget_table(&datasets, "subnational", &Query::default(), english()).unwrap();
    assert_eq!(
        drawn(&table),
        [
            "Total expenditure | 37,950",
            "  Sub-national level | 7,193",
            "    Capital and provinces | 3,550",
            "      Administrations | 2,627",
            "      Departments of health | 926.5",
            "      More than the stated total (rounding) | −3.5",
            "    Districts | 2,340",
            "    Communes | 1,290",
            "    Not itemised | 13",
            "  Not itemised | 30,757",
        ]
    );
    assert_eq!(table.unit, "billion riel");
    assert_eq!(table.columns[0].label, "2025 planned");
    assert_eq!(table.sources[0].publisher, "B2B Cambodia");
    assert_eq!(
        table.sources[0].retrieved.as_deref(),
        Some("15 January 2026")
    );
    let table = budget_table(&datasets, "subnational", &Query::default(), khmer()).unwrap();
    assert_eq!(table.unit, "ពាន់លានរៀល");
    assert_eq!(drawn(&table)[4], "      មន្ទីរសុខាភិបាល | ៩២៦,៥");
}

#[test]
fn a_note_on_one_row_names_it() {
    let (facts, rows) = SUBNATIONAL.split_once("amount_billion_riel\n").unwrap();
    let rows = rows
        .replace('\n', ",\n")
        .replace("7193,", "7193,Rounded")
        .replace("3550,", "3550,Rounded")
        .replace("2340,", "2340,For eight months");
    let noted = format!("{facts}amount_billion_riel,note_en\n{rows}");
    let (datasets, _, report) = load_fixture(&noted);
    assert_eq!(messages(&report), messages(&load_fixture(SUBNATIONAL).2));
    let table = budget_table(&datasets, "subnational", &Query::default(), english()).unwrap();
    assert_eq!(table.notes, ["Rounded", "Districts: For eight months"]);
}

#[test]
fn one_figure_comes_with_its_unit_and_source() {
    let (datasets, _, _) = load_fixture(SUBNATIONAL);
    let query = AmountQuery {
        code: "SN".to_owned(),
        ..AmountQuery::default()
    };
    let view = amount(&datasets, "subnational", &query, khmer()).unwrap();
    assert_eq!(view.text, "៧\u{A0}១៩៣\u{a0}ពាន់លានរៀល");
    assert_eq!(view.label, "ថ្នាក់ក្រោមជាតិ");
    assert_eq!(view.source.unwrap().id, "overview");
    let wrong = AmountQuery {
        code: "SM".to_owned(),
        ..AmountQuery::default()
    };
    assert_eq!(
        amount(&datasets, "subnational", &wrong, khmer()).unwrap_err(),
        QueryProblem::Unknown {
            asked: Asked::Code,
            read: "SM".to_owned(),
            known: Candidates::of(["CP", "CP1", "CP2", "CS", "DM", "SN", "TOTAL"]),
        }
    );
    assert_eq!(
        amount(&datasets, "sub", &query, khmer()).unwrap_err(),
        QueryProblem::NoDataset
    );
}

#[test]
fn a_row_of_places_has_its_counts_in_the_digits_of_the_language() {
    let (datasets, _, _) = load_fixture(PLACES);
    let values = row_values(datasets.get("provinces").unwrap(), 1, khmer()).unwrap();
    let get = |name: &str| {
        values
            .iter()
            .find(|(column, _)| column == name)
            .map(|(_, value)| value.as_str())
    };
    assert_eq!(get("code"), Some("12"));
    assert_eq!(get("type_km"), Some("រាជធានី"));
    assert_eq!(get("name_en"), Some("Phnom Penh"));
    assert_eq!(get("villages"), Some("១"));
    let values = row_values(datasets.get("districts").unwrap(), 0, english()).unwrap();
    assert!(values.contains(&("parent_name_km".to_owned(), "បាត់ដំបង".to_owned())));
}

#[test]
fn a_thousand_of_the_largest_amounts_are_added_up_shown_and_drawn() {
    let mut rows = String::from("T,,total,99999999999999999999.5\n");
    for number in 0..1000 {
        let sign = if number % 2 == 0 { "" } else { "-" };
        writeln!(rows, "c{number},T,line,{sign}99999999999999999999.25").unwrap();
    }
    let (datasets, _, report) = load_fixture(&budget("1", &rows));
    assert_eq!(
        messages(&report),
        [
            "E08 data/b.csv › B2 (KH, 2025 approved, code T): the total says 99999999999999999999.5, but the sum of B3–B1002 is 0 (99999999999999999999.5 less)"
        ]
    );
    for words in [khmer(), english()] {
        let table = budget_table(&datasets, "b", &Query::default(), words).unwrap();
        assert_eq!(table.rows.len(), 1002);
        let query = AmountQuery {
            code: "c1".to_owned(),
            ..AmountQuery::default()
        };
        let view = amount(&datasets, "b", &query, words).unwrap();
        assert_eq!(view.value.value().to_string(), "-99999999999999999999.25");
    }
    let csv = String::from_utf8(export::csv(datasets.get("b").unwrap())).unwrap();
    assert!(csv.contains(",-99999999999999999999.25,KHR"));
}

#[test]
fn funds_that_are_each_the_largest_are_added_up() {
    let mut fixture = budget("1_000_000_000", "").replace("code,amount\n", "code,fund,amount\n");
    fixture = fixture.replace(
        "code,parent,kind,label_km\n",
        "code,parent,kind,label_km\na,,line,ក\n",
    );
    for fund in 0..2000 {
        writeln!(fixture, "a,f{fund},99999999999").unwrap();
    }
    let (datasets, _, report) = load_fixture(&fixture);
    assert_eq!(messages(&report), [""; 0]);
    let query = AmountQuery {
        code: "a".to_owned(),
        ..AmountQuery::default()
    };
    let view = amount(&datasets, "b", &query, english()).unwrap();
    assert_eq!(view.text, "199,999,999,998,000\u{a0}billion riel");
}

#[test]
fn a_table_of_a_deep_chain_shows_all_of_it() {
    for kind in ["heading", "line"] {
        let (datasets, ..) = load_fixture(&budget("1", &chain(20_000, kind, "")));
        let table = budget_table(&datasets, "b", &Query::default(), english()).unwrap();
        assert_eq!(table.rows.len(), 20_000);
        assert_eq!(table.rows[19_999].depth, 19_999);
    }
}

#[test]
fn another_language_is_one_file_of_a_theme() {
    let strings = "phase_planned = 'prévu'
year_phase = '{year}, {phase}'
not_itemised = 'Non détaillé'
over_total = 'Arrondi'
note_on_row = '{label} : {note}'
billion = ''
million = 'millions'
currency_khr = 'riels'
unit_of_currency = '{size} de {currency}'
amount = '{number} {unit}'
";
    let strings = theme::strings("fr", strings, &mut Report::new()).unwrap();
    let language = &Language::new("fr");
    let words = Wording {
        language,
        strings: &strings,
    };
    let (datasets, ..) = load_fixture(SUBNATIONAL);
    let table = budget_table(&datasets, "subnational", &Query::default(), words).unwrap();
    assert_eq!(table.unit, "millions de riels");
    assert_eq!(table.columns[0].label, "2025, prévu");
    assert_eq!(
        drawn(&table)[5..],
        [
            "      Arrondi | −3,500",
            "    ក្រុង ស្រុក ខណ្ឌ | 2,340,000",
            "    ឃុំ សង្កាត់ | 1,290,000",
            "    Non détaillé | 13,000",
            "  Non détaillé | 30,757,000",
        ]
    );
    let query = AmountQuery {
        code: "CP2".to_owned(),
        ..AmountQuery::default()
    };
    let view = amount(&datasets, "subnational", &query, words).unwrap();
    assert_eq!(view.text, "926,500 millions de riels");
}
