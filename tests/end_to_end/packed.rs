//! `sala pack`: a site as one file. The one page of a small campaign stands in `tests/packed/`, to be
//! compared as a whole; `SALA_ACCEPT=1` writes it anew.

use crate::common::{Campaign, tree};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

const WATER: &str = "//- sala.toml\nbase_url = 'https://org.example/water/'\ntitle = { km = 'ទឹក', en = 'Water' }\n\
    menu = ['@/wells/_index.md']\ngenerate_feeds = false\n[cards]\nmake = 'pages'\n[languages.en]\n\
    //- content/_index.md\n+++\ntitle = 'ដើម'\n+++\n[អណ្តូង](@/wells/deep.md#why) ![គំនូរ](drop.svg)\n\
    //- content/drop.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>\n\
    //- content/wells/_index.md\n# អណ្តូង\n//- content/wells/_index.en.md\n# Wells\n\
    //- content/wells/deep.md\n+++\ntitle = 'ជ្រៅ'\nleaflets = ['a4']\n+++\n## ហេតុអ្វី {#why}\n\n\
    [ទៅដើម](@/_index.md) [ខាងលើ](#why) [ផែនការ](plan.csv) [កន្លែងផ្សេង](https://other.example/)\n\
    //- content/wells/plan.csv\na,b\n\
    //- content/wells/deep.en.md\n+++\ntitle = 'Deep'\n+++\n## Why {#why}\n\n[home](@/_index.md)\n";

/// What the program says in English, and its exit code.
fn pack(campaign: &Campaign, arguments: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(["pack", "--language", "en", "--today", "2026-12-01"])
        .args(arguments)
        .current_dir(campaign.root())
        .output()
        .expect("the program runs");
    let is_wrong_usage = output.status.code() == Some(2);
    assert!(!is_wrong_usage || output.stdout.is_empty());
    let said = [output.stdout, output.stderr].concat();
    (
        String::from_utf8(said).expect("the output is UTF-8"),
        output.status.code(),
    )
}

#[test]
fn a_zip_holds_the_site_in_one_folder_and_is_the_same_each_time() {
    let campaign = Campaign::write(WATER);
    let (said, code) = pack(&campaign, &["water.zip"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("water.zip: "), "{said}");
    let bytes = std::fs::read(campaign.root().join("water.zip")).expect("it is there");
    let packed = unpacked(&bytes);
    campaign.build();
    let mut site = tree(&campaign.site());
    for only_on_hosts in [
        ".sala",
        "404.html",
        "card.png",
        "en/wells/card.png",
        "en/wells/deep/card.png",
        "en/site.webmanifest",
        "robots.txt",
        "site.webmanifest",
        "sitemap.xml",
        "sw.js",
        "wells/card.png",
        "wells/deep/card.png",
    ] {
        assert!(site.remove(only_on_hosts).is_some(), "{only_on_hosts}");
    }
    assert!(packed.contains_key("wells/deep/deep-a4.pdf"));
    assert_eq!(packed, site);
    let (said, code) = pack(&campaign, &["water.zip"]);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(pack(&campaign, &["water.zip", "--force"]).1, Some(0));
    let again = std::fs::read(campaign.root().join("water.zip")).expect("it is there");
    assert!(again == bytes);
}

#[test]
fn a_zip_without_leaflets_leads_to_those_on_the_web() {
    let campaign = Campaign::write(WATER);
    let (said, code) = pack(&campaign, &["water.zip", "--without-leaflets"]);
    assert_eq!(code, Some(0), "{said}");
    let bytes = std::fs::read(campaign.root().join("water.zip")).expect("it is there");
    let packed = unpacked(&bytes);
    let leaflets = packed.keys().filter(|path| path.ends_with(".pdf"));
    assert_eq!(leaflets.count(), 0);
    let page = String::from_utf8_lossy(&packed["wells/deep/index.html"]).into_owned();
    let targets: Vec<&str> = page
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let (on_the_web, in_the_zip): (Vec<&str>, Vec<&str>) =
        targets.into_iter().partition(|target| target.contains(':'));
    let leaflets = on_the_web.iter().filter(|target| target.ends_with(".pdf"));
    assert_eq!(
        leaflets.collect::<Vec<_>>(),
        [
            &"https://org.example/water/wells/deep/deep-a4.pdf",
            &"https://org.example/water/wells/deep/deep-a4-print.pdf"
        ]
    );
    assert_eq!(
        in_the_zip,
        [
            "#content",
            "../../index.html",
            "../../en/wells/deep/index.html",
            "../index.html",
            "../../search/index.html",
            "../../index.html",
            "../index.html",
            "../../index.html",
            "#why",
            "../plan.csv",
            "qr.svg"
        ]
    );
}

fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        let mut held = Vec::new();
        file.read_to_end(&mut held).expect("its checksum is right");
        let name = file.name().expect("a name").into_owned();
        let name = name.strip_prefix("water/").expect("its folder");
        files.insert(name.to_owned(), held);
    }
    files
}

