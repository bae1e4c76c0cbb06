//! Whole tables, text in and facts out, through one `check`.

use super::load::load_within;
use super::model::PlaceType;
use super::read::room::FigureRoom;
use super::*;
use crate::config::{self, Config};
use crate::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use crate::files::Files;
use rust_decimal::Decimal;

pub(crate) const SITE: &str = "//- sala.toml
base_url = 'https://example.org/'
[languages.en]
";

/// The real sub-national figures of 2025, in billion riel: the parts come to 7,180 and 3,553.5.
pub(crate) const SUBNATIONAL: &str = "//- data/subnational.toml
kind = 'budget'
title = { km = 'ថវិការដ្ឋបាលថ្នាក់ក្រោមជាតិ', en = 'Sub-national budget' }
scale = 1_000_000_000
decimal = '.'
rounding = 5
retrieved = 2026-01-15
[constants]
place = 'KH'
direction = 'expenditure'
[columns]
year = 'fiscal_year'
label_en = 'item'
amount = 'amount_billion_riel'
[phases]
draft = 'planned'
[totals]
partial = ['TOTAL']
[[source]]
id = 'overview'
title = 'Overview of the budget for 2025'
publisher = 'B2B Cambodia'
url = 'https://example.org/source'
//- data/subnational.csv
fiscal_year,phase,code,parent,item,label_km,amount_billion_riel
2025,draft,TOTAL,,Total expenditure,ចំណាយសរុប,37950
2025,draft,SN,TOTAL,Sub-national level,ថ្នាក់ក្រោមជាតិ,7193
2025,draft,CP,SN,Capital and provinces,រាជធានី ខេត្ត,3550
2025,draft,CP1,CP,Administrations,រដ្ឋបាលរាជធានី ខេត្ត,2627
2025,draft,CP2,CP,Departments of health,មន្ទីរសុខាភិបាល,926.5
2025,draft,DM,SN,Districts,ក្រុង ស្រុក ខណ្ឌ,2340
2025,draft,CS,SN,Communes,ឃុំ សង្កាត់,1290
";

pub(crate) fn load_fixture(fixture: &str) -> (Datasets, Config, Report) {
    load_fixture_within(FigureRoom::default(), fixture)
}

/// The same with so much room for figures.
pub(super) fn load_fixture_within(room: FigureRoom, fixture: &str) -> (Datasets, Config, Report) {
    let files = Files::from_fixture(&format!("{SITE}{fixture}"));
    let mut report = Report::new();
    let config = config::load(&files, &mut report).expect("the site's own configuration is right");
    let datasets = load_within(room, &files, &config, &mut report);
    (datasets, config, report)
}

pub(crate) fn messages(report: &Report) -> Vec<String> {
    report
        .sorted()
        .iter()
        .map(|found| {
            format!(
                "{} {}: {}",
                found.code.id,
                found.place,
                found.message(MessageLanguage::English)
            )
        })
        .collect()
}

/// What is told about this site.
fn check(fixture: &str, expected: &[&str]) {
    let (_, _, report) = load_fixture(fixture);
    assert_eq!(messages(&report), expected);
}

#[test]
fn parts_that_do_not_reach_their_total_are_named() {
    check(
        SUBNATIONAL,
        &[
            "W10 data/subnational.csv › G2 (KH, 2025 planned, code TOTAL): the total says 37950, the sum of G3 is 7193; the other 30757 will be shown as not itemised",
            "W10 data/subnational.csv › G3 (KH, 2025 planned, code SN): the total says 7193, the sum of G4, G7–G8 is 7180; the other 13 will be shown as not itemised",
            "W10 data/subnational.csv › G4 (KH, 2025 planned, code CP): the total says 3550, the sum of G5–G6 is 3553.5; the 3.5 more will be shown as rounding",
        ],
    );
}

