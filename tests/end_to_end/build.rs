//! Whole campaigns, built: what readers find. What is said here fact by fact stands in
//! `snapshots` as a whole.

use crate::common::{self, Campaign};

const SITE: &str = "//- sala.toml
base_url = 'https://org.example/campaign/'
title = { km = 'ទឹកស្អាត', en = 'Clean water' }
[languages.en]
[[taxonomies]]
name = 'topics'
feed = true
[taxonomies.terms]
water = { km = 'ទឹក', en = 'Water' }
//- content/_index.md
+++
title = 'ទំព័រដើម'
+++
សួស្តី
//- content/_index.en.md
+++
title = 'Home'
+++
Hello
";

fn campaign(more: &str) -> Campaign {
    let campaign = Campaign::write(&format!("{SITE}{more}"));
    campaign.build();
    campaign
}

/// Where the links of a page's main part lead, in their order.
fn links(page: &str) -> Vec<&str> {
    let (_, main) = page.split_once("<main").expect("a main part");
    let (main, _) = main.split_once("</main>").expect("its end");
    let links = main.split("href=\"").skip(1);
    links
        .map(|rest| rest.split('"').next().expect("a split has a first part"))
        .collect()
}

/// The text between two marks that a page has once.
#[track_caller]
fn between<'page>(page: &'page str, from: &str, to: &str) -> &'page str {
    assert_eq!(page.matches(from).count(), 1, "{from} in {page}");
    let (_, rest) = page.split_once(from).expect("it stands there once");
    rest.split_once(to).expect("it ends").0
}

#[test]
fn a_page_without_translation_is_shown_with_a_notice() {
    let site = campaign("//- content/a.md\n+++\ntitle = 'អណ្តូង'\n+++\nអត្ថបទ\n");
    let page = site.read("en/a/index.html");
    assert!(page.starts_with("<!doctype html><html lang=\"en\">"));
    assert_eq!(between(&page, "<h1", "</h1>"), " lang=\"km\">អណ្តូង");
    assert_eq!(
        between(&page, "<p class=\"note\" role=\"note\">", "<p "),
        "This page has not been translated yet. The text below is in ភាសាខ្មែរ."
    );
    let own = site.read("a/index.html");
    assert!(own.starts_with("<!doctype html><html lang=\"km\">"));
    assert!(!own.contains("class=\"note\""));
}

/// Each element of a page that says which language it is in, with the text it begins with.
fn spoken(page: &str) -> Vec<String> {
    let (_, body) = page.split_once("</style>").expect("a body");
    let elements = body.split('<').filter_map(|element| {
        let (name, rest) = element.split_once(" lang=\"")?;
        let (language, rest) = rest.split_once('"')?;
        let (_, text) = rest.split_once('>')?;
        let name = name.split(' ').next()?;
        Some(format!("{name} {language} {text}").trim().to_owned())
    });
    elements.collect()
}

