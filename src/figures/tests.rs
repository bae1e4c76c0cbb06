//! What pages ask of whole tables: text in, views out.

use super::query::Asked;
use super::*;
use crate::config::Language;
use crate::data::limits::{budget, chain};
use crate::data::tests::{PLACES, SUBNATIONAL, csv_of, load_fixture, messages};
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

pub(super) fn drawn(table: &BudgetTable) -> Vec<String> {
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
            "    Districts | 2,340",
            "    Communes | 1,290",
        ]
    );
    assert_eq!(
        table.notes,
        [
            "Total expenditure, 2025 planned: 30,757\u{a0}billion riel is not itemised in the source.",
            "Sub-national level, 2025 planned: 13\u{a0}billion riel is not itemised in the source.",
            "Capital and provinces, 2025 planned: the parts come to 3.5\u{a0}billion riel more than the stated total (rounding).",
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
    assert_eq!(table.notes[3..], ["Rounded", "Districts: For eight months"]);
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
    let provinces = RowColumns::of(datasets.get("provinces").unwrap(), khmer()).values(1);
    let get = |name: &str| provinces.get(name).map(String::as_str);
    assert_eq!(get("code"), Some("12"));
    assert_eq!(get("type_km"), Some("រាជធានី"));
    assert_eq!(get("name_en"), Some("Phnom Penh"));
    assert_eq!(get("villages"), Some("១"));
    let districts = RowColumns::of(datasets.get("districts").unwrap(), english());
    assert_eq!(districts.values(0)["parent_name_km"], "បាត់ដំបង");
}

#[test]
fn a_thousand_of_the_largest_amounts_are_added_up_shown_and_drawn() {
    let mut rows = String::from("T,,total,99999999999999999999.5\n");
    for number in 0..1000 {
        let sign = if number % 2 == 0 { "" } else { "-" };
        writeln!(rows, "c{number},T,line,{sign}99999999999999999999.25").unwrap();
    }
    let fixture = budget("1", &rows);
    let fixture = fixture.replacen("[constants]", "unusual_totals = ['KH']\n[constants]", 1);
    let (datasets, _, report) = load_fixture(&fixture);
    assert_eq!(
        messages(&report),
        [
            "E08 data/b.csv › B2 (KH, 2025 approved, code T): the total says 99999999999999999999.5, but the sum of B3–B1002 is 0 (99999999999999999999.5 less)",
        ]
    );
    for words in [khmer(), english()] {
        let table = budget_table(&datasets, "b", &Query::default(), words).unwrap();
        assert_eq!(table.rows.len(), 1001);
        let query = AmountQuery {
            code: "c1".to_owned(),
            ..AmountQuery::default()
        };
        let view = amount(&datasets, "b", &query, words).unwrap();
        assert_eq!(view.value.value().to_string(), "-99999999999999999999.25");
    }
    let csv = csv_of(&datasets, "b");
    let amounts = csv
        .lines()
        .skip(1)
        .take(3)
        .map(|line| line.split(',').nth(8));
    assert_eq!(
        amounts.collect::<Vec<_>>(),
        [
            Some("99999999999999999999.5"),
            Some("99999999999999999999.25"),
            Some("-99999999999999999999.25"),
        ]
    );
}

#[test]
fn funds_that_are_each_the_largest_are_added_up() {
    let mut fixture = budget("1_000_000_000", "").replace("code,amount\n", "code,fund,amount\n");
    fixture = fixture.replace("[constants]", "unusual_totals = ['KH']\n[constants]");
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
label_in_year = '{label} en {when}'
not_itemised_of = '{label} : {rest} non détaillé'
over_total_of = '{label} : {rest} de trop'
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
            "    ក្រុង ស្រុក ខណ្ឌ | 2\u{202F}340\u{202F}000",
            "    ឃុំ សង្កាត់ | 1\u{202F}290\u{202F}000",
        ]
    );
    assert_eq!(
        table.notes[1..],
        [
            "ថ្នាក់ក្រោមជាតិ en 2025, prévu : 13\u{202F}000 millions de riels non détaillé",
            "រាជធានី ខេត្ត en 2025, prévu : 3\u{202F}500 millions de riels de trop",
        ]
    );
    let query = AmountQuery {
        code: "CP2".to_owned(),
        ..AmountQuery::default()
    };
    let view = amount(&datasets, "subnational", &query, words).unwrap();
    assert_eq!(view.text, "926\u{202F}500 millions de riels");
}

