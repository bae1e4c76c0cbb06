//! What is published and read as the package of another campaign is published again as it was.

use super::export::{About, csv, datapackage};
use super::tests::{SITE, messages};
use super::{Dataset, Datasets, load};
use crate::config::{self, Localised};
use crate::diagnostic::Report;
use crate::files::Files;
use std::collections::BTreeMap;

/// The tables of a campaign as it publishes them, by their paths.
type Published = BTreeMap<String, String>;

fn loaded(files: &Files) -> Datasets {
    let mut report = Report::new();
    let config = config::load(files, &mut report).expect("the site's own configuration is right");
    let datasets = load(files, &config, &mut report);
    assert_eq!(messages(&report), [""; 0]);
    datasets
}

/// All tables and their package; what the folder's name added to their names is taken away.
fn published(datasets: &Datasets, folder: &str) -> Published {
    let own: Vec<(&Dataset, String)> = datasets
        .iter()
        .map(|dataset| (dataset, format!("{}.csv", dataset.name)))
        .collect();
    let tables: Vec<(&Dataset, &str)> = own.iter().map(|(one, path)| (*one, &**path)).collect();
    let about = About {
        title: &Localised::Same("T".to_owned()),
        homepage: "",
    };
    let package = String::from_utf8(datapackage(&about, &tables)).expect("JSON is text");
    let package = package.replace(&format!("\"{folder}/"), "\"");
    let package = package.replace(&format!("\"{folder}-"), "\"");
    let mut published = Published::from([("datapackage.json".to_owned(), package)]);
    for (dataset, path) in tables {
        let mut bytes = Vec::new();
        csv(dataset, &mut bytes).expect("memory takes everything");
        let path = path.strip_prefix(&format!("{folder}/")).unwrap_or(path);
        published.insert(
            path.to_owned(),
            String::from_utf8(bytes).expect("texts are texts"),
        );
    }
    published
}

/// Publishes the tables of a campaign, and publishes again what another campaign reads of that.
fn check(fixture: &str) {
    let site = Files::from_fixture(&format!("{SITE}{fixture}"));
    let first = published(&loaded(&site), "theirs");
    let mut files = vec![(
        "sala.toml".to_owned(),
        SITE.lines()
            .skip(1)
            .collect::<Vec<_>>()
            .join("\n")
            .into_bytes(),
    )];
    files.extend(first.iter().map(|(path, text)| {
        let path = format!("data/theirs/{path}");
        (path, text.clone().into_bytes())
    }));
    let again = published(&loaded(&Files::in_memory(files)), "theirs");
    assert_eq!(again, first);
}

/// Numbers that look like chance, the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    /// A text of what makes formulas, cells and quotes, and of Khmer.
    fn text(&mut self) -> String {
        const PIECES: [&str; 16] = [
            "=",
            "+",
            "-",
            "@",
            "'",
            "\"",
            ";",
            "|",
            ",",
            "＝",
            "ក",
            "ន្ត",
            "1",
            " ",
            "a",
            ".",
        ];
        let length = 1 + self.below(7);
        let text: String = (0..length)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect();
        match text.trim() {
            // A table may have blanks, which are unknown.
            "" => "ខ".to_owned(),
            text => text.to_owned(),
        }
    }
}

#[test]
fn texts_of_every_kind_come_back_as_they_were() {
    let mut chance = Chance(0x5EED_CAFE);
    for _ in 0..200 {
        let quoted = |text: String| format!("\"{}\"", text.replace('"', "\"\""));
        let header = format!("{}x", chance.text());
        let mut rows = String::new();
        for row in 0..8 {
            let (one, other) = (quoted(chance.text()), quoted(chance.text()));
            let amount = format!("{}.{}", chance.below(5_000), chance.below(1_000));
            rows.push_str(&format!("r{row},{one},{other},{amount}\n"));
        }
        let header = quoted(header);
        check(&format!(
            "//- data/own.toml
kind = 'table'
decimal = '.'
[[column]]
name = 'money'
type = 'amount'
//- data/own.csv
id,{header},note_km,money
{rows}//- data/budget.toml
kind = 'budget'
decimal = '.'
title = 'B'
[constants]
place = 'KH'
direction = 'expenditure'
phase = 'approved'
year = 2025
//- data/budget.csv
code,note_en,label_km,amount
{rows}"
        ));
    }
}

#[test]
fn what_is_said_of_columns_comes_back() {
    check(
        "//- data/visits.toml
kind = 'table'
title = { km = 'ក', en = 'Visits' }
synthetic = true
[[column]]
name = 'office'
required = true
refers = 'offices'
[[column]]
name = 'day'
type = 'date'
unique = true
[[column]]
name = 'score'
type = 'integer'
minimum = 1
maximum = 5
[[column]]
name = 'kind'
type = 'code'
values = ['open', 'closed']
names = { open = { km = 'បើក', en = 'open' }, closed = 'x' }
[[column]]
name = 'seen'
type = 'boolean'
[[column]]
name = 'since'
type = 'year'
[[column]]
name = 'fee'
type = 'amount'
[[source]]
id = 's'
title = { km = 'ប្រភព', en = 'Source' }
publisher = 'P'
url = 'https://s.example/a'
page = '3'
licence = 'CC0-1.0'
//- data/visits.csv
office,day,score,kind,seen,since,fee
o1,2026-05-31,3,open,true,2020,1000
o2,,5,,,,0.5
//- data/offices.toml
kind = 'contacts'
[[column]]
name = 'id'
type = 'code'
[[column]]
name = 'opens'
type = 'date'
[[column]]
name = 'name_km'
required = true
//- data/offices.csv
id,name_km,phone,opens
o1,សាលា,012345678,2026-01-01
o2,មន្ទីរ,,
//- data/works.toml
kind = 'projects'
decimal = '.'
[[column]]
name = 'length'
type = 'number'
//- data/works.csv
id,name_km,status,amount,length
p1,ផ្លូវ,completed,500,1.255
",
    );
}