#[test]
fn what_is_shown_of_a_page_in_another_language_says_which() {
    let page = |path: &str, more: &str| format!("//- content/{path}.md\n+++\n{more}+++\n");
    let site = Campaign::write(
        &[
            SITE.replacen("base_url", "menu = ['@/deep/_index.md']\nbase_url", 1),
            page("deep/_index", "title = 'ជ្រៅ'\n"),
            page("deep/in/_index", "title = 'ក្នុង'\ndescription = 'ទឹក'\n"),
            page("deep/in/a", "title = 'ផ្ទះ'\ndate = 2026-01-01\n"),
            page("deep/in/b", "title = 'ដី'\ndate = 2026-01-02\n"),
            "## ១ {#a}\n## ២ {#b}\n## ៣ {#c}\n".to_owned(),
            page("deep/in/c", "title = 'ឃុំ'\ndate = 2026-01-03\n"),
            page("deep/in/c.en", "title = 'Commune'\ndate = 2026-01-03\n"),
        ]
        .concat(),
    );
    site.build();
    let of = |path: &str| spoken(&site.read(path));
    let frame = ["a km ភាសាខ្មែរ", "a km ជ្រៅ"];
    let with = |more: &[&'static str]| [&frame[..], more].concat();
    assert_eq!(
        of("en/deep/in/b/index.html"),
        with(&[
            "a km ជ្រៅ",
            "a km ក្នុង",
            "h1 km ដី",
            "ul km",
            "div km",
            "span km ផ្ទះ"
        ])
    );
    assert_eq!(
        of("en/deep/in/c/index.html"),
        with(&["a km ជ្រៅ", "a km ក្នុង", "span km ដី"])
    );
    assert_eq!(
        of("en/deep/in/index.html"),
        with(&[
            "a km ជ្រៅ",
            "h1 km ក្នុង",
            "p km ទឹក",
            "div km",
            "li km",
            "p en Published",
            "li km",
            "p en Published"
        ])
    );
    assert_eq!(
        of("en/deep/index.html"),
        with(&["h1 km ជ្រៅ", "div km", "li km"])
    );
    assert_eq!(of("en/index.html"), with(&["li km"]));
    assert_eq!(of("deep/in/c/index.html"), ["a en English"]);
}

#[test]
fn links_are_relative_and_name_their_file() {
    let site = campaign(
        "//- content/deep/_index.md\n+++\ntitle = 'ជ្រៅ'\n+++\n\
         //- content/deep/a.md\n+++\ntitle = 'ក'\n+++\n[ដើម](@/_index.md) [ខ](@/b.md#x) [en](@/b.en.md)\n\
         //- content/b.md\n+++\ntitle = 'ខ'\n+++\n## ចំណុច {#x}\n\
         //- content/b.en.md\n+++\ntitle = 'B'\n+++\n## Point {#x}\n",
    );
    let breadcrumbs = ["../../index.html", "../index.html"];
    assert_eq!(
        links(&site.read("deep/a/index.html")),
        [
            &breadcrumbs[..],
            &[
                "../../index.html",
                "../../b/index.html#x",
                "../../en/b/index.html"
            ]
        ]
        .concat()
    );
    // The English page shows the Khmer text, and its links lead to English pages.
    assert_eq!(
        links(&site.read("en/deep/a/index.html")),
        [
            &breadcrumbs[..],
            &[
                "../../index.html",
                "../../b/index.html#x",
                "../../b/index.html"
            ]
        ]
        .concat()
    );
}

#[test]
fn drafts_future_and_expired_pages_are_left_out() {
    let site = Campaign::write(&format!(
        "{SITE}//- content/draft.md\n+++\ntitle = 'ក'\ndraft = true\n+++\n\
         //- content/later.md\n+++\ntitle = 'ខ'\ndate = 2026-11-25\n+++\n\
         //- content/today.md\n+++\ntitle = 'គ'\ndate = 2026-11-24\n+++\n\
         //- content/gone.md\n+++\ntitle = 'ឃ'\nexpires = 2026-11-24\n+++\n"
    ));
    let built = site.build();
    assert_eq!(built.left_out, 3);
    assert!(site.has("today/index.html"));
    for gone in ["draft", "later", "gone"] {
        assert!(!site.has(&format!("{gone}/index.html")), "{gone}");
    }
}

#[test]
fn an_old_address_leads_to_the_page() {
    let site = campaign("//- content/a.md\n+++\ntitle = 'ក'\naliases = ['/old/name/']\n+++\n");
    let page = site.read("old/name/index.html");
    assert_eq!(
        between(&page, "<meta http-equiv=\"refresh\" content=\"", "\""),
        "0; url=../../a/index.html"
    );
}

#[test]
fn a_long_list_is_cut_into_pages() {
    let mut more = String::from(
        "//- content/news/_index.md\n+++\ntitle = 'ព័ត៌មាន'\npaginate_by = 2\nsort_by = 'date'\n+++\n",
    );
    for day in 1..=5 {
        more += &format!(
            "//- content/news/n{day}.md\n+++\ntitle = 'ថ្ងៃទី {day}'\ndate = 2026-10-0{day}\n+++\n"
        );
    }
    let site = campaign(&more);
    let entries = |page: &str| -> Vec<String> {
        let page = site.read(page);
        let entries = links(&page).into_iter().map(str::to_owned);
        entries
            .filter(|link| link.contains("/n") || link.starts_with('n'))
            .collect()
    };
    assert_eq!(
        entries("news/index.html"),
        ["n5/index.html", "n4/index.html"]
    );
    assert_eq!(
        entries("news/page/2/index.html"),
        ["../../n3/index.html", "../../n2/index.html"]
    );
    assert_eq!(entries("news/page/3/index.html"), ["../../n1/index.html"]);
    assert!(!site.has("news/page/4/index.html"));
    let page = site.read("news/index.html");
    assert_eq!(
        links(&page),
        [
            "../index.html",
            "n5/index.html",
            "n4/index.html",
            "index.html",
            "page/2/index.html",
            "page/3/index.html",
            "page/2/index.html"
        ]
    );
}

#[test]
fn readers_search_and_browse_unless_the_campaign_says_no() {
    let page = "//- content/a.md\n+++\ntitle = 'អណ្តូង'\n+++\nអត្ថបទ\n";
    let site = campaign(page);
    assert!(site.has("search/search.js"));
    let in_the_head = "<li><a href=\"../search/index.html\">";
    assert!(site.read("a/index.html").contains(in_the_head));
    let listed = |page: &str| -> Vec<String> {
        let page = site.read(page);
        let links = links(&page).into_iter().map(str::to_owned);
        links.collect()
    };
    assert_eq!(
        listed("search/index.html"),
        [
            "../index.html",
            "#letter-to",
            "#letter-qa",
            "../index.html",
            "../a/index.html"
        ]
    );
    // A page that shows another language's text is no page of its own.
    assert_eq!(
        listed("en/search/index.html"),
        ["../index.html", "#letter-h", "../index.html"]
    );
    let without = Campaign::write(&format!(
        "{}{page}",
        SITE.replacen("base_url", "build_search_index = false\nbase_url", 1)
    ));
    without.build();
    assert!(!without.has("search/index.html") && !without.has("search/search.js"));
    assert!(!without.read("a/index.html").contains("search"));
}

#[test]
fn many_pages_are_listed_by_a_page_for_each_letter() {
    let mut more = String::new();
    let (mut ka, mut kha) = (Vec::new(), Vec::new());
    for number in 100..410 {
        let (letter, list) = match number % 2 {
            0 => ("ក", &mut ka),
            _ => ("ខ", &mut kha),
        };
        more += &format!("//- content/p{number}.md\n+++\ntitle = '{letter}{number}'\n+++\n");
        list.push(format!("../../p{number}/index.html"));
    }
    let site = campaign(&more);
    let way = "../index.html".to_owned();
    // Under their own letter stands the page of the letter itself.
    let letters = |own: &str, before: &str| -> Vec<String> {
        let link = |letter: &str| match letter == own {
            true => "index.html".to_owned(),
            false => format!("{before}{letter}/index.html"),
        };
        ["ka", "kha", "to"].map(link).into()
    };
    let listed = |page: &str| -> Vec<String> {
        let page = site.read(page);
        links(&page).into_iter().map(str::to_owned).collect()
    };
    assert_eq!(
        listed("search/index.html"),
        [vec![way.clone()], letters("", "")].concat()
    );
    let way = vec!["../../index.html".to_owned(), way];
    for (letter, list) in [("ka", ka), ("kha", kha)] {
        assert_eq!(
            listed(&format!("search/{letter}/index.html")),
            [way.clone(), letters(letter, "../"), list].concat()
        );
    }
    // A letter of one language is none of another.
    let in_english = |page: &str| -> String {
        let page = site.read(page);
        let (_, link) = page.split_once("hreflang=\"en\" href=\"").expect("a link");
        link.split('"').take(1).collect()
    };
    assert_eq!(in_english("search/index.html"), "../en/search/index.html");
    assert_eq!(in_english("search/ka/index.html"), "../../en/index.html");
}

#[test]
fn rows_become_pages_and_their_values_are_never_markdown() {
    let site = campaign(
        "//- content/places/_index.md\n+++\ntitle = 'ទីកន្លែង'\n+++\n\
         //- content/places/_each.md\n+++\ntitle = 'ស្រុក{name_km}'\n[each]\ndataset = 'places'\nslug = '{name_en}'\n+++\n\
         ឈ្មោះ {name_km} លេខ {code}\n\
         //- data/places.csv\ncode,type,name_km,name_en\n0102,district,មង្គលបូរី,Mongkol Borei\n0103,district,**<script>x</script>**,Bold\n",
    );
    let text = |page: &str| between(&site.read(page), "<div><p>", "</div>").to_owned();
    assert_eq!(
        text("places/mongkol-borei/index.html"),
        "ឈ្មោះ <w->មង្គលបូរី</w-> លេខ 0102"
    );
    assert_eq!(
        text("places/bold/index.html"),
        "ឈ្មោះ **&lt;script&gt;x&lt;/script&gt;** លេខ 0103"
    );
    let page = site.read("places/bold/index.html");
    let scripts: Vec<&str> = page.split("<script").skip(1).collect();
    assert!(matches!(scripts[..], [own] if own.starts_with(" data-worker=")));
}

#[test]
fn the_same_campaign_gives_the_same_bytes() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = root.join("tests/snapshots/everything/campaign");
    let site = || {
        let output = tempfile::tempdir().expect("a temporary folder");
        let site = output.path().join("site");
        crate::common::build(&root, &site).0.expect("it is built");
        crate::common::tree(&site)
    };
    let (one, two) = (site(), site());
    assert!(one.keys().any(|path| path.ends_with(".pdf")));
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        two.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in &one {
        assert!(*bytes == two[path], "{path} differs");
    }
}

