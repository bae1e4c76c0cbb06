//! What authors write in another way than the handbook shows and plainly mean, as whole pages and files.

use crate::common::{self, Campaign, messages};

const SITE: &str = "//- sala.toml\nbase_url = 'https://org.example/c/'\ntitle = 'Wells'\n\
                    default_language = 'km'\nbuild_search_index = true\n\
                    [privacy]\npublic = ['012 345 678']\n\
                    [languages.km]\n[languages.en]\n[[taxonomies]]\nname = 'tags'\n\
                    //- content/_index.md\n# ដើម\n";

/// Builds without anything to tell.
#[track_caller]
fn build_quietly(fixture: &str) -> Campaign {
    let campaign = Campaign::write(fixture);
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(report.is_empty(), "{}", messages(&report));
    built.expect("it is built");
    campaign
}

/// The text of a page: what stands in it under its head.
fn text(campaign: &Campaign, path: &str) -> String {
    let page = campaign.read(path);
    let (_, main) = page.split_once("<main").expect("a main part");
    let (main, _) = main.split_once("</main>").expect("its end");
    main.to_owned()
}

/// Where the links of a page's text lead that say `x`, in their order.
fn targets(campaign: &Campaign, path: &str) -> Vec<String> {
    let text = text(campaign, path);
    let links = text.split("<a href=").skip(1);
    links
        .filter_map(|link| {
            let (tag, rest) = link.split_once('>')?;
            let words = rest.split_once("</a>")?.0;
            (words == "x").then(|| {
                let target = tag.split(" rel=").next().unwrap_or(tag);
                target.trim_matches('"').to_owned()
            })
        })
        .collect()
}

#[test]
fn a_link_leads_to_the_page_that_editors_and_browsers_find() {
    let pages = "//- content/learn/_index.md\n# រៀន\n//- content/learn/water.md\n+++\n[taxonomies]\ntags = ['well']\n+++\n# ទឹក\n## ក {#part}\n\
                 //- content/learn/water.en.md\n# Water\n## A {#part}\n//- content/news/index.md\n# ព័ត៌មាន\n";
    let links = [
        ("water.md", "../water/index.html"),
        ("./water.md#part", "../water/index.html#part"),
        ("../learn/water.md", "../water/index.html"),
        ("water.en.md", "../../en/learn/water/index.html"),
        ("../news/index.md", "../../news/index.html"),
        ("../_index.md", "../../index.html"),
        ("/learn/water.md", "../water/index.html"),
        ("/content/learn/water.md", "../water/index.html"),
        ("/learn/water", "../water/index.html"),
        ("/learn/water/#part", "../water/index.html#part"),
        ("/learn/water/index.html", "../water/index.html"),
        ("/en/learn/water/", "../../en/learn/water/index.html"),
        ("/", "../../index.html"),
        ("/news", "../../news/index.html"),
        ("../water/", "../water/index.html"),
        ("water", "../water/index.html"),
        ("/search/", "../../search/index.html"),
        ("/tags/", "../../tags/index.html"),
        ("/tags/well/", "../../tags/well/index.html"),
        ("/atom.xml", "../../atom.xml"),
        ("www.x.org", "https://www.x.org"),
        ("០១២ ៣៤៥ ៦៧៨", "tel:012345678"),
        ("tel:០១២-៣៤៥", "tel:012345"),
        ("a@x.org", "mailto:a@x.org"),
    ];
    let written: String = links
        .iter()
        .map(|(to, _)| format!("[x](<{to}>)\n\n"))
        .collect();
    let fixture = format!(
        "{SITE}{pages}//- content/learn/a.md\n# ក\n{written}//- content/learn/a.en.md\n# A\n[x](water.md) [x](/learn/water/) [x](../news/)\n"
    );
    let campaign = build_quietly(&fixture);
    let expected: Vec<&str> = links.iter().map(|(_, to)| *to).collect();
    assert_eq!(targets(&campaign, "learn/a/index.html"), expected);
    assert_eq!(
        targets(&campaign, "en/learn/a/index.html"),
        [
            "../water/index.html",
            "../water/index.html",
            "../../news/index.html"
        ]
    );
}

#[test]
fn an_address_in_html_leads_where_one_in_markdown_does() {
    let fixture = format!(
        "{SITE}//- content/learn/index.md\n# រៀន\n\n<a href=\"../water.md\">x</a> <a href='/water/#part'>x</a> <a href=photo.svg>x</a> \
         <a href=\"www.x.org\">x</a> <a href=\"#h\">x</a>\n\n## ខ {{#h}}\n\n<div><img src=\"photo.svg\" alt=\"ក\"></div>\n\
         //- content/learn/photo.svg\n<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\n//- content/water.md\n# ទឹក\n## ក {{#part}}\n"
    );
    let campaign = build_quietly(&fixture);
    assert_eq!(
        targets(&campaign, "learn/index.html"),
        [
            "../water/index.html",
            "../water/index.html#part",
            "photo.svg",
            "https://www.x.org",
            "#h"
        ]
    );
    assert!(
        text(&campaign, "learn/index.html")
            .contains("<img src=\"photo.svg\" alt=\"ក\" width=\"9\" height=\"9\">")
    );
}

