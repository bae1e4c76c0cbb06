//! Hostile and broken workbooks, each through the door by which a campaign's tables come in, beside
//! another table that is still checked. See `tests/corpus/workbooks/README.md`.

#![allow(clippy::disallowed_methods, reason = "a test reads its corpus")]

use crate::config;
use crate::data::declaration::{Declaration, Known};
use crate::data::load;
use crate::data::model::Schema;
use crate::data::read::Value;
use crate::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use crate::files::Files;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// What a campaign says of this table and of another one, which has a mistake.
fn said(name: &str, bytes: Vec<u8>) -> String {
    let extension = name.rsplit('.').next().unwrap_or_default();
    let settings = "base_url = 'https://example.org/'\n[languages.en]\n";
    let sheet = if matches!(extension, "csv" | "tsv") {
        ""
    } else {
        "sheet = '2025'\n"
    };
    let table = format!("kind = 'table'\ntitle = 'A'\n{sheet}");
    let files = Files::in_memory([
        ("sala.toml".to_owned(), settings.as_bytes().to_vec()),
        ("data/a.toml".to_owned(), table.into_bytes()),
        (format!("data/a.{extension}"), bytes),
        (
            "data/b.toml".to_owned(),
            b"kind = 'table'\ntitle = 'B'\n".to_vec(),
        ),
        ("data/b.csv".to_owned(), b"code;name\n".to_vec()),
    ]);
    let mut report = Report::new();
    let config = config::load(&files, &mut report).expect("the configuration is right");
    let datasets = load(&files, &config, &mut report);
    drop(datasets);
    to_terminal(&report, MessageLanguage::English, Style::Plain)
}

/// What the other table is told, whatever stands in this one.
const OTHER: &str = "error[E02] data/b.csv: the first line holds no `,`, but it holds `;`\n";

/// The first lines of the messages about this table: code, place, problem.
fn problems(said: &str) -> Vec<&str> {
    said.lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("warning["))
        .filter(|line| !OTHER.starts_with(line))
        .collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/workbooks")
}

/// The files that an archive of the corpus holds, by name.
fn corpus(archive: &str) -> BTreeMap<String, Vec<u8>> {
    let bytes = std::fs::read(folder().join(archive)).expect("the corpus");
    unpacked(&bytes).into_iter().collect()
}

fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("it unfolds");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn compare(archive: &str) {
    let mut all = String::new();
    for (name, bytes) in corpus(archive) {
        let said = said(&name, bytes);
        assert!(said.contains(OTHER), "{name}: another table is not checked");
        all += &format!("{name}\n");
        for problem in problems(&said) {
            all += &format!("    {problem}\n");
        }
    }
    accept(archive, &all);
}

fn accept(archive: &str, all: &str) {
    let expected = folder().join(archive).with_extension("expected.txt");
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(&expected, all).expect("what was read is written");
        return;
    }
    let accepted = std::fs::read_to_string(&expected).unwrap_or_default();
    assert!(accepted == *all, "-- expected\n{accepted}\n-- got\n{all}");
}

#[test]
fn every_bomb_is_told_or_harmless() {
    compare("bombs.zip");
}

#[test]
fn every_workbook_that_broke_a_library_is_told_or_read() {
    compare("mutants.zip");
}

#[test]
fn workbooks_with_nothing_wrong_are_read_as_they_were_written() {
    let mut all = String::new();
    for (name, bytes) in corpus("seeds.zip") {
        all += &format!("{name}\n{}", cells(&name, bytes));
    }
    accept("seeds.zip", &all);
}

/// The cells of the sheet `2025`, row by row, and the merged ones.
fn cells(name: &str, bytes: Vec<u8>) -> String {
    let mut report = Report::new();
    let text = "kind = 'table'\ntitle = 'A'\nsheet = '2025'\n";
    let known = Known {
        schema: |_| Schema::open(&[]),
        languages: &[],
    };
    let declaration = Declaration::read("a", "data/a.toml", text, &known, &mut report);
    let declaration = declaration.expect("the declaration is right");
    let mut findings = declaration.findings();
    let Some(raw) = super::read(name, bytes, &declaration, &mut findings) else {
        findings.finish(&mut report);
        return to_terminal(&report, MessageLanguage::English, Style::Plain);
    };
    let mut all = String::new();
    for row in raw.rows.iter() {
        let cells = row.cells.iter().map(|cell| match cell {
            Value::Empty => String::new(),
            other => format!("{other:?}"),
        });
        all += &format!(
            "    {} {}\n",
            row.number,
            cells.collect::<Vec<_>>().join(" | ")
        );
    }
    for merged in raw.merged {
        all += &format!("    merged {merged:?}\n");
    }
    all
}

