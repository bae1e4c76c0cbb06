//! What authors write in another way than the handbook shows and plainly mean, as whole pages and files.

use crate::common::{self, Campaign, messages};

const SITE: &str = "//- sala.toml\nbase_url = 'https://org.example/c/'\ntitle = 'Wells'\n\
                    default_language = 'km'\nbuild_search_index = true\n\
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
