//! The pictures that pages are shared with: which pages get one, what stands on them whatever their titles
//! say, and when they are drawn again. What they look like is kept in `tests/snapshots/cards`.

#![cfg(feature = "leaflets")]

use crate::common::{self, Campaign, tree};
use std::collections::BTreeMap;

const SETTINGS: &str = "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = { km = 'ទឹក', en = 'Water' }\n\
    build_search_index = false\ngenerate_feeds = false\n";

/// Titles that are hard to set: long ones, with and without places to break a line, scripts beside each other,
/// and what would do something if it were not text.
const HARD: &[&str] = &[
    "ទឹក",
    "ខ្ញុំចង់ដឹងថាតើឃុំសង្កាត់របស់ខ្ញុំចំណាយប្រាក់អស់ប៉ុន្មានក្នុងមួយឆ្នាំលើការសាងសង់ផ្លូវថ្នល់ សាលារៀន មណ្ឌលសុខភាព និងប្រព័ន្ធទឹកស្អាត ហើយតើប្រជាពលរដ្ឋអាចចូលរួមតាមដានការអនុវត្តគម្រោងទាំងនោះបានដោយរបៀបណាខ្លះ ក្នុងឆ្នាំ២០២៥ និងឆ្នាំបន្តបន្ទាប់ទៀតដែលក្រុមប្រឹក្សាបានអនុម័តរួចហើយ",
    "ស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រីស្ត្រី",
    "How a commune plans, approves and spends its money, and what everybody can ask before it does: a guide in ten short steps for those who have little time and many questions",
    "Rechtsschutzversicherungsgesellschaftenrechtsschutzversicherungsgesellschaftenrechtsschutzversicherungsgesellschaften",
    "ថវិកា Budget ឃុំ Commune ២០២៥ 2025 – ៤០% & 60%",
    "*a* _b_ `c` $d$ #panic() #set page() @label <label> // comment \\ https://a.example/ [x] = 1",
    "<b>&amp;</b> \\u{202e} \" ' ~ -- --- ...",
];

/// A campaign with a page for each title, half of them with a figure.
fn hard() -> Campaign {
    let budget = "//- data/b.csv\nyear,phase,code,amount\n2025,planned,T,1234567890123\n\
        //- data/b.toml\ntitle = 'ថវិកា'\nkind = 'budget'\nsynthetic = true\ncategories = 'categories'\n[constants]\ndirection = 'expenditure'\nplace = 'KH'\n\
        [[source]]\nid = 'x'\ntitle = 'X'\nlicence = 'CC0-1.0'\n\
        //- data/categories.csv\ncode,parent,kind,label_km\nT,,total,សរុប\n";
    let pages = HARD.iter().enumerate().map(|(number, title)| {
        let figure =
            "{{ amount(dataset='b', code='T', year=2025, phase='planned') }}".replace('\'', "\"");
        format!(
            "//- content/without-{number}.md\n+++\ntitle = '''{title}'''\n+++\nក\n\
             //- content/with-{number}.md\n+++\ntitle = '''{title}'''\n+++\n{figure}\n"
        )
    });
    let pages: String = pages.collect();
    Campaign::write(&format!(
        "{SETTINGS}[cards]\nmake = 'pages'\n//- content/_index.md\n# ដើម\n{pages}{budget}"
    ))
}

/// The cards of a built site by their paths.
fn cards(campaign: &Campaign) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(&campaign.site());
    files.retain(|path, _| path.ends_with("card.png"));
    files
}

#[test]
fn nothing_is_cut_off_and_no_card_is_large_whatever_its_title() {
    let campaign = hard();
    campaign.build();
    let cards = cards(&campaign);
    assert_eq!(cards.len(), 1 + 2 * HARD.len());
    for (path, bytes) in &cards {
        assert!(bytes.len() <= 40_000, "{path}: {} bytes", bytes.len());
        let picture = image::load_from_memory(bytes).expect("a picture").to_rgb8();
        assert_eq!(picture.dimensions(), (1200, 630), "{path}");
        let ground = picture.get_pixel(0, 0);
        // Between the edge of the picture and all that stands on it, over the krama.
        let stray = picture.enumerate_pixels().find(|(x, y, pixel)| {
            let is_margin = *x < 60 || *x >= 1140 || *y < 40 || (550..570).contains(y);
            is_margin && *y < 570 && pixel != &ground
        });
        assert_eq!(stray, None, "{path}");
    }
    let again = hard();
    again.build();
    assert!(
        self::cards(&again) == cards,
        "the same cards, the same bytes"
    );
}