/// A measure line by line.
pub(super) fn drawn_measure(measured: &Measured) -> Vec<String> {
    let parts = measured.parts.iter();
    let parts = parts.map(|part| format!("  {} | {}", part.label, part.text));
    let sources = measured.sources.iter();
    let sources = sources.map(|source| format!("  ({})", source.title));
    [format!("{}: {}", measured.label, measured.told)]
        .into_iter()
        .chain(parts)
        .chain([format!("  = {}", measured.formula)])
        .chain(sources)
        .collect()
}

/// Two communes of which one has nobody counted, in two tables.
pub(super) const MEASURED: &str = "//- data/categories.csv
code,parent,kind,label_km,label_en
T,,total,សរុប,Total
H,T,heading,ទឹក,Water
1,H,line,អណ្តូង,Wells
2,H,line,បំពង់,Pipes
3,T,line,ផ្លូវ,Roads
4,T,line,ផ្សេង,Other
//- data/places.toml
kind = 'places'
synthetic = true
[[source]]
id = 'census'
title = { km = 'ជំរឿន', en = 'Census' }
//- data/places.csv
code,type,name_km,name_en,population,population_year,population_source
A,commune,ឃុំក,Commune A,400,2019,census
B,commune,ឃុំខ,Commune B,,,
C,commune,ឃុំគ,Commune C,30,,Village list
//- data/b.toml
kind = 'budget'
title = { km = 'ថវិកា', en = 'Budget' }
categories = 'categories'
places = 'places'
scale = 1_000_000
[constants]
direction = 'expenditure'
[totals]
partial = ['T']
[derive]
base = ['approved', 'planned']
[[source]]
id = 'plan'
title = { km = 'គម្រោង', en = 'The plan' }
[[source]]
id = 'report'
title = { km = 'របាយការណ៍', en = 'The report' }
//- data/b.csv
place,year,phase,code,amount,fund,source
A,2024,actual,T,80,,report
A,2024,actual,3,3,,report
A,2025,planned,T,1000,,plan
A,2025,planned,1,250,general,plan
A,2025,planned,1,50,reserve,plan
A,2025,planned,2,125,,plan
A,2025,planned,3,2,,plan
A,2025,planned,4,500,,plan
A,2025,actual,T,930.5,,report
A,2025,actual,1,,general,report
A,2025,actual,1,50,reserve,report
A,2025,actual,2,880,,report
B,2025,planned,T,10,,plan
B,2025,planned,1,6,,plan
B,2025,planned,3,4.5,,plan
B,2025,actual,T,,,report
C,2025,planned,T,1,,plan
KH,2025,planned,T,5,,plan
//- data/renamed.csv
code,parent,kind,label_km,label_en
T,,total,សរុប,Total
3,T,line,ផ្លូវថ្នល់,Roads and streets
//- data/renamed.toml
kind = 'categories'
//- data/again.toml
kind = 'budget'
title = { km = 'ច្បាប់', en = 'Law' }
categories = 'renamed'
places = 'places'
scale = 1_000_000
[constants]
direction = 'expenditure'
phase = 'actual'
year = 2024
[[source]]
id = 'law'
title = 'Law'
//- data/again.csv
place,code,amount
A,T,100
A,3,4
";

fn of(code: &str, place: &str, year: i16, phase: &str) -> AmountQuery {
    AmountQuery {
        code: code.to_owned(),
        place: Some(place.to_owned()),
        year: Some(year),
        phase: Some(phase.to_owned()),
        ..AmountQuery::default()
    }
}

fn compared(query: &AmountQuery, with: &With, words: Wording<'_>) -> Vec<String> {
    let (datasets, ..) = load_fixture(MEASURED);
    drawn_measure(&compare(&datasets, "b", query, with, words).unwrap())
}

#[test]
fn what_was_spent_is_compared_with_its_base() {
    let base = With::default();
    assert_eq!(
        compared(&of("T", "A", 2025, "actual"), &base, english()),
        [
            "Total: 93.1% of what was planned",
            "  2025 actual | 930.5 million riel",
            "  2025 planned | 1,000 million riel",
            "  = 2025 actual divided by 2025 planned",
            "  (The report)",
            "  (The plan)",
        ]
        .map(|line| line.replace(" million", "\u{a0}million"))
    );
    assert_eq!(
        compared(&of("T", "B", 2025, "actual"), &base, khmer()),
        [
            "សរុប: មិនទាន់ដឹង",
            "  ២០២៥ ជាក់ស្តែង | …",
            "  ២០២៥ គ្រោង | ១០\u{a0}លានរៀល",
            "  = ២០២៥ ជាក់ស្តែង ចែកនឹង ២០២៥ គ្រោង",
            "  (របាយការណ៍)",
            "  (គម្រោង)",
        ]
    );
}

