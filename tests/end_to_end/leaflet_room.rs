//! What has no room on a page: it is torn, or set in smaller letters, or named so that its author finds it.

#![cfg(feature = "leaflets")]

use crate::pdf::{khmer, paragraph, press, press_of, print, set, shown, text, theme};
use sala::diagnostic::Diagnostic;
use sala::files::Files;
use sala::leaflet::document::{
    BudgetChart, BudgetTable, Citation, Leaflet, LeafletBlock, Mark, Measure, Picture, Row, Strip,
    TableRow, Tone,
};

const LABEL: &str = "ប្រាក់ឧបត្ថម្ភ និងប្រាក់ខែ សម្រាប់ការងារពាក់ព័ន្ធផ្សេងៗទៀតក្នុងមូលដ្ឋាន";

fn citations() -> Vec<Citation> {
    vec![Citation {
        mark: "[១]".to_owned(),
        cells: "budget.csv, F2:F33".to_owned(),
    }]
}

/// A table of figures whose labels have to stand above them in a panel.
fn table(rows: usize) -> LeafletBlock {
    let row = |at: usize| TableRow {
        label: set(&format!("{LABEL} {at}")),
        kind: "line".to_owned(),
        cells: vec!["១\u{a0}២៣៤,៥".to_owned(); 4],
        ..TableRow::default()
    };
    LeafletBlock::BudgetTable(BudgetTable {
        caption: set("ចំណាយរបស់ឃុំ ២០២៤ និង ២០២៥"),
        unit: set("លានរៀល"),
        head: [
            "បរិយាយ",
            "២០២៤ គ្រោង",
            "២០២៤ ជាក់ស្ដែង",
            "២០២៥ គ្រោង",
            "២០២៥ ជាក់ស្ដែង",
        ]
        .map(set)
        .to_vec(),
        rows: (1..=rows).map(row).collect(),
        sources: citations(),
        synthetic: set("តួលេខឧទាហរណ៍ មិនមែនតួលេខពិតទេ"),
        ..BudgetTable::default()
    })
}

fn chart(rows: usize) -> LeafletBlock {
    let bar = Mark::Bar {
        x: 0.0,
        y: 0.0,
        width: 0.8,
        height: 1.0,
        tone: Tone(0),
        number: String::new(),
    };
    let row = |at: usize| Row {
        label: set(&format!("{LABEL} {at}")),
        text: "៤២០".to_owned(),
        strip: Some(Strip {
            height: 0.8,
            marks: vec![bar.clone()],
            zero: None,
            ends: None,
        }),
        ..Row::default()
    };
    LeafletBlock::BudgetChart(BudgetChart {
        title: set("ចំណាយគ្រោង"),
        description: "ក្រាប".to_owned(),
        rows: (1..=rows).map(row).collect(),
        table: BudgetTable {
            unit: set("លានរៀល"),
            sources: citations(),
            ..BudgetTable::default()
        },
    })
}

fn measure(parts: usize) -> LeafletBlock {
    let part = |at: usize| (set(&format!("{LABEL} {at}")), "៧៛".to_owned());
    LeafletBlock::Measure(Measure {
        label: set("ចំណាយសរុប"),
        told: set("ក្នុង ១០០ រៀលនីមួយៗ"),
        parts: (1..=parts).map(part).collect(),
        sources: citations(),
        ..Measure::default()
    })
}

/// A table of words with so many sentences in a cell.
fn words(rows: usize, sentences: usize) -> LeafletBlock {
    let said = "ប្រាក់នេះត្រូវបានគ្រោងតាំងពីដើមឆ្នាំ ហើយក្រុមប្រឹក្សាបានអនុម័ត។ ";
    let row = |at: usize| {
        vec![
            vec![text(&format!("ផ្លូវ {at}"))],
            vec![text(&said.repeat(sentences))],
        ]
    };
    LeafletBlock::Table {
        right: vec![false, false],
        columns: vec![],
        centre: vec![false, false],
        head: vec![vec![text("មុខចំណាយ")], vec![text("ពន្យល់")]],
        rows: (1..=rows).map(row).collect(),
    }
}