/// What has no room is left out whole words at a time, so that it makes no difference what it says.
#[test]
fn a_title_without_room_ends_at_a_word() {
    let words = "ការសាងសង់ផ្លូវថ្នល់ និងប្រព័ន្ធទឹកស្អាត ".repeat(12);
    let page = |name: &str, end: &str| {
        format!("//- content/{name}.md\n+++\ntitle = '''{words}{end}'''\n+++\nក\n")
    };
    let campaign = Campaign::write(&format!(
        "{SETTINGS}[cards]\nmake = 'pages'\n//- content/_index.md\n# ដើម\n{}{}{}",
        page("a", "ក្នុងឃុំ"),
        page("b", "ក្នុងស្រុក និងខេត្ត"),
        "//- content/c.md\n# ការសាងសង់ផ្លូវថ្នល់\n"
    ));
    campaign.build();
    let cards = cards(&campaign);
    assert!(cards["a/card.png"] == cards["b/card.png"]);
    assert!(cards["a/card.png"] != cards["c/card.png"]);
}

#[test]
fn pages_get_cards_as_the_settings_ask() {
    let rest = "//- content/_index.md\n# ដើម\n//- content/a.md\n# ក\n//- content/a.en.md\n# A\n\
        //- content/own.md\n+++\ntitle = 'ខ'\ncard = '/shared.png'\n+++\nគ\n\
        //- content/rows/_index.md\n# ជួរ\n\
        //- content/rows/_each.md\n+++\ntitle = '{name}'\n[each]\ndataset = 't'\nslug = '{id}'\n+++\nក\n\
        //- data/t.csv\nid,name\nx,ភូមិ\n\
        //- data/t.toml\ntitle = 'ក'\nkind = 'table'\n[[source]]\nid = 'x'\ntitle = 'X'\nlicence = 'CC0-1.0'\n\
        //- static/shared.png\n";
    let written = ["a/card.png", "card.png", "en/a/card.png", "rows/card.png"];
    let mut all = written.to_vec();
    all.push("rows/x/card.png");
    for (asked, expected) in [
        ("", &[][..]),
        ("[cards]\nmake = 'none'\n", &[]),
        ("[cards]\nmake = 'pages'\n", &written),
        ("[cards]\nmake = 'all'\n", &all),
    ] {
        let campaign = Campaign::write(&format!("{SETTINGS}{asked}[languages.en]\n{rest}"));
        let picture = campaign.root().join("static/shared.png");
        let drawing = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures/drawing.png");
        std::fs::copy(drawing, picture).expect("the picture is there");
        campaign.build();
        assert_eq!(Vec::from_iter(cards(&campaign).keys()), expected, "{asked}");
    }
}

#[test]
fn a_card_is_drawn_again_only_where_something_on_it_changes() {
    let kept = |make: &str, edits: &[&str]| {
        let campaign = Campaign::write(&format!(
            "{SETTINGS}[cards]\nmake = '{make}'\n//- content/_index.md\n# ដើម\n//- content/a.md\n"
        ));
        let page = campaign.root().join("content/a.md");
        let counts = edits.iter().map(|text| {
            std::fs::write(&page, text).expect("the page is written");
            let (built, _) = common::build(&campaign.root(), &campaign.site());
            assert!(built.is_some());
            tree(&campaign.root().join(".sala/store")).len()
        });
        let counts: Vec<usize> = counts.collect();
        let added = counts.windows(2).map(|pair| pair[1] - pair[0]);
        added.collect::<Vec<usize>>()
    };
    let edits = ["# ក\n\nមួយ", "# ក\n\nពីរ", "# ខ\n\nពីរ"];
    let without = kept("none", &edits);
    let with = kept("pages", &edits);
    assert_eq!(with, [without[0], without[1] + 1]);
}

#[test]
fn a_card_in_a_language_from_the_right_begins_at_the_right() {
    let written = |language: &str| {
        let campaign = Campaign::write(&format!(
            "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'A'\ndefault_language = '{language}'\n\
             build_search_index = false\ngenerate_feeds = false\n[languages.{language}]\n[cards]\nmake = 'pages'\n\
             //- content/_index.md\n# A\n"
        ));
        campaign.build();
        let bytes = cards(&campaign).remove("card.png").expect("a card");
        let card = image::load_from_memory(&bytes)
            .expect("a picture")
            .to_rgb8();
        let ground = *card.get_pixel(2, 2);
        // Of the sign at the top and of the title, the first and the last column with ink.
        [40..110, 130..500].map(|rows: std::ops::Range<u32>| {
            let has_ink = |x: &u32| rows.clone().any(|y| *card.get_pixel(*x, y) != ground);
            let mut inked = (0..card.width()).filter(has_ink);
            let first = inked.next().expect("ink");
            (first, inked.next_back().expect("ink"))
        })
    };
    for ((first, last), (from, to)) in written("en").into_iter().zip(written("ar")) {
        assert!((60..75).contains(&first) && last < 400, "{first} {last}");
        assert!(from > 800 && (1125..1140).contains(&to), "{from} {to}");
    }
}
