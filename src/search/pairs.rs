//! Two words in a row, as one number → the pair that they are, and what is known of it.
//!
//! A table of our own, since most of what pairs cost is to wait for memory: what tells one pair from
//! another is kept once, beside what is asked of it next, and where a pair may stand can be asked for
//! before it is needed. Knows nothing of spellings or pages.

/// No two words, and no two spellings, since it would take more than there can be.
pub(super) const NOTHING: u64 = u64::MAX;
const NO_WORD: u32 = u32::MAX;

/// Pairs by their words, numbered as they were met.
#[derive(Default)]
pub(super) struct Pairs {
    pub(super) all: Vec<Pair>,
    /// The number of a pair at the place that its words give or at one of the next; a power of two of
    /// them, at least every other one free.
    places: Vec<u32>,
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

/// A place without a pair.
const FREE: u32 = u32::MAX;
const FEWEST_PLACES: usize = 256;

impl Pairs {
    /// The number that two words have most likely.
    pub(super) fn likely(&self, words: u64) -> u32 {
        match self.places.get(self.place(words)) {
            Some(number) => *number,
            None => FREE,
        }
    }

    /// The number of two words, of which [`Pairs::likely`] told `likely` some time before.
    pub(super) fn number(&mut self, words: u64, likely: u32) -> u32 {
        match self.all.get(likely as usize) {
            Some(pair) if pair.words == words => likely,
            _ => self.search(words),
        }
    }

    fn search(&mut self, words: u64) -> u32 {
        if 2 * self.all.len() >= self.places.len() {
            self.grow();
        }
        let mut place = self.place(words);
        loop {
            let number = self.places[place];
            if number == FREE {
                break;
            }
            if self.all[number as usize].words == words {
                return number;
            }
            place = (place + 1) & (self.places.len() - 1);
        }
        let number = self.all.len() as u32;
        self.places[place] = number;
        self.all.push(Pair {
            words,
            made_of: NOTHING,
            whole: NO_WORD,
            page: 0,
        });
        number
    }

    /// The first place where two words may stand.
    fn place(&self, words: u64) -> usize {
        // The golden ratio: numbers that follow each other are spread over all places.
        let spread = words.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (spread >> 32) as usize & self.places.len().wrapping_sub(1)
    }

    fn grow(&mut self) {
        let count = (2 * self.places.len()).max(FEWEST_PLACES);
        self.places = vec![FREE; count];
        for (number, pair) in (0..).zip(&self.all) {
            let mut place = self.place(pair.words);
            while self.places[place] != FREE {
                place = (place + 1) & (count - 1);
            }
            self.places[place] = number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FREE, Pairs};

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
