//! What becomes of every file in a campaign's folder: published, used, left out and counted, or told.

use crate::common::{self, Campaign, messages, tree};
use std::process::Command;

const SITE: &str = "//- sala.toml\nbase_url = 'https://example.org/c/'\ntitle = 'Wells'\n\
                    default_language = 'en'\nbuild_search_index = false\ngenerate_feeds = false\n\
                    [languages.en]\n//- content/_index.md\n# Home\n";

fn put(campaign: &Campaign, path: &str, bytes: impl AsRef<[u8]>) {
    let path = campaign.root().join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
    std::fs::write(path, bytes).expect("the file is written");
}

/// Builds without anything to tell.
#[track_caller]
fn build_quietly(campaign: &Campaign) -> sala::Built {
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(report.is_empty(), "{}", messages(&report));
    built.expect("it is built")
}

/// The files of the site, but for those that every site has.
fn published(campaign: &Campaign) -> Vec<String> {
    let always = [
        ".sala",
        "404.html",
        "index.html",
        "robots.txt",
        "sitemap.xml",
    ];
    let files = tree(&campaign.site()).into_keys();
    files
        .filter(|path| !always.contains(&path.as_str()) && !path.starts_with("fonts/"))
        .collect()
}

#[test]
fn what_other_programs_left_behind_is_never_published_and_counted() {
    let campaign = Campaign::write(SITE);
    build_quietly(&campaign);
    let before = published(&campaign);
    let left = [
        "content/~$plan.docx",
        "content/water.md~",
        "content/#water.md#",
        "content/.#water.md",
        "content/.DS_Store",
        "content/news/water.md.bak",
        "data/.~lock.budget.ods#",
        "data/budget.csv.tmp",
        "data/desktop.ini",
        "static/Thumbs.db",
        "static/film.mp4.crdownload",
        "static/film.mp4.part",
        "static/._logo.png",
        "static/.goutputstream-AB12CD",
        "static/.gitignore",
        "templates/page.html.orig",
        "templates/.page.html.swp",
        "themes/mine/page.html~",
        "static/.git/config",
        "content/__MACOSX/a/._water.md",
    ];
    for path in left {
        put(&campaign, path, "+++\ntitle = 'x'\n+++\n");
    }
    // Built anew, and the second time nothing is to be done.
    for _ in 0..2 {
        assert_eq!(build_quietly(&campaign).left_behind, left.len());
        assert_eq!(published(&campaign), before);
    }
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sala"));
        let command = command.args(arguments).current_dir(campaign.root());
        let output = command.output().expect("the program runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let (english, khmer) = (
        "; 20 files left by other programs were left out\n",
        "។ ឯកសារ ២០ ដែលកម្មវិធីផ្សេងបន្សល់ទុក ត្រូវបានទុកចោល\n",
    );
    let built = run(&["build", "--language", "en"]);
    assert!(built.ends_with(english), "{built}");
    let built = run(&["build", "--language", "km"]);
    assert!(built.ends_with(khmer), "{built}");
    let checked = run(&["check", "--language", "en"]);
    assert_eq!(checked, format!("no problems in 2 pages{english}"));
    let checked = run(&["check", "--language", "km"]);
    assert_eq!(checked, format!("គ្មានបញ្ហា ក្នុង ២ ទំព័រ{khmer}"));
}

#[test]
fn hidden_files_that_hosts_need_are_published() {
    let campaign = Campaign::write(SITE);
    let needed = [
        ".htaccess",
        ".nojekyll",
        ".well-known/acme-challenge/a1",
        ".well-known/security.txt",
        "files/.htaccess",
    ];
    for path in needed {
        put(&campaign, &format!("static/{path}"), path);
    }
    build_quietly(&campaign);
    assert_eq!(published(&campaign), needed);
    for path in needed {
        assert_eq!(campaign.read(path), path);
    }
}
