//! What the handbook's first page promises, sentence by sentence: no figure is changed, text is published
//! as it was written but for what the handbook lists, and no file is passed over without a word.

use crate::common::{self, Campaign, messages, tree};
use sala::diagnostic::{MessageLanguage, Style, to_terminal};
use std::collections::BTreeMap;
use std::path::Path;

pub const SITE: &str = "//- sala.toml\nbase_url = 'https://org.example/c/'\ntitle = 'Wells'\n\
                    build_search_index = false\ngenerate_feeds = false\n[languages.en]\n";

/// As tables of budgets have them, and plainly.
const FIGURES: [(&str, &str); 12] = [
    ("0", "0"),
    ("0.5", "0.5"),
    ("7", "7"),
    ("12.05", "12.05"),
    ("999", "999"),
    ("1,000", "1000"),
    ("1,234.5", "1234.5"),
    ("98,765.125", "98765.125"),
    ("1,000,000", "1000000"),
    ("34,497,158.000001", "34497158.000001"),
    ("-12.5", "-12.5"),
    ("-1,250,000", "-1250000"),
];

/// A budget in million riel with a page that shows it as a table, as a chart and by itself.
fn campaign_of_figures() -> Campaign {
    let codes = 1..=FIGURES.len();
    let table: String = FIGURES
        .iter()
        .zip(codes.clone())
        .map(|((figure, _), code)| format!("c{code},\"{figure}\"\n"))
        .collect();
    let categories: String = codes
        .clone()
        .map(|code| format!("c{code},,line,ក,line\n"))
        .collect();
    let calls: String = codes
        .map(|code| format!("{{{{ amount(dataset=\"b\", code=\"c{code}\") }}}}\n\n"))
        .collect();
    let page = format!(
        "+++\ntitle = 'ក'\nleaflets = ['a4']\n+++\n\n{calls}\
         {{{{ budget_table(dataset=\"b\", year=2026) }}}}\n\n\
         {{{{ budget_chart(dataset=\"b\", year=2026) }}}}\n"
    );
    Campaign::write(&format!(
        "{SITE}//- content/_index.md\n# ក\n//- content/p.md\n{page}//- content/p.en.md\n{page}\
         //- data/cats.csv\ncode,parent,kind,label_km,label_en\n{categories}\
         //- data/cats.toml\nkind = 'categories'\ntitle = 'C'\nsynthetic = true\n\
         //- data/b.csv\ncode,2026 planned\n{table}\
         //- data/b.toml\ntitle = 'B'\nkind = 'budget'\ncategories = 'cats'\ncurrency = 'KHR'\n\
         scale = 1_000_000\ngroup = ','\ndecimal = '.'\nallow_negative = true\n\
         [constants]\nplace = 'KH'\ndirection = 'expenditure'\n"
    ))
}

/// The figures in a text that has one in each of its pieces, plainly, with the unit taken away.
pub fn figures_in<'text>(pieces: impl Iterator<Item = &'text str>, unit: &str) -> Vec<String> {
    let decimal = if unit.is_ascii() { '.' } else { ',' };
    let plain = |piece: &str| -> Option<String> {
        let piece = piece.replace(['\u{200b}', '\u{2060}'], "");
        let mut figure = String::new();
        for character in piece.trim().chars() {
            match character {
                '0'..='9' => figure.push(character),
                '០'..='៩' => {
                    let digit = u32::from(character) - u32::from('០');
                    figure.push(char::from_digit(digit, 10)?);
                }
                '-' | '−' | '\u{2011}' => figure.push('-'),
                ',' | '.' if character == decimal => figure.push('.'),
                ',' | '\u{a0}' | ' ' => {}
                _ => return None,
            }
        }
        (!figure.is_empty()).then_some(figure)
    };
    pieces
        .filter_map(|piece| plain(piece.trim().trim_end_matches(unit)))
        .collect()
}

/// The pieces of text between the tags of a page's main part.
fn pieces_of(page: &str) -> Vec<&str> {
    let (_, main) = page.split_once("<main").expect("a main part");
    let (main, _) = main.split_once("</main>").expect("its end");
    let pieces = main.split('<').skip(1);
    pieces
        .filter_map(|piece| piece.split_once('>').map(|(_, text)| text))
        .collect()
}

/// The figures of the table, plainly, so many times one after the other.
fn expected(times: usize) -> Vec<String> {
    let figures = FIGURES.iter().map(|(_, plain)| (*plain).to_owned());
    figures.cycle().take(FIGURES.len() * times).collect()
}

