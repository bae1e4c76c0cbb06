//! Whole campaigns, built: what readers find.

use crate::common::Campaign;

const SITE: &str = "//- sala.toml
base_url = 'https://example.org/campaign/'
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

#[test]
fn a_page_without_translation_is_shown_with_a_notice() {
    let site = campaign("//- content/a.md\n+++\ntitle = 'អណ្តូង'\n+++\nអត្ថបទ\n");
    let page = site.read("en/a/index.html");
    assert!(page.contains("<html lang=en") || page.contains("<html lang=\"en\""));
    assert!(page.contains("អណ្តូង"));
    assert!(page.contains("has not been translated yet"));
    assert!(
        !site
            .read("a/index.html")
            .contains("has not been translated")
    );
}

#[test]
fn links_are_relative_and_name_their_file() {
    let site = campaign(
        "//- content/deep/_index.md\n+++\ntitle = 'ជ្រៅ'\n+++\n\
         //- content/deep/a.md\n+++\ntitle = 'ក'\n+++\n[ដើម](@/_index.md) [ខ](@/b.md#x) [en](@/b.en.md)\n\
         //- content/b.md\n+++\ntitle = 'ខ'\n+++\n## ចំណុច {#x}\n\
         //- content/b.en.md\n+++\ntitle = 'B'\n+++\n## Point {#x}\n",
    );
    let page = site.read("deep/a/index.html");
    for url in [
        "../../index.html",
        "../../b/index.html#x",
        "../../en/b/index.html",
    ] {
        assert!(page.contains(url), "{url} is missing");
    }
    assert!(!page.contains("href=/") && !page.contains("href=\"/"));
    assert!(
        site.read("en/deep/a/index.html")
            .contains("../../../en/b/index.html")
            || site
                .read("en/deep/a/index.html")
                .contains("../../b/index.html#x")
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
    assert!(
        site.read("old/name/index.html")
            .contains("url=../../a/index.html")
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
    let first = site.read("news/index.html");
    assert!(first.contains("n5/index.html") && first.contains("n4/index.html"));
    assert!(!first.contains("n3/index.html"));
    assert!(first.contains("page/2/index.html"));
    assert!(
        site.read("news/page/3/index.html")
            .contains("../../n1/index.html")
    );
    assert!(!site.has("news/page/4/index.html"));
}

#[test]
fn a_term_lists_its_pages_in_both_languages_and_has_a_feed() {
    let site = campaign(
        "//- content/a.md\n+++\ntitle = 'អណ្តូង'\ndate = 2026-01-02\n[taxonomies]\ntopics = ['water']\n+++\n\
         //- content/a.en.md\n+++\ntitle = 'The well'\ndate = 2026-01-02\n[taxonomies]\ntopics = ['water']\n+++\n",
    );
    assert!(
        site.read("topics/water/index.html")
            .contains("../../a/index.html")
    );
    assert!(site.read("en/topics/water/index.html").contains("The well"));
    assert!(
        site.read("topics/water/atom.xml")
            .contains("<title>អណ្តូង</title>")
    );
    assert!(
        site.read("en/atom.xml")
            .contains("https://example.org/campaign/en/a/")
    );
}

#[test]
fn the_sitemap_names_every_translation() {
    let site = campaign("//- content/a.md\n+++\ntitle = 'ក'\n+++\n");
    let sitemap = site.read("sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/campaign/en/</loc>"));
    assert!(sitemap.contains("<loc>https://example.org/campaign/a/</loc>"));
    assert!(
        !sitemap.contains("campaign/en/a/"),
        "a page that is not translated is no page of its own"
    );
    assert!(sitemap.contains("hreflang=\"km\""));
}

#[test]
fn readers_search_and_browse_unless_the_campaign_says_no() {
    let page = "//- content/a.md\n+++\ntitle = 'អណ្តូង'\n+++\nអត្ថបទ\n";
    let site = campaign(page);
    let search = site.read("search/index.html");
    assert!(search.contains("letter-qa") && search.contains("../a/index.html"));
    assert!(site.has("search/search.js"));
    assert!(site.read("a/index.html").contains("../search/index.html"));
    // A page that shows another language's text is no page of its own.
    assert!(!site.read("en/search/index.html").contains("letter-qa"));
    let without = Campaign::write(&format!(
        "{}{page}",
        SITE.replacen("base_url", "build_search_index = false\nbase_url", 1)
    ));
    without.build();
    assert!(!without.has("search/index.html") && !without.has("search/search.js"));
    assert!(!without.read("a/index.html").contains("search/index.html"));
}

#[test]
fn many_pages_are_listed_by_a_page_for_each_letter() {
    let mut more = String::new();
    for number in 0..310 {
        let letter = ["ក", "ខ"][number % 2];
        more += &format!("//- content/p{number}.md\n+++\ntitle = '{letter}{number}'\n+++\n");
    }
    let site = campaign(&more);
    let search = site.read("search/index.html");
    assert!(search.contains("ka/index.html") && !search.contains("p1/index.html"));
    assert!(
        site.read("search/kha/index.html")
            .contains("../../p1/index.html")
    );
    assert!(
        !site
            .read("search/ka/index.html")
            .contains("../p1/index.html")
    );
}

#[test]
fn rows_become_pages_and_their_values_are_never_markdown() {
    let site = campaign(
        "//- content/places/_index.md\n+++\ntitle = 'ទីកន្លែង'\n+++\n\
         //- content/places/_each.md\n+++\ntitle = 'ស្រុក{name_km}'\n[each]\ndataset = 'places'\nslug = '{name_en}'\n+++\n\
         ឈ្មោះ {name_km} លេខ {code}\n\
         //- data/places.csv\ncode,type,name_km,name_en\n0102,district,មង្គលបូរី,Mongkol Borei\n0103,district,**<script>x</script>**,Bold\n",
    );
    assert!(
        site.read("places/mongkol-borei/index.html")
            .contains("0102")
    );
    let hostile = site.read("places/bold/index.html");
    assert!(!hostile.contains("<script>") && !hostile.contains("<strong>"));
    assert!(hostile.contains("**&lt;script"));
}

#[test]
fn the_same_campaign_gives_the_same_bytes() {
    let text = format!("{SITE}//- content/a.md\n+++\ntitle = 'ក'\nleaflets = ['a4']\n+++\nអត្ថបទ\n");
    let (one, two) = (Campaign::write(&text), Campaign::write(&text));
    one.build();
    two.build();
    let mut files = Vec::new();
    list(&one.site(), &mut files);
    assert!(files.len() > 8);
    for file in files {
        let path = file.strip_prefix(one.site()).unwrap().to_owned();
        let left = std::fs::read(&file).unwrap();
        let right = std::fs::read(two.site().join(&path)).unwrap();
        assert!(left == right, "{} differs", path.display());
    }
}

fn list(folder: &std::path::Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            list(&path, files);
        } else {
            files.push(path);
        }
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
