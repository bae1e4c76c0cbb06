//! A name that there is not → the one that was meant, and how many names there are.
//!
//! Names are gathered once and shared by all the mistakes they are held against; they are compared only
//! when a message is read, and never for longer than a reader would wait. It knows nothing of what the
//! names stand for.

use super::argument::{self, Argument};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, OnceLock};

/// What is less similar than this was not meant.
const SIMILAR: f64 = 0.75;

/// A name of more characters was not written by hand, and is like nothing.
const LONGEST: usize = 200;

/// How many pairs of characters are compared for one message: a name and ten thousand others like it.
/// Those that have most letters in common are compared first.
const MOST_PAIRS: usize = 1_000_000;

/// The names that there are. A copy shares them.
#[derive(Debug, Clone)]
pub struct Candidates {
    names: Names,
    likeness: Likeness,
}

impl PartialEq for Candidates {
    fn eq(&self, other: &Candidates) -> bool {
        self.names().eq(other.names())
    }
}

#[derive(Debug, Clone)]
enum Names {
    /// The program's own.
    Words(&'static [&'static str]),
    Listed(Arc<Listed>),
}

#[derive(Debug)]
struct Listed {
    names: Vec<Box<str>>,
    /// Counted when the first message is read that asks for them.
    letters: OnceLock<Vec<Letters>>,
    /// The first of them, for messages.
    shown: OnceLock<Argument>,
}

/// What makes one name like another.
#[derive(Debug, Clone, Copy)]
enum Likeness {
    /// Its letters.
    Letters,
    /// One slip of the finger. Digits make all codes look alike, so one of more than two characters
    /// must be the other but for one.
    Slip,
}

impl Candidates {
    /// The program's own words.
    pub const fn words(words: &'static [&'static str]) -> Candidates {
        Candidates {
            names: Names::Words(words),
            likeness: Likeness::Letters,
        }
    }

    pub fn of<T: Into<Box<str>>>(names: impl IntoIterator<Item = T>) -> Candidates {
        let names = names.into_iter().map(Into::into).collect();
        Candidates {
            names: Names::Listed(Arc::new(Listed {
                names,
                letters: OnceLock::new(),
                shown: OnceLock::new(),
            })),
            likeness: Likeness::Letters,
        }
    }

    /// Codes, which are alike only if one slip makes the one of the other.
    pub fn codes<T: Into<Box<str>>>(codes: impl IntoIterator<Item = T>) -> Candidates {
        Candidates {
            likeness: Likeness::Slip,
            ..Candidates::of(codes)
        }
    }

    fn names(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match &self.names {
            Names::Words(words) => Box::new(words.iter().copied()),
            Names::Listed(listed) => Box::new(listed.names.iter().map(|name| &**name)),
        }
    }

    /// The names for a message: a few of them, and how many more there are.
    pub fn list(&self) -> Argument {
        match &self.names {
            // There are few of them, and nothing else tells which.
            Names::Words(words) => argument::words(words),
            Names::Listed(listed) => {
                let shown = || argument::list(&listed.names);
                listed.shown.get_or_init(shown).clone()
            }
        }
    }

    /// The same with a mark before each name.
    pub fn list_with(&self, mark: &str) -> Argument {
        match &self.names {
            Names::Words(words) => argument::list(words.iter().map(|word| format!("{mark}{word}"))),
            Names::Listed(listed) => {
                argument::list(listed.names.iter().map(|name| format!("{mark}{name}")))
            }
        }
    }

    /// The most similar name, if one is similar enough to be what was meant.
    pub fn closest(&self, read: &str) -> Option<&str> {
        self.closest_but(read, None)
    }

    /// The same among all names but one.
    pub fn closest_but(&self, read: &str, not: Option<&str>) -> Option<&str> {
        let wanted = Wanted::of(read)?;
        match (&self.names, self.likeness) {
            (Names::Words(words), _) => {
                let words = words.iter().copied();
                wanted.among(words.filter(|word| Some(*word) != not))
            }
            (Names::Listed(listed), Likeness::Letters) => {
                let letters = listed.letters.get_or_init(|| {
                    let names = listed.names.iter();
                    names.map(|name| Letters::of(name)).collect()
                });
                wanted.among_many(&listed.names, letters, not)
            }
            (Names::Listed(_), Likeness::Slip) if wanted.letters.characters <= 2 => None,
            (Names::Listed(listed), Likeness::Slip) => {
                let names = listed.names.iter().map(|name| &**name);
                wanted.among(names.filter(|name| Some(*name) != not && is_one_slip(read, name)))
            }
        }
    }
}