/// `SALA_MUTANTS=2000..3000` takes those instead, and tells each before it is read: see
/// `tests/corpus/workbooks/run_mutants.py`.
#[test]
fn fresh_mutants_are_told_or_read() {
    let chosen = std::env::var("SALA_MUTANTS").ok();
    let (begin, end) = match &chosen {
        None => (0, 300),
        Some(range) => {
            let (begin, end) = range.split_once("..").expect("a range");
            (
                begin.parse().expect("a number"),
                end.parse().expect("a number"),
            )
        }
    };
    let seeds = corpus("seeds.zip");
    for number in begin..end {
        let (name, mutant) = mutant(&seeds, number);
        if let Some(kept) = std::env::var_os("SALA_MUTANTS_KEPT") {
            let path = Path::new(&kept).join(format!("{number}-{name}"));
            std::fs::write(path, &mutant).expect("it is written");
            continue;
        }
        let told = |what: &str| {
            if chosen.is_some() {
                let line = format!("mutant {number} {name} {what}\n");
                std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes()).expect("told");
            }
        };
        told("begins");
        let said = std::panic::catch_unwind(|| said(name, mutant));
        match said {
            Ok(said) => {
                assert!(
                    said.contains(OTHER),
                    "{number}: another table is not checked"
                );
                told(&format!("ends {}", problems(&said).first().unwrap_or(&"")));
            }
            Err(_) => {
                told("panics");
                assert!(chosen.is_some(), "mutant {number} of {name} panics");
            }
        }
    }
}

/// Numbers that are the same on every machine.
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).expect("48 bits") % sides.max(1)
    }
}

fn mutant(seeds: &BTreeMap<String, Vec<u8>>, number: u64) -> (&str, Vec<u8>) {
    let mut dice = Dice((number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    dice.roll(2);
    let (name, seed) = seeds.iter().nth(dice.roll(seeds.len())).expect("a seed");
    let packed = seed.starts_with(b"PK");
    let mut bytes = seed.clone();
    if packed && dice.roll(5) > 0 {
        let mut parts = unpacked(seed);
        let chosen = dice.roll(parts.len());
        if dice.roll(12) == 0 {
            parts.remove(chosen);
        } else {
            for _ in 0..=dice.roll(3) {
                mutate_text(&mut parts[chosen].1, &mut dice);
            }
        }
        let parts = parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.clone()));
        bytes = crate::archive::pack(parts);
    } else {
        for _ in 0..=dice.roll(3) {
            mutate_bytes(&mut bytes, &mut dice);
        }
    }
    (name, bytes)
}

const NUMBERS: [&str; 12] = [
    "0",
    "1",
    "-1",
    "2",
    "255",
    "65536",
    "1048577",
    "16385",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "99999999999999999999999",
];

fn mutate_text(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let pick = |bytes: &[u8], wanted: fn(&u8) -> bool, dice: &mut Dice| {
        let found: Vec<usize> = (0..bytes.len()).filter(|at| wanted(&bytes[*at])).collect();
        (!found.is_empty()).then(|| found[dice.roll(found.len())])
    };
    match dice.roll(7) {
        0 => mutate_bytes(bytes, dice),
        1 | 2 => {
            if let Some(at) = pick(bytes, u8::is_ascii_digit, dice) {
                let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit());
                let end = at + digits.count();
                let number = NUMBERS[dice.roll(NUMBERS.len())];
                bytes.splice(at..end, number.bytes());
            }
        }
        // Twice, away, or elsewhere: what stands between two tags, with one of them.
        kind => {
            let tag = |byte: &u8| *byte == b'<';
            let (Some(begin), Some(other)) = (pick(bytes, tag, dice), pick(bytes, tag, dice))
            else {
                return;
            };
            let end = bytes[begin + 1..].iter().position(tag);
            let end = end.map_or(bytes.len(), |end| begin + 1 + end);
            let piece = bytes[begin..end].to_vec();
            match kind {
                3 => drop(bytes.splice(begin..begin, piece)),
                4 => drop(bytes.drain(begin..end)),
                5 => drop(bytes.splice(other..other, piece)),
                _ => bytes.truncate(begin),
            }
        }
    }
}

fn mutate_bytes(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.roll(bytes.len());
    let end = (at + 1 + dice.roll(64)).min(bytes.len());
    match dice.roll(8) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..end)),
        2 => {
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece);
        }
        3 | 4 => {
            // A number of two or four bytes, as they stand in binary files.
            let at = at & !1;
            let width = if dice.roll(2) == 0 { 2 } else { 4 };
            let numbers = [
                0,
                1,
                0x7FFF,
                0xFFFF,
                0x7FFF_FFFF,
                0xFFFF_FFFE,
                0xFFFF_FFFF_u32,
            ];
            let number = numbers[dice.roll(numbers.len())].to_le_bytes();
            for (byte, new) in bytes.iter_mut().skip(at).take(width).zip(number) {
                *byte = new;
            }
        }
        _ => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.roll(8);
            }
        }
    }
}
