//! Texts and templates made to break leaflets: each prints all that it says, or is told what it leaves out.
//!
//! A file of `tests/leaflets/hostile` is a campaign; `….expected` beside it holds all messages of its build,
//! and of each leaflet its pages as poppler copies them out. `SALA_ACCEPT=1` writes them anew.

#![cfg(feature = "leaflets")]

use crate::common::{self, Campaign, messages, run, tree};
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// What a campaign has that says nothing else.
const FILES: [(&str, &str); 2] = [
    (
        "sala.toml",
        "base_url = 'https://org.example/'\ntitle = 'ទឹកឃុំ'\nbuild_search_index = false\n\
         generate_feeds = false\n[organisation]\nname = 'ក្រុមទឹក'\nphone = '000 000 000'\n",
    ),
    ("content/_index.md", "# ដើម\n"),
];

/// The line that makes a picture: its path, width and height, and its grey if it has no stripes.
const PICTURE: &str = "//= ";

#[test]
fn hostile_texts_and_templates_are_printed_whole_or_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/leaflets/hostile");
    let files = tree(&folder);
    let cases = files.iter().filter_map(|(path, text)| {
        let name = path.strip_suffix(".txt")?;
        Some((name, std::str::from_utf8(text).expect("UTF-8")))
    });
    let mut told = String::new();
    let mut count = 0;
    for (name, fixture) in cases {
        count += 1;
        let found = outcome(fixture);
        let path = folder.join(format!("{name}.expected"));
        if std::env::var_os("SALA_ACCEPT").is_some() {
            std::fs::write(&path, &found).expect("what was found is written");
            continue;
        }
        let expected = files.get(&format!("{name}.expected"));
        let expected = expected.map_or("nothing".into(), |own| String::from_utf8_lossy(own));
        if expected != found {
            let _ = writeln!(told, "{name}\n-- expected\n{expected}\n-- got\n{found}");
        }
    }
    assert!(told.is_empty(), "{told}");
    assert!(count >= 70, "{count} cases");
}

/// All that is told of a campaign, and all that its leaflets say.
fn outcome(fixture: &str) -> String {
    let given = |path: &str| fixture.contains(&format!("//- {path}\n"));
    let missing = FILES.iter().filter(|(path, _)| !given(path));
    let missing = missing.map(|(path, text)| format!("//- {path}\n{text}"));
    let (pictures, texts): (Vec<&str>, Vec<&str>) = fixture
        .split_inclusive('\n')
        .partition(|line| line.starts_with(PICTURE));
    let campaign = Campaign::write(&(missing.collect::<String>() + &texts.concat()));
    for line in pictures {
        write_picture(&campaign, line[PICTURE.len()..].trim());
    }
    let (_, report) = common::build(&campaign.root(), &campaign.site());
    let mut out = messages(&report);
    if !campaign.site().exists() {
        return out;
    }
    let files = tree(&campaign.site());
    // What is for a printer says the same.
    let is_for_printers = |path: &str| {
        let reading = path.strip_suffix("-print.pdf");
        reading.is_some_and(|reading| files.contains_key(&format!("{reading}.pdf")))
    };
    for (path, bytes) in &files {
        if path.ends_with(".pdf") && !is_for_printers(path) {
            let file = campaign.root().join("read.pdf");
            std::fs::write(&file, bytes).expect("a file in a temporary folder");
            let text = run(Command::new("pdftotext").arg("-raw").arg(&file).arg("-"));
            let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
            for (page, number) in pages.iter().zip(1..) {
                let _ = writeln!(out, "--- {path} {number} ---\n{}", page.trim_end());
            }
        }
    }
    out
}

/// A picture of stripes.
fn write_picture(campaign: &Campaign, line: &str) {
    let mut parts = line.split(' ');
    let path = campaign.root().join(parts.next().expect("a path"));
    let side = |parts: &mut std::str::Split<'_, char>| -> u32 {
        parts
            .next()
            .and_then(|side| side.parse().ok())
            .expect("a side")
    };
    let (width, height) = (side(&mut parts), side(&mut parts));
    let grey: Option<u8> = parts.next().map(|grey| grey.parse().expect("a grey"));
    let stripes = image::GrayImage::from_fn(width, height, |x, y| {
        let stripe = u8::try_from((x / 3 + y / 5) % 256).expect("a rest of 256");
        image::Luma([grey.unwrap_or(stripe)])
    });
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    stripes.save(path).expect("a picture is written");
}