/// Whether something is so long that it is like no name.
pub(super) fn is_too_long(read: &str) -> bool {
    Letters::of(read).characters > LONGEST
}

/// The most similar of a few names, if one is similar enough to be what was meant.
pub fn closest<'names>(
    read: &str,
    names: impl IntoIterator<Item = &'names str>,
) -> Option<&'names str> {
    Wanted::of(read)?.among(names)
}

/// A name that there is not.
struct Wanted<'read> {
    read: &'read str,
    letters: Letters,
}

impl<'read> Wanted<'read> {
    /// `None` if it is too long to be a name.
    fn of(read: &'read str) -> Option<Wanted<'read>> {
        let letters = Letters::of(read);
        (letters.characters <= LONGEST).then_some(Wanted { read, letters })
    }

    fn among<'names>(&self, names: impl IntoIterator<Item = &'names str>) -> Option<&'names str> {
        let mut best = Best::default();
        for name in names {
            let letters = Letters::of(name);
            let most = letters.most_similar(&self.letters, name, self.read);
            if most > SIMILAR && most >= best.similarity {
                best.take(self.read, name);
            }
        }
        best.name
    }

    fn among_many<'names>(
        &self,
        names: &'names [Box<str>],
        letters: &[Letters],
        not: Option<&str>,
    ) -> Option<&'names str> {
        let both = letters.iter().zip(names).enumerate();
        let mut possible: BinaryHeap<Possible> = both
            .filter(|(_, (letters, name))| {
                letters.can_be_like(&self.letters) && Some(&***name) != not
            })
            .map(|(at, (letters, name))| Possible {
                most: letters.most_similar(&self.letters, name, self.read),
                at: Reverse(at),
            })
            .filter(|possible| possible.most > SIMILAR)
            .collect();
        let mut best = Best::default();
        let mut pairs = 0;
        while let Some(Possible { most, at }) = possible.pop() {
            pairs += (letters[at.0].characters + 1) * (self.letters.characters + 1);
            if most < best.similarity || pairs > MOST_PAIRS {
                break;
            }
            best.take(self.read, &names[at.0]);
        }
        best.name
    }
}

/// The most similar name so far; of two that are as similar, the first in the alphabet.
#[derive(Default)]
struct Best<'names> {
    similarity: f64,
    name: Option<&'names str>,
}

impl<'names> Best<'names> {
    fn take(&mut self, read: &str, name: &'names str) {
        #[cfg(test)]
        tests::COMPARED.with(|compared| compared.set(compared.get() + 1));
        let similarity = strsim::jaro_winkler(read, name);
        let is_better = match self.name {
            None => similarity > SIMILAR,
            Some(best) => {
                similarity > self.similarity || (similarity == self.similarity && name < best)
            }
        };
        if is_better {
            *self = Best {
                similarity,
                name: Some(name),
            };
        }
    }
}

/// A name that may be similar, by how similar it can be at most; before its equals, by its place.
#[derive(Debug, PartialEq)]
struct Possible {
    most: f64,
    at: Reverse<usize>,
}

impl Eq for Possible {}

impl Ord for Possible {
    fn cmp(&self, other: &Possible) -> std::cmp::Ordering {
        let by_likeness = self.most.total_cmp(&other.most);
        by_likeness.then_with(|| self.at.cmp(&other.at))
    }
}