/// The lines of a page's head that say where it stands.
fn standing(page: &str) -> Vec<&str> {
    let head = page.split_once("</style>").expect("a head").0;
    let says = |line: &&str| ["canonical", "og:url"].iter().any(|own| line.contains(own));
    head.split_inclusive('>').filter(says).collect()
}

#[test]
fn a_page_in_another_language_than_its_own_names_the_original() {
    let campaign = build_quietly(&format!(
        "{SITE}//- content/a.md\n# ក\n//- content/b.en.md\n# B\n"
    ));
    let lines = |path: &str| -> Vec<String> {
        standing(&campaign.read(path))
            .iter()
            .map(|line| line.to_string())
            .collect()
    };
    let original = |url: &str| {
        vec![
            format!("<meta property=\"og:url\" content=\"{url}\">"),
            format!("<link rel=\"canonical\" href=\"{url}\">"),
        ]
    };
    let (a, b) = ("https://org.example/c/a/", "https://org.example/c/en/b/");
    assert_eq!(lines("a/index.html"), original(a));
    assert_eq!(lines("en/a/index.html"), original(a));
    assert_eq!(lines("b/index.html"), original(b));
    assert_eq!(lines("en/b/index.html"), original(b));
}

#[test]
fn an_address_with_an_ampersand_breaks_nothing() {
    let site = SITE.replace("https://org.example/c/", "https://org.example/a&copy=b&c/");
    let campaign = build_quietly(&format!(
        "{site}//- content/a.md\n+++\ndate = 2026-11-01\n+++\n# ក & ខ\n"
    ));
    let escaped = "https://org.example/a&amp;copy=b&amp;c/";
    let page = campaign.read("a/index.html");
    assert_eq!(
        standing(&page),
        [
            format!("<meta property=\"og:url\" content=\"{escaped}a/\">"),
            format!("<link rel=\"canonical\" href=\"{escaped}a/\">"),
        ]
    );
    let feed = campaign.read("atom.xml");
    let (_, entry) = feed.split_once("<entry>").expect("an entry");
    assert_eq!(
        entry.lines().next(),
        Some(&*format!(
            "<title>ក &amp; ខ</title><link href=\"{escaped}a/\"/><id>{escaped}a/</id><published>2026-11-01T00:00:00+07:00</published><updated>2026-11-01T00:00:00+07:00</updated><summary></summary></entry>"
        ))
    );
    for path in [
        "atom.xml",
        "sitemap.xml",
        "a/index.html",
        "404.html",
        "en/index.html",
        "search/index.html",
    ] {
        let text = campaign.read(path);
        let (text, _) = text
            .split_once("<script data-worker")
            .unwrap_or((&text, ""));
        let bare = text
            .match_indices("a&")
            .filter(|(at, _)| !text[at + 1..].starts_with("&amp;"));
        assert_eq!(bare.count(), 0, "{path}");
    }
    assert!(
        campaign
            .read("robots.txt")
            .contains("Sitemap: https://org.example/a&copy=b&c/sitemap.xml")
    );
}