#[test]
fn the_handbook_builds_without_a_warning() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let output = tempfile::tempdir().expect("a temporary folder");
    let (built, report) = crate::common::build(&root, &output.path().join("site"));
    assert!(
        report.is_empty(),
        "{}",
        sala::diagnostic::to_terminal(
            &report,
            sala::diagnostic::MessageLanguage::English,
            sala::diagnostic::Style::Plain
        )
    );
    assert!(built.is_some_and(|built| built.pages > 20));
}

#[test]
#[cfg(feature = "leaflets")]
fn what_a_leaflet_template_is_warned_of_is_told_by_each_build_until_it_is_mended() {
    let template = |font: &str| {
        format!(
            "#let leaflet(d, qr) = {{\n  set document(title: d.document_title)\n  set page(paper: \"a4\", margin: 20mm)\n  \
             set text(font: \"{font}\", size: 12pt)\n  d.blocks.first().content.first().text\n}}\n"
        )
    };
    let site = Campaign::write(&format!(
        "{}//- content/a.md\n+++\ntitle = 'ក'\nleaflets = ['a4']\n+++\nខ\n\
         //- themes/own/leaflet/a4.typ\n{}",
        SITE.replacen("base_url", "theme = 'own'\nbase_url", 1),
        template("Nowhere")
    ));
    let told = || {
        let (built, report) = common::build(&site.root(), &site.site());
        assert_eq!(built.map(|built| built.leaflets), Some(1));
        common::messages(&report)
    };
    let warned = "warning[W508] themes/own/leaflet/a4.typ:4:18: a leaflet template is doubtful: unknown font \
                  family: nowhere\n\
                  4 |   set text(font: \"Nowhere\", size: 12pt)\n  \
                  |                  ^^^^^^^^^\n  \
                  help: mend the template at this place\n\n\
                  --- ខ្មែរ ---\n\
                  ព្រមាន[W508] themes/own/leaflet/a4.typ:4:18: គំរូខិត្តប័ណ្ណមានចំណុចគួរឱ្យសង្ស័យ៖ unknown font \
                  family: nowhere\n\
                  4 |   set text(font: \"Nowhere\", size: 12pt)\n  \
                  |                  ^^^^^^^^^\n  \
                  ដំណោះស្រាយ: សូមកែគំរូនៅកន្លែងនេះ\n\n";
    assert_eq!(told(), warned);
    assert_eq!(told(), warned, "nothing changed, and it is still wrong");
    let text = "content/_index.en.md";
    std::fs::write(site.root().join(text), "+++\ntitle = 'Home'\n+++\nBye\n").expect("written");
    assert_eq!(told(), warned, "another page changed");
    let mended = template("Noto Sans Khmer");
    std::fs::write(site.root().join("themes/own/leaflet/a4.typ"), mended).expect("written");
    assert_eq!(told(), common::IN_KHMER);
}