impl PartialOrd for Possible {
    fn partial_cmp(&self, other: &Possible) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether one character too many, too few, in another's place, or two that changed their places make
/// the one of the other.
pub(crate) fn is_one_slip(one: &str, other: &str) -> bool {
    // No character is longer than four bytes, and two may have changed their places.
    if one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let alike = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other);
    let start: usize = alike.map(|(character, _)| character.len_utf8()).sum();
    let (one, other) = (&one[start..], &other[start..]);
    let alike = one.chars().rev().zip(other.chars().rev());
    let alike = alike.take_while(|(one, other)| one == other);
    let end: usize = alike.map(|(character, _)| character.len_utf8()).sum();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    let mut characters = (one.chars(), other.chars());
    let first = (characters.0.next(), characters.1.next());
    let second = (characters.0.next(), characters.1.next());
    let is_over = characters.0.next().is_none() && characters.1.next().is_none();
    match (first, second) {
        ((None, None), _) => false,
        (_, (None, None)) => true,
        ((Some(a), Some(b)), (Some(c), Some(d))) => is_over && a == d && b == c,
        _ => false,
    }
}

/// How often each letter stands in a name, as far as 32 buckets tell: enough to see that two names
/// cannot be similar, at a hundredth of the price of comparing them.
#[derive(Debug)]
struct Letters {
    characters: usize,
    counts: [u8; 32],
}

impl Letters {
    fn of(name: &str) -> Letters {
        let mut letters = Letters {
            characters: 0,
            counts: [0; 32],
        };
        for character in name.chars().take(LONGEST + 1) {
            letters.characters += 1;
            let count = &mut letters.counts[character as usize % 32];
            *count = count.saturating_add(1);
        }
        letters
    }

    /// Whether their lengths alone leave it possible that the names are similar: all letters of the
    /// shorter one stand in the longer one, and both begin alike.
    fn can_be_like(&self, other: &Letters) -> bool {
        let (one, two) = (self.characters, other.characters);
        let (shorter, longer) = (one.min(two), one.max(two));
        longer <= LONGEST && longer <= shorter * 10
    }

