//! Two words in a row, as one number → the pair that they are, and what is known of it.
//!
//! Knows nothing of spellings or pages.

use super::places::Places;

/// No two words, and no two spellings, since it would take more than there can be.
pub(super) const NOTHING: u64 = u64::MAX;
const NO_WORD: u32 = u32::MAX;

/// Pairs by their words, numbered as they were met.
#[derive(Default)]
pub(super) struct Pairs {
    pub(super) all: Vec<Pair>,
    places: Places,
}

pub(super) struct Pair {
    /// Both words.
    pub(super) words: u64,
    /// The spellings in which it first stood without a gap, or [`NOTHING`].
    pub(super) made_of: u64,
    /// The one word that these make up.
    whole: u32,
    /// The page after the last one on which it was met.
    pub(super) page: u16,
}

impl Pair {
    pub(super) fn whole(&self) -> Option<u32> {
        (self.whole != NO_WORD).then_some(self.whole)
    }

    pub(super) fn is_made_of(&mut self, spellings: u64, whole: Option<u32>) {
        self.made_of = spellings;
        self.whole = whole.unwrap_or(NO_WORD);
    }
}

impl Pairs {
    /// The number that two words have most likely.
    #[inline]
    pub(super) fn likely(&self, words: u64) -> u32 {
        self.places.likely(words)
    }

    /// The number of two words, of which [`Pairs::likely`] told `likely` some time before.
    #[inline]
    pub(super) fn number(&mut self, words: u64, likely: u32) -> u32 {
        match self.all.get(likely as usize) {
            Some(pair) if pair.words == words => likely,
            _ => self.search(words),
        }
    }

    fn search(&mut self, words: u64) -> u32 {
        let words_of = |number: u32| self.all[number as usize].words;
        let known = self.places.find(words, |number| words_of(number) == words);
        if let Some(number) = known {
            return number;
        }
        let number = self.all.len() as u32;
        self.places.insert(words, number, words_of);
        self.all.push(Pair {
            words,
            made_of: NOTHING,
            whole: NO_WORD,
            page: 0,
        });
        number
    }
}

#[cfg(test)]
mod tests {
    use super::Pairs;
    use crate::search::places::FREE;

    #[test]
    fn two_words_have_one_number_however_many_others_there_are() {
        let mut pairs = Pairs::default();
        let words = |number: u64| (number % 97) << 32 | (number / 97);
        for number in 0..20_000 {
            let likely = pairs.likely(words(number));
            assert_eq!(pairs.number(words(number), likely), number as u32);
        }
        let mut straight = 0;
        for number in 0..20_000 {
            let likely = pairs.likely(words(number));
            straight += u32::from(u64::from(likely) == number);
            // Whatever was told before others came, the number is right.
            for likely in [likely, FREE, 0] {
                assert_eq!(pairs.number(words(number), likely), number as u32);
            }
        }
        assert_eq!(pairs.all.len(), 20_000);
        assert!(straight > 12_000, "{straight}");
    }
}