#[test]
fn it_changes_no_figure_on_pages() {
    let campaign = campaign_of_figures();
    campaign.build();
    for (path, unit) in [
        ("p/index.html", "លានរៀល"),
        ("en/p/index.html", "million riel"),
    ] {
        let page = campaign.read(path);
        let found = figures_in(pieces_of(&page).into_iter(), unit);
        // By itself each, in the table, on the chart, and in the table under the chart.
        assert_eq!(found, expected(4), "{path}");
    }
}

#[test]
fn it_changes_no_figure_in_downloads() {
    let campaign = campaign_of_figures();
    campaign.build();
    // In riel: a million times what the table has.
    let millions = |figure: &str| -> String {
        let (whole, decimals) = figure.split_once('.').unwrap_or((figure, ""));
        let all = format!("{whole}{decimals:0<6}");
        let sign = if all.starts_with('-') { "-" } else { "" };
        let digits = all.trim_start_matches(['-', '0']);
        format!("{sign}{}", if digits.is_empty() { "0" } else { digits })
    };
    let expected: Vec<String> = expected(1).iter().map(|figure| millions(figure)).collect();
    let csv = campaign.read("data/b.csv");
    let mut rows = csv.lines().map(|line| line.split(',').nth(8));
    assert_eq!(rows.next(), Some(Some("amount")));
    let found: Vec<&str> = rows.map(|cell| cell.expect("a cell")).collect();
    assert_eq!(found, expected);
    let json: serde_json::Value =
        serde_json::from_str(&campaign.read("data/b.json")).expect("it is JSON");
    let rows = json["rows"].as_array().expect("rows").iter();
    let found: Vec<&str> = rows
        .map(|row| row["amount"].as_str().expect("an amount"))
        .collect();
    assert_eq!(found, expected);
}

#[cfg(feature = "leaflets")]
fn without_label(line: &str) -> &str {
    let label = ["ក ", "line "]
        .iter()
        .find(|label| line.starts_with(**label));
    &line[label.map_or(0, |label| label.len())..]
}

#[test]
#[cfg(feature = "leaflets")]
fn it_changes_no_figure_on_leaflets() {
    let campaign = campaign_of_figures();
    campaign.build();
    for (path, unit) in [("p/p-a4.pdf", "លានរៀល"), ("en/p/p-a4.pdf", "million riel")] {
        let mut command = std::process::Command::new("pdftotext");
        let file = campaign.site().join(path);
        let text = command.arg("-raw").arg(file).arg("-").output();
        let text = String::from_utf8(text.expect("it runs").stdout).expect("UTF-8");
        // Before each figure of the table and of the chart stands its label.
        let found = figures_in(text.lines().map(without_label), unit);
        // By itself each, in the table, and on the chart.
        assert_eq!(found, expected(3), "{path}");
    }
}