#[test]
fn the_lead_is_what_the_author_wrote_and_excerpts_quote_no_picture() {
    let pages = "//- content/a.md\n+++\ndescription = 'ពិពណ៌នា'\n+++\n# ក\n\nអត្ថបទ។\n\
                 //- content/b.md\n# ខ\n\n![រូបអណ្ដូង](/w.svg) ~~១២ ០០០~~អត្ថបទ។\n//- content/c.md\n# គ\n\n![រូបអណ្ដូង](/w.svg)\n\n\
                 អត្ថបទទីពីរ។\n//- content/d.md\n# ឃ\n\nមុន។\n\n<!-- more -->\n\nក្រោយ។\n//- static/w.svg\n<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\n";
    let campaign = build_quietly(&format!("{SITE}{pages}"));
    let found: Vec<(bool, String)> = ["a", "b", "c", "d"]
        .iter()
        .map(|name| {
            let page = campaign.read(&format!("{name}/index.html"));
            let (_, rest) = page
                .split_once("<meta name=\"description\" property=\"og:description\" content=\"")
                .expect("a description");
            let description = rest.split('"').next().unwrap_or("").to_owned();
            (page.contains("class=\"lead\""), description)
        })
        .collect();
    let expected = [
        (true, "ពិពណ៌នា"),
        (false, "អត្ថបទ។"),
        (false, "អត្ថបទទីពីរ។"),
        (false, "មុន។"),
    ];
    let expected: Vec<(bool, String)> = expected
        .iter()
        .map(|(lead, text)| (*lead, text.to_string()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn lists_stand_by_their_numbers() {
    let pages: String = ["១០", "២", "៩", "១"]
        .iter()
        .enumerate()
        .map(|(at, number)| format!("//- content/p{at}.md\n# ភូមិទី{number}\n"))
        .collect();
    let site = SITE.replace(
        "build_search_index = true",
        "build_search_index = false\n[khmer]\nline_breaks = 'none'\n",
    );
    let site = site.replace("# ដើម", "+++\nsort_by = 'title'\n+++\n# ដើម");
    let (before, after) = site
        .split_once("[khmer]\nline_breaks = 'none'\n\n")
        .expect("the setting");
    let (config, home) = after
        .split_once("//- content/_index.md")
        .expect("the front page");
    let site =
        format!("{before}{config}[khmer]\nline_breaks = 'none'\n//- content/_index.md{home}");
    let campaign = build_quietly(&format!("{site}{pages}"));
    let home = text(&campaign, "index.html");
    let titles: Vec<&str> = home
        .split("ភូមិទី")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap_or(rest))
        .collect();
    assert_eq!(titles, ["១", "២", "៩", "១០"]);
}

#[test]
fn a_language_is_called_and_written_as_its_speakers_do() {
    let site = SITE.replace(
        "[languages.en]",
        "[languages.en]\n[languages.ar]\n[languages.vi]",
    );
    let campaign = Campaign::write(&format!("{site}//- content/a.ar.md\n# ا\n"));
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(built.is_some(), "{}", messages(&report));
    let page = campaign.read("a/index.html");
    let (_, nav) = page.split_once("<nav").expect("the menu");
    let nav = nav.split("</nav>").next().unwrap_or(nav);
    let names: Vec<&str> = nav
        .split("hreflang=")
        .skip(1)
        .filter_map(|link| Some(link.split_once('>')?.1.split_once('<')?.0))
        .collect();
    assert_eq!(names, ["العربية", "English", "Tiếng Việt"]);
    assert!(page.contains("<h1 lang=\"ar\" dir=\"rtl\">"), "{page}");
    let page = campaign.read("ar/index.html");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("lang=\"km\" dir=\"ltr\""), "{page}");
}

#[test]
fn no_control_character_reaches_a_page_or_a_feed() {
    let campaign = Campaign::write(&format!(
        "{SITE}//- content/a.md\n+++\ntitle = \"ក\"\ndate = 2026-11-01\n+++\nអត្ថ\u{7}បទ `a\u{1b}b` [x](/ \"t\u{1}t\") <b title=\"u\u{2}u\">c</b>\n\n```\n\u{8}\n```\n\n<div>\u{3}</div>\n"
    ));
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(built.is_some(), "{}", messages(&report));
    for path in ["a/index.html", "atom.xml", "index.html", "sitemap.xml"] {
        let text = campaign.read(path);
        let bad = text
            .chars()
            .find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
        assert_eq!(bad, None, "{path}");
    }
}

#[test]
fn a_font_of_headings_is_asked_for_by_those_that_it_is_for() {
    let pages = "//- content/_index.md\n# ដើម\n## ក្រុមប្រឹក្សា\n";
    let site = |asked: &str| {
        format!(
            "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'ទឹក'\ndefault_language = 'km'\n\
             [fonts]\nheadings = 'Moul'\n{asked}[weight]\nheading_font = 20000\n[languages.km]\n{pages}"
        )
    };
    let mut sizes = Vec::new();
    for (asked, selector) in [
        ("", "h1,h2,h3"),
        ("headings_for = 'all'\n", "h1,h2,h3"),
        ("headings_for = 'titles'\n", "h1,.brand"),
        ("headings_for = 'name'\n", ".brand"),
    ] {
        let campaign = build_quietly(&site(asked));
        let page = campaign.read("index.html");
        let (_, style) = page.split_once("@font-face{").expect("a font");
        let (style, _) = style.split_once("</style>").expect("its end");
        assert_eq!(
            style,
            format!(
                "font-family:sala-headings;src:local(\"Moul-Regular\"),local(\"Moul Regular\"),\
                 url(\"fonts/headings.woff2\")format(\"woff2\");font-display:optional;font-weight:700;\
                 unicode-range:U+1780-17FF,U+19E0-19FF,U+200C-200D}}\
                 {selector}{{font-family:sala-headings,system-ui,sans-serif}}"
            )
        );
        let font = campaign.site().join("fonts/headings.woff2");
        sizes.push(std::fs::metadata(font).expect("a file").len());
    }
    assert_eq!(sizes[0], sizes[1]);
    assert!(sizes[1] > sizes[2] && sizes[2] > sizes[3], "{sizes:?}");
}