#[test]
fn what_is_kept_together_is_torn_where_no_page_has_room_for_all_of_it() {
    let press = press();
    for (name, block) in [
        ("a table of figures", table(8)),
        ("a chart", chart(9)),
        ("a measure", measure(9)),
        ("a table of words", words(5, 2)),
        ("a table of long cells", words(3, 6)),
    ] {
        let leaflet = khmer(vec![paragraph(LABEL), block, paragraph(LABEL)]);
        for format in ["quarto", "trifold"] {
            if let Err(report) = print(&press, &leaflet, format) {
                panic!("{name} in {format}: {}", shown(&report));
            }
        }
    }
}

/// The built-in theme with another template for A4.
fn with_template(body: &str) -> sala::leaflet::Press {
    let template = format!(
        "#import \"frame.typ\": *\n#let leaflet(d, qr) = {{\n  \
         set page(width: 210mm, height: 297mm, margin: 20mm)\n  show: set-up.with(d)\n  {body}\n}}\n"
    );
    let files = Files::in_memory([("leaflet/a4.typ", template.as_str())]);
    press_of(theme().overlaid(files))
}

#[test]
fn letters_become_smaller_where_a_block_has_no_room_in_large_ones() {
    // In letters of their own size it just fits, and in the largest it is a quarter too high.
    let press = with_template(
        "block(breakable: false, { block(height: 230mm * d.scale); blocks(d.blocks, d) })\n  text-end",
    );
    let leaflet = khmer(vec![paragraph("សួរ")]);
    if let Err(report) = print(&press, &leaflet, "a4") {
        panic!("{}", shown(&report));
    }
    // What is too high in any letters is told by its words.
    let press = with_template(
        "block(breakable: false, { block(height: 270mm); blocks(d.blocks, d) })\n  text-end",
    );
    let found = problem(&press, &leaflet, "a4");
    let named = ["text", "page", "format"].map(|name| found.argument(name));
    assert_eq!((found.code.id, named), ("E506", ["សួរ", "1", "a4"]));
}

fn problem(press: &sala::leaflet::Press, leaflet: &Leaflet, format: &str) -> Diagnostic {
    match print(press, leaflet, format) {
        Ok(printed) => panic!("{format} has {} pages", printed.pages),
        Err(report) => report.sorted()[0].clone(),
    }
}

#[test]
fn what_is_too_long_is_named_by_the_words_of_its_author() {
    let press = press();
    // A head that is said again where a table goes on is none of what has no room.
    let found = problem(&press, &khmer(vec![words(30, 3)]), "a5");
    let from = found.argument("from").to_owned();
    assert!(from.contains("ប្រាក់"), "{from}");
    // What a template puts below the text names nothing: the last line of the text does.
    let lines = |count: usize| -> Leaflet {
        khmer(
            (1..=count)
                .map(|at| paragraph(&format!("បន្ទាត់ទី {at}")))
                .collect(),
        )
    };
    let longest = (30..120).take_while(|count| print(&press, &lines(*count), "a5").is_ok());
    let longest = longest.last().expect("thirty lines have room");
    let found = problem(&press, &lines(longest + 1), "a5");
    assert_eq!(found.argument("from"), format!("បន្ទាត់ទី {}", longest + 1));
}

#[test]
fn a_picture_that_has_no_room_is_named_by_its_file() {
    let picture = || {
        LeafletBlock::Picture(Picture {
            file: "well.png".to_owned(),
            alternative: "អណ្ដូង".to_owned(),
            width: 600,
            height: 900,
            ..Picture::default()
        })
    };
    let blocks = (0..9).map(|_| picture()).collect();
    let grey = image::GrayImage::from_pixel(600, 900, image::Luma([250]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    grey.write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    let leaflet = Leaflet {
        pictures: [("well.png".to_owned(), bytes.into_inner())].into(),
        ..khmer(blocks)
    };
    let found = problem(&press(), &leaflet, "a4");
    assert_eq!(
        (found.code.id, found.argument("from")),
        ("E503", "well.png")
    );
}
