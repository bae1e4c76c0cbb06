//! What is copied out of a leaflet's PDF is what went in, in four readers; its file is sound, and
//! its code scans.
//!
//! The readers: poppler (`pdftotext`), MuPDF (`mutool`), pdfium (Python package `pypdfium2`, under
//! `SALA_PYTHON`) and pdf.js (npm package `pdfjs-dist`, in `SALA_NODE_MODULES`).

#![cfg(feature = "leaflets")]

use crate::common::{Campaign, run, tool};
use crate::pdf::expected::{
    expected, expected_of_cards, expected_of_panels, expected_of_poster, foot_line, without_space,
};
use crate::pdf::{hard, khmer, paragraph, press, print, shown};
use sala::leaflet::document::{Leaflet, LeafletBlock, for_each_text};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn text_copies_out_as_it_went_in() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let press = press();
    for (name, leaflet) in hard() {
        let printed = print(&press, &leaflet, "a4")
            .unwrap_or_else(|report| panic!("{name}: {}", shown(&report)));
        let file = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&file, &printed.reading).expect("a file in a temporary folder");
        let expected = expected(&leaflet);
        let foot = foot_line(&leaflet);
        for (reader, text) in readers(&file) {
            assert!(
                !text.contains('\u{200b}'),
                "{name}: {reader} copies a break"
            );
            let text = without_space(&text);
            assert_eq!(
                text.matches(&foot).count(),
                printed.pages,
                "{name}: {reader}"
            );
            let text = text.replace(&foot, "");
            let is_expected = expected.contains(&text);
            assert!(
                is_expected,
                "{name} in {reader}: {text}\nand not: {}",
                expected[0]
            );
        }
    }
}

#[test]
fn text_copies_out_of_every_panel_of_a_folded_leaflet() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let press = press();
    for (name, leaflet) in hard() {
        let printed = print(&press, &leaflet, "trifold")
            .unwrap_or_else(|report| panic!("{name}: {}", shown(&report)));
        let file = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&file, &printed.reading).expect("a file in a temporary folder");
        // Panels repeat no text and leave none out, whatever their order.
        let sorted = |text: &str| {
            let mut letters: Vec<char> = without_space(text).chars().collect();
            letters.sort_unstable();
            letters
        };
        let expected = expected_of_panels(&leaflet);
        for (reader, text) in readers(&file) {
            let is_expected = expected.iter().any(|own| sorted(own) == sorted(&text));
            assert!(is_expected, "{name} in {reader}: {text}");
        }
    }
}

/// What posters and cards choose of a page is all there, in order, and nothing else is: what stands on neither is
/// on the page to which the code leads.
#[test]
fn posters_and_cards_say_their_choice_in_order_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let press = press();
    let short = (
        "short",
        Leaflet {
            short_address: "sala.example/ask".to_owned(),
            ..khmer(vec![paragraph("ទឹក")])
        },
    );
    for (name, leaflet) in hard().into_iter().chain([short]) {
        let read = |format: &str| {
            let printed = print(&press, &leaflet, format)
                .unwrap_or_else(|report| panic!("{name} {format}: {}", shown(&report)));
            let file = folder.path().join(format!("{name}-{format}.pdf"));
            std::fs::write(&file, &printed.reading).expect("a file in a temporary folder");
            readers(&file)
        };
        for (reader, text) in read("poster") {
            let text = without_space(&text);
            assert_eq!(text, expected_of_poster(&leaflet), "{name} in {reader}");
        }
        for (reader, text) in read("card") {
            let pages: Vec<String> = text.split_terminator('\u{c}').map(without_space).collect();
            let expected = expected_of_cards(&leaflet);
            // Only poppler parts pages.
            let expected = match reader {
                "poppler" => expected,
                _ => vec![expected.concat()],
            };
            let pages = match reader {
                "poppler" => pages,
                _ => vec![pages.concat()],
            };
            assert_eq!(pages, expected, "{name} in {reader}");
        }
    }
}

