//! Compressed siblings: which files have them, and that they hold the same. What Apache makes of them is
//! tried in `tests/browser/apache.test.mjs`.

use crate::common::{Campaign, tree};
use std::path::Path;

const SITE: &str = "//- sala.toml\nbase_url = 'https://org.example/water/'\ntitle = 'Water'\nprecompress = true\n\
    generate_feeds = false\n[languages.en]\n\
    //- content/_index.md\n# ក\n\n[ខ](@/a.md) ![គ](a.svg)\n//- content/a.md\n# ខ\n\nអត្ថបទ\n\
    //- content/a.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>\n\
    //- static/long.txt\nwater water water water water water water water water water water water water\n\
    //- static/short.txt\na\n//- static/b.pdf\n%PDF-\n";

#[test]
fn each_text_has_siblings_that_hold_the_same_if_they_are_smaller() {
    let campaign = Campaign::write(SITE);
    campaign.build();
    let site = tree(&campaign.site());
    let mut with = Vec::new();
    let mut without = Vec::new();
    for (path, bytes) in &site {
        if path.ends_with(".br") || path.ends_with(".gz") {
            continue;
        }
        let siblings = [".br", ".gz"].map(|ending| site.get(&format!("{path}{ending}")));
        match siblings {
            [Some(brotli), Some(gzip)] => {
                assert_eq!(&of_brotli(brotli), bytes, "{path}");
                assert_eq!(&of_gzip(gzip), bytes, "{path}");
                assert!(brotli.len() < bytes.len() && gzip.len() < bytes.len());
                with.push(path.as_str());
            }
            _ => without.push(path.as_str()),
        }
    }
    let is_of_index = |path: &str| path.ends_with(".js") && path.contains('-');
    with.retain(|path| !is_of_index(path));
    without.retain(|path| !is_of_index(path));
    assert_eq!(
        with,
        [
            "404.html",
            "a/index.html",
            "en/a/index.html",
            "en/index.html",
            "en/search/index.html",
            "en/site.webmanifest",
            "index.html",
            "long.txt",
            "search/index.html",
            "search/search.js",
            "site.webmanifest",
            "sitemap.xml",
            "sw.js",
        ]
    );
    assert_eq!(
        without,
        [
            ".htaccess",
            ".sala",
            "a.svg",
            "b.pdf",
            "robots.txt",
            "short.txt"
        ]
    );
}

#[test]
fn siblings_follow_an_edit_and_go_with_the_setting() {
    let campaign = Campaign::write(SITE);
    campaign.build();
    let page = campaign.root().join("content/a.md");
    std::fs::write(page, "# ខ\n\nអត្ថបទថ្មី\n").expect("it is written");
    campaign.build();
    let site = tree(&campaign.site());
    assert_eq!(of_brotli(&site["a/index.html.br"]), site["a/index.html"]);
    let settings = campaign.root().join("sala.toml");
    let text = std::fs::read_to_string(&settings).expect("it is there");
    std::fs::write(&settings, text.replace("precompress = true", "")).expect("it is written");
    campaign.build();
    let site = tree(&campaign.site());
    let left = site
        .keys()
        .filter(|path| path.ends_with(".br") || path.ends_with(".gz") || *path == ".htaccess");
    assert_eq!(left.count(), 0);
}

#[test]
fn a_file_in_the_place_of_a_sibling_is_an_error() {
    let campaign = Campaign::write(&format!("{SITE}//- static/index.html.br\nx\n"));
    let (built, report) = crate::common::build(&campaign.root(), &campaign.site());
    assert!(built.is_none());
    let codes: Vec<&str> = report.sorted().iter().map(|found| found.code.id).collect();
    // The document of this campaign only begins like one.
    assert_eq!(codes, ["W808", "E303"]);
}

#[test]
fn apache_is_told_exactly_this() {
    let campaign = Campaign::write(SITE);
    campaign.build();
    let told = campaign.read(".htaccess");
    let path = format!("{}/tests/packed/htaccess", env!("CARGO_MANIFEST_DIR"));
    let path = Path::new(&path);
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(path, &told).expect("it is written");
        return;
    }
    let accepted = std::fs::read_to_string(path).expect("it is kept");
    assert!(accepted == told, "-- expected\n{accepted}\n-- got\n{told}");
    let own = Campaign::write(&format!("{SITE}//- static/.htaccess\n# own\n"));
    own.build();
    assert_eq!(own.read(".htaccess"), "# own\n");
}

fn of_brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut &*bytes, &mut out).expect("it is whole");
    out
}

fn of_gzip(bytes: &[u8]) -> Vec<u8> {
    let body = &bytes[10..bytes.len() - 8];
    miniz_oxide::inflate::decompress_to_vec(body).expect("it is whole")
}
