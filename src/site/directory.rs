//! The pages of each language under the letters of a dictionary: what readers browse where no search
//! runs, in old browsers and without JavaScript.

use super::{Page, PageId};
use crate::config::{Config, Language};
use crate::khmer::{self, Heading};
use std::collections::BTreeMap;

/// The list of each language; empty if the site has no search page.
pub type Directories = BTreeMap<Language, Vec<Letter>>;

/// The pages whose titles begin with a letter, in the order of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub heading: Heading,
    pub pages: Vec<PageId>,
}

impl Letter {
    /// Its name in addresses: a Khmer letter has Unicode's, one of another script its number there.
    pub fn slug(&self) -> String {
        match self.heading {
            Heading::Khmer(letter) => khmer_name(letter).to_owned(),
            Heading::Latin(letter) => letter.to_ascii_lowercase().to_string(),
            Heading::Digit => "0-9".to_owned(),
            Heading::Letter(letter) => format!("u{:04x}", u32::from(letter)),
            Heading::Other => "other".to_owned(),
        }
    }
}

/// More pages than this, and each letter has a page of its own.
const MOST_ON_A_PAGE: usize = 100;

/// Whether each letter has a page of its own.
pub fn is_split(letters: &[Letter]) -> bool {
    letters.len() > 1
        && letters
            .iter()
            .map(|letter| letter.pages.len())
            .sum::<usize>()
            > MOST_ON_A_PAGE
}

/// Sorts the pages of each language; a page that shows another language's text is none of them.
pub(super) fn collect(config: &Config, pages: &[Page]) -> Directories {
    if !config.build_search_index {
        return Directories::new();
    }
    let of_language = |language: &Language| {
        let own = pages.iter().enumerate();
        let own = own.filter(|(_, page)| page.language == *language && page.is_listed());
        let entries = own
            .map(|(at, page)| {
                let title = &page.facts.title;
                let (heading, key) = khmer::index_entry(language.tag(), title.as_str(), &title.key);
                Entry {
                    key,
                    heading,
                    page: PageId(at),
                }
            })
            .collect();
        under_letters(entries)
    };
    let languages = config.languages.iter();
    languages
        .map(|language| (language.clone(), of_language(language)))
        .collect()
}

/// The pages of each letter, of those that stand in the order of their numbers.
fn under_letters(mut entries: Vec<Entry>) -> Vec<Letter> {
    // The sort keeps those that tie.
    entries.sort_by(|one, other| one.key.cmp(&other.key));
    let mut letters: Vec<Letter> = Vec::new();
    for same in entries.chunk_by(|one, other| one.heading == other.heading) {
        let pages = same.iter().map(|entry| entry.page);
        // A letter below a robat, as in ព៌ណ, stands among the words of រ, and under its own letter.
        match letters
            .iter_mut()
            .find(|letter| letter.heading == same[0].heading)
        {
            Some(letter) => letter.pages.extend(pages),
            None => letters.push(Letter {
                heading: same[0].heading,
                pages: pages.collect(),
            }),
        }
    }
    letters
}

/// A page, and where it stands in the index.
struct Entry {
    key: Vec<u8>,
    heading: Heading,
    page: PageId,
}

/// The name of a Khmer letter in Unicode: `ka` to `qa`, `ry` to `lyy`.
fn khmer_name(letter: char) -> &'static str {
    const NAMES: [&str; 35] = [
        "ka", "kha", "ko", "kho", "ngo", "ca", "cha", "co", "cho", "nyo", "da", "ttha", "do",
        "ttho", "nno", "ta", "tha", "to", "tho", "no", "ba", "pha", "po", "pho", "mo", "yo", "ro",
        "lo", "vo", "sha", "sso", "sa", "ha", "la", "qa",
    ];
    match letter {
        'ឫ' => "ry",
        'ឬ' => "ryy",
        'ឭ' => "ly",
        'ឮ' => "lyy",
        _ => NAMES
            .get((letter as usize).wrapping_sub('ក' as usize))
            .copied()
            .unwrap_or("other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(counts: &[usize]) -> Vec<Letter> {
        let letter = |count: &usize| Letter {
            heading: Heading::Other,
            pages: (0..*count).map(PageId).collect(),
        };
        counts.iter().map(letter).collect()
    }

    #[test]
    fn letters_have_pages_of_their_own_from_101_pages_and_two_letters_on() {
        let split = [&[100, 0][..], &[50, 51], &[101], &[]]
            .map(|counts: &[usize]| is_split(&letters(counts)));
        assert_eq!(split, [false, true, false, false]);
    }

    #[test]
    fn a_letter_stands_once_with_all_its_pages() {
        let titles = ["ឫស្សី", "ព៌ណ", "រដ្ឋ", "ពន្ធ", "ឫក្ស", "ភូមិ"];
        let entry = |(page, title): (usize, &&str)| {
            let key = khmer::sort_key(title);
            let (heading, key) = khmer::index_entry("km", title, &key);
            let page = PageId(page);
            Entry { key, heading, page }
        };
        let letters = under_letters(titles.iter().enumerate().map(entry).collect());
        let told = letters.iter().map(|letter| {
            let pages: Vec<&str> = letter.pages.iter().map(|page| titles[page.0]).collect();
            format!("{} {}", letter.slug(), pages.join(" "))
        });
        assert_eq!(
            told.collect::<Vec<_>>(),
            ["po ពន្ធ ព៌ណ", "pho ភូមិ", "ro រដ្ឋ", "ry ឫក្ស ឫស្សី",]
        );
    }

    #[test]
    fn every_letter_has_an_address_of_its_own() {
        let khmer = ('ក'..='អ').chain('ឫ'..='ឮ').map(Heading::Khmer);
        let others = [Heading::Latin('A'), Heading::Digit, Heading::Other];
        let slugs: Vec<String> = khmer
            .chain(others)
            .map(|heading| {
                let pages = Vec::new();
                Letter { heading, pages }.slug()
            })
            .collect();
        assert_eq!(
            slugs.join(" "),
            "ka kha ko kho ngo ca cha co cho nyo da ttha do ttho nno ta tha to tho no ba pha po pho \
             mo yo ro lo vo sha sso sa ha la qa ry ryy ly lyy a 0-9 other"
        );
    }
}