/// A number is written in one way wherever readers see it, and plainly where programs do.
#[test]
fn thousands_are_parted_by_a_space_for_readers_and_by_nothing_for_programs() {
    let wells = "//- data/wells.toml\nkind = 'table'\ntitle = 'អណ្តូង'\n[[column]]\nname = 'litres'\ntype = 'number'\n\
                 [[source]]\nid = 'a'\ntitle = 'ក'\n\
                 //- data/wells.csv\ncode,litres\nw1,1234567.5\nw2,900\n\
                 //- content/wells/_index.md\n# អណ្តូង\n\
                 //- content/wells/_each.md\n+++\ntitle = 'ទឹក {litres}'\ndescription = 'មាន {litres} លីត្រ'\n\
                 [each]\ndataset = 'wells'\nslug = '{code}'\nwhere = { litres = '១ ២៣៤ ៥៦៧,៥' }\n+++\n\
                 មាន {litres} លីត្រ ដូច ៣៤ ៤៩៧ ឬ ១២.៥ ឬ ២០២៤ ១០០។\n";
    let site = campaign(wells);
    site.build();
    let page = site.read("wells/w1/index.html");
    let plainly = page.replace('\u{200b}', "").replace('\u{a0}', "_");
    assert_eq!(
        between(&plainly, "<p>មាន ", "</div>"),
        "១_២៣៤_៥៦៧,៥_<w->លីត្រ</w-> ដូច ៣៤_៤៩៧ ឬ ១២.៥ ឬ ២០២៤ ១០០។"
    );
    let description =
        "<meta name=\"description\" property=\"og:description\" content=\"មាន ១_២៣៤_៥៦៧,៥ លីត្រ\">";
    assert!(plainly.contains(description), "{plainly}");
    assert!(!site.has("wells/w2/index.html"));
    let table = site.read("data/wells.csv");
    assert_eq!(
        table.lines().skip(1).collect::<Vec<_>>(),
        ["w1,1234567.5", "w2,900"]
    );
    let search: String = common::tree(&site.site().join("search"))
        .into_values()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    // Words of the index stand in bits; what results show has its separators.
    let titles = "\\tទឹក ១\u{a0}២៣៤\u{a0}៥៦៧,៥\\tអណ្តូង\\t";
    assert!(search.contains(titles), "{search}");
}

