//! Files of `content/` in, what becomes of them out: pages, files beside pages, files that wait, and
//! what is told.

use super::Drafts;
use super::tests::load_with;

/// The pages, the files that are published, the pages that are left out, and what is told.
#[track_caller]
fn check(fixture: &str, pages: &[&str], attachments: &[&str], told: &[&str]) {
    let fixture = format!("//- content/_index.md\n# H\n{fixture}");
    let (sources, found) = load_with(&fixture, Drafts::LeftOut);
    let below = |path: &str| path.replacen("content/", "", 1);
    let published = sources.pages.iter();
    let published: Vec<String> = published.map(|page| below(&page.facts.path)).collect();
    assert_eq!(published, pages);
    let files: Vec<String> = sources.attachments.paths().map(below).collect();
    assert_eq!(files, attachments);
    let found: Vec<String> = found.iter().map(|found| below(found)).collect();
    assert_eq!(found, told);
}

#[test]
fn a_page_may_have_any_ending_of_markdown_in_any_letters() {
    check(
        "//- content/a.MD\n# A\n//- content/b.markdown\n# B\n//- content/c.en.Md\n# C\n//- content/d/index.MKD\n# D\n",
        &["a.MD", "b.markdown", "c.en.Md", "d/index.MKD"],
        &[],
        &[],
    );
    check(
        "//- content/a.markdown\n# A\n//- content/a.md\n# A\n",
        &["a.markdown"],
        &[],
        &["E213 a.md"],
    );
}

#[test]
fn a_page_whose_ending_windows_hides_is_an_error_and_no_download() {
    check(
        "//- content/a.md.txt\n# A\n//- content/b.MD.docx\nx\n//- content/c.md\n# C\n//- content/c.md.txt\n# old\n",
        &["c.md"],
        &[],
        &["E133 a.md.txt", "E133 b.MD.docx", "W134 c.md.txt"],
    );
}

#[test]
fn what_may_have_been_left_there_is_published_where_a_page_refers_to_it() {
    let page = "//- content/a.md\n# A\n[x](x.docx) [y](Y.XLSX) <a href='z.txt'>z</a> ![p](p.png)\n\n{{ download(file=\"w.csv\") }}\n";
    check(
        &format!(
            "{page}//- content/w.csv\n1\n//- content/x.docx\n1\n//- content/y.xlsx\n1\n//- content/z.txt\n1\n"
        ),
        &["a.md"],
        &["w.csv", "x.docx", "y.xlsx", "z.txt"],
        &[],
    );
    check(
        "//- content/a.pdf\n1\n//- content/b.docx\n1\n//- content/c.xlsx\n1\n//- content/d.txt\n1\n//- content/e\n1\n//- content/f.psd\n1\n//- content/g.jpg\n1\n//- content/h.mp3\n1\n",
        &[],
        &["a.pdf", "g.jpg", "h.mp3"],
        &[
            "W134 b.docx",
            "W134 c.xlsx",
            "W134 d.txt",
            "W134 e",
            "W134 f.psd",
        ],
    );
    // A template of rows refers to as many files as there are rows.
    check(
        "//- content/p/_each.md\n+++\neach = { dataset = 'd', slug = '{c}' }\ntitle = '{c}'\n+++\n[x](plans/{c}.docx)\n//- content/p/plans/1.docx\n1\n//- content/p/plans/1.odt\n1\n",
        &[],
        &["p/plans/1.docx"],
        &["W134 p/plans/1.odt"],
    );
}

#[test]
fn files_in_a_folder_without_pages_are_published_with_the_folder_above() {
    check(
        "//- content/images/x.jpg\n1\n//- content/news/_index.md\n# N\n//- content/news/photos/2026/y.jpg\n1\n",
        &[],
        &["images/x.jpg", "news/photos/2026/y.jpg"],
        &[],
    );
}