/// What all formats have in common: in every reader the same letters, and none of the text is missing
/// where a format shows all of it.
#[test]
fn text_copies_out_of_every_format() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let press = press();
    let choices = ["card", "poster"];
    for format in press.formats() {
        for (name, leaflet) in hard() {
            let printed = print(&press, &leaflet, format)
                .unwrap_or_else(|report| panic!("{name} {format}: {}", shown(&report)));
            let file = folder.path().join(format!("{name}-{format}.pdf"));
            std::fs::write(&file, &printed.reading).expect("a file in a temporary folder");
            let read = readers(&file);
            let (of_poppler, foot) = (without_page_numbers(&read[0].1), foot_line(&leaflet));
            let of_poppler = without_space(&of_poppler).replace(&foot, "");
            for order in orders(format, &leaflet.blocks) {
                if let Err(text) = stands_in_order(&of_poppler, &order) {
                    panic!("{name} {format}: `{text}` is not where it is read in {of_poppler}");
                }
            }
            let letters = read.map(|(_, text)| {
                let mut letters: Vec<char> = without_space(&text).chars().collect();
                letters.sort_unstable();
                letters
            });
            for own in &letters {
                assert_eq!(own, &letters[0], "{name} {format}");
            }
            if !choices.contains(&format) {
                let mut left = letters[0].clone();
                for_each_text(&leaflet.blocks, &mut |text| {
                    for letter in without_space(text).chars() {
                        let at = left.iter().position(|own| *own == letter);
                        left.remove(at.unwrap_or_else(|| panic!("{name} {format}: {text}")));
                    }
                });
            }
        }
    }
}

/// Texts that a format prints in the order in which they were written. Forms for a group ask first and tell later,
/// and a choice of a page is no whole order.
fn orders(format: &str, blocks: &[LeafletBlock]) -> Vec<Vec<String>> {
    let texts = |blocks: &[LeafletBlock]| {
        let mut blocks = blocks.to_vec();
        for block in &mut blocks {
            // Each stands before its item, and all of them before the first.
            if let LeafletBlock::List { marks, .. } = block {
                marks.clear();
            }
        }
        let mut texts = Vec::new();
        for_each_text(&blocks, &mut |text| texts.push(without_space(text)));
        texts.retain(|text| !text.is_empty());
        texts
    };
    let is_list = |block: &LeafletBlock| {
        matches!(
            block,
            LeafletBlock::List { .. } | LeafletBlock::Steps { .. }
        )
    };
    let is_of_terms = |block: &LeafletBlock| matches!(block, LeafletBlock::Definitions { .. });
    let chosen = |choose: &dyn Fn(&LeafletBlock) -> bool| {
        let chosen = blocks.iter().filter(|block| choose(block));
        texts(&chosen.cloned().collect::<Vec<_>>())
    };
    let is_heading = |block: &LeafletBlock| matches!(block, LeafletBlock::Heading { .. });
    match format {
        // Theirs is held to the letter by itself.
        "card" | "poster" => Vec::new(),
        "scoresheet" => vec![
            chosen(&is_list),
            chosen(&|block| !is_list(block) && !is_heading(block)),
        ],
        "worksheet" => vec![chosen(&|block| !is_of_terms(block)), chosen(&is_of_terms)],
        _ => vec![texts(blocks)],
    }
}

/// Whether each of these stands in a text behind the one before; the first that does not.
fn stands_in_order<'own>(text: &str, each: &'own [String]) -> Result<(), &'own str> {
    let mut rest = text;
    for own in each {
        let Some(at) = rest.find(own) else {
            return Err(own);
        };
        rest = &rest[at + own.len()..];
    }
    Ok(())
}

/// The text of pages without the numbers at their feet.
fn without_page_numbers(text: &str) -> String {
    let is_number = |line: &str| line.chars().all(|c| matches!(c, '0'..='9' | '០'..='៩'));
    let pages = text.split_terminator('\u{c}').map(|page| {
        let page = page.trim_end();
        let last = page.rsplit_once('\n').filter(|(_, last)| is_number(last));
        last.map_or(page, |(before, _)| before)
    });
    pages.collect()
}

#[test]
fn calls_in_a_sentence_are_words_on_paper() {
    let site = Campaign::write(
        "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'T'\n\
         default_language = 'en'\n[languages.en]\n\
         //- content/_index.md\n+++\ntitle = 'Home'\n+++\n\
         //- content/a/index.md\n+++\ntitle = 'Page'\ndescription = 'D'\nleaflets = ['a4']\n+++\n\
         Ask {{ contact(id=\"we\") }}, read {{ download(file=\"b.txt\", label=\"the letter\") }} \
         or print {{ leaflet() }} again.\n\
         //- content/a/b.txt\nx\n\
         //- data/people.toml\nkind = 'contacts'\nsynthetic = true\n\
         //- data/people.csv\nid,name,phone\nwe,Somebody,012 345 678\n",
    );
    site.build();
    let leaflet = site.site().join("a/a-a4.pdf");
    let text = run(Command::new("pdftotext").arg("-raw").arg(leaflet).arg("-"));
    let lines: Vec<&str> = text.lines().collect();
    let sentence = lines
        .iter()
        .skip_while(|line| !line.starts_with("Ask"))
        .take_while(|line| !line.starts_with("My question"))
        .copied()
        .collect::<Vec<_>>();
    assert_eq!(
        sentence.join(" "),
        "Ask Somebody 012 345 678 (An example: this name and number are not real), read the letter \
         TXT or print A4 sheet again."
    );
}