#[test]
fn a_change_is_told_between_figures_of_one_phase() {
    let with_year = |year| With {
        year: Some(year),
        ..With::default()
    };
    let (now, then) = (of("T", "A", 2025, "actual"), of("T", "A", 2024, "actual"));
    assert_eq!(
        compared(&now, &with_year(2024), english())[..3],
        [
            "Total: 850.5\u{a0}million riel more (1,063.1%)",
            "  2025 actual | 930.5\u{a0}million riel",
            "  2024 actual | 80\u{a0}million riel",
        ]
    );
    assert_eq!(
        compared(&then, &with_year(2025), khmer())[0],
        "សរុប: ថយចុះ ៨៥០,៥\u{a0}លានរៀល (៩១,៤%)"
    );
    // Of one year and phase in two tables, the tables are what tells them apart.
    let law = With {
        dataset: Some("again".to_owned()),
        ..With::default()
    };
    assert_eq!(
        compared(&then, &law, english()),
        [
            "Total: 20 million riel less (20%)",
            "  Budget | 80 million riel",
            "  Law | 100 million riel",
            "  = Budget less Law; the percentage is that difference divided by Law",
            "  (The report)",
            "  (Law)",
        ]
        .map(|line| line.replace(" million", "\u{a0}million"))
    );
}

/// Every phase of one year, parts that are shown in an order of their own, and another table.
const PHASES: &str = "//- data/categories.csv
code,parent,kind,label_km,label_en,order
T,,total,សរុប,Total,
1,T,line,ទីបី,Third,30
2,T,line,ទីមួយ,First,10
3,T,line,ទីពីរ,Second,20
//- data/b.toml
kind = 'budget'
categories = 'categories'
[constants]
direction = 'expenditure'
place = 'KH'
//- data/b.csv
code,2025 planned,2025 approved,2025 revised,2025 actual
T,100,80,50,40
1,30,20,10,5
2,30,20,10,5
3,40,40,30,30
//- data/example.toml
kind = 'budget'
categories = 'categories'
synthetic = true
[constants]
direction = 'expenditure'
place = 'KH'
//- data/example.csv
code,2024 actual
T,40
1,5
2,5
3,30
";

#[test]
fn the_last_word_before_money_is_spent_is_the_base_unless_a_table_says_otherwise() {
    let told = |fixture: &str| {
        let (datasets, ..) = load_fixture(fixture);
        let query = of("T", "KH", 2025, "actual");
        let measured = compare(&datasets, "b", &query, &With::default(), english());
        measured.unwrap().told
    };
    assert_eq!(told(PHASES), "80% of what was revised");
    let derived = |base: &str| {
        let constants = format!("[derive]\nbase = [{base}]\n[constants]");
        PHASES.replacen("[constants]", &constants, 1)
    };
    assert_eq!(
        told(&derived("'approved', 'revised'")),
        "50% of what was approved"
    );
    assert_eq!(told(&derived("'planned'")), "40% of what was planned");
    assert_eq!(told(&derived("")), "80% of what was revised");
}

#[test]
fn what_is_compared_with_an_example_is_one() {
    let (datasets, ..) = load_fixture(PHASES);
    let query = of("T", "KH", 2025, "actual");
    let of_phase = |name: &str| With {
        dataset: Some(name.to_owned()),
        year: None,
        phase: None,
    };
    let measured = compare(&datasets, "b", &query, &of_phase("example"), english()).unwrap();
    assert!(measured.synthetic);
    assert!(
        !compare(&datasets, "b", &query, &With::default(), english())
            .unwrap()
            .synthetic
    );
}

#[test]
fn parts_stand_in_the_order_of_their_categories() {
    let (datasets, ..) = load_fixture(PHASES);
    let query = of("T", "KH", 2025, "planned");
    let measured = of_100(&datasets, "b", &query, english()).unwrap();
    let parts = measured.parts.iter();
    let parts: Vec<String> = parts
        .map(|part| format!("{} {}", part.label, part.text))
        .collect();
    assert_eq!(
        parts,
        [
            "First 30\u{a0}riel",
            "Second 40\u{a0}riel",
            "Third 30\u{a0}riel"
        ]
    );
}