#[test]
fn the_files_of_a_page_that_is_not_published_wait_with_it() {
    let draft = "+++\ndraft = true\n+++\n# S\n";
    // What it alone refers to, lies under its name, or in its own folder.
    check(
        &format!(
            "//- content/s.md\n{draft}[x](x.pdf) ![](images/y.jpg) [both](both.pdf) <img src='h.png'>\n\
             //- content/a.md\n# A\n[both](both.pdf)\n//- content/both.pdf\n1\n//- content/h.png\n1\n\
             //- content/images/y.jpg\n1\n//- content/images/z.jpg\n1\n//- content/s.pdf\n1\n\
             //- content/s/p.jpg\n1\n//- content/x.pdf\n1\n"
        ),
        &["a.md"],
        &["both.pdf", "images/z.jpg"],
        &[],
    );
    check(
        &format!(
            "//- content/s.en.md\n{draft}//- content/s.en.pdf\n1\n//- content/s.x.pdf\n1\n//- content/t.s.pdf\n1\n"
        ),
        &[],
        &["t.s.pdf"],
        &[],
    );
    // However it is written, and also where no page could lead to it so.
    check(
        &format!(
            "//- content/s.md\n{draft}[x](@/x.pdf) [y](./Y.PDF?a=1#b) ![z](@/z.jpg) [w](w%20v.pdf) [d](d.docx)\n\
             //- content/x.pdf\n1\n//- content/y.pdf\n1\n//- content/z.jpg\n1\n//- content/w v.pdf\n1\n\
             //- content/d.docx\n1\n//- content/other.pdf\n1\n"
        ),
        &[],
        &["other.pdf"],
        &[],
    );
    // A translation that is published has the same files.
    check(
        &format!("//- content/s.md\n{draft}//- content/s.en.md\n# S\n//- content/s.pdf\n1\n"),
        &["s.en.md"],
        &["s.pdf"],
        &[],
    );
    for settings in ["draft = true", "date = 2026-03-02", "expires = 2026-03-01"] {
        let bundle = format!(
            "//- content/n/_index.md\n# N\n//- content/n/b/index.md\n+++\n{settings}\n+++\n# B\n![p](p.jpg)\n\
             //- content/n/b/p.jpg\n1\n//- content/n/b/old/q.jpg\n1\n//- content/n/b/plan.docx\n1\n//- content/n/r.jpg\n1\n"
        );
        check(&bundle, &[], &["n/r.jpg"], &[]);
    }
    check(
        &format!(
            "//- content/n/_index.md\n{draft}//- content/n/a.md\n# A\n![p](p.jpg)\n//- content/n/p.jpg\n1\n//- content/n/i/q.jpg\n1\n"
        ),
        &[],
        &[],
        &[],
    );
    // Whoever links to it from a page that is published means it to be published.
    check(
        &format!(
            "//- content/a.md\n# A\n[x](s/x.pdf)\n//- content/s/index.md\n{draft}//- content/s/x.pdf\n1\n"
        ),
        &["a.md"],
        &["s/x.pdf"],
        &[],
    );
}

#[test]
fn a_copy_beside_its_original_is_left_out_if_both_say_the_same_of_themselves() {
    check(
        "//- content/water.md\n# Water\nold\n//- content/water (1).md\n# Water\nnew\n\
         //- content/water-LAPTOP.md\n+++\ntitle = 'Water'\n+++\nnew\n\
         //- content/water.en.md\n# W\n//- content/water.en - Copy.md\n# W\n\
         //- content/water.sync-conflict-20260301-101112-ABCDEFG.md\n# Other\n",
        &["water.en.md", "water.md"],
        &[],
        &[
            "W127 water (1).md",
            "W127 water-LAPTOP.md",
            "W127 water.en - Copy.md",
            "W127 water.sync-conflict-20260301-101112-ABCDEFG.md",
        ],
    );
    // Sections, bundles, and what is not published.
    check(
        "//- content/n/_index.md\n# N\n//- content/n/_index-PC.md\n# N\n\
         //- content/b/index.md\n# B\n//- content/b/index (1).md\n# B\n\
         //- content/s.md\n+++\ndraft = true\n+++\n# S\n//- content/s (1).md\n# S\n",
        &["b/index.md"],
        &[],
        &[
            "W127 b/index (1).md",
            "W127 n/_index-PC.md",
            "W127 s (1).md",
        ],
    );
    check(
        "//- content/b/index.md\n# B\n//- content/b/p.jpg\n1\n//- content/b - Copy/index.md\n# B\n//- content/b - Copy/p.jpg\n1\n",
        &["b/index.md"],
        &["b/p.jpg"],
        &["W127 b - Copy/index.md"],
    );
    // Names of people's own.
    check(
        "//- content/water.md\n# Water\n//- content/water-supply.md\n# Water\nmore\n\
         //- content/water-UN.md\n# Water and the UN\n//- content/water-2.md\n# Water 2\n",
        &["water-2.md", "water-UN.md", "water-supply.md", "water.md"],
        &[],
        &[],
    );
    check(
        "//- content/water.md\n# Water\n//- content/water-same.md\n# Water\n\
         //- content/water (2).md\n+++\nslug = 'two'\n+++\n# Wells\n",
        &["water (2).md", "water.md"],
        &[],
        &["W127 water-same.md"],
    );
}
