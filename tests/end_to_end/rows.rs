//! Which rows of a table become pages, in what order, and what readers see of their words: columns of every
//! type, chosen and put in order as an author writes it.

use crate::common::{self, Campaign, messages};
use std::fmt::Write;

const CAMPAIGN: &str = "//- sala.toml
base_url = 'https://org.example/'
title = 'T'
[languages.en]
//- content/_index.md
# ដើម
//- data/visits.toml
kind = 'table'
title = 'Visits'
[[column]]
name = 'day'
type = 'date'
[[column]]
name = 'since'
type = 'year'
[[column]]
name = 'cost'
type = 'amount'
[[column]]
name = 'seen'
type = 'boolean'
[[column]]
name = 'state'
values = ['open', 'shut']
names = { open = { km = 'បើក', en = 'open to all' }, shut = { km = 'បិទ', en = 'closed' } }
//- data/visits.csv
id,name_km,day,since,cost,seen,state
a,ខ្មែរ,2026-05-31,2024,1000,true,open
b,កា,២០២៦-០៦-០១,2023,250.5,FALSE,shut
c,,,,,,
d,កក,2025-12-01,2025,1000,1,shut
e,ឥដ្ឋ,១ មករា ២០២៦,2024,3,false,open
//- data/budget.toml
kind = 'budget'
title = 'Budget'
[constants]
place = 'KH'
direction = 'expenditure'
//- data/budget.csv
code,label_km,period,phase,amount
A1,ក,2023,actual,1
A2,ខ,2023-Q1,planned,2
A3,គ,2022-05,actual,3
A4,ឃ,2023-01/05,approved,4
";

/// The rows that become pages under this `[each]`, in their order; what is told, if there is anything.
fn chosen(dataset: &str, slug: &str, each: &str) -> String {
    let fixture = format!(
        "{CAMPAIGN}//- content/rows/_index.md
+++
title = 'ជួរ'
sort_by = 'weight'
+++
//- content/rows/_each.md
+++
title = '{{{slug}}}'
[each]
dataset = '{dataset}'
slug = '{{{slug}}}'
{each}
+++
x
"
    );
    let campaign = Campaign::write(&fixture);
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    if built.is_none() || !report.is_empty() {
        let told = messages(&report);
        return told.lines().next().unwrap_or_default().to_owned();
    }
    let list = campaign.read("rows/index.html");
    let (_, main) = list.split_once("<main").expect("a main part");
    let links = main.split("href=").skip(1);
    let pages = links.filter_map(|link| {
        let target = link.trim_start_matches('"');
        let (page, _) = target.split_once("/index.html")?;
        (!page.contains(['.', '/', ' '])).then_some(page)
    });
    let mut seen = Vec::new();
    for page in pages {
        if !seen.contains(&page) {
            seen.push(page);
        }
    }
    seen.join(" ")
}

#[test]
fn rows_are_chosen_and_put_in_order_by_columns_of_every_type() {
    let mut told = String::new();
    for each in [
        "where = { day = '2026-05-31' }",
        "where = { day = 2026-05-31 }",
        "where = { day = '៣១ ឧសភា ២០២៦' }",
        "where = { day = ['2026-05-31', '១ មករា ២០២៦'] }",
        "where = { day = { not = '2026-05-31' } }",
        "where = { day = { at_least = '២០២៦-០១-០១' } }",
        "where = { day = { at_least = 2026-01-01, at_most = '2026-05-31' } }",
        "where = { day = { filled = false } }",
        "where = { since = { at_least = ២០២៤ } }",
        "where = { since = { at_least = '២០២៤' } }",
        "where = { since = 2024 }",
        "where = { cost = 250.5 }",
        "where = { cost = { at_most = 250.5 } }",
        "where = { seen = true }",
        "where = { seen = 'false' }",
        "where = { seen = { filled = true } }",
        "where = { state = 'open' }",
        "where = { state = { not = 'open' } }",
        "where = { name_km = 'កា' }",
        "sort_by = 'day'",
        "sort_by = '-day'",
        "sort_by = 'since'",
        "sort_by = ['-cost', 'day']",
        "sort_by = 'name_km'",
        "sort_by = '-name_km'",
        "sort_by = 'seen'",
        "sort_by = 'state'",
    ] {
        writeln!(told, "{each}: {}", chosen("visits", "id", each)).expect("memory");
    }
    for each in [
        "where = { period = '2023-Q1' }",
        "where = { period = 'ត្រីមាសទី១ ឆ្នាំ២០២៣' }",
        "where = { period = ['2022-05', '2023'] }",
        "where = { phase = 'actual' }",
        "sort_by = 'period'",
        "sort_by = ['-period']",
        "sort_by = '-amount'",
    ] {
        writeln!(told, "{each}: {}", chosen("budget", "code", each)).expect("memory");
    }
    accepted("rows-chosen.txt", &told);
}