#[test]
fn rows_that_are_called_otherwise_are_told_by_their_names() {
    let law = With {
        dataset: Some("again".to_owned()),
        ..With::default()
    };
    assert_eq!(
        compared(&of("3", "A", 2024, "actual"), &law, english())[..4],
        [
            "Roads: 1 million riel less (25%)",
            "  Roads, Budget | 3 million riel",
            "  Roads and streets, Law | 4 million riel",
            "  = Roads, Budget less Roads and streets, Law; the percentage is that difference divided by Roads and streets, Law",
        ]
        .map(|line| line.replace(" million", "\u{a0}million"))
    );
}

#[test]
fn a_figure_is_divided_by_the_people_of_its_place() {
    let (datasets, ..) = load_fixture(MEASURED);
    let told = |query: &AmountQuery, words: Wording<'_>| {
        drawn_measure(&per_person(&datasets, "b", query, words).unwrap())
    };
    assert_eq!(
        told(&of("1", "A", 2025, "planned"), english()),
        [
            "Wells: 750,000\u{a0}riel per person",
            "  Wells, 2025 planned | 300\u{a0}million riel",
            "  People of Commune A, 2019 | 400",
            "  = Wells, 2025 planned, divided by the number of people and rounded",
            "  (The plan)",
            "  (Census)",
        ]
    );
    assert_eq!(
        told(&of("T", "C", 2025, "planned"), khmer()),
        [
            "សរុប: ៣៣\u{a0}៣៣៣៛ សម្រាប់មនុស្សម្នាក់",
            "  សរុប ២០២៥ គ្រោង | ១\u{a0}លានរៀល",
            "  ប្រជាជនឃុំគ | ៣០",
            "  = សរុប ២០២៥ គ្រោង ចែកនឹងចំនួនប្រជាជន រួចបង្គត់",
            "  (គម្រោង)",
            "  (Village list)",
        ]
    );
    assert_eq!(
        told(&of("T", "B", 2025, "planned"), english()),
        [
            "Total: Not known",
            "  Total, 2025 planned | 10\u{a0}million riel",
            "  People of Commune B | …",
            "  = Total, 2025 planned, divided by the number of people and rounded",
            "  (The plan)",
        ]
    );
    assert_eq!(
        told(&of("T", "KH", 2025, "planned"), khmer())[2],
        "  ប្រជាជនទូទាំងប្រទេស | …"
    );
    // The people are an example, and so is what comes to each of them.
    let synthetic = |place| {
        let query = of("T", place, 2025, "planned");
        per_person(&datasets, "b", &query, english())
            .unwrap()
            .synthetic
    };
    assert_eq!((synthetic("A"), synthetic("B")), (true, false));
}

#[test]
fn a_hundred_is_divided_as_a_total_is() {
    let (datasets, ..) = load_fixture(MEASURED);
    let told = |query: &AmountQuery, words: Wording<'_>| {
        drawn_measure(&of_100(&datasets, "b", query, words).unwrap())
    };
    assert_eq!(
        told(&of("T", "A", 2025, "planned"), english()),
        [
            "Total, 2025 planned: Of each 100 riel",
            "  Wells | 30\u{a0}riel",
            "  Pipes | 13\u{a0}riel",
            "  Roads | less than 1\u{a0}riel",
            "  Other | 50\u{a0}riel",
            "  Not itemised | 7\u{a0}riel",
            "  = Each part divided by Total, 2025 planned, times 100 and rounded, so that the parts may not quite add up to 100",
            "  (The plan)",
        ]
    );
    // An unknown part leaves unknown what the others leave.
    assert_eq!(
        told(&of("T", "A", 2025, "actual"), khmer())[..4],
        [
            "សរុប ២០២៥ ជាក់ស្តែង: ក្នុង ១០០ រៀលនីមួយៗ",
            "  អណ្តូង | …",
            "  បំពង់ | ៩៥៛",
            "  = ផ្នែកនីមួយៗចែកនឹង សរុប ២០២៥ ជាក់ស្តែង គុណនឹង ១០០ រួចបង្គត់ ដូច្នេះផលបូកអាចខុសពី ១០០ បន្តិចបន្តួច",
        ]
    );
    assert_eq!(
        told(&of("T", "B", 2025, "planned"), english())[1..4],
        [
            "  Wells | 60\u{a0}riel",
            "  Roads | 45\u{a0}riel",
            "  More than the stated total (rounding) | −5\u{a0}riel",
        ]
    );
    assert_eq!(
        of_100(&datasets, "b", &of("T", "C", 2025, "planned"), english()),
        Err(QueryProblem::NoParts {
            code: "T".to_owned()
        })
    );
}
