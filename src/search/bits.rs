//! Whole numbers and sets of them → as few bits as there is news in them → text for a script.
//!
//! Knows nothing of words. `search.js` holds the readers of what is written here.

/// In the order of their codes, so that a reader needs no list of them; without the one that a string
/// writes as two.
const ALPHABET: &[u8; 64] = b";<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{";

/// Bits in the order written, the highest of a number first, as text of six bits a letter.
#[derive(Default)]
pub(super) struct Bits {
    /// Each byte a letter, behind what stood there before.
    text: Vec<u8>,
    /// Those that fill no letter yet are the lowest `used` of it.
    pending: u64,
    used: u32,
}

const BITS_A_LETTER: u32 = 6;

impl Bits {
    /// Appends to `text`.
    pub(super) fn after(text: String) -> Bits {
        Bits {
            text: text.into_bytes(),
            ..Bits::default()
        }
    }

    /// The lowest `count` bits of `value`.
    fn push(&mut self, value: u32, count: u32) {
        let value = u64::from(value) & ((1 << count) - 1);
        self.pending = self.pending << count | value;
        self.used += count;
        while self.used >= BITS_A_LETTER {
            self.used -= BITS_A_LETTER;
            self.push_letter(self.pending >> self.used);
        }
    }

    fn push_letter(&mut self, bits: u64) {
        self.text
            .push(ALPHABET[(bits % ALPHABET.len() as u64) as usize]);
    }

    /// A number from 1 on; small ones are short (Elias gamma).
    pub(super) fn gamma(&mut self, value: u32) {
        let below = 31 - value.max(1).leading_zeros();
        self.push(0, below);
        self.push(value, below + 1);
    }

    /// A letter of UTF-16: in seven bits those of Khmer and what is below them, and the small ones and
    /// digits of ASCII; any other in 23.
    pub(super) fn letter(&mut self, unit: u16) {
        let unit = u32::from(unit);
        match unit {
            0x30..=0x39 => self.push(unit - 0x30, 7),
            0x61..=0x7A => self.push(unit - 0x61 + 10, 7),
            0x1780..=0x17D9 => self.push(unit - 0x1780 + 36, 7),
            _ => {
                self.push(127, 7);
                self.push(unit, 16);
            }
        }
    }

    /// A number below `range`; those in the middle are a bit shorter where `range` is no power of two.
    fn below(&mut self, value: u32, range: u32) {
        if range < 2 {
            return;
        }
        let bits = 32 - (range - 1).leading_zeros();
        let short = (1u64 << bits) as u32 - range;
        let middle = (range - short) / 2;
        // Rotated, so that the short codes stand in the middle, where most numbers are.
        let value = match value < middle {
            true => value + range - middle,
            false => value - middle,
        };
        if value < short {
            self.push(value, bits - 1);
        } else {
            self.push(value + short, bits);
        }
    }

    /// A sorted set of numbers from `low` up to and including `high`, whose size the reader knows
    /// (binary interpolative coding, Moffat and Stuiver 2000): next to nothing for numbers that
    /// stand together, as pages of a section do.
    pub(super) fn set(&mut self, numbers: &[u32], low: u32, high: u32) {
        let count = numbers.len() as u32;
        if count == 0 || high - low + 1 == count {
            return;
        }
        let middle = numbers.len() / 2;
        let (before, after) = (middle as u32, count - 1 - middle as u32);
        let number = numbers[middle];
        self.below(number - low - before, high - after - low - before + 1);
        if middle > 0 {
            self.set(&numbers[..middle], low, number - 1);
        }
        if after > 0 {
            self.set(&numbers[middle + 1..], number + 1, high);
        }
    }

    /// The text, with its last letter filled up.
    pub(super) fn into_text(mut self) -> String {
        if self.used > 0 {
            self.push_letter(self.pending << (BITS_A_LETTER - self.used));
        }
        String::from_utf8(self.text).expect("letters of ASCII behind a text")
    }
}
