//! Keys of 64 bits → the numbers of what has them.
//!
//! A table of our own, since most of what words and pairs cost is to wait for memory: a key stands once,
//! beside what is asked of its thing next, and which number a key may have can be asked for before it
//! is needed. Knows nothing of words.

/// Numbers at the place that their keys give or at one of the next; a power of two of places, at least
/// every other one free.
#[derive(Default)]
pub(super) struct Places {
    numbers: Vec<u32>,
    used: usize,
}

/// A place without a number.
pub(super) const FREE: u32 = u32::MAX;
const FEWEST_PLACES: usize = 256;

impl Places {
    /// The number that a key has most likely.
    #[inline]
    pub(super) fn likely(&self, key: u64) -> u32 {
        match self.numbers.get(self.place(key)) {
            Some(number) => *number,
            None => FREE,
        }
    }

    /// The number of a key, if `has` tells it of one.
    #[inline]
    pub(super) fn find(&self, key: u64, has: impl Fn(u32) -> bool) -> Option<u32> {
        let mut place = self.place(key);
        loop {
            let number = *self.numbers.get(place)?;
            if number == FREE {
                return None;
            }
            if has(number) {
                return Some(number);
            }
            place = self.next(place);
        }
    }

    /// Adds the number of a key that has none; `key_of` tells those of the others.
    pub(super) fn insert(&mut self, key: u64, number: u32, key_of: impl Fn(u32) -> u64) {
        if 2 * self.used >= self.numbers.len() {
            let count = (2 * self.numbers.len()).max(FEWEST_PLACES);
            let before = std::mem::replace(&mut self.numbers, vec![FREE; count]);
            for number in before.into_iter().filter(|number| *number != FREE) {
                self.put(key_of(number), number);
            }
        }
        self.used += 1;
        self.put(key, number);
    }

    fn put(&mut self, key: u64, number: u32) {
        let mut place = self.place(key);
        while self.numbers[place] != FREE {
            place = self.next(place);
        }
        self.numbers[place] = number;
    }

    /// The first place where a key may stand.
    #[inline]
    fn place(&self, key: u64) -> usize {
        // The golden ratio: numbers that follow each other are spread over all places.
        let spread = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (spread >> 32) as usize & self.numbers.len().wrapping_sub(1)
    }

    fn next(&self, place: usize) -> usize {
        (place + 1) & (self.numbers.len() - 1)
    }
}