#[test]
fn one_page_holds_all_pages_or_those_of_a_language() {
    let campaign = Campaign::write(WATER);
    for (file, more) in [
        ("water.html", &[][..]),
        ("water-en.html", &["--only", "en"]),
    ] {
        let arguments = [&[file, "--without-leaflets"], more].concat();
        let (said, code) = pack(&campaign, &arguments);
        assert_eq!(code, Some(0), "{said}");
        let page = std::fs::read_to_string(campaign.root().join(file)).expect("it is there");
        compare(file, &page);
    }
}

#[test]
fn one_page_hands_out_leaflets_that_it_holds() {
    let campaign = Campaign::write(WATER);
    let (said, code) = pack(&campaign, &["water.html"]);
    assert_eq!(code, Some(0), "{said}");
    let page = std::fs::read_to_string(campaign.root().join("water.html")).expect("it is there");
    let begins = "download=\"deep-a4.pdf\" href=\"data:application/pdf;base64,JVBERi";
    assert!(page.contains(begins));
}

#[test]
fn what_cannot_be_packed_is_told() {
    let campaign = Campaign::write(WATER);
    let told = [
        pack(&campaign, &["water.pdf"]),
        pack(&campaign, &["water.html", "--only", "fr"]),
        pack(&campaign, &["water.zip", "--only", "km"]),
    ];
    assert_eq!(
        told,
        [
            (
                "the file that is packed ends with `.zip` or `.html`\n".to_owned(),
                Some(2)
            ),
            (
                "the site has no page in the language that `--only` names\n".to_owned(),
                Some(2)
            ),
            (
                "`--only` is for a file that ends with `.html`: a zip has every language\n"
                    .to_owned(),
                Some(2)
            ),
        ]
    );
    let broken = Campaign::write(&format!("{WATER}//- content/a.md\n# A\n\n[x](@/no.md)\n"));
    let (said, code) = pack(&broken, &["water.zip"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.starts_with("nothing was packed: 1 error\n"), "{said}");
    assert!(!broken.root().join("water.zip").exists());
}

/// Compares with what is kept, but for the style sheet of the theme; each tag on a line of its own.
#[track_caller]
fn compare(file: &str, page: &str) {
    let (head, rest) = page.split_once("<style>").expect("a style sheet");
    let (_, rest) = rest.split_once("</style>").expect("its end");
    let shown = format!("{head}<style>…</style>{rest}").replace("><", ">\n<");
    let version = concat!("sala ", env!("CARGO_PKG_VERSION"));
    let shown = shown.replace(version, "sala …").replace('\u{200b}', "¦");
    let path = format!("{}/tests/packed/{file}", env!("CARGO_MANIFEST_DIR"));
    let path = Path::new(&path);
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(path, &shown).expect("the page is written");
        return;
    }
    let accepted =
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(
        accepted == shown,
        "-- expected\n{accepted}\n-- got\n{shown}"
    );
}