#[test]
fn hints_that_a_keyboard_typed_stand_in_texts_alone() {
    let fixture = "//- sala.toml
base_url = 'https://org.example/'
title = 'ទឹក¬ស្អាត'
description = 'ទឹក¬សម្រាប់¦ទាំងអស់គ្នា'
build_search_index = true
[khmer]
line_breaks = 'none'
[organisation]
name = 'ក្រុម¬ទឹក'
[[taxonomies]]
name = 'topics'
feed = true
[taxonomies.terms]
water = 'ទឹក¬'
//- content/_index.md
+++
title = 'ទំព័រ¬ដើម'
+++
សួស្តី
//- content/a.md
+++
description = 'អត្ថ¬បទ¦ខ្លី'
date = 2026-01-01
[taxonomies]
topics = ['water']
+++
#¬អណ្តូង¬ទឹក

ទឹក¬នេះ [ស្អាត](https://org.example/a¬b¦c)
//- content/b.md
+++
date = 2026-01-02
+++
#¬អណ្តូង¦ថ្មី

ទឹក¬នោះស្អាត
";
    let fixture = fixture.replace('¬', "\u{200B}").replace('¦', "\u{AD}");
    let site = Campaign::write(&fixture);
    site.build();
    let mut found = Vec::new();
    // The search knows the sign, and its texts have their words apart by it.
    let is_read = |path: &str| path != "search/search.js" && !path.ends_with("-t.js");
    for (path, bytes) in common::tree(&site.site()) {
        if !is_read(&path) {
            continue;
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // Behind it, on a page, the words are those that readers see.
        let text = text.split("</style>").next().unwrap_or_default();
        let pieces = text.split(['<', '>', '\n', '"']);
        let held = pieces.filter(|piece| piece.contains(['\u{200B}', '\u{AD}']));
        found.extend(held.map(|piece| format!("{path}: {piece}")));
    }
    assert_eq!(found, Vec::<String>::new());
}
