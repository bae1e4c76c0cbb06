//! One random budget as CSV, JSON, lines of JSON, XLSX and ODS → the same figures, to the last digit.

use super::corpus::Dice;
use crate::archive::pack;
use crate::data::export;
use crate::data::tests::{SITE, messages};
use crate::diagnostic::Report;
use crate::files::Files;
use crate::{config, data};
use std::fmt::Write;

/// What stands in a cell.
enum Cell {
    Text(String),
    /// As digits of a figure, which all formats can hold exactly.
    Number(String),
    Blank,
}

const TOML: &str = "kind = 'budget'
title = 'B'
scale = 1_000
group = ','
decimal = '.'
allow_negative = true
[constants]
place = 'KH'
direction = 'expenditure'
";

const WORDS: [&str; 8] = [
    "ផ្លូវ និងស្ពាន",
    "Roads, \"new\"",
    "<b>&amp;</b>",
    "ទឹក; ស្អាត",
    "a\tb",
    "០១២",
    "-",
    "1.250 មែន",
];

fn rows(dice: &mut Dice) -> Vec<Vec<Cell>> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let header = [
        "code",
        "label_km",
        "2024 actual",
        "2025 approved",
        "note_km",
    ];
    let mut rows = vec![header.iter().map(|name| text(name)).collect::<Vec<Cell>>()];
    for number in 0..=dice.roll(12) {
        let figure = |dice: &mut Dice| match dice.roll(5) {
            0 => Cell::Blank,
            _ => {
                let digits = 10_usize.pow(u32::try_from(dice.roll(9)).expect("small") + 1);
                let sign = ["", "-"][usize::from(dice.roll(6) == 0)];
                let whole = dice.roll(digits);
                match dice.roll(3) {
                    0 => Cell::Number(format!("{sign}{whole}.{}", dice.roll(999) + 1)),
                    _ => Cell::Number(format!("{sign}{}", whole + 1)),
                }
            }
        };
        rows.push(vec![
            Cell::Text(format!("C{number}")),
            text(WORDS[dice.roll(WORDS.len())]),
            figure(dice),
            figure(dice),
            match dice.roll(2) {
                0 => Cell::Blank,
                _ => text(WORDS[dice.roll(WORDS.len())]),
            },
        ]);
    }
    rows
}

fn csv(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(text) | Cell::Number(text) => text.as_str(),
            Cell::Blank => "",
        });
        writer.write_record(cells).expect("memory takes it");
    }
    writer.into_inner().expect("memory takes it")
}

fn json(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => serde_json::to_string(text).expect("a text"),
        Cell::Number(digits) => digits.clone(),
        Cell::Blank => "null".to_owned(),
    }
}

fn lists(rows: &[Vec<Cell>]) -> Vec<u8> {
    let list = |row: &Vec<Cell>| {
        let cells: Vec<String> = row.iter().map(json).collect();
        format!("[{}]", cells.join(","))
    };
    let lists: Vec<String> = rows.iter().map(list).collect();
    format!("[{}]", lists.join(",\n")).into_bytes()
}

fn lines(rows: &[Vec<Cell>]) -> Vec<u8> {
    let object = |row: &Vec<Cell>| {
        let pairs = rows[0].iter().zip(row);
        let pairs: Vec<String> = pairs
            .map(|(name, cell)| format!("{}:{}", json(name), json(cell)))
            .collect();
        format!("{{{}}}\n", pairs.join(","))
    };
    rows[1..]
        .iter()
        .map(object)
        .collect::<String>()
        .into_bytes()
}

fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}

fn xlsx(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut sheet = String::from("<worksheet><sheetData>");
    for row in rows {
        sheet.push_str("<row>");
        for cell in row {
            let _ = match cell {
                Cell::Text(text) => write!(
                    sheet,
                    "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(text)
                ),
                Cell::Number(digits) => write!(sheet, "<c><v>{digits}</v></c>"),
                Cell::Blank => write!(sheet, "<c/>"),
            };
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let workbook =
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"a\" Target=\"{target}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\"/></Relationships>"
        )
    };
    pack([
        (
            "_rels/.rels",
            relation("officeDocument", "xl/workbook.xml").into_bytes(),
        ),
        ("xl/workbook.xml", workbook.into()),
        (
            "xl/_rels/workbook.xml.rels",
            relation("worksheet", "worksheets/sheet1.xml").into_bytes(),
        ),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
    ])
}

fn ods(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut content = String::from("<office:document-content><table:table table:name=\"S\">");
    for row in rows {
        content.push_str("<table:table-row>");
        for cell in row {
            let _ = match cell {
                Cell::Text(text) => write!(
                    content,
                    "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                    escaped(text).replace('\t', "<text:tab/>")
                ),
                Cell::Number(digits) => write!(
                    content,
                    "<table:table-cell office:value-type=\"float\" office:value=\"{digits}\"/>"
                ),
                Cell::Blank => write!(content, "<table:table-cell/>"),
            };
        }
        content.push_str("</table:table-row>");
    }
    content.push_str("</table:table></office:document-content>");
    pack([
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml", content.into_bytes()),
    ])
}

/// What is published of the budget in this file.
fn published(ending: &str, bytes: Vec<u8>) -> (String, Vec<String>) {
    let site = Files::from_fixture(SITE);
    let files = Files::in_memory([
        ("data/b.toml".to_owned(), TOML.as_bytes().to_vec()),
        (format!("data/b.{ending}"), bytes),
    ]);
    let files = site.overlaid(files);
    let mut report = Report::new();
    let config = config::load(&files, &mut report).expect("the configuration is right");
    let datasets = data::load(&files, &config, &mut report);
    // What is told names each file and cell in its own way, but tells the same.
    let codes = messages(&report)
        .iter()
        .map(|told| told[..4].to_owned())
        .collect();
    let mut csv = Vec::new();
    if let Some(dataset) = datasets.get("b") {
        export::csv(dataset, &mut csv).expect("memory takes it");
    }
    (String::from_utf8(csv).expect("it is text"), codes)
}

#[test]
fn a_budget_is_the_same_in_each_format() {
    for seed in 1..=60 {
        let rows = rows(&mut Dice(seed * 0x9E37_79B9));
        let expected = published("csv", csv(&rows));
        assert!(expected.0.lines().count() > 2, "{seed}: {expected:?}");
        for (ending, bytes) in [
            ("json", lists(&rows)),
            ("jsonl", lines(&rows)),
            ("xlsx", xlsx(&rows)),
            ("xlsm", xlsx(&rows)),
            ("ods", ods(&rows)),
        ] {
            assert_eq!(published(ending, bytes), expected, "{seed} {ending}");
        }
    }
}