#[test]
fn amounts_are_exact_and_in_units_of_the_currency() {
    let (datasets, _, _) = load_fixture(SUBNATIONAL);
    let dataset = datasets.get("subnational").unwrap();
    let Contents::Budget(budget) = &dataset.contents else {
        panic!("a budget")
    };
    let health = &budget.lines[4];
    let amount = health.amount.map(Money::value);
    assert_eq!(amount, Some(Decimal::from(926_500_000_000_u64)));
    assert_eq!(health.cell().to_string(), "G6");
    assert_eq!(health.source(), Some("overview"));
}

#[test]
fn a_blank_amount_is_unknown_and_not_zero() {
    let (datasets, _, report) =
        load_fixture(&(SUBNATIONAL.to_owned() + "2025,draft,CS2,CS,Other,ផ្សេងៗ,\n"));
    assert!(!report.has_errors());
    let Contents::Budget(budget) = &datasets.get("subnational").unwrap().contents else {
        panic!("a budget")
    };
    assert_eq!(budget.lines[7].amount, None);
}

#[test]
fn a_wide_table_gives_one_line_for_each_year_and_phase() {
    let (datasets, _, report) = load_fixture(
        "//- data/wide.toml
kind = 'budget'
[constants]
place = 'KH'
direction = 'revenue'
[columns]
code = 'លេខកូដ'
'2025 approved' = 'ច្បាប់ ២០២៥'
//- data/wide.csv
លេខកូដ,label_km,2024 actual,ច្បាប់ ២០២៥
1,ពន្ធ,១០,២០
2,មិនមែនពន្ធ,,៤
",
    );
    assert_eq!(messages(&report), [""; 0]);
    let Contents::Budget(budget) = &datasets.get("wide").unwrap().contents else {
        panic!("a budget")
    };
    let read: Vec<String> = budget
        .lines
        .iter()
        .map(|line| {
            format!(
                "{} = {:?} at {}",
                line.key(),
                line.amount.map(Money::value),
                line.cell()
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            "KH, 2024 actual, code 1 = Some(10) at C2",
            "KH, 2025 approved, code 1 = Some(20) at D2",
            "KH, 2024 actual, code 2 = None at C3",
            "KH, 2025 approved, code 2 = Some(4) at D3",
        ]
    );
}

#[test]
fn a_separator_is_declared_and_never_guessed() {
    let table = |settings: &str| {
        format!(
            "//- data/b.toml
kind = 'budget'
{settings}
[constants]
place = 'KH'
direction = 'expenditure'
year = 2025
phase = 'approved'
//- data/b.csv
code,amount
62,1.250
"
        )
    };
    check(
        &table(""),
        &["E03 data/b.csv › B2 (KH, 2025 approved, code 62): read `1.250`, which is 1.250 or 1250"],
    );
    check(&table("group = '.'\ndecimal = ','"), &[]);
    check(&table("group = ','\ndecimal = '.'"), &[]);
}

pub(crate) const PLACES: &str = "//- data/provinces.toml
kind = 'places'
type = 'province'
[types]
'12' = 'capital'
[columns]
code = 'province_code'
name_km = 'province_kh'
name_en = 'province_en'
//- data/provinces.csv
\u{feff}province_code,province_kh,province_en
02,បាត់ដំបង,Battambang
12,ភ្នំពេញ,Phnom Penh
//- data/districts.toml
kind = 'places'
type = 'district'
parents = 'provinces'
[columns]
code = 'district_code'
parent = 'province_code'
name_km = 'district_kh'
name_en = 'district_en'
//- data/districts.csv
province_code,district_code,district_kh,district_en
02,0214,រុក្ខគិរី,Rukhak Kiri
12,1209,ពោធិ៍សែនជ័យ,Pou Senchey
//- data/communes.toml
kind = 'places'
type = 'commune'
parents = ['districts']
[columns]
code = 'commune_code'
parent = 'district_code'
name_km = 'commune_kh'
name_en = 'commune_en'
//- data/communes.csv
province_code,district_code,commune_code,commune_kh,commune_en
02,0214,021404,មុខរាហ៍,Mukh Reah
02,0214,021405,សេដ្ឋី,Sdei
//- data/villages.toml
kind = 'places'
type = 'village'
parents = 'communes'
tolerate = ['E05', 'E06']
[columns]
code = 'village_code'
parent = 'commune_code'
district = 'district_code'
province = 'province_code'
name_km = 'village_kh'
name_en = 'village_en'
//- data/villages.csv
province_code,district_code,commune_code,village_code,village_kh,village_en
02,0214,021404,02140401,ព្រៃ,Prey
02,0214,021405,02140401,កោះធំ,Kaoh Thum
02,0214,021405,02140402,ព្រះអណ្ដូង,Preah Andoung
02,0214,021405,02140402,ព្រះអណ្ដូង,Preah Andoung
12,1209,120913,12091301,អូរ\u{200b}សែន,Ou Saen
";

#[test]
fn places_are_counted_by_rows_that_differ_and_defects_are_told_once() {
    let (datasets, _, report) = load_fixture(PLACES);
    assert_eq!(
        messages(&report),
        [
            "E05 data/villages.csv › D3: the code `02140401` stands in the rows `2` and `3`",
            "E05 data/villages.csv › D5: the code `02140402` stands in the rows `4` and `5`",
            "E06 data/villages.csv › C6: the parent `120913` has no row in `communes` (rows that name it: 1)",
            "W16 data/villages.csv › E6 (code 12091301): `អូរសែន` was written with the invisible `U+200B`, left out here",
        ]
    );
    assert!(!report.has_errors());
    let Contents::Places(provinces) = &datasets.get("provinces").unwrap().contents else {
        panic!("places")
    };
    let counted: Vec<_> = provinces
        .iter()
        .map(|place| {
            let counts = place.counts;
            (
                place.place_type,
                counts.districts,
                counts.communes,
                counts.villages,
                counts.villages_sharing_a_code,
            )
        })
        .collect();
    assert_eq!(
        counted,
        [
            (PlaceType::Province, 1, 2, 3, 3),
            (PlaceType::Capital, 1, 0, 1, 0)
        ]
    );
}

#[test]
fn a_lost_zero_is_told_and_the_place_found() {
    let (datasets, _, report) = load_fixture(
        &(PLACES.to_owned()
            + "//- data/b.toml
kind = 'budget'
places = 'districts'
[constants]
direction = 'expenditure'
year = 2025
phase = 'approved'
code = 'x'
//- data/b.csv
place,amount
214,5
"),
    );
    assert!(
        messages(&report).iter().any(|message| message
            .contains("W17 data/b.csv › A2: read `214` as `place` and took it for `0214`")),
        "{:?}",
        messages(&report)
    );
    let Contents::Budget(budget) = &datasets.get("b").unwrap().contents else {
        panic!("a budget")
    };
    assert_eq!(&*budget.lines[0].place, "0214");
}

#[test]
fn a_thousand_mistakes_alike_are_twenty_and_a_count() {
    let mut table = String::from(
        "//- data/b.toml
kind = 'budget'
[constants]
place = 'KH'
direction = 'expenditure'
phase = 'approved'
year = 2025
//- data/b.csv
code,amount
",
    );
    for code in 0..1000 {
        table.push_str(&format!("{code},about {code}\n"));
    }
    let (_, _, report) = load_fixture(&table);
    assert_eq!(report.errors(), 1000);
    let text = to_terminal(&report, MessageLanguage::English, Style::Plain);
    assert_eq!(text.matches("error[E03]").count(), 20);
    assert_eq!(
        text.trim_end().lines().last(),
        Some("and 980 more like this in data/b.csv")
    );
}

#[test]
fn a_download_is_safe_to_open_and_exact() {
    let (datasets, _, report) = load_fixture(
        "//- data/b.toml
kind = 'budget'
allow_negative = true
synthetic = true
scale = 1_000_000
[constants]
place = 'KH'
direction = 'financing'
phase = 'approved'
year = 2025
//- data/b.csv
code,label_km,label_en,amount,note_en
D,ឱនភាព,\"=HYPERLINK(\"\"x\"\")\",-579,\"-1, or so\"
E,ផ្សេង,Other,,
",
    );
    assert_eq!(messages(&report), [""; 0]);
    let csv = csv_of(&datasets, "b");
    assert_eq!(
        csv,
        "\u{feff}place,year,period,phase,direction,code,label_km,label_en,amount,currency,fund,status,source,note_km,note_en,synthetic
KH,2025,2025,approved,financing,D,ឱនភាព,\"'=HYPERLINK(\"\"x\"\")\",-579000000,KHR,,,,,\"'-1, or so\",true
KH,2025,2025,approved,financing,E,ផ្សេង,Other,,KHR,,,,,,true
"
    );
    let mut json = Vec::new();
    export::json(datasets.get("b").unwrap(), &mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["rows"][0]["amount"], "-579000000");
    assert_eq!(json["rows"][1]["amount"], serde_json::Value::Null);
    assert_eq!(json["synthetic"], true);
}

#[test]
fn a_total_is_not_blamed_for_a_part_whose_code_was_lost() {
    let with = |code: &str| SUBNATIONAL.replace("2025,draft,CP2,", &format!("2025,draft,{code},"));
    check(
        &with("#REF!"),
        &[
            "E04 data/subnational.csv › C6: the cell holds the spreadsheet error `#REF!`, where a text of the column `code` belongs",
        ],
    );
}

#[test]
fn a_repeated_id_is_told_at_its_own_cell() {
    check(
        "//- data/wells.toml
kind = 'table'
title = 'W'
//- data/wells.csv
name,,id
ក,,A
ខ,,A
",
        &["E05 data/wells.csv › C3: the code `A` stands in the rows `2` and `3`"],
    );
}

#[test]
fn the_place_of_a_contact_is_one_there_is() {
    let with = |places: &str| {
        format!(
            "//- data/contacts.csv
id,name_km,place
a,ក,0102
b,ខ,KH
c,គ,102
d,ឃ,0109
e,ង,0109
f,ច,
{places}"
        )
    };
    check(&with(""), &[]);
    check(
        &with("//- data/places.csv\ncode,type,name_km\n0102,commune,ឃ\n"),
        &[
            "E06 data/contacts.csv › C4: no place has the code `102` (rows with it: 1)",
            "E06 data/contacts.csv › C5: no place has the code `0109` (rows with it: 2)",
        ],
    );
}

#[test]
fn a_text_is_published_in_every_language_of_the_site() {
    let site = "//- sala.toml
base_url = 'https://org.example/'
[languages.en]
[languages.fr]
//- data/categories.csv
code,kind,label_km,label_en,label_fr
1,line,ផ្លូវ,Roads,Routes
2,line,ទឹក,Water,
";
    let files = Files::from_fixture(site);
    let mut report = Report::new();
    let config = config::load(&files, &mut report).expect("the configuration is right");
    let datasets = load(&files, &config, &mut report);
    assert_eq!(
        csv_of(&datasets, "categories"),
        "\u{feff}code,parent,kind,sum_of,label_km,label_en,label_fr,explain_km,explain_en,explain_fr,cofog,order,icon
1,,line,,ផ្លូវ,Roads,Routes,,,,,,
2,,line,,ទឹក,Water,,,,,,,
"
    );
}

/// The download of a dataset.
pub(crate) fn csv_of(datasets: &Datasets, name: &str) -> String {
    let mut csv = Vec::new();
    export::csv(datasets.get(name).unwrap(), &mut csv).unwrap();
    String::from_utf8(csv).unwrap()
}