#[test]
#[cfg(feature = "leaflets")]
fn a_measure_says_on_paper_what_it_says_on_the_page() {
    let page = "+++\ntitle = 'ក'\nleaflets = ['a4']\n+++\n\n\
        {{ compare(dataset=\"b\", code=\"T\", year=2025, phase=\"actual\") }}\n\n\
        {{ compare(dataset=\"b\", code=\"1\", year=2025, phase=\"planned\", with_year=2024) }}\n\n\
        {{ per_person(dataset=\"b\", code=\"T\", year=2025, phase=\"planned\", label=\"ខ\") }}\n\n\
        {{ of_100(dataset=\"b\", code=\"T\", year=2025, phase=\"planned\") }}\n\n\
        {{ of_100(dataset=\"b\", code=\"T\", year=2025, phase=\"actual\") }}\n";
    let campaign = Campaign::write(&format!(
        "{SITE}//- content/_index.md\n# ក\n//- content/p.md\n{page}//- content/p.en.md\n{page}\
         //- data/categories.csv\ncode,parent,kind,label_km,label_en\nT,,total,សរុប,Total\n\
         1,T,line,ផ្លូវ,Roads\n2,T,line,ទឹក,Water\n\
         //- data/places.csv\ncode,type,name_km,name_en,population,population_year,population_source\n\
         A,commune,ឃុំក,Commune A,300,2019,Census\n\
         //- data/b.csv\ncode,2024 planned,2025 planned,2025 actual\nT,90,100,80\n1,60,66.5,80\n2,30,33.5,\n\
         //- data/b.toml\ntitle = 'B'\nkind = 'budget'\ncategories = 'categories'\nscale = 1_000_000\n\
         decimal = '.'\n[constants]\nplace = 'A'\ndirection = 'expenditure'\n\
         [[source]]\nid = 's'\ntitle = 'The plan'\npublisher = 'The commune'\npage = '7'\n"
    ));
    campaign.build();
    let plain = |text: &str| -> String {
        let seen = |letter: &char| !letter.is_whitespace() && *letter != '\u{200b}';
        text.chars().filter(seen).collect()
    };
    for (folder, title, source, sources, foot) in [
        ("p", "ក", "ប្រភព៖", "ប្រភពនៃតួលេខ", "រកមើលច្បាប់ថ្មីនៅ៖"),
        (
            "en/p",
            "ក",
            "Source:",
            "Where the figures come from",
            "Look for a newer one:",
        ),
    ] {
        let html = campaign.read(&format!("{folder}/index.html"));
        let measures = html.split("<div class=\"budget measure\">").skip(1);
        let measures = measures.map(|measure| {
            let (measure, _) = measure.split_once("</div>").expect("it ends");
            // Sources stand below each measure here, and whole in what is folded; on paper once.
            let (before, rest) = measure.split_once(source).expect("a source");
            // What is folded here stands open there.
            let (_, folded) = rest.split_once("</summary>").expect("what is folded");
            let (folded, _) = folded.split_once(source).expect("its sources");
            let measure = [before, folded].concat();
            let pieces = measure.split('<');
            let texts = pieces.map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
            plain(&texts.collect::<String>())
        });
        let mut command = std::process::Command::new("pdftotext");
        let file = campaign.site().join(format!("{folder}/p-a4.pdf"));
        let text = command.arg("-raw").arg(file).arg("-").output();
        let text = String::from_utf8(text.expect("it runs").stdout).expect("UTF-8");
        let (_, below_the_title) = text.split_once(title).expect("the title");
        let is_own = |line: &&str| !line.starts_with(source) && !line.starts_with(foot);
        let printed = below_the_title.lines().filter(is_own);
        let printed: String = printed.map(plain).collect();
        let (printed, _) = printed.split_once(&plain(sources)).expect("the sources");
        let shown: Vec<String> = measures.collect();
        assert_eq!(shown.len(), 5);
        assert_eq!(shown.concat(), printed, "{folder}");
    }
}

/// The words of a page's main part, as readers see them: without tags and without places where lines end.
fn paragraphs_of(page: &str) -> Vec<String> {
    let (_, main) = page.split_once("<main").expect("a main part");
    let (main, _) = main.split_once("</main>").expect("its end");
    let mut out = Vec::new();
    for paragraph in main.split("<p>").skip(1) {
        let (paragraph, _) = paragraph.split_once("</p>").unwrap_or((paragraph, ""));
        let pieces = paragraph.split('<').map(|piece| {
            let text = piece.split_once('>').map_or(piece, |(_, text)| text);
            text.replace('\u{200b}', "")
        });
        let text: String = pieces.collect();
        let text = text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"");
        out.push(text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&"));
    }
    out
}

/// The paragraphs that are shown of these, and what is told of them in English.
fn shown<'text>(written: impl Iterator<Item = &'text str>) -> (Vec<String>, String) {
    let text: String = written.map(|text| format!("{text}\n\n")).collect();
    let campaign = Campaign::write(&format!(
        "{SITE}//- content/_index.md\n# ក\n//- content/p.md\n+++\ntitle = 'ទំព័រ'\n\
         description = 'ខ'\npublic = ['012 345 678']\n+++\n{text}"
    ));
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    let told = to_terminal(&report, MessageLanguage::English, Style::Plain);
    assert!(built.is_some(), "{told}");
    (paragraphs_of(&campaign.read("p/index.html")), told)
}

#[test]
fn it_publishes_text_as_it_was_written() {
    let written = [
        "ឃុំ សង្កាត់នីមួយៗ មានថវិកា ៣៤,៥ លានរៀល និង 1,234.50 ដុល្លារ (១២%) នៅឆ្នាំ២០២៦។",
        "“ពាក្យ” \"ពាក្យ\" 'ពាក្យ' «ពាក្យ» -- --- – — ... … (c) 1/2 ½ 2² :) +-±",
        "០១២៣៤៥៦៧៨៩ 0123456789 ០១២ ៣៤៥ ៦៧៨ 2026-11-24 ២៤/១១/២០២៦ 10:30 1.250 1,250",
        "ABC abc Éé ñ 中文 ภาษาไทย tiếng Việt العربية 😀 ℃ № ™ € ៛ ៚ ៙ ៗ ៖ ៕",
        "A & B < C > D = E ^ F \u{2060}G { } [ ] $ % @ 50%",
    ];
    let (shown, told) = shown(written.into_iter());
    let shown: Vec<String> = shown
        .iter()
        .map(|text| text.replace('\u{a0}', " "))
        .collect();
    assert_eq!(shown, written);
    assert_eq!(told, "");
}

