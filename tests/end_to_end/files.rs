//! What becomes of every file in a campaign's folder: published, used, left out and counted, or told.

use crate::common::{self, Campaign, messages, tree};
use std::process::Command;

const SITE: &str = "//- sala.toml\nbase_url = 'https://org.example/c/'\ntitle = 'Wells'\n\
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
        "sw.js",
    ];
    let files = tree(&campaign.site()).into_keys();
    files
        .filter(|path| !always.contains(&path.as_str()) && !path.starts_with("fonts/"))
        .filter(|path| !path.ends_with("site.webmanifest"))
        .collect()
}

/// Where pictures and links of a page's main part lead, in their order.
fn targets(page: &str) -> Vec<&str> {
    let (_, main) = page.split_once("<main").expect("a main part");
    let (main, _) = main.split_once("</main>").expect("its end");
    let mut found: Vec<(usize, &str)> = ["href=\"", "src=\""]
        .iter()
        .flat_map(|begin| main.match_indices(begin))
        .map(|(at, begin)| {
            let rest = &main[at + begin.len()..];
            (at, rest.split('"').next().expect("a first part"))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, target)| target).collect()
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

#[test]
fn a_campaigns_own_robots_and_page_for_what_is_not_there_replace_ours() {
    let campaign = Campaign::write(SITE);
    put(
        &campaign,
        "static/robots.txt",
        "User-agent: *\nDisallow: /\n",
    );
    put(
        &campaign,
        "static/404.html",
        "<!doctype html><title>Lost</title>",
    );
    build_quietly(&campaign);
    assert_eq!(campaign.read("robots.txt"), "User-agent: *\nDisallow: /\n");
    assert_eq!(
        campaign.read("404.html"),
        "<!doctype html><title>Lost</title>"
    );
    let built = build_quietly(&campaign);
    assert_eq!((built.pages, built.made), (2, 0));
}

#[test]
fn a_page_of_content_may_be_what_hosts_show_where_nothing_stands() {
    let campaign = Campaign::write(&format!(
        "{}//- content/_index.km.md\n# ដើម\n//- content/a.md\n# A\n\
         //- content/404.md\n# Lost\n\n[A](@/a.md) [here](#lost) ![w](w.svg)\n\n## Lost {{#lost}}\n\
         //- content/404.km.md\n# បាត់\n\n[A](@/a.md)\n\
         //- content/w.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
        SITE.replace("build_search_index = false", "build_search_index = true")
            .replace("generate_feeds = false", "generate_feeds = true")
            .replace("[languages.en]", "[languages.en]\n[languages.km]")
    ));
    build_quietly(&campaign);
    // It may be shown at any address, so its links are whole.
    let page = campaign.read("404.html");
    let own: Vec<&str> = targets(&page)
        .into_iter()
        .filter(|target| !target.starts_with("https://org.example/c/"))
        .collect();
    assert_eq!(own, ["#lost"]);
    assert!(page.contains("https://org.example/c/a/"), "{page}");
    assert!(page.contains("https://org.example/c/w.svg"), "{page}");
    let khmer = campaign.read("km/404.html");
    assert!(khmer.contains("https://org.example/c/km/a/"), "{khmer}");
    assert!(khmer.contains("<html lang=\"km\">"), "{khmer}");
    assert!(!campaign.has("404/index.html"));
    // Nobody is led there.
    for (path, bytes) in tree(&campaign.site()) {
        let text = String::from_utf8_lossy(&bytes);
        let names_it = ["404.html", ".sala", "sw.js"];
        let is_led = text.contains("404") && !names_it.iter().any(|own| path.ends_with(own));
        assert!(!is_led, "{path}");
    }
}

#[test]
fn a_file_is_found_from_the_file_of_the_page_as_editors_show_it() {
    let campaign = Campaign::write(&format!(
        "{SITE}//- content/news/_index.md\n# News\n//- content/news/a.md\n# A\n\n\
         ![1](photos/x.svg) ![2](../images/x.svg) ![3](./photos/x.svg)\n\n\
         ![4](../../static/logo.svg) ![5](/logo.svg) ![6](/images/x.svg)\n\n\
         ![7](Photos/X.SVG) ![8](/LOGO.svg) [9](<../my files/plan 1.pdf>)\n\n\
         ![10](/រូប/ទឹក.svg) [11](../../data/wells.csv) [12](</my files/plan 2.pdf>)\n\n\
         [13](b/plan.pdf)\n//- content/news/b/index.md\n# B\n\n![14](../photos/x.svg)\n\
         //- content/news/b/plan.pdf\nx\n//- content/my files/plan 1.pdf\nx\n\
         //- static/my files/plan 2.pdf\nx\n\
         //- data/wells.csv\nid,name_km,phone\na,ក,012345678\n\
         //- data/wells.toml\nkind = 'contacts'\ntitle = 'Wells'\n[[source]]\ntitle = 'S'\nurl = 'https://org.example/'\n"
    ));
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    for path in [
        "content/news/photos/x.svg",
        "content/images/x.svg",
        "static/logo.svg",
        "static/រូប/ទឹក.svg",
    ] {
        put(&campaign, path, drawing);
    }
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(built.is_some(), "{}", messages(&report));
    let page = campaign.read("news/a/index.html");
    let files: Vec<&str> = targets(&page)
        .into_iter()
        .filter(|target| !target.ends_with(".html"))
        .collect();
    assert_eq!(
        files,
        [
            "../photos/x.svg",
            "../../images/x.svg",
            "../photos/x.svg",
            "../../logo.svg",
            "../../logo.svg",
            "../../images/x.svg",
            "../photos/x.svg",
            "../../logo.svg",
            "../../my%20files/plan%201.pdf",
            "../../%E1%9E%9A%E1%9E%BC%E1%9E%94/%E1%9E%91%E1%9E%B9%E1%9E%80.svg",
            "../../data/wells.csv",
            "../../my%20files/plan%202.pdf",
            "../b/plan.pdf",
        ]
    );
    let page = campaign.read("news/b/index.html");
    assert!(targets(&page).contains(&"../photos/x.svg"));
    for path in ["news/photos/x.svg", "images/x.svg", "my files/plan 1.pdf"] {
        assert!(campaign.has(path), "{path}");
    }
}

#[test]
fn a_picture_has_the_size_that_browsers_show() {
    let campaign = Campaign::write(&format!("{SITE}//- content/a.md\n# A\n\n![x](x.jpg)\n"));
    // A photo of 32 to 48 pixels that the camera took lying on its side.
    let photo = include_bytes!("../pictures/turned-6.jpg");
    put(&campaign, "content/x.jpg", photo);
    build_quietly(&campaign);
    let page = campaign.read("a/index.html");
    assert!(page.contains("width=\"48\" height=\"32\""), "{page}");
}

/// Which files wait with a page is known also where the page's text is not read again.
#[test]
fn the_files_of_a_draft_stay_out_in_every_build() {
    let draft = |more: &str| format!("+++\ndraft = true\n+++\n# S\n\n[x](x.pdf)\n{more}");
    let page = "# A\n\n[y](y.rst)\n";
    let campaign = Campaign::write(&format!(
        "{SITE}//- content/s.md\n{}//- content/a.md\n{page}//- content/b.md\n# B\n\
         //- content/x.pdf\nx\n//- content/y.rst\ny\n//- content/z.pdf\nz\n//- content/w.txt\nw\n",
        draft("")
    ));
    let files = || {
        let (built, report) = common::build(&campaign.root(), &campaign.site());
        assert!(built.is_some(), "{}", messages(&report));
        let told = report.sorted().into_iter();
        let told: Vec<String> = told.map(|found| format!("{}", found.place)).collect();
        let files = published(&campaign).into_iter();
        let files: Vec<String> = files.filter(|path| !path.ends_with(".html")).collect();
        (files, told)
    };
    let of = |files: &[&str], told: &[&str]| {
        let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        (owned(files), owned(told))
    };
    let usual = of(&["y.rst", "z.pdf"], &["content/w.txt"]);
    assert_eq!(files(), usual);
    put(&campaign, "content/b.md", "# B\n\nOther.\n");
    assert_eq!(files(), usual);
    put(&campaign, "content/s.md", draft("[z](z.pdf)\n"));
    assert_eq!(files(), of(&["y.rst"], &["content/w.txt"]));
    put(&campaign, "content/b.md", "# B\n\n[w](w.txt) [x](x.pdf)\n");
    assert_eq!(files(), of(&["w.txt", "x.pdf", "y.rst"], &[]));
    put(&campaign, "content/a.md", "# A\n");
    assert_eq!(files(), of(&["w.txt", "x.pdf"], &["content/y.rst"]));
}

#[test]
fn a_copy_that_gets_a_title_of_its_own_becomes_a_page_in_the_next_build() {
    let campaign = Campaign::write(&format!(
        "{SITE}//- content/water.md\n# Water\n//- content/water-PC.md\n# Water\nmore\n//- content/b.md\n# B\n"
    ));
    let pages = || {
        let (built, report) = common::build(&campaign.root(), &campaign.site());
        assert!(built.is_some(), "{}", messages(&report));
        let listed = campaign.read("index.html").contains("water-PC/index.html");
        (
            campaign.has("water-PC/index.html"),
            listed,
            report.warnings(),
        )
    };
    assert_eq!(pages(), (false, false, 1));
    put(&campaign, "content/water-PC.md", "# Wells\nmore\n");
    assert_eq!(pages(), (true, true, 0));
    put(&campaign, "content/water-PC.md", "# Water\nmore\n");
    assert_eq!(pages(), (false, false, 1));
}

/// A text that was not read because it is as it was may be asked for by the search.
#[test]
fn a_page_that_will_expire_is_built_upon_as_any_other() {
    let campaign = Campaign::write(&format!(
        "{}//- content/a.md\n+++\nexpires = 2030-01-01\n+++\n# A\n//- content/b.md\n# B\n",
        SITE.replace("build_search_index = false", "build_search_index = true")
    ));
    build_quietly(&campaign);
    put(&campaign, "content/b.md", "# B\n\nMore.\n");
    build_quietly(&campaign);
}
