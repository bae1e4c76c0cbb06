//! Programs that know Data Packages read the site's: `frictionless`, under `SALA_PYTHON`, holds every row
//! of the published tables to their types, keys and references.

use crate::common::{Campaign, build, run, tool};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

const CAMPAIGN: &str = "//- sala.toml
base_url = 'https://org.example/'
title = { km = 'យុទ្ធនាការ', en = 'Campaign' }
[languages.en]
//- content/_index.md
+++
title = 'ទំព័រដើម'
+++
//- data/provinces.toml
kind = 'places'
type = 'province'
//- data/provinces.csv
code,name_km,name_en
01,បន្ទាយមានជ័យ,Banteay Meanchey
02,បាត់ដំបង,Battambang
//- data/places/ឃុំ.toml
kind = 'places'
type = 'commune'
parents = 'districts'
//- data/places/ឃុំ.csv
code,parent,name_km,name_en
010201,0102,បន្ទាយនាង,Banteay Neang
010202,0102,បត់ត្រង់,Bat Trang
//- data/districts.toml
kind = 'places'
type = 'district'
parents = 'provinces'
//- data/districts.csv
code,parent,name_km,name_en
0102,01,មង្គលបូរី,Mongkol Borei
//- data/Categories 1.toml
kind = 'categories'
//- data/Categories 1.csv
code,parent,kind,label_km,label_en
T,,total,សរុប,Total
A,T,line,ផ្លូវ,Roads
B,T,line,ទឹក,Water
//- data/budget.toml
title = { km = 'ថវិកា', en = 'Budget' }
kind = 'budget'
classification = 'functional'
categories = 'Categories 1'
concordance = 'codes'
[dimensions]
programme = 'programmes'
[[source]]
id = 'council'
title = 'ក្រុមប្រឹក្សា'
url = 'https://council.example/budget'
licence = 'CC-BY-4.0'
[constants]
direction = 'expenditure'
phase = 'approved'
year = 2026
//- data/budget.csv
place,code,programme,amount,fund,note_en
010201,T,1,23000000,1,
010201,T,2,7000000,1,
010201,A,1,10000000,1,\"=1+1; -2\"
010201,B,1,13000000,1,
010201,B,2,7000000,1,
010202,A,2,,1,not known
010202,B,1,5500000.5,1,
//- data/programmes.toml
kind = 'categories'
//- data/programmes.csv
code,label_km,label_en
1,ដឹកជញ្ជូន,Transport
2,សុខភាព,Health
//- data/codes.toml
kind = 'concordance'
//- data/codes.csv
from,from_year,to,to_year,share
A,2025,A,2026,1
B,2025,B,2026,0.5
B,2025,A,2026,0.5
//- data/fees.toml
kind = 'table'
synthetic = true
[[column]]
name = 'fee'
type = 'amount'
[[column]]
name = 'since'
type = 'year'
//- data/fees.csv
what,fee,since
ទឹក,500,2024
\"ភ្លើង, ថ្ម\",,2025
//- data/offices.csv
id,name_km
o1,សាលាឃុំ
o2,មន្ទីរ
//- data/offices.toml
kind = 'contacts'
//- data/visits.toml
kind = 'table'
[[column]]
name = 'office'
required = true
refers = 'offices'
[[column]]
name = 'day'
type = 'date'
[[column]]
name = 'score'
type = 'integer'
minimum = 1
maximum = 5
[[column]]
name = 'kind'
values = ['open', 'closed']
[[column]]
name = 'seen'
type = 'boolean'
//- data/visits.csv
office,day,score,kind,seen
o1,2026-05-31,3,open,TRUE
o2,១ មិថុនា ២០២៦,5,,0
o2,,,closed,
";

#[test]
fn the_package_is_what_was_accepted() {
    let campaign = Campaign::write(CAMPAIGN);
    let (built, report) = build(&campaign.root(), &campaign.site());
    assert!(built.is_some(), "{}", crate::common::messages(&report));
    let package = campaign.site().join("data/datapackage.json");
    let package = std::fs::read_to_string(package).expect("the package");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data_package/accepted.json");
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(&path, &package).expect("the package is kept");
    }
    assert_eq!(
        package,
        std::fs::read_to_string(path).expect("what was accepted")
    );
}