    /// A bound that the similarity of the two names by Jaro and Winkler does not exceed.
    fn most_similar(&self, other: &Letters, name: &str, other_name: &str) -> f64 {
        let (shorter, longer) = match self.characters < other.characters {
            true => (self.characters, other.characters),
            false => (other.characters, self.characters),
        };
        if shorter == 0 {
            return if longer == 0 { 1.0 } else { 0.0 };
        }
        // No count reached its end, 255: longer names are like nothing.
        if longer > LONGEST {
            return 0.0;
        }
        let pairs = self.counts.iter().zip(&other.counts);
        let common = pairs
            .map(|(one, two)| u32::from(*one.min(two)))
            .sum::<u32>() as f64;
        if common == 0.0 {
            return 0.0;
        }
        let jaro = (common / shorter as f64 + common / longer as f64 + 1.0) / 3.0;
        // Winkler's reward for a common beginning is given above 0.7 only.
        if jaro <= 0.7 {
            return jaro;
        }
        let beginning = name
            .chars()
            .take(4)
            .zip(other_name.chars())
            .take_while(|(one, two)| one == two)
            .count();
        jaro + 0.1 * beginning as f64 * (1.0 - jaro) + f64::EPSILON * 8.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    thread_local! {
        /// How many names were compared in full.
        pub(super) static COMPARED: Cell<usize> = const { Cell::new(0) };
    }

    #[test]
    fn a_far_name_gives_no_suggestion() {
        assert_eq!(closest("titel", ["title", "date"]), Some("title"));
        assert_eq!(closest("xyz", ["title", "date"]), None);
    }

    #[test]
    fn a_code_is_like_another_that_one_slip_makes() {
        for (read, codes, meant) in [
            ("0102", &["0103", "0201"][..], Some("0103")),
            ("0102", &["01021", "0201"], Some("01021")),
            ("0102", &["012", "0201"], Some("012")),
            ("0102", &["0120", "0201"], Some("0120")),
            ("0102", &["0102"], None),
            ("0102", &["0213", "1020"], None),
            ("01", &["02", "012"], None),
            ("ឃុំ១", &["ឃុំ២", "ស្រុក១"], Some("ឃុំ២")),
        ] {
            assert_eq!(
                Candidates::codes(codes.iter().copied()).closest(read),
                meant,
                "{read}"
            );
        }
        let codes = [
            "", "1", "12", "21", "123", "132", "1234", "1243", "ក", "ខក", "កខ", "12345",
        ];
        for one in codes {
            for other in codes {
                let expected = strsim::damerau_levenshtein(one, other) == 1;
                assert_eq!(is_one_slip(one, other), expected, "{one} {other}");
            }
        }
    }

    #[test]
    fn what_nobody_wrote_by_hand_is_like_nothing() {
        let (long, longer) = ("a".repeat(LONGEST), "a".repeat(LONGEST + 1));
        assert_eq!(
            closest(&long, [&*format!("{}b", &long[1..])]).map(str::len),
            Some(LONGEST)
        );
        assert_eq!(closest(&longer, [&*long]), None);
        assert_eq!(closest(&long, [&*longer]), None);
        let names = Candidates::of([&*long, &*longer]);
        assert_eq!(names.closest(&longer), None);
        assert_eq!(names.closest(&long[1..]).map(str::len), Some(LONGEST));
    }

    /// How many names are compared in full to answer for one among so many that look alike.
    fn compared(names: usize) -> usize {
        let names = Candidates::of((0..names).map(|number| format!("@/page-{number:07}.md")));
        COMPARED.set(0);
        assert!(names.closest("@/page-x000001.md").is_some());
        COMPARED.get()
    }

    #[test]
    fn however_many_names_there_are_few_are_compared_and_the_nearest_first() {
        assert!(compared(1_000) <= 1_000);
        let most = MOST_PAIRS / ("@/page-x000001.md".len() + 1).pow(2);
        assert!(compared(20_000) <= most && compared(40_000) <= most);
        let names = Candidates::of((0..20_000).map(|number| format!("@/page-{number:07}.md")));
        assert_eq!(names.closest("@/page-001234.md"), Some("@/page-0001234.md"));
    }

    /// Every candidate compared in full.
    fn slowly<'names>(read: &str, candidates: &[&'names str]) -> Option<&'names str> {
        candidates
            .iter()
            .map(|name| (strsim::jaro_winkler(read, name), *name))
            .filter(|(similarity, _)| *similarity > SIMILAR)
            .max_by(|left, right| left.0.total_cmp(&right.0).then(right.1.cmp(left.1)))
            .map(|(_, name)| name)
    }

    #[test]
    fn names_that_are_passed_over_were_not_the_closest() {
        let long = "a".repeat(190);
        let other_long = "a".repeat(180) + "bbbbbbbbbb";
        let names = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "title",
            "titel",
            "tilte",
            "date",
            "updated",
            "draft",
            "@/learn/water.md",
            "@/learn/waters.md",
            "@/lean/water.md",
            "@/water/learn.md",
            "@/about.md",
            "@/budget/2026.md",
            "@/budget/2025.md",
            "ភូមិ",
            "ឃុំ",
            "ភូមិឃុំ",
            "ស្រុក",
            &long,
            &other_long,
        ];
        let ready = Candidates::of(names);
        for read in names.iter().flat_map(|name| {
            let shuffled: String = name.chars().rev().collect();
            let shorter: String = name.chars().skip(1).collect();
            [(*name).to_owned(), format!("{name}x"), shuffled, shorter]
        }) {
            for from in 0..names.len() {
                let expected = slowly(&read, &names[from..]);
                assert_eq!(
                    closest(&read, names[from..].iter().copied()),
                    expected,
                    "{read}"
                );
            }
            assert_eq!(ready.closest(&read), slowly(&read, &names), "{read}");
        }
    }
}
