//! A name that there is not → the one that was meant.
//!
//! It knows nothing of what the names stand for.

use std::sync::Arc;

/// What is less similar than this was not meant.
const SIMILAR: f64 = 0.75;

/// The most similar candidate, if one is similar enough to be what was meant.
pub fn closest<T: AsRef<str>>(
    read: &str,
    candidates: impl IntoIterator<Item = T>,
) -> Option<String> {
    let wanted = Letters::of(read);
    let mut best: Option<(f64, T)> = None;
    for candidate in candidates {
        let name = candidate.as_ref();
        let least = best.as_ref().map_or(SIMILAR, |(similarity, _)| *similarity);
        if Letters::of(name).most_similar(&wanted, name, read) < least {
            continue;
        }
        let similarity = strsim::jaro_winkler(read, name);
        let is_better = match &best {
            None => similarity > SIMILAR,
            Some((best, other)) => {
                similarity > *best || (similarity == *best && name < other.as_ref())
            }
        };
        if is_better {
            best = Some((similarity, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.as_ref().to_owned())
}

/// Many names, made ready once for many questions.
#[derive(Debug, Default)]
pub struct Candidates {
    names: Vec<(Letters, Box<str>)>,
}

impl Candidates {
    pub fn of<T: Into<Box<str>>>(names: impl IntoIterator<Item = T>) -> Arc<Candidates> {
        let names = names.into_iter().map(|name| {
            let name = name.into();
            (Letters::of(&name), name)
        });
        Arc::new(Candidates {
            names: names.collect(),
        })
    }

    /// As [`closest`].
    pub fn closest(&self, read: &str) -> Option<&str> {
        let wanted = Letters::of(read);
        let mut possible: Vec<(f64, &str)> = self
            .names
            .iter()
            .map(|(letters, name)| (letters.most_similar(&wanted, name, read), &**name))
            .filter(|(most, _)| *most > SIMILAR)
            .collect();
        possible.sort_unstable_by(|left, right| right.0.total_cmp(&left.0));
        let mut best: Option<(f64, &str)> = None;
        for (most, name) in possible {
            if best.is_some_and(|(similarity, _)| most < similarity) {
                break;
            }
            let similarity = strsim::jaro_winkler(read, name);
            let is_better = match best {
                None => similarity > SIMILAR,
                Some((best, other)) => similarity > best || (similarity == best && name < other),
            };
            if is_better {
                best = Some((similarity, name));
            }
        }
        best.map(|(_, name)| name)
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
        for character in name.chars() {
            letters.characters += 1;
            let count = &mut letters.counts[character as usize % 32];
            *count = count.saturating_add(1);
        }
        letters
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
        // Counts end at 255; a longer name may have more letters in common than they say.
        let common = match shorter <= usize::from(u8::MAX) {
            true => {
                let pairs = self.counts.iter().zip(&other.counts);
                pairs
                    .map(|(one, two)| u32::from(*one.min(two)))
                    .sum::<u32>() as f64
            }
            false => shorter as f64,
        };
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

    #[test]
    fn a_far_name_gives_no_suggestion() {
        assert_eq!(closest("titel", ["title", "date"]), Some("title".into()));
        assert_eq!(closest("xyz", ["title", "date"]), None);
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
        let long = "a".repeat(300);
        let other_long = "a".repeat(290) + "bbbbbbbbbb";
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
                    closest(&read, &names[from..]).as_deref(),
                    expected,
                    "{read}"
                );
            }
            assert_eq!(ready.closest(&read), slowly(&read, &names), "{read}");
        }
    }
}
