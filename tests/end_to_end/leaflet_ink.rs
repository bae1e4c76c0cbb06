//! What a leaflet says is also what is seen of it: readers that copy text out know nothing of the letters
//! that are drawn.

#![cfg(feature = "leaflets")]

use crate::common::run;
use crate::pdf::{hard, khmer, paragraph, press, print, set, shown};
use image::GrayImage;
use sala::leaflet::document::Leaflet;
use std::path::Path;
use std::process::Command;

/// Titles of as many glyphs each, so that their fonts differ in nothing but what is drawn.
#[test]
fn letters_are_a_leaflets_own_whatever_was_printed_before() {
    let press = press();
    for (before, title) in [("ភូមិ ខ្មៅ", "ភូមិ ស្មៅ"), ("ឃុំ តាកែ", "ឃុំ តាគែ"), ("ទី ១២", "ទី ១៣")]
    {
        let titled = |title| Leaflet {
            title: set(title),
            ..khmer(vec![paragraph("ប្រាក់មកពីណា")])
        };
        print(&press, &titled(before), "a4").expect("a leaflet that fits");
        let printed = print(&press, &titled(title), "a4").expect("a leaflet that fits");
        typst::comemo::evict(0);
        assert!(
            printed == print(&press, &titled(title), "a4").unwrap(),
            "{title} after {before}"
        );
    }
}

#[test]
fn every_word_is_drawn() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let press = press();
    for format in press.formats() {
        for (name, leaflet) in hard() {
            let printed = print(&press, &leaflet, format)
                .unwrap_or_else(|report| panic!("{name} {format}: {}", shown(&report)));
            let mut files = vec![("read", printed.reading)];
            // What stands on sheets has the same fonts; those of posters show parts of a page each.
            if format == "trifold" {
                files.push(("print", printed.print));
            }
            for (kind, bytes) in files {
                let file = folder.path().join(format!("{name}-{format}-{kind}.pdf"));
                std::fs::write(&file, bytes).expect("a file in a temporary folder");
                let words = words(&file);
                let pages = pages(&file);
                assert_eq!(words.len(), pages.len());
                for (page, (words, drawn)) in words.iter().zip(&pages).enumerate() {
                    for word in words {
                        let seen = contrast(drawn, word);
                        assert!(
                            seen >= LEAST_CONTRAST,
                            "{name} {format} {kind}, page {page}: `{}`, {seen}",
                            word.text
                        );
                    }
                }
            }
        }
    }
}

/// How far the darkest and the lightest point of a word are from each other at least, of 255.
const LEAST_CONTRAST: u8 = 60;

/// A word and where a reader finds it, in points from the upper left corner.
struct Word {
    text: String,
    edges: [f64; 4],
}

/// The words of each page.
fn words(file: &Path) -> Vec<Vec<Word>> {
    let told = run(Command::new("pdftotext").arg("-bbox").arg(file).arg("-"));
    let pages = told.split("<page ").skip(1);
    let word = |line: &str| {
        let (edges, text) = line.trim().strip_prefix("<word ")?.split_once('>')?;
        let edge = |name: &str| -> Option<f64> {
            let (_, behind) = edges.split_once(&format!("{name}=\""))?;
            behind.split_once('"')?.0.parse().ok()
        };
        Some(Word {
            text: text.trim_end_matches("</word>").to_owned(),
            edges: [edge("xMin")?, edge("yMin")?, edge("xMax")?, edge("yMax")?],
        })
    };
    pages
        .map(|page| page.lines().filter_map(word).collect())
        .collect()
}

/// The pages as they are drawn, a point of the picture for each of the page.
fn pages(file: &Path) -> Vec<GrayImage> {
    let stem = file.with_extension("");
    run(Command::new("pdftoppm")
        .args(["-r", "72", "-gray", "-png"])
        .arg(file)
        .arg(&stem));
    let folder = stem.parent().expect("a file in a folder");
    let name = stem
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let mut pictures: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|own| own == "png"))
        .filter(|path| {
            path.file_name()
                .is_some_and(|own| own.to_string_lossy().starts_with(&format!("{name}-")))
        })
        .collect();
    // Poppler writes as many digits for each.
    pictures.sort();
    pictures
        .iter()
        .map(|path| image::open(path).expect("a picture").to_luma8())
        .collect()
}

fn contrast(page: &GrayImage, word: &Word) -> u8 {
    let [left, top, right, bottom] = word.edges;
    let (width, height) = page.dimensions();
    let span = |from: f64, to: f64, most: u32| {
        let (from, to) = (from.floor().max(0.0) as u32, to.ceil().max(0.0) as u32);
        from..to.min(most)
    };
    let points =
        span(top, bottom, height).flat_map(|y| span(left, right, width).map(move |x| (x, y)));
    let (mut darkest, mut lightest) = (255, 0);
    for (x, y) in points {
        let own = page.get_pixel(x, y).0[0];
        darkest = darkest.min(own);
        lightest = lightest.max(own);
    }
    lightest.saturating_sub(darkest)
}
