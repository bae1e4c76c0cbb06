//! In: a line. Out: the same with what may have come out of its place, or was said twice, put back.
//!
//! Each is the inverse of one thing that tools for PDFs do; on proper text it makes nonsense.

use super::super::alphabet::{COENG, RO, Role, joins_next_base, role};
use super::super::cluster::clusters;

/// A way to put back what was moved.
pub(super) type PutBack = fn(&str) -> PutBackText;

/// A line with what was moved put back, and how much that would have been.
pub(super) struct PutBackText {
    pub(super) text: String,
    pub(super) moved: u32,
}

/// All of them.
pub(super) const ALL: [PutBack; 4] = [
    |line| undrawn(line, Drawn::Vowels),
    |line| undrawn(line, Drawn::VowelsAndRo),
    coengs_back,
    said_once,
];

/// What a font draws before a letter that is read after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drawn {
    Vowels,
    VowelsAndRo,
}

/// With what was drawn before its letters behind them.
fn undrawn(line: &str, drawn: Drawn) -> PutBackText {
    let mut output = String::with_capacity(line.len());
    let mut waiting = String::new();
    let mut moved = 0;
    let mut previous = ' ';
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let is_letter = role(character) == Role::Base && !joins_next_base(previous);
        let has_letter = matches!(role(previous), Role::Base | Role::Robat);
        if matches!(character, '\u{17C1}'..='\u{17C3}') {
            moved += 1;
            waiting.push(character);
        } else if character == COENG
            && characters.peek() == Some(&RO)
            && (drawn == Drawn::VowelsAndRo || !has_letter || !waiting.is_empty())
        {
            characters.next();
            moved += 1;
            waiting.insert_str(0, "\u{17D2}\u{179A}");
            previous = RO;
            continue;
        } else if is_letter {
            output.push(character);
            let mut ahead = characters.clone();
            while ahead.next() == Some(COENG)
                && let Some(letter) = ahead.next()
                && (letter != RO || drawn == Drawn::Vowels)
            {
                output.push(COENG);
                output.push(letter);
                characters = ahead.clone();
            }
            output.push_str(&std::mem::take(&mut waiting));
        } else {
            output.push_str(&std::mem::take(&mut waiting));
            output.push(character);
        }
        previous = character;
    }
    let text = output + &waiting;
    PutBackText { text, moved }
}

/// With each coeng that came behind the next letter where it was: one cluster before.
fn coengs_back(line: &str) -> PutBackText {
    let mut output = String::with_capacity(line.len());
    let mut moved = 0;
    // The cluster before, which waits for the coengs of the next one.
    let mut waiting = "";
    let mut coengs = String::new();
    for cluster in clusters(line).chain([""]) {
        coengs.clear();
        let mut characters = cluster.chars();
        while let Some(character) = characters.next() {
            if character == COENG {
                moved += 1;
                coengs.push(character);
                coengs.extend(characters.next());
            }
        }
        let letter = waiting.chars().next().filter(|letter| *letter != COENG);
        let letter = letter.map_or(0, char::len_utf8);
        output.push_str(&waiting[..letter]);
        output.push_str(&coengs);
        let mut rest = waiting[letter..].chars();
        while let Some(character) = rest.next() {
            match character {
                COENG => _ = rest.next(),
                _ => output.push(character),
            }
        }
        waiting = cluster;
    }
    PutBackText {
        text: output,
        moved,
    }
}

/// With letters that were said twice, a space between, said once.
fn said_once(line: &str) -> PutBackText {
    let mut output = String::with_capacity(line.len());
    let mut twice: Vec<&str> = Vec::new();
    // The cluster before, and whether a space came behind it.
    let (mut before, mut is_parted) = ("", false);
    for cluster in clusters(line) {
        if cluster == " " && !is_parted {
            is_parted = true;
            continue;
        }
        let is_letter = cluster.chars().next().map(role) == Some(Role::Base);
        if is_parted && is_letter && cluster == before {
            twice.push(cluster);
            (before, is_parted) = ("", false);
            continue;
        }
        if is_parted {
            output.push(' ');
        }
        output.push_str(cluster);
        (before, is_parted) = (cluster, false);
    }
    if is_parted {
        output.push(' ');
    }
    // The same word, said twice again and again, is a way to speak.
    twice.sort_unstable();
    twice.dedup();
    PutBackText {
        text: output,
        moved: u32::try_from(twice.len()).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_drawn_before_its_letter_goes_behind_it() {
        for (drawn, vowels, all) in [
            ("េសចក្តី", "សេចក្តី", "សេចក្តី"),
            ("្រកុម្របឹក្សា", "ក្រុម្របឹក្សា", "ក្រុមប្រឹក្សា"),
            ("និងែដល្រតូវ", "និងដែល្រតូវ", "និងដែលត្រូវ"),
        ] {
            assert_eq!(undrawn(drawn, Drawn::Vowels).text, vowels);
            assert_eq!(undrawn(drawn, Drawn::VowelsAndRo).text, all);
        }
    }

    #[test]
    fn what_came_behind_the_next_letter_goes_back() {
        for (torn, whole) in [
            ("កុម្របឹកា្រឃុំ្ស", "ក្រុមប្រឹក្សាឃុំ"),
            ("តូវ្រការ", "ត្រូវការ"),
            ("្កខ", "្កខ"),
            ("", ""),
        ] {
            assert_eq!(coengs_back(torn).text, whole);
        }
    }

    #[test]
    fn what_was_said_twice_is_said_once() {
        for (torn, whole, different) in [
            ("ថ ថវិកា កាឃុំ ឃុំ", "ថវិកាឃុំ", 3),
            ("ក ក ក ខ", "ក ក ខ", 1),
            ("ឈ្នះ ឈ្នះ និង ឈ្នះ ឈ្នះ", "ឈ្នះ និង ឈ្នះ", 1),
            ("a a ១ ១ ", "a a ១ ១ ", 0),
        ] {
            let once = said_once(torn);
            assert_eq!((once.text.as_str(), once.moved), (whole, different));
        }
    }
}
