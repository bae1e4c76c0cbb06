//! Copies that programs make of a file, beside it: two people saved at once, a folder was synchronised,
//! a file was copied in its place → the file that each is a copy of.
//!
//! In: names. Out: the name of the original, and how sure that is. It does not look into files.

use super::Source;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use std::collections::BTreeMap;

/// How sure it is that a file is a copy of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Only a program gives such a name, and only to a copy.
    Name,
    /// Computers number and mark copies so; people may give such a name to something else.
    Marked,
    /// It ends as if with the name of a computer, which may be a word as well.
    Computer,
    /// It may be any name; it is a copy if both say the same.
    Text,
}

/// The words for a copy in the languages of computers, in small letters.
const WORDS: &[&str] = &[
    "copy",
    "copie",
    "copia",
    "cópia",
    "kopie",
    "kopia",
    "kopi",
    "salinan",
    "sao chép",
    "bản sao",
    "副本",
    "コピー",
    "복사본",
    "สำเนา",
    "ចម្លង",
    "ច្បាប់ចម្លង",
    "សំណៅ",
    "копия",
];

/// How names begin that stand for a copy, in small letters.
const BEGINNINGS: &[&str] = &[
    "copy of ",
    "copie de ",
    "kopie von ",
    "copia de ",
    "copia di ",
    "salinan ",
    "ច្បាប់ចម្លងនៃ ",
    "សំណៅនៃ ",
];

/// The words for a conflict in the languages of synchronising programs, in small letters.
const CONFLICTS: &[&str] = &[
    "conflict",
    "conflit",
    "konflikt",
    "xung đột",
    "冲突",
    "衝突",
    "競合",
    "충돌",
    "ប៉ះទង្គិច",
];

/// The file that a name is a copy of, if there is one of that name; `is_there` looks for it beside.
pub fn original(name: &str, is_there: impl Fn(&str) -> bool) -> Option<(String, Sign)> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let whole = |stem: &str| match ending {
        "" => stem.to_owned(),
        ending => format!("{stem}.{ending}"),
    };
    let stands = |stem: &str| !stem.is_empty() && is_there(&whole(stem));
    // What such a program has moved away may be gone.
    if let Some(stem) = of_a_sync(stem) {
        return Some((whole(stem), Sign::Name));
    }
    for (found, sign) in [
        (of_a_conflict(stem), Sign::Name),
        (of_a_merge(stem), Sign::Name),
        (in_its_place(stem), Sign::Marked),
    ] {
        if let Some(stem) = found.filter(|stem| stands(stem)) {
            return Some((whole(stem), sign));
        }
    }
    for beginning in BEGINNINGS {
        let begins = stem.get(..beginning.len());
        let is_it = |begins: &str| {
            begins
                .chars()
                .flat_map(char::to_lowercase)
                .eq(beginning.chars())
        };
        if begins.is_some_and(is_it) && stands(&stem[beginning.len()..]) {
            return Some((whole(&stem[beginning.len()..]), Sign::Marked));
        }
    }
    let mut cuts = stem.rmatch_indices('-').map(|(at, _)| at);
    let at = cuts.find(|at| stands(&stem[..*at]))?;
    let computer = &stem[at + 1..];
    let sign = if computer.contains("safeBackup") {
        Sign::Name
    } else if computer.contains(|letter: char| letter.is_ascii_uppercase())
        && !is_a_language(computer)
    {
        Sign::Computer
    } else {
        Sign::Text
    };
    Some((whole(&stem[..at]), sign))
}

/// `about-EN` is the page in another language, as its author thinks.
fn is_a_language(suffix: &str) -> bool {
    suffix.len() == 2 && suffix != "PC"
}

/// `water.sync-conflict-20260301-101112-ABCDEFG`, `water_conflict-20260301-101112`.
fn of_a_sync(stem: &str) -> Option<&str> {
    [".sync-conflict-", "_conflict-"].iter().find_map(|mark| {
        let (original, rest) = stem.split_once(mark)?;
        let is_a_day = rest.len() >= 8 && rest.as_bytes()[..8].iter().all(u8::is_ascii_digit);
        (is_a_day && !original.is_empty()).then_some(original)
    })
}

/// `water (Sokha's conflicted copy 2026-03-01)`, `water (SFConflict …)`, `water [conflict]`.
fn of_a_conflict(stem: &str) -> Option<&str> {
    let (original, told) = stem.rsplit_once([' ', '_']).map(|_| {
        let at = stem.rfind(['(', '[']).unwrap_or(stem.len());
        stem.split_at(at)
    })?;
    let told = told.to_lowercase();
    let is_told = CONFLICTS.iter().any(|word| told.contains(word));
    is_told.then(|| original.trim_end_matches([' ', '_']))
}

/// `water_LOCAL_1234`: what is left of a merge.
fn of_a_merge(stem: &str) -> Option<&str> {
    let (rest, number) = stem.rsplit_once('_')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let (original, side) = rest.rsplit_once('_')?;
    (is_number && ["BACKUP", "BASE", "LOCAL", "REMOTE"].contains(&side)).then_some(original)
}

/// `water (1)`, `water 2`, `water - Copy`, `water - Copy (2)`, `water copy 2`, `water (copy)`.
fn in_its_place(stem: &str) -> Option<&str> {
    let unnumbered = without_number(stem);
    let plain = unnumbered.unwrap_or(stem).trim_end_matches([')', ' ']);
    let lower_tail = |word: &str| {
        let start = plain.len().checked_sub(word.len())?;
        let tail = plain.get(start..)?;
        (tail.to_lowercase() == word).then_some(&plain[..start])
    };
    for word in WORDS {
        if let Some(before) = lower_tail(word)
            && let original = before.trim_end_matches([' ', '-', '_', '('])
            && original.len() < before.len()
        {
            return Some(original);
        }
    }
    unnumbered
}

