//! How many texts that were torn by a PDF, or typed for an old font, are recognised, and how many
//! proper ones are suspected.
//!
//!     cargo bench --bench khmer_torn                    # damages the Khmer of this tree, each kind in turn
//!     cargo bench --bench khmer_torn -- torn FILE...    # lines that are torn: how many are recognised
//!     cargo bench --bench khmer_torn -- proper FILE...  # proper lines: those that are suspected
//!
//! Without files it tears pieces of 20, 30 and 60 clusters out of the handbook, the example campaign
//! and the Universal Declaration, and prints for each kind of damage how many of a thousand pieces are
//! recognised, of those in which at least one cluster in seven is damaged. What is enough was set by
//! real proper text, and seen to be for the kinds marked `tuned`; the others were made when all was set.
//! The same seed makes the same pieces on every machine. A file's lines count from 20 clusters of Khmer
//! on if they are to be torn, all of them if they are proper.

#![allow(
    clippy::disallowed_methods,
    reason = "it measures files that are no campaign's"
)]

use sala_khmer::legacy::{Family, detect};
use sala_khmer::{clusters, normalise};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const PIECES: usize = 1000;
const LENGTHS: [usize; 3] = [20, 30, 60];

fn main() -> ExitCode {
    // Cargo adds flags of its own.
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let mut out = std::io::stdout().lock();
    let done = match arguments.split_first() {
        None => table(&mut out),
        Some((what, files)) if what == "torn" => recognised(files, &mut out),
        Some((what, files)) if what == "proper" => suspected(files, &mut out),
        Some(_) => Err(std::io::Error::other("it is `torn` or `proper`")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

// ---- what is measured ----------------------------------------------------------------------------

fn table(out: &mut impl Write) -> std::io::Result<()> {
    let text = own_text()?;
    writeln!(
        out,
        "{:46}{:>14}{:>14}{:>14}",
        "recognised of torn pieces", 20, 30, 60
    )?;
    for (name, is_tuned, tear) in KINDS {
        let kind = if *is_tuned { "tuned" } else { "held out" };
        write!(out, "{:46}", format!("{name} ({kind})"))?;
        for length in LENGTHS {
            let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ length as u64);
            let (mut torn, mut found) = (0, 0);
            for piece in pieces(&text, length, &mut random) {
                let text = tear(&piece, &mut random);
                if damage(&piece, &text) * LEAST_DAMAGE >= length {
                    torn += 1;
                    found += usize::from(is_torn(&text));
                }
            }
            let share = 100.0 * found as f64 / torn.max(1) as f64;
            write!(out, "{:>14}", format!("{share:.1} % {torn:5}"))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// One cluster in so many is damaged, or the piece is not torn.
const LEAST_DAMAGE: usize = 7;

/// How many clusters of a piece are missing in the torn one, or how many came in.
fn damage(piece: &str, torn: &str) -> usize {
    let mut count: BTreeMap<&str, isize> = BTreeMap::new();
    for cluster in clusters(piece) {
        *count.entry(cluster).or_default() += 1;
    }
    for cluster in clusters(torn) {
        *count.entry(cluster).or_default() -= 1;
    }
    let sum = |sign: isize| count.values().map(|one| (one * sign).max(0)).sum::<isize>();
    sum(1).max(sum(-1)).unsigned_abs()
}

fn is_torn(text: &str) -> bool {
    detect(text).is_some_and(|found| found.family == Family::TornTextLayer)
}

fn recognised(files: &[String], out: &mut impl Write) -> std::io::Result<()> {
    for file in files {
        let text = std::fs::read_to_string(file)?;
        let long = |line: &&str| khmer_clusters(line) >= LENGTHS[0];
        let lines: Vec<&str> = text.lines().filter(long).collect();
        let found = lines.iter().filter(|line| is_torn(line)).count();
        writeln!(out, "{file}: {found} of {} lines", lines.len())?;
    }
    Ok(())
}

fn suspected(files: &[String], out: &mut impl Write) -> std::io::Result<()> {
    for file in files {
        let text = std::fs::read_to_string(file)?;
        let mut found: BTreeMap<Family, Vec<&str>> = BTreeMap::new();
        for line in text.lines() {
            if let Some(suspicion) = detect(line) {
                found.entry(suspicion.family).or_default().push(line);
            }
        }
        writeln!(out, "{file}: {} lines", text.lines().count())?;
        for (family, lines) in found {
            writeln!(out, "  {family:?}: {}", lines.len())?;
            for line in lines {
                writeln!(out, "    {line}")?;
            }
        }
    }
    Ok(())
}

fn khmer_clusters(line: &str) -> usize {
    clusters(line)
        .filter(|cluster| cluster.contains(is_khmer))
        .count()
}

fn is_khmer(character: char) -> bool {
    matches!(character, '\u{1780}'..='\u{17D3}')
}

// ---- text of our own -----------------------------------------------------------------------------

/// The Khmer lines of the tree, without markup.
fn own_text() -> std::io::Result<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = vec![root.join("src/khmer/fixtures/udhr-khm.txt")];
    for folder in ["content", "docs/content"] {
        pages(&root.join(folder), &mut files)?;
    }
    let mut lines = Vec::new();
    for file in files {
        for line in std::fs::read_to_string(file)?.lines() {
            let plain: String = line
                .split('`')
                .step_by(2)
                .flat_map(|part| part.chars())
                .filter(|one| is_khmer(*one) || matches!(one, ' ' | '។' | '៖' | '០'..='៩'))
                .collect();
            let plain = normalise(plain.trim()).into_owned();
            if khmer_clusters(&plain) >= LENGTHS[0] {
                lines.push(plain);
            }
        }
    }
    Ok(lines)
}

fn pages(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    for entry in entries {
        let name = entry.to_string_lossy();
        if entry.is_dir() {
            pages(&entry, files)?;
        } else if name.ends_with(".md") && !name.ends_with(".en.md") {
            files.push(entry);
        }
    }
    Ok(())
}

/// Pieces of so many clusters of Khmer, from anywhere in the text.
fn pieces(text: &[String], length: usize, random: &mut Random) -> Vec<String> {
    let whole: Vec<&str> = text
        .iter()
        .flat_map(|line| clusters(line).chain([" "]))
        .collect();
    (0..PIECES)
        .map(|_| {
            let start = random.below(whole.len() - length * 2);
            let mut piece = String::new();
            let mut count = 0;
            for cluster in &whole[start..] {
                piece.push_str(cluster);
                count += usize::from(cluster.contains(is_khmer));
                if count == length {
                    break;
                }
            }
            piece
        })
        .collect()
}

/// Xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn one_in(&mut self, limit: usize) -> bool {
        self.below(limit) == 0
    }
}

// ---- kinds of damage -----------------------------------------------------------------------------

type Tear = fn(&str, &mut Random) -> String;

const COENG: char = '\u{17D2}';

const KINDS: &[(&str, bool, Tear)] = &[
    ("coengs lost with their letters", true, |text, _| {
        without_coengs(text, |_, _| "".to_owned())
    }),
    ("signs of coengs lost", true, |text, _| {
        without_coengs(text, |_, letter| letter.to_string())
    }),
    ("vowels before their letters", true, |text, _| {
        drawn(text, false)
    }),
    ("every letter apart", true, |text, _| join(text, " ")),
    ("vowels lost", true, |text, _| {
        text.chars().filter(|one| !is_vowel(*one)).collect()
    }),
    ("every mark twice", true, |text, _| {
        each_mark(text, |mark| format!("{mark}{mark}"))
    }),
    ("drawn order, parts of vowels apart", true, |text, _| {
        drawn(text, true)
    }),
    ("coengs behind the next letter", true, |text, _| {
        coengs_after_next(text)
    }),
    ("coengs as a replacement character", true, |text, _| {
        without_coengs(text, |_, _| "\u{FFFD}".to_owned())
    }),
    ("coengs as a space", true, |text, _| {
        without_coengs(text, |_, _| " ".to_owned())
    }),
    ("half of the coengs lost", true, |text, random| {
        without_coengs(text, |sign, letter| match random.one_in(2) {
            true => String::new(),
            false => format!("{sign}{letter}"),
        })
    }),
    ("marks above and below lost", true, |text, _| {
        text.chars().filter(|one| !is_high_or_low(*one)).collect()
    }),
    ("half of the vowels lost", true, |text, random| {
        text.chars()
            .filter(|one| !is_vowel(*one) || random.one_in(2))
            .collect()
    }),
    ("a space after every vowel", true, |text, _| {
        each_mark(text, |mark| format!("{mark} "))
    }),
    ("a space before every mark", true, |text, _| {
        each_mark(text, |mark| format!(" {mark}"))
    }),
    ("a space after one letter in three", true, |text, random| {
        clusters(text)
            .map(|one| {
                if random.one_in(3) {
                    format!("{one} ")
                } else {
                    one.to_owned()
                }
            })
            .collect()
    }),
    (
        "one letter in four said twice, a space between",
        true,
        |text, random| {
            clusters(text)
                .map(|one| {
                    if random.one_in(4) {
                        format!("{one} {one}")
                    } else {
                        one.to_owned()
                    }
                })
                .collect()
        },
    ),
    ("letters backwards", true, |text, _| backwards(text)),
    ("one letter in four lost", true, |text, random| {
        clusters(text)
            .filter(|one| !one.contains(is_khmer) || !random.one_in(4))
            .collect()
    }),
    (
        "vowels for their neighbours in the font",
        true,
        |text, _| {
            text.chars()
                .map(|one| {
                    if is_vowel(one) {
                        char::from_u32(u32::from(one) ^ 1).unwrap_or(one)
                    } else {
                        one
                    }
                })
                .collect()
        },
    ),
    // Made when all was set, and looked at once.
    ("coengs before their letters", true, |text, _| {
        coengs_before(text)
    }),
    ("vowels behind the next letter", true, |text, _| {
        after_next(text, is_vowel)
    }),
    ("marks behind the next letter", true, |text, _| {
        after_next(text, is_mark)
    }),
    ("signs of coengs as a space", true, |text, _| {
        without_coengs(text, |_, letter| format!(" {letter}"))
    }),
    ("marks before their letters", true, |text, _| {
        clusters(text)
            .map(|one| {
                let marks = one.chars().filter(|one| is_mark(*one));
                let rest = one.chars().filter(|one| !is_mark(*one));
                marks.chain(rest).collect::<String>()
            })
            .collect()
    }),
    ("a space before every coeng", false, |text, _| {
        without_coengs(text, |sign, letter| format!(" {sign}{letter}"))
    }),
    ("each pair of letters swapped", false, |text, _| {
        let letters: Vec<&str> = clusters(text).collect();
        let pairs = letters.chunks(2);
        pairs.flat_map(|pair| pair.iter().rev().copied()).collect()
    }),
    ("one mark in three lost", false, |text, random| {
        text.chars()
            .filter(|one| !is_mark(*one) || !random.one_in(3))
            .collect()
    }),
    ("every letter twice", true, |text, _| {
        clusters(text).map(|one| format!("{one}{one}")).collect()
    }),
    ("letters three places away in the font", false, |text, _| {
        text.chars()
            .map(|one| match one {
                '\u{1780}'..='\u{17A1}' => {
                    let place = (u32::from(one) - 0x1780 + 3) % 0x22;
                    char::from_u32(0x1780 + place).unwrap_or(one)
                }
                _ => one,
            })
            .collect()
    }),
    (
        "letters for their neighbours in the font",
        true,
        |text, _| {
            text.chars()
                .map(|one| {
                    if matches!(one, '\u{1780}'..='\u{17A1}') {
                        char::from_u32(u32::from(one) ^ 1).unwrap_or(one)
                    } else {
                        one
                    }
                })
                .collect()
        },
    ),
];

fn is_vowel(character: char) -> bool {
    matches!(character, '\u{17B6}'..='\u{17C5}')
}

fn is_high_or_low(character: char) -> bool {
    matches!(character, '\u{17B7}'..='\u{17BD}' | '\u{17C6}' | '\u{17C9}'..='\u{17D1}')
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{17B6}'..='\u{17D1}')
}

fn each_mark(text: &str, change: impl Fn(char) -> String) -> String {
    text.chars()
        .map(|one| {
            if is_mark(one) {
                change(one)
            } else {
                one.to_string()
            }
        })
        .collect()
}

fn join(text: &str, between: &str) -> String {
    clusters(text).collect::<Vec<_>>().join(between)
}

/// The text with something else for each coeng and its letter.
fn without_coengs(text: &str, mut instead: impl FnMut(char, char) -> String) -> String {
    let mut torn = String::new();
    let mut characters = text.chars();
    while let Some(one) = characters.next() {
        match one {
            COENG => {
                if let Some(letter) = characters.next() {
                    torn.push_str(&instead(one, letter));
                }
            }
            _ => torn.push(one),
        }
    }
    torn
}

/// Each cluster in the order in which a font draws it.
fn drawn(text: &str, in_parts: bool) -> String {
    let mut torn = String::new();
    for cluster in clusters(text) {
        let (mut before, mut rest) = (String::new(), String::new());
        let mut characters = cluster.chars().peekable();
        while let Some(one) = characters.next() {
            match one {
                '\u{17C1}'..='\u{17C3}' => before.push(one),
                '\u{17BE}'..='\u{17C0}' | '\u{17C4}' | '\u{17C5}' if in_parts => {
                    before.push('\u{17C1}');
                    match one {
                        '\u{17BE}' => rest.push('\u{17B8}'),
                        '\u{17C4}' => rest.push('\u{17B6}'),
                        _ => rest.push(one),
                    }
                }
                COENG if characters.peek() == Some(&'\u{179A}') => {
                    before.insert(0, '\u{179A}');
                    before.insert(0, COENG);
                    characters.next();
                }
                _ => rest.push(one),
            }
        }
        torn.push_str(&before);
        torn.push_str(&rest);
    }
    torn
}

fn coengs_after_next(text: &str) -> String {
    let mut torn = String::new();
    let mut waiting = String::new();
    for cluster in clusters(text) {
        let before = std::mem::take(&mut waiting);
        let rest = without_coengs(cluster, |sign, letter| {
            waiting.push(sign);
            waiting.push(letter);
            String::new()
        });
        torn.push_str(&rest);
        torn.push_str(&before);
    }
    torn + &waiting
}

/// Each coeng with its letter before the letter that it hangs on.
fn coengs_before(text: &str) -> String {
    let mut torn = String::new();
    for cluster in clusters(text) {
        let mut coengs = String::new();
        let rest = without_coengs(cluster, |sign, letter| {
            coengs.push(sign);
            coengs.push(letter);
            String::new()
        });
        torn.push_str(&coengs);
        torn.push_str(&rest);
    }
    torn
}

/// Some marks of each cluster behind the next one.
fn after_next(text: &str, is_late: fn(char) -> bool) -> String {
    let mut torn = String::new();
    let mut waiting = String::new();
    for cluster in clusters(text) {
        let before = std::mem::take(&mut waiting);
        waiting.extend(cluster.chars().filter(|one| is_late(*one)));
        torn.extend(cluster.chars().filter(|one| !is_late(*one)));
        torn.push_str(&before);
    }
    torn + &waiting
}

fn backwards(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let turned = words.into_iter().map(|word| {
        let mut letters: Vec<&str> = clusters(word).collect();
        letters.reverse();
        letters.concat()
    });
    turned.collect::<Vec<_>>().join(" ")
}