#[test]
fn paper_says_each_source_once_and_the_cells_of_each_figure() {
    let site = Campaign::write(
        r#"//- sala.toml
base_url = "https://org.example/"
title = "T"
default_language = "en"
[languages.en]
//- content/_index.md
+++
title = "Home"
+++
//- content/a.md
+++
title = "Page"
description = "D"
leaflets = ["a4"]
+++
Planned are {{ amount(dataset="b", code="T", year=2025, phase="planned") }},
spent {{ amount(dataset="b", code="T", year=2025, phase="actual") }}.

{{ budget_table(dataset="b", title="Wells", year=2025) }}

{{ per_person(dataset="b", code="T", year=2025, phase="planned") }}

{{ amount(dataset="c", code="T", label="in all") }}

{{ services(dataset="fees", title="Fees") }}
//- data/b.csv
code,2025 planned,2025 actual
T,30,20
W,30,20
//- data/b.toml
kind = "budget"
categories = "categories"
places = "places"
currency = "KHR"
scale = 1_000_000
digits = "latn"
retrieved = 2026-01-15
[columns]
code = "code"
[constants]
place = "A"
direction = "expenditure"
[[source]]
id = "law"
title = "The law"
publisher = "The council"
page = "12"
url = "https://law.example/25"
licence = "CC-BY-4.0"
//- data/c.csv
place,year,phase,direction,code,amount
A,2024,planned,expenditure,T,9
//- data/c.toml
kind = "budget"
categories = "categories"
places = "places"
currency = "KHR"
scale = 1_000_000
digits = "latn"
retrieved = 2026-01-15
synthetic = true
[[source]]
id = "law-too"
title = "The law"
publisher = "The council"
page = "12"
url = "https://law.example/25"
licence = "CC-BY-4.0"
//- data/categories.csv
code,parent,kind,label_en
T,,total,Total
W,T,line,Water
//- data/places.csv
code,type,name_en,population
A,commune,Place,600
//- data/places.toml
kind = "places"
[[source]]
id = "census"
title = "Census"
licence = "unknown"
//- data/fees.csv
name,fee
Birth,400
//- data/fees.toml
kind = "services"
currency = "KHR"
digits = "latn"
[[source]]
id = "sheet"
title = "The sheet"
licence = "unknown"
"#,
    );
    site.build();
    let leaflet = site.site().join("a/a-a4.pdf");
    let text = run(Command::new("pdftotext").arg("-raw").arg(leaflet).arg("-"));
    let lines: Vec<&str> = text.lines().collect();
    let own = lines.iter().skip_while(|line| !line.starts_with("Planned"));
    let own: Vec<&str> = own
        .take_while(|line| !line.starts_with("Scan"))
        .copied()
        .collect();
    let expected = "\
Planned are 30 million riel [1], spent 20 million riel [1].
Wells Unit: million riel
Item
2025
planned
2025
actual
Total 30 20
Water 30 20
Source: [1] b.csv, B2:B3, C2:C3
Total
50,000 riel per person
Total, 2025 planned 30 million riel
People of Place 600
How it is computed: Total, 2025 planned, divided by the number of people and rounded
Source: [1] b.csv, B2; [2] places.csv, D2
in all
9 million riel
Sample figures, not real ones
Source: [1] c.csv, F2
Fees
Birth
Fee 400 riel
Source: [3] fees.csv, B2
Where the figures come from
[1] The law (law.example/25), The council, page 12, retrieved 15 January 2026, licence CC-BY-4.0 · Read from b.csv, B2, C2
[2] Census
[3] The sheet";
    assert_eq!(own.join("\n"), expected);
}

#[test]
fn items_of_html_have_the_numbers_on_paper_that_they_have_on_pages() {
    let site = Campaign::write(
        "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'T'\n\
         //- content/_index.md\n# ដើម\n\
         //- content/a.md\n+++\ntitle = 'ទំព័រ'\nleaflets = ['a4']\n+++\n\
         <ol start=\"3\"><li>three<li value=\"9\">nine<li>ten</ol>\n\n\
         <ol reversed><li>two<li>one</ol>\n\n<ol start=\"-1\"><li>minus<li>zero</ol>\n\n\
         <ol reversed start=\"7\"><li>seven<li>six</ol>\n\n<ol><li>first<li>second</ol>\n",
    );
    site.build();
    let leaflet = site.site().join("a/a-a4.pdf");
    let text = run(Command::new("pdftotext")
        .arg("-layout")
        .arg(leaflet)
        .arg("-"));
    let items = text.lines().map(str::trim);
    let items: Vec<String> = items
        .filter(|line| {
            line.contains(|c: char| c.is_ascii_lowercase()) && !line.contains("org.example")
        })
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let expected = [
        "៣. three",
        "៩. nine",
        "១០. ten",
        "២. two",
        "១. one",
        "-១. minus",
        "០. zero",
        "៧. seven",
        "៦. six",
        "១. first",
        "២. second",
    ];
    assert_eq!(items, expected);
}