#[test]
fn words_of_a_table_are_shown_in_the_language_of_the_page() {
    let fixture = format!(
        "{CAMPAIGN}//- data/works.toml
kind = 'projects'
title = 'Works'
//- data/works.csv
id,name_km,status,amount
w1,ផ្លូវ,planned,5
w2,ស្ពាន,completed,7
//- content/rows/_each.md
+++
title = '{{state}}'
[each]
dataset = 'visits'
slug = '{{state}}-{{seen}}-{{day}}'
where = {{ id = 'a' }}
+++
{{state}}, {{seen}}, {{day}}: [{{state}}](https://org.example/{{state}}?d={{day}})

{{{{ rows(columns=\"state, seen, day\") }}}}
//- content/rows/_each.en.md
+++
title = '{{state}}'
[each]
dataset = 'visits'
slug = '{{state}}-{{seen}}-{{day}}'
where = {{ id = 'a' }}
+++
{{state}}, {{seen}}, {{day}}: [{{state}}](https://org.example/{{state}}?d={{day}})

{{{{ rows(columns=\"state, seen, day\") }}}}
//- content/works/_each.md
+++
title = '{{name_km}}'
[each]
dataset = 'works'
slug = '{{status}}'
+++
{{status}}

{{{{ rows(columns=\"status\") }}}}
"
    );
    let campaign = Campaign::write(&fixture);
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(
        built.is_some() && report.is_empty(),
        "{}",
        messages(&report)
    );
    let text = |path: &str| {
        let page = campaign.read(path);
        let (_, main) = page.split_once("</h1>").expect("a title");
        let (main, _) = main.split_once("</main>").expect("its end");
        main.replace('>', ">\n")
    };
    let mut shown = String::new();
    for path in [
        "rows/open-true-2026-05-31/index.html",
        "en/rows/open-true-2026-05-31/index.html",
        "works/planned/index.html",
        "works/completed/index.html",
    ] {
        writeln!(shown, "== {path}\n{}", text(path)).expect("memory");
    }
    accepted("rows-in-words.txt", &shown);
}

#[test]
fn a_figure_of_some_months_is_found_however_they_are_written() {
    let fixture = CAMPAIGN.replace(
        "# ដើម",
        "# ដើម

{{ amount(dataset=\"budget\", code=\"A4\", period=\"2023-01/2023-05\", phase=\"approved\") }}
{{ amount(dataset=\"budget\", code=\"A4\", period=\"ខែ១-៥ ឆ្នាំ២០២៣\", phase=\"approved\") }}",
    );
    let fixture = fixture.replace("A4,ឃ,2023-01/05,", "A4,ឃ,២០២៣-០១/២០២៣-០៥,");
    let campaign = Campaign::write(&fixture);
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(
        built.is_some() && report.is_empty(),
        "{}",
        messages(&report)
    );
    let csv = campaign.read("data/budget.csv");
    let row = csv.lines().find(|row| row.contains(",A4,"));
    assert_eq!(
        row,
        Some("KH,2023,2023-01/05,approved,expenditure,A4,ឃ,,4,KHR,,,,,")
    );
}

const PLACES: &str = "//- sala.toml
base_url = 'https://org.example/'
title = 'T'
[languages.en]
//- content/_index.md
# ដើម
//- content/nation.md
+++
title = 'ប្រទេស'
place = 'KH'
+++
x
//- content/places/_each.md
+++
title = '{name_km}'
[each]
dataset = 'places'
slug = 'p-{population}'
+++
x
//- data/places.toml
kind = 'places'
type = 'province'
title = 'Places'
//- data/places.csv
code,parent,name_km,population
01,KH,ក,1
1.10,KH,ខ,2
a/b,KH,គ,3
50%?#x,KH,ឃ,4
ខេត្ត ១,KH,ង,5
CON,KH,ច,6
a b,KH,ឆ,7
//- data/visits.toml
kind = 'table'
title = 'Visits'
[[column]]
name = 'from'
refers = 'places'
[[source]]
id = 's'
title = 'S'
licence = 'CC0-1.0'
//- data/visits.csv
id,place,from,people
v1,a/b,01,3
v2,01,01,4
v3,,a/b,5
//- data/works.toml
kind = 'projects'
title = 'Works'
//- data/works.csv
id,place,name_km,status,amount
w1,a/b,ផ្លូវ,planned,5
//- data/secret.toml
kind = 'table'
publish = false
//- data/secret.csv
id,place
s1,a/b
";

#[test]
fn the_file_of_a_place_is_found_whatever_its_code_and_tells_its_rows() {
    let campaign = Campaign::write(PLACES);
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(
        built.is_some() && report.is_empty(),
        "{}",
        messages(&report)
    );
    let json = |path: &str| -> serde_json::Value {
        serde_json::from_str(&campaign.read(path)).expect("it is JSON")
    };
    let nation = json("places/KH.json");
    let children = nation["children"].as_array().expect("places");
    let mut told = String::new();
    for child in children {
        let file = child["file"].as_str().expect("a file");
        // A link from one file to another, as a program resolves it.
        assert!(
            file.bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"%?#/".contains(&byte))
        );
        let own = json(&format!("places/{file}"));
        assert_eq!(own["code"], child["code"]);
        writeln!(told, "{} {file}", own["code"]).expect("memory");
    }
    let file = children.iter().find(|child| child["code"] == "a/b");
    let file = file
        .and_then(|child| child["file"].as_str())
        .expect("a file");
    let tables = &json(&format!("places/{file}"))["tables"];
    let tables = serde_json::to_string_pretty(tables).expect("values have a text");
    writeln!(told, "{tables}").expect("memory");
    accepted("files-of-places.txt", &told);
}

/// Holds what was made against what was accepted.
fn accepted(name: &str, made: &str) {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(&path, made).expect("it is written");
    }
    let expected = std::fs::read_to_string(path).expect("what was accepted");
    assert_eq!(made, expected);
}
