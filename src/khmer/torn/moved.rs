//! In: a line. Out: the same with what may have come out of its place, or was said twice, put back.
//!
//! Each is the inverse of one thing that tools for PDFs do; on proper text it makes nonsense.

use super::super::alphabet::{COENG, RO, Role, joins_next_base, role};
use super::super::cluster::clusters;

/// A way to put back what was moved.
pub(super) type PutBack = fn(&str) -> PutBackText;

/// A line with what was moved put back, and how much that would have been.
#[derive(Default)]
pub(super) struct PutBackText {
    pub(super) text: String,
    pub(super) moved: u32,
}

/// All of them.
pub(super) static ALL: [PutBack; 9] = [
    |line| undrawn(line, Drawn::Vowels),
    |line| undrawn(line, Drawn::VowelsAndRo),
    |line| back(line, Late::Coengs),
    |line| back(line, Late::Vowels),
    |line| back(line, Late::Marks),
    |line| forward(line, Late::Coengs),
    |line| forward(line, Late::Marks),
    |line| said_once(line, " "),
    |line| said_once(line, ""),
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

/// What moves by one letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Late {
    Coengs,
    Vowels,
    /// Vowels and signs.
    Marks,
}

impl Late {
    fn is(self, character: char) -> bool {
        let role = role(character);
        match self {
            Late::Coengs => role == Role::Coeng,
            Late::Vowels => role.is_vowel(),
            Late::Marks => role.is_vowel() || matches!(role, Role::Shifter | Role::Modifier),
        }
    }
}

/// With what came behind the next letter where it was: one cluster before.
fn back(line: &str, late: Late) -> PutBackText {
    let mut back = PutBackText::default();
    // The cluster before, which waits for what comes behind it.
    let mut waiting = Parts::default();
    for cluster in clusters(line).chain([""]) {
        let mut parts = Parts::of(cluster, late);
        waiting.late = std::mem::take(&mut parts.late);
        back.push(&waiting);
        waiting = parts;
    }
    back
}

/// With what came before its letter behind it: one cluster later.
fn forward(line: &str, late: Late) -> PutBackText {
    let mut back = PutBackText::default();
    let mut waiting = String::new();
    for cluster in clusters(line).chain([""]) {
        let mut parts = Parts::of(cluster, late);
        std::mem::swap(&mut parts.late, &mut waiting);
        back.push(&parts);
    }
    back
}

/// A cluster: its letter, what moves, and the rest.
#[derive(Default)]
struct Parts {
    letter: Option<char>,
    late: String,
    rest: String,
}

impl Parts {
    fn of(cluster: &str, late: Late) -> Parts {
        let mut parts = Parts::default();
        let mut characters = cluster.chars();
        while let Some(character) = characters.next() {
            let is_late = late.is(character);
            match parts.letter {
                None if !is_late && character != COENG => parts.letter = Some(character),
                _ if is_late => parts.late.push(character),
                _ => parts.rest.push(character),
            }
            // The letter of a coeng goes with it.
            if character == COENG {
                let own = if is_late {
                    &mut parts.late
                } else {
                    &mut parts.rest
                };
                own.extend(characters.next());
            }
        }
        parts
    }
}

impl PutBackText {
    fn push(&mut self, parts: &Parts) {
        self.text.extend(parts.letter);
        self.text.push_str(&parts.late);
        self.text.push_str(&parts.rest);
        self.moved += u32::from(!parts.late.is_empty());
    }
}

/// Of a torn line at least one letter in so many was said twice.
const LETTERS_TO_ONE_TWICE: usize = 6;

/// With letters that were said twice, something between, said once.
fn said_once(line: &str, between: &str) -> PutBackText {
    let mut text = String::with_capacity(line.len());
    let mut twice: Vec<&str> = Vec::new();
    let letters: Vec<&str> = clusters(line).collect();
    let apart = 1 + usize::from(!between.is_empty());
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        text.push_str(letter);
        let is_letter = letter.chars().next().map(role) == Some(Role::Base);
        let is_parted = apart == 1 || letters.get(at + 1) == Some(&between);
        if is_letter && is_parted && letters.get(at + apart) == Some(&letter) {
            twice.push(letter);
            at += apart;
        }
        at += 1;
    }
    // Words that begin as the one before ends are proper text, as is a word said twice again and again.
    if between.is_empty() && twice.len() * LETTERS_TO_ONE_TWICE < letters.len() {
        twice.clear();
    }
    twice.sort_unstable();
    twice.dedup();
    PutBackText {
        text,
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
        for (torn, whole, late) in [
            ("កុម្របឹកា្រឃុំ្ស", "ក្រុមប្រឹក្សាឃុំ", Late::Coengs),
            ("តូវ្រការ", "ត្រូវការ", Late::Coengs),
            ("ថវកិរា", "ថវិការ", Late::Vowels),
            ("ឃអុំនមុត័", "ឃុំអនុម័ត", Late::Marks),
            ("្កខ", "្កខ", Late::Coengs),
            ("", "", Late::Marks),
        ] {
            assert_eq!(back(torn, late).text, whole);
        }
    }

    #[test]
    fn a_coeng_that_came_before_its_letter_goes_behind_it() {
        for (torn, whole) in [("្រកុម្របឹ្សកា", "ក្រុមប្រឹក្សា"), ("និង្រតូវ", "និងត្រូវ"), ("ក្រ", "ក្រ")]
        {
            assert_eq!(forward(torn, Late::Coengs).text, whole);
        }
    }

    #[test]
    fn marks_that_came_before_their_letters_go_behind_them() {
        for (torn, whole) in [("ុំឃអុន័មត ថិវាក", "ឃុំអនុម័ត ថវិកា"), ("ក", "ក")]
        {
            assert_eq!(forward(torn, Late::Marks).text, whole);
        }
    }

    #[test]
    fn what_was_said_twice_is_said_once() {
        for (torn, between, whole, different) in [
            ("ថ ថវិកា កាឃុំ ឃុំ", " ", "ថវិកាឃុំ", 3),
            ("ថថវិវិកាកា ឃុំឃុំ", "", "ថវិកា ឃុំ", 4),
            ("ក ក ក ខ", " ", "ក ក ខ", 1),
            ("ឈ្នះ ឈ្នះ និង ឈ្នះ ឈ្នះ", " ", "ឈ្នះ និង ឈ្នះ", 1),
            ("a a ១ ១ ", " ", "a a ១ ១ ", 0),
        ] {
            let once = said_once(torn, between);
            assert_eq!((once.text.as_str(), once.moved), (whole, different));
        }
    }
}
