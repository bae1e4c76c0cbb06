//! What a page of a kind says stands on the page, on the leaflet and in the search: every field of every
//! kind of the built-in theme, each with a value that stands nowhere else.

use super::Campaign;
use super::same_words::{loaded, without_space, words_of_leaflet, words_of_page};
use crate::content::kinds::{Field, FieldHolds, Kind};
use crate::leaflet;
use crate::web;
use std::fmt::Write;

const SETTINGS: &str =
    "base_url = 'https://org.example/'\ntitle = 'T'\ndefault_language = 'en'\n[languages.en]\n";
const SOURCE: &str = "[[source]]\nid = 's'\ntitle = 'Invented'\n";

#[test]
fn every_field_of_every_kind_stands_on_its_page_on_paper_and_in_the_search() {
    let none = campaign(&[]);
    let kinds: Vec<_> = none.site.kinds.iter().cloned().collect();
    assert!(kinds.len() > 15);
    let filled: Vec<Filled> = kinds.iter().map(|kind| Filled::of(kind)).collect();
    let pages: Vec<(String, String)> = filled
        .iter()
        .map(|filled| (filled.path.clone(), filled.text.clone()))
        .collect();
    let campaign = campaign(&pages);
    let mut missing = Vec::new();
    for filled in &filled {
        let id = campaign.site.pages_of(&filled.path)[0];
        let page = words_of_page(&campaign, id);
        let (composed, _) = leaflet::composed(&campaign.resolver(), id);
        let search = web::told_by_search(&campaign.resolver(), id).expect("a text");
        let search = without_space(&search);
        let blocks = serde_json::to_value(&composed.blocks).expect("JSON");
        let paper = words_of_leaflet(&blocks);
        for said in &filled.said {
            let said = without_space(said);
            for (medium, shown) in [("page", &page), ("paper", &paper), ("search", &search)] {
                if !shown.contains(&said) {
                    missing.push(format!(
                        "{}: {said} is missing in the {medium}",
                        filled.path
                    ));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// A page of a kind that says all that it can, and what readers have to see of it.
struct Filled {
    path: String,
    text: String,
    said: Vec<String>,
}

impl Filled {
    fn of(kind: &Kind) -> Filled {
        let mut filled = Filled {
            path: format!("content/all/{}.md", kind.name.replace('_', "-")),
            text: format!("+++\ntitle = 'Page'\nleaflets = ['a4']\n[{}]\n", kind.name),
            said: Vec::new(),
        };
        for field in &kind.fields {
            let values: Vec<String> = match field.many {
                true => vec![filled.value(field), filled.value(field)],
                false => vec![filled.value(field)],
            };
            filled.said.push(english(&field.label));
            let value = match field.many {
                true => format!("[{}]", values.join(", ")),
                false => values.concat(),
            };
            let _ = writeln!(filled.text, "{} = {value}", field.key);
        }
        filled.text.push_str("+++\n\nThe text.\n");
        filled
    }

    fn value(&mut self, field: &Field) -> String {
        let n = self.said.len() + 1;
        let (written, said) = match field.holds {
            FieldHolds::Text | FieldHolds::Steps => (format!("'word{n}x'"), format!("word{n}x")),
            FieldHolds::Number => (format!("{}", 1000 + n), format!("1,{n:03}")),
            FieldHolds::Riel => (format!("{}", 5000 + n), format!("5,{n:03}")),
            FieldHolds::Month => ("2".to_owned(), "February".to_owned()),
            FieldHolds::Day => {
                let year = 2100 + n;
                (format!("{year}-01-31"), format!("31 January {year}"))
            }
            FieldHolds::Moment => {
                let year = 2100 + n;
                let said = format!("31 January {year}, 08:30");
                (format!("{year}-01-31T08:30:00"), said)
            }
            FieldHolds::Truth => ("true".to_owned(), "yes".to_owned()),
            FieldHolds::Choice => {
                let (word, label) = &field.words[n % field.words.len()];
                (format!("'{word}'"), english(label))
            }
            FieldHolds::Link => {
                let said = format!("w{n}x.example");
                (format!("'https://{said}/'"), said)
            }
            FieldHolds::Place => ("'12'".to_owned(), "Wonderland".to_owned()),
            FieldHolds::Phone => (format!("'012 000 {n:03}'"), format!("012 000 {n:03}")),
            FieldHolds::Dataset => ("'papers'".to_owned(), "All the papers".to_owned()),
            FieldHolds::Contact => ("'clerk'".to_owned(), "The good clerk".to_owned()),
            FieldHolds::Rows => {
                let cells = field.columns.iter().map(|column| {
                    self.said.push(english(&column.label));
                    format!("{} = {}", column.key, self.value(column))
                });
                let cells: Vec<String> = cells.collect();
                return format!("{{ {} }}", cells.join(", "));
            }
        };
        self.said.push(said);
        written
    }
}

fn english(text: &crate::config::Localised) -> String {
    let language = crate::config::Language::new("en");
    text.get(&language, &language).to_owned()
}

fn campaign(pages: &[(String, String)]) -> Campaign {
    let table = |kind: &str, title: &str| format!("kind = '{kind}'\ntitle = '{title}'\n{SOURCE}");
    let mut files: Vec<(String, String)> = [
        ("sala.toml", SETTINGS.to_owned()),
        ("content/_index.md", "# Home\n".to_owned()),
        ("content/all/_index.md", "# All\n".to_owned()),
        ("data/places.toml", table("places", "Places")),
        (
            "data/places.csv",
            "code,type,name_km,name_en\n12,capital,ភ្នំពេញ,Wonderland\n".to_owned(),
        ),
        ("data/people.toml", table("contacts", "People")),
        (
            "data/people.csv",
            "id,name_km,name_en,phone\nclerk,ស្មៀន,The good clerk,000 000 001\n".to_owned(),
        ),
        ("data/papers.toml", table("table", "All the papers")),
        ("data/papers.csv", "id,name\na,b\n".to_owned()),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .into();
    files.extend(pages.iter().cloned());
    let files = files.into_iter();
    let (campaign, _) = loaded(files.map(|(path, text)| (path, text.into())).collect());
    campaign
}