#[test]
fn it_changes_in_text_only_what_the_handbook_lists() {
    let changes = [
        // Letters in their one order, and what is below the line like another.
        ("ស្រ្តី លេាក", "ស្ត្រី លោក"),
        ("ក្ដី", "ក្តី"),
        // The thousands of a number stay on one line, and with their unit.
        ("៣៤ ៤៩៧ ពាក្យ ៣ លានរៀល", "៣៤\u{a0}៤៩៧ ពាក្យ ៣\u{a0}លានរៀល"),
        // A sign that ends a phrase stays on the line of what it ends.
        ("ពាក្យ ៖ ពាក្យ ។ ក", "ពាក្យ\u{a0}៖ ពាក្យ\u{a0}។ ក"),
        // A comment is not published.
        ("ក <!-- ខ -->គ", "ក គ"),
        // Of HTML, what is not harmless; it is told.
        ("ក <font>ខ</font> គ", "ក ខ គ"),
    ];
    let (shown, told) = shown(changes.iter().map(|(written, _)| *written));
    let expected: Vec<&str> = changes.iter().map(|(_, shown)| *shown).collect();
    assert_eq!(shown, expected);
    let expected = "warning[W253] content/p.md:16:3: the HTML element `font` is left out of the page\n\
                    16 | ក <font>ខ</font> គ\n   |   ^^^^^\n  \
                    help: say it in Markdown or with a component; to show the tag itself, put it in \
                    backticks\n\n";
    assert_eq!(told, expected);
}

#[test]
fn it_asks_what_can_be_read_in_two_ways_and_keeps_the_old_site() {
    let campaign = campaign_of_figures();
    campaign.build();
    let before = tree(&campaign.site());
    for (path, old, new, told) in [
        (
            "data/b.toml",
            "group = ','\ndecimal = '.'\n",
            "",
            "error[E03] data/b.csv › B7 (KH, 2026 planned, code c6): read `1,000`, which is 1.000 or 1000\n  \
             help: set `group` and `decimal` in data/b.toml: the signs between thousands and before decimals\n\n",
        ),
        (
            "content/p.md",
            "title = 'ក'",
            "title = 'ក'\ndate = 03/04/2026",
            "error[E104] content/p.md:3:8: `date` is `03/04/2026`, which can be the days `2026-03-04` and \
             `2026-04-03`\n3 | date = 03/04/2026\n  |        ^^^^^^^^^^\n  \
             help: write the one that is meant, with the year first and the month second\n\n",
        ),
    ] {
        let path = campaign.root().join(path);
        let text = std::fs::read_to_string(&path).expect("it is there");
        std::fs::write(&path, text.replace(old, new)).expect("written");
        let (built, report) = common::build(&campaign.root(), &campaign.site());
        assert_eq!(
            to_terminal(&report, MessageLanguage::English, Style::Plain),
            told
        );
        assert!(built.is_none());
        assert!(tree(&campaign.site()) == before);
        std::fs::write(&path, text).expect("written");
    }
}

/// What becomes of a file, by what is another without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The site holds what it says, or what is made of it.
    PublishedOrUsed,
    /// A message begins with its path.
    Named,
    /// The closing line counts it.
    Counted,
    /// Nothing: it waits with a page of its folder.
    Waits,
}

/// What is seen of a build.
#[derive(PartialEq)]
struct Seen {
    site: Option<common::Tree>,
    told: String,
    counts: Option<(usize, usize)>,
}

fn seen(root: &Path) -> Seen {
    let output = tempfile::tempdir().expect("a temporary folder");
    let site = output.path().join("site");
    let (built, report) = common::build(root, &site);
    Seen {
        site: built.as_ref().map(|_| tree(&site)),
        told: messages(&report),
        counts: built.map(|built| (built.left_out, built.left_behind)),
    }
}