#[test]
fn every_row_keeps_to_what_the_package_says() {
    let campaign = Campaign::write(CAMPAIGN);
    build(&campaign.root(), &campaign.site());
    let folder = campaign.site().join("data");
    assert_eq!(judged(&folder), "valid");
    // One row of a table that others name goes, and one stands twice.
    let districts = std::fs::read_to_string(folder.join("districts.csv")).expect("a table");
    let (header, rows) = districts.split_once('\n').expect("a header");
    let written =
        |text: String| std::fs::write(folder.join("districts.csv"), text).expect("a table");
    written(format!("{header}\n"));
    assert_eq!(
        judged(&folder),
        "places-places-dfbad46e foreign-key, foreign-key"
    );
    written(format!("{header}\n{rows}{rows}"));
    assert_eq!(judged(&folder), "districts primary-key");
}

/// What `frictionless` says of the package in the folder: the kinds of mistakes by table.
fn judged(folder: &Path) -> String {
    let script = "
import sys, frictionless
report = frictionless.validate(sys.argv[1])
problems = [error.type for error in report.errors]
for task in report.tasks:
    if task.errors:
        problems.append(task.name + ' ' + ', '.join(error.type for error in task.errors))
print('; '.join(problems) or 'valid', end='')
";
    let package = folder.join("datapackage.json");
    run(Command::new(tool("SALA_PYTHON"))
        .args(["-c", script])
        .arg(package))
}

#[test]
fn another_campaign_publishes_the_same_tables_again() {
    let theirs = Campaign::write(CAMPAIGN);
    build(&theirs.root(), &theirs.site());
    assert_eq!(published_again(&theirs.site().join("data")), 10);
}

/// With all that its declarations accept: parts that were never printed, codes that stand twice.
#[test]
fn another_campaign_publishes_the_tables_of_the_example_again() {
    let theirs = Campaign::write(EMPTY);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for entry in std::fs::read_dir(example).expect("the tables of the example") {
        let path = entry.expect("an entry").path();
        let to = theirs.root().join("data");
        std::fs::create_dir_all(&to).expect("a folder");
        std::fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("a table");
    }
    build(&theirs.root(), &theirs.site());
    assert_eq!(published_again(&theirs.site().join("data")), 24);
}

/// A campaign without tables.
const EMPTY: &str = "//- sala.toml
base_url = 'https://other.example/'
title = 'T'
[languages.en]
//- content/_index.md
+++
title = 'ទំព័រដើម'
+++
";

/// Shows the tables of a folder of downloads in another campaign, whose CSV and package say the same
/// again; how many tables there are.
fn published_again(theirs: &Path) -> usize {
    let ours = Campaign::write(EMPTY);
    let folder = ours.root().join("data/neighbour");
    let published = tables(theirs);
    for (path, bytes) in &published {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let (built, report) = build(&ours.root(), &ours.site());
    assert!(built.is_some(), "{}", crate::common::messages(&report));
    assert_eq!((report.errors(), report.warnings()), (0, 0));
    let ours = ours.site().join("data");
    let again = tables(&ours.join("neighbour"));
    let csv = |path: &&String| path.ends_with(".csv");
    for (path, bytes) in again.iter().filter(|(path, _)| csv(path)) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(bytes), text(&published[path]), "{path}");
    }
    // What the package says of the tables is said again, but for where they stand.
    let package = |folder: &Path| {
        let text = std::fs::read_to_string(folder.join("datapackage.json")).expect("a package");
        let text = text
            .replace("\"neighbour/", "\"")
            .replace("\"neighbour-", "\"");
        let package: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let mut tables = package["resources"].as_array().expect("its tables").clone();
        tables.sort_by_key(|table| table["name"].to_string());
        serde_json::to_string_pretty(&tables).expect("values have a text")
    };
    assert_eq!(package(&ours), package(theirs));
    again.keys().filter(csv).count()
}

/// The tables and the package of a folder of downloads, by their paths from there.
fn tables(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in std::fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            let ending = path.extension().unwrap_or_default();
            if path.is_dir() {
                waiting.push(path);
            } else if ending == "csv" || ending == "json" {
                let below = path.strip_prefix(folder).expect("a path below");
                let below = below.to_string_lossy().replace('\\', "/");
                found.insert(below, std::fs::read(&path).expect("a file"));
            }
        }
    }
    found
}