/// Without ` (2)`, `(2)` or ` 2` at the end, in digits of any script.
fn without_number(stem: &str) -> Option<&str> {
    let (inner, is_closed) = match stem.strip_suffix(')') {
        Some(inner) => (inner, true),
        None => (stem, false),
    };
    let before = inner.trim_end_matches(char::is_numeric);
    if before.len() == inner.len() {
        return None;
    }
    let before = match is_closed {
        true => before.strip_suffix('(')?,
        false => before.strip_suffix(' ')?,
    };
    let before = before.trim_end();
    (!before.is_empty()).then_some(before)
}

/// Leaves out those that only a program names so, whatever they are, and tells of them.
pub(super) fn leave_out(files: &mut BTreeMap<String, Source>, report: &mut Report) {
    // Few names have one of these.
    let may_be = |name: &str| {
        let marks = [
            "(",
            "[",
            "conflict",
            "safeBackup",
            "_BA",
            "_LOCAL_",
            "_REMOTE_",
        ];
        marks.iter().any(|mark| name.contains(mark))
    };
    let found: Vec<(String, String)> = files
        .keys()
        .filter_map(|path| {
            let (folder, name) = path.rsplit_once('/')?;
            let beside = |name: &str| format!("{folder}/{name}");
            let is_there = |name: &str| files.contains_key(&beside(name));
            match may_be(name).then(|| original(name, is_there))?? {
                (name, Sign::Name) => Some((path.clone(), beside(&name))),
                _ => None,
            }
        })
        .collect();
    for (path, original) in found {
        files.remove(&path);
        report.push(match files.contains_key(&original) {
            true => told(&path, &original),
            false => {
                let place = Place::file(&path);
                diagnostic!(codes::files::COPY_ALONE, place, original = original)
            }
        });
    }
}

/// What is told of a copy that is left out.
pub fn told(path: &str, original: &str) -> Diagnostic {
    let place = Place::file(path);
    diagnostic!(codes::files::COPY, place, path = path, original = original)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_original_of_a_copy_is_known_by_its_name() {
        let there = [
            "water.md",
            "water.en.md",
            "_index.md",
            "ទឹក.md",
            "a-b.md",
            "LICENSE",
            "water",
        ];
        for (name, expected, sign) in [
            (
                "water.sync-conflict-20260301-101112-ABCDEFG.md",
                "water.md",
                Sign::Name,
            ),
            (
                "gone.sync-conflict-20260301-101112-ABCDEFG.md",
                "gone.md",
                Sign::Name,
            ),
            ("water_conflict-20260301-101112.md", "water.md", Sign::Name),
            (
                "water (Sokha's conflicted copy 2026-03-01).md",
                "water.md",
                Sign::Name,
            ),
            (
                "water (conflicted copy 2026-03-01 101112).md",
                "water.md",
                Sign::Name,
            ),
            (
                "water (Conflit de copie de Dara 2026-03-01).md",
                "water.md",
                Sign::Name,
            ),
            (
                "water (SFConflict a@b.org 2026-03-01-10-11-12).md",
                "water.md",
                Sign::Name,
            ),
            ("water [conflict].md", "water.md", Sign::Name),
            ("water_LOCAL_1234.md", "water.md", Sign::Name),
            ("water-SOKHA-PC-safeBackup-0001.md", "water.md", Sign::Name),
            ("water (1).md", "water.md", Sign::Marked),
            ("water(1).md", "water.md", Sign::Marked),
            ("water (១).md", "water.md", Sign::Marked),
            ("water 2.md", "water.md", Sign::Marked),
            ("water - Copy.md", "water.md", Sign::Marked),
            ("water - Copy (2).md", "water.md", Sign::Marked),
            ("water copy.md", "water.md", Sign::Marked),
            ("water copy 2.md", "water.md", Sign::Marked),
            ("water (copy).md", "water.md", Sign::Marked),
            ("water_copy.md", "water.md", Sign::Marked),
            ("water - ចម្លង.md", "water.md", Sign::Marked),
            ("ទឹក - Copie.md", "ទឹក.md", Sign::Marked),
            ("water - 副本.md", "water.md", Sign::Marked),
            ("Copy of water.md", "water.md", Sign::Marked),
            ("water-LAPTOP.md", "water.md", Sign::Computer),
            ("water-DESKTOP-AB12CD3.md", "water.md", Sign::Computer),
            ("water.en-LAPTOP.md", "water.en.md", Sign::Computer),
            ("water.en (1).md", "water.en.md", Sign::Marked),
            ("_index-LAPTOP.md", "_index.md", Sign::Computer),
            ("a-b-PC.md", "a-b.md", Sign::Computer),
            ("LICENSE (1)", "LICENSE", Sign::Marked),
            ("water-2.md", "water.md", Sign::Text),
            ("water-EN.md", "water.md", Sign::Text),
            ("water - Copy", "water", Sign::Marked),
            ("water-LAPTOP", "water", Sign::Computer),
            ("water-supply.md", "water.md", Sign::Text),
        ] {
            let found = original(name, |name| there.contains(&name) && name != "gone.md");
            assert_eq!(found, Some((expected.to_owned(), sign)), "{name}");
        }
        for name in [
            "water.md",
            "wells.md",
            "photocopy.md",
            "copy.md",
            "well (1).md",
            "2.md",
            "(1).md",
        ] {
            assert_eq!(original(name, |name| there.contains(&name)), None, "{name}");
        }
    }
}