#[test]
fn it_passes_no_file_over_without_a_word() {
    use Fate::{Counted, Named, PublishedOrUsed, Waits};
    const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>\n";
    let page = |name: &str| format!("+++\ntitle = '{name}'\n+++\nA\n");
    let files: BTreeMap<&str, (Fate, String)> = [
        (
            "content/_index.md",
            PublishedOrUsed,
            "# Home\n\n[form](form.docx)\n".to_owned(),
        ),
        ("content/water.md", PublishedOrUsed, page("water")),
        ("content/water.en.md", PublishedOrUsed, page("water")),
        ("content/roads.MD", PublishedOrUsed, page("roads")),
        ("content/school.markdown", PublishedOrUsed, page("school")),
        ("content/picture.svg", PublishedOrUsed, PICTURE.to_owned()),
        ("content/plan.pdf", PublishedOrUsed, "x".to_owned()),
        (
            "content/photos/well.svg",
            PublishedOrUsed,
            PICTURE.to_owned(),
        ),
        ("content/form.docx", PublishedOrUsed, "x".to_owned()),
        ("content/letter.docx", Named, "x".to_owned()),
        ("content/budget.xlsx", Named, "x".to_owned()),
        ("content/poster.psd", Named, "x".to_owned()),
        ("content/LICENSE", Named, "x".to_owned()),
        ("content/water (1).md", Named, page("water")),
        ("content/.notes.md", Named, page("notes")),
        ("content/~$form.docx", Counted, "x".to_owned()),
        ("content/water.md.bak", Counted, page("water")),
        (
            "content/draft.md",
            Counted,
            "+++\ntitle = 'D'\ndraft = true\n+++\n[a](draft.pdf)\n".to_owned(),
        ),
        ("content/draft.pdf", Waits, "x".to_owned()),
        (
            "content/later/index.md",
            Counted,
            "+++\ntitle = 'L'\ndate = 2099-01-01\n+++\n".to_owned(),
        ),
        ("content/later/picture.svg", Waits, PICTURE.to_owned()),
        (
            "data/wells.csv",
            PublishedOrUsed,
            "code,depth\nw1,32\n".to_owned(),
        ),
        (
            "data/wells.toml",
            PublishedOrUsed,
            "title = 'W'\nkind = 'table'\nsynthetic = true\n".to_owned(),
        ),
        ("data/words.txt", PublishedOrUsed, "ខក\n".to_owned()),
        ("data/notes.docx", Named, "x".to_owned()),
        ("data/.~lock.wells.csv#", Counted, "x".to_owned()),
        ("static/form.html", Named, "<p>A</p>\n".to_owned()),
        (
            "static/robots.txt",
            PublishedOrUsed,
            "User-agent: *\n".to_owned(),
        ),
        ("static/report.pdf", PublishedOrUsed, "x".to_owned()),
        ("static/table.xlsx", PublishedOrUsed, "x".to_owned()),
        ("static/empty.pdf", Named, String::new()),
        ("static/.htaccess", PublishedOrUsed, "x".to_owned()),
        (
            "static/.well-known/security.txt",
            PublishedOrUsed,
            "x".to_owned(),
        ),
        ("static/.secret", Named, "x".to_owned()),
        ("static/Thumbs.db", Counted, "x".to_owned()),
    ]
    .into_iter()
    .map(|(path, fate, text)| (path, (fate, text)))
    .collect();
    let campaign = Campaign::write(&SITE.replace(
        "[languages.en]",
        "[khmer]\nwords_file = 'data/words.txt'\n[privacy]\n\
         public = ['content/form.docx', 'static/table.xlsx']\n[languages.en]",
    ));
    let root = campaign.root();
    let put = |path: &str, text: &str| {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    };
    for (path, (_, text)) in &files {
        put(path, text);
    }
    let all = seen(&root);
    assert!(all.site.is_some(), "{}", all.told);
    for (path, (expected, text)) in &files {
        std::fs::remove_file(root.join(path)).expect("it was there");
        let without = seen(&root);
        put(path, text);
        let is_named = all.told.lines().any(|line| {
            let named = line
                .split_once(' ')
                .map_or("", |(_, rest)| rest.trim_start());
            let named = named.strip_prefix("also: ").unwrap_or(named);
            named
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
        });
        let fate = if is_named {
            Named
        } else if without.counts.is_some() && without.counts != all.counts {
            Counted
        } else if without.site != all.site {
            PublishedOrUsed
        } else {
            Waits
        };
        assert_eq!(fate, *expected, "{path}\n{}", all.told);
    }
    // What waits is there on its day.
    let request = sala::Request {
        root: root.clone(),
        output: campaign.site(),
        base_url: None,
        drafts: true,
        today: jiff::civil::date(2099, 1, 1),
    };
    let (built, report) = sala::build(&request, &|_, _| {});
    assert!(built.is_some(), "{}", messages(&report));
    let waiting = files.iter().filter(|(_, (fate, _))| *fate == Waits);
    for path in waiting.filter_map(|(path, _)| path.strip_prefix("content/")) {
        assert!(campaign.has(path), "{path}");
    }
}