#[test]
fn every_file_is_a_sound_pdf() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let press = press();
    for (name, leaflet) in hard() {
        for format in press.formats() {
            let printed = print(&press, &leaflet, format).expect("a leaflet that fits");
            for (kind, bytes) in [("reading", &printed.reading), ("print", &printed.print)] {
                let file = folder.path().join(format!("{name}-{format}-{kind}.pdf"));
                std::fs::write(&file, bytes).expect("a file in a temporary folder");
                run(Command::new("qpdf").arg("--check").arg(&file));
            }
        }
    }
}

#[test]
fn each_format_is_printed_on_as_many_sides_as_its_fold_takes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let press = press();
    let (_, leaflet) = hard().swap_remove(0);
    for (format, pages, sides) in [
        ("trifold", 6, "2"),
        ("quarto", 8, "2"),
        ("booklet", 4, "2"),
        ("poster", 1, "4"),
        ("notice", 1, "1"),
        ("a5", 1, "1"),
        ("card", 1, "1"),
    ] {
        let printed = print(&press, &leaflet, format).expect("a leaflet that fits");
        let file = folder.path().join(format!("{format}.pdf"));
        std::fs::write(&file, &printed.print).expect("a file in a temporary folder");
        let printed_sides = run(Command::new("qpdf").arg("--show-npages").arg(&file));
        let found = (printed.pages, printed_sides.trim());
        assert_eq!(found, (pages, sides), "{format}");
    }
}

#[test]
fn the_code_scans_from_a_picture_of_the_sheet() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let press = press();
    for (name, leaflet) in hard() {
        for format in press.formats() {
            let printed = print(&press, &leaflet, format).expect("a leaflet that fits");
            for (kind, bytes) in [("reading", &printed.reading), ("print", &printed.print)] {
                let stem = folder.path().join(format!("{name}-{format}-{kind}"));
                let file = stem.with_extension("pdf");
                std::fs::write(&file, bytes).expect("a file in a temporary folder");
                run(Command::new("pdftoppm")
                    // Worse than any printer and any camera.
                    .args(["-r", "100", "-mono", "-png"])
                    .arg(&file)
                    .arg(&stem));
                let pictures = pictures_of(folder.path(), &stem);
                let scanned: String = pictures.iter().map(|picture| scan(picture)).collect();
                // Cards and half sheets stand on their paper several times.
                let scanned: BTreeSet<&str> = scanned.lines().collect();
                let expected = BTreeSet::from([leaflet.address.as_str()]);
                assert_eq!(scanned, expected, "{name} {format} {kind}");
            }
        }
    }
}

/// The codes in a picture; none if there are none, which `zbarimg` calls a failure.
fn scan(picture: &Path) -> String {
    let output = Command::new("zbarimg")
        // Lines of a table could be taken for a code of bars.
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .arg(picture)
        .output();
    let output = output.unwrap_or_else(|error| {
        panic!("`zbarimg` cannot be run ({error}): `./build.sh test` installs it")
    });
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn pictures_of(folder: &Path, stem: &Path) -> Vec<PathBuf> {
    let prefix = format!("{}-", stem.file_name().expect("a name").to_string_lossy());
    let mut pictures: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a temporary folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            let name = path.file_name().expect("a name").to_string_lossy();
            name.starts_with(&prefix) && name.ends_with(".png")
        })
        .collect();
    pictures.sort();
    pictures
}

/// The text of a PDF as each reader copies it.
fn readers(file: &Path) -> [(&'static str, String); 4] {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdf");
    [
        (
            "poppler",
            run(Command::new("pdftotext").arg("-raw").arg(file).arg("-")),
        ),
        (
            "MuPDF",
            run(Command::new("mutool").args(["draw", "-F", "txt"]).arg(file)),
        ),
        (
            "pdfium",
            run(Command::new(tool("SALA_PYTHON"))
                .arg(scripts.join("pdfium.py"))
                .arg(file)),
        ),
        (
            "pdf.js",
            run(Command::new("node")
                .arg(scripts.join("pdfjs.mjs"))
                .arg(tool("SALA_NODE_MODULES"))
                .arg(file)),
        ),
    ]
}
